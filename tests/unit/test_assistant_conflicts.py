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


def test_figures_told_of_different_years_are_no_conflict() -> None:
    other = make_document("Beta", "Alfa had 25 members at the end of 2016.")
    now = make_document("Alfa", "In May 2018 Alfa had 40 members.")
    assistant = make_assistant([now, other], {"40": 4.0, "25": 4.0})
    answer = assistant.ask("How many members does Alfa have?", NEW).answer
    assert answer.conflicts == ()
    assert answer.short_answer == "40"
    first, second = answer.text.splitlines()[-2:]
    assert answer.text.startswith("At different times:")
    assert "In May 2018 Alfa had 40 members." in first
    assert "Alfa had 25 members at the end of 2016." in second


def test_a_part_does_not_contradict_the_whole() -> None:
    other = make_document("Beta", "Alfa has many members, including 12 members from Norway.")
    answer = _asked("How many members does Alfa have?", other, "40", "12").answer
    assert answer.conflicts == ()


def test_the_year_of_opening_does_not_contradict_the_year_of_founding() -> None:
    other = make_document("Beta", "Alfa opened in 2013.")
    answer = _asked("When was Alfa founded?", other, "2010", "2013").answer
    assert answer.conflicts == ()


def test_two_heads_are_a_conflict_and_a_chair_beside_a_head_is_none() -> None:
    led = make_document("Alfa", "Alfa is led by Ada Ek.")
    run = make_document("Beta", "Alfa is run by Bo Ask.")
    chaired = make_document("Gamma", "Alfa's board is chaired by Siv Ull.")
    spans = {"Ada Ek": 5.0, "Bo Ask": 4.0, "Siv Ull": 4.0}
    question = "Who is in charge of Alfa?"
    answer = make_assistant([led, run], spans).ask(question, NEW).answer
    assert answer.short_answer == "Ada Ek or Bo Ask"
    assert make_assistant([led, chaired], spans).ask(question, NEW).answer.conflicts == ()


def test_two_descriptions_of_a_focus_are_both_shown() -> None:
    one = make_document("Alfa", "The focus of Alfa is on water and waste.")
    other = make_document("Beta", "Alfa concentrates on batteries.")
    assistant = make_assistant([one, other], {"water and waste": 5.0, "batteries": 3.0})
    answer = assistant.ask("What is the focus of Alfa?", NEW).answer
    assert [conflict.citation_numbers for conflict in answer.conflicts] == [(1, 2)]


def test_a_length_in_other_units_is_compared_as_time() -> None:
    one = make_document("Alfa", "A stay at Alfa is two years.")
    same = make_document("Beta", "A stay at Alfa lasts 24 months.")
    longer = make_document("Gamma", "A stay at Alfa lasts 30 months.")
    spans = {"two years": 5.0, "24 months": 4.0, "30 months": 4.0}
    question = "How long is a stay at Alfa?"
    assert make_assistant([one, same], spans).ask(question, NEW).answer.conflicts == ()
    assert len(make_assistant([one, longer], spans).ask(question, NEW).answer.conflicts) == 1


def test_an_earlier_figure_does_not_contradict_the_present_one() -> None:
    other = make_document("Beta", "At the end of 2016 Alfa had 25 members.")
    answer = _asked("How many members does Alfa have?", other, "40", "25").answer
    assert answer.conflicts == ()


def test_a_figure_of_another_name_in_a_list_is_no_conflict() -> None:
    other = make_document("Beta", "We know Alfa (maps), Sonja Care (lifts, 210 members) and more.")
    answer = _asked("How many members does Alfa have?", other, "40", "210").answer
    assert answer.conflicts == ()
