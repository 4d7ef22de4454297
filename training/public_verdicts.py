"""Verdicts made from the public set: "When did X open?" becomes "Did X open in 2010?".

The sentence that holds the answer says yes to the value it states and no to another value of the
kind; another sentence of the paragraph says neither.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.sentences import split_sentences
from training.closing import yes_or_no
from training.examples import Example, Paragraph, Verdict, verdict_example
from training.hard_questions import deciding_sentence

_NO_OF_ALL = 0.5
_NEITHER_OF_ALL = 0.3


def public_verdicts(
    paragraphs: Sequence[Paragraph], count: int, rng: random.Random
) -> Iterator[Example]:
    """Give up to `count` closed questions with their verdicts, half of them no; some put twice."""
    by_word = answers_by_first_words(one for each in paragraphs for one in each.examples)
    asked = [one for each in paragraphs for one in each.examples if one.is_answered]
    made = 0
    for one in rng.sample(asked, len(asked)):
        answer = one.text[one.start : one.end]
        decided = Verdict.NO if rng.random() < _NO_OF_ALL else Verdict.YES
        deciding = deciding_sentence(one.text, one.start, one.end)
        value = answer if decided is Verdict.YES else _another(one, deciding, by_word, rng)
        question = yes_or_no(one.question, value) if value else None
        if question is None:
            continue
        yield verdict_example(question, one.context, deciding, decided)
        if rng.random() < _NEITHER_OF_ALL:
            others = _sentences_without(one.text, answer, deciding)
            if others:
                yield verdict_example(question, one.context, rng.choice(others), Verdict.NEITHER)
        made += 1
        if made == count:
            return


def answers_by_first_words(examples: Iterable[Example]) -> dict[str, list[str]]:
    """Give the answers to the questions that begin alike ("who", "how many")."""
    found: dict[str, list[str]] = {}
    for one in examples:
        if one.is_answered:
            found.setdefault(first_words(one.question), []).append(one.text[one.start : one.end])
    return found


def first_words(question: str) -> str:
    """Give what a question asks for, by its first word; with "how" by two."""
    words = question.lower().split()
    return " ".join(words[: 2 if words[:1] == ["how"] else 1])


def _another(
    one: Example, deciding: str, by_word: Mapping[str, Sequence[str]], rng: random.Random
) -> str | None:
    """Give an answer to another question of the kind, of the same shape, not in the sentence."""
    answer = one.text[one.start : one.end]
    others = by_word[first_words(one.question)]
    for _ in range(20):
        other = rng.choice(others)
        is_other = other.lower() not in deciding.lower() and answer.lower() not in other.lower()
        if is_other and _shape(other) == _shape(answer):
            return other
    return None


def _shape(answer: str) -> tuple[bool, bool, bool]:
    starts = answer[:1]
    return starts.isdigit(), starts.isupper(), len(answer.split()) > 1


def _sentences_without(text: str, answer: str, deciding: str) -> list[str]:
    sentences = (text[span.start : span.end] for span in split_sentences(text))
    return [each for each in sentences if answer not in each and each not in deciding]
