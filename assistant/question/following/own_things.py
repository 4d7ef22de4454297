"""What points at what was just told of oneself: "My wife does research. Can she apply?"."""

import re
from collections.abc import Sequence
from functools import partial

from assistant.question.following.phrases import Phrase, phrases_in
from assistant.question.following.wording import AND
from assistant.question.grammar import possessive

# Who one is, where one lives or works, what one has: nothing that was asked about.
_DESCRIBES = re.compile(
    r"^(?:(?:i|we|my(?:\s+[\w-]+){1,3}?|our(?:\s+[\w-]+){1,3}?)"
    r"(?:[’'](?:m|re|ve)|\s+(?:(?:also|only|just|both|all|really)\s+)*(?:am|is|are|was|were|have|has|had|"
    r"live|lives|work|works|study|studies|run|runs|own|owns|lead|leads|come|comes|moved|make|makes|"
    r"build|builds|sell|sells|develop|develops|teach|teaches|grow|grows|write|started|founded))"
    r"|im|ive|weve|there(?:[’']s|\s+(?:is|are))\s+(?:\S+\s+){1,4}?of us)\b",
    re.I,
)
_MINE = re.compile(r"\b(?P<whose>my|our)\s", re.I)
_PERSON = re.compile(r"\b(?:he|she|him|(?P<owner>his|her)(?=\s+[a-z]{3,})|her)\b", re.I)
_SEVERAL = re.compile(r"\b(?:they|them|(?P<owner>their))\b", re.I)
# "Would they put money in that?"
_THAT = re.compile(
    r"\b(?P<before>in|on|to|of|for|with|by)\s+(?:that|this)(?=\s*(?:[?.!,]|$))", re.I
)
_A = re.compile(r"an?\s", re.I)
_HERE = re.compile(r"\b(?:(?:up|down|over|out)\s+)?here\b", re.I)
_WHERE = re.compile(
    r"\b(?:in|at|near|from|to)\s+(?P<place>[A-ZÅÄÖ][\w’'-]+(?:\s[A-ZÅÄÖ][\w’'-]+)*)"
)
_LANGUAGE = re.compile(r"\blanguage\b[^.]*?\b(?:is|are)\s+(?P<name>[A-ZÅÄÖ]\w+)", re.I)
# "I run a shop", "my plan is a shop": behind these stands what one has to do with.
_HAS = re.compile(
    r"\b(?:is|am|are|run|runs|have|has|own|make|build|sell|develop|plan|planning|want|need|start|"
    r"started|starting|building|making|developing|selling|running)\s+$",
    re.I,
)


def with_own_meant(told: Sequence[str], asked: str) -> str:
    """Put who or what was just told of oneself where a question points at it.

    Args:
        told: What was said before the question, by sentences.
        asked: The question.

    >>> with_own_meant(["My wife is a researcher."], "When can she apply?")
    'When can my wife apply?'
    >>> with_own_meant(["Our pupils live in Lund."], "May they take part, and their parents?")
    'May our pupils take part, and our pupils’ parents?'
    >>> with_own_meant(["My plan is a floating restaurant."], "Would they put money in that?")
    'Would they put money in a floating restaurant?'
    >>> with_own_meant(["My boss wants to buy some."], "What was their turnover?")
    'What was their turnover?'
    >>> with_own_meant(["I live in Lund."], "Do they ever do it up here?")
    'Do they ever do it in Lund?'
    """
    for pointing, is_several in ((_PERSON, False), (_SEVERAL, True)):
        own = [
            whose
            for sentence in told
            if not pointing.search(sentence)
            for whose in _spoken_of(sentence, is_several=is_several)
        ]
        if own:
            asked = pointing.sub(partial(_put, own[-1]), asked)
    things = [thing for sentence in told for thing in _things(sentence)]
    if things:
        asked = _THAT.sub(lambda found: f"{found['before']} {things[-1]}", asked)
    places = [
        found["place"] for one in told if describes_asker(one) for found in _WHERE.finditer(one)
    ]
    return _HERE.sub(f"in {places[0]}", asked) if places else asked


def describes_asker(sentence: str) -> bool:
    """Whether a sentence tells who asks, and nothing that they ask about.

    >>> describes_asker("I work for a company in Lund."), describes_asker("I heard of Alfa.")
    (True, False)
    """
    return _DESCRIBES.match(AND.sub("", sentence)) is not None


def _spoken_of(sentence: str, *, is_several: bool) -> Sequence[str]:
    """Give "my wife", "our pupils" of a sentence that begins with them."""
    mine = _MINE.match(sentence)
    first = next(iter(phrases_in(sentence)), None) if mine else None
    if mine is None or first is None or first.is_plural is not is_several:
        return ()
    owner = mine["whose"].lower()
    return (f"{owner} {_own(first)}",) if first.start <= mine.end() else ()


def _own(phrase: Phrase) -> str:
    """Give a phrase without the "my" before it."""
    return _MINE.sub("", phrase.text)


def _things(sentence: str) -> Sequence[str]:
    """Give "a floating restaurant" of "my plan is a floating restaurant"."""
    language = _LANGUAGE.search(sentence)
    spoken = (language["name"],) if language else ()
    return [*spoken] + [
        sentence[one.start : one.end]
        for one in phrases_in(sentence)
        if not one.is_plural
        and _A.match(sentence[one.start : one.end])
        and _HAS.search(sentence[: one.start])
    ]


def _put(who: str, found: re.Match[str]) -> str:
    return possessive(who) if found["owner"] else who
