"""Who a request comes from, as far as conversations go: a signed cookie, or a key.

A visitor is a random number in a cookie; nothing is known about them and nothing is stored.
Browsers give a host's cookies to all of its ports. So that several servers of one host do not take
their visitors from each other, the cookie holds a value of each, and each server knows its own.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass

from itsdangerous import BadSignature, Signer
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.keys import Keys, offered_keys

COOKIE = "assistant_visitor"

_YEAR_SECONDS = 365 * 24 * 3600

# As long as what is kept of a key: the store wants owners of one length.
_ID_BYTES = 16
_ID = re.compile(r"[0-9a-f]{32}")

# Between the values of several servers; stands in none of them.
_BETWEEN = "~"
_MOST_SERVERS = 5
_SIGNED = re.compile(r"[0-9a-f]{32}\.[\w-]{20,100}", re.ASCII)

# So that a value signed for something else is no visitor.
_SALT = "assistant.visitor"


@dataclass(slots=True, kw_only=True)
class Caller:
    """Who makes one request.

    `owner` is whose conversations they see, None for nobody's. `visitor` is who a browser comes
    back as that keeps `cookie`; the response sets it when `is_told` or when it is a page.
    """

    owner: str | None
    visitor: str
    cookie: str
    is_told: bool = False


class Visitors:
    """Tells visitors apart, and makes new ones. Safe to use from several threads."""

    def __init__(self, secret: bytes, keys: Keys) -> None:
        """Sign with `secret`; `keys` are all that let anybody in."""
        self._signer = Signer(
            secret, salt=_SALT, key_derivation="hmac", digest_method=hashlib.sha256
        )
        self._keys = keys

    def caller_of(self, headers: Headers) -> Caller:
        """Give who makes a request; whoever brings a false cookie is a new visitor at once.

        A browser with a key is known by its cookie, so that two people with one key have each their
        own conversations; a program with a key and no cookie is known by the key.
        """
        brought = _cookies(headers).get(COOKIE)
        values = (brought or "").split(_BETWEEN)[:_MOST_SERVERS]
        known = next((found for value in values if (found := self._verified(value))), None)
        number = known or secrets.token_hex(_ID_BYTES)
        visitor = f"v:{number}"
        mine = self._signer.sign(number).decode()
        others = [value for value in values if value != mine and _SIGNED.fullmatch(value)]
        is_false = known is None and brought is not None
        owner = visitor if known else self._owner_by_key(headers)
        return Caller(
            owner=visitor if owner is None and is_false else owner,
            visitor=visitor,
            cookie=_BETWEEN.join([mine, *others][:_MOST_SERVERS]),
            is_told=is_false,
        )

    def _owner_by_key(self, headers: Headers) -> str | None:
        offered = offered_keys(headers)
        if not self._keys.has_all(offered):
            return None
        return f"k:{hashlib.sha256(offered[0].encode()).hexdigest()[:32]}"

    def _verified(self, value: str) -> str | None:
        try:
            visitor = self._signer.unsign(value).decode()
        except (BadSignature, UnicodeError):
            return None
        return visitor if _ID.fullmatch(visitor) else None


class VisitorCookie:
    """Tells the application who calls (`request.state.caller`), and browsers who they are.

    A page sets the cookie anew each time, so that a year counts from the last visit.
    """

    def __init__(self, app: ASGIApp, visitors: Visitors) -> None:
        """Wrap `app`."""
        self._app = app
        self._visitors = visitors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and mend the start of the response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Headers(scope=scope)
        caller = self._visitors.caller_of(request)
        scope.setdefault("state", {})["caller"] = caller
        is_https = "https" in (scope.get("scheme"), request.get("x-forwarded-proto"))

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if caller.is_told or headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _set_cookie(caller.cookie, is_secure=is_https))
                    # Or a cache between could give one visitor's cookie to another.
                    headers.setdefault("cache-control", "no-cache")
                    headers["cache-control"] += ", private"
            await send(message)

        await self._app(scope, receive, send_with_cookie)


def _cookies(headers: Headers) -> dict[str, str]:
    return cookie_parser("; ".join(headers.getlist("cookie")))


def _set_cookie(value: str, *, is_secure: bool) -> str:
    parts = [f"{COOKIE}={value}", f"Max-Age={_YEAR_SECONDS}", "Path=/", "HttpOnly"]
    # Not Strict: a link on another site would then bring a visitor here without the cookie, and the
    # page would make a stranger of them. What writes comes from our own pages; see `guard`.
    parts.append("SameSite=Lax")
    # Over plain http a browser would not keep a secure cookie.
    return "; ".join([*parts, "Secure"] if is_secure else parts)
