"""Serves the fakes in a process of its own: `python -m tests.serving DATABASE`."""

import sys
from contextlib import closing

from sqlalchemy import create_engine

from assistant.api.app import create_app
from assistant.api.server import bind_socket, serve_app, url_of
from assistant.conversations import ConversationStore
from assistant.logs import configure_logging
from assistant.settings import load_settings
from tests.fakes import fake_services


def main() -> None:
    """Serve until ended; settings come from the environment as ever."""
    settings = load_settings()
    configure_logging(settings.log_level)
    with closing(bind_socket("127.0.0.1", 0)) as listener:
        services = fake_services(
            settings=settings,
            conversations=ConversationStore(create_engine(f"sqlite:///{sys.argv[1]}")),
        )
        app = create_app(services, with_pages=False)
        serve_app(app, listener, settings.http, lambda: print(url_of(listener), flush=True))  # noqa: T201  read by the test


if __name__ == "__main__":
    main()
