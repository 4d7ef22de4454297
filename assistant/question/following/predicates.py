"""Questions that leave out "is it": "free for students?", "run by whom?", "bigger than Alfa?"."""

import re

from assistant.question.following.attaching import OF_DEEDS
from assistant.question.following.discourse import Discourse
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import with_capital

_ADVERB = (
    r"(?:(?:still|already|really|actually|also|always|fully|completely|mostly|partly|entirely|"
    r"totally|perhaps|maybe|currently|not)\s+)*"
)
_ADJECTIVE = (
    r"free|open|closed|public|private|paid|unpaid|cheap|expensive|costly|strict|new|old|"
    r"mandatory|compulsory|obligatory|voluntary|optional|available|confidential|anonymous|secret|"
    r"famous|well[- ]known|popular|independent|profitable|successful|active|alive|running|full|"
    r"fully booked|digital|online|in person|part-time|full-time|"
    r"remote|hybrid|local|regional|national|international|global|nordic|"
    r"non-?profit|not-for-profit|for-profit|commercial|refundable|tax-free|legal|safe|suitable|"
    r"close|near|nearby|far|relevant|similar|comparable|unique|temporary|permanent|interest-free|repayable|binding"
)
_COMPARATIVE = (
    r"cheaper|bigger|larger|smaller|older|newer|younger|longer|shorter|faster|slower|better|worse|"
    r"higher|lower|stricter|easier|harder|closer|(?:more|less)\s+[a-z]+(?:ive|ful|ous|al|able|ible|"
    r"ent|ant|ic|ed|ing|ict)|(?:earlier|later)(?=\s+than\b)"
)
_NOW = (
    r"based|located|situated|headquartered|housed|registered|owned|funded|financed|sponsored|"
    r"supported|backed|run|managed|operated|led|headed|chaired|organi[sz]ed|arranged|hosted|aimed|"
    r"meant|intended|designed|reserved|limited|restricted|connected|linked|related|affiliated|tied|"
    r"held|taught|offered|covered|certified|accredited|recogni[sz]ed|involved|used|inspired|"
    r"part|member"
)
_ONCE = (
    r"founded|started|set\s+up|created|established|initiated|built|opened|launched|bought|sold|"
    r"taken\s+over|merged|renamed|formed|invented|developed"
)
_TIED = r"by|in|at|to|for|from|with|on|under|near|outside|as|during|of|before|after|since|together"
# What may stand behind an adjective that says all: no noun, as in "free space?".
_BEHIND = (
    r"(?:for|to|in|at|of|on|with|from|by|than|or|and|as|if|when|during|until|even|only|enough|now|"
    r"today|again|too|there|here|all|this|that|outside|after|before|without)\b"
)
_PREDICATE = re.compile(
    rf"^(?P<said>{_ADVERB}(?:"
    rf"(?:too\s+|very\s+)?(?:{_ADJECTIVE}|{_COMPARATIVE})(?=\s+{_BEHIND}|$).*|"
    rf"(?:{OF_DEEDS})\s+(?:to|for|if|that|without)\s+.+|"
    rf"(?:{_NOW})\s+(?:{_TIED})\s+.+|"
    rf"(?P<once>(?:{_ONCE})\s+(?:{_TIED})\s+.+)))$",
    re.I,
)
_BY_WHOM = re.compile(
    rf"^(?P<deed>{_ADVERB}(?:{_NOW}|(?P<once>{_ONCE})))\s+(?P<asks>(?:by|for|with|to|from|as|in|at)\s+"
    r"(?:whom?|what|which\s+[a-z]+))$",
    re.I,
)
_WHERE = re.compile(
    rf"^(?P<deed>(?:{_NOW}|open|(?P<once>{_ONCE})))\s+(?P<asks>where|when|why|how|how\s+often|"
    r"since\s+when|until\s+when)$",
    re.I,
)
_ONLY_FOR = re.compile(r"^(?P<whom>for\s+[^,?]+?),?\s+(?:only|alone|exclusively)$", re.I)
# What is big, and by how much: the size is asked for.
_COST, _SIZE = "what {does} {it} cost", "how big {now} {it}"
_HOW = {
    "expensive": _COST, "costly": _COST,
    "cheap": _COST, "big": _SIZE, "large": _SIZE,
    "small": _SIZE, "old": "how old {now} {it}", "long": "how long {now} {it}",
}  # fmt: skip
# "Why so expensive?"
_WHY_SO = re.compile(
    rf"^why\s+(?:so|that|this|too|not)\s+(?P<how>{_ADJECTIVE}|big|small|large|slow|late|early|high|low|"
    r"hard|difficult|easy|[a-z]+(?:ive|ful|ous|ible|able))$",
    re.I,
)
_LANGUAGE = r"(?-i:[A-ZÅÄÖ])\w+(?:ish|an|ese|ch|ic)"
_IN_EITHER = re.compile(
    rf"^(?:is\s+it\s+)?(?P<which>in\s+{_LANGUAGE}\s+or\s+(?:in\s+)?{_LANGUAGE})$", re.I
)
_WHICH_LANGUAGE = re.compile(r"^(?:what|which)\s+languages?$", re.I)
_HOW_MANY_TIMES = re.compile(
    r"^how\s+many\s+times(?:\s+(?:an?|per|each|every)\s+(?:week|month|year))?$", re.I
)
# "A loan?", "so a company?"
_SUCH_A_THING = re.compile(
    r"^(?P<what>an?\s+(?:loan|grant|gift|prize|competition|course|event|company|foundation|"
    r"non-?profit|charity|programme|project|network|cluster|association|fund|authority|"
    r"university|incubator|accelerator|science\s+park|business|start-?up|festival|conference|"
    r"building|place|person))$",
    re.I,
)
# What a few words ask in whole.
_WHOLE = (
    (_HOW_MANY_TIMES, "how often does it take place"),
    (_SUCH_A_THING, "is it {0}"),
    (_ONLY_FOR, "only {0}"),
    (_WHY_SO, "why {now} {it} so {0}"),
    (_IN_EITHER, "{now} {it} {0}"),
    (_WHICH_LANGUAGE, "what {now} the language there"),
)
_QUITE = re.compile(r"^(?:(?:very|too|really|quite|so)\s+)+", re.I)


def with_subject(question: str, discourse: Discourse) -> str:
    """Write "Is it free for students?" for "free for students?".

    The question itself where it has a subject, and where nothing was spoken of.
    """
    tied = AND.match(question)
    start = tied.end() if tied else 0
    asks = bare(question[start:])
    if discourse.last is None or not asks or not asks[0].isalpha():
        return question
    # What it is about is looked for only where it is left out.
    if not _written(asks, is_plural=False):
        return question
    return with_capital(f"{_written(asks, is_plural=_is_plural(question, discourse))}?")


def _written(asks: str, *, is_plural: bool) -> str:
    """Give a few words with what they leave out; "" where they leave out nothing.

    >>> _written("free for students", is_plural=False), _written("run by whom", is_plural=False)
    ('is it free for students', 'by whom is it run')
    >>> _written("founded when", is_plural=False), _written("free desks", is_plural=False)
    ('when was it founded', '')
    """
    it = "they" if is_plural else "it"
    now, once = ("are", "were") if is_plural else ("is", "was")
    if how := _HOW.get(_QUITE.sub("", asks.lower())):
        return how.format(does="do" if is_plural else "does", now=now, it=it)
    for pattern, whole in _WHOLE:
        if found := pattern.match(asks):
            return whole.format(*found.groups(), now=now, it=it)
    for pattern in (_BY_WHOM, _WHERE):
        if found := pattern.match(asks):
            asked = re.sub(r" who$", " whom", found["asks"].lower())
            return f"{asked} {once if found['once'] else now} {it} {found['deed'].lower()}"
    found = _PREDICATE.match(asks)
    if found is None:
        return ""
    said = f"{found['said'][:1].lower()}{found['said'][1:]}"
    return f"{once if found['once'] else now} {it} {said}"


def _is_plural(question: str, discourse: Discourse) -> bool:
    topic = discourse.topic(question)
    return topic is not None and topic.is_plural
