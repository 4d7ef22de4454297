"""What a small model reads a follow-up to point at, in what was said before it.

"Who is the largest customer of Alfa?" - "Kustmat, ..." - "how many shops do they have?": words
alone do not tell that "they" are Kustmat and not Alfa. The model was shown conversations.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.model import Answer, Turn

# As the model was trained: so many turns, and of the last answer more than of earlier ones.
_TURNS = 4
_NEWEST, _EARLIER, _SHORT = 340, 160, 120
_MARKER = re.compile(r"\[\d+\]|\*\*|__")
# The title of where a sentence stands is not what it tells of.
_SOURCE = re.compile(r"^\*\*[^*\n]{1,120}\*\*:\s*", re.M)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PointedAt:
    """A stretch of what was said, and how surely it is meant.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        share: From 0 to 1; of all stretches of one history, and nothing, together at most 1.
    """

    start: int
    end: int
    share: float


class BackReader(Protocol):
    """Says what a follow-up points at."""

    def read_back(self, question: str, history: str) -> tuple[PointedAt, ...]:
        """Give the likeliest stretches of a history that a question points at, likeliest first.

        Args:
            question: As typed.
            history: What `history_of` gives.
        """
        ...


@dataclass(frozen=True, slots=True)
class NoBackReader:
    """Reads nothing."""

    def read_back(self, question: str, history: str) -> tuple[PointedAt, ...]:  # a stand-in
        """Give nothing."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """What was said before a question, and what of it the question points at."""

    history: str = ""
    pointed: tuple[PointedAt, ...] = ()
    _words: list[tuple[str, int, int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Cut the history into words."""
        found = [(one.group().casefold(), *one.span()) for one in _WORD.finditer(self.history)]
        object.__setattr__(self, "_words", found)

    @property
    def points(self) -> float | None:
        """How surely a question points at anything, 0 to 1; None where it was not read."""
        return sum(one.share for one in self.pointed) if self.pointed else None

    def share(self, text: str) -> float:
        """Give how surely a name or phrase is what is meant, from 0 to 1.

        A stretch that is only a part of it, or of which it is only a part, counts by that part.
        """
        if not self.pointed:
            return 0.0
        # "The programmes of Alfa" were said to be "programmes".
        places = self._places(text) or self._places(text.rpartition(" of ")[0])
        return sum(
            one.share * max((_overlap(one, place) for place in places), default=0.0)
            for one in self.pointed
        )

    def _places(self, text: str) -> list[tuple[int, int]]:
        """Find where a text's words stand one after another."""
        wanted = [one.group().casefold() for one in _WORD.finditer(text)]
        if not wanted:
            return []
        said = self._words
        return [
            (said[at][1], said[at + len(wanted) - 1][2])
            for at in range(len(said) - len(wanted) + 1)
            if said[at][0] == wanted[0]
            and [word for word, _, _ in said[at : at + len(wanted)]] == wanted
        ]


def _overlap(one: PointedAt, place: tuple[int, int]) -> float:
    """Give the share of what both hold in what either holds."""
    start, end = place
    both = min(one.end, end) - max(one.start, start)
    return max(0, both) / (max(one.end, end) - min(one.start, start))


def history_of(turns: Sequence[Turn]) -> str:
    """Write what was said as the model reads it: the newest turn first, answers cut.

    >>> turn = Turn(turn_id="1", question="x", query="Who owns Alfa?",
    ...             answer=Answer(status="answered", text="Beta owns it. [1]", short_answer="Beta"))
    >>> history_of([turn])
    'Asked: Who owns Alfa? Answer: Beta owns it.'
    """
    return " ".join(
        f"Asked: {_plain(turn.query)} Answer: {_told(turn.answer, is_newest=back == 0)}"
        for back, turn in enumerate(reversed(turns[-_TURNS:]))
    )


def _told(answer: Answer, *, is_newest: bool) -> str:
    if answer.status != "answered":
        return ""
    text, short = _plain(_SOURCE.sub("", answer.text)), _plain(answer.short_answer or "")
    if short and not text.startswith(short):
        text = f"{_cut(short, _SHORT)}. {text}"
    return _cut(text, _NEWEST if is_newest else _EARLIER)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", _MARKER.sub("", text)).strip()


def _cut(text: str, length: int) -> str:
    """Cut at a space."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0]
