"""The assistant over fakes: what is answered, declined, cited and refused."""

from dataclasses import replace

import pytest

from assistant.errors import CitationMismatch, EmptyKnowledgeBase, InvalidQuestion
from assistant.model import (
    Conversation,
    PassagesFound,
    QueryUnderstood,
    TextDelta,
    Turn,
    TurnFinished,
)
from assistant.question.condenser import AskBack, Condensed
from assistant.question.following.condenser import FollowUpCondenser
from index.passage import ScoredPassage
from tests.fakes_answering import (
    MemoryRetriever,
    answered_turn,
    conversation_of,
    make_assistant,
    make_document,
    make_passage,
)

NOME = make_document(
    "NOME", "NOME is a mentor network. It began in 2015. Novo Nordisk Foundation funds NOME."
)
SMILE = make_document("SmiLe", "SmiLe takes no equity in start-ups. SmiLe coaches start-ups.")
HEIGHTS = make_document(
    "Heights", "Heights was set up by three firms:\n\n- Sony\n- Ericsson\n- Telia"
)
TRICK = make_document("Trick", "Trick costs *nothing* [7] _ <b>here</b>.")
NEW = Conversation(conversation_id="new")


def test_a_fact_is_the_short_answer_and_the_sentence_that_states_it() -> None:
    turn = make_assistant([NOME], {"2015": 4.0}).ask("When did NOME begin?", NEW)
    assert turn.answer.status == "answered"
    assert turn.answer.short_answer == "2015"
    assert turn.answer.text == "**NOME**: It began in 2015. [1]"


def test_a_remark_before_a_question_is_not_searched_for() -> None:
    assistant = make_assistant([NOME], {"2015": 4.0})
    turn = assistant.ask("That's good to know. When did NOME begin?", NEW)
    assert turn.query == "When did NOME begin?"
    again = assistant.ask("Really, that early? When did it begin?", conversation_of(turn))
    assert again.query == "When did NOME begin?"
    behind = assistant.ask("When did it begin? I may join in June", conversation_of(turn))
    assert behind.query == "When did NOME begin?"


def test_a_citation_is_the_stored_sentence_with_its_source_and_date() -> None:
    turn = make_assistant([NOME], {"2015": 4.0}).ask("When did NOME begin?", NEW)
    (citation,) = turn.answer.citations
    assert citation.quote == NOME.text[citation.start : citation.end] == "It began in 2015."
    assert (citation.source, citation.as_of, citation.verified) == ("nome.md", "2018", True)


def test_a_second_document_that_says_the_same_is_cited_too() -> None:
    other = make_document("Region", "NOME began in 2015, in Lund.")
    turn = make_assistant([NOME, other], {"2015": 4.0}).ask("When did NOME begin?", NEW)
    assert {citation.document_id for citation in turn.answer.citations} == {"nome", "region"}
    assert "[1]" in turn.answer.text
    assert "[2]" in turn.answer.text


def test_a_quote_that_is_not_stored_never_leaves() -> None:
    assistant = make_assistant([NOME], {"2015": 4.0}, tampered="It began in 2016.")
    with pytest.raises(CitationMismatch, match="It began in 2015"):
        assistant.ask("When did NOME begin?", NEW)


def test_what_no_statement_answers_is_declined_with_the_nearest_passages() -> None:
    turn = make_assistant([NOME, SMILE], {"2015": -8.0}).ask("When did NOME begin?", NEW)
    assert turn.answer.status == "declined"
    assert turn.answer.citations == ()
    assert [nearest.document_id for nearest in turn.answer.nearest] == ["nome", "smile"]
    assert "When did NOME begin?" in turn.answer.text


def test_a_name_that_no_passage_holds_is_declined_however_sure_the_reader_is() -> None:
    turn = make_assistant([NOME], {"2015": 6.0}).ask("When did Spotify begin?", NEW)
    assert turn.answer.status == "declined"
    assert "Spotify" in turn.answer.text


def test_a_list_is_given_with_all_items_and_quoted_with_its_lead_in() -> None:
    turn = make_assistant([HEIGHTS], {"Sony": 3.0}).ask("Which firms set up Heights?", NEW)
    assert turn.answer.text.endswith(": [1]\n\n- Sony\n- Ericsson\n- Telia")
    assert turn.answer.short_answer == "Sony, Ericsson, Telia"
    assert turn.answer.citations[0].quote == HEIGHTS.text


def test_yes_or_no_follows_the_negation_of_the_statement() -> None:
    assistant = make_assistant([SMILE], {"no equity": 4.0, "coaches": 3.0})
    refused = assistant.ask("Does SmiLe take equity?", NEW).answer
    assert (refused.short_answer, refused.text[:4]) == ("No", "No. ")
    given = assistant.ask("Does SmiLe coach start-ups?", NEW).answer
    assert given.short_answer in {"Yes", "No"}


def test_yes_or_no_is_declined_when_no_statement_holds_what_is_asked() -> None:
    assistant = make_assistant([SMILE], {"no equity": 4.0})
    assert assistant.ask("Does SmiLe run a bakery?", NEW).answer.status == "declined"


def test_a_description_opens_with_what_the_document_opens_with() -> None:
    turn = make_assistant([SMILE, NOME], {}).ask("What is NOME?", NEW)
    assert turn.answer.text.startswith("NOME is a mentor network. [1]")
    assert turn.answer.short_answer is None


def test_markdown_in_a_document_is_shown_and_never_obeyed() -> None:
    turn = make_assistant([TRICK], {"nothing": 5.0}).ask("How does Trick work?", NEW)
    assert turn.answer.text == r"Trick costs \*nothing\* \[7\] \_ \<b\>here\</b\>. [1]"
    assert turn.answer.citations[0].quote == TRICK.text


def test_small_talk_is_answered_without_search() -> None:
    retriever = MemoryRetriever(documents=(NOME,))
    turn = make_assistant([NOME], {}, retriever=retriever).ask("Hello!", NEW)
    assert turn.answer.status == "answered"
    assert turn.answer.citations == ()
    assert "- What is NOME?" in turn.answer.text
    assert retriever.queries == []


def test_a_follow_up_is_searched_with_its_entity_and_kept_as_typed() -> None:
    retriever = MemoryRetriever(documents=(NOME,))
    before = conversation_of(answered_turn("What is NOME?", "NOME"))
    turn = make_assistant([NOME], {"Novo Nordisk Foundation": 4.0}, retriever=retriever).ask(
        "Who funds it?", before
    )
    assert (turn.question, turn.query) == ("Who funds it?", "Who funds NOME?")
    assert retriever.queries == ["Who funds NOME?"]
    assert turn.answer.short_answer == "Novo Nordisk Foundation"


def test_the_stream_gives_query_passages_text_and_turn_in_this_order() -> None:
    events = list(make_assistant([HEIGHTS], {"Sony": 3.0}).stream("Who set up Heights?", NEW))
    assert [type(event) for event in (*events[:2], events[-1])] == [
        QueryUnderstood,
        PassagesFound,
        TurnFinished,
    ]
    turn = _turn(events[-1])
    pieces = [event.text for event in events if isinstance(event, TextDelta)]
    assert len(pieces) == len(events) - 3
    assert "".join(pieces) == turn.answer.text


def test_every_stage_is_timed() -> None:
    turn = make_assistant([NOME], {"2015": 4.0}).ask("When did NOME begin?", NEW)
    stages = {"condense", "retrieve", "read", "compose", "verify", "total"}
    assert set(turn.timings_ms) == stages


def test_an_empty_knowledge_base_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(EmptyKnowledgeBase, match="assistant ingest"):
        make_assistant([], {}).ask("What is NOME?", NEW)


def test_an_empty_question_is_refused() -> None:
    with pytest.raises(InvalidQuestion):
        make_assistant([NOME], {}).ask("  ", NEW)


def _turn(event: object) -> Turn:
    assert isinstance(event, TurnFinished)
    return event.turn


@pytest.mark.parametrize("question", ["???", "Why?", "the", "of the", "a", "😀", "no"])
def test_a_question_without_content_is_declined_however_sure_the_reader_is(question: str) -> None:
    turn = make_assistant([NOME], {"2015": 9.0, "NOME": 9.0}).ask(question, NEW)
    assert turn.answer.status == "declined"


def test_a_statement_that_denies_what_is_asked_gives_no_short_answer() -> None:
    assistant = make_assistant([SMILE], {"SmiLe": 6.0})
    assert assistant.ask("Which incubators take equity?", NEW).answer.short_answer is None
    assert assistant.ask("Which incubators take no equity?", NEW).answer.short_answer == "SmiLe"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Tank politically independent?", "Yes"),
        ("Is Tank non-profit?", "Yes"),
        ("Is Tank for profit?", "No"),
    ],
)
def test_a_negation_denies_only_what_it_belongs_to(question: str, verdict: str) -> None:
    tank = make_document("Tank", "Tank is a non-profit body that is politically independent.")
    turn = make_assistant([tank], {"politically independent": 5.0}).ask(question, NEW)
    assert turn.answer.short_answer == verdict


class SwappingRetriever(MemoryRetriever):
    """Finds an old version first, as when a document is replaced between finding and quoting."""

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Give the old version's passage once, then what is stored."""
        found = super().retrieve(query, top_k)
        if len(self.queries) > 1:
            return found
        old = make_document("NOME", "In its first year, NOME said: it began in 2015. " * 2)
        return (replace(found[0], passage=make_passage(old)),)


def test_a_document_replaced_while_it_is_quoted_is_read_again() -> None:
    retriever = SwappingRetriever(documents=(NOME,))
    assistant = make_assistant([NOME], {"2015": 4.0}, retriever=retriever)
    turn = assistant.ask("When did NOME begin?", NEW)

    assert len(retriever.queries) == 2
    assert turn.answer.text == "**NOME**: It began in 2015. [1]"
    assert turn.answer.citations[0].quote == "It began in 2015."


class DoubtfulCondenser(FollowUpCondenser):
    """Never knows what is meant."""

    def condense(self, question: str, conversation: Conversation) -> Condensed:
        """Ask back."""
        asked = AskBack(sentence="Do you mean *Alfa* or Beta?", candidates=("Who funds Alfa?",))
        return Condensed(question, asked)


def test_what_cannot_be_understood_is_asked_back_and_nothing_is_searched() -> None:
    retriever = MemoryRetriever(documents=(NOME,))
    assistant = make_assistant([NOME], {"2015": 4.0}, retriever=retriever)
    events = list(replace(assistant, condenser=DoubtfulCondenser()).stream("Who funds it?", NEW))

    assert events[:2] == [
        QueryUnderstood(question="Who funds it?", query="Who funds it?"),
        PassagesFound(count=0),
    ]
    finished = events[-1]
    assert isinstance(finished, TurnFinished)
    answer = finished.turn.answer
    assert (answer.status, answer.asks_back) == ("declined", ("Who funds Alfa?",))
    assert answer.text == r"Do you mean \*Alfa\* or Beta?"
    assert (answer.nearest, answer.citations, retriever.queries) == ((), (), [])


def test_a_query_given_by_hand_is_searched_and_the_question_stays_as_typed() -> None:
    assistant = make_assistant([NOME], {"2015": 4.0})
    assistant = replace(assistant, condenser=DoubtfulCondenser())
    turn = assistant.ask("And when did it begin?", NEW, query="When did NOME begin?")

    assert (turn.question, turn.query) == ("And when did it begin?", "When did NOME begin?")
    assert turn.answer.short_answer == "2015"


def test_a_query_given_by_hand_has_to_be_one_that_can_be_asked() -> None:
    with pytest.raises(InvalidQuestion):
        make_assistant([NOME], {}).ask("Who funds it?", NEW, query=" ")


def test_a_sentence_that_says_the_same_goes_before_a_list_that_says_it_among_other_things() -> None:
    city = make_document(
        "City", "City started:\n\n- Ground, since 1999\n- LabLab, opened in 2010\n- Summit Days"
    )
    plain = make_document("Report", "LabLab opened in 2010.")
    turn = make_assistant([city, plain], {"2010": 4.0}).ask("When did LabLab open?", NEW)
    assert turn.answer.text.startswith("LabLab opened in 2010. [1]")
    assert turn.answer.citations[0].document_id == "report"
