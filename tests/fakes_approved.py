"""Approved answers in memory, over documents that a test can change."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from assistant.approved.answers import ApprovedAnswers
from assistant.approved.model import Draft
from assistant.approved.store import ApprovedStore
from corpus.document import Document
from index.errors import DocumentNotStored
from index.passage import Passage
from index.records import StoredDocument

TODAY = date(2026, 5, 4)


class AlikeEncoder:
    """Finds all texts alike, so that rules alone decide; counts what it encodes."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.encoded = 0

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give the same row for each text."""
        self.encoded += len(texts)
        return np.tile(np.array([[1.0, 0.0]], dtype=np.float32), (len(texts), 1))


@dataclass(kw_only=True)
class Shelf:
    """Stored documents, one passage each."""

    held: dict[str, Document] = field(default_factory=dict)
    changes: int = 0

    def put(self, document_id: str, text: str, *, title: str = "") -> None:
        """Store a document, or its new version."""
        self.held[document_id] = Document(
            document_id=document_id,
            title=title or document_id.upper(),
            source=f"documents/{document_id}.md",
            language="en",
            text=text,
            content_hash=text,
            as_of="2018",
        )
        self.changes += 1

    def remove(self, document_id: str) -> None:
        """Remove one."""
        del self.held[document_id]
        self.changes += 1

    def state(self) -> int:
        """How often something changed."""
        return self.changes

    def documents(self) -> tuple[StoredDocument, ...]:
        """All of them."""
        return tuple(
            StoredDocument(
                document_id=one.document_id,
                title=one.title,
                source=one.source,
                location=one.source,
                language=one.language,
                content_hash=one.content_hash,
                as_of=one.as_of,
                metadata={},
                characters=len(one.text),
                passages=1,
            )
            for one in self.held.values()
        )

    def document(self, document_id: str) -> Document:
        """One of them."""
        if document_id not in self.held:
            raise DocumentNotStored(document_id)
        return self.held[document_id]

    def text_of(self, document_id: str, start: int, end: int) -> str:
        """A slice."""
        return self.document(document_id).text[start:end] if document_id in self.held else ""

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """The whole as one passage below a heading."""
        if document_id not in self.held:
            return ()
        one = self.held[document_id]
        return (
            Passage(
                passage_id=f"{document_id}-0",
                document_id=document_id,
                ordinal=0,
                start=0,
                end=len(one.text),
                text=one.text,
                title=one.title,
                heading="Funding",
            ),
        )


def memory_approved(shelf: Shelf | None = None) -> ApprovedAnswers:
    """Approved answers with a real store in memory, on a day that stands still."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.cursor().execute("PRAGMA foreign_keys = ON")

    return ApprovedAnswers(
        store=ApprovedStore(engine),
        documents=shelf or Shelf(),
        encoder=AlikeEncoder(),
        today=lambda: TODAY,
    )


def draft(question: str = "Who funds NOME?", text: str = "The Novo Nordisk Foundation.") -> Draft:
    """What staff write, in short."""
    return Draft(question=question, text=text, author="Ada Berg")
