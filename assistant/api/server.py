"""Serves the application with uvicorn, within limits that uvicorn itself does not set."""

import asyncio
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import ClassVar

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from assistant.api.options import HttpOptions
from assistant.errors import AddressUnavailable

# Request line and headers together; browsers and proxies send a few kilobytes.
_HEADER_BYTES = 32_768

# How long an idle connection is kept, and how long running requests may take at shutdown.
_KEEP_ALIVE_SECONDS = 5
_SHUTDOWN_SECONDS = 5


def bind_socket(host: str, port: int) -> socket.socket:
    """Take the address before anything heavy is loaded; port 0 takes any free one.

    Raises:
        AddressUnavailable: The port is taken, or the host is no address of this machine.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError:
        raise AddressUnavailable(
            f"The host {host!r} is no address of this machine; choose another with --host."
        ) from None
    listener = socket.socket(family, kind, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        # Listening at once keeps others from taking the port while the models load.
        listener.listen()
    except (OSError, OverflowError):
        listener.close()
        raise AddressUnavailable(
            f"Port {port} on {host!r} cannot be taken, most likely because another program has "
            "it; stop that program or choose another port with --port."
        ) from None
    return listener


def url_of(listener: socket.socket) -> str:
    """Give the URL under which a bound socket is reached from this machine."""
    host, port = listener.getsockname()[:2]
    # "Every address" is not one that can be asked.
    name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def serve_app(
    app: ASGIApp, listener: socket.socket, options: HttpOptions, on_ready: Callable[[], None]
) -> None:
    """Serve until SIGINT or SIGTERM; blocks.

    Args:
        app: The application.
        listener: A bound socket; closed at the end.
        options: The limits.
        on_ready: Called once, when requests are taken.

    Raises:
        SystemExit: 0, after SIGTERM, so that the caller's `finally` runs.
        KeyboardInterrupt: After SIGINT.
    """
    config = uvicorn.Config(
        app,
        http=_protocol(options.receive_seconds),
        ws="none",
        log_config=None,
        log_level="warning",
        # A line per request would hold the queries of GET /api/v1/search.
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=options.connections,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
        h11_max_incomplete_event_size=_HEADER_BYTES,
    )
    # uvicorn raises the signal again when it is done; the default action would end the process
    # before the caller could close anything.
    signal.signal(signal.SIGTERM, _leave)
    _Server(config, on_ready).run(sockets=[listener])


def _leave(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)


class _Server(uvicorn.Server):
    """Says when it is ready, and lets the application end also after a second Ctrl+C."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        if self.force_exit:
            # uvicorn leaves this out then, and the application that is cut off logs a traceback.
            await self.lifespan.shutdown()


class _DeadlineProtocol(H11Protocol):
    """Drops clients that do not finish a request's header in time.

    uvicorn waits for ever, so a few hundred silent connections would use up the limit.
    """

    header_seconds: ClassVar[float]
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]  # narrower in uvicorn
        self._deadline = self.loop.call_later(self.header_seconds, self._drop_if_silent)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._cancel_deadline()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(self.header_seconds, self._drop_if_silent)

    def connection_lost(self, exc: Exception | None) -> None:
        self._cancel_deadline()
        super().connection_lost(exc)

    def _cancel_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _drop_if_silent(self) -> None:
        self._deadline = None
        if self.conn.their_state is h11.IDLE:
            self.transport.close()


def _protocol(seconds: float) -> type[H11Protocol]:
    """Give the protocol with its deadline; uvicorn makes one object of it per connection."""
    return type("DeadlineProtocol", (_DeadlineProtocol,), {"header_seconds": seconds})
