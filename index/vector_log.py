"""What the vector index follows: the vectors in the catalogue, and the log of what changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import sqlalchemy as sql
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine

from index import schema
from index.records import AnyRow

# SQLite's own limit on values in a statement is far above; this keeps statements cheap.
_NUMBERS_PER_QUERY = 500

_ROWS_PER_BATCH = 2_000

# The note that a document was removed and its traces are still in the vector index's files.
ERASE_NOTE = "erase"


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorBatch:
    """Vectors of some passages: `vectors[i]` (float32) belongs to passage `numbers[i]`."""

    numbers: NDArray[np.int64]
    vectors: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceVectors:
    """Vectors of sentences: `vectors[i]` (float32) is of a sentence of passage `numbers[i]`."""

    numbers: NDArray[np.int64]
    vectors: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Passage `number` was added or removed; `sequence` grows with every change."""

    sequence: int
    number: int
    removed: bool


class VectorLog:
    """The catalogue as the vector index sees it. Safe to use from several threads."""

    def __init__(self, engine: Engine) -> None:
        """Use the catalogue's engine."""
        self._engine = engine

    def notes(self, names: Sequence[str]) -> dict[str, str]:
        """Read notes; those never written are left out."""
        table = schema.manifest
        query = sql.select(table.c.name, table.c.value).where(table.c.name.in_(names))
        with self._engine.connect() as connection:
            return {row.name: row.value for row in connection.execute(query)}

    def write_note(self, name: str, value: str) -> None:
        """Write a note."""
        with schema.writing(self._engine) as connection:
            put_notes(connection, {name: value})

    def drop_note(self, name: str) -> None:
        """Remove a note; one that is not there is no error."""
        with schema.writing(self._engine) as connection:
            connection.execute(sql.delete(schema.manifest).where(schema.manifest.c.name == name))

    def last_sequence(self) -> int:
        """Give the number of the last change ever made, 0 before the first."""
        query = sql.text("SELECT seq FROM sqlite_sequence WHERE name = 'changes'")
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one_or_none() or 0

    def changes(self) -> list[Change]:
        """Give the changes that have not been followed, oldest first."""
        table = schema.changes
        with self._engine.connect() as connection:
            rows = connection.execute(sql.select(table).order_by(table.c.sequence))
            return [
                Change(sequence=row.sequence, number=row.number, removed=bool(row.removed))
                for row in rows
            ]

    def forget_changes(self, up_to: int) -> None:
        """Drop the changes up to and including a sequence number: they have been followed."""
        table = schema.changes
        with schema.writing(self._engine) as connection:
            connection.execute(sql.delete(table).where(table.c.sequence <= up_to))

    def numbers(self) -> NDArray[np.int64]:
        """Give the numbers of all passages, in order."""
        table = schema.passages
        with self._engine.connect() as connection:
            found = connection.execute(sql.select(table.c.number).order_by(table.c.number))
            return np.fromiter(found.scalars(), dtype=np.int64)

    def vectors(self) -> Iterator[VectorBatch]:
        """Give all vectors in batches, by passage number."""
        table = schema.passages
        last = 0
        while True:
            query = (
                sql.select(table.c.number, table.c.vector)
                .where(table.c.number > last)
                .order_by(table.c.number)
                .limit(_ROWS_PER_BATCH)
            )
            with self._engine.connect() as connection:
                rows = connection.execute(query).all()
            if not rows:
                return
            last = rows[-1].number
            yield _batch(rows)

    def vectors_of(self, numbers: Sequence[int]) -> VectorBatch:
        """Give the vectors of some passages, by number; those not stored are left out."""
        table = schema.passages
        rows: list[AnyRow] = []
        with self._engine.connect() as connection:
            for first in range(0, len(numbers), _NUMBERS_PER_QUERY):
                some = [int(number) for number in numbers[first : first + _NUMBERS_PER_QUERY]]
                query = sql.select(table.c.number, table.c.vector).where(table.c.number.in_(some))
                rows.extend(connection.execute(query.order_by(table.c.number)).all())
        return _batch(rows)

    def sentences_of(self, numbers: Sequence[int], dimension: int) -> SentenceVectors:
        """Give the vectors of some passages' sentences; passages that have none are left out."""
        table = schema.sentence_vectors
        rows: list[AnyRow] = []
        with self._engine.connect() as connection:
            for first in range(0, len(numbers), _NUMBERS_PER_QUERY):
                some = [int(number) for number in numbers[first : first + _NUMBERS_PER_QUERY]]
                rows.extend(connection.execute(sql.select(table).where(table.c.number.in_(some))))
        held = [np.frombuffer(row.vectors, dtype="<f2").reshape(-1, dimension) for row in rows]
        return SentenceVectors(
            numbers=np.repeat(
                np.array([row.number for row in rows], dtype=np.int64), [len(one) for one in held]
            ),
            vectors=np.concatenate([np.empty((0, dimension), dtype=np.float16), *held]).astype(
                np.float32
            ),
        )


def put_notes(connection: Connection, values: Mapping[str, str]) -> None:
    """Write notes in a transaction of the caller's."""
    insert = sql.insert(schema.manifest).prefix_with("OR REPLACE")
    for name, value in values.items():
        connection.execute(insert, {"name": name, "value": value})


def _batch(rows: Sequence[AnyRow]) -> VectorBatch:
    numbers = np.array([row.number for row in rows], dtype=np.int64)
    joined = b"".join(row.vector for row in rows)
    vectors = np.frombuffer(joined, dtype="<f4").reshape(len(rows), -1 if rows else 0)
    return VectorBatch(numbers=numbers, vectors=vectors)
