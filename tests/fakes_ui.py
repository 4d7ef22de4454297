"""An assistant, a library and a conversation store with fixed contents, for tests of the page."""

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count

from assistant.approved.answers import ApprovedAnswers
from assistant.ecosystem.model import EcosystemMaps, NoMaps
from assistant.errors import (
    EmptyKnowledgeBase,
    InvalidQuestion,
    UnknownConversation,
    UnknownDocument,
)
from assistant.insights.grouping import Vectors
from assistant.insights.model import Asked, Insights
from assistant.insights.periods import period_of, zone_of
from assistant.insights.report import Looked, Texts, build_insights
from assistant.library import DocumentDetail, DocumentSummary
from assistant.model import (
    Answer,
    AnswerEvent,
    Citation,
    Conflict,
    Conversation,
    Coverage,
    Feedback,
    NearestPassage,
    PassagesFound,
    QueryUnderstood,
    TextDelta,
    Turn,
    TurnFinished,
)
from assistant.no_uploads import NoUploads
from assistant.uploads import Uploads
from index.passage import ScoredPassage
from tests.fakes import drained
from tests.fakes_approved import memory_approved
from tests.fakes_index import KeywordEncoder

PARK_TEXT = """Facts in brief

Munsjö Science Park opened in 1998 beside the old mill. 🏞️ It rents laboratories by the month.

Equity

The park takes no equity in its tenants. Advice is free for the first year.

Partners

The partners are these:
- Region Norrby
- The Foundation for Rural Invention
"""
PARK_QUOTE = "The park takes no equity in its tenants."
OPENED_QUOTE = "Munsjö Science Park opened in 1998 beside the old mill."


def make_document(text: str = PARK_TEXT, *, title: str = "Munsjö Science Park") -> DocumentDetail:
    """Make a document with an id of its own title."""
    summary = DocumentSummary(
        document_id=f"id of {title}",
        title=title,
        source="documents/park.md",
        language="en",
        as_of="2024-05",
        characters=len(text),
        passages=3,
    )
    return DocumentDetail(summary=summary, text=text)


def make_citation(document: DocumentDetail, quote: str, number: int = 1) -> Citation:
    """Cite the first place where a document says `quote`."""
    start = document.text.index(quote)
    return Citation(
        number=number,
        document_id=document.summary.document_id,
        title=document.summary.title,
        source=document.summary.source,
        heading="Services > Equity",
        page=None,
        passage_id=f"passage {number}",
        quote=quote,
        start=start,
        end=start + len(quote),
        score=0.9,
        verified=True,
        as_of=document.summary.as_of,
    )


def make_nearest(document: DocumentDetail, text: str) -> NearestPassage:
    """Give the passage of a document that reads `text`."""
    start = document.text.index(text)
    return NearestPassage(
        passage_id="nearest",
        document_id=document.summary.document_id,
        title=document.summary.title,
        source=document.summary.source,
        heading="Facts in brief",
        page=2,
        text=text,
        start=start,
        end=start + len(text),
        score=0.2,
    )


def park_answer(question: str, document: DocumentDetail) -> Answer:
    """Answer as the words of the question ask.

    "weather" declines, "the other" asks back, "disagree" conflicts, "which" lists, else one fact.
    """
    if "weather" in question:
        return Answer(
            status="declined",
            text="The documents do not answer this. I searched for “weather” and read 1 passage. "
            "The nearest ones are shown.",
            nearest=(make_nearest(document, OPENED_QUOTE),),
        )
    if "the other" in question:
        return Answer(
            status="declined",
            text="Which park do you mean?",
            asks_back=("Does Munsjö Science Park take equity?", "When did Åby Labs open?"),
        )
    if "disagree" in question:
        return Answer(
            status="answered",
            text=f"{PARK_QUOTE} [1] {OPENED_QUOTE} [2]",
            citations=(
                make_citation(document, PARK_QUOTE),
                make_citation(document, OPENED_QUOTE, 2),
            ),
            conflicts=(Conflict(about="the year it opened", citation_numbers=(1, 2)),),
        )
    if "which" in question.lower():
        return Answer(
            status="answered",
            text=f"- **Munsjö Science Park**: {PARK_QUOTE} [1]\n\n3 parks checked: 1 states it, "
            "1 denies it (Åby Labs [2]), 1 does not say (Torp).",
            short_answer="Munsjö Science Park",
            citations=(
                make_citation(document, PARK_QUOTE),
                make_citation(document, OPENED_QUOTE, 2),
            ),
            coverage=Coverage(
                checked=3,
                stated=("Munsjö Science Park",),
                denied=("Åby Labs",),
                silent=("Torp",),
                citation_numbers={"Munsjö Science Park": (1,), "Åby Labs": (2,)},
            ),
        )
    return Answer(
        status="answered",
        text=f"{PARK_QUOTE} [1]",
        short_answer="No.",
        citations=(make_citation(document, PARK_QUOTE),),
    )


@dataclass(kw_only=True)
class FakeLibrary:
    """A library of the documents that it is given."""

    listed: tuple[DocumentDetail, ...] = field(default_factory=lambda: (make_document(),))
    examples: tuple[str, ...] = (
        "Does Munsjö Science Park take equity?",
        "Which science parks take no equity?",
        "When did Munsjö Science Park open?",
    )

    def documents(self) -> tuple[DocumentSummary, ...]:
        """List them."""
        return tuple(document.summary for document in self.listed)

    def document(self, document_id: str) -> DocumentDetail:
        """Find one."""
        for document in self.listed:
            if document.summary.document_id == document_id:
                return document
        raise UnknownDocument(document_id)

    def search(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Find nothing: the page does not search by itself."""
        del query, top_k
        return ()

    def example_questions(self) -> tuple[str, ...]:
        """Give the examples, if there is something to ask about."""
        return self.examples if self.listed else ()


@dataclass(kw_only=True)
class FakeAssistant:
    """Answers about the library's first document, in pieces of a few characters.

    A question that holds "slow" is not answered beyond its second piece until `may_end` is set.
    """

    library: FakeLibrary
    answer: Answer | None = None
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    may_end: threading.Event = field(default_factory=threading.Event)

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer step by step."""
        if not self.library.listed:
            raise EmptyKnowledgeBase("There are no documents yet; run 'assistant ingest FOLDER'.")
        if "forbidden" in question:
            raise InvalidQuestion("The question 'forbidden' cannot be asked; ask another.")
        if "explode" in question:
            raise RuntimeError("secret detail")
        follows = bool(conversation.turns) and question.startswith("And")
        read = f"{question} (Munsjö Science Park)" if follows else question
        query = read if query is None else query
        yield QueryUnderstood(question=question, query=query)
        yield PassagesFound(count=3)
        answer = self.answer or park_answer(query, self.library.listed[0])
        for at in range(0, len(answer.text), 7):
            yield TextDelta(text=answer.text[at : at + 7])
            if "slow" in question:
                # The page shows what has come when more comes.
                self.may_end.wait(timeout=30 if at else 0.4)
        turn_id = f"turn{next(self.ids)}"
        yield TurnFinished(
            turn=Turn(turn_id=turn_id, question=question, query=query, answer=answer)
        )

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Answer in one step."""
        return drained(self.stream(question, conversation, query=query))


@dataclass(kw_only=True)
class FakeConversations:
    """Keeps conversations in memory, each for its owner."""

    kept: dict[str, Conversation] = field(default_factory=dict)
    owners: dict[str, str | None] = field(default_factory=dict)

    def start(self, *, owner: str | None = None) -> Conversation:
        """Begin one."""
        conversation = Conversation(conversation_id=f"conversation-{len(self.kept) + 1}")
        self.kept[conversation.conversation_id] = conversation
        self.owners[conversation.conversation_id] = owner
        return conversation

    def get(
        self, conversation_id: str, *, owner: str | None = None, latest: int | None = None
    ) -> Conversation:
        """Give one."""
        del latest
        if self.owners.get(conversation_id, "nobody's") != owner:
            raise UnknownConversation(conversation_id)
        return self.kept[conversation_id]

    def append(
        self,
        conversation_id: str,
        turn: Turn,
        *,
        owner: str | None = None,
        replaces: str | None = None,
    ) -> None:
        """Add a turn, in place of the last one if so told."""
        kept = self.get(conversation_id, owner=owner)
        turns = kept.turns[:-1] if replaces else kept.turns
        self.kept[conversation_id] = replace(kept, turns=(*turns, turn))

    def feedback_of(self, conversation_id: str, *, owner: str | None) -> Mapping[str, Feedback]:
        """Give none."""
        self.get(conversation_id, owner=owner)
        return {}


@dataclass(kw_only=True)
class FakeInsights:
    """Puts together insights of what was asked as it is told, as the real desk does."""

    asked: tuple[Asked, ...] = ()
    documents: tuple[DocumentSummary, ...] = ()
    now: datetime = datetime(2026, 5, 20, 12, tzinfo=UTC)
    compared: bool = True

    def look(self, *, days: int | None, timezone: str) -> Insights:
        """Look at a period."""
        zone = zone_of(timezone)
        first = min((one.asked_at for one in self.asked), default=self.now)
        return build_insights(
            self.asked,
            self.documents,
            period=period_of(days, self.now, zone, first=first),
            zone=zone,
            find_vectors=self._find,
        )

    def _find(self, texts: Texts) -> Looked:
        if not self.compared:
            return Looked(vectors=None, compared=len(texts.whole) // 2)
        encode = KeywordEncoder().encode
        vectors = Vectors(whole=encode(texts.whole), rest=encode(texts.rest))
        return Looked(vectors=vectors, compared=len(texts.whole))


@dataclass(frozen=True, kw_only=True)
class FakeServices:
    """The parts that the pages use."""

    assistant: FakeAssistant
    library: FakeLibrary
    conversations: FakeConversations
    ecosystem: EcosystemMaps = field(default_factory=NoMaps)
    insights: FakeInsights = field(default_factory=FakeInsights)
    approved: ApprovedAnswers = field(default_factory=memory_approved)
    uploads: Uploads = field(default_factory=NoUploads)


def make_services(*documents: DocumentDetail, answer: Answer | None = None) -> FakeServices:
    """Put fakes together; no documents give the one about the park."""
    library = FakeLibrary(listed=documents) if documents else FakeLibrary()
    return FakeServices(
        assistant=FakeAssistant(library=library, answer=answer),
        library=library,
        conversations=FakeConversations(),
    )
