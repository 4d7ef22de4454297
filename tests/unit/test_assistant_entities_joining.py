"""What is said of one name becomes one entity, in work that grows with what is said."""

import sys
from dataclasses import replace
from types import FrameType

import pytest

from assistant.entities.joining import join_facts
from assistant.entities.kinds import NAMED
from assistant.entities.names import Name
from assistant.entities.statements import Fact, Kind

INCUBATOR = ("incubator",)


def fact(name: str, *aliases: str, document_id: str = "a", defined: bool = True) -> Fact:
    return Fact(
        name=Name(name=name, aliases=aliases),
        kinds=(INCUBATOR,),
        document_id=document_id,
        is_defined=defined,
    )


def names(*facts: Fact) -> list[str]:
    return [each.name for each in join_facts(facts)]


def test_a_fact_that_knows_both_names_joins_what_stood_apart() -> None:
    [both] = join_facts(
        [fact("Coastal Angels"), fact("CAX"), fact("Coastal Angels", "CAX"), fact("CAX")]
    )
    assert both.forms == (("coastal", "angels"), ("cax",))
    assert len(both.facts) == 4


def test_the_name_used_most_is_shown() -> None:
    assert names(fact("Ember"), fact("EMB", "Ember"), fact("EMB", "Ember")) == ["EMB"]


@pytest.mark.parametrize("half", ["Ember", "Incubator North"])
def test_a_name_in_passing_is_joined_with_the_one_whole_that_begins_or_ends_so(half: str) -> None:
    whole = fact("Ember Incubator North")
    assert names(whole, fact(half, defined=False)) == ["Ember Incubator North"]


@pytest.mark.parametrize(
    ("kind", "apart"), [(NAMED, []), (("company",), ["Ember"]), (("alliance",), [])]
)
def test_a_half_of_another_kind_is_somebody_else(kind: Kind, apart: list[str]) -> None:
    whole = replace(fact("Ember Alliance"), kinds=(("alliance",),), own=frozenset({0}))
    half = replace(fact("Ember", document_id="b", defined=False), kinds=(kind,), own=frozenset({1}))
    assert names(whole, half) == [*apart, "Ember Alliance"]


def test_what_may_be_half_of_two_stays_apart() -> None:
    said = [fact("Ember Incubator"), fact("Ember Fund"), fact("Ember", defined=False)]
    assert names(*said) == ["Ember", "Ember Fund", "Ember Incubator"]


def test_twice_as_many_names_take_twice_the_work() -> None:
    def said(count: int, word: str) -> list[Fact]:
        return [
            fact(f"{word}{at % (count // 3)} Incubator", document_id=str(at)) for at in range(count)
        ]

    small, large = _calls(said(90, "small")), _calls(said(180, "large"))
    assert large < 2.2 * small


def test_a_name_that_all_documents_use_takes_no_more_work_than_others() -> None:
    small, large = ([fact("Ember", document_id=str(at)) for at in range(n)] for n in (90, 180))
    join_facts(large)
    assert _calls(large) < 2.2 * _calls(small)


def _calls(facts: list[Fact]) -> int:
    """How many functions joining calls, of ours and of the language."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        join_facts(facts)
    finally:
        sys.setprofile(None)
    return calls
