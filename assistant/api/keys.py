"""Keys: which ones a request offers, and whether they are ours."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable, Sequence

from starlette.datastructures import Headers


class Keys:
    """Some keys, of which only the SHA-256 digests are kept."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Remember the digests."""
        self._digests = tuple(hashlib.sha256(key.encode()).digest() for key in keys)

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return bool(self._digests)

    def has_all(self, offered: Sequence[str]) -> bool:
        """Say whether keys are offered and each of them is one of these.

        A second, wrong key beside a right one is refused, and each is compared with all of ours, so
        that neither a second header nor the time taken tells anything.
        """
        results = [self.has(key) for key in offered]
        return bool(results) and all(results)

    def has(self, key: str) -> bool:
        """Say whether a key is one of these."""
        digest = hashlib.sha256(key.encode("utf-8", "replace")).digest()
        return True in [hmac.compare_digest(digest, known) for known in self._digests]


def offered_keys(headers: Headers) -> list[str]:
    """Give every key in the headers; an unreadable `Authorization` counts as a wrong one."""
    return [
        *headers.getlist("x-api-key"),
        *(_key_of(value) for value in headers.getlist("authorization")),
    ]


def _key_of(authorization: str) -> str:
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        pair = base64.b64decode(value, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return pair.partition(":")[2]
