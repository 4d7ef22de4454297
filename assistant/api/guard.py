"""Who may come in: the host asked for, the page a request comes from, and the key it brings."""

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.api.keys import Keys, offered_keys
from assistant.api.problems import Problem, problem_response

# Probes ask these without a key; they say nothing about the documents.
OPEN_PATHS = frozenset({"/healthz", "/readyz"})

_ASK_BROWSER = 'Basic realm="The password is the key", charset="UTF-8"'

_IN_HEADERS = "'Authorization: Bearer KEY' or 'X-API-Key: KEY'"
_IN_BROWSER = "the password that the browser asks for, with any name"

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def is_loopback(host: str) -> bool:
    """Say whether a host name or address can only be reached from this machine.

    >>> is_loopback("localhost"), is_loopback("127.0.0.2"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def host_name(netloc: str) -> str:
    """Cut the port off a `Host` header; "" when it is malformed.

    >>> host_name("Example.org:80"), host_name("[::1]:8000"), host_name("user@host")
    ('example.org', '[::1]', '')
    """
    name, colon, port = netloc.rpartition(":")
    if not colon or netloc.endswith("]"):
        name, port = netloc, "0"
    if not port.isascii() or not port.isdigit() or set(name) & set("@/\\ ,?#"):
        return ""
    return name.lower()


class HostGuard:
    """Refuses a foreign `Host` (DNS rebinding) and writes that come from a foreign page (CSRF)."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        """Wrap `app`; `hosts` are allowed beside the loopback names."""
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or answer 400 or 403."""
        problem = self._problem(scope) if scope["type"] == "http" else None
        if problem is None:
            await self._app(scope, receive, send)
        else:
            await problem_response(problem, scope)(scope, receive, send)

    def _problem(self, scope: Scope) -> Problem | None:
        headers = Headers(scope=scope)
        named = headers.getlist("host")
        netloc = named[0] if len(named) == 1 else ""
        if not self._is_ours(host_name(netloc)):
            return Problem(
                status=400,
                name="unknown-host",
                title="The host name is not known",
                detail="This server does not answer under that host name; whoever runs it can "
                "allow the name in ASSISTANT_ALLOWED_HOSTS.",
            )
        origin = headers.get("origin")
        if scope["method"] in _SAFE_METHODS or origin is None or self._is_own(origin, netloc):
            return None
        return Problem(
            status=403,
            name="foreign-origin",
            title="The request comes from another site's page",
            detail="Pages of other sites may not write here; call from a program, or from the "
            "site's own server.",
        )

    def _is_ours(self, host: str) -> bool:
        return bool(host) and (is_loopback(host) or host in self._hosts)

    def _is_own(self, origin: str, netloc: str) -> bool:
        scheme, _, place = origin.partition("://")
        if scheme not in {"http", "https"}:
            return False
        # A proxy may rewrite `Host`, so a page under a configured name is ours as well.
        return place.lower() == netloc.lower() or host_name(place) in self._hosts


class KeyGuard:
    """Asks for one of the keys; with no keys set, everyone is let in.

    A program sends `Authorization: Bearer KEY` or `X-API-Key: KEY`. A browser, which knows neither,
    is asked for a password (HTTP Basic) and sends the key as that.
    """

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        """Wrap `app`."""
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or answer 401."""
        if scope["type"] != "http" or not self._keys or scope["path"] in OPEN_PATHS:
            await self._app(scope, receive, send)
            return
        if self._keys.has_all(offered_keys(Headers(scope=scope))):
            await self._app(scope, receive, send)
            return
        problem = key_needed(scope["path"], "Send a valid key")
        await problem_response(problem, scope)(scope, receive, send)


def key_needed(path: str, what_to_do: str) -> Problem:
    """Give the 401 for a path, which asks a browser for the key as a password."""
    is_for_programs = path.startswith("/api/")
    way = _IN_HEADERS if is_for_programs else _IN_BROWSER
    return Problem(
        status=401,
        name="key-needed",
        title="A key is needed",
        detail=f"{what_to_do} as {way}.",
        headers={"www-authenticate": "Bearer" if is_for_programs else _ASK_BROWSER},
    )
