"""What is deleted is in no byte of any file, nor in the log."""

import logging
import random
import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, update
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from starlette.testclient import TestClient

from assistant.conversations import ConversationStore
from assistant.conversations.schema import CONVERSATIONS
from assistant.errors import UnknownConversation
from assistant.model import Answer, Feedback, Turn
from assistant.retention import forget_old
from index.schema import open_engine
from tests.api_client import client_of
from tests.fakes import fake_services

ME = f"v:{0:032x}"
OTHER = f"k:{1:032x}"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """A database as the server opens it, but without waiting for the disk."""
    engine = open_engine(tmp_path / "catalogue.sqlite3")
    event.listen(engine, "connect", _do_not_wait)
    return engine


def _do_not_wait(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = OFF")
    cursor.close()


@pytest.fixture
def store(engine: Engine) -> ConversationStore:
    return ConversationStore(engine)


def traces(folder: Path, *words: str) -> list[tuple[str, str]]:
    """Say which of the words stand in which of the files."""
    contents = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert contents
    return [
        (name, word)
        for name, content in contents.items()
        for word in words
        if word.encode() in content
    ]


def make_turn(canary: str, *, length: int = 1) -> Turn:
    text = f"{canary}-answer " * length
    return Turn(
        turn_id=f"{canary}-turn",
        question=f"{canary}-question",
        query=f"{canary}-query",
        answer=Answer(status="answered", text=text),
    )


def keep(store: ConversationStore, *turns: Turn, owner: str | None = ME) -> str:
    conversation_id = store.start(owner=owner).conversation_id
    for turn in turns:
        store.append(conversation_id, turn, owner=owner)
    return conversation_id


def test_a_deleted_conversation_leaves_no_trace(store: ConversationStore, tmp_path: Path) -> None:
    stays = keep(store, make_turn("stays"))
    goes = keep(store, make_turn("goes"), make_turn("goes-too"))
    store.rename(goes, "goes-title", owner=ME)
    store.give_feedback("goes-turn", Feedback(verdict="down", reason="goes-reason"), owner=ME)
    assert traces(tmp_path, "goes", goes)

    store.delete(goes, owner=ME)

    assert traces(tmp_path, "goes", goes) == []
    assert store.get(stays, owner=ME).turns == (make_turn("stays"),)


# With texts on shared pages, which SQLite would do by itself, these left copies of some behind.
@pytest.mark.parametrize("seed", [1, 11])
def test_not_even_where_rows_were_moved_about(
    store: ConversationStore, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    alive: list[str] = []
    deleted: list[str] = []
    for number in range(240):
        if chance.random() < 0.55 or not alive:
            name = f"canary{number:04d}x"
            turns = [
                make_turn(f"{name}{place}", length=chance.choice([1, 8, 30, 200]))
                for place in range(chance.randint(1, 3))
            ]
            alive.append(keep(store, *turns))
            store.rename(alive[-1], f"{name} {'title ' * chance.randint(0, 30)}", owner=ME)
        else:
            gone = alive.pop(chance.randrange(len(alive)))
            deleted += [gone, store.record(gone, owner=ME).summary.title.split()[0]]
            store.delete(gone, owner=ME)

    assert len(deleted) > 100
    assert traces(tmp_path, *deleted) == []


def test_not_even_in_an_index_whose_entries_were_moved_about(
    store: ConversationStore, tmp_path: Path
) -> None:
    kept = [keep(store, make_turn(f"canary{number:04d}x")) for number in range(200)]
    random.Random(1).shuffle(kept)

    for conversation_id in kept[:150]:
        store.delete(conversation_id, owner=ME)

    assert traces(tmp_path, *kept[:150]) == []


def test_all_of_an_owner_are_deleted_and_no_others(
    store: ConversationStore, tmp_path: Path
) -> None:
    for number in range(3):
        keep(store, make_turn(f"goes{number}"))
    keep(store, make_turn("stays"), owner=OTHER)
    keep(store, make_turn("stays-too"), owner=None)

    assert store.delete_all(ME) == 3
    assert store.delete_all(ME) == 0
    assert store.delete_all(None) == 0

    assert traces(tmp_path, "goes", ME) == []
    assert len(list(store.turns_since(datetime(2020, 1, 1, tzinfo=UTC)))) == 2


def test_a_replaced_turn_a_former_title_and_a_former_reason_leave_no_trace(
    store: ConversationStore, tmp_path: Path
) -> None:
    conversation_id = keep(store, make_turn("first"))
    store.give_feedback("first-turn", Feedback(verdict="up", reason="first-reason"), owner=ME)
    store.append(conversation_id, make_turn("second"), owner=ME, replaces="first-turn")
    store.rename(conversation_id, "third-title", owner=ME)
    store.rename(conversation_id, "fourth-title", owner=ME)
    store.give_feedback("second-turn", Feedback(verdict="up", reason="fifth-reason"), owner=ME)
    store.give_feedback("second-turn", Feedback(verdict="up", reason="sixth-reason"), owner=ME)
    store.give_feedback("second-turn", None, owner=ME)

    assert traces(tmp_path, "first", "third", "fifth", "sixth") == []
    assert traces(tmp_path, "second", "fourth")


def test_what_others_were_reading_is_erased_at_the_next_start(
    store: ConversationStore, engine: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    conversation_id = keep(store, make_turn("goes"))
    event.listen(engine, "checkout", _do_not_wait_for_readers)
    reader = sqlite3.connect(tmp_path / "catalogue.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM turns").fetchone()

    store.delete(conversation_id, owner=ME)

    assert "still in the write-ahead log" in caplog.text
    assert traces(tmp_path, "goes")
    reader.close()
    assert forget_old(store, 0, now=datetime.now(UTC)) == 0
    assert traces(tmp_path, "goes") == []


def _do_not_wait_for_readers(
    connection: DBAPIConnection, _entry: ConnectionPoolEntry, _proxy: object
) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 0")
    cursor.close()


def test_old_conversations_are_forgotten_by_their_last_question(
    store: ConversationStore, engine: Engine, tmp_path: Path
) -> None:
    now = datetime(2026, 6, 1, tzinfo=UTC)
    for name, days in (("goes", 31), ("stays", 29), ("never-asked", 31)):
        turns = () if name == "never-asked" else (make_turn(name),)
        conversation_id = keep(store, *turns)
        moment = (now - timedelta(days=days)).isoformat(timespec="milliseconds")
        with engine.begin() as connection:
            change = update(CONVERSATIONS).where(CONVERSATIONS.c.conversation_id == conversation_id)
            connection.execute(change.values(updated_at=moment))

    assert forget_old(store, 0, now=now) == 0
    assert forget_old(store, 30, now=now) == 2

    assert traces(tmp_path, "goes") == []
    assert [line.title for line in store.summaries(ME)] == ["stays-question"]


def test_a_conversation_deleted_while_it_is_answered_does_not_come_back(
    store: ConversationStore, tmp_path: Path
) -> None:
    conversation_id = keep(store, make_turn("goes"))
    store.delete(conversation_id, owner=ME)

    with pytest.raises(UnknownConversation):
        store.append(conversation_id, make_turn("late"), owner=ME)

    assert traces(tmp_path, "goes", "late", conversation_id) == []


def test_deleting_while_others_write_loses_nothing_of_theirs(store: ConversationStore) -> None:
    mine = [keep(store, make_turn(f"goes{number}")) for number in range(20)]
    theirs = keep(store, owner=OTHER)
    turns = [replace(make_turn(f"stays{number}")) for number in range(20)]

    def write() -> None:
        for turn in turns:
            store.append(theirs, turn, owner=OTHER)

    writer = threading.Thread(target=write)
    writer.start()
    for conversation_id in mine:
        store.delete(conversation_id, owner=ME)
    writer.join()

    assert store.get(theirs, owner=OTHER).turns == tuple(turns)
    assert store.summaries(ME) == ()


def test_no_question_is_ever_logged_and_deleting_over_http_leaves_nothing(
    store: ConversationStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client: TestClient = client_of(fake_services(conversations=store))
    reply = client.post("/api/v1/ask", json={"question": "canary NOME"}).json()
    path = f"/api/v1/conversations/{reply['conversation_id']}"
    client.patch(path, json={"title": "canary title"})
    client.get("/api/v1/conversations", params={"q": "canary"})
    feedback = {"verdict": "down", "reason": "canary reason"}
    client.post(f"/api/v1/turns/{reply['turn_id']}/feedback", json=feedback)
    client.get(f"{path}/export")
    assert traces(tmp_path, "canary")

    assert client.delete(path).status_code == 204

    assert traces(tmp_path, "canary", reply["conversation_id"], reply["turn_id"]) == []
    told = [each.getMessage() for each in caplog.records if not each.name.startswith("httpx")]
    assert [message for message in told if "canary" in message] == []


def test_not_even_a_failure_logs_a_question(
    store: ConversationStore, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = client_of(fake_services(conversations=store))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE turns")

    response = client.post("/api/v1/ask", json={"question": "canary NOME"})

    assert response.status_code == 503
    assert "no such table" in caplog.text
    assert "canary" not in caplog.text


def test_not_even_an_unforeseen_failure_does(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = client_of(fake_services(failure=KeyError("canary question")))

    response = client.post("/api/v1/ask", json={"question": "canary question"})

    assert response.status_code == 500
    assert "KeyError at " in caplog.text
    assert "canary" not in caplog.text
