"""Between documents and passages and the rows of the catalogue, and what is read in part."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Row

from corpus.document import Block, BlockKind, Document
from index.passage import Passage

# Its columns are named by the query that gave it.
AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document without its text."""

    document_id: str
    title: str
    source: str
    location: str
    language: str
    content_hash: str
    as_of: str | None
    metadata: Mapping[str, str]
    characters: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A document's title and one of its heading paths."""

    title: str
    heading: str


def document_to_row(document: Document) -> dict[str, str | None]:
    """Give the row of a document."""
    blocks = [[b.kind.value, b.start, b.end, b.level, b.page] for b in document.blocks]
    return {
        "document_id": document.document_id,
        "title": document.title,
        "source": document.source,
        "language": document.language,
        "text": document.text,
        "content_hash": document.content_hash,
        "as_of": document.as_of,
        "metadata": json.dumps(dict(document.metadata), ensure_ascii=False),
        "blocks": json.dumps(blocks),
    }


def document_from_row(row: AnyRow) -> Document:
    """Give the document of a row."""
    return Document(
        document_id=row.document_id,
        title=row.title,
        source=row.source,
        language=row.language,
        text=row.text,
        content_hash=row.content_hash,
        as_of=row.as_of,
        metadata=strings_from_json(row.metadata),
        blocks=tuple(
            Block(kind=BlockKind(kind), start=start, end=end, level=level, page=page)
            for kind, start, end, level, page in json.loads(row.blocks)
        ),
    )


def strings_from_json(text: str) -> Mapping[str, str]:
    """Read a JSON object whose values are strings."""
    return {str(name): str(value) for name, value in json.loads(text).items()}


def passage_to_row(
    passage: Passage, vector: NDArray[np.float32]
) -> dict[str, str | int | bytes | None]:
    """Give the row of a passage; its title stands with the document, its number is given by SQL."""
    return {
        "passage_id": passage.passage_id,
        "document_id": passage.document_id,
        "ordinal": passage.ordinal,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "heading": passage.heading,
        "page": passage.page,
        "vector": np.ascontiguousarray(vector, dtype="<f4").tobytes(),
    }


def passage_from_row(row: AnyRow) -> Passage:
    """Give the passage of a row that has the document's title beside it."""
    return Passage(
        passage_id=row.passage_id,
        document_id=row.document_id,
        ordinal=row.ordinal,
        start=row.start,
        end=row.end,
        text=row.text,
        title=row.title,
        heading=row.heading,
        page=row.page,
    )


def stored_from_row(row: AnyRow) -> StoredDocument:
    """Give the summary of a row that has the counts beside it."""
    return StoredDocument(
        document_id=row.document_id,
        title=row.title,
        source=row.source,
        location=row.location,
        language=row.language,
        content_hash=row.content_hash,
        as_of=row.as_of,
        metadata=strings_from_json(row.metadata),
        characters=row.characters,
        passages=row.passages,
    )
