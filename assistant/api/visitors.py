"""Who a request comes from, as far as conversations go: a signed cookie, or a key.

A visitor is a random number in a cookie; nothing is known about them and nothing is stored.
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
        self._signer = Signer(secret, salt=_SALT, digest_method=hashlib.sha256)
        self._keys = keys

    def owner_of(self, headers: Headers) -> str | None:
        """Give whose conversations a request may see, beside those of nobody; None for nobody's.

        A cookie that does not verify counts as none. A browser with a key is known by its cookie,
        so that two people with one key have each their own conversations.
        """
        visitor = self._visitor_in(headers)
        if visitor is not None:
            return f"v:{visitor}"
        offered = offered_keys(headers)
        if self._keys.has_all(offered):
            return f"k:{hashlib.sha256(offered[0].encode()).hexdigest()[:32]}"
        return None

    def caller_of(self, headers: Headers) -> Caller:
        """Give who makes a request; whoever brings a false cookie is a new visitor at once."""
        owner = self.owner_of(headers)
        known = self._visitor_in(headers)
        number = known or secrets.token_hex(_ID_BYTES)
        visitor = f"v:{number}"
        is_false = known is None and COOKIE in _cookies(headers)
        return Caller(
            owner=visitor if owner is None and is_false else owner,
            visitor=visitor,
            cookie=self._signer.sign(number).decode(),
            is_told=is_false,
        )

    def _visitor_in(self, headers: Headers) -> str | None:
        try:
            visitor = self._signer.unsign(_cookies(headers).get(COOKIE, "")).decode()
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
    parts.append("SameSite=Strict")
    # Over plain http a browser would not keep a secure cookie.
    return "; ".join([*parts, "Secure"] if is_secure else parts)
