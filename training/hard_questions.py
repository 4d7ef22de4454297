"""Hard questions of our own on the public set's paragraphs, in `training/data/hard*.jsonl`.

Of a public set's unanswerable questions only some were written by people to mislead, and its
answerable ones keep close to the text's words. A line of these files belongs to a paragraph, known
by the first 12 digits of the SHA-256 of its text, `id`: `u` holds questions that it does not
answer, `a` pairs of a question and its answer, `yn` a question for yes or no, whether it is yes,
and words of the sentence that decides.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.sentences import split_sentences
from training.examples import Example, Paragraph, Verdict, verdict_example

_DIGITS = 12


def hard_examples(paragraphs: Sequence[Paragraph], folder: Path) -> Iterator[Example]:
    """Give the questions on these paragraphs; those for yes or no twice.

    Once with the deciding words as answer within the paragraph, once with a verdict on the sentence
    that holds them. What is not found in its paragraph is left out.
    """
    by_id = {identifier(each.text): each for each in paragraphs}
    for path in sorted(folder.glob("hard*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            written = json.loads(line)
            paragraph = by_id.get(str(written["id"]))
            if paragraph is not None:
                yield from _examples(written, paragraph)


def identifier(text: str) -> str:
    """Give what a paragraph of this text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def deciding_sentence(text: str, start: int, end: int) -> str:
    """Give the sentence of a text that holds these characters; all of them where they span more."""
    spans = [span for span in split_sentences(text) if span.start < end and start < span.end]
    return text[spans[0].start : spans[-1].end] if spans else text[start:end]


def _examples(written: Mapping[str, list], paragraph: Paragraph) -> Iterator[Example]:  # type: ignore[type-arg]  # as it stands in the file
    title, text = paragraph.title, paragraph.text
    for question in written.get("u", ()):
        yield Example(question=question, context=title, text=text, origin="hard_unanswered")
    for question, answer in written.get("a", ()):
        start = text.find(answer)
        if start >= 0:
            end = start + len(answer)
            yield Example(
                question=question, context=title, text=text, start=start, end=end, origin="hard"
            )
    for question, is_yes, phrase in written.get("yn", ()):
        start = text.find(phrase)
        if start >= 0:
            end = start + len(phrase)
            yield Example(
                question=question, context=title, text=text, start=start, end=end, origin="hard"
            )
            decided = Verdict.YES if is_yes else Verdict.NO
            yield verdict_example(question, title, deciding_sentence(text, start, end), decided)
