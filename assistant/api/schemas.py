"""The JSON of the HTTP interface, and the one way from our types to it; nothing of FastAPI is here.

The command line prints the same objects, so both say the same.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.library import DocumentDetail, DocumentSummary
from assistant.model import Turn
from assistant.question.typed import MAX_QUESTION_CHARACTERS
from index.passage import ScoredPassage

_QUESTION = "Which organisation started in 2010?"


class Schema(BaseModel):
    """Refuses unknown members and reads our dataclasses by attribute."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


class AskRequest(Schema):
    """A question, and the conversation it belongs to."""

    question: str = Field(
        description=f"As typed, at most {MAX_QUESTION_CHARACTERS} characters.",
        examples=[_QUESTION],
        json_schema_extra={"minLength": 1, "maxLength": MAX_QUESTION_CHARACTERS},
    )
    conversation_id: str | None = Field(
        default=None,
        max_length=100,
        description="Left out or null starts a new conversation.",
        examples=[None],
    )
    query: str | None = Field(
        default=None,
        description="Searched as given in place of what the question would be understood as; "
        f"at most {MAX_QUESTION_CHARACTERS} characters. The question itself undoes a reading.",
        examples=[None],
    )
    replaces: str | None = Field(
        default=None,
        max_length=100,
        description="The id of the conversation's last turn, which the new one takes the place of: "
        "it is deleted for good, with its feedback.",
        examples=[None],
    )


class CitationOut(Schema):
    """Evidence: `quote` is exactly `text[start:end]` of the document."""

    number: int = Field(description="The `[1]` in the answer.")
    document_id: str
    title: str
    source: str
    heading: str | None
    page: int | None
    passage_id: str
    quote: str
    start: int
    end: int
    score: float = Field(description="How sure it is that the quote answers, 0 to 1.")
    verified: bool = Field(description="The quote was compared with the stored document.")


class NearestOut(Schema):
    """A passage that came near, when the documents do not answer."""

    passage_id: str
    document_id: str
    title: str
    source: str
    heading: str | None
    page: int | None
    text: str
    start: int
    end: int
    score: float


class ConflictOut(Schema):
    """Statements that disagree, by the numbers of their citations."""

    about: str
    citation_numbers: tuple[int, ...]


class CoverageOut(Schema):
    """How many entities were checked for a "which" question, and what each one's documents say."""

    checked: int
    stated: tuple[str, ...]
    denied: tuple[str, ...]
    silent: tuple[str, ...]
    citation_numbers: dict[str, tuple[int, ...]] = Field(
        default_factory=dict,
        description="The citations by whoever is said to state or deny it; empty when declined.",
    )


class AskResponse(Schema):
    """An answer with its evidence."""

    conversation_id: str
    turn_id: str
    question: str = Field(description="As typed.")
    query: str = Field(description="The standalone form that was searched.")
    status: Literal["answered", "declined"]
    answer: str = Field(description="Markdown with `[1]` markers.")
    short_answer: str | None
    citations: tuple[CitationOut, ...]
    nearest: tuple[NearestOut, ...] = Field(description="Filled when declined, best first.")
    conflicts: tuple[ConflictOut, ...]
    coverage: CoverageOut | None
    asks_back: tuple[str, ...] = Field(
        description="Standalone questions to choose from, when a follow-up could mean several "
        "things; `answer` then asks what is meant."
    )
    timings_ms: dict[str, float]


class FoundPassage(Schema):
    """A passage that was found; a higher score is better."""

    passage_id: str
    document_id: str
    title: str
    heading: str | None
    page: int | None
    text: str
    start: int
    end: int
    score: float
    dense_rank: int | None = Field(description="Place in the search by meaning, from 1.")
    bm25_rank: int | None = Field(description="Place in the search by words, from 1.")


class SearchResponse(Schema):
    """Passages, best first."""

    query: str
    passages: tuple[FoundPassage, ...]


class DocumentOut(Schema):
    """One document without its text."""

    document_id: str
    title: str
    source: str
    language: str
    as_of: str | None
    metadata: dict[str, str]
    characters: int
    passages: int


class DocumentsResponse(Schema):
    """All documents, by title."""

    documents: tuple[DocumentOut, ...]


class PageStartOut(Schema):
    """Where a page begins."""

    page: int = Field(description="Its number, counted from 1.")
    start: int = Field(description="Its first character.")


class DocumentTextOut(DocumentOut):
    """One document with its text, whose characters the citations count."""

    text: str
    pages: tuple[PageStartOut, ...] = Field(
        default=(), description="Where its pages begin, in order; empty where it has none."
    )


class HealthResponse(Schema):
    """The process runs."""

    status: Literal["ok"] = "ok"


class ReadyResponse(Schema):
    """Questions can be answered."""

    status: Literal["ready"] = "ready"
    details: dict[str, str]


def ask_response(conversation_id: str, turn: Turn) -> AskResponse:
    """Give a turn as the object that every interface returns."""
    answer = turn.answer
    return AskResponse(
        conversation_id=conversation_id,
        turn_id=turn.turn_id,
        question=turn.question,
        query=turn.query,
        status=answer.status,
        answer=answer.text,
        short_answer=answer.short_answer,
        citations=tuple(CitationOut.model_validate(citation) for citation in answer.citations),
        nearest=tuple(NearestOut.model_validate(passage) for passage in answer.nearest),
        conflicts=tuple(ConflictOut.model_validate(conflict) for conflict in answer.conflicts),
        coverage=CoverageOut.model_validate(answer.coverage) if answer.coverage else None,
        asks_back=answer.asks_back,
        timings_ms=dict(turn.timings_ms),
    )


def search_response(query: str, found: tuple[ScoredPassage, ...]) -> SearchResponse:
    """Give ranked passages in their order."""
    return SearchResponse(query=query, passages=tuple(_found_passage(scored) for scored in found))


def document_out(summary: DocumentSummary) -> DocumentOut:
    """Give one line of the list."""
    return DocumentOut.model_validate(summary)


def documents_response(summaries: tuple[DocumentSummary, ...]) -> DocumentsResponse:
    """Give the list in its order."""
    return DocumentsResponse(documents=tuple(document_out(summary) for summary in summaries))


def document_text_out(detail: DocumentDetail) -> DocumentTextOut:
    """Give one document with its text."""
    return DocumentTextOut(
        **document_out(detail.summary).model_dump(),
        text=detail.text,
        pages=tuple(PageStartOut.model_validate(begun) for begun in detail.pages),
    )


def _found_passage(scored: ScoredPassage) -> FoundPassage:
    passage = scored.passage
    return FoundPassage(
        passage_id=passage.passage_id,
        document_id=passage.document_id,
        title=passage.title,
        heading=passage.heading,
        page=passage.page,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        score=scored.score,
        dense_rank=scored.dense_rank,
        bm25_rank=scored.bm25_rank,
    )
