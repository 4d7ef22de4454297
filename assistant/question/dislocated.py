"""Questions that name first what they ask about: "the angels, what do they pay?"."""

import re

from assistant.question.grammar import AUXILIARY, possessive, with_capital

_TIE = r"^(?:(?:and|but|so|ok|okay|thanks|then)[\s,.!]+)*"
_IS_CALLED = re.compile(
    _TIE + r"(?:the|that)\s+(?P<noun>[a-zåäö-]+(?:\s[a-zåäö-]+)?)\s+(?:that|which|who)\s+"
    r"(?P<rest>[^,;?]+?)\s*[,;–]\s*(?:what|who)\s+(?:is|was|are|were)\s+(?:it|he|she|they|that|this)"
    r"(?:\s+(?:called|named|again|then))*\W*$",
    re.I,
)
_FIRST = re.compile(
    _TIE + r"(?P<what>the\s+[a-zåäö-]+(?:\s[a-zåäö-]+)?),\s+"
    r"(?P<asks>(?:what|who|when|where|why|how|which)\b.+)$",
    re.I,
)
# "What about KTH, are they in it too?"
_ABOUT = re.compile(
    _TIE + r"(?:what|how)\s+about\s+(?P<what>[^,?]{2,60}),\s+"
    rf"(?P<before>(?i:{AUXILIARY}|who|when|where|why|how)\s+(?:\w+\s+)??)(?:it|they|he|she)\b"
    r"(?P<rest>.+)$",
    re.I,
)
_PRONOUN = re.compile(
    r"\b(?:it|they|them|(?P<owns>its|their))\b|(?<=\w\s)(?P<there>there)(?=\W*$)", re.I
)


def undislocated(question: str) -> str:
    """Give a question with what it is about in its place; itself where that is its place.

    >>> undislocated("And the angels, what is a normal sum for them?")
    'What is a normal sum for the angels?'
    >>> undislocated("and the other one, how many people work there?")
    'How many people work at the other one?'
    >>> undislocated("the firm that sits in Däck 5, what was it called?")
    'Which firm sits in Däck 5?'
    >>> undislocated("what about KTH, are they in it too?")
    'Are KTH in it too?'
    >>> undislocated("In the park, who runs it?")
    'In the park, who runs it?'
    """
    called = _IS_CALLED.match(question)
    if called:
        return f"Which {called['noun'].lower()} {called['rest']}?"
    about = _ABOUT.match(question)
    if about:
        return with_capital(f"{about['before']}{about['what']}{about['rest']}")
    found = _FIRST.match(question)
    pointing = list(_PRONOUN.finditer(found["asks"])) if found else []
    if found is None or len(pointing) != 1:
        return question
    one, what, asks = pointing[0], found["what"].lower(), found["asks"]
    put = possessive(what) if one["owns"] else f"at {what}" if one["there"] else what
    return with_capital(f"{asks[: one.start()]}{put}{asks[one.end() :]}")
