"""A question asked again in the phrases of what was found: "designed" for "came up with"."""

import re
from collections.abc import Iterable

from assistant.question.alike import Meaning, Phrase, meanings
from assistant.question.kind import QuestionKind, classify
from assistant.question.terms import terms

_FORMS = {"be": 0, "is": 1, "are": 1, "was": 2, "were": 2, "been": 3, "being": 4}
_ALONE = 5
_MANY = {"is": "are", "was": "were"}
# "When did X go public?" is "when was X listed", and the other way about.
_IS_FOR = {"do": "are", "does": "is", "did": "was"}
_DO_FOR = {"is": "does", "are": "do", "was": "did", "were": "did"}
_WHO = r"(?P<who>(?:(?!(?:is|are|was|were|do|does|did|has|have|had)\b)[^\s,;?]+\s+){1,7}?)$"
_DOES = re.compile(rf"\b(?P<verb>do|does|did)\s+{_WHO}", re.I)
_IS = re.compile(rf"\b(?P<verb>is|are|was|were)\s+{_WHO}", re.I)
_HELPED = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had)(?:\s+(?:\w+ly|not|ever|also|already))*\s+$",
    re.I,
)
_MODAL = re.compile(r"\b(?:to|can|could|will|would|may|might|must|should)(?:\s+\S+){0,4}\s+$", re.I)
_PLURAL = re.compile(r"\b[a-zåäö-]+[^\Ws]s\s+$")
# So many other ways are tried.
_MOST = 3


def said_otherwise(query: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Ask a question again in other phrases, of those that texts have; no question for yes or no.

    >>> said_otherwise("When did Alfa go public?", ["It was listed on a stock exchange."])
    ('When was Alfa listed on a stock exchange?',)
    >>> said_otherwise("Who came up with Alfa?", ["It was designed by Beta."])
    ('Who designed Alfa?',)
    >>> said_otherwise("Who hands out prizes?", ["The grant is for two years."])
    ()
    """
    asked = [(one, found) for one in meanings() for found in one.pattern.finditer(query)]
    if not asked or classify(query).kind is QuestionKind.YES_NO:
        return ()
    text = "\n".join(texts)
    ways = dict.fromkeys(
        way
        for one, found in asked
        for phrase in one.phrases
        if phrase.is_written and phrase.is_told_in(text)
        for way in [_put(query, found, one, phrase)]
        if set(terms(way)) != set(terms(query))
    )
    return tuple(ways)[:_MOST]


def _put(query: str, found: re.Match[str], meaning: Meaning, other: Phrase) -> str:
    """Write another phrase of a meaning in place of the one found; as it was where none fits."""
    before, after = query[: found.start()], query[found.end() :]
    said = " ".join(found.group().split())
    if not other.is_verb:
        own = (each for each in meaning.phrases if not each.is_verb)
        return f"{before}{other.forms[any(_is(each, 1, said) for each in own)]}{after}"
    form = _form_of(said, before, meaning)
    if form is None:
        return query
    asks = _IS.search(before) if form == _ALONE else _DOES.search(before) if form == 0 else None
    if form == _ALONE and other.tail:
        return f"{before}{other.tail}{after}"
    if asks and (form == _ALONE or other.tail):
        verbs = _DO_FOR if form == _ALONE else _IS_FOR
        who = f"{verbs[asks['verb'].lower()]} {asks['who']}"
        return f"{before[: asks.start()]}{who}{other.tail or other.forms[0]}{after}"
    if form == _ALONE:
        return f"{before}that {other.forms[2]}{after}"
    if form == 1 and said.lower().startswith("are ") and not other.tail:
        form = 0
    return f"{before}{_agreeing(other, form, before)}{after}"


def _agreeing(phrase: Phrase, form: int, before: str) -> str:
    """Give a form of a phrase as it agrees with what stands before it."""
    if not phrase.tail:
        return phrase.forms[form]
    # "Companies go public" are listed.
    finite = 1 if form == 0 and not _MODAL.search(before) else form
    first, _, rest = phrase.forms[finite].partition(" ")
    is_many = finite != form or _PLURAL.search(before) is not None
    return f"{_MANY.get(first, first) if is_many else first} {rest}"


def _form_of(said: str, before: str, meaning: Meaning) -> int | None:
    """Say in which form a verb stands, `_ALONE` for one without its "be"; None for no verb."""
    for each in meaning.phrases:
        if not each.is_verb:
            continue
        if each.tail and re.search(rf"(?:^|\s){each.source(each.tail)}$", said, re.I):
            return _FORMS.get(said.split()[0].lower(), _ALONE)
        at = [form for form in range(_ALONE) if not each.tail and _is(each, form, said)]
        if at:
            # "Designed" may be past or participle.
            is_helped = _HELPED.search(before) is not None
            return at[-1] if is_helped else at[0]
    return None


def _is(phrase: Phrase, form: int, said: str) -> bool:
    return re.fullmatch(phrase.source(phrase.forms[form]), said, re.I) is not None
