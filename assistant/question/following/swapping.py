"""Asks the last question of something else: "What about CAMP?", "and in Lund?", "I meant SmiLe"."""

import re
from collections.abc import Sequence

from assistant.entities.kinds import is_known, kind_words
from assistant.entities.statements import Kind
from assistant.question.condenser import Condensed
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.asking import ask_for_list
from assistant.question.following.correcting import (
    is_one,
    meant_instead,
    one_of_kind,
    part_of_other,
    without_behind,
)
from assistant.question.following.discourse import Discourse
from assistant.question.following.exchanging import (
    longer_name,
    named_before,
    named_by_kind,
    one_with_number,
    other_behind,
    other_country,
    other_kind,
    other_noun,
    other_number,
    other_version,
    other_year,
    owned_name,
)
from assistant.question.following.membership import asked_of_one
from assistant.question.following.names import SpokenName, is_where
from assistant.question.following.of_several import asked_of_several
from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.properties import of_property, of_what_it_has
from assistant.question.following.spoken import Spoken
from assistant.question.following.wording import AND, YEAR, bare
from assistant.question.following.years import other_time
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import words

_ABOUT = re.compile(
    r"^(?:what|how|wat|hur)\s+(?:about|of|if it is|is it with|is it for)\s+(?P<what>.+)$"
    r"|^(?:(?:is|was)\s+(?:that|it|this)\s+(?:also\s+)?)?(?:so|true|the\s+case|like\s+that|"
    r"(?:the\s+)?same(?: question| thing)?)\s+(?:for|about|with|of|at|in)\s+(?P<same>.+?)"
    r"(?:\s+(?:too|as\s+well))?$"
    r"|^(?:(?:as\s+)?compared|in\s+comparison)\s+(?:to|with)\s+(?P<to>.+)$"
    r"|^(?:vs\.?|versus)\s+(?P<versus>.+)$"
    r"|^(?P<then>.+?),? then\W*$",
    re.I,
)
_ELLIPSIS = re.compile(r"^(?:and|but|or|then|also|plus|och)\b[\s,]+(?P<what>.+)$", re.I)
_PREPOSED = re.compile(
    r"^(?P<how>of|in|near|around|outside|at|for|from|to|with|by|on|during|before|after|since|until|"
    r"between|without|about)\s+(?:the\s+)?(?P<what>.+)$",
    re.I,
)
_STARTS_LIKE_QUESTION = re.compile(
    rf"^(?!in (?-i:May)\b)(?:(?:in|on|at|from|by|to|for|with|of|until|since|under|during)\s+)?"
    rf"(?:what|which|when|where|"
    rf"who|whom|whose|why|how|{AUXILIARY}|tell|list|name|describe|explain|show|give|compare)\b",
    re.I,
)
# "Even for students?"
_EVEN = re.compile(
    r"^(?:even|also|only|just)\s+(?=(?:for|in|at|with|on|during|after|before)\b)", re.I
)
# "Students as well?"
_TOO = re.compile(r",?\s+(?:too|as well)$", re.I)
_LONGEST = 8
_AT_NAME = r"\s+at\s+(?:the\s+)?[A-ZÅÄÖ][\w’'-]*(?:\s+[A-ZÅÄÖ][\w’'-]*)*\s+"
_FOR = re.compile(r"^for\s+", re.I)
# Where something can be rented or held.
_SITES = frozenset({"park", "incubator", "hub", "house", "centre", "lab", "laboratory", "campus"})
# "For start-ups?" asks nothing by itself.
_SHORTEST_WHOLE = 4


def swapped(question: str, discourse: Discourse) -> Condensed | None:
    """Make a question standalone that only names what to ask of; None when it is none."""
    last = discourse.last
    what = _other(question, discourse)
    if not what or last is None:
        return None
    named = owned_name(what, last)
    if of_owned := asked_of_other(named, discourse) if named else of_what_it_has(what, last):
        return Condensed(of_owned)
    anaphor = first_anaphor(expanded(what), discourse.names(what))
    if anaphor is not None:
        meant = _meant(what, anaphor, last, discourse) or named_by_kind(what, discourse)
        return Condensed(asked_of_other(meant, discourse)) if meant else None
    if is_one(what):
        return Condensed(question, ask_for_list())
    found = _PREPOSED.match(what)
    number = other_number(found["what"] if found else what, last)
    if other := other_version(what, last) or number or other_time(what, last.query):
        return Condensed(other)
    if one := one_with_number(found["what"] if found else what):
        return Condensed(f"{bare(last.query)} for {one}?")
    if found:
        return Condensed(_placed(found["how"], found["what"], last, discourse))
    return Condensed(asked_of_other(what, discourse))


def of_other_one(question: str, discourse: Discourse) -> Condensed | None:
    """Ask the last question of "the energy one", or of "the one in Lund"; None for no such name."""
    name = one_of_kind(_other(question, discourse), discourse)
    return Condensed(asked_of_other(name, discourse)) if name else None


def _meant(what: str, anaphor: Anaphor, last: Spoken, discourse: Discourse) -> str:
    """Give the name of "the incubator" that the last question was not asked of; "" for none."""
    is_all = anaphor.start == 0 and anaphor.end >= len(what)
    if not is_all or anaphor.pointing is not Pointing.KIND:
        return ""
    found = next(iter(discourse.meant(anaphor, what)), None)
    is_other = found is not None and found.text not in {name.text for name in last.names}
    return found.text if found and is_other and found.is_name and found.kinds else ""


def _other(question: str, discourse: Discourse) -> str:
    """What a question names and asks nothing of; "" when it asks."""
    plain = bare(question)
    said = meant_instead(plain) if discourse.last else ""
    if said and not _STARTS_LIKE_QUESTION.match(said):
        return said
    rest = _TOO.sub("", _EVEN.sub("", AND.sub("", plain)))
    about = _ABOUT.match(rest)
    if about and not about["then"]:
        return without_behind(next(one for one in about.groups() if one))
    tied = _ELLIPSIS.match(plain) is not None or rest != plain
    what = about["then"] if about and about["then"] else rest
    is_short = len(what.split()) <= _LONGEST and not _STARTS_LIKE_QUESTION.match(what)
    if not is_short or _has_verb(what):
        return ""
    if tied or (about and about["then"]):
        return without_behind(what)
    is_place = _PREPOSED.match(what) is not None and len(what.split()) <= _SHORTEST_WHOLE
    is_number = one_with_number(_FOR.sub("", what)) and discourse.last is not None
    return what if is_place or is_number or _is_only_name(what, discourse) else ""


def _is_only_name(what: str, discourse: Discourse) -> bool:
    """Whether a text is one name and nothing else, after a question was asked: "Nerva?"."""
    names = discourse.names(what)
    plain = re.sub(r"^the\s+", "", what, flags=re.I)
    return len(names) == 1 and len(names[0].text) >= len(plain) and discourse.last is not None


def _has_verb(what: str) -> bool:
    """Whether a few words hold a verb of their own."""
    tokens = [one for one in re.findall(r"[^\W\d_]+", what) if one[:1].islower()]
    return any(re.fullmatch(AUXILIARY, one, re.I) for one in tokens)


def asked_of_other(what: str, discourse: Discourse, *, is_several: bool = False) -> str:
    """Ask the last question of something else: a name, a kind, a year, or another property."""
    last = discourse.last
    if last is None:
        return f"What is {what}?"
    if put := other_year(what, last) if YEAR.fullmatch(what) else other_country(what, last):
        return put
    names = discourse.names(what)
    if near := "" if is_several else _nearest(what, names, discourse):
        return asked_of_other(near, discourse)
    if names or is_several:
        part = "" if is_several else part_of_other(what, discourse)
        return part or _of_name(what, names, last, is_several=is_several)
    if is_plural(head_of(what)) and is_known(kind_words(head_of(what))):
        changed = other_kind(what, last)
        if changed:
            return changed
    if named := named_before(what, discourse):
        return asked_of_other(named, discourse)
    return other_noun(what, last) or of_property(what, last, discourse)


def _nearest(what: str, names: Sequence[SpokenName], discourse: Discourse) -> str:
    """Give the name that some words stand for without being it; "" for none."""
    said = one_of_kind(what, discourse) or longer_name(what, discourse)
    if said or names:
        return said
    return discourse.known.nearest(what) or named_by_kind(what, discourse)


def _of_name(
    what: str,
    names: Sequence[SpokenName],
    last: Spoken,
    *,
    is_several: bool,
) -> str:
    other = what if is_several or len(names) != 1 else _plain(what, names[0])
    is_open = bool(names) and not (names[0].kinds or last.names)
    if names and not is_several and last.places and (is_open or is_where("", names[0])):
        return _replaced(last.query, last.places[-1], other)
    kinds = names[0].kinds if names else frozenset[Kind]()
    old = _like(last.names, kinds, other)
    if old is not None:
        put = _replaced(last.query, old, other)
        return asked_of_several(put, other) if is_several else put
    as_yes_no = asked_of_one(last.query, other)
    if as_yes_no:
        return as_yes_no
    return f"What is {other}?"


def _plain(what: str, name: SpokenName) -> str:
    """The name alone where only an article or its kind stands around it."""
    rest = f"{what[: name.start]} {what[name.end :]}"
    extra = [word for word in words(rest) if word not in {"the", "a", "an"}]
    return name.text if not extra or name.end - name.start >= len(what) - 4 else what


def _like(names: Sequence[SpokenName], kinds: frozenset[Kind], other: str) -> SpokenName | None:
    """Which of the last question's names another takes the place of: one of its kinds."""
    every = [name for name in names if name.text.casefold() != other.casefold()]
    alike = [name for name in every if {kind[-1] for kind in name.kinds} & {k[-1] for k in kinds}]
    return next(iter([*alike, *every]), None)


def _replaced(query: str, old: SpokenName, other: str) -> str:
    """Write another name wherever the old one stands; of several parts each names it."""
    # "The Ocean Lake" becomes "Alfa", not "the Alfa".
    is_bare = " " not in other and " " in old.text
    article = r"(?:\bthe\s+)?" if is_bare else ""
    pattern = rf"{article}(?<!\w){re.escape(query[old.start : old.end])}(?!\w)"
    return re.sub(pattern, lambda _found: other, query)


def _placed(how: str, what: str, last: Spoken, discourse: Discourse) -> str:
    """Ask the last question of another place, time or party: "and for students?"."""
    other = bare(what)
    if not last.places and (elsewhere := other_country(other, last)):
        return elsewhere
    names = discourse.names(what)
    if names and len(names) == 1:
        # "On Greenland" is where, as "in Canada" is.
        at = "in" if how.lower() == "on" and last.places else how
        place = is_where(f"{at} {other}", SpokenName(text=other, start=len(at) + 1,
                         end=len(at) + 1 + len(other), is_place=names[0].is_place,
                         is_known=names[0].is_known))  # fmt: skip
        old = (
            _old_place(last) or _site(how, last)
            if place
            else _behind(how, last) or _like(last.names, names[0].kinds, other)
        )
        if old is not None:
            other = _plain(what, names[0])
            query = _replaced(last.query, old, other)
            # "A desk at Alfa in Lund" is elsewhere none at Alfa.
            return (
                re.sub(_AT_NAME + rf"(?=in\s+{re.escape(other)}\b)", " ", query) if place else query
            )
    if not names and (near := discourse.known.nearest(other)):
        return _placed(how, near, last, discourse)
    if YEAR.fullmatch(other):
        return other_year(other, last)
    behind = "" if names else other_behind(how.lower(), what, last)
    return behind or f"{bare(last.query)} {how.lower()} {what}?"


def _old_place(last: Spoken) -> SpokenName | None:
    return last.places[-1] if last.places else None


def _site(how: str, last: Spoken) -> SpokenName | None:
    """The park or house behind the same preposition: "in Kajen Park" is where, as "in Lund" is."""
    behind = _behind(how, last)
    kinds = {kind[-1] for kind in behind.kinds} if behind else set()
    return behind if kinds & _SITES else None


def _behind(how: str, last: Spoken) -> SpokenName | None:
    """The name behind the same preposition in the last question."""
    for name in last.names:
        if re.search(rf"\b{re.escape(how)}\s+(?:the\s+)?$", last.query[: name.start], re.I):
            return name
    return None
