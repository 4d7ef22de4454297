"""What is written when a document comes or goes, inside a transaction of the caller's."""

import numpy as np
import sqlalchemy as sql
from numpy.typing import NDArray
from sqlalchemy import Connection

from index import records, schema
from index.passage import Passage


def remove_document(connection: Connection, document_id: str) -> bool:
    """Remove a document with its passages and full text, and log it; False when not stored."""
    table = schema.passages
    query = sql.select(table.c.number).where(table.c.document_id == document_id)
    numbers = list(connection.execute(query).scalars())
    if numbers:
        gone = [{"number": number, "removed": 1} for number in numbers]
        connection.execute(sql.insert(schema.changes), gone)
        delete = sql.text("DELETE FROM passages_text WHERE rowid = :number")
        connection.execute(delete, [{"number": number} for number in numbers])
    delete_document = sql.delete(schema.documents).where(
        schema.documents.c.document_id == document_id
    )
    return bool(connection.execute(delete_document).rowcount)


def insert_passage(
    connection: Connection,
    passage: Passage,
    vector: NDArray[np.float32],
    sentences: NDArray[np.float32],
) -> None:
    """Store a passage with its vector, those of its sentences and full text, and log it."""
    row = records.passage_to_row(passage, vector)
    result = connection.execute(sql.insert(schema.passages), row)
    number = result.lastrowid
    connection.execute(sql.insert(schema.changes), {"number": number, "removed": 0})
    if len(sentences):
        held = {"number": number, "vectors": sentences.astype("<f2").tobytes()}
        connection.execute(sql.insert(schema.sentence_vectors), held)
    connection.execute(
        sql.text(
            "INSERT INTO passages_text(rowid, title, heading, text) "
            "VALUES(:number, :title, :heading, :text)"
        ),
        {
            "number": number,
            "title": passage.title,
            "heading": passage.heading or "",
            "text": passage.text,
        },
    )
