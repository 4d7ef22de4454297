"""Finds the approved answer to a question that is surely the same as one it was written for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.approved.model import ApprovedAnswer
from assistant.approved.wording import Wording, is_same, wording_of

# No two wordings of one question of the development half of `eval/data/approved` that pass the
# rules are less alike. Near misses are much more alike than that, so it is the rules that decide;
# this only stops what they misread.
LEAST_LIKENESS = 0.75


class SentenceEncoder(Protocol):
    """Turns texts into vectors; see `index.encoding.Encoder.encode`."""

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give a row of length 1 for each text."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A wording and the answer it asks for."""

    wording: Wording
    answer: ApprovedAnswer


@dataclass(frozen=True, kw_only=True)
class Matcher:
    """Finds answers by their wordings. Safe to use from several threads.

    Attributes:
        exact: What is asked in exactly these words.
        by_key: What may be asked by what it says, see `Wording.key`.
        encoder: Says how alike two wordings are.
    """

    exact: dict[str, ApprovedAnswer]
    by_key: dict[tuple[str, ...], tuple[Known, ...]]
    encoder: SentenceEncoder
    _vectors: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    def find(
        self, question: str, is_served: Callable[[ApprovedAnswer], bool]
    ) -> ApprovedAnswer | None:
        """Give the answer to a question; None where none is surely an answer to it.

        Args:
            question: Standalone.
            is_served: Whether an answer may be given now.
        """
        asked = wording_of(question)
        found = self.exact.get(asked.exact)
        if found is not None and is_served(found):
            return found
        alike = [
            known
            for known in self.by_key.get(asked.key, ())
            if is_served(known.answer) and is_same(known.wording, asked)
        ]
        if not alike:
            return None
        likeness = self._likeness(question, [known.wording.text for known in alike])
        best = int(np.argmax(likeness))
        return alike[best].answer if likeness[best] >= LEAST_LIKENESS else None

    def _likeness(self, question: str, wordings: Sequence[str]) -> NDArray[np.float32]:
        missing = [wording for wording in dict.fromkeys(wordings) if wording not in self._vectors]
        made = self.encoder.encode([question, *missing])
        self._vectors.update(zip(missing, made[1:], strict=True))
        rows = np.stack([self._vectors[wording] for wording in wordings])
        return np.asarray(rows @ made[0], dtype=np.float32)


def build_matcher(answers: Iterable[ApprovedAnswer], encoder: SentenceEncoder) -> Matcher:
    """Prepare for finding answers; of two for the same words the one given first is found."""
    exact: dict[str, ApprovedAnswer] = {}
    by_key: defaultdict[tuple[str, ...], list[Known]] = defaultdict(list)
    for answer in answers:
        for text in answer.wordings:
            wording = wording_of(text)
            exact.setdefault(wording.exact, answer)
            if wording.key:
                by_key[wording.key].append(Known(wording=wording, answer=answer))
    return Matcher(
        exact=exact,
        by_key={key: tuple(known) for key, known in by_key.items()},
        encoder=encoder,
    )


def serves_each(
    wordings: Iterable[str], questions: Iterable[str], encoder: SentenceEncoder
) -> tuple[bool, ...]:
    """Say of each question whether an answer with these wordings would be given to it."""
    first, *others = wordings
    answer = ApprovedAnswer(
        approved_id="",
        question=first,
        other_wordings=tuple(others),
        text="",
        author="",
        approved_at="",
    )
    matcher = build_matcher([answer], encoder)
    return tuple(matcher.find(question, lambda _answer: True) is not None for question in questions)
