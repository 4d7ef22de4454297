"""Stand-ins for retriever, reader and stored documents, and short ways to make what they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answering import ExtractiveAssistant
from assistant.evidence.calibration import Calibration
from assistant.evidence.features import FEATURES
from assistant.evidence.reading import Leaning, Reading, Span
from assistant.evidence.statements import Statement
from assistant.model import Answer, Citation, Conversation, Turn
from assistant.question.following.condenser import FollowUpCondenser
from corpus.document import Document
from index.errors import DocumentNotStored
from index.passage import Passage, ScoredPassage

# The reader's word counts, and an entity must be named; above 0.5 answers.
SIMPLE = Calibration(
    weights={**dict.fromkeys(FEATURES, 0.0), "reader": 5.0, "entity": 1.0},
    bias=-1.0,
    threshold=0.5,
)


def make_document(title: str, text: str, *, source: str = "") -> Document:
    """Make a document; its id is its title in lower case."""
    return Document(
        document_id=title.lower(),
        title=title,
        source=source or f"{title.lower()}.md",
        language="en",
        text=text,
        content_hash=str(hash(text)),
        as_of="2018",
    )


def make_passage(document: Document, start: int = 0, end: int | None = None) -> Passage:
    """Make a passage of a document: the whole unless told."""
    stop = len(document.text) if end is None else end
    return Passage(
        passage_id=f"{document.document_id}-{start}",
        document_id=document.document_id,
        ordinal=0,
        start=start,
        end=stop,
        text=document.text[start:stop],
        title=document.title,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryDocuments:
    """Stored documents, one passage each; `tampered` replaces what is read back for verifying."""

    documents: tuple[Document, ...]
    tampered: str | None = None

    def count_documents(self) -> int:
        """How many."""
        return len(self.documents)

    def document(self, document_id: str) -> Document:
        """One of them."""
        for document in self.documents:
            if document.document_id == document_id:
                return document
        raise DocumentNotStored(document_id)

    def text_of(self, document_id: str, start: int, end: int) -> str:
        """A slice, or what it was tampered into."""
        if self.tampered is not None:
            return self.tampered
        return self.document(document_id).text[start:end]

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """The whole document as one passage."""
        return (make_passage(self.document(document_id)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryRetriever:
    """Finds every document's passage, in the order given; remembers the queries."""

    documents: tuple[Document, ...]
    queries: list[str] = field(default_factory=list)

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Give all of them."""
        self.queries.append(query)
        return tuple(
            ScoredPassage(
                passage=make_passage(document), score=1 / rank, dense_rank=rank, dense_score=0.5
            )
            for rank, document in enumerate(self.documents[:top_k], start=1)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedReader:
    """Finds the texts it was told to find, with their scores, wherever they stand.

    Statements lean as told by a text that they hold, else neither way.
    """

    scores: Mapping[str, float]
    leanings: Mapping[str, Leaning] = field(default_factory=dict)

    def read(self, question: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        """Give one reading for each passage."""
        return tuple(Reading(passage=passage, spans=self._spans(passage)) for passage in passages)

    def judge(self, question: str, statements: Sequence[Statement]) -> tuple[Leaning, ...]:
        """Give what was told."""
        neither = Leaning(yes=0.0, no=0.0)
        return tuple(
            next((how for text, how in self.leanings.items() if text in one.text), neither)
            for one in statements
        )

    def knows_word(self, word: str) -> bool:
        """Every word is known: nothing is corrected."""
        return True

    def _spans(self, passage: Passage) -> tuple[Span, ...]:
        found = []
        for text, score in self.scores.items():
            at = passage.text.find(text)
            if at >= 0:
                start = passage.start + at
                found.append(Span(start=start, end=start + len(text), text=text, score=score))
        return tuple(sorted(found, key=lambda span: -span.score))


def make_assistant(
    documents: Sequence[Document],
    scores: Mapping[str, float],
    *,
    retriever: MemoryRetriever | None = None,
    tampered: str | None = None,
    leanings: Mapping[str, Leaning] | None = None,
) -> ExtractiveAssistant:
    """An assistant over the fakes."""
    shelf = tuple(documents)
    return ExtractiveAssistant(
        retriever=retriever or MemoryRetriever(documents=shelf),
        reader=ScriptedReader(scores=scores, leanings=leanings or {}),
        condenser=FollowUpCondenser(),
        documents=MemoryDocuments(documents=shelf, tampered=tampered),
        example_questions=lambda: ("What is NOME?", "Who funds NOME?"),
        calibration=lambda: SIMPLE,
    )


def conversation_of(*turns: Turn) -> Conversation:
    """A conversation of some turns."""
    return Conversation(conversation_id="c", turns=turns)


def cited(number: int, title: str) -> Citation:
    """A citation of the document of a title."""
    return Citation(
        number=number,
        document_id=title.lower(),
        title=title,
        source=f"{title}.md",
        heading=None,
        page=None,
        passage_id="p",
        quote="q",
        start=0,
        end=1,
        score=1.0,
        verified=True,
    )


def answered_turn(query: str, *titles: str) -> Turn:
    """A turn whose answer cites documents of these titles."""
    citations = tuple(cited(number, title) for number, title in enumerate(titles, start=1))
    answer = Answer(status="answered", text="q [1]", citations=citations)
    return Turn(turn_id="t", question=query, query=query, answer=answer)
