"""The legend, which is also where kinds and ties are chosen, and the box that finds a node."""

from collections import Counter
from collections.abc import Sequence

from assistant.ecosystem.model import Node, NodeKind, Relation
from ui.ecosystem.addresses import node_address
from ui.ecosystem.picture import Picture, Shown
from ui.ecosystem.shapes import line_sample, shape_sample
from ui.language import Language
from ui.markup import escape
from ui.texts import load_texts

_MOST_FOUND = 12


def render_legend(picture: Picture, shown: Shown, language: Language) -> str:
    """Render the kinds and relations that there are, each to be switched on and off."""
    texts = load_texts("map")
    kinds = Counter(node.kind for node in picture.ecosystem.nodes)
    relations = Counter(tie.relation for tie in picture.ecosystem.ties)
    of_kinds = "".join(
        _choice(
            "kind",
            kind.value,
            texts.html(language, f"kind_{kind.value}"),
            shape_sample(kind) + _counted(kinds[kind]),
            is_on=kind in shown.kinds,
        )
        for kind in NodeKind
        if kinds[kind]
    )
    of_relations = "".join(
        _choice(
            "relation",
            relation.value,
            texts.html(language, f"relation_{relation.value}"),
            line_sample(relation) + _counted(relations[relation]),
            is_on=relation in shown.relations,
        )
        for relation in Relation
        if relations[relation]
    )
    strays = picture.layout.strays
    of_strays = _choice(
        "strays",
        "show",
        texts.html(language, "strays"),
        _counted(strays),
        is_on=shown.strays,
    )
    is_hinted = picture.is_crowded and relations[Relation.TOGETHER]
    hint = f'<p class="soft">{texts.html(language, "crowded")}</p>' if is_hinted else ""
    return (
        f'<details id="legend" open><summary>{texts.html(language, "legend")}</summary>'
        '<form id="choices" method="get" action="/map">'
        f"<fieldset><legend>{texts.html(language, 'kinds')}</legend>{of_kinds}</fieldset>"
        f"<fieldset><legend>{texts.html(language, 'relations')}</legend>{of_relations}"
        f"{of_strays * bool(strays)}</fieldset>"
        f"{hint}"
        f'<button type="submit" class="no-script-only">{texts.html(language, "apply")}</button>'
        "</form></details>"
    )


def render_search(picture: Picture, language: Language, view: str, text: str) -> str:
    """Render the box that finds a node by its name, with what was looked for last."""
    texts = load_texts("map")
    names = "".join(
        f'<option value="{escape(node.name)}"></option>' for node in picture.ecosystem.nodes
    )
    return (
        '<form id="finding" method="get" action="/map#about" role="search">'
        f'<input type="hidden" name="view" value="{escape(view)}">'
        f'<label for="find" class="sr-only">{texts.html(language, "find")}</label>'
        f'<input type="search" id="find" name="find" list="names" maxlength="200" '
        f'autocomplete="off" value="{escape(text)}" placeholder="{texts.html(language, "find")}">'
        f'<datalist id="names">{names}</datalist>'
        f'<button type="submit">{texts.html(language, "find_button")}</button></form>'
    )


def render_found(found: Sequence[Node], text: str, language: Language, view: str) -> str:
    """Render how many were found, those after the first as links; empty before anything is."""
    texts = load_texts("map")
    said = ""
    if text and not found:
        said = texts.html(language, "not_found", name=text)
    elif text:
        said = texts.html(language, "found", count=len(found), name=found[0].name)
    links = "".join(
        f'<li><a data-node="{escape(node.node_id)}" '
        f'href="{escape(node_address(node.node_id, view))}">{escape(node.name)}</a></li>'
        for node in found[1:_MOST_FOUND]
    )
    steps = "".join(
        f'<button type="button" id="find-{name}" hidden>{texts.html(language, f"find_{name}")}'
        "</button>"
        for name in ("previous", "next")
    )
    return (
        f'<div class="found"><span id="found" role="status">{said}</span>{steps}'
        f'<ul id="also-found">{links}</ul></div>'
    )


def _choice(name: str, value: str, text: str, sample: str, *, is_on: bool) -> str:
    checked = " checked" if is_on else ""
    return (
        f'<label class="choice"><input type="checkbox" name="{name}" value="{value}"{checked}>'
        f"<span>{text}</span>{sample}</label>"
    )


def _counted(count: int) -> str:
    return f'<span class="count">{count}</span>'
