"""Questions that differ in no word, counted as one; the comparing by meaning begins with these."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.insights.model import Asked

_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class DistinctQuestion:
    """Questions of the same words; `text` is how most of them are written."""

    text: str
    asked: tuple[Asked, ...]


def distinct_questions(asked: Iterable[Asked]) -> tuple[DistinctQuestion, ...]:
    """Put askings of the same words together, whatever their case and marks, the first first."""
    by_words: dict[str, list[Asked]] = {}
    for one in asked:
        by_words.setdefault(_words(one.text), []).append(one)
    return tuple(
        DistinctQuestion(text=most_written(same), asked=tuple(same)) for same in by_words.values()
    )


def most_written(asked: Sequence[Asked]) -> str:
    """Give the most frequent way to write a question; the first of equals."""
    return Counter(one.text for one in asked).most_common(1)[0][0]


def is_whole(text: str) -> bool:
    """Say whether a question is written as a sentence: a capital first, a question mark last.

    >>> is_whole("Who runs SmiLe?"), is_whole("smile ceo")
    (True, False)
    """
    return text[:1].isupper() and text.endswith("?")


def _words(text: str) -> str:
    # What has no word at all ("???") is told apart by its marks.
    return _NO_WORD.sub(" ", text).strip().casefold() or text
