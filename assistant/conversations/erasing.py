"""Taking what was deleted out of the files of SQLite.

With `secure_delete` a page is overwritten when what it holds is deleted; the write-ahead log keeps
the page as it was until it is emptied.
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
