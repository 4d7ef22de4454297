"""The picture of the map is drawn behind the pages, once for each change."""

import pytest

from assistant.ecosystem.model import EcosystemMap
from tests.fakes_ecosystem import SlowMaps, ecosystem_of
from ui.ecosystem.keeping import PictureKeeper

LONG = 30.0


def test_before_the_first_picture_is_drawn_nobody_waits_for_it() -> None:
    maps = SlowMaps(ecosystem=ecosystem_of(3))
    keeper = PictureKeeper(maps, patience_seconds=0)
    for _ in range(3):
        looked = keeper.look()
        assert looked.picture is None
        assert not looked.is_current
    maps.may_go_on.set()
    keeper.patience_seconds = LONG
    looked = keeper.look()
    assert looked.is_current
    assert looked.picture is not None
    assert maps.built == 1


def test_after_a_change_the_picture_from_before_is_shown_until_the_new_one_is_drawn() -> None:
    maps = SlowMaps(ecosystem=ecosystem_of(3))
    maps.may_go_on.set()
    keeper = PictureKeeper(maps, patience_seconds=LONG)
    before = keeper.look()
    assert keeper.look().picture is before.picture
    maps.may_go_on.clear()
    maps.changes, maps.ecosystem = 1, ecosystem_of(4)
    keeper.patience_seconds = 0
    meanwhile = keeper.look()
    assert meanwhile.picture is before.picture
    assert not meanwhile.is_current
    maps.may_go_on.set()
    keeper.patience_seconds = LONG
    after = keeper.look()
    assert after.is_current
    assert after.picture is not None
    assert len(after.picture.ecosystem.nodes) == 4


def test_what_fails_while_drawing_is_said_and_tried_again() -> None:
    class Failing(SlowMaps):
        def current(self) -> EcosystemMap:
            if not self.built:
                self.built += 1
                raise OSError(self.built)
            return self.ecosystem

    keeper = PictureKeeper(Failing(ecosystem=ecosystem_of(2)), patience_seconds=LONG)
    with pytest.raises(OSError, match="1"):
        keeper.look()
    assert keeper.look().is_current
