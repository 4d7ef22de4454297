"""The map as text: every node with its ties, for screen readers and those who prefer to read."""

from collections.abc import Sequence

from assistant.ecosystem.model import EcosystemMap, Node
from ui.ecosystem.addresses import list_address, node_address
from ui.ecosystem.panel import render_kind, render_ties
from ui.ecosystem.picture import CROWDED_FROM
from ui.language import Language
from ui.markup import escape
from ui.texts import load_texts

_CURRENT = ' aria-current="true"'
SORTS = ("name", "kind", "ties")

# Where many are listed, quotes are one click away: else the page is too long to load.
_MOST_WITH_QUOTES = CROWDED_FROM * 3


def render_list(ecosystem: EcosystemMap, language: Language, sort: str) -> str:
    """Render all nodes, each one to be opened.

    Args:
        ecosystem: The map.
        language: Of the interface.
        sort: One of `SORTS`; anything else sorts by name.
    """
    nodes = sorted_nodes(ecosystem, language, sort)
    most = 2 if len(nodes) <= _MOST_WITH_QUOTES else 0
    items = "".join(_item(node, ecosystem, language, most) for node in nodes)
    return f'{_sorting(language, sort)}<ul class="node-list">{items}</ul>'


def sorted_nodes(ecosystem: EcosystemMap, language: Language, sort: str) -> list[Node]:
    """Give the nodes in an order; those that are alike by name."""
    texts = load_texts("map")
    by_name = sorted(ecosystem.nodes, key=lambda node: node.name.casefold())
    match sort:
        case "kind":
            return sorted(by_name, key=lambda node: texts.say(language, f"kind_{node.kind.value}"))
        case "ties":
            return sorted(by_name, key=lambda node: -len(ecosystem.ties_of.get(node.node_id, ())))
        case _:
            return by_name


def _sorting(language: Language, sort: str) -> str:
    texts = load_texts("map")
    current: str = sort if sort in SORTS else SORTS[0]
    links: Sequence[str] = [
        f'<li><a href="{escape(list_address(each))}"'
        f"{_CURRENT if each == current else ''}>"
        f"{texts.html(language, f'sort_{each}')}</a></li>"
        for each in SORTS
    ]
    name = texts.html(language, "sort")
    return (
        f'<nav class="sorting" aria-label="{name}"><span>{name}</span>'
        f"<ul>{''.join(links)}</ul></nav>"
    )


def _item(node: Node, ecosystem: EcosystemMap, language: Language, most_quotes: int) -> str:
    texts = load_texts("map")
    count = len(ecosystem.ties_of.get(node.node_id, ()))
    nothing = f'<p class="soft">{texts.html(language, "no_ties")}</p>'
    said = render_ties(node, ecosystem, language, view="list", most_quotes=most_quotes)
    about = (
        f'<p><a data-node="{escape(node.node_id)}" '
        f'href="{escape(node_address(node.node_id, "list"))}">'
        f"{texts.html(language, 'about_node', name=node.name)}</a></p>"
    )
    return (
        f'<li data-kind="{node.kind.value}"><details><summary>'
        f'<h2 class="name">{escape(node.name)}</h2>{render_kind(node, language)}'
        f'<span class="soft">{texts.html(language, "count_ties", count=count)}</span></summary>'
        f"{about}{said if count else nothing}</details></li>"
    )
