"""What the store says to the database, inside transactions of the store's."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from assistant.conversations.schema import CONVERSATIONS, FEEDBACK, TURNS, blanks
from assistant.conversations.texts import add_words, rewrite_texts
from assistant.conversations.turn_json import turn_from_json, turn_to_json
from assistant.errors import TurnNotLast, UnknownConversation
from assistant.model import AskedTurn, ConversationSummary, Feedback, Turn

AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]

_ITS_TURNS = TURNS.c.conversation_id == CONVERSATIONS.c.conversation_id
_HAS_TURNS = select(TURNS.c.position).where(_ITS_TURNS).exists()


def written(moment: datetime) -> str:
    """Write a moment as it is stored: in UTC, so that later ones sort after earlier ones."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def now() -> str:
    """Give the present moment as it is stored."""
    return written(datetime.now(UTC))


def visible_to(owner: str | None) -> ColumnElement[bool]:
    """Say which conversations an owner, or somebody who is nobody, may see by their id."""
    of_nobody = CONVERSATIONS.c.owner.is_(None)
    if owner is None:
        return or_(of_nobody, CONVERSATIONS.c.by_id == 1)
    return or_(of_nobody, CONVERSATIONS.c.owner == owner)


def check_visible(connection: Connection, conversation_id: str, owner: str | None) -> None:
    """Refuse a conversation that is another's in the words for one that does not exist.

    Raises:
        UnknownConversation: It does not exist for this owner.
    """
    query = select(CONVERSATIONS.c.conversation_id).where(
        CONVERSATIONS.c.conversation_id == conversation_id, visible_to(owner)
    )
    if connection.execute(query).first() is None:
        raise UnknownConversation(conversation_id)


def one_summary(conversation_id: str) -> AnySelect:
    """Select what a line of the list shows, of one conversation."""
    return _summaries().where(CONVERSATIONS.c.conversation_id == conversation_id)


def listed(owner: str, words: Sequence[str], limit: int, offset: int) -> AnySelect:
    """Select the lines of an owner's list that hold all of some folded words, newest first."""
    newest_first = (CONVERSATIONS.c.updated_at.desc(), CONVERSATIONS.c.conversation_id.desc())
    # By itself, because the index alone answers it where there are no words.
    shown = (
        select(CONVERSATIONS.c.conversation_id)
        .where(CONVERSATIONS.c.owner == owner, _HAS_TURNS)
        .where(*(_holds(word) for word in words))
        .order_by(*newest_first)
        .limit(limit)
        .offset(offset)
    )
    return _summaries().where(CONVERSATIONS.c.conversation_id.in_(shown)).order_by(*newest_first)


def _summaries() -> AnySelect:
    turns = select(func.count()).select_from(TURNS).where(_ITS_TURNS).scalar_subquery()
    return select(
        CONVERSATIONS.c.conversation_id,
        CONVERSATIONS.c.title,
        CONVERSATIONS.c.started_at,
        CONVERSATIONS.c.updated_at,
        turns.label("turns"),
    )


def _holds(word: str) -> ColumnElement[bool]:
    """Say that a word stands in a conversation; every character of it stands for itself."""
    texts = (CONVERSATIONS.c.folded_title, CONVERSATIONS.c.words)
    return or_(*(func.instr(text, word) > 0 for text in texts))


def summary_from_row(row: AnyRow) -> ConversationSummary:
    """Read a line of the list."""
    return ConversationSummary(
        conversation_id=row.conversation_id,
        title=row.title,
        started_at=row.started_at,
        updated_at=row.updated_at,
        turns=row.turns,
    )


def kept_turns(conversation_id: str) -> AnySelect:
    """Select the turns of a conversation with their feedback, oldest first."""
    return _turns().where(TURNS.c.conversation_id == conversation_id)


def first_since(since: str) -> AnySelect:
    """Select the position of the first turn finished since a moment; the index alone answers it."""
    return select(func.min(TURNS.c.position)).where(TURNS.c.finished_at >= since)


def asked_turns(since: str, start: int, limit: int) -> AnySelect:
    """Select turns finished since a moment, of all owners, from a position on."""
    return _turns().where(TURNS.c.finished_at >= since, TURNS.c.position >= start).limit(limit)


def _turns() -> AnySelect:
    return (
        select(
            TURNS.c.position,
            TURNS.c.turn,
            TURNS.c.finished_at,
            FEEDBACK.c.verdict,
            FEEDBACK.c.reason,
        )
        .join(FEEDBACK, isouter=True)
        .order_by(TURNS.c.position)
    )


def asked_turn_from_row(row: AnyRow) -> AskedTurn:
    """Read a turn with its feedback, if there is any."""
    feedback = Feedback(verdict=row.verdict, reason=row.reason) if row.verdict else None
    return AskedTurn(turn=turn_from_json(row.turn), finished_at=row.finished_at, feedback=feedback)


def insert_conversation(
    connection: Connection, conversation_id: str, *, owner: str | None, by_id: bool
) -> None:
    """Write an empty conversation."""
    moment = now()
    row = {
        "conversation_id": conversation_id,
        "started_at": moment,
        "updated_at": moment,
        "owner": owner,
        "by_id": int(by_id),
        "renamed": 0,
        "blanks": blanks(connection),
        "title": "",
        "folded_title": "",
        "words": "",
    }
    connection.execute(insert(CONVERSATIONS).values(row))


def insert_turn(connection: Connection, conversation_id: str, turn: Turn) -> None:
    """Write a turn as the newest of its conversation, which lives on from now."""
    moment = now()
    row = {
        "turn_id": turn.turn_id,
        "conversation_id": conversation_id,
        "finished_at": moment,
        "blanks": blanks(connection),
        "turn": turn_to_json(turn),
    }
    connection.execute(insert(TURNS).values(row))
    add_words(connection, conversation_id, turn)
    mine = CONVERSATIONS.c.conversation_id == conversation_id
    connection.execute(update(CONVERSATIONS).where(mine).values(updated_at=moment))


def put_feedback(connection: Connection, turn_id: str, feedback: Feedback | None) -> bool:
    """Write feedback in place of what there is; say whether there was any."""
    gone = connection.execute(delete(FEEDBACK).where(FEEDBACK.c.turn_id == turn_id))
    if feedback is not None:
        row = {
            "turn_id": turn_id,
            "verdict": feedback.verdict,
            "given_at": now(),
            "blanks": blanks(connection),
            "reason": feedback.reason,
        }
        connection.execute(insert(FEEDBACK).values(row))
    return bool(gone.rowcount)


def remove_last_turn(connection: Connection, conversation_id: str, turn_id: str) -> None:
    """Delete the last turn of a conversation with its feedback.

    Raises:
        TurnNotLast: The last turn is another one.
    """
    query = (
        select(TURNS.c.turn_id, TURNS.c.position)
        .where(TURNS.c.conversation_id == conversation_id)
        .order_by(TURNS.c.position.desc())
        .limit(1)
    )
    last = connection.execute(query).one_or_none()
    if last is None or last.turn_id != turn_id:
        raise TurnNotLast(turn_id)
    connection.execute(delete(FEEDBACK).where(FEEDBACK.c.turn_id == turn_id))
    connection.execute(delete(TURNS).where(TURNS.c.position == last.position))
    rewrite_texts(connection, conversation_id)


def remove_conversations(connection: Connection, conversation_ids: Sequence[str]) -> None:
    """Delete conversations with all that hangs on them."""
    chosen = TURNS.c.conversation_id.in_(conversation_ids)
    turn_ids = select(TURNS.c.turn_id).where(chosen)
    connection.execute(delete(FEEDBACK).where(FEEDBACK.c.turn_id.in_(turn_ids)))
    connection.execute(delete(TURNS).where(chosen))
    mine = CONVERSATIONS.c.conversation_id.in_(conversation_ids)
    connection.execute(delete(CONVERSATIONS).where(mine))


def owner_came_back(connection: Connection, conversation_id: str, owner: str | None) -> None:
    """Close a newcomer's conversation to those who only know its id, if this is the newcomer."""
    if owner is None:
        return
    mine = and_(CONVERSATIONS.c.conversation_id == conversation_id, CONVERSATIONS.c.owner == owner)
    connection.execute(update(CONVERSATIONS).where(mine).values(by_id=0))
