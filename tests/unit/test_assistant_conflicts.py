"""Documents that disagree are shown side by side; what only seems to disagree is not."""

from assistant.model import Conversation, Turn
from corpus.document import Document
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
ALFA = make_document("Alfa", "Alfa was founded in 2010. Alfa has 40 members and 7 employees.")


def _asked(question: str, other: Document, *spans: str) -> Turn:
    return make_assistant([ALFA, other], dict.fromkeys(spans, 4.0)).ask(question, NEW)


def test_two_years_for_one_founding_are_both_shown_with_document_and_date() -> None:
    other = make_document("Beta", "Alfa, founded in 2009, is our neighbour.")
    answer = _asked("When was Alfa founded?", other, "2010", "2009").answer
    assert [conflict.citation_numbers for conflict in answer.conflicts] == [(1, 2)]
    assert "**Alfa** (as of 2018): Alfa was founded in 2010. [1]" in answer.text
    assert "**Beta** (as of 2018): Alfa, founded in 2009, is our neighbour. [2]" in answer.text
    assert answer.short_answer == "2010 or 2009"


def test_two_counts_of_the_same_are_a_conflict_whatever_words_they_are_in() -> None:
    other = make_document("Beta", "Alfa has forty-five members.")
    answer = _asked("How many members does Alfa have?", other, "40", "forty-five").answer
    assert len(answer.conflicts) == 1


def test_the_same_value_in_other_words_is_no_conflict() -> None:
    other = make_document("Beta", "Alfa has forty members.")
    answer = _asked("How many members does Alfa have?", other, "40", "forty").answer
    assert answer.conflicts == ()


def test_a_range_that_holds_the_other_value_is_no_conflict() -> None:
    other = make_document("Beta", "Alfa has more than 30 members.")
    answer = _asked("How many members does Alfa have?", other, "40", "30").answer
    assert answer.conflicts == ()


def test_a_count_of_something_else_is_no_conflict() -> None:
    other = make_document("Beta", "Alfa has 12 offices.")
    answer = _asked("How many members does Alfa have?", other, "40", "12").answer
    assert answer.conflicts == ()


def test_a_year_of_another_entity_is_no_conflict() -> None:
    other = make_document("Beta", "Beta was founded in 2009.")
    answer = _asked("When was Alfa founded?", other, "2010", "2009").answer
    assert answer.conflicts == ()
