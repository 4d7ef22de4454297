"""The documents as the edges see them: listed, shown, searched, made into examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from corpus.document import PageStart
from corpus.items import UNREAD_PAGES
from index.passage import ScoredPassage


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """One line of the list of documents."""

    document_id: str
    title: str
    source: str
    language: str
    as_of: str | None
    metadata: Mapping[str, str] = field(default_factory=dict)
    characters: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDetail:
    """One document with its whole text; citations count characters of `text`.

    `pages` says where pages begin, in order; () where the format has none.
    """

    summary: DocumentSummary
    text: str
    pages: tuple[PageStart, ...] = ()

    @property
    def unread_pages(self) -> str:
        """Which pages are pictures without text, such as "2-4, 9"; "" if none is."""
        return self.summary.metadata.get(UNREAD_PAGES, "")


class Library(Protocol):
    """What the edges need of the stored documents."""

    def documents(self) -> tuple[DocumentSummary, ...]:
        """All documents, by title; empty when nothing was ingested."""
        ...

    def document(self, document_id: str) -> DocumentDetail:
        """One document.

        Raises:
            UnknownDocument: No document has this id.
        """
        ...

    def search(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """The passages nearest to a query, best first, at most `top_k`.

        Raises:
            InvalidQuestion: The query is empty, too long or not text.
        """
        ...

    def example_questions(self) -> tuple[str, ...]:
        """Three or four questions made from the documents that answer them; () if none."""
        ...
