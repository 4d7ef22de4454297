"""The clause that asks: people tell what they are about before they ask, or after."""

import re

from assistant.question.grammar import AUXILIARY
from assistant.question.terms import words
from index.sentences import split_sentences

_AUXILIARY = rf"(?:{AUXILIARY}(?:n't)?|won't|can't)"
_SUBJECT = (
    r"(?:i|we|you|it|they|he|she|there|one|that|this|these|those|the|a|an|any|my|our|your|its|"
    r"their|some|someone|anyone|anybody|all|both|only|non|[A-ZÅÄÖ\d][\w&.’'-]*|[a-zåäö]+s)\b"
)
_ASKS = re.compile(
    r"^(?:(?:and|but|so|or|then|also|well|ok(?:ay)?)[\s,]+)?"
    r"(?:(?:(?:in|on|at|from|by|to|for|with|of|until|since|under|during|through|after|up to|"
    r"about)\s+)?(?:what|which|when|where|who|whom|whose|why|how|wich|wat|wen)(?:'?s|'re)?\b"
    rf"|(?i:{_AUXILIARY})\s+(?-i:{_SUBJECT}))",
    re.I,
)
_REQUESTS = re.compile(
    r"(?:please\s+)?(?:tell|explain|describe|list|name|give|show|say|find|introduce|define|i|we)\b",
    re.I,
)
_LONGEST_TELEGRAM = 7
# ", hasn't it?" and ", right?" ask for a nod.
_TAG = re.compile(
    rf"^{_AUXILIARY}(?:\s+not)?\s+(?:it|they|he|she|we|you|i|there|that)\W*$"
    r"|^(?:right|correct|yes|no|true|or not|or)\W*$",
    re.I,
)
_BORDER = re.compile(
    r"[,;:]\s+|\s[-–—]+\s|\s*[–—]\s*|\.\.\.\s*|\("
    r"|\b(?:wonder(?:s|ed|ing)?|ask(?:s|ed|ing)?(?: me| us)?|know|find out|tell me|curious)"
    r"\s+(?=wh|how)"
)
# "... to someone who has never heard of it" is about who asks.
_AUDIENCE = re.compile(
    r"[\s,]+(?:(?:to|for) (?:someone|somebody|a (?:newcomer|beginner|layman|layperson|child|friend|"
    r"colleague|non-?expert|new \w+)|an outsider|dummies|me)\b(?: (?:who|that|like)\b[^?.!,]*)?"
    r"|in (?:simple|plain|short|brief|other|a few|your own) (?:terms|words|english)"
    r"|in (?:one|a|two) (?:sentences?|lines?|nutshell)|please|briefly|in short)(?=\s*[?.!]*$)",
    re.I,
)
_NAME = re.compile(
    r"(?:[A-ZÅÄÖ\d][\w&.’'-]*|(?<=\w )(?:of|for|and|the|in|i|av|och|&)(?= [A-ZÅÄÖ\d]))"
    r"(?:\s+(?:[A-ZÅÄÖ\d][\w&.’'-]*|(?:of|for|and|the|in|i|av|och|&)(?= [A-ZÅÄÖ\d])))*"
)
_WHAT_IS_IT = re.compile(
    r"(?:(?:what|who)(?:'s|\s+(?:exactly\s+|actually\s+)?(?:is|are|was|were))\s+(?:it|that|this|"
    r"they|those|these)"
    r"|(?:what|which)\s+(?:kind|sort|type)\s+of\s+(?:a\s+)?\w+\s+(?:is|are|was|were)\s+(?:it|that|"
    r"this|they|those)|(?:what|who)\s+(?:it|that|this|they)\s+(?:is|are|was|were|does|do)"
    r"|what\s+(?:does|do|did)\s+(?:it|that|this|they)\s+(?:do|mean))\b(?:\s+(?:exactly|all about|"
    r"about|actually))?",
    re.I,
)
_WITHIN = re.compile(r"\b(?:in|of|for|with|by|to|from|through|as|on|into|than)\s+$", re.I)
_NO_NAMES = frozenset(
    words("""
    she he her his
    i we re m ve d ll s t our my the a an this that it in on at for from but so if when what who
    which how is are was were do does can could please hi hello hey somebody someone
    and or then also well oh no yes right okay thanks great
    back return returning coming going regarding concerning sorry ok
""")
)


def asking_clause(question: str) -> str:
    """Give the part of a question that asks, without what is told before or after it.

    >>> asking_clause("I live in Kista; am I allowed to take part?")
    'am I allowed to take part?'
    >>> asking_clause("If we join Alfa, do we have to give away shares?")
    'do we have to give away shares?'
    >>> asking_clause("Who runs Alfa? I forgot.")
    'Who runs Alfa?'
    """
    sentences = [question[span.start : span.end] for span in split_sentences(question)]
    asking = [one for one in sentences if one.endswith("?") and not _TAG.match(one)]
    for sentence in reversed(asking or sentences):
        plain = sentence.replace("’", "'")
        if _ASKS.match(plain):
            return plain
        for border in _BORDER.finditer(plain):
            clause = plain[border.end() :]
            if _ASKS.match(clause) and not _TAG.match(clause):
                return clause
    return question


def asks(clause: str) -> bool:
    """Whether a clause begins as a question does: "and who runs it", "is there a park"."""
    return _ASKS.match(clause.replace("’", "'")) is not None


def is_tag(clause: str) -> bool:
    """Whether a clause only asks for a nod: "right?", "isn't it?"."""
    return _TAG.match(clause) is not None


def is_telegraphic(question: str) -> bool:
    """Whether a question is only words to search for, in no sentence.

    >>> is_telegraphic("scilifelab opening year"), is_telegraphic("who runs scilifelab")
    (True, False)
    """
    if "?" in question or len(question.split()) > _LONGEST_TELEGRAM:
        return False
    return not _ASKS.match(question) and not _REQUESTS.match(question)


def without_audience(question: str) -> str:
    """Leave out for whom, and how briefly, something is to be explained.

    >>> without_audience("Explain the hub to someone who's never heard of it.")
    'Explain the hub.'
    """
    shorter = _AUDIENCE.sub("", question)
    return shorter if len(shorter.split()) > 1 else question


def with_topic(question: str) -> str:
    """Ask "What is X?" where X is named first and "it" is asked about after it.

    >>> with_topic("Our manager mentioned something called Tools of Science. What was that?")
    'What is Tools of Science?'
    >>> with_topic("Däck 5, what kind of place is that?")
    'What is Däck 5?'
    >>> with_topic("She won a title in 2023 I think, what was it?")
    'She won a title in 2023 I think, what was it?'
    >>> with_topic("Which parks refer to Agenda 2030 in what they do?")
    'Which parks refer to Agenda 2030 in what they do?'
    """
    plain = question.replace("’", "'")
    found = _WHAT_IS_IT.search(plain)
    if found is None or len(plain[found.end() :].strip(" ?!.")) > len(" and what they make"):
        return question
    # "What is X, and what was it called before?" asks twice.
    if asks(plain) and found.start():
        return question
    # "Which parks refer to Agenda 2030 in what they do?" asks of the parks.
    if _WITHIN.search(plain[: found.start()]):
        return question
    names = [
        name
        for match in _NAME.finditer(plain[: found.start()])
        for name in [_plain_name(match.group())]
        if name
    ]
    if not names:
        return question
    return f"What is {names[-1]}?"


def _plain_name(name: str) -> str:
    """A name without what is capital only because it begins a sentence."""
    parts = name.rstrip(".,'’").split()
    while parts and set(words(parts[0])) <= _NO_NAMES:
        parts.pop(0)
    # "In 2023 I think" names nothing.
    while parts and (parts[-1] == "I" or not any(each[:1].isalpha() for each in parts)):
        parts.pop()
    return " ".join(parts)
