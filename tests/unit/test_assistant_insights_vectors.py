"""Vectors are computed once, a few at a time, beside whoever waits for them."""

import logging
import threading
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.insights import vectors
from assistant.insights.report import Texts
from assistant.insights.vectors import QuestionVectors
from index.errors import EncoderUnavailable
from tests.fakes_index import KeywordEncoder

FOREVER = 60.0


def texts(*whole: str) -> Texts:
    return Texts(whole=whole, rest=tuple(f"rest of {text}" for text in whole))


class Gate(KeywordEncoder):
    """Encodes only after it was let."""

    def __init__(self) -> None:
        super().__init__()
        self.open = threading.Event()
        self.batches: list[int] = []

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        assert self.open.wait(FOREVER)
        self.batches.append(len(texts))
        return super().encode(texts)


def test_every_text_is_encoded_once_and_a_few_at_a_time() -> None:
    encoder = Gate()
    encoder.open.set()
    found = QuestionVectors(encoder.encode)

    first = found.find(texts("lab", "fund", "park"), patience=FOREVER)
    again = found.find(texts("fund", "lab"), patience=0.0)

    assert encoder.encoded == 6
    assert max(encoder.batches) <= 4
    assert first.vectors is not None
    assert again.vectors is not None
    assert first.compared == 3
    np.testing.assert_array_equal(again.vectors.whole, first.vectors.whole[[1, 0]])
    np.testing.assert_array_equal(again.vectors.whole, encoder.encode(["fund", "lab"]))
    np.testing.assert_array_equal(
        again.vectors.rest, encoder.encode(["rest of fund", "rest of lab"])
    )


def test_whoever_does_not_wait_gets_none_and_those_to_come_are_computed() -> None:
    encoder = Gate()
    found = QuestionVectors(encoder.encode)

    early = found.find(texts("lab"), patience=0.0)
    encoder.open.set()
    later = found.find(texts("lab"), patience=FOREVER)

    assert (early.vectors, early.compared) == (None, 0)
    assert later.vectors is not None


def test_a_model_that_does_not_load_leaves_the_words_and_is_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    encoder = KeywordEncoder()
    failures = [EncoderUnavailable("model", "it is gone.")]

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        if failures:
            raise failures.pop()
        return encoder.encode(texts)

    found = QuestionVectors(encode)
    with caplog.at_level(logging.ERROR):
        failed = found.find(texts("secret question"), patience=FOREVER)
    tried = found.find(texts("secret question"), patience=FOREVER)

    assert (failed.vectors, failed.compared) == (None, 0)
    assert tried.vectors is not None
    assert "compared by meaning" in caplog.text
    assert "secret" not in caplog.text


def test_the_longest_unused_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_MOST_KEPT", 4)
    encoder = KeywordEncoder()
    found = QuestionVectors(encoder.encode)

    found.find(texts("lab", "fund"), patience=FOREVER)
    found.find(texts("lab"), patience=FOREVER)
    found.find(texts("park"), patience=FOREVER)
    assert encoder.encoded == 6
    found.find(texts("lab"), patience=FOREVER)
    assert encoder.encoded == 6
    found.find(texts("fund"), patience=FOREVER)

    assert encoder.encoded == 8


def test_closing_stops_the_work_and_nothing_starts_after() -> None:
    encoder = Gate()
    found = QuestionVectors(encoder.encode)
    found.find(texts(*map(str, range(50))), patience=0.0)
    encoder.open.set()

    found.close()
    looked = found.find(texts("lab"), patience=0.0)

    assert sum(encoder.batches) < 100
    assert looked.vectors is None


def test_half_a_surrogate_pair_does_no_harm() -> None:
    looked = QuestionVectors(KeywordEncoder().encode).find(texts("\ud800"), patience=FOREVER)

    assert looked.vectors is not None
