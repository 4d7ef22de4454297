"""Many documents at once: what is encoded together, what fails alone, what a stop leaves."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from corpus.document import Document
from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.errors import EncoderUnavailable
from index.incoming import Failed, Incoming, Stored
from index.paragraphs import Span
from index.passage_vectors import PassageVectors
from index.splitting_options import SplittingOptions
from index.vectors import VectorSearch
from tests.fakes_index import HashEncoder, document_of

# One passage a paragraph.
_OPTIONS = SplittingOptions(min_tokens=0, target_tokens=16, max_tokens=200)
_FILLING = "words " * 16


class CountingEncoder(HashEncoder):
    """Remembers how many texts came with each call, and fails on some texts."""

    def __init__(self) -> None:
        """Fail on nothing yet."""
        super().__init__()
        self.calls: list[int] = []
        self.poison = "never"
        self.error: Exception = ValueError("poison")

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]], /
    ) -> PassageVectors:
        """Encode, or raise the error."""
        self.calls.append(len(texts))
        if any(self.poison in text for text in texts):
            raise self.error
        return super().encode_passages(texts, sentences)


class Base:
    """A data folder and what writes it."""

    def __init__(self, folder: Path) -> None:
        """Open it; vectors are searched exactly."""
        self.catalogue = Catalogue.open(folder)
        self.encoder = CountingEncoder()
        vectors = VectorSearch(self.catalogue, folder)
        self.builder = IndexBuilder(self.catalogue, vectors, self.encoder, _OPTIONS)

    def names(self) -> list[str]:
        """Give the documents that are stored."""
        return sorted(stored.document_id for stored in self.catalogue.documents())


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return Base(tmp_path / "data")


def made(name: str, paragraphs: int = 1, text: str = "") -> Document:
    texts = [f"{name} {line} {text} {_FILLING}" for line in range(paragraphs)]
    return document_of(name, *texts)


def arriving(*documents: Document) -> Iterator[Incoming]:
    for document in documents:
        yield Incoming(document=document, location=f"/{document.document_id}")


def test_small_documents_are_encoded_together_and_told_in_order(base: Base) -> None:
    documents = [made(f"document-{number:02}", 2) for number in range(10)]

    results = list(base.builder.put_all(arriving(*documents)))

    assert base.encoder.calls == [20]
    assert results == [
        Stored(source=f"document-{number:02}.md", outcome="added", passages=2)
        for number in range(10)
    ]


def test_vectors_are_those_of_documents_stored_one_by_one(base: Base, tmp_path: Path) -> None:
    documents = [made(f"document-{number}", number) for number in (3, 1, 2)]
    alone = Base(tmp_path / "alone")
    for document in documents:
        alone.builder.put(document, f"/{document.document_id}")

    list(base.builder.put_all(arriving(*documents)))

    [together] = base.catalogue.log.vectors()
    [one_by_one] = alone.catalogue.log.vectors()
    assert (together.vectors == one_by_one.vectors).all()
    numbers = together.numbers.tolist()
    held = base.catalogue.log.sentences_of(numbers, HashEncoder.dimension)
    expected = alone.catalogue.log.sentences_of(numbers, HashEncoder.dimension)
    assert held.numbers.tolist() == expected.numbers.tolist()
    assert (held.vectors == expected.vectors).all()


def test_no_more_is_read_ahead_than_is_encoded_together(base: Base) -> None:
    read: list[str] = []

    def watched() -> Iterator[Incoming]:
        for one in arriving(*[made(f"document-{number:03}", 10) for number in range(100)]):
            read.append(one.document.document_id)
            yield one

    results = base.builder.put_all(watched())
    next(results)

    assert len(read) == 7  # of ten passages each: the first to reach 64
    assert len(list(results)) == 99
    assert max(base.encoder.calls) == 70


def test_documents_that_nothing_came_of_wait_for_nothing(base: Base) -> None:
    documents = [made("smile"), made("nome")]
    list(base.builder.put_all(arriving(*documents)))
    read: list[str] = []

    def watched() -> Iterator[Incoming]:
        for one in arriving(*documents):
            read.append(one.document.document_id)
            yield one

    [first, *_] = [(result, len(read)) for result in base.builder.put_all(watched())]

    assert first == (Stored(source="smile.md", outcome="unchanged", passages=0), 1)


def test_one_that_cannot_be_encoded_is_told_and_the_others_are_stored(base: Base) -> None:
    base.encoder.poison = "poison"
    documents = [made("first"), made("second", text="poison"), made("third")]

    results = list(base.builder.put_all(arriving(*documents)))

    assert [type(result) for result in results] == [Stored, Failed, Stored]
    assert results[1] == Failed(source="second.md", error=base.encoder.error)
    assert base.names() == ["first", "third"]


def test_one_that_cannot_be_stored_is_told_and_the_others_are_stored(base: Base) -> None:
    stray = "\ud800"  # half a character, which no database takes
    documents = [made("first"), made("second"), made("third")]
    broken = Document(
        document_id="second",
        title=stray,
        source="second.md",
        language="en",
        text=documents[1].text,
        content_hash="other",
        blocks=documents[1].blocks,
    )

    results = list(base.builder.put_all(arriving(documents[0], broken, documents[2])))

    assert [type(result) for result in results] == [Stored, Failed, Stored]
    assert base.names() == ["first", "third"]
    # It is not taken for stored: mended it goes in.
    assert base.builder.put(documents[1], "/second").outcome == "added"


def test_what_is_about_no_document_stops_all_and_keeps_what_was_told(base: Base) -> None:
    base.encoder.poison, base.encoder.error = "poison", EncoderUnavailable("model", "gone")
    documents = [made("first", 64), made("second"), made("third", text="poison")]
    results = base.builder.put_all(arriving(*documents))

    assert next(results) == Stored(source="first.md", outcome="added", passages=64)
    with pytest.raises(EncoderUnavailable):
        next(results)

    assert base.names() == ["first"]


def test_a_later_version_replaces_an_earlier_one_of_the_same_run(base: Base) -> None:
    earlier, later = made("smile", 2), made("smile", 1, text="later")

    results = list(base.builder.put_all(arriving(earlier, made("nome"), later)))

    assert [result.outcome for result in results if isinstance(result, Stored)] == [
        "added",
        "added",
        "replaced",
    ]
    assert base.catalogue.document("smile").text == later.text
    assert len(base.catalogue.passages_of("smile")) == 1


def test_a_single_document_that_fails_raises(base: Base) -> None:
    base.encoder.poison = "poison"

    with pytest.raises(ValueError, match="poison"):
        base.builder.put(made("smile", text="poison"), "/smile")


def test_documents_made_anew_are_encoded_together(base: Base) -> None:
    list(base.builder.put_all(arriving(made("smile"), made("nome"))))
    base.encoder.calls.clear()

    assert base.builder.remake(["smile", "nome"]) == 2
    assert base.encoder.calls == [2]
