"""What stands alone is left alone, what cannot be known is asked, and long talks stay fast."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Conversation
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from assistant.question.following.names import SpokenName
from tests.fakes_following import (
    DAYS,
    KNOWN,
    LIST,
    NOME,
    NOTHING,
    PAIR,
    SWECRIS,
    MemoryNames,
    condense,
    refused,
    said,
    talk,
)

STANDALONE = [
    "Who is the CEO of Flemingsberg Science?",
    "Which incubators take no equity in the companies that they support?",
    "Does SmiLe publish its budget?",
    "Are there any incubators in Umeå that help food companies?",
    "Is it true that Vinnova funds research on new materials?",
    "What does NOME do?",
    "By the way, who is the CEO of Flemingsberg Science?",
    "How many companies have their office at Kajen Park?",
    "Which companies owe their founding team to a night event?",
    "Kvistel - who are they and what do they make?",
    "Which incubators are there?",
    "How many incubators take equity?",
    "What is the name of the project that introduces digital tools?",
    "If a company leaves SmiLe, does it have to pay?",
    "How do I bake sourdough bread?",
    "Will it rain in Lund tomorrow?",
    "Which science parks have a lab?",
    "List all networks in Lund",
    "scilifelab opening year",
    "I have a startup in food. Which incubators could help it?",
    "How long does it take to get a patent?",
    "Who takes part in Harbour Days and who funds it?",
    "Which is older, Alfa or Beta?",
    "Which is cheaper: a desk at Alfa or one at Beta?",
    "Who is the former CEO of SmiLe Incubator?",
]


@pytest.mark.parametrize("question", STANDALONE)
@pytest.mark.parametrize("conversation", [NOTHING, NOME, SWECRIS, LIST, PAIR, DAYS])
def test_a_standalone_question_is_left_alone(question: str, conversation: Conversation) -> None:
    assert condense(question, conversation) == Condensed(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who funds it?", "And how many sites does it have?", "Since when?", "Why?",
        "What are their goals?", "When was that programme started?", "the second one",
        "Which of them are in Lund?", "Where does she work?", "Who works there?", "What is that?",
        "How much does the latter cost?", "and how many members do they have?",
    ],
)  # fmt: skip
def test_what_points_back_at_nothing_is_asked_back(question: str) -> None:
    condensed = condense(question, NOTHING)

    assert condensed.query == question
    assert condensed.asks_back is not None
    assert condensed.asks_back.candidates == ()
    assert condensed.asks_back.sentence.endswith(("name.", "question.", "about."))


@pytest.mark.parametrize(
    ("conversation", "question", "candidates"),
    [
        (PAIR, "Who funds it?", ("Who funds SmiLe?", "Who funds Nerva?")),
        (LIST, "Does it have a lab?",
         ("Does SmiLe have a lab?", "Does Nerva have a lab?", "Does Kelp Yard have a lab?")),
        (LIST, "Who runs the fourth one?",
         ("Who runs SmiLe?", "Who runs Nerva?", "Who runs Kelp Yard?")),
    ],
)  # fmt: skip
def test_of_several_that_are_as_likely_it_is_asked_which(
    conversation: Conversation, question: str, candidates: tuple[str, ...]
) -> None:
    condensed = condense(question, conversation)

    assert condensed.query == question
    assert condensed.asks_back is not None
    assert condensed.asks_back.candidates == candidates


def test_what_the_documents_say_tells_which_of_two_is_meant() -> None:
    before = talk(said("Do SmiLe and Kelp Yard have desks?"))

    assert condense("What does a desk cost in it?", before).query == (
        "What does a desk cost in Kelp Yard?"
    )


@pytest.mark.parametrize("reply", ["the second one", "Nerva", "the latter", "I mean Nerva", "2"])
def test_a_reply_to_what_was_asked_back_chooses(reply: str) -> None:
    asked = said(
        "Who funds it?",
        text="Do you mean SmiLe or Nerva?",
        asks_back=("Who funds SmiLe?", "Who funds Nerva?"),
    )
    assert condense(reply, talk(*PAIR.turns, asked)) == Condensed("Who funds Nerva?")


def test_a_name_answers_what_was_asked_back_without_choices() -> None:
    first = condense("Who funds it?", NOTHING)
    assert first.asks_back is not None
    asked = refused("Who funds it?", text=first.asks_back.sentence)

    assert condense("NOME", talk(asked)) == Condensed("Who funds NOME?")


_VOCABULARY = (
    "who what when where how many much which why and but of in for the a it its they them their "
    "there that this these one second other former both he she his NOME SmiLe Lund incubators "
    "members fund funds take is are does do have equity ? , . ! ’s ' programme 2015 [ ( \\ {}"
)
_WORDS = st.sampled_from(_VOCABULARY.split())
_TEXTS = st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=60)


@given(question=_TEXTS, before=_TEXTS, short=st.none() | _TEXTS)
def test_whatever_is_asked_after_whatever_gives_a_query(
    question: str, before: str, short: str | None
) -> None:
    condensed = condense(question, talk(said(before, short), *DAYS.turns))

    assert condensed.query.strip() or not question.strip()
    assert condensed.asks_back is None or condensed.query == question


_ASKS = st.sampled_from(
    ["Who funds {}?", "When was {} founded?", "Does {} take equity?", "Where is {} based?",
     "How many members does {} have?", "What does a desk at {} cost?", "Tell me about {}",
     "Is {} part of {}?", "Which companies work with {}?"]
)  # fmt: skip
_NAMES = st.sampled_from(["NOME", "SmiLe", "Kelp Yard", "Blorp Systems", "Umeå Biotech Park"])


@given(asks=_ASKS, first=_NAMES, second=_NAMES)
@pytest.mark.parametrize("conversation", [NOTHING, NOME, LIST, PAIR, DAYS])
def test_a_question_that_names_what_it_asks_about_is_never_changed(
    conversation: Conversation, asks: str, first: str, second: str
) -> None:
    question = asks.format(first, second)

    assert condense(question, conversation) == Condensed(question)


def test_after_fifty_turns_with_long_answers_it_looks_at_the_last_ones_only() -> None:
    names = _Counting(kinds=KNOWN.kinds)
    long = "Kelp Yard says something about NOME and CAMP. [1] " * 400
    turns = [said("What is Nerva?", text=long)]
    turns += [said(f"When was CAMP seen in {1960 + at}?", text=long) for at in range(49)]
    condenser = FollowUpCondenser(known=names)

    query = condenser.condense("Who funds it?", talk(*turns)).query

    assert query == "Who funds CAMP?"
    assert max(names.lengths) <= 1_000
    assert len(names.lengths) < 100
    assert condenser.condense("Who funds Nerva?", talk(*turns)) == Condensed("Who funds Nerva?")


def test_what_was_spoken_of_in_the_first_of_twenty_turns_can_be_returned_to() -> None:
    turns = [said("What is Harbour Days?")]
    turns += [said(f"When was CAMP seen in {1960 + at}?") for at in range(19)]

    assert condense("back to that event, who visits it?", talk(*turns)).query == (
        "Who visits Harbour Days?"
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class _Counting(MemoryNames):
    """Remembers how long the texts were in which it looked for names."""

    lengths: list[int] = field(default_factory=list)

    def find(self, text: str) -> tuple[SpokenName, ...]:
        """Find, and remember."""
        self.lengths.append(len(text))
        return MemoryNames.find(self, text)


@pytest.mark.parametrize(
    "question",
    [
        "dose smile incubater take eqity from its startupps",
        "Which of those in the harbour district have a workshop of their own?",
    ],
)
def test_a_first_question_that_says_enough_is_searched_for(question: str) -> None:
    assert condense(question, NOTHING) == Condensed(question)
