"""Which evidence agrees with a question over many in more than its words."""

import re
from collections.abc import Mapping, Sequence

from assistant.coverage.evidence import Evidence, told_text
from assistant.entities.entity import Entity
from assistant.entities.names import holds, joined_words
from assistant.evidence.agreement import Demands, demands_of
from assistant.evidence.statements import without_aside

# "A (metals, here) is the oldest, B (health) the largest": what stands between two commas is one's.
_PIECES = re.compile(r"[,;]\s+(?![^()]*\))")


def agreeing(
    query: str, entities: Sequence[Entity], evidence: Mapping[str, tuple[Evidence, ...]]
) -> dict[str, tuple[Evidence, ...]]:
    """Leave out what does not speak of the tie or the superlative that is asked for.

    Args:
        query: The question.
        entities: Of whom it is asked.
        evidence: By entity's name, what may speak of it.
    """
    demands = demands_of(query)
    if demands.is_empty:
        return dict(evidence)
    return {
        entity.name: tuple(one for one in evidence[entity.name] if _agrees(demands, entity, one))
        for entity in entities
    }


def _agrees(demands: Demands, entity: Entity, one: Evidence) -> bool:
    told = without_aside(told_text(one))
    if demands.superlatives:
        pieces = _PIECES.split(told)
        own = [
            each for each in pieces if any(holds(joined_words(each), form) for form in entity.forms)
        ]
        return demands.are_met_by(", ".join(own) or told)
    heading = one.prepared.statement.passage.heading or ""
    return demands.are_met_by(f"{heading} {told} {one.item}")
