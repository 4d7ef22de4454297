"""Taking what was deleted out of the files of SQLite.

With `secure_delete` SQLite overwrites what it deletes, with two exceptions: what it had moved from
a page to another while it was alive, which `schema` prevents, and the write-ahead log, which holds
pages as they were until it is emptied; that is done here.
"""

import logging

from sqlalchemy import Engine

_LOG = logging.getLogger(__name__)


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
