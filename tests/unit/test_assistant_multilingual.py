"""What is asked in Swedish is answered as the English question that it is translated into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import pytest

from assistant.finishing import turn_of, whole
from assistant.model import Answer, AnswerEvent, Conversation, QueryUnderstood, Turn
from assistant.multilingual import MultilingualAssistant, MultilingualRetriever
from assistant.question.following.names import NoNames
from assistant.question.swedish.translator import SwedishTranslator
from assistant.stopwatch import Stopwatch
from index.passage import ScoredPassage
from tests.fakes_answering import MemoryRetriever, cited, conversation_of, make_document

NONE = Conversation(conversation_id="c")
ENGLISH = "Who funds NOME?"
SWEDISH = "Vem stödjer NOME?"
TRANSLATED = "Who supports NOME?"
DECLINED = Answer(status="declined", text="No.")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Has some documents in Swedish."""

    swedish: frozenset[str] = frozenset()

    def documents_in(self, language: str) -> frozenset[str]:
        """Give them."""
        return self.swedish if language == "sv" else frozenset()


@dataclass(frozen=True, slots=True)
class Scripted:
    """Answers some questions, and declines others; remembers all."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer."""
        searched = query or question
        self.asked.append(searched)
        answer = self.answers.get(searched, DECLINED)
        yield from whole(question, searched, 1, answer, Stopwatch())

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Answer in one step."""
        return turn_of(self.stream(question, conversation, query=query))


@dataclass(frozen=True, slots=True)
class Remembering(Scripted):
    """Remembers what the last turn of a conversation offered."""

    offered: list[tuple[str, ...]] = field(default_factory=list)

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer."""
        self.offered.append(conversation.turns[-1].answer.asks_back)
        yield from Scripted.stream(self, question, conversation, query=query)


@dataclass(frozen=True, slots=True)
class Declining:
    """Declines what is not understood, and takes some words for misspelt ones."""

    misspelt: frozenset[str] = frozenset()

    def decline(self, query: str, why: str) -> tuple[int, Answer]:
        """Say why; one passage was read."""
        return 1, Answer(status="declined", text=f"{why} {query}")

    def is_misspelt(self, word: str) -> bool:
        """Whether it is one of them."""
        return word in self.misspelt


def _answer(*titles: str) -> Answer:
    citations = tuple(cited(number, title) for number, title in enumerate(titles, start=1))
    return Answer(status="answered", text="q [1]", citations=citations)


def _assistant(
    scripted: Scripted,
    *swedish: str,
    approved: Mapping[str, Answer] | None = None,
    misspelt: frozenset[str] = frozenset(),
) -> MultilingualAssistant:
    return MultilingualAssistant(
        assistant=scripted,
        translator=SwedishTranslator(known=NoNames()),
        stored=Shelf(frozenset(swedish)),
        approved=(approved or {}).get,
        unclear=Declining(misspelt),
    )


def test_a_swedish_question_is_asked_in_english_and_kept_as_typed() -> None:
    scripted = Scripted({TRANSLATED: _answer("Vinnova")})

    turn = _assistant(scripted).ask(SWEDISH, NONE)

    assert (turn.question, turn.query) == (SWEDISH, TRANSLATED)
    assert turn.answer.status == "answered"
    assert scripted.asked == [TRANSLATED]


def test_the_first_event_says_how_it_was_understood() -> None:
    first = next(_assistant(Scripted()).stream(SWEDISH, NONE))

    assert first == QueryUnderstood(question=SWEDISH, query=TRANSLATED)


def test_an_english_question_goes_on_as_it_is() -> None:
    scripted = Scripted()

    turn = _assistant(scripted).ask(ENGLISH, NONE)

    assert (turn.question, turn.query, scripted.asked) == (ENGLISH, ENGLISH, [ENGLISH])


def test_what_is_to_be_taken_as_typed_is_not_translated() -> None:
    scripted = Scripted()

    turn = _assistant(scripted).ask(SWEDISH, NONE, query=SWEDISH)

    assert turn.query == SWEDISH
    assert scripted.asked == [SWEDISH]


def test_a_greeting_is_left_in_its_language() -> None:
    scripted = Scripted()

    _assistant(scripted).ask("Tack så mycket!", NONE)

    assert scripted.asked == ["Tack så mycket!"]


def test_an_answer_approved_for_the_question_as_typed_goes_first() -> None:
    approved = _answer("Staff")
    scripted = Scripted()

    turn = _assistant(scripted, approved={SWEDISH: approved}).ask(SWEDISH, NONE)

    assert turn.answer == approved
    assert scripted.asked == []


def test_swedish_documents_are_asked_in_the_words_typed() -> None:
    scripted = Scripted({SWEDISH: _answer("Sida"), TRANSLATED: _answer("Vinnova")})

    turn = _assistant(scripted, "sida").ask(SWEDISH, NONE)

    assert turn.answer == _answer("Sida")
    assert scripted.asked == [SWEDISH]


def test_what_english_documents_say_to_swedish_words_is_no_answer() -> None:
    scripted = Scripted({SWEDISH: _answer("Page"), TRANSLATED: _answer("Vinnova")})

    turn = _assistant(scripted, "sida").ask(SWEDISH, NONE)

    assert turn.answer == _answer("Vinnova")
    assert turn.question == SWEDISH


def test_a_follow_up_is_asked_in_its_conversation() -> None:
    before = Turn(turn_id="t", question="Vad är NOME?", query="What is NOME?", answer=DECLINED)
    scripted = Scripted()

    turn = _assistant(scripted).ask("Vem driver det?", conversation_of(before))

    assert turn.query == "Who runs it?"


def test_a_question_with_a_word_that_nobody_knows_is_declined() -> None:
    half = "Does NOME have any glufs?"
    scripted = Scripted({half: _answer("NOME")})

    turn = _assistant(scripted).ask("Har NOME någon glufs?", NONE)

    assert (turn.answer.status, turn.query, scripted.asked) == ("declined", half, [])
    assert turn.answer.text.startswith("I do not know the word “glufs”")
    answered = _assistant(scripted, misspelt=frozenset({"glufs"})).ask(
        "Har NOME någon glufs?", NONE
    )
    assert answered.answer == _answer("NOME")


def test_a_question_of_unknown_words_is_declined_as_typed() -> None:
    question = "Vilka glufsar knorpar den plimpiga snurren?"

    turn = _assistant(Scripted({question: _answer("NOME")})).ask(question, NONE)

    assert (turn.answer.status, turn.query) == ("declined", question)


@pytest.mark.parametrize("question", ["Hvem driver NOME?", "Wer finanziert NOME?"])
def test_other_languages_are_declined_with_those_that_are_understood(question: str) -> None:
    scripted = Scripted({question: _answer("NOME")})

    turn = _assistant(scripted).ask(question, NONE)

    assert (turn.question, turn.query, scripted.asked) == (question, question, [])
    assert turn.answer.text.startswith("I understand questions in English and Swedish")


def test_an_approved_answer_goes_first_in_any_language() -> None:
    approved = _answer("Staff")

    turn = _assistant(Scripted(), approved={"Hvem driver NOME?": approved}).ask(
        "Hvem driver NOME?", NONE
    )

    assert turn.answer == approved


def test_what_is_asked_back_is_offered_in_swedish_and_understood_when_chosen() -> None:
    unclear = Answer(
        status="declined",
        text="Do you mean NOME or CAMP?",
        asks_back=("Who runs NOME?", "Who runs CAMP?"),
    )
    scripted = Scripted({"And who runs it?": unclear})

    turn = _assistant(scripted).ask("Och vem driver den?", NONE)

    assert turn.answer.asks_back == ("Vem driver NOME?", "Vem driver CAMP?")
    following = Remembering()
    assistant = replace(_assistant(scripted), assistant=following)
    assistant.ask("Den andra?", conversation_of(turn))
    assert following.offered == [("Who runs NOME?", "Who runs CAMP?")]


def test_what_cannot_be_worded_in_swedish_is_offered_in_english() -> None:
    unclear = Answer(status="declined", text="?", asks_back=("When did NOME begin?",))

    turn = _assistant(Scripted({"Who runs it?": unclear})).ask("Vem driver den?", NONE)

    assert turn.answer.asks_back == ("When did NOME begin?",)


def _retriever(*swedish: str) -> tuple[MultilingualRetriever, "Recording"]:
    recording = Recording()
    return (
        MultilingualRetriever(
            retriever=recording,
            translator=SwedishTranslator(known=NoNames()),
            stored=Shelf(frozenset(swedish)),
        ),
        recording,
    )


@dataclass(frozen=True, slots=True)
class Recording:
    """Finds the same passages for all, and remembers what it was asked."""

    asked: list[str] = field(default_factory=list)

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Find them."""
        self.asked.append(query)
        document = make_document("NOME", "NOME is a network.")
        return MemoryRetriever(documents=(document,)).retrieve(query, top_k)


def test_a_swedish_search_is_made_in_english() -> None:
    retriever, recording = _retriever()

    assert retriever.retrieve(SWEDISH, 3)
    assert recording.asked == [TRANSLATED]


def test_a_swedish_search_over_swedish_documents_is_made_in_both() -> None:
    retriever, recording = _retriever("sida")

    found = retriever.retrieve(SWEDISH, 3)

    assert len(found) == 1
    assert recording.asked == [TRANSLATED, SWEDISH]


def test_an_english_search_stays_as_it_is() -> None:
    retriever, recording = _retriever("sida")

    retriever.retrieve(ENGLISH, 3)

    assert recording.asked == [ENGLISH]
