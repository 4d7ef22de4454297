"""Building the index: documents in, replaced, removed; the same documents twice change nothing.

One step per document: after a crash a document is either in with all its passages or not at all,
and what the vector index missed it follows later from the catalogue's log.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from corpus.document import Document
from index.catalogue import Catalogue
from index.encoding import Encoder
from index.errors import DocumentNotStored
from index.manifest import Manifest
from index.paragraphs import Span
from index.passage import Passage
from index.schema import FORMAT_VERSION
from index.sentences import split_sentences
from index.splitting import SPLITTER_VERSION, Splitter
from index.splitting_options import SplittingOptions
from index.vectors import Progress, VectorSearch

# The vector index follows after so many new passages, so that its work is spread over a long
# ingest and a crash leaves little to catch up with.
_FOLLOW_EVERY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What came of one document."""

    outcome: Literal["added", "replaced", "unchanged"]
    passages: int


class IndexBuilder:
    """Writes documents into the catalogue and keeps the vector index in step.

    Needs ownership of the data folder. Not for several threads at once.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        vectors: VectorSearch,
        encoder: Encoder,
        options: SplittingOptions | None = None,
    ) -> None:
        """Put the parts together; nothing is read or loaded yet."""
        self._catalogue = catalogue
        self._vectors = vectors
        self._encoder = encoder
        self._options = options or SplittingOptions()
        self._splitter = Splitter(encoder.count_tokens, self._options)
        self._unfollowed = 0
        self._erase = False
        self._known: dict[str, str] | None = None

    def manifest(self) -> Manifest:
        """Say what makes passages and vectors here."""
        return manifest_of(self._encoder, self._options)

    def check_manifest(self) -> None:
        """Compare with what made the stored passages.

        Raises:
            ManifestMismatch: They were made otherwise.
        """
        self.manifest().check(self._catalogue.manifest())

    def put(self, document: Document, location: str) -> Stored:
        """Store a document, or its new version; an unchanged one costs nothing.

        Args:
            document: What was read.
            location: Where, as an absolute path.

        Raises:
            ManifestMismatch: The stored passages were made otherwise.
        """
        known = self._hashes().get(document.document_id)
        if known == document.content_hash:
            return Stored(outcome="unchanged", passages=0)
        passages = self._write(document, location)
        self._hashes()[document.document_id] = document.content_hash
        return Stored(outcome="replaced" if known else "added", passages=passages)

    def remove(self, document_id: str) -> None:
        """Remove a document; `finish` then takes its last trace off the disk.

        Raises:
            DocumentNotStored: No document has this id.
        """
        if not self._catalogue.remove_document(document_id):
            raise DocumentNotStored(document_id)
        self._hashes().pop(document_id, None)

    def finish(self, on_progress: Progress | None = None) -> None:
        """Bring the vector index level with the catalogue.

        After a removal both stores are rewritten without what was removed, since deleting alone
        leaves it readable in their files.
        """
        # First the catalogue: a rebuild then leaves no trace, and says so in the catalogue.
        self._catalogue.compact()
        if self._erase or self._vectors.is_worn():
            self._vectors.rebuild(*([on_progress] if on_progress else []))
            self._erase = False
        else:
            self._vectors.follow()

    def remake(self, document_ids: Iterable[str]) -> int:
        """Split and embed stored documents anew with the present settings; their number."""
        self._catalogue.begin_remake()
        done = 0
        for document_id in document_ids:
            document = self._catalogue.document(document_id)
            self._write(document, self._catalogue.location_of(document_id))
            done += 1
        self._catalogue.end_remake()
        self._erase = True
        return done

    def _write(self, document: Document, location: str) -> int:
        passages = self._splitter.split(document)
        vectors = self._encoder.encode_passages(
            [f"{passage.context}\n{passage.text}" for passage in passages],
            [_sentences(passage) for passage in passages],
        )
        self._catalogue.put_document(document, location, passages, vectors, self.manifest())
        self._unfollowed += len(passages)
        if self._unfollowed >= _FOLLOW_EVERY:
            self._vectors.follow()
            self._unfollowed = 0
        return len(passages)

    def _hashes(self) -> dict[str, str]:
        if self._known is None:
            self._known = {
                stored.document_id: stored.content_hash for stored in self._catalogue.documents()
            }
        return self._known


def _sentences(passage: Passage) -> list[Span]:
    """Where a passage's sentences stand in what is encoded."""
    shift = len(passage.context) + 1
    return [
        Span(sentence.start + shift, sentence.end + shift)
        for sentence in split_sentences(passage.text)
    ]


def manifest_of(encoder: Encoder, options: SplittingOptions) -> Manifest:
    """Say what passages and vectors are made by."""
    lengths = f"{options.min_tokens}-{options.target_tokens}-{options.max_tokens}"
    return Manifest(
        format=FORMAT_VERSION,
        splitter=f"{SPLITTER_VERSION}:{lengths}",
        encoder=encoder.encoder_id,
        dimension=encoder.dimension,
    )
