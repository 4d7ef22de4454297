"""The Passage, a slice of one Document that is stored and retrieved; the score lives outside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """`document.text[start:end]`, with what says where it stands.

    Attributes:
        passage_id: Stable for document, place and text.
        document_id: The document it is a slice of.
        ordinal: Position among the document's passages, from 0.
        start: First character, counted in the document's text.
        end: One past the last character.
        text: Exactly `document.text[start:end]`.
        title: The document's title.
        heading: Heading path below the title, outermost first, joined by " > "; None at the top.
        page: Page number from 1, where the format has pages.
    """

    passage_id: str
    document_id: str
    ordinal: int
    start: int
    end: int
    text: str
    title: str
    heading: str | None = None
    page: int | None = None

    @property
    def context(self) -> str:
        """Title and heading path, what a reader needs to know beside the text.

        >>> Passage(passage_id="p", document_id="d", ordinal=0, start=0, end=2, text="It",
        ...         title="SmiLe Incubator", heading="Equity").context
        'SmiLe Incubator > Equity'
        """
        return f"{self.title} > {self.heading}" if self.heading else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredPassage:
    """A retrieved passage; a higher `score` is better.

    `dense_rank` and `bm25_rank` count from 1 and are None where that list did not hold it.
    `sentence_scores` are the similarities of its sentences in order, as `split_sentences` cuts the
    text; those that the encoder cut off, at the end, are missing.
    """

    passage: Passage
    score: float
    dense_rank: int | None = None
    bm25_rank: int | None = None
    dense_score: float | None = None
    bm25_score: float | None = None
    sentence_scores: tuple[float, ...] = ()
