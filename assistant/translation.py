"""The border to the layers below: their errors become ours here, and nowhere else."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.errors import (
    AssistantError,
    DataFolderInUse,
    KnowledgeBaseUnavailable,
    ModelUnavailable,
    UnknownDocument,
)
from index.errors import (
    DataFolderBusy,
    DocumentNotStored,
    EncoderUnavailable,
    SearchIndexError,
)


@contextmanager
def translated() -> Iterator[None]:
    """Raise our error for one of the search index.

    Raises:
        AssistantError: Something below failed.
    """
    try:
        yield
    except SearchIndexError as error:
        raise _translate(error) from error


def _translate(error: SearchIndexError) -> AssistantError:
    match error:
        case DocumentNotStored():
            return UnknownDocument(error.document_id)
        case DataFolderBusy():
            return DataFolderInUse(str(error))
        case EncoderUnavailable():
            return ModelUnavailable(str(error))
        case _:
            return KnowledgeBaseUnavailable(str(error))
