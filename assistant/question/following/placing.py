"""Asks the last question of another place, time or party: "and for students?"."""

import re
from collections.abc import Sequence

from assistant.entities.countries import country_of
from assistant.question.following.discourse import Discourse
from assistant.question.following.exchanging import other_behind, other_country
from assistant.question.following.name_for_name import like, plain_name, replaced
from assistant.question.following.names import SpokenName, is_where
from assistant.question.following.spoken import Spoken
from assistant.question.following.wording import YEAR, bare
from assistant.question.following.years import since_year

# Where something can be rented or held.
_SITES = frozenset({"park", "incubator", "hub", "house", "centre", "lab", "laboratory", "campus"})
_BESIDE = frozenset({"near", "outside", "around"})
_TO_WHOM = frozenset({"to", "from", "with", "by"})
_PLACES = frozenset({"region", "city", "town", "country", "municipality", "county"})
# "For students?" behind "Tell me about Alfa".
_HOW_IT_IS = frozenset({"in", "for", "near", "on", "outside", "during", "without"})
_AT_NAME = r"\s+at\s+(?:the\s+)?[A-ZÅÄÖ][\w’'-]*(?:\s+[A-ZÅÄÖ][\w’'-]*)*\s+"


def placed(how: str, what: str, last: Spoken, discourse: Discourse) -> str:
    """Ask the last question of another place, time or party: "and for students?"."""
    other = bare(what)
    if not last.places and (elsewhere := other_country(other, last)):
        return elsewhere
    names = discourse.names(what)
    if names and len(names) == 1:
        # "On Greenland" is where, as "in Canada" is.
        at = "in" if how.lower() == "on" and last.places else how
        place = is_where(f"{at} {other}", SpokenName(text=other, start=len(at) + 1,
                         end=len(at) + 1 + len(other), is_place=_is_place(names[0]),
                         is_known=names[0].is_known))  # fmt: skip
        old = (
            _old_place(last) or _site(how, last)
            if place
            else _behind(how, last) or _instead(how, names[0], last)
        )
        if old is not None:
            other = plain_name(what, names[0])
            query = replaced(last.query, old, other)
            # "A desk at Alfa in Lund" is elsewhere none at Alfa.
            return (
                re.sub(_AT_NAME + rf"(?=in\s+{re.escape(other)}\b)", " ", query) if place else query
            )
    if not names and (near := discourse.known.nearest(other)):
        return placed(how, near, last, discourse)
    if YEAR.fullmatch(other):
        return since_year(how.lower(), other, last)
    if (of := last.described) and how.lower() in _HOW_IT_IS:
        return f"Is {of} {how.lower()} {what}?"
    if how.lower() in _BESIDE and last.names and what[:1].islower():
        return f"Is {last.names[0].text} {how.lower()} {what}?"
    behind = "" if names else other_behind(how.lower(), what, last)
    return behind or f"{bare(last.query)} {how.lower()} {what}?"


def is_elsewhere(what: str, names: Sequence[SpokenName], last: Spoken) -> bool:
    """Whether a name is where what was asked of may be, and nothing that the same is asked of."""
    asked_of = last.names[0] if last.names else None
    if len(names) != 1 or names[0].end - names[0].start < len(what) or not _is_place(names[0]):
        return False
    if asked_of is None or last.places or _is_place(asked_of):
        return False
    return not {kind[-1] for kind in asked_of.kinds} & _PLACES


def _is_place(name: SpokenName) -> bool:
    return name.is_place or country_of(name.text) is not None


def _old_place(last: Spoken) -> SpokenName | None:
    return last.places[-1] if last.places else None


def _site(how: str, last: Spoken) -> SpokenName | None:
    """The park or house behind the same preposition: "in Kajen Park" is where, as "in Lund" is."""
    behind = _behind(how, last)
    kinds = {kind[-1] for kind in behind.kinds} if behind else set()
    return behind if kinds & _SITES else None


def _instead(how: str, name: SpokenName, last: Spoken) -> SpokenName | None:
    """The name that another takes the place of: behind "to" and the like one of its kind alone."""
    old = like(last.names, name.kinds, name.text)
    is_alike = old is not None and {kind[-1] for kind in old.kinds} & {k[-1] for k in name.kinds}
    return old if is_alike or how.lower() not in _TO_WHOM else None


def _behind(how: str, last: Spoken) -> SpokenName | None:
    """The name behind the same preposition in the last question."""
    for name in last.names:
        if re.search(rf"\b{re.escape(how)}\s+(?:the\s+)?$", last.query[: name.start], re.I):
            return name
    return None
