"""What people tell of themselves decides what is asked: "We're 80 people. Is it free for us?".

It is put into the question's own words, "Is it free for a company with 80 employees?", so that it
is found, read and compared as if it had been asked so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence.measures import Measure, Measured, measured
from assistant.model import Conversation
from assistant.question.following.sentences import asks_by_itself, sentences
from assistant.question.following.verbs import past_base
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import with_capital

# So many turns back one told of oneself.
_TURNS = 6
_WE = r"(?:i|we)(?:[’'](?:m|re|ve)|\s+(?:am|are|have|run|own|lead|manage|started|start))?"
_OF_US = re.compile(
    rf"^(?:{_WE}|im|there\s+are|(?:my|our)\s+(?:company|firm|start-?up|business|team|shop|club|"
    r"association|organisation|school|"
    r"(?:(?:yearly|annual)\s+)?(?:turnover|revenue))(?:\s+(?:is|has))?)\b",
    re.I,
)
_TURN_OVER = re.compile(r"\bturn(?:ed|s)?\s+over\b", re.I)
# "We turned over 2 million": of what is paid with here.
_NO_CURRENCY = re.compile(
    r"\bturnover\s+(?:of|is|was)\s+(?:(?:about|around|roughly|only|just|almost|nearly)\s+)?"
    r"(?P<number>\w+(?:[.,]\d+)*\s+(?:million|billion|thousand))\b(?!\s*(?:[A-Z]{3}\b|[a-z]*kron|"
    r"euro|dollar|pound|crown))",
    re.I,
)
_CURRENCY = "kronor"
_OF_OTHER = re.compile(
    r"^my\s+(?P<who>(?!company|firm|start-?up|business|team|shop|club|association|organisation|"
    r"school)\w+(?:-in-law)?)(?:[’']s|\s+(?:is|has|was|turns|turned))\s",
    re.I,
)
_OF_SEVERAL = re.compile(
    r"^(?:we\b|there\b|our\b|my\s+(?:company|firm|business|start-?up|team))", re.I
)
_KIND = re.compile(
    r"^(?:(?:i|we)(?:[’'](?:m|re)|\s+(?:am|are|run|own|lead|manage))|im|my\s+[\w-]+(?:[’']s|\s+is)|"
    r"our\s+[\w-]+\s+is)\s+(?:(?:only|just|still|both|all)\s+)*(?P<what>an?\s+[a-zåäö][\w-]*"
    r"(?:\s+(?!(?:and|or|but|so|who|that|which|with|from|in|at|of|for|to|on|writing|working|making|"
    r"looking|doing|planning|studying|here|now|too|myself|based|called)\b)[a-zåäö][\w-]*){0,3})",
    re.I,
)
# What is younger than a year.
_SHORTER = re.compile(r"[\s-]*(?P<unit>months?|weeks?)\b", re.I)
_STUDIES = re.compile(
    r"^(?:i|we|my\s+[\w-]+)(?:[’'](?:m|s|re)|\s+(?:am|is|are))?\s+(?:studies|study|studying|"
    r"(?:at|in)\s+(?:the\s+)?(?:[\w-]+\s+)?(?:university|college)\b)",
    re.I,
)
# "I graduated two years ago": when that was decides.
_DID = re.compile(
    r"^(?:i|my\s+[\w-]+)\s+(?:(?:already|just|only|also)\s+)?(?P<did>[a-z]+)\b(?P<rest>.*\b(?:ago|last\s+"
    r"(?:year|spring|summer|autumn|month)|in\s+(?:19|20)\d\d))\W*$",
    re.I,
)
_MY = re.compile(r"\bmy\b", re.I)
# "Can I apply alone?", "I'm on my own."
_ALONE = re.compile(
    r"\b(?:(?:all\s+)?(?:alone|by\s+myself|on\s+my\s+own|single-handed(?:ly)?)|solo(?!\s+[a-z])|"
    r"without\s+(?:an?\s+|any\s+)?(?:co-?founders?|team|partners?|companions?))(?![\w’'-])",
    re.I,
)
_ONLY_ME = re.compile(
    r"^(?:i(?:[’']?m|\s+am)\s+(?:(?:just|only|still|all)\s+)*(?:alone|by\s+myself|on\s+my\s+own|solo)|"
    r"(?:it|there)(?:[’']?s|\s+is)\s+(?:just|only)\s+me|i\s+(?:have|[’']ve\s+got)\s+no\s+"
    r"(?:co-?founders?|team|partners?))\b",
    re.I,
)
_APPLIES_ALONE = re.compile(
    r"\bi\b(?![’']).*\b(?:apply|join|take\s+part|participate|qualify|enter|start|accepted|admitted|"
    r"eligible|get\s+in|sign\s+up|become)\b",
    re.I,
)
_ONE_PERSON = "one person"
# What depends on who asks.
_DEPENDS = re.compile(
    r"\b(?:free|costs?|cost|pay|pays|paid|prices?|priced|fees?|charged?|charges|discount|ticket|"
    r"membership|join|apply|allowed|admitted|accepted|eligible|qualif\w+|take\s+part|participate|"
    r"come|enter|let|give|gives|lend|look\s+at|consider|invest|fund|get|receive|grants?|support|help|too\s+\w+|"
    r"open\s+to|something\s+for)\b",
    re.I,
)
_SUBJECT = re.compile(
    r"\b(?:(?P<verb>do|are|am|have|were)\s+)?(?P<who>we|i)\b(?![’'])(?!\s+(?:ask|know|think|guess|"
    r"mean|wonder|find|see|read|say|reach|contact|call|talk|speak|write)\b)",
    re.I,
)
_OBJECT = re.compile(
    r"(?<!like )(?<!tell )(?<!show )\b(?:(?P<who>us|me)|someone like (?:us|me))\b", re.I
)
# "A tiny company" tells nothing that documents ask for.
_ANY_COMPANY = re.compile(
    r"\b(?<!year )(?<!old )(?:company|firm|business|organisation|team)$", re.I
)
_COSTS = re.compile(
    r"\b(?:free|costs?|pays?|prices?|fees?|charged?|discount|ticket|membership)\b", re.I
)
_OURS = re.compile(r"\s*,?\s*\b(?:like|such as)\s+(?:ours|us|mine|me)\b", re.I)
_HE = re.compile(
    r"\b(?:(?P<verb>does|is|has|was|can|may|must)\s+)?(?:he|she|him|her)\b(?![’'])", re.I
)
_APPLIES = re.compile(r"\b(?:need|apply(?:ing)? for|ask(?:ing)? for|want|look(?:ing)? for)\b", re.I)
_BEFORE_MARK = re.compile(r"\s+(?=[?.!])")
_ALSO = re.compile(r",?\s+(?:too|as well|also)(?=\W*$)", re.I)
_AGREED = {"do": "does", "are": "is", "am": "is", "have": "has", "were": "was"}
_PAY = re.compile(r"\bpay\s+(?=(?!SEK|EUR|USD)[A-ZÅÄÖ])")
_FOR = re.compile(r"\bfor\s+(?:an?|the)\s+\w", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, or for whom, as far as it was told.

    Attributes:
        named: "a company with 80 employees", "a student".
        is_other: Whether it is somebody else: "my son".
        is_now: Whether it was told with the question.
        is_several: Whether "we" told it, or it was told of "our company".
        decides: Whether what is true of anybody need not be true of them: of who is alone, or so
            old.
        told: The sentences that tell it, or the words.
    """

    named: str
    is_other: bool = False
    is_now: bool = True
    is_several: bool = False
    decides: bool = False
    told: tuple[str, ...] = ()

    def without_told(self, question: str) -> str:
        """Give a question without the sentences that tell of who asks; of others named in it."""
        for sentence in self.told:
            question = question.replace(sentence, " ")
        plain = _ALSO.sub("", _BEFORE_MARK.sub("", " ".join(question.split())))
        if not self.is_other:
            return plain
        return with_capital(_HE.sub(self._put, plain, count=1))

    def put_into(self, query: str) -> str | None:
        """Ask a standalone question for whom it is asked; None where that makes no difference."""
        if _DEPENDS.search(query) is None:
            return None
        if self.is_other:
            return query if self.named in query else None
        plain = _PAY.sub("pay for ", _OURS.sub("", query))
        for pattern in (_SUBJECT, _OBJECT):
            found = pattern.search(plain)
            if found and self._is_meant(found["who"] or ""):
                return with_capital(
                    f"{plain[: found.start()]}{self._put(found)}{plain[found.end() :]}"
                )
        is_told = self.is_now and _COSTS.search(query) and not _FOR.search(query)
        return f"{bare(query)} for {self.named}?" if is_told else None

    def _is_meant(self, who: str) -> bool:
        """Whether a pronoun is for who told: long ago "we" told of us, and "I" of me."""
        return self.is_now or (who.lower() in {"we", "us"}) is self.is_several

    def _put(self, found: re.Match[str]) -> str:
        verb = found.groupdict().get("verb")
        return f"{_AGREED.get(verb.lower(), verb)} {self.named}" if verb else self.named


def asker_of(question: str, conversation: Conversation) -> Asker | None:
    """Give who asks as told with a question, or not long before; None where nothing was.

    >>> asker_of("We're about 80 people. Is it free for us?", _NEW).named
    'a company with 80 employees'
    >>> asker_of("my son is 16, is he allowed to come?", _NEW).named
    'a 16-year-old'
    """
    told = _told(question)
    if told is not None:
        return told
    earlier = (_told(turn.question) for turn in conversation.turns[: -_TURNS - 1 : -1])
    found = next((one for one in earlier if one is not None and not one.is_other), None)
    return None if found is None else replace(found, is_now=False, told=())


def told_of_oneself(text: str) -> Asker | None:
    """Give who asks where a text tells that and asks nothing; None for any other."""
    asker = _told(text)
    return asker if asker and " ".join(asker.told).strip(" .!") == text.strip(" .!") else None


def turnover_told(text: str) -> str:
    """Give the turnover that a text tells, as it is told; "" for none.

    >>> turnover_told("we turned over 2 million last year"), turnover_told("we are 2 million")
    ('2 million kronor', '')
    """
    plain = _with_currency(text)
    found = (one for one in measured(plain) if one.measure is Measure.TURNOVER)
    return next((plain[one.start : one.end].strip() for one in found), "")


def _with_currency(told: str) -> str:
    plain = _TURN_OVER.sub("have a turnover of", told)
    return _NO_CURRENCY.sub(lambda found: f"{found.group()} {_CURRENCY}", plain)


_NEW = Conversation(conversation_id="")


def _told(question: str) -> Asker | None:
    """Give who asks, as one turn tells it."""
    for sentence in sentences(question)[1]:
        plain = _with_currency(AND.sub("", sentence))
        if asks_by_itself(sentence):
            continue
        if _ONLY_ME.match(plain):
            return Asker(named=_ONE_PERSON, decides=True, told=(sentence,))
        is_other = _OF_OTHER.match(plain) is not None
        if did := _did(plain):
            return Asker(named=did, is_other=is_other, decides=True, told=(sentence,))
        if not is_other and not _OF_US.match(plain):
            continue
        named = _named(plain, is_other=is_other)
        if named:
            is_several = _OF_SEVERAL.match(plain) is not None
            # Of whom so much is told, what is true of anybody need not be true.
            decides = any(one.measure is Measure.TURNOVER for one in measured(plain))
            return Asker(
                named=named,
                is_other=is_other,
                is_several=is_several,
                decides=decides,
                told=(sentence,),
            )
    alone = _ALONE.search(question) if _APPLIES_ALONE.search(question) else None
    return Asker(named=_ONE_PERSON, decides=True, told=(alone.group(),)) if alone else None


def _did(told: str) -> str:
    """Give "someone who graduated two years ago" of "I graduated two years ago"; "" for others."""
    found = _DID.match(told)
    if found is None or not (past_base(found["did"].lower())):
        return ""
    return f"someone who {found['did'].lower()}{_MY.sub('their', found['rest'])}"


def _named(told: str, *, is_other: bool) -> str:
    """Write who is told of as a question names somebody; "" where nothing tells."""
    kind = _KIND.match(told)
    what = kind["what"] if kind else "a student" if _STUDIES.match(told) else ""
    sizes = [one for one in measured(told) if not one.is_bound]
    if sizes:
        return _with_size(what, sizes, told, is_other=is_other)
    return "" if _ANY_COMPANY.search(what) else what


def _with_size(what: str, sizes: Sequence[Measured], told: str, *, is_other: bool) -> str:
    one = sizes[0]
    number = told[one.start : one.end].strip()
    match one.measure:
        case Measure.PEOPLE:
            return f"{what or 'a company'} with {number} employees" if not is_other else what
        case Measure.AGE:
            return what if what and not is_other else f"a {number}-year-old"
        case Measure.SINCE_STUDIES:
            return what
        case Measure.YEARS if unit := _SHORTER.match(told[one.end :]):
            return f"{what or 'a company'} that was founded {number} {unit['unit']} ago"
        case Measure.YEARS:
            return (
                what
                if what and "old" in what
                else f"{what or 'a company'} that is {number} years old"
            )
        case Measure.TURNOVER:
            return f"{what or 'a company'} with a turnover of {number}"
        case Measure.AMOUNT:
            is_asked = what and _APPLIES.search(told[: one.start])
            return f"{what} that applies for {number}" if is_asked else what
