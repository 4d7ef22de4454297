"""Names in a question or an answer: those the documents know, titles, and runs of capitals."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.entities.statements import Kind
from assistant.question.grammar import MONTHS
from assistant.question.named import page_name, short_name
from assistant.question.terms import words
from index.fulltext import STOP_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenName:
    """A name, and where it stands in the text it was found in.

    Attributes:
        text: As it is put into a query.
        start: Offset of its first character.
        end: Offset after its last.
        kinds: What the documents say that it is; empty when they do not.
        is_known: Whether the documents know it.
        is_place: Whether it is only where something is.
    """

    text: str
    start: int
    end: int
    kinds: frozenset[Kind] = frozenset()
    is_known: bool = False
    is_place: bool = False


class KnownNames(Protocol):
    """What the documents know of names. Compared by identity, so that what was read can be kept."""

    def current(self) -> "KnownNames":
        """Give the names as they are now: the same object as long as none came or went."""
        ...

    def __hash__(self) -> int:
        """Tell it from others."""
        ...

    def find(self, text: str) -> tuple[SpokenName, ...]:
        """Find the known names of a text, in order; of names that overlap the longest."""
        ...

    def nearest(self, name: str) -> str:
        """Give the known name that a misspelt one means; "" when none is near."""
        ...

    def called(self, noun: str) -> str:
        """Give the only name that documents call "cold chamber"; "" for none, and for one word."""
        ...

    def support(self, name: str, asked: Sequence[str]) -> float:
        """Say which share of some terms the passages about a name hold; 0 when it has none."""
        ...


@dataclass(frozen=True, slots=True)
class NoNames:
    """Knows nothing."""

    def current(self) -> "NoNames":
        """Give itself."""
        return self

    def find(self, text: str) -> tuple[SpokenName, ...]:
        """Find nothing."""
        return ()

    def nearest(self, name: str) -> str:
        """Know none."""
        return ""

    def called(self, noun: str) -> str:
        """Know none."""
        return ""

    def support(self, name: str, asked: Sequence[str]) -> float:
        """Hold nothing."""
        return 0.0


_CAPITAL = r"(?:[A-ZÅÄÖÉÜØÆ][\w&.'’-]*\w|[A-ZÅÄÖ]\b|\d+[A-Z][\w-]*|[a-z]+[A-Z]\w*)"
_RUN = re.compile(
    rf"(?<![\w'’-]){_CAPITAL}(?:(?:(?<=s)['’])?\s+(?:(?:of|for|&|de|i|av|von|der|at)\s+(?:the\s+)?)?"
    rf"(?:{_CAPITAL}|\d+\b))*"
)
# What begins a sentence is capital anyway, and these name nothing that can be spoken of.
_NO_NAMES = frozenset(
    words(f"""
    what when where which while who whom whose why how is are was were am do does did can could has
    have had will would should may must might the a an and or but so please tell list name describe
    explain give show compare find in on at for from by with to of it its i my we our you your they
    their he his she her this that these those there any some all both each every no not yes since
    until about after before during if then also ok okay oh well sorry thanks thank hi hello hey
    as count apart besides s ll m ve re d t
    ceo cto cfo coo phd ai sme smes kpi faq gdpr eu usa us uk msek sek eur usd dkk nok
    swedish english danish norwegian finnish german french european nordic
    monday tuesday wednesday thursday friday saturday sunday {" ".join(MONTHS)}
""")
)
# These begin names: "AI Clinic", "Nordic Network".
_BEGIN_NAMES = frozenset(
    words(
        "ai eu us uk sme phd swedish english danish norwegian finnish german french european nordic"
    )
)
_DATE = re.compile(r"^[\d\W]*$")
_BEGINS = re.compile(r"(?:^|[.?!:]\s*)$")
# "Spanish" names no entity.
_ADJECTIVE = re.compile(r"^[A-Z][a-z]+(?:ish|ese|[ai]ans?)$")
_LEAST = 4
_POSSESSIVE = re.compile(r"['’]s?$")
_WHERE_BEFORE = re.compile(r"\b(?:in|near|around|outside|within|i|på)\s+(?:the\s+)?$", re.I)
_A_NOUN = re.compile(
    r"\s+an?\s+(?!(?:year|month|week|day|hour|time|visit|person|head|company|team)\b)"
    r"[a-zåäö][\w-]*"
)
_NAMED_BEFORE = re.compile(
    r"(?:\bwhat(?:['’]s|\s+(?:is|was))|\b(?:of|for|about|with|through))\s+$", re.I
)
_BRACKETED = re.compile(r"\s*\(([^()]{2,40})\)")


def names_in(text: str, known: KnownNames, titles: Iterable[str] = ()) -> tuple[SpokenName, ...]:
    """Find all names of a text in order; none overlaps another.

    Args:
        text: What somebody typed, or a short answer.
        known: What the documents know.
        titles: Further names, which count in whatever capitals they are typed.

    >>> [name.text for name in names_in("Does Vinnova fund the Bridge Forum?", NoNames())]
    ['Vinnova', 'Bridge Forum']
    """
    found = [*known.find(text), *_titled(text, titles), *_runs(text)]
    kept: list[SpokenName] = []
    for name in sorted(found, key=lambda one: (-(one.end - one.start), not one.is_known)):
        if all(name.end <= other.start or name.start >= other.end for other in kept):
            kept.append(name)
    return tuple(_with_noun(text, one) for one in sorted(kept, key=lambda one: one.start))


def is_where(text: str, name: SpokenName) -> bool:
    """Whether a name only says where: a known place, or an unknown name behind "in"."""
    behind = _WHERE_BEFORE.search(text[: name.start]) is not None
    return name.is_place or (behind and not name.is_known)


def _with_noun(text: str, name: SpokenName) -> SpokenName:
    """Give all of a name that goes on small, as "Rent a researcher" does."""
    behind = None if name.is_known else _A_NOUN.match(text[name.end :])
    if behind is None or _NAMED_BEFORE.search(text[: name.start]) is None:
        return name
    end = name.end + behind.end()
    return replace(name, text=text[name.start : end], end=end)


def _titled(text: str, titles: Iterable[str]) -> Iterable[SpokenName]:
    small = text.casefold()
    for title in titles:
        plain = page_name(title)
        if plain.casefold()[:_LEAST] not in small and "(" not in plain:
            continue
        own = tuple(words(plain))
        # "Women" is no short name of "Women at the Helm".
        short = None if STOP_WORDS.intersection(own[1:2]) else short_name(own)
        forms = [plain, _BRACKETED.sub("", plain), *_BRACKETED.findall(plain)]
        shorter = [short] if short and short not in _NO_NAMES else []
        for form in dict.fromkeys([*forms, *shorter]):
            at = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.I)
            if at:
                said = at.group() if at.group() != at.group().lower() else plain
                yield SpokenName(text=said, start=at.start(), end=at.end(), is_known=True)
                break


def _runs(text: str) -> Iterable[SpokenName]:
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = _POSSESSIVE.sub("", found.group())
        end = start + len(run)
        # "Does SmiLe" begins with a verb that only the sentence makes a capital.
        while run and (first := re.match(r"\S+\s*", run)):
            said = set(words(first.group()))
            if not said <= _NO_NAMES or (said <= _BEGIN_NAMES and first.end() < len(run)):
                break
            start += first.end()
            run = text[start:end]
        if len(run) > 1 and not _DATE.match(run) and not _is_only_capital(text, run, start):
            yield SpokenName(text=run, start=start, end=end)


def _is_only_capital(text: str, run: str, start: int) -> bool:
    """Whether one word is a capital for another reason than being a name."""
    if " " in run or any(letter.isupper() or letter.isdecimal() for letter in run[1:]):
        return False
    if _ADJECTIVE.match(run):
        return True
    begins = _BEGINS.search(text[:start]) is not None
    return begins and text[start + len(run) :].strip(" ?!.") != ""
