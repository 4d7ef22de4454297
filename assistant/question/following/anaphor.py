"""A word that points back, and what it stands for."""

from dataclasses import dataclass
from enum import StrEnum


class Pointing(StrEnum):
    """What an anaphor stands for."""

    THING = "thing"
    THAT = "that"
    SEVERAL = "several"
    PERSON = "person"
    PLACE = "place"
    KIND = "kind"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """A word that points back.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        pointing: What it stands for.
        noun: The noun behind it, of "that programme" as of "its programme"; "" for none.
        is_owner: Whether it owns: "its", "their".
        is_subject: Whether an auxiliary or a question word stands right before it.
        is_that: Whether it is "that programme", which is rather what was named just now.
    """

    start: int
    end: int
    pointing: Pointing
    noun: str = ""
    is_owner: bool = False
    is_subject: bool = False
    is_that: bool = False
