"""From a question to a full-text query: which words are looked for."""

import re
from collections.abc import Sequence

# Words that questions are built from; what remains is what they are about.
_STOP_WORDS = """
    a about all also am an and any are as at be been being but by can could did do does
    doing done for from get give had has have having he her here him his how i if in into
    is it its just list many may me might more most much must my name no not of on one or
    our out please shall she should show so some such tell than that the their them then
    there these they this those to too under up us was we were what when where which while
    who whom whose why will with would you your och att det som en ett av för den de i på
    är om med till var vad vem vilka vilken vilket hur när
"""

STOP_WORDS = frozenset(_STOP_WORDS.split())

_WORD = re.compile(r"\w+")

# A question has few; a pasted page must not become a query of thousands of terms.
MAX_TERMS = 64


def content_words(query: str) -> list[str]:
    """Give a query's words in lower case and order, once each, stop words left out.

    A query of stop words alone gives all of them, so that it still finds something.

    >>> content_words("Which incubator takes no equity?")
    ['incubator', 'takes', 'equity']
    >>> content_words("who are they")
    ['who', 'are', 'they']
    """
    words = list(dict.fromkeys(_WORD.findall(query.lower())))
    return [word for word in words if word not in STOP_WORDS] or words


def match_expression(query: str, also: Sequence[str] = ()) -> str:
    """Give the FTS5 expression that finds passages with any content word; "" when there is none.

    Args:
        query: What is searched.
        also: Phrases of plain words that are looked for besides.

    >>> match_expression('Does "NOME" take a fee?', also=["nordic mentor network"])
    '"nome" OR "take" OR "fee" OR "nordic mentor network"'
    """
    words = content_words(query)[:MAX_TERMS]
    return " OR ".join(f'"{term}"' for term in dict.fromkeys([*words, *also]))
