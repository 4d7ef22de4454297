"""Which questions are surely the same, by rules: what may differ and what may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.approved.wording import exact_form, is_same, wording_of

SAME = [
    ("Who founded NOME?", "Who was NOME founded by?"),
    ("Who founded NOME?", "NOME founders"),
    ("Who funds CAMP?", "By whom is CAMP financed?"),
    ("When did SciLifeLab open?", "scilifelab opening year"),
    ("How many members does Alfa have?", "What is the number of members of Alfa?"),
    ("What does it cost to rent a desk at Alfa?", "How much does it cost to rent a desk at Alfa?"),
    ("What is Testbed Sweden?", "Tell me about Testbed Sweden"),
    ("Does Alfa cover travel costs?", "Are travel costs covered by Alfa?"),
    ("Who chairs the board of Alfa?", "Who is the chair of Alfa's board?"),
    ("Which regions does Alfa cover?", "List the regions that Alfa covers"),
    ("How do I apply to Alfa?", "How do you apply to Alfa?"),
    ("Who funds the NOME network?", "Who funds NOME?"),
    ("What is the difference between Alfa and Beta?", "How do Beta and Alfa differ?"),
    ("Where can I find the form for Alfa?", "Where is Alfa's form?"),
    ("Does Alfa Incubator take equity?", "does alfa take a stake"),
]

DIFFERENT = [
    ("Who founded NOME?", "Who funds NOME?"),
    ("Who funds NOME?", "Who funds CAMP?"),
    ("Who funds CAMP?", "Whom does CAMP fund?"),
    ("Who founded NOME?", "When was NOME founded?"),
    ("Does Alfa fund Beta?", "Does Beta fund Alfa?"),
    ("Does Alfa take equity?", "Doesn't Alfa take equity?"),
    ("Can firms join Alfa?", "Must firms join Alfa?"),
    ("What is Alfa's budget for 2024?", "What is Alfa's budget for 2023?"),
    ("Who is the CEO of Alfa?", "Who was the CEO of Alfa?"),
    ("Who is the CEO of Alfa?", "Who is the deputy CEO of Alfa?"),
    ("Which universities host Alfa?", "How many universities host Alfa?"),
    ("How many startups supported Alfa?", "How many startups did Alfa support?"),
    ("Who grants a patent?", "Who is a patent granted to?"),
    ("Who moved from Lund to Malmö?", "Who moved from Malmö to Lund?"),
    ("What was found by Black before Watt?", "What was found by Watt before Black?"),
    ("How fast are Ultra Speed+ discs?", "How fast are Ultra Speed discs?"),
    ("According to it, when was Alfa born?", "According to it, where was Alfa born?"),
    ("What are tentacles?", "What do tentacles do?"),
    ("What is the mascot of Alfa?", "What is the name of the mascot of Alfa's rival?"),
    ("Which laws predate it?", "Which laws not not predate it?"),
    ("How many State University of Alfa sites are there?", "How many Alfa State University sites?"),
    ("Is spying for Alfa allowed?", "Is spying on Alfa allowed?"),
    ("Who runs the student network?", "Who runs the student programme?"),
    ("Do you pay us?", "Do we pay you?"),
    ("Can I pay you at Alfa?", "Can you pay me at Alfa?"),
    ("Do startups pay investors?", "Do investors pay startups?"),
    ("Who are the parties of Alfa?", "Who are the parts of Alfa?"),
    ("What is Alfa's policy?", "What is Alfa's police?"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_wordings_of_a_question_are_the_same(one: str, other: str) -> None:
    assert is_same(wording_of(one), wording_of(other))
    assert is_same(wording_of(other), wording_of(one))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_near_misses_are_not_the_same(one: str, other: str) -> None:
    assert not is_same(wording_of(one), wording_of(other))
    assert not is_same(wording_of(other), wording_of(one))


def test_spelling_alone_makes_no_difference() -> None:
    assert exact_form(" WHO  funds nome ?!") == exact_form("Who funds NOME?")


def test_signs_within_a_word_make_a_difference() -> None:
    assert exact_form("Is C++ taught?") != exact_form("Is C taught?")


@given(st.text(max_size=60))
def test_any_text_can_be_taken_apart_and_is_the_same_as_itself(text: str) -> None:
    assert is_same(wording_of(text), wording_of(text))
