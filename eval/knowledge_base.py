"""The knowledge base that cases are asked of: built from a folder of documents, in its own place.

It never touches the data that the assistant serves: the data folder is set here, whatever the
environment says.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import corpus
from assistant.errors import KnowledgeBaseUnavailable
from assistant.ingest_report import IngestEvent, IngestFailure, IngestReport
from assistant.services import Services
from assistant.settings import load_settings
from corpus.document import Document
from corpus.loader import discover, load_documents

SHIPPED_DOCUMENTS = Path(corpus.__file__).parent / "documents"
"""The project's own knowledge base."""

WORK_DIR = Path("var", "eval")
"""Everything that an evaluation writes, below the current folder."""


def data_dir_for(documents: Path) -> Path:
    """Give the data folder that belongs to a folder of documents.

    Each has its own, so that evaluating other documents neither mixes with the shipped ones nor
    makes them be indexed again.
    """
    if documents.resolve() == SHIPPED_DOCUMENTS.resolve():
        return WORK_DIR / "data"
    # Eight hexadecimal digits tell apart the few folders that one person evaluates.
    digest = hashlib.sha256(str(documents.resolve()).encode()).hexdigest()[:8]
    return WORK_DIR / f"data-{digest}"


def read_texts(documents: Path) -> dict[str, str]:
    """Read the documents' plain texts by file name; unreadable files are left out.

    Of two files of one name the later by path counts: name files apart to use them as evidence.

    Raises:
        SourceNotFound: There is no such folder or file.
    """
    found = discover([documents])
    return {
        file.path.name: loaded.text
        for file, loaded in zip(found.files, load_documents(found.files), strict=True)
        if isinstance(loaded, Document)
    }


@contextmanager
def open_knowledge_base(
    documents: Path,
    *,
    on_event: Callable[[IngestEvent], None],
    on_failure: Callable[[IngestFailure], None],
) -> Iterator[Services]:
    """Bring the documents' own data folder up to date, then open it for asking, warm.

    Unchanged documents are not read into vectors again; removed ones are taken out.

    Raises:
        AssistantError: It cannot be built or opened.
    """
    # Models and databases load only once the cases are known to be good.
    from assistant.bootstrap import open_builder, open_services

    settings = load_settings().model_copy(update={"data_dir": data_dir_for(documents)})

    def bring_up_to_date() -> IngestReport:
        with open_builder(settings) as builder:
            return builder.ingest([str(documents)], prune=True, on_event=on_event)

    try:
        report = bring_up_to_date()
    except KnowledgeBaseUnavailable:
        # Made by an older version, say. The folder is the evaluation's own, so it is made anew.
        shutil.rmtree(settings.data_dir, ignore_errors=True)
        report = bring_up_to_date()
    for failure in report.failures:
        on_failure(failure)
    services = open_services(settings, role="reader")
    try:
        services.warm()
        yield services
    finally:
        services.close()
