"""What a comparison asks: of which things, in what, and whether one of them is to be named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """Something that can be compared.

    Attributes:
        label: How the table's row is called.
        question: The question about one thing, with "{}" for its name.
        otherwise: Another question, asked where the first finds no value; "" for none.
        in_words: Whether only a statement with a word for the property tells it.
    """

    label: str
    question: str
    otherwise: str = ""
    in_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A question that compares.

    Attributes:
        things: The names of what is compared, as asked.
        asked: The properties asked for; () for whatever both state.
        superlative: The adjective whose bearer is asked for: "older"; None for a table alone.
        is_claim: Whether the first thing is claimed to be its bearer: a yes-or-no question.
    """

    things: tuple[str, ...]
    asked: tuple[Property, ...]
    superlative: str | None = None
    is_claim: bool = False


FOUNDED = Property(
    label="Founded", question="When was {} founded?", otherwise="When did {} open or start?"
)
SIZE = Property(
    label="Size",
    question="How many members, companies or employees does {} have?",
    otherwise="How large is {}?",
)
FUNDING = Property(label="Funding", question="Who funds {}?", in_words=True)
PLACE = Property(label="Place", question="Where is {} located?")
COST = Property(label="Cost", question="How much does {} cost?")
LENGTH = Property(label="Length", question="How long is {}?")

# What words ask for in a comparison; anything else is asked as it stands.
_KNOWN = (
    (re.compile(r"\b(?:old\w*|age|found(?:ed|ing)|start\w*|begin\w*|establish\w*)\b", re.I),
     FOUNDED),
    (re.compile(r"\b(?:fund\w*|financ\w*|paid for|pays? for)\b", re.I), FUNDING),
    (re.compile(r"\b(?:size|larger?|largest|bigger|biggest|smaller|smallest|how (?:big|large))\b",
                re.I), SIZE),
    (re.compile(r"\b(?:location|place|where|located|site)\b", re.I), PLACE),
    (re.compile(r"\b(?:costs?|prices?|fees?|cheap\w*|expensive|entrance)\b", re.I), COST),
    (re.compile(r"\b(?:longer|longest|shorter|shortest|length|duration|how long)\b", re.I), LENGTH),
)  # fmt: skip
_NAMES = r"(?P<names>.+?)"
_ON = (
    r"(?:,?\s+(?:on|by|in terms of|regarding|with regard to|when it comes to|with respect to|as to|"
    r"in|concerning|for)\s+(?P<what>.+))?"
)
_FORMS = (
    re.compile(
        rf"^(?:please )?(?:compare|contrast)\s+(?P<of>(?:the )?[\w' -]+? of\s+)?{_NAMES}{_ON}$",
        re.I),
    re.compile(
        rf"^how (?:do|does|did) {_NAMES} (?:differ|compare)(?: from each other)?{_ON}$", re.I),
    re.compile(
        r"^(?:what(?:'s| is| are| was)?\s+)?(?:the\s+)?(?:main\s+)?differences?\s+between\s+"
        rf"{_NAMES}{_ON}$", re.I),
    re.compile(rf"^{_NAMES}{_ON}\s+compared$", re.I),
    re.compile(r"^(?P<names>.+?\s(?:vs\.?|versus)\s.+?)(?:\s*[,:]\s*(?P<what>.+))?$", re.I),
)  # fmt: skip
_WHICH = re.compile(
    r"^(?:which|who|what)(?: one)?(?: (?:of|between|among)\s+(?P<early>[^,?]+?))?\s*,?\s*"
    r"(?:is|was|has|have|takes?|lasts?|costs?|opened|started|began)\s+(?:the\s+)?"
    r"(?P<super>\w+(?:er|est)|more \w+|most \w+|fewer \w+|first|earlier)\b[^,:?]*?"
    r"(?:\s*[,:]\s*(?P<late>[^?.]+?\s+or\s+[^?.]+?))?(?:[?.].*)?$",
    re.I,
)
_WHERE_LONGER = re.compile(
    r"^(?:where|which|who)\b"
    r"(?P<rest>[^,]*\b(?P<super>\w{2,}er|more \w+|fewer \w+|first)\b[^,]*),\s*"
    r"(?:at |in |with |by )?(?P<late>.+?\s+or\s+.+)$",
    re.I,
)
_THAN = re.compile(
    r"^(?P<aux>is|was|are|were|does|do|did|has)\s+(?P<one>.+?)\s+(?:(?:have|last|cost|take)\s+)?"
    r"(?P<super>\w{2,}er|more \w+|fewer \w+)(?:\s+\w+)?\s+than\s+(?P<other>[A-ZÅÄÖ].+)$",
    re.I,
)
_TWICE = re.compile(
    r"^(?P<one>(?:who|what|when|where|how|which)\b.+?),?\s+and\s+"
    r"(?P<other>(?:who|what|when|where|how|which)\b.+)$",
    re.I,
)
_COMPARED_WITH = re.compile(
    r"^(?P<what>.+?)\s+(?:at|in|of|for|does|is)\s+(?P<one>(?:the\s+)?[A-ZÅÄÖ].+?)\s+"
    r"(?:compared (?:with|to|and)|versus|vs\.?)\s+(?P<other>.+)$"
)
_SPLIT = re.compile(
    r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|vs\.?|versus|with|to|from|against)\s+", re.I
)
_LEADING = re.compile(r"^(?:both|between|the two|at|in|with|by|those of)\s+", re.I)
_POSSESSED = re.compile(r"^(?:the\s+)?(?P<what>[a-zåäö][\w\s-]*?)\s+of\s+(?P<name>[A-ZÅÄÖ].+)$")
_THEY = re.compile(r"\b(?:they|it|them)\b", re.I)
_TWO = 2


def comparison_of(question: str) -> Comparison | None:
    """Take a comparison apart; None when a question compares nothing.

    >>> comparison_of("Compare SISP and SwedenBIO on funding").things
    ('SISP', 'SwedenBIO')
    >>> comparison_of("Which is older, SciLifeLab or NOME?").superlative
    'older'
    >>> comparison_of("Which incubators are in Lund or Malmö?")
    """
    plain = " ".join(question.replace("’", "'").split()).rstrip("?!. ")
    forms = (_superlative, _claimed, _twice, _compared_with, _table)
    return next((made for form in forms for made in [form(plain)] if made), None)


def _superlative(plain: str) -> Comparison | None:
    found = _WHICH.match(plain) or _WHERE_LONGER.match(plain)
    if found is None:
        return None
    groups = found.groupdict()
    things = _things(groups.get("late") or groups.get("early") or "")
    if len(things) < _TWO or not all(any(c.isupper() for c in each) for each in things):
        return None
    said = found["super"].lower()
    asked = _property(said if said not in {"first", "earlier"} else "older", plain)
    if asked.label == LENGTH.label and groups.get("rest"):
        rest = " ".join(groups["rest"].replace(found["super"], " ").split())
        asked = Property(label=LENGTH.label, question=f"How long {rest} at {{}}?")
    return Comparison(things=things, asked=(asked,), superlative=said)


def _claimed(plain: str) -> Comparison | None:
    """Take "Is X older than Y?" apart."""
    found = _THAN.match(plain)
    if found is None or (not found["one"][:1].isupper() and not found["one"].startswith("the ")):
        return None
    said = found["super"].lower()
    return Comparison(
        things=(_bare(found["one"]), _bare(found["other"])),
        asked=(_property(said, plain),),
        superlative=said,
        is_claim=True,
    )


def _twice(plain: str) -> Comparison | None:
    """Take one question asked of two things apart: "Who runs X, and who runs Y?"."""
    found = _TWICE.match(plain)
    if found is None:
        return None
    one, other = found["one"].split(), found["other"].split()
    first = _shared(one, other)
    last = _shared(one[:first:-1], other[:first:-1])
    names = [" ".join(each[first : len(each) - last]) for each in (one, other)]
    if first < _TWO or not all(name[:1].isupper() for name in names):
        return None
    before, after = " ".join(one[:first]), " ".join(one[len(one) - last :])
    question = f"{before} {{}} {after}".strip()
    asked = Property(label=_label(f"{before} {after}"), question=f"{question}?")
    return Comparison(things=(_bare(names[0]), _bare(names[1])), asked=(asked,))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the words that two begin with in common."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a.casefold() != b.casefold():
            break
        count += 1
    return count


def _compared_with(plain: str) -> Comparison | None:
    found = _COMPARED_WITH.match(plain)
    if found is None:
        return None
    things = (_bare(found["one"]), _bare(found["other"]))
    opening = plain[: found.start("one")]
    asked = Property(label=_label(found["what"]), question=f"{opening}{{}}?")
    return Comparison(things=things, asked=(asked,))


def _table(plain: str) -> Comparison | None:
    for form in _FORMS:
        found = form.match(plain)
        if found is None:
            continue
        groups = found.groupdict()
        names, what = groups["names"], groups.get("what") or groups.get("of") or ""
        of = _POSSESSED.match(names)
        if of and not what:
            names, what = of["name"], of["what"]
        things = _things(names)
        if len(things) >= _TWO:
            asked = _asked(re.sub(r"^the\s+|\s+of\s*$", "", what.strip()))
            return Comparison(things=things, asked=asked)
    return None


def _asked(what: str) -> tuple[Property, ...]:
    pieces = [each for each in re.split(r",\s*|\s+and\s+", what) if each.strip()]
    return tuple(dict.fromkeys(_property(each.strip(), each.strip()) for each in pieces))


def _property(said: str, whole: str) -> Property:
    for pattern, known in _KNOWN:
        if pattern.search(said):
            return (
                known
                if known not in {COST, LENGTH}
                else Property(label=known.label, question=f"{_question_of(known, whole)}")
            )
    more = re.match(r"(?:more|most|fewer)\s+(?P<noun>\w+)", said)
    if more:
        return Property(
            label=_label(more["noun"]), question=f"How many {more['noun']} does {{}} have?"
        )
    if re.match(r"(?:what|who|whom|where|when|which|how)\b", said, re.I):
        asked = _THEY.sub("{}", said, count=1)
        asked = re.sub(r"^(\w+) (\{\}) (\w+)", r"\1 does \2 \3", asked)
        return Property(
            label=_label(_THEY.sub("", said)), question=f"{asked[:1].upper()}{asked[1:]}?"
        )
    return Property(label=_label(said), question=f"What is the {said} of {{}}?")


def _question_of(known: Property, whole: str) -> str:
    """Ask for a price or a length in the words of the question: "entrance price"."""
    noun = re.match(
        r"^(?:the\s+)?(?P<noun>[a-z][a-z ]*?(?:price|fee|cost|length|duration)s?)$", whole
    )
    return f"What is the {noun['noun'].rstrip('s')} of {{}}?" if noun else known.question


def _things(names: str) -> tuple[str, ...]:
    """Split names at commas and conjunctions; each piece must look like a name."""
    pieces = [_bare(each) for each in _SPLIT.split(names) if each.strip()]
    return tuple(dict.fromkeys(each for each in pieces if each))


def _bare(name: str) -> str:
    return _LEADING.sub("", name.strip(" ,?.")).removeprefix("the ").strip()


def _label(said: str) -> str:
    words = re.sub(r"^(?:what|how much|the)\s+|\b(?:does|do|did|is|are)\b", " ", said, flags=re.I)
    plain = " ".join(words.split())
    return f"{plain[:1].upper()}{plain[1:]}" or "Answer"
