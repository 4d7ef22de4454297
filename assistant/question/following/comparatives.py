"""Compares with what was spoken of, or asks for more of it: "Is CAMP older?", "another one"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.phrases import head_of, phrases_in
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, with_capital

_MORE = re.compile(
    rf"^{AUXILIARY}\s.+\s(?:(?:more|less|fewer)(?:\s+[\w-]+)?|older|newer|younger|bigger|larger|smaller|"
    r"cheaper|longer|shorter|higher|lower|earlier|later|closer|further|faster|slower|better|worse|"
    r"stricter|busier)$",
    re.I,
)
_THAN = re.compile(r"\bthan\b|\bany (?:more|longer)\b|\bno (?:more|longer)\b|\bor\b", re.I)
_ANOTHER = re.compile(
    r"\b(?P<which>another|an?\s+(?:second|2nd|third|3rd|new|further))\s+one\b", re.I
)
# "And which one works with Alfa?"
_WHICH_ONE = re.compile(
    r"^which\s+ones?\s+(?P<rest>(?!of\b|(?:is|was)\s+(?:it|that)\b)\S.+)$", re.I
)
_FROM = re.compile(r"\s+(?:from|by|at|in|for)\s+(?=(?:the\s+)?[A-ZÅÄÖ])")
_INDEFINITE = re.compile(r"^an?\s+(?P<noun>[^?]+)$", re.I)


def compared(question: str, discourse: Discourse) -> Condensed | None:
    """Say what a question compares with or asks for another of; None where it does neither."""
    plain = AND.sub("", question)
    return _more(plain, discourse) or _another(plain, discourse) or _which_one(plain, discourse)


def _more(plain: str, discourse: Discourse) -> Condensed | None:
    """Put what was asked about behind "older"."""
    told = bare(plain)
    last = discourse.last
    names = discourse.names(told)
    if last is None or not names or not _MORE.match(told) or _THAN.search(told):
        return None
    other = next((one.text for one in last.names if one.text != names[0].text), "")
    return Condensed(with_capital(f"{told} than {other}?")) if other else None


def _another(plain: str, discourse: Discourse) -> Condensed | None:
    """Write "another cheque" for "another one"."""
    found = _ANOTHER.search(plain)
    if found is None:
        return None
    for turn in discourse.near():
        for phrase in turn.phrases:
            whole = turn.query[phrase.start : phrase.end]
            before = _FROM.split(whole, maxsplit=1)[0]
            said = _INDEFINITE.match(before)
            if said and not any(name.text in said["noun"] for name in turn.names):
                noun = said["noun"].partition(f" {head_of(said['noun'])}")
                put = f"{found['which']} {noun[0]}{noun[1]}{whole[len(before) :]}"
                return Condensed(
                    with_capital(f"{plain[: found.start()]}{put}{plain[found.end() :]}")
                )
    return None


def _which_one(plain: str, discourse: Discourse) -> Condensed | None:
    """Write "which company" for "which one" where that was asked for."""
    found, last = _WHICH_ONE.match(plain), discourse.last
    if found is None or last is None or len(last.items) > 1:
        return None
    asked = (one for one in phrases_in(last.query) if one.after in {"which", "what"})
    kind = next(asked, None)
    return Condensed(f"Which {kind.text} {found['rest']}") if kind else None
