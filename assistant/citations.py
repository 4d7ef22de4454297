"""Evidence to citations: numbered, looked up, and compared with the stored text at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.errors import CitationMismatch
from assistant.model import Citation
from corpus.document import Document
from index.passage import Passage


class StoredDocuments(Protocol):
    """The documents as stored; an offset counts characters of a document's text."""

    def count_documents(self) -> int:
        """How many documents there are."""
        ...

    def document(self, document_id: str) -> Document:
        """One document with its text."""
        ...

    def text_of(self, document_id: str, start: int, end: int) -> str:
        """`document.text[start:end]`, read from the store."""
        ...

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages, in order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What proves a part of an answer: `document.text[start:end]`, which stands in `passage`.

    A list that goes on beyond its passage ends later than the passage does.
    """

    passage: Passage
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of an answer and what proves it.

    The marker is put behind `text`, and what `after` holds (the items of a list) follows it.
    """

    text: str
    quoted: Quoted
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer before it is cited: parts in order, of which each becomes a paragraph."""

    parts: tuple[Part, ...]
    short_answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedText:
    """Markdown with markers, and the citations they point at."""

    text: str
    citations: tuple[Citation, ...]


def cite(parts: Sequence[Part], documents: StoredDocuments) -> CitedText:
    """Number the evidence in order of appearance and write the text; the same quote once.

    Raises:
        CitationMismatch: A document has changed since its passage was found.
        SearchIndexError: A document is gone.
    """
    numbers: dict[tuple[str, int, int], int] = {}
    citations: list[Citation] = []
    paragraphs = []
    for part in parts:
        quoted = part.quoted
        key = (quoted.passage.document_id, quoted.start, quoted.end)
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            citations.append(_citation(numbers[key], quoted, documents))
        paragraphs.append(f"{part.text} [{numbers[key]}]{part.after}")
    return CitedText(text="\n\n".join(paragraphs), citations=tuple(citations))


def verified(citations: Sequence[Citation], documents: StoredDocuments) -> tuple[Citation, ...]:
    """Compare every quote with the stored text, character by character.

    Raises:
        CitationMismatch: A quote is empty or not the text it points at.
        SearchIndexError: A document is gone.
    """
    for citation in citations:
        stored = documents.text_of(citation.document_id, citation.start, citation.end)
        if not citation.quote or stored != citation.quote:
            raise CitationMismatch(
                f"The quote {citation.quote!r} is not characters {citation.start} to "
                f"{citation.end} of document {citation.document_id!r}; report this as a defect."
            )
    return tuple(replace(citation, verified=True) for citation in citations)


def _citation(number: int, quoted: Quoted, documents: StoredDocuments) -> Citation:
    passage = quoted.passage
    document = documents.document(passage.document_id)
    if document.text[passage.start : passage.end] != passage.text:
        raise CitationMismatch(
            f"Passage {passage.passage_id!r} is not what document {passage.document_id!r} holds at "
            "its place any more; ask again."
        )
    return Citation(
        number=number,
        document_id=passage.document_id,
        title=document.title,
        source=document.source,
        heading=passage.heading,
        page=passage.page,
        passage_id=passage.passage_id,
        quote=document.text[quoted.start : quoted.end],
        start=quoted.start,
        end=quoted.end,
        score=quoted.score,
        verified=False,
        as_of=document.as_of,
    )
