"""Small working stand-ins for the parts that need models; each keeps its Protocol's contract."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from assistant.approved.answers import ApprovedAnswers
from assistant.conversations import ConversationStore
from assistant.errors import AssistantError, EmptyKnowledgeBase, UnknownDocument
from assistant.explanation import Explanation
from assistant.ingest_report import Finding, IngestEvent, IngestReport
from assistant.insights.desk import InsightsDesk
from assistant.library import DocumentDetail, DocumentSummary
from assistant.model import (
    Answer,
    AnswerEvent,
    Citation,
    Conversation,
    NearestPassage,
    PassagesFound,
    QueryUnderstood,
    TextDelta,
    Turn,
    TurnFinished,
)
from assistant.question.typed import check_question
from assistant.readiness import Readiness
from assistant.services import Services
from assistant.settings import Settings
from index.passage import Passage, ScoredPassage
from tests.fakes_approved import memory_approved
from tests.fakes_index import KeywordEncoder

NOME = DocumentDetail(
    summary=DocumentSummary(
        document_id="nome",
        title="NOME",
        source="documents/nome.md",
        language="en",
        as_of="2024-05",
        metadata={"kind": "programme"},
        characters=50,
        passages=1,
    ),
    text="NOME is a Nordic mentor network. It began in 2015.",
)
SMILE = DocumentDetail(
    summary=DocumentSummary(
        document_id="smile",
        title="SmiLe Incubator",
        source="documents/smile.md",
        language="en",
        as_of=None,
        metadata={},
        characters=37,
        passages=1,
    ),
    text="SmiLe Incubator takes no equity, åäö.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordLibrary:
    """A library whose documents are one passage each, found by their words in the query."""

    details: tuple[DocumentDetail, ...] = (NOME, SMILE)

    def documents(self) -> tuple[DocumentSummary, ...]:
        """All documents, by title."""
        return tuple(sorted((d.summary for d in self.details), key=lambda s: s.title))

    def document(self, document_id: str) -> DocumentDetail:
        """One document."""
        for detail in self.details:
            if detail.summary.document_id == document_id:
                return detail
        raise UnknownDocument(document_id)

    def search(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Documents that share a word with the query, most shared words first."""
        check_question(query)
        words = set(query.lower().strip("?").split())
        scored = []
        for detail in self.details:
            shared = words & set(detail.text.lower().replace(",", "").replace(".", "").split())
            if shared:
                scored.append(_scored(detail, float(len(shared))))
        return tuple(sorted(scored, key=lambda s: -s.score)[:top_k])

    def example_questions(self) -> tuple[str, ...]:
        """Questions that the documents answer."""
        return tuple(f"What is {detail.summary.title}?" for detail in self.details)


def drained(events: Iterable[AnswerEvent]) -> Turn:
    """Give the turn that an answer's events end with."""
    *_, last = events
    assert isinstance(last, TurnFinished)
    return last.turn


def _scored(detail: DocumentDetail, score: float) -> ScoredPassage:
    passage = Passage(
        passage_id=f"{detail.summary.document_id}-0",
        document_id=detail.summary.document_id,
        ordinal=0,
        start=0,
        end=len(detail.text),
        text=detail.text,
        title=detail.summary.title,
    )
    return ScoredPassage(passage=passage, score=score, bm25_rank=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotingAssistant:
    """Answers with the whole best document as the quote; declines when no word is shared.

    A question that begins with "And" is understood together with the last question.
    `failure`, if given, is raised where a real assistant would start to search, and
    `late_failure` after the first piece of text.
    """

    library: KeywordLibrary
    failure: Exception | None = None
    late_failure: Exception | None = None
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer step by step."""
        check_question(question)
        if self.failure is not None:
            raise self.failure
        if not self.library.documents():
            raise EmptyKnowledgeBase("There are no documents yet; run `assistant ingest PATH`.")
        follows = question.startswith("And") and bool(conversation.turns)
        read = f"{conversation.turns[-1].query} {question}" if follows else question
        query = read if query is None else query
        yield QueryUnderstood(question=question, query=query)
        found = self.library.search(query, 5)
        yield PassagesFound(count=len(found))
        answer = self._answer(found)
        yield TextDelta(text=answer.text)
        if self.late_failure is not None:
            raise self.late_failure
        yield TurnFinished(
            turn=Turn(
                turn_id=f"turn-{next(self.ids)}-{conversation.conversation_id[:8]}",
                question=question,
                query=query,
                answer=answer,
                timings_ms={"total": 1.5},
            )
        )

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Drain the stream."""
        return drained(self.stream(question, conversation, query=query))

    def _answer(self, found: tuple[ScoredPassage, ...]) -> Answer:
        if found:
            passage = found[0].passage
            citation = Citation(
                number=1,
                document_id=passage.document_id,
                title=passage.title,
                source=self.library.document(passage.document_id).summary.source,
                heading=None,
                page=None,
                passage_id=passage.passage_id,
                quote=passage.text,
                start=passage.start,
                end=passage.end,
                score=0.9,
                verified=True,
            )
            return Answer(
                status="answered",
                text=f"{passage.text} [1]",
                short_answer=passage.title,
                citations=(citation,),
            )
        first = self.library.details[0]
        nearest = NearestPassage(
            passage_id="nearest",
            document_id=first.summary.document_id,
            title=first.summary.title,
            source=first.summary.source,
            heading="Above",
            page=None,
            text=first.text,
            start=0,
            end=len(first.text),
            score=0.1,
        )
        return Answer(status="declined", text="The documents do not say.", nearest=(nearest,))


@dataclass(slots=True, kw_only=True)
class Recorder:
    """Remembers what services were told."""

    announced: list[str] = field(default_factory=list)
    closed: int = 0
    warmed: int = 0

    def close(self) -> None:
        """Count."""
        self.closed += 1

    def warm(self) -> None:
        """Count."""
        self.warmed += 1


def memory_store() -> ConversationStore:
    """A conversation store in memory."""
    return ConversationStore(
        create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    )


EXPLANATION = Explanation(kind="fact", threshold=0.5, candidates=(), changed=False)


def fake_services(
    *,
    settings: Settings | None = None,
    library: KeywordLibrary | None = None,
    failure: Exception | None = None,
    late_failure: Exception | None = None,
    readiness: Callable[[], Readiness] | None = None,
    recorder: Recorder | None = None,
    conversations: ConversationStore | None = None,
    approved: ApprovedAnswers | None = None,
) -> Services:
    """Services over the fakes, with a real conversation store, in memory unless given.

    The one in memory has a single connection, so it is not for many threads at once.
    """
    shelf = library or KeywordLibrary()
    notes = recorder or Recorder()
    store = conversations or memory_store()
    details: Mapping[str, str] = {"documents": str(len(shelf.details))}
    return Services(
        settings=settings or Settings(),
        assistant=QuotingAssistant(library=shelf, failure=failure, late_failure=late_failure),
        explain=lambda _turn: EXPLANATION,
        library=shelf,
        conversations=store,
        insights=InsightsDesk(
            turns_since=store.turns_since,
            documents=shelf.documents,
            encode=KeywordEncoder().encode,
        ),
        approved=approved or memory_approved(),
        readiness=readiness or (lambda: Readiness(ready=True, details=details)),
        announce=notes.announced.append,
        close=notes.close,
        warm=notes.warm,
    )


REPORT = IngestReport(
    added=1, replaced=0, unchanged=2, removed=0, failures=(), passages=7, seconds=0.5
)


@dataclass(slots=True, kw_only=True)
class FakeBootstrap:
    """Stands where `assistant.bootstrap` is imported from, so that commands run over the fakes."""

    library: KeywordLibrary = field(default_factory=KeywordLibrary)
    server: str | None = None
    failure: AssistantError | None = None
    report: IngestReport = REPORT
    events: tuple[IngestEvent, ...] = ()
    findings: tuple[Finding, ...] = (Finding(name="catalogue", ok=True, message="well"),)
    calls: list[object] = field(default_factory=list)
    recorder: Recorder = field(default_factory=Recorder)

    def running_server(self, settings: Settings) -> str | None:
        """Give the scripted URL."""
        return self.server

    def open_services(self, settings: Settings, *, role: str) -> Services:
        """Open the fakes."""
        self.calls.append(role)
        if self.failure is not None:
            raise self.failure
        return fake_services(settings=settings, library=self.library, recorder=self.recorder)

    @contextmanager
    def open_builder(self, settings: Settings) -> Iterator["FakeBootstrap"]:
        """Be the ingest service as well."""
        if self.failure is not None:
            raise self.failure
        yield self

    def ingest(
        self, locations: Sequence[str], *, prune: bool, on_event: Callable[[IngestEvent], None]
    ) -> IngestReport:
        """Give the scripted report."""
        self.calls.append((tuple(locations), prune))
        for event in self.events:
            on_event(event)
        return self.report

    def remove(self, document_id: str) -> None:
        """Remove in name only."""
        self.library.document(document_id)
        self.calls.append(document_id)

    def doctor(self, settings: Settings, *, repair: bool) -> tuple[Finding, ...]:
        """Give the scripted findings."""
        self.calls.append(repair)
        return self.findings
