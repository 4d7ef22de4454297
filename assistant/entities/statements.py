"""What one statement says about which entities there are: "X is an incubator", and the like."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.entities.kinds import is_known, kind_words, kinds_of_phrase, known_kinds, plural
from assistant.entities.names import NAME, SHORT, Name, name_of, names_of_title
from assistant.entities.tables import kinds_in_table
from assistant.evidence.statements import Statement
from index.passage import Passage

Kind = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """That an entity is of some kinds, as one document says.

    Attributes:
        name: Its name with short forms.
        kinds: What it is.
        statement: What says so; None when front matter or the name alone does.
        own: Ordinals of the document's passages that are about it.
        is_defined: Whether a sentence or the front matter says it, rather than the name alone or
            a word in passing.
        is_told: Whether the statement says it, rather than the front matter.
        region: Where front matter says that it is.
        is_voice: Whether it is who says "we" in the document.
        is_given: Whether front matter says it.
        is_guess: Whether a sentence beside it only seems to say so: "The foundation decided".
    """

    name: Name
    kinds: tuple[Kind, ...]
    document_id: str
    statement: Statement | None = None
    own: frozenset[int] = frozenset()
    is_defined: bool = True
    is_told: bool = True
    region: str = ""
    is_voice: bool = False
    is_given: bool = False
    is_guess: bool = False


ARTICLE = r"(?:an?|the|one\s+of|en|ett)\s|[A-ZÅÄÖ][\w.-]*['’´]s?\s"
_DATED = r"(?:(?:As of|Since|In|Sedan)\s[^,]{3,30},\s)?"
_IS_A = (
    rf"(?:{SHORT})?(?:,[^,.;]{{2,80}},)?\s+"
    r"(?P<verb>(?:is|was|are|has\s+been|remains|became|är|var)(?:\s+(?:also|now|today|both|primarily|"
    r"currently|först|också))?|(?:works|acts|serves|operates|functions)\s+as)\s+"
    rf"(?P<phrase>(?:{ARTICLE}).+)$"
)
_DEFINES = re.compile(rf"^{_DATED}(?:[Tt]he\s+)?(?P<name>{NAME}){_IS_A}", re.DOTALL)
_TITLE_DEFINES = re.compile(_IS_A, re.DOTALL)
_ARE = frozenset({"are", "were"})
# Under a heading: "A non-profit cluster organisation founded by ...", without a verb.
_FRAGMENT = re.compile(
    r"^(?:(?:This|It)\s+(?:is|was)\s+(?:an?|the)|An?|En|Ett|The(?=\s(?:national|regional|leading|largest|first|oldest|only)\b))\s+"
    r"(?P<phrase>[a-zåäö].+)$",
    re.DOTALL,
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|can|is|är|var|har)\b")
_APPOSITION = re.compile(
    rf"(?P<name>{NAME})(?:{SHORT})?,\s+(?P<phrase>(?:an?|one\s+of|en|ett)\s[^,.;()]{{3,120}})"
)
_NAMES = rf"{NAME}(?:(?:,\s+(?:and\s+|och\s+)?|\s+and\s+|\s+och\s+){NAME})*"
_AND = re.compile(r",\s+(?:and\s+|och\s+)?|\s+and\s+|\s+och\s+")
_WHERE = re.compile(r"\s+(?:in|at|on|i|på)\s+")
_LINKED = re.compile(rf"{_AND.pattern}|\s+(?:in|for|on|at)\s+")
_LIKE = r"(?:,?\s+(?:such\s+as|like|including|called|named|till\s+exempel|som))?"


def _either(nouns: Iterable[str]) -> str:
    return "|".join(re.escape(each).replace(r"\ ", r"[\s-]+") for each in nouns)


def _nouns() -> list[str]:
    return sorted({" ".join(kind) for kind in known_kinds()}, key=len, reverse=True)


# Nouns that are verbs too: "Region Skåne funds Open Lab" says nothing of a fund.
_VERBS_TOO = frozenset({"fund", "project", "network", "trust", "challenge", "award", "contest"})
_ONE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|en|ett)\s+(?:[\w-]+\s+){{0,3}}?(?P<kind>{_either(_nouns())})"
    rf"{_LIKE}\s+(?P<name>{NAME})"
)
_SEVERAL = re.compile(
    rf"\b(?P<kind>{_either(map(plural, _nouns()))})(?P<like>{_LIKE})\s+(?P<names>{_NAMES})"
)
# "Four companies – Kelpo, Vindra and Ymer – founded it".
_LISTED = re.compile(
    rf"\b(?P<kind>{_either(map(plural, _nouns()))})(?P<like>\s[–—-]|:)\s+"
    rf"(?P<names>{NAME}(?:(?:,\s+(?:and\s+|och\s+)?|\s+and\s+|\s+och\s+){NAME})+)(?=[.,;]|\s[–—-]\s|$)"
)
_KIND_BEHIND = re.compile(
    rf"\b(?:[Tt]he|[Aa]n)\s+(?:[a-zåäö-]+\s+){{0,2}}?(?P<name>{NAME})\s+(?P<kind>{_either(_nouns())})\b(?!\s[A-Z])"
    # "The Lund business association" is no business.
    rf"(?!\s(?:{_either(_nouns())})\b)"
)
_APPOSED = re.compile(r"[A-ZÅÄÖ][\w&.’'-]*(?:\s\([^()]*\))?,\s$")
_ADJECTIVE = re.compile(r"\w+(?:ish|ese|an|ic|al)")
# A capitalised noun behind a name says what it is: "Lund University".
_SAYS_KIND = frozenset(
    kind_words(noun)
    for noun in (
        "incubator", "accelerator", "science park", "research park", "technology park", "network",
        "cluster", "alliance", "foundation", "fund", "university", "hospital", "institute",
        "association", "agency", "think tank", "research council", "university hospital",
        "investment fund", "coworking", "testbed", "hub", "college", "inkubator", "universitet",
        "stiftelse", "business school", "innovation hub", "conference", "hackathon",
    )
)  # fmt: skip
_NAMED = re.compile(NAME)
_UNIVERSITY_OF = re.compile(r"^(?:University|Institute|College) (?:of|for) ")


def facts_in(passage: Passage, statement: Statement, *, is_first: bool = False) -> Iterator[Fact]:
    """Give what a statement says about entities, in the order of its text.

    Args:
        passage: Where it stands.
        statement: What says it.
        is_first: Whether it is the first one of its passage, right below the heading.
    """
    titles = _titles(passage)
    for text in sentences_of(statement):
        yield from _defined_title(text, titles, statement)
        found = _DEFINES.match(text)
        is_several = found is not None and found["verb"] in _ARE and " and " in found["name"]
        if found and not is_several and (name := name_of(found["name"], found["short"])):
            yield from told(name, kinds_of_phrase(found["phrase"]), statement)
        elif is_first and passage.heading:
            phrase = _FRAGMENT.match(text)
            if phrase and not _VERB.search(text[phrase.start("phrase") : _clause_end(text)]):
                known = [kind for kind in kinds_of_phrase(phrase["phrase"]) if is_known(kind)]
                for each in names_of_title(passage.heading.split(" > ")[-1])[:1]:
                    yield from told(each, known, statement)
        for apposed in _APPOSITION.finditer(text):
            kinds = tuple(kind for kind in kinds_of_phrase(apposed["phrase"]) if is_known(kind))
            if name := name_of(apposed["name"], apposed["short"]):
                yield from told(name, kinds, statement)
        yield from _named_by_kind(text, statement)
        yield from _kind_in_name(text, statement)
    yield from _of_rows(statement)


def _of_rows(table: Statement) -> Iterator[Fact]:
    for said in kinds_in_table(table):
        yield from told(said.name, said.kinds, said.row)


def _titles(passage: Passage) -> tuple[Name, ...]:
    heading = passage.heading.split(" > ")[-1] if passage.heading else ""
    return (*names_of_title(passage.title), *(names_of_title(heading) if heading else ()))


def _defined_title(text: str, titles: Sequence[Name], statement: Statement) -> Iterator[Fact]:
    """Read "Women at the Helm is a programme" where that stands in title or heading."""
    for name in titles:
        if not text.casefold().startswith(name.name.casefold()):
            continue
        found = _TITLE_DEFINES.match(text, len(name.name))
        if found:
            short = name_of(name.name, found["short"])
            aliases = short.aliases if short else ()
            whole = replace(name, aliases=tuple(dict.fromkeys([*name.aliases, *aliases])))
            yield from told(whole, kinds_of_phrase(found["phrase"]), statement)


def sentences_of(statement: Statement) -> Iterator[str]:
    """Give the text to look into: the sentence, or lead-in and items one by one."""
    if not statement.items:
        yield statement.text
        return
    yield statement.lead_in
    for item in statement.items:
        yield item.text


def told(name: Name, kinds: Iterable[Kind], statement: Statement) -> Iterator[Fact]:
    """Give the fact that a statement says that an entity is of some kinds; none without kinds."""
    given = tuple(kinds)
    if given:
        yield Fact(
            name=name,
            kinds=given,
            document_id=statement.passage.document_id,
            statement=statement,
        )


def _named_by_kind(text: str, statement: Statement) -> Iterator[Fact]:
    """Read "the company Meloq", "companies such as Vecura and CAMP", "the NOME initiative"."""
    for found in _ONE.finditer(text):
        if name := name_of(found["name"]):
            yield _called(name, kind_words(found["kind"]), statement)
    for found in _KIND_BEHIND.finditer(text):
        name = name_of(found["name"])
        # "Mobile Heights, the ICT cluster": what stands there says what Mobile Heights is.
        if _APPOSED.search(text, 0, found.start()):
            continue
        if name and not _ADJECTIVE.fullmatch(name.name):
            yield _called(name, kind_words(found["kind"]), statement)
    for found in (*_SEVERAL.finditer(text), *_LISTED.finditer(text)):
        yield from _several(found, statement)


def _several(found: re.Match[str], statement: Statement) -> Iterator[Fact]:
    kind = kind_words(found["kind"])
    if kind[-1] in _VERBS_TOO and not found["like"]:
        return
    for part in _AND.split(found["names"]):
        if name := name_of(part):
            yield _called(name, kind, statement)


def _called(name: Name, kind: Kind, statement: Statement) -> Fact:
    """A name that a text calls something in passing, without where: "the conference X in May"."""
    short = _WHERE.split(name.name)[0]
    name = replace(name, name=short) if 1 < len(short) < len(name.name) else name
    return Fact(
        name=name,
        kinds=(kind,),
        document_id=statement.passage.document_id,
        statement=statement,
        is_defined=False,
    )


def _kind_in_name(text: str, statement: Statement) -> Iterator[Fact]:
    for found in _NAMED.finditer(text):
        for part in _LINKED.split(found.group()):
            name = name_of(part)
            kind = kind_in_name(name.name) if name else None
            if name and kind:
                yield _called(name, kind, statement)


@lru_cache(maxsize=65536)
def kind_in_name(name: str) -> Kind | None:
    """Give the kind that a name ends with, or begins with: "Lund University".

    >>> kind_in_name("SmiLe Incubator"), kind_in_name("Incubators"), kind_in_name("Lund")
    (('incubator',), None, None)
    """
    parts = name.split()
    if _UNIVERSITY_OF.match(name):
        return kind_words(parts[0])
    if len(parts) < 2 or parts[-1].endswith("s"):
        return None
    kind = kind_words(name)
    for size in (3, 2, 1):
        # A name has a word of its own beside the noun.
        if len(kind) > size and kind[-size:] in _SAYS_KIND:
            return kind[-size:]
    return None


def _clause_end(text: str) -> int:
    comma = re.search(r"\b(?:that|which|who|whose|where)\b|[,;:]", text)
    return comma.start() if comma else len(text)
