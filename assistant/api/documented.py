"""What OpenAPI says of errors and keys; the layers that refuse and check are elsewhere."""

from collections.abc import Mapping
from typing import Any

from fastapi import Security
from fastapi.security import APIKeyHeader, HTTPBearer

from assistant.api.problems import MEDIA_TYPE, TYPE_PREFIX

PROBLEM_SCHEMA: Mapping[str, object] = {
    "title": "Problem",
    "description": "Problem details after RFC 9457; further members carry the facts.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
    },
    "additionalProperties": True,
}

_DESCRIPTIONS = {
    400: "The request is malformed, or its host name is not known.",
    401: "A key is needed.",
    403: "The request comes from another site's page.",
    404: "There is nothing with this id.",
    408: "The body came too slowly.",
    409: "What is to be changed has changed in the meantime.",
    413: "The body is too large.",
    415: "The body is not JSON.",
    422: "The request is well formed, but what it asks cannot be done.",
    500: "Something went wrong here; the log has more under the same error id.",
    503: "Not now: there are no documents yet, or a part is not ready.",
}

# Documents the keys only: auto_error=False leaves the check to the guard, which covers all paths.
KEY_SCHEMES = [
    Security(HTTPBearer(auto_error=False, description="One of ASSISTANT_API_KEYS.")),
    Security(APIKeyHeader(name="X-API-Key", auto_error=False)),
]


# FastAPI's own type for this argument is a dict of Any.
def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe the problems that an operation may answer with."""
    return {status: _described(status) for status in statuses}


def _described(status: int) -> dict[str, Any]:
    example = {
        "type": f"{TYPE_PREFIX}example",
        "title": _DESCRIPTIONS[status],
        "status": status,
        "detail": "One sentence that says what to do next.",
        "instance": "/api/v1/...",
    }
    return {
        "description": _DESCRIPTIONS[status],
        "content": {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA, "example": example}},
    }
