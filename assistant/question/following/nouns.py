"""Which plain nouns of a question something may point at: "sharks", not "sharks dangerous"."""

import re

from assistant.question.terms import words

# "Is it treatable?" asks how something is; what "it" stood for is all that is spoken of.
_TOLD_OF = re.compile(
    r"^(?:[a-z]{3,}(?:able|ible|ful|ous|less|ical)|(?!(?:forest|interest|request|test|guest|quest|"
    r"contest|protest|harvest|west|nest|chest|invest)$)[a-z]{3,}est|easier|harder|better|worse)$"
)
_NO_TOPICS = frozenset(
    words("""
    way ways time times day days kind kinds sort sorts lot thing things bit feel away today
    difference differences relationship similarity similarities
    """)
)
_ROLES = frozenset(
    words("""
    organiser organizer owner operator funder financier sponsor host parent initiator
    ceo director head chair chairman chairwoman chairperson leader manager boss president
    coordinator landlord investor developer boss founder principal secretary
""")
)
_AUXILIARIES = frozenset({"is", "was", "has", "does"})
_PROPERTY_OF = re.compile(
    r"^(?:[\w-]+\s+)?(?:history|role|roles|effect|effects|impact|impacts|importance|significance|"
    r"evidence|example|examples|type|types|kind|kinds|cause|causes|symptom|symptoms|benefit|"
    r"benefits|advantage|advantages|disadvantage|disadvantages|difference|differences|pros|cons|"
    r"argument|arguments|information|criticism|criticisms|feature|features|part|parts|process|"
    r"definition|meaning|purpose|origin|origins|author|cost|costs|price|number|amount|risk|risks|"
    r"treatment|treatments|way|ways)\s+(?:of|for|in|on|about|with|between|behind|from)\s+"
    r"(?:the\s+|an?\s+)?(?P<whole>.+)$",
    re.I,
)


def is_role(noun: str) -> bool:
    """Whether a noun says what somebody is to others: "director", "owners"."""
    folded = "".join(words(noun))
    return folded in _ROLES or folded.removesuffix("s") in _ROLES


def sought(noun: str, asked: str) -> str:
    """Give what tells which one is asked for: "bank that sponsors Alfa", or the noun alone.

    >>> sought("bank", "Which bank sponsors Alfa?"), sought("bank", "Which bank does Alfa use?")
    ('bank that sponsors Alfa', 'bank')
    """
    which = rf"(?:which|what)\s+{re.escape(noun)}\s+(?P<does>is\s+an?|[a-z]+s)\s+(?P<rest>\S.*)"
    found = re.fullmatch(which, asked.strip(" ?!."), re.I)
    is_told = found is not None and found["does"].lower() not in _AUXILIARIES
    return f"{noun} that {found['does']} {found['rest']}" if found and is_told else noun


def topic_in(phrase: str) -> str:
    """Give what of a noun phrase may be spoken of; "" where it only tells how something is.

    >>> topic_in("throat cancer treatable"), topic_in("reliable"), topic_in("large ships")
    ('throat cancer', '', 'large ships')
    """
    kept = phrase.split()
    while kept and _TOLD_OF.match(kept[-1]):
        kept.pop()
    if len(kept) == 1 and "".join(words(kept[0])) in _NO_TOPICS:
        return ""
    return " ".join(kept)


def whole_of(phrase: str) -> str:
    """Give of what a phrase names a property: the wine of "history of wine"; "" of none."""
    found = _PROPERTY_OF.match(phrase)
    return topic_in(found["whole"]) if found else ""


def put_in(typed: str, query: str) -> str:
    """Give what was put into a question to make it standalone, or "".

    >>> put_in("Is it treatable?", "Is throat cancer treatable?")
    'throat cancer'
    """
    before, after = typed.split(), query.split()
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    is_replaced = len(before) - end - start == 1
    return " ".join(after[start : len(after) - end]).strip(" ?!.") if is_replaced else ""
