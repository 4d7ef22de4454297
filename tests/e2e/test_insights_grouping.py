"""Groups questions with the real encoder, as people ask them about our own documents."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from assistant.insights.grouping import Vectors, group_alike
from assistant.insights.names import Names, names_of
from assistant.insights.telling import kind_of, numbers_in
from index.encoding import SentenceTransformerEncoder
from tests.insights_questions import HELD_OUT, TUNED

DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"

Pairs = set[tuple[int, int]]


@pytest.fixture(scope="module")
def encoder() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder()


@pytest.fixture(scope="module")
def names() -> Names:
    heads = [path.read_text("utf-8").split("---")[1] for path in DOCUMENTS.glob("*.md")]
    return names_of(yaml.safe_load(head)["title"] for head in heads)


def pairs_in(groups: Sequence[Sequence[int]]) -> Pairs:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


@pytest.mark.parametrize(
    ("groups", "precision", "recall"), [(TUNED, 0.95, 0.53), (HELD_OUT, 0.95, 0.6)]
)
def test_groups_hold_what_people_would_put_together_and_hardly_anything_else(
    encoder: SentenceTransformerEncoder,
    names: Names,
    groups: Sequence[Sequence[str]],
    precision: float,
    recall: float,
) -> None:
    questions = [question for group in groups for question in group]
    places = iter(range(len(questions)))
    wanted = pairs_in([[next(places) for _ in group] for group in groups])
    splits = [names.split(question) for question in questions]
    vectors = Vectors(
        whole=encoder.encode(questions), rest=encoder.encode([split.rest for split in splits])
    )

    named = [split.named | numbers_in(split.rest) for split in splits]
    kinds = [kind_of(split.rest) for split in splits]
    found = pairs_in(group_alike(vectors, named, [1] * len(questions), kinds))

    assert len(found & wanted) / len(found) >= precision
    assert len(found & wanted) / len(wanted) >= recall
