"""The catalogue: documents, their passages with vectors, and the full-text index. It is the truth.

One SQLite file. Every write is one transaction; what the vector index must follow is written in
the same one. Reading needs no ownership of the data folder, writing does.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import Engine

from corpus.document import Document
from index import records, schema
from index.errors import DocumentNotStored
from index.manifest import Manifest
from index.passage import Passage
from index.passage_vectors import PassageVectors
from index.records import Section, StoredDocument
from index.storing import insert_passage, remove_document
from index.vector_log import ERASE_NOTE, VectorLog, put_notes

CATALOGUE_FILE = "catalogue.sqlite3"

# Title and heading say what a passage is about; a word there weighs more than one in its text.
_BM25_WEIGHTS = "2.0, 2.0, 1.0"

# SQLite's default limit is far above; small enough that a statement stays cheap to compile.
_IDS_PER_QUERY = 500

_OPTIMIZE = "INSERT INTO passages_text(passages_text) VALUES('optimize')"

_MANIFEST_FIELDS = tuple(Manifest.__dataclass_fields__)
_makers = schema.manifest.c.name.in_(_MANIFEST_FIELDS)
_REMAKING = "remaking"


class Catalogue:
    """Stores and reads documents and passages. Safe to use from several threads."""

    def __init__(self, engine: Engine) -> None:
        """Use an engine whose tables exist."""
        self.engine = engine
        self.log = VectorLog(engine)

    @classmethod
    def open(cls, folder: Path) -> "Catalogue":
        """Open the catalogue of a data folder; folder and file are made when missing.

        Raises:
            DataFolderUnusable: The folder cannot be made.
            CatalogueUnusable: The file is damaged or no catalogue.
            CatalogueBlocked: The file cannot be read or written, or is locked for long.
        """
        path = folder / CATALOGUE_FILE
        with schema.translated(path):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            engine = schema.open_engine(path)
            schema.create_tables(engine)
        return cls(engine)

    def close(self) -> None:
        """Close the file; a later call opens it again."""
        self.engine.dispose()

    # --- what is stored -------------------------------------------------------------------------

    def manifest(self) -> dict[str, str]:
        """Give what made the passages; empty before the first document.

        While they are being made anew it names something that nothing fits.
        """
        notes = self.log.notes((*_MANIFEST_FIELDS, _REMAKING))
        if _REMAKING in notes:
            return {"encoder": "two of them, since a repair was cut off"}
        return notes

    def state(self) -> int:
        """Give a number that grows whenever a passage is stored or removed."""
        return self.log.last_sequence()

    def count_documents(self) -> int:
        """Count the documents."""
        return self._count(schema.documents)

    def count_passages(self) -> int:
        """Count the passages."""
        return self._count(schema.passages)

    def _count(self, table: sql.Table) -> int:
        with self.engine.connect() as connection:
            return connection.execute(sql.select(sql.func.count()).select_from(table)).scalar_one()

    def documents(self) -> tuple[StoredDocument, ...]:
        """Give all documents without their texts, by title."""
        table, passages = schema.documents, schema.passages
        counted = (
            sql.select(sql.func.count())
            .where(passages.c.document_id == table.c.document_id)
            .scalar_subquery()
            .label("passages")
        )
        query = sql.select(
            *(column for column in table.c if column.name not in ("text", "blocks")),
            sql.func.length(table.c.text).label("characters"),
            counted,
        ).order_by(sql.func.lower(table.c.title), table.c.document_id)
        with self.engine.connect() as connection:
            return tuple(records.stored_from_row(row) for row in connection.execute(query))

    def documents_in(self, language: str) -> frozenset[str]:
        """Give the ids of the documents in a language, by its ISO 639-1 code."""
        table = schema.documents
        query = sql.select(table.c.document_id).where(table.c.language == language)
        with self.engine.connect() as connection:
            return frozenset(connection.execute(query).scalars())

    def document(self, document_id: str) -> Document:
        """Give one document with its text.

        Raises:
            DocumentNotStored: No document has this id.
        """
        table = schema.documents
        query = sql.select(table).where(table.c.document_id == document_id)
        with self.engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise DocumentNotStored(document_id)
        return records.document_from_row(row)

    def location_of(self, document_id: str) -> str:
        """Give where a document was read; "" when it is not stored."""
        table = schema.documents
        query = sql.select(table.c.location).where(table.c.document_id == document_id)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar_one_or_none() or ""

    def text_of(self, document_id: str, start: int, end: int) -> str:
        """Give `text[start:end]` of a document; "" when it is not stored."""
        table = schema.documents
        piece = sql.func.substr(table.c.text, start + 1, max(0, end - start))
        query = sql.select(piece).where(table.c.document_id == document_id)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar_one_or_none() or ""

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """Give a document's passages in order; () when it is not stored."""
        with self.engine.connect() as connection:
            query = _passage_query().where(schema.passages.c.document_id == document_id)
            rows = connection.execute(query.order_by(schema.passages.c.ordinal))
            return tuple(records.passage_from_row(row) for row in rows)

    def sections(self) -> tuple[Section, ...]:
        """Give all heading paths with their documents' titles, by title, once each."""
        table, owner = schema.passages, schema.documents
        query = (
            sql.select(owner.c.title, table.c.heading)
            .join_from(table, owner)
            .where(table.c.heading.is_not(None))
            .distinct()
            .order_by(owner.c.title, table.c.heading)
        )
        with self.engine.connect() as connection:
            rows = connection.execute(query)
            return tuple(Section(title=row.title, heading=row.heading) for row in rows)

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Give passages by number; numbers that are not stored are left out."""
        found: dict[int, Passage] = {}
        with self.engine.connect() as connection:
            for first in range(0, len(numbers), _IDS_PER_QUERY):
                some = [int(number) for number in numbers[first : first + _IDS_PER_QUERY]]
                query = _passage_query().where(schema.passages.c.number.in_(some))
                for row in connection.execute(query):
                    found[row.number] = records.passage_from_row(row)
        return found

    def search_text(self, expression: str, top_k: int) -> list[tuple[int, float]]:
        """Give (passage number, BM25 score) for an FTS5 expression, best first; "" finds nothing.

        The score is the negated value of SQLite's `bm25()`, so that a higher one is better.
        """
        if not expression:
            return []
        query = sql.text(
            f"SELECT rowid, -bm25(passages_text, {_BM25_WEIGHTS}) AS score FROM passages_text "  # noqa: S608  constants
            "WHERE passages_text MATCH :expression ORDER BY score DESC, rowid LIMIT :top_k"
        )
        with self.engine.connect() as connection:
            rows = connection.execute(query, {"expression": expression, "top_k": top_k})
            return [(row.rowid, row.score) for row in rows]

    def count_matches(self, expressions: Sequence[str]) -> list[int]:
        """Count the passages that each FTS5 expression finds."""
        query = sql.text("SELECT count(*) FROM passages_text WHERE passages_text MATCH :expression")
        with self.engine.connect() as connection:
            return [
                connection.execute(query, {"expression": expression}).scalar_one()
                for expression in expressions
            ]

    # --- writing; a full disk and the like raise CatalogueBlocked, and nothing has changed then ---

    def put_document(
        self,
        document: Document,
        location: str,
        passages: Sequence[Passage],
        vectors: PassageVectors,
        manifest: Manifest,
    ) -> None:
        """Store a document's new version in one step; the old one's passages go in the same step.

        Args:
            document: What was read.
            location: Where, as an absolute path.
            passages: Its passages in order.
            vectors: Those of the passages, in their order, and of their sentences.
            manifest: What made passages and vectors; stored with the first document.

        Raises:
            ManifestMismatch: The stored passages were made otherwise.
        """
        with schema.writing(self.engine) as connection:
            table = schema.manifest
            rows = connection.execute(sql.select(table.c.name, table.c.value))
            manifest.check({row.name: row.value for row in rows})
            put_notes(connection, manifest.to_rows())
            remove_document(connection, document.document_id)
            row = records.document_to_row(document) | {"location": location}
            connection.execute(sql.insert(schema.documents), row)
            for place, (passage, vector) in enumerate(zip(passages, vectors.whole, strict=True)):
                insert_passage(connection, passage, vector, vectors.sentences_of(place))

    def remove_document(self, document_id: str) -> bool:
        """Remove a document with all that was made from it; False when it was not stored.

        Its traces in the files are to be erased, which the vector index's next rebuild does.
        """
        with schema.writing(self.engine) as connection:
            was_stored = remove_document(connection, document_id)
            if was_stored:
                put_notes(connection, {ERASE_NOTE: "1"})
        return was_stored

    def begin_remake(self) -> None:
        """Let the next documents set what makes passages; until `end_remake` nothing else fits."""
        with schema.writing(self.engine) as connection:
            connection.execute(sql.delete(schema.manifest).where(_makers))
            put_notes(connection, {_REMAKING: "1"})

    def end_remake(self) -> None:
        """All documents have been made anew."""
        with schema.writing(self.engine) as connection:
            connection.execute(
                sql.delete(schema.manifest).where(schema.manifest.c.name == _REMAKING)
            )

    def compact(self) -> None:
        """Take what was deleted out of the files: merge the full-text index, empty the log."""
        with schema.writing(self.engine) as connection:
            connection.exec_driver_sql(_OPTIMIZE)
        raw = self.engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.close()
        finally:
            raw.close()

    def check(self) -> str:
        """Ask SQLite whether the file is sound; "ok" when it is."""
        with self.engine.connect() as connection:
            return str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())


def _passage_query() -> sql.Select[*tuple[Any, ...]]:
    table, owner = schema.passages, schema.documents
    columns = [column for column in table.c if column.name != "vector"]
    return sql.select(*columns, owner.c.title).join_from(table, owner)
