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
    other_country,
    other_kind,
    other_noun,
    other_number,
    other_version,
    other_year,
    owned_name,
)
from assistant.question.following.membership import asked_of_one
from assistant.question.following.name_for_name import like, plain_name, replaced
from assistant.question.following.names import SpokenName, is_where
from assistant.question.following.of_several import asked_of_several
from assistant.question.following.other_kind import other_of_kind, the_other_ones
from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.placing import is_elsewhere, placed
from assistant.question.following.properties import of_property, of_what_it_has
from assistant.question.following.spoken import Spoken
from assistant.question.following.wording import AND, YEAR, bare
from assistant.question.following.years import other_time, relative_time
from assistant.question.grammar import AUXILIARY

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
_THE_ONE_AT = re.compile(
    r"^the\s+ones?\s+(?:at|of|for)\s+(?:the\s+)?(?P<name>(?-i:[A-ZÅÄÖ]).+)$", re.I
)
_RATHER = re.compile(r"^(?:rather|perhaps|maybe)\s+(?=\S)", re.I)
# "Even for students?"
_EVEN = re.compile(
    r"^(?:even|also|only|just|not|always|usually|still|mostly)\s+"
    r"(?=(?:for|in|at|with|on|from|of|to|near|outside|during|after|before)\b)",
    re.I,
)
# "Students as well?"
_TOO = re.compile(r",?\s+(?:too|as well)$", re.I)
_LONGEST = 8
_FOR = re.compile(r"^for\s+", re.I)
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
        return _of_kind(what, anaphor, last, discourse)
    return _of_said(question, what, last, discourse)


def _of_kind(what: str, anaphor: Anaphor, last: Spoken, discourse: Discourse) -> Condensed | None:
    """Ask the last question of "the incubator"."""
    meant = _meant(what, anaphor, last, discourse) or named_by_kind(what, discourse)
    if meant:
        return Condensed(asked_of_other(meant, discourse))
    preposed = _PREPOSED.match(what)
    if preposed and anaphor.pointing is Pointing.KIND and anaphor.end == len(what):
        found = next(iter(discourse.meant(anaphor, what)), None)
        of = found.text if found and found.is_name and found.kinds else f"the {preposed['what']}"
        return Condensed(placed(preposed["how"], of, last, discourse))
    of_kind = other_of_kind(what, anaphor, last)
    return Condensed(of_kind) if of_kind else None


def _of_said(question: str, what: str, last: Spoken, discourse: Discourse) -> Condensed:
    """Ask the last question of what is said: others, a number, a time, a place, a name."""
    if others := the_other_ones(what, last):
        return Condensed(asked_of_other(others, discourse, is_several=True))
    if the_one := _THE_ONE_AT.match(what):
        names = discourse.names(the_one["name"])
        is_name = len(names) == 1 and names[0].end == len(the_one["name"])
        if is_name and not names[0].is_place:
            return Condensed(asked_of_other(names[0].text, discourse))
    if is_one(what):
        return Condensed(question, ask_for_list())
    found = _PREPOSED.match(what)
    number = other_number(found["what"] if found else what, last)
    time = relative_time(what, last) or other_time(what, last.query)
    if other := other_version(what, last) or number or time:
        return Condensed(other)
    if one := one_with_number(found["what"] if found else what):
        return Condensed(f"{bare(last.query)} for {one}?")
    if found:
        whole = what[found.end("how") :].strip()
        said = found["what"] if found["what"][:1].isupper() else whole
        return Condensed(placed(found["how"], said, last, discourse))
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
    rest = _TOO.sub("", _EVEN.sub("", _RATHER.sub("", AND.sub("", plain))))
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
    if discourse.last and relative_time(what, discourse.last):
        return what
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
    other = what if is_several or len(names) != 1 else plain_name(what, names[0])
    is_open = bool(names) and not (names[0].kinds or last.names)
    if names and not is_several and last.places and (is_open or is_where("", names[0])):
        return replaced(last.query, last.places[-1], other)
    if not is_several and is_elsewhere(what, names, last):
        return f"{bare(last.query)} in {other}?"
    kinds = names[0].kinds if names else frozenset[Kind]()
    old = like(last.names, kinds, other)
    if old is not None:
        put = replaced(last.query, old, other)
        return asked_of_several(put, other) if is_several else put
    as_yes_no = asked_of_one(last.query, other)
    if as_yes_no:
        return as_yes_no
    return f"What is {other}?"
