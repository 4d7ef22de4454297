"""The vector index in Chroma: numbers and vectors only, no text, one collection in one folder.

Its files are not safe against a kill and damage to them is not detected by itself (measured), so
nothing here is the truth: `index/vectors.py` probes, follows and rebuilds it.
"""

import hashlib
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from index.errors import VectorStoreBroken
from index.exact import Neighbour
from index.vector_log import VectorBatch

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

_COLLECTION = "passages"

# Chroma takes at most 5,461 records a call.
_ROWS_PER_CALL = 2_000

# After so many records Chroma rewrites its vector files; its own default.
SYNC_THRESHOLD = 1_000

# How long closing waits for queries under way; each takes milliseconds.
_CLOSE_SECONDS = 5.0

# Chroma's graph may give fewer than asked when much was deleted; some are asked for in reserve.
_RESERVE = 10


class ChromaIndex:
    """Vectors by passage number in one folder, owned by this process alone.

    Queries are safe across threads, and `close` lets those under way end.
    """

    def __init__(self, folder: Path, *, sync_threshold: int = SYNC_THRESHOLD) -> None:
        """Open the folder, or begin a new index there.

        Raises:
            VectorStoreBroken: Chroma cannot open it.
        """
        self._client, self._collection = _open(folder, sync_threshold)
        self._idle = threading.Condition()
        self._queries = 0
        self._closed = False

    def add(self, batch: VectorBatch) -> None:
        """Add vectors; numbers that are there already keep the vector they have.

        Raises:
            VectorStoreBroken: Chroma refused.
        """
        for first in range(0, len(batch.numbers), _ROWS_PER_CALL):
            ids = [str(number) for number in batch.numbers[first : first + _ROWS_PER_CALL]]
            vectors = batch.vectors[first : first + _ROWS_PER_CALL]
            with _broken_on_failure():
                self._collection.upsert(ids=ids, embeddings=vectors)

    def remove(self, numbers: Sequence[int]) -> None:
        """Remove vectors; numbers that are not there are passed over.

        Raises:
            VectorStoreBroken: Chroma refused.
        """
        for first in range(0, len(numbers), _ROWS_PER_CALL):
            ids = [str(number) for number in numbers[first : first + _ROWS_PER_CALL]]
            with _broken_on_failure():
                self._collection.delete(ids=ids)

    def query(self, vector: NDArray[np.float32], top_k: int) -> list[Neighbour]:
        """Give about the `top_k` nearest, best first, by cosine similarity.

        Raises:
            VectorStoreBroken: Chroma refused, or was closed.
        """
        with self._kept_open(), _broken_on_failure():
            wanted = min(top_k + _RESERVE, self._collection.count())
            if not wanted:
                return []
            found = self._collection.query(
                query_embeddings=vector[np.newaxis, :], n_results=wanted, include=["distances"]
            )
        distances = (found["distances"] or [[]])[0]
        pairs = zip(found["ids"][0], distances, strict=True)
        return [Neighbour(number=int(item), score=1.0 - far) for item, far in pairs][:top_k]

    def count(self) -> int:
        """Count the vectors.

        Raises:
            VectorStoreBroken: Chroma refused.
        """
        with _broken_on_failure():
            return int(self._collection.count())

    def stored(self) -> Iterator[VectorBatch]:
        """Give all vectors as Chroma holds them, in batches, in no order.

        Raises:
            VectorStoreBroken: Chroma refused.
        """
        for first in range(0, self.count(), _ROWS_PER_CALL):
            with _broken_on_failure():
                found = self._collection.get(
                    limit=_ROWS_PER_CALL, offset=first, include=["embeddings"]
                )
            yield VectorBatch(
                numbers=np.array([int(item) for item in found["ids"]], dtype=np.int64),
                vectors=np.asarray(found["embeddings"], dtype=np.float32),
            )

    def close(self) -> None:
        """Let go of the files as soon as no query is under way."""
        with self._idle:
            if self._closed:
                return
            self._closed = True
            self._idle.wait_for(lambda: self._queries == 0, timeout=_CLOSE_SECONDS)
        with _broken_on_failure():
            self._client.close()

    @contextmanager
    def _kept_open(self) -> Iterator[None]:
        with self._idle:
            if self._closed:
                raise VectorStoreBroken("it was closed")
            self._queries += 1
        try:
            yield
        finally:
            with self._idle:
                self._queries -= 1
                self._idle.notify_all()


def digest_files(folder: Path) -> str:
    """Give a digest of the vector files; it changes only when vectors are added or removed.

    Chroma writes them before `add` and `remove` return, and neither a query nor opening touches
    them (measured). Its SQLite file is not among them. Until it has so many vectors that it writes
    its pickle, all of them are in that file, and the others are begun anew at every opening with
    whatever stood in memory (measured): then nothing is read from them, and none is among these.
    """
    digest = hashlib.sha256()
    for pickle in sorted(folder.glob("*/*.pickle")):
        for path in sorted([*pickle.parent.glob("*.bin"), pickle]):
            with path.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").hexdigest()
            digest.update(f"{path.relative_to(folder)} {content}\n".encode())
    return digest.hexdigest()


class _broken_on_failure:  # noqa: N801  reads as what it does
    """Translate whatever Chroma raises into `VectorStoreBroken`."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Translate errors; let interrupts and exits pass.

        Raises:
            VectorStoreBroken: Something went wrong.
        """
        if error is None or isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
            return
        # Chroma's Rust part panics with a BaseException, so no narrower class holds them all.
        raise VectorStoreBroken(f"{type(error).__name__}: {error}") from error


def _open(folder: Path, sync_threshold: int) -> "tuple[Client, Collection]":
    # Heavy, and it must not be told to phone home.
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    import chromadb
    from chromadb.config import Settings

    with _broken_on_failure():
        client = chromadb.PersistentClient(
            path=str(folder), settings=Settings(anonymized_telemetry=False)
        )
        # No embedding function, so that none is ever built from what the folder says.
        collection = client.get_or_create_collection(
            _COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "sync_threshold": sync_threshold}},
        )
    return cast("Client", client), collection
