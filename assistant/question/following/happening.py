"""Asks when that happened which was asked about: "Which year was that?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.spoken import Spoken
from assistant.question.following.verbs import past_base
from assistant.question.following.wording import AND, bare

_WHEN = re.compile(
    r"^(?:(?:in\s+)?(?:which|what)\s+year\s+was\s+(?:that|it|this)"
    r"|when\s+(?:was|did)\s+(?:that|this)(?:\s+(?:happen|take place))?"
    r"|how long ago was (?:that|this))$",
    re.I,
)
_WHETHER = re.compile(r"^(?:did|was|were)\s+\S", re.I)
# Of what was founded, the documents tell when, by whomever.
_FOUNDED = re.compile(
    r"^who\s+(?:(?:co-?)?(?P<verb>founded|started|established|created|launched|built|initiated|opened)"
    r"\s+(?P<what>\S.*)|set\s+(?:up\s+(?P<up>\S.*)|(?P<set>\S.*)\s+up))$",
    re.I,
)
_WHO = re.compile(r"^(?:who|(?:which|what)\s+[a-zåäö])", re.I)


def happened(question: str, discourse: Discourse) -> Condensed | None:
    """Ask when what the last question was about happened; None where it tells of no deed."""
    last, plain = discourse.last, bare(AND.sub("", question))
    if last is None or not _WHEN.match(plain):
        return None
    asked = bare(last.query)
    if _WHETHER.match(asked):
        return Condensed(f"When {asked[0].lower()}{asked[1:]}?")
    founded = _FOUNDED.match(asked)
    if founded:
        what = founded["what"] or founded["up"] or founded["set"]
        return Condensed(f"When was {what} {(founded['verb'] or 'set up').lower()}?")
    return _by_whom(asked, last)


def _by_whom(asked: str, last: Spoken) -> Condensed | None:
    """Put whom the answer named for "who" or "which company"."""
    if last.answer is None or not _WHO.match(asked):
        return None
    tokens = asked.split()
    for at, token in enumerate(tokens[1:-1], start=1):
        base = past_base(token)
        if base:
            told = " ".join([last.answer.text, base, *tokens[at + 1 :]])
            return Condensed(f"When did {told}?")
    return None
