"""Words that rank: "older", "more members", "cheaper" to what is measured, and which end wins."""

import re
from dataclasses import replace

from assistant.comparing.known_properties import (
    COST,
    EQUITY,
    FOUNDED,
    LENGTH,
    OPENED,
    SIZES,
    Measure,
    Property,
)
from assistant.comparing.property import counted, label_of, tells_price
from assistant.question.grammar import base_form

_RANKING = (
    r"(?:old|young|new|earli|lat|soon|bigg|larg|small|great|long|short|cheap|prici|dear|high|low|"
    r"rich|broad|wid|deep|fast|quick|strict)(?:er|est)"
)
_WORD = re.compile(
    rf"\b(?P<word>{_RANKING}|more|most|fewer|fewest|less|least|first|before|after|further back)\b",
    re.I,
)
_LOWER = re.compile(
    r"^(?:old|first|earl|soon|before|further|small|few|cheap|short|low|less|least|fast|quick)", re.I
)
_BEGAN = re.compile(
    r"\b(?:older|oldest|younger|youngest|newer|newest|earlier|earliest|sooner|later|latest|first|"
    r"before|after|further back|more recent(?:ly)?|most recent(?:ly)?|"
    r"long\w* (?:history|established|in existence)|"
    r"(?:been|exist\w*|around|going|running|operat\w*|active)\b.*\b(?:long\w*)|"
    r"(?:more|most) years)\b",
    re.I,
)
# What is first in time may be any deed; only of a beginning it is known what to ask.
_IN_TIME = re.compile(r"before|after|first|earlie(?:r|st)|late(?:r|st)|soone(?:r|st)", re.I)
_BEGINS = re.compile(
    r"\b(?:start\w*|found(?:ed)?|open(?:ed|s)?|beg[aiu]n\w*|set up|establish\w*|creat\w+|launch\w*|"
    r"form(?:ed)?|c[ao]me (?:first|later|earlier|before|after)|"
    r"(?:is|was|are|were|been|there|around|exist\w*)\s+(?:there\s+|around\s+)?(?:first|earlier|later|before|after))\b",
    re.I,
)
# "Not older", "twice as many more", "five years older": more is claimed than an order.
_TURNED = re.compile(
    r"\b(?:not|no|never|neither|nor|nobody|none|twice|half|double|times|per ?cent|\d+|two|three|"
    r"four|five|six|seven|eight|nine|ten|twenty|hundred)\b|n't\b|%"
    r"|\b(?:less|least)\s+(?:cheap|old|new|young|small|short|few|low)\b",
    re.I,
)
_YOUNG = re.compile(r"\b(?:young\w*|new\w*|lat(?:er|est)|after|recent\w*)\b", re.I)
_OPENED = re.compile(r"\b(?:open(?:ed|s)?|inaugurated)\b", re.I)
_PRICED = re.compile(
    r"\b(?:cheap\w*|prici\w*|expensive|dear\w*|costs?|charges?|fees?|prices?|rents?|pays?|asks?)\b",
    re.I,
)
_PRICE = re.compile(
    r"\b(?P<noun>(?:[a-z-]+ )?(?:fee|price|rent|ticket|membership|desk|office|bench|cost)s?)\b",
    re.I,
)
_SUM = re.compile(r"\b(?:fee|price|rent|cost|membership)s?$", re.I)
# "Where is it cheaper to rent a desk?"
_TO_DO = re.compile(r"\bto\s+(?P<doing>[a-z]+(?:\s+(?!or\b)[a-z]+){0,4})(?:\s+(?:at|in))?$", re.I)
_IT = re.compile(r"\b(?:it|you|we|i)\b|^where\b", re.I)
_GOING = re.compile(r"^(?:go|get in|attend|visit|come|take part in)\b(?!\s+[a-z]{4})", re.I)
_MEMBERSHIP = re.compile(r"\b(?:member|membership|join)\b", re.I)
_CHEAP = re.compile(r"\b(?:cheap\w*|less|least|low\w*|small\w*|few\w*)\b", re.I)
_EQUITY = re.compile(r"\b(?:equity|stakes?|share|shares|ownership|cut)\b", re.I)
_LASTS = re.compile(r"\b(?:long|short)(?:er|est)\b", re.I)
# "More important" is no number of anything.
_DEGREE = re.compile(
    r"\b(?:is|are|was|were|seems?|sounds?)\s+(?:more|most|less|least)\s+[a-z]+\b(?!s\b)"
    r"(?<!s)(?:\s+(?:to|for|than|in|at)\b.*)?$",
    re.I,
)
_NUMBERS = re.compile(r"more|most|fewer|fewest|less|least|bigg\w+|great\w+", re.I)
_MASS = re.compile(
    r"^(?:money|capital|funding|space|turnover|revenue|venture capital|private capital)\b", re.I
)
_OF_MONEY = re.compile(
    r"\b(?:grant|investment|budget|turnover|revenue|prize|voucher|sum|amount)s?\b", re.I
)
_ADJECTIVE = re.compile(rf"\b(?:{_RANKING}|more|most|fewer|fewest|less|least)\b\s*", re.I)
_SIZED = re.compile(r"\b(?:bigg|larg|small|great)(?:er|est)\b", re.I)
_NOUN = re.compile(r"^(?:number of\s+)?(?P<noun>(?:[a-z-]+\s+){0,2}[a-z-]+)", re.I)
_LEFT = re.compile(
    r"^(?:(?:is|are|was|were|do|does|did|has|have|had|been|there|a|an|the|one|of|which|who|what|"
    r"where|whose|that|by|much|how|many)\s+)+",
    re.I,
)


def measure_of(clause: str) -> Measure | None:
    """Give what a clause ranks by, "has more members"; None when nothing is ranked.

    >>> measure_of("is older").properties[0].question, measure_of("is older").is_lower
    ('When was {} founded?', True)
    """
    found = _WORD.search(clause)
    if found is None or _TURNED.search(clause):
        return None
    word = found["word"].lower()
    after = clause[found.end() :].strip()
    if _BEGAN.search(clause) and not _leads_to_noun(after):
        return _begun(clause, word)
    if _EQUITY.search(clause):
        return _measure(_EQUITY_TAKEN, word=_said(word, "equity"), is_lower=_is_lower(word))
    if _PRICED.search(clause) and not _counts_after(after):
        cheap = bool(_CHEAP.search(clause))
        word = word if word not in {"more", "most", "less", "least"} else _dear(clause, word)
        return _measure(_priced(clause), word=word, is_lower=cheap)
    if _LASTS.search(clause):
        return _measure(_lasting(clause, found), word=word, is_lower=_is_lower(word))
    noun = _NOUN.match(re.sub(r"^(?:and|than|in|at)\b.*", "", after))
    if noun and not _DEGREE.search(clause):
        # "Stricter rules", "a larger office": no number of anything.
        is_number = _NUMBERS.fullmatch(word) or _OF_MONEY.search(after) or "number of" in clause
        return _counting(clause, word, noun["noun"]) if is_number else None
    if _SIZED.search(clause):
        return Measure(properties=SIZES, word=word, is_lower=_is_lower(word))
    return None


_EQUITY_TAKEN = Property(
    label="Equity",
    question="What share of equity does {} take?",
    otherwise="How much of the shares does {} take?",
    tells=EQUITY.tells,
)


def _begun(clause: str, word: str) -> Measure | None:
    """Rank by age; None where something else than a beginning was first."""
    if _IN_TIME.fullmatch(word) and not _BEGINS.search(clause):
        return None
    is_lower = not _YOUNG.search(clause)
    return _measure(_founded(clause), word=_said(word, ""), is_lower=is_lower)


def _measure(asked: Property, *, word: str, is_lower: bool) -> Measure:
    return Measure(properties=(asked,), word=word, is_lower=is_lower)


def _is_lower(word: str) -> bool:
    return bool(_LOWER.match(word))


def _said(word: str, noun: str) -> str:
    word = {"first": "first", "before": "earlier", "after": "later"}.get(word, word)
    return f"{word} {noun}".strip()


def _dear(clause: str, word: str) -> str:
    """Word the verdict on "charges more" and "less expensive"."""
    if "expensive" in clause:
        return f"{word} expensive"
    return f"costs {word}"


def _leads_to_noun(after: str) -> bool:
    """Whether what follows "earlier" is what it describes: "deadline"."""
    return bool(re.match(r"(?:deadline|date|call|closing|application)", after))


def _counts_after(after: str) -> bool:
    return bool(re.match(r"(?:members|companies|people|employees|students|staff)\b", after))


def _founded(clause: str) -> Property:
    if not _OPENED.search(clause):
        return FOUNDED
    return OPENED


def _priced(clause: str) -> Property:
    """Ask for a price in the words of the question: "the monthly fee"."""
    if _MEMBERSHIP.search(clause):
        return Property(
            label="Membership",
            question="How much do members of {} pay?",
            otherwise="What is the membership fee of {}?",
        )
    doing = _TO_DO.search(clause)
    if doing and _IT.search(clause[: doing.start()]):
        return _to_do(doing["doing"])
    plain = _ADJECTIVE.sub("", _LEFT.sub("", clause))
    noun = _PRICE.search(re.sub(r"^.*\b(?:the|a|an|its)\s+", "", plain))
    bare = noun["noun"].strip() if noun else ""
    if not bare or bare in {"cost", "costs"}:
        return COST
    if not _SUM.search(bare):
        return Property(label=label_of(bare), question=f"How much does a {bare} cost at {{}}?")
    return Property(
        label=label_of(bare),
        question=f"What is the {bare} at {{}}?",
        otherwise=f"How much is the {bare} of {{}}?",
        tells=tells_price(bare),
    )


def _to_do(doing: str) -> Property:
    """Ask what it costs to do something somewhere: "to rent a desk"."""
    if _GOING.match(doing):
        return replace(COST, otherwise="How much is a ticket to {}?")
    at = "" if re.search(r"\b(?:at|in|for|of|to)$", doing) else " at"
    return Property(
        label=f"Cost to {doing}",
        question=f"How much does it cost to {doing}{at} {{}}?",
        tells=tells_price("rent") if doing.startswith("rent") else "",
    )


def _lasting(clause: str, found: re.Match[str]) -> Property:
    """Ask how long something is: "where do firms stay longer"."""
    inner = re.match(r"^where\s+(?P<rest>(?:do|does|did|can)\s+.+)$", clause[: found.start()], re.I)
    if inner:
        return replace(LENGTH, question=f"How long {inner['rest'].strip()} at {{}}?")
    noun = _NOUN.match(clause[found.end() :].strip())
    if noun:
        return replace(
            LENGTH,
            question=f"How long is the {noun['noun']} at {{}}?",
            otherwise=f"How long does the {noun['noun']} of {{}} last?",
        )
    return LENGTH


def _counting(clause: str, word: str, noun: str) -> Measure:
    """Ask how many or how much there is of a noun."""
    noun = re.sub(r"\s+(?:than|in|at|on|of|to|with|for|there|does|do|is|are)\b.*$", "", noun)
    is_lower = _is_lower(word)
    verb = _LEFT.sub("", clause[: clause.lower().index(word)].strip() + " ").strip()
    said = f"{word} {noun}"
    if _MASS.match(noun) or _OF_MONEY.search(noun):
        asked = Property(
            label=label_of(noun),
            question=f"How much {noun} has {{}} {verb or 'got'}?"
            if _MASS.match(noun)
            else f"How large is the {noun} of {{}}?",
            otherwise=f"What is the {noun} of {{}}?",
        )
        return _measure(asked, word=said, is_lower=is_lower)
    if noun == "people" and verb and "employ" not in verb and "work" not in verb:
        asked = Property(
            label="People",
            question=f"How many people does {{}} {base_form(verb)}?",
            otherwise="How many participants does {} have?",
        )
        return _measure(asked, word=said, is_lower=is_lower)
    return _measure(counted(noun), word=said, is_lower=is_lower)
