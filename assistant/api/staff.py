"""What only the staff may do when staff keys are set; where it is done is elsewhere."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.api.guard import key_needed
from assistant.api.keys import Keys, offered_keys
from assistant.api.problems import problem_response

# What visitors ask, and what the staff answer: theirs to read and to write.
_STAFF_PATHS = ("/insights", "/api/v1/insights", "/api/v1/approved")

# Everybody may read the documents; the staff choose them, and see what the files hold besides text.
_STAFF_WRITES = ("/api/v1/documents",)
_ORIGINAL = "/original"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def is_for_staff(method: str, path: str) -> bool:
    """Say whether a request is the staff's; whatever begins like such a path counts as one.

    >>> is_for_staff("GET", "/api/v1/documents"), is_for_staff("DELETE", "/api/v1/documents/a")
    (False, True)
    >>> is_for_staff("GET", "/api/v1/documents/a/original")
    True
    """
    if path.startswith(_STAFF_PATHS):
        return True
    is_write = method not in _READING
    return path.startswith(_STAFF_WRITES) and (is_write or path.endswith(_ORIGINAL))


class StaffGuard:
    """Asks for a staff key where one is needed; with no staff keys set, everyone is let in."""

    def __init__(self, app: ASGIApp, keys: Keys, staff_keys: Keys) -> None:
        """Wrap `app`; `keys` may stand beside a staff key in a request."""
        self._app = app
        self._keys = keys
        self._staff_keys = staff_keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or answer 401."""
        if scope["type"] == "http" and not self._may_pass(scope):
            problem = key_needed(scope["path"], "This is for the staff: send a valid staff key")
            await problem_response(problem, scope)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _may_pass(self, scope: Scope) -> bool:
        if not self._staff_keys or not is_for_staff(scope["method"], scope["path"]):
            return True
        offered = offered_keys(Headers(scope=scope))
        is_staff = [self._staff_keys.has(key) for key in offered]
        is_known = [self._keys.has(key) for key in offered]
        known = [staff or other for staff, other in zip(is_staff, is_known, strict=True)]
        return True in is_staff and False not in known
