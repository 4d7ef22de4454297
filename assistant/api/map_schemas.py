"""The JSON of the ecosystem map, and the one way from our types to it."""

from pydantic import Field

from assistant.api.schemas import Schema
from assistant.ecosystem.model import EcosystemMap, Node, NodeKind, Quote, Relation, Tie


class MapQuoteOut(Schema):
    """Evidence: `quote` is exactly `text[start:end]` of the document."""

    document_id: str
    title: str
    heading: str | None
    quote: str
    start: int
    end: int
    is_past: bool = Field(description="Whether it says that the tie was, rather than is.")


class MapNodeOut(Schema):
    """An organisation, programme, funder or event."""

    node_id: str
    name: str
    kind: NodeKind
    said_kinds: tuple[str, ...] = Field(description="What the documents call it.")
    document_id: str | None = Field(description="The document about it.")
    mentions: int = Field(description="In how many sentences it is named.")
    other_names: tuple[str, ...] = Field(description="Short forms and former names, as written.")
    description: MapQuoteOut | None = Field(
        description="The sentence that says what it is; null where no sentence does."
    )


class MapTieOut(Schema):
    """That `source` stands in `relation` to `target`: `source` "funded_by" `target`."""

    source: str
    target: str
    relation: Relation
    is_past: bool = Field(description="Whether all quotes say that the tie was, rather than is.")
    quotes: tuple[MapQuoteOut, ...]


class MapResponse(Schema):
    """Nodes by name, and the ties between them."""

    nodes: tuple[MapNodeOut, ...]
    ties: tuple[MapTieOut, ...]


def map_response(ecosystem: EcosystemMap) -> MapResponse:
    """Give a map in its order."""
    return MapResponse(
        nodes=tuple(_node_out(node) for node in ecosystem.nodes),
        ties=tuple(_tie_out(tie) for tie in ecosystem.ties),
    )


def _node_out(node: Node) -> MapNodeOut:
    return MapNodeOut(
        node_id=node.node_id,
        name=node.name,
        kind=node.kind,
        said_kinds=node.said_kinds,
        document_id=node.document_id,
        mentions=node.mentions,
        other_names=node.other_names,
        description=_quote_out(node.description) if node.description else None,
    )


def _tie_out(tie: Tie) -> MapTieOut:
    return MapTieOut(
        source=tie.source,
        target=tie.target,
        relation=tie.relation,
        is_past=tie.is_past,
        quotes=tuple(map(_quote_out, tie.quotes)),
    )


def _quote_out(quote: Quote) -> MapQuoteOut:
    return MapQuoteOut(
        document_id=quote.document_id,
        title=quote.title,
        heading=quote.heading,
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        is_past=quote.is_past,
    )
