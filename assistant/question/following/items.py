"""Follow-ups that pick from what was shown: "the second one", "the latter", "the others"."""

import re
from collections.abc import Sequence

from assistant.comparing.question import comparison_of
from assistant.entities.kinds import accepted_kinds, is_known, is_of_kind, kind_words
from assistant.question.condenser import AskBack, Condensed
from assistant.question.following.antecedent import joined
from assistant.question.following.asking import ask_for_list, ask_which
from assistant.question.following.discourse import Discourse
from assistant.question.following.narrowing import (
    WHICH_ONE,
    among_all,
    asks_twice,
    counts_last,
    is_of_kind_or_noun,
    narrowed_to,
)
from assistant.question.following.picking import put_picked
from assistant.question.following.several_picked import several_picked
from assistant.question.following.shown import Shown, asked_in_turn, last_shown, lately, pair
from assistant.question.following.spoken import Spoken
from assistant.question.following.spoken_of import MOST_NAMED
from assistant.question.following.verbs import is_verb
from assistant.question.following.wording import AND, bare, lowered
from assistant.question.grammar import AUXILIARY, with_capital

_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth")  # fmt: skip
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LAST = -1
# More are asked for by what they were listed as, where that is known.
_ASKED_EACH = 4
_ORDINAL = re.compile(
    rf"\b(?:(?:number|no\.?|nr\.?|#)\s*(?P<number>\d{{1,2}}|{'|'.join(_CARDINALS)})\b"
    rf"|(?:the\s+|that\s+)?(?P<word>{'|'.join(_NUMBERS)}|last|1st|2nd|3rd|[4-9]th|10th)\b"
    r"(?:\s+(?:one|of (?:them|these|those|the list)|in the list|on the list|"
    r"(?P<noun>[a-zåäö-]+))\b)?)"
    r"(?P<tail>\s+(?:you (?:named|mentioned|listed|said)|in (?:the|that|your) (?:list|answer)))?",
    re.I,
)
_PICKS = re.compile(r"\b(?:one|of (?:them|these|those|the list)|in the list|on the list)$", re.I)
_VERB_FOLLOWS = re.compile(
    rf"\s+(?:{AUXILIARY}|exist(?:s|ed)?|open(?:s|ed)?|start(?:s|ed)?|lies?|belongs?|takes?|offers?|costs?)\b",
    re.I,
)
_PAIR = re.compile(r"\bthe\s+(?P<which>former|latter)(?:\s+one)?\b", re.I)
_DOES = re.compile(r"\b(?:do|does|did|can|could|will|would|should)\s+$", re.I)
_OTHER_ONE = re.compile(r"\bthe\s+other(?:\s+one\b|(?=\s*(?:[?.!,]|$)))", re.I)
_OTHERS = re.compile(
    r"\b(?:(?:all\s+)?(?:of\s+)?the\s+)(?:others|other\s+(?:ones|two|three|four|five)|rest|"
    r"remaining(?:\s+ones|\s+two|\s+three)?)\b(?=\s*(?:[?.!,]|$|of them|[a-z]))",
    re.I,
)
_BOTH = re.compile(
    r"\bboth(?:\s+of\s+(?:them|these|those))?(?=\s*(?:[?.!]|$)|\s+(?!\w+ies\W*$)[a-z])", re.I
)
_OF_THEM = re.compile(
    r"\b(?P<how>which(?: ones?)?|who|how many|any|some|all|one|none|most|each|either|neither|"
    r"the (?:oldest|biggest|largest|smallest|newest|cheapest|youngest|first))\s+(?:out\s+)?of\s+"
    r"(?:all\s+)?(?:them\b|these\b|those\b|the (?P<number>two|three|four|five)\b"
    # "Of the three has", but not "of the three parks".
    r"(?! (?!has\b|is\b|was\b|does\b|takes\b|costs\b)\w+s\b))",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:older|newer|more|less|better|[a-z]{3,}er|[a-z]{3,}est|most|first)\b", re.I
)


def picked(question: str, discourse: Discourse) -> Condensed | None:
    """Make a question standalone that picks from a list or a pair; None when it picks nothing."""
    plain = AND.sub("", question)
    rules = (_by_pair, _by_other_one, _by_others, _by_both, several_picked, _by_number, _of_them)
    for rule in rules:
        condensed = rule(question, plain, discourse)
        if condensed is not None:
            return condensed
    return None


def _by_pair(question: str, plain: str, discourse: Discourse) -> Condensed | None:
    found = _PAIR.search(plain)
    if found is None:
        return None
    rest = plain[found.end() :]
    # "The former director" is no one of two; "when did the former open?" asks of one.
    behind = re.match(rf"\s+(?!{AUXILIARY}\b)(\w+)", rest, re.I)
    does = _DOES.search(plain[: found.start()]) and behind and is_verb(behind[1].lower())
    if found["which"].lower() == "former" and behind and not does:
        return None
    members = pair(discourse)
    if len(members) < 2:
        return Condensed(question, ask_for_list())
    meant = members[0 if found["which"].lower() == "former" else 1]
    return put_picked(plain, found, meant, discourse)


def _by_other_one(question: str, plain: str, discourse: Discourse) -> Condensed | None:
    """Put the one of two that the last question was not about: "and in the other one?"."""
    found = _OTHER_ONE.search(plain)
    if found is None or discourse.names(plain):
        return None
    members = pair(discourse)
    last = discourse.last
    asked = {name.text.casefold() for name in last.names} if last else set()
    if last and last.answer and last.answer.text in members:
        # "Which of them is older?" was answered with one.
        asked = {last.answer.text.casefold()}
    others = [member for member in members if member.casefold() not in asked]
    if len(members) == 2 and len(others) == 1:
        return put_picked(plain, found, others[0], discourse)
    return Condensed(question, ask_for_list())


def _by_others(question: str, plain: str, discourse: Discourse) -> Condensed | None:
    found = _OTHERS.search(plain)
    if found is None or discourse.names(plain):
        return None
    shown = last_shown(discourse)
    if shown is None:
        return Condensed(question, ask_for_list()) if discourse.last is None else None
    spoken = {name.text.casefold() for turn in shown.since for name in turn.names}
    rest = tuple(one for one in shown.members if one.casefold() not in spoken)
    if not rest or len(rest) == len(shown.members) or len(rest) > MOST_NAMED:
        return None
    return put_picked(plain, found, joined(rest), discourse, is_several=len(rest) > 1)


def _by_both(question: str, plain: str, discourse: Discourse) -> Condensed | None:
    found = _BOTH.search(plain)
    if found is None or discourse.names(plain) or " and " in plain[found.end() :]:
        return None
    members = pair(discourse)
    if len(members) != 2:
        return None
    return put_picked(plain, found, joined(members), discourse, is_several=True)


def _by_number(question: str, plain: str, discourse: Discourse) -> Condensed | None:
    found = next((one for one in _ORDINAL.finditer(plain) if _picks(plain, one)), None)
    if found is None or discourse.names(plain[: found.start()]):
        return None
    shown = last_shown(discourse)
    place = _place(found)
    last = discourse.last
    if last is not None and len(last.items) == 1 and place in {0, _LAST}:
        shown = Shown(turn=last, members=last.items, since=())
    if found["noun"]:
        return _by_kind(plain, found, shown, discourse)
    series = asked_in_turn(discourse)
    if series is not None and place < len(series.members):
        shown = series
    if shown is None:
        return Condensed(question, ask_for_list())
    if place >= len(shown.members):
        return Condensed(question, _too_few(plain, found, shown.members, discourse))
    return put_picked(plain, found, shown.members[place], discourse)


def _picks(plain: str, found: re.Match[str]) -> bool:
    """Whether an ordinal picks one: "the second one", "and the second?", "the third incubator"."""
    if found["noun"] or found["number"]:
        return found["noun"] is None or is_known(kind_words(found["noun"]))
    if _PICKS.search(found.group().removesuffix(found["tail"] or "")) or found["tail"]:
        return True
    rest = plain[found.end() :]
    is_end = not rest.strip(" ?!.") or _VERB_FOLLOWS.match(rest) is not None
    return is_end and found.group().lower().startswith(("the ", "that "))


def _by_kind(
    plain: str, found: re.Match[str], shown: Shown | None, discourse: Discourse
) -> Condensed | None:
    """Pick "the second incubator" only of a list of incubators."""
    if shown is None or not shown.turn.items:
        return None
    noun = kind_words(found["noun"])
    named = [discourse.names(member) for member in shown.members]
    fits = any(names and is_of_kind(names[0].kinds, accepted_kinds(noun)) for names in named)
    place = _place(found)
    if not (fits or found["noun"].lower() in shown.turn.query.lower()):
        return None
    return put_picked(plain, found, shown.members[place], discourse) if place < len(named) else None


def _place(found: re.Match[str]) -> int:
    if found["number"]:
        number = found["number"].lower()
        return int(number) - 1 if number.isdecimal() else _CARDINALS.index(number)
    word = found["word"].lower()
    if word == "last":
        return _LAST
    return _NUMBERS.index(word) if word in _NUMBERS else int(re.sub(r"\D", "", word)) - 1


def _too_few(
    plain: str, found: re.Match[str], members: Sequence[str], discourse: Discourse
) -> AskBack:
    queries = []
    for member in members[:3]:
        condensed = put_picked(plain, found, member, discourse)
        queries.append(condensed.query)
    asked = ask_which(members[:3], queries)
    count = len(members)
    return AskBack(
        sentence=f"That list has only {count} entries. {asked.sentence}",
        candidates=asked.candidates,
    )


def _of_them(question: str, plain: str, discourse: Discourse) -> Condensed | None:
    """Ask "which of them" of the list, or of what was asked for where the list is long."""
    found = _OF_THEM.search(plain) or WHICH_ONE.match(plain)
    if asks_twice(plain):
        return None
    is_first = is_of_kind_or_noun(plain) or counts_last(discourse)
    narrowed = narrowed_to(plain, discourse)
    if narrowed and (is_first or found is None):
        return Condensed(narrowed)
    if found is None or discourse.names(plain[: found.start()]):
        return None
    if found.re is WHICH_ONE and comparison_of(plain):
        return None  # "Which is older, Alfa or Beta?" names them itself.
    shown = last_shown(discourse)
    if shown is None or not _is_of_number(found, shown):
        return _of_last(question, plain, found, discourse)
    is_short = len(shown.members) <= (_ASKED_EACH if narrowed else MOST_NAMED)
    if is_short and _are_names(shown.members, discourse):
        how = found.groupdict().get("how") or "which"
        put = f"{how} of {joined(shown.members)}"
        rest = plain[found.end() :].lstrip()
        return Condensed(with_capital(f"{plain[: found.start()]}{put} {rest}"))
    if narrowed:
        return Condensed(narrowed)
    return _of_all(plain, found, shown.turn, discourse)


def _of_all(plain: str, found: re.Match[str], turn: Spoken, discourse: Discourse) -> Condensed:
    """Ask of all that a turn asked for; behind its question where no noun tells what that is."""
    among = among_all(plain, found, turn, discourse)
    told = plain if found.re is _OF_THEM else f"which of them {plain[found.end() :].lstrip()}"
    return Condensed(among or f"{bare(turn.query)}, {lowered(told)}")


def _is_of_number(found: re.Match[str], shown: Shown) -> bool:
    """Whether a list has as many as "the three" tells."""
    number = found.groupdict().get("number")
    return number is None or len(shown.members) == _CARDINALS.index(number.lower()) + 1


def _of_last(
    question: str, plain: str, found: re.Match[str], discourse: Discourse
) -> Condensed | None:
    """Ask of what was asked about lately, where no list was shown."""
    if discourse.last is None:
        return Condensed(question, ask_for_list())
    number = found.groupdict().get("number")
    count = _CARDINALS.index(number.lower()) + 1 if number else 2
    names = lately(discourse, count)
    if len(names) == count and (number or _COMPARES.search(plain)):
        rest = plain[found.end() :].lstrip()
        return Condensed(with_capital(f"{plain[: found.start()]}which of {joined(names)} {rest}"))
    if not _OF_THEM.search(plain):
        return None
    if narrowed := narrowed_to(plain, discourse):
        return Condensed(narrowed)
    return _of_all(plain, found, discourse.last, discourse)


def _are_names(members: Sequence[str], discourse: Discourse) -> bool:
    """Whether all of a list are known by name, so that each can be asked about."""
    return all(any(name.is_known for name in discourse.names(member)) for member in members)
