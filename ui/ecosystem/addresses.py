"""Addresses that the map's page leads to."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from assistant.ecosystem.model import Quote


def node_address(node_id: str, view: str = "picture") -> str:
    """Give the address of the map with one node chosen.

    >>> node_address("kelp-yard"), node_address("kelp-yard", "list")
    ('/map?node=kelp-yard#about', '/map?view=list&node=kelp-yard#about')
    """
    if view == "list":
        return f"/map?{urlencode([('view', 'list'), ('node', node_id)])}#about"
    return f"/map?{urlencode([('node', node_id)])}#about"


def list_address(sort: str) -> str:
    """Give the address of the list in an order."""
    return f"/map?{urlencode([('view', 'list'), ('sort', sort)])}"


def question_address(question: str) -> str:
    """Give the address that asks a question in the chat.

    >>> question_address("What is Kelp Yard?")
    '/?q=What+is+Kelp+Yard%3F'
    """
    return f"/?{urlencode([('q', question)])}"


def document_address(document_id: str, quoted: Quote | None = None) -> str:
    """Give the address of a document, with a stretch of it marked."""
    path = f"/documents/{quote(document_id, safe='')}"
    if quoted is None:
        return path
    places: Sequence[tuple[str, int]] = [("start", quoted.start), ("end", quoted.end)]
    return f"{path}?{urlencode(places)}"
