"""Building the index: documents in, replaced, removed; the same documents twice change nothing.

One step per document: after a crash a document is either in with all its passages or not at all,
and what the vector index missed it follows later from the catalogue's log. Only the encoder takes
several documents at once, since it is much faster so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.document import Document
from index.catalogue import Catalogue
from index.encoding import Encoder
from index.errors import DocumentNotStored
from index.incoming import Failed, Incoming, Stored, attempt
from index.manifest import Manifest
from index.paragraphs import Span
from index.passage import Passage
from index.passage_vectors import PassageVectors
from index.schema import FORMAT_VERSION
from index.sentences import split_sentences
from index.splitting import SPLITTER_VERSION, Splitter
from index.splitting_options import SplittingOptions
from index.vectors import Progress, VectorSearch

# The vector index follows after so many new passages, so that its work is spread over a long
# ingest and a crash leaves little to catch up with.
_FOLLOW_EVERY = 500

# Documents wait for each other until they have so many passages, or are so many: eight of the
# encoder's batches, so that texts of like length find each other. What waits is held in memory and
# is read again after a crash.
_PASSAGES_TOGETHER = 64
_DOCUMENTS_TOGETHER = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """A document that waits for its vectors; without passages what already came of it."""

    incoming: Incoming
    passages: Sequence[Passage] = ()
    result: Stored | Failed | None = None


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

    def count_passages(self, document: Document) -> int:
        """Say into how many passages a document would be cut; nothing is stored."""
        return len(self._splitter.split(document))

    def put(self, document: Document, location: str) -> Stored:
        """Store a document, or its new version; an unchanged one costs nothing.

        Args:
            document: What was read.
            location: Where, as an absolute path.

        Raises:
            ManifestMismatch: The stored passages were made otherwise.
        """
        [result] = self.put_all([Incoming(document=document, location=location)])
        return _stored(result)

    def put_all(self, incoming: Iterable[Incoming]) -> Iterator[Stored | Failed]:
        """Store documents as `put` does, and say what came of each, in their order.

        They are read from `incoming` as far as is needed: some are encoded together, and each is
        then stored by itself. One that fails is told and stops none of the others.

        Raises:
            SearchIndexError: What is about no document, so that the next would fare alike: the
                stored passages were made otherwise, the disk is full and the like. Documents of
                which nothing was said by then are not stored.
        """
        yield from self._put_all(incoming, anew=False)

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
        for result in self._put_all(self._read_again(document_ids), anew=True):
            _stored(result)
            done += 1
        self._catalogue.end_remake()
        self._erase = True
        return done

    def _read_again(self, document_ids: Iterable[str]) -> Iterator[Incoming]:
        for document_id in document_ids:
            yield Incoming(
                document=self._catalogue.document(document_id),
                location=self._catalogue.location_of(document_id),
            )

    def _put_all(self, incoming: Iterable[Incoming], *, anew: bool) -> Iterator[Stored | Failed]:
        waiting: dict[str, _Waiting] = {}
        for one in incoming:
            document_id = one.document.document_id
            if document_id in waiting:  # two versions: the later one replaces the earlier
                yield from self._store(list(waiting.values()))
                waiting.clear()
            waiting[document_id] = self._split(one, anew=anew)
            if _is_enough(list(waiting.values())):
                yield from self._store(list(waiting.values()))
                waiting.clear()
        yield from self._store(list(waiting.values()))

    def _split(self, incoming: Incoming, *, anew: bool) -> _Waiting:
        document = incoming.document
        if not anew and self._hashes().get(document.document_id) == document.content_hash:
            unchanged = Stored(source=document.source, outcome="unchanged", passages=0)
            return _Waiting(incoming=incoming, result=unchanged)
        passages = attempt(document, lambda: self._splitter.split(document))
        if isinstance(passages, Failed):
            return _Waiting(incoming=incoming, result=passages)
        return _Waiting(incoming=incoming, passages=passages)

    def _store(self, waiting: Sequence[_Waiting]) -> Iterator[Stored | Failed]:
        """Encode what waits together, then write one document after the other."""
        changed = [one for one in waiting if one.result is None]
        vectors = iter(self._encode(changed))
        for one in waiting:
            yield one.result or self._write(one, next(vectors))

    def _encode(self, changed: Sequence[_Waiting]) -> Sequence[PassageVectors | Failed]:
        """Give each document's vectors; if together they fail, each is tried by itself."""
        if not changed:
            return []
        passages = [passage for one in changed for passage in one.passages]
        together = attempt(
            changed[0].incoming.document,
            lambda: self._encoder.encode_passages(
                [f"{passage.context}\n{passage.text}" for passage in passages],
                [_sentences(passage) for passage in passages],
            ),
        )
        if not isinstance(together, Failed):
            return together.split([len(one.passages) for one in changed])
        if len(changed) == 1:
            return [together]
        return [vectors for one in changed for vectors in self._encode([one])]

    def _write(self, waiting: _Waiting, vectors: PassageVectors | Failed) -> Stored | Failed:
        if isinstance(vectors, Failed):
            return vectors
        document, passages = waiting.incoming.document, waiting.passages

        def write() -> Stored:
            self._catalogue.put_document(
                document, waiting.incoming.location, passages, vectors, self.manifest()
            )
            was_known = document.document_id in self._hashes()
            self._hashes()[document.document_id] = document.content_hash
            self._follow_now_and_then(len(passages))
            outcome: Literal["added", "replaced"] = "replaced" if was_known else "added"
            return Stored(source=document.source, outcome=outcome, passages=len(passages))

        return attempt(document, write)

    def _follow_now_and_then(self, passages: int) -> None:
        self._unfollowed += passages
        if self._unfollowed >= _FOLLOW_EVERY:
            self._vectors.follow()
            self._unfollowed = 0

    def _hashes(self) -> dict[str, str]:
        if self._known is None:
            self._known = {
                stored.document_id: stored.content_hash for stored in self._catalogue.documents()
            }
        return self._known


def _stored(result: Stored | Failed) -> Stored:
    if isinstance(result, Failed):
        raise result.error
    return result


def _is_enough(waiting: Sequence[_Waiting]) -> bool:
    """Whether to go on; where nothing needs the encoder, nothing is waited for."""
    passages = sum(len(one.passages) for one in waiting)
    is_full = passages >= _PASSAGES_TOGETHER or len(waiting) >= _DOCUMENTS_TOGETHER
    return is_full or passages == 0


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
