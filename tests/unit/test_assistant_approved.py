"""Approved answers: kept, served to the same question, expired, renewed, exported."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.approved.answers import ApprovedAnswers
from assistant.approved.cases import cases_of
from assistant.approved.model import Draft, SourceChoice
from assistant.approved.serving import TITLE, without_own_titles
from assistant.errors import (
    ApprovedTwice,
    InvalidApprovedAnswer,
    UnknownApprovedAnswer,
    UnknownDocument,
)
from assistant.model import Answer, Conversation, TurnFinished
from eval.cases import Case, Split
from tests.fakes_answering import answered_turn, make_assistant, make_document
from tests.fakes_approved import TODAY, AlikeEncoder, Shelf, draft, memory_approved

NOME_TEXT = "NOME is a mentor network. The Novo Nordisk Foundation funds NOME."
QUOTE = "The Novo Nordisk Foundation funds NOME."
NEW = Conversation(conversation_id="new")


@pytest.fixture
def shelf() -> Shelf:
    held = Shelf()
    held.put("nome", NOME_TEXT, title="NOME")
    return held


def with_source(*, quoted: bool = True) -> Draft:
    start = NOME_TEXT.index(QUOTE) if quoted else None
    end = len(NOME_TEXT) if quoted else None
    return replace(draft(), sources=(SourceChoice(document_id="nome", start=start, end=end),))


def served(approved: ApprovedAnswers, question: str) -> Answer:
    answer = approved.answer(question)
    assert answer is not None
    return answer


# --- serving --------------------------------------------------------------------------------------


def test_an_approved_answer_is_cited_to_its_author_and_date() -> None:
    approved = memory_approved()
    kept = approved.add(draft())

    answer = served(approved, "who funds nome")

    assert answer.text == "The Novo Nordisk Foundation. [1]"
    (citation,) = answer.citations
    assert citation.document_id == f"approved-{kept.approved_id}"
    assert citation.title == TITLE
    assert citation.source == f"approved by Ada Berg, {kept.approved_at[:10]}"
    assert citation.verified
    document = approved.document(citation.document_id)
    assert document.text[citation.start : citation.end] == citation.quote == kept.text


def test_a_near_miss_is_not_served() -> None:
    approved = memory_approved()
    approved.add(draft())

    assert approved.answer("Who founded NOME?") is None
    assert approved.answer("Who funds CAMP?") is None


def test_any_wording_serves() -> None:
    approved = memory_approved()
    approved.add(replace(draft(), other_wordings=("Where does the money of NOME come from?",)))

    assert served(approved, "where does the money of nome come from").citations


def test_a_picked_quote_is_cited_too_where_it_stands(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    approved.add(with_source())

    answer = served(approved, "Who funds NOME?")

    assert answer.text == "The Novo Nordisk Foundation. [1] [2]"
    quoted = answer.citations[1]
    assert (quoted.title, quoted.source, quoted.heading) == ("NOME", "documents/nome.md", "Funding")
    assert NOME_TEXT[quoted.start : quoted.end] == quoted.quote == QUOTE
    assert quoted.verified


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See [7].", r"See \[7\]. [1]"),
        ("- one\n- two", "- one\n- two [1]"),
        ("| a |\n|---|\n| b |", "| a |\n|---|\n| b |\n\n[1]"),
    ],
)
def test_what_staff_write_never_passes_for_a_citation(text: str, shown: str) -> None:
    approved = memory_approved()
    approved.add(draft(text=text))

    assert served(approved, "Who funds NOME?").text == shown


def test_nothing_is_encoded_where_no_wording_comes_near() -> None:
    approved = memory_approved()
    approved.add(draft())
    encoder = approved.encoder
    assert isinstance(encoder, AlikeEncoder)

    assert approved.answer("When does the library open on Mondays?") is None
    assert encoder.encoded == 0


def test_a_change_by_another_process_is_seen(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    assert approved.answer("Who funds NOME?") is None

    other = ApprovedAnswers(
        store=approved.store, documents=shelf, encoder=approved.encoder, today=approved.today
    )
    kept = other.add(draft())
    assert served(approved, "Who funds NOME?")
    other.remove(kept.approved_id)
    assert approved.answer("Who funds NOME?") is None


# --- expiring -------------------------------------------------------------------------------------


@pytest.mark.parametrize("quoted", [True, False])
def test_it_expires_when_a_document_it_stands_on_changes(shelf: Shelf, *, quoted: bool) -> None:
    approved = memory_approved(shelf)
    kept = approved.add(with_source(quoted=quoted))

    shelf.put("nome", f"As of 2026: {NOME_TEXT}", title="NOME")

    assert approved.answer("Who funds NOME?") is None
    again = approved.get(kept.approved_id)
    assert again.expiry(TODAY) == "NOME changed on 2026-05-04"


def test_it_expires_when_a_document_it_stands_on_is_removed(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    kept = approved.add(with_source())

    shelf.remove("nome")

    assert approved.answer("Who funds NOME?") is None
    assert approved.get(kept.approved_id).expiry(TODAY)


def test_another_document_may_change(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    approved.add(with_source())

    shelf.put("camp", "CAMP is a centre.")

    assert served(approved, "Who funds NOME?")


def test_what_is_as_it_was_again_is_served_again(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    approved.add(with_source())
    shelf.put("nome", "Something else.", title="NOME")
    assert approved.answer("Who funds NOME?") is None

    shelf.put("nome", NOME_TEXT, title="NOME")

    assert served(approved, "Who funds NOME?")


def test_renewing_takes_the_documents_as_they_are(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    kept = approved.add(with_source())
    shelf.put("nome", f"As of 2026: {NOME_TEXT}", title="NOME")

    approved.renew(kept.approved_id)

    quoted = served(approved, "Who funds NOME?").citations[1]
    assert shelf.text_of("nome", quoted.start, quoted.end) == QUOTE


def test_renewing_lets_go_of_what_is_gone(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    kept = approved.add(with_source())
    shelf.remove("nome")

    assert approved.renew(kept.approved_id).sources == ()
    assert len(served(approved, "Who funds NOME?").citations) == 1


def test_it_expires_on_its_day_and_renewing_takes_the_day_away() -> None:
    approved = memory_approved()
    kept = approved.add(replace(draft(), expires_on=date(2026, 5, 5)))
    assert served(approved, "Who funds NOME?")

    approved.today = lambda: date(2026, 5, 5)
    assert approved.answer("Who funds NOME?") is None

    assert approved.renew(kept.approved_id).expires_on is None
    assert served(approved, "Who funds NOME?")


# --- keeping --------------------------------------------------------------------------------------


def test_a_change_keeps_what_is_not_changed(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    kept = approved.add(with_source())
    shelf.put("nome", f"New. {NOME_TEXT}", title="NOME")

    changed = approved.change(kept.approved_id, lambda one: replace(one, text="Novo."))

    assert (changed.question, changed.text) == ("Who funds NOME?", "Novo.")
    (source,) = changed.sources
    assert shelf.text_of("nome", source.start, source.end) == source.quote == QUOTE


def test_a_question_has_one_approved_answer() -> None:
    approved = memory_approved()
    kept = approved.add(draft())

    with pytest.raises(ApprovedTwice) as refused:
        approved.add(replace(draft("Who pays for it?"), other_wordings=("who FUNDS nome",)))
    assert refused.value.approved_id == kept.approved_id
    assert approved.change(kept.approved_id, lambda one: one).question == "Who funds NOME?"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (draft(question="  "), "question is empty"),
        (draft(question="?!"), "no word"),
        (draft(text=" \n"), "answer has no word"),
        (draft(text="x" * 8_001), "8001 characters"),
        (draft(text="half \ud800"), "surrogate"),
        (replace(draft(), author="–"), "author is missing"),
        (replace(draft(), author="a" * 101), "101 characters"),
        (replace(draft(), other_wordings=tuple(f"Who {n}?" for n in range(11))), "11 other"),
        (replace(draft(), sources=(SourceChoice(document_id="nome"),) * 21), "21 sources"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(
    shelf: Shelf, wrong: Draft, said: str
) -> None:
    approved = memory_approved(shelf)
    with pytest.raises(InvalidApprovedAnswer, match=said):
        approved.add(wrong)
    assert approved.answers() == ()


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-3, 4), (0, 10_000), (9, 2), (None, 0)])
def test_a_quote_must_be_a_stretch_of_its_document(
    shelf: Shelf, start: int | None, end: int
) -> None:
    choice = SourceChoice(document_id="nome", start=start, end=end)
    with pytest.raises(InvalidApprovedAnswer, match="no stretch"):
        memory_approved(shelf).add(replace(draft(), sources=(choice,)))


def test_unknown_ids_are_told() -> None:
    approved = memory_approved()
    with pytest.raises(UnknownApprovedAnswer):
        approved.remove("none")
    with pytest.raises(UnknownApprovedAnswer):
        approved.renew("none")
    with pytest.raises(UnknownDocument):
        approved.document("approved-none")
    with pytest.raises(UnknownDocument):
        approved.add(replace(draft(), sources=(SourceChoice(document_id="gone"),)))


# --- in the assistant -----------------------------------------------------------------------------


def test_an_approved_answer_comes_before_the_documents() -> None:
    approved = memory_approved()
    approved.add(draft("When did NOME begin?", "In spring 2015."))
    documents = [make_document("NOME", "NOME is a network. It began in 2015.")]
    assistant = replace(make_assistant(documents, {"2015": 4.0}), approved=approved.answer)

    turn = assistant.ask("When did NOME begin?", NEW)
    *_, last = assistant.stream("when was nome begun?", NEW)

    assert turn.answer.text == "In spring 2015. [1]"
    assert "approved" in turn.timings_ms
    assert isinstance(last, TurnFinished)


def test_a_follow_up_is_served_by_what_it_asks() -> None:
    approved = memory_approved()
    approved.add(draft("When did NOME begin?", "In spring 2015."))
    documents = [make_document("NOME", "NOME is a network. It began in 2015.")]
    assistant = replace(make_assistant(documents, {"2015": 4.0}), approved=approved.answer)
    conversation = NEW.append(answered_turn("What is NOME?", "NOME"))

    assert assistant.ask("When did it begin?", conversation).answer.text == "In spring 2015. [1]"


def test_a_part_of_a_question_is_served_too() -> None:
    approved = memory_approved()
    approved.add(draft("Who leads NOME?", "Ada Berg."))
    documents = [make_document("NOME", "NOME is a network. It began in 2015.")]
    assistant = replace(make_assistant(documents, {"2015": 4.0}), approved=approved.answer)

    text = assistant.ask("When did NOME begin and who leads it?", NEW).answer.text

    assert "It began in 2015. [1]" in text
    assert "Ada Berg. [2]" in text


def test_small_talk_can_be_answered_by_staff() -> None:
    approved = memory_approved()
    approved.add(draft("Who are you?", "The helper of Lund."))
    assistant = replace(make_assistant([], {}), approved=approved.answer)

    assert assistant.ask("who are you", NEW).answer.text == "The helper of Lund. [1]"


def test_what_it_stands_for_is_not_an_approved_answer() -> None:
    approved = memory_approved()
    approved.add(draft())
    turn = replace(answered_turn("Who funds NOME?"), answer=served(approved, "Who funds NOME?"))

    (named,) = without_own_titles(NEW.append(turn)).turns
    (bare,) = without_own_titles(NEW.append(replace(turn, query="who pays"))).turns

    assert [citation.title for citation in named.answer.citations] == ["NOME"]
    assert bare.answer.citations == ()


# --- as cases -------------------------------------------------------------------------------------


def test_the_cases_are_valid_and_stand_in_both_splits(shelf: Shelf) -> None:
    approved = memory_approved(shelf)
    approved.add(replace(with_source(), other_wordings=("NOME funders",)))
    approved.add(draft("Does NOME take equity?", "No, ”none” \u2028at all."))

    lines = cases_of(approved.answers(), {"nome": "nome.md"}).split("\n")
    cases = [Case.model_validate_json(line) for line in lines if line]

    assert len({case.case_id for case in cases}) == len(cases) == 5
    assert {case.split for case in cases} == {Split.DEV, Split.TEST}
    assert {case.kind.value for case in cases} == {"yes_no", "enumeration"}
    assert cases[-1].evidence[1].document == "nome.md"
