"""The picture of the map: nothing overlaps, it is always the same, and all of it is there."""

import re
from collections.abc import Mapping

import pytest

from assistant.ecosystem.model import EcosystemMap, NodeKind, Relation
from tests.fakes_ecosystem import ecosystem_of, make_node, make_tie, renamed, sorted_map
from ui.ecosystem.drawing import draw
from ui.ecosystem.labelling import SCALES, boxes_at
from ui.ecosystem.lettering import lettering
from ui.ecosystem.picture import Picture, Shown, compose

Boxes = Mapping[str, tuple[float, float, float, float]]


@pytest.fixture(scope="module", params=[40, 400])
def picture(request: pytest.FixtureRequest) -> Picture:
    return compose(ecosystem_of(request.param))


def overlapping(boxes: Boxes) -> list[tuple[str, str]]:
    names = sorted(boxes)
    return [
        (one, other)
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        if boxes[one][0] < boxes[other][2]
        and boxes[other][0] < boxes[one][2]
        and boxes[one][1] < boxes[other][3]
        and boxes[other][1] < boxes[one][3]
    ]


# Between two sizes at which names come, too.
@pytest.mark.parametrize("scale", [*SCALES, 0.43, 0.85, 1.2, 1.7])
def test_no_two_names_overlap_at_any_size(picture: Picture, scale: float) -> None:
    assert overlapping(boxes_at(picture.layout, picture.labels, scale)) == []


def test_at_full_size_every_name_is_written_and_from_afar_the_best_tied(picture: Picture) -> None:
    count = len(picture.ecosystem.nodes)
    assert len(boxes_at(picture.layout, picture.labels, 1.0)) >= 0.97 * count
    from_afar = boxes_at(picture.layout, picture.labels, SCALES[0])
    assert picture.order[0].node_id in from_afar
    assert 4 <= len(from_afar) < 0.5 * count


def test_marks_stand_apart_and_within_the_picture(picture: Picture) -> None:
    layout = picture.layout
    marks = {
        node_id: (
            each.x - each.radius,
            each.y - each.radius,
            each.x + each.radius,
            each.y + each.radius,
        )
        for node_id, each in layout.places.items()
    }
    assert overlapping(marks) == []
    assert all(
        left >= 0 and top >= 0 and right <= layout.width and bottom <= layout.height
        for left, top, right, bottom in marks.values()
    )


def test_the_same_map_gives_the_same_picture() -> None:
    shown = [compose(ecosystem_of(60)) for _ in range(2)]
    one, other = (draw(each, Shown.chosen(each, (), ()), "en") for each in shown)
    assert one == other


@pytest.mark.parametrize(
    "ecosystem",
    [
        EcosystemMap(),
        EcosystemMap(nodes=(make_node("a", "Alba"),)),
        EcosystemMap(nodes=tuple(make_node(f"n{at}", f"Name {at}") for at in range(30))),
        ecosystem_of(2),
        ecosystem_of(3),
    ],
)
def test_maps_that_are_empty_tiny_or_without_ties_are_drawn(ecosystem: EcosystemMap) -> None:
    picture = compose(ecosystem)
    drawn = draw(picture, Shown.chosen(picture, (), ()), "en")
    assert drawn.count('class="shape"') == len(ecosystem.nodes)


def test_every_tie_is_drawn_and_directed_ones_have_an_arrow(picture: Picture) -> None:
    every = [each.value for each in Relation]
    drawn = draw(picture, Shown.chosen(picture, (), every, strays=True), "en")
    ties = picture.ecosystem.ties
    assert drawn.count('class="line"') == len(ties)
    assert drawn.count('class="arrow') == sum(not tie.relation.is_mutual for tie in ties)
    assert " off" not in drawn


def test_names_stay_within_the_picture_where_all_of_it_is_seen(picture: Picture) -> None:
    layout = picture.layout
    whole = min(840 / layout.width, 570 / layout.tied_height)
    boxes = boxes_at(layout, picture.labels, whole)
    tied = [box for node_id, box in boxes.items() if not layout.places[node_id].is_stray]
    assert len(tied) > 20
    for left, top, right, bottom in tied:
        assert left >= -12
        assert top >= -12
        assert right <= layout.width * whole + 12
        assert bottom <= layout.tied_height * whole + 12


def test_strays_stand_in_rows_below_those_who_are_tied(picture: Picture) -> None:
    places = picture.layout.places.values()
    rows = {place.y + place.lettering.height / 2 for place in places if place.is_stray}
    assert 0 < len(rows) <= picture.layout.strays / 3
    assert max(place.y for place in places if not place.is_stray) < min(rows)
    assert picture.layout.tied_height <= min(rows)


def test_strays_of_a_crowded_map_are_hidden_until_they_are_chosen_or_tied() -> None:
    picture = compose(ecosystem_of(90))
    strays = {at for at, place in picture.layout.places.items() if place.is_stray}
    by_together = {
        end for tie in picture.ecosystem.ties for end in (tie.source, tie.target) if end in strays
    }
    assert 0 < len(by_together) < len(strays)

    def hidden(shown: Shown) -> set[str]:
        drawn = draw(picture, shown, "en")
        return set(re.findall(r'<a class="node [^"]*\boff\b[^>]* data-id="([^"]+)"', drawn))

    assert hidden(Shown.chosen(picture, (), ())) == strays
    assert hidden(Shown.chosen(picture, (), (), strays=True)) == set()
    every = [each.value for each in Relation]
    assert hidden(Shown.chosen(picture, (), every)) == strays - by_together
    small = compose(ecosystem_of(40))
    assert small.layout.strays
    assert Shown.chosen(small, (), ()).strays


def test_parts_that_nothing_ties_fill_the_frame_side_by_side() -> None:
    nodes = [make_node(f"n{at:02}", f"Name {at}") for at in range(80)]
    ties = [make_tie(nodes[at], nodes[at + 1], Relation.RUN_BY) for at in range(0, 80, 2)]
    layout = compose(sorted_map(nodes, ties)).layout
    room = 40 * 2 * 48 * 90
    assert layout.width * layout.height < 5 * room
    assert 1.0 < layout.width / layout.height < 2.0


def test_an_arrow_points_from_source_to_target() -> None:
    one, other = make_node("a", "Alba"), make_node("b", "Borea")
    picture = compose(sorted_map([one, other], [make_tie(one, other, Relation.FUNDED_BY)]))
    drawn = draw(picture, Shown.chosen(picture, (), ()), "en")
    found = re.search(r"rotate\((-?[\d.]+)\)", drawn)
    places = picture.layout.places
    assert found
    is_right = places["b"].x > places["a"].x
    assert (abs(float(found[1])) < 90) == is_right


def test_named_together_is_off_where_it_is_crowded_until_it_is_chosen() -> None:
    crowded, small = compose(ecosystem_of(90)), compose(ecosystem_of(20))
    assert Relation.TOGETHER not in Shown.chosen(crowded, (), ()).relations
    assert Relation.TOGETHER in Shown.chosen(crowded, (), ["together"]).relations
    assert Relation.TOGETHER in Shown.chosen(small, (), ()).relations


def test_what_is_not_chosen_is_hidden() -> None:
    picture = compose(ecosystem_of(30))
    drawn = draw(picture, Shown.chosen(picture, ["funder"], ["run_by", "nonsense"]), "en")
    shown = re.findall(r'<a class="node k-(\w+)(?! off)[^"]*"', drawn)
    hidden = re.findall(r'<a class="node k-(\w+) off[^"]*"', drawn)
    assert "funder" not in hidden
    assert set(hidden) == {kind.value for kind in NodeKind} - {"funder"}
    assert len(shown) == 30


def test_several_ties_of_the_same_two_are_drawn_apart() -> None:
    one, other = make_node("a", "Alba"), make_node("b", "Borea")
    relations = (Relation.FUNDED_BY, Relation.RUN_BY, Relation.FOUNDED_BY)
    ties = [make_tie(one, other, relation) for relation in relations]
    picture = compose(sorted_map([one, other], ties))
    drawn = draw(picture, Shown.chosen(picture, (), ()), "en")
    assert len(set(re.findall(r'class="line" d="([^"]+)"', drawn))) == 3


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Alba", ("Alba",)),
        (
            "Swedish Association of Local Authorities and Regions",
            ("Swedish Association", "of Local Authorities…"),
        ),
        ("X" * 80, ("X" * 20 + "…",)),
        ("", ()),
        ("  two   spaces ", ("two spaces",)),
        (
            "東京大学ライフサイエンス研究ネットワーク機構",
            ("東京大学ライフサイエンス研究ネットワーク…",),
        ),
    ],
)
def test_long_names_are_cut_into_two_lines(name: str, lines: tuple[str, ...]) -> None:
    assert lettering(name).lines == lines


def test_names_of_any_script_and_length_do_not_overlap_either() -> None:
    names = [
        "W" * 200,
        "東京大学" * 9,
        "a " * 90,
        "\u202eabc",
        "",
        "é" * 50,
        "<svg onload=alert(1)>",
    ]
    picture = compose(renamed(ecosystem_of(25), names))
    for scale in SCALES:
        assert overlapping(boxes_at(picture.layout, picture.labels, scale)) == []
