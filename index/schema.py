"""The catalogue's tables and how its SQLite file is opened; no queries here."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
)
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from index.errors import (
    CatalogueBlocked,
    CatalogueUnusable,
    DataFolderUnusable,
    SearchIndexError,
)

# Raise it with every change of the tables that older code cannot read.
FORMAT_VERSION = 2

# How long a writer waits for another process's write before it gives up.
BUSY_TIMEOUT_MS = 15_000

# What SQLite says of a sound file that it cannot use now; all else means damage, or no catalogue.
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_INTERRUPT,
    }
)
_PRIMARY_CODE = 0xFF  # the rest of an error code says only more about the same

metadata = MetaData()

manifest = Table(
    "manifest",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("document_id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    # Where it was read, whatever folder the reading started from; for pruning, shown to nobody.
    Column("location", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("as_of", Text),
    Column("metadata", Text, nullable=False),  # JSON object of strings
    Column("blocks", Text, nullable=False),  # JSON list of [kind, start, end, level, page]
)

passages = Table(
    "passages",
    metadata,
    # Never used again after a delete, so a number stands for one text and one vector for ever.
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("passage_id", Text, nullable=False, unique=True),
    Column(
        "document_id",
        Text,
        ForeignKey("documents.document_id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("heading", Text),
    Column("page", Integer),
    Column("vector", LargeBinary, nullable=False),  # little-endian float32
    sqlite_autoincrement=True,
)

# The vectors of a passage's sentences, which need no index: they are read for candidates alone.
sentence_vectors = Table(
    "sentence_vectors",
    metadata,
    Column(
        "number",
        Integer,
        ForeignKey("passages.number", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("vectors", LargeBinary, nullable=False),  # little-endian float16, one after the other
)

# What the vector index has to follow, in order; rows that it has followed are deleted.
changes = Table(
    "changes",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("number", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    sqlite_autoincrement=True,
)

_FULL_TEXT = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS passages_text USING fts5("
    "title, heading, text, tokenize = 'porter unicode61 remove_diacritics 2')"
)


def open_engine(path: Path) -> Engine:
    """Open a SQLite file for several threads and processes; nothing is created yet.

    Whatever is read or written through it fails with `CatalogueBlocked` or `CatalogueUnusable`.
    """
    # Parameters are what visitors wrote, and errors are logged.
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)

    def on_error(context: ExceptionContext) -> SearchIndexError | None:
        error = context.original_exception
        return _translate(path, error) if isinstance(error, sqlite3.DatabaseError) else None

    event.listen(engine, "handle_error", on_error)
    return engine


def create_tables(engine: Engine) -> None:
    """Create what is missing; a complete catalogue is left as it is."""
    with writing(engine) as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql(_FULL_TEXT)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write in one transaction, which takes the writer's lock at once.

    Raises:
        CatalogueBlocked: The disk is full, the file cannot be written, or it is locked for long.
        CatalogueUnusable: The file is damaged or no catalogue.
    """
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise our errors for those of the folder and of a connection used without the engine."""
    try:
        yield
    except OSError as error:
        raise DataFolderUnusable(str(path.parent), error.strerror or str(error)) from error
    except sqlite3.DatabaseError as error:
        raise _translate(path, error) from error


def _translate(path: Path, error: sqlite3.DatabaseError) -> SearchIndexError:
    # Errors of the driver itself have no code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
    kind = CatalogueBlocked if code in _PASSING else CatalogueUnusable
    return kind(str(path), str(error))


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver must not begin or commit by itself: `_begin` does, so that DDL is transactional.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "trusted_schema = OFF",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that starts as a reader may be refused half-way.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
