"""Asks a yes or no of one thing more: "parking too?" after "What does it cost?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, with_capital

_ALSO = re.compile(
    r"^(?:(?:is|are)\s+(?:there\s+)?)?(?P<what>(?:(?:the|an?|any|some|my|our|your)\s+)?[a-zåäö][\w-]*"
    r"(?:\s+[a-zåäö][\w-]*){0,2}?),?(?:\s+(?:too|as well|also|included))+$",
    re.I,
)
_NO_THING = re.compile(
    rf"^(?:{AUXILIARY}|in|at|for|with|on|from|to|by|during|after|before|i|we|you|they|he|she|it|"
    r"that|this|me|us|them|who|what|when|where|why|how|which|not|maybe|really|only)\b",
    re.I,
)
_PRICE = re.compile(
    r"^(?:what\b.*\bcosts?\b|how much (?:is|are|does|do)\b|"
    r"what(?:[’']s| is| are) (?:the |our )?(?:\w+ )?(?:price|fee|cost|rent|charge)s?\b)",
    re.I,
)
# "What do members get?" asks for what parking may be, too.
_GIVES = re.compile(
    r"^(?:what|which [\w-]+)(?: else| all)?\s+(?P<verb>do|does|did|can|could|will|would)\s+"
    r"(?P<who>.+?)\s+(?P<does>get|offer|provide|have|give|include|rent|book|use|arrange|fund|support|"
    r"cover|pay for|finance|receive|need|lend|host|teach|sell|own)(?P<rest>\s.+)?$",
    re.I,
)
# "Does Alfa offer courses?" and "are there labs at Alfa?" ask for one of what may be more.
_GIVES_IT = re.compile(
    r"^(?P<begin>(?:do|does|did|can|could|will|would)\s+(?P<who>.+?)\s+(?:get|offer|provide|have|"
    r"give|include|rent|arrange|host|hold|organi[sz]e|cover|teach|sell)\s+)(?P<it>[a-zåäö].*)$",
    re.I,
)
_AT_NAME = re.compile(r"\s+(?:at|in|from)\s+(?:the\s+)?[A-ZÅÄÖ].*$")
_IS_THERE = re.compile(
    r"^(?:is|are|was|were)\s+there\s+(?P<it>[a-zåäö][^,?]*?)(?P<where>\s+(?:at|in|on)\s+.+)$", re.I
)
_ALIKE = (
    frozenset({"is", "are", "was", "were"}),
    frozenset({"do", "does", "did"}),
    frozenset({"has", "have", "had"}),
)


def one_more(question: str, discourse: Discourse) -> Condensed | None:
    """Ask a yes or no of one thing more: "parking too?"; None where none may be among others.

    What is paid with a price, or is given with other things, is what the last question asked for.
    """
    found, last = _ALSO.match(bare(AND.sub("", question))), discourse.last
    if found is None or last is None or _NO_THING.match(found["what"]):
        return None
    what, query = found["what"], bare(last.query)
    if discourse.names(what) or discourse.known.nearest(what):
        return None
    there = _IS_THERE.match(query)
    if there and last.names:
        verb = "Are" if is_plural(head_of(what)) else "Is"
        return Condensed(f"{verb} there {what}{there['where']}?")
    gives_it = _GIVES_IT.match(query)
    if gives_it and last.names:
        tail = _AT_NAME.search(gives_it["it"])
        # "Courses in English" and then "labs too?" asks for no labs in English.
        is_name = tail is not None and any(one.text in tail.group() for one in last.names)
        where = tail.group() if tail and is_name else ""
        return Condensed(f"{with_capital(gives_it['begin'])}{what}{where}?")
    gives = _GIVES.match(query)
    if gives:
        rest = gives["rest"] or ""
        verb = with_capital(gives["verb"].lower())
        return Condensed(f"{verb} {gives['who']} {gives['does']} {what}{rest}?")
    if not (_PRICE.match(query) and last.names):
        return None
    verb = "Are" if is_plural(head_of(what)) else "Is"
    return Condensed(f"{verb} {what} included at {last.names[0].text}?")


def is_alike(verb: str, asked: str) -> bool:
    """Whether a question begins with a form of the same verb."""
    said, first = verb.lower(), asked.split()[0].lower()
    return said == first or any({said, first} <= group for group in _ALIKE)
