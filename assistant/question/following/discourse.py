"""A conversation as follow-ups see it: its turns, read when first needed, newest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.model import Conversation, Turn
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.antecedents import antecedents
from assistant.question.following.events import is_event, leaves_out_event
from assistant.question.following.names import KnownNames, SpokenName, names_in
from assistant.question.following.reading_back import (
    BackReader,
    NoBackReader,
    ReadBack,
    history_of,
)
from assistant.question.following.spoken import Spoken, spoken
from assistant.question.kind import is_small_talk

TURNS_IN_VIEW = 20
"""So many turns back something may be pointed at."""

# What is meant is nearly always in the last turns; a name is looked for in all in view.
_NEAR = 6


@dataclass(slots=True)
class Discourse:
    """What was spoken of before a question.

    Attributes:
        conversation: All of it.
        known: What the documents know.
        asked: The question, as typed.
        back_reader: Reads what it points at.
    """

    conversation: Conversation
    known: KnownNames
    asked: str = ""
    back_reader: BackReader = field(default_factory=NoBackReader)
    _turns: list[Spoken] = field(default_factory=list, init=False)
    _rest: Iterator[Turn] | None = field(default=None, init=False)
    _read_back: ReadBack | None = field(default=None, init=False)

    def turns(self) -> Iterator[Spoken]:
        """Give the turns in view, newest first, without small talk and what was asked back."""
        at = 0
        while at < len(self._turns) or self._read_on():
            yield self._turns[at]
            at += 1

    def _read_on(self) -> bool:
        """Read the next turn that spoke of something; False when there is none in view."""
        if self._rest is None:
            self._rest = iter(self.conversation.turns[: -TURNS_IN_VIEW - 1 : -1])
        for turn in self._rest:
            if _speaks(turn):
                self._turns.append(spoken(turn, self.known))
                return True
        return False

    @property
    def last(self) -> Spoken | None:
        """The last turn that spoke of something; None at the beginning."""
        return next(self.turns(), None)

    def near(self) -> Sequence[Spoken]:
        """Give the last few turns, newest first."""
        return [turn for _, turn in zip(range(_NEAR), self.turns(), strict=False)]

    def names(self, text: str) -> tuple[SpokenName, ...]:
        """Find the names of a text; what was cited counts in whatever capitals."""
        titles = [title for turn in self.near()[:3] for title in turn.cited]
        return names_in(text, self.known, titles)

    def meant(self, anaphor: Anaphor, question: str) -> tuple[Antecedent, ...]:
        """Give what an anaphor may stand for, the likeliest first."""
        turns = self.turns() if anaphor.pointing is Pointing.KIND else self.near()
        return antecedents(turns, anaphor, question, self.known, self.read_back())

    def read_back(self) -> ReadBack:
        """Give what the model reads the question to point at; nothing where none was asked."""
        if self._read_back is None:
            turns = [one for one in self.conversation.turns if _speaks(one)]
            history = history_of(turns) if self.asked else ""
            pointed = self.back_reader.read_back(self.asked, history) if history else ()
            self._read_back = ReadBack(history=history, pointed=pointed)
        return self._read_back

    def topic(self, question: str) -> Antecedent | None:
        """Give what a question that names nothing is about, or None."""
        at = len(question)
        end = Anaphor(start=at, end=at, pointing=Pointing.THING)
        found = [one for one in self.meant(end, question) if not one.is_place]
        event = self._event(question) if leaves_out_event(question) else None
        likeliest = found[0] if found else None
        return event if event and (not found or event.score > found[0].score) else likeliest

    def _event(self, question: str) -> Antecedent | None:
        """Give the event or events that a question may leave out: "How many can come along?"."""
        at = len(question)
        several = Anaphor(start=at, end=at, pointing=Pointing.SEVERAL)
        every = (*self.meant(several, question),)
        return next((one for one in every if not one.is_name and is_event(one.text)), None)


def _speaks(turn: Turn) -> bool:
    """Whether a turn spoke of something: no greeting, and nothing was asked back."""
    return not (turn.answer.asks_back or is_small_talk(turn.query))
