"""The clauses of one sentence that ask by themselves: "Who runs it, and is it free?"."""

import re

from assistant.question.clause import asks
from assistant.question.following.verbs import is_verb
from assistant.question.grammar import AUXILIARY, with_capital
from assistant.question.terms import words

_WH = r"(?:what|which|when|where|who|whom|whose|why|how)"
_PREPOSITION = (
    r"(?:in|on|at|from|by|to|for|with|of|until|till|since|under|during|through|before|after|about)"
)
_BEFORE = rf"(?:{_PREPOSITION}\s+)?"
_PLACE_OR_TIME = r"(?:what|which)\s+(?:year|city|town|country|place|language)"
# "Since when", "how long", "where to", "from how many towns", "which year": the rest was told.
BARE = (
    rf"(?:{_BEFORE}(?:when|where|why|whom?|how(?:\s+(?:long|often|far|big))?)"
    r"(?:\s+(?:to|from|for|with|by|exactly))?|what\s+for|(?:with|for|by|to|from)\s+what"
    rf"|{_PREPOSITION}\s+(?:what|which|whose|how\s+(?:many|much))(?:\s+(?!{AUXILIARY}\b)[a-zåäö-]+){{1,4}}"
    rf"|{_PLACE_OR_TIME})"
)
"""A pattern for what asks without a verb."""

_BARE_END = re.compile(rf"(?:,\s+{BARE})+$", re.I)
_IS_BARE = re.compile(BARE, re.I)
_ASKS_MANY = re.compile(r"(?:which|what|how many|who)(?:\s+(?:one|ones|else))?", re.I)
# What a passive is asked with: "Who founded X, and when?".
_OF_DEED = re.compile(
    r"(?:when|where|why|how|(?:in|at|from)?\s?(?:what|which)\s+(?:year|city|town|country|place))",
    re.I,
)
# Behind a comma alone, "which is in Lund" and "who came later" only describe.
_AND = re.compile(
    r",?\s+(?:and|&)\s+(?:(?:also|then|besides)\s+)?|;\s+(?:and\s+)?"
    rf"|,\s+(?={BARE}\W*$)"
    r"|,\s+(?=(?:what|when|where|how|why)\s+\w+\s|who\s+(?:(?:can|may)\b|\w+\s+(?:it|them)\b))",
    re.I,
)
_PRONOUN = r"(?:i|we|you|it|they|he|she|there)"
# "Who funds X", "what does it cost", "how many are there", "is it free", "what's on": with a verb.
_WHOLE = re.compile(
    rf"^(?:{_BEFORE}{_WH}(?:'s|'re|(?<=what)s|(?<=who)s|(?<=where)s)\s+\S+"
    rf"|{_BEFORE}{_WH}\b(?:\s+(?!{_PRONOUN}\b)[\w'-]+){{0,4}}?\s+{AUXILIARY}(?:n't)?\s+\S+"
    r"|who\s+(?:[a-z]+s|[a-z]+ed|set|ran|led|built|began|made|won|gave|paid|bought|sold|took)\s+\S+"
    rf"|{AUXILIARY}(?:n't)?\s+(?:{_PRONOUN}|one|this|that|these|those|my|our|your|its|their|his|her|"
    r"the|an?|any|some|(?-i:[A-ZÅÄÖ][\w&.-]*))\s+\S+"
    r"|(?:does|did)\s+\w+\s+\S+)",
    re.I,
)
_COUNTED = re.compile(r"how\s+(?:many|much)\s+(?P<rest>\w.*)", re.I)
_MODAL = re.compile(
    r"(?:do|can|could|may|must|will|would|should)\s+(?P<noun>[a-z]+s|children|people|women|men)\s+\w.*",
    re.I,
)
_INVERTED = re.compile(
    r"^(?:where|when|why|how)\s+(?P<rest>(?:(?:do|does|did)\s+.+|"
    r"(?:is|are|was|were)\s+.+\s(?:\w+ed|held|built|made|run|sold|born)))$",
    re.I,
)
_NAMED = r"(?!(?:and|or|in|into|for|with|to|at|by)\s)[^\W\d][\w&.'-]*"
_DID_IT = re.compile(
    rf"^who\s+(?P<verb>[a-z]+ed)\s+(?P<what>(?:the\s+)?{_NAMED}(?:\s+{_NAMED}){{0,3}})$", re.I
)
# "Who founded and runs X" is asked of both.
_JOINED_VERBS = re.compile(r"^who\s+[a-z]+\s+(?:and|or)\s", re.I)
# "How many are there, and from where?" is told in one.
_EXISTING = re.compile(
    rf"^(?:how many\s.*\b{AUXILIARY}\s+there|"
    r"where\s+(?:is|are)\s+(?!.*(?:ing|ed|held)\b).+)$",
    re.I,
)
_CLOSED = re.compile(rf"{AUXILIARY}\b", re.I)
# What only names what was asked for before: "Is there a body for food, and what is it called?".
_NAMES_IT = re.compile(
    r"\b(?:name|called|named|which (?:one|ones|is it|are they)|who is it)\b", re.I
)
_ASKS_FOR_ONE = re.compile(rf"{AUXILIARY}\b|which\b|what\s+(?!{AUXILIARY}\b)\w", re.I)
# "The difference between how A works and how B does" is one question.
_INDIRECT = re.compile(
    r"\b(?:difference|differ|compare|between|tell|explain|describe|know|whether|wonder|decides?|"
    r"depends?)\b",
    re.I,
)
_TWO_WORDS = re.compile(
    rf"^(?P<first>{BARE})\s+(?:and|&)\s+(?P<second>{BARE})(?:\s+(?P<rest>{AUXILIARY}\s+.+))?$",
    re.I,
)
# "From when to when did it exist?" asks for its beginning and its end.
_SPAN = re.compile(
    r"^(?:from when (?:to|until|till) when|(?:between|in|during|from|for)?\s*(?:which|what) years|"
    r"from (?:which|what) year (?:to|until|till) (?:which|what) year)\s+"
    r"(?:did|was|were)\s+(?P<who>\S.*?)\s+(?:exist|run|last|operate|active|open|around|there|"
    r"in (?:operation|existence)|running|going)$",
    re.I,
)
_BOTH_ENDS = re.compile(
    r"^when did\s+(?P<who>\S.*?)\s+(?P<begin>start|begin|open)\s+and\s+(?:when did it\s+)?"
    r"(?:end|close|stop|finish)$",
    re.I,
)
_HANGING = re.compile(r"^(?P<asks>where|whom?)\s+(?P<end>to|from|for|with|by)$", re.I)
# What the second asks must be of something: named, or pointed to in the first.
_OF_SOMETHING = re.compile(
    r"\b(?i:it|its|it's|they|them|their|theirs|he|she|his|her|him)\b|(?<=\s)[A-ZÅÄÖ]|\bthere\b(?!$)"
)
# Several that a list will name cannot be asked about as one.
_OF_SEVERAL = re.compile(r"\b(?:they|them|their|theirs)\b", re.I)
_ASKS_SEVERAL = re.compile(r"(?:which|what\s+\w+s\b|are there|who are)\b", re.I)
_NAME = re.compile(r"(?<=\s)[A-ZÅÄÖ]")


def is_bare(clause: str) -> bool:
    """Whether a clause asks without a verb: "since when", "which ones"."""
    return bool(_IS_BARE.fullmatch(clause) or _ASKS_MANY.fullmatch(clause))


def is_closed(clause: str) -> bool:
    """Whether a clause is answered by yes or no."""
    return _CLOSED.match(clause) is not None


def is_indirect(clause: str) -> bool:
    """Whether what a clause asks is told within: "do you know who runs it"."""
    return _INDIRECT.search(clause) is not None


def names_it(before: str, clause: str) -> bool:
    """Whether a clause only asks what that is called for which was asked before."""
    return bool(_ASKS_FOR_ONE.match(before) and _NAMES_IT.search(clause))


def is_whole(clause: str) -> bool:
    """Whether a clause asks by itself, with a verb.

    >>> is_whole("how many get in"), is_whole("how many parks"), is_whole("are members of Alfa")
    (True, False, False)
    """
    if _WHOLE.match(clause):
        return True
    counted, modal = _COUNTED.match(clause), _MODAL.match(clause)
    if modal:
        return not is_verb(modal["noun"].lower())
    said = words(counted["rest"]) if counted else []
    return any(is_verb(word) and not word.endswith("s") for word in said)


def two_words(sentence: str, *, of_topic: bool) -> tuple[str, ...]:
    """Take "When and where was X founded?" apart; () where it is not such a question.

    >>> two_words("Where to and when do they move?", of_topic=False)
    ('Where do they move to?', 'When do they move?')
    >>> two_words("From when to when did Alfa exist?", of_topic=False)
    ('When was Alfa founded?', 'When was Alfa closed down?')
    """
    plain = sentence.rstrip("?!. ")
    if span := _SPAN.match(plain):
        return (f"When was {span['who']} founded?", f"When was {span['who']} closed down?")
    if both := _BOTH_ENDS.match(plain):
        who = both["who"]
        return (f"When did {who} {both['begin']}?", f"When was {who} closed down?")
    found = _TWO_WORDS.match(plain)
    if found is None or not (found["rest"] or of_topic):
        return ()
    return tuple(_asked(found[each], found["rest"] or "") for each in ("first", "second"))


def _asked(asks: str, rest: str) -> str:
    hanging = _HANGING.match(asks) if rest else None
    whole = f"{hanging['asks']} {rest} {hanging['end']}" if hanging else f"{asks} {rest}".strip()
    return with_capital(f"{whole}?")


def clauses_of(sentence: str, *, of_topic: bool = False) -> tuple[str, ...]:
    """Take one sentence apart where another question begins; itself alone where none does.

    Args:
        sentence: Asks one thing or more.
        of_topic: Whether each may leave out what it is about, as a follow-up does.
    """
    whole = (with_capital(f"{sentence.rstrip('?!. ')}?"),)
    if not asks(sentence) or is_indirect(sentence):
        return whole
    for border in _AND.finditer(sentence):
        first, second = sentence[: border.start()], sentence[border.end() :].rstrip("?!. ")
        told = _second(first, second, of_topic=of_topic) if is_whole(first) else None
        if told:
            is_named = of_topic or _NAME.search(first) is not None
            return (
                *clauses_of(first, of_topic=of_topic),
                *clauses_of(told, of_topic=is_named),
            )
    return whole


def _second(first: str, second: str, *, of_topic: bool) -> str | None:
    """Give the second question whole; None where it is none, or only names what the first found."""
    if _IS_BARE.fullmatch(second):
        return _told_before(first, second)
    if not is_whole(second) or names_it(first, second) or _kind(first) == _kind(second):
        return None
    is_named = of_topic or _NAME.search(first) is not None
    if _OF_SEVERAL.search(second) and not _OF_SEVERAL.search(first):
        return second if is_named and not _ASKS_SEVERAL.match(first) else None
    return second if is_named or _OF_SOMETHING.search(second) else None


def _told_before(first: str, asked: str) -> str | None:
    """Ask for a time, a place or a reason of what the first question tells; None where unclear."""
    if any(form.match(first) for form in (_ASKS_SEVERAL, _EXISTING, _JOINED_VERBS, _CLOSED)):
        return None
    inverted = _INVERTED.match(_BARE_END.sub("", first))
    if inverted:
        return _asked(asked, inverted["rest"])
    did = _DID_IT.match(first)
    is_told = did is not None and _OF_DEED.fullmatch(asked) is not None
    return f"{asked} was {did['what']} {did['verb']}" if did and is_told else asked


def _kind(question: str) -> str:
    """What a question begins with, if that may be shared: "which X and which Y"."""
    found = re.match(r"which\b", question, re.I)
    return found.group().lower() if found else question
