"""Plainer wordings of a question: what people say in an idiom, documents say in a plain word.

"How many folks are on the payroll of X" asks for employees, and "how long has X existed" for the
year in which it began. Only what is asked is worded anew; whom it is asked of stays as typed.
"""

import re
from dataclasses import dataclass

from assistant.entities.kinds import is_known, kind_words
from assistant.question.following.phrases import is_plural
from assistant.question.grammar import with_capital
from assistant.question.plainer_forms import FORMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Plainer:
    """Other wordings of one question.

    Attributes:
        first: To be asked before the question itself, for the date since when something is so.
        instead: To be asked before it, too, and to be taken where answered.
        listed: To be asked before it, too, and taken where `lists_gain`.
        then: To be asked where the question itself is not answered.
    """

    first: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    then: tuple[str, ...] = ()


_PEOPLE = (
    r"(?:people|persons|folks?|staff(?: members)?|workers|co-?workers|colleagues|heads|men|souls)"
)
_SOME = r"(?P<who>(?:the\s+)?\S.*?)"
_LATELY = r"(?:\s+(?:now|so far|already|today|these days|at the moment|currently))?"
_EXISTED = re.compile(
    rf"^(?:for )?how (?:long|many years) (?:has|have) {_SOME} (?:existed|been (?:running|around|"
    rf"going|"
    rf"active|operating|in (?:existence|business|operation|being)))(?: for)?{_LATELY}$",
    re.I,
)
_OPEN = re.compile(
    rf"^(?:for )?how (?:long|many years) (?:has|have) {_SOME} been open{_LATELY}$", re.I
)
_BEEN = re.compile(
    rf"^(?:for )?how (?:long|many years) (?P<has>has|have) {_SOME} been (?P<rest>\S.*?){_LATELY}$",
    re.I,
)
_STAFF = (
    re.compile(
        rf"^how many {_PEOPLE}(?: (?:do|does|did|is|are|has|have|got|currently|there|now))* "
        rf"(?:work(?:s|ing)? (?:for|at|in|with)|(?:on|in) the (?:payroll|staff|team) (?:of|at)|"
        rf"employed (?:by|at|in)|on staff at) {_SOME}{_LATELY}$",
        re.I,
    ),
    re.compile(
        rf"^how many {_PEOPLE} (?:do|does|has|have|did) {_SOME} (?:employ|have on (?:its|their|"
        rf"the) "
        r"(?:payroll|staff|team)|have working (?:for|there).*|got working (?:for|there).*|got)$",
        re.I,
    ),
    re.compile(
        rf"^(?:what(?:['’]s| is| was)|how (?:big|large|high) (?:is|are|"
        rf"was)) (?:the )?(?:current )?(?:"
        r"head ?count|staff(?: size| number)?|workforce|number of (?:staff|employees|"
        r"people working)|"
        rf"(?:size|number) of the (?:staff|team|workforce)|team(?: size)?|payroll) (?:of|at|in|"
        rf"for) "
        rf"{_SOME}$",
        re.I,
    ),
    re.compile(rf"^how (?:big|large) is {_SOME}['’]s? (?:staff|team|workforce|head ?count)$", re.I),
)
_HEAD_OF = re.compile(
    r"^(?:the )?(?:head|boss|director|manager|ceo|leader|chief) of (?:the )?", re.I
)
_BOSS = re.compile(
    rf"^who(?:['’]s| is| are| was)? (?:the )?(?:(?:one )?in charge (?:of|at)|(?:big )?boss (?:of|"
    rf"at|over)|"
    r"at the helm of|(?:the )?head (?:of|at)|heading|leading|responsible for|"
    r"managing(?! director)|runs|manages|leads|heads|looks after|takes care of|"
    rf"top (?:person|"
    rf"dog|boss) (?:of|at)|calling the shots at) {_SOME}$",
    re.I,
)
_TASK_AT = re.compile(r"^(?:the\s+)?(?P<task>(?-i:[a-zåäö][\w-]*\s+){1,3}?)(?:at|within)\s", re.I)
_COST = re.compile(
    r"^(?:what|how much) (?:does|do|did|will|would|is|are|must|should) (?:it |i |we |one |you |"
    r"they |"
    r"people |participants )?(?:cost|pay|have to pay|charged?)(?: (?:me|us|you|one|a \w+|people))? "
    rf"(?:to|for) (?:(?:take part|participate|joining|join|taking part|be|attend|attending|get|"
    rf"go|enter|"
    rf"use|using|visit|sign up|a place|a seat|membership|entrance|entry)(?: (?:in|at|of|for|to|"
    rf"on))?) "
    rf"{_SOME}$",
    re.I,
)
_PRICE = re.compile(
    r"^(?:what(?:['’]s| is| are)|how (?:much|high|big|large) (?:is|are)) the "
    rf"(?:price|price tag|cost|fee|charge|rate)s? (?:of|for|at) {_SOME}$",
    re.I,
)
_WHOSE_PRICE = re.compile(
    r"^(?:what(?:['’]s| is| are)|how (?:much|high|big|large) (?:is|are)) "
    rf"{_SOME}['’]s? (?:price|cost|fee|charge|rate)s?$",
    re.I,
)
# "Who was the founder of Alfa?" is told by who founded it.
_HOLDER = re.compile(
    rf"^who(?:['’]s| is| are| was| were) (?:the )?(?:original |main |current )?"
    rf"(?P<role>co-?founders?|founders?|owners?|funders?|financiers?|organi[sz]ers?|operators?) "
    rf"(?:of|behind) {_SOME}$",
    re.I,
)
_DEED_OF = {
    "founder": "founded", "cofounder": "founded", "owner": "owns", "funder": "funds",
    "financier": "finances", "organiser": "organises", "organizer": "organises", "operator": "runs",
}  # fmt: skip
_IN_HANDS = re.compile(rf"^in whose hands (?:is|are) {_SOME}{_LATELY}$", re.I)
# What an investor looks at, it may invest in.
_LOOKED_AT = re.compile(
    rf"^(?:would|will|could|can|do|does) {_SOME} (?:even |ever )?(?:look at|consider|back|bet on|"
    r"put (?:any |their |some )?money in(?:to)?|be interested in) (?P<what>\S.*)$",
    re.I,
)
# "What won't they fund?" is put like "what do they not fund?".
_NOT_DONE = re.compile(
    rf"^what(?: (?:wo|do|does|would)n['’]t {_SOME} (?P<does>(?:invest in|fund|support|finance|back|"
    r"sponsor|accept|admit|take on|cover|pay for|include|help))"
    r"| (?:will|would|do|does) (?P<other>\S.*?) "
    r"not (?P<not>[a-z]+(?: in| for| on)?))$",
    re.I,
)
# Who shows people round gives guided tours.
_SHOWN = re.compile(
    rf"^(?P<asks>when|how often) (?:do|does|can) {_SOME} show (?:people|visitors|guests|groups|"
    r"us|me|one) (?:a?round|the place)$",
    re.I,
)
# What we would get out of something, its members get.
_GET_OUT_OF = re.compile(
    r"^what (?:(?:would|will|could|can|might|do|does) )?(?:we|i|you|one|anyone|"
    rf"somebody|a company) (?:get|gain|have) (?:out of|from|by)(?: (?:join|be)ing(?: an? member "
    rf"of| part of)?)? {_SOME}$",
    re.I,
)
_GAIN = re.compile(
    r"\b(?:gets?|gains?|benefit\w*|serv\w+|offer\w*|access|receiv\w+|included?s?)\b", re.I
)
# What went wrong with an event is why it was cancelled.
_WENT_WRONG = re.compile(
    rf"^what (?:went|has gone|had gone) wrong (?:with|at) {_SOME}"
    r"(?P<when>\s+(?:last (?:year|time|spring|summer|autumn|winter)|this year|in \d{4}))?$",
    re.I,
)
_CAME_OUT = re.compile(
    r"^(?:did|has|have) (?P<what>(?:an?|any|some) (?:new )?(?:compan(?:y|ies)|firms?|"
    r"business(?:es)?|start-?ups?|spin-?(?:offs?|outs?)))(?: ever)? (?:come|grow|grown|spring|"
    rf"sprung|emerged?|result(?:ed)?) (?:out of|from) {_SOME}$",
    re.I,
)
_AHEAD = re.compile(
    r"^who(?:['’]s| is| are) (?:currently |now )?(?:ahead|winning|in the lead|in front)(?: "
    rf"(?:in|of|at))? {_SOME}$",
    re.I,
)
_TREATED = re.compile(
    r"^(?P<what>(?:which|what) (?:subjects|topics|themes|fields|areas|questions|issues|matters)) "
    r"(?:is|are|were) (?:treated|covered|dealt with|discussed|addressed|handled|taken up) "
    rf"(?:in|by|at) {_SOME}$",
    re.I,
)


def plainer(query: str) -> Plainer:
    """Give plainer wordings of a question; none for most questions.

    Who runs a place that nobody is told to run is told by who is its head.

    >>> plainer("How long has Alfa existed?").first
    ('When was Alfa founded?',)
    >>> plainer("How old is Alfa?").then
    ('When was Alfa founded?',)
    >>> plainer("How many folks are on the payroll of Alfa?").then
    ('How many employees does Alfa have?',)
    >>> plainer("Who was the founder of Alfa?").then, plainer("In whose hands is Alfa now?").then
    (('Who founded Alfa?',), ('Who runs Alfa?', 'Who owns Alfa?'))
    >>> plainer("Who owns Alfa?")
    Plainer(first=(), instead=(), listed=(), then=())
    >>> plainer("What is Alfa called in Swedish?").instead
    ('What is the Swedish name of Alfa?',)
    """
    plain = " ".join(query.split()).rstrip("?!. ")
    if found := _EXISTED.match(plain):
        return _since(f"When was {found['who']} founded?")
    if found := _OPEN.match(plain):
        return _since(f"When did {found['who']} open?")
    if found := _BEEN.match(plain):
        return _since(f"Since when {found['has']} {found['who']} been {found['rest']}?")
    for form, then, template in FORMS:
        if found := form.match(plain):
            asked = (template.format(**found.groupdict(default="members")),)
            return Plainer(then=asked) if then else Plainer(instead=asked)
    if found := _GET_OUT_OF.match(plain):
        return Plainer(listed=(f"What do members get out of {found['who']}?",))
    return Plainer(then=_plainly(plain))


def _plainly(plain: str) -> tuple[str, ...]:
    """Give plainer wordings of what asks for no length of time; () for none."""
    for form in _STAFF:
        if found := form.match(plain):
            who = _HEAD_OF.sub("", found["who"])
            return (with_capital(f"how many employees does {who} have?"),)
    if (found := _BOSS.match(plain)) and not _is_task(found["who"]):
        who = found["who"]
        return (
            f"Who is the head of {who}?",
            f"Who is the director of {who}?",
            f"Who is responsible for {who}?",
        )
    if found := _HOLDER.match(plain):
        role = found["role"].lower().replace("-", "").removesuffix("s")
        return (f"Who {_DEED_OF[role]} {found['who']}?",)
    if found := _IN_HANDS.match(plain):
        return (f"Who runs {found['who']}?", f"Who owns {found['who']}?")
    if found := _COST.match(plain):
        return _priced(found["who"])
    if found := _PRICE.match(plain) or _WHOSE_PRICE.match(plain):
        # What has a price costs something; who has one charges it.
        return (*_priced(found["who"]), f"How much does {found['who']} charge?")
    return _in_deeds(plain)


def _in_deeds(plain: str) -> tuple[str, ...]:
    """Give plainer wordings of what asks what somebody does, or does not do; () for none."""
    if found := _LOOKED_AT.match(plain):
        return (f"Does {found['who']} invest in {found['what']}?",)
    if found := _NOT_DONE.match(plain):
        who, verb = found["who"] or found["other"], found["does"] or found["not"]
        return (f"What does {who} not {verb}?",)
    if found := _SHOWN.match(plain):
        return (with_capital(f"{found['asks']} are the guided tours of {found['who']}?"),)
    return _in_outcomes(plain)


def _in_outcomes(plain: str) -> tuple[str, ...]:
    """Give plainer wordings of what asks how something went, or what it holds; () for none."""
    if found := _WENT_WRONG.match(plain):
        who, when = found["who"], found["when"] or ""
        return (f"Why was {who} cancelled{when}?", f"Why was {who} closed{when}?")
    if found := _CAME_OUT.match(plain):
        return (f"Has {found['who']} led to {found['what']}?",)
    if found := _AHEAD.match(plain):
        return (f"What is the score in {found['who']}?",)
    if found := _TREATED.match(plain):
        does = "do" if is_plural(found["who"].split()[-1]) else "does"
        return tuple(
            f"{found['what']} {does} {found['who']} {verb}?" for verb in ("deal with", "cover")
        )
    return ()


def lists_gain(asked: str, answer: str) -> bool:
    r"""Whether an answer is a list of what is got out of something, which no item is about.

    >>> lists_gain("What do members get out of NOME?", "Members get:\n- advice")
    True
    >>> lists_gain("What do members get out of NOME?", "Members get:\n- a place in NOME")
    False
    """
    lead, _, items = answer.lower().partition("\n- ")
    who = asked.lower().rstrip("?").partition(" out of ")[2]
    return bool(items) and _GAIN.search(lead) is not None and who not in items


def _is_task(what: str) -> bool:
    """Whether somebody is in charge of "marketing at X", which is not who heads X."""
    found = _TASK_AT.match(what)
    return found is not None and not any(
        is_known(kind_words(each)) for each in found["task"].split()
    )


def _priced(what: str) -> tuple[str, ...]:
    return (f"What is the price of {what}?", f"How much does {what} cost?")


def _since(*asked: str) -> Plainer:
    return Plainer(first=asked)
