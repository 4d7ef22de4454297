"""Evidence to citations: numbered, looked up, and compared with the stored text at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.errors import CitationMismatch
from assistant.model import Citation, Conflict
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
    """An answer before it is cited.

    Attributes:
        parts: What is said, in order; each becomes a paragraph unless `layout` says otherwise.
        short_answer: The few words that answer, if there are any.
        layout: Plain text and places in `parts`, in order: how the parts stand in the text.
        disputed: What the parts disagree about, if they do.
    """

    parts: tuple[Part, ...]
    short_answer: str | None = None
    layout: tuple[str | int, ...] = ()
    disputed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedText:
    """Markdown with markers, and the citations they point at."""

    text: str
    citations: tuple[Citation, ...]


def conflicts_of(draft: Draft, cited: CitedText) -> tuple[Conflict, ...]:
    """Give what the draft's parts disagree about, by the numbers of their citations."""
    numbers = tuple(citation.number for citation in cited.citations)
    if draft.disputed is None or len(numbers) <= 1:
        return ()
    return (Conflict(about=draft.disputed, citation_numbers=numbers),)


def cite(
    parts: Sequence[Part], documents: StoredDocuments, layout: Sequence[str | int] = ()
) -> CitedText:
    """Number the evidence in order of appearance and write the text; the same quote once.

    Args:
        parts: What is said, and what proves it.
        documents: What is quoted from.
        layout: How the parts stand in the text, see `Draft`; () for a paragraph each.

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
    text = "".join(each if isinstance(each, str) else paragraphs[each] for each in layout)
    return CitedText(text=text or "\n\n".join(paragraphs), citations=tuple(citations))


def numbers_of(parts: Sequence[Part], cited: CitedText) -> tuple[int, ...]:
    """Give the numbers of the citations that prove some of the parts of a cited text, each once."""
    numbers = {(one.document_id, one.start, one.end): one.number for one in cited.citations}
    quoted = (part.quoted for part in parts)
    keys = ((each.passage.document_id, each.start, each.end) for each in quoted)
    return tuple(dict.fromkeys(numbers[key] for key in keys))


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
        page=document.page_at(quoted.start),
        passage_id=passage.passage_id,
        quote=document.text[quoted.start : quoted.end],
        start=quoted.start,
        end=quoted.end,
        score=quoted.score,
        verified=False,
        as_of=document.as_of,
    )
