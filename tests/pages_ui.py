"""The chat page on a small app of its own, served for tests that need it over HTTP."""

import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import create_engine

from assistant.api.app import create_app
from assistant.api.headers import SecurityHeaders
from assistant.bootstrap import open_builder, open_services
from assistant.conversations import ConversationStore
from assistant.explanation import Explanation
from assistant.services import Services
from assistant.settings import Settings
from tests.fakes import fake_services
from tests.fakes_explaining import EXPLANATION
from tests.fakes_ui import FakeServices
from ui.app import mount


def make_app(services: FakeServices) -> FastAPI:
    """Put the page on an app that has one route of its own and the API's security headers."""
    app = FastAPI()

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"status": "ok"}

    mount(app, services)
    app.add_middleware(SecurityHeaders)
    return app


def make_whole_app(
    services: FakeServices,
    folder: Path,
    explanation: Explanation = EXPLANATION,
    settings: Settings | None = None,
) -> FastAPI:
    """Put the page on the API, both over the fakes and a real store of conversations."""
    engine = create_engine(f"sqlite:///{folder / 'conversations.sqlite3'}")
    whole = replace(
        fake_services(conversations=ConversationStore(engine), settings=settings),
        assistant=services.assistant,
        explain=lambda _turn: explanation,
        library=services.library,
        insights=services.insights,
        approved=services.approved,
        uploads=services.uploads,
        ecosystem=services.ecosystem,
        # The same each time, so that a visitor is known again after the server was away.
        visitor_secret=b"secret" * 6,
    )
    return create_app(whole)


class _Server(uvicorn.Server):
    """Ends at once, with answers still on their way, and lets the application end as well."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.has_ended = threading.Event()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.force_exit = True
        await super().shutdown(sockets)
        # uvicorn leaves this out then, and the application that is cut off logs a traceback.
        await self.lifespan.shutdown()
        self.has_ended.set()


@contextmanager
def services_over(folder: Path, files: Mapping[str, bytes | str]) -> Iterator[Services]:
    """Ingest files by name with the real models, and open what a server opens on them."""
    (sources := folder / "files").mkdir()
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (sources / name).write_bytes(data)
    settings = Settings(data_dir=folder / "var")
    with open_builder(settings) as builder:
        builder.ingest([str(sources)], prune=False, on_event=lambda _event: None)
    with closing(open_services(settings, role="server")) as opened:
        opened.warm()
        yield opened


@contextmanager
def serve(app: FastAPI, *, port: int = 0) -> Iterator[str]:
    """Serve an app on a loopback port, by default a free one, and give its address."""
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", ws="none")
    server = _Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive(), "The server stopped while starting."
        assert time.monotonic() < deadline, "The server did not start in 30 seconds."
        time.sleep(0.02)
    taken = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{taken}"
    finally:
        server.should_exit = True
        server.has_ended.wait(timeout=10)
        # An answer that waits to be let on keeps the thread, with nobody left to hear it.
        thread.join(timeout=0.5)


def find_event(client: TestClient, target: str, at: int = 0) -> int:
    """Give the number of the `at`-th event that a component's `target` sets off."""
    found = [
        dependency["id"]
        for dependency in client.get("/config").json()["dependencies"]
        if target in [name for _, name in dependency["targets"]] and dependency["outputs"]
    ]
    return int(found[at])


def run(client: TestClient, event: int, inputs: list[object], *, session: str) -> str:
    """Set off an event in a session and give everything that the page is told."""
    request = {"data": inputs, "fn_index": event, "session_hash": session, "event_data": None}
    client.post("/gradio_api/queue/join", json=request).raise_for_status()
    return client.get("/gradio_api/queue/data", params={"session_hash": session}).text
