"""Years told from the one that was asked about: "the year before" is 2022 after 2023."""

import re

from assistant.evidence.number_words import NUMBERS
from assistant.question.following.discourse import Discourse
from assistant.question.following.exchanging import other_year
from assistant.question.following.spoken import Spoken
from assistant.question.following.wording import AND, YEAR, bare
from assistant.question.grammar import MONTHS, with_capital
from assistant.question.terms import words

_FROM_THERE = re.compile(
    r"(?:\b(?P<how>in|for|during|since|until|from|of)\s+)?\b(?:the\s+(?:"
    r"year\s+(?P<then>before|after|prior|earlier|later)|"
    r"(?P<next>previous|preceding|prior|following|next)\s+(?P<year>year|one))|"
    r"(?P<count>an?|one|two|three|four|five|[1-9])\s+years?\s+"
    r"(?P<off>before|after|prior|earlier|later))"
    r"(?:\s+(?:that|it|then|too|as well))?(?=\W*$)",
    re.I,
)
_SOME_TIME = re.compile(
    r"\b(?:in|on|at|by|since|until|before|after|during)\s+(?:the\s+)?"
    r"(?:(?:early|late|mid|end|beginning|start|middle|spring|summer|autumn|winter|(?:first|second)\s+half|"
    rf"\d{{1,2}})[\s-]+(?:of\s+)?)*(?:(?:{'|'.join(MONTHS)})(?:,?\s+(?:of\s+)?|\b))?(?:{YEAR.pattern})?(?=\W|$)",
    re.I,
)
# "What was the figure in 2021?"
_FIGURE = re.compile(
    r"^(?:what|how\s+(?:much|many))(?:['’]s|\s+(?:is|was|were|are))\s+(?:it|that|they|the\s+"
    r"(?:figure|number|amount|sum|total|count|value|level|result|share|percentage)s?)\s+"
    rf"(?:back\s+)?(?:in|for|during|from)\s+(?P<year>{YEAR.pattern})$",
    re.I,
)
_SIDES = frozenset({"before", "after", "since", "until", "from"})
_IN_YEAR = re.compile(
    rf"\b(?:in|during|for|since|until|before|after|by|from)\s+{YEAR.pattern}", re.I
)
# "And last year?"
_RELATIVE = re.compile(
    r"^(?P<when>(?:last|this|next)\s+(?:year|month|week|spring|summer|autumn|winter)|now|nowadays|today|"
    r"currently|these\s+days|right\s+now|at\s+(?:the\s+moment|present)|the\s+(?:year|month|week|day|time)\s+"
    r"(?:before|after)|(?:the\s+)?(?:last|next|previous|following)\s+(?:time|year|one\s+before))$",
    re.I,
)
_LATER = frozenset({"after", "later", "following", "next"})
_NOTHING_ELSE = re.compile(r"^(?:(?:what|how)\s+about|who|what|how (?:much|many))?$", re.I)


def in_told_year(question: str, discourse: Discourse) -> str:
    """Write the year for "the year before"; the question itself where that is of no known year.

    What is given of another year than the one meant looks right and is wrong.
    """
    found, last = _FROM_THERE.search(question), discourse.last
    if last and (figure := _FIGURE.match(AND.sub("", bare(question)))):
        is_told = YEAR.search(last.query) is not None
        year = figure["year"]
        return other_year(year, last) if is_told else f"{bare(last.query)} in {year}?"
    known = _year_asked_about(last) if found and last and not YEAR.search(question) else ""
    if found is None or last is None or not known:
        return question
    year = str(int(known) + _off(found))
    before = question[: found.start()].rstrip()
    rest = AND.sub("", f"{before} x")[:-1].strip()
    if _NOTHING_ELSE.match(rest):
        is_same = rest.endswith("about") or last.query.lower().startswith(rest.lower())
        return other_year(year, last) if is_same and YEAR.search(last.query) else question
    if found["next"] and found["year"].lower() == "one":
        return question
    return with_capital(f"{before} {found['how'] or 'in'} {year}{question[found.end() :]}")


def other_time(what: str, query: str) -> str:
    """Give a question of another time, where it tells of one: "at the end of 2022"; "" else.

    >>> other_time("at the end of 2022", "How many had it in June 2024?")
    'How many had it at the end of 2022?'
    >>> other_time("in Lund", "How many had it in 2024?"), other_time("in 2023", "How many had it?")
    ('', '')
    """
    told = [one for one in _SOME_TIME.finditer(query) if _is_time(one.group())]
    said = _SOME_TIME.fullmatch(what)
    if said is None or not _is_time(what) or len(told) != 1:
        return ""
    return f"{query[: told[0].start()]}{what}{query[told[0].end() :]}"


def since_year(how: str, year: str, last: Spoken) -> str:
    """Give the last question of a year, or of the time before or since it: "and before 2022?"."""
    if how not in _SIDES:
        return other_year(year, last)
    told = _IN_YEAR.search(last.query)
    if told is None:
        return f"{bare(last.query)} {how} {year}?"
    return f"{last.query[: told.start()]}{how} {year}{last.query[told.end() :]}"


def relative_time(what: str, last: Spoken) -> str:
    """Give the last question of now or of last year; "" where neither is said.

    A year that it was asked of gives way.
    """
    found = _RELATIVE.match(what)
    if found is None:
        return ""
    if last.described:
        return f"What happened at {last.described} {found['when'].lower()}?"
    query = _IN_YEAR.sub("", bare(last.query)).strip()
    return f"{' '.join(query.split())} {found['when'].lower()}?"


def _is_time(said: str) -> bool:
    """Whether a month or a year is told."""
    return YEAR.search(said) is not None or not set(words(said)).isdisjoint(MONTHS)


def _year_asked_about(last: Spoken) -> str:
    """The one year of the last question, or the one that answered it; "" for several or none."""
    asked: set[str] = set(YEAR.findall(last.query))
    if len(asked) == 1:
        return next(iter(asked))
    return last.short if not asked and YEAR.fullmatch(last.short) else ""


def _off(found: re.Match[str]) -> int:
    count = (found["count"] or "a").lower()
    years = int(count) if count.isdigit() else int(NUMBERS.get(count, 1))
    side = next(filter(None, (found["then"], found["next"], found["off"]))).lower()
    return years if side in _LATER else -years
