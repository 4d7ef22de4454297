"""The assistant's own sentences in Swedish: each as it is really written, and nothing of documents.

The sentences are made by the parts that make them, so that a new wording without its Swedish fails.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.approved.serving import as_answer
from assistant.composing.together import together
from assistant.declining import OTHER_LANGUAGE, asking_back, declined, unknown_words
from assistant.languages.answers import retold, retold_source, retold_text, retold_title
from assistant.languages.errors import retold_error
from assistant.languages.language import wished_language
from assistant.languages.phrasebook import phrasebook_of
from assistant.model import Answer, Citation, Conversation
from assistant.question.analysis import analyse
from assistant.question.condenser import AskBack
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.asking import (
    ask_for_list,
    ask_for_question,
    ask_which,
    ask_whom,
)
from assistant.question.small_talk import small_talk_reply
from corpus import refusals
from corpus.refusals import refusal
from index.passage import ScoredPassage
from tests.fakes_answering import make_assistant, make_document, make_passage
from tests.fakes_approved import draft, memory_approved
from tests.fakes_entities import MemoryBase, ask

ROOT = Path(__file__).resolve().parents[2]
ALFA = make_document("Alfa", "Alfa was founded in 2010. Alfa has 40 members. Yes. We do.")
NEW = Conversation(conversation_id="new")


class OnlyAlfa:
    """Holds one document."""

    def document(self, _: str) -> object:
        """Give it."""
        return ALFA


def swedish(answer: Answer) -> list[str]:
    """The lines of an answer as they are told in Swedish."""
    return [line for line in retold(answer, "sv").text.splitlines() if line]


def said(text: str) -> str:
    return retold_text(text, (), "sv")


def test_in_english_nothing_is_changed() -> None:
    answer = Answer(status="answered", text="Yes. It does. [1]", short_answer="Yes")
    assert retold(answer, "en") is answer
    with pytest.raises(ValueError, match="written in 'en'"):
        phrasebook_of("en", "answers")


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (OTHER_LANGUAGE, "Jag förstår frågor på engelska och svenska, och"),
        (unknown_words(["hund"]), "Jag känner inte till ordet ”hund” i frågan, så"),
        (unknown_words(["hund", "katt"]), "Jag känner inte till orden ”hund, katt” i frågan, så"),
    ],
)
def test_a_decline_says_what_is_not_understood(why: str, told: str) -> None:
    analysis = analyse("Har Alfa hund?", [])
    answer = declined(analysis, (), OnlyAlfa(), why=why)  # type: ignore[arg-type]  # reads none
    (line,) = swedish(answer)
    assert line.startswith(told)
    assert "Jag sökte efter ”Har Alfa hund?” och läste 0 stycken." in line


@pytest.mark.parametrize("found", [0, 1, 2])
def test_a_decline_says_what_was_searched_and_what_is_unknown(found: int) -> None:
    passages = (ScoredPassage(passage=make_passage(ALFA), score=1.0),) * found
    analysis = replace(analyse("Who funds “Gamma”?", []), unknown=("Gamma", "Delta"))
    answer = declined(analysis, passages, OnlyAlfa())  # type: ignore[arg-type]  # reads one only
    told = "1 stycke" if found == 1 else f"{found} stycken"
    nearest = " De närmaste visas här." if found else ""
    assert swedish(answer) == [
        "Dokumenten svarar inte på det här. Jag sökte efter ”Who funds “Gamma”?” och läste "
        f"{told}. Inget av dem nämner Gamma, Delta.{nearest}"
    ]


def test_every_way_to_ask_back_is_told() -> None:
    sentences = [ask_whom(Anaphor(start=0, end=2, pointing=each)) for each in Pointing]
    noun = Anaphor(start=0, end=2, pointing=Pointing.KIND, noun="park")
    choice = ask_which(["A", "B", "Black or White"], ["1", "2", "3"]).sentence
    asked = [
        *sentences,
        ask_whom(noun),
        choice,
        f"That list has only 2 entries. {choice}",
        ask_for_question().sentence,
        ask_for_list().sentence,
    ]
    told = [said(asking_back(AskBack(sentence=each)).text) for each in asked]
    assert all(before != after for before, after in zip(asked, told, strict=True))
    assert said("Do you mean A or B?") == "Menar du A eller B?"
    assert said("That list has only 2 entries. Do you mean A or B?") == (
        "Den listan har bara 2 poster. Menar du A eller B?"
    )


@pytest.mark.parametrize("question", ["Thanks!", "Hello", "bye", "hi, who are you?", "help"])
@pytest.mark.parametrize("examples", [[], ["Who funds *Alfa*?"]])
def test_small_talk_is_told_and_its_examples_stay(question: str, examples: list[str]) -> None:
    english = small_talk_reply(question, examples)
    told = said(english)
    first, *rest = told.split("\n")
    english_first, *english_rest = english.split("\n")
    assert rest == english_rest
    assert first != english_first
    assert not {"the", "documents", "You", "I"} & set(first.split())


@pytest.fixture(scope="module")
def base() -> MemoryBase:
    return MemoryBase(
        {
            "ember.md": "---\ntitle: Ember\nkind: incubator\n---\n\nEmber is an incubator. "
            "Ember does not take equity.\n",
            "forge.md": "---\ntitle: Forge\nkind: incubator\n---\n\nForge is an incubator. "
            "Forge takes 6% equity in each start-up.\n",
            "harbour.md": "---\ntitle: Harbour\nkind: incubator\n---\n\nHarbour is an incubator "
            "in Malmö.\n",
        }
    )


def test_counting_over_all_of_a_kind_is_told(base: MemoryBase) -> None:
    english = ask(base, "Which incubators take no equity?")
    first, last = swedish(english)
    assert first == "- **Ember**: Ember does not take equity. [1]"
    assert last == (
        "3 granskade: 1 uppger det, 1 förnekar det (Forge [2]), 1 säger inget om det (Harbour)."
    )
    how_many = ask(base, "How many incubators take no equity?")
    assert swedish(how_many)[0] == "1 av 3 i dokumenten:"
    assert swedish(ask(base, "How many incubators are there?"))[0] == "Det finns 3 i dokumenten."
    exists = ask(base, "Are there any incubators that take equity?")
    assert swedish(exists)[0] == "Ja."
    assert retold(exists, "sv").short_answer == "Ja"


@pytest.mark.parametrize(
    ("english", "told"),
    [
        (
            "None of the 3 hubs in the documents states it. 3 hubs checked: 0 state it, 0 deny "
            "it, 3 do not say.",
            "Ingen av 3 i dokumenten uppger det. 3 granskade: 0 uppger det, 0 förnekar det, 3 "
            "säger inget om det.",
        ),
        (
            "No hub in the documents states it. 1 hub checked: 0 state it, 1 denies it (A [1]), "
            "0 do not say.",
            "Ingen i dokumenten uppger det. 1 granskade: 0 uppger det, 1 förnekar det (A [1]), "
            "0 säger inget om det.",
        ),
        ("There is 1 hub in the documents.", "Det finns 1 i dokumenten."),
        ("5, as listed:", "5, enligt listan:"),
        ("2 of 6, as listed:", "2 av 6, enligt listan:"),
        ("At least 2 of 6, as listed:", "Minst 2 av 6, enligt listan:"),
        ("At most 3 of 6, as listed:", "Högst 3 av 6, enligt listan:"),
        (
            "Older: **Alfa**, 2010 [1]; Beta: 2012 [2].",
            "Äldre: **Alfa**, 2010 [1]; Beta: 2012 [2].",
        ),
        ("Stranger: **Alfa**, 1 [1].", "Stranger: **Alfa**, 1 [1]."),
        ("Equity: neither.", "Ägarandel: ingendera."),
        ("Neither: they are equal. A: 1 [1].", "Ingendera, de är lika. A: 1 [1]."),
        ("In common: **A**, **B**.", "Gemensamt: **A**, **B**."),
        ("At different times:", "Vid olika tidpunkter:"),
    ],
)
def test_what_counts_and_decides_is_told(english: str, told: str) -> None:
    assert said(english) == told


def test_a_comparison_keeps_what_documents_say_in_its_table() -> None:
    table = (
        "| | Alfa | Place |\n|---|---|---|\n| Founded | In 2010. [1] | not stated |\n"
        "| Rooms | not stated, they say \\| so [2] | Place [3] |"
    )
    assert said(table).splitlines() == [
        "| | Alfa | Place |",
        "|---|---|---|",
        "| Grundat | In 2010. [1] | anges inte |",
        "| Rooms | not stated, they say \\| so [2] | Place [3] |",
    ]


def test_documents_that_disagree_are_told_with_their_dates() -> None:
    other = make_document("Beta", "Alfa, founded in 2009, is our neighbour.")
    assistant = make_assistant([ALFA, other], {"2010": 4.0, "2009": 4.0})
    answer = assistant.ask("When was Alfa founded?", NEW).answer
    assert swedish(answer) == [
        "Dokumenten är oense:",
        "- **Alfa** (per 2018): Alfa was founded in 2010. [1]",
        "- **Beta** (per 2018): Alfa, founded in 2009, is our neighbour. [2]",
    ]
    assert retold(answer, "sv").short_answer == "2010 eller 2009"


def cited(quote: str) -> Citation:
    return Citation(
        number=1, document_id="a", title="Alfa", source="a.md", heading=None, page=None,
        passage_id="a", quote=quote, start=0, end=len(quote), score=1.0, verified=True,
    )  # fmt: skip


def test_a_verdict_is_told_and_what_a_document_says_in_the_same_words_is_not() -> None:
    verdict = Answer(
        status="answered", text="No. It is free. [1]", short_answer="No",
        citations=(cited("It is free."),),
    )  # fmt: skip
    assert swedish(verdict) == ["Nej. It is free. [1]"]
    assert retold(verdict, "sv").short_answer == "Nej"
    quoted = replace(verdict, citations=(cited("No. It is free."),))
    assert swedish(quoted) == ["No. It is free. [1]"]
    listed = replace(verdict, text="They say: [1]\n- Yes.", citations=(cited("They say:\n- Yes."),))
    assert swedish(listed) == ["They say: [1]", "- Yes."]


def test_several_questions_at_once_are_told_part_by_part() -> None:
    yes = Answer(
        status="answered", text="Yes. It is. [1]", short_answer="Yes", citations=(cited("It is."),)
    )
    no = Answer(
        status="declined",
        text="The documents do not answer this. I searched for “Why?” and read 2 passages. The "
        "nearest ones are shown.",
    )
    joined = together([("Is it?", yes), ("Why?", no)])
    assert swedish(joined) == [
        "**Is it?**",
        "Ja. It is. [1]",
        "**Why?**",
        "Dokumenten svarar inte på det här. Jag sökte efter ”Why?” och läste 2 stycken.",
    ]


def test_an_approved_answer_keeps_its_words_and_is_named_in_swedish() -> None:
    kept = memory_approved().add(draft(text="Yes.\n\nThe documents disagree:"))
    answer = as_answer(kept)
    told = retold(answer, "sv")
    assert told.text == answer.text
    assert told.citations[0].title == "Godkänt svar"
    assert told.citations[0].source == f"godkänt av {kept.author}, {kept.approved_at[:10]}"
    assert retold_title("Approved answer", kept.document_id, "sv") == "Godkänt svar"
    assert retold_source(kept.source, kept.document_id, "sv").startswith("godkänt av ")
    # A document may be called so as well.
    assert retold_title("Approved answer", "a", "sv") == "Approved answer"
    assert retold_source("approved by A, 2026-01-01", "a", "sv") == "approved by A, 2026-01-01"


# --- errors ------------------------------------------------------------------------------------

ERRORS = {
    "InvalidQuestion", "InvalidTitle", "InvalidFeedback", "InvalidDocument", "EmptyKnowledgeBase",
    "InvalidApprovedAnswer", "UnreadableDocument", "EmptyDocument",
}  # fmt: skip


def raised() -> Iterator[str]:
    """The sentences with which the callers' errors are raised; 7 stands for every value."""
    for folder in ("assistant", "corpus"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id in ERRORS
                    and node.args
                ):
                    yield from filter(None, [written(node.args[-1])])


def written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values
        )
    return ""


def test_every_error_that_a_visitor_can_mend_has_its_swedish() -> None:
    sentences = set(raised())
    assert len(sentences) > 30
    assert {each for each in sentences if retold_error(each, "sv") == each} == set()


@pytest.mark.parametrize("word", sorted(refusals._REASONS))
@pytest.mark.parametrize("amount", [1, 2_000])
def test_every_reason_to_give_a_file_up_has_its_swedish(word: str, amount: int) -> None:
    reason = refusal(word, amount, "a.pdf").reason
    told = retold_error(f"'a.pdf' was not taken in: {reason}", "sv")
    assert told.startswith("'a.pdf' togs inte in: ")
    assert reason not in told


def test_an_error_keeps_its_values_and_tells_its_reason() -> None:
    told = retold_error("'a.md' was not taken in: the file is empty; add text or remove it.", "sv")
    assert told == "'a.md' togs inte in: filen är tom. Lägg till text eller ta bort den."
    assert retold_error("Nothing of the kind.", "sv") == "Nothing of the kind."
    assert retold_error("The question is empty; type one.", "en").startswith("The question")


def test_both_languages_of_a_phrase_hold_the_same_values_or_fewer() -> None:
    for subject in ("answers", "errors"):
        for phrase in phrasebook_of("sv", subject).phrases:
            names = dict.fromkeys(phrase.found.groupindex, "x")
            assert phrase.told.format(**names)


@pytest.mark.parametrize(
    ("header", "language"),
    [("sv", "sv"), ("en, sv;q=0.9", "en"), ("sv;q=0, en;q=0.1", "en"), ("fr", "en"), ("", "en")],
)
def test_a_request_says_which_language_it_wishes(header: str, language: str) -> None:
    assert wished_language(header) == language
