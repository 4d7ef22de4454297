"""Checking what is stored, and mending it."""

from assistant.antecedent_reader import OnnxAntecedentReader
from assistant.errors import AssistantError
from assistant.ingest_report import Finding
from assistant.reader import OnnxReader
from assistant.settings import Settings
from assistant.translation import translated
from corpus.parsing_check import find_parsing_fault
from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.encoding import SentenceTransformerEncoder
from index.errors import ManifestMismatch
from index.ownership import owning
from index.vectors import VectorSearch


def examine(settings: Settings, *, repair: bool) -> tuple[Finding, ...]:
    """Check encoder, reader, parsers, catalogue, makers of passages and vector index, in order.

    Behind a damaged catalogue nothing more is checked or mended: all else is made from it.

    Args:
        settings: Where the data is.
        repair: Also mend: passages made otherwise are made anew from the stored texts, and the
            vector index is rebuilt when it disagrees. Without a sound encoder nothing is made anew.

    Raises:
        DataFolderInUse: Another process owns the data folder.
        KnowledgeBaseUnavailable: The catalogue does not open.
    """
    with translated(), owning(settings.data_dir, "checking"):
        catalogue = Catalogue.open(settings.data_dir)
        vectors = VectorSearch(catalogue, settings.data_dir)
        encoder = SentenceTransformerEncoder(settings.embedding_model)
        builder = IndexBuilder(catalogue, vectors, encoder, settings.splitting)
        try:
            encoder_found = _check_encoder(encoder)
            found = (
                encoder_found,
                _check_reader(),
                _check_parsing(),
                _check_catalogue(catalogue),
            )
            if not found[-1].ok:
                return found
            return (
                *found,
                _check_makers(catalogue, builder, repair=repair and encoder_found.ok),
                _check_vectors(catalogue, vectors, repair=repair),
            )
        finally:
            vectors.close()
            catalogue.close()


def _check_encoder(encoder: SentenceTransformerEncoder) -> Finding:
    try:
        with translated():
            encoder.check()
            name = encoder.encoder_id
    except AssistantError as error:
        return Finding(name="embedding model", ok=False, message=str(error))
    return Finding(name="embedding model", ok=True, message=f"{name}, files as expected")


def _check_reader() -> Finding:
    try:
        OnnxReader().load()
        OnnxAntecedentReader().load()
    except AssistantError as error:
        return Finding(name="reader", ok=False, message=str(error))
    return Finding(name="reader", ok=True, message="files as expected")


def _check_parsing() -> Finding:
    fault = find_parsing_fault()
    message = "both are read, each file in a process of its own"
    return Finding(name="PDF and Word files", ok=fault is None, message=fault or message)


def _check_catalogue(catalogue: Catalogue) -> Finding:
    try:
        with translated():
            said = catalogue.check()
            counts = (
                f"{catalogue.count_documents()} documents, {catalogue.count_passages()} passages"
            )
    except AssistantError as error:
        return Finding(name="catalogue", ok=False, message=str(error))
    if said == "ok":
        return Finding(name="catalogue", ok=True, message=counts)
    message = f"{said}; restore the data folder from a backup."
    return Finding(name="catalogue", ok=False, message=message)


def _check_makers(catalogue: Catalogue, builder: IndexBuilder, *, repair: bool) -> Finding:
    try:
        builder.check_manifest()
    except ManifestMismatch as error:
        if not repair:
            return Finding(name="passages", ok=False, message=str(error))
        done = builder.remake([stored.document_id for stored in catalogue.documents()])
        builder.finish()
        return Finding(name="passages", ok=True, message=f"made anew from {done} documents")
    return Finding(name="passages", ok=True, message="made by the present settings")


def _check_vectors(catalogue: Catalogue, vectors: VectorSearch, *, repair: bool) -> Finding:
    reason = vectors.find_fault()
    if reason is None:
        return Finding(name="vector index", ok=True, message="agrees with the catalogue")
    if not repair:
        message = f"{reason}; it is rebuilt at the next start, or now with `--repair`."
        return Finding(name="vector index", ok=False, message=message)
    vectors.rebuild()
    return Finding(
        name="vector index",
        ok=True,
        message=f"rebuilt from the catalogue, {catalogue.count_passages()} vectors",
    )
