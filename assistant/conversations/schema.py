"""The tables of conversations, and how those of an older version are brought to this one.

New columns have defaults and old ones stay, so that an older version can still write beside.
"""

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    func,
    insert,
    inspect,
    select,
    update,
)

from assistant.conversations.turn_json import turn_from_json
from assistant.conversations.words import first_title, folded, searched_text

METADATA = MetaData()

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("conversation_id", String(64), primary_key=True),
    Column("started_at", String(32), nullable=False),
    # Who alone may see it; of nobody, it is seen by whoever knows its id.
    Column("owner", String(64)),
    # 1 while its owner is a newcomer who has not come back: until then its id is enough as well.
    Column("by_id", Integer, nullable=False, server_default="0"),
    Column("title", Text, nullable=False, server_default=""),
    Column("folded_title", Text, nullable=False, server_default=""),
    Column("renamed", Integer, nullable=False, server_default="0"),
    Column("updated_at", String(32), nullable=False, server_default=""),
)

# `position` only grows, so it is the order; a number per conversation would race between writers.
TURNS = Table(
    "turns",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("turn_id", String(64), nullable=False, unique=True),
    Column(
        "conversation_id",
        ForeignKey("conversations.conversation_id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("finished_at", String(32), nullable=False),
    Column("turn", Text, nullable=False),
    sqlite_autoincrement=True,
)

# What a turn is found by; beside the turns, because searching must not read whole answers.
TURN_WORDS = Table(
    "turn_words",
    METADATA,
    Column("position", ForeignKey("turns.position", ondelete="CASCADE"), primary_key=True),
    Column("conversation_id", String(64), nullable=False, index=True),
    Column("words", Text, nullable=False),
)

FEEDBACK = Table(
    "turn_feedback",
    METADATA,
    Column("turn_id", ForeignKey("turns.turn_id", ondelete="CASCADE"), primary_key=True),
    Column("verdict", String(8), nullable=False),
    Column("reason", Text, nullable=False),
    Column("given_at", String(32), nullable=False),
)

_BY_OWNER = Index("ix_conversations_owner", CONVERSATIONS.c.owner, CONVERSATIONS.c.updated_at)
_BY_AGE = Index("ix_conversations_updated_at", CONVERSATIONS.c.updated_at)
_TURNS_BY_AGE = Index("ix_turns_finished_at", TURNS.c.finished_at)

# Turns read at once while an older version's are given their words.
_TURNS_PER_BATCH = 500


def create_tables(engine: Engine) -> None:
    """Create what is missing and fill it from what is there; all in one transaction."""
    with engine.begin() as connection:
        METADATA.create_all(connection)
        _add_columns(connection)
        for index in (_BY_OWNER, _BY_AGE, _TURNS_BY_AGE):
            index.create(connection, checkfirst=True)
        _fill_words(connection)
        _fill_summaries(connection)


def _add_columns(connection: Connection) -> None:
    present = {str(column["name"]) for column in inspect(connection).get_columns("conversations")}
    for column in CONVERSATIONS.c:
        if column.name not in present:
            kind = column.type.compile(connection.dialect)
            default = column.server_default
            required = " NOT NULL DEFAULT ''" if default is not None else ""
            if isinstance(column.type, Integer):
                required = " NOT NULL DEFAULT 0"
            connection.exec_driver_sql(
                f"ALTER TABLE conversations ADD COLUMN {column.name} {kind}{required}"
            )


def _fill_words(connection: Connection) -> None:
    """Write the words of turns that have none: an older version wrote them."""
    missing = select(TURNS.c.position).where(TURNS.c.position.not_in(select(TURN_WORDS.c.position)))
    positions = list(connection.execute(missing).scalars())
    for first in range(0, len(positions), _TURNS_PER_BATCH):
        some = positions[first : first + _TURNS_PER_BATCH]
        query = select(TURNS).where(TURNS.c.position.in_(some))
        rows = [
            {
                "position": row.position,
                "conversation_id": row.conversation_id,
                "words": searched_text(turn_from_json(row.turn)),
            }
            for row in connection.execute(query)
        ]
        connection.execute(insert(TURN_WORDS), rows)
        for conversation_id in {row["conversation_id"] for row in rows}:
            refresh_summary(connection, conversation_id)


def _fill_summaries(connection: Connection) -> None:
    """Write the age of conversations without a turn that have none: an older version began them."""
    conversation_id = CONVERSATIONS.c.conversation_id
    missing = select(conversation_id).where(CONVERSATIONS.c.updated_at == "")
    for found in list(connection.execute(missing).scalars()):
        refresh_summary(connection, found)


def refresh_summary(connection: Connection, conversation_id: str) -> None:
    """Write a conversation's age and, unless it was renamed, its title anew from its turns."""
    mine = CONVERSATIONS.c.conversation_id == conversation_id
    its_turns = TURNS.c.conversation_id == conversation_id
    newest = select(func.max(TURNS.c.finished_at)).where(its_turns).scalar_subquery()
    age = func.coalesce(newest, CONVERSATIONS.c.started_at)
    connection.execute(update(CONVERSATIONS).where(mine).values(updated_at=age))
    first = select(TURNS.c.turn).where(its_turns).order_by(TURNS.c.position).limit(1)
    text = connection.execute(first).scalar_one_or_none()
    title = first_title(turn_from_json(text).question) if text is not None else ""
    connection.execute(
        update(CONVERSATIONS)
        .where(mine, CONVERSATIONS.c.renamed == 0)
        .values(title=title, folded_title=folded(title))
    )
