"""Whether each entity states, denies or does not say what is asked, and by which statement."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from assistant.coverage.agreeing import agreeing
from assistant.coverage.done import is_done
from assistant.coverage.evidence import Evidence, gather, told_text
from assistant.coverage.polarity import is_denied
from assistant.coverage.question import EntityQuestion
from assistant.coverage.scoring import INVOLVED, LIGHT, Scored, Weights, score, with_alike
from assistant.coverage.witness import Material, Witness, find_witness
from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.entity import Entity
from assistant.entities.names import form_of, holds, joined_words
from assistant.entities.places import Place
from assistant.evidence.statements import Statement
from assistant.question.named import page_name
from assistant.question.superlative import asked_superlative
from assistant.question.terms import terms

# From this share of what is asked a statement speaks of it by its words alone; with the reader's
# consent less will do, and with its certainty none.
_BY_WORDS, _WITH_READER, _BY_READER = 0.6, 0.4, 0.95
_CONSENT = 0.6
_PER_CHARACTER = 1e-4
# Whom a sentence names so early is its subject, or part of it.
_OPENING = 10
# "Students pay no fee" denies it of students: what affirms it of all weighs more.
_EXCEPTED = 0.3
_PARTS = re.compile(r";\s+|:\s+|,\s+(?:while|whereas)\s+")
# What a place's own page says of who is there.
_HERE = re.compile(
    r"\b(?:here|in the (?:park|building|house|centre|hub)|hous(?:es|ed)|tenants?|premises|offices?|"
    r"located|based|moved|rents?|secretariat|next door|with us|occup(?:y|ies))\b",
    re.I,
)
_SOME_ONLY = re.compile(r"(?:Students|Children|Pensioners|Universities|Alumni|Volunteers)\b")
_GRATIS = frozenset(terms("gratis"))
_ITSELF = re.compile(r"(?:We|It|Its|They|Our|The|There|No|Neither|Nothing|None|This|Vi|Det|Den)\b")

# Who founds something else was not founded then: "X co-founded the network Y in 2016".
_FOUNDS = re.compile(
    r"\b(?:has|have|had)?\s*(?:co-?)?(?:founded|launched|started|created|established|initiated|"
    r"set up|formed)\s+(?:(?:an?|its|their|several|many)\s|the\s+\w+\s+[A-ZÅÄÖ]|[A-ZÅÄÖ])",
)


class Verdict(StrEnum):
    """What the documents say of an entity."""

    STATES = "states"
    DENIES = "denies"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the documents say of one entity, and the statement that says so.

    `region` is where front matter places it, when that is what answers; `more` states what was
    asked besides.
    """

    entity: Entity
    verdict: Verdict
    statement: Statement | None = None
    item: str = ""
    score: float = 1.0
    region: str = ""
    more: Statement | None = None


def judge(
    asked: EntityQuestion,
    entities: Sequence[Entity],
    catalogue: EntityCatalogue,
    material: Material,
) -> tuple[Finding, ...]:
    """Check every entity; one finding each, in their order.

    Where a place is asked for beside something else, only entities of that place are checked.
    """
    if asked.asks_nothing:
        return tuple(_what_it_is(asked, entity) for entity in entities)
    found = [scored.passage for scored in material.found]
    evidence = gather(material.query, entities, catalogue, found)
    evidence = agreeing(material.query, entities, evidence)
    # Of whom a superlative is told, each piece of a sentence says by itself.
    if not asked.others and not asked_superlative(material.query):
        evidence = {name: tuple(filter(_is_subject, each)) for name, each in evidence.items()}
    if asked.place is not None:
        placed = [_placed(asked, asked.place, entity, evidence[entity.name]) for entity in entities]
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
    witness = find_witness(asked, material, scored)
    return tuple(_finding(asked, entity, scored[entity.name], witness) for entity in entities)


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


def _placed(
    asked: EntityQuestion, place: Place, entity: Entity, evidence: Sequence[Evidence]
) -> Finding:
    """Whether an entity is at the place asked for."""
    region = " ".join(entity.regions)
    said = sorted(
        (one for one in evidence if _says_where(one, place, entity)),
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


def _says_where(one: Evidence, place: Place, entity: Entity) -> bool:
    """Whether a statement says where an entity is, or stands in the place's own document."""
    text = one.prepared.statement.text
    # "A is based in X; another is B": of B it says nothing.
    named = [
        clause
        for clause in _PARTS.split(text)
        if any(holds(joined_words(clause), form) for form in entity.forms)
    ]
    if one.item or (one.is_own and not named):
        return place.is_said_in(text)
    if any(place.is_said_in(clause) for clause in named):
        return True
    if one.is_own:
        return False
    is_there = form_of(one.prepared.statement.passage.title) in place.forms
    return is_there and any(_HERE.search(clause) for clause in named)


def _finding(
    asked: EntityQuestion,
    entity: Entity,
    scored: Sequence[Scored],
    witness: Witness,
) -> Finding:
    """Decide by the statement that speaks most of what is asked."""
    best: tuple[float, Scored, Verdict] | None = None
    for one in scored:
        if _is_beside(asked, entity, one.evidence):
            continue
        statement = one.evidence.prepared.statement
        sure, is_like = witness.sure(statement), witness.is_like(statement)
        if asked.deed is not None:
            happened = is_done(asked.deed, asked.others, entity, one.evidence)
            verdict = Verdict.STATES if happened else Verdict.SILENT
        else:
            verdict = _verdict(asked, one, sure, is_like=is_like)
        # Of statements that say the same, the shortest says it most plainly.
        value = one.total + 0.3 * sure - len(statement.text) * _PER_CHARACTER
        if verdict is Verdict.DENIES and not _speaks_for_itself(one.evidence):
            value -= _EXCEPTED
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


def _speaks_for_itself(evidence: Evidence) -> bool:
    """Whether a statement has the entity for its subject, or nobody else."""
    return evidence.opens or _ITSELF.match(evidence.prepared.statement.text) is not None


def _verdict(asked: EntityQuestion, one: Scored, sure: float, *, is_like: bool) -> Verdict:
    text = told_text(one.evidence)
    if not _speaks(asked, one, sure, is_like=is_like):
        return Verdict.SILENT
    if asked.comparison is not None:
        is_subject = one.evidence.is_own or one.evidence.opens or bool(one.evidence.item)
        values = asked.comparison.values(text) if is_subject and not _FOUNDS.search(text) else ()
        if not values:
            return Verdict.SILENT
        is_met = any(asked.comparison.fits(value) for value in values)
        return Verdict.STATES if is_met is not asked.is_negated else Verdict.DENIES
    denied = is_denied(text, _decisive(asked, one))
    # What some need not pay, others do.
    if _SOME_ONLY.match(text) and (asked.is_negated or _GRATIS & one.key):
        return Verdict.SILENT
    return Verdict.STATES if denied is asked.is_negated else Verdict.DENIES


def _decisive(asked: EntityQuestion, one: Scored) -> AbstractSet[str]:
    """Give the terms that a statement states or denies: of those that say most, the ones it holds.

    Where it holds none of them, "in return" and the like, what else it holds of the question.
    """
    held = one.evidence.prepared.held
    told = {term for each in asked.alternatives for term in each} - LIGHT
    return one.key & held or told & held or one.key


def _speaks(asked: EntityQuestion, one: Scored, sure: float, *, is_like: bool) -> bool:
    """Whether a statement speaks of what is asked, whichever way."""
    prepared = one.evidence.prepared
    if asked.others:
        if not _is_tied(asked, one.evidence):
            return False
        relation = {term for told in asked.alternatives for term in told} - LIGHT
        if any(INVOLVED.issuperset({*told} - LIGHT) for told in asked.alternatives):
            return True
        if relation and not relation & prepared.held and sure < _CONSENT:
            return False
    if sure >= _BY_READER:
        return True
    # That it names both is a witness too.
    is_consented = sure >= _CONSENT or is_like or bool(asked.others)
    if asked.alternatives and one.key.isdisjoint(
        with_alike(list(one.key), prepared.held | prepared.context)
    ):
        return is_consented and one.share >= _WITH_READER
    told = {term for each in asked.alternatives for term in each} - LIGHT
    if told and told.isdisjoint(with_alike(list(told), prepared.held)):
        return is_consented and one.share >= _BY_WORDS
    # A number of the right kind is a witness as good as the reader.
    has_witness = is_consented or asked.comparison is not None
    return one.share >= (_WITH_READER if has_witness else _BY_WORDS)


def _is_tied(asked: EntityQuestion, evidence: Evidence) -> bool:
    """Whether a statement speaks of the entity and of one that the question names.

    Of two that a third one's sentence names in passing it says nothing.
    """
    prepared = evidence.prepared
    title = form_of(page_name(prepared.statement.passage.title))
    opening = f"{' '.join(prepared.joined.split()[:_OPENING])} "
    for form in asked.others:
        if title == form or holds(f" {opening}", form):
            return True
        if evidence.voiced == form or (_is_subject(evidence) and holds(prepared.joined, form)):
            return True
    return False


def _is_beside(asked: EntityQuestion, entity: Entity, evidence: Evidence) -> bool:
    """Whether an entity does the same as the one named: "A and B have begun it" is of neither."""
    joined = evidence.prepared.joined
    is_tie = any(INVOLVED.issuperset({*told} - LIGHT) for told in asked.alternatives)
    # "A and B work together" ties them; "A and B work with C" does not.
    if is_tie and " with " not in joined:
        return False
    pairs = [(one, other) for one in asked.others for other in entity.forms]
    return any(
        holds(joined, (*first, "and", *second))
        for one, other in pairs
        for first, second in ((one, other), (other, one))
    )
