"""Follow-ups of a few words: when, where and for whom it is, and what it is compared with."""

import pytest

from tests.fakes_following import condense, refused, said, talk

EQUITY = "Does Kelp Yard take equity?"


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("When is Kelp Yard open?", "on Mondays?", "Is Kelp Yard open on Mondays?"),
        ("When is Kelp Yard open?", "also in the evening?", "Is Kelp Yard open in the evening?"),
        ("When is Kelp Yard open?", "every day?", "Is Kelp Yard open every day?"),
        ("When was Kelp Yard founded?", "in 2012?", "Was Kelp Yard founded in 2012?"),
        ("How often does NOME meet?", "twice a year?", "Does NOME meet twice a year?"),
        ("Where is Kelp Yard?", "in Brännvik?", "Is Kelp Yard in Brännvik?"),
        ("Where is Kelp Yard?", "near the harbour?", "Is Kelp Yard near the harbour?"),
        ("Who owns Kelp Yard?", "near the station?", "Is Kelp Yard near the station?"),
    ],
)
def test_whether_it_is_then_or_there_is_asked(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))).query == query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Tell me about Kelp Yard", "for students?", "Is Kelp Yard for students?"),
        ("What is Kelp Yard?", "not for students?", "Is Kelp Yard for students?"),
        ("Tell me about Kelp Yard", "only for students?", "Is Kelp Yard only for students?"),
        ("Tell me about Kelp Yard", "why only students?", "Why is Kelp Yard only for students?"),
        ("What is a growth cheque?", "for patents?", "Is a growth cheque for patents?"),
        ("What is a growth cheque?", "and vouchers?", "What are vouchers?"),
        ("What is Kelp Yard?", "in Swedish or English?", "Is Kelp Yard in Swedish or English?"),
        ("What is Kelp Yard?", "close to the harbour?", "Is Kelp Yard close to the harbour?"),
        ("What is Kelp Yard?", "which language?", "What is the language at Kelp Yard?"),
        ("What does Kelp Yard cost?", "is there a discount?", "Is there a discount at Kelp Yard?"),
        ("What is Kelp Yard?", "what was there before?", "What was there at Kelp Yard before?"),
        ("What is Kelp Yard?", "and what happens after that?",
         "What happens afterwards at Kelp Yard?"),
        ("What is Kelp Yard?", "and if I leave?", "What happens at Kelp Yard if I leave?"),
        ("What is Kelp Yard?", "so it is how old?", "How old is Kelp Yard?"),
        ("What is Kelp Yard?", "how many times a year?", "How often does Kelp Yard take place?"),
        ("What is Kelp Yard?", "when's the next one?", "When's the next Kelp Yard?"),
        ("What is Kelp Yard?", "part-time?", "Is Kelp Yard part-time?"),
        ("What is Kelp Yard?", "so a company?", "Is Kelp Yard a company?"),
        ("What is Kelp Yard?", "always in Lund?", "Is Kelp Yard in Lund?"),
        ("What is Kelp Yard?", "last time?", "What happened at Kelp Yard last time?"),
        ("What is Kelp Yard?", "only about water?", "Is Kelp Yard only about water?"),
        ("What is the Bridge Summit?", "in English?", "Is Bridge Summit in English?"),
        ("What does Kelp Yard do?", "for whom?", "For whom is Kelp Yard?"),
        ("What does NOME offer to students?", "only to students?",
         "Does NOME offer only to students?"),
    ],
)  # fmt: skip
def test_how_something_is_is_asked_in_whole(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))).query == query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("When was Kelp Yard founded?", "was that before Nerva?",
         "When were Kelp Yard and Nerva founded?"),
        ("When was Kelp Yard founded?", "before Nerva?", "When were Kelp Yard and Nerva founded?"),
        ("What does a desk at Kelp Yard cost?", "is that cheaper than at Nerva?",
         "What does a desk at Kelp Yard cost compared with Nerva?"),
        ("How long does Kelp Yard last?", "longer than in 2020?",
         "How long does Kelp Yard last in 2020?"),
        ("Who runs Kelp Yard?", "is the older than Nerva?", "Is Kelp Yard older than Nerva?"),
        ("How many members does NOME have?", "and Nerva, how many has it?",
         "How many members does Nerva have?"),
        ("How many members does NOME have?", "how many are in Nerva?",
         "How many members does Nerva have?"),
        ("How long does Kelp Yard’s programme last?", "and the one at Nerva?",
         "How long does Nerva’s programme last?"),
        ("Does NOME have a fee?", "what sum?", "How much of a fee does NOME have?"),
        (EQUITY, "and other incubators?", "Which of the other incubators take equity?"),
        (EQUITY, "and the others?", "Which of the other incubators take equity?"),
        ("When was Kelp Yard founded?", "and the others?",
         "When were the other incubators founded?"),
        (EQUITY, "and Norway?", "Does Kelp Yard take equity in Norway?"),
        (EQUITY, "even from Norway?", "Does Kelp Yard take equity from Norway?"),
        (EQUITY, "and after the programme?", "Does Kelp Yard take equity after the programme?"),
        ("Can companies rent a lab at Kelp Yard?", "can students?",
         "Can students rent a lab at Kelp Yard?"),
    ],
)  # fmt: skip
def test_others_are_compared_or_asked_of(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))).query == query


def test_that_is_not_several_plain_things() -> None:
    before = talk(said("Can companies rent a lab at Kelp Yard?"))
    assert condense("what does that cost?", before).query == "What does Kelp Yard cost?"


def test_a_region_is_nobody() -> None:
    turn = said("What is Kelp Yard?", text="Kelp Yard is paid for by Region Skarmark. [1]")
    assert condense("what about him?", talk(turn)).asks_back


@pytest.mark.parametrize("question", ["and before her?", "and her predecessor?"])
def test_who_had_the_role_before_is_asked(question: str) -> None:
    turn = said("Who is the head of Kelp Yard?", "Maja Lind", text="Head: Maja Lind. [1]")
    assert condense(question, talk(turn)).query == "Who was the head of Kelp Yard before Maja Lind?"


def test_whoever_has_a_role_may_be_asked_about() -> None:
    before = talk(refused("Who is the director of Kelp Yard?"))
    assert condense("her number?", before).query == (
        "What is the number of the director of Kelp Yard?"
    )


def test_facts_under_labels_are_no_list_to_pick_from() -> None:
    text = "- Length: eight weeks\n- Group: 25\n- Price: free\n- Language: English [1]"
    assert condense("the second one?", talk(said("What is Kelp Yard?", text=text))).asks_back


@pytest.mark.parametrize("question", ["or rather Nerva?", "and under Nerva?", "no, Nerva"])
def test_nothing_is_compared_where_nothing_says_so(question: str) -> None:
    query = condense(question, talk(said("What does Kelp Yard cost?"))).query
    assert "compared" not in query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("do they get money for it?", "Does NOME get money for it?"),
        ("what do they want for it?", "What does NOME want for it?"),
    ],
)
def test_it_behind_they_is_nothing_that_an_answer_gave(question: str, query: str) -> None:
    turn = said("Who funds NOME?", "Coast Foundation", text="Coast Foundation funds NOME. [1]")
    assert condense(question, talk(turn)).query == query


def test_a_name_is_put_without_what_only_prefers_it() -> None:
    before = talk(said("What does Kelp Yard cost?"))
    assert condense("or rather Nerva?", before).query == "What does Nerva cost?"


def test_how_long_it_was_done_is_asked_of_who_does_it() -> None:
    turn = said("Who funds NOME?", "Coast Foundation", text="Coast Foundation funds NOME. [1]")
    assert condense("for how long have they done so?", talk(turn)).query == (
        "Since when does Coast Foundation fund NOME?"
    )
    assert condense("what sort of foundation is that?", talk(turn)).query == (
        "What sort of foundation is Coast Foundation?"
    )
