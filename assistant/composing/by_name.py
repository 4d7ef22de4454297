"""Which one is asked for: what names it comes before what only says that there is one.

"X takes part in a regional project" does not tell which, where "X is in Alfa" does, and Alfa is
such a project.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.composing.polarity import met_terms
from assistant.entities.kinds import is_known, kind_words
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import StatementKind
from assistant.question.analysis import Analysis
from assistant.question.named import mentions
from assistant.question.terms import terms, words

_ASKED = re.compile(
    r"^(?:and )?(?:(?:in|of|at|on|for|to|by|with)\s+)?(?:which|what)\s+"
    r"(?P<what>(?:[a-zåäö-]+\s+){1,4}?)(?:do|does|did|is|are|was|were|has|have|had|can)\b"
)
# So likely at least it answers.
_LEAST = 0.45
_NAME = re.compile(r"(?<!\w)[A-ZÅÄÖ][\w&-]*(?:\s+(?:of\s+|for\s+)?[A-ZÅÄÖ][\w&-]*)*")


def named_first(
    analysis: Analysis,
    sure: Sequence[Candidate],
    candidates: Sequence[Candidate],
    may_be_given: Callable[[Candidate], bool],
) -> Sequence[Candidate]:
    """Put a statement that names one of the kind asked for before one that leaves it unnamed.

    Args:
        analysis: The question, taken apart.
        sure: The statements that may be given, the surest first.
        candidates: All statements; they tell what is of the kind.
        may_be_given: Says of one of them whether it is to the point.
    """
    kind = _kind_asked(analysis.query)
    if kind is None or not sure or _names(analysis, sure[0]) or not _reads(kind, sure[0]):
        return sure
    every = [one.statement.text for one in candidates]
    chosen = next(
        (
            one
            for one in candidates
            if one.probability >= _LEAST
            and any(_is_called(name, kind, every) for name in _names(analysis, one))
            and _tells(analysis, kind, one)
            and may_be_given(one)
        ),
        None,
    )
    return [chosen, *(one for one in sure if one is not chosen)] if chosen else sure


def _kind_asked(query: str) -> str | None:
    """Give the noun for what is asked for, if it is one for a kind.

    >>> _kind_asked("Which regional project is Alfa in?"), _kind_asked("Which year is it?")
    ('project', None)
    """
    found = _ASKED.match(f"{query[:1].lower()}{query[1:]}")
    noun = found["what"].split()[-1] if found else ""
    return noun if noun and is_known(kind_words(noun)) else None


def _reads(kind: str, one: Candidate) -> bool:
    """Whether what is read as the answer is or begins "a regional project"."""
    if not one.spans:
        return False
    read = one.spans[0].text
    goes_on = rf"{re.escape(read)}\s+(?:[a-zåäö-]+\s+)?{re.escape(kind)}\b"
    return kind in words(read) or re.search(goes_on, one.statement.text) is not None


def _names(analysis: Analysis, one: Candidate) -> tuple[str, ...]:
    """Give the names in what is read as the answer that the question has not."""
    if one.statement.kind is not StatementKind.SENTENCE or not one.spans:
        return ()
    asked = set(words(analysis.query))
    found = (each.group() for each in _NAME.finditer(one.spans[0].text))
    return tuple(name for name in found if not set(words(name)) <= asked)


def _is_called(name: str, kind: str, texts: Iterable[str]) -> bool:
    """Whether a text calls a name one of a kind: "the project Alfa", "Alfa is a new project"."""
    said, of = re.escape(name), re.escape(kind)
    called = re.compile(
        rf"\b{of}s?\s+{said}(?!\w)|(?<!\w){said}(?:\s+\([^)]*\))?(?:\s+(?:is|was)|,)\s+"
        rf"(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}?{of}\b"
    )
    return any(called.search(text) for text in texts)


def _tells(analysis: Analysis, kind: str, one: Candidate) -> bool:
    """Whether a statement is about all that is named, and tells what is asked of the kind."""
    statement = one.statement
    if not all(
        statement.passage.document_id == each.document_id or mentions(each, statement.text)
        for each in (*analysis.named, *analysis.mentioned)
    ):
        return False
    found = _ASKED.match(f"{analysis.query[:1].lower()}{analysis.query[1:]}")
    left = set(terms(found["what"] if found else kind))
    deed = {term for term in analysis.attributes if term not in left}
    return not deed or bool(deed & met_terms(analysis, statement.text))
