"""Vector search that is always right: Chroma when it is sound, exact search until then.

The catalogue is the truth. Chroma follows its log of changes, is probed in a child process before
this process opens it, and is rebuilt in a new folder from the catalogue's vectors, without the
encoder, whenever it is missing, broken or disagrees.
"""

import logging
import secrets
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.dense import SYNC_THRESHOLD, ChromaIndex, digest_files
from index.errors import VectorStoreBroken
from index.exact import ExactIndex, Neighbour
from index.probe import probe
from index.vector_log import ERASE_NOTE, Change

_logger = logging.getLogger(__name__)

# The note in the catalogue that names the folder in use.
_FOLDER_NOTE = "chroma_folder"
_PREFIX = "chroma-"
# Exactly what `rebuild` makes: what else a person keeps in the folder is not ours to remove.
_FOLDER_PATTERN = _PREFIX + "[0-9a-f]" * 12

# Deleted vectors keep their place in Chroma's files; past this ratio to the live ones it is
# rebuilt, because queries slow down (measured: tenfold at 95% deleted).
_DEAD_TO_LIVE = 1.0
_DEAD_NOTE = "chroma_dead"

# Stands while Chroma writes. A kill then can leave files that read well and crash the process at
# the next write (measured), so an index that was cut off is rebuilt without being opened.
_WRITING_NOTE = "chroma_writing"

# The digest of its files as Chroma left them. Some damage reads well too, and at the next write
# crashes the process or fills the disk (measured), so nothing that differs is opened.
_FILES_NOTE = "chroma_files"

Progress = Callable[[int, int], None]


def _silent(_done: int, _total: int) -> None:
    """Say nothing."""


class VectorSearch:
    """Nearest passages by vector.

    Queries are safe across threads; `open_index` and the rest of what writes needs ownership of the
    data folder and runs one at a time.
    """

    def __init__(
        self, catalogue: Catalogue, folder: Path, *, sync_threshold: int = SYNC_THRESHOLD
    ) -> None:
        """Begin with exact search; nothing is opened.

        Args:
            catalogue: The truth.
            folder: The data folder, under which index folders are made.
            sync_threshold: After how many records Chroma rewrites its files.
        """
        self._catalogue = catalogue
        self._log = catalogue.log
        self._folder = folder
        self._sync_threshold = sync_threshold
        self._exact = ExactIndex(catalogue)
        self._chroma: ChromaIndex | None = None
        self._writing = threading.RLock()
        self._swapping = threading.Lock()
        self._stopping = threading.Event()

    @property
    def state(self) -> str:
        """Say what answers queries now: "chroma" or "exact"."""
        return "chroma" if self._chroma else "exact"

    def query(self, vector: NDArray[np.float32], top_k: int) -> list[Neighbour]:
        """Give the `top_k` nearest passages, best first, by cosine similarity.

        Args:
            vector: L2-normalised, shape (dimension,).
            top_k: How many.
        """
        chroma = self._chroma
        if chroma is not None:
            try:
                return chroma.query(vector, top_k)
            except VectorStoreBroken as error:
                self._give_up(chroma, error)
        return self._exact.query(vector, top_k)

    def open_index(self, on_progress: Progress = _silent) -> None:
        """Bring Chroma into use: probe it, let it follow, or rebuild it. Blocks; queries go on.

        Args:
            on_progress: Called as (vectors done, vectors in all) while rebuilding.
        """
        with self._writing:
            erase = bool(self._log.notes([ERASE_NOTE]))
            reason = self.find_fault() or self._use_current()
            if erase:
                # Whoever removed a document was killed before its traces were gone.
                self._catalogue.compact()
                reason = reason or "a removal was cut off"
            if self._stopping.is_set():
                return
            if reason is not None:
                _logger.info("The vector index is built anew: %s.", reason)
                # Without room for it, say, queries go on with exact search.
                try:
                    self.rebuild(on_progress)
                except VectorStoreBroken as error:
                    _logger.warning("%s", error)
            self._remove_others()

    def _use_current(self) -> str | None:
        """Let the present index follow and use it; why not, if it refuses."""
        try:
            chroma = ChromaIndex(self._current(), sync_threshold=self._sync_threshold)
        except VectorStoreBroken as error:
            return error.reason
        try:
            self._follow(chroma)
        except VectorStoreBroken as error:
            _close(chroma)
            return error.reason
        self._use(chroma)
        return None

    def follow(self) -> None:
        """Let Chroma follow what changed in the catalogue; without Chroma, do nothing.

        A Chroma that refuses is given up; queries go on with exact search.
        """
        with self._writing:
            chroma = self._chroma
            if chroma is None:
                return
            try:
                self._follow(chroma)
            except VectorStoreBroken as error:
                self._give_up(chroma, error)

    def rebuild(self, on_progress: Progress = _silent) -> None:
        """Build Chroma anew in a new folder from the catalogue and remove the old folder.

        Nothing of a removed passage is left in the vector index's files after it.

        Raises:
            VectorStoreBroken: Chroma refused; what was in use before still is.
        """
        with self._writing:
            name = _PREFIX + secrets.token_hex(6)
            sequence = self._log.last_sequence()
            chroma = ChromaIndex(self._folder / name, sync_threshold=self._sync_threshold)
            try:
                self._fill(chroma, on_progress)
            except VectorStoreBroken:
                _close(chroma)
                raise
            if self._stopping.is_set():
                # The next start finds a folder that nothing names, and removes it.
                _close(chroma)
                return
            self._log.write_note(_FOLDER_NOTE, name)
            self._log.write_note(_FILES_NOTE, digest_files(self._folder / name))
            self._log.drop_note(_WRITING_NOTE)
            self._log.write_note(_DEAD_NOTE, "0")
            self._log.forget_changes(sequence)
            self._use(chroma)
            self._remove_others()
            self._log.drop_note(ERASE_NOTE)

    def _fill(self, chroma: ChromaIndex, on_progress: Progress) -> None:
        total, done = self._catalogue.count_passages(), 0
        for batch in self._log.vectors():
            if self._stopping.is_set():
                return
            chroma.add(batch)
            done += len(batch.numbers)
            on_progress(done, total)

    def is_worn(self) -> bool:
        """Say whether a rebuild pays: much was deleted, or a removed document left its traces."""
        if self._log.notes([ERASE_NOTE]):
            return True
        dead = int(self._log.notes([_DEAD_NOTE]).get(_DEAD_NOTE, "0"))
        return dead > _DEAD_TO_LIVE * self._catalogue.count_passages()

    def stop(self) -> None:
        """Cut a rebuild short; `close` is to follow."""
        self._stopping.set()

    def close(self) -> None:
        """Cut a rebuild short and let go of Chroma's files; queries go on with exact search."""
        self.stop()
        with self._writing:
            self._use(None)

    def _use(self, chroma: ChromaIndex | None) -> None:
        with self._swapping:
            old, self._chroma = self._chroma, chroma
        if chroma is not None:
            self._exact.forget()
        if old is not None:
            _close(old)

    def _give_up(self, chroma: ChromaIndex, error: VectorStoreBroken) -> None:
        """Go on without a Chroma that failed; one that was swapped meanwhile is another matter."""
        with self._swapping:
            if self._chroma is not chroma:
                return
            self._chroma = None
        _logger.warning("%s", error)
        _close(chroma)

    def _current(self) -> Path:
        name = self._log.notes([_FOLDER_NOTE]).get(_FOLDER_NOTE, "")
        return self._folder / name if name.startswith(_PREFIX) else self._folder / _PREFIX

    def find_fault(self) -> str | None:
        """Give why Chroma's folder cannot be used; None when it is sound and agrees.

        Chroma is let go of first, since nobody else may have it open during the check; queries go
        on with exact search.
        """
        self._use(None)
        folder = self._current()
        if not folder.is_dir():
            return "there is none yet"
        if self._log.notes([_WRITING_NOTE]):
            return "writing it was cut off"
        if digest_files(folder) != self._log.notes([_FILES_NOTE]).get(_FILES_NOTE):
            return "its files are not as they were written"
        return probe(self._folder, folder, self._catalogue.count_passages(), self._stopping)

    def _follow(self, chroma: ChromaIndex) -> None:
        changes = self._log.changes()
        if not changes:
            return
        removed = [change.number for change in changes if change.removed]
        self._log.write_note(_WRITING_NOTE, "1")
        chroma.add(self._log.vectors_of(_added(changes, set(removed))))
        chroma.remove(removed)
        if removed:
            dead = int(self._log.notes([_DEAD_NOTE]).get(_DEAD_NOTE, "0"))
            self._log.write_note(_DEAD_NOTE, str(dead + len(removed)))
        self._log.write_note(_FILES_NOTE, digest_files(self._current()))
        self._log.forget_changes(changes[-1].sequence)
        self._log.drop_note(_WRITING_NOTE)

    def _remove_others(self) -> None:
        """Remove index folders that are not in use: old ones, and half-built ones of a crash."""
        current = self._current()
        for folder in self._folder.glob(_FOLDER_PATTERN):
            if folder != current:
                shutil.rmtree(folder, ignore_errors=True)


def _close(chroma: ChromaIndex) -> None:
    # One that cannot even be closed is broken, and nothing more is asked of it.
    with suppress(VectorStoreBroken):
        chroma.close()


def _added(changes: list[Change], removed: set[int]) -> list[int]:
    return [c.number for c in changes if not c.removed and c.number not in removed]
