"""Of a list those items are given that are asked for, and it is never given whole for some."""

import pytest

from assistant.composing.choosing import choose
from assistant.composing.some_of_list import counts_another
from assistant.evidence.items import as_list
from assistant.evidence.statements import Statement, statements_of
from assistant.question.choice import Restriction, choice_in, implied, restriction_of
from tests.fakes_answering import make_document, make_passage
from tests.fakes_entities import MemoryBase, ask

_FOUNDERS = (
    "# Tidal Ring\n\nTidal Ring is a cluster for blue growth.\n\n## Founders\n"
    "Tidal Ring was set up by six organisations:\n\n- Volvi\n- Ekra\n"
    "- the Regional Council of Sund\n- Sund University\n- Brenna University\n- Sparbanken Sund\n"
)
_MEMBERS = (
    "# Cold Pact\n\nCold Pact is an agreement between parks.\n\n## Members\n"
    "Its present members are Torn Science Park, Sweden; Havsparken, Norway; Kaleva Hub, Finland; "
    "Hraun Park, Iceland; and North Exchange, Canada.\n"
)
_SUPPORTERS = (
    "# Supporters of Kelp Yard\n\nSupporters of Kelp Yard are companies, and one person.\n\n"
    "## Who they are\nKelp Yard has four supporters:\n\n- Alma House\n- Nils Erik Sjöholm\n- Ekra\n"
    "- Biome, based in Dock House\n"
)
_BASE = {"tidal-ring.md": _FOUNDERS, "cold-pact.md": _MEMBERS, "supporters.md": _SUPPORTERS}
_READ = {
    "Tidal Ring was set up by six": 6.0,
    "Its present members": 6.0,
    "Kelp Yard has four": 6.0,
}


def _statement(text: str) -> Statement:
    return statements_of(make_passage(make_document("Alfa", text)))[0]


@pytest.mark.parametrize(
    ("question", "short", "opening"),
    [
        (
            "Which of the founders of Tidal Ring are universities?",
            "Sund University, Brenna University",
            "At least 2 of 6",
        ),
        (
            "Which universities founded Tidal Ring?",
            "Sund University, Brenna University",
            "At least",
        ),
        (
            "Which Swedish universities founded Tidal Ring?",
            "Sund University, Brenna University",
            "At least",
        ),
        ("Which of the founders of Tidal Ring is a bank?", "Sparbanken Sund", "At least 1 of 6"),
        ("How many of the founders of Tidal Ring are universities?", "at least 2", "At least 2"),
        ("How many universities take part in Tidal Ring?", "at least 2", "At least 2 of 6"),
        ("Which companies founded Tidal Ring?", "Volvi, Ekra, Sparbanken Sund", "At most 3 of 6"),
        ("Which of the parks in the Cold Pact is in Iceland?", "Hraun Park", "1 of 5"),
        ("Which members of the Cold Pact are in Finland?", "Kaleva Hub", "1 of 5"),
        (
            "Which of the supporters of Kelp Yard is based in Dock House?",
            "Biome",
            "At least 1 of 4",
        ),
    ],
)
def test_the_items_that_are_asked_for_are_given_with_the_list_as_proof(
    question: str, short: str, opening: str
) -> None:
    base = MemoryBase(_BASE)
    answer = ask(base, question, _READ)

    assert answer.short_answer == short
    assert answer.text.startswith(opening)
    [citation] = answer.citations
    assert citation.quote == base.text_of(citation.document_id, citation.start, citation.end)
    assert all(name in citation.quote for name in short.split(", ") if "least" not in name)
    assert "Ekra" not in answer.text or "Ekra" in short


@pytest.mark.parametrize(
    "question",
    [
        "Which of the founders of Tidal Ring is a hospital?",
        "Which hospitals founded Tidal Ring?",
        "Which of the founders of Tidal Ring are in Lund?",
        "Which of the founders of Tidal Ring have gone public?",
        "How many of the founders of Tidal Ring have gone public?",
        "Which of the supporters of Kelp Yard are not companies?",
    ],
)
def test_a_list_that_tells_of_none_is_no_answer(question: str) -> None:
    assert ask(MemoryBase(_BASE), question, _READ).status == "declined"


@pytest.mark.parametrize(
    ("country", "score", "status"),
    [("Finland", 0.0, "answered"), ("Denmark", 0.0, "declined"), ("Finland", -1.0, "declined")],
)
def test_a_list_of_just_them_may_be_read_less_surely(
    country: str, score: float, status: str
) -> None:
    listed = "The members of North Pact:\n\n- Torn Park, Sweden\n- Kaleva Hub, Finland\n"
    base = MemoryBase({"parks.md": f"# North Pact\n\nIt is an agreement.\n\n## Who\n{listed}"})
    question = f"Which member of North Pact is from {country}?"
    assert ask(base, question, {"The members of North": score}).status == status


def test_a_person_is_given_where_the_page_tells_of_as_many() -> None:
    question = "Which of the supporters of Kelp Yard is a private person?"
    # "Alma House" is written as a person is, too.
    assert ask(MemoryBase(_BASE), question, _READ).status == "declined"
    named = _SUPPORTERS.replace("Alma House", "Alma Bank")
    answer = ask(MemoryBase({**_BASE, "supporters.md": named}), question, _READ)
    assert answer.short_answer == "Nils Erik Sjöholm"
    assert answer.text.startswith("1 of 4, as listed:")


@pytest.mark.parametrize(
    "question",
    ["Which organisations founded Tidal Ring?", "Who founded Tidal Ring?"],
)
def test_who_asks_for_all_is_given_all(question: str) -> None:
    answer = ask(MemoryBase(_BASE), question, _READ)
    assert answer.text.count("\n- ") == 6


def test_a_list_that_names_the_owner_among_others_is_none_of_its_own() -> None:
    other = "# Dock House\n\nDock House has partners:\n\n- Tidal Ring\n- Sund University\n- Ekra\n"
    base = MemoryBase({"dock.md": other, "ring.md": "# Tidal Ring\n\nTidal Ring is a cluster.\n"})
    for question in ("Which of the members of Tidal Ring are universities?",
                     "Which members does Tidal Ring have?"):  # fmt: skip
        assert ask(base, question, {"Sund University": 6.0}).status == "declined"


def test_what_the_lead_in_says_restricts_nothing() -> None:
    text = _FOUNDERS.replace("six organisations", "six banks and universities")
    answer = ask(
        MemoryBase({"tidal-ring.md": text}), "Which universities founded Tidal Ring?", _READ
    )
    assert answer.text.count("\n- ") == 6


@pytest.mark.parametrize(
    ("told", "chosen"),
    [
        ("are in Wales", ["Hub Wales, Wales"]),
        ("is in Norway", ["Sund University, Norway"]),
        ("is Welsh", ["Hub Wales, Wales"]),
        ("are Nordic", ["Sund University, Norway"]),
        ("are not Welsh or Danish", ["Sund University, Norway"]),
        ("are Danish", []),
        ("offer desks", ["Alfa, which offers desks"]),
        ("are universities", ["Sund University, Norway"]),
        ("are not universities", ["Hub Wales, Wales", "Ekra Foundation"]),
        ("are hospitals", []),
        ("sell desks", []),
    ],
)
def test_what_an_item_says_of_itself_decides(told: str, chosen: list[str]) -> None:
    statement = _statement(
        "The members are:\n\n- Hub Wales, Wales\n- Sund University, Norway\n"
        "- Alfa, which offers desks\n- Ekra Foundation\n"
    )
    found = choose(statement, restriction_of(told), None)
    assert [item.text for item in (found.items if found else ())] == chosen


def test_rows_of_a_table_are_chosen_below_its_head() -> None:
    text = "Members:\n\n| Country | Member |\n|---|---|\n| Spain | Bioga |\n| Wales | Hub |\n"
    base = MemoryBase({"pact.md": f"# Cold Pact\n\nCold Pact is a pact.\n\n{text}"})
    for question in ("Which members of the Cold Pact are in Spain?",
                     "Which of the members of the Cold Pact is Spanish?",
                     "Which Spanish members does the Cold Pact have?"):  # fmt: skip
        answer = ask(base, question, {"Bioga": 6.0})
        assert answer.short_answer == "Bioga"
        assert answer.text.startswith("1 of 2, as listed:")


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("The others are Alfa, the Bank of Sund and Beta.", ["Alfa", "the Bank of Sund", "Beta"]),
        (
            "Its members are Alfa, Norway; Beta, Wales; and Gamma.",
            ["Alfa, Norway", "Beta, Wales", "Gamma"],
        ),
        ("The members are Alfa and Beta.", ["Alfa", "Beta"]),
        ("The members are open, Nordic and glad.", []),
        ("It is in Lund.", []),
    ],
)
def test_a_sentence_that_ends_with_names_is_a_list(sentence: str, items: list[str]) -> None:
    statement = as_list(_statement(sentence))
    assert [item.text for item in statement.items] == items
    first = statement.start
    assert items == [statement.text[one.start - first : one.end - first] for one in statement.items]


@pytest.mark.parametrize(
    "question",
    [
        "Which of the two is older?",
        "Which of the founders is the largest?",
        "Which of Alfa, Beta and Gamma are in Lund?",
        "Which parks are in Lund?",
        "Which incubators in Lund take no equity?",
        "Which members of the board decide on grants?",
        "What part of the bill do I carry myself?",
    ],
)
def test_other_questions_choose_from_no_list(question: str) -> None:
    assert choice_in(question) is None


@pytest.mark.parametrize(
    ("question", "listed", "told"),
    [
        (
            "which of the parks that work with Alfa is in Lund?",
            "parks that work with Alfa",
            "is in Lund",
        ),
        (
            "How many of Alfa's companies are listed by now?",
            "Alfa's companies",
            "are listed by now",
        ),
        ("Which of the supporting partners is a bank?", "supporting partners", "is a bank"),
        ("Which members of Alfa are there in Spain?", "members of Alfa", "are there in Spain"),
    ],
)
def test_what_is_listed_and_what_is_told_of_it_are_parted(
    question: str, listed: str, told: str
) -> None:
    choice = choice_in(question)
    assert choice is not None
    assert (choice.listed, choice.told) == (listed, told)


def test_only_kinds_that_names_tell_are_taken_for_a_restriction() -> None:
    for question in (
        "Which people run Alfa?",
        "What did Region Sund plan?",
        "Which networks are it in?",
        "Which companies and bodies are partners?",
        "Which year was it?",
    ):
        assert implied(question) == Restriction()


@pytest.mark.parametrize(
    ("told", "text", "others"),
    [
        ("are universities", "It is one of the six founders.", True),
        ("are universities", "As of 2022, Sund University is one of the six founders.", True),
        ("are universities", "Of the founders two of them are universities.", False),
        ("have become companies", "It took in 58 student teams.", True),
        ("are listed by now", "Of these companies 21 of them had gone public.", False),
        ("are still alive", "Of these companies 21 of them had gone public.", True),
    ],
)
def test_a_number_of_all_or_of_others_is_none_of_those_asked_for(
    told: str, text: str, *, others: bool
) -> None:
    assert counts_another(restriction_of(told), text, f"How many of the founders {told}?") is others
