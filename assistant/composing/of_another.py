"""Values that are plainly of something else than what is asked for.

An investment is no fee, a date no age, and the price of a room not that of a lunch.
"""

import re

from assistant.comparing.values import may_be_price, says_amount
from assistant.composing.subject import spoken_before
from assistant.evidence.measures import Measure, measured
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType
from assistant.question.terms import asked_terms, terms

_HOW_MUCH_IS = r"\bhow much (?:is|are|was|were|for) (?:an? |one |the |your |their )?"
_PAID_FOR = (
    r"(?:tickets?|pass|passes|entry|entrance|admission|seats?|membership|rent|desks?|rooms?|"
    r"lunch|dinner|coffee|parking|courses?)"
)
# What is paid to whom is asked: "their fee", "what it costs", "how much members pay".
_FEE = re.compile(
    r"\b(?:fees?|prices?|charged?|charges)\b|\b(?:do|does|will|would)\b.*\bcost\b|"
    r"\bhow much\b.*\b(?:members?|participants?|visitors?|people|start-?ups|companies|guests|"
    r"we|i|you|one) (?:\w+ ){0,4}?pay\b|"
    # "How much is a ticket?"
    rf"{_HOW_MUCH_IS}(?:[\w-]+ ){{0,2}}?{_PAID_FOR}\b",
    re.I,
)
_PRICED = re.compile(
    r"^(?:what|how much) (?:does|do|did|would|will) (?!(?:it|they|that|this|one|we|i|you)\b)"
    r"(?:the |an? )?(?P<what>[^?]+?) cost\b|"
    r"\b(?:price(?: tag)?|cost|fee|rent|charge) (?:of|for) (?:the |an? )?(?P<of>[^?]+)|"
    rf"{_HOW_MUCH_IS}(?P<bought>(?:[\w-]+ ){{0,2}}?{_PAID_FOR})\b",
    re.I,
)
_WHERE = re.compile(r"\s+(?:at|in|of|from|for|by|with|to|on)\s+", re.I)
_LABELLED = re.compile(r"[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,2}: ")
_ENOUGH = 0.6
# So surely read, a price may be told in words that the question has not.
_WELL_READ = 3.0
_WHO_LEADS = re.compile(
    r"^who(?:['’]s| is| was| are| were)? (?:in charge of|responsible for|at the head of|leading|"
    r"running|heading|managing|leads?|led|runs?|ran|heads?|headed|manages?|managed|"
    r"the (?:\w+ )?(?:leader|head|manager|director|ceo|boss|chief|chair\w*) (?:of|for|at))\b",
    re.I,
)
_LEADING = re.compile(
    r"\b(?:lead(?:s|ing|ers?)?|led|runs?|ran|running|head(?!\s*(?:offices?|quarters|count))(?:s|ed|ing)?|"
    r"manag(?:es?|ed|ers?|ing)|"
    r"in charge|responsible|director|chair\w*|CEO)\b",
    re.I,
)
# What nobody is told to be responsible for may have begun with anybody.
_RESPONSIBLE = re.compile(r"\bresponsible\b", re.I)
# "A programme for women who lead companies" is not led by them.
_OF_SOME = re.compile(r"\b(?:for|to|by|with|of)\s+(?:[\w-]+\s+){1,4}?(?:who|that)\s+$", re.I)
_AGE = re.compile(r"\b(?:age limit|(?:minimum|maximum|lowest|highest|right) age|what age)\b", re.I)
_TELLS_AGE = re.compile(
    r"\b(?:aged?|ages|olds?|older|oldest|younger|youngest|adults?|born|of age)\b", re.I
)
# All of it, and one share of it.
_ALL = re.compile(r"\b(?:in total|in all|all in all|altogether|overall|total)\b", re.I)
_SHARE = re.compile(
    r"\b(?:first|each|every|per|a single|(?:a|one) (?:company|project|team|firm|person|time)|"
    r"at most|up to|between)\b",
    re.I,
)
# What a fund has to give, and not what it gives to one.
_FUND = re.compile(
    r"\bhow (?:much|big|large)\b.*\b(?:capital|under management|fund size|to invest|in the fund)\b",
    re.I,
)
_WORTH = re.compile(r"\bworth\b", re.I)
_WORTH_SO_MUCH = re.compile(
    r"\bworth\s+(?:(?:up to|about|around|some|at (?:least|most))\s+)?$", re.I
)
_COSTING = re.compile(r"\b(?:cost|price|fee|charge|pa(?:y|id)|rent|hire)\w*", re.I)
_COSTS_NOW = re.compile(r"\b(?:does|do|will|would)\b.*\bcost\b|\bfee\b|\bprice (?:for|of)\b", re.I)
_MILLIONS = re.compile(r"\b(?:million|billion|mkr|msek|meur|miljon\w*)\b", re.I)
_PERIOD = r"(?P<period>hour|day|night|week|month|quarter|year)"
_PERIOD_ASKED = re.compile(rf"\b(?:an?|per|each|every)\s+{_PERIOD}\b", re.I)
_PERIOD_TOLD = re.compile(rf"(?:\b(?:an?|per|each|every|for the)\s+|/\s?){_PERIOD}\b", re.I)
_LY = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month",
       "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year"}  # fmt: skip
_LY_WORD = re.compile(rf"\b(?:{'|'.join(_LY)})\b", re.I)
_WHO_FOUNDED = re.compile(
    r"^who(?:[’']s|\s+(?:is|are|was|were))?\s+(?:the\s+)?(?:(?:co-?)?founded|(?:co-?)?founders?\s+of|"
    r"started|set\s+up|created)\b",
    re.I,
)
_FOUNDERS_DID = re.compile(
    r"^(?:the|its|their|both|all)\s+(?:(?:co-?)?founders)\b(?:\s+of\s+(?:the\s+)?[A-ZÅÄÖa-zåäö][^,;]*?)?\s+"
    r"(?!(?:is|are|was|were|include\w*)\b)(?:had\s+)?(?:took|taken|met|won|wanted|participated|"
    r"formed|studied|worked|moved|sold|left|began|started|decided|came|got|developed|received|had)\b",
    re.I,
)
# Neither a small company nor a large one is a student.
_FOR_PEOPLE = re.compile(
    r"\b(?:for|do|does|will|would|must)\s+(?:an?\s+|the\s+)?(?:[a-z]+\s)?(?:students?|pupils?|teachers?|"
    r"researchers?|universit(?:y|ies)|schools?|associations?|private\s+persons?|individuals?|visitors?|"
    r"children|pensioners?)\b",
    re.I,
)
_PAID_BY_SIZE = re.compile(
    r"^(?:large|larger|big|bigger|small|smaller|medium-sized)\s+(?:and\s+[\w-]+\s+)?(?:compan(?:y|ies)|firms?|"
    r"businesses|enterprises)\s+pay",
    re.I,
)
_SUMMED = re.compile(r"\b(?:total\w*|all|altogether|overall|whole|entire|fund of|manages)\b", re.I)
_BOARD = re.compile(r"\b(?:on|of) (?:\S+ ){0,6}board\b", re.I)
_OF_BOARD = re.compile(r"\bboards?\b|\bchair\w*|\btrustees?\b|\bdirectors\b", re.I)


def is_of_another(analysis: Analysis, one: Candidate) -> bool:
    """Whether a statement tells a price, an age or a board that is asked for of another alone."""
    text = one.statement.text
    if _AGE.search(analysis.query) and not _tells_age(text):
        return True
    if _leads_others(analysis, one.statement) or _is_one_share(analysis, text):
        return True
    if _is_no_price(analysis, text) or _is_for_other_time(analysis, text):
        return True
    if _is_paid_by_companies(analysis, text) or _names_no_founder(analysis, text):
        return True
    around = f"{one.statement.passage.heading or ''} {one.statement.lead_in} {text}"
    if analysis.query[:3].lower() == "who" and _BOARD.search(analysis.query):
        return _OF_BOARD.search(around) is None
    return _is_given(analysis.query, text) or (
        not _is_well_read(one) and says_amount(text) and _leaves_out_priced(analysis, one)
    )


def _is_one_share(analysis: Analysis, text: str) -> bool:
    """Whether the whole sum is asked for and a text tells what one gets of it."""
    if analysis.asked_for.answer_type not in {AnswerType.MONEY, AnswerType.NUMBER}:
        return False
    asked = _ALL.search(analysis.query) or _FUND.search(analysis.query)
    return asked is not None and _SHARE.search(text) is not None and _SUMMED.search(text) is None


def _is_well_read(one: Candidate) -> bool:
    return bool(one.spans) and one.spans[0].score >= _WELL_READ


def _is_no_price(analysis: Analysis, text: str) -> bool:
    """Whether a price is asked for and a text tells what something is worth, or cost to build."""
    if not (analysis.asked_for.answer_type is AnswerType.MONEY and _FEE.search(analysis.query)):
        return False
    if _WORTH.search(text) and (not _COSTING.search(text) or _is_worth_alone(text)):
        return True
    return bool(_COSTS_NOW.search(analysis.query) and _MILLIONS.search(text)) and not (
        _MILLIONS.search(analysis.query)
    )


def _is_worth_alone(text: str) -> bool:
    """Whether all amounts tell what something is worth: "a voucher worth EUR 15,000 that pays"."""
    sums = matches(AnswerType.MONEY, text)
    return bool(sums) and all(_WORTH_SO_MUCH.search(text[: one.start()]) for one in sums)


def _is_for_other_time(analysis: Analysis, text: str) -> bool:
    """Whether what is paid a year is asked for, and a text tells what is paid a day alone."""
    if analysis.asked_for.answer_type is not AnswerType.MONEY:
        return False
    asked, told = _periods(analysis.query, _PERIOD_ASKED), _periods(text, _PERIOD_TOLD)
    return bool(asked and told) and not asked & told


def _is_paid_by_companies(analysis: Analysis, text: str) -> bool:
    """Whether it is asked what people pay, and a text tells what companies of some size do."""
    if analysis.asked_for.answer_type is not AnswerType.MONEY:
        return False
    is_of_people = _FOR_PEOPLE.search(analysis.query) is not None
    return is_of_people and _PAID_BY_SIZE.match(text) is not None


def _names_no_founder(analysis: Analysis, text: str) -> bool:
    """Whether founders are asked for, and a text tells what they did, not who they are."""
    return bool(_WHO_FOUNDED.match(analysis.query) and _FOUNDERS_DID.match(text))


def _periods(text: str, said: re.Pattern[str]) -> set[str]:
    """Give the periods for which something is paid: "a day", "yearly"."""
    plain = {found["period"].lower() for found in said.finditer(text)}
    return plain | {_LY[found.group().lower()] for found in _LY_WORD.finditer(text)}


def _leads_others(analysis: Analysis, statement: Statement) -> bool:
    """Whether who leads something is asked for, and a text only tells of some "who lead" others."""
    asked, text = _WHO_LEADS.search(analysis.query), statement.text
    if asked is None:
        return False
    if not analysis.named and not _is_near(analysis, analysis.query[asked.end() :], statement):
        return True
    leading = list(_LEADING.finditer(text))
    if _RESPONSIBLE.search(asked.group()) and not leading and not _LABELLED.match(text):
        return True
    return bool(leading) and all(_OF_SOME.search(text[: found.start()]) for found in leading)


def _is_near(analysis: Analysis, thing: str, statement: Statement) -> bool:
    """Whether what has no name is spoken of around a statement: "the programme for women"."""
    wanted = set(asked_terms(thing)) & set(analysis.attributes)
    if _LABELLED.match(statement.text):
        # "Chair: Ada Ek" is said of the page and not of what is spoken of just before.
        return not wanted or bool(wanted & set(terms(statement.passage.context)))
    held = set(terms(f"{statement.passage.context} {statement.paragraph_before} {statement.text}"))
    return not wanted or analysis.weights.coverage(wanted, held) >= _ENOUGH


def _tells_age(text: str) -> bool:
    is_told = _TELLS_AGE.search(text) is not None
    return is_told or any(each.measure is Measure.AGE for each in measured(text))


def _is_given(query: str, text: str) -> bool:
    """Whether a fee is asked for, and every amount in a text is one that is given or invested."""
    return bool(_FEE.search(query)) and says_amount(text) and not may_be_price(text)


def _leaves_out_priced(analysis: Analysis, one: Candidate) -> bool:
    """Whether the price of a plain thing is asked for, of which a statement does not speak."""
    found = _PRICED.search(analysis.query)
    if found is None:
        return False
    thing = _WHERE.split(found["what"] or found["of"] or found["bought"], maxsplit=1)[0]
    known = {
        term
        for named in (*analysis.named, *analysis.mentioned)
        for form in named.forms
        for word in form
        for term in terms(word)
    }
    wanted = set(asked_terms(thing)) & set(analysis.attributes) - known
    statement = one.statement
    around = f"{statement.passage.heading or ''} {spoken_before(statement)} {statement.lead_in}"
    return bool(wanted) and not wanted & set(terms(f"{around} {statement.text}"))
