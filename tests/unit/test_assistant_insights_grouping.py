"""Names are taken out of questions; questions that mean the same are put together, no others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assistant.insights import grouping
from assistant.insights.grouping import Vectors, group_alike, most_central
from assistant.insights.names import names_of
from assistant.insights.questions import distinct_questions
from tests.insights_turns import ask

TITLES = [
    "SmiLe Incubator", "Medicon Valley", "Medicon Valley Alliance", "The Bridge Forum",
    "Karolinska Institutet (KI)", "Swedish Research Council", "KTH", "Vecura",
]  # fmt: skip


def rows(*angles: float) -> "NDArray[np.float32]":
    """Unit vectors in the plane: the likeness of two is the cosine of the angle between them."""
    turned = np.radians(np.array(angles))
    return np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)


def same(*angles: float) -> Vectors:
    """Vectors of questions without a name: whole and rest are the same."""
    return Vectors(whole=rows(*angles), rest=rows(*angles))


@pytest.mark.parametrize(
    ("question", "named", "rest"),
    [
        ("Who runs SmiLe?", {"SmiLe Incubator"}, "Who runs it?"),
        ("smile incubator's ceo", {"SmiLe Incubator"}, "it's ceo"),
        ("Medicon Valley Alliance members", {"Medicon Valley Alliance"}, "it members"),
        ("mva members", {"Medicon Valley Alliance"}, "it members"),
        ("What is Medicon Valley?", {"Medicon Valley"}, "What is it?"),
        ("Is KTH near the Bridge Forum?", {"KTH", "The Bridge Forum"}, "Is it near it?"),
        ("How old is KI?", {"Karolinska Institutet (KI)"}, "How old is it?"),
        ("Who smiles?", set(), "Who smiles?"),
        ("", set(), ""),
    ],
)
def test_known_names_are_taken_out(question: str, named: set[str], rest: str) -> None:
    split = names_of(TITLES).split(question)

    assert (split.named, split.rest) == (frozenset(named), rest)


def test_a_first_word_of_two_titles_names_neither() -> None:
    names = names_of(["SweCris", "SweCris Days", "NoNoWords of"])

    assert names.split("swecris").named == {"SweCris"}
    assert names_of(["SweCris Days", "SweCris Nights"]).split("swecris").named == frozenset()


@pytest.mark.parametrize("titles", [[], [""], ["???"], ["  ", "()"]])
def test_titles_without_a_word_name_nothing(titles: list[str]) -> None:
    assert names_of(titles).split("Who runs it?").named == frozenset()


@given(st.text(max_size=100))
def test_a_question_without_names_stays_as_it_is(question: str) -> None:
    assert names_of(["Vecura"]).split(question.replace("v", "").replace("V", "")).rest == (
        question.replace("v", "").replace("V", "")
    )


def test_near_questions_come_together_and_far_ones_do_not() -> None:
    nothing = [frozenset[str]()] * 4

    groups = group_alike(same(0, 10, 90, 95), nothing, [1, 1, 1, 1])

    assert groups == ((0, 1), (2, 3))


def test_no_chain_of_small_steps_leads_from_one_subject_to_another() -> None:
    nothing = [frozenset[str]()] * 4

    groups = group_alike(same(0, 40, 80, 120), nothing, [1, 1, 1, 1])

    assert sorted(at for group in groups for at in group) == [0, 1, 2, 3]
    assert max(map(len, groups)) == 2


def test_the_same_question_about_another_name_is_another_question() -> None:
    named = [frozenset({"A"}), frozenset({"B"}), frozenset({"A"})]

    assert group_alike(same(0, 0, 0), named, [1, 1, 1]) == ((0, 2), (1,))


def test_questions_that_share_only_their_name_stay_apart() -> None:
    vectors = Vectors(whole=rows(0, 20), rest=rows(0, 100))

    assert group_alike(vectors, [frozenset({"A"})] * 2, [1, 1]) == ((0,), (1,))


def test_of_too_many_questions_the_rarest_only_join(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MOST_COMPARED", 2)
    nothing = [frozenset[str]()] * 5

    groups = group_alike(same(0, 90, 5, 180, 185), nothing, [9, 8, 1, 1, 1])

    assert groups == ((0, 2), (1,), (3,), (4,))


def test_no_questions_make_no_groups() -> None:
    empty = np.empty((0, 2), dtype=np.float32)

    assert group_alike(Vectors(whole=empty, rest=empty), [], []) == ()


def test_the_name_is_nearest_to_most_askings() -> None:
    vectors = same(0, 10, 20, 30)

    assert most_central([0, 1, 2, 3], [1, 1, 1, 1], vectors, whole=[False] * 4) in (1, 2)
    assert most_central([0, 1, 2, 3], [9, 1, 1, 1], vectors, whole=[False] * 4) == 0
    assert most_central([3], [1], vectors, whole=[False]) == 3


def test_of_questions_hardly_less_near_a_whole_sentence_names_the_group() -> None:
    assert most_central([0, 1, 2], [1, 1, 1], same(0, 10, 20), whole=[True, False, False]) == 0
    assert most_central([0, 1, 2], [1, 1, 1], same(0, 60, 65), whole=[True, False, False]) == 1


def test_ties_go_to_the_first() -> None:
    assert most_central([1, 0], [1, 1], same(0, 10), whole=[True, True]) == 1


def test_the_same_words_are_one_question_however_written() -> None:
    asked = [
        *ask("Who funds CAMP?"), *ask("who funds  camp"), *ask("Who funds CAMP?"),
        *ask("Vem är på Åby?"), *ask("vem är på åby"), *ask("???"), *ask("!!"), *ask("???"),
    ]  # fmt: skip

    questions = distinct_questions(asked)

    assert [(each.text, len(each.asked)) for each in questions] == [
        ("Who funds CAMP?", 3), ("Vem är på Åby?", 2), ("???", 2), ("!!", 1),
    ]  # fmt: skip
