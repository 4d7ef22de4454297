"""Whether each entity states, denies or does not say what is asked, and by which statement."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.coverage_evidence import Evidence, gather
from assistant.coverage_places import Place
from assistant.coverage_polarity import is_denied
from assistant.coverage_question import EntityQuestion
from assistant.coverage_scoring import Scored, Weights, score
from assistant.entity_catalogue import Entity, EntitySource
from assistant.entity_catalogue_names import form_of
from assistant.reading import Reader
from assistant.statements import Statement
from index.passage import Passage, ScoredPassage

# How many passages the reader may read: some 8 ms each.
_READ = 18
# From this share of what is asked a statement speaks of it by its words alone; with the reader's
# consent less will do, and with its certainty none.
_BY_WORDS, _WITH_READER, _BY_READER = 0.6, 0.3, 0.93
_CONSENT = 0.5


class Verdict(StrEnum):
    """What the documents say of an entity."""

    STATES = "states"
    DENIES = "denies"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the documents say of one entity, and the statement that says so.

    `region` is where front matter places it, when that is what answers.
    """

    entity: Entity
    verdict: Verdict
    statement: Statement | None = None
    item: str = ""
    score: float = 1.0
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is judged with: the store, the reader, and what was found for the query."""

    query: str
    source: EntitySource
    reader: Reader
    found: Sequence[ScoredPassage]


def judge(
    asked: EntityQuestion, entities: Sequence[Entity], material: Material
) -> tuple[Finding, ...]:
    """Check every entity; one finding each, in their order.

    Where a place is asked for beside something else, only entities of that place are checked.
    """
    if asked.asks_nothing:
        return tuple(_what_it_is(asked, entity) for entity in entities)
    found = [scored.passage for scored in material.found]
    evidence = gather(material.query, entities, material.source, found)
    if not asked.names_another:
        evidence = {name: tuple(filter(_is_subject, each)) for name, each in evidence.items()}
    if asked.place is not None:
        placed = [_placed(asked, entity, evidence[entity.name]) for entity in entities]
        if not asked.alternatives and asked.comparison is None:
            return tuple(placed)
        there = [one.entity for one in placed if one.verdict is Verdict.STATES]
        entities = there or entities
        if not there:
            return tuple(Finding(entity=each, verdict=Verdict.SILENT) for each in entities)
    weights = Weights([one for each in entities for one in evidence[each.name]])
    scored = {
        entity.name: sorted(
            (score(asked, entity, one, weights) for one in evidence[entity.name]),
            key=lambda each: -each.total,
        )
        for entity in entities
    }
    sureness = _read(material, scored)
    return tuple(_finding(asked, entity, scored[entity.name], sureness) for entity in entities)


def _is_subject(one: Evidence) -> bool:
    """Whether a statement speaks of the entity, rather than naming it beside its subject."""
    return one.is_own or one.opens or one.is_only or bool(one.item)


def _what_it_is(asked: EntityQuestion, entity: Entity) -> Finding:
    """The statement that says that an entity is of the kind asked for."""
    from_kind = [fact for fact in entity.facts if _accepted(fact.kinds, asked)]
    fact = min(
        from_kind,
        key=lambda each: (not (each.is_told and each.is_defined), each.is_told),
        default=entity.facts[0],
    )
    return Finding(entity=entity, verdict=Verdict.STATES, statement=fact.statement)


def _accepted(kinds: Sequence[tuple[str, ...]], asked: EntityQuestion) -> bool:
    return any(kind[at:] in asked.accepted for kind in kinds for at in range(len(kind)))


def _placed(asked: EntityQuestion, entity: Entity, evidence: Sequence[Evidence]) -> Finding:
    """Whether an entity is at the place asked for."""
    place = asked.place
    if place is None:
        return Finding(entity=entity, verdict=Verdict.STATES)
    region = " ".join(entity.regions)
    said = sorted(
        (one for one in evidence if _says_where(one, place)),
        key=lambda one: (not one.is_own, not one.opens, one.prepared.statement.start),
    )
    is_there = place.is_held_by(region) or bool(said)
    if not is_there and not (place.is_outside and region):
        return Finding(entity=entity, verdict=Verdict.SILENT)
    best = said[0].prepared.statement if said else _what_it_is(asked, entity).statement
    return Finding(
        entity=entity,
        verdict=Verdict.STATES if is_there is not place.is_outside else Verdict.DENIES,
        statement=best,
        item=said[0].item if said else "",
        region="" if said else region,
    )


def _says_where(one: Evidence, place: Place) -> bool:
    """Whether a statement says where an entity is, or stands in the place's own document."""
    statement = one.prepared.statement
    if place.is_said_in(statement.text):
        return True
    return not one.is_own and form_of(statement.passage.title) in place.forms


def _read(
    material: Material, scored: Mapping[str, Sequence[Scored]]
) -> dict[tuple[str, int], float]:
    """Let the reader read the likeliest passages; its sureness by passage and statement start."""
    rank = {each.passage.passage_id: at for at, each in enumerate(material.found)}
    chosen: dict[str, tuple[float, Passage]] = {}
    for each in scored.values():
        for one in each[:2]:
            passage = one.evidence.prepared.statement.passage
            bonus = 0.3 / (1 + rank[passage.passage_id]) if passage.passage_id in rank else 0.0
            # What the words settle already need not be read.
            value = bonus + (one.share if one.share < _BY_WORDS else 0.0)
            if value > chosen.get(passage.passage_id, (0.0, passage))[0]:
                chosen[passage.passage_id] = (value, passage)
    best = sorted(chosen.values(), key=lambda each: -each[0])[:_READ]
    readings = material.reader.read(material.query, [passage for _, passage in best])
    sureness: dict[tuple[str, int], float] = {}
    for reading in readings:
        for each in scored.values():
            for one in each:
                statement = one.evidence.prepared.statement
                if statement.passage.passage_id != reading.passage.passage_id:
                    continue
                score = max(
                    (s.score for s in reading.spans
                     if statement.start <= s.start and s.end <= statement.end),
                    default=-30.0,
                )  # fmt: skip
                key = (statement.passage.passage_id, statement.start)
                sureness[key] = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
    return sureness


def _finding(
    asked: EntityQuestion,
    entity: Entity,
    scored: Sequence[Scored],
    sureness: Mapping[tuple[str, int], float],
) -> Finding:
    """Decide by the statement that speaks most of what is asked."""
    best: tuple[float, Scored, Verdict] | None = None
    for one in scored:
        statement = one.evidence.prepared.statement
        sure = sureness.get((statement.passage.passage_id, statement.start), 0.0)
        verdict = _verdict(asked, one, sure)
        value = one.total + 0.3 * sure
        if verdict is not Verdict.SILENT and (best is None or value > best[0]):
            best = (value, one, verdict)
    if best is None:
        return Finding(entity=entity, verdict=Verdict.SILENT)
    _, one, verdict = best
    return Finding(
        entity=entity,
        verdict=verdict,
        statement=one.evidence.prepared.statement,
        item=one.evidence.item,
        score=min(1.0, one.share),
    )


def _verdict(asked: EntityQuestion, one: Scored, sure: float) -> Verdict:
    prepared = one.evidence.prepared
    is_about = not one.key or bool(one.key & (prepared.held | prepared.context))
    speaks = is_about and (
        one.share >= _BY_WORDS or (one.share >= _WITH_READER and sure >= _CONSENT)
    )
    text = prepared.statement.text
    if asked.comparison is not None:
        is_subject = one.evidence.is_own or one.evidence.opens
        values = asked.comparison.values(text) if speaks and is_subject else ()
        if not values:
            return Verdict.SILENT
        is_met = any(asked.comparison.fits(value) for value in values)
        return Verdict.STATES if is_met is not asked.is_negated else Verdict.DENIES
    if not speaks and sure < _BY_READER:
        return Verdict.SILENT
    denied = is_denied(text, one.key & prepared.held or one.key)
    return Verdict.STATES if denied is asked.is_negated else Verdict.DENIES
