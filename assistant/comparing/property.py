"""What is compared: words for a property to the question that is asked of each thing."""

import re
from dataclasses import replace

from assistant.comparing.known_properties import (
    AMOUNT,
    COST,
    COUNTED,
    EQUITY,
    FOUNDED,
    FUNDING,
    LENGTH,
    PLACE,
    SIZE,
    Property,
)
from assistant.question.grammar import AUXILIARY, base_form

# What words ask for in a comparison; anything else is asked as it stands.
_KNOWN = (
    (re.compile(r"\b(?:age|how old|(?:year|date|time) (?:of|they)|found(?:ed|ing|ation)|"
                r"start(?:ed)?|beg[au]n|beginning|establish\w*|set up|launch\w*|created)\b", re.I),
     FOUNDED),
    (re.compile(r"\b(?:funding|fund(?:s|ed|ers?)|financ\w*|paid for|who pays?(?: for)?|"
                r"money behind|backers?|sponsors?)\b", re.I), FUNDING),
    (re.compile(r"^(?:the )?(?:size|how (?:big|large)(?: (?:are|is))?"
                r"(?: (?:they|it|each|both)(?: (?:are|is))?)?)$", re.I), SIZE),
    (re.compile(r"\b(?:location|place|where (?:is|are|was|were)|located|situated|based)\b", re.I),
     PLACE),
    (re.compile(r"\b(?:equity|stakes?|shares?(?! of (?!equity|stock|the comp)))\b", re.I), EQUITY),
    (re.compile(r"^(?:the )?(?:costs?|prices?|fees?|charges?|"
                r"what (?:they|it|each) (?:charges?|costs?)|"
                r"how much (?:do(?:es)? )?(?:they|it|each) (?:charges?|costs?))$", re.I), COST),
    (re.compile(r"^(?:the )?(?:length|duration)$", re.I), LENGTH),
)  # fmt: skip
# "What amounts are we talking about" asks for the amounts.
_TALK = re.compile(
    r"^(?:what|which|what kind of|what sort of)\s+(?P<noun>(?:[a-zåäö]+\s+)?[a-zåäö]+s?)\s+"
    r"(?:are|is)\s+(?:we talking(?: about)?|it|there|involved|at stake|in play|on offer|offered)$",
    re.I,
)
_COMPARE = re.compile(
    r"^how (?:do|does|did) (?:they|it|the two|these) (?:compare|differ|stack up)\s*"
    r"(?:(?:on|in|by|regarding|when it comes to|in terms of)\s+(?:the\s+)?)?",
    re.I,
)
_AMOUNT = re.compile(r"^(?:(?:what )?(?:amounts?|sums?)|how much(?: money)?(?: is it)?)$", re.I)
_THEY = re.compile(
    r"\b(?:each (?:one )?of (?:them|the two)|both of them|the two(?: of them)?|each one|they both|"
    r"they|it|them|each|both)\b",
    re.I,
)
_PLURAL = (("do", "does"), ("are", "is"), ("were", "was"), ("have", "has"))
# "Who are the members" asks for a noun.
_WH_IS = re.compile(
    r"^(?:who|what)\s+(?:is|are|was|were)\s+(?:the|their|its)\s+(?P<noun>[a-zåäö]+)$", re.I
)
_WH = re.compile(
    r"^(?:in |at |by |for |with |from )?(?:what|who|whom|whose|where|when|which|how)\b", re.I
)
_AUX = re.compile(rf"^{AUXILIARY}\b", re.I)
_HOW_LARGE = re.compile(r"^how (?:big|large|high) (?:are|is) (?:the|their|its) (?P<noun>.+)$", re.I)
_HOW_MANY = re.compile(
    r"^how many\s+(?P<noun>(?:[a-zåäö]+\s+)?(?!(?:do|does|have|they|are|is)\b)[a-zåäö]+)$", re.I
)
_NUMBER_OF = re.compile(r"^(?:the\s+)?(?:number|amount|count) of\s+(?P<noun>[\w -]+)$", re.I)


def property_of(said: str) -> Property:
    """Give the property that words ask for: "funding", "when they started", "are they free".

    >>> property_of("whom they represent").question
    'Whom does {} represent?'
    >>> property_of("who are the members").question
    'Who are the members of {}?'
    """
    said = re.sub(r"^(?:the|their|its)\s+", "", said.strip(" ,:;?."))
    said = _TALK.sub(lambda found: found["noun"], _COMPARE.sub("", said))
    if _AUX.match(said):
        return claimed(said)
    for pattern, known in _KNOWN:
        if pattern.search(said):
            return known
    if _AMOUNT.match(said):
        return AMOUNT
    number = _NUMBER_OF.match(said) or _HOW_MANY.match(said)
    if number:
        return counted(number["noun"])
    large = _HOW_LARGE.match(said)
    if large:
        noun = re.sub(r"s$", "", large["noun"])
        return Property(label=label_of(large["noun"]), question=f"How large is the {noun} of {{}}?")
    who = _WH_IS.match(said)
    if who:
        return _noun(who["noun"])
    return _asked(said) if _WH.match(said) else _noun(said)


def _noun(said: str) -> Property:
    """Ask for what a noun names: a price, persons, or anything."""
    label = label_of(said)
    if _PRICE.search(said):
        one = re.sub(r"s$", "", said)
        return Property(
            label=label,
            question=f"What is the {one} of {{}}?",
            otherwise="How much does {} cost?",
            tells=tells_price(one),
        )
    if _COUNTABLE.fullmatch(said):
        return counted(said)
    if _SHARE_OF.match(said):
        return Property(label=label, question=f"What is the {said} of {{}}?", in_words=True)
    if _PERSONS.search(said):
        verb = "Who are" if said.endswith("s") else "Who is"
        return Property(
            label=label,
            question=f"{verb} the {said} of {{}}?",
            otherwise=f"What are the {said} of {{}}?",
            in_words=True,
        )
    verb = "What are" if said.endswith("s") and not said.endswith("ss") else "What is"
    return Property(label=label, question=f"{verb} the {said} of {{}}?", otherwise=f"{{}} {said}?")


def tells_price(noun: str) -> str:
    """Give a pattern for what tells a fee or a rent; "" for other prices.

    >>> bool(re.search(tells_price("fee"), "Stands cost SEK 900."))
    False
    """
    if re.search(r"\bfee$", noun):
        return r"\bfees?\b|\bmember\w* (?:pays?|costs?)\b|\bcharge[sd]?\b|\bpays? (?:SEK|EUR)\b"
    return r"\brent\w*|\blease|\blet at\b|\bper square\b" if re.search(r"\brent$", noun) else ""


_SHARE_OF = re.compile(r"^(?:share|proportion|percentage|part|amount) of\b", re.I)
_COUNTABLE = re.compile(
    r"(?:number of )?(?:[a-zåäö]+ )?(?:employees|staff|students|tenants|people|visitors)", re.I
)
_PRICE = re.compile(r"\b(?:prices?|fees?|costs?|rents?|charges?)$", re.I)
_PERSONS = re.compile(
    r"\b(?:owners?|members?|partners?|founders?|managers?|directors?|leaders?|heads?|chairs?|"
    r"organi[sz]ers?|participants?|chief executives?|ceos?)$",
    re.I,
)


def _asked(said: str) -> Property:
    """Ask a question about "they" of one: "how long do they last"."""
    one = _THEY.sub("{}", said, count=1) if _THEY.search(said) else f"{said} {{}}"
    for plural, singular in _PLURAL:
        one = re.sub(rf"\b{plural} (?=\{{\}})", f"{singular} ", one)
    # "Whom they represent" is asked as "Whom does it represent".
    one = (
        re.sub(r"^((?:\w+ )?\w+) (\{\}) (?!\w*s\b)(\w+)", r"\1 does \2 \3", one)
        if not re.search(r"\b(?:does|is|was|has|did|can|will|had) \{\}", one)
        else one
    )
    one = re.sub(r"\s*\b(?:respectively|each)$", "", one)
    return Property(
        label=label_of(_THEY.sub("", said)),
        question=f"{one[:1].upper()}{one[1:]}?",
        tells=_STANDS_FOR if re.search(r"\brepresents?\b", one) else "",
    )


# Whom an association represents, it says by what it is the association of.
_STANDS_FOR = (
    r"\brepresent|\b(?:association|organi[sz]ation|union|federation|body|network) "
    r"(?:in \w+ )?(?:of|for)\b|"
    r"\b(?:industry|trade) (?:association|organi[sz]ation)\b|\bvoice of\b|"
    r"\bmembers (?:are|include|comprise)\b"
)


def counted(noun: str) -> Property:
    """Ask how many of something there are; for those who work somewhere also in other words."""
    noun = re.sub(r"^(?:of )?(?:the |its |their )?", "", noun.strip())
    for known in COUNTED:
        if known.label.casefold() == noun.casefold():
            return known
    if re.search(r"\b(?:staff|people|personnel|workers|colleagues)$", noun):
        return replace(COUNTED[3], label=label_of(noun))
    return Property(
        label=label_of(noun),
        question=f"How many {noun} does {{}} have?",
        otherwise=f"How many {noun} are in {{}}?",
    )


def claimed(said: str) -> Property:
    """Ask by yes or no: "are they both non-profit", "takes equity"."""
    aux = _AUX.match(said)
    if aux:
        rest = _THEY.sub("", said[aux.end() :], count=1).strip()
        rest = re.sub(r"^both\s+", "", rest)
        word = dict(_PLURAL).get(aux.group().lower(), aux.group().lower())
        return Property(
            label=label_of(rest), question=f"{word.capitalize()} {{}} {rest}?", is_claim=True
        )
    verb, _, rest = said.partition(" ")
    return Property(
        label=label_of(said), question=f"Does {{}} {base_form(verb)} {rest}?", is_claim=True
    )


def label_of(said: str) -> str:
    """Word a row's label: what is asked, without the words that ask.

    >>> label_of("whom  represent")
    'Whom represent'
    """
    said = re.sub(r"^who (?:is|are) (?:the )?|\s+(?:at|of|in|to)$", "", said.strip(), flags=re.I)
    words = re.sub(r"^(?:what|how much|the)\s+|\b(?:does|do|did|is|are)\b", " ", said, flags=re.I)
    plain = " ".join(words.split())
    return f"{plain[:1].upper()}{plain[1:]}" or "Answer"
