"""A conversation as a Markdown document that a person keeps: questions, answers, sources, quotes.

Whatever a visitor or a document wrote stands in it as text. It opens no address, loads no picture
and begins no heading, link or HTML of its own.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from assistant.model import Answer, AskedTurn, Citation, ConversationRecord, NearestPassage

_VERDICTS = {"up": "helpful", "down": "not helpful"}

# Controls, bidirectional overrides, zero-width marks and tag characters, which hide or reorder what
# is read. The joiners stay: scripts and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u2069\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&#!]")
# What begins a list, a heading underlined, or a rule, where a line begins with it.
_OPENING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)

# In an answer paragraphs, lists, tables, bold and `[1]` are Markdown; all else is taken apart.
# An escape that is there already goes first, or escaping its second half would undo it.
_IN_ANSWER = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<marker>\[\d{1,4}\])(?P<next>[(:])?
    |(?P<special>[\\`<&~\[\]])""",
    re.VERBOSE,
)
# Headings and rules, also inside of lists and quotes.
_HEADING_IN_ANSWER = re.compile(
    r"^((?:[ \t]|[-+*](?=[ \t])|>|\d+[.)](?=[ \t]))*)(#|=+[ \t]*$|-+[ \t]*$|(?:[*_][ \t]*){3,}$)",
    re.MULTILINE,
)
_CODE_INDENT = re.compile(r"^[ \t]{4,}", re.MULTILINE)


def markdown_of(record: ConversationRecord) -> str:
    """Write a conversation as Markdown, turn by turn, oldest first."""
    summary = record.summary
    began, ended = _moment(summary.started_at), _moment(summary.updated_at)
    blocks = [f"# {plain(summary.title) or 'Conversation'}", f"From {began} to {ended} (UTC)."]
    for number, asked in enumerate(record.turns, start=1):
        blocks += _turn(number, asked)
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    r"""Write text of somebody else's on one line so that Markdown reads it as nothing but text.

    >>> plain("![x](http://a)\n# <b>")
    '\\!\\[x\\](http://a) \\# \\<b\\>'
    """
    line = " ".join(_INVISIBLE.sub("", text).split())
    return _OPENING.sub(_behind_backslash, _SPECIAL.sub(r"\\\g<0>", line))


def answer_markdown(text: str) -> str:
    r"""Write an answer with the Markdown that answers use and without any other.

    >>> answer_markdown("**Two** [1](http://a) ![x](y) <i>")
    '**Two** [1]\\(http://a) !\\[x\\](y) \\<i>'
    """
    inert = _IN_ANSWER.sub(_taken_apart, _INVISIBLE.sub("", text))
    return _HEADING_IN_ANSWER.sub(r"\1\\\2", _CODE_INDENT.sub("  ", inert))


def _taken_apart(found: re.Match[str]) -> str:
    if found["special"]:
        return "\\" + found["special"]
    if found["marker"]:
        return found["marker"] + ("\\" + found["next"] if found["next"] else "")
    return found["escape"]


def _behind_backslash(found: re.Match[str]) -> str:
    start, opening = found[1], found[2]
    # A number cannot be escaped; the point behind it can.
    return f"{start}{opening}\\" if opening.isdigit() else f"{start}\\{opening}"


def _turn(number: int, asked: AskedTurn) -> Iterator[str]:
    turn = asked.turn
    yield f"## {number}. {plain(turn.question)}"
    if turn.query != turn.question:
        yield f"*Understood as:* {plain(turn.query)}"
    yield answer_markdown(turn.answer.text)
    yield from _asks_back(turn.answer)
    yield from _evidence(turn.answer)
    if asked.feedback:
        reason = plain(asked.feedback.reason)
        yield f"*Found {_VERDICTS[asked.feedback.verdict]}*" + (f": {reason}" if reason else "")


def _asks_back(answer: Answer) -> Iterator[str]:
    if answer.asks_back:
        yield "\n".join(f"- {plain(question)}" for question in answer.asks_back)


def _evidence(answer: Answer) -> Iterator[str]:
    if answer.citations:
        yield "**Sources**"
        yield "\n\n".join(
            _source(f"[{citation.number}]", citation, citation.quote, as_of=citation.as_of)
            for citation in answer.citations
        )
    if answer.nearest:
        yield "**Nearest passages**"
        yield "\n\n".join(_source("", near, near.text) for near in answer.nearest)


def _source(
    marker: str, place: Citation | NearestPassage, quote: str, *, as_of: str | None = None
) -> str:
    parts = [
        f"**{plain(place.title)}**",
        f"“{plain(place.heading)}”" if place.heading else "",
        f"page {place.page}" if place.page is not None else "",
        plain(place.source),
        f"as of {plain(as_of)}" if as_of else "",
    ]
    line = ", ".join(part for part in parts if part)
    head = f"- {marker} {line}" if marker else f"- {line}"
    # A backslash at its end keeps a line a line.
    lines = (f"  > {plain(line)}" for line in quote.splitlines() if line.strip())
    return head + "\n\n" + "\\\n".join(lines)


def _moment(written: str) -> str:
    """Write a moment for people.

    >>> _moment("2026-11-21T20:39:04.123+00:00")
    '2026-11-21 20:39'
    """
    return datetime.fromisoformat(written).strftime("%Y-%m-%d %H:%M")
