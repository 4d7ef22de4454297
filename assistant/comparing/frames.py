"""Questions about one thing, with "{}" for its name, to the property that they ask for.

Most are asked as they stand. Where the documents tell the same in many words, as for who pays, the
property's own question is asked, which knows them.
"""

import re
from dataclasses import replace

from assistant.comparing.known_properties import (
    COST,
    FOUNDED,
    FUNDING,
    LENGTH,
    OPENED,
    PLACE,
    Property,
)
from assistant.comparing.property import counted, label_of, property_of
from assistant.question.grammar import AUXILIARY, base_form, with_capital

_FUNDED = re.compile(
    r"^(?:who\s+(?:funds?|financ\w+|pays?(?: for)?|bankrolls?|backs)\s+\{\}|"
    r"(?:how|who)\s+(?:is|are|gets)\s+\{\}\s+(?:funded|financed|paid)(?:\s+(?:for|by))*|"
    r"who\s+(?:stands|is)\s+behind\s+\{\}\s+financially|"
    r"where\s+does\s+\{\}(?:'s)?\s+(?:get its )?money\s+(?:come )?from)$",
    re.I,
)
_SPONSORED = re.compile(r"^who\s+(?:sponsors?|supports?)\s+\{\}$", re.I)
_PLACED = re.compile(
    r"^where\s+(?:is|are|do (?:i|we|you) find|can (?:i|we|you) find|does)\s+\{\}"
    r"(?:\s+(?:located|based|situated|found|sit|lie))?$",
    re.I,
)
_BEGAN = re.compile(
    r"^(?:when|how long ago|what year|in (?:what|which) year)\s+(?:was|did|were|is)\s+\{\}\s+"
    r"(?:founded|start(?:ed)?|set up|established|created|formed|launched|begin|come about|from)$"
    r"|^how old\s+(?:is|are)\s+\{\}$",
    re.I,
)
_OPENED = re.compile(r"^when\s+(?:was|did|were)\s+\{\}\s+(?:open|opened|inaugurated)$", re.I)
_COUNTING = re.compile(
    r"^how many\s+(?P<noun>[a-zåäö-]+(?:\s+(?!(?:are|is|do|does|has|have|work|study|there|at|in|"
    r"of|for|belong|came|come)\b)[a-zåäö-]+)?)\s+"
    r"(?P<verb>(?:(?:are|is|there|work|do|does|has|have|study|belong)\s+)*)"
    r"(?:(?:at|in|of|for|to)\s+)?"
    r"\{\}(?:\s+(?:have|has|got))?$",
    re.I,
)
_COMING = re.compile(
    r"^how many (?:people|visitors|guests|participants)\s+(?:came|come|went|go|attended|attend|"
    r"visited|visit|took part|take part|were|showed up|turned up)(?:\s+(?:to|at|in))?\s+\{\}$",
    re.I,
)
_WORKING = re.compile(r"\bwork\b", re.I)
_STUDYING = re.compile(r"\bstudy\b", re.I)
_LASTING = re.compile(r"^how long\s+(?:is|does|are|do)\s+\{\}(?:\s+(?:last|take|run))?$", re.I)
_HIGH = re.compile(
    r"^how (?:high|big|large|much)\s+(?:is|are)\s+(?:the\s+)?(?P<noun>[a-zåäö -]+?)\s+"
    r"(?:at|of|in|for)\s+\{\}$",
    re.I,
)
_COSTING = re.compile(
    r"^(?:what|how much)\s+(?:does|do)\s+\{\}\s+(?:cost|charge)$|^how much\s+is\s+\{\}$", re.I
)
_DANGLING = re.compile(r"\s+(?:at|in|of|for|by|to|from|with|on)$", re.I)


def property_in(frame: str) -> Property:
    """Give the property that a question with "{}" for a name asks for.

    >>> property_in("who pays for {}").question, property_in("how many students at {}").question
    ('Who funds {}?', 'How many students does {} have?')
    """
    frame = " ".join(frame.split())
    for pattern, known in (
        (_FUNDED, FUNDING), (_PLACED, PLACE), (_BEGAN, FOUNDED), (_LASTING, LENGTH),
        (_COSTING, COST), (_OPENED, OPENED),
    ):  # fmt: skip
        if pattern.match(frame):
            return known
    if _SPONSORED.match(frame):
        return replace(FUNDING, question=f"{with_capital(frame)}?", otherwise=FUNDING.question)
    counting = _COUNTING.match(frame)
    if counting:
        return _counted(counting)
    if _COMING.match(frame):
        return replace(
            counted("participants"),
            question=f"{with_capital(frame)}?",
            otherwise="How many visitors did {} have?",
        )
    high = _HIGH.match(frame)
    if high:
        return property_of(high["noun"])
    said = _DANGLING.sub("", frame.replace("{}", "").strip())
    made = Property(label=label_of(said), question=f"{with_capital(frame)}?")
    if re.match(r"how long\b", frame, re.I):
        return replace(made, label="Length", otherwise=LENGTH.otherwise)
    return made


_INDIRECT = re.compile(
    r"^(?P<asking>what|how much|how long|when|where|how)\s+"
    rf"(?P<subject>(?:(?:an?|the)\s+)?(?!{AUXILIARY}\b|much|long|many|old|big|large|high)[a-zåäö]+)\s+"
    rf"(?!{AUXILIARY}\b)(?P<verb>[a-zåäö]+)\b(?P<rest>.*)$",
    re.I,
)


def direct(frame: str) -> str:
    """Put a question that follows "compare" as one that stands alone.

    >>> direct("what a desk costs at {}"), direct("what outsiders pay at {}")
    ('what does a desk cost at {}', 'what do outsiders pay at {}')
    """
    found = _INDIRECT.match(frame)
    if found is None:
        return frame
    is_one = found["verb"].endswith("s") and not found["verb"].endswith("ss")
    verb = base_form(found["verb"]) if is_one else found["verb"]
    aux = "does" if is_one else "do"
    return f"{found['asking']} {aux} {found['subject']} {verb}{found['rest']}"


def _counted(found: re.Match[str]) -> Property:
    if _WORKING.search(found["verb"]):
        return counted("employees")
    return counted("students" if _STUDYING.search(found["verb"]) else found["noun"])
