"""Taking what was deleted out of the files of SQLite.

With `secure_delete` SQLite overwrites what it deletes, with two exceptions: what it had moved from
a page to another while it was alive, which `schema` prevents, and the write-ahead log, which holds
pages as they were until it is emptied; that is done here.
"""

import logging
import sqlite3

from sqlalchemy import Engine

_LOG = logging.getLogger(__name__)


def empty_write_ahead_log(engine: Engine) -> bool:
    """Bring the log's pages into the file and cut the log to nothing; False when it cannot be now.

    It waits for readers as long as the engine waits for a lock.
    """
    if engine.dialect.name != "sqlite":
        return True
    try:
        is_empty = _emptied(engine)
    except sqlite3.Error as error:
        # What was deleted is deleted, and stays so; only its traces must wait.
        _LOG.warning("the write-ahead log cannot be emptied now: %s", error)
        return False
    if not is_empty:
        _LOG.warning("something deleted is still in the write-ahead log, which others are reading")
    return is_empty


def _emptied(engine: Engine) -> bool:
    # Not through the engine, which would begin a transaction, and inside of one it cannot be done.
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        result = cursor.fetchone()
        cursor.close()
    finally:
        raw.close()
    return result is not None and not result[0]
