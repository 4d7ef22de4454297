"""What kind of thing a question asks for, and of what time; the words that say so are told, too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.approved.tokens import Token
from assistant.approved.vocabulary import ASKING, AUXILIARIES, DOERS, base, is_past
from assistant.question.terms import words


class Ask(StrEnum):
    """What is asked for. Any other "how" is `HOW` with its adjective among the content."""

    YES_NO = "yes_no"
    WHO = "who"
    WHAT = "what"
    WHICH = "which"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    HOW = "how"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    HOW_LONG = "how_long"
    HOW_OFTEN = "how_often"


class Tense(StrEnum):
    """What time a question is about; `ANY` where its form does not tell."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked for, and the places of the words that say nothing else."""

    ask: Ask
    spent: frozenset[int] = frozenset()


_AUX = "(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should|must|may)"
# In this order; what a pattern matches is spent.
_PATTERNS: tuple[tuple[str, Ask], ...] = (
    (r"how often|how frequently|how many times (?:a|an|per)", Ask.HOW_OFTEN),
    (r"how long(?= is| does| do| will| was| did| are)|(?:what is )?the (?:duration|length) of",
     Ask.HOW_LONG),
    (r"how many|hur manga|(?:^(?:what is )?the |^)number of|(?<= )number of(?= \w+s\b)",
     Ask.HOW_MANY),
    (r"(?:(?:what|which) is the |^)(?:price|cost)(?= of| for| to)|(?:what|which) (?:amount|sum)"
     r"(?: of (?:money|capital))?|how much(?: (?:money|capital|does it cost|do i pay|is))?"
     r"|hur mycket", Ask.HOW_MUCH),
    (r"(?:(?:in|by|from) )?(?:what|which|vilket) (?:year|date|ar)|^by when|^when|^nar"
     r"|(?<=opening )year$|(?<=founding )year$|(?<=foundation )year$", Ask.WHEN),
    (r"what is the (?:location|address)(?= of)|(?:in|at) (?:what|which) place|^where|^var",
     Ask.WHERE),
    (r"^why|what is the reason|^how come|^varfor", Ask.WHY),
    (r"what is the name of(?: the)?", Ask.WHO),
    (r"^(?:by )?(?:whom?|whose|vem|vilka)\b(?! [^ ]+er\b(?! )?$)", Ask.WHO),
    (r"^(?:can you |could you |please )*(?:tell me about|describe|explain what|explain)", Ask.WHAT),
    (rf"^(?:in |for |to |from |with )?(?:what|which|vilken|vilket)(?! {_AUX}\b)|^(?:list|name)\b"
     r"(?: all)?(?: the)?", Ask.WHICH),
    (r"^(?:what|which) is the way to|^how|^hur", Ask.HOW),
    (r"^(?:what|which|vad)\b", Ask.WHAT),
)  # fmt: skip
_COMPILED = tuple((re.compile(rf"(?:{pattern})(?!\w)"), ask) for pattern, ask in _PATTERNS)
# "According to the report, when ...", "Ideon opened when?"
_INSIDE = {
    "nar": Ask.WHEN, "when": Ask.WHEN, "where": Ask.WHERE, "why": Ask.WHY, "how": Ask.HOW,
    "who": Ask.WHO, "whom": Ask.WHO, "what": Ask.WHAT, "which": Ask.WHICH,
}  # fmt: skip
_PERSONS = DOERS | {"ceo", "chair", "director", "president", "leader", "manager", "head"}
# Where it costs something, "what" asks how much.
_COSTS = re.compile(r"^what (?:do|does|did|will|would) .*\bcost(?:s)?\b")
_AMOUNTS = re.compile(r"^what (?:is|are|was|were) .*\b(?:rent|fee|price|cost)s?\b")
_PRICE = next(pattern for pattern, ask in _COMPILED if ask is Ask.HOW_MUCH)
# What says no more where this is asked: "how long does it last".
_SPENT_WITH = {Ask.HOW_MUCH: {"cost"}, Ask.HOW_LONG: {"last"}}
_SIZES = re.compile(r"^how (?:big|large)(?: a)?\b")
_OF_SIZE = frozenset(map(base, ("budget", "share", "turnover", "revenue", "fund", "fee")))
_DATED = frozenset({base("deadline")})


def asking_of(tokens: Sequence[Token]) -> Asking:
    """Say what a question asks for."""
    texts = [token.text for token in tokens]
    meanings = {token.meaning for token in tokens}
    joined = " ".join(texts)
    return (
        _asking_amount(texts, joined, meanings)
        or _asking_by_pattern(texts, joined, meanings)
        or _asking_otherwise(texts)
    )


def _asking_amount(texts: Sequence[str], joined: str, meanings: set[str]) -> Asking | None:
    """Read "what" that asks how much, and "how big" that asks what a sum is."""
    if _COSTS.search(joined):
        return Asking(ask=Ask.HOW_MUCH, spent=_places(texts, {"cost", "costs", "what"}))
    if _AMOUNTS.search(joined) and not _PRICE.search(joined):
        return Asking(ask=Ask.HOW_MUCH)
    if (size := _SIZES.match(joined)) and meanings & _OF_SIZE:
        return Asking(ask=Ask.WHAT, spent=_span(joined, size.start(), size.end()))
    return None


def _asking_by_pattern(texts: Sequence[str], joined: str, meanings: set[str]) -> Asking | None:
    for pattern, ask in _COMPILED:
        if found := pattern.search(joined):
            spent = _span(joined, found.start(), found.end())
            spent |= _places(texts, _SPENT_WITH.get(ask, set()))
            is_date = ask is Ask.WHAT and bool(meanings & _DATED)
            return Asking(ask=Ask.WHEN if is_date else ask, spent=spent)
    return None


def _asking_otherwise(texts: Sequence[str]) -> Asking:
    """Read a question that begins with a verb, in the middle, or not at all."""
    if texts and texts[0] in AUXILIARIES:
        return Asking(ask=Ask.YES_NO)
    for at, text in enumerate(texts):
        if text in _INSIDE:
            return Asking(ask=_INSIDE[text], spent=frozenset({at}))
    return Asking(ask=Ask.WHO if _PERSONS & set(map(_singular, texts)) else Ask.WHAT)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _places(texts: Sequence[str], wanted: set[str]) -> frozenset[int]:
    return frozenset(at for at, text in enumerate(texts) if text in wanted)


def _span(joined: str, start: int, end: int) -> frozenset[int]:
    """Give the places of the words that stand between two characters."""
    first = len(joined[:start].split())
    return frozenset(range(first, first + len(joined[start:end].split())))


# Nouns of deeds that are long done: who is the founder founded.
_DONE = frozenset(words("founder founders founding foundation opening creator creators winner"))


def tense_of(tokens: Sequence[Token], ask: Ask) -> Tense:
    """Say what time a question is about."""
    texts = [token.text for token in tokens] or [""]
    if set(texts) & _DONE or texts[1:2] == ["found"]:
        return Tense.ANY
    helping = [text for text in texts if text in AUXILIARIES]
    if any(text in {"will", "shall"} for text in helping):
        return Tense.PRESENT if ask is Ask.YES_NO else Tense.FUTURE
    if any(text in {"did", "was", "were", "had"} for text in helping):
        return Tense.PAST
    if not helping and texts[0] not in ASKING:
        return Tense.ANY
    if any(text in {"has", "have"} for text in helping) and "got" not in texts:
        at = next(i for i, text in enumerate(texts) if text in {"has", "have"})
        return Tense.PAST if any(map(is_past, texts[at + 1 :])) else Tense.PRESENT
    if helping:
        return Tense.PRESENT
    if ask in {Ask.WHO, Ask.WHICH, Ask.HOW_MANY, Ask.WHAT} and texts[0] != "list":
        return Tense.PAST if any(map(is_past, texts[1:4])) else Tense.PRESENT
    return Tense.ANY
