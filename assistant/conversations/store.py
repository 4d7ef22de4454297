"""The store of conversations: who may see them, what is kept, what is taken away for good."""

import secrets
from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, select

from assistant.conversations import statements
from assistant.conversations.erasing import empty_write_ahead_log
from assistant.conversations.migration import create_tables
from assistant.conversations.schema import CONVERSATIONS, FEEDBACK, TURNS
from assistant.conversations.texts import set_title
from assistant.conversations.turn_json import turn_from_json
from assistant.conversations.words import checked_feedback, checked_title, search_words
from assistant.errors import UnknownTurn
from assistant.model import (
    AskedTurn,
    Conversation,
    ConversationRecord,
    ConversationSummary,
    Feedback,
    Turn,
)
from assistant.translation import translated

# Turns read in one transaction while many are looked through: a long one would keep what is
# deleted meanwhile from leaving the write-ahead log.
_TURNS_PER_BATCH = 200

# Conversations taken away in one transaction, so that others can write in between.
_DELETED_PER_BATCH = 200


def new_conversation_id() -> str:
    """Give an id that cannot be guessed: 128 random bits."""
    return secrets.token_hex(16)


class ConversationStore:
    """Conversations by id. Each method is one transaction, so threads may share the store.

    A conversation with an owner exists for that owner alone; to all others it is unknown. One
    without is seen by whoever knows its id, and is in no list. One that was started for a newcomer
    (`by_id`) is the newcomer's, and until they come back also of a caller who is nobody but knows
    its id: a program that keeps no cookies.

    All methods raise `KnowledgeBaseUnavailable` when the database cannot be read or written.
    """

    @translated()
    def __init__(self, engine: Engine) -> None:
        """Create the tables where they are missing; those of an older version are kept."""
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        create_tables(self._writer)

    # --- one conversation ----------------------------------------------------------------------

    @translated()
    def start(self, *, owner: str | None = None, by_id: bool = False) -> Conversation:
        """Begin an empty conversation; `by_id` where the owner may be a program without cookies."""
        conversation = Conversation(conversation_id=new_conversation_id())
        with self._writer.begin() as connection:
            statements.insert_conversation(
                connection, conversation.conversation_id, owner=owner, by_id=by_id
            )
        return conversation

    @translated()
    def get(
        self, conversation_id: str, *, owner: str | None = None, latest: int | None = None
    ) -> Conversation:
        """Give a conversation with all its turns, or only the `latest` ones, oldest first.

        Raises:
            UnknownConversation: No conversation that the owner may see has this id.
        """
        newest_first = (
            select(TURNS.c.turn)
            .where(TURNS.c.conversation_id == conversation_id)
            .order_by(TURNS.c.position.desc())
            .limit(latest)
        )
        with self._engine.begin() as connection:
            statements.check_visible(connection, conversation_id, owner)
            texts = connection.execute(newest_first).scalars().all()
        turns = tuple(turn_from_json(text) for text in reversed(texts))
        return Conversation(conversation_id=conversation_id, turns=turns)

    @translated()
    def record(self, conversation_id: str, *, owner: str | None = None) -> ConversationRecord:
        """Give a conversation with all that is kept of it: title, moments, feedback.

        Raises:
            UnknownConversation: No conversation that the owner may see has this id.
        """
        with self._engine.begin() as connection:
            statements.check_visible(connection, conversation_id, owner)
            line = connection.execute(statements.one_summary(conversation_id)).one()
            rows = connection.execute(statements.kept_turns(conversation_id)).all()
        return ConversationRecord(
            summary=statements.summary_from_row(line),
            turns=tuple(statements.asked_turn_from_row(row) for row in rows),
        )

    @translated()
    def append(
        self,
        conversation_id: str,
        turn: Turn,
        *,
        owner: str | None = None,
        replaces: str | None = None,
    ) -> None:
        """Store a turn as the conversation's newest.

        Args:
            conversation_id: Where it belongs.
            turn: What was asked and answered.
            owner: Who asked.
            replaces: The id of the last turn, which then is deleted for good with its feedback.

        Raises:
            UnknownConversation: No conversation that the owner may see has this id; it may have
                been deleted while the turn was made.
            TurnNotLast: The turn to replace is not the last one.
        """
        with self._writer.begin() as connection:
            statements.check_visible(connection, conversation_id, owner)
            if replaces is not None:
                statements.remove_last_turn(connection, conversation_id, replaces)
            statements.insert_turn(connection, conversation_id, turn)
            statements.owner_came_back(connection, conversation_id, owner)
        if replaces is not None:
            self.erase()

    @translated()
    def rename(self, conversation_id: str, title: str, *, owner: str | None) -> None:
        """Give a conversation a title of the owner's own.

        Raises:
            UnknownConversation: No conversation that the owner may see has this id.
            InvalidTitle: The title is empty, too long, or not text.
        """
        kept = checked_title(title)
        with self._writer.begin() as connection:
            statements.check_visible(connection, conversation_id, owner)
            set_title(connection, conversation_id, kept)
        self.erase()

    @translated()
    def turn(self, turn_id: str, *, owner: str | None) -> Turn:
        """Give one turn.

        Raises:
            UnknownTurn: No turn of a conversation that the owner may see has this id.
        """
        found = select(TURNS.c.turn).join(CONVERSATIONS).where(TURNS.c.turn_id == turn_id)
        with self._engine.begin() as connection:
            text = connection.execute(found.where(statements.visible_to(owner))).scalar()
        if text is None:
            raise UnknownTurn(turn_id)
        return turn_from_json(text)

    # --- all of them ---------------------------------------------------------------------------

    @translated()
    def summaries(
        self, owner: str | None, *, search: str = "", limit: int = 50, offset: int = 0
    ) -> tuple[ConversationSummary, ...]:
        """Give the owner's conversations that have a turn, the one asked in last first.

        Args:
            owner: Whose; nobody has none.
            search: Words that each stand in the title, a question or an answer, in any case.
            limit: How many, at most.
            offset: How many to leave out at the beginning.
        """
        if owner is None:
            return ()
        query = statements.listed(owner, search_words(search), limit, offset)
        with self._engine.begin() as connection:
            return tuple(statements.summary_from_row(row) for row in connection.execute(query))

    def turns_since(self, moment: datetime) -> Iterator[AskedTurn]:
        """Give the turns that were finished at a moment or later, oldest first, of everybody."""
        since = statements.written(moment)
        with translated(), self._engine.begin() as connection:
            start = connection.execute(statements.first_since(since)).scalar()
        while start is not None:
            batch = statements.asked_turns(since, start, _TURNS_PER_BATCH)
            with translated(), self._engine.begin() as connection:
                rows = connection.execute(batch).all()
            yield from map(statements.asked_turn_from_row, rows)
            start = rows[-1].position + 1 if rows else None

    # --- feedback ------------------------------------------------------------------------------

    @translated()
    def give_feedback(self, turn_id: str, feedback: Feedback | None, *, owner: str | None) -> None:
        """Keep what is thought of an answer, in place of what was; None takes it back for good.

        Raises:
            UnknownTurn: No turn of a conversation that the owner may see has this id.
            InvalidFeedback: The reason is too long or not text.
        """
        kept = checked_feedback(feedback) if feedback else None
        found = select(TURNS.c.turn_id).join(CONVERSATIONS)
        with self._writer.begin() as connection:
            seen = found.where(TURNS.c.turn_id == turn_id, statements.visible_to(owner))
            if connection.execute(seen).first() is None:
                raise UnknownTurn(turn_id)
            was_given = statements.put_feedback(connection, turn_id, kept)
        if was_given:
            self.erase()

    @translated()
    def feedback_of(self, conversation_id: str, *, owner: str | None) -> Mapping[str, Feedback]:
        """Give the feedback on a conversation's turns, by the turns' ids.

        Raises:
            UnknownConversation: No conversation that the owner may see has this id.
        """
        query = select(FEEDBACK).join(TURNS).where(TURNS.c.conversation_id == conversation_id)
        with self._engine.begin() as connection:
            statements.check_visible(connection, conversation_id, owner)
            rows = connection.execute(query).all()
        return {row.turn_id: Feedback(verdict=row.verdict, reason=row.reason) for row in rows}

    # --- taking away ---------------------------------------------------------------------------

    @translated()
    def delete(self, conversation_id: str, *, owner: str | None) -> None:
        """Delete a conversation for good: no file of the database holds a trace of it after.

        Raises:
            UnknownConversation: No conversation that the owner may see has this id.
        """
        with self._writer.begin() as connection:
            statements.check_visible(connection, conversation_id, owner)
            statements.remove_conversations(connection, [conversation_id])
        self.erase()

    @translated()
    def delete_all(self, owner: str | None) -> int:
        """Delete all conversations of an owner for good and say how many; nobody has none."""
        return self._delete_where(CONVERSATIONS.c.owner == owner) if owner is not None else 0

    @translated()
    def forget_older_than(self, moment: datetime) -> int:
        """Delete the conversations whose newest turn is older for good and say how many."""
        return self._delete_where(CONVERSATIONS.c.updated_at < statements.written(moment))

    def _delete_where(self, condition: ColumnElement[bool]) -> int:
        some = select(CONVERSATIONS.c.conversation_id).where(condition).limit(_DELETED_PER_BATCH)
        count = 0
        while True:
            with self._writer.begin() as connection:
                found = list(connection.execute(some).scalars())
                statements.remove_conversations(connection, found)
            count += len(found)
            if len(found) < _DELETED_PER_BATCH:
                break
        if count:
            self.erase()
        return count

    @translated()
    def erase(self) -> bool:
        """Take what was deleted or changed out of the database's files; False if it must wait."""
        return empty_write_ahead_log(self._engine)
