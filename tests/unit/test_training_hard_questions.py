"""Hard questions on the public set's paragraphs, and verdicts made from its own."""

import json
import random
from pathlib import Path

from training.examples import Example, Paragraph, Verdict
from training.hard_questions import hard_examples, identifier
from training.public_verdicts import public_verdicts

TEXT = "The mill opened in 1901. It never made paper. Anna Berg led it until 1930."


def asked(question: str, answer: str) -> Example:
    """An answered question on the text."""
    start = TEXT.index(answer)
    end = start + len(answer)
    return Example(
        question=question, context="Mill", text=TEXT, start=start, end=end, origin="squad"
    )


def test_hard_questions_find_their_paragraph_their_answer_and_their_sentence(
    tmp_path: Path,
) -> None:
    lines = [
        {
            "id": identifier(TEXT),
            "u": ["Who closed the mill?"],
            "a": [["Who was in charge of it?", "Anna Berg"], ["What else?", "not in the text"]],
            "yn": [["Did it make paper?", False, "never made paper"]],
        },
        {"id": "0123456789ab", "u": ["Of a paragraph that is not there?"]},
    ]
    written = "".join(json.dumps(one) + "\n" for one in lines)
    (tmp_path / "hard-1.jsonl").write_text(written, encoding="utf-8")

    found = [*hard_examples([Paragraph(title="Mill", text=TEXT, examples=())], tmp_path)]

    assert [(one.question, one.text[one.start : one.end]) for one in found if one.is_answered] == [
        ("Who was in charge of it?", "Anna Berg"),
        ("Did it make paper?", "never made paper"),
    ]
    assert [one.question for one in found if one.origin == "hard_unanswered"] == [
        "Who closed the mill?"
    ]
    judged = [one for one in found if one.verdict]
    assert [(one.text, one.verdict) for one in judged] == [("It never made paper.", Verdict.NO)]


def test_the_sentence_of_an_answer_says_yes_to_it_and_no_to_another_value() -> None:
    examples = (
        asked("When did the mill open?", "1901"),
        asked("When did Anna Berg leave the mill?", "1930"),
    )
    paragraph = Paragraph(title="Mill", text=TEXT, examples=examples)

    made = [
        one for seed in range(20) for one in public_verdicts([paragraph], 2, random.Random(seed))
    ]

    said = {(one.question, one.text, one.verdict) for one in made}
    first, last = "The mill opened in 1901.", "Anna Berg led it until 1930."
    assert ("Did the mill open in 1901?", first, Verdict.YES) in said
    assert ("Did the mill open in 1930?", first, Verdict.NO) in said
    assert ("Did Anna Berg leave the mill in 1901?", last, Verdict.NO) in said
    assert {one.verdict for one in made} == set(Verdict)
    neither = {text for _, text, verdict in said if verdict is Verdict.NEITHER}
    assert neither <= {first, "It never made paper.", last}
    assert all("1901" not in text or "1901" not in q for q, text, v in said if v is Verdict.NO)
