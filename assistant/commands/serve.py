"""The command that serves the API and the page."""

import logging
import threading
from contextlib import closing
from functools import partial

from assistant.errors import AssistantError, SettingsError
from assistant.services import Services
from assistant.settings import MAKE_A_KEY, Settings
from assistant.terminal import stdout_screen, waiting

_LOG = logging.getLogger(__name__)

_EVERY_ADDRESS = frozenset({"0.0.0.0", "::"})  # noqa: S104  compared with, not bound


def run_serve(settings: Settings, *, host: str, port: int) -> None:
    """Serve until interrupted.

    Raises:
        SettingsError: The host can be reached from elsewhere and no key is set.
        AddressUnavailable: The port is taken.
        DataFolderInUse: Another process owns the data folder.
    """
    # Here, not above: `--help` must not wait for what these load.
    from assistant.api.guard import is_loopback

    if not is_loopback(host) and not settings.api_keys:
        raise SettingsError(
            f"The host {host!r} can be reached from other machines, so keys are needed; set "
            f"ASSISTANT_API_KEYS to one made with {MAKE_A_KEY}."
        )
    from assistant.api.server import bind_socket, serve_app, url_of
    from assistant.logs import configure_logging

    configure_logging(settings.log_level)
    with closing(bind_socket(host, port)) as listener:
        with waiting("Loading…"):
            from assistant.api.app import create_app
            from assistant.bootstrap import open_services

            services = open_services(settings, role="server")
        try:
            app = create_app(services, hosts=_names(host))
            ready = partial(_announce, services, url_of(listener), host)
            serve_app(app, listener, settings.http, ready)
        except KeyboardInterrupt:
            # Ctrl+C is how a server is meant to end.
            return
        finally:
            services.close()


def _names(host: str) -> tuple[str, ...]:
    """Give the name of the server that follows from the host it listens on."""
    if host in _EVERY_ADDRESS:
        return ()
    return (f"[{host}]" if ":" in host else host,)


def _announce(services: Services, url: str, host: str) -> None:
    """Tell that requests are taken, then load the models while nobody waits."""
    services.announce(url)
    stdout_screen().say(f"Serving on {url} (API at {url}/docs); Ctrl+C ends.")
    if host in _EVERY_ADDRESS and not services.settings.allowed_hosts:
        _LOG.warning("only loopback names are answered; set ASSISTANT_ALLOWED_HOSTS for others")
    threading.Thread(target=_warm, args=(services,), name="warm-up", daemon=True).start()


def _warm(services: Services) -> None:
    try:
        services.warm()
    except AssistantError as error:
        _LOG.error("warming up failed: %s", error)
