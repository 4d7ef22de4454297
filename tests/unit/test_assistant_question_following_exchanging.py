"""Follow-ups that exchange one part of the last question, and "one" for what was spoken of."""

import pytest

from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import CONDENSER, MemoryNames, condense, said, talk


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("What does NOME cost for a firm with 30 employees?", "and with 300?",
         "What does NOME cost for a firm with 300 employees?"),
        ("What does NOME cost for a firm with 30 employees?", "What about 300 people?",
         "What does NOME cost for a firm with 300 employees?"),
        ("What does a desk cost for one person?", "and for three?",
         "What does a desk cost for three persons?"),
        ("What does a desk cost for one person?", "and for students?",
         "What does a desk cost for students?"),
        ("How much did NOME give to research in 2023?", "And to care?",
         "How much did NOME give to care in 2023?"),
        ("How much did NOME give to research in 2023?", "And in 2022?",
         "How much did NOME give to research in 2022?"),
        ("How long does it take to rent a desk?", "and to leave?",
         "How long does it take to leave?"),
        ("How much does NOME give to schools in Lund?", "and to museums?",
         "How much does NOME give to museums in Lund?"),
        ("Is NOME free for adults?", "what about children?", "Is NOME free for children?"),
        ("How many mentors does NOME have?", "and labs?", "How many labs does NOME have?"),
        ("Who runs the sauna at NOME?", "and the café?", "Who runs the café at NOME?"),
        ("What does NOME cost for a company with 20 people?", "and if you are bigger?",
         "What does NOME cost for a bigger company?"),
    ],
)  # fmt: skip
def test_one_part_is_exchanged_and_the_rest_stays(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Is NOME free for adults?", "and the opening hours?",
         "What are the opening hours of NOME?"),
        ("Is NOME free for adults?", "and prices?", "What are the prices of NOME?"),
        ("How much did NOME give in 2023?", "And to care?",
         "How much did NOME give in 2023 to care?"),
        ("Who runs NOME?", "and the café?", "What is the café of NOME?"),
    ],
)  # fmt: skip
def test_what_stands_in_no_place_of_another_is_asked_of_the_topic(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


def test_a_kind_is_the_one_of_it_that_was_named_before() -> None:
    named = said("What has NOME founded?", text="It founded the Coast Think Tank. [1]")
    asked = talk(named, said("Who else set up the Ocean Cluster?"))
    assert condense("and the think tank?", asked).query == "Who else set up the Coast Think Tank?"
    led = talk(said("Which incubator is in Lund?", "SmiLe"), said("Who owns Kajen Park?"))
    assert condense("and the incubator?", led).query == "Who owns SmiLe?"


def test_a_question_with_an_exchanged_part_is_not_read_as_typed() -> None:
    asked = talk(said("What does NOME cost for a firm with 30 employees?"))
    query = condense("and with 300 people?", asked).query
    assert CONDENSER.readings("and with 300 people?", query, asked).ways == (query,)


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("What are the collaboration partners of NOME?", "And the supporting ones?",
         "What are the supporting partners of NOME?"),
        ("What are the collaboration partners of NOME?", "Do the supporting ones pay?",
         "Do the supporting partners of NOME pay?"),
        ("Who are the members of NOME?", "and the Swedish ones?",
         "Who are the Swedish members of NOME?"),
        ("Which incubators are in Lund?", "are there smaller ones?",
         "Are there smaller incubators in Lund?"),
        ("Which incubators are in Lund?", "and the newest one?",
         "Which is the newest incubator in Lund?"),
        ("What does a small lab cost at NOME?", "and an old one?",
         "What does an old lab cost at NOME?"),
        ("Can I rent meeting rooms at NOME?", "How much is one?",
         "How much is a meeting room at NOME?"),
        ("Is there a gym at NOME?", "Does Kelp Yard have one?", "Does Kelp Yard have a gym?"),
        ("What kinds of partners does NOME have?", "How long has SmiLe been one?",
         "How long has SmiLe been a partner of NOME?"),
        ("Which incubator is an important partner at NOME?", "Since when is SmiLe one?",
         "Since when is SmiLe an important partner at NOME?"),
        ("Who are the members of NOME?", "how do we become one?",
         "How do we become a member of NOME?"),
        ("How do I get a voucher?", "Where can I use one?", "Where can I use a voucher?"),
    ],
)  # fmt: skip
def test_one_is_written_as_the_noun_it_stands_for(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("What is NOME?", "How does one apply to Kelp Yard?"),
        ("Who are the members of NOME?", "Is there a gym at Kelp Yard, or do I have to find one?"),
        ("Who are the members of NOME?", "What happens on day one of Harbour Days?"),
        ("What is NOME?", "Does Kelp Yard have one?"),
        ("What kinds of money does NOME offer?", "Does the green one need a guarantee?"),
        ("Are there labs at NOME?", "Which firms are in Kelp Yard, big ones?"),
    ],
)
def test_one_that_stands_for_nothing_said_before_is_left(before: str, question: str) -> None:
    assert condense(question, talk(said(before))) == Condensed(question)


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("How many companies have left NOME?", "are most of them still around?",
         "Are most of the companies that have left NOME still around?"),
        ("How many companies have left NOME?", "how many of those are still in business?",
         "How many of the companies that have left NOME are still in business?"),
        ("How long before I hear back about an innovation voucher?",
         "how many of those can I get in all?", "How many innovation vouchers can I get in all?"),
        ("What is an innovation voucher?", "can I use two of them at once?",
         "Can I use two innovation vouchers at once?"),
    ],
)  # fmt: skip
def test_of_them_is_of_what_was_asked_for_and_no_whole_question(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Does NOME hold seminars?", "who goes there?", "Who goes to the seminars of NOME?"),
        ("Does NOME hold seminars?", "when are they held?", "When are the seminars of NOME held?"),
        ("Does NOME hold seminars?", "who can come?", "Who can come to the seminars of NOME?"),
        ("Does NOME have a yearly event?", "what sort of people go there?",
         "What sort of people go to the yearly event of NOME?"),
        ("Does NOME offer courses?", "what do they cost?", "What do the courses of NOME cost?"),
        ("When are the guided tours at NOME?", "are they free?",
         "Are the guided tours at NOME free?"),
        ("When are the guided tours at NOME?", "how many can come along?",
         "How many can come along to the guided tours at NOME?"),
        ("Is there a hackathon at NOME?", "who can join?", "Who can join the hackathon at NOME?"),
        ("What is Harbour Days?", "how many people come?", "How many people come to Harbour Days?"),
        ("Does NOME take part in Harbour Days?", "when does it start?",
         "When does Harbour Days start?"),
    ],
)  # fmt: skip
def test_one_goes_to_the_event_that_was_spoken_of(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Does NOME hold seminars?", "who works there?", "Who works at NOME?"),
        ("Does NOME hold seminars?", "do they take equity?", "Does NOME take equity?"),
        ("Does NOME hold seminars?", "who is the CEO?", "Who is the CEO of NOME?"),
        ("Does NOME hold seminars?", "when does the hackathon start?",
         "when does the hackathon start?"),
        ("Does NOME have a gym?", "who can go there?", "Who can go to NOME?"),
        ("Does NOME take part in Harbour Days?", "who funds it?", "Who funds NOME?"),
    ],
)  # fmt: skip
def test_what_is_no_matter_of_an_event_is_asked_of_who_holds_it(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Who funds NOME?", "When do the mentors meet?", "When do the mentors of NOME meet?"),
        ("Who funds NOME?", "Are the mentors paid?", "Are the mentors of NOME paid?"),
        ("Is SmiLe in NOME?", "Are there other Swedish members?",
         "Are there other Swedish members of NOME?"),
        ("Is SmiLe a member of NOME?", "How many members are there?",
         "How many members of NOME are there?"),
        ("Is SmiLe in NOME?", "How many employees are there?",
         "How many employees of SmiLe are there?"),
    ],
)  # fmt: skip
def test_a_part_is_one_of_what_was_spoken_of(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


def test_the_advisers_are_first_those_of_the_desk_that_was_spoken_of() -> None:
    asked = talk(said("How do I reach the business desk in Lund?"))
    question = "Which languages do the advisers know?"
    of_desk = "Which languages do the advisers of the business desk in Lund know?"
    assert CONDENSER.readings(question, question, asked).ways == (of_desk, question)
    general = "Which languages do the advisers of the region know?"
    assert CONDENSER.readings(general, general, asked).ways[0] == general


NUMBERED = "What does NOME cost for a company with five employees?"
COUNTRY = "Which member of NOME is from Slovenia?"


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (NUMBERED, "and one with 150?", "What does NOME cost for a company with 150 employees?"),
        (NUMBERED, "a company of 12?", "What does NOME cost for a company with 12 employees?"),
        (NUMBERED, "and for one with 50 people?",
         "What does NOME cost for a company with 50 employees?"),
        (NUMBERED, "we are 150", "What does NOME cost for a company with 150 employees?"),
        (NUMBERED, "and a bigger one?", "What does NOME cost for a bigger company?"),
        ("What does NOME cost?", "and one with 30?",
         "What does NOME cost for a company with 30 employees?"),
        ("What does NOME cost?", "for a team of 12 people?",
         "What does NOME cost for a team of 12 people?"),
        ("What does NOME cost?", "I'm a student", "What does NOME cost for a student?"),
    ],
)  # fmt: skip
def test_the_same_is_asked_for_one_of_another_number(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))).query == query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (COUNTRY, "and the Austrian one?", "Which member of NOME is from Austria?"),
        (COUNTRY, "the Belgian?", "Which member of NOME is from Belgium?"),
        (COUNTRY, "and the Dutch ones?", "Which member of NOME is from the Netherlands?"),
        (COUNTRY, "what about the one from Belgium?", "Which member of NOME is from Belgium?"),
        ("Which member of NOME is in Canada?", "and the Belgians?",
         "Which member of NOME is in Belgium?"),
        ("Who is the Canadian member of NOME?", "the one in Austria?",
         "Who is the Austrian member of NOME?"),
        ("Which companies are in Lund?", "and the Danish ones?",
         "Which Danish companies are in Lund?"),
        (COUNTRY, "who is the Austrian minister?", "who is the Austrian minister?"),
    ],
)  # fmt: skip
def test_the_one_of_another_people_is_asked_for(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))).query == query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Who leads Lab Incubator?", "sorry, I meant Gran", "Who leads Gran Incubator?"),
        ("Who leads Lab Incubator?", "and Nerva?", "Who leads Nerva?"),
        ("Who is in Lund?", "and Malmö?", "Who is in Malmö?"),
    ],
)
def test_a_part_of_a_name_means_the_one_that_ends_alike(
    before: str, question: str, query: str
) -> None:
    kinds = {"Gran Incubator": ["incubator"], "Lab Incubator": ["incubator"],
             "Nerva": ["incubator"], "Lund": ["place"], "Malmö": ["place"]}  # fmt: skip
    known = _Longer(kinds=kinds)
    condensed = FollowUpCondenser(known=known).condense(question, talk(said(before)))
    assert condensed.query == query


class _Longer(MemoryNames):
    """Also knows a name by all its words in small letters."""

    def nearest(self, name: str) -> str:
        return next((known for known in self.kinds if known.lower() == name.lower()), "")


def test_a_second_one_is_of_what_was_spoken_of_with_whose_it_is() -> None:
    before = talk(said("How much is an innovation cheque from Vinnova?", "SEK 9"))
    assert (
        condense("can we get a second one next year?", before).query
        == "Can we get a second innovation cheque from Vinnova next year?"
    )
