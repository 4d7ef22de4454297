"""The stored documents as the edges see them, read from the catalogue."""

from collections.abc import Iterable

from assistant.library import DocumentDetail, DocumentSummary
from assistant.question.typed import check_question, searchable
from assistant.translation import translated
from index.catalogue import Catalogue
from index.passage import ScoredPassage
from index.records import Section, StoredDocument
from index.retriever import Retriever

# What may be asked of a document that has a section so called, the most telling first.
_QUESTIONS = {
    "equity": "Does {title} take equity?",
    "funding": "Who funds {title}?",
    "members": "Who are the members of {title}?",
    "sites": "Which sites does {title} have?",
    "partners": "Who are the partners of {title}?",
    "founding": "Who founded {title}?",
    "origin": "How did {title} begin?",
}

# Enough to show what can be asked, few enough to be read at a glance.
_EXAMPLES = 4


class StoredLibrary:
    """Lists, shows and searches what is stored. Safe to use from several threads."""

    def __init__(self, catalogue: Catalogue, retriever: Retriever) -> None:
        """Read nothing yet."""
        self._catalogue = catalogue
        self._retriever = retriever

    @translated()
    def documents(self) -> tuple[DocumentSummary, ...]:
        """All documents, by title; empty when nothing was ingested."""
        return tuple(_summary(stored) for stored in self._catalogue.documents())

    @translated()
    def document(self, document_id: str) -> DocumentDetail:
        """One document with its text.

        Raises:
            UnknownDocument: No document has this id.
        """
        found = self._catalogue.document(document_id)
        summary = DocumentSummary(
            document_id=found.document_id,
            title=found.title,
            source=found.source,
            language=found.language,
            as_of=found.as_of,
            metadata=found.metadata,
            characters=len(found.text),
            passages=len(self._catalogue.passages_of(document_id)),
        )
        return DocumentDetail(summary=summary, text=found.text, pages=found.page_starts())

    def search(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """The passages nearest to a query, best first, at most `top_k`.

        Raises:
            InvalidQuestion: The query is empty, too long or not text.
        """
        check_question(query)
        with translated():
            return self._retriever.retrieve(searchable(query), top_k)

    @translated()
    def example_questions(self) -> tuple[str, ...]:
        """Up to four questions made from titles and section headings; () if there are none."""
        return example_questions(self._catalogue.sections(), self._catalogue.documents())


def example_questions(
    sections: Iterable[Section], documents: Iterable[StoredDocument]
) -> tuple[str, ...]:
    """Make questions, each about another document and of another kind, and one "What is"."""
    asked: dict[str, str] = {}
    used: set[str] = set()
    for section in sections:
        name = section.heading.lower()
        if name in _QUESTIONS and name not in asked and section.title not in used:
            asked[name] = section.title
            used.add(section.title)
    made = [q.format(title=asked[name]) for name, q in _QUESTIONS.items() if name in asked]
    # What has most passages has most to say.
    known = sorted(documents, key=lambda stored: -stored.passages)
    plain = [f"What is {stored.title}?" for stored in known if stored.title not in used]
    return (*made[: _EXAMPLES - 1], *plain)[:_EXAMPLES]


def _summary(stored: StoredDocument) -> DocumentSummary:
    return DocumentSummary(
        document_id=stored.document_id,
        title=stored.title,
        source=stored.source,
        language=stored.language,
        as_of=stored.as_of,
        metadata=stored.metadata,
        characters=stored.characters,
        passages=stored.passages,
    )
