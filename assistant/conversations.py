"""Conversations kept in SQL, two tables of the catalogue's database; nothing is answered here."""

import secrets
from datetime import UTC, datetime

from pydantic import TypeAdapter
from sqlalchemy import (
    Column,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    insert,
    literal,
    select,
)

from assistant.errors import UnknownConversation
from assistant.model import Conversation, Turn
from assistant.translation import translated

_METADATA = MetaData()

_CONVERSATIONS = Table(
    "conversations",
    _METADATA,
    Column("conversation_id", String(64), primary_key=True),
    Column("started_at", String(32), nullable=False),
)

# `position` only grows, so it is the order; a number per conversation would race between writers.
_TURNS = Table(
    "turns",
    _METADATA,
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

_TURN_JSON: TypeAdapter[Turn] = TypeAdapter(Turn)


def new_conversation_id() -> str:
    """Give an id that cannot be guessed (128 random bits): knowing it is the right to read it."""
    return secrets.token_hex(16)


def turn_to_json(turn: Turn) -> str:
    """Write a turn as JSON text that `turn_from_json` reads back to an equal turn."""
    return _TURN_JSON.dump_json(turn).decode()


def turn_from_json(text: str) -> Turn:
    """Read a turn that `turn_to_json` wrote."""
    return _TURN_JSON.validate_json(text)


class ConversationStore:
    """Conversations by id. Each method is one transaction, so threads may share the store.

    All of them raise `KnowledgeBaseUnavailable` when the database cannot be read or written.
    """

    @translated()
    def __init__(self, engine: Engine) -> None:
        """Create the tables where they are missing."""
        self._engine = engine
        _METADATA.create_all(engine)

    @translated()
    def start(self) -> Conversation:
        """Begin an empty conversation."""
        conversation = Conversation(conversation_id=new_conversation_id())
        values = {"conversation_id": conversation.conversation_id, "started_at": _now()}
        with self._engine.begin() as connection:
            connection.execute(insert(_CONVERSATIONS).values(values))
        return conversation

    @translated()
    def get(self, conversation_id: str, *, latest: int | None = None) -> Conversation:
        """Give a conversation with all its turns, or only the `latest` ones, oldest first.

        Raises:
            UnknownConversation: No conversation has this id.
        """
        known = select(_CONVERSATIONS.c.conversation_id).where(
            _CONVERSATIONS.c.conversation_id == conversation_id
        )
        newest_first = (
            select(_TURNS.c.turn)
            .where(_TURNS.c.conversation_id == conversation_id)
            .order_by(_TURNS.c.position.desc())
            .limit(latest)
        )
        with self._engine.connect() as connection:
            if connection.execute(known).first() is None:
                raise UnknownConversation(conversation_id)
            texts = connection.execute(newest_first).scalars().all()
        turns = tuple(turn_from_json(text) for text in reversed(texts))
        return Conversation(conversation_id=conversation_id, turns=turns)

    @translated()
    def append(self, conversation_id: str, turn: Turn) -> None:
        """Store a turn as the conversation's newest.

        Raises:
            UnknownConversation: No conversation has this id.
        """
        row = select(
            literal(turn.turn_id),
            _CONVERSATIONS.c.conversation_id,
            literal(_now()),
            literal(turn_to_json(turn)),
        ).where(_CONVERSATIONS.c.conversation_id == conversation_id)
        columns = ["turn_id", "conversation_id", "finished_at", "turn"]
        # One statement: the conversation cannot vanish between the look and the write.
        with self._engine.begin() as connection:
            if connection.execute(insert(_TURNS).from_select(columns, row)).rowcount == 0:
                raise UnknownConversation(conversation_id)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
