"""The tables of conversations, laid out so that nothing is left of what is deleted.

SQLite keeps the beginning of a row on a page that it shares with others. When rows come and go it
moves them from page to page, and does not erase where they came from; what is then deleted may
still stand there. The rest of a long row lies on pages of its own, which are never moved and are
erased when the row goes. So everything lies behind `blanks`, a page of nothing.

The entries of an index always share pages. They are ids and moments only, and all of one length:
then SQLite moves them without leaving copies (none in 100,000 deletions in random order; with
lengths that differ there were some).
"""

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

METADATA = MetaData()

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("blanks", LargeBinary, nullable=False),
    Column("conversation_id", String(64), nullable=False, unique=True),
    Column("started_at", String(32), nullable=False),
    # When its newest turn was finished.
    Column("updated_at", String(32), nullable=False, index=True),
    # Who alone may see it; of nobody, it is seen by whoever knows its id.
    Column("owner", String(64)),
    # 1 while its owner is a newcomer who has not come back: until then its id is enough as well.
    Column("by_id", Integer, nullable=False),
    Column("renamed", Integer, nullable=False),
    Column("title", Text, nullable=False),
    # What it is found by: the title, and the questions and answers.
    Column("folded_title", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index(
        "ix_conversations_owner",
        "owner",
        "updated_at",
        "conversation_id",
        sqlite_where=text("owner IS NOT NULL"),
    ),
)

# `position` only grows, so it is the order; a number per conversation would race between writers.
TURNS = Table(
    "turns",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("blanks", LargeBinary, nullable=False),
    Column("turn_id", String(64), nullable=False, unique=True),
    Column(
        "conversation_id",
        ForeignKey("conversations.conversation_id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("finished_at", String(32), nullable=False, index=True),
    Column("turn", Text, nullable=False),
    sqlite_autoincrement=True,
)

FEEDBACK = Table(
    "turn_feedback",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("blanks", LargeBinary, nullable=False),
    Column("turn_id", ForeignKey("turns.turn_id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("verdict", String(8), nullable=False),
    Column("given_at", String(32), nullable=False),
    Column("reason", Text, nullable=False),
)


def blanks(connection: Connection) -> bytes:
    """Give the nothing that comes before a text: as long as a page, so longer than what is shared.

    A row's beginning, at most a page less 35 bytes, shares its page (SQLite's file format, 1.6).
    """
    if connection.dialect.name != "sqlite":
        return b""
    return bytes(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
