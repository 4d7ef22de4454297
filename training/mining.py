"""Passages that look like the answer and are not: what full-text search finds for a question."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from index.fulltext import match_expression

_DEPTH = 12


class Miner:
    """Finds hard negatives among paragraphs by BM25 (SQLite FTS5), as the product's search does."""

    def __init__(self, paragraphs: Sequence[tuple[str, str]]) -> None:
        """Index paragraphs, each (title, text); they are named by their position."""
        self._paragraphs = paragraphs
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE found USING fts5(title, text, tokenize='porter unicode61')"
        )
        self._database.executemany(
            "INSERT INTO found(rowid, title, text) VALUES (?, ?, ?)",
            ((at, *both) for at, both in enumerate(paragraphs)),
        )

    def mine(self, question: str, answer: str, own_text: str) -> list[int]:
        """Give paragraphs found for a question that do not hold its answer, best first."""
        expression = match_expression(question)
        if not expression:
            return []
        with closing(self._database.cursor()) as cursor:
            rows = cursor.execute(
                "SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found) LIMIT ?",
                (expression, _DEPTH),
            ).fetchall()
        wanted = answer.casefold()
        return [
            at
            for (at,) in rows
            if self._paragraphs[at][1] != own_text
            and wanted not in self._paragraphs[at][1].casefold()
        ]
