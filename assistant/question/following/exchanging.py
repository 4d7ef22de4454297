"""Exchanges one part of the last question for another and keeps the rest: "and with 300?".

A number, a year, a kind, what stands behind the same preposition, or a noun said in the same way.
"""

import re

from assistant.entities.countries import OF_PEOPLE, PEOPLES, country_of
from assistant.entities.kinds import is_known, kind_words, plural
from assistant.evidence.number_words import NUMBERS
from assistant.question.closed import closed_question
from assistant.question.condenser import Condensed
from assistant.question.following.conditions import numbers_in
from assistant.question.following.discourse import Discourse
from assistant.question.following.leaving_out import PROPERTIES
from assistant.question.following.nouns import is_role
from assistant.question.following.phrases import head_of, is_plural, phrases_in
from assistant.question.following.spoken import Spoken, article_before
from assistant.question.following.wording import AND, YEAR, bare
from assistant.question.grammar import MONTHS, article, with_capital
from assistant.question.terms import asked_terms, words

_PERSONS = frozenset(
    words("people persons employees staff members heads adults visitors guests participants")
)
_LINK = re.compile(
    r"\s+(?=(?P<how>in|on|at|for|from|with|to|by|during|since|until)\s+(?P<what>\S+))"
)
_DETERMINED = re.compile(r"^(?:an?|my|our|your|this|that)\s+", re.I)
_REST = re.compile(r"\s+(?:of|in|for|on|at|from|with|to)\s+", re.I)
_FOR = re.compile(r"\s+for\s+", re.I)
_THE = re.compile(r"^the\s+", re.I)
_OF_PEOPLE = re.compile(rf"\b(?P<word>{'|'.join(OF_PEOPLE)})\b", re.I)
_COUNTRY = re.compile(rf"\b(?P<word>{'|'.join(PEOPLES)})\b(?![’'])", re.I)
_ABOUT = re.compile(r"^(?:what|how) about\s+", re.I)
# "The Austrian one", "the Belgians", "the ones from Austria".
_ONE_OF_PEOPLE = re.compile(
    r"^(?:the|an?|any|those)\s+(?:ones?\s+(?:in|from|of)\s+)?(?P<word>[\w ]+?)(?:\s+ones?)?$",
    re.I,
)
_ARTICLED = frozenset({"usa", "netherlands"})
# "One with 150", "a company of 12".
_ONE_WITH = re.compile(
    r"^(?:(?:an?|the)\s+)?(?:one|company|firm|start-?up|business|organisation|team|group|member)\s+"
    r"(?:with|of|that\s+has)\s+(?=\S+(?:\s+\w+)?$)",
    re.I,
)
OWNED = re.compile(r"^(?:its|their)\s+", re.I)
"""What begins with whose something is."""
_LAST_WORD = re.compile(r"\S+$")
_INDEFINITE = re.compile(r"\ban? $")
# "And according to the one from 2023?"
_VERSION = re.compile(
    r"^(?:(?:according to|in|on|by|from|with|of|for)\s+)?(?:the|that of|those of)\s+"
    r"(?:(?:ones?|pages?|documents?|reports?|lists?|versions?|texts?|articles?|edition)\s+"
    r"(?:from|of|in)\s+)?(?P<year>(?:1[5-9]|20)\d\d)"
    r"(?:\s+(?:ones?|pages?|documents?|reports?|lists?|versions?|texts?|articles?|edition))?$",
    re.I,
)


def other_number(what: str, last: Spoken) -> str:
    """Give the last question with another number: "300", "300 people"; "" where none fits."""
    what = _ONE_WITH.sub("", what)
    said, before = numbers_in(what), numbers_in(last.query)
    if len(said) != 1 or len(before) != 1 or said[0].group().lower() == "one":
        return ""
    told = words(f"{what[: said[0].start()]} {what[said[0].end() :]}")
    old, new = before[0], said[0].group()
    rest = last.query[old.end() :]
    behind = words(rest)[:1]
    if told and told != behind and not {*told, *behind} <= _PERSONS:
        return ""
    if old.group().lower() in {"1", "one"}:
        rest = re.sub(r"^(\s+)([a-z]+)", lambda one: f"{one[1]}{plural(one[2])}", rest)
    return f"{last.query[: old.start()]}{new}{rest}"


def one_with_number(what: str) -> str:
    """Write whole what is one of a number of people and no more; "" for anything else.

    >>> one_with_number("one with 30"), one_with_number("a team of 12 people")
    ('a company with 30 employees', 'a team of 12 people')
    >>> one_with_number("a company of friends")
    ''
    """
    one, rest = _ONE_WITH.match(what), _ONE_WITH.sub("", what)
    if one is None or len(numbers_in(rest)) != 1:
        return ""
    who = re.sub(r"^(?:(?:an?|the)\s+)?one\b", "a company", one.group(), flags=re.I)
    return (
        f"{who}{rest}"
        if " " in rest
        else f"{who.split()[0]} {who.split()[1]} with {rest} employees"
    )


def other_year(year: str, last: Spoken) -> str:
    """Give the last question of another year."""
    if YEAR.search(last.query):
        return YEAR.sub(year, last.query)
    return f"{bare(last.query)} in {year}?"


def other_version(what: str, last: Spoken) -> str:
    """Give the last question by what was written in another year; "" where it is by none."""
    found = _VERSION.match(what)
    years = set(YEAR.findall(last.query))
    return other_year(found["year"], last) if found and len(years) == 1 else ""


def of_other_country(question: str, discourse: Discourse) -> Condensed | None:
    """Ask the last question of "the Austrian one"; None where it was not asked of a country."""
    said = _ABOUT.sub("", bare(AND.sub("", question)))
    if discourse.last is None or not _ONE_OF_PEOPLE.match(said):
        return None
    other = other_country(said, discourse.last)
    return Condensed(other) if other else None


def _country_said(what: str) -> str:
    """Give the country that words mean, as a query writes it: "the Belgians" is "Belgium"."""
    one = _ONE_OF_PEOPLE.match(what)
    plain = one["word"] if one else what
    folded = plain.lower()
    said = country_of(plain) if "one" in words(what) else None
    country = said or OF_PEOPLE.get(folded) or OF_PEOPLE.get(folded.removesuffix("s"))
    if country is None:
        return what
    written = country.upper() if country == "usa" else with_capital(country)
    return f"the {written}" if country in _ARTICLED else written


def other_country(country: str, last: Spoken) -> str:
    """Ask of another country or its people: "Which Spanish members", "Which Belgian members"."""
    country = _country_said(country)
    other = country_of(country)
    every = (*_OF_PEOPLE.finditer(last.query), *_COUNTRY.finditer(last.query))
    found = [one for one in every if not _is_part_of_name(one, last)]
    if other is None or len(found) != 1:
        return ""
    at = found[0]
    if at["word"].lower() in PEOPLES:
        before = re.sub(r"\bthe $", "", last.query[: at.start()], flags=re.I)
        name = _LAST_WORD.sub(lambda one: with_capital(one[0]), country)
        return f"{before}{name}{last.query[at.end() :]}"
    people = PEOPLES[other]
    before = _INDEFINITE.sub(f"{article(people)} ", last.query[: at.start()])
    return f"{before}{with_capital(people)}{last.query[at.end() :]}"


def _is_part_of_name(said: re.Match[str], last: Spoken) -> bool:
    """Whether a word is a part of a longer name, as in "the Swedish Bridge Forum"."""
    return any(
        one.start <= said.start() < one.end and len(one.text) > len(said["word"])
        for one in last.names
    )


def other_kind(what: str, last: Spoken) -> str:
    """Ask for another kind: "Which incubators are in Lund?" and "what about accelerators?"."""
    for phrase in phrases_in(last.query):
        head = head_of(phrase.text)
        if (
            phrase.is_plural
            and is_known(kind_words(head))
            and phrase.start < len("which other the ")
        ):
            at = last.query.find(head, phrase.start)
            said = last.query.find(phrase.text, phrase.start)
            begin = said if phrase.after in {"which", "what", "how"} else at
            return with_capital(f"{last.query[:begin]}{what}{last.query[at + len(head) :]}")
    return ""


def other_behind(how: str, what: str, last: Spoken) -> str:
    """Give the last question with something else behind a preposition; "" where none stands there.

    When and where it is asked about stay: "research in 2023" becomes "care in 2023".
    """
    query = bare(last.query)
    for found in reversed(list(re.finditer(rf"\b{re.escape(how)}\s+(?=\S)", query, re.I))):
        at = found.end()
        if any(one.start <= at < one.end for one in last.names):
            continue
        end = _end_of_phrase(query, at)
        links = _LINK.finditer(query[at:end])
        end = next((at + one.start() for one in links if _tells_where(one, at, last)), end)
        if not YEAR.fullmatch(query[at:end]):
            return f"{query[:at]}{what}{query[end:]}?"
    return ""


def _end_of_phrase(query: str, at: int) -> int:
    """Where the noun phrase ends that begins here; the end where no noun does: "to rent a desk"."""
    for phrase in phrases_in(query):
        number = words(query[at : phrase.start])
        if at < phrase.end and (phrase.start <= at or number in [[one] for one in NUMBERS]):
            return phrase.end
    return len(query)


def _tells_where(link: re.Match[str], at: int, last: Spoken) -> bool:
    """Whether a time, a place or a name begins behind a preposition."""
    word = "".join(words(link["what"]))
    begins = at + link.start("what")
    named = any(one.start <= begins < one.end for one in (*last.names, *last.places))
    return named or YEAR.fullmatch(word) is not None or word in MONTHS


def other_noun(what: str, last: Spoken) -> str:
    """Give the last question with a noun for one that is said in the same way; "" for none.

    What others have, "and the fees?", is asked of what was spoken of.
    """
    head = "".join(words(head_of(what)))
    if head in PROPERTIES or f"{head}s" in PROPERTIES:
        return ""
    for phrase in phrases_in(last.query):
        at = last.query.find(phrase.text, phrase.start)
        for start in (at, *(at + one.end() for one in _FOR.finditer(phrase.text))):
            said = _REST.split(last.query[start : phrase.end])[0]
            if phrase.after not in {"which", "what"} and _is_alike(what, said, start, last):
                put = _THE.sub("", what)
                return f"{last.query[:start]}{put}{last.query[start + len(said) :]}"
    return ""


def _is_alike(what: str, said: str, at: int, last: Spoken) -> bool:
    """Whether both are "the gym" or both "adults", and no name that the documents know."""
    if any(one.is_known and one.start < at + len(said) and at < one.end for one in last.names):
        return False
    before = article_before(last.query, at)
    is_several = is_plural(head_of(said))
    if _THE.match(what):
        return before == "the" and is_plural(head_of(what)) is is_several
    is_plain = not before and not _DETERMINED.match(what)
    return is_plain and is_several and is_plural(head_of(what))


def named_before(what: str, discourse: Discourse) -> str:
    """Give the one name that "the think tank" stands for: "Alfa Think Tank"; "" where none does."""
    wanted = words(_THE.sub("", what))
    if not _THE.match(what):
        return ""
    for turn in discourse.near():
        told = (*turn.names, *turn.titles, *turn.told, *((turn.answer,) if turn.answer else ()))
        names = dict.fromkeys(name.text for name in told if _ends_with(words(name.text), wanted))
        if names:
            return next(iter(names)) if len(names) == 1 else ""
    return ""


def named_by_kind(what: str, discourse: Discourse) -> str:
    """Give the one name that documents call "the cold chamber"; "" for what is spoken of here.

    What the last question was about may have one of its own.
    """
    noun = _THE.sub("", what)
    head = "".join(words(head_of(noun)))
    if not _THE.match(what) or head in PROPERTIES or is_role(head):
        return ""
    names = discourse.last.names if discourse.last else ()
    own = any(discourse.known.support(one.text, asked_terms(noun)) == 1.0 for one in names)
    return named_before(what, discourse) or ("" if own else discourse.known.called(noun))


def longer_name(what: str, discourse: Discourse) -> str:
    """Give the one name that "Orrhamn" is a part of and that ends as the last one: "... Park".

    "" where that was no such name, or "Orrhamn" is one by itself.
    """
    last, names = discourse.last, discourse.names(what)
    if last is None or last.places or not last.names:
        return ""
    if any(one.is_known and not one.is_place for one in names):
        return ""
    said, old = words(_THE.sub("", what)), words(last.names[0].text)
    if len(old) == 1 or not is_known((old[-1],)) or not what[:1].isupper() or set(said) & set(old):
        return ""
    return discourse.known.nearest(f"{' '.join(said)} {old[-1]}")


def owned_name(what: str, last: Spoken) -> str:
    """Give the one name shown that "its science park" stands for: "KI Science Park"; "" for none.

    Only behind a yes or no, which showed among whom to look.
    """
    owned = OWNED.match(what)
    if owned is None or closed_question(last.query) is None:
        return ""
    wanted = words(what[owned.end() :])
    shown = dict.fromkeys((*last.items, *(name.text for name in last.told)))
    found = [one for one in shown if _ends_with(words(one), wanted)]
    return found[0] if len(found) == 1 else ""


def _ends_with(name: list[str], wanted: list[str]) -> bool:
    return len(name) > len(wanted) and name[-len(wanted) :] == wanted
