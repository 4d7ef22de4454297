"""Keeps the picture of the map: drawn in a thread of its own, so that no page waits long for it."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from assistant.ecosystem.model import EcosystemMaps
from ui.ecosystem.picture import Picture, compose

PATIENCE_SECONDS = 0.6
"""How long a page waits for a picture; most are drawn by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What there is to show.

    Attributes:
        picture: The newest one that is drawn; None before the first.
        is_current: Whether it shows what is stored now; a newer one is being drawn otherwise.
    """

    picture: Picture | None
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    state: int
    picture: Picture


@dataclass(slots=True)
class PictureKeeper:
    """Draws the map anew when it is asked for after a change. Safe across threads."""

    maps: EcosystemMaps
    patience_seconds: float = PATIENCE_SECONDS
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _drawn: _Drawn | None = field(default=None, init=False, repr=False)
    _drawing: "Future[_Drawn] | None" = field(default=None, init=False, repr=False)
    _artist: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "draw-map"), init=False, repr=False
    )

    def look(self) -> Looked:
        """Give the picture, after waiting a little for one that is being drawn.

        What goes wrong while drawing is raised here, and the next look tries again.
        """
        state = self.maps.state()
        with self._lock:
            drawn = self._drawn
            if drawn is not None and drawn.state == state:
                return Looked(picture=drawn.picture, is_current=True)
            if self._drawing is None or self._drawing.done():
                self._drawing = self._artist.submit(self._draw)
            drawing = self._drawing
        try:
            drawn = drawing.result(timeout=self.patience_seconds)
        except TimeoutError:
            return Looked(picture=drawn.picture if drawn else None, is_current=False)
        return Looked(picture=drawn.picture, is_current=drawn.state == state)

    def _draw(self) -> _Drawn:
        # Asked before: what changes while it is drawn is drawn at the next look.
        state = self.maps.state()
        ecosystem = self.maps.current()
        with self._lock:
            before = self._drawn
        is_same = before is not None and before.picture.ecosystem is ecosystem
        picture = before.picture if before and is_same else compose(ecosystem)
        drawn = _Drawn(state=state, picture=picture)
        with self._lock:
            self._drawn = drawn
        return drawn
