"""What one turn of a conversation spoke of: names, places, phrases, and what its answer listed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.entities.kinds import NAMED, is_known, kinds_of_phrase
from assistant.entities.statements import Kind
from assistant.evidence.kind_named import names_told
from assistant.model import Answer, Turn
from assistant.question.following.listing import listed, unmarked
from assistant.question.following.names import KnownNames, SpokenName, is_where, names_in
from assistant.question.following.phrases import Phrase, head_of, phrases_in
from assistant.question.following.remarks import asked_phrases, without_remark
from assistant.question.following.wording import YEAR
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import words

# An answer's text may be long; what follows these characters is no longer looked at.
_READ = 600
# So many names of it, and titles, may be pointed at.
_TOLD = 6
_TITLES = 4
# Turns whose reading is kept: those of the conversations that go on now.
_KEPT = 512
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_PERSON = re.compile(
    r"^[A-ZÅÄÖÉ][\w’'-]+(?:\s+(?:de|von|van|af|[A-ZÅÄÖÉ]\.|[A-ZÅÄÖÉ][\w’'-]+)){1,3}$"
)
_ASKS_WHO = re.compile(r"\b(?:who|whom|whose)\b", re.I)
_WHO_DOES = re.compile(rf"^who\s+(?!{AUXILIARY}\b)\w", re.I)
_TO = re.compile(r"^[a-zåäö]+\s.*\b(?:to|for|with|at)\s+$")
_GOES_ON = re.compile(r"\s+(?!and\b|or\b)[a-zåäö]")
_EXISTS = re.compile(r"^(?:is|are|was|were)\s+there\s+(?P<what>\S.*)$", re.I)
_OWNS = re.compile(r"^['’]")
_OWNED_BY = re.compile(r"(?:['’]s|(?<=s)['’])\s+(?=\S)")
_ARTICLE_BEFORE = re.compile(r"\b(the|an?)\s+$", re.I)
_DETERMINED = re.compile(r"^(?:the|an?|any|some|this|that|these|those|my|our|your)\s+", re.I)
_PARTS = re.compile(r"\s+(?:of|in|for|on|at|from|with|to)\s+(?:the\s+|an?\s+)?", re.I)
_PREPOSITION = re.compile(r"\b(?:of|in|for|on|at|from|with|to|by|near)\s+(?:the\s+)?$", re.I)
_OWNER = re.compile(r"['’]s?$")
_SHORTEST_PHRASE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A turn as a follow-up may point at it.

    Attributes:
        query: What was asked, standalone.
        typed: What was typed.
        names: What the query names, places left out, in order.
        places: Where the query asks about.
        phrases: The query's other noun phrases.
        items: What the answer listed, in the order shown.
        answer: The one thing that the short answer names, or None.
        cited: Titles of the documents cited, once each.
        titles: What they name, the first that is a name of each.
        told: Names at the beginning of the answer.
        kinds: Of each item what the documents say that it is.
        is_answered: Whether the documents answered it.
        said: The query and the beginning of the answer.
    """

    query: str
    typed: str
    names: tuple[SpokenName, ...]
    places: tuple[SpokenName, ...]
    phrases: tuple[Phrase, ...]
    items: tuple[str, ...]
    answer: SpokenName | None
    short: str
    cited: tuple[str, ...]
    titles: tuple[SpokenName, ...]
    told: tuple[SpokenName, ...]
    kinds: tuple[frozenset[Kind], ...]
    is_answered: bool
    said: str

    @property
    def asks_who(self) -> bool:
        """Whether it asks for persons or organisations by "who"."""
        return _ASKS_WHO.search(self.query) is not None

    @property
    def year(self) -> str:
        """The last year that the short answer or the query names, or ""."""
        found = YEAR.findall(self.short) or YEAR.findall(self.query)
        return found[-1] if found else ""


def spoken(turn: Turn, known: KnownNames) -> Spoken:
    """Read a turn, or give what was read in it before."""
    answer = turn.answer
    shown = answer.text[: _READ * 4]
    key = _Key(
        question=turn.question,
        query=turn.query,
        answer=replace(answer, text=shown, nearest=answer.nearest[:3]),
    )
    return _spoken(key, known.current())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    """What of a turn is read."""

    question: str
    query: str
    answer: Answer


@lru_cache(maxsize=_KEPT)
def _spoken(turn: _Key, known: KnownNames) -> Spoken:
    answer = turn.answer
    cited = tuple(dict.fromkeys(citation.title for citation in answer.citations))
    nearest = tuple(passage.title for passage in answer.nearest)
    asked = without_remark(turn.query)
    query = _with_names(asked, names_in(asked, known, (*cited, *nearest)))
    every = names_in(query, known, (*cited, *nearest))
    phrases = asked_phrases(query)
    names = tuple(
        named
        for name in every
        if not is_where(query, name)
        for named in _owned_and_owner(query, name, phrases)
    )
    short = unmarked(answer.short_answer or "").strip()
    whole = [name.text for name in names_in(short, known) if name.is_known]
    items = tuple(dict.fromkeys(_named(item, known) for item in listed(answer, whole)))
    one = _single(short, items, answer, known) or _doer(query, answer, known)
    one = _of_asked_kind(one, phrases) if one else None
    told = answer.status == "answered"
    return Spoken(
        query=query,
        typed=turn.question,
        names=names,
        places=tuple(name for name in every if is_where(query, name)),
        phrases=tuple(_unnamed(phrases, names)),
        is_answered=told,
        said=f"{query} {answer.text[:_READ]}" if told else query,
        items=items,
        answer=_existing(query, answer, known) or (None if len(items) > 1 else one),
        short=short,
        cited=cited,
        titles=tuple(_title_names(cited, known)),
        told=names_in(unmarked(answer.text[:_READ]), known)[:_TOLD] if told else (),
        kinds=tuple(_kinds(item, known) for item in items),
    )


def _title_names(titles: Sequence[str], known: KnownNames) -> Iterator[SpokenName]:
    for title in titles[:_TITLES]:
        names = names_in(title, known)
        best = max(names, key=lambda one: (one.is_known, len(one.text)), default=None)
        if best is not None:
            yield best


def _kinds(item: str, known: KnownNames) -> frozenset[Kind]:
    names = names_in(item, known)
    return names[0].kinds if names else frozenset()


def _with_names(query: str, names: Sequence[SpokenName]) -> str:
    """Write names as the documents do, so that they are found again in a longer query."""
    for name in reversed(names):
        if query[name.start : name.end] != name.text:
            query = f"{query[: name.start]}{name.text}{query[name.end :]}"
    return query


def _named(item: str, known: KnownNames) -> str:
    """Give the name alone of "the mentoring programme Women at the Helm"."""
    names = [name for name in names_in(item, known) if name.is_known]
    is_told = item[:1].islower() and len(names) == 1 and item.endswith(names[0].text)
    # "The chair at Alfa" is a chair.
    is_part = is_told and _PREPOSITION.search(item[: -len(names[0].text)]) is not None
    return names[0].text if is_told and not is_part else item


def written_as_person(name: str, kinds: frozenset[Kind]) -> bool:
    """Whether a name looks like a person's: two to four capitalised words, of no known kind.

    >>> written_as_person("Anna Berg", frozenset()), written_as_person("SmiLe", frozenset())
    (True, False)
    """
    named = all(kind == NAMED or not is_known(kind) for kind in kinds)
    return named and _PERSON.match(name) is not None


def _single(
    short: str, items: Sequence[str], answer: Answer, known: KnownNames
) -> SpokenName | None:
    """The one name that a short answer is, or begins with: "Anna Berg, its CEO"."""
    plain = items[0] if items else short
    names = names_in(plain, known)
    # "Bring companies to Lund" is not Lund.
    if not names or _TO.match(plain[: names[0].start]):
        return None
    first = names[0]
    before = _ARTICLE.sub("", plain[: first.start]).strip()
    is_one = len(before.split()) <= 3 and not YEAR.fullmatch(first.text)
    return _of_told_kind(first, unmarked(answer.text[:_READ])) if is_one else None


def _of_told_kind(name: SpokenName, text: str) -> SpokenName:
    """Give a name the kinds that an answer tells: "the ferry company Sundlinjen"."""
    if any(kind != NAMED and is_known(kind) for kind in name.kinds):
        return name
    told = [phrase for said, phrase in names_told(text) if said == name.text]
    kinds = {kind for phrase in told for kind in kinds_of_phrase(phrase) if is_known(kind)}
    return replace(name, kinds=name.kinds | kinds)


def _of_asked_kind(name: SpokenName, phrases: Sequence[Phrase]) -> SpokenName:
    """Give a name the kind that was asked for, where none is known: of "which contest was it?"."""
    is_told = any(kind != NAMED and is_known(kind) for kind in name.kinds)
    if is_told or not (phrases and phrases[0].asks_which):
        return name
    asked = kinds_of_phrase(f"a {phrases[0].text}")
    return replace(name, kinds=name.kinds | {kind for kind in asked if is_known(kind)})


def _existing(query: str, answer: Answer, known: KnownNames) -> SpokenName | None:
    """The one name of what "is there a network?" asked for: "Yes. A funds B, a network" tells."""
    asked = _EXISTS.match(query)
    what = phrases_in(asked["what"]) if asked and answer.status == "answered" else ()
    if not what:
        return None
    noun = words(head_of(what[0].text))
    told = [
        name
        for name, phrase in names_told(unmarked(answer.text[:_READ]))
        if set(noun) & set(words(phrase))
    ]
    return next(iter(names_in(told[0], known)), None) if len(set(told)) == 1 else None


def _doer(query: str, answer: Answer, known: KnownNames) -> SpokenName | None:
    """Give who does what "who wants it?" asks for: the subject of the answer, if it is new."""
    text = unmarked(answer.text[:_READ])
    first = next(iter(names_in(text, known)), None)
    if first is None or answer.status != "answered" or _WHO_DOES.match(query) is None:
        return None
    is_subject = first.start == 0 and _GOES_ON.match(text[first.end :]) is not None
    is_new = first.text.casefold() not in query.casefold()
    return first if is_subject and is_new and first.is_known and not first.is_place else None


def article_before(text: str, at: int) -> str:
    """Give the article that stands before a place in a text, or "".

    >>> article_before("Who runs the Bridge Forum?", 13), article_before("Who runs NOME?", 9)
    ('the', '')
    """
    found = _ARTICLE_BEFORE.search(text[:at])
    return found[1].lower() if found else ""


def _whole(text: str, name: SpokenName, phrases: Sequence[Phrase]) -> SpokenName:
    """Take all of "Bronze Age collapse" for a name of which the capitals are only a part."""
    phrase = next((one for one in phrases if one.start <= name.start < one.end), None)
    if phrase is None or _OWNS.match(text[name.end :]):
        return name
    start, end = max(phrase.start, 0), max(phrase.end, name.end)
    for border in _PARTS.finditer(text, phrase.start, phrase.end):
        if border.end() <= name.start:
            start = border.end()
        elif border.start() >= name.end:
            end = border.start()
            break
    said = _DETERMINED.sub("", text[start:end])
    start = end - len(said)
    said = _OWNER.sub("", _OWNED_BY.split(said)[0])
    return replace(name, text=said, start=start, end=start + len(said))


def _owned_and_owner(
    text: str, name: SpokenName, phrases: Sequence[Phrase]
) -> Iterator[SpokenName]:
    """Give "Alfa's AI Clinic" before "Alfa": what happens there is asked of the clinic."""
    whole = name if name.is_known else _whole(text, name, phrases)
    owned = _OWNED_BY.split(name.text)
    if len(owned) == 2 and owned[0] == whole.text and owned[1][:1].isupper():
        yield name
    yield whole


def _unnamed(phrases: Sequence[Phrase], names: Sequence[SpokenName]) -> Iterator[Phrase]:
    """Phrases that are more than a name."""
    for phrase in phrases:
        inside = any(name.start <= phrase.start and phrase.end <= name.end for name in names)
        if not inside and len(phrase.text) >= _SHORTEST_PHRASE:
            yield phrase
