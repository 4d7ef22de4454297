"""The server as a process of its own, spoken to through sockets: slow, huge, broken and normal."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from assistant.api.server import _Server, bind_socket, url_of
from assistant.client import RemoteBackend
from assistant.errors import AddressUnavailable, ServerFailed, UnknownDocument
from tests.fakes import NOME

ROOT = Path(__file__).parents[2]
RECEIVE_SECONDS = 1.0


class Server:
    """A running server."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdout is not None
        self.url = process.stdout.readline().strip()
        place = urlsplit(self.url)
        assert place.hostname is not None
        assert place.port is not None
        self.address = (place.hostname, place.port)

    def memory(self, name: str) -> int:
        """Give VmRSS (now) or VmHWM (the most ever) in bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith(f"{name}:"))
        return int(line.split()[1]) * 1024

    def connect(self) -> socket.socket:
        return socket.create_connection(self.address, timeout=10)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")},
        "ASSISTANT_HTTP__RECEIVE_SECONDS": str(RECEIVE_SECONDS),
        "ASSISTANT_HTTP__CONNECTIONS": "30",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "tests.serving", str(folder / "conversations.sqlite")],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield Server(process)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0


def read_all(connection: socket.socket) -> bytes:
    received = b""
    try:
        while part := connection.recv(65_536):
            received += part
    except ConnectionResetError:
        pass
    return received


def request(headers: str, *, path: str = "/api/v1/ask") -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"{headers}\r\n\r\n"
    ).encode()


def test_a_200_mb_body_in_chunks_is_refused_without_being_kept(server: Server) -> None:
    before = server.memory("VmRSS")
    chunk = b"x" * 1_000_000
    sent = 0
    with server.connect() as connection:
        connection.sendall(request("Transfer-Encoding: chunked"))
        try:
            for _ in range(200):
                connection.sendall(b"%x\r\n" % len(chunk) + chunk + b"\r\n")
                sent += len(chunk)
        except (BrokenPipeError, ConnectionResetError):
            pass
        received = read_all(connection)

    assert received == b"" or received.startswith(b"HTTP/1.1 413 ")
    assert server.memory("VmHWM") - before < 50_000_000


def test_a_client_that_sends_a_little_too_much_can_read_the_refusal(server: Server) -> None:
    with server.connect() as connection:
        connection.sendall(request("Transfer-Encoding: chunked"))
        for _ in range(10):
            connection.sendall(b"%x\r\n" % 20_000 + b"x" * 20_000 + b"\r\n")
        connection.sendall(b"0\r\n\r\n")
        received = read_all(connection)

    assert received.startswith(b"HTTP/1.1 413 ")
    assert b"body-too-large" in received


def test_an_announced_200_mb_body_is_refused_at_once(server: Server) -> None:
    with server.connect() as connection:
        connection.sendall(request("Content-Length: 200000000\r\nExpect: 100-continue"))
        received = connection.recv(65_536)

    assert received.startswith(b"HTTP/1.1 413 ")


def test_a_slow_body_is_given_up(server: Server) -> None:
    with server.connect() as connection:
        connection.sendall(request("Content-Length: 1000"))
        started = time.monotonic()
        done = threading.Event()

        def trickle() -> None:
            while not done.wait(0.2):
                try:
                    connection.sendall(b" ")
                except OSError:
                    return

        sender = threading.Thread(target=trickle)
        sender.start()
        received = read_all(connection)
        done.set()
        sender.join()

    assert received.startswith(b"HTTP/1.1 408 ")
    assert time.monotonic() - started < 5 * RECEIVE_SECONDS


@pytest.mark.parametrize("beginning", [b"", b"GET /healthz HTT", b"GET /healthz HTTP/1.1\r\nHost:"])
def test_a_header_that_never_ends_is_given_up(server: Server, beginning: bytes) -> None:
    with server.connect() as connection:
        connection.sendall(beginning)

        assert read_all(connection) == b""


def test_half_sent_second_requests_are_given_up_too(server: Server) -> None:
    with server.connect() as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        # Head and body may come in two parts.
        received = b""
        while not received.endswith(b"}") and (part := connection.recv(65_536)):
            received += part
        assert received.startswith(b"HTTP/1.1 200 ")
        connection.sendall(b"GET /heal")

        assert read_all(connection) == b""


def test_silent_connections_do_not_shut_others_out_for_long(server: Server) -> None:
    silent = [server.connect() for _ in range(40)]
    try:
        time.sleep(RECEIVE_SECONDS * 1.5)

        assert httpx.get(f"{server.url}/healthz").status_code == 200
    finally:
        for connection in silent:
            connection.close()


def test_the_command_line_gets_its_answers_from_the_server(server: Server) -> None:
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        backend = RemoteBackend(client)

        first = backend.ask("What is NOME?")
        second = backend.ask("And when?")

        assert first.citations[0].quote == NOME.text
        assert second.query == "What is NOME? And when?"
        assert backend.search("equity", 1).passages[0].document_id == "smile"
        assert len(backend.documents().documents) == 2
        assert backend.document("nome").text == NOME.text
        with pytest.raises(ServerFailed, match="No document has the id 'unknown'"):
            backend.document("unknown")
        for odd in ("a/b", "..", "", "?", "\udcff"):
            with pytest.raises(UnknownDocument, match="No document has the id"):
                backend.document(odd)


def test_a_stream_arrives_piece_by_piece(server: Server) -> None:
    body = {"question": "What is NOME?"}
    with httpx.stream("POST", f"{server.url}/api/v1/ask/stream", json=body) as response:
        lines = [line for line in response.iter_lines() if line.startswith("event: ")]

    assert response.headers.get("content-length") is None
    assert lines == ["event: query", "event: passages", "event: text", "event: answer"]


def test_twenty_questions_at_once_are_all_answered(server: Server) -> None:
    statuses: list[int] = []

    def ask() -> None:
        reply = httpx.post(f"{server.url}/api/v1/ask", json={"question": "What is NOME?"})
        statuses.append(reply.status_code)

    askers = [threading.Thread(target=ask) for _ in range(20)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()

    assert statuses == [200] * 20


def test_a_taken_port_is_told_with_what_to_do() -> None:
    with bind_socket("127.0.0.1", 0) as listener:
        port = int(url_of(listener).rpartition(":")[2])

        with pytest.raises(AddressUnavailable, match=f"Port {port} .* choose another .* --port"):
            bind_socket("127.0.0.1", port)


def test_a_host_that_is_not_ours_is_told() -> None:
    with pytest.raises(AddressUnavailable, match="--host"):
        bind_socket("no.such.host.invalid", 0)


def test_a_second_ctrl_c_does_not_cut_the_application_off() -> None:
    seen: list[str] = []

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        seen.append("started")
        yield
        seen.append("ended")

    async def serve_and_force() -> None:
        with closing(bind_socket("127.0.0.1", 0)) as listener:
            config = uvicorn.Config(Starlette(lifespan=lifespan), log_config=None)
            config.load()
            server = _Server(config, lambda: seen.append("ready"))
            server.lifespan = config.lifespan_class(config)
            await server.startup([listener])
            # As uvicorn takes them.
            server.handle_exit(signal.SIGINT, None)
            server.handle_exit(signal.SIGINT, None)
            await server.shutdown([listener])

    asyncio.run(serve_and_force())

    assert seen == ["started", "ready", "ended"]
