"""Questions on how entities stand to one that is named, and over pages that speak of many."""

import pytest

from assistant.coverage.answering import EntityAnswering
from assistant.coverage.counts import count_listed, is_count
from assistant.coverage.framing import plain_question
from assistant.coverage.question import understand
from assistant.entities.catalogue import EntityCatalogue
from assistant.model import Answer
from index.passage import ScoredPassage
from tests.fakes_answering import ScriptedReader
from tests.fakes_entities import MemoryBase, ask

PAGE = (
    "Who does what\n\n"
    "We started the Quay Hub, a co-working space for makers. "
    "Since 2017, the hub is run by Reef Fund.\n\n"
    "Tide City and Reef Fund have begun a contest. Tide City pays for it.\n\n"
    "We started the platform “Tools of Tide” in 2006. It lists machines.\n\n"
    "Tide City helps everybody. We charge nothing.\n\n"
    "Raft Alliance\n\nRaft Alliance is a non-profit cluster founded by Quay Steel, Tide University "
    "and Reef Fund.\n\n"
    "Ember Network\n\nEmber Network is a network of engineers. Co-founders are Tide University and "
    "Harbour Works.\n\n"
    "Vindra Net\n\nVindra Net is a network for sailors.\n"
)


@pytest.fixture
def base() -> MemoryBase:
    return MemoryBase({"page.txt": PAGE})


def stated(answer: Answer) -> tuple[str, ...]:
    assert answer.coverage is not None
    return answer.coverage.stated


def test_entities_are_found_by_whom_their_sentences_name(base: MemoryBase) -> None:
    answer = ask(base, "In which networks and clusters has Tide University been a founder?")
    assert stated(answer) == ("Ember Network", "Raft Alliance")
    assert answer.coverage is not None
    assert answer.coverage.silent == ("Vindra Net",)


def test_involvement_is_said_by_naming_both(base: MemoryBase) -> None:
    assert stated(ask(base, "Which networks involve Harbour Works?")) == ("Ember Network",)


def test_what_we_started_and_others_run_is_asked_in_two_conditions(base: MemoryBase) -> None:
    answer = ask(base, "Which of the things Tide City started are in other hands today?")
    assert stated(answer) == ("Quay Hub",)
    assert "Since 2017, the hub is run by Reef Fund." in answer.text


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("To which programmes does it belong?", "programmes"),
        ("We build boats. Which networks take sailors?", "networks"),
        ("Which bodies offer courses?", "bodies"),
        ("Which of the partners work on food?", "partners"),
    ],
)
def test_questions_over_entities_in_many_wordings(question: str, noun: str) -> None:
    asked = understand(question, frozenset())
    assert asked is not None
    assert asked.noun == noun


def test_partners_of_somebody_are_no_kind() -> None:
    assert understand("Which partners founded Raft?", frozenset()) is None


def found(base: MemoryBase) -> list[ScoredPassage]:
    return [
        ScoredPassage(passage=passage, score=1.0)
        for document in base.documents()
        for passage in base.passages_of(document.document_id)
    ]


def test_who_is_listed_is_counted_where_the_list_says_what_is_asked(base: MemoryBase) -> None:
    raft = [("raft", "alliance")]
    counted = count_listed("How many founders has Raft Alliance?", raft, found(base))
    assert counted is not None
    assert counted.number == 3
    assert count_listed("How many boats has Raft Alliance?", raft, found(base)) is None


def test_cells_of_a_row_are_counted_one_by_one() -> None:
    text = "Raft Alliance\n\nSupporting partners\n\nThey are:\n\nQuay | Reef | Tide | Shoal\n"
    counted = count_listed(
        "How many supporting partners has Raft Alliance?",
        [("raft", "alliance")],
        found(MemoryBase({"page.txt": text})),
    )
    assert counted is not None
    assert counted.number == 4


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many members has Raft?", "The member companies of Raft work in two fields:"),
        ("How many machines has Raft?", "The machines of Raft offer makers two things:"),
        ("How many companies have offices at Raft?", "Raft has two supporting partners:"),
        ("How many owners has Raft?", "The other owners of Raft are:"),
        ("How many owners has Raft?", "The owners of the members of Raft include, for example:"),
        ("How many members has Raft?", "Raft is a member of:"),
        ("How many sites has Raft?", "The sites of Raft lie in three towns:"),
    ],
)
def test_a_list_of_something_else_is_not_counted(question: str, text: str) -> None:
    base = MemoryBase({"page.txt": f"Raft\n\nIn brief\n\n{text}\n\n- Quay\n- Reef\n"})
    assert count_listed(question, [("raft",)], found(base)) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many founders has Raft?", "Raft was set up by two organisations:"),
        ("How many supporting partners has Raft?", "The supporting partners of Raft are:"),
        ("How many owners has Raft?", "Raft has two owners:"),
        ("How many companies founded Raft?", "Raft was founded by the companies:"),
    ],
)
def test_a_list_of_what_is_asked_is_counted(question: str, text: str) -> None:
    base = MemoryBase({"page.txt": f"Raft\n\nIn brief\n\n{text}\n\n- Quay\n- Reef\n"})
    counted = count_listed(question, [("raft",)], found(base))
    assert counted is not None
    assert counted.number == 2


def test_brackets_and_what_a_name_is_part_no_list() -> None:
    text = "Raft is owned by Quay County (60 per cent) and the savings bank Reef (40 per cent)."
    base = MemoryBase({"page.txt": f"Raft\n\n{text}\n"})
    counted = count_listed("How many owners does Raft have?", [("raft",)], found(base))
    assert counted is not None
    assert counted.number == 2


def test_a_list_that_holds_the_named_thing_is_not_of_it() -> None:
    base = MemoryBase({"page.txt": "Quay\n\nQuay is financed by Reef Fund and Raft.\n"})
    assert count_listed("How many financiers has Raft?", [("raft",)], found(base)) is None


def test_how_many_is_declined_where_the_answer_holds_no_number_of_it() -> None:
    base = MemoryBase({"raft.md": "# Raft\n\nRaft is a network.\n"})
    answering = EntityAnswering(
        catalogue=EntityCatalogue(base), reader=ScriptedReader(scores={}), documents=base
    )

    def answered(question: str, text: str) -> str:
        usual = Answer(status="answered", text=text)
        return answering.answer(
            question, [], lambda: usual, lambda: Answer(status="declined", text="")
        ).status

    assert answered("How many sailors does Raft have?", "Raft helps sailors.") == "declined"
    assert answered("What does Raft do?", "Raft helps sailors.") == "answered"


@pytest.mark.parametrize(("confidence", "status"), [(0.9, "answered"), (0.7, "declined")])
def test_an_answer_that_names_none_of_the_kind_has_to_be_sure(
    confidence: float, status: str
) -> None:
    base = MemoryBase({"raft.md": "# Raft\n\nRaft is a network.\n"})
    answering = EntityAnswering(
        catalogue=EntityCatalogue(base), reader=ScriptedReader(scores={}), documents=base
    )
    usual = Answer(status="answered", text="Ask the guild for a boat.", confidence=confidence)

    answer = answering.answer(
        "Which networks lend boats?", [], lambda: usual, lambda: Answer(status="declined", text="")
    )

    assert answer.status == status


@pytest.mark.parametrize(
    ("question", "noun", "rest"),
    [
        ("I need a desk. Which places rent one out?", "places", "rent a desk out"),
        ("Which parks are owned by a town, alone or with others?", "parks", "are owned by a town"),
        ("Which of the partners are associations?", "associations", ""),
        ("I plan next year: which events are held yearly?", "events", "are held yearly"),
        ("Which organisations are networks in Lund?", "networks", "in Lund"),
    ],
)
def test_what_is_told_around_a_question_is_taken_in_or_left_out(
    question: str, noun: str, rest: str
) -> None:
    asked = understand(question, frozenset())
    assert asked is not None
    assert (asked.noun, asked.rest) == (noun, rest)


@pytest.mark.parametrize("question", ["In Lund: which hubs pay?", "If not Lund; which hubs pay?"])
def test_a_place_or_condition_told_before_is_not_left_out(question: str) -> None:
    assert "Lund" in plain_question(question)


def test_one_place_is_asked_of_something_and_several_over_all() -> None:
    assert understand("Which place is it in?", frozenset()) is None
    assert understand("Which incubators are companies?", frozenset()) is not None


def test_an_and_within_a_name_parts_no_list() -> None:
    text = (
        "Quay, Reef County and Union of Ports and Harbours collaborate in the project Clear Water."
    )
    counted = count_listed(
        "How many organisations are behind Clear Water?",
        [("clear", "water")],
        found(MemoryBase({"page.txt": f"Water\n\n{text}\n"})),
    )
    assert counted is not None
    assert counted.number == 3


def test_only_how_many_asks_for_a_count() -> None:
    assert is_count("How many are there?")
    assert not is_count("Who founded it?")
