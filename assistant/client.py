"""Where the command line gets answers: from a running server if there is one, else by itself."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from assistant.api.schemas import (
    AskResponse,
    DocumentsResponse,
    DocumentTextOut,
    SearchResponse,
    ask_response,
    document_text_out,
    documents_response,
    search_response,
)
from assistant.errors import ServerFailed, UnknownDocument
from assistant.model import Conversation
from assistant.settings import Settings

if TYPE_CHECKING:
    import httpx

    from assistant.services import Services

# The server answers in well under a second; the first question may wait for models to load.
_TIMEOUT_SECONDS = 120.0

_ID = re.compile(r"\w[\w.:-]*", re.ASCII)


class Backend(Protocol):
    """One conversation, and the documents; what it gives is what the HTTP interface gives."""

    def ask(self, question: str) -> AskResponse:
        """Answer, as the next turn of this backend's conversation."""
        ...

    def search(self, query: str, top_k: int) -> SearchResponse:
        """Find passages, best first."""
        ...

    def documents(self) -> DocumentsResponse:
        """List all documents, by title."""
        ...

    def document(self, document_id: str) -> DocumentTextOut:
        """Show one document."""
        ...


class LocalBackend:
    """Answers in this process; the conversation is kept in memory only."""

    def __init__(self, services: "Services", conversation_id: str) -> None:
        """Begin a conversation."""
        self._services = services
        self._conversation = Conversation(conversation_id=conversation_id)

    def ask(self, question: str) -> AskResponse:
        """Answer."""
        turn = self._services.assistant.ask(question, self._conversation)
        self._conversation = self._conversation.append(turn)
        return ask_response(self._conversation.conversation_id, turn)

    def search(self, query: str, top_k: int) -> SearchResponse:
        """Find passages."""
        return search_response(query, self._services.library.search(query, top_k))

    def documents(self) -> DocumentsResponse:
        """List."""
        return documents_response(self._services.library.documents())

    def document(self, document_id: str) -> DocumentTextOut:
        """Show."""
        return document_text_out(self._services.library.document(document_id))


class RemoteBackend:
    """Asks a running server; the conversation is kept there."""

    def __init__(self, client: "httpx.Client") -> None:
        """Begin a conversation with the first question."""
        self._client = client
        self._conversation_id: str | None = None

    def ask(self, question: str) -> AskResponse:
        """Answer."""
        body = {"question": question, "conversation_id": self._conversation_id}
        reply = AskResponse.model_validate_json(self._fetch("POST", "/api/v1/ask", json=body))
        self._conversation_id = reply.conversation_id
        return reply

    def search(self, query: str, top_k: int) -> SearchResponse:
        """Find passages."""
        found = self._fetch("GET", "/api/v1/search", params={"q": query, "top_k": top_k})
        return SearchResponse.model_validate_json(found)

    def documents(self) -> DocumentsResponse:
        """List."""
        return DocumentsResponse.model_validate_json(self._fetch("GET", "/api/v1/documents"))

    def document(self, document_id: str) -> DocumentTextOut:
        """Show."""
        # An id that would change the path cannot be one of ours.
        if not _ID.fullmatch(document_id):
            raise UnknownDocument(document_id)
        path = f"/api/v1/documents/{document_id}"
        return DocumentTextOut.model_validate_json(self._fetch("GET", path))

    def _fetch(
        self,
        method: str,
        path: str,
        *,
        json: dict[str, str | None] | None = None,
        params: dict[str, str | int] | None = None,
    ) -> bytes:
        import httpx

        try:
            response = self._client.request(method, path, json=json, params=params)
        except httpx.TransportError as error:
            raise ServerFailed(
                f"The server at {str(self._client.base_url)!r} does not answer "
                f"({type(error).__name__}); restart it, or stop it to work without it."
            ) from None
        if response.is_success:
            return response.content
        raise ServerFailed(_refusal(response))


def _refusal(response: "httpx.Response") -> str:
    if response.status_code == 401:
        return (
            "The running server wants another key; set ASSISTANT_API_KEYS to what the server has."
        )
    try:
        problem = response.json()
        error_id = f" (error id {problem['error_id']})" if "error_id" in problem else ""
        return f"{problem['detail']}{error_id}"
    except (ValueError, KeyError, TypeError):
        return f"The running server answered with status {response.status_code}; see its log."


@contextmanager
def open_backend(settings: Settings) -> Iterator[Backend]:
    """Give the running server of the data folder, or else services of our own that only read."""
    # Here, not above: `--help` must not wait for what these load.
    from assistant.bootstrap import running_server

    url = running_server(settings)
    if url is not None:
        import httpx

        headers = {}
        if settings.api_keys:
            headers["authorization"] = f"Bearer {settings.api_keys[0].get_secret_value()}"
        # trust_env off: a proxy of the environment could not reach this machine's loopback.
        with httpx.Client(
            base_url=url, headers=headers, timeout=_TIMEOUT_SECONDS, trust_env=False
        ) as client:
            yield RemoteBackend(client)
        return
    from assistant.bootstrap import open_services
    from assistant.conversations import new_conversation_id

    services = open_services(settings, role="reader")
    try:
        yield LocalBackend(services, new_conversation_id())
    finally:
        services.close()
