"""How far a statement speaks of what is asked of an entity, by its words."""

import math
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assistant.coverage.evidence import Evidence, held_terms
from assistant.coverage.question import EntityQuestion
from assistant.entities.entity import Entity
from assistant.question.terms import terms

# Words of a heading say what a section is about, not what each of its sentences states.
_HEADING = 0.5
# A neighbour goes on about the same: "Members pay 100 a month. The fee covers coaching."
_BESIDE = 0.5
_OWN = 0.15
# A term says much when its weight is near the heaviest one's.
_HEAVY = 0.7


LIGHT = frozenset(
    terms("""
    take offer provide give get make accept require ask want need demand hold keep include come go
    use allow become work receive available special specialise took gave got made held kept came
    went given taken refer mention relate concern deal
    """)
)
"""Verbs that say little of what is asked: "take equity", "offer labs"."""

_LITTLE = 0.3
# A paraphrase alone decides nothing, since "part" may or may not mean a member; beside another word
# it nearly does: "takes no shares".
_PARAPHRASED, _PARAPHRASED_ALONE = 0.8, 0.55


INVOLVED = frozenset(
    terms("""
    involve part participate partner member connect link associate engage role belong collaborate
    cooperate contribute join joint together active behind
    """)
)
"""Words for any tie between two: to name one in what is said of the other says it."""

# "Sustainability" and "sustainable" begin alike: so much of the shorter one, and so many letters.
_ALIKE, _SHORTEST_ALIKE = 0.65, 6


def with_alike(asked: Sequence[str], held: AbstractSet[str]) -> AbstractSet[str]:
    """Give held terms, and the asked ones that begin as one of them does.

    >>> sorted(with_alike(["sustainabilit", "goal"], {"sustainabl", "go"}))
    ['go', 'sustainabilit', 'sustainabl']
    """
    absent = [each for each in asked if each not in held and not each.startswith(("~", "="))]
    missing = [each for each in absent if len(each) >= _SHORTEST_ALIKE]
    # The stemmer cuts "mentors" further than "mentoring".
    cut = {each for each in absent if any(each + ending in held for ending in ("or", "er", "ion"))}
    alike = cut | {
        each
        for each in missing
        for other in held
        if other[:_SHORTEST_ALIKE] == each[:_SHORTEST_ALIKE] and _begin_alike(each, other)
    }
    return held | alike if alike else held


def _begin_alike(one: str, other: str) -> bool:
    size = max(_SHORTEST_ALIKE, round(_ALIKE * max(len(one), len(other))))
    return one[:size] == other[:size]


class Weights:
    """How much a term says: rare among the statements is much."""

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        """Count in how many statements each term occurs."""
        self._counts: dict[str, int] = {}
        statements = {id(one.prepared): one.prepared for one in evidence}
        for prepared in statements.values():
            for term in prepared.held:
                self._counts[term] = self._counts.get(term, 0) + 1
        self._statements = len(statements)

    def weight(self, term: str) -> float:
        """Give the inverse document frequency, above 0; a light verb's is a part of it."""
        rarity = math.log(1 + (self._statements + 1) / (self._counts.get(term, 0) + 0.5))
        return rarity * (_LITTLE if term in LIGHT else 1.0)

    def share(
        self, asked: Sequence[str], held: AbstractSet[str], literal: Mapping[str, str]
    ) -> float:
        """Give the weighted share of asked terms that are held, 0 to 1; a paraphrase is less."""
        # What says little counts where it stands, and is not missed where it does not.
        total = sum(self.weight(term) for term in asked if term in held or term not in LIGHT)
        credit = _PARAPHRASED if len(asked) > 1 else _PARAPHRASED_ALONE
        found = sum(
            self.weight(term) * (1.0 if literal.get(term, term) in held else credit)
            for term in asked
            if term in held
        )
        return found / total if total else 0.0

    def heavy(self, asked: Sequence[str]) -> frozenset[str]:
        """Give the asked terms that say most; () when all say little."""
        if LIGHT.issuperset(asked):
            return frozenset()
        most = max((self.weight(term) for term in asked), default=0.0)
        return frozenset(term for term in asked if self.weight(term) >= _HEAVY * most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """How far a statement speaks of what is asked, by its words.

    Attributes:
        evidence: The statement.
        share: The weighted share of what is asked that it holds, 0 to 1.
        total: What it is ranked by: the share, and more where it stands in the entity's own text.
        key: The asked terms that say most.
    """

    evidence: Evidence
    share: float
    total: float
    key: frozenset[str]


def score(asked: EntityQuestion, entity: Entity, evidence: Evidence, weights: Weights) -> Scored:
    """Score a statement by the alternative of what is asked that it holds most of."""
    prepared, literal = evidence.prepared, asked.literal
    named = {term for form in entity.forms for term in held_terms(" ".join(form))}
    kinds = {term for kind in entity.kinds for term in held_terms(" ".join(kind))}
    best = Scored(evidence=evidence, share=0.0, total=0.0, key=frozenset())
    for told in asked.alternatives or ((),):
        if not told:
            return Scored(evidence=evidence, share=1.0, total=1.0, key=frozenset())
        # Its own name says nothing of it where others speak of it.
        held = with_alike(told, prepared.held if evidence.is_own else prepared.held - named)
        own = weights.share(told, held, literal)
        whole = held | (prepared.context - named if evidence.is_own else prepared.context)
        wide = weights.share(told, held | kinds, literal) if own else 0.0
        around = weights.share(told, whole, literal)
        credit = _HEADING if evidence.is_own else 1.0
        share = max(wide, own + credit * (around - own))
        if evidence.is_own and own:
            beside = weights.share(told, held | prepared.around, literal)
            share = max(share, own + _BESIDE * (beside - own))
        if share > best.share:
            total = share + _OWN * (evidence.is_own + evidence.opens) + 0.1 * own
            best = Scored(evidence=evidence, share=share, total=total, key=weights.heavy(told))
    return best
