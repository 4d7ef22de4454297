"""A question that compares, taken apart: its things, what is asked of them, what is to be named."""

from dataclasses import dataclass

from assistant.comparing.known_properties import Measure, Property


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A question that compares.

    Attributes:
        things: The names of what is compared, as asked.
        asked: The properties asked for; () for whatever they state.
        measure: What decides which of them bears "older"; None for a table alone.
        is_claim: Whether it is answered by yes or no: the first thing is claimed to bear it, or all
            are.
        is_choice: Whether those of which a claim holds are to be named.
        is_common: Whether what they have in common is asked for.
        is_same: Whether it is asked if the same is told of all: "Are the fees the same?"
        is_different: Whether it is asked if they differ.
        may_be_one: Whether "Alfa and Beta" may be one name, or one sentence tell both.
    """

    things: tuple[str, ...]
    asked: tuple[Property, ...] = ()
    measure: Measure | None = None
    is_claim: bool = False
    is_choice: bool = False
    is_common: bool = False
    is_same: bool = False
    is_different: bool = False
    may_be_one: bool = False


def measured(things: tuple[str, ...], measure: Measure, *, is_claim: bool = False) -> Comparison:
    """Make a comparison of how much each thing measures."""
    return Comparison(things=things, asked=measure.properties, measure=measure, is_claim=is_claim)
