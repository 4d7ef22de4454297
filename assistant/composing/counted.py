"""Whether a number in a statement counts those that a question asks to be counted."""

import re
from collections.abc import Sequence

from assistant.composing.polarity import NEGATION, affirms, met_terms
from assistant.entities.kinds import is_known, kind_words
from assistant.evidence.answer_check import answers_in
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType
from assistant.question.terms import terms

# "Swapping stations: 17" among the facts of a page.
LABELLED = re.compile(r"^(?P<label>[^:]{2,40}):\s+(?P<value>\S[^.;]*)\.?$")
# People are counted in other words, but never as companies.
_PEOPLE = frozenset(terms("people persons employees staff workers kids children students visitors"))
# What is counted stands within so many words after its number.
_REACH = 3
_MONEY = frozenset(
    terms("money sum kronor krona crowns SEK kr EUR euros USD dollars pounds million billion")
)
# Who lives somewhere need not work there.
_LIVING = re.compile(r"^how many (?:\w+ )?(?:people|persons|folks?) (?:live|reside)\b", re.I)
_INHABITED = re.compile(r"\b(?:liv(?:e|es|ed|ing)|resid\w+|inhabitants?|population)\b", re.I)
# How long something lasts is not how much of each week it is.
_HOW_LONG = re.compile(r"^how long (?:may|can|could|do|does|did|must|will|is|are|was|were)\b", re.I)
_TIME = re.compile(
    r"\b(?:minutes?|hours?|days?|nights?|weeks?|months?|quarters?|semesters?|terms?|years?)\b"
    r"(?P<each>\s+(?:an?|per|each|every)\s+(?:day|week|month|quarter|semester|term|year)\b)?",
    re.I,
)
_LASTING = re.compile(
    r"\b(?:until|as long as|since|forever|permanent\w*|indefinite\w*|limit\w*|\d{4}|o['’]clock|"
    r"decades?|summers?|winters?|autumns?|springs?|evenings?|afternoons?|mornings?|weekends?|"
    r"seconds?|kilomet\w+|met(?:re|er)s?|km)\b|\d[.:]\d\d\b",
    re.I,
)
# "How many companies are members of X?" counts members.
_SUCH = re.compile(
    r"^how many\s+[^,?]+?\s+(?:are|were)\s+(?P<such>members|partners|tenants|founders|owners|"
    r"funders|supporters|sponsors|participants)\s+(?:of|in|at)\b",
    re.I,
)


def counts_others(analysis: Analysis, statement: Statement) -> bool:
    """Whether other things are counted than those that are asked for."""
    return (
        _counts_no_such(analysis, statement)
        or _counts_no_people(analysis, statement)
        or _counts_no_inhabitants(analysis, statement)
        or _tells_no_length(analysis, statement)
        or _tells_sums_alone(analysis, statement)
    )


def is_affirmed(analysis: Analysis, statement: Statement) -> bool:
    """Whether what is asked is affirmed, and not told of others or denied.

    "140 inventions that nobody has picked up" are 140 inventions all the same.
    """
    if affirms(analysis, statement):
        return True
    denial = NEGATION.search(statement.text)
    before = statement.text[: denial.start()] if denial else ""
    told = met_terms(analysis, f"{statement.passage.context} {before}")
    is_counted = bool(analysis.counted and answers_in(analysis, before))
    return is_counted and set(analysis.attributes) <= told


def labelled_first(analysis: Analysis, sure: Sequence[Candidate]) -> Sequence[Candidate]:
    """Put a number under a label that names all that is counted before those under other labels."""
    asked = set(analysis.counted)
    if not asked or not sure or asked & _labels(analysis, sure[0]):
        return sure
    if not LABELLED.match(sure[0].statement.text):
        return sure
    chosen = next((one for one in sure if asked <= _labels(analysis, one)), None)
    return [chosen, *(one for one in sure if one is not chosen)] if chosen else sure


def _labels(analysis: Analysis, one: Candidate) -> frozenset[str]:
    """Give what is counted as far as the label of a fact names it."""
    found = LABELLED.match(one.statement.text)
    if found is None or not matches(AnswerType.NUMBER, found["value"]):
        return frozenset()
    return frozenset(analysis.counted) & met_terms(analysis, found["label"])


def _counts_no_people(analysis: Analysis, statement: Statement) -> bool:
    """Whether people are asked for and all numbers of a statement count companies and the like."""
    if not set(analysis.counted) & _PEOPLE:
        return False
    counted = [
        statement.text[found.end() :].split()[:_REACH]
        for found in matches(AnswerType.NUMBER, statement.text)
    ]
    return bool(counted) and all(
        any(is_known(kind_words(word.strip(".,;:()"))) for word in after) for after in counted
    )


def _counts_no_such(analysis: Analysis, statement: Statement) -> bool:
    """Whether members, or the like, are to be counted and a statement does not speak of them."""
    asked = _SUCH.match(analysis.query)
    if asked is None:
        return False
    said = f"{statement.lead_in} {statement.text}"
    return not set(terms(asked["such"])) & met_terms(analysis, said)


def _counts_no_inhabitants(analysis: Analysis, statement: Statement) -> bool:
    """Whether those who live somewhere are to be counted and a statement speaks of none."""
    said = f"{statement.lead_in} {statement.text}"
    return _LIVING.match(analysis.query) is not None and _INHABITED.search(said) is None


def _tells_sums_alone(analysis: Analysis, statement: Statement) -> bool:
    """Whether things are to be counted and a sentence tells of nothing but sums of money."""
    if not analysis.counted or set(analysis.counted) & _MONEY:
        return False
    return tells_sums_alone(statement)


def tells_sums_alone(statement: Statement) -> bool:
    """Whether a sentence has numbers, and all of them are of money: "SEK 2,200 a month"."""
    numbers = matches(AnswerType.NUMBER, statement.text)
    is_plain = bool(numbers) and not statement.items
    return is_plain and not beside_money(numbers, statement.text)


def beside_money(found: Sequence[re.Match[str]], text: str) -> Sequence[re.Match[str]]:
    """Leave out of numbers in a text those of sums of money: "SEK 2,200 a month" is no length."""
    sums = [(one.start(), one.end()) for one in matches(AnswerType.MONEY, text)]
    return [one for one in found if not any(low <= one.start() < high for low, high in sums)]


def _tells_no_length(analysis: Analysis, statement: Statement) -> bool:
    """Whether it is asked how long, and a statement tells of no time, or how much of each week."""
    if not _HOW_LONG.match(analysis.query):
        return False
    text = f"{statement.lead_in} {statement.text}"
    return all(found["each"] for found in _TIME.finditer(text)) and not _LASTING.search(text)
