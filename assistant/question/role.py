"""Questions for who holds a role: "who is vice-chancellor of X" names nobody to be described."""

import re

_WHO_IS_THE = re.compile(r"^who(?:['’]s| is| was| are| were) the\b", re.I)
_HOLDER = (
    r"(?:[\w-]+(?:or|er|ant|ent|ist|ee|man|woman|person)|[\w-]*(?:head|chair|chief|lead|boss|dean)|"
    r"ceo|c[tfo]o|provost|principal|coach|deputy|secretary|spokes\w+|md|vd)"
)
# Written small before "of" or before where it is held; "a member of X" is no role that one holds.
_ROLE = re.compile(
    r"^who(?:['’]s|\s+(?:is|was))\s+(?!an?\b)"
    rf"(?-i:(?:(?!(?:of|at|for|in)\b)[a-zåäö][\w-]*\s+){{0,3}}{_HOLDER})\s+"
    r"(?:of\s|(?:at|for|in)\s+(?:the\s+)?(?-i:[A-ZÅÄÖ])|(?:when|while|during|before|after)\s|in\s+\d)",
    re.I,
)


def asks_holder(question: str) -> bool:
    """Whether a question asks who holds a role, with or without "the".

    >>> asks_holder("Who is vice-chancellor of Alfa?"), asks_holder("Who is the CEO?")
    (True, True)
    >>> asks_holder("Who is Ada Alm of Alfa?"), asks_holder("Who is behind Alfa?")
    (False, False)
    >>> asks_holder("Who was project manager when Alfa was built?")
    True
    """
    return (_WHO_IS_THE.match(question) or _ROLE.match(question)) is not None
