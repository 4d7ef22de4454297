"""The stored documents as the edges see them, read from the catalogue."""

from collections.abc import Iterable

from assistant.library import DocumentDetail, DocumentSummary
from assistant.questions import check_question, searchable
from assistant.translation import translated
from index.catalogue import Catalogue, StoredDocument
from index.passage import ScoredPassage
from index.retriever import Retriever

# What may be asked of a document by its kind; kinds are the front matter's own words.
_QUESTIONS = {
    "incubator": "Which incubator takes no equity?",
    "project": "Who funds {title}?",
    "infrastructure": "What is {title}?",
    "network": "What is {title}?",
    "association": "Who are the members of {title}?",
    "programme": "What does {title} do?",
    "science park": "Who supports {title}?",
}

# Enough to show what can be asked, few enough to be read at a glance.
_EXAMPLES = 4


class StoredLibrary:
    """Lists, shows and searches what is stored. Safe to use from several threads."""

    def __init__(self, catalogue: Catalogue, retriever: Retriever) -> None:
        """Read nothing yet."""
        self._catalogue = catalogue
        self._retriever = retriever

    def documents(self) -> tuple[DocumentSummary, ...]:
        """All documents, by title; empty when nothing was ingested."""
        return tuple(_summary(stored) for stored in self._catalogue.documents())

    def document(self, document_id: str) -> DocumentDetail:
        """One document with its text.

        Raises:
            UnknownDocument: No document has this id.
        """
        with translated():
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
        return DocumentDetail(summary=summary, text=found.text)

    def search(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """The passages nearest to a query, best first, at most `top_k`.

        Raises:
            InvalidQuestion: The query is empty, too long or not text.
        """
        check_question(query)
        with translated():
            return self._retriever.retrieve(searchable(query), top_k)

    def example_questions(self) -> tuple[str, ...]:
        """Up to four questions made from the documents' titles and kinds; () if there are none."""
        return example_questions(self._catalogue.documents())


def example_questions(documents: Iterable[StoredDocument]) -> tuple[str, ...]:
    """Make questions from what is stored, of different kinds, in the order of the table above."""
    by_kind: dict[str, str] = {}
    for stored in documents:
        # Longer documents have more to say; of each kind the longest is asked about.
        by_kind.setdefault(stored.metadata.get("kind", ""), stored.title)
    made = [
        question.format(title=by_kind[kind])
        for kind, question in _QUESTIONS.items()
        if kind in by_kind
    ]
    made += [f"What is {title}?" for kind, title in by_kind.items() if kind not in _QUESTIONS]
    return tuple(dict.fromkeys(made))[:_EXAMPLES]


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
