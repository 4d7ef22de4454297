"""Turns a question with its answer into one for yes or no.

Public sets ask for values and hold few questions for yes or no; half of what users type are such.
"""

import re

from assistant.question.grammar import AUXILIARY, MONTHS

_ASKED = (
    r"(?P<before>(?:in|on|at|from|by|to|for) )?"
    r"(?P<word>what|which|when|where|who|how many|how much)\b(?P<noun>(?: [\w'-]+){0,3}?)"
)
_INVERTED = re.compile(rf"^{_ASKED} (?P<aux>{AUXILIARY}) (?P<rest>[^?]+?)\??$", re.I)
# "Who founded X", "which company bought X": a plural noun is no verb, so "who" alone may have "-s".
_OF_THE_SUBJECT = re.compile(
    r"^(?:(?P<who>(?i:who)) (?P<does>[a-z]{2,}(?:ed|[^s\W]s))|(?i:what|which)(?: [\w'-]+){1,2}? "
    r"(?P<did>[a-z]{2,}ed)) (?P<rest>[^?]+?)\??$"
)
_SAID_OF_IT = re.compile(r"^(?:\w+ly )?(?:\w+(?:ed|en)|built|made|held|known|sent|led|won|paid)\b")
_PREPOSED = re.compile(r"^(?:in|on|at|near|from|by|to|for|during|before|after|since|until)\b", re.I)
_BEGINS_A_THING = re.compile(r"^(?:the|an?|this|these|those|its|their|his|her|[A-Z0-9])")
_LEFT_OPEN = frozenset({"of", "by", "to", "with", "in", "on", "for", "from", "at", "as", "do"})
# What somebody does is no thing: "What did X do in 1900?".
_DOING = re.compile(r"\bdo\b", re.I)
_TIMES = frozenset({"year", "month", "century", "decade"})
_YEAR = re.compile(r"^\d{4}$")
_MAX_ANSWER_WORDS = 6
_FEWEST_WORDS = 2


def yes_or_no(question: str, answer: str) -> str | None:
    """Turn "When did X open?" and "2010" into "Did X open in 2010?"; None where that is not plain.

    >>> yes_or_no("When did the laboratory open?", "2010")
    'Did the laboratory open in 2010?'
    >>> yes_or_no("Who opened the laboratory?", "the king")
    'Was it the king who opened the laboratory?'
    >>> yes_or_no("What is the laboratory's motto?", "Light")
    "Is Light the laboratory's motto?"
    >>> yes_or_no("What is it made of?", "wood") is None
    True
    """
    said = answer.strip().rstrip(".,;")
    if not said or len(said.split()) > _MAX_ANSWER_WORDS:
        return None
    found = _INVERTED.match(question.strip())
    if found is not None:
        return _inverted(found, said)
    found = _OF_THE_SUBJECT.match(question.strip())
    if found is None:
        return None
    joined = "who" if found["who"] else "that"
    return f"Was it {said} {joined} {found['does'] or found['did']} {found['rest']}?"


def _inverted(found: re.Match[str], said: str) -> str | None:
    rest = found["rest"].strip()
    spoken = rest.split()
    if len(spoken) < _FEWEST_WORDS or spoken[-1].lower() in _LEFT_OPEN or _DOING.search(rest):
        return None
    value = _value(found, said)
    if value is None:
        return None
    aux = found["aux"].capitalize()
    if _comes_before(found, rest):
        return f"{aux} {value} {rest}?"
    is_plain = value != said or _BEGINS_A_THING.match(rest)
    return f"{aux} {rest} {value}?" if is_plain else None


def _value(found: re.Match[str], said: str) -> str | None:
    """Give the value with its noun or preposition; None where it is not plain which."""
    word, noun = found["word"].lower(), found["noun"].strip()
    if word.startswith("how "):
        return f"{said} {noun}" if noun else said
    if found["before"] or noun.lower() in _TIMES:
        before = (found["before"] or "in").strip().lower()
        return said if _PREPOSED.match(said) else f"{before} {said}"
    return _placed(said, word) if word in {"when", "where"} else said


def _comes_before(found: re.Match[str], rest: str) -> bool:
    """Whether the value is what something is said of: "was Acme sued", "is Acme the oldest"."""
    word = found["word"].lower()
    if found["before"] or word in {"when", "where"} or found["noun"].strip().lower() in _TIMES:
        return False
    said_of_it = _SAID_OF_IT.match(rest) or _PREPOSED.match(rest)
    if word.startswith("how "):
        return bool(said_of_it)
    being = found["aux"].lower() in {"is", "are", "was", "were"}
    equated = _BEGINS_A_THING.match(rest) and not _names_one(rest)
    return being and bool(said_of_it or equated)


def _names_one(rest: str) -> bool:
    """Whether it ends as a finished sentence would, so that the value has to come last."""
    return bool(re.search(r"\b(?:called|named|known as|considered|worth)$", rest))


def _placed(said: str, word: str) -> str | None:
    """Put "in" before a year or a place; None where another preposition may be needed."""
    if _PREPOSED.match(said):
        return said[0].lower() + said[1:]
    if _YEAR.match(said) or word == "where":
        return f"in {said}"
    if any(part.casefold() in MONTHS for part in said.split()):
        return f"on {said}" if re.search(r"\b\d{1,2}\b", said) else f"in {said}"
    return None
