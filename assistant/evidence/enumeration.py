"""What a list is a list of: the noun or deed that leads to it, never a word that merely stands by.

"The members of X work in four fields: ..." lists fields and counts no members.
"""

import re

from assistant.evidence.number_words import NUMBERS

# "In four fields:" says what is listed, and how many of it.
_NUMBERED = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(each for each in NUMBERS if each != 'single')})\s+"
    r"(?P<noun>[\w-]+(?:\s+[\w-]+){0,2})$",
    re.I,
)
_COPULA = re.compile(r"^(?P<noun>.+?)\s+(?:is|are|were|include|includes|är|var)$", re.I | re.DOTALL)
# "The owners of the members are" tells owners.
_OF = re.compile(r"\s+(?:of|at|in|for|to|from|behind|with|i|på|av|för|till)\s")
_POINTING = re.compile(r"^(?:they|these|those|the following|de|följande)?$", re.I)
# "Set up by six organisations:" lists who set it up.
_ANYBODY = re.compile(
    r"(?:organi[sz]ations?|companies|parties|bodies|actors|others|names?|things?)$", re.I
)
# Who is named as an example is not the only one, and "a member of A and B" has no members.
_NOT_ALL = re.compile(
    r"\bothers?\b|\b(?:such as|like|including|examples?|among (?:them|others)|e\.?g\.?|"
    r"(?<!consist )(?<!consists )of|bland annat|till exempel)\s*(?:are|is)?$",
    re.I,
)
# What a list in a sentence lists stands within so many words before it.
_NEAR = 4


def enumerated(before: str, heading: str, number: int) -> str:
    """Give the words that say what a list enumerates, "" when nothing does.

    Args:
        before: The text that leads to the list.
        heading: What stands over it, for a list that nothing or only "they are" leads to.
        number: How many items it has; a lead-in that gives another number lists something else.

    >>> enumerated("The members work in four fields:", "Members", 4)
    'fields'
    >>> enumerated("The current owners of the park are:", "", 2), enumerated("", "Owners", 2)
    ('The current owners', 'Owners')
    >>> enumerated("It is a member of", "", 2)
    ''
    """
    lead = " ".join(before.split()).rstrip(" :,")
    if _NOT_ALL.search(lead):
        return ""
    copula = _COPULA.match(lead)
    numbered = None if copula else _NUMBERED.search(lead)
    if numbered:
        said = numbered["number"].lower()
        stated = float(said) if said.isdecimal() else NUMBERS[said]
        deed = " ".join(lead.split()[-_NEAR - 1 :]) if _ANYBODY.search(lead) else ""
        return (deed or numbered["noun"]) if stated == number else ""
    noun = copula["noun"] if copula else lead
    if _POINTING.match(noun):
        return _OF.split(heading)[0]
    return _OF.split(noun)[0] if copula else " ".join(noun.split()[-_NEAR:])
