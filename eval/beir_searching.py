"""Indexes a public retrieval set as the assistant indexes documents, and searches it likewise."""

import shutil
import time
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from assistant.library import Library
from assistant.settings import Settings, load_settings
from assistant.translation import translated
from corpus.document import BlockKind, Document
from corpus.identity import content_hash
from corpus.plain_text import read_plain_text
from eval.beir import Entry, Judged, read_entries, retrieval_figures
from eval.knowledge_base import WORK_DIR
from eval.progress import OnProgress
from index.passage import ScoredPassage

# A document has several passages, so more are retrieved than documents are wanted.
_PASSAGES = 300
# What a query may be long; the assistant refuses longer ones.
_MAX_QUERY = 1_000


class Stage(StrEnum):
    """Which ranking is measured: one of the two, or what the assistant makes of both."""

    DENSE = "dense"
    BM25 = "bm25"
    FUSED = "fused"


def measure_retrieval(
    folder: Path,
    judged: Sequence[Judged],
    stage: Stage,
    *,
    on_indexing: OnProgress,
    on_searching: OnProgress,
) -> Mapping[str, float | int | str | None]:
    """Index the set, as far as it is not, then search for every query.

    The index is kept in `var/eval/` under the name of the folder and of the one above; an index
    made by another encoder or splitter is made anew.

    Returns:
        The figures of `retrieval_figures`; numbers of documents, passages and queries; seconds.

    Raises:
        DatasetError: The set's documents cannot be read.
        AssistantError: They cannot be indexed or searched.
    """
    started = time.perf_counter()
    settings = _settings(folder, stage)
    passages = build(settings, read_entries(folder), on_indexing)
    indexed = time.perf_counter()
    rankings = _search(settings, judged, stage, on_searching)
    ended = time.perf_counter()
    return {
        **retrieval_figures(rankings, judged),
        "stage": stage.value,
        **passages,
        "queries": len(judged),
        "indexing_seconds": round(indexed - started, 1),
        "seconds": round(ended - indexed, 1),
    }


def _settings(folder: Path, stage: Stage) -> Settings:
    name = "-".join(folder.resolve().parts[-2:])
    settings = load_settings()
    weights = {
        Stage.DENSE: {"bm25_weight": 0.0},
        Stage.BM25: {"dense_weight": 0.0},
        Stage.FUSED: {},
    }[stage]
    return settings.model_copy(
        update={
            "data_dir": WORK_DIR / f"beir-{name}",
            "retrieval": settings.retrieval.model_copy(update=weights),
        }
    )


def build(
    settings: Settings, entries: Sequence[Entry], on_progress: OnProgress
) -> Mapping[str, int]:
    """Split, embed and store what is not stored yet; how many documents and passages there are."""
    # Databases and models.
    from index.builder import IndexBuilder
    from index.catalogue import Catalogue
    from index.encoding import SentenceTransformerEncoder
    from index.errors import ManifestMismatch
    from index.incoming import Failed, Incoming
    from index.ownership import owning
    from index.vectors import VectorSearch

    with translated(), owning(settings.data_dir, "indexing a public set"):
        encoder = SentenceTransformerEncoder(settings.embedding_model)

        def opened() -> tuple[Catalogue, IndexBuilder]:
            catalogue = Catalogue.open(settings.data_dir)
            vectors = VectorSearch(catalogue, settings.data_dir)
            return catalogue, IndexBuilder(catalogue, vectors, encoder, settings.splitting)

        catalogue, builder = opened()
        try:
            builder.check_manifest()
        except ManifestMismatch:
            catalogue.close()
            _remove(settings.data_dir)
            catalogue, builder = opened()
        try:
            documents = [found for entry in entries if (found := document_from(entry))]
            incoming = (Incoming(document=one, location=one.source) for one in documents)
            for done, result in enumerate(builder.put_all(incoming), start=1):
                if isinstance(result, Failed):
                    raise result.error
                on_progress(done, len(documents))
            return {
                "documents": catalogue.count_documents(),
                "passages": catalogue.count_passages(),
            }
        finally:
            catalogue.close()


def document_from(entry: Entry) -> Document | None:
    """Read an entry as plain text is read, under the entry's own id; None when it is empty.

    Some sets write the title once more as the first line of the text; there it is left out.
    """
    title, text = entry.title.strip(), entry.text.strip()
    text = text.removeprefix(f"{title}\n") if title else text
    if not text:
        return None
    reading = read_plain_text(text.encode("utf-8"), entry.entry_id)
    if all(block.kind is BlockKind.BREAK for block in reading.blocks):
        return None
    title = title or reading.title or ""
    return Document(
        document_id=entry.entry_id,
        title=title,
        source=entry.entry_id,
        language="en",
        text=reading.text,
        content_hash=content_hash(reading, title=title, language="en"),
        blocks=reading.blocks,
    )


def _remove(data_dir: Path) -> None:
    """Remove the catalogue, not the lock that is held on its folder."""
    for path in data_dir.glob("catalogue*"):
        path.unlink()
    for path in data_dir.glob("chroma-*"):
        shutil.rmtree(path, ignore_errors=True)


def _search(
    settings: Settings, judged: Sequence[Judged], stage: Stage, on_progress: OnProgress
) -> list[list[str]]:
    from assistant.bootstrap import open_services

    services = open_services(settings, role="reader")
    try:
        rankings = []
        for done, one in enumerate(judged, start=1):
            rankings.append(_ranked(services.library, one.query, stage))
            on_progress(done, len(judged))
        return rankings
    finally:
        services.close()


def _ranked(library: Library, query: str, stage: Stage) -> list[str]:
    """Give the ids of documents by their best passage, best first, each once."""
    found = by_stage(library.search(query[:_MAX_QUERY], _PASSAGES), stage)
    return list(dict.fromkeys(scored.passage.document_id for scored in found))


def by_stage(found: Sequence[ScoredPassage], stage: Stage) -> list[ScoredPassage]:
    """Give what the stage's own ranking holds, in its order."""
    match stage:
        case Stage.FUSED:
            return list(found)
        case Stage.DENSE:
            ranked = [(one.dense_rank, one) for one in found if one.dense_rank is not None]
        case Stage.BM25:
            ranked = [(one.bm25_rank, one) for one in found if one.bm25_rank is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]
