"""Time to answer and to mend after the vector index was lost: `python -m tests.benchmarks.rebuild`.

A catalogue of random vectors; the index is removed or damaged, then a fresh process opens it. Exit
code 1 when a rebuild takes longer than 60 seconds.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.manifest import Manifest
from index.passage import Passage
from index.passage_vectors import PassageVectors
from index.vectors import VectorSearch
from tests.fakes_index import document_of

_LIMIT_SECONDS = 60.0
_DIMENSION = 384
_PER_DOCUMENT = 100
_WORDS = [
    "incubator",
    "equity",
    "fund",
    "laboratory",
    "mentor",
    "cluster",
    "park",
    "member",
    "region",
    "health",
]

_HARMS = ("nothing", "folder removed", "index_metadata.pickle", "data_level0.bin", "header.bin")


def main(arguments: Sequence[str]) -> int:
    """Harm the index in each way; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--open", type=Path, help="internal: open this data folder and tell times")
    options = parser.parse_args(arguments)
    if options.open:
        say(json.dumps(_open(options.open)))
        return 0
    slowest = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder, options.passages)
        _reopen(folder)
        for harm in _HARMS:
            _harm(folder, harm)
            times = _reopen(folder)
            slowest = max(slowest, times["in use"])
            how = "rebuilt" if times["rebuilt"] else "used as it was"
            say(
                f"{harm} ({how}): first answer {times['first answer']:.2f} s after opening began, "
                f"Chroma in use after {times['in use']:.1f} s, meanwhile {times['queries']:.0f} "
                f"queries, {times['query ms']:.1f} ms each at the median"
            )
    say(f"slowest: {slowest:.1f} s; at most {_LIMIT_SECONDS:.0f} s")
    return 1 if slowest > _LIMIT_SECONDS else 0


def _open(folder: Path) -> dict[str, float]:
    """Do what a start does, with a query at a time meanwhile."""
    before = set(folder.glob("chroma-*"))
    started = time.monotonic()
    vector = _vectors(np.random.default_rng(0), 1)[0]
    vectors = VectorSearch(Catalogue.open(folder), folder)
    opening = threading.Thread(target=vectors.open_index)
    opening.start()
    vectors.query(vector, 30)
    times = {"first answer": time.monotonic() - started}
    taken: list[float] = []
    while opening.is_alive():
        begun = time.monotonic()
        vectors.query(vector, 30)
        taken.append(time.monotonic() - begun)
        time.sleep(0.05)
    times["in use"] = time.monotonic() - started
    if vectors.state != "chroma":
        raise RuntimeError("the index was not rebuilt")
    times["rebuilt"] = before != set(folder.glob("chroma-*"))
    times["queries"] = len(taken)
    times["query ms"] = float(np.median(taken)) * 1000 if taken else 0.0
    vectors.close()
    return times


def _fill(folder: Path, passages: int) -> None:
    chance = np.random.default_rng(1)
    catalogue = Catalogue.open(folder)
    manifest = Manifest(format=1, splitter="none", encoder="random", dimension=_DIMENSION)
    for number in range(passages // _PER_DOCUMENT):
        texts = [" ".join(chance.choice(_WORDS, 60)) for _ in range(_PER_DOCUMENT)]
        document = document_of(f"document-{number}", *texts)
        made = [
            Passage(
                passage_id=f"{document.document_id}-{ordinal}",
                document_id=document.document_id,
                title=document.title,
                ordinal=ordinal,
                start=block.start,
                end=block.end,
                text=text,
            )
            for ordinal, (block, text) in enumerate(zip(document.blocks, texts, strict=True))
        ]
        vectors = PassageVectors(whole=_vectors(chance, _PER_DOCUMENT))
        catalogue.put_document(document, "/nowhere", made, vectors, manifest)
    catalogue.close()


def _vectors(chance: np.random.Generator, count: int) -> NDArray[np.float32]:
    rows = chance.standard_normal((count, _DIMENSION)).astype(np.float32)
    lengths: NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / lengths).astype(np.float32)


def _harm(folder: Path, harm: str) -> None:
    for index in folder.glob("chroma-*"):
        if harm == "folder removed":
            shutil.rmtree(index)
            continue
        for path in index.glob(f"*/{harm}"):
            content = path.read_bytes()
            path.write_bytes(content[: len(content) // 2])


def _reopen(folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.rebuild", "--open", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    times: dict[str, float] = json.loads(done.stdout)
    return times


def say(line: str) -> None:
    """Print at once."""
    print(line, flush=True)  # noqa: T201  the result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
