"""The shipped reader itself: what it finds, how windows join, and which files it refuses."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import ModelUnavailable
from assistant.reader import OnnxReader
from index.sentences import split_sentences
from tests.fakes_answering import make_document, make_passage

SCILIFELAB = make_passage(
    make_document(
        "SciLifeLab", "SciLifeLab is a centre in Stockholm. It opened in 2010. It has 1,500 users."
    )
)
NOME = make_passage(make_document("NOME", "NOME is a mentor network. Novo Nordisk funds it."))


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader()


def test_the_best_span_answers_and_the_right_passage_is_surer(reader: OnnxReader) -> None:
    right, wrong = reader.read("When did SciLifeLab open?", [SCILIFELAB, NOME])
    assert right.spans[0].text == "2010"
    assert right.answerability > wrong.answerability


def test_spans_are_slices_of_one_sentence_best_first(reader: OnnxReader) -> None:
    moved = replace(SCILIFELAB, start=1000, end=1000 + len(SCILIFELAB.text))
    (reading,) = reader.read("When did SciLifeLab open?", [moved])
    assert [span.score for span in reading.spans] == sorted(
        (span.score for span in reading.spans), reverse=True
    )
    sentences = split_sentences(moved.text)
    assert reading.spans
    for span in reading.spans:
        assert moved.text[span.start - 1000 : span.end - 1000] == span.text
        assert any(s.start <= span.start - 1000 and span.end - 1000 <= s.end for s in sentences)


def test_every_sentence_has_a_span(reader: OnnxReader) -> None:
    (reading,) = reader.read("When did SciLifeLab open?", [SCILIFELAB])
    for sentence in split_sentences(SCILIFELAB.text):
        assert any(sentence.start <= s.start and s.end <= sentence.end for s in reading.spans)


def test_an_answer_far_into_a_long_passage_is_found(reader: OnnxReader) -> None:
    filler = "The park has many green lawns and tall old trees. " * 60
    document = make_document("SciLifeLab", f"{filler}SciLifeLab opened in 2010. {filler}")
    (reading,) = reader.read("When did SciLifeLab open?", [make_passage(document)])
    assert reading.spans[0].text == "2010"


def test_a_question_of_any_length_is_read(reader: OnnxReader) -> None:
    (reading,) = reader.read("When did SciLifeLab open? " * 80, [SCILIFELAB])
    assert reading.spans


def test_a_passage_without_words_has_no_spans(reader: OnnxReader) -> None:
    (reading,) = reader.read("When?", [make_passage(make_document("X", " \n "))])
    assert (reading.spans, reading.answerability) == ((), 0.0)


def test_threads_that_come_first_together_read_alike() -> None:
    reader = OnnxReader()
    with ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(lambda _: reader.read("When?", [SCILIFELAB]), range(4)))
    assert all(reading == readings[0] for reading in readings)


def test_a_damaged_or_missing_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    shutil.copytree(OnnxReader().folder, folder)
    with (folder / "model.onnx").open("r+b") as stream:
        stream.write(b"x")
    with pytest.raises(ModelUnavailable, match=r"model\.onnx"):
        OnnxReader(folder=folder).load()
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelUnavailable, match="reinstall"):
        OnnxReader(folder=folder).load()
