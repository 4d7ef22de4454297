"""English word order for a Swedish question, whose verb stands second and needs no "do"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.question.swedish.chunk import Chunk, Role
from assistant.question.swedish.subjects import (
    asks_subject,
    find_subject,
    goes_with,
    of_time,
    wh_word,
)
from assistant.question.swedish.verbs import not_finite, verbal

_ARTICLE = re.compile(r"\ba(?= (?:[aeio](?!ne?\b|u)|u(?!ni|se)))")
_LATER = re.compile(r"(?<=[.?!] )[a-zåäö](?=[a-z ]*\b)")
_JOINS = frozenset({Role.CONJUNCTION, Role.ADVERB})
_OPENS = frozenset({Role.WH, Role.IMPERATIVE})


def worded(chunks: Sequence[Chunk]) -> str:
    """Write a question's chunks in English, clause by clause."""
    said: list[str] = []
    for clause in _clauses(chunks):
        if clause[0].role is Role.MARK:
            _add_mark(said, clause[0].text)
        else:
            said += [each for each in _clause(clause) if each]
    return _ARTICLE.sub("an", _LATER.sub(_capital, " ".join(" ".join(said).split())))


def _capital(found: re.Match[str]) -> str:
    return found.group().upper()


def _add_mark(said: list[str], mark: str) -> None:
    """Put a mark behind the word before it, a bracket or a dash between."""
    if said and mark in ".,;:?!)’”\"'":
        said[-1] += mark
    else:
        said.append(mark)


def _clauses(chunks: Sequence[Chunk]) -> Iterator[Sequence[Chunk]]:
    """Part a question at its marks, and before what asks anew: "och vem driver den"."""
    start = 0
    for at, chunk in enumerate(chunks):
        if chunk.role is Role.MARK:
            if at > start:
                yield chunks[start:at]
            yield chunks[at : at + 1]
            start = at + 1
        elif (
            chunk.role is Role.CONJUNCTION
            and at > start
            and at + 1 < len(chunks)
            and chunks[at + 1].role in _OPENS
            and any(each.is_finite for each in chunks[start:at])
        ):
            yield chunks[start:at]
            start = at
    if start < len(chunks):
        yield chunks[start:]


def _clause(chunks: Sequence[Chunk]) -> list[str]:
    """Write one clause."""
    lead = 0
    while lead < len(chunks) - 1 and chunks[lead].role in _JOINS:
        lead += 1
    said = [chunk.text for chunk in chunks[:lead]]
    body = chunks[lead:]
    asked = _asking(body)
    if asked:
        return [*said, *_question(body[:asked], body[asked], body[asked + 1 :])]
    if body[0].is_finite:
        is_told = lead > 0 and chunks[lead - 1].role is Role.ADVERB
        return [*said, *_closed(body[0], body[1:], is_told=is_told)]
    return [*said, *straight(body)]


def _asking(body: Sequence[Chunk]) -> int:
    """Where the verb stands of a clause that begins with what asks; 0 for any other clause."""
    at = next((at for at, each in enumerate(body[:3]) if each.role is Role.WH), -1)
    if at < 0 or any(each.role not in {Role.PREPOSITION, Role.ADVERB} for each in body[:at]):
        return 0
    for place in range(at + 1, len(body)):
        chunk = body[place]
        if chunk.is_finite:
            return place
        is_of_it = chunk.role in {Role.PREPOSITION, Role.CONJUNCTION, Role.ADVERB}
        follows = body[place - 1].role in {Role.PREPOSITION, Role.CONJUNCTION}
        if not is_of_it and not (chunk.role is Role.NOUN and follows):
            return 0
    return 0


def _question(asked: Sequence[Chunk], verb: Chunk, rest: Sequence[Chunk]) -> list[str]:
    """Write what asks, the verb and its subject."""
    at = next(at for at, each in enumerate(asked) if each.role is Role.WH)
    if asked[at].lemma in {"vem", "när", "var"} and verb.text == "be" and rest and rest[0].is_bare:
        rest = (replace(rest[0], text=f"the {rest[0].text}", is_bare=False), *rest[1:])
    subject, before, after = find_subject(verb, rest)
    wh = wh_word(asked[at], verb, rest, asked[at + 1 :])
    said = [each.with_article() for each in (*asked[:at], wh, *asked[at + 1 :])]
    if at == 0 and subject is not None and of_time(wh, verb):
        said[0] = of_time(wh, verb)
    if at and wh.lemma == "vem":
        said[at] = "whom"
    if verb.lemma == "heta":
        return _called(said, verb, subject, after)
    if verb.lemma == "göra" and wh.lemma != "vad":
        verb = replace(verb, text="make")
    if subject is not None and subject.text == "there" and wh.has_noun:
        subject = replace(subject, is_plural=wh.is_plural)
    if subject is None or asks_subject(wh, verb, subject, rest, is_first=at == 0):
        made = verbal(verb, wh, rest)
        there = ["there"] if verb.lemma == "finnas" else []
        return [*said, made.straight(), *there, *straight(made.straight_rest(), wh)]
    return [*said, *_inverted(verb, subject, before, after)]


def _called(
    said: list[str], verb: Chunk, subject: Chunk | None, after: Sequence[Chunk]
) -> list[str]:
    """Write "Vad heter ...?", of a thing that is no name by the name that it has."""
    if subject is None:
        return [*said, *straight([verb, *after])]
    is_past = verb.form.tense == "past"
    if not subject.is_name and not subject.is_pronoun:
        is_ = "was" if is_past else "is"
        return [*said, is_, "the name of", subject.with_article(), *straight(after, subject)]
    return [*said, *_inverted(verb, subject, (), after)]


def _closed(verb: Chunk, rest: Sequence[Chunk], *, is_told: bool) -> list[str]:
    """Write a clause that begins with its verb: a question for yes or no, or told after "nu"."""
    subject, before, after = find_subject(verb, rest)
    if subject is None:
        return straight([verb, *rest])
    if is_told:
        return straight([subject, verb, *before, *after])
    return _inverted(verb, subject, before, after)


def _inverted(
    verb: Chunk, subject: Chunk, before: Sequence[Chunk], after: Sequence[Chunk]
) -> list[str]:
    # "Varför tar Alfa inte avgift?" denies the verb, which "do" parts from its "not".
    denied = after[:1] if after and after[0].text == "not" else ()
    made = verbal(verb, subject, after[len(denied) :])
    small = [each.text for each in (*before, *denied)]
    return [
        made.auxiliary, subject.with_article(), *small, made.main, *straight(made.rest, subject),
    ]  # fmt: skip


def straight(chunks: Sequence[Chunk], subject: Chunk | None = None) -> list[str]:
    """Write chunks in their order, verbs agreeing with the noun phrase before them.

    Args:
        chunks: What to write.
        subject: What verbs agree with until another noun phrase stands before them.
    """
    said: list[str] = []
    rest = _with_there(chunks)
    has_verb = subject is not None or any(each.role is Role.VERB for each in rest)
    owner_is_many = subject is not None and subject.is_plural
    last: Chunk | None = None
    while rest:
        chunk, rest = _denied_last(rest)
        if chunk.is_finite:
            made = verbal(chunk, subject, rest)
            said.append(made.straight())
            rest = made.straight_rest()
        elif chunk.role is Role.VERB:
            said.append(not_finite(chunk, rest))
        elif chunk.role is Role.SUBORDINATOR and chunk.lemma in {"att", "för att"}:
            said.append("to" if rest and rest[0].form.tense == "infinitive" else "that")
        elif chunk.lemma == "som" and last is not None and last.role is Role.WH:
            continue
        elif chunk.role is Role.NOUN:
            is_per = last is not None and last.lemma == "per"
            text = chunk.with_article() if has_verb and not is_per else chunk.text
            if rest and rest[0].is_finite and _is_told_of(last or subject):
                said.append("that")
            said.append(_owned(text, chunk.pointing) if owner_is_many else text)
            subject = _subject_of(chunk, last, rest, subject)
        else:
            said.append(chunk.text)
            subject = chunk if chunk.role is Role.WH else subject
        last = chunk
    return said


def _with_there(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Write "there are offices" for "det finns kontor", as many as what there is."""
    made = list(chunks)
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.lemma == "det" and chunk.is_pronoun and chunks[at + 1].lemma == "finnas":
            what = next((each for each in chunks[at + 1 :] if each.role is Role.NOUN), chunk)
            made[at] = replace(chunk, text="there", is_plural=what.is_plural)
    return tuple(made)


def _denied_last(rest: tuple[Chunk, ...]) -> tuple[Chunk, tuple[Chunk, ...]]:
    """Give the next chunk and the others; "inte" stands behind its verb in English."""
    if len(rest) > 1 and rest[0].text == "not" and rest[1].is_finite:
        return rest[1], (rest[0], *rest[2:])
    return rest[0], rest[1:]


def _is_told_of(last: Chunk | None) -> bool:
    """Whether a clause right behind tells which one is meant: "bidraget ett bolag kan få"."""
    return last is not None and last.role is Role.NOUN and not last.is_pronoun


def _owned(text: str, pointing: str) -> str:
    """Give what belongs to several: "sina" is their own, and "deras" is what others have."""
    if pointing in {"sin", "sitt", "sina"}:
        return text.replace("its ", "their ", 1)
    return text.replace("their ", "its ", 1) if pointing == "deras" else text


def _subject_of(
    chunk: Chunk, last: Chunk | None, rest: Sequence[Chunk], subject: Chunk | None
) -> Chunk | None:
    """Give what a verb behind a noun phrase agrees with."""
    is_told = bool(rest) and rest[0].lemma == "som"
    if goes_with(last) and not is_told and subject is not None:
        return subject
    return chunk
