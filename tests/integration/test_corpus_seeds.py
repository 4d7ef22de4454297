"""Reading real web page dumps, where some paragraphs have lost their headings."""

import os
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.loader import discover, load_document
from index.passage import Passage
from index.splitting import Splitter

_PARENT = Path(__file__).resolve().parents[2].parent
# Read here because tests run without ASSISTANT_ variables.
_SEEDS = Path(os.environ.get("ASSISTANT_TEST_SHARED", _PARENT / "shared")) / "seeds"

pytestmark = pytest.mark.skipif(
    not _SEEDS.is_dir(), reason="needs the sample texts: set ASSISTANT_TEST_SHARED to their folder"
)


def document(prefix: str) -> Document:
    return next(
        load_document(file)
        for file in discover([_SEEDS]).files
        if file.path.name.startswith(prefix)
    )


def passages(prefix: str) -> tuple[Passage, ...]:
    return Splitter(lambda text: len(text.split())).split(document(prefix))


def heading_above(prefix: str, words: str) -> str | None:
    (passage,) = (passage for passage in passages(prefix) if words in passage.text)
    return passage.heading


@pytest.mark.parametrize(
    ("prefix", "title"),
    [
        ("000", "000 26a0bfb7acc8b379"),
        ("001", "Medicon Village partners for cross border collaborations"),
        ("002", "002 170d61dc3f59a6dd"),
        ("003", "Stockholm Life Tech vital to Flemingsberg’s development"),
    ],
)
def test_a_first_heading_is_the_title_and_a_first_sentence_is_not(prefix: str, title: str) -> None:
    assert document(prefix).title == title
    assert document(prefix).language == "en"


@pytest.mark.parametrize(
    ("prefix", "words", "heading"),
    [
        ("000", "A non-profit membership organisation", "Medicon Valley Alliance (MVA)"),
        (
            "000",
            "SmiLe Incubator do not take equity",
            "Smile Incubator – enabling life science innovation",
        ),
        ("000", "EUR 717 million", "Built on a Successful Foundation"),
        ("001", "Danske Bank | Folksam", "Supporting Partners"),
        ("001", "EFL offer open programs", "EFL - Executive Foundation Lund"),
        ("001", "managed by the Innovation Campus GIANT", "High Level Forum"),
        ("001", "have three sites", "Open Lab"),
        ("003", "opened – a new co-working space", "The Park Novum inaugurated!"),
        ("003", "with an orange booth", "Flemingsberg Brought Color to Nordic Life Science Days"),
    ],
)
def test_text_stands_under_its_heading(prefix: str, words: str, heading: str) -> None:
    assert heading_above(prefix, words) == heading


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("000", "The national non-profit association"),
        ("001", "CAMP is a Vinnova"),
        ("001", "Inspired by the MIT Venture Mentoring Service"),
        ("001", "The NOME initiative is an independent organization"),
        ("001", "SwedenBIO is the national"),
        ("002", "Hagastaden in Stockholm is a unique area"),
        ("003", "Firstly, it is a regional initiative"),
    ],
)
def test_text_that_lost_its_heading_stands_under_none(prefix: str, words: str) -> None:
    assert heading_above(prefix, words) is None


def test_lines_without_empty_lines_between_are_paragraphs() -> None:
    assert len(document("002").blocks) == 17


def test_a_lead_in_stays_with_what_it_leads_to() -> None:
    (passage,) = (p for p in passages("001") if "The current supporting partners are:" in p.text)
    assert passage.text.endswith("Sparbanken Skåne")
