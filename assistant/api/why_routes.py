"""Why an answer is what it is, over HTTP; each caller sees their own turns."""

from typing import Annotated

from fastapi import Path
from pydantic import Field

from assistant.api.documented import problems
from assistant.api.routing import Given, Owner, api_router
from assistant.api.schemas import Schema
from assistant.explanation import Explanation, Outcome
from assistant.model import Status, Turn

router = api_router()


class CandidateOut(Schema):
    """A passage that was found for the question, or that the answer quotes besides."""

    place: int | None = Field(description="In the order of finding, from 1; null: not found so.")
    passage_id: str
    document_id: str
    title: str
    heading: str | None
    page: int | None
    start: int
    end: int
    text: str
    meaning_place: int | None = Field(description="Among the nearest by meaning, from 1.")
    meaning_score: float | None = Field(description="Cosine similarity with the question.")
    words_place: int | None = Field(description="Among the best by words, from 1.")
    words_score: float | None = Field(description="BM25.")
    fused_score: float | None = Field(description="What decided the place, at most 1.")
    reader_score: float | None = Field(description="How sure the reader is, 0 to 1.")
    span: str | None = Field(description="The words that the reader takes for the answer.")
    statement: str | None = Field(description="What in the passage answers most surely.")
    probability: float | None = Field(description="How surely, 0 to 1.")
    outcome: Outcome = Field(
        description='"cited"; "unsure": nothing in it answers surely enough; "set_aside": something'
        " does, but it repeats what is cited or does not fit what is asked."
    )
    citation_numbers: tuple[int, ...] = Field(description="The answer's citations from it.")


class WhyResponse(Schema):
    """How a question was taken and what was looked at, worked out now."""

    turn_id: str
    question: str
    query: str
    status: Status
    kind: str = Field(description="What the question was taken for.", examples=["fact"])
    threshold: float = Field(description="A statement answers from this probability on.")
    candidates: tuple[CandidateOut, ...] = Field(
        description="In the order of finding, then what is quoted besides."
    )
    approved: bool = Field(description="Staff wrote the answer; nothing was searched.")
    changed: bool = Field(description="The documents no longer hold what the answer shows.")


@router.get("/turns/{turn_id}/why", tags=["Answers"], responses=problems(404))
def show_why(
    services: Given, owner: Owner, turn_id: Annotated[str, Path(max_length=100, examples=["9c1d"])]
) -> WhyResponse:
    """Show what was found, how it scored at each stage, and what was dropped and why."""
    turn = services.conversations.turn(turn_id, owner=owner)
    return why_response(turn, services.explain(turn))


def why_response(turn: Turn, explanation: Explanation) -> WhyResponse:
    """Give an explanation beside what it explains."""
    return WhyResponse(
        turn_id=turn.turn_id,
        question=turn.question,
        query=turn.query,
        status=turn.answer.status,
        kind=explanation.kind,
        threshold=explanation.threshold,
        candidates=tuple(CandidateOut.model_validate(one) for one in explanation.candidates),
        approved=explanation.is_approved,
        changed=explanation.changed,
    )
