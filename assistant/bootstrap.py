"""The only place that builds heavy things and puts the parts together."""

import logging
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Literal

from assistant.ingest_report import Finding
from assistant.ingestion import IngestService
from assistant.services import Services
from assistant.settings import Settings
from assistant.translation import translated
from index.errors import SearchIndexError
from index.ownership import Ownership, current_owner, owning, take_ownership

if TYPE_CHECKING:
    from assistant.parts import Parts
    from assistant.uploads import Uploads
    from index.vectors import VectorSearch

_LOG = logging.getLogger(__name__)

Role = Literal["server", "reader"]


def running_server(settings: Settings) -> str | None:
    """Give the URL of the server that owns the data folder; None when there is none."""
    owner = current_owner(settings.data_dir)
    return owner.url if owner else None


def open_services(settings: Settings, *, role: Role) -> Services:
    """Open everything for answering. Models load at first use, or all at once with `warm`.

    Args:
        settings: Where the data is and how it is read.
        role: A "server" owns the data folder and brings the vector index into use in the
            background. A "reader" only reads, beside any owner, with exact search.

    Raises:
        DataFolderInUse: As a server: another process owns the data folder.
        KnowledgeBaseUnavailable: What is stored does not open or was made by other settings.
    """
    with translated():
        if role == "reader":
            return _open(settings, None)
        ownership = take_ownership(settings.data_dir, "serving")
        with ExitStack() as kept_only_if_open:
            kept_only_if_open.callback(ownership.release)
            services = _open(settings, ownership)
            kept_only_if_open.pop_all()
            return services


def _open(settings: Settings, ownership: Ownership | None) -> Services:
    """Put the parts together with what an edge needs around them."""
    # Here, not above: `running_server` must not wait for what these load.
    from assistant.conversations import ConversationStore
    from assistant.insights.desk import InsightsDesk
    from assistant.no_uploads import NoUploads
    from assistant.parts import open_parts, warmth_of
    from assistant.retention import keep_forgetting
    from assistant.visitor_secret import random_secret, visitor_secret

    parts = open_parts(settings)
    catalogue, vectors = parts.catalogue, parts.vectors
    conversations = ConversationStore(catalogue.engine)
    insights = InsightsDesk(
        turns_since=conversations.turns_since,
        documents=parts.library.documents,
        encode=parts.encoder.encode,
    )
    warmth = warmth_of(parts)
    uploads = _open_uploads(settings, parts) if ownership else None
    secret = visitor_secret(settings.data_dir) if ownership else random_secret()
    background = ExitStack()
    if ownership:
        background.callback(keep_forgetting(conversations, settings.retention_days))
        threading.Thread(target=_open_index, args=[vectors], name="open-index", daemon=True).start()

    def close() -> None:
        background.close()
        vectors.stop()
        if uploads:
            uploads.close()
        insights.close()
        vectors.close()
        catalogue.close()
        if ownership:
            ownership.release()

    return Services(
        settings=settings,
        assistant=parts.assistant,
        explain=parts.explainer.explain,
        library=parts.library,
        approved=parts.approved,
        conversations=conversations,
        insights=insights,
        readiness=warmth.readiness,
        announce=ownership.announce if ownership else _ignore,
        close=close,
        uploads=uploads or NoUploads(),
        ecosystem=parts.ecosystem,
        warm=warmth.warm,
        visitor_secret=secret,
    )


def _open_uploads(settings: Settings, parts: "Parts") -> "Uploads":
    from assistant.originals import FOLDER, Originals
    from assistant.uploads import StoredUploads
    from index.builder import IndexBuilder

    builder = IndexBuilder(parts.catalogue, parts.vectors, parts.encoder, settings.splitting)

    def reread() -> None:
        # With the map, all that is read out of the documents is there before somebody asks.
        parts.ecosystem.current()

    return StoredUploads(
        parts.catalogue,
        builder,
        Originals(settings.data_dir / FOLDER),
        reread=reread,
    )


def _open_index(vectors: "VectorSearch") -> None:
    # What cannot be read now fails every question too, with an answer that says so.
    try:
        vectors.open_index()
    except SearchIndexError as error:
        _LOG.error("%s", error)


def _ignore(_url: str) -> None:
    """Announce nothing: a reader is not found by others."""


@contextmanager
def open_builder(settings: Settings) -> Iterator[IngestService]:
    """Own the data folder and open it for taking documents in and out.

    Raises:
        DataFolderInUse: Another process owns the data folder.
        KnowledgeBaseUnavailable: What is stored does not open.
    """
    from assistant.originals import FOLDER, Originals
    from index.builder import IndexBuilder
    from index.catalogue import Catalogue
    from index.encoding import SentenceTransformerEncoder
    from index.vectors import VectorSearch

    with translated(), owning(settings.data_dir, "changing documents"):
        catalogue = Catalogue.open(settings.data_dir)
        vectors = VectorSearch(catalogue, settings.data_dir)
        try:
            vectors.open_index()
            encoder = SentenceTransformerEncoder(settings.embedding_model)
            builder = IndexBuilder(catalogue, vectors, encoder, settings.splitting)
            yield IngestService(catalogue, builder, Originals(settings.data_dir / FOLDER))
        finally:
            vectors.close()
            catalogue.close()


def doctor(settings: Settings, *, repair: bool) -> tuple[Finding, ...]:
    """Check what is stored and, with `repair`, mend it; see `assistant.doctoring.examine`."""
    from assistant.doctoring import examine

    return examine(settings, repair=repair)
