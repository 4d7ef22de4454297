"""One owner per data folder: a lock that the kernel frees when its process dies."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import DataFolderBusy, DataFolderUnusable

_LOCK = "owner.lock"
_OWNER = "owner.json"

# Whoever asks for the owner may hold the lock for a moment.
_PATIENCE_SECONDS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who owns the folder: a process, what it does there, and where it serves, if it does."""

    pid: int
    purpose: str
    url: str | None = None


class Ownership:
    """A held lock; `release` gives the folder free. Safe to release twice."""

    def __init__(self, folder: Path, lock: FileLock, purpose: str) -> None:
        """Take over a lock that is already held."""
        self._folder = folder
        self._lock = lock
        self._purpose = purpose
        self.announce(None)

    def announce(self, url: str | None) -> None:
        """Say where this process serves; other processes read it through `current_owner`."""
        owner = {"pid": os.getpid(), "purpose": self._purpose, "url": url}
        path = self._folder / _OWNER
        draft = path.with_suffix(".draft")  # one owner, one draft: nothing piles up after kills
        draft.write_text(json.dumps(owner), encoding="utf-8")
        draft.replace(path)

    def release(self) -> None:
        """Give the folder free."""
        if self._lock.is_locked:
            (self._folder / _OWNER).unlink(missing_ok=True)
            self._lock.release()


def take_ownership(folder: Path, purpose: str) -> Ownership:
    """Become the folder's only owner; the folder is made when missing, for this user alone.

    Raises:
        DataFolderBusy: Another process owns it.
        DataFolderUnusable: It cannot be made, or not be written.
    """
    try:
        return _take(folder, purpose)
    except OSError as error:
        raise DataFolderUnusable(str(folder), error.strerror or str(error)) from error


def _take(folder: Path, purpose: str) -> Ownership:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FileLock(folder / _LOCK, timeout=_PATIENCE_SECONDS, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        owner = current_owner(folder)
        pid, doing = (owner.pid, owner.purpose) if owner else (None, None)
        raise DataFolderBusy(str(folder), pid, doing) from None
    return Ownership(folder, lock, purpose)


@contextmanager
def owning(folder: Path, purpose: str) -> Iterator[Ownership]:
    """Own the folder for a `with` block.

    Raises:
        DataFolderBusy: Another process owns it.
        DataFolderUnusable: It cannot be made, or not be written.
    """
    ownership = take_ownership(folder, purpose)
    try:
        yield ownership
    finally:
        ownership.release()


def current_owner(folder: Path) -> Owner | None:
    """Give the process that owns the folder, as it said; what a dead one left is ignored."""
    try:
        stored = json.loads((folder / _OWNER).read_text(encoding="utf-8"))
        owner = Owner(pid=int(stored["pid"]), purpose=str(stored["purpose"]), url=stored["url"])
        os.kill(owner.pid, 0)
    except PermissionError:  # alive, under another user
        pass
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return owner if _is_locked(folder) else None


def _is_locked(folder: Path) -> bool:
    """Say whether anybody holds the lock: a dead owner's number may be another process by now."""
    lock = FileLock(folder / _LOCK, timeout=0)
    try:
        lock.acquire()
    except (Timeout, OSError):  # held, or nothing that this user may open
        return True
    lock.release()
    return False
