"""Taking what was deleted out of the files of SQLite.

With `secure_delete` SQLite overwrites what it deletes, with two exceptions that are dealt with
here: rows and entries that it moved to another page while they were alive leave a copy behind in
the room between, and the write-ahead log holds pages as they were until it is emptied.
"""

import logging

from sqlalchemy import Connection, Engine

from assistant.conversations.schema import METADATA

_LOG = logging.getLogger(__name__)


def rebuild_indexes(connection: Connection) -> None:
    """Build the indexes anew from what is there: the room in their pages holds copies of entries.

    Tables need no such thing; see `schema`. It takes about a second for 100,000 turns.
    """
    if connection.dialect.name == "sqlite":
        for table in METADATA.sorted_tables:
            connection.exec_driver_sql(f"REINDEX {table.name}")


def empty_write_ahead_log(engine: Engine) -> bool:
    """Bring the log's pages into the file and cut the log to nothing; False when others read it.

    It waits for readers as long as the engine waits for a lock.
    """
    if engine.dialect.name != "sqlite":
        return True
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        result = cursor.fetchone()
        cursor.close()
    finally:
        raw.close()
    is_busy = result is None or bool(result[0])
    if is_busy:
        _LOG.warning("something deleted is still in the write-ahead log, which others are reading")
    return not is_busy
