"""Properties that are often compared, each with the questions and words that tell it."""

import re
from dataclasses import dataclass, replace

from assistant.question.grammar import MONTHS
from assistant.question.terms import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """Something that can be compared.

    Attributes:
        label: How the table's row is called.
        question: The question about one thing, with "{}" for its name.
        otherwise: Another question, asked where the first finds no value; "" for none.
        in_words: Whether only a statement with a word for the property tells it.
        tells: A pattern for such words; "" for those of the question.
        is_claim: Whether the question is answered by yes or no.
    """

    label: str
    question: str
    otherwise: str = ""
    in_words: bool = False
    tells: str = ""
    is_claim: bool = False

    @property
    def is_founding(self) -> bool:
        """Whether it is asked when something came about."""
        return bool(_FOUNDING.match(self.question))

    @property
    def is_price(self) -> bool:
        """Whether it is asked what has to be paid."""
        return bool(_PRICE_ASKED.search(self.question))

    @property
    def told_by(self) -> tuple[str, ...]:
        """Terms of what else may tell it: "the team has nine employees"."""
        return tuple(terms(_TEAM)) if self.question == COUNTED[3].question else ()

    @property
    def is_equity(self) -> bool:
        """Whether it is asked what share of a company is taken."""
        return self.label == "Equity"


_TEAM = "team staff office secretariat"
_FOUNDING = re.compile(r"^When (?:was \{\} founded|did \{\} (?:open|start))", re.I)
_PRICE_ASKED = re.compile(
    r"\b(?:costs?|fees?|price|rent|pay|charge|tickets?|entrance|how much is)\b", re.I
)


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
OPENED = Property(label="Opened", question="When did {} open?", otherwise="When was {} founded?")
FUNDING = Property(
    label="Funding",
    question="Who funds {}?",
    otherwise="How is {} financed?",
    in_words=True,
    tells=(
        r"\b(?:fund(?:s|ed|ing|ers?)\b|financ(?:e[sd]?|ing|ers?|iers?)\b(?! director)|"
        r"pa(?:ys?|id)\b(?!\s+(?:SEK|EUR|nothing|half|no|back|\d))|sponsor|backe[dr]|backing|donat|"
        r"support(?:s|ed)? (?:\w+ )?(?:by|from|the following)|grants? from|costs? of running|"
        r"shares? the costs?|covers? .{0,30}(?:budget|costs?)|made possible by|"
        r"money (?:comes?|from)|commitments)"
    ),
)
PLACE = Property(
    label="Place",
    question="Where is {} located?",
    tells=(
        r"\b(?:located|based|situated|tenant of|housed|head office|address)\b|"
        r"\b(?:[Ii]n|[Aa]t|on|near|beside|outside|within|next (?:door )?to)\s+(?:the\s+)?"
        rf"(?:[a-zåäö]+\s+){{0,3}}?(?!(?:{'|'.join(MONTHS)})\b)(?-i:[A-ZÅÄÖ])"
    ),
)
COST = Property(label="Cost", question="How much does {} cost?", otherwise="What is the fee at {}?")
AMOUNT = Property(
    label="Amount", question="How much money is {}?", otherwise="What amount does {} give?"
)
LENGTH = Property(label="Length", question="How long is {}?", otherwise="How long does {} last?")
COUNTED = tuple(
    Property(label=label, question=f"How many {noun} does {{}} have?", otherwise=otherwise)
    for label, noun, otherwise in (
        ("Members", "members", "How many companies belong to {}?"),
        ("Students", "students", ""),
        ("Companies", "companies", "How many companies are in {}?"),
        ("Employees", "employees", "How many people work at {}?"),
        ("Participants", "participants", "How many people take part in {}?"),
    )
)
SIZES = tuple(replace(each, otherwise="") for each in COUNTED)
"""What the size of something may be told by, the surest first."""
SIZE = Property(
    label="Size",
    question="How many members, companies or employees does {} have?",
    otherwise="How large is {}?",
)
EQUITY = Property(
    label="Equity",
    question="What share of equity does {} take?",
    otherwise="Does {} take equity in companies?",
    tells=(
        r"\b(?:equity|shares|share (?:of|in)|(?:our|its|the|a) share|stakes?|ownership)\b|"
        r"\b(?:takes?|receives?|gets?|wants?) "
        r"(?:about |up to )?\S+ (?:per cent|percent|%)|\bown nothing of\b"
    ),
)
