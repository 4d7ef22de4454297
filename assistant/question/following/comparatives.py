"""Compares with what was spoken of, or asks for more of it: "Is CAMP older?", "another one"."""

import re

from assistant.entities.kinds import singular
from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.phrases import head_of, is_plural, phrases_in
from assistant.question.following.swapping import asked_of_other
from assistant.question.following.wording import AND, YEAR, bare
from assistant.question.following.years import since_year
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
    r"^which\s+(?P<one>ones?)\s+(?P<rest>(?!of\b|(?:is|was)\s+(?:it|that)\b)\S.+)$", re.I
)
# "Is that more than at Alfa?", "before Alfa?"
_WITH_OTHER = re.compile(
    r"^(?:(?:is|was|are|were)\s+(?:that|this|those|(?P<it>it|they))\s+)?"
    r"(?:(?:much|a\s+lot|even|any)\s+)?(?:(?P<side>before|after)|(?:(?:more|less|fewer)(?:\s+[a-z]+)?|"
    r"[a-z]{3,}er|better|worse)\s+than|as\s+(?:much|many|long|old|big)\s+as)\s+"
    r"(?P<at>(?:at|in|for|with|by|of|from|the\s+one\s+(?:at|in))\s+)?(?:the\s+)?(?P<other>.+)$",
    re.I,
)
_WHEN = re.compile(r"^(?:and\s+)?(?:when|in\s+(?:which|what)\s+year|since\s+when)\b", re.I)
_HOW_MUCH = re.compile(r"^(?:how|what|for\s+how)\b", re.I)
_HOW_MANY = re.compile(
    rf"^how\s+many\s+(?P<noun>[a-z-]+(?:\s+[a-z-]+)??)\s+(?:{AUXILIARY})\b", re.I
)
_OF_ONE = re.compile(r"^(?:is|was|has|does|[a-z]+s)\b", re.I)
_FROM = re.compile(r"\s+(?:from|by|at|in|for)\s+(?=(?:the\s+)?[A-ZÅÄÖ])")
_INDEFINITE = re.compile(r"^an?\s+(?P<noun>[^?]+)$", re.I)


def compared(question: str, discourse: Discourse) -> Condensed | None:
    """Say what a question compares with or asks for another of; None where it does neither."""
    plain = AND.sub("", question)
    rules = (_with_other, _more, _another, _which_one)
    return next((made for rule in rules for made in [rule(plain, discourse)] if made), None)


def _more(plain: str, discourse: Discourse) -> Condensed | None:
    """Put what was asked about behind "older"."""
    told = bare(plain)
    last = discourse.last
    names = discourse.names(told)
    if last is None or not names or not _MORE.match(told) or _THAN.search(told):
        return None
    other = next((one.text for one in last.names if one.text != names[0].text), "")
    counted = _HOW_MANY.match(last.query)
    if counted and told.lower().endswith((" more", " fewer")):
        told = f"{told} {counted['noun']}"
    return Condensed(with_capital(f"{told} than {other}?")) if other else None


def _with_other(plain: str, discourse: Discourse) -> Condensed | None:
    """Ask what the last question asked for of another one as well: "is that before Alfa?"."""
    found, last = _WITH_OTHER.match(bare(plain)), discourse.last
    if found is None or last is None or len(last.names) != 1:
        return None
    # "Is it older than Alfa?" says itself what is compared.
    if found["it"] and not (found["side"] or found["at"]):
        return None
    if YEAR.fullmatch(found["other"]):
        return Condensed(since_year(found["side"] or "in", found["other"], last))
    names = discourse.names(found["other"])
    said = names[0].text if len(names) == 1 and names[0].end == len(found["other"]) else ""
    other = said or discourse.known.nearest(found["other"])
    if not other or other == last.names[0].text or found["other"][:1].islower():
        return None
    if _WHEN.match(last.query):
        both = f"{last.names[0].text} and {other}"
        return Condensed(asked_of_other(both, discourse, is_several=True))
    is_measured = found["side"] is None and _HOW_MUCH.match(last.query)
    return Condensed(f"{bare(last.query)} compared with {other}?") if is_measured else None


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
    if kind is None:
        return None
    is_one = found["one"].lower() == "one" and _OF_ONE.match(found["rest"]) is not None
    noun = kind.text
    if is_one and is_plural(head_of(noun)):
        noun = f"{noun[: -len(head_of(noun))]}{singular(head_of(noun))}"
    return Condensed(f"Which {noun} {found['rest']}")
