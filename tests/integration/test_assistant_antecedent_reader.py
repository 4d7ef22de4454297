"""The shipped reader of follow-ups itself: what it points at, and which files it refuses."""

import shutil
from pathlib import Path

import pytest

from assistant.antecedent_reader import OnnxAntecedentReader
from assistant.errors import ModelUnavailable
from assistant.model import Answer, Turn
from assistant.question.following.reading_back import ReadBack, history_of


@pytest.fixture(scope="module")
def reader() -> OnnxAntecedentReader:
    return OnnxAntecedentReader()


def _read(reader: OnnxAntecedentReader, question: str, *turns: tuple[str, str, str]) -> ReadBack:
    history = history_of(
        [
            Turn(
                turn_id="1",
                question=asked,
                query=asked,
                answer=Answer(status="answered", text=text, short_answer=short or None),
            )
            for asked, text, short in turns
        ]
    )
    return ReadBack(history=history, pointed=reader.read_back(question, history))


BOAT = (
    "Which company is the largest customer of Sundvik Labs?",
    "**Sundvik Labs**: The largest customer is the shop chain Fiskarn, which has 40 shops. [1]",
    "Fiskarn",
)
RUNS = (
    "Who runs the Pilot Hall?",
    "**Pilot Hall**: Torvik College owns the hall, and Anna Lindvall runs it. [1]",
    "Anna Lindvall",
)


def test_shops_are_the_chain_s_and_not_the_laboratory_s(reader: OnnxAntecedentReader) -> None:
    read = _read(reader, "how many shops do they have?", BOAT)
    assert read.share("Fiskarn") > read.share("Sundvik Labs")


def test_a_person_is_she_and_a_hall_is_it(reader: OnnxAntecedentReader) -> None:
    she = _read(reader, "since when does she work there?", RUNS)
    assert she.share("Anna Lindvall") > she.share("Torvik College")
    it = _read(reader, "how big is it?", RUNS)
    assert it.share("Pilot Hall") > it.share("Anna Lindvall")


def test_shares_are_at_most_one_together_and_the_likeliest_comes_first(
    reader: OnnxAntecedentReader,
) -> None:
    read = _read(reader, "how many shops do they have?", BOAT)
    shares = [one.share for one in read.pointed]
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1.001
    assert all(read.history[one.start : one.end].strip() for one in read.pointed)


def test_a_question_with_a_name_of_its_own_points_at_little(reader: OnnxAntecedentReader) -> None:
    alone = _read(reader, "Which incubators in Norrvik take no equity?", BOAT)
    back = _read(reader, "how many shops do they have?", BOAT)
    assert sum(one.share for one in alone.pointed) < sum(one.share for one in back.pointed)


def test_any_length_and_nothing_at_all_are_read(reader: OnnxAntecedentReader) -> None:
    assert reader.read_back("it?", "") == ()
    assert reader.read_back("", "Asked: Who? Answer: Alfa")
    assert reader.read_back("who owns it? " * 200, "Asked: Who? Answer: Alfa " * 200)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "following"
    shutil.copytree(OnnxAntecedentReader().folder, folder)
    with (folder / "model.onnx").open("r+b") as stream:
        stream.write(b"x")
    with pytest.raises(ModelUnavailable, match="reader of follow-ups"):
        OnnxAntecedentReader(folder=folder).load()
