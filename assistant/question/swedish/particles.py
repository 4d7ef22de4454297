"""Verbs that mean something else with a small word behind them: "ger ... ut" is "publishes"."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from assistant.question.swedish.chunk import Chunk, Role
from assistant.question.swedish.prepositions import OF

_ENDS = frozenset({Role.MARK, Role.SUBORDINATOR, Role.WH})
_PARTS = frozenset({Role.MARK, Role.SUBORDINATOR})
_ADVERBIAL = frozenset({"hur", "när", "var", "vart", "varför", "hur ofta", "hur länge"})
_TIMES = frozenset({"gång", "år", "månad", "vecka", "dag", "termin", "period"})
_SMALL = frozenset({Role.ADVERB, Role.PREPOSITION, Role.CONJUNCTION})


# "Syftet med X" is what a noun has, no part of the verb before.
_OF_NOUNS: Mapping[str, AbstractSet[str]] = {
    "med": frozenset({"syfte", "tanke", "mål", "idé", "poäng", "skillnad", "fördel", "nackdel",
                      "nytta", "vision", "samarbete", "avtal", "problem", "uppgift", "uppdrag"}),
    "till": OF["till"],
}  # fmt: skip


def with_particles(
    chunks: Sequence[Chunk], particles: Mapping[tuple[str, ...], str]
) -> tuple[Chunk, ...]:
    """Give verbs that have a particle their meaning, and take the particle away."""
    made = list(chunks)
    at = 0
    while at < len(made):
        if made[at].role is Role.VERB:
            _merge(made, at, particles)
            made[at] = _without_object(made, at)
        at += 1
    return tuple(made)


def _without_object(chunks: Sequence[Chunk], at: int) -> Chunk:
    """Take "for" off "apply for" where nothing is applied for: "hur söker man"."""
    verb = chunks[at]
    if verb.lemma != "söka" or verb.text != "apply for":
        return verb
    start = _clause_start(chunks, at)
    is_asked = any(
        each.role is Role.WH and (each.has_noun or each.lemma not in _ADVERBIAL)
        for each in chunks[start:at]
    )
    is_free = not (is_asked or verb.form.is_passive or _has_object(chunks, at, len(chunks)))
    return replace(verb, text="apply") if is_free else verb


def _has_object(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a noun follows a verb, its subject and times aside, that no preposition binds."""
    has_subject = any(each.role is Role.NOUN for each in chunks[_clause_start(chunks, at) : at])
    nouns = 0
    for place in range(at + 1, end):
        if chunks[place].role in _PARTS:
            break
        is_free = chunks[place - 1].role is not Role.PREPOSITION
        nouns += chunks[place].role is Role.NOUN and is_free and chunks[place].lemma not in _TIMES
    return nouns >= (1 if has_subject or not chunks[at].is_finite else 2)


def _clause_start(chunks: Sequence[Chunk], at: int) -> int:
    return max((place + 1 for place in range(at) if chunks[place].role in _PARTS), default=0)


def _merge(chunks: list[Chunk], at: int, particles: Mapping[tuple[str, ...], str]) -> None:
    verb = chunks[at]
    for place in range(at + 1, len(chunks)):
        chunk = chunks[place]
        if chunk.role in _ENDS or chunk.is_finite:
            return
        if chunk.role not in _SMALL or chunks[place - 1].lemma in _OF_NOUNS.get(chunk.lemma, ()):
            continue
        if verb.lemma == "vara" and chunk.lemma == "med" and chunks[place - 1].is_adjective:
            return
        # "Söker man till Alfa", but "söker man tillstånd till Alfa".
        if verb.lemma == "söka" and chunk.lemma == "till" and _has_object(chunks, at, place):
            return
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
