"""Queries from several threads while documents come and go and the index is rebuilt."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.retriever import HybridRetriever
from index.splitting_options import SplittingOptions
from index.vectors import VectorSearch
from tests.fakes_index import HashEncoder, document_of

# One passage a paragraph.
_OPTIONS = SplittingOptions(min_tokens=0, target_tokens=16, max_tokens=200)
_THREADS = 4
_DOCUMENTS = 40
_PARAGRAPHS = 10


class Shared:
    """One set of stores that several threads use."""

    def __init__(self, folder: Path) -> None:
        """Fill it and bring Chroma into use."""
        self.encoder = HashEncoder()
        self.catalogue = Catalogue.open(folder)
        self.vectors = VectorSearch(self.catalogue, folder, sync_threshold=50)
        self.builder = IndexBuilder(self.catalogue, self.vectors, self.encoder, _OPTIONS)
        self.retriever = HybridRetriever(self.catalogue, self.vectors, self.encoder)
        self.vectors.open_index()
        for number in range(_DOCUMENTS):
            self.put(number)
        self.builder.finish()

    def put(self, number: int) -> None:
        """Store a document."""
        texts = [f"Fact {number} {line} " + "word " * 15 for line in range(_PARAGRAPHS)]
        self.builder.put(document_of(f"document-{number}", *texts), f"/{number}")

    @contextmanager
    def queried(self, removed: set[str]) -> Iterator[list[str]]:
        """Query from all threads meanwhile; gives removed documents that were found afterwards."""
        stop = threading.Event()
        wrong: list[str] = []

        def ask(thread: int) -> int:
            asked = 0
            while not stop.is_set():
                gone = set(removed)
                found = self.retriever.retrieve(f"Fact {asked % _DOCUMENTS} {thread}", 10)
                wrong.extend(gone & {scored.passage.document_id for scored in found})
                asked += 1
                if len(found) != 10:
                    wrong.append(f"{len(found)} passages")
            return asked

        with ThreadPoolExecutor(_THREADS) as pool:
            asking = [pool.submit(ask, thread) for thread in range(_THREADS)]
            try:
                yield wrong
            finally:
                stop.set()
        assert all(one.result() for one in asking)


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Shared]:
    shared = Shared(tmp_path / "data")
    yield shared
    shared.vectors.close()
    shared.catalogue.close()


def test_queries_go_on_while_documents_come_and_go(shared: Shared) -> None:
    removed: set[str] = set()
    with shared.queried(removed) as wrong:
        for number in range(6):
            shared.put(_DOCUMENTS + number)
            shared.builder.remove(f"document-{number}")
            removed.add(f"document-{number}")
            shared.builder.finish()

    assert wrong == []
    assert shared.vectors.state == "chroma"


def test_a_query_on_the_index_before_a_swap_does_not_end_the_one_after_it(shared: Shared) -> None:
    [vector] = shared.encoder.encode(["anything"])
    stop = threading.Event()

    def ask() -> set[int]:
        counts = set()
        while not stop.is_set():
            counts.add(len(shared.vectors.query(vector, 10)))
        return counts

    states = set()
    with ThreadPoolExecutor(_THREADS) as pool:
        asking = [pool.submit(ask) for _ in range(_THREADS)]
        for _ in range(25):
            shared.vectors.rebuild()
            time.sleep(0.01)
            states.add(shared.vectors.state)
        stop.set()

    assert [one.result() for one in asking] == [{10}] * _THREADS
    assert states == {"chroma"}


def test_queries_go_on_while_the_index_is_closed(shared: Shared) -> None:
    with shared.queried(set()) as wrong:
        time.sleep(0.2)
        shared.vectors.close()
        time.sleep(0.2)

    assert wrong == []
