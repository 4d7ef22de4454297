"""A small encoder whose vectors are worked out by hand, and documents made of sentences."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.document import Block, BlockKind, Document
from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.paragraphs import Span
from index.passage_vectors import PassageVectors
from index.vectors import VectorSearch

KEYWORDS = ("equity", "fund", "lab", "mentor", "cluster", "park", "member")


class KeywordEncoder:
    """One dimension a keyword, plus one for every text: rankings can be worked out by hand."""

    encoder_id = "keywords@1"
    dimension = len(KEYWORDS) + 1

    def __init__(self) -> None:
        """Count the texts that were encoded."""
        self.encoded = 0

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give L2-normalised rows, shape (texts, dimension)."""
        self.encoded += len(texts)
        rows = [[1.0] + [float(word in text.lower()) * 3 for word in KEYWORDS] for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(len(texts), self.dimension)
        return _normalised(vectors)

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]], /
    ) -> PassageVectors:
        """Encode texts, and each sentence as a text by itself."""
        whole = self.encode(texts)
        pairs = zip(texts, sentences, strict=True)
        cut = [[text[span.start : span.end] for span in spans] for text, spans in pairs]
        encoded = self.encoded
        parts = tuple(self.encode(sentence) for sentence in cut)
        self.encoded = encoded
        return PassageVectors(whole=whole, sentences=parts)

    def match_words(
        self, words: Mapping[str, float], texts: Sequence[str], /
    ) -> NDArray[np.float32]:
        """Give the weights' share of the words that stand in each text."""
        total = sum(words.values())
        shares = [sum(words[word] for word in words if word in text.lower()) for text in texts]
        return np.array(shares, dtype=np.float32).reshape(len(texts)) / np.float32(total or 1)

    def word_likeness(self, words: Sequence[str], texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give 1 for a word that stands in the text, else 0."""
        return np.array(
            [[float(word in text.lower()) for word in words] for text in texts], dtype=np.float32
        ).reshape(len(texts), len(words))

    def count_tokens(self, text: str) -> int:
        """Count words."""
        return len(text.split())


class HashEncoder(KeywordEncoder):
    """Gives every text a direction of its own, fast: for large indexes."""

    encoder_id = "hash@1"
    dimension = 64

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give L2-normalised rows, shape (texts, dimension)."""
        self.encoded += len(texts)
        seeds = [hashlib.sha256(text.encode()).digest()[:8] for text in texts]
        rows = [
            np.random.default_rng(int.from_bytes(seed)).standard_normal(self.dimension)
            for seed in seeds
        ]
        vectors = np.array(rows, dtype=np.float32).reshape(len(texts), self.dimension)
        return _normalised(vectors)


def _normalised(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths: NDArray[np.float32] = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / lengths).astype(np.float32)


def document_of(name: str, *paragraphs: str) -> Document:
    """Make a document of paragraphs; its id and title are its name."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        end = start + len(paragraph)
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=start, end=end))
        start = end + 2
    return Document(
        document_id=name,
        title=name,
        source=f"{name}.md",
        language="en",
        text=text,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        blocks=tuple(blocks),
    )


def filled_catalogue(folder: Path) -> Catalogue:
    """Open a catalogue of 40 documents, all of it in its one file."""
    catalogue = Catalogue.open(folder)
    builder = IndexBuilder(catalogue, VectorSearch(catalogue, folder), KeywordEncoder())
    for number in range(40):
        texts = [f"A mentor programme {number} {line} " + "word " * 50 for line in range(20)]
        builder.put(document_of(f"document-{number}", *texts), f"/document-{number}")
    catalogue.compact()
    return catalogue


def damage(path: Path) -> None:
    """Overwrite a file's pages, but for its first eighth, where the tables are named."""
    held = path.read_bytes()
    kept = len(held) // 8
    path.write_bytes(held[:kept] + b"\xaa" * (len(held) - kept))


def files_with(folder: Path, needle: bytes) -> list[str]:
    """Name the files anywhere under a folder that hold these bytes."""
    return [
        path.name for path in folder.rglob("*") if path.is_file() and needle in path.read_bytes()
    ]
