"""Follow-ups made from questions about the same page: what both name is what the second points at.

"Who owns Alfa?" - "Beta" - "How many shops does Beta have?" becomes "how many shops do they have?".
Nobody wrote these, so they are many and rough: to learn from before those that people wrote. Made
from our own pages and from paragraphs of SQuAD's training part.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.model import Answer, Turn
from assistant.question.following.reading_back import history_of
from training.examples import Paragraph, read_squad
from training.follow_ups import FOLDER, HELD_OUT_EVERY, FollowUp
from training.rephrasing import misspelt
from training.speaking_back import names_of, spoken_back

_MOST_OF_PAGE, _MOST_OF_PARAGRAPH = 60, 2
_MOST_WORDS = 14
# For each that points at something so many that stand alone.
_ALONE = 0.25
# How often there is an earlier turn, a question is typed loosely, and so on.
_EARLIER, _OF_SAME_PAGE, _BEHIND_OTHERS, _WITH_SHORT = 0.35, 0.6, 0.7, 0.8
_TIED_UP_TO, _REMARK_UP_TO, _LOOSELY, _UNMARKED, _MISSPELT = 0.14, 0.24, 0.45, 0.8, 0.4
_REMARKS = (
    "ok, ", "okay ", "nice. ", "thanks! ", "hm, ", "interesting, ", "so ", "great. ", "aha. ",
    "good to know. ", "oh, ", "sounds good, ", "cool ", "I see. ", "not bad. ", "alright, ",
)  # fmt: skip
_TIES = ("and ", "And ", "but ", "also, ")
_STOPS = (". ", "? ", "! ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question in its wordings, the sentence that answers it and the answer, None without."""

    wordings: tuple[str, ...]
    sentence: str
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A text, its questions, and those of another."""

    text: str
    asked: Sequence[Asked]
    others: Sequence[Asked]
    most: int
    held_out: bool


def of_pages(rng: random.Random, folder: Path = FOLDER) -> Iterator[FollowUp]:
    """Make follow-ups from the questions about our own pages; those of held-out pages are told."""
    contents = [
        json.loads(line)
        for path in sorted(folder.glob("pages*.jsonl"), key=lambda one: (len(one.stem), one.stem))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    asked = [
        [
            Asked(wordings=tuple(one["q"]), sentence=str(one["in"]), answer=one["a"])
            for one in content["questions"]
        ]
        for content in contents
    ]
    for at, content in enumerate(contents):
        yield from _made(
            _Page(
                text=str(content["text"]),
                asked=asked[at],
                others=rng.choice(asked),
                most=_MOST_OF_PAGE,
                held_out=at % HELD_OUT_EVERY == 0,
            ),
            rng,
        )


def of_squad(file: Path, rng: random.Random) -> Iterator[FollowUp]:
    """Make follow-ups from paragraphs of SQuAD's training part."""
    before: Sequence[Asked] = ()
    for paragraph in read_squad(file):
        asked = [*_asked_of(paragraph)]
        if len(asked) > 1:
            page = _Page(
                text=paragraph.text,
                asked=asked,
                others=before or asked,
                most=_MOST_OF_PARAGRAPH,
                held_out=False,
            )
            yield from _made(page, rng)
            before = asked


def _asked_of(paragraph: Paragraph) -> Iterator[Asked]:
    text = paragraph.text
    for one in paragraph.examples:
        if not one.end > one.start >= 0:
            continue
        first = max(text.rfind(stop, 0, one.start) for stop in _STOPS)
        ends = [at for stop in _STOPS if (at := text.find(stop, one.end)) >= 0]
        yield Asked(
            wordings=(one.question,),
            sentence=text[first + 2 if first >= 0 else 0 : min(ends, default=len(text)) + 1],
            answer=text[one.start : one.end],
        )


def _made(page: _Page, rng: random.Random) -> Iterator[FollowUp]:
    """Make follow-ups about a page, at most so many, and beside them some that stand alone."""
    made = alone = 0
    pairs = [(one, two) for one in page.asked for two in page.asked if one is not two]
    rng.shuffle(pairs)
    for first, second in pairs:
        if made >= page.most:
            return
        wording = rng.choice(second.wordings)
        if len(wording.split()) > _MOST_WORDS:
            continue
        history = _history(first, page, rng)
        found = spoken_back(wording, history, page.text, rng)
        if found is not None:
            made += 1
            question = _tied(_loosely(found[0], rng), rng)
            yield FollowUp(
                question=question, history=history, spans=found[1], held_out=page.held_out
            )
        elif alone < made * _ALONE and names_of(wording):
            alone += 1
            if rng.random() < _BEHIND_OTHERS:
                others = rng.sample([*page.others], min(len(page.others), 2))
                history = history_of([_turn(one, rng) for one in others])
            typed = misspelt(wording, rng) if rng.random() < _MISSPELT else _loosely(wording, rng)
            yield FollowUp(question=typed, history=history, spans=(), held_out=page.held_out)


def _history(last: Asked, page: _Page, rng: random.Random) -> str:
    turns = [_turn(last, rng)]
    if rng.random() < _EARLIER:
        some = page.asked if rng.random() < _OF_SAME_PAGE else page.others
        turns.insert(0, _turn(rng.choice(some), rng))
    return history_of(turns)


def _turn(one: Asked, rng: random.Random) -> Turn:
    question = rng.choice(one.wordings)
    if one.answer is None:
        answer = Answer(status="declined", text="")
    else:
        short = one.answer if rng.random() < _WITH_SHORT else None
        answer = Answer(status="answered", text=one.sentence, short_answer=short)
    return Turn(turn_id="", question=question, query=question, answer=answer)


def _loosely(question: str, rng: random.Random) -> str:
    """Write some as people type in a chat: in lower case, mostly without a mark."""
    said = " ".join(question.split())
    if rng.random() >= _LOOSELY:
        return said
    return said.lower().rstrip("?. ") if rng.random() < _UNMARKED else said.lower()


def _tied(question: str, rng: random.Random) -> str:
    """Put "and" or a remark before some."""
    at = rng.random()
    if at >= _REMARK_UP_TO:
        return question
    before = rng.choice(_TIES if at < _TIED_UP_TO else _REMARKS)
    return f"{before}{question[:1].lower()}{question[1:]}"
