"""Keeps the map of what is stored now: made when first asked for, and anew after a change."""

import threading
from dataclasses import dataclass, field

from assistant.ecosystem.building import build_map
from assistant.ecosystem.model import EcosystemMap
from assistant.entities.catalogue import EntityCatalogue, EntitySource


@dataclass(slots=True)
class MapKeeper:
    """Builds the map when the stored documents have changed since the last call.

    Safe across threads: those who ask while it is built wait for the one that is building. Asked
    once by whoever warms the process up, no visitor waits.
    """

    source: EntitySource
    entities: EntityCatalogue
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _state: int = field(default=-1, init=False)
    _map: EcosystemMap = field(default_factory=EcosystemMap, init=False, repr=False)

    def state(self) -> int:
        """A number that grows with every change of what is stored."""
        return self.source.state()

    def current(self) -> EcosystemMap:
        """The map of the documents that are stored now; an empty one without documents."""
        with self._lock:
            state = self.source.state()
            if state != self._state:
                self._map = self._built()
                self._state = state
            return self._map

    def _built(self) -> EcosystemMap:
        ids = sorted(stored.document_id for stored in self.source.documents())
        documents = (self.source.passages_of(document_id) for document_id in ids)
        return build_map(self.entities.entities(), self.entities.places(), documents)
