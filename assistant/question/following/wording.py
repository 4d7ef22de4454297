"""Words that a follow-up begins with, and how a query is written."""

import re

AND = re.compile(
    r"^(?:(?:and|but|so|or|ok(?:ay)?|okej|also|then|well|oh|ah|hm+|hmm|now|right|alright|all right|"
    r"sure|fine|good|great|nice|cool|perfect|interesting|i see|thanks|thank you|thx|tack|yes|yeah|"
    r"yep|no|please|sorry|wait|actually|super|cheers|"
    r"(?:one|a|just one) (?:more|last|other|quick|further) (?:thing|question)|"
    r"another (?:thing|question)|"
    r"furthermore|moreover|plus|anyway|anyhow|by the way|btw|och|"
    r"men)\b[\s,.!:;–-]*(?=\w))+",
    re.I,
)
"""What only ties a question to the one before it."""


YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
"""A year that documents may speak of."""


def lowered(text: str) -> str:
    """Write a question's first letter small, unless it begins a name.

    >>> lowered("Does NOME pay?"), lowered("NOME pays?")
    ('does NOME pay?', 'NOME pays?')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def bare(question: str) -> str:
    """Give a question without the mark at its end.

    >>> bare("Who funds NOME? ")
    'Who funds NOME'
    """
    return question.rstrip(" ?!.")
