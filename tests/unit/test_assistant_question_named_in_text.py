"""Names that passages write as names, whatever their titles are."""

from assistant.question.named_in_text import names_in_text
from tests.fakes_answering import make_document, make_passage

LONG = (
    "Our partners are many. The MultiHelix Think Tank (MTT) gathers experts. MTT was founded in "
    "2016. Science parks help, and Sweden has many of them. The Bridge Summit comes every year."
)
PASSAGE = make_passage(make_document("Our network", LONG))


def _titles(question: str, taken: tuple[int, ...] = ()) -> list[str]:
    return [one.title for one in names_in_text(question, [PASSAGE], taken)]


def test_a_name_without_a_page_is_found_with_its_short_form() -> None:
    (found,) = names_in_text("when was the multihelix think tank set up", [PASSAGE], ())
    assert found.forms == (("multihelix", "think", "tank"), ("mtt",))
    assert found.said == frozenset({3, 4, 5})
    assert found.document_id == ""


def test_a_short_form_leads_to_the_long_one() -> None:
    (found,) = names_in_text("Who is in MTT?", [PASSAGE], ())
    assert ("multihelix", "think", "tank") in found.forms


def test_a_word_that_is_also_written_small_is_no_name() -> None:
    assert _titles("Which parks does Sweden have?") == ["sweden"]


def test_words_that_name_a_document_already_are_left_alone() -> None:
    assert _titles("Who is in MTT?", taken=(3,)) == []


def test_the_longest_run_is_taken() -> None:
    assert _titles("How often is the Bridge Summit held?") == ["bridge summit"]


def test_a_word_of_a_longer_name_alone_is_a_name_only_where_the_question_writes_it_so() -> None:
    assert _titles("when did the park summit take place") == []
    assert _titles("When did the Bridge take place?") == ["bridge"]


def test_the_verb_at_the_end_of_a_question_is_no_name() -> None:
    fund = make_passage(
        make_document("Elm", "The Elm Town Council helps. It is the Fund that pays.")
    )
    for question, named in (
        ("What does Elm Town fund?", ["elm town"]),
        ("Who pays for the fund?", ["fund"]),
        ("What does it do for the fund?", ["fund"]),
    ):
        assert [one.title for one in names_in_text(question, [fund], ())] == named
