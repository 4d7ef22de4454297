"""Whether a statement tells of the year that is asked for: last year's figure is no answer."""

import re
from collections.abc import Iterator

from assistant.citations import StoredDocuments
from assistant.evidence.statements import Statement
from assistant.question.grammar import MONTHS

# Not what costs or counts so much.
_YEAR = re.compile(
    r"(?<!\bSEK )(?<!\bEUR )(?<!\bUSD )(?<!\bGBP )(?<!\bNOK )(?<!\bDKK )(?<![$€£])"
    r"\b(?:19|20)\d\d\b(?!\s+(?:SEK|EUR|kron\w+|kr\b|euros?|members|companies|firms|people|persons|"
    r"visitors|participants|students|employees|square|metres|teams|startups|start-ups)\b)",
    re.I,
)
# "The Agenda 2030 network", "Expo 2025": part of a name.
_NAMED = re.compile(rf"\b(?!(?:{'|'.join(MONTHS)})\b)(?-i:[A-ZÅÄÖ])\w+ $", re.I)
# "In 2019", "the 2019 fair", "members 2015", but neither "since 2019" nor "between 2010 and 2015".
_OPEN = re.compile(
    r"\b(?:since|before|after|until|till|from|by|to|between|than|as of|up to)\s+(?:the\s+)?"
    r"(?:(?:end|beginning|start|spring|summer|autumn|winter|year|[A-Z][a-z]+)\s+(?:of\s+)?)?$|[-–]\s*$",
    re.I,
)
_BEGINS = re.compile(r"\b(?:since|from|after|began in|founded in|opened in)\s+(?:\w+\s+)?$", re.I)
_ENDS = re.compile(
    r"\b(?:until|till|by|up to|before|through)\s+(?:the end of\s+)?(?:\w+\s+)?$", re.I
)
_SPAN = re.compile(
    r"\b(?P<first>(?:19|20)\d\d)\s*(?:[-–/]|to|until)\s*(?P<last>(?:19|20)\d\d)\b", re.I
)
_BETWEEN = re.compile(r"\bbetween (?P<first>(?:19|20)\d\d) and (?P<last>(?:19|20)\d\d)\b", re.I)
# "512 million, down from 690 in 2021" is not told of 2021.
_COMPARED = re.compile(
    r"\b(?:(?:down|up|rising|falling|increased?|decreased?|grew|grown) (?:\w+ ){0,3}?from|"
    r"compared (?:to|with)|as against|(?:more|less|fewer|\w+er) than)\b[^,;.]*",
    re.I,
)
# What was so at the beginning, or will be so later.
_AT_FIRST = re.compile(
    r"^how (?:many|much|big|large)\b.*\b(?:when (?:it|they|the \w+) (?:was |were |first )*"
    r"(?:opened|started|began|founded|launched|set up|established|formed|created)|"
    r"at (?:the|its|their) (?:start|beginning|outset|opening|launch|founding)|in the beginning|"
    r"at first|originally|initially|to begin with)\W*$",
    re.I,
)
_OF_BEGINNING = re.compile(
    r"\b(?:(?:open|start|launch|found|establish|form)\w*(?: \w+){0,2} (?:with|by|as)|began\b|"
    r"begun\b|at (?:the|its|their) (?:start|beginning|outset|opening|launch|founding)|initial\w*|"
    r"original\w*|at first|first\b|from the (?:start|beginning)|had\b|were\b|was\b|then\b)",
    re.I,
)
_LATER = re.compile(
    r"^how (?:many|much|big|large)\b.*\bwill\b.*\b(?:once|after|when|as soon as)\s+"
    r"(?:the|it|they|its|their|this)\b",
    re.I,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|would|to be|going to|due to|plan\w*|after|once|when|then|from|future|coming|"
    r"next|new|rise|grow\w*|increase\w*|double\w*|expand\w*|until|by)\b",
    re.I,
)


def asked_years(query: str) -> frozenset[int]:
    """Give the years at which something is asked for, not those that bound a time.

    >>> sorted(asked_years("Who won in 2022?")), sorted(asked_years("Who has run it since 2021?"))
    ([2022], [])
    """
    spans = (*_SPAN.finditer(query), *_BETWEEN.finditer(query))
    bounds = {int(each) for found in spans for each in found.groups()}
    return frozenset(
        int(found.group())
        for found in _YEAR.finditer(query)
        if int(found.group()) not in bounds
        and not _OPEN.search(query[: found.start()])
        and not _NAMED.search(query[: found.start()])
    )


def is_of_time(query: str, statement: Statement, documents: StoredDocuments) -> bool:
    """Whether a statement may tell of the year, or the stage, that is asked for, if any is."""
    return is_of_stage(query, statement) and is_of_year(query, statement, documents)


def is_of_year(query: str, statement: Statement, documents: StoredDocuments) -> bool:
    """Whether a statement may tell of the year asked for; also if none is asked for.

    One that tells of other years does not. One that tells of none does where the year stands
    around it or dates its document.
    """
    asked = asked_years(query)
    if not asked:
        return True
    told = list(_times(_COMPARED.sub("", statement.text)))
    if told:
        return any(first <= year <= last for year in asked for first, last in told)
    passage = statement.passage
    around = f"{passage.context} {passage.text}"
    dated = documents.document(passage.document_id).as_of or ""
    return any(str(year) in f"{around} {dated}" for year in asked)


def _times(text: str) -> Iterator[tuple[int, int]]:
    """Give the times of which a text tells, as first and last year."""
    for span in (*_SPAN.finditer(text), *_BETWEEN.finditer(text)):
        yield int(span["first"]), int(span["last"])
    for found in _YEAR.finditer(text):
        year, before = int(found.group()), text[: found.start()]
        if _BEGINS.search(before):
            yield year, 9999
        elif _ENDS.search(before):
            yield 0, year
        else:
            yield year, year


def is_of_stage(query: str, statement: Statement) -> bool:
    """Whether a statement may tell of the beginning, or of what will be, where that is asked for.

    "As of 2017 it has 150 groups" does not tell how many there were "when it opened".
    """
    text = f"{statement.passage.heading or ''}\n{statement.lead_in}\n{statement.text}"
    if _AT_FIRST.search(query):
        return _OF_BEGINNING.search(text) is not None
    return not _LATER.match(query) or _TO_COME.search(text) is not None
