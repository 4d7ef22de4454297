"""The one value asked for of several that are told "respectively", in the order of their things.

"There are three fields: research, care and youth. They received 19, 11 and 6 million respectively."
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citations import Draft, StoredDocuments
from assistant.composing.subject import is_about_all
from assistant.composing.timing import is_of_year
from assistant.composing.wording import worded
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind, statements_of
from assistant.question.analysis import Analysis
from assistant.question.kind import QuestionKind
from assistant.question.terms import terms, words

_VALUE = rf"(?:(?:SEK|EUR|USD|[€$£])\s?)?(?:\d[\d.,]*\d|\d|{'|'.join(NUMBERS)})(?:\s?%)?"
_RESPECTIVELY = re.compile(
    rf"\b(?P<values>{_VALUE}(?:,\s+{_VALUE})*,?\s+and\s+{_VALUE})(?P<unit>[^.;:,]*?),?\s+respectively\b"
    rf"|\brespectively,?\s+(?P<later>{_VALUE}(?:,\s+{_VALUE})*,?\s+and\s+{_VALUE})(?P<of>[^.;:,]*)",
    re.I,
)
_BORDER = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
# What may stand before the first of several things: "in three fields: research".
_OPENING = re.compile(r"^.*(?::|\b(?:in|to|for|of|from|the|are|were|and|both)\b)\s+", re.I)
_ENDING = re.compile(
    r"\s+(?:are|is|were|was|have|has|had|get|gets|got|gave|give|received?|cost|costs|took|take)\b.*$"
)
_LONGEST = 4
# A doubtful statement tells it where the thing asked for stands only before it.
_LEAST, _READ = 0.1, 10


@dataclass(frozen=True, slots=True)
class _Told:
    """A value with its unit, and the sentence that names the things in their order."""

    value: str
    things: Statement


def respectively_told(
    analysis: Analysis, candidates: Sequence[Candidate], documents: StoredDocuments
) -> Draft | None:
    """Answer with the value that stands where the thing asked for stands; None without.

    Args:
        analysis: The question, taken apart.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
    """
    if analysis.asked_for.kind is not QuestionKind.FACT:
        return None
    for one in candidates[:_READ]:
        statement = one.statement
        if one.probability < _LEAST or statement.kind is not StatementKind.SENTENCE:
            continue
        told = _told(analysis.query, statement)
        if told is None or not is_of_year(analysis.query, statement, documents):
            continue
        if not is_about_all(analysis, statement, documents):
            continue
        parts = [worded(statement, probability=one.probability)]
        if told.things.start != statement.start:
            parts.insert(0, worded(told.things, probability=one.probability))
        return Draft(parts=tuple(parts), short_answer=told.value)
    return None


def _told(query: str, statement: Statement) -> _Told | None:
    """Give the value of the one thing that a question names of those told in order."""
    found = _RESPECTIVELY.search(statement.text)
    if found is None:
        return None
    values = _BORDER.split(found["values"] or found["later"])
    unit = (found["unit"] or found["of"] or "").strip()
    own = statement.text[: found.start()]
    before = [each for each in statements_of(statement.passage) if each.end <= statement.start]
    for told, text in ((statement, own), *((each, each.text) for each in reversed(before))):
        things = _things(text, len(values))
        asked = [at for at, thing in enumerate(things) if _names(query, thing)]
        if len(asked) == 1:
            return _Told(" ".join(f"{values[asked[0]]} {unit}".split()), told)
        if things:
            return None
    return None


def _names(query: str, thing: str) -> bool:
    said = set(terms(thing))
    return bool(words(thing)) and said <= set(terms(query))


def _things(text: str, count: int) -> tuple[str, ...]:
    """Give so many things as a text lists at its end; () where it lists another number.

    >>> _things("We give grants in three fields: research, care and youth.", 3)
    ('research', 'care', 'youth')
    >>> _things("Alfa and Beta received", 2), _things("Alfa and Beta received", 3)
    (('Alfa', 'Beta'), ())
    """
    pieces = _BORDER.split(text.strip(" .!?"))
    if len(pieces) < count:
        return ()
    first = pieces[-count]
    listed = [_OPENING.sub("", first), *pieces[len(pieces) - count + 1 :]]
    listed[-1] = _ENDING.sub("", listed[-1])
    # A list that goes on further to the left has more things.
    is_longer = len(pieces) > count and len(words(pieces[-count - 1])) <= 1 and ":" not in first
    if is_longer or any(len(words(each)) > _LONGEST for each in listed):
        return ()
    return tuple(each.strip() for each in listed)
