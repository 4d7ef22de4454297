"""What is known of one node, as HTML: what it is, its ties with their quotes, what to ask."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.ecosystem.model import EcosystemMap, Node, Quote, Relation, Tie
from ui.ecosystem.addresses import document_address, node_address, question_address
from ui.ecosystem.questions import further_questions, main_question
from ui.ecosystem.shapes import shape_sample
from ui.language import Language
from ui.markup import escape
from ui.texts import load_texts

_MOST_LINES = 4


def render_node(node: Node, ecosystem: EcosystemMap, language: Language, view: str) -> str:
    """Render everything about a node; the heading is an `<h2>`."""
    texts = load_texts("map")
    ties = ecosystem.ties_of.get(node.node_id, ())
    more = "".join(
        f'<li><a href="{escape(question_address(question))}">{escape(question)}</a></li>'
        for question in further_questions(node, ecosystem, language)
    )
    further = (
        f'<h3>{texts.html(language, "ask_more")}</h3><ul class="questions">{more}</ul>'
        if more
        else ""
    )
    ask = escape(question_address(main_question(node, language)))
    said = render_ties(node, ecosystem, language, view=view, most_quotes=None)
    nothing = f'<p class="soft">{texts.html(language, "no_ties")}</p>'
    return (
        f"<header><h2>{escape(node.name)}</h2>{render_kind(node, language)}</header>"
        f"{_described(node)}{_facts(node, language)}"
        f'<p><a class="button" href="{ask}">{texts.html(language, "ask")}</a></p>'
        f"{said if ties else nothing}{_sources(node, language)}{further}"
    )


def _described(node: Node) -> str:
    """Render the sentence that says what it is, with where it stands."""
    said = node.description
    return f'<div class="described">{_quote(said)}</div>' if said else ""


def _sources(node: Node, language: Language) -> str:
    """Render the documents that tell of it, but for its own, which is named above."""
    others = [each for each in node.sources if each.document_id != node.document_id]
    if not others:
        return ""
    heading = load_texts("map").html(language, "told_in" if node.document_id else "documents")
    items = "".join(
        f'<li><a href="{escape(document_address(each.document_id))}">{escape(each.title)}</a></li>'
        for each in others
    )
    return f'<section class="sources"><h3>{heading}</h3><ul>{items}</ul></section>'


def render_kind(node: Node, language: Language) -> str:
    """Render a node's kind with its shape."""
    name = load_texts("map").html(language, f"kind_{node.kind.value}")
    return f'<p class="kind">{shape_sample(node.kind)}{name}</p>'


def render_ties(
    node: Node,
    ecosystem: EcosystemMap,
    language: Language,
    *,
    view: str,
    most_quotes: int | None,
) -> str:
    """Render a node's ties by relation and direction.

    Args:
        node: Whose ties.
        ecosystem: The map.
        language: Of the interface.
        view: "picture" or "list", to which the names of others lead.
        most_quotes: Quotes shown for each tie; None for all.
    """
    texts = load_texts("map")
    ties = ecosystem.ties_of.get(node.node_id, ())

    def way(tie: Tie) -> str:
        is_source = tie.source == node.node_id or tie.relation.is_mutual
        return f"out_{tie.relation.value}" if is_source else f"in_{tie.relation.value}"

    order = [way for each in Relation for way in (f"out_{each.value}", f"in_{each.value}")]
    ordered = sorted(
        ties,
        key=lambda tie: (order.index(way(tie)), ecosystem.by_id[tie.other(node.node_id)].name),
    )
    sections = []
    for key, group in groupby(ordered, key=way):
        members = list(group)
        items = "".join(_ties(members, node, ecosystem, language, view, most_quotes))
        heading = texts.html(language, key)
        count = f' <span class="count">{len(members)}</span>' if len(members) > 1 else ""
        sections.append(
            f'<section class="relation"><h3>{heading}{count}</h3><ul>{items}</ul></section>'
        )
    return "".join(sections)


def _ties(
    ties: Sequence[Tie],
    node: Node,
    ecosystem: EcosystemMap,
    language: Language,
    view: str,
    most_quotes: int | None,
) -> Iterator[str]:
    texts = load_texts("map")
    for tie in ties:
        other = ecosystem.by_id[tie.other(node.node_id)]
        once = f' <span class="once">{texts.html(language, "once")}</span>' if tie.is_past else ""
        shown = tie.quotes[:most_quotes]
        left = len(tie.quotes) > len(shown)
        address = escape(node_address(node.node_id, view))
        rest = (
            f'<p><a class="soft" href="{address}">'
            f"{texts.html(language, 'more_quotes', count=len(tie.quotes))}</a></p>"
            if left
            else ""
        )
        yield (
            f'<li class="tied" data-relation="{tie.relation.value}">'
            f'<a class="other" data-node="{escape(other.node_id)}" '
            f'href="{escape(node_address(other.node_id, view))}">{escape(other.name)}</a>{once}'
            f"{''.join(map(_quote, shown))}{rest}</li>"
        )


def _short(lines: Sequence[str]) -> list[str]:
    """Leave out the middle of a long list: the lead-in and the item that counts are told."""
    told = [line for line in lines if line.strip()]
    return told if len(told) <= _MOST_LINES else [told[0], "…", told[-1]]


def _quote(quote: Quote) -> str:
    where = f"{quote.title} › {quote.heading}" if quote.heading else quote.title
    lines = "<br>".join(escape(line) for line in _short(quote.text.splitlines()))
    return (
        f"<figure><blockquote>{lines}</blockquote><figcaption>"
        f'<a href="{escape(document_address(quote.document_id, quote))}">{escape(where)}</a>'
        "</figcaption></figure>"
    )


def _facts(node: Node, language: Language) -> str:
    texts = load_texts("map")
    called = ""
    if node.other_names:
        names = ", ".join(node.other_names)
        called = f"<li>{texts.html(language, 'other_names', names=names)}</li>"
    if node.said_kinds:
        kinds = ", ".join(node.said_kinds)
        called += f"<li>{texts.html(language, 'called', kinds=kinds)}</li>"
    document = texts.html(language, "no_document")
    if node.document_id is not None:
        address = escape(document_address(node.document_id))
        document = f'<a href="{address}">{texts.html(language, "own_document")}</a>'
    count = texts.html(language, "mentions", count=node.mentions)
    return f'<ul class="facts">{called}<li>{count}</li><li>{document}</li></ul>'
