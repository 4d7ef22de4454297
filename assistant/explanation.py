"""Why an answer is what it is, as data; worked out in `explaining`."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["cited", "unsure", "set_aside"]
"""What became of a passage.

"cited": the answer quotes it. "unsure": nothing in it answers surely enough. "set_aside": something
in it would, but it repeats what is quoted or does not fit what is asked.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A passage that was found for a question, or that its answer quotes besides.

    Attributes:
        passage_id: Its id.
        document_id: That of its document, whose characters `start` and `end` count.
        title: The document's title.
        heading: Heading path below the title.
        page: Page number from 1, where the format has pages.
        start: First character.
        end: One past the last.
        text: What stands there.
        place: In the order in which passages were found, from 1; None when it was not found so, as
            where every entity of a kind was checked.
        meaning_place: Among the nearest by meaning, from 1.
        meaning_score: Cosine similarity of question and passage.
        words_place: Among the best by words, from 1.
        words_score: BM25, 0 or more.
        fused_score: What decided `place`, at most 1.
        reader_score: How sure the reader is that the passage answers, 0 to 1.
        span: The words that the reader takes for the answer.
        statement: What in the passage answers most surely.
        probability: How surely, 0 to 1.
        outcome: What became of it.
        citation_numbers: The answer's citations from it.
    """

    passage_id: str
    document_id: str
    title: str
    heading: str | None
    page: int | None
    start: int
    end: int
    text: str
    place: int | None = None
    meaning_place: int | None = None
    meaning_score: float | None = None
    words_place: int | None = None
    words_score: float | None = None
    fused_score: float | None = None
    reader_score: float | None = None
    span: str | None = None
    statement: str | None = None
    probability: float | None = None
    outcome: Outcome
    citation_numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How a question was taken and what was looked at.

    Attributes:
        kind: What the question was taken for, for example "fact".
        threshold: The probability from which on a statement answers.
        candidates: In the order in which they were found, then what is quoted besides; () where
            nothing was searched.
        is_approved: Staff wrote the answer, so nothing was searched.
        changed: The documents no longer hold what the turn shows, so this is how its question would
            be looked at now.
    """

    kind: str
    threshold: float
    candidates: tuple[Examined, ...]
    is_approved: bool = False
    changed: bool
