"""What a yes-or-no question claims: a value that can be checked, and the question it answers.

"Did X open in 2012?" claims the value 2012 for "When did X open?". What the documents answer to
that affirms the claim or denies it.
"""

import re
from collections.abc import Iterator

from assistant.composing.claimed import Claim, ClaimKind
from assistant.composing.relation import RELATION, relation_of
from assistant.evidence.frequency import frequencies_in
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType

_OPENING = re.compile(
    r"^(?:(?:and|but|so|ok(?:ay)?|well|also|is it true that|please)\b[\s,]*)+", re.I
)
_AUXILIARY = re.compile(
    r"^(?P<aux>is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?:n['’]t)?\s+"
    r"(?P<rest>.+)$",
    re.I,
)
_DO = frozenset({"do", "does", "did"})
_ASKERS = frozenset({"i", "we", "you", "they", "it"})
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DATE = re.compile(
    r"\s*\b(?:(?:as early as|as late as)\s+)?(?:in|since|from|on|during|by|until|(?P<relation>"
    r"before|after|earlier than|later than))\s+"
    rf"(?:the\s+)?(?:year\s+|early\s+|late\s+|end of\s+|spring of\s+|summer of\s+|autumn of\s+)?"
    rf"(?P<value>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?"
    rf"(?:,?\s+{_YEAR})?\b|{_YEAR})\b",
    re.I,
)
# What is counted ends where something else begins.
_NO_NOUN = (
    r"(?!(?:in|at|on|of|for|from|to|by|with|and|or|that|who|which|as|per|than|since|during|there|"
    r"is|are|was|were|have|has|do|does|working|work|based|located|taking|take|left)\b)"
)
_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "(?:a |one )?(?:hundred|thousand|million|dozen)"
)
_QUANTITY = re.compile(
    rf"\b{RELATION}(?:a total of\s+)?(?P<value>\d+(?:[ ,.]\d{{3}})*(?:[.,]\d+)?|{_WORDS})\s+"
    rf"(?P<noun>{_NO_NOUN}[^\W\d][\w-]*(?:\s+{_NO_NOUN}[^\W\d][\w-]*){{0,2}})",
    re.I,
)
_LOCATED = (
    r"(?:located|based|situated|headquartered|held|founded|housed|organi[sz]ed|established|"
    r"registered|placed|built|born)"
)
_PLACE = re.compile(
    rf"^(?P<subject>.+?)\s+(?:(?:still|now|currently|really|actually)\s+)?"
    rf"(?:(?P<verb>{_LOCATED})\s+)?(?:in|at|near|on|outside)\s+(?P<value>\S+(?:\s+\S+){{0,4}})$",
    re.I,
)
_SEAT = re.compile(
    r"^(?P<subject>.+?)\s+(?P<verb>have (?:its|their|a|an)\s+(?:main |head )?"
    r"(?:headquarters|office|seat|base)|take place|lie)\s+(?:in|at|near)\s+"
    r"(?P<value>\S+(?:\s+\S+){0,4})$",
    re.I,
)
_PASSIVE = re.compile(
    r"^(?P<subject>.+?)\s+(?P<verb>(?:been\s+)?(?:\w+ed|led|run|built|held|set up|made|begun|"
    r"chosen|driven|given|known|owned|paid for|sold|bought|written))\s+by\s+(?P<value>.+)$",
    re.I,
)
# "Did X help to found Y?" asks whether X is one of those who did.
_ACTIVE = re.compile(
    r"^(?P<value>.+?)\s+(?:(?:(?:also|ever|really|actually|once)\s+)?help\s+(?:to\s+)?)?(?:co-?)?(?P<verb>fund|finance|sponsor|own|run|operate|manage|lead|head|chair|"
    r"organi[sz]e|host|found|establish|start|create|set up|build|develop|coordinate|administer|"
    r"pay for|design)\s+(?P<subject>.+)$",
    re.I,
)
# "The testbed" is one thing; "the start-ups" and "the costs of travel" are not.
_THE_ONE = re.compile(r"^(?:the|this|that)\s+(?:(?!of\b)[\w-]+\s+){0,3}?[\w-]*[^\Ws]$", re.I)
_PAST = {"run": "ran", "lead": "led", "build": "built", "set up": "set up", "pay for": "paid for"}
_ROLE = re.compile(
    r"^(?P<value>.+?)\s+(?:(?:still|currently|now|really)\s+)?the\s+(?P<role>(?:[\w-]+\s+){0,3}?"
    r"(?:ceo|cfo|cto|head|chair\w*|president|director|manager|leader|founder|owner|rector|boss|"
    r"coordinator|contact(?: person)?|chief \w+|capital|host|organi[sz]er|funder|operator))\s+"
    r"(?:of|at|for|behind)\s+(?P<subject>.+)$",
    re.I,
)
_MEMBER = re.compile(
    r"^(?P<value>.+?)\s+(?:(?:still|currently|also|now)\s+)?(?:an?|one of(?: the)?|among(?: the)?)"
    r"\s+(?P<qualifier>(?:\w+\s+){0,2}?)(?:co-?)?(?P<noun>member|partner|founder|funder|owner|sponsor|supporter|"
    r"participant|site|shareholder|company|companies|universit(?:y|ies))s?\s+"
    r"(?:of|in|at|behind|that (?:found|fund|own|support|run)(?:s|ed)?)\s+(?P<subject>.+)$",
    re.I,
)
# "Is the yearly event held in Lund?" does not ask how often.
_ATTRIBUTE = re.compile(r"\b(?:the|its|their|this|that|['’]s)\s+$", re.I)
_NOWADAYS = re.compile(
    r",?\s+(?:these days|nowadays|today|now|currently|at present|at the moment|any ?more|"
    r"any longer|so far|already|yet|by now|as well|too)$",
    re.I,
)
# "One of X's founders" is one of the founders of X.
_ITS = re.compile(
    r"(?<=\s)(?P<some>one of(?: the)?|among|an?|the)?\s?\b(?P<whose>(?:the )?[A-ZÅÄÖ][\w&.-]*"
    r"(?:\s[A-ZÅÄÖ][\w&.-]*)*)['’]s?\s(?P<noun>(?:co-)?(?:[a-z]+\s)?[a-z-]+)$"
)


# "Is Alfa a member of anything?" is not told by who its members are.
_OF_ANYTHING = re.compile(r"\b(?:of|in|at)\s+(?:any|some)(?:thing|where)\b", re.I)


def claim_of(question: str) -> Claim | None:
    """Give what a yes-or-no question claims; None when it holds no value that could be another.

    >>> claim_of("Did SciLifeLab open in 2012?").open_question
    'When did SciLifeLab open?'
    >>> claim_of("Does MTT have more than 50 members?").open_question
    'How many members does MTT have?'
    >>> claim_of("Is NOME funded by Vinnova?").open_question
    'Who is NOME funded by?'
    >>> claim_of("Does SmiLe take equity?")
    """
    plain = _OPENING.sub("", " ".join(question.split()).rstrip("?!. "))
    plain = _ITS.sub(r"\g<some> \g<noun> of \g<whose>", _NOWADAYS.sub("", plain))
    opening = _AUXILIARY.match(plain)
    if not opening or _OF_ANYTHING.search(plain):
        return None
    aux, rest = opening["aux"].lower(), opening["rest"]
    return next(_claims(aux, rest), None)


def _claims(aux: str, rest: str) -> Iterator[Claim]:
    """Try each form, the most telling first."""
    for attempt in (_money, _frequency, _number, _date, _role, _member, _place, _agent):
        claim = attempt(aux, rest)
        if claim:
            yield claim


def _money(aux: str, rest: str) -> Claim | None:
    found = next(
        (one for one in matches(AnswerType.MONEY, rest) if re.search(r"\d", one.group())), None
    )
    if found is None:
        return None
    before, value = rest[: found.start()], found.group().strip()
    relation = re.search(rf"{RELATION}$", before, re.I)
    said = relation["relation"] if relation and relation["relation"] else ""
    left = _joined(before.rstrip().removesuffix(said), rest[found.end() :])
    return Claim(
        kind=ClaimKind.MONEY,
        value=value,
        open_question=f"How much {aux} {left}?",
        relation=relation_of(said),
    )


def _frequency(aux: str, rest: str) -> Claim | None:
    """Take "Is X held every year?" for a claim of how often; an amount a year is none."""
    every = frequencies_in(rest)
    if len(every) != 1 or re.search(r"\d", rest[: every[0].start]):
        return None
    found = every[0]
    if _ATTRIBUTE.search(rest[: found.start]) and len(rest[found.end :].split()) > 1:
        return None
    left = _joined(rest[: found.start], rest[found.end :])
    left = re.sub(r"\s+(?:an?|the)(?:\s+(?:event|thing|meeting|one))?$", "", left)
    held = "" if aux in _DO or re.search(r"\b\w+(?:ed|en|held|run)\b", left) else " held"
    return Claim(
        kind=ClaimKind.FREQUENCY,
        value=rest[found.start : found.end],
        open_question=f"How often {aux} {left}{held}?",
    )


def _number(aux: str, rest: str) -> Claim | None:
    found = _QUANTITY.search(rest)
    if found is None or re.fullmatch(_YEAR, found["value"]):
        return None
    noun, left = found["noun"].strip(), _joined(rest[: found.start()], rest[found.end() :])
    is_subject = not rest[: found.start()].strip() and aux in _DO
    asked = f"How many {noun} {left}?" if is_subject else f"How many {noun} {aux} {left}?"
    return Claim(
        kind=ClaimKind.NUMBER,
        value=found["value"],
        open_question=asked,
        relation=relation_of(found["relation"]),
    )


def _date(aux: str, rest: str) -> Claim | None:
    found = _DATE.search(rest)
    if found is None:
        return None
    left = _joined(rest[: found.start()], rest[found.end() :])
    # "Is X from 2010?" asks when it began.
    if " " not in left and aux in {"is", "was", "are", "were"}:
        aux, left = "was", f"{left} founded"
    return Claim(
        kind=ClaimKind.DATE,
        value=found["value"],
        open_question=f"When {aux} {left}?",
        relation=relation_of(found["relation"]),
    )


def _role(aux: str, rest: str) -> Claim | None:
    found = _ROLE.match(rest)
    if found is None:
        return None
    asked = f"Who {aux} the {found['role']} of {found['subject']}?"
    return Claim(kind=ClaimKind.ROLE, value=found["value"], open_question=asked)


def _member(aux: str, rest: str) -> Claim | None:
    found = _MEMBER.match(rest)
    if found is None:
        return None
    noun = {"company": "founder", "companies": "founder"}.get(found["noun"], found["noun"])
    noun = noun.replace("university", "universities")
    plural = noun if noun.endswith("s") else f"{noun}s"
    asked = f"Who {'were' if aux in {'was', 'were'} else 'are'} the {plural} of {found['subject']}?"
    kind = found["qualifier"].strip()
    return Claim(kind=ClaimKind.MEMBER, value=found["value"], open_question=asked, qualifier=kind)


def _agent(aux: str, rest: str) -> Claim | None:
    passive = _PASSIVE.match(rest)
    if passive and aux not in _DO:
        subject, verb = passive["subject"], passive["verb"]
        return Claim(
            kind=ClaimKind.AGENT,
            value=passive["value"],
            open_question=f"Who {aux} {subject} {verb} by?",
            verb=verb.removeprefix("been "),
        )
    active = _ACTIVE.match(rest)
    if (
        active is None
        or aux not in _DO
        or active["value"].lower() in _ASKERS
        or not (active["value"][0].isupper() or rest.islower())
    ):
        return None
    # Who "owns part of the start-ups" is no question about one thing.
    if not (_has_name(active["subject"]) or rest.islower()) and not _THE_ONE.match(
        active["subject"]
    ):
        return None
    verb = active["verb"].lower()
    past = _PAST.get(verb, f"{verb.removesuffix('e')}ed")
    first, *more = verb.split()
    said = (
        past if aux == "did" else " ".join([f"{first}{'es' if first[-2:] == 'sh' else 's'}", *more])
    )
    return Claim(
        kind=ClaimKind.AGENT,
        value=active["value"],
        open_question=f"Who {said} {active['subject']}?",
        verb=verb,
    )


def _has_name(said: str) -> bool:
    return any(word[0].isupper() for word in said.split())


def _place(aux: str, rest: str) -> Claim | None:
    found = _SEAT.match(rest) if aux in _DO else _PLACE.match(rest)
    if found is None or (aux not in _DO and aux not in {"is", "are", "was", "were"}):
        return None
    subject, verb, value = found["subject"], found["verb"], found["value"]
    names = value[:1].isupper() or rest.islower()
    if not names or not (verb or _is_thing(subject, rest)):
        return None
    return Claim(
        kind=ClaimKind.PLACE,
        value=value,
        open_question=f"Where {aux} {subject} {verb or 'located'}?",
    )


def _is_thing(subject: str, rest: str) -> bool:
    """Whether a subject is complete, so that "in Lund" after it tells where it is."""
    last = subject.split()[-1]
    starts = subject.split()[0].lower() in {"the", "its", "their", "this", "your"}
    return last[:1].isupper() or starts or (rest.islower() and " " not in subject)


def _joined(before: str, after: str) -> str:
    return " ".join(f"{before} {after}".split())
