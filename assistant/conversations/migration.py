"""Brings the tables of an older version to this one's, in place and with nothing lost."""

from sqlalchemy import Connection, Engine, LargeBinary, Table, bindparam, inspect, select, text

from assistant.conversations.schema import CONVERSATIONS, FEEDBACK, METADATA, TURNS, blanks
from assistant.conversations.texts import rewrite_texts

_TABLES = (CONVERSATIONS, TURNS, FEEDBACK)  # those that others refer to come first

_ASIDE = "_of_older_version"

# Held for a while what stands in `conversations.words` now.
_FORMER_WORDS = "turn_words"

# What stands in a column that the older version did not have; SQL.
_MISSING = {
    "number": "NULL",
    "blanks": ":blanks",
    "updated_at": "started_at",
    "owner": "NULL",
    "by_id": "0",
    "renamed": "0",
    "title": "''",
    "folded_title": "''",
    "words": "''",
}


def create_tables(engine: Engine) -> None:
    """Create what is missing and take over what an older version kept, in one transaction.

    Of several processes that open a database at once the first does it; the others wait.
    """
    with engine.begin() as connection:
        older = [table for table in _TABLES if _columns(connection, table.name)]
        if not any(set(table.columns.keys()) - _columns(connection, table.name) for table in older):
            METADATA.create_all(connection)
            return
        for table in older:
            _set_aside(connection, table)
        METADATA.create_all(connection)
        for table in older:
            _take_over(connection, table)
        _write_texts(connection)
        # A table that others refer to goes after them. What is dropped is erased, page by page.
        for table in reversed(older):
            connection.exec_driver_sql(f"DROP TABLE {table.name}{_ASIDE}")
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {_FORMER_WORDS}")


def _columns(connection: Connection, table_name: str) -> set[str]:
    inspector = inspect(connection)
    if not inspector.has_table(table_name):
        return set()
    return {str(column["name"]) for column in inspector.get_columns(table_name)}


def _set_aside(connection: Connection, table: Table) -> None:
    for index in inspect(connection).get_indexes(table.name):
        connection.exec_driver_sql(f'DROP INDEX "{index["name"]}"')
    connection.exec_driver_sql(f"ALTER TABLE {table.name} RENAME TO {table.name}{_ASIDE}")


def _take_over(connection: Connection, table: Table) -> None:
    present = _columns(connection, table.name + _ASIDE)
    names = table.columns.keys()
    values = [name if name in present else _MISSING[name] for name in names]
    copy = text(
        f"INSERT INTO {table.name} ({', '.join(names)}) "  # noqa: S608  names of ours
        f"SELECT {', '.join(values)} FROM {table.name}{_ASIDE}"
    )
    connection.execute(copy.bindparams(bindparam("blanks", blanks(connection), LargeBinary)))


def _write_texts(connection: Connection) -> None:
    """Write titles and words, which the older version had nowhere."""
    found = connection.execute(select(CONVERSATIONS.c.conversation_id))
    for conversation_id in found.scalars().all():
        rewrite_texts(connection, conversation_id)
