"""Which questions are surely the same, by rules: what may differ and what may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.approved.wording import exact_form, is_same, wording_of

# Who does it: "{v}", "{vs}", "{ved}" and "{ving}" are forms of a verb.
BY_STARTUPS = (
    "Which startups {v} {a}?", "Which startups have {ved} {a}?", "Which startups {ved} {a}?",
    "Which startups will {v} {a}?", "Which startups can {v} {a}?", "How many startups {v} {a}?",
    "How many startups have {ved} {a}?", "List the startups that {v} {a}",
    "Do startups {v} {a}?", "Have startups {ved} {a}?", "Is {a} {ved} by startups?",
    "Can startups {v} {a}?", "Who {vs} {a}?", "Who has {ved} {a}?", "Who is {ving} {a}?",
    "By whom is {a} {ved}?", "Who is {a} {ved} by?",
)  # fmt: skip
BY_NAME = (
    "Which startups does {a} {v}?", "Which startups has {a} {ved}?", "Which startups did {a} {v}?",
    "Which startups will {a} {v}?", "Which startups can {a} {v}?", "How many startups do {a} {v}?",
    "How many startups has {a} {ved}?", "List the startups that {a} {vs}",
    "Does {a} {v} startups?", "Has {a} {ved} startups?", "Are startups {ved} by {a}?",
    "Can {a} {v} startups?", "Who does {a} {v}?", "Who has {a} {ved}?", "Who is {a} {ving}?",
    "Who is {ved} by {a}?", "Which startups have been {ved} by {a}?",
)  # fmt: skip
VERBS = (
    ("fund", "funds", "funded", "funding"),
    ("invest in", "invests in", "invested in", "investing in"),
    ("choose", "chooses", "chosen", "choosing"),
)

SAME = [
    ("Who founded NOME?", "Who was NOME founded by?"),
    ("Who founded NOME?", "NOME founders"),
    ("Who funds CAMP?", "By whom is CAMP financed?"),
    ("When did SciLifeLab open?", "scilifelab opening year"),
    ("How many members does Alfa have?", "What is the number of members of Alfa?"),
    ("What does it cost to rent a desk at Alfa?", "How much does it cost to rent a desk at Alfa?"),
    ("What is Testbed Sweden?", "Tell me about Testbed Sweden"),
    ("Does Alfa cover travel costs?", "Are travel costs covered by Alfa?"),
    ("Who chairs the board of Alfa?", "Who is the chair of Alfa's board?"),
    ("Which regions does Alfa cover?", "List the regions that Alfa covers"),
    ("How do I apply to Alfa?", "How do you apply to Alfa?"),
    ("Who funds the NOME network?", "Who funds NOME?"),
    ("What is the difference between Alfa and Beta?", "How do Beta and Alfa differ?"),
    ("Where can I find the form for Alfa?", "Where is Alfa's form?"),
    ("Does Alfa Incubator take equity?", "does alfa take a stake"),
    ("What does ATMP stand for?", "what does atmp mean"),
    ("What does ATMP stand for?", "whats the meaning of ATMP"),
    ("What does ATMP stand for?", "What is ATMP an abbreviation of?"),
    ("What does ATMP stand for?", "What is ATMP short for?"),
    ("What does ATMP stand for?", "What does the acronym ATMP stand for?"),
    ("What does ATMP stand for?", "ATMP meaning"),
]

DIFFERENT = [
    ("What does ATMP stand for?", "What is ATMP?"),
    ("What does ATMP stand for?", "What does GMP mean?"),
    ("What does ATMP stand for?", "What does ATMP mean for patients?"),
    ("What does ATMP stand for?", "What does Alfa mean by ATMP?"),
    ("What does Alfa stand for?", "What does Alfa stand for in Lund?"),
    ("What does Alfa stand for?", "Who stands for Alfa?"),
    ("Who founded NOME?", "Who funds NOME?"),
    ("Who funds NOME?", "Who funds CAMP?"),
    ("Who funds CAMP?", "Whom does CAMP fund?"),
    ("Who founded NOME?", "When was NOME founded?"),
    ("Does Alfa fund Beta?", "Does Beta fund Alfa?"),
    ("Does Alfa take equity?", "Doesn't Alfa take equity?"),
    ("Can firms join Alfa?", "Must firms join Alfa?"),
    ("What is Alfa's budget for 2024?", "What is Alfa's budget for 2023?"),
    ("Who is the CEO of Alfa?", "Who was the CEO of Alfa?"),
    ("Who is the CEO of Alfa?", "Who is the deputy CEO of Alfa?"),
    ("Which universities host Alfa?", "How many universities host Alfa?"),
    ("How many startups supported Alfa?", "How many startups did Alfa support?"),
    ("Who grants a patent?", "Who is a patent granted to?"),
    ("Who moved from Lund to Malmö?", "Who moved from Malmö to Lund?"),
    ("What was found by Black before Watt?", "What was found by Watt before Black?"),
    ("How fast are Ultra Speed+ discs?", "How fast are Ultra Speed discs?"),
    ("According to it, when was Alfa born?", "According to it, where was Alfa born?"),
    ("What are tentacles?", "What do tentacles do?"),
    ("What is the mascot of Alfa?", "What is the name of the mascot of Alfa's rival?"),
    ("Which laws predate it?", "Which laws not not predate it?"),
    ("How many State University of Alfa sites are there?", "How many Alfa State University sites?"),
    ("Is spying for Alfa allowed?", "Is spying on Alfa allowed?"),
    ("Who runs the student network?", "Who runs the student programme?"),
    ("Do you pay us?", "Do we pay you?"),
    ("Can I pay you at Alfa?", "Can you pay me at Alfa?"),
    ("Do startups pay investors?", "Do investors pay startups?"),
    ("Who are the parties of Alfa?", "Who are the parts of Alfa?"),
    ("Is Alfa older than Beta?", "Is Beta older than Alfa?"),
    ("Did Alfa open before Beta?", "Did Beta open before Alfa?"),
    ("What is Alfa's share of Beta?", "What is Beta's share of Alfa?"),
    ("Who from Alfa sits on the board of Beta?", "Who from Beta sits on the board of Alfa?"),
    ("When was Alfa opened by Beta?", "When was Beta opened by Alfa?"),
    ("When did Alfa change Beta?", "When was Alfa changed by Beta?"),
    ("Who is the CEO of Alfa's owner?", "Who is the owner of Alfa's CEO?"),
    ("Is Alfa in Beta?", "Is Beta in Alfa?"),
    ("Who funds Alfa and not Beta?", "Who funds Beta and not Alfa?"),
    ("Does Alfa take 5 of 10 applicants?", "Does Alfa take 10 of 5 applicants?"),
    ("How much did Alfa get from Beta?", "How much did Beta get from Alfa?"),
    ("What does Alfa offer startups?", "What do startups offer Alfa?"),
    ("Who reports to Alfa?", "Who does Alfa report to?"),
    ("Who was CEO before 2020?", "Who was CEO after 2020?"),
    ("Who else funds Alfa?", "Who funds Alfa?"),
    ("Does only Alfa fund Beta?", "Does Alfa fund only Beta?"),
    ("What is Alfa's policy?", "What is Alfa's police?"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_wordings_of_a_question_are_the_same(one: str, other: str) -> None:
    assert is_same(wording_of(one), wording_of(other))
    assert is_same(wording_of(other), wording_of(one))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_near_misses_are_not_the_same(one: str, other: str) -> None:
    assert not is_same(wording_of(one), wording_of(other))
    assert not is_same(wording_of(other), wording_of(one))


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", ["Alfa", "Alfa Incubator", "NOME"])
def test_who_does_it_is_never_who_it_is_done_to(verb: tuple[str, ...], name: str) -> None:
    forms = dict(zip(("v", "vs", "ved", "ving"), verb, strict=True))
    by_startups = [form.format(a=name, **forms) for form in BY_STARTUPS]
    by_name = [form.format(a=name, **forms) for form in BY_NAME]

    mixed_up = [
        (one, other)
        for one in by_startups
        for asked in by_name
        for other in (asked, asked.lower())
        if is_same(wording_of(one), wording_of(other))
    ]

    assert mixed_up == []


def test_spelling_alone_makes_no_difference() -> None:
    assert exact_form(" WHO  funds nome ?!") == exact_form("Who funds NOME?")


def test_signs_within_a_word_make_a_difference() -> None:
    assert exact_form("Is C++ taught?") != exact_form("Is C taught?")


@given(st.text(max_size=60))
def test_any_text_can_be_taken_apart_and_is_the_same_as_itself(text: str) -> None:
    assert is_same(wording_of(text), wording_of(text))
