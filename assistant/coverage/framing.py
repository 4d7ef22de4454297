"""What stands around a question over entities and asks nothing: told before, politely, however."""

import re

_POLITE = re.compile(
    r"^(?:(?:please|so|and|but|ok(?:ay)?|well|also|hi|hello|hey)\b[\s,]*)*"
    r"(?:(?:can|could|would|will)\s+(?:you|u)\s+(?:please\s+)?(?=list|name|give|show|tell|find))?"
    r"(?:(?:please\s+)?(?:tell me|do you know|i (?:want|need|would like) to know|i wonder)[\s,]+"
    r"(?=which|what|how many|if|whether))?"
    r"(?:(?:in|to|for|with|by|at|from|on|of|through|among|i|av|för|med)\s+"
    r"(?=(?:which|what|how many|vilka|vilket|vilken|hur många)\b))?",
    re.I,
)
# "We make sensors. Which networks are for us?": what is told before is not asked.
_TOLD_BEFORE = re.compile(
    r"^(?:.*[.!?]|(?!in\b|at\b|near\b|with|out|exc|if\b|only\b|not\b|from\b|within\b)"
    r"(?=.*\b(?:we|i|i'm|our|my|is|are|have|need|want|wants|plan)\b.*[:;]|.*\b(?:we|i)\b.*\s[-–]\s)"
    r".*(?:[:;]|\s[-–]))\s+"
    r"(?=(?:(?:could|can) you |tell me |in |to |for )*(?:which|what|how many)\b)",
    re.I,
)
# "I need a desk. Which places rent one out?": what is told before says what "one" is.
_ONE = re.compile(
    r"(?<!\bno )(?<!\bwhich )\bone\b(?=\s*$|\s+(?:out|up|to|for|by|at|in|from|with|and)\b)"
)
_A_THING = re.compile(
    r"\b(?P<thing>an?\s+(?:[a-zåäö-]+\s+){0,2}?[a-zåäö-]+)"
    r"(?=[.!?,;]|\s+(?:for|to|in|of|that|and|with)\b)"
)
# These narrow nothing: "owned by a town, alone or with others".
_HOWEVER = re.compile(
    r",?\s*\b(?:(?:either\s+)?(?:alone|solely)\s+or\s+(?:together\s+)?with\s+(?:others|somebody)"
    r"|(?:wholly|fully|entirely|completely)\s+or\s+(?:partly|partially|in part)"
    r"|in\s+whole\s+or\s+(?:in\s+)?part"
    r"|at\s+least\s+(?:partly|in\s+part)|lately|recently|so\s+far|to\s+date"
    r"|according\s+to\s+(?:the\s+)?[\w\s]+$)",
    re.I,
)


def plain_question(query: str) -> str:
    """Give what is asked, with "one" in the words that were told before it.

    >>> plain_question("We make sensors. Could you tell me which networks are for us?")
    'which networks are for us'
    >>> plain_question("I need a desk. Which places rent one out?")
    'Which places rent a desk out'
    """
    plain = " ".join(query.replace("’", "'").split()).rstrip("?!. ")
    return _HOWEVER.sub("", _POLITE.sub("", _without_told(plain)))


def _without_told(plain: str) -> str:
    """Leave out what is told before a question, with "one" in the words that were told."""
    told = _TOLD_BEFORE.match(plain)
    if told is None:
        return plain
    things = [found["thing"] for found in _A_THING.finditer(told.group())]
    return _ONE.sub(things[-1], plain[told.end() :]) if things else plain[told.end() :]
