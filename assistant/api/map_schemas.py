"""The JSON of the ecosystem map, and the one way from our types to it."""

from pydantic import Field

from assistant.api.schemas import Schema
from assistant.ecosystem.model import EcosystemMap, NodeKind, Relation, Tie


class MapNodeOut(Schema):
    """An organisation, programme, funder or event."""

    node_id: str
    name: str
    kind: NodeKind
    said_kinds: tuple[str, ...] = Field(description="What the documents call it.")
    document_id: str | None = Field(description="The document about it.")
    mentions: int = Field(description="In how many sentences it is named.")


class MapQuoteOut(Schema):
    """Evidence: `quote` is exactly `text[start:end]` of the document."""

    document_id: str
    title: str
    heading: str | None
    quote: str
    start: int
    end: int
    is_past: bool = Field(description="Whether it says that the tie was, rather than is.")


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
        nodes=tuple(MapNodeOut.model_validate(node) for node in ecosystem.nodes),
        ties=tuple(_tie_out(tie) for tie in ecosystem.ties),
    )


def _tie_out(tie: Tie) -> MapTieOut:
    quotes = tuple(
        MapQuoteOut(
            document_id=quote.document_id,
            title=quote.title,
            heading=quote.heading,
            quote=quote.text,
            start=quote.start,
            end=quote.end,
            is_past=quote.is_past,
        )
        for quote in tie.quotes
    )
    return MapTieOut(
        source=tie.source,
        target=tie.target,
        relation=tie.relation,
        is_past=tie.is_past,
        quotes=quotes,
    )
