"""Puts what was picked where a follow-up picks it: "when does the second one open?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.antecedent import Antecedent, joined
from assistant.question.following.attaching import about
from assistant.question.following.discourse import Discourse
from assistant.question.following.putting import replaced
from assistant.question.following.spoken import Spoken
from assistant.question.following.swapping import asked_of_other
from assistant.question.grammar import AUXILIARY, with_capital

_YES_NO = re.compile(rf"^(?P<verb>{AUXILIARY})\s+$", re.I)
_PLEASE = re.compile(r"(?:\s+please)?[\s?!.]*", re.I)
_ASKED_OF_IT = re.compile(r"\s*[,:–-]\s*(?P<rest>\w.+)")


def put_picked(
    plain: str,
    found: re.Match[str],
    meant: str,
    discourse: Discourse,
    *,
    is_several: bool = False,
) -> Condensed:
    """Put what is meant where it is picked; where nothing else is asked, ask the last question."""
    before, rest = plain[: found.start()], plain[found.end() :]
    asks_nothing = re.fullmatch(r"(?:(?:what|how) about\s*|for\s+|in\s+)?", before, re.I)
    last, is_whole = discourse.last, _PLEASE.fullmatch(rest) is not None
    if asks_nothing and is_whole and last is not None and _lists(last, meant):
        return Condensed(_described(meant, last) if is_several else f"Tell me about {meant}")
    if asks_nothing and is_whole and last is not None:
        return Condensed(asked_of_other(meant, discourse, is_several=is_several))
    asked = _ASKED_OF_IT.fullmatch(rest)
    if asked and not before.strip() and not is_several:
        return Condensed(_asked_of_it(asked["rest"], Antecedent(text=meant, score=1.0), discourse))
    begins = _YES_NO.match(before)
    if is_several and begins:
        verb = begins["verb"].lower()
        plain_verb = "" if verb in {"do", "does", "did"} else f"{verb} "
        return Condensed(f"Which of {meant} {plain_verb}{rest.strip()}")
    return Condensed(with_capital(f"{before}{meant}{rest}"))


def _described(meant: str, last: Spoken) -> str:
    """Ask what each of several is: "What is Alfa and what is Beta?"."""
    asked = [f"what is {item}" for item in last.items if item in meant]
    return f"{with_capital(joined(asked))}?"


def _lists(last: Spoken, meant: str) -> bool:
    """Whether the last answer listed what is picked, so that nothing else is asked of each."""
    return len(last.items) > 1 and any(item in meant for item in last.items)


def _asked_of_it(asked: str, meant: Antecedent, discourse: Discourse) -> str:
    """Ask of what was picked: "the second one, when does that open?"."""
    plain = expanded(asked)
    points = first_anaphor(plain, discourse.names(plain))
    return about(asked, meant) if points is None else with_capital(replaced(plain, points, meant))
