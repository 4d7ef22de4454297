"""A database of an older version is brought to this one's tables, with nothing lost."""

import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.conversations import ConversationStore, turn_to_json
from assistant.model import Answer, Feedback, Turn
from index.schema import create_tables, open_engine

# As the first version made them, word for word.
FIRST_TABLES = """
CREATE TABLE conversations (
	conversation_id VARCHAR(64) NOT NULL,
	started_at VARCHAR(32) NOT NULL,
	PRIMARY KEY (conversation_id)
);
CREATE TABLE turns (
	"position" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	turn_id VARCHAR(64) NOT NULL,
	conversation_id VARCHAR(64) NOT NULL,
	finished_at VARCHAR(32) NOT NULL,
	turn TEXT NOT NULL,
	UNIQUE (turn_id),
	FOREIGN KEY(conversation_id) REFERENCES conversations (conversation_id) ON DELETE CASCADE
);
CREATE INDEX ix_turns_conversation_id ON turns (conversation_id);
"""
# As they were for a while: texts on shared pages, titles, owners and feedback known.
SECOND_COLUMNS = """
ALTER TABLE conversations ADD COLUMN owner VARCHAR(64);
ALTER TABLE conversations ADD COLUMN by_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN folded_title TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN renamed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN updated_at VARCHAR(32) NOT NULL DEFAULT '';
CREATE TABLE turn_feedback (
	turn_id VARCHAR(64) NOT NULL,
	verdict VARCHAR(8) NOT NULL,
	reason TEXT NOT NULL,
	given_at VARCHAR(32) NOT NULL,
	PRIMARY KEY (turn_id),
	FOREIGN KEY(turn_id) REFERENCES turns (turn_id) ON DELETE CASCADE
);
CREATE INDEX ix_conversations_owner ON conversations (owner, updated_at);
CREATE INDEX ix_turns_finished_at ON turns (finished_at);
UPDATE conversations SET owner = 'v:me', title = 'What is NOME?', folded_title = 'what is nome?';
UPDATE conversations SET title = 'Mine', folded_title = 'mine', renamed = 1
	WHERE conversation_id = 'c1';
CREATE TABLE turn_words (
	position INTEGER NOT NULL,
	conversation_id VARCHAR(64) NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (position),
	FOREIGN KEY(position) REFERENCES turns (position) ON DELETE CASCADE
);
CREATE INDEX ix_turn_words_conversation_id ON turn_words (conversation_id);
INSERT INTO turn_words SELECT position, conversation_id, 'what is ngstroem' FROM turns;
INSERT INTO turn_feedback VALUES ('c1-1', 'down', 'too long', '2026-01-01T00:00:09.000+00:00');
"""


def turns_of(conversation_id: str) -> tuple[Turn, ...]:
    return tuple(
        Turn(
            turn_id=f"{conversation_id}-{number}",
            question=f"What is Ångström {number}?",
            query="q",
            answer=Answer(status="answered", text="word " * (1000 * number)),
        )
        for number in range(3)
    )


def make_database(folder: Path, *, scripts: Sequence[str] = (), conversations: int = 3) -> Path:
    path = folder / "catalogue.sqlite3"
    engine = open_engine(path)
    create_tables(engine)
    engine.dispose()
    with sqlite3.connect(path) as connection:
        connection.executescript(FIRST_TABLES)
        for number in range(conversations):
            conversation_id = f"c{number}"
            began = f"2026-01-0{number + 1}T00:00:00.000+00:00"
            connection.execute("INSERT INTO conversations VALUES (?, ?)", (conversation_id, began))
            for turn in turns_of(conversation_id):
                finished = f"2026-01-0{number + 1}T00:00:0{turn.turn_id[-1]}.000+00:00"
                row = (turn.turn_id, conversation_id, finished, turn_to_json(turn))
                connection.execute("INSERT INTO turns VALUES (NULL, ?, ?, ?, ?)", row)
        connection.execute(
            "INSERT INTO conversations VALUES ('empty', '2026-01-01T00:00:00.000+00:00')"
        )
    for script in scripts:
        with sqlite3.connect(path) as connection:
            connection.executescript(script)
    connection.close()
    return path


def test_what_the_first_version_kept_is_all_there(tmp_path: Path) -> None:
    store = ConversationStore(open_engine(make_database(tmp_path)))

    for number in range(3):
        record = store.record(f"c{number}")
        assert tuple(asked.turn for asked in record.turns) == turns_of(f"c{number}")
        assert record.summary.title == "What is Ångström 0?"
        assert record.summary.started_at == f"2026-01-0{number + 1}T00:00:00.000+00:00"
        assert record.summary.updated_at == record.turns[-1].finished_at
    assert store.record("empty").turns == ()
    # They are nobody's: seen by their id, and in no list.
    assert store.summaries("v:me") == ()
    assert len(list(store.turns_since(datetime(2026, 1, 2, tzinfo=UTC)))) == 6


def test_what_was_kept_for_a_while_is_all_there(tmp_path: Path) -> None:
    path = make_database(tmp_path, scripts=[SECOND_COLUMNS])

    store = ConversationStore(open_engine(path))

    titles = [line.title for line in store.summaries("v:me")]
    assert titles == ["What is Ångström 0?", "Mine", "What is Ångström 0?"]
    assert [line.title for line in store.summaries("v:me", search="mine")] == ["Mine"]
    assert len(store.summaries("v:me", search="ÅNGSTRÖM 2")) == 3
    feedback = store.feedback_of("c1", owner="v:me")
    assert feedback == {"c1-1": Feedback(verdict="down", reason="too long")}


@pytest.mark.parametrize("scripts", [(), (SECOND_COLUMNS,)])
def test_conversations_go_on_and_opening_again_changes_nothing(
    tmp_path: Path, scripts: Sequence[str]
) -> None:
    path = make_database(tmp_path, scripts=scripts)
    late = Turn(turn_id="late", question="?", query="?", answer=Answer(status="declined", text=""))
    ConversationStore(open_engine(path)).append("c1", late, owner="v:me")
    before = schema_of(path)

    store = ConversationStore(open_engine(path))

    assert store.get("c1", owner="v:me").turns == (*turns_of("c1"), late)
    assert schema_of(path) == before
    assert [name for name in before if "older" in name] == []


def test_the_tables_are_those_of_a_new_database(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    path = make_database(old, scripts=[SECOND_COLUMNS])
    ConversationStore(open_engine(path))
    ConversationStore(open_engine(new / "new.sqlite3"))

    of_new = schema_of(new / "new.sqlite3")
    assert {name: schema_of(path)[name] for name in of_new} == of_new


def test_what_was_taken_over_can_be_deleted_without_a_trace(tmp_path: Path) -> None:
    path = make_database(tmp_path, scripts=[SECOND_COLUMNS])
    store = ConversationStore(open_engine(path))

    assert store.delete_all("v:me") == 4

    content = path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()
    assert b"ngstr" not in content
    assert "turn_words" not in schema_of(path)
    assert b"too long" not in content


def test_processes_that_open_at_once_do_it_once(tmp_path: Path) -> None:
    path = make_database(tmp_path)
    program = (
        "import sys; from pathlib import Path; from index.schema import open_engine; "
        "from assistant.conversations import ConversationStore; "
        "print(len(ConversationStore(open_engine(Path(sys.argv[1]))).get('c1').turns))"
    )
    command = [sys.executable, "-c", program, str(path)]

    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]

    for process in both:
        out, err = process.communicate()
        assert (out.strip(), err) == ("3", "")
    assert len(ConversationStore(open_engine(path)).get("c2").turns) == 3


def schema_of(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    found = {name: " ".join(sql.replace('"', "").split()) for name, sql in rows}
    connection.close()
    return found
