"""Questions that ask several things at once: "Who funds X? And since when does it exist?"."""

import re

from assistant.question.clause import asks, is_tag
from assistant.question.clauses import (
    clauses_of,
    is_bare,
    is_closed,
    is_indirect,
    is_whole,
    names_it,
    two_words,
)
from assistant.question.following.sentences import sentences
from assistant.question.following.wording import lowered
from assistant.question.grammar import with_capital

_LEADING_AND = re.compile(r"^(?:(?:ok(?:ay)?|and|also|then|so|well|but)[,\s]+)+", re.I)
_ALTERNATIVE = re.compile(r"^or\b", re.I)
_MOST = 4


def parts_of(question: str, *, of_topic: bool = False) -> tuple[str, ...]:
    """Give the questions that are asked at once, in order; one, the question itself, as a rule.

    What is told before a question stays with it, and what is told behind the last is left out.

    Args:
        question: In one or more sentences.
        of_topic: Whether each may leave out what it is about, as a follow-up does.

    >>> parts_of("Who funds Alfa and since when does it exist?")
    ('Who funds Alfa?', 'Since when does it exist?')
    >>> parts_of("Who founded Alfa, and when?")
    ('Who founded Alfa?', 'When was Alfa founded?')
    >>> parts_of("When and where was Alfa founded?")
    ('When was Alfa founded?', 'Where was Alfa founded?')
    >>> parts_of("What is Alfa? Who runs it?")
    ('What is Alfa?', 'Who runs it?')
    >>> parts_of("Which incubators and science parks are in Lund?")
    ('Which incubators and science parks are in Lund?',)
    >>> parts_of("We like it. What would we pay, and who does the audits?", of_topic=True)
    ('We like it. What would we pay?', 'Who does the audits?')
    """
    plain = " ".join(question.replace("’", "'").split())
    found: list[str] = []
    for told, asked in _asking(plain):
        several = two_words(asked, of_topic=of_topic)
        first, *others = several or clauses_of(asked, of_topic=of_topic or bool(found))
        found += [_behind(told, first), *others]
    return tuple(found) if 1 < len(found) <= _MOST else (question,)


def _behind(told: str, asked: str) -> str:
    """Put a question behind what is told before it."""
    if not told:
        return asked
    return f"{told} {asked if told.endswith(('.', '!', '?')) else lowered(asked)}"


def _asking(plain: str) -> list[tuple[str, str]]:
    """Give the sentences that ask by themselves, each behind what is told before it."""
    found: list[tuple[str, str]] = []
    told: list[str] = []
    for sentence in sentences(plain)[1]:
        one = with_capital(_LEADING_AND.sub("", sentence))
        before = found[-1][1] if found else ""
        if before and _goes_on(before, one):
            found[-1] = (found[-1][0], f"{before} {sentence}")
        elif _asks(one):
            found.append((" ".join(told), one))
            told = []
        else:
            told.append(sentence)
    return found


def _asks(sentence: str) -> bool:
    """Whether a sentence asks, and does not only lead to what is asked.

    "When I was there it was small." tells, "Do you know X?" leads on.
    """
    if not asks(sentence) or is_tag(sentence):
        return False
    is_asking = sentence.endswith("?") or is_whole(sentence)
    return is_asking and not (is_closed(sentence) and is_indirect(sentence))


def _goes_on(before: str, sentence: str) -> bool:
    """Whether a sentence only goes on with the question before it: "Is there one? Which?"."""
    if _ALTERNATIVE.match(sentence) or is_tag(sentence):
        return True
    plain = sentence.rstrip("?!. ")
    return names_it(before, plain) or (asks(sentence) and is_bare(plain) and is_closed(before))
