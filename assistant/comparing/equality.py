"""Questions whether two things are alike in something: "Are the fees of X and Y the same?"."""

import re

from assistant.comparing.comparison import Comparison
from assistant.comparing.known_properties import PLACE, Measure, Property
from assistant.comparing.measure import measure_of
from assistant.comparing.names import LISTED, NAME, listed
from assistant.comparing.property import property_of

_SAME = (
    r"(?:(?:just |exactly |about )?the same|equal|identical|alike|similar|any different|different)"
)
_KIND = r"(?:age|size|length|price|cost|fee|rent|place|town|city|building)"
_DEGREE = (
    r"(?P<degree>old|young|new|big|large|small|long|short|cheap|expensive|"
    r"(?:many|much|few)\s+[a-zåäö]+)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"^(?i:are|is|were|was)\s+(?:the\s+)?(?P<what>[a-zåäö][\w -]*?)\s+(?:of|at|in|for)\s+"
        rf"(?P<names>{LISTED})\s+(?P<same>{_SAME})$",
        rf"^(?i:are|is|were|was)\s+(?P<names>{LISTED})\s+(?P<what>[a-zåäö][a-zåäö -]*?)\s+"
        rf"(?P<same>{_SAME})$",
        rf"^(?i:are|were)\s+(?P<names>{LISTED})\s+(?:both\s+)?(?:of\s+)?(?P<same>the same)\s+"
        rf"(?P<what>{_KIND})$",
        rf"^(?i:are|were)\s+(?P<names>{LISTED})\s+(?:both\s+)?(?P<same>equally|as)\s+{_DEGREE}$",
        rf"^(?i:are|were|is|was)\s+(?P<names>{LISTED})\s+(?:both\s+)?(?:located\s+|based\s+)?in\s+"
        r"(?P<same>the same)\s+(?P<what>town|city|building|place|region|park|street)$",
        rf"^(?i:are|were|was|did|is)\s+(?P<names>{LISTED})\s+(?:both\s+)?"
        r"(?P<what>founded|started?|set up|established|created|launched|opened|open|begin)\s+"
        r"(?:in|at)\s+(?P<same>the same)\s+(?:year|time)$",
        rf"^(?i:do|does|did|have|has)\s+(?P<names>{LISTED})\s+(?:both\s+)?"
        rf"(?P<verb>charge|cost|take|last|pay|have|give|offer|ask for|ask)\s+(?P<same>the same|"
        r"different|equally)(?:\s+(?P<number>amount|number|share)(?:\s+of)?)?"
        r"(?:\s+(?P<what>[a-zåäö -]+))?$",
        r"^(?i:is|are)\s+there\s+(?:an?|any|much of a|a big)\s+(?P<same>difference)s?\s+in\s+"
        rf"(?P<what>[a-zåäö -]+?)\s+between\s+(?P<names>{LISTED})$",
        r"^(?i:is|are)\s+there\s+(?:an?|any|much of a|a big)\s+(?P<same>difference)s?\s+between\s+"
        rf"(?P<names>{LISTED})\s+(?:in|on|when it comes to)\s+(?P<what>[a-zåäö -]+?)$",
    )
)
# "Does X have as many employees as Y?" claims that it has no fewer.
_AS = re.compile(
    rf"^(?i:is|was|does|did|has)\s+(?P<one>{NAME})\s+(?:have\s+|last\s+|take\s+|cost\s+)?"
    rf"(?:just\s+)?as\s+{_DEGREE}\s+as\s+(?P<other>{NAME})$"
)
_WHERE = re.compile(r"town|city|building|place|region|park|street")
_AS_MANY = re.compile(r"^(?:members|employees|students|participants|places|sites|seats)$", re.I)
_DIFFERENT = re.compile(r"different|difference", re.I)
_DEGREES = {
    "old": "older", "young": "younger", "new": "newer", "big": "bigger", "large": "larger",
    "small": "smaller", "long": "longer", "short": "shorter", "cheap": "cheaper",
    "expensive": "more expensive",
}  # fmt: skip
_MORE = {"many": "more", "much": "more", "few": "fewer"}


def alike(plain: str) -> Comparison | None:
    """Take a question whether things are alike apart; None when it is none.

    >>> alike("Are the fees of Alfa and Beta the same").asked[0].label
    'Cost'
    >>> alike("Is the same fee asked of all members")
    """
    for form in _FORMS:
        found = form.match(plain)
        names = listed(found["names"]) if found else None
        if found is None or names is None:
            continue
        measure, asked = _asked(found.groupdict())
        if not asked:
            return None
        return Comparison(
            things=names.names,
            asked=asked,
            measure=measure,
            is_same=True,
            is_different=bool(_DIFFERENT.search(found["same"])),
        )
    return _as_much(plain)


def _as_much(plain: str) -> Comparison | None:
    found = _AS.match(plain)
    measure = _measure(found["degree"]) if found else None
    if found is None or measure is None:
        return None
    return Comparison(
        things=(found["one"], found["other"]),
        asked=measure.properties,
        measure=measure,
        is_claim=True,
        is_same=True,
    )


def _asked(said: dict[str, str | None]) -> tuple[Measure | None, tuple[Property, ...]]:
    """Give what is the same, and what measures it where one word says so."""
    what, verb = said.get("what") or "", said.get("verb") or ""
    degree = said.get("degree") or {"age": "old", "size": "big"}.get(what, "")
    if degree:
        measure = _measure(degree)
        return measure, measure.properties if measure else ()
    if _WHERE.fullmatch(what):
        return None, (PLACE,)
    if what:
        # Whether owners are the same their number does not say.
        is_number = verb == "have" and bool(said.get("number") or _AS_MANY.search(what))
        return None, (property_of(_number(what) if is_number else what),)
    of_verb = {"last": "length", "charge": "costs", "cost": "costs", "pay": "costs"}.get(verb)
    return None, (property_of(of_verb),) if of_verb else ()


def _number(what: str) -> str:
    """Ask for the number of what can be counted: "employees"."""
    return f"number of {what}" if what.endswith("s") and " " not in what else what


def _measure(degree: str) -> Measure | None:
    word, _, noun = degree.partition(" ")
    return measure_of(f"has {_MORE[word]} {noun}" if word in _MORE else f"is {_DEGREES[word]}")
