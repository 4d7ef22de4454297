"""An approved answer as a reply: its text, cited to itself and to the documents it quotes."""

import re
from dataclasses import replace

from assistant.approved.model import ApprovedAnswer, is_approved_id
from assistant.library import DocumentDetail, DocumentSummary
from assistant.model import Answer, Citation, Conversation, Turn

TITLE = "Approved answer"
"""What an approved answer is called where documents have their titles."""

# A number in brackets would be taken for one of the citations.
_MARKER = re.compile(r"(?<!\\)\[(\d{1,4})\]")
_BLOCK_AT_END = re.compile(r"^\s*(?:\||>|#)")


def as_answer(answer: ApprovedAnswer) -> Answer:
    """Make the reply that serves an answer; it still has to be verified."""
    itself = Citation(
        number=1,
        document_id=answer.document_id,
        title=TITLE,
        source=answer.source,
        heading=None,
        page=None,
        passage_id=answer.document_id,
        quote=answer.text,
        start=0,
        end=len(answer.text),
        score=1.0,
        verified=False,
        as_of=answer.approved_at[:10],
    )
    quoted = [source for source in answer.sources if source.quote]
    others = [
        Citation(
            number=number,
            document_id=source.document_id,
            title=source.title,
            source="",
            heading=None,
            page=None,
            passage_id="",
            quote=source.quote,
            start=source.start,
            end=source.end,
            score=1.0,
            verified=False,
        )
        for number, source in enumerate(quoted, start=2)
    ]
    citations = (itself, *others)
    markers = " ".join(f"[{citation.number}]" for citation in citations)
    return Answer(status="answered", text=_marked(answer.text, markers), citations=citations)


def _marked(text: str, markers: str) -> str:
    """Put the markers behind a text, below where it ends in a table, a quote or a heading."""
    plain = _MARKER.sub(r"\\[\1\\]", text)
    last = plain.rsplit("\n", 1)[-1]
    return f"{plain}\n\n{markers}" if _BLOCK_AT_END.match(last) else f"{plain} {markers}"


def as_document(answer: ApprovedAnswer) -> DocumentDetail:
    """Show an answer as the document that its citation opens."""
    summary = DocumentSummary(
        document_id=answer.document_id,
        title=TITLE,
        source=answer.source,
        language="und",
        as_of=answer.approved_at[:10],
        metadata={"kind": "approved answer", "question": answer.question},
        characters=len(answer.text),
        passages=1,
    )
    return DocumentDetail(summary=summary, text=answer.text)


def without_own_titles(conversation: Conversation) -> Conversation:
    """Give a conversation whose citations of approved answers are titled by what was asked.

    What "it" stands for in a follow-up is found by titles, and "Approved answer" names nothing.
    """
    if not any(_cites_approved(turn) for turn in conversation.turns):
        return conversation
    return replace(conversation, turns=tuple(_retitled(turn) for turn in conversation.turns))


def _cites_approved(turn: Turn) -> bool:
    return any(is_approved_id(citation.document_id) for citation in turn.answer.citations)


_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-ZÅÄÖ][\w&-]*(?:\s+(?:of\s+)?[A-ZÅÄÖ0-9][\w&-]*)*")


def _retitled(turn: Turn) -> Turn:
    if not _cites_approved(turn):
        return turn
    named = max(_NAME.findall(turn.query), key=len, default="")
    citations = tuple(
        replace(citation, title=named) if is_approved_id(citation.document_id) else citation
        for citation in turn.answer.citations
        if named or not is_approved_id(citation.document_id)
    )
    return replace(turn, answer=replace(turn.answer, citations=citations))
