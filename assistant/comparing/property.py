"""What is compared: words for a property to the question that is asked of each thing."""

import re
from dataclasses import dataclass, replace

from assistant.question.grammar import AUXILIARY, base_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """Something that can be compared.

    Attributes:
        label: How the table's row is called.
        question: The question about one thing, with "{}" for its name.
        otherwise: Another question, asked where the first finds no value; "" for none.
        in_words: Whether only a statement with a word for the property tells it.
        is_claim: Whether the question is answered by yes or no.
    """

    label: str
    question: str
    otherwise: str = ""
    in_words: bool = False
    is_claim: bool = False

    @property
    def is_founding(self) -> bool:
        """Whether it is asked when something came about."""
        return bool(_FOUNDING.match(self.question))

    @property
    def is_price(self) -> bool:
        """Whether it is asked what has to be paid."""
        return bool(_PRICE_ASKED.search(self.question))


_FOUNDING = re.compile(r"^When (?:was \{\} founded|did \{\} (?:open|start))", re.I)
_PRICE_ASKED = re.compile(r"\b(?:costs?|fee|price|rent|pay|charge)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Properties of which the first that all things tell decides, and which end is asked for.

    Attributes:
        properties: The first counts most; they measure the same in different ways.
        word: The word that asks: "older".
        is_lower: Whether the lowest value bears it.
    """

    properties: tuple[Property, ...]
    word: str
    is_lower: bool


FOUNDED = Property(
    label="Founded", question="When was {} founded?", otherwise="When did {} open or start?"
)
FUNDING = Property(
    label="Funding", question="Who funds {}?", otherwise="How is {} financed?", in_words=True
)
PLACE = Property(label="Place", question="Where is {} located?")
COST = Property(label="Cost", question="How much does {} cost?", otherwise="What is the fee at {}?")
LENGTH = Property(label="Length", question="How long is {}?", otherwise="How long does {} last?")
_COUNTED = tuple(
    Property(label=label, question=f"How many {noun} does {{}} have?", otherwise=otherwise)
    for label, noun, otherwise in (
        ("Members", "members", "How many companies belong to {}?"),
        ("Students", "students", ""),
        ("Companies", "companies", "How many companies are in {}?"),
        ("Employees", "employees", "How many people work at {}?"),
        ("Participants", "participants", "How many people take part in {}?"),
    )
)
SIZES = tuple(replace(each, otherwise="") for each in _COUNTED)
"""What the size of something may be told by, the surest first."""
SIZE = Property(
    label="Size",
    question="How many members, companies or employees does {} have?",
    otherwise="How large is {}?",
)
_EQUITY = Property(
    label="Equity",
    question="What share of equity does {} take?",
    otherwise="Does {} take equity in companies?",
)

# What words ask for in a comparison; anything else is asked as it stands.
_KNOWN = (
    (re.compile(r"\b(?:age|how old|(?:year|date|time) (?:of|they)|found(?:ed|ing|ation)|"
                r"start(?:ed)?|beg[au]n|beginning|establish\w*|set up|launch\w*|created)\b", re.I),
     FOUNDED),
    (re.compile(r"\b(?:funding|fund(?:s|ed|ers?)|financ\w*|paid for|pays? for|money behind|"
                r"backers?|sponsors?)\b", re.I), FUNDING),
    (re.compile(r"^(?:the )?(?:size|how (?:big|large)\b.*)$", re.I), SIZE),
    (re.compile(r"\b(?:location|place|where (?:is|are|was|were)|located|situated|based)\b", re.I),
     PLACE),
    (re.compile(r"\b(?:equity|stakes?|shares?)\b", re.I), _EQUITY),
    (re.compile(r"^(?:the )?(?:costs?|prices?|fees?|charges?|"
                r"what (?:they|it|each) (?:charges?|costs?)|"
                r"how much (?:do(?:es)? )?(?:they|it|each) (?:charges?|costs?))$", re.I), COST),
    (re.compile(r"^(?:the )?(?:length|duration)$", re.I), LENGTH),
)  # fmt: skip
_THEY = re.compile(
    r"\b(?:each (?:one )?of (?:them|the two)|both of them|the two(?: of them)?|each one|they both|"
    r"they|it|them|each|both)\b",
    re.I,
)
_PLURAL = (("do", "does"), ("are", "is"), ("were", "was"), ("have", "has"))
_WH = re.compile(
    r"^(?:in |at |by |for |with |from )?(?:what|who|whom|whose|where|when|which|how)\b", re.I
)
_AUX = re.compile(rf"^{AUXILIARY}\b", re.I)
_NUMBER_OF = re.compile(r"^(?:the\s+)?(?:number|amount|count) of\s+(?P<noun>[\w -]+)$", re.I)


def property_of(said: str) -> Property:
    """Give the property that words ask for: "funding", "when they started", "are they free".

    >>> property_of("whom they represent").question
    'Whom does {} represent?'
    """
    said = re.sub(r"^(?:the|their|its)\s+", "", said.strip(" ,:;?."))
    if _AUX.match(said):
        return claimed(said)
    for pattern, known in _KNOWN:
        if pattern.search(said):
            return known
    number = _NUMBER_OF.match(said)
    if number:
        return counted(number["noun"])
    if _WH.match(said):
        return _asked(said)
    return _noun(said)


def _noun(said: str) -> Property:
    """Ask for what a noun names: a price, persons, or anything."""
    label = label_of(said)
    if _PRICE.search(said):
        one = re.sub(r"s$", "", said)
        return Property(
            label=label,
            question=f"What is the {one} of {{}}?",
            otherwise="How much does {} cost?",
        )
    if re.fullmatch(r"(?:number of )?(?:employees|staff|students|tenants|people)", said, re.I):
        return counted(said)
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
    return Property(label=label_of(_THEY.sub("", said)), question=f"{one[:1].upper()}{one[1:]}?")


def counted(noun: str) -> Property:
    """Ask how many of something there are; for those who work somewhere also in other words."""
    noun = re.sub(r"^(?:of )?(?:the |its |their )?", "", noun.strip())
    for known in _COUNTED:
        if known.label.casefold() == noun.casefold():
            return known
    if re.search(r"\b(?:staff|people|personnel|workers|colleagues)$", noun):
        return replace(_COUNTED[3], label=label_of(noun))
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
    words = re.sub(r"^(?:what|how much|the)\s+|\b(?:does|do|did|is|are)\b", " ", said, flags=re.I)
    plain = " ".join(words.split())
    return f"{plain[:1].upper()}{plain[1:]}" or "Answer"
