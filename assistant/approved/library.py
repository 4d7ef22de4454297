"""The documents as the edges see them, and the approved answers that citations open like one."""

from assistant.approved.answers import ApprovedAnswers
from assistant.approved.model import is_approved_id
from assistant.errors import UnknownDocument
from assistant.library import DocumentDetail, DocumentSummary, Library
from index.passage import ScoredPassage


class LibraryWithApproved:
    """A library that also shows approved answers; they are in no list and are not searched."""

    def __init__(self, library: Library, approved: ApprovedAnswers) -> None:
        """Stand before a library."""
        self._library = library
        self._approved = approved

    def documents(self) -> tuple[DocumentSummary, ...]:
        """All documents; see `Library.documents`."""
        return self._library.documents()

    def document(self, document_id: str) -> DocumentDetail:
        """One document, or approved answer; see `Library.document`."""
        try:
            return self._library.document(document_id)
        except UnknownDocument:
            if not is_approved_id(document_id):
                raise
        return self._approved.document(document_id)

    def search(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """The passages nearest to a query; see `Library.search`."""
        return self._library.search(query, top_k)

    def example_questions(self) -> tuple[str, ...]:
        """Questions made from the documents; see `Library.example_questions`."""
        return self._library.example_questions()
