"""Which statements fit a cell: about the thing, about what is asked of it, of the right kind."""

import re
from collections.abc import Iterator

from assistant.comparing.brackets import is_cut, told_beside
from assistant.comparing.kinds import (
    holds_office,
    is_of_kind,
    says_holder,
    tells_own_beginning,
    tells_when_begun,
)
from assistant.comparing.known_properties import AMOUNT, LENGTH, PLACE, Property
from assistant.comparing.things import Thing, is_own, is_under_name, tells_of
from assistant.comparing.values import (
    NONE_TAKEN,
    Told,
    is_free,
    is_partly_free,
    says_amount,
    told_by,
)
from assistant.composing.polarity import met_terms
from assistant.composing.research import Finding
from assistant.conflicts.relations import office_in, tells_beginning
from assistant.evidence.answer_check import has_answer
from assistant.evidence.items import alone
from assistant.evidence.quantities import told_of
from assistant.evidence.ranking import Candidate
from assistant.question.analysis import Analysis
from assistant.question.kind import AnswerType
from assistant.question.named import mentions

_LABEL = re.compile(r"^(?:place|address|location|head office|office|where|based)\b[^:]*:", re.I)
NEARLY_AS_SURE = 0.6
_RATHER = 0.0
# What is surer than this may answer where its own words say so.
_NEAR = 0.02
# Where these are asked for, one item of a list may tell them.
VALUED = frozenset({AnswerType.DATE, AnswerType.NUMBER, AnswerType.MONEY})
# What is told once of each thing, under its name.
_OF_ITS_OWN = (AMOUNT.label, LENGTH.label)


def fitting(asked: Property, finding: Finding, thing: Thing) -> list[Candidate]:
    """Give what answers, the best first.

    What tells the value asked for, and has a word for the property, goes before what does not.
    """
    analysis = finding.analysis
    is_typed = analysis.asked_for.answer_type in VALUED
    candidates = [told_beside(one, thing) for one in finding.candidates]
    sure = (one for one in candidates if one.probability >= finding.threshold)
    every = [each for one in sure for each in _apart(one, asked, is_typed=is_typed)]
    rest = (each for one in candidates for each in (alone(one) if is_typed else (one,)))
    every += [
        one for one in rest if not one.statement.items and _says_plainly(one, asked, finding, thing)
    ]
    once = {(one.statement.passage.passage_id, one.statement.start): one for one in reversed(every)}
    kept = dict.fromkeys((one.statement.passage.passage_id, one.statement.start) for one in every)
    fits = [one for one in map(once.__getitem__, kept) if _answers(one, asked, finding, thing)]
    enough = NEARLY_AS_SURE * max((one.probability for one in fits), default=0.0)

    def order(one: Candidate) -> tuple[bool, bool, bool, bool, int]:
        text = one.statement.text
        is_met = _is_told(asked, analysis, one) and one.probability >= enough
        is_met = is_met or _says_plainly(one, asked, finding, thing)
        told = value_told(asked, analysis, one) if is_typed else None
        # Of two figures the later one holds today.
        when = told_of(text) if is_typed and is_met else None
        is_beside = asked.is_founding and not tells_beginning(text)
        narrowed = (told is not None and told.is_narrowed) or is_partly_free(text)
        latest = -(when.year or 0) if when else 0
        return (is_typed and told is None, is_beside, narrowed, not is_met, latest)

    return sorted(fits, key=order)


def _apart(one: Candidate, asked: Property, *, is_typed: bool) -> Iterator[Candidate]:
    """Give a statement, and the items of a list where one may answer: "Place: the harbour"."""
    office = office_in(asked.question)
    for each in alone(one):
        text = each.statement.text
        is_labelled = each is not one and bool(
            (asked == PLACE and _LABEL.match(text)) or (office and says_holder(text, office))
        )
        if each is one or is_typed or is_labelled:
            yield each


def value_told(asked: Property, analysis: Analysis, one: Candidate) -> Told | None:
    """Give the value that a statement tells; nothing at all is a price and a share, too."""
    told = told_by(analysis, one)
    text = one.statement.text
    if asked.is_price and is_free(text) and not is_partly_free(text):
        return told or Told(low=0, high=0, scale="", said="free")
    if asked.is_equity and NONE_TAKEN.search(text):
        return Told(low=0, high=0, scale="", said="none")
    return told


def is_near(one: Candidate, finding: Finding) -> bool:
    """Whether a statement answers surely enough, and speaks of what is claimed or is read so."""
    if one.probability < finding.threshold:
        return False
    return _is_read(one) or bool(met_terms(finding.analysis, one.statement.text))


def _is_read(one: Candidate) -> bool:
    return bool(one.spans) and one.spans[0].score > _RATHER


def _says_plainly(one: Candidate, asked: Property, finding: Finding, thing: Thing) -> bool:
    """Whether a statement's own words answer, whatever the reader makes of it: "Price: free"."""
    analysis, text = finding.analysis, one.statement.text
    if asked.is_price and is_free(text):
        return True
    if asked.is_equity and NONE_TAKEN.search(text):
        return True
    office = office_in(analysis.query)
    if office and analysis.asked_for.answer_type is AnswerType.NAME:
        return holds_office(text, office) and one.probability >= _NEAR
    if analysis.asked_for.answer_type not in VALUED:
        return bool(asked.tells) and one.probability >= _NEAR and _is_told(asked, analysis, one)
    if _is_all_its_own(one, asked, analysis, thing):
        return True
    if one.probability < _NEAR:
        return False
    every = set(analysis.attributes)
    return bool(every) and every <= met_terms(analysis, text) and bool(told_by(analysis, one))


def _is_all_its_own(one: Candidate, asked: Property, analysis: Analysis, thing: Thing) -> bool:
    """Whether a statement stands under the thing's name and tells what each thing has one of."""
    if asked.is_price and is_cut(one):
        return mentions(thing.entity, one.statement.text) and has_answer(analysis, one.statement)
    if asked.label not in _OF_ITS_OWN or not is_under_name(thing, one.statement):
        return False
    return has_answer(analysis, one.statement) or (
        asked == AMOUNT and says_amount(one.statement.text)
    )


def _is_told(asked: Property, analysis: Analysis, one: Candidate) -> bool:
    """Whether a statement has a word for the property; of a list its lead-in must have it."""
    text = one.statement.lead_in or one.statement.text
    if asked.tells:
        return re.search(asked.tells, text, re.I) is not None
    return bool(met_terms(analysis, text if asked.in_words else one.statement.text))


def _tells_nothing_is_asked(one: Candidate, asked: Property, thing: Thing) -> bool:
    """Whether a statement says that nothing has to be paid, or that no share is taken."""
    text = one.statement.text
    if asked.is_equity:
        return bool(NONE_TAKEN.search(text))
    if not asked.is_price or not is_free(text):
        return False
    is_its = is_own(thing, one.statement) or mentions(thing.entity, text)
    return is_its or not is_partly_free(text)


def _answers(one: Candidate, asked: Property, finding: Finding, thing: Thing) -> bool:
    """Whether a statement is about a thing and about what is asked of it."""
    analysis, text = finding.analysis, one.statement.text
    if not tells_of(thing, one.statement, (*analysis.attributes, *asked.told_by)):
        return False
    if _tells_nothing_is_asked(one, asked, thing):
        return True
    if asked == AMOUNT and _is_all_its_own(one, asked, analysis, thing):
        return True
    if not has_answer(analysis, one.statement) or not is_of_kind(one, asked, analysis, thing):
        return False
    if asked.is_founding:
        return told_by(analysis, one) is not None and (
            tells_when_begun(analysis, one) or tells_own_beginning(text)
        )
    if _is_all_its_own(one, asked, analysis, thing):
        return True
    if (not analysis.attributes and not asked.tells) or _is_told(asked, analysis, one):
        return True
    # In other words, but the reader rather thinks that it answers, or nothing answers better.
    is_best = asked == PLACE and one.statement == finding.candidates[0].statement
    return not asked.in_words and not asked.tells and (_is_read(one) or is_best)
