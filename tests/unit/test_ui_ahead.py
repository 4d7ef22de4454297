"""Taking from an iterator ahead of who uses it."""

import threading
from collections.abc import Iterator

import pytest

from ui.ahead import Ahead


def drained(items: Iterator[int]) -> list[int]:
    return [item for batch in Ahead(items).batches() for item in batch]


def test_everything_comes_in_its_order() -> None:
    assert drained(iter(range(100))) == list(range(100))
    assert drained(iter(())) == []


def test_it_begins_before_anybody_asks() -> None:
    began = threading.Event()

    def items() -> Iterator[int]:
        began.set()
        yield 1

    ahead = Ahead(items())
    assert began.wait(10)
    assert list(ahead.batches()) == [(1,)]


def test_what_gathered_comes_at_once() -> None:
    is_done = threading.Event()

    def items() -> Iterator[int]:
        yield from range(3)
        is_done.set()

    ahead = Ahead(items())
    assert is_done.wait(10)
    assert next(ahead.batches())[:3] == (0, 1, 2)


def test_an_error_comes_after_what_was_given() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("no more")

    got: list[int] = []

    def take() -> None:
        for batch in Ahead(items()).batches():
            got.extend(batch)

    with pytest.raises(ValueError, match="no more"):
        take()
    assert got == [1]


def test_who_stops_early_stops_the_thread() -> None:
    go_on, stopped = threading.Event(), threading.Event()

    def items() -> Iterator[int]:
        try:
            yield 1
            go_on.wait(10)
            yield 2
            yield 3
        finally:
            stopped.set()

    source = items()
    batches = Ahead(source).batches()
    assert next(batches) == (1,)
    batches.close()  # type: ignore[attr-defined]  # it is a generator
    go_on.set()
    del source
    assert stopped.wait(10)
