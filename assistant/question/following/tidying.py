"""Writes a question as one: without what is only said around it, and not told before it is asked.

"Alfa won a prize in 2020, didn't it? which one?" asks "Which prize did Alfa win in 2020?".
"""

import re

from assistant.question.following.asker import told_of_oneself
from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.verbs import past_base
from assistant.question.following.wording import AND, bare, lowered
from assistant.question.grammar import AUXILIARY, possessive, with_capital
from assistant.question.inverting import asked_whether

_IN_FULL = {
    "ppl": "people", "yr": "year", "yrs": "years", "uni": "university", "unis": "universities",
    "org": "organisation", "orgs": "organisations", "dept": "department", "whats": "what's",
    "whos": "who's", "wheres": "where's", "hows": "how's", "ur": "your", "u": "you",
}  # fmt: skip
_SHORT = re.compile(rf"(?<![\w.@/’'-])(?:{'|'.join(_IN_FULL)})(?![\w.@/’'-])", re.I)
# What may stand behind a question without asking, in words.
_LONGEST_REST = 8
_CORRECTS = re.compile(r"\b(?:mean|meant|not|only|about|for|in|like|e\.?g)\b", re.I)
_OF_ONESELF = re.compile(r"\b(?:i|my|we|our|me|us|thanks|thank|sorry)\b", re.I)
_REST = re.compile(r"^(?P<asked>[^?]*\?)\s+(?P<rest>[^?]+)$")
_TILL = re.compile(r"\b(?:un)?til+\b(?=\s)", re.I)
_ASIDE = re.compile(
    r",?\s*\b(?:(?:do|would) you (?:happen to )?know|any (?:idea|clue)|by (?:the way|any chance)|"
    r"btw|pls|plz)\b(?=\s*(?:[?.]|$))"
    r"|,?\s*\bi (?:think|guess|wonder|believe|suppose)\b(?=\s*(?:[,?.]|$))",
    re.I,
)
# "Any idea what it cost?" asks as "do you know" does.
_TIE = r"^(?P<tie>(?:(?:and|so|but|ok(?:ay)?),?\s+)?)"
_ANY_IDEA = re.compile(
    rf"{_TIE}(?:got\s+)?any\s+(?:idea|clue|guess)s?\s+"
    r"(?=(?:what|who|whose|where|when|how|why|which|if|whether)\b)",
    re.I,
)
# "That thing" tells no more than "it" does.
_THING = re.compile(
    r"\b(?:that|this|the)\s+thing\b(?!\s+(?:of|that|which|about|with|in|on|for)\b)", re.I
)
_INCLUDING = re.compile(
    rf"{_TIE}(?:incl\.?|including)\s+"
    r"(?P<what>[a-zåäö][\w -]{2,40})$",
    re.I,
)
# "I meant Alfa, who runs that?" tells first, and then asks.
_MEANT_THEN = re.compile(
    r"^[^?]*\b(?:i|we)\s+mean(?:t)?\s+(?P<what>[^,?;]{2,60}?)\s*[,;–-]+\s+"
    r"(?P<asks>(?:what|which|who|whom|whose|when|where|why|how)(?:['’]s)?\s.*?)"
    r"\b(?:(?P<owns>its|their)|it|that|they|them)\b(?!\s+(?:that|who)\b)(?P<rest>.*)$",
    re.I,
)
# "How many kronor?", "what sum?"
_HOW_MUCH = re.compile(
    rf"{_TIE}(?:how\s+many\s+(?:kronor|crowns|euros?|dollars|pounds)|(?:what|which)\s+(?:sum|amount)|"
    r"what(?:[’']s|\s+is|\s+was)\s+the\s+(?:total|sum|amount)|how\s+much\s+(?:altogether|overall))"
    r"(?:\s+in\s+(?:total|all))?(?=\s*\?*$)",
    re.I,
)
# "For how long have they done so?"
_DONE_SO = re.compile(
    rf"{_TIE}(?:for\s+)?(?:how\s+long|since\s+when)\s+(?:have|has)\s+(?:they|it|he|she)\s+"
    r"(?:done|been\s+doing)\s+(?:so|that|it|this)(?:\s+(?:now|already))?\s*\?*$",
    re.I,
)
# "Är den äldre än Alfa?" is no question of "the older".
_IS_OLDER = re.compile(
    r"^(?P<is>is|was)\s+the\s+(?P<how>(?:more\s+)?[a-z]+(?:er|ive))\s+than\b", re.I
)
# "Who pays that?"
_PAYS_IT = re.compile(
    r"\b(?P<who>who(?:\s+(?:else|also))?\s+(?:pays|paid))\s+(?P<it>it|that|this|them)(?=\s*\?*$)",
    re.I,
)
# "So it is how old?"
_ASKED_LATE = re.compile(
    rf"{_TIE}(?P<it>it|they|that|this|he|she)(?:[’']s)?\s+(?P<is>is|are|was|were)\s+"
    r"(?P<asks>how\s+(?!come\b)[a-z]+|where|when|who|what)(?:\s+(?:exactly|then|now))?\s*\?*$",
    re.I,
)
_TAG = (
    r"(?:,?\s*(?:(?:did|does|has|was|is|had)n[’']?t\s+(?:it|they|he|she)|right|no|yes|correct|or)\b)?"
    r"\s*[?,.;–-]+\s*"
)
_TOLD = re.compile(
    rf"^(?P<who>.+?)\s+(?:(?:also|once|even|already|just)\s+)?(?P<verb>[a-z]+(?:-[a-z]+)?)\s+"
    rf"(?:an?|some|one)\s+(?P<what>[^,?.]+?){_TAG}(?:and\s+|but\s+|so\s+)?"
    r"(?:which(?:\s+one)?(?:\s+(?:is|was)\s+(?:it|that))?|what(?:[’']s|\s+(?:is|was))\s+(?:it|that)"
    r"(?:\s+called)?|who|whom)\W*$",
    re.I,
)
_USED_TO_BE = re.compile(
    rf"^(?P<who>.+?)\s+used to (?:be|do|work)\b[^?]*?{_TAG}(?:and\s+|but\s+|so\s+)?what\b[^?]*\W*$",
    re.I,
)
# "Who runs it day to day?" asks no more than who does.
_NOWADAYS = re.compile(
    r"(?<=\w)\s+(?:(?:from )?day[ -]to[ -]day|on a (?:daily|day[ -]to[ -]day) basis|"
    r"(?<=\bit )(?:now|today)|nowadays|these days|at the moment|at present|currently|right now)"
    r"(?=\W*$)",
    re.I,
)
# "Who had founded it?" asks no more than who did.
_HAD = re.compile(r"^((?:and\s+|but\s+)?who)\s+had\s+(?=[a-z]+ed\b)", re.I)
# "How many are they at the office?" counts people.
_STAFF = re.compile(
    r"^how many (?:people |employees )?(?:are|is) (?:they|you)\s+(?:(?:at|in|on) (?:the|their) "
    r"(?:office|company|team|staff|firm|payroll)|on staff)(?=\W*$)",
    re.I,
)
_ANY = re.compile(
    r"^(?P<told>[^?]+[,.!–-]\s+)?any\s+"
    r"(?P<what>(?!(?:more|others?|else|idea|clue|chance|one|of)\b)[a-zåäö][\w -]{2,60})$",
    re.I,
)
_CLAIMED = re.compile(r"^(?P<before>.*[.!]\s+)?(?P<claim>[^.?!]+)\?$")
# "Sorry, I meant Alfa?" asks for no nod.
_MEANT = re.compile(r"\b(?:i|we)\s+(?:mean|meant)\b", re.I)
_TOLD_BEFORE = re.compile(r"^.*[.!]\s+")
_LEADING = re.compile(r"^(?:The|That|This|These|She|He|It|They|Their|Its|An?|Our|My)\b")
_ASKS = re.compile(rf"^(?:{AUXILIARY}|what|which|who|whom|whose|when|where|why|how)\b", re.I)
_WHERE = re.compile(r"\s+(?=(?:in|on|at|from|for|by|with|of)\b)", re.I)


def tidied(question: str) -> str:
    """Write a question as one; itself where it is one already.

    >>> tidied("Alfa also co-started a park, didn't it? which one?")
    'Which park did Alfa co-start?'
    >>> tidied("The woman in charge won a title in 2023 I think, what was it?")
    'Which title did the woman in charge win in 2023?'
    >>> tidied("She used to be something quite different, no? what was it")
    'What was she before?'
    >>> tidied("which languages can I speak? my english is so so")
    'which languages can I speak?'
    >>> tidied("I run a bakery, any courses?")
    'I run a bakery, are there any courses?'
    >>> tidied("I meant Alfa, who runs that?"), tidied("incl parking?")
    ('Who runs Alfa?', 'parking included?')
    >>> tidied("any idea what that thing cost?")
    'do you know what it cost?'
    >>> tidied("so it is how old?")
    'so how old is it?'
    >>> tidied("Great. so they take equity?")
    'so do they take equity?'
    """
    plain = _SHORT.sub(_in_full, _TILL.sub("until", _ASIDE.sub("", question))).strip()
    plain = _STAFF.sub("How many people work there", _HAD.sub(r"\1 ", plain))
    plain = _THING.sub("it", _ANY_IDEA.sub(r"\g<tie>do you know ", plain))
    plain = _MEANT_THEN.sub(_asked_of_meant, plain)
    plain = _HOW_MUCH.sub(r"\g<tie>how much", plain)
    plain = _DONE_SO.sub(r"\g<tie>since when?", plain)
    plain = _IS_OLDER.sub(r"\g<is> it \g<how> than", plain)
    plain = _PAYS_IT.sub(r"\g<who> for \g<it>", plain)
    plain = _ASKED_LATE.sub(r"\g<tie>\g<asks> \g<is> \g<it>?", plain)
    if including := _INCLUDING.match(bare(plain)):
        return f"{including['tie']}{including['what']} included?"
    rest = _REST.match(plain)
    if rest and _says_nothing(rest["rest"]):
        plain = rest["asked"]
    if _ASKS.match(plain):
        return _NOWADAYS.sub("", plain) or question
    some = _ANY.match(bare(plain))
    if some and not _holds_verb(some["what"]):
        verb = "are" if is_plural(head_of(some["what"])) else "is"
        asked = f"{verb} there any {some['what']}?"
        return f"{some['told']}{asked}" if some["told"] else with_capital(asked)
    used = _USED_TO_BE.match(bare(plain))
    if used:
        who = _LEADING.sub(lambda first: first.group().lower(), used["who"])
        return f"What was {who} before?"
    told = _TOLD.match(plain)
    base = past_base(told["verb"].lower().rpartition("-")[2]) if told else ""
    if told is None or not base:
        return _claim_asked(plain) or question
    prefix, dash, _ = told["verb"].lower().rpartition("-")
    noun, *where = _WHERE.split(told["what"], maxsplit=1)
    who = _LEADING.sub(lambda first: first.group().lower(), told["who"])
    return " ".join([f"Which {noun} did {who} {prefix}{dash}{base}", *where]) + "?"


def _asked_of_meant(found: re.Match[str]) -> str:
    what = possessive(found["what"]) if found["owns"] else found["what"]
    return with_capital(f"{found['asks']}{what}{found['rest']}")


def _claim_asked(plain: str) -> str:
    """Ask what is told last and asked for a nod: "Great. So they take equity?"."""
    tied = AND.match(plain)
    found = _CLAIMED.match(plain[tied.end() :] if tied else plain)
    if found is None or _MEANT.search(found["claim"]) or told_of_oneself(found["claim"]):
        return plain
    claim = AND.sub("", found["claim"])
    asked = asked_whether(claim)
    is_tied = tied and not found["before"]
    before = _TOLD_BEFORE.sub("", tied.group()) if tied and is_tied else found["before"] or ""
    return f"{before}{lowered(asked) if is_tied else asked}" if asked else plain


def _in_full(found: re.Match[str]) -> str:
    whole = _IN_FULL[found.group().lower()]
    return with_capital(whole) if found.group()[0].isupper() else whole


def _holds_verb(what: str) -> bool:
    """Whether words tell something by themselves: "any company can apply"."""
    said = re.split(_WHERE, what)[0].split()
    return any(re.fullmatch(AUXILIARY, word, re.I) for word in said)


def _says_nothing(rest: str) -> bool:
    """Whether what stands behind a question neither asks nor says what is meant."""
    is_short = len(rest.split()) <= _LONGEST_REST and _OF_ONESELF.search(rest) is not None
    return is_short and not _ASKS.match(rest) and _CORRECTS.search(rest) is None
