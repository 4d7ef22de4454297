"""Names typed in small letters: where nothing but a name can stand, they get their capitals back.

"is livra older than grafit" can only ask of two names; "do I pay at the start or at the end" has
none. A place counts only when words that compare surround it, since most small words are no names.
"""

import re

from assistant.question.grammar import AUXILIARY, MONTHS

_NO_NAME = (
    r"(?:an?|the|my|our|your|his|her|their|its|it|they|we|i|you|me|us|them|this|that|these|those|"
    r"any|some|each|every|all|both|either|neither|one|ones|two|three|four|five|six|seven|eight|nine|"
    r"ten|other|others|last|next|year|years|month|months|weeks?|days?|ago|now|today|average|before|"
    r"after|usual|normal|expected|planned|than|to|in|at|by|of|on|for|from|with|or|and|but|if|not|no|"
    r"more|less|most|least|fewer|much|many|lot|there|here|who|what|which|where|when|how|why|be|been|"
    r"being|have|do|does|did|get|got|as|so|compared|versus|vs|located|based|situated|"
    r"spring|summer|autumn|winter|morning|evening|weekends?|"
    rf"{'|'.join(MONTHS)}|founded|started|like|cost|costs|\d+|"
    rf"{AUXILIARY})\b"
)
_WORD = rf"(?!{_NO_NAME})[\wåäö][\w&'-]*"
_PIECE = rf"(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,3}}"
_SHORT = rf"(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,3}}?"
_AT = r"(?:at|in|for|of|with|by|to)"
_COMPARATIVE = (
    r"(?:(?:old|young|new|earli|lat|soon|bigg|larg|small|great|long|short|cheap|prici|dear|high|low|"
    r"rich)er|more|less|fewer|(?:old|young|new|bigg|larg|small|long|short|cheap|high|low)est|most|"
    r"first|least)"
)
_FOUNDED = (
    r"(?:founded|started?|set up|established|created|formed|launched|open(?:ed)?|begin|begun|"
    r"located|based|situated|found)"
)
_TAKE = r"(?:take|have|charge|give|offer|invest|cost|own|accept|ask|last|get|receive)"


def _list(joint: str) -> str:
    return rf"{_PIECE}(?:\s*,\s*{_PIECE})*\s*,?\s+{joint}\s+(?:{_AT}\s+)?{_PIECE}"


# Each finds names, or lists of them, in its groups.
_PLACES = tuple(
    re.compile(form, re.I)
    for form in (
        rf"^(?:which|who|what|where|when)\b.*\b{_COMPARATIVE}\b.*?[,:]\s*(?:{_AT}\s+)?"
        rf"(?P<names>{_list('or')})$",
        rf"^(?:which|who|where)\b.*\b(?:(?:more|fewer|most|less)\s+[a-z]+|"
        rf"(?!more|fewer|most|less){_COMPARATIVE})\s+(?:{_AT}\s+)?(?P<names>{_list('or')})$",
        rf"^(?:{AUXILIARY}|which|what|where|who)\s.*\b{_COMPARATIVE}\b.*?\b(?P<at>{_AT})\s+(?P<names>{_PIECE}\s+or\s+"
        rf"(?:(?P=at)\s+)?{_PIECE})$",
        rf"^{AUXILIARY}\s.*\b{_COMPARATIVE}\b.*?\b{_AT}\s+(?P<one>{_PIECE})\s+than\s+(?:{_AT}\s+)"
        rf"(?P<other>{_PIECE})$",
        rf"^(?:is|was|are|were)\s+(?P<one>{_SHORT})\s+(?:(?:a|much|any|lot|bit)\s+)*{_COMPARATIVE}\b"
        rf"(?:(?!\s{_AT}\s).)*\sthan\s+(?P<other>{_PIECE})$",
        rf"^(?:does|did|do|has|have)\s+(?P<one>{_SHORT})\s+[a-z]+\s+(?:(?:a|much|any)\s+)*"
        rf"{_COMPARATIVE}\b(?:(?!\s{_AT}\s).)*\sthan\s+(?P<other>{_PIECE})$",
        rf"^did\s+(?P<one>{_SHORT})\s+(?:start|open|begin)\s+(?:before|after|earlier than|"
        rf"later than)\s+(?P<other>{_PIECE})$",
        rf"^(?P<names>{_list('or')})\s*(?:[,:;?]|\s[-–—])\s*(?:which|who|what|how|where|is|are|does|"
        r"do)\b",
        rf"\bdifferences?\s+between\s+(?P<names>{_list('and')}),?\s+(?:in|on|when|regarding|as)\b",
        rf"^how (?:do|does|did)\s+(?P<names>{_list('and')})\s+(?:compare|differ)\s+(?:in|on|"
        r"as|when|regarding)\b",
        rf"\b(?:how|what|when|where|who)\b.*\b(?:at|of|for)\s+(?P<one>{_PIECE}),?\s+and\s+(?:how|"
        rf"what|when|where|who)\b(?:\s[a-z]+){{0,3}}?\s+(?:at|of|for)\s+(?P<other>{_PIECE})$",
        rf"^(?P<frame>(?:who|what|when|where|how)(?:\s[a-z]+){{1,4}})\s+(?P<one>{_PIECE}),?\s+and\s+"
        rf"(?P=frame)\s+(?P<other>{_PIECE})$",
        rf"^(?:when|where)\s+(?:was|were|are|is|did|do)\s+(?P<names>{_list('and')})\s+{_FOUNDED}$",
        rf"^how (?:old|big|large)\s+(?:are|is)\s+(?P<names>{_list('and')})$",
        rf"\b(?:does|did|is|at|of|in|for|has)\s+(?P<one>{_SHORT})\s+(?:{_TAKE}\s+)?compared\s+"
        rf"(?:to|with)\s+(?P<other>{_PIECE})$",
        rf"^(?:do|does|did)\s+(?:either\s+|both\s+)?(?P<names>{_SHORT}\s+(?:or|and)\s+{_SHORT})\s+"
        rf"{_TAKE}\b",
    )
)  # fmt: skip
_SPLIT = re.compile(rf"\s*,\s*|\s+(?:or|and)\s+(?:{_AT}\s+)?", re.I)
# Who tells that much writes names with capitals, in characters.
_LONGEST = 200
# "Members" and "startups" are kinds of things; names in the plural are rare.
_PLURAL = re.compile(r"(?<![suiy])s$|[aeo]ys$|ies$", re.I)


def with_capitals(plain: str) -> str:
    """Write the names that a question compares with capitals.

    >>> with_capitals("is livra older than grafit")
    'is Livra older than Grafit'
    >>> with_capitals("do members pay more than students")
    'do members pay more than students'
    """
    if len(plain) > _LONGEST:
        return plain
    for form in _PLACES:
        found = form.search(plain)
        if found is None:
            continue
        groups = [name for name in ("names", "one", "other") if found.groupdict().get(name)]
        pieces = [each for name in groups for each in _SPLIT.split(found[name])]
        if any(_PLURAL.search(each) for each in pieces if each[:1].islower()):
            continue
        for name in reversed(groups):
            written = "".join(_capital(each) for each in _kept(found[name]))
            plain = f"{plain[: found.start(name)]}{written}{plain[found.end(name) :]}"
        return plain
    return plain


def _kept(names: str) -> list[str]:
    """Split a list, with what joins it."""
    return re.split(rf"({_SPLIT.pattern})", names, flags=re.I)


def _capital(piece: str) -> str:
    if _SPLIT.fullmatch(piece):
        return piece
    return re.sub(r"(?<![\w'-])(?!the\b)[a-zåäö]", lambda found: found.group().upper(), piece)
