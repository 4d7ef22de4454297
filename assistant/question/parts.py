"""Questions that ask two things at once: "Who funds X and since when does it exist?"."""

import re

from assistant.question.clause import asks, is_tag
from assistant.question.grammar import AUXILIARY, with_capital
from index.sentences import split_sentences

_WH = r"(?:what|which|when|where|who|whom|whose|why|how)"
_BEFORE = r"(?:(?:in|on|at|from|by|to|for|with|of|until|since|under|during)\s+)?"
# Behind a comma alone, "which is in Lund" and "who came later" only describe.
_AND = re.compile(
    r",?\s+(?:and|&)\s+(?:also\s+)?|;\s+(?:and\s+)?"
    r"|,\s+(?=(?:what|when|where|how|why)\s+\w+\s|who\s+\w+\s+(?:it|them)\b)",
    re.I,
)
# "Who funds X", "what does it cost", "how many are there", "is it free", "what's on": with a verb.
_WHOLE = re.compile(
    rf"^(?:{_BEFORE}{_WH}(?:'s|'re)\s+\S+|{_BEFORE}{_WH}\b(?:\s+[\w'-]+){{0,4}}?\s+{AUXILIARY}\s+\S+"
    r"|who\s+(?:[a-z]+s|[a-z]+ed|set|ran|led|built|began|made|won|gave|paid|bought|sold|took)\s+\S+"
    rf"|{AUXILIARY}\s+(?:it|they|he|she|there|one|i|we|you|"
    r"the|an?|any|[A-ZÅÄÖ][\w&.-]*)\s+\S+)",
    re.I,
)
# "Where was X founded and when?", "Who founded X and why?": the rest is told before.
_BARE = re.compile(
    rf"^(?P<asked>(?:since\s+)?when|where|why|how|{_BEFORE}(?:what|which)\s+(?:year|city|town|country|"
    r"place))$",
    re.I,
)
_OPEN_END = re.compile(r",?\s+(?:and\s+)?(?:when|where|why|how)$", re.I)
_INVERTED = re.compile(
    r"^(?:where|when|why|how)\s+(?P<rest>(?:(?:do|does|did)\s+.+|"
    r"(?:is|are|was|were)\s+.+\s(?:\w+ed|held|built|made|run|sold|born)))$",
    re.I,
)
_DID_IT = re.compile(
    r"^who\s+(?P<verb>[a-z]+ed)\s+(?P<what>(?:the\s+)?(?!(?:and|or|in|into|for|with|to|at|by)\s)[^\W\d]"
    r"[\w&.'-]*(?:\s+(?!(?:and|or|in|into|for|with|to|at|by)\s)[^\W\d][\w&.'-]*){0,3})$",
    re.I,
)
_WHO_DOES = re.compile(r"^who\s+(?:(?:is|are)\s+the\b|(?!is\b|was\b|were\b)[a-z]+s\b)", re.I)
# What only names what was asked for before: "Is there a body for food, and what is it called?".
_NAMES_IT = re.compile(
    r"\b(?:name|called|named|which (?:one|ones|is it|are they)|who is it)\b", re.I
)
# "The difference between how A works and how B does" is one question.
_INDIRECT = re.compile(
    r"\b(?:difference|differ|compare|between|tell|explain|describe|know|whether|wonder|decides?|"
    r"depends?)\b",
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
# Several that a list will name cannot be asked about as one.
_OF_SEVERAL = re.compile(r"\b(?:they|them|their|theirs)\b", re.I)
_ASKS_SEVERAL = re.compile(r"^(?:which|how many|what\s+\w+s\b|are there|who are)\b", re.I)
_NAME = re.compile(r"(?<=\s)[A-ZÅÄÖ]")
_LEADING_AND = re.compile(r"^(?:and|also|then)[,\s]+", re.I)
_MOST = 3


def parts_of(question: str, *, of_topic: bool = False) -> tuple[str, ...]:
    """Give the questions that are asked at once, in order; one, the question itself, as a rule.

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
    >>> parts_of("What would we pay, and who does the audits?", of_topic=True)
    ('What would we pay?', 'Who does the audits?')
    """
    plain = " ".join(question.replace("’", "'").split())
    sentences = [plain[span.start : span.end] for span in split_sentences(plain)]
    one = _of_two_words(plain) or _clauses(plain, of_topic=of_topic)
    parts = _sentences(sentences) if len(sentences) > 1 else one
    return parts if 1 < len(parts) <= _MOST else (question,)


def _sentences(sentences: list[str]) -> tuple[str, ...]:
    """Give sentences that all ask; () where one tells, or only leads to the next.

    "Do you know X? What is it?" is one question.
    """
    plain = [with_capital(_LEADING_AND.sub("", each)) for each in sentences]
    if any(not each.endswith("?") or is_tag(each) for each in plain):
        return ()
    is_open = not re.match(AUXILIARY, plain[0], re.I)
    return tuple(plain) if is_open and all(_WHOLE.match(each) for each in plain) else ()


def _clauses(plain: str, *, of_topic: bool = False) -> tuple[str, ...]:
    """Take one sentence apart where a second question begins; itself alone where none does."""
    whole = (with_capital(f"{plain.rstrip('?!. ')}?"),)
    if not asks(plain) or _INDIRECT.search(plain):
        return whole
    for border in _AND.finditer(plain):
        first, second = plain[: border.start()], plain[border.end() :].rstrip("?!. ")
        told = _second(first, second, of_topic=of_topic)
        if told and _WHOLE.match(first) and not _OPEN_END.search(first):
            return tuple(
                part for each in (first, told) for part in _clauses(each, of_topic=of_topic)
            )
    return whole


def _of_two_words(plain: str) -> tuple[str, ...]:
    """Take "When and where was X founded?" apart; () where it is not such a question."""
    found = _TWO_WORDS.match(plain)
    if found is None:
        return ()
    return f"{found['first']} {found['rest']}", f"{found['second'].capitalize()} {found['rest']}"


def _second(first: str, second: str, *, of_topic: bool) -> str | None:
    """Give the second question whole; None where it is none, or only names what the first found."""
    bare = _BARE.match(second)
    if bare:
        return _told_before(first, bare["asked"])
    is_whole = _WHOLE.match(second) and not _NAMES_IT.search(second)
    is_other = (of_topic or _OF_SOMETHING.search(second)) and _kind(first) != _kind(second)
    if _OF_SEVERAL.search(second) and (_ASKS_SEVERAL.match(first) or not _NAME.search(first)):
        return None
    return second if is_whole and is_other else None


def _told_before(first: str, asked: str) -> str | None:
    """Ask for a time, a place or a reason of what the first question tells; None where unclear."""
    inverted = _INVERTED.match(first)
    if inverted:
        return f"{asked} {inverted['rest']}"
    did = _DID_IT.match(first)
    if did:
        return f"{asked} was {did['what']} {did['verb']}"
    # "Who runs X, and since when?" is asked of whoever that is.
    is_since = asked.lower() == "since when" and _WHO_DOES.match(first)
    return asked if is_since else None


def _kind(question: str) -> str:
    """What a question begins with, if that may be shared: "which X and which Y"."""
    found = re.match(r"(?:which|how (?:many|much))\b", question, re.I)
    return found.group().lower() if found else question
