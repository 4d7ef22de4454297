"""What a statement says of its subject: the relation that a date, a name or a theme stands in.

Two statements can only contradict each other when they speak of the same relation: a park that was
founded in one year and opened in another is told of twice, and truly.
"""

import re
from collections.abc import Sequence

from index.fulltext import STOP_WORDS

_WINDOW = 70
_LETTERS = r"[^\W\d_]"

# When something came about, by what is said to have happened.
_BEGINNINGS = {
    "founded": re.compile(
        r"\b(?:founded\b|founding\b|establish\w*|set up|formed|form(?:s|ing)\b|creat(?:ed|ion)|"
        r"launch\w*|start(?:s|ed|ing)?\b(?![ -](?:up|point))|beg[aiu]n\w*|beginning|initiated|"
        r"c[ao]me into (?:being|existence)|"
        r"exist(?:s|ed|ence)?\b|(?:been|is|are) (?:going|running|around|active|helping|working)|"
        r"dates? (?:from|back)|born|grundad\w*|startad\w*|bildad\w*)",
        re.I,
    ),
    "opened": re.compile(
        r"\b(?:open(?:ed|s|ing)\b|(?:did|been) \w* ?open\b|inaugurat\w*|"
        r"(?:put|taken?|took|brought|went|came) into (?:use|operation|service)|doors\b|"
        r"öppna\w*|invig\w*)",
        re.I,
    ),
    "held": re.compile(r"\bfirst (?:held|edition|given|year|forum|summit|round|time)\b", re.I),
    "ended": re.compile(r"\b(?:clos(?:ed|ing|ure)|discontinu\w*|ended|ceased|dissolved)\b", re.I),
}
# Who stands to it in a way in which only one can, or those who are named together.
_OFFICES = {
    "owner": re.compile(r"\b(?:own(?:s|ed|er|ers)?\b|property of|belongs? to|ägs|ägare)", re.I),
    "chair": re.compile(r"\bchair\w*|\bordförande", re.I),
    "head": re.compile(
        r"\b(?:led by|leads?\b|head(?:s|ed)?\b|run by|runs?\b|manage[sdr]\w*|managing|director|ceo|"
        r"chief executive|in charge|boss|at the helm|leder|leds|vd\b|chef\w*)",
        re.I,
    ),
}
_THEME = re.compile(
    r"^(?:on |in |within |to )?(?:what|which)(?:'s| is| are)?\s+(?:\S+\s+){0,4}?(?:sectors?|areas?|"
    r"fields?|topics?|themes?|subjects?|domains?|industries|technolog\w*|branches)\b"
    r"|\b(?:focus\w*|concentrat\w*|speciali[sz]\w*|areas? of work|fields? of work)\b",
    re.I,
)
_SAYS_THEME = re.compile(
    r"\b(?:focus\w*|concentrat\w*|speciali[sz]\w*|within the (?:area|field|sector)\w*|"
    r"in the (?:areas?|fields?|sectors?|domains?)|sectors?|three areas|areas:|fields:|covers?|"
    r"speaks? of|(?:work\w*|cooperat\w*|collaborat\w*)(?: \w+){0,4} (?:on|in)|dedicated to|"
    r"active (?:in|within)|devoted to|represent\w*)\b",
    re.I,
)
# A share of it, or one of several who share it.
_IN_PART = re.compile(
    r"\b(?:half|third|quarter|equal parts|jointly|shares? in|stake|per cent|percent|part of it|"
    r"together with|one of|each|among)\b|%",
    re.I,
)


def beginning_near(text: str, start: int, end: int) -> str | None:
    """Say what happened at the date `text[start:end]`; None when nothing known did.

    >>> beginning_near("It was founded in 2009.", 18, 22)
    'founded'
    """
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    for part, is_before in ((before, True), (after, False)):
        found = [
            (hit.start() if is_before else -hit.start(), name)
            for name, pattern in _BEGINNINGS.items()
            for hit in pattern.finditer(part)
        ]
        # "First held" is said of what began, too; it tells more.
        held = [name for _, name in found if name == "held"]
        if found:
            return held[0] if held else max(found)[1]
    return None


def acts_in_office(text: str, name_ends: int) -> bool:
    """Whether what is named before a place in a text holds the office itself: "X runs the bay"."""
    return bool(_ACTS.match(text[name_ends:]))


_ACTS = re.compile(
    r"^(?:\s+(?:and|or|,)?\s*[A-ZÅÄÖ][\w-]*)*\s+(?:also\s+)?(?:runs?|owns?|manages?|leads?|heads?|chairs?)\b"
)


def tells_beginning(text: str) -> bool:
    """Whether a text tells that something was founded, opened or first held."""
    return any(_BEGINNINGS[each].search(text) for each in ("founded", "opened", "held"))


def office_in(text: str) -> str | None:
    """Say which office or ownership a text speaks of; None for none.

    >>> office_in("Who is in charge of it?"), office_in("Ada chairs the board.")
    ('head', 'chair')
    """
    return next((name for name, pattern in _OFFICES.items() if pattern.search(text)), None)


def is_in_part(text: str) -> bool:
    """Whether an ownership is told in part, so that others may be told elsewhere."""
    return bool(_IN_PART.search(text))


def asks_theme(query: str) -> bool:
    """Whether a question asks what somebody works on."""
    return bool(_THEME.search(query))


def says_theme(text: str) -> bool:
    """Whether a text says what somebody works on."""
    return bool(_SAYS_THEME.search(text))


def capitalised(text: str) -> frozenset[str]:
    """Give the folded words of a text that begin with a capital letter.

    >>> sorted(capitalised("the bank Norrbanken"))
    ['norrbanken']
    """
    found = (word for word in re.findall(rf"{_LETTERS}[\w&-]*", text) if word[0].isupper())
    return frozenset(word.casefold() for word in found) - STOP_WORDS


def same_source(one: str, other: str) -> bool:
    """Whether two sentences of one passage are not set against each other by naming sources.

    "The 2018 page says ten. The page of 2023 says five."
    """
    sources: Sequence[str] = [
        " ".join(found.group().casefold() for found in _SOURCE.finditer(text))
        for text in (one, other)
    ]
    return not all(sources) or sources[0] == sources[1]


_SOURCE = re.compile(
    r"\b(?:pages?|report|document|site|version|according to)\b|\b(?:19|20)\d\d\b", re.I
)
