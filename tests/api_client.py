"""Calls an application over the fakes through the whole HTTP stack, without a socket."""

from httpx2 import Response
from starlette.testclient import TestClient

from assistant.api.app import create_app
from assistant.services import Services


def client_of(services: Services) -> TestClient:
    """Give a client that sees a failure as a response, as the world does."""
    app = create_app(services, with_pages=False)
    return TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)


def problem_of(response: Response) -> dict[str, object]:
    """Check that a response is a problem and give its members."""
    assert response.headers["content-type"] == "application/problem+json"
    members = response.json()
    assert {"type", "title", "status", "detail", "instance"} <= set(members)
    assert members["status"] == response.status_code
    assert isinstance(members, dict)
    return members
