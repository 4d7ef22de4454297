"""The documents that an approved answer stands on: looked up, quoted, and looked up again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from assistant.approved.checking import MAX_QUOTE_CHARACTERS
from assistant.approved.model import ApprovedAnswer, ApprovedSource, SourceChoice
from assistant.errors import CitationMismatch, InvalidApprovedAnswer
from assistant.model import Citation
from corpus.document import Document
from index.errors import DocumentNotStored
from index.passage import Passage
from index.records import StoredDocument


class Documents(Protocol):
    """What is needed of the stored documents."""

    def state(self) -> int:
        """A number that grows with every change of what is stored."""
        ...

    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents, without their texts."""
        ...

    def document(self, document_id: str) -> Document:
        """One document with its text; raises `DocumentNotStored`."""
        ...

    def text_of(self, document_id: str, start: int, end: int) -> str:
        """`document.text[start:end]`; "" when it is not stored."""
        ...

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages, in order; () when it is not stored."""
        ...


def content_hashes(documents: Documents) -> Mapping[str, str]:
    """Give the content of each stored document, as one hash."""
    return {stored.document_id: stored.content_hash for stored in documents.documents()}


def chosen(choice: SourceChoice, documents: Documents) -> ApprovedSource:
    """Take a document as it is now.

    Raises:
        DocumentNotStored: No document has this id.
        InvalidApprovedAnswer: The stretch to quote is none of its text.
    """
    document = documents.document(choice.document_id)
    source = ApprovedSource(
        document_id=document.document_id,
        title=document.title,
        content_hash=document.content_hash,
    )
    if choice.start is None and choice.end is None:
        return source
    start, end = choice.start or 0, choice.end or 0
    quote = document.text[start:end] if 0 <= start < end <= len(document.text) else ""
    if not quote.strip():
        raise InvalidApprovedAnswer(
            f"Characters {start} to {end} are no stretch of {document.title!r}, which has "
            f"{len(document.text)}; choose the quote again."
        )
    if len(quote) > MAX_QUOTE_CHARACTERS:
        raise InvalidApprovedAnswer(
            f"A quote has {len(quote)} characters and may have {MAX_QUOTE_CHARACTERS}; choose a "
            "shorter stretch."
        )
    return replace(source, quote=quote, start=start, end=end)


def renewed(source: ApprovedSource, documents: Documents) -> ApprovedSource | None:
    """Take a document again as it is now; None when it is gone.

    Its quote is kept where the text still holds it, else it is quoted no more.
    """
    try:
        document = documents.document(source.document_id)
    except DocumentNotStored:
        return None
    now = ApprovedSource(
        document_id=document.document_id,
        title=document.title,
        content_hash=document.content_hash,
    )
    at = document.text.find(source.quote) if source.quote else -1
    if document.text[source.start : source.end] == source.quote:
        at = source.start
    if at < 0 or not source.quote:
        return now
    return replace(now, quote=source.quote, start=at, end=at + len(source.quote))


def proved(
    answer: ApprovedAnswer, citations: tuple[Citation, ...], documents: Documents
) -> tuple[Citation, ...]:
    """Compare each quote with what is stored, and say where it stands.

    Raises:
        CitationMismatch: A quote is not the text it points at.
        DocumentNotStored: A document is gone.
    """
    return tuple(_proved(answer, citation, documents) for citation in citations)


def _proved(answer: ApprovedAnswer, citation: Citation, documents: Documents) -> Citation:
    is_itself = citation.document_id == answer.document_id
    stored = (
        answer.text[citation.start : citation.end]
        if is_itself
        else documents.text_of(citation.document_id, citation.start, citation.end)
    )
    if not citation.quote or stored != citation.quote:
        raise CitationMismatch(
            f"The quote {citation.quote!r} of approved answer {answer.approved_id!r} is not in "
            f"document {citation.document_id!r} any more; renew the answer."
        )
    if is_itself:
        return replace(citation, verified=True)
    return _placed(citation, documents)


def _placed(citation: Citation, documents: Documents) -> Citation:
    document = documents.document(citation.document_id)
    passages = documents.passages_of(citation.document_id)
    around = [passage for passage in passages if passage.start <= citation.start < passage.end]
    passage = around[0] if around else None
    return replace(
        citation,
        title=document.title,
        source=document.source,
        as_of=document.as_of,
        heading=passage.heading if passage else None,
        page=document.page_at(citation.start),
        passage_id=passage.passage_id if passage else "",
        verified=True,
    )
