"""A cell of the table: what the documents state of one thing, with its quotes and its value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citations import Part, StoredDocuments
from assistant.comparing.property import PLACE, Property
from assistant.comparing.values import Told, is_free, may_be_price, told_by
from assistant.comparing.wording import part_of
from assistant.composing.polarity import met_terms
from assistant.composing.research import Finding, Research
from assistant.composing.subject import subject_name
from assistant.composing.yes_no import answer_yes_or_no
from assistant.conflicts.disagreement import disagreeing
from assistant.conflicts.relations import office_in, tells_beginning
from assistant.evidence.answer_check import has_answer
from assistant.evidence.items import alone
from assistant.evidence.quantities import told_of
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind, statements_of
from assistant.evidence.subjects import is_about, is_subject, widened
from assistant.question.analysis import analyse
from assistant.question.kind import AnswerType
from assistant.question.named import Named, mentions
from assistant.question.terms import words
from index.passage import ScoredPassage

_TOP_K = 12
_MORE = 6
_OWN = 6
# What something is, is said within so many characters.
_HEAD = 120
_NEARLY_AS_SURE = 0.6
_RATHER = 0.0
# What is surer than this may answer where its own words say so.
_NEAR = 0.02
# Where these are asked for, one item of a list may tell them.
_VALUED = frozenset({AnswerType.DATE, AnswerType.NUMBER, AnswerType.MONEY})
_LENGTH = re.compile(r"^how long\b", re.I)
_IS = re.compile(r"\b(?:is|are|was|were) (?:an?|the|one of)\b")
_SECTION_OPENS = re.compile(r"^(?:An?|The)\s+[a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing that is compared, by all its names, with the passages found for it."""

    name: str
    entity: Named
    found: tuple[ScoredPassage, ...]

    @property
    def is_known(self) -> bool:
        """Whether it has a document, or some passage speaks of it."""
        return bool(self.entity.document_id) or any(
            mentions(self.entity, f"{one.passage.context} {one.passage.text}") for one in self.found
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is stated of one thing.

    Attributes:
        parts: The statements and what proves them.
        probability: That the first answers.
        value: The value that it tells, to be compared; None where it tells none for sure.
        is_so: Whether a claim holds; None where none was asked about.
    """

    parts: tuple[Part, ...]
    probability: float
    value: Told | None = None
    is_so: bool | None = None


def thing_of(
    name: str, asked: Sequence[Property], research: Research, documents: StoredDocuments
) -> Thing:
    """Find passages for a thing: for its name and what is asked, and the first of its document."""
    what = " ".join(each.label for each in asked[:1])
    found = list(research.find(f"{name} {what}".strip(), _TOP_K))
    for each in asked[:2]:
        found += research.find(each.question.format(name), _MORE)
    passages = [scored.passage for scored in found]
    analysis = analyse(name, passages)
    plain = Named(
        document_id="",
        title=name,
        strength=1.0,
        forms=(tuple(words(name)),),
        said=frozenset(range(len(words(name)))),
    )
    entity = widened(next(iter((*analysis.named, *analysis.mentioned)), plain))
    own = documents.passages_of(entity.document_id)[:_OWN] if entity.document_id else ()
    found += [ScoredPassage(passage=each, score=0.0) for each in own]
    once = {scored.passage.passage_id: scored for scored in reversed(found)}
    kept = dict.fromkeys(scored.passage.passage_id for scored in found)
    return Thing(name=name, entity=entity, found=tuple(once[each] for each in kept))


def cell_of(
    asked: Property, thing: Thing, research: Research, documents: StoredDocuments
) -> Cell | None:
    """Find what is stated of a thing; None when nothing is, surely enough.

    Where a value is asked for, a statement that tells one goes before one that does not.
    """
    if asked.is_claim:
        return _claimed(asked, thing, research, documents)
    best: Cell | None = None
    for question in filter(None, (asked.question, asked.otherwise)):
        finding = research.ask(question.format(thing.name), thing.found)
        fitting = _fitting(asked, finding, thing)
        if not fitting:
            continue
        cell = _cell(finding, fitting, documents)
        if cell.value or finding.analysis.asked_for.answer_type not in _VALUED:
            return cell
        best = best or cell
    return best


def _fitting(asked: Property, finding: Finding, thing: Thing) -> list[Candidate]:
    """Give what answers, the best first.

    What tells the value asked for, and has a word for the property, goes before what does not.
    """
    analysis = finding.analysis
    is_typed = analysis.asked_for.answer_type in _VALUED
    every = [each for one in finding.sure for each in (alone(one) if is_typed else (one,))]
    rest = (each for one in finding.candidates for each in alone(one))
    every += [one for one in rest if not one.statement.items and _says_plainly(one, asked, finding)]
    once = {(one.statement.passage.passage_id, one.statement.start): one for one in reversed(every)}
    kept = dict.fromkeys((one.statement.passage.passage_id, one.statement.start) for one in every)
    fitting = [one for one in map(once.__getitem__, kept) if _answers(one, asked, finding, thing)]
    enough = _NEARLY_AS_SURE * max((one.probability for one in fitting), default=0.0)

    def order(one: Candidate) -> tuple[bool, bool, bool, bool, int]:
        text = one.statement.text
        is_met = bool(met_terms(analysis, text)) and one.probability >= enough
        is_met = is_met or _says_plainly(one, asked, finding)
        told = told_by(analysis, one) if is_typed else None
        # Of two figures the later one holds today.
        when = told_of(text) if is_typed and is_met else None
        is_beside = asked.is_founding and not tells_beginning(text)
        narrowed = told is not None and told.is_narrowed
        latest = -(when.year or 0) if when else 0
        return (is_typed and told is None, is_beside, narrowed, not is_met, latest)

    return sorted(fitting, key=order)


def _says_plainly(one: Candidate, asked: Property, finding: Finding) -> bool:
    """Whether a statement's own words answer, whatever the reader makes of it: "Price: free"."""
    analysis, text = finding.analysis, one.statement.text
    if asked.is_price and is_free(text):
        return True
    office = office_in(analysis.query)
    if office and analysis.asked_for.answer_type is AnswerType.NAME:
        return office_in(text) == office and one.probability >= _NEAR
    if analysis.asked_for.answer_type not in _VALUED or one.probability < _NEAR:
        return False
    every = set(analysis.attributes)
    return bool(every) and every <= met_terms(analysis, text) and bool(told_by(analysis, one))


def _cell(finding: Finding, fitting: Sequence[Candidate], documents: StoredDocuments) -> Cell:
    """Make a cell of the best statement, what belongs to it, and what contradicts it."""
    first, *rest = fitting
    against = disagreeing(finding.analysis, [first, *rest], finding.candidates)
    if against:
        chosen = [one.candidate for one in against.tellings]
    else:
        chosen = [first, *[one for one in rest if _goes_with(one, first)][:1]]
    values = [each for one in chosen for each in [told_by(finding.analysis, one)] if each]
    disputed = against is not None and not against.is_over_time
    value = values[0].joined(values[1:]) if values and disputed else next(iter(values), None)
    return Cell(
        parts=tuple(part_of(one, documents) for one in chosen),
        probability=first.probability,
        value=value,
    )


def _claimed(
    asked: Property, thing: Thing, research: Research, documents: StoredDocuments
) -> Cell | None:
    """Answer a claim about one thing by yes or no."""
    finding = research.ask(asked.question.format(thing.name), thing.found)
    fitting = [one for one in finding.candidates if is_about(thing.entity, one.statement)]
    draft = answer_yes_or_no(
        finding.analysis,
        fitting,
        documents,
        threshold=finding.threshold,
        research=research,
        found=thing.found,
    )
    if draft is None or draft.short_answer is None:
        # What comes nearest is shown, without saying which way it decides.
        near = [one for one in fitting if _is_near(one, finding)]
        return _cell(finding, near[:1], documents) if near else None
    return Cell(parts=draft.parts, probability=1.0, is_so=draft.short_answer == "Yes")


def _is_near(one: Candidate, finding: Finding) -> bool:
    """Whether a statement answers surely enough, and speaks of what is claimed or is read so."""
    if one.probability < finding.threshold:
        return False
    is_read = bool(one.spans) and one.spans[0].score > _RATHER
    return is_read or bool(met_terms(finding.analysis, one.statement.text))


def _answers(one: Candidate, asked: Property, finding: Finding, thing: Thing) -> bool:
    """Whether a statement is about a thing and about what is asked of it."""
    analysis, text = finding.analysis, one.statement.text
    if not is_about(thing.entity, one.statement, analysis.attributes):
        return False
    if asked.is_price and is_free(text):
        return True
    if not has_answer(analysis, one.statement) or not _is_of_kind(one, asked, finding, thing):
        return False
    is_read = bool(one.spans) and one.spans[0].score > _RATHER
    if asked.is_founding:
        return told_by(analysis, one) is not None and (tells_beginning(text) or is_read)
    if not analysis.attributes or met_terms(analysis, text):
        return True
    # In other words, but the reader rather thinks that it answers, or nothing answers better.
    is_best = asked == PLACE and one.statement == finding.candidates[0].statement
    return not asked.in_words and (is_read or is_best)


def _is_of_kind(one: Candidate, asked: Property, finding: Finding, thing: Thing) -> bool:
    """Whether a place is the thing's own, a length a length of time, and a price no prize."""
    if asked == PLACE:
        return is_subject(thing.entity, one.statement)
    if asked.is_price:
        return may_be_price(one.statement.text)
    if _LENGTH.match(finding.analysis.query):
        told = told_by(finding.analysis, one)
        return told is not None and told.scale == "days"
    return True


def _goes_with(one: Candidate, best: Candidate) -> bool:
    """Whether a second statement of the same passage belongs to the answer too."""
    return (
        one.statement.passage.passage_id == best.statement.passage.passage_id
        and one.statement.kind is best.statement.kind is StatementKind.SENTENCE
        and one.probability >= _NEARLY_AS_SURE * best.probability
        and one.is_read
    )


def description(thing: Thing, documents: StoredDocuments) -> Cell | None:
    """Find the sentence that says what a thing is, else the one that its document opens with."""
    best: tuple[tuple[int, int], Statement] | None = None
    for at, scored in enumerate(thing.found):
        for statement in statements_of(scored.passage):
            if statement.kind is not StatementKind.SENTENCE:
                continue
            if not is_about(thing.entity, statement):
                continue
            is_own = bool(thing.entity.document_id) and (
                statement.passage.document_id == thing.entity.document_id
            )
            # What its own document opens with, else what was found first.
            order = statement.start if is_own else at
            score = (4 * _defines(thing, statement) + 2 * is_own, -order)
            if best is None or score > best[0]:
                best = (score, statement)
    if best is None:
        return None
    candidate = Candidate(statement=best[1], spans=(), features={}, probability=1.0)
    return Cell(parts=(part_of(candidate, documents),), probability=1.0)


def _defines(thing: Thing, statement: Statement) -> bool:
    """Whether a statement says what a thing is: "X is a ...", "A non-profit ..." under its name."""
    subject = subject_name(statement.text) or ""
    if mentions(thing.entity, subject) and _IS.search(statement.text[:_HEAD]):
        return True
    heading = (statement.passage.heading or "").split(" > ")[-1]
    first = statement.passage.text.find(statement.text) <= len(heading) + 2
    opens = bool(_SECTION_OPENS.match(statement.text) or statement.text.startswith("This is"))
    return first and opens and mentions(thing.entity, heading)
