"""Which of the names that documents know a few typed words mean."""

import pytest

from assistant.entities.catalogue import EntityCatalogue
from assistant.question.following.catalogue_names import CatalogueNames
from tests.fakes_entities import MemoryBase

PAGES = {
    "helm.txt": "Women at the Helm\n\nWomen at the Helm is a mentoring programme for women.\n",
    "funder.md": "# Oak Fund\n\nOak Fund is a financier of:\n\n- the programme Women at the Helm\n",
    "leap.md": "# Green Leap\n\nGreen Leap is a programme.\n",
    "oakville.md": "# Oakville Incubator\n\nOakville Incubator is an incubator.\n",
}
NAMES = CatalogueNames(EntityCatalogue(MemoryBase(PAGES)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("green loan", ""),
        ("green leep", "Green Leap"),
        ("oakvile incubater", "Oakville Incubator"),
    ],
)
def test_a_slip_is_a_letter_or_two_and_no_other_short_word(typed: str, meant: str) -> None:
    assert NAMES.nearest(typed) == meant


def test_a_plain_word_before_at_is_no_name() -> None:
    assert NAMES.find("how many women get in?") == ()
    assert [one.text for one in NAMES.find("who runs women at the helm?")] == ["Women at the Helm"]
