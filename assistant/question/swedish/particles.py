"""Verbs that mean something else with a small word behind them: "ger ... ut" is "publishes"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.question.swedish.chunk import Chunk, Role

_ENDS = frozenset({Role.MARK, Role.SUBORDINATOR, Role.WH})
_SMALL = frozenset({Role.ADVERB, Role.PREPOSITION, Role.CONJUNCTION})


def with_particles(
    chunks: Sequence[Chunk], particles: Mapping[tuple[str, ...], str]
) -> tuple[Chunk, ...]:
    """Give verbs that have a particle their meaning, and take the particle away."""
    made = list(chunks)
    at = 0
    while at < len(made):
        if made[at].role is Role.VERB:
            _merge(made, at, particles)
        at += 1
    return tuple(made)


def _merge(chunks: list[Chunk], at: int, particles: Mapping[tuple[str, ...], str]) -> None:
    verb = chunks[at]
    for place in range(at + 1, len(chunks)):
        chunk = chunks[place]
        if chunk.role in _ENDS or chunk.is_finite:
            return
        if chunk.role not in _SMALL:
            continue
        small = tuple(each.lemma for each in chunks[place : place + 2])
        for size in (2, 1):
            is_last = place + size >= len(chunks) or chunks[place + size].role is Role.MARK
            key = (verb.lemma, *small[:size])
            english = (particles.get((*key, "...")) if is_last else None) or particles.get(key)
            taken = chunks[place : place + size]
            if english and len(taken) == size and all(each.role in _SMALL for each in taken):
                _take(chunks, at, place, size, english)
                return


def _take(chunks: list[Chunk], at: int, place: int, size: int, english: str) -> None:
    """Give a verb its meaning; a preposition stays as what English has there, perhaps nothing."""
    verb, last = chunks[at], chunks[place + size - 1]
    said, _, preposition = english.partition("|")
    lemma = " ".join([verb.lemma, *(each.lemma for each in chunks[place : place + size])])
    chunks[at] = replace(verb, text=said, lemma=lemma)
    left = [replace(last, text=preposition, lemma="")] if last.role is Role.PREPOSITION else []
    chunks[place : place + size] = left
    if lemma == "vara med och":
        _help(chunks, place)


def _help(chunks: list[Chunk], at: int) -> None:
    """Write "to start" for what somebody "var med och startade"."""
    if at < len(chunks) and chunks[at].role is Role.VERB:
        form = replace(chunks[at].form, tense="infinitive", is_passive=False)
        chunks[at] = replace(chunks[at], text=f"to {chunks[at].text}", form=form)
