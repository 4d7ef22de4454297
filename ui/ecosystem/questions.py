"""What may be asked of a node, in the language of the page.

Swedish questions are worded as the translator knows them; a test compares both.
"""

from assistant.ecosystem.model import EcosystemMap, Node, NodeKind, Relation
from ui.language import Language
from ui.texts import load_texts

_MOST = 3
# What the documents say can be asked for: by relation, of the source and of the target.
_OF_SOURCE = {
    Relation.FUNDED_BY: "who_funds",
    Relation.FOUNDED_BY: "who_founded",
    Relation.RUN_BY: "who_runs",
    Relation.MEMBER_OF: "takes_part",
    Relation.PARTNER_OF: "partners",
    Relation.PART_OF: "where_based",
    Relation.SUPPORTED_BY: "who_supports",
}
_OF_TARGET = {
    Relation.MEMBER_OF: "members",
    Relation.PARTNER_OF: "partners",
    Relation.FUNDED_BY: "what_funds",
    Relation.RUN_BY: "what_runs",
    Relation.FOUNDED_BY: "what_founded",
    Relation.PART_OF: "who_based",
    Relation.SUPPORTED_BY: "what_supports",
}
_OF_KIND = {
    NodeKind.EVENT: "when_held",
    NodeKind.COMPANY: "what_does",
    NodeKind.SUPPORT: "what_offers",
    NodeKind.PROGRAMME: "for_whom",
}


def main_question(node: Node, language: Language) -> str:
    """Give the question what a node is."""
    return _asked("what_is", node, language)


def further_questions(node: Node, ecosystem: EcosystemMap, language: Language) -> tuple[str, ...]:
    """Give up to three questions that the documents can answer about a node."""
    ties = ecosystem.ties_of.get(node.node_id, ())
    keys = [
        (_OF_SOURCE if tie.source == node.node_id else _OF_TARGET).get(tie.relation) for tie in ties
    ]
    fitting = dict.fromkeys(key for key in [*keys, _OF_KIND.get(node.kind)] if key)
    return tuple(_asked(key, node, language) for key in fitting)[:_MOST]


def _asked(key: str, node: Node, language: Language) -> str:
    return load_texts("map").say(language, f"question_{key}", name=node.name)
