"""Questions that ask two things at once: "Who funds X and since when does it exist?"."""

import re

from assistant.question.clause import asks, is_tag
from assistant.question.grammar import AUXILIARY
from index.sentences import split_sentences

_WH = r"(?:what|which|when|where|who|whom|whose|why|how)"
_BEFORE = r"(?:(?:in|on|at|from|by|to|for|with|of|until|since|under|during)\s+)?"
_AND = re.compile(r",?\s+and\s+(?:also\s+)?|;\s+(?:and\s+)?|,\s+(?:and\s+)?(?=\w+\s)", re.I)
# "Who funds X", "what does it cost", "how many are there", "is it free", "what's on": with a verb.
_WHOLE = re.compile(
    rf"^(?:{_BEFORE}{_WH}(?:'s|'re)\s+\S+|{_BEFORE}{_WH}\b(?:\s+[\w'-]+){{0,4}}?\s+{AUXILIARY}\s+\S+"
    rf"|who\s+[a-z]+s\s+\S+|who\s+[a-z]+ed\s+\S+|{AUXILIARY}\s+(?:it|they|he|she|there|one|i|we|you|"
    r"the|an?|any|[A-ZÅÄÖ][\w&.-]*)\s+\S+)",
    re.I,
)
# "Where is X and since when?", "Who founded X and when?": the rest is told before.
_BARE = re.compile(
    rf"^(?P<asked>(?:since\s+)?(?:when|where|why)|{_BEFORE}(?:what|which)\s+(?:year|city|town|"
    r"country|place|purpose))$",
    re.I,
)
_INVERTED = re.compile(
    rf"^{_BEFORE}{_WH}\b(?P<noun>(?:\s+[\w'-]+){{0,2}}?)\s+(?P<rest>{AUXILIARY}\s+.+)$", re.I
)
_DID_IT = re.compile(r"^who\s+(?P<verb>[a-z]+ed)\s+(?P<what>.+)$", re.I)
# What only names what was asked for before: "Is there a body for food, and what is it called?".
_NAMES_IT = re.compile(
    r"\b(?:name|called|named|which (?:one|ones|is it|are they)|who is it)\b", re.I
)
# "How A works and how B does" and "which X and which Y" share what stands before or behind.
_INDIRECT = re.compile(
    r"\b(?:difference|differ|compare|between|tell|explain|describe|know|explains?|say|whether|"
    r"wonder|understand|learn|see|decides?|depends?)\b",
    re.I,
)
_TWO_WORDS = re.compile(
    r"^(?P<first>when|where|why|how)\s+and\s+(?P<second>when|where|why|how)\s+"
    rf"(?P<rest>{AUXILIARY}\s+.+)$",
    re.I,
)
# What the second asks must be of something: named, or pointed to in the first.
_OF_SOMETHING = re.compile(
    r"\b(?i:it|its|it's|they|them|their|theirs|he|she|his|her|him)\b|(?<=\s)[A-ZÅÄÖ]|\bthere\b(?!$)"
)
_MOST = 3


def parts_of(question: str) -> tuple[str, ...]:
    """Give the questions that are asked at once, in order; one, the question itself, as a rule.

    >>> parts_of("Who funds Alfa and since when does it exist?")
    ('Who funds Alfa?', 'Since when does it exist?')
    >>> parts_of("Where is Alfa and since when?")
    ('Where is Alfa?', 'Since when is Alfa?')
    >>> parts_of("Who founded Alfa, and when?")
    ('Who founded Alfa?', 'When was Alfa founded?')
    >>> parts_of("When and where was Alfa founded?")
    ('When was Alfa founded?', 'Where was Alfa founded?')
    >>> parts_of("What is Alfa? Who runs it?")
    ('What is Alfa?', 'Who runs it?')
    >>> parts_of("Which incubators and science parks are in Lund?")
    ('Which incubators and science parks are in Lund?',)
    """
    plain = " ".join(question.replace("’", "'").split())
    sentences = [plain[span.start : span.end] for span in split_sentences(plain)]
    asking = [each for each in sentences if each.endswith("?") and not is_tag(each)]
    if len(asking) > 1 and len(asking) == len(sentences) <= _MOST:
        # A first sentence for yes or no often leads to the next: "Do you know X? What is it?".
        return tuple(asking) if all(_is_open(each) for each in asking) else (question,)
    if len(sentences) != 1 or not asks(plain) or _INDIRECT.search(plain):
        return (question,)
    for border in _AND.finditer(plain):
        first, second = plain[: border.start()], plain[border.end() :].rstrip("?!. ")
        told = _second(first, second)
        if told and _WHOLE.match(first) and not _AND.search(second):
            return (*parts_of(f"{first}?"), f"{told[:1].upper()}{told[1:]}?")[:_MOST]
    return _of_two_words(plain) or (question,)


def _of_two_words(plain: str) -> tuple[str, ...]:
    """Take "When and where was X founded?" apart; () where it is not such a question."""
    found = _TWO_WORDS.match(plain)
    if found is None:
        return ()
    return f"{found['first']} {found['rest']}", f"{found['second'].capitalize()} {found['rest']}"


def _is_open(sentence: str) -> bool:
    return _WHOLE.match(sentence) is not None and not re.match(AUXILIARY, sentence, re.I)


def _second(first: str, second: str) -> str | None:
    """Give the second question whole; None where it is none, or only names what the first found."""
    bare = _BARE.match(second)
    if bare is None:
        is_whole = _WHOLE.match(second) and not _NAMES_IT.search(second)
        is_other = _OF_SOMETHING.search(second) and _kind(first) != _kind(second)
        return second if is_whole and is_other else None
    asked = bare["asked"]
    inverted = _INVERTED.match(first)
    if inverted and not inverted["noun"].strip():
        return f"{asked} {inverted['rest']}"
    did = _DID_IT.match(first)
    return f"{asked} was {did['what']} {did['verb']}" if did else None


def _kind(question: str) -> str:
    """What a question begins with, if that may be shared: "which X and which Y"."""
    found = re.match(r"(?:which|how (?:many|much))\b", question, re.I)
    return found.group().lower() if found else question
