"""Names that running text introduces: by heading, in quotation marks, "called X", "X (ABC)".

Looked for paragraph by paragraph, since the sentence that names a thing and the one that says what
it is stand beside each other: "X moved in last year. The company makes ...".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.entities.kinds import NAMED, is_known, kind_words, kinds_of_phrase
from assistant.entities.names import (
    NAME,
    SHORT,
    Name,
    is_abbreviation,
    name_of,
    names_of_title,
)
from assistant.entities.statements import (
    Fact,
    Kind,
    kind_in_name,
    sentences_of,
    told,
)
from assistant.evidence.statements import Statement
from assistant.question.grammar import MONTHS
from assistant.question.terms import words
from index.fulltext import STOP_WORDS
from index.passage import Passage

_QUOTE = '[“”"«»‘]'
_LATER = r"(?!(?:and|or|which|that|where|who|in|since|by|at|is|was|has|as|were|are|when|with|to)\b)"
# "Is now called the National testbed for clean ferries": small words may be part of a name.
_CALLED = re.compile(
    r"\b(?P<how>called|named|renamed(?:\s+(?:as|to))?|known\s+as|under\s+the\s+name(?:\s+of)?|"
    r"(?:with|by|has|got)\s+the\s+name(?:\s+of)?|entitled|dubbed|döptes\s+till|heter|kallas)\s+"
    rf"(?:the\s+)?{_QUOTE}?(?P<name>[A-ZÅÄÖ][^\s,.;:()“”\"]*(?:\s+{_LATER}[^\s,.;:()“”\"]+){{0,6}})"
    rf"{_QUOTE}?(?:{SHORT})?"
)
_RENAMED = re.compile(r"\brenamed\b|\b(?:now|today|since|later|formerly|previously)\b", re.I)
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(
    rf"\b(?P<kind>[a-zåäö-]+)\s+{_QUOTE}(?P<name>[A-ZÅÄÖ][^“”\"«»?]{{2,60}}){_QUOTE}"
)
_DASHED = re.compile(
    rf"(?P<name>{NAME})(?:{SHORT})?(?:\s+[a-zåäö]+)?\s+[–—-]\s+"
    r"(?P<phrase>(?:an?|one\s+of|en|ett)\s[^,.;()]{3,120})"
)
_DASH = re.compile(r"[–—-]\s")
_SHORTENED = re.compile(rf"(?P<name>{NAME}){SHORT}")
_ACTING = re.compile(rf"(?:^|,\s)(?:[Tt]he\s+)?(?P<name>{NAME})\s+(?!and\b|of\b|in\b)[a-zåäö]")
_THE_NOUN = re.compile(r"^(?:The|This|Today,?\s+the)\s+(?P<noun>[a-zåäö-]+)\b")
# "The annual event is attended by ..." says what the section is about.
_THE_ONE = re.compile(
    r"(?:^|[.!]\s+)(?:The|This)\s+(?:[a-zåäö-]+\s+)?(?P<noun>[a-zåäö-]+)\s+"
    r"(?:is|was|has|takes|offers|brings|gathers|helps|supports|works)\b"
)
_A_NOUN = re.compile(r"\b(?:[Tt]he|[Tt]his)\s+(?P<noun>[a-zåäö-]+)\b")
# Nouns for who does something, which name whom the sentence before speaks of.
_DOERS = frozenset(
    kind_words(noun)
    for noun in (
        "company", "firm", "startup", "foundation", "association", "organisation", "network",
        "cluster", "incubator", "accelerator", "institute", "agency", "fund", "university",
    )
)  # fmt: skip
_OPENS = re.compile(rf"^(?:[Tt]he\s+)?(?P<names>{NAME})\s+[a-zåäö]")
_WE = re.compile(r"(?:In\s[^,]{3,60},\s|During\s\S+\s|Since\s\S+,\s)?(?:[Ww]e|[Oo]ur|[Vv]i)\b")
# Who does things so often is worth knowing, whatever it is.
_SEVERAL = 2
_EXAMPLE = re.compile(rf"\b(?:example|instance|another|other)\s+is\s+(?:the\s+)?(?P<name>{NAME})")
_PLURAL = re.compile(r"\b[A-Za-zåäö-]+s\b")
# "Tide Week: five days about boats, 15–19 April" tells of an event.
_ON_DAYS = re.compile(
    rf"\b\d{{1,2}}(?:\s?(?:[–-]|and|to)\s?\d{{1,2}})?\s+(?:{'|'.join(MONTHS)})\b"
    rf"|\b(?:{'|'.join(MONTHS)})\s+\d{{1,2}}(?:\s?[–-]\s?\d{{1,2}})?\b(?!\d)",
    re.I,
)
_CALENDAR = re.compile(
    r"\b(?:events?|calendar|what['’]s on|programme|agenda|dates|diary|evenemang|kalender)\b", re.I
)
_HEADLINE = 2
# A longer heading is a headline.
_LONGEST_HEADING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Statements that no blank line parts."""

    passage: Passage
    statements: tuple[Statement, ...]


def paragraphs_of(passage: Passage, statements: Sequence[Statement]) -> tuple[Paragraph, ...]:
    """Give a passage's statements by paragraph, in order."""
    groups: list[list[Statement]] = []
    for statement in statements:
        end = groups[-1][-1].end if groups else 0
        between = passage.text[end - passage.start : statement.start - passage.start]
        if groups and "\n" not in between:
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return tuple(Paragraph(passage=passage, statements=tuple(each)) for each in groups)


def introduced_in(
    passage: Passage, statements: Sequence[Statement], said: Mapping[int, Sequence[Fact]]
) -> Iterator[Fact]:
    """Give what a passage introduces, and again what its single statements say.

    Args:
        passage: Where to look.
        statements: What it states, in order.
        said: By where they begin, what they say by themselves (`facts_in`).
    """
    yield from _by_heading(passage, statements)
    for paragraph in paragraphs_of(passage, statements):
        yield from _in_paragraph(paragraph, said)


def acting_in(document: Sequence[Statement]) -> Iterator[Fact]:
    """Give who does things in several sentences of a document, though nothing says what it is.

    Where the document says "we" and one name stands out, that is who speaks.
    """
    actors: dict[str, list[Statement]] = {}
    for statement in document:
        for text in filter(None, sentences_of(statement)):
            opening = _OPENS.match(text)
            for each in opening["names"].split(" and ") if opening else ():
                name = name_of(each)
                if name and " " in name.name:
                    actors.setdefault(name.name, []).append(statement)
    several = {name: said for name, said in actors.items() if len(said) >= _SEVERAL}
    speaker = _speaker(several, document)
    for written, said in several.items():
        fact = _passing(Name(name=written), kind_in_name(written) or NAMED, said[0])
        yield replace(fact, is_voice=written == speaker)


def _speaker(several: Mapping[str, Sequence[Statement]], document: Sequence[Statement]) -> str:
    speaking = sum(_WE.match(each.text) is not None for each in document)
    whole = " ".join(each.text for each in document)
    ranked = sorted(several, key=lambda name: -len(_places(name, whole)))
    if speaking < _SEVERAL or not ranked:
        return ""
    counts = [len(_places(name, whole)) for name in ranked[:2]]
    return ranked[0] if len(counts) == 1 or counts[0] > counts[1] else ""


def _by_heading(passage: Passage, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Read a heading that is a name which its own text uses: "High Level Forum"."""
    heading = passage.heading.split(" > ")[-1] if passage.heading else ""
    spelt = [word for word in heading.split() if word.casefold() not in STOP_WORDS]
    if not statements or not spelt or len(spelt) > _LONGEST_HEADING:
        return
    if not all(word.strip("(&-–")[:1].isupper() or not word[:1].isalpha() for word in spelt):
        return
    if _is_event(passage, heading, spelt, statements):
        for name in names_of_title(heading)[:1]:
            yield _passing(name, kind_words("event"), statements[0])
        return
    body = " ".join(each.text for each in statements)
    for name in names_of_title(heading)[:1]:
        longer = re.search(rf"\b{re.escape(name.name)}\s[A-ZÅÄÖ][\w-]+", body)
        written = [each for each in (name.name, *name.aliases) if _places(each, body)]
        if not written or (len(spelt) == 1 and not longer and not is_abbreviation(spelt[0])):
            continue
        if longer and all(body.startswith(longer.group(), at) for at in _places(name.name, body)):
            name = Name(name=longer.group(), aliases=(name.name, *name.aliases))
        called = [kind_words(each["noun"]) for each in _THE_ONE.finditer(body)]
        kind = kind_in_name(name.name) or next(filter(is_known, called), NAMED)
        yield replace(next(told(name, [kind], statements[0])), is_defined=kind != NAMED)


def _is_event(
    passage: Passage, heading: str, spelt: Sequence[str], statements: Sequence[Statement]
) -> bool:
    """Whether a heading names what its first sentences put on days, on a page of events."""
    is_named = len(spelt) >= _HEADLINE or not heading[:1].islower()
    opening = " ".join(each.text for each in statements[:_HEADLINE])
    is_calendar = _CALENDAR.search(passage.context) is not None
    is_part = bool(_CALENDAR.search(heading)) or any(
        word.isdecimal() or word.casefold() in MONTHS for word in spelt
    )
    return is_named and is_calendar and not is_part and _ON_DAYS.search(opening) is not None


def _places(part: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(rf"\b{re.escape(part)}\b", text)]


def _in_paragraph(paragraph: Paragraph, said: Mapping[int, Sequence[Fact]]) -> Iterator[Fact]:
    seen: list[Fact] = []
    acting, before = None, ""
    for statement in paragraph.statements:
        for text in filter(None, sentences_of(statement)):
            noun = _THE_NOUN.match(text)
            kind = kind_words(noun["noun"]) if noun else ()
            spoken_of = _antecedent(text, seen)
            new = [
                *said[statement.start],
                *_named_in(text, spoken_of, statement),
                *_examples(text, before, statement),
            ]
            if acting and kind in _DOERS and spoken_of is None:
                new.append(replace(_passing(acting, kind, statement), is_guess=True))
            yield from new
            seen += new
            acting = _actor(text) if noun is None else acting
            before = text


def _antecedent(text: str, seen: Sequence[Fact]) -> Name | None:
    """Whom "the database" means: the last one that the paragraph calls so."""
    for found in _A_NOUN.finditer(text):
        kind = kind_words(found["noun"])
        for fact in reversed(seen):
            if is_known(kind) and any(each[-1:] == kind[-1:] for each in fact.kinds):
                return fact.name
    return None


def _actor(text: str) -> Name | None:
    """Who does something in a sentence; None when several do."""
    for found in _ACTING.finditer(text):
        name = name_of(found["name"])
        if name and " and " not in name.name:
            return name
    return None


def _named_in(text: str, spoken_of: Name | None, statement: Statement) -> Iterator[Fact]:
    for found in _CALLED.finditer(text):
        if name := name_of(found["name"], found["short"]):
            around = text[: found.start()] + text[found.end() : found.end() + len(" since")]
            is_again = found["how"].startswith("renamed") or _RENAMED.search(around)
            if spoken_of and is_again:
                both = replace(spoken_of, aliases=(*spoken_of.aliases, name.name))
                yield _passing(both, NAMED, statement)
            else:
                yield _passing(name, _kind_near(text, found.start(), name), statement)
    for found in _QUOTED.finditer(text):
        kind = kind_words(found["kind"])
        if is_known(kind) and (name := name_of(found["name"])):
            yield _passing(name, kind, statement)
    yield from _apposed(text, statement)


def _apposed(text: str, statement: Statement) -> Iterator[Fact]:
    """Read what stands behind a name: "X – a new network", "X (ABC)"."""
    for found in _DASHED.finditer(text) if _DASH.search(text) else ():
        kinds = [kind for kind in kinds_of_phrase(found["phrase"]) if is_known(kind)]
        if kinds and (name := name_of(found["name"], found["short"])):
            yield from told(name, kinds, statement)
    for found in _SHORTENED.finditer(text) if "(" in text else ():
        if name := _shortened(found["name"], found["short"]):
            yield _passing(name, kind_in_name(name.name) or NAMED, statement)


def _shortened(written: str, short: str) -> Name | None:
    """Make a name of what stands before a short form; of "A and B (BC)" only "B"."""
    if not is_abbreviation(short):
        return None
    parts = written.split(" and ")
    for at in range(len(parts)):
        name = name_of(" and ".join(parts[at:]), short)
        if name and name.name[:1] == short[:1].upper() and not short.endswith("s"):
            return name
    # "Support from the Region (MSEK)" gives a unit.
    is_short = any(word[:1].casefold() == short[:1].casefold() for word in written.split())
    return name_of(written, short) if len(parts) == 1 and is_short else None


def _kind_near(text: str, end: int, name: Name) -> Kind:
    """What a thing that gets a name is: what its name says, else the noun said before."""
    for word in words(name.name):
        if is_known((word,)):
            return (word,)
    # A noun within a name says what the one so named is: "with the Alfa Foundation and called X".
    for written in reversed(_WORD.findall(text[:end])):
        if written[0].islower() and is_known(kind_words(written)):
            return (words(written)[-1],)
    return NAMED


def _examples(text: str, before: str, statement: Statement) -> Iterator[Fact]:
    """Read "There are startups here. One example is X"."""
    plural = [kind for each in _PLURAL.findall(before) if is_known(kind := kind_words(each))]
    for found in _EXAMPLE.finditer(text):
        if plural and (name := name_of(found["name"])):
            yield _passing(name, plural[0], statement)


def _passing(name: Name, kind: Kind, statement: Statement) -> Fact:
    return replace(next(told(name, [kind], statement)), is_defined=False)
