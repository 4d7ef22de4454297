"""A conversation as a Markdown document that a person keeps: questions, answers, sources, quotes.

Whatever a visitor or a document wrote stands in it as text. It opens no address, loads no picture
and begins no heading, link or HTML of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from assistant.languages.answers import retold
from assistant.languages.language import Language
from assistant.model import Answer, AskedTurn, Citation, ConversationRecord, NearestPassage


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What stands between, in one language."""

    conversation: str
    span: str
    understood: str
    sources: str
    nearest: str
    page: str
    as_of: str
    up: str
    down: str


_WORDS: Mapping[Language, _Words] = {
    "en": _Words(
        conversation="Conversation",
        span="From {began} to {ended} (UTC).",
        understood="Understood as:",
        sources="Sources",
        nearest="Nearest passages",
        page="page {page}",
        as_of="as of {as_of}",
        up="Found helpful",
        down="Found not helpful",
    ),
    "sv": _Words(
        conversation="Samtal",
        span="Från {began} till {ended} (UTC).",
        understood="Uppfattat som:",
        sources="Källor",
        nearest="Närmaste stycken",
        page="sida {page}",
        as_of="per {as_of}",
        up="Hjälpte",
        down="Hjälpte inte",
    ),
}

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


def markdown_of(record: ConversationRecord, *, language: Language = "en") -> str:
    """Write a conversation as Markdown, turn by turn, oldest first."""
    summary, words = record.summary, _WORDS[language]
    began, ended = _moment(summary.started_at), _moment(summary.updated_at)
    title = plain(summary.title) or words.conversation
    blocks = [f"# {title}", words.span.format(began=began, ended=ended)]
    for number, asked in enumerate(record.turns, start=1):
        blocks += _turn(number, asked, language)
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


def _turn(number: int, asked: AskedTurn, language: Language) -> Iterator[str]:
    turn, feedback, words = asked.turn, asked.feedback, _WORDS[language]
    answer = retold(turn.answer, language)
    yield f"## {number}. {plain(turn.question)}"
    if turn.query != turn.question:
        yield f"*{words.understood}* {plain(turn.query)}"
    yield answer_markdown(answer.text)
    if answer.asks_back:
        yield "\n".join(f"- {plain(question)}" for question in answer.asks_back)
    yield from _evidence(answer, words)
    if feedback:
        verdict = words.up if feedback.verdict == "up" else words.down
        yield f"*{verdict}*" + (f": {plain(feedback.reason)}" if feedback.reason else "")


def _evidence(answer: Answer, words: _Words) -> Iterator[str]:
    if answer.citations:
        yield f"**{words.sources}**"
        yield "\n\n".join(
            f"- [{citation.number}] {_place(citation, words, as_of=citation.as_of)}\n\n"
            + _quote(citation.quote)
            for citation in answer.citations
        )
    if answer.nearest:
        yield f"**{words.nearest}**"
        yield "\n\n".join(
            f"- {_place(near, words)}\n\n" + _quote(near.text) for near in answer.nearest
        )


def _place(place: Citation | NearestPassage, words: _Words, *, as_of: str | None = None) -> str:
    parts = [
        f"**{plain(place.title)}**",
        f"“{plain(place.heading)}”" if place.heading else "",
        words.page.format(page=place.page) if place.page is not None else "",
        plain(place.source),
        words.as_of.format(as_of=plain(as_of)) if as_of else "",
    ]
    return ", ".join(part for part in parts if part)


def _quote(text: str) -> str:
    """Write a quote inside of a list's item; a backslash at its end keeps a line a line."""
    return "\\\n".join(f"  > {plain(line)}" for line in text.splitlines() if line.strip())


def _moment(written: str) -> str:
    """Write a moment for people.

    >>> _moment("2026-11-21T20:39:04.123+00:00")
    '2026-11-21 20:39'
    """
    return datetime.fromisoformat(written).strftime("%Y-%m-%d %H:%M")
