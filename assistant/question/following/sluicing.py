"""Questions of a few words behind what was just told: "They are moving, I heard. Where to?"."""

import re

from assistant.question.clause import asks
from assistant.question.clauses import BARE
from assistant.question.following.wording import AND
from assistant.question.grammar import with_capital
from assistant.question.inverting import IN_FULL, verb_first

_HEARD = (
    r"(?:(?:i|we|somebody|someone|people|they|a \w+)\s+)?(?:(?:just|also|have|[’']ve)\s+)*"
    r"(?:heard|hear|read|saw|see|think|thought|know|knew|was told|were told|understand|understood|"
    r"believe|gather|gathered|say|says|said|told me|told us)(?:\s+(?:somewhere|that))*\s+"
)
_SUBJECT = (
    r"(?P<who>(?:it|they|he|she|you|(?:the|its|their|your|this|that)\s+[\w-]+|"
    r"(?!(?:i|we|my|our|this|that|there)\b)(?-i:[A-ZÅÄÖ])[\w&.-]*"
    r"(?:\s(?-i:[A-ZÅÄÖ])[\w&.-]*)*))"
)
_TOLD = re.compile(
    rf"^(?:(?:so|apparently|supposedly)[\s,]+)?(?:{_HEARD})?{_SUBJECT}"
    rf"(?:[’'](?P<short>s|re|ve|ll)|\s+(?P<verb>[a-z]+))\b(?:\s+(?P<rest>[^.?!;]+?))?"
    r"\s*(?:[.!;,–-]|\.\.\.)+\s*(?:(?:and|but|so)\s+)?"
    rf"(?P<asked>{BARE}(?:,?\s+(?:and|&)\s+{BARE})*)\W*$",
    re.I,
)
_END = re.compile(r"^(?P<asks>where|whom?|what)\s+(?P<end>to|from|for|with|by)$", re.I)
# What is asked for by these is told by no more than a name: "Somebody left. Who?".
_LEADING = re.compile(r"^(?:It|They|He|She|You|The|Its|Their|Your|This|That)\b")
_UNFIT = frozenset({"who", "whom", "what"})


def sluiced(question: str) -> str:
    """Ask in whole what a few words ask of what was just told; itself where it is none.

    >>> sluiced("I heard they're moving. where to and when?")
    'Where are they moving to and when?'
    >>> sluiced("It moved last year, but why?"), sluiced("They left. Who?")
    ('Why did it move last year?', 'They left. Who?')
    """
    plain = AND.sub("", question)
    found = None if asks(plain) else _TOLD.match(plain)
    verb = (found["verb"] or IN_FULL[found["short"].lower()]).lower() if found else ""
    said = verb_first(verb, (found["rest"] or "") if found else "")
    if found is None or said is None:
        return question
    first, *others = re.split(r",?\s+(?:and|&)\s+", found["asked"])
    hanging = _END.match(first)
    word, end = (hanging["asks"], hanging["end"]) if hanging else (first, "")
    if word.lower() in _UNFIT and not end:
        return question
    who = _LEADING.sub(lambda word: word.group().lower(), found["who"])
    whole = " ".join(f"{word} {said.first} {who} {said.done} {end} {said.rest}".split())
    return f"{with_capital(' and '.join((whole, *others)))}?"
