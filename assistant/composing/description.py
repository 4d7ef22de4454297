"""Answers to "What is X?": what defines X, what its document or section opens with, and more.

X needs no document of its own: a section under its name or a sentence "X is a ..." will do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.citations import Draft, Part, StoredDocuments
from assistant.composing.subject import speaks_of, subject_name
from assistant.composing.wording import worded
from assistant.evidence.lists import completed
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind, statements_of
from assistant.question.analysis import Analysis
from assistant.question.named import Named, mentions
from assistant.question.terms import words
from index.passage import Passage, ScoredPassage

# Who asks what something is wants a short paragraph, not the whole document.
_OPENING = 2
_MAX_STATEMENTS = 4
_MAX_ELSEWHERE = 1
_SURE = 0.5
_DEFINES, _OPENS = 4.0, 2.0
# Shorter pieces are captions and buttons.
_FEWEST_WORDS = 5
_HEAD = 140
_IS = re.compile(
    r"\b(?:is|are|was|were|är|var)\s+(?:\w+\s+){0,3}?(?:an?|the|one of|en|ett)\b"
    r"|\b(?:is|are|was|were)\s+[\w'’-]+(?:['’]s)\b|,\s+an?\s"
)
_TOPIC = re.compile(
    r"^(?:.*?\babout|what(?:['’]s| is| are| was| were| does| do)|"
    r"who(?:['’]s| is| are| was| were)|(?:.*\b)?(?:describe|explain|introduce|define|summari[sz]e)|"
    r"what do people mean by|(?:tell me|i wonder|do you know) (?:what|who)|vad är|vem är)\s+"
    r"(?:the |an? )?(?P<topic>.+?)"
    r"(?:\s+(?:is|are|do|does|mean|means|stands? for.*|all about|about|for me.*|please|exactly))*$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A statement about the entity, with how well it says what that is."""

    statement: Statement
    score: float
    order: tuple[int, int]


def describe(
    analysis: Analysis,
    sure: Sequence[Candidate],
    documents: StoredDocuments,
    found: Sequence[ScoredPassage] = (),
) -> Draft | None:
    """Give two to four statements that say what the entity is; None when none does.

    Args:
        analysis: The question, taken apart.
        sure: The statements that answer it surely enough, the surest first.
        documents: Where the entity's own document is read.
        found: The passages found for the question.
    """
    known = (*analysis.named, *analysis.mentioned)
    entity = known[0] if known else _topic(analysis)
    if entity is None:
        return None
    own = documents.passages_of(entity.document_id) if analysis.named else ()
    told = sorted(_told(entity, own, found), key=lambda one: (-one.score, one.order))
    if not told or (not analysis.named and told[0].score < _OPENS):
        return None
    first = told[0].statement
    near = [one for one in told[1:] if one.score >= _OPENS or _is_beside(one.statement, first)]
    chosen = [first, *(one.statement for one in near[: _OPENING - 1])]
    own_id = first.passage.document_id
    for is_own, most in ((True, 1), (False, _MAX_ELSEWHERE)):
        more = [
            one.statement
            for one in sure
            if (one.statement.passage.document_id == own_id) is is_own
            and _adds(one.statement, chosen)
            and speaks_of(entity, one.statement)
            and (is_own or _is_worth_it(entity, one))
        ]
        chosen += more[:most]
    return Draft(parts=tuple(_parts(entity, chosen[:_MAX_STATEMENTS], sure, documents)))


def _is_worth_it(entity: Named, one: Candidate) -> bool:
    """Whether another document's statement is surely about the entity, and no list it is in."""
    is_sentence = one.statement.kind is StatementKind.SENTENCE
    return is_sentence and one.probability >= _SURE and mentions(entity, one.statement.text)


def _told(entity: Named, own: Sequence[Passage], found: Sequence[ScoredPassage]) -> Iterator[_Told]:
    """Score what the entity's document and the passages found state about it."""
    seen: set[str] = set()
    for at, passage in enumerate([*own, *(scored.passage for scored in found)]):
        if passage.passage_id in seen:
            continue
        seen.add(passage.passage_id)
        is_own = at < len(own)
        for place, statement in enumerate(statements_of(passage)):
            if not _is_prose(statement) or not speaks_of(entity, statement):
                continue
            score = _score(entity, statement, place, opens=is_own and at == 0)
            yield _Told(statement=statement, score=score, order=(at, place))


def _score(entity: Named, statement: Statement, place: int, *, opens: bool) -> float:
    """Say how well a statement tells what the entity is."""
    heading = (statement.passage.heading or statement.passage.title).split(" > ")[-1]
    subject = subject_name(statement.text) or ""
    starts = mentions(entity, subject) or words(statement.text)[: len(entity.forms[0])] == list(
        entity.forms[0]
    )
    defines = starts and bool(_IS.search(statement.text[:_HEAD]))
    under_its_name = mentions(entity, heading) or opens
    return _DEFINES * defines + max(0.0, _OPENS + 1 - place) * under_its_name + 0.5 * starts


def _is_prose(statement: Statement) -> bool:
    if statement.kind is not StatementKind.SENTENCE:
        return bool(statement.lead_in)
    return len(statement.text.split()) >= _FEWEST_WORDS and statement.text[-1] in ".!?”\"')"


def _is_beside(statement: Statement, first: Statement) -> bool:
    """Whether a statement stands in the same section as another."""
    return (
        statement.passage.document_id == first.passage.document_id
        and statement.passage.heading == first.passage.heading
    )


def _adds(statement: Statement, chosen: Sequence[Statement]) -> bool:
    """Whether a statement says more than what was chosen says."""
    said = set(words(statement.text))
    return all(len(said - set(words(one.text))) > len(said) / 3 for one in chosen)


def _parts(
    entity: Named,
    chosen: Sequence[Statement],
    sure: Sequence[Candidate],
    documents: StoredDocuments,
) -> Iterator[Part]:
    sureness = {(one.statement.start, one.statement.end): one.probability for one in sure}
    first, *rest = chosen
    beside = [one for one in rest if one.passage.document_id == first.passage.document_id]
    others = [one for one in rest if one not in beside]
    for at, statement in enumerate([first, *sorted(beside, key=lambda one: one.start), *others]):
        # What defines something is about it, whatever the reader makes of it.
        probability = sureness.get((statement.start, statement.end), entity.strength)
        whole = completed(statement, documents)
        is_named = at > 0 and statement in beside
        yield worded(whole, probability=probability, is_named=is_named)


def _topic(analysis: Analysis) -> Named | None:
    """Give what is asked about when no document bears its name."""
    found = _TOPIC.match(analysis.query.strip(" ?!."))
    form = tuple(words(found["topic"])) if found else ()
    if not form or not set(analysis.attributes):
        return None
    return Named(
        document_id="", title=" ".join(form), strength=1.0, forms=(form,), said=frozenset()
    )
