"""What the model of follow-ups points at and no rule has: "the waiting list" of a park, a name."""

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.question.following.antecedent import Antecedent
from assistant.question.following.names import SpokenName
from assistant.question.following.phrases import head_of, is_plural, phrases_in
from assistant.question.following.reading_back import PointedAt, ReadBack
from assistant.question.terms import words

# From this share on it is looked at, with the stretches that are about the same.
_SURE = 0.35
# A name is meant that rules have only in passing, or not at all.
READ_AS_MEANT = 0.5
_ARTICLE = re.compile(r"^(?:the|an?|its|their|our|some|any|one|two|three)\s+", re.I)
# "A waiting list for offices at Alfa": whose it is stands behind it.
_OF_WHOM = re.compile(r"\s+(?:of|at|in|for|by|from|with)\s+(?:the\s+)?$", re.I)
_MOST_WORDS = 6
_LIKELIEST = 4
_AS_MUCH = 0.5


def read_alone(
    read_back: ReadBack, others: Collection[str], names: Sequence[SpokenName]
) -> Iterator[Antecedent]:
    """Give what a question surely points at, where none of the others is about it.

    That is the likeliest plain thing, and every name that is meant surely enough.

    Args:
        read_back: What the model reads.
        others: What rules know that it may be.
        names: Of what was said, in the history's offsets.
    """
    yield from _plain_thing(read_back, others, names)
    for text, name in {name.text: name for name in names}.items():
        if read_back.share(text) >= READ_AS_MEANT and not _is_known(text, others):
            yield Antecedent(
                text=text, score=0.0, kinds=name.kinds, is_place=name.is_place, is_answer=True
            )


def _plain_thing(
    read_back: ReadBack, others: Collection[str], names: Sequence[SpokenName]
) -> Iterator[Antecedent]:
    for one in read_back.pointed[:_LIKELIEST]:
        if read_back.share(read_back.history[one.start : one.end]) < _SURE:
            continue
        text = _ARTICLE.sub("", read_back.history[one.start : one.end].strip(" .,;:"))
        if _is_known(text, others) or not _is_thing(text):
            continue
        whole = _with_owner(read_back.history, one, text, names)
        yield Antecedent(
            text=whole,
            score=0.0,
            is_name=False,
            is_plural=is_plural(head_of(text)),
            article="the",
        )
        return


def _is_known(text: str, others: Collection[str]) -> bool:
    """Whether something else holds it, or most of it."""
    said = set(words(text))
    return any(
        len(said & set(words(other))) >= _AS_MUCH * len(said | set(words(other)))
        for other in others
    )


def _is_thing(text: str) -> bool:
    """Whether it is one noun phrase without a name, and nothing else."""
    if not text or text[:1].isupper() or len(text.split()) > _MOST_WORDS:
        return False
    if any(word[:1].isupper() or word[:1].isdigit() for word in text.split()):
        return False
    found = phrases_in(f"what is the {text}?")
    return len(found) == 1 and found[0].text == text


def _with_owner(history: str, one: PointedAt, text: str, names: Sequence[SpokenName]) -> str:
    """Say whose it is: of the name behind it, or of the first that was spoken of."""
    behind = next((name for name in names if name.start >= one.end), None)
    if behind is not None and _OF_WHOM.fullmatch(history[one.end : behind.start]):
        return text + history[one.end : behind.start] + behind.text
    return f"{text} of {names[0].text}" if names else text
