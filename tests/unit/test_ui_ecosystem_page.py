"""The map's page as HTML: picture, list, panel, legend, search; hostile names stay text."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.ecosystem.model import EcosystemMap, NodeKind, Relation, Source
from assistant.question.following.names import NoNames
from assistant.question.swedish.translator import SwedishTranslator
from tests.fakes_ecosystem import ecosystem_of, make_node, make_tie, renamed, sorted_map
from tests.payloads_ui import PAYLOADS
from ui.ecosystem.finding import find_nodes
from ui.ecosystem.page import MapRequest, render_map_page, render_waiting_page
from ui.ecosystem.panel import render_node
from ui.ecosystem.picture import compose
from ui.language import Language
from ui.texts import load_texts

KELP = make_node("kelp-yard", "Kelp Yard", NodeKind.SUPPORT)
COAST = make_node("coast-fund", "Coast Fund", NodeKind.FUNDER)
RING = make_node("blue-ring", "Blue Ring", NodeKind.NETWORK)
LONE = make_node("lone-star", "Lone Star")
SMALL = sorted_map(
    [KELP, COAST, RING, LONE],
    [
        make_tie(KELP, COAST, Relation.FUNDED_BY, "Coast Fund funds Kelp Yard."),
        make_tie(KELP, RING, Relation.MEMBER_OF, "Blue Ring has one member:\n- Kelp Yard"),
    ],
)


def page(
    ecosystem: EcosystemMap = SMALL, request: MapRequest | None = None, language: Language = "en"
) -> str:
    return render_map_page(compose(ecosystem), request or MapRequest(), language)


def panel_of(node_id: str, language: Language = "en") -> str:
    return render_node(SMALL.by_id[node_id], SMALL, language, "picture")


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def test_the_picture_has_everybody_as_a_link_with_name_kind_and_number_of_ties() -> None:
    shown = page()
    assert re.findall(r'aria-label="([^"]+)" data-id="kelp-yard"', shown) == [
        "Kelp Yard, Incubators and parks, ties&#58; 2"
    ]
    assert 'href="/map?node=kelp-yard#about"' in shown


def test_a_panel_says_what_it_is_its_ties_with_quotes_and_what_to_ask() -> None:
    shown = panel_of("kelp-yard")
    text = plain(shown)
    assert "Funded by Coast Fund Coast Fund funds Kelp Yard. Kelp Yard › Ties" in text
    assert "Member of, or takes part in Blue Ring" in text
    assert 'href="/documents/document-kelp-yard?start=10&amp;end=37"' in shown
    asked = [
        parse_qs(urlsplit(each).query)["q"][0] for each in re.findall(r'href="(/\?q=[^"]+)"', shown)
    ]
    assert asked[0] == "What is Kelp Yard?"
    assert 2 <= len(asked[1:]) <= 3
    assert "Who funds Kelp Yard?" in asked


def test_a_page_in_swedish_asks_in_swedish() -> None:
    shown = panel_of("kelp-yard", "sv")
    asked = [
        parse_qs(urlsplit(each).query)["q"][0] for each in re.findall(r'href="(/\?q=[^"]+)"', shown)
    ]
    assert asked[0] == "Vad är Kelp Yard?"
    assert "Vem finansierar Kelp Yard?" in asked


def test_what_a_swedish_page_asks_is_understood_as_the_english_one_asks() -> None:
    translator = SwedishTranslator(known=NoNames())
    texts = load_texts("map")
    keys = [key for key in texts.by_key if key.startswith("question_")]
    translated = {key: translator.translate(texts.say("sv", key, name="Kelp Yard")) for key in keys}
    reworded = {
        "question_who_funds": "Who finances Kelp Yard?",
        "question_what_funds": "What does Kelp Yard finance?",
        "question_partners": "Who are partners of Kelp Yard?",
        "question_members": "Who are members of Kelp Yard?",
        "question_where_based": "Where is Kelp Yard located?",
        "question_who_based": "Which organisations are there in Kelp Yard?",
        "question_when_held": "When is Kelp Yard held?",
    }
    english = {key: texts.say("en", key, name="Kelp Yard") for key in keys}
    assert translated == english | reworded


def test_a_tie_is_told_from_its_other_end_too() -> None:
    assert "Funds Kelp Yard" in plain(panel_of("coast-fund"))
    assert "Members and participants Kelp Yard" in plain(panel_of("blue-ring"))
    assert "tie it to nothing else" in plain(panel_of("lone-star"))


def test_a_tie_that_once_was_is_marked() -> None:
    ecosystem = sorted_map([KELP, COAST], [make_tie(KELP, COAST, Relation.FUNDED_BY)])
    [tie] = ecosystem.ties
    quotes = tuple(
        type(q)(**{**{f: getattr(q, f) for f in q.__slots__}, "is_past": True}) for q in tie.quotes
    )
    past = EcosystemMap(
        nodes=ecosystem.nodes,
        ties=(
            type(tie)(source=tie.source, target=tie.target, relation=tie.relation, quotes=quotes),
        ),
    )
    assert '<span class="once">once</span>' in render_node(
        past.by_id["kelp-yard"], past, "en", "list"
    )
    assert 'class="tie r-funded_by past"' in page(past)


def test_the_list_holds_the_same_as_text() -> None:
    text = plain(page(request=MapRequest(view="list")))
    for expected in ("Kelp Yard", "Incubators and parks", "Funded by Coast Fund", "Ties: 2"):
        assert expected in text
    assert "<svg id=" not in page(request=MapRequest(view="list"))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", ["Blue Ring", "Coast Fund", "Kelp Yard", "Lone Star"]),
        ("kind", ["Lone Star", "Coast Fund", "Kelp Yard", "Blue Ring"]),
        ("ties", ["Kelp Yard", "Blue Ring", "Coast Fund", "Lone Star"]),
        ("nonsense", ["Blue Ring", "Coast Fund", "Kelp Yard", "Lone Star"]),
    ],
)
def test_the_list_is_sorted_as_asked(sort: str, expected: list[str]) -> None:
    shown = page(request=MapRequest(view="list", sort=sort))
    assert re.findall(r'<h2 class="name">([^<]+)</h2>', shown) == expected


def test_a_long_list_leaves_quotes_to_a_click() -> None:
    crowded = page(ecosystem_of(200), MapRequest(view="list"))
    assert "<blockquote>" not in crowded
    assert "All quotes&#58; 1" in crowded
    assert len(crowded) < 1_000_000


def test_long_lists_in_quotes_are_told_by_their_ends() -> None:
    said = "Blue Ring has members:\n- a\n- b\n- c\n- d\n- Kelp Yard"
    ecosystem = sorted_map([KELP, RING], [make_tie(KELP, RING, Relation.MEMBER_OF, said)])
    assert "has members: … - Kelp Yard" in plain(render_node(KELP, ecosystem, "en", "list"))


def test_the_legend_has_what_there_is_and_the_page_speaks_swedish() -> None:
    shown = page(language="sv")
    assert "Inkubatorer och parker" in shown
    assert "finansieras av" in shown
    assert 'value="event"' not in shown
    assert 'value="together"' not in shown
    assert '<html lang="sv">' in shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kelp Yard", ["kelp-yard"]),
        ("kelp", ["kelp-yard"]),
        ("  ring ", ["blue-ring"]),
        ("KÉLP-yard", ["kelp-yard"]),
        ("BR", ["blue-ring"]),
        ("ne", ["lone-star"]),
        ("l", ["lone-star", "blue-ring", "kelp-yard"]),
        ("nobody", []),
        ("", []),
        ("?!", []),
    ],
)
def test_nodes_are_found_by_their_names(text: str, expected: list[str]) -> None:
    named = EcosystemMap(
        nodes=tuple(
            replace(node, other_names=("BR",)) if node is RING else node for node in SMALL.nodes
        )
    )
    assert [node.node_id for node in find_nodes(named, text)] == expected


def test_a_search_without_a_script_says_how_many_it_found_and_links_to_the_others() -> None:
    shown = page(request=MapRequest(find="l"))
    assert "1 of 3 found" in plain(shown)
    assert shown.count('<li><a data-node="') == 2
    assert 'value="l"' in shown


def test_a_panel_tells_what_it_is_by_which_names_and_in_which_documents() -> None:
    told = replace(
        KELP,
        description=make_tie(KELP, COAST, Relation.TOGETHER, "Kelp Yard is <b>here</b>.").quotes[0],
        other_names=("KY", "<i>Kelp</i>"),
        sources=(
            Source(document_id="document-kelp-yard", title="Kelp Yard"),
            Source(document_id="letter", title="A <u>letter</u>"),
        ),
    )
    shown = render_node(told, EcosystemMap(nodes=(told,)), "en", "picture")
    text = plain(shown)
    assert "Kelp Yard is <b>here</b>. Kelp Yard › Ties" in text
    assert "Also called: KY, <i>Kelp</i>" in text
    assert "Other documents that tell of it A <u>letter</u>" in text
    assert 'href="/documents/letter"' in shown
    assert not {"<b>", "<i>", "<u>"} & set(re.findall(r"<\w+>", shown))


def test_while_the_picture_is_drawn_the_page_says_so_and_can_be_looked_at_again() -> None:
    shown = render_waiting_page("en")
    assert "The map is being drawn." in shown
    assert '<a href="">Look again</a>' in shown
    assert "<progress" in shown
    again = render_map_page(compose(SMALL), MapRequest(), "en", is_current=False)
    assert "the map is being drawn again" in again
    assert "being drawn again" not in page()


def test_without_a_script_a_search_or_a_link_chooses_a_node() -> None:
    for request in (MapRequest(find="kelp"), MapRequest(node="kelp-yard")):
        shown = page(request=request)
        assert "<h2>Kelp Yard</h2>" in shown
        assert re.search(r'class="node k-support chosen[^"]*"', shown)
    assert "Nothing on the map is called “&lt;zz&gt;”." in page(request=MapRequest(find="<zz>"))
    assert "<h2>" not in page(request=MapRequest(node="atlantis"))


def test_the_empty_page_says_what_to_do() -> None:
    shown = page(EcosystemMap())
    assert "There is nothing to draw yet." in shown
    assert 'href="/documents"' in shown
    assert "<svg id=" not in shown


def test_a_map_without_ties_says_so() -> None:
    assert "no sentence ties one to another" in page(EcosystemMap(nodes=(LONE,)))


class Elements(HTMLParser):
    """Notes every element and attribute that a page really has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [
            value or "" for name, value in attrs if name in {"href", "src", "action"}
        ]


@pytest.mark.parametrize("view", ["picture", "list"])
def test_hostile_names_and_quotes_add_no_element_attribute_or_address(view: str) -> None:
    plain_map = ecosystem_of(len(PAYLOADS))
    hostile = renamed(plain_map, PAYLOADS)
    nodes = hostile.nodes
    ties = [make_tie(nodes[0], each, Relation.FUNDED_BY, each.name) for each in nodes[1:]]
    hostile = EcosystemMap(nodes=nodes, ties=tuple(ties))
    harmless = EcosystemMap(
        nodes=plain_map.nodes,
        ties=tuple(
            make_tie(plain_map.nodes[0], each, Relation.FUNDED_BY, "one\ntwo")
            for each in plain_map.nodes[1:]
        ),
    )
    request = MapRequest(view=view, node=nodes[0].node_id)
    found, expected = Elements(page(hostile, request)), Elements(page(harmless, request))
    assert found.tags == expected.tags
    assert found.attributes == expected.attributes
    assert all(address.startswith(("/", "#")) for address in found.addresses)
    assert not any(address.startswith("//") for address in found.addresses)


def test_hostile_ids_and_choices_in_the_address_stay_text() -> None:
    nasty = '"><script>alert(1)</script>'
    shown = page(request=MapRequest(node=nasty, find=nasty, sort=nasty, kinds=(nasty,)))
    assert "<script>alert" not in shown
