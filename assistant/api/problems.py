"""Errors as HTTP problem details (RFC 9457), and the one table from our errors to status codes.

What the caller can mend is shown word for word. What only the operator or we can mend is shown in
words that give nothing internal away, with an id that the log line has too.
"""

import json
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from assistant.api.problem_page import render_problem_page, wants_page
from assistant.defects import told, told_step_by_step
from assistant.errors import (
    AddressUnavailable,
    ApprovedTwice,
    AssistantError,
    CitationMismatch,
    DataFolderInUse,
    EmptyKnowledgeBase,
    InvalidApprovedAnswer,
    InvalidDocument,
    InvalidFeedback,
    InvalidQuestion,
    InvalidTitle,
    KnowledgeBaseUnavailable,
    ModelUnavailable,
    ServerFailed,
    SettingsError,
    TurnNotLast,
    UnknownApprovedAnswer,
    UnknownConversation,
    UnknownDocument,
    UnknownNode,
    UnknownTimezone,
    UnknownTurn,
)
from assistant.languages.errors import retold_error
from assistant.languages.language import Language, wished_language

MEDIA_TYPE = "application/problem+json"

_LOG = logging.getLogger(__name__)

TYPE_PREFIX = "urn:ecosystem-assistant:problem:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem; `name` becomes the end of its type URI, `facts` become further members."""

    status: int
    name: str
    title: str
    detail: str
    facts: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def body(self, instance: str) -> bytes:
        """Write it as JSON in ASCII, so that any text in it can be encoded."""
        members = {
            "type": TYPE_PREFIX + self.name,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
        }
        return json.dumps({**self.facts, **members}, default=str).encode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How one of our errors is shown; without `detail`, by its own message and attributes."""

    status: int
    name: str
    title: str
    detail: str = ""


_TRY_LATER = "Try again later, or tell whoever runs this server the error id."

_DEFECT = Kind(
    status=500, name="internal-error", title="Something went wrong here", detail=_TRY_LATER
)

KINDS: Mapping[type[AssistantError], Kind] = {
    InvalidQuestion: Kind(
        status=422, name="invalid-question", title="The question cannot be asked"
    ),
    UnknownConversation: Kind(
        status=404, name="unknown-conversation", title="There is no such conversation"
    ),
    UnknownTurn: Kind(status=404, name="unknown-turn", title="There is no such turn"),
    TurnNotLast: Kind(status=409, name="turn-not-last", title="The turn is not the last one"),
    InvalidTitle: Kind(status=422, name="invalid-title", title="The title cannot be given"),
    InvalidFeedback: Kind(status=422, name="invalid-feedback", title="The feedback cannot be kept"),
    UnknownDocument: Kind(status=404, name="unknown-document", title="There is no such document"),
    UnknownNode: Kind(status=404, name="unknown-node", title="There is no such node"),
    UnknownTimezone: Kind(status=422, name="unknown-timezone", title="There is no such time zone"),
    InvalidDocument: Kind(
        status=422, name="invalid-document", title="The document cannot be taken in"
    ),
    InvalidApprovedAnswer: Kind(
        status=422, name="invalid-approved-answer", title="The answer cannot be approved"
    ),
    ApprovedTwice: Kind(
        status=409, name="approved-twice", title="The question has an approved answer"
    ),
    UnknownApprovedAnswer: Kind(
        status=404, name="unknown-approved-answer", title="There is no such approved answer"
    ),
    EmptyKnowledgeBase: Kind(status=503, name="no-documents", title="There are no documents yet"),
    SettingsError: Kind(
        status=500, name="settings", title="The server is set up wrongly", detail=_TRY_LATER
    ),
    DataFolderInUse: Kind(
        status=503, name="data-in-use", title="The data is in use", detail=_TRY_LATER
    ),
    KnowledgeBaseUnavailable: Kind(
        status=503,
        name="knowledge-base-unavailable",
        title="The documents cannot be read now",
        detail=_TRY_LATER,
    ),
    ModelUnavailable: Kind(
        status=503, name="model-unavailable", title="A model is missing", detail=_TRY_LATER
    ),
    AddressUnavailable: Kind(
        status=500, name="address-unavailable", title="The address is taken", detail=_TRY_LATER
    ),
    ServerFailed: Kind(
        status=502, name="server-failed", title="Another server failed", detail=_TRY_LATER
    ),
    CitationMismatch: _DEFECT,
}


def problem_from_error(error: AssistantError) -> Problem:
    """Give the problem for one of our errors; those that hide their cause are logged."""
    kind = next((KINDS[parent] for parent in type(error).__mro__ if parent in KINDS), _DEFECT)
    if kind.detail:
        return _with_error_id(kind, error)
    facts = {name: value for name, value in vars(error).items() if not name.startswith("_")}
    return Problem(
        status=kind.status,
        name=kind.name,
        title=kind.title,
        detail=str(error),
        facts=facts,
    )


def problem_from_defect(error: Exception) -> Problem:
    """Give the problem for a failure that nobody foresaw, and log it under the id it shows."""
    return _with_error_id(_DEFECT, error)


def problem_from_status(
    status: int, detail: str = "", headers: Mapping[str, str] | None = None
) -> Problem:
    """Give the problem for a plain HTTP status, such as 404 for a path that leads nowhere."""
    phrase = HTTPStatus(status).phrase
    return Problem(
        status=status,
        name=phrase.lower().replace(" ", "-"),
        title=phrase,
        detail=detail or HTTPStatus(status).description or phrase,
        headers=headers or {},
    )


def problem_response(problem: Problem, scope: Scope) -> Response:
    """Give the response for a problem met with a request; any ASGI layer may send it.

    Its detail is in the language that the request wishes for, where it is known there (RFC 9457,
    3.1.4 and RFC 9110, 12.5.4); without `Accept-Language`, in English. A browser that goes to an
    address of a page gets a page.
    """
    language = wished_language(Headers(scope=scope).get("accept-language"))
    told = replace(problem, detail=retold_error(problem.detail, language))
    spoken = language if told.detail != problem.detail else "en"
    content: str | bytes = told.body(quote(scope["path"], errors="replace"))
    media_type = MEDIA_TYPE
    if wants_page(scope):
        content, media_type = _page(problem, scope["path"], language), "text/html"
        spoken = language
    return Response(
        content=content,
        status_code=problem.status,
        headers={
            "cache-control": "no-store",
            "content-language": spoken,
            "vary": "Accept, Accept-Language",
            **problem.headers,
        },
        media_type=media_type,
    )


def _page(problem: Problem, path: str, language: Language) -> str:
    error_id = str(problem.facts.get("error_id", ""))
    return render_problem_page(
        problem.title, problem.detail, error_id=error_id, path=path, language=language
    )


def _with_error_id(kind: Kind, error: Exception) -> Problem:
    error_id = secrets.token_hex(6)
    # An unforeseen error's message may quote a question, so only one of ours is logged.
    message = f": {error}" if isinstance(error, AssistantError) else ""
    _LOG.error("error_id=%s %s%s", error_id, told(error), message)
    _LOG.debug("error_id=%s %s", error_id, told_step_by_step(error))
    return Problem(
        status=kind.status,
        name=kind.name,
        title=kind.title,
        detail=kind.detail,
        facts={"error_id": error_id},
    )
