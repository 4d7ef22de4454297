"""The approved answers in SQL; what is in them is checked, matched and served elsewhere."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update

from assistant.approved.model import ApprovedAnswer, ApprovedSource
from assistant.approved.tables import ANSWERS, SOURCES, VERSION, create_tables
from assistant.conversations.erasing import empty_write_ahead_log
from assistant.errors import UnknownApprovedAnswer
from assistant.translation import translated


class ApprovedStore:
    """Approved answers by id. Each method is one transaction, so threads may share the store.

    All methods raise `KnowledgeBaseUnavailable` when the database cannot be read or written.
    """

    @translated()
    def __init__(self, engine: Engine) -> None:
        """Create the tables where they are missing."""
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        create_tables(self._writer)

    @translated()
    def version(self) -> int:
        """Give a number that grows with every change."""
        with self._engine.connect() as connection:
            return connection.execute(select(VERSION.c.number)).scalar_one_or_none() or 0

    @translated()
    def answers(self) -> tuple[ApprovedAnswer, ...]:
        """Give all answers, the newest first."""
        newest_first = select(ANSWERS).order_by(ANSWERS.c.approved_at.desc(), ANSWERS.c.approved_id)
        with self._engine.connect() as connection:
            rows = connection.execute(newest_first).all()
            sources = _sources(connection)
        return tuple(_answer(row, sources.get(row.approved_id, [])) for row in rows)

    @translated()
    def get(self, approved_id: str) -> ApprovedAnswer:
        """Give one answer.

        Raises:
            UnknownApprovedAnswer: None has this id.
        """
        mine = select(ANSWERS).where(ANSWERS.c.approved_id == approved_id)
        with self._engine.connect() as connection:
            row = connection.execute(mine).one_or_none()
            if row is None:
                raise UnknownApprovedAnswer(approved_id)
            return _answer(row, _sources(connection, approved_id).get(approved_id, []))

    @translated()
    def put(self, answer: ApprovedAnswer) -> None:
        """Store an answer, in place of the one with its id if there is one."""
        with self._writer.begin() as connection:
            connection.execute(delete(ANSWERS).where(ANSWERS.c.approved_id == answer.approved_id))
            connection.execute(insert(ANSWERS).values(_row(answer)))
            if answer.sources:
                rows = [
                    {
                        "approved_id": answer.approved_id,
                        "position": position,
                        "document_id": source.document_id,
                        "title": source.title,
                        "content_hash": source.content_hash,
                        "quote": source.quote,
                        "start": source.start,
                        "end": source.end,
                        "changed_on": source.changed_on,
                    }
                    for position, source in enumerate(answer.sources)
                ]
                connection.execute(insert(SOURCES), rows)
            _count_up(connection)

    @translated()
    def remove(self, approved_id: str) -> None:
        """Remove an answer for good.

        Raises:
            UnknownApprovedAnswer: None has this id.
        """
        mine = ANSWERS.c.approved_id == approved_id
        with self._writer.begin() as connection:
            if connection.execute(delete(ANSWERS).where(mine)).rowcount == 0:
                raise UnknownApprovedAnswer(approved_id)
            _count_up(connection)
        empty_write_ahead_log(self._engine)

    @translated()
    def note_changes(self, content_hashes: Mapping[str, str], today: date) -> None:
        """Write down which sources are no longer as they were, and since when that is known.

        Args:
            content_hashes: The stored documents' content by their ids.
            today: The day on which this is seen.
        """
        with self._engine.connect() as connection:
            rows = connection.execute(select(SOURCES)).all()
        changed = [row for row in rows if _is_changed(row, content_hashes) != bool(row.changed_on)]
        if not changed:
            return
        with self._writer.begin() as connection:
            for row in changed:
                mine = (SOURCES.c.approved_id == row.approved_id) & (
                    SOURCES.c.position == row.position
                )
                day = None if row.changed_on else today.isoformat()
                # Only where it still is what was looked at: it may have been renewed meanwhile.
                same = SOURCES.c.content_hash == row.content_hash
                connection.execute(update(SOURCES).where(mine, same).values(changed_on=day))
            _count_up(connection)


def _is_changed(row: Row[Any], content_hashes: Mapping[str, str]) -> bool:
    return content_hashes.get(str(row.document_id)) != str(row.content_hash)


def _count_up(connection: Connection) -> None:
    grown = update(VERSION).values(number=VERSION.c.number + 1)
    if connection.execute(grown).rowcount == 0:
        connection.execute(insert(VERSION).values(only=1, number=1))


def _row(answer: ApprovedAnswer) -> dict[str, str | None]:
    return {
        "approved_id": answer.approved_id,
        "question": answer.question,
        "other_wordings": json.dumps(answer.other_wordings, ensure_ascii=False),
        "text": answer.text,
        "author": answer.author,
        "approved_at": answer.approved_at,
        "expires_on": answer.expires_on.isoformat() if answer.expires_on else None,
    }


def _sources(
    connection: Connection, approved_id: str | None = None
) -> dict[str, list[ApprovedSource]]:
    query = select(SOURCES).order_by(SOURCES.c.approved_id, SOURCES.c.position)
    if approved_id is not None:
        query = query.where(SOURCES.c.approved_id == approved_id)
    found: dict[str, list[ApprovedSource]] = {}
    for row in connection.execute(query):
        source = ApprovedSource(
            document_id=row.document_id,
            title=row.title,
            content_hash=row.content_hash,
            quote=row.quote,
            start=row.start,
            end=row.end,
            changed_on=row.changed_on,
        )
        found.setdefault(row.approved_id, []).append(source)
    return found


def _answer(row: Row[Any], sources: Iterable[ApprovedSource]) -> ApprovedAnswer:
    return ApprovedAnswer(
        approved_id=row.approved_id,
        question=row.question,
        other_wordings=tuple(json.loads(row.other_wordings)),
        text=row.text,
        author=row.author,
        approved_at=row.approved_at,
        sources=tuple(sources),
        expires_on=date.fromisoformat(row.expires_on) if row.expires_on else None,
    )
