"""What one turn of a conversation spoke of: names, places, phrases, and what its answer listed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.entities.kinds import NAMED, is_known, kind_words
from assistant.entities.statements import Kind
from assistant.model import Answer, Turn
from assistant.question.following.given import Given, given_name
from assistant.question.following.listing import listed, unmarked
from assistant.question.following.names import KnownNames, SpokenName, is_where, names_in
from assistant.question.following.phrases import Phrase
from assistant.question.following.remarks import asked_phrases, without_remark
from assistant.question.following.wording import YEAR

# An answer's text may be long; what follows these characters is no longer looked at.
_READ = 600
# So many names of it, and titles, may be pointed at.
_TOLD = 6
_TITLES = 4
# Turns whose reading is kept: those of the conversations that go on now.
_KEPT = 512
_PERSON = re.compile(
    r"^[A-ZÅÄÖÉ][\w’'-]+(?:\s+(?:de|von|van|af|[A-ZÅÄÖÉ]\.|[A-ZÅÄÖÉ][\w’'-]+)){1,3}$"
)
_ASKS_WHO = re.compile(r"\b(?:who|whom|whose)\b", re.I)
_WHAT_IS = re.compile(
    r"^(?:(?:and|so|but|ok|now)\s+)?(?:what|who)(?:['’]s|\s+(?:is|are|was|were))\s+(?:the\s+|an?\s+)?",
    re.I,
)
_WHAT_IS_NOUN = re.compile(
    r"^(?i:what(?:['’]s|\s+is)|tell me about|describe|explain)\s+(?P<what>an?\s+[a-z][a-z -]+?)"
    r"[?.! ]*$"
)
_TELL_ABOUT = re.compile(
    r"^(?:please\s+)?(?:tell me (?:more )?about|describe|explain)\s+(?:the\s+)?(?P<what>.+)$", re.I
)
_OWNS = re.compile(r"^['’]")
_OWNED_BY = re.compile(r"(?:['’]s|(?<=s)['’])\s+(?=\S)")
_ARTICLE_BEFORE = re.compile(r"\b(the|an?)\s+$", re.I)
_DETERMINED = re.compile(r"^(?:the|an?|any|some|this|that|these|those|my|our|your)\s+", re.I)
_PARTS = re.compile(r"\s+(?:of|in|for|on|at|from|with|to)\s+(?:the\s+|an?\s+)?", re.I)
_PREPOSITION = re.compile(r"\b(?:of|in|for|on|at|from|with|to|by|near)\s+(?:the\s+)?$", re.I)
_OWNER = re.compile(r"['’]s?$")
# "Alfa (60 per cent)" is Alfa.
_COUNTED = re.compile(r"\s*\([^()]*\d[^()]*\)")
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
    def is_definition(self) -> bool:
        """Whether it asks what a name is, and nothing else: "What is NOME?"."""
        found = _WHAT_IS.match(self.query)
        named = self.names[0] if self.names else None
        return (
            named is not None
            and found is not None
            and found.end() - named.start in {0, len("the ")}
            and not self.query[named.end :].strip(" ?!.")
        )

    @property
    def described(self) -> str:
        """What it asks to be told about, "NOME" or "an innovation cheque", or ""."""
        if self.is_definition:
            return self.names[0].text
        noun = None if self.names else _WHAT_IS_NOUN.match(self.query)
        if noun and len(self.phrases) == 1 and self.phrases[0].text in noun["what"]:
            return noun["what"]
        found = _TELL_ABOUT.match(self.query)
        if found is None or len(self.names) != 1:
            return ""
        name = self.names[0].text
        return name if len(found["what"].rstrip(" ?!.")) <= len(name) else ""

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
    told = answer.status == "answered"
    begins = unmarked(answer.text[:_READ]) if told else ""
    given = Given(query=query, phrases=phrases, short=short, text=begins, items=items, titles=cited,
                  known=known)  # fmt: skip
    return Spoken(
        query=query,
        typed=turn.question,
        names=names,
        places=tuple(name for name in every if is_where(query, name)),
        phrases=tuple(_unnamed(phrases, names)),
        is_answered=told,
        said=f"{query} {answer.text[:_READ]}" if told else query,
        items=items,
        answer=given_name(given),
        short=short,
        cited=cited,
        titles=tuple(_title_names(cited, known)),
        told=names_in(begins, known)[:_TOLD],
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
    """Give the name alone of "the course Women at the Helm" and of "Alfa (60 per cent)"."""
    names = [name for name in names_in(item, known) if name.is_known]
    if len(names) == 1 and _COUNTED.fullmatch(item.removeprefix(names[0].text)):
        return names[0].text
    is_told = item[:1].islower() and len(names) == 1 and item.endswith(names[0].text)
    # "The chair at Alfa" is a chair.
    is_part = is_told and _PREPOSITION.search(item[: -len(names[0].text)]) is not None
    return names[0].text if is_told and not is_part else item


def written_as_person(name: str, kinds: frozenset[Kind]) -> bool:
    """Whether a name looks like a person's: two to four capitalised words, of no known kind.

    >>> written_as_person("Anna Berg", frozenset()), written_as_person("SmiLe", frozenset())
    (True, False)
    >>> written_as_person("Region Skåne", frozenset())
    False
    """
    named = all(kind == NAMED or not is_known(kind) for kind in kinds)
    return named and _PERSON.match(name) is not None and not is_known(kind_words(name.split()[0]))


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
