"""Names of a question that the passages themselves write as names, whatever their titles are.

A long page speaks of many: "When was the MultiHelix Think Tank set up?" names one that has no page
of its own, and that the page calls "MTT" after it was introduced.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.named import Named
from assistant.question.terms import words
from index.abbreviations import Abbreviation, find_abbreviations
from index.fulltext import STOP_WORDS
from index.passage import Passage

_ENDS_IN_VERB = re.compile(
    r"\b(?:do|does|did)\s(?:[^,?]*\s)?(?!(?:the|an?|in|at|of|on|for|from|to|by|with|about|near|as|"
    r"like|than|or|and)\s)\S+\s(?-i:[a-zåäö]+)\W*$",
    re.I,
)
_LONGEST = 6
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;|\n•*>-])[\s\"“”'’(\[*]*$")
_SHORTEST_ALONE = 2


@dataclass(frozen=True, slots=True)
class _Written:
    """A word of a text: folded, and whether it is surely or perhaps part of a name."""

    word: str
    is_capital: bool
    is_surely_name: bool


def names_in_text(
    question: str, passages: Sequence[Passage], taken: Collection[int]
) -> tuple[Named, ...]:
    """Find the runs of a question's words that passages write as names, the longest first.

    Args:
        question: The question, in whatever capitals.
        passages: Where the names are looked for.
        taken: Places of the question's words that name documents' entities already.

    Returns:
        Names that belong to no document (`document_id` is ""), with their short and long forms.
    """
    asked = words(question)
    texts = [f"{passage.title}\n{passage.heading or ''}\n{passage.text}" for passage in passages]
    runs = _runs(asked, {*taken, *_verb_at_end(question, asked)})
    alone = {one.word for one in _read(question) if one.is_capital}
    named = _written_as_names({tuple(asked[at:end]) for at, end in runs}, texts, alone)
    short = [one for text in texts for one in find_abbreviations(text)]
    found: list[Named] = []
    said: set[int] = set()
    for at, end in runs:
        form = tuple(asked[at:end])
        if form in named and not said & set(range(at, end)):
            said |= set(range(at, end))
            found.append(
                Named(
                    document_id="",
                    title=" ".join(form),
                    strength=1.0,
                    forms=tuple(_forms(form, short)),
                    said=frozenset(range(at, end)),
                )
            )
    return tuple(found)


def _verb_at_end(question: str, asked: Sequence[str]) -> tuple[int, ...]:
    """Give the place of a plain last word that can be but a verb: "What does Alfa fund?"."""
    return (len(asked) - 1,) if _ENDS_IN_VERB.search(question) else ()


def _runs(asked: Sequence[str], taken: Collection[int]) -> list[tuple[int, int]]:
    """Stretches of words that might be a name, longest first; none of their ends is a stop word."""
    return [
        (at, at + size)
        for size in range(_LONGEST, 0, -1)
        for at in range(len(asked) - size + 1)
        if not any(place in taken for place in range(at, at + size))
        and asked[at] not in STOP_WORDS
        and asked[at + size - 1] not in STOP_WORDS
        and len("".join(asked[at : at + size])) >= _SHORTEST_ALONE
        and not asked[at].isdecimal()
    ]


def _written_as_names(
    runs: Collection[tuple[str, ...]], texts: Iterable[str], alone: Collection[str]
) -> set[tuple[str, ...]]:
    """Those runs that some text writes with capitals, one word alone not only where it begins.

    One word that the texts have in longer names alone ("Open Lab Skåne") is a name only if it is
    among those that the question writes as names (`alone`): "When did X open?" names no laboratory.
    """
    firsts = {run[0] for run in runs}
    named: set[tuple[str, ...]] = set()
    plain: set[tuple[str, ...]] = set()
    for text in texts:
        written = _words_of(text)
        for at, one in enumerate(written):
            if one.word not in firsts:
                continue
            if not one.is_capital:
                # "Science Parks" may be part of a name, and "science parks" is none.
                plain.add((one.word,))
                continue
            for size in range(1, _LONGEST + 1):
                some = written[at : at + size]
                run = tuple(each.word for each in some)
                is_part = size == 1 and run[0] not in alone and _is_within_name(written, at)
                if run in runs and _is_name(some) and not is_part:
                    named.add(run)
    return named - plain


def _is_within_name(written: Sequence[_Written], at: int) -> bool:
    """Whether the word before or after a capitalised one is capitalised, too."""
    beside = (*written[max(0, at - 1) : at], *written[at + 1 : at + 2])
    return any(one.is_capital for one in beside)


def _is_name(some: Sequence[_Written]) -> bool:
    if not some[-1].is_capital and not some[-1].word.isdecimal():
        return False
    if len(some) == 1:
        return some[0].is_surely_name
    return all(one.is_capital or one.word in STOP_WORDS or one.word.isdecimal() for one in some)


@lru_cache(maxsize=2048)
def _words_of(text: str) -> tuple[_Written, ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[_Written]:
    for found in _WORD.finditer(text):
        word = found.group()
        folded = words(word)
        if len(folded) != 1:
            continue
        is_capital = word[0].isupper()
        odd = any(letter.isupper() for letter in word[1:])
        begins = bool(
            is_capital
            and not odd
            and _SENTENCE_BEGINS.search(text[max(0, found.start() - 8) : found.start()])
        )
        yield _Written(folded[0], is_capital or odd, (is_capital or odd) and not begins)


def _forms(form: tuple[str, ...], short: Iterable[Abbreviation]) -> Iterator[tuple[str, ...]]:
    """The name, then the forms that the texts introduce beside it."""
    yield form
    seen = {form}
    for one in short:
        pair = (tuple(words(one.short)), tuple(words(one.long)))
        # "the MultiHelix Think Tank (MTT)" may be asked for with or without its first word.
        if form == pair[0] or form == pair[1] or (len(form) > 1 and pair[1][-len(form) :] == form):
            for other in pair:
                if other and other not in seen:
                    seen.add(other)
                    yield other
