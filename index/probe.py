"""Opens the vector index in a child process first: a broken one can crash, hang or lie.

`python -m index.probe DATA_FOLDER INDEX_FOLDER` exits 0 when the index agrees with the catalogue,
and else prints why in one line and exits 1. `probe` runs that with a time limit.
"""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np

from index.catalogue import Catalogue
from index.dense import ChromaIndex
from index.errors import SearchIndexError
from index.vector_log import VectorLog

# Opening takes a second or two, comparing about 2.5 s for 20,000 vectors; a hang takes for ever.
_BASE_SECONDS = 60.0
_SECONDS_PER_PASSAGE = 0.002

# float32 through normalisation and back.
_TOLERANCE = 1e-4

_SELF_QUERIES = 200

# The graph is searched approximately, and now and then a sound one misses; a broken one loses a
# third of its vectors and more (measured).
_LOST_SHARE = 0.02

_POLL_SECONDS = 0.05

# The child runs this very module, installed or not.
_ROOT = Path(__file__).resolve().parents[1]
_RUN = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from index.probe import main; sys.exit(main(sys.argv[2:]))"
)


def probe(
    data_folder: Path, index_folder: Path, passages: int, stopping: threading.Event
) -> str | None:
    """Give None when the index in `index_folder` is sound and agrees, else the reason it is not.

    Nobody else may have it open meanwhile. Ends early, with a reason, when `stopping` is set.
    """
    # -P: a module that happens to be called `index` in the working folder must not be run.
    command = [sys.executable, "-P", "-c", _RUN, str(_ROOT), str(data_folder), str(index_folder)]
    limit = _BASE_SECONDS + _SECONDS_PER_PASSAGE * passages
    end = time.monotonic() + limit
    with subprocess.Popen(  # noqa: S603  our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        while child.poll() is None:
            if stopping.wait(_POLL_SECONDS) or time.monotonic() > end:
                child.kill()
                return "the check was stopped" if stopping.is_set() else f"no answer in {limit} s"
        said = child.stdout.read().decode(errors="replace").split("\n") if child.stdout else []
    if child.returncode == 0:
        return None
    return said[0] or f"the check ended with status {child.returncode}"


def find_disagreement(log: VectorLog, index: ChromaIndex) -> str | None:
    """Compare an index with the catalogue: the same numbers, the same vectors, each finding itself.

    Changes that the index has not followed yet may be in it or not.

    Raises:
        VectorStoreBroken: The index does not answer.
    """
    pending = np.array([change.number for change in log.changes()], dtype=np.int64)
    held: set[int] = set()
    for batch in index.stored():
        held.update(batch.numbers.tolist())
        reason = _compare_vectors(log, batch.numbers.tolist(), batch.vectors)
        if reason:
            return reason
    wanted = set(log.numbers().tolist())
    loose = set(pending.tolist())
    if missing := wanted - held - loose:
        return f"{len(missing)} vectors are missing"
    if extra := held - wanted - loose:
        return f"{len(extra)} vectors are of passages that are gone"
    return _query_themselves(log, index, sorted(wanted & held))


def _compare_vectors(
    log: VectorLog, numbers: list[int], vectors: np.ndarray[tuple[int, int], np.dtype[np.float32]]
) -> str | None:
    place = {number: row for row, number in enumerate(numbers)}
    truth = log.vectors_of(numbers)
    if not len(truth.numbers):
        return None
    rows = [place[number] for number in truth.numbers.tolist()]
    if vectors.ndim != truth.vectors.ndim or vectors.shape[1] != truth.vectors.shape[1]:
        return "vectors have another length"
    wrong = np.abs(vectors[rows] - truth.vectors).max(axis=1) > _TOLERANCE
    return f"{int(wrong.sum())} vectors differ" if wrong.any() else None


def _query_themselves(log: VectorLog, index: ChromaIndex, numbers: list[int]) -> str | None:
    step = max(1, len(numbers) // _SELF_QUERIES)
    lost = 0
    for vector in log.vectors_of(numbers[::step]).vectors:
        found = index.query(vector, 1)
        lost += not found or found[0].score < 1.0 - _TOLERANCE
    if lost > _LOST_SHARE * len(numbers[::step]):
        return f"{lost} vectors do not find themselves"
    return None


def main(arguments: list[str]) -> int:
    """Check one index; the exit status."""
    data_folder, index_folder = map(Path, arguments)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        catalogue = Catalogue.open(data_folder)
        index = ChromaIndex(index_folder)
        reason = find_disagreement(catalogue.log, index)
    except SearchIndexError as error:
        reason = str(error)
    if reason:
        print(reason.replace("\n", " "))  # noqa: T201  read by `probe`
    return 1 if reason else 0


def _end_with_parent() -> None:
    """End this process when the parent does: nobody may hold the index open beside its owner."""
    # Not `sys.stdin`: its lock, held here, would abort the interpreter's own end.
    while os.read(0, 1):
        pass
    os._exit(2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
