"""Title and words of a conversation, kept in step with its turns."""

from sqlalchemy import ColumnElement, Connection, func, select, update

from assistant.conversations.schema import CONVERSATIONS, TURNS
from assistant.conversations.turn_json import turn_from_json
from assistant.conversations.words import first_title, folded, words_of
from assistant.model import Turn


def add_words(connection: Connection, conversation_id: str, turn: Turn) -> None:
    """Let a conversation be found by a turn too; its first one gives it a title."""
    known = select(CONVERSATIONS.c.words).where(_is(conversation_id))
    words = words_of([turn], known=connection.execute(known).scalar_one())
    connection.execute(update(CONVERSATIONS).where(_is(conversation_id)).values(words=words))
    nameless = _is(conversation_id), CONVERSATIONS.c.title == ""
    _write_title(connection, first_title(turn.question), *nameless)


def set_title(connection: Connection, conversation_id: str, title: str) -> None:
    """Give a conversation a title of the owner's own."""
    _write_title(connection, title, _is(conversation_id))
    connection.execute(update(CONVERSATIONS).where(_is(conversation_id)).values(renamed=1))


def rewrite_texts(connection: Connection, conversation_id: str) -> None:
    """Write words, age and title anew from the turns; a title of the owner's own stays."""
    of_it = TURNS.c.conversation_id == conversation_id
    rows = connection.execute(select(TURNS.c.turn).where(of_it).order_by(TURNS.c.position))
    turns = [turn_from_json(text) for text in rows.scalars()]
    newest = select(func.max(TURNS.c.finished_at)).where(of_it).scalar_subquery()
    values = {
        "words": words_of(turns),
        "updated_at": func.coalesce(newest, CONVERSATIONS.c.started_at),
    }
    connection.execute(update(CONVERSATIONS).where(_is(conversation_id)).values(values))
    title = first_title(turns[0].question) if turns else ""
    _write_title(connection, title, _is(conversation_id), CONVERSATIONS.c.renamed == 0)


def _is(conversation_id: str) -> ColumnElement[bool]:
    return CONVERSATIONS.c.conversation_id == conversation_id


def _write_title(connection: Connection, title: str, *where: ColumnElement[bool]) -> None:
    values = {"title": title, "folded_title": folded(title)}
    connection.execute(update(CONVERSATIONS).where(*where).values(values))
