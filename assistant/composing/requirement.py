"""Who may take part: whether a stated requirement lets in what the question tells of the asker."""

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.composing.polarity import restricts
from assistant.composing.proposition import Match, Proposition, asks_admission, before
from assistant.composing.subject import asked_names
from assistant.composing.vocabulary import plain
from assistant.evidence.statements import Statement
from assistant.evidence.values import Range, numbers_in
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType
from assistant.question.terms import terms, words


class Allowed(StrEnum):
    """What a requirement says of the asker."""

    YES = "yes"
    NOT = "not"
    UNKNOWN = "unknown"
    UNSAID = "unsaid"


TOO = re.compile(r"\btoo\s+(?:few|many|old|young|small|little|large|big|late|early)\b", re.I)
"""What asks who is left out: "too old"."""
_TURNED = {Allowed.YES: Allowed.NOT, Allowed.NOT: Allowed.YES}
# A list that is said to be whole: "i.e.", "namely", or what something is open to.
_WHOLE_LIST = re.compile(r"\bi\.?\s?e\.?\b|\bnamely\b|\bthat is\b|:", re.I)
_FROM = r"\b(?:in|from|of|at|near)\s+(?:the\s+)?(?:\w+\s+){0,2}?"
_LISTED = re.compile(r"[A-ZÅÄÖ][\w-]+(?=\s*(?:,|and\b|or\b|\.|$))")
_AGE = re.compile(r"^\s*(?:years?\b|year-olds?\b|-year-olds?\b)", re.I)
_OF_AGE = re.compile(r"\b(?:anyone|aged?|persons?|people|adults?|everyone|those)\b", re.I)
_COUNTED = re.compile(r"^\s*(?:\w+\s+){0,2}?(?P<noun>[^\W\d]\w+)")
_HEADS = frozenset(terms("people persons person members founders"))


def allows(proposition: Proposition, statement: Statement, compared: Match) -> Allowed:
    """Say what a statement that sets a requirement says of who asks.

    `UNSAID` where no requirement is asked about, `UNKNOWN` where it cannot be compared.
    """
    asked = f"{proposition.closed.question} {proposition.closed.given}"
    absent = absent_names(proposition, statement)
    if absent:
        return Allowed.NOT if _leaves_out(asked, statement, absent) else Allowed.UNKNOWN
    if restricts(statement.text) and compared.missing:
        is_other = compared.missing <= proposition.subject
        return Allowed.NOT if is_other else Allowed.UNKNOWN
    if not asks_admission(proposition.closed):
        return Allowed.UNSAID
    numbers = _numbers(asked)
    if not numbers:
        return Allowed.UNSAID
    allowed = _by_numbers(asked, numbers, statement)
    return _TURNED.get(allowed, allowed) if TOO.search(asked) else allowed


def absent_names(proposition: Proposition, statement: Statement) -> tuple[str, ...]:
    """Give the question's names that neither a statement nor what stands around it holds."""
    context = f"{statement.passage.context}\n{before(statement)}\n{statement.text}"
    held = set(words(context))
    names = {word for name in asked_names(proposition.analysis) for word in name}
    names |= {word for name in proposition.analysis.unknown for word in words(name)}
    entities = {
        word
        for one in (*proposition.analysis.named, *proposition.analysis.mentioned)
        for form in one.forms
        for word in form
    }
    return tuple(sorted(name for name in names if name not in held | entities))


def _leaves_out(asked: str, statement: Statement, absent: Sequence[str]) -> bool:
    """Whether who may take part is listed, and the one who asks is from elsewhere."""
    text = statement.text
    is_open = "opento" in plain(text) or restricts(text)
    is_from = all(re.search(_FROM + re.escape(name), " ".join(words(asked))) for name in absent)
    listed = _LISTED.findall(text)
    return (
        is_open and is_from and bool(_WHOLE_LIST.search(text)) and len(listed) > 1
    )  # one name alone is no list


def _numbers(text: str) -> tuple[re.Match[str], ...]:
    return tuple(
        found
        for found in matches(AnswerType.NUMBER, text)
        if not re.match(r"\s+of\b", text[found.end() :])
    )


def _by_numbers(asked: str, numbers: Sequence[re.Match[str]], statement: Statement) -> Allowed:
    """Compare the one number that is told with the one bound that is set for the same."""
    verdicts = set()
    for number in numbers:
        told = numbers_in(asked, number.start(), number.end())
        for bound in _numbers(statement.text):
            required = numbers_in(statement.text, bound.start(), bound.end())
            if told is None or required is None or not _is_bound(required):
                continue
            if _same_noun(asked, number, statement.text, bound):
                verdicts.add(_fits(told, required))
    verdicts.discard(Allowed.UNKNOWN)
    return verdicts.pop() if len(verdicts) == 1 else Allowed.UNKNOWN


def _is_bound(required: Range) -> bool:
    return required.low != required.high


def _fits(told: Range, required: Range) -> Allowed:
    if told.within(required):
        return Allowed.YES
    return Allowed.NOT if told.apart(required) else Allowed.UNKNOWN


def _same_noun(asked: str, number: re.Match[str], text: str, bound: re.Match[str]) -> bool:
    """Whether two numbers count the same: years of age, or the same noun."""
    behind, ahead = asked[number.end() :], text[bound.end() :]
    if _AGE.match(behind) or re.match(r"\W*$|\W*[.,;]", behind):
        before_bound = text[: bound.start()]
        return bool(_OF_AGE.search(before_bound)) or "old" in words(ahead)[:2]
    one, two = _COUNTED.match(behind), _COUNTED.match(ahead)
    if one is None or two is None:
        return False
    first, second = set(terms(one["noun"])), set(terms(two["noun"]))
    return bool(first & second) or bool(first & _HEADS and second & _HEADS)
