"""Whether a statement is too faint an answer: neither read as one nor made of the words asked.

Evidence is weighed by many features, and what is named can lend a sentence most of its weight:
"Which park has a hotel?" is not answered by what a park is.
"""

import re
from collections.abc import Collection

from assistant.composing.polarity import met_terms
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.ranking import Candidate
from assistant.evidence.short_answers import short_answer
from assistant.evidence.statements import StatementKind
from assistant.question.analysis import Analysis
from assistant.question.kind import AnswerType
from assistant.question.terms import terms
from assistant.question.tie import asked_tie, speaks_of_tie, tie_done

# Chosen on development questions and on 76 that documents tempt to answer: what is less likely,
# read as less of an answer, and holds less of what is asked, was wrong six times and right never.
_LIKELY, _HARDLY = 0.65, 0.5
_UNREAD, _NOT_READ = -4.0, -8.0
_HELD = 0.2
# A whole list answers "which" only where it is one of those asked for.
_LIST_HELD, _WHOLE_LIST = 0.35, 3
_HOLDING = frozenset(
    terms("deal cover treat concern include comprise contain span address discuss relate about")
)
_NAMED = re.compile(r"^(?:what(?:['’]s| is| are| was) the names? of|what is .+ called$)", re.I)
_CAPITAL = re.compile(r"(?<=[\s(“\"])[A-ZÅÄÖ][\w-]+")
_OPEN = frozenset({AnswerType.ANY, AnswerType.NAME})
_WHO = re.compile(r"^(?:and )?who(?:m|se)?\b|\bnames? of\b", re.I)
# "Employees: 35" among the facts of a page.
_LABELLED = re.compile(r"^(?P<label>[^:]{2,40}):\s+(?P<value>\S.*)$")
_WHICH = re.compile(
    r"^(?:and )?(?:which|what\s+(?:kinds?|sorts?|types?)\s+of)\s+"
    r"(?!year|date|day|month|time|floor|number|share|place|position|rank|level|grade|age|price|size|"
    r"room|hall)(?:of (?:the |its |their )?)?(?P<kind>\w+)",
    re.I,
)


def is_faint(analysis: Analysis, one: Candidate) -> bool:
    """Whether a statement answers too faintly to be given, whatever its probability."""
    asked = analysis.asked_for.answer_type
    if _WHO.search(analysis.query) and _labels_nobody(analysis, one):
        return True
    score = one.spans[0].score if one.spans else _UNREAD
    if _NAMED.match(analysis.query.rstrip("?!. ")) and (score < 0 or not _names(analysis, one)):
        return True
    if asked not in _OPEN:
        return False
    short = short_answer(analysis, one)
    if asked is AnswerType.NAME and short is None and score < _UNREAD:
        return one.statement.kind is StatementKind.SENTENCE
    if _WHICH.match(analysis.query) and short is not None and _is_number(short):
        return True
    is_sentence = one.statement.kind is StatementKind.SENTENCE
    if score >= _UNREAD or not is_sentence or not analysis.attributes:
        return False
    if score < _NOT_READ and one.probability < _HARDLY:
        return True
    return one.probability < _LIKELY and _held(analysis, one) < _HELD


def is_list_by_chance(analysis: Analysis, one: Candidate) -> bool:
    """Whether all of a list would be given for "which", and nothing there says what is asked."""
    score = one.spans[0].score if one.spans else _UNREAD
    if len(one.statement.items) < _WHOLE_LIST or not analysis.attributes or score >= 0:
        return False
    short = short_answer(analysis, one) or ""
    is_all = all(item.text.strip(" .") in short for item in one.statement.items)
    asked = _WHICH.match(analysis.query)
    # "Which companies are the partners?" asks for all of them.
    others = set(analysis.attributes) - set(terms(asked["kind"])) if asked else set()
    if not is_all or not others:
        return False
    # "The materials cover three counties" tells with which they deal.
    is_led_to = asked and set(terms(asked["kind"])) <= set(terms(one.statement.lead_in))
    if is_led_to and others <= _HOLDING:
        return False
    return _share(analysis, others, one) < _LIST_HELD


def _names(analysis: Analysis, one: Candidate) -> bool:
    """Whether a statement has a name that the question has not."""
    asked = analysis.query.lower()
    text = f"{one.statement.lead_in} {one.statement.text}"
    return any(found.lower() not in asked for found in _CAPITAL.findall(text))


def _labels_nobody(analysis: Analysis, one: Candidate) -> bool:
    """Whether a list of facts has no name for what is asked: "Founded: 2014" names no founder."""
    told = [_LABELLED.match(item.text) for item in one.statement.items]
    facts = [each for each in told if each]
    if not facts or 2 * len(facts) <= len(told):
        return False
    asked = set(analysis.attributes)
    return bool(asked) and not any(
        asked & met_terms(analysis, each["label"]) and each["value"][0].isalpha() for each in facts
    )


def _is_number(text: str) -> bool:
    return all(word.isdecimal() or word.lower() in NUMBERS for word in text.split())


def _held(analysis: Analysis, one: Candidate) -> float:
    """Give the share of what is asked that is held; all of it where the tie asked for is told."""
    tie = asked_tie(analysis.query) or tie_done(analysis.query)
    if tie and speaks_of_tie(tie, one.statement.text):
        return 1.0
    return _share(analysis, analysis.attributes, one)


def _share(analysis: Analysis, asked: Collection[str], one: Candidate) -> float:
    """Give the weighted share of some terms that a statement and what stands around it hold."""
    statement = one.statement
    text = f"{statement.passage.context}\n{statement.lead_in}\n{statement.text}"
    return analysis.weights.coverage(asked, met_terms(analysis, text))
