"""Questions for a description: "What is NOME?", "Tell me about SciLifeLab"."""

import re

from assistant.question.role import asks_holder

_DESCRIPTION = (
    re.compile(
        r"^(?:please )?(?:tell me|explain|do you know|i wonder) (?:what|who) (?P<what>.+?) "
        r"(?:is|are|was|were)$",
        re.I,
    ),
    # "Who is leaving Alfa?" asks who does.
    re.compile(
        r"^(?!who(?:'s|\s+(?:is|are|was|were))\s+(?-i:[a-z]+ing)\b)"
        r"(?:what|who)(?:'s|\s+(?:is|are|was|were))\s+(?!the\b)(?P<what>.+?)$",
        re.I,
    ),
    re.compile(r"^what (?:exactly|actually) (?:is|are|was|were)\s+(?P<what>.+)$", re.I),
    re.compile(r"^what(?:'s|\s+(?:is|are))\s+(?P<what>.+?)\s+(?:all\s+)?about$", re.I),
    re.compile(r"^(?:what|which) (?:kind|sort|type)s? of .+ (?:is|are)\s+(?P<what>.+)$", re.I),
    re.compile(
        r"\b(?:tell me|know|hear|learn|read|information|info|details?)(?: \w+)? about\b", re.I
    ),
    re.compile(
        r"^(?:can you |could you )?(?:describe|explain|introduce|summari[sz]e|define)\b", re.I
    ),
    re.compile(
        r"^what (?:do|does) .+ (?:mean|means|stand for|do|stand for and do)(?: by .+)?$", re.I
    ),
    re.compile(r"^what can (?:i|we|you|one) use .+ for$", re.I),
)
# "Who is the CEO of X" and "What is the goal of X" ask for a fact of X, not for X.
_PART_OF = re.compile(
    r"\b(?:the|its|their|his|her)\b.*\b(?:of|for|in|at|by|behind|between)\b|(?:'s|s')\s+\w+"
    r"|^(?:ceo|head|chair\w*|president|director|manager|leader|founder|owner|organi[sz]er)s?\b"
    r"|^(?:in charge|responsible|behind)\b"
    # "What is presented at the summit" asks for what, not for the summit.
    r"|^(?-i:[a-z]{2,}(?<![aeio])ed|built|sold|taught|made|grown|shown|kept|bought|sent|"
    r"spent|paid|brewed|done|written|said|told|given|taken|lent|hidden|left)\s+(?:at|in|on|by|from|to|with|during|for)\b"
    r"|\b(?:called|named|known as|worth|costs?|located|based|situated|funded|founded|financed|run|"
    r"held|made)\b",
    re.I,
)


def asks_to_describe(question: str) -> bool:
    """Whether a question asks what something or who somebody is, not for one fact of it.

    >>> asks_to_describe("What is NOME"), asks_to_describe("What is the goal of NOME")
    (True, False)
    >>> asks_to_describe("What is presented at The Bridge Summit")
    False
    """
    if asks_holder(question):
        return False
    for pattern in _DESCRIPTION:
        found = pattern.search(question)
        if found:
            what = found.groupdict().get("what")
            return what is None or not _PART_OF.search(what)
    return False
