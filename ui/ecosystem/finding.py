"""Finds nodes of the map by what somebody types, as `static/map-find.js` does in the picture."""

from assistant.ecosystem.model import EcosystemMap, Node
from assistant.question.terms import words


def find_nodes(ecosystem: EcosystemMap, text: str) -> tuple[Node, ...]:
    """Find the nodes that a text may name: called so, then beginning so, then with it anywhere.

    Case and accents do not count; short forms and former names do.
    """
    wanted = folded(text)
    if not wanted:
        return ()
    ranked = [(rank, node) for node in ecosystem.nodes if (rank := _rank(node, wanted)) is not None]
    return tuple(node for _, node in sorted(ranked, key=lambda each: each[0]))


def findable(node: Node) -> str:
    """Give all names of a node as they are searched, parted by bars."""
    return "|".join(dict.fromkeys(folded(name) for name in (node.name, *node.other_names)))


def folded(text: str) -> str:
    """Give a text as names are compared.

    >>> folded("  Skåne Food & Innovation ")
    'skane food innovation'
    """
    return " ".join(words(text))


def _rank(node: Node, wanted: str) -> int | None:
    names = findable(node).split("|")
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    return 2 if any(wanted in name for name in names) else None
