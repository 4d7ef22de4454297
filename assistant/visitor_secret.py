"""The secret that signs visitors' cookies, kept in the data folder."""

import os
import secrets
from pathlib import Path

from assistant.errors import KnowledgeBaseUnavailable

SECRET_FILE = "visitor.secret"  # noqa: S105  the name of a file

_SECRET_BYTES = 32
_OWNER_ONLY = 0o600


def visitor_secret(folder: Path) -> bytes:
    """Give the folder's secret; it is made when missing. For the folder's owner alone to call.

    Raises:
        KnowledgeBaseUnavailable: It cannot be read or written, or was cut short.
    """
    path = folder / SECRET_FILE
    try:
        return _checked(path) if path.exists() else _made(path)
    except OSError as error:
        raise KnowledgeBaseUnavailable(
            f"The file {str(path)!r} cannot be used ({error.strerror}); make it readable and "
            "writable for the user that runs the server."
        ) from error


def random_secret() -> bytes:
    """Make a secret; whoever keeps it nowhere forgets all visitors when the process ends."""
    return secrets.token_bytes(_SECRET_BYTES)


def _checked(path: Path) -> bytes:
    secret = path.read_bytes()
    if len(secret) != _SECRET_BYTES:
        raise KnowledgeBaseUnavailable(
            f"The file {str(path)!r} is damaged; restore it, or delete it, and then no visitor "
            "will find their conversations again."
        )
    if path.stat().st_mode & 0o077:
        path.chmod(_OWNER_ONLY)
    return secret


def _made(path: Path) -> bytes:
    secret = random_secret()
    # Under its name only when it is whole, so that a crash leaves none or all of it.
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "wb") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return secret
