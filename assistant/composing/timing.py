"""Whether a statement tells of the year that is asked for: last year's figure is no answer."""

import re
from collections.abc import Iterator

from assistant.citations import StoredDocuments
from assistant.evidence.statements import Statement

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "In 2019", "the 2019 fair", "members 2015", but neither "since 2019" nor "between 2010 and 2015".
_OPEN = re.compile(
    r"\b(?:since|before|after|until|till|from|by|to|between|and|than|as of|up to)\s+(?:the\s+)?"
    r"(?:(?:end|beginning|start|spring|summer|autumn|winter|year|[A-Z][a-z]+)\s+(?:of\s+)?)?$|[-–]\s*$",
    re.I,
)
_BEGINS = re.compile(r"\b(?:since|from|after|began in|founded in|opened in)\s+(?:\w+\s+)?$", re.I)
_ENDS = re.compile(
    r"\b(?:until|till|by|up to|before|through)\s+(?:the end of\s+)?(?:\w+\s+)?$", re.I
)
_SPAN = re.compile(
    r"\b(?P<first>(?:19|20)\d\d)\s*(?:[-–/]|to|and|until)\s*(?P<last>(?:19|20)\d\d)\b", re.I
)
# "512 million, down from 690 in 2021" is not told of 2021.
_COMPARED = re.compile(
    r"\b(?:(?:down|up|rising|falling|increased?|decreased?|grew|grown) (?:\w+ ){0,3}?from|"
    r"compared (?:to|with)|as against|(?:more|less|fewer|\w+er) than)\b[^,;.]*",
    re.I,
)


def asked_years(query: str) -> frozenset[int]:
    """Give the years at which something is asked for, not those that bound a time.

    >>> sorted(asked_years("Who won in 2022?")), sorted(asked_years("Who has run it since 2021?"))
    ([2022], [])
    """
    bounds = {int(each) for found in _SPAN.finditer(query) for each in found.groups()}
    return frozenset(
        int(found.group())
        for found in _YEAR.finditer(query)
        if int(found.group()) not in bounds and not _OPEN.search(query[: found.start()])
    )


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
    for span in _SPAN.finditer(text):
        yield int(span["first"]), int(span["last"])
    for found in _YEAR.finditer(text):
        year, before = int(found.group()), text[: found.start()]
        if _BEGINS.search(before):
            yield year, 9999
        elif _ENDS.search(before):
            yield 0, year
        else:
            yield year, year
