"""Questions in the words in which documents tell what they ask for."""

import re

# "Who are members of Alfa?" asks for all of them, and for no description.
_ROLES_ASKED = re.compile(
    r"^(who are)\s+(?=(?:members|partners|funders|founders|owners|supporters|participants|sponsors|"
    r"customers|tenants|organi[sz]ers)\s+(?:of|in|for|at|behind)\b)",
    re.I,
)
# "Did X ever try ...?" asks the same without it.
_EVER = re.compile(
    r"^((?:did|has|have|had|was|were|does|do|is|are)\s[^,.?!]*?)\s+ever\b(?!\s+since)", re.I
)
# What documents tell of who comes next.
_TAKES_OVER = re.compile(
    r"^((?:(?:and|so|but)\s+)?)who\s+(?:takes|took|has taken|will take|is taking)\s+over\s+"
    r"(?:from|after)\s+",
    re.I,
)


def reworded(question: str) -> str:
    """Give a question in words that documents use.

    >>> reworded("Who are members of NOME?"), reworded("and who took over from Eva Ek?")
    ('Who are the members of NOME?', 'and who succeeds Eva Ek?')
    >>> reworded("Did NOME ever pay?")
    'Did NOME pay?'
    """
    plain = _TAKES_OVER.sub(r"\1who succeeds ", _ROLES_ASKED.sub(r"\1 the ", question))
    return _EVER.sub(r"\1", plain)
