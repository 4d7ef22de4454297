"""Where the sentences of a turn begin, as people type them: commas for stops, small letters.

"my son is 16, is he allowed to come?" tells one thing and asks another.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.question.clause import asks, is_tag
from assistant.question.following.wording import AND
from index.sentences import split_sentences

_SMILEY = r"(?:[:;=]-?[)(DP]|[\U0001F300-\U0001FAFF\u2600-\u27BF]\uFE0F?)"
# "I missed that. and how many are there": where many would write a capital.
_NEXT = re.compile(
    rf"(?<!\b[Ii]ncl\.)(?<!\b[Aa]pprox\.)(?<!\bresp\.)(?<!\b(?:etc|max|min)\.)"
    rf"(?:(?<=\w{{2}}[.!])|(?<=[!?]{{2}})|(?<=\w\?)|(?<=\w\.\.)|(?<=\w\.\.\.)|(?<=\w…))\s+(?=[a-zåäö])"
    rf"|\s*{_SMILEY}+\s+(?=\w)"
)
_SPLICE = re.compile(r"[,;]\s+|\s[-–—]\s+")
_REQUEST = re.compile(
    r"^(?:(?:please|now|then)[\s,]+)?(?:tell|explain|describe|list|name|give|show|compare|define)\b"
    r"|^(?:what|how) about\b",
    re.I,
)
_EXCLAIMS = re.compile(r"^(?:what an?|how)\s+[\w -]+[.!]$", re.I)
_OF_ONESELF = re.compile(
    r"^(?:(?:i|we|my|our|im|ive|id|were|weve|need(?= to)|have(?= to)|just)\b"
    r"(?!\s+(?:ask|wonder|mean|meant|think|guess|suppose)\b)"
    r"|there(?:[’']s|\s+(?:is|are))\s+(?:\S+\s+){1,4}?of us\b)",
    re.I,
)
_OF_ANSWER = re.compile(
    r"^(?:(?:that|this|it|all that|which)(?:[’']?s|\s+(?:is|was|would be|could be|sounds?|seems?|"
    r"looks?|fits?|suits?|helps?|makes?))|thats|sounds?|seems?|looks?|too bad|good to|nice to|"
    r"glad|great that|nothing for|not for|never mind)\b",
    re.I,
)
_AFTERTHOUGHT = re.compile(
    r"(?:i|we)(?:[’'](?:d|m|ve|re|ll)|\s+(?:am|are|have|need|would|want|live|work))\b", re.I
)
_THEN_OWN = re.compile(r",\s*(?:i|we|my|our)\b", re.I)
_TELLS_ON = re.compile(r"^(?:so|then)[\s,]+", re.I)
# "Back to the park.", "the angels again."
_GOES_BACK = re.compile(
    r"(?:\S+\s+){0,3}?(?:back|return(?:ing)?|again)\s+to\s+\S"
    r"|(?:the|that|about|as for|regarding)\s+[^,.;:!?]{2,40}?\s+(?:again|then|once more)\W*$",
    re.I,
)
_SUBORDINATE = re.compile(
    r"^(?:if|when|since|because|as|while|although|though|after|before|unless|until|besides|apart|"
    r"given|considering|assuming|suppose|for|with|in|at|on|among|of|about)\b",
    re.I,
)
# Fewer words before a comma tell nothing: "the angels, ...".
_FEWEST = 3


def sentences(turn: str) -> tuple[Sequence[int], Sequence[str]]:
    """Give where the sentences of a turn start, and the sentences.

    >>> sentences("my son is 16, is he allowed to come? he loves it")[1]
    ['my son is 16,', 'is he allowed to come?', 'he loves it']
    >>> sentences("If we join Alfa, do we have to pay?")[1]
    ['If we join Alfa, do we have to pay?']
    """
    starts = tuple(_starts(turn))
    borders = pairwise((*starts, len(turn)))
    return starts, [turn[at:end].rstrip() for at, end in borders]


def asks_by_itself(sentence: str) -> bool:
    """Whether a sentence asks or requests something."""
    plain = AND.sub("", sentence)
    if _EXCLAIMS.match(plain):
        return False
    return asks(plain) or _REQUEST.match(plain) is not None


def is_of_oneself(sentence: str) -> bool:
    """Whether a sentence tells of who asks: "My wife is a researcher", "we're twelve people"."""
    return _OF_ONESELF.match(AND.sub("", sentence)) is not None


def is_of_answer(sentence: str) -> bool:
    """Whether a sentence only says what somebody thinks of an answer: "that's not much"."""
    return _OF_ANSWER.match(AND.sub("", sentence)) is not None and not _THEN_OWN.search(sentence)


def goes_back(sentence: str) -> bool:
    """Whether a sentence only names what to go back to: "the angels again", "back to the map"."""
    return _GOES_BACK.match(AND.sub("", sentence)) is not None


def _starts(turn: str) -> Iterator[int]:
    for span in split_sentences(turn):
        at = span.start
        yield at
        for found in _NEXT.finditer(turn, span.start, span.end):
            yield from _spliced(turn, at, found.start())
            at = found.end()
            yield at
        yield from _spliced(turn, at, span.end)


def _spliced(turn: str, start: int, end: int) -> Iterator[int]:
    """Where a comma parts what is told from what is asked, at most once each way."""
    has_asked = asks_by_itself(turn[start:end])
    for border in _SPLICE.finditer(turn, start, end):
        before, rest = turn[start : border.start()], turn[border.end() : end]
        if has_asked:
            if _is_afterthought(rest):
                yield border.end()
                return
        elif _asks_next(rest) and _tells(before, rest):
            yield border.end()
            start, has_asked = border.end(), True


def _asks_next(rest: str) -> bool:
    return asks(rest) and not is_tag(rest)


def _tells(before: str, rest: str) -> bool:
    plain = AND.sub("", before)
    if goes_back(plain):
        return True
    if len(plain.split()) < _FEWEST or _SUBORDINATE.match(plain):
        return False
    return is_of_oneself(plain) or is_of_answer(plain) or _TELLS_ON.match(rest) is not None


def _is_afterthought(rest: str) -> bool:
    """Whether who asked tells of themselves behind a question."""
    return _AFTERTHOUGHT.match(rest) is not None
