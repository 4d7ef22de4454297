"""Times of the conversation store with one busy owner: `python -m tests.benchmarks.conversations`.

10,000 conversations of three turns each unless told otherwise, with texts as long as real ones; the
database is made first, which takes a minute. Exit code 1 when listing or searching takes longer
than 100 ms. Times are of the processor, so that a busy machine does not change them.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from assistant.conversations import ConversationStore
from assistant.model import Answer, Citation, Turn
from index.schema import open_engine

_LIMIT_MS = 100.0
_OWNER = f"v:{0:032x}"
_LETTERS = "abcdefghijklmnoprstuvyåäö"
_REPEATS = 7


def main(arguments: Sequence[str]) -> int:
    """Fill a store, time what people do with it; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conversations", type=int, default=10_000)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args(arguments)
    chance = random.Random(1)
    words = ["".join(chance.choices(_LETTERS, k=chance.randint(3, 10))) for _ in range(3_000)]
    with tempfile.TemporaryDirectory() as name:
        engine = open_engine(Path(name) / "catalogue.sqlite3")
        event.listen(engine, "connect", _do_not_wait)
        store = ConversationStore(engine)
        _fill(store, options.conversations, options.turns, chance, words)
        store.erase()
        slowest = max(_measured(store, words, options.conversations))
    return int(slowest > _LIMIT_MS)


def _do_not_wait(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = OFF")
    cursor.close()


def _fill(
    store: ConversationStore, count: int, turns: int, chance: random.Random, words: list[str]
) -> None:
    def text(length: int) -> str:
        return " ".join(chance.choices(words, k=length))

    for number in range(count):
        conversation_id = store.start(owner=_OWNER).conversation_id
        for place in range(turns):
            question = text(8)
            answer = Answer(
                status="answered",
                text=text(60),
                citations=tuple(_citation(each, text(40)) for each in (1, 2, 3)),
            )
            turn = Turn(
                turn_id=f"{number:08}-{place:08}", question=question, query=question, answer=answer
            )
            store.append(conversation_id, turn, owner=_OWNER)


def _citation(number: int, quote: str) -> Citation:
    return Citation(
        number=number,
        document_id="document",
        title="A document",
        source="documents/document.md",
        heading=None,
        page=None,
        passage_id="passage",
        quote=quote,
        start=0,
        end=len(quote),
        score=0.9,
        verified=True,
    )


def _measured(store: ConversationStore, words: list[str], count: int) -> Iterator[float]:
    newest = store.summaries(_OWNER, limit=1)[0].conversation_id
    yield _timed("list the newest 50", lambda: store.summaries(_OWNER))
    yield _timed("list the oldest 50", lambda: store.summaries(_OWNER, offset=count - 50))
    yield _timed("search a word of many", lambda: store.summaries(_OWNER, search=words[7]))
    two = f"{words[7]} {words[9]}"
    yield _timed("search two words", lambda: store.summaries(_OWNER, search=two))
    yield _timed("search a word of none", lambda: store.summaries(_OWNER, search="eeeee"))
    yield _timed("show a conversation", lambda: store.record(newest, owner=_OWNER))
    doomed = iter(store.summaries(_OWNER, limit=_REPEATS, offset=10))
    yield _timed(
        "delete a conversation", lambda: store.delete(next(doomed).conversation_id, owner=_OWNER)
    )


def _timed(name: str, act: Callable[[], object]) -> float:
    """Say the median of some runs in milliseconds, and give it."""
    times = []
    for _ in range(_REPEATS):
        began = time.process_time()
        act()
        times.append((time.process_time() - began) * 1_000)
    median = sorted(times)[_REPEATS // 2]
    sys.stdout.write(f"{name:24} {median:7.1f} ms\n")
    sys.stdout.flush()
    return median


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
