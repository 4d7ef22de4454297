"""What the documents together say of one name: an entity."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.entities.mentions import Named
from assistant.entities.statements import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Named):
    """Something that the documents say what it is; its facts are the surest first.

    Attributes:
        kinds: All that it is said to be.
        own: By document, the ordinals of the passages that are about it.
    """

    kinds: frozenset[Kind]
    own: Mapping[str, frozenset[int]]

    @property
    def voices(self) -> frozenset[str]:
        """Documents in which it is who says "we"."""
        return frozenset(fact.document_id for fact in self.facts if fact.is_voice)

    @property
    def regions(self) -> tuple[str, ...]:
        """Where it is, as front matter says."""
        return tuple(dict.fromkeys(fact.region for fact in self.facts if fact.region))
