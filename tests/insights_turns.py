"""Questions and turns made by hand, for tests of what staff are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assistant.insights.grouping import Vectors
from assistant.insights.model import Asked, Insights
from assistant.insights.periods import period_of, zone_of
from assistant.insights.report import Looked, Texts, build_insights
from assistant.library import DocumentSummary
from assistant.model import Answer, AskedTurn, Citation, Feedback, NearestPassage, Turn
from tests.fakes_index import KeywordEncoder

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
UTC_ZONE = zone_of("UTC")


def ask(
    text: str,
    *,
    at: datetime = NOON,
    times: int = 1,
    cited: Mapping[str, str] | None = None,
    milliseconds: float | None = 100.0,
) -> list[Asked]:
    """Make answered askings of a question, a second apart."""
    one = Asked(
        text=text, asked_at=at, outcome="answered", cited=cited or {}, milliseconds=milliseconds
    )
    return [replace(one, asked_at=at + timedelta(seconds=number)) for number in range(times)]


def declined(
    text: str, *, at: datetime = NOON, times: int = 1, nearest: Mapping[str, str] | None = None
) -> list[Asked]:
    """Make declined askings of a question."""
    return [
        replace(one, outcome="declined", nearest=nearest or {})
        for one in ask(text, at=at, times=times)
    ]


def disliked(text: str, reason: str = "", *, at: datetime = NOON) -> list[Asked]:
    """Make an answered asking with a thumb down."""
    return [replace(one, verdict="down", reason=reason) for one in ask(text, at=at)]


def summary(document_id: str, title: str) -> DocumentSummary:
    """Make a line of the library."""
    return DocumentSummary(
        document_id=document_id,
        title=title,
        source=f"documents/{document_id}.md",
        language="en",
        as_of=None,
        characters=10,
        passages=1,
    )


def citation(document_id: str, title: str) -> Citation:
    """Make a citation of a document."""
    return Citation(
        number=1,
        document_id=document_id,
        title=title,
        source="a.md",
        heading=None,
        page=None,
        passage_id="p",
        quote="It is so.",
        start=0,
        end=9,
        score=0.9,
        verified=True,
    )


def nearest(document_id: str, title: str) -> NearestPassage:
    """Make a passage that came near."""
    return NearestPassage(
        passage_id="p",
        document_id=document_id,
        title=title,
        source="a.md",
        heading=None,
        page=None,
        text="It is so.",
        start=0,
        end=9,
        score=0.1,
    )


def asked_turn(
    question: str,
    answer: Answer,
    *,
    query: str | None = None,
    feedback: Feedback | None = None,
    at: str = "2026-05-20T12:00:00.000+00:00",
) -> AskedTurn:
    """Make a stored turn."""
    turn = Turn(
        turn_id="t",
        question=question,
        query=query or question,
        answer=answer,
        timings_ms={"total": 90.0},
    )
    return AskedTurn(turn=turn, finished_at=at, feedback=feedback)


LIBRARY = (summary("b", "beta"), summary("a", "Alpha"), summary("c", "Gamma"))


def find(texts: Texts) -> Looked:
    """Vectors by keyword: two questions are alike when they have the same keywords."""
    encode = KeywordEncoder().encode
    vectors = Vectors(whole=encode(texts.whole), rest=encode(texts.rest))
    return Looked(vectors=vectors, compared=len(texts.whole))


def not_yet(texts: Texts) -> Looked:
    """No vectors so far."""
    return Looked(vectors=None, compared=len(texts.whole) // 2)


def build(
    *asked: Sequence[Asked],
    days: int | None = 30,
    documents: Sequence[DocumentSummary] = LIBRARY,
    compared: bool = True,
) -> Insights:
    """Build insights of a period that ends on the 20th of May."""
    period = period_of(days, NOON, UTC_ZONE, first=NOON - timedelta(days=100))
    everything = [one for some in asked for one in some]
    finder = find if compared else not_yet
    return build_insights(everything, documents, period=period, zone=UTC_ZONE, find_vectors=finder)
