"""Why an answer is what it is: each passage that was looked at, and what became of it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.explaining import Explainer
from assistant.explanation import Explanation
from assistant.model import Conversation, Coverage, Turn
from corpus.document import Document
from tests.fakes_answering import (
    SIMPLE,
    MemoryDocuments,
    MemoryRetriever,
    ScriptedReader,
    make_assistant,
    make_document,
)

NOME = make_document("NOME", "NOME is a mentor network. It began in 2015.")
REGION = make_document("Region", "NOME began in 2015, in Lund.")
LATER = make_document("Later", "NOME began in 2015, says a third.")
SMILE = make_document("SmiLe", "SmiLe takes no equity in start-ups.")
SHELF = (NOME, REGION, LATER, SMILE)
SCORES = {"2015": 4.0}
NEW = Conversation(conversation_id="new")


def ask(question: str, shelf: Sequence[Document] = SHELF) -> Turn:
    return make_assistant(shelf, SCORES).ask(question, NEW)


def explain(turn: Turn, shelf: Sequence[Document] = SHELF) -> Explanation:
    documents = tuple(shelf)
    return Explainer(
        retriever=MemoryRetriever(documents=documents),
        reader=ScriptedReader(scores=SCORES),
        documents=MemoryDocuments(documents=documents),
        calibration=lambda: SIMPLE,
    ).explain(turn)


def test_every_passage_found_is_told_in_the_order_in_which_it_was_found() -> None:
    explanation = explain(ask("When did NOME begin?"))
    assert [one.document_id for one in explanation.candidates] == [
        "nome", "region", "later", "smile",
    ]  # fmt: skip
    assert [one.place for one in explanation.candidates] == [1, 2, 3, 4]
    assert explanation.kind == "fact"
    assert explanation.threshold == SIMPLE.threshold
    assert not explanation.changed


def test_what_is_quoted_repeated_and_unsure_is_told_apart() -> None:
    turn = ask("When did NOME begin?")
    outcomes = {one.document_id: one.outcome for one in explain(turn).candidates}
    assert [citation.document_id for citation in turn.answer.citations] == ["nome", "region"]
    assert outcomes == {
        "nome": "cited", "region": "cited", "later": "set_aside", "smile": "unsure",
    }  # fmt: skip


def test_a_passage_tells_its_scores_at_each_stage_and_its_surest_statement() -> None:
    first = explain(ask("When did NOME begin?")).candidates[0]
    assert (first.meaning_place, first.meaning_score, first.fused_score) == (1, 0.5, 1.0)
    assert (first.words_place, first.words_score) == (None, None)
    assert first.span == "2015"
    assert first.statement == "It began in 2015."
    assert first.probability is not None
    assert first.probability >= SIMPLE.threshold
    assert first.reader_score is not None
    assert 0.98 < first.reader_score < 0.99  # that of a score of 4
    assert first.citation_numbers == (1,)


def test_what_is_quoted_without_having_been_found_comes_at_the_end_without_a_place() -> None:
    turn = ask("When did NOME begin?")
    last = explain(turn, [SMILE, NOME]).candidates[-1]
    assert (last.document_id, last.place, last.outcome) == ("region", None, "cited")
    assert last.text == REGION.text
    assert last.citation_numbers == (2,)


def test_a_declined_question_has_candidates_of_which_none_is_quoted() -> None:
    turn = ask("Does SmiLe run a sauna?")
    assert turn.answer.status == "declined"
    explanation = explain(turn)
    assert len(explanation.candidates) == len(SHELF)
    assert all(one.outcome != "cited" for one in explanation.candidates)


def test_a_document_that_changed_or_went_is_told() -> None:
    turn = ask("When did NOME begin?")
    rewritten = make_document("NOME", "NOME is a network of mentors. It began in 2015.")
    assert explain(turn, [rewritten, REGION]).changed
    assert explain(turn, [NOME]).changed


def test_small_talk_has_no_candidates() -> None:
    explanation = explain(ask("Hello!"))
    assert explanation.kind == "small_talk"
    assert explanation.candidates == ()


def test_kinds_over_several_entities_are_named() -> None:
    turn = ask("When did NOME begin?")
    coverage = Coverage(checked=1, stated=("NOME",), denied=(), silent=())
    covered = replace(turn, answer=replace(turn.answer, coverage=coverage))
    assert explain(covered).kind == "which"
    assert explain(replace(turn, query="Compare NOME and SmiLe on equity")).kind == "compare"


def test_what_staff_wrote_was_served_without_a_search() -> None:
    turn = ask("When did NOME begin?")
    written = replace(turn.answer.citations[0], document_id="approved-1", quote="In 2015.")
    served = replace(turn, answer=replace(turn.answer, citations=(written,)))
    explanation = explain(served)
    assert explanation.is_approved
    assert explanation.candidates == ()
    assert not explanation.changed
