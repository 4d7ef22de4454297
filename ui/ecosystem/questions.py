"""What may be asked of a node: questions in the language of the documents, which is English.

They are no words of the interface but queries over the documents, so they are not translated.
"""

from assistant.ecosystem.model import EcosystemMap, Node, NodeKind, Relation

_MOST = 3
# What the documents say can be asked for: by relation, of the source and of the target.
_OF_SOURCE = {
    Relation.FUNDED_BY: "Who funds {name}?",
    Relation.FOUNDED_BY: "Who founded {name}?",
    Relation.RUN_BY: "Who runs {name}?",
    Relation.MEMBER_OF: "What does {name} take part in?",
    Relation.PARTNER_OF: "Who are the partners of {name}?",
    Relation.PART_OF: "Where is {name} based?",
    Relation.SUPPORTED_BY: "Who supports {name}?",
}
_OF_TARGET = {
    Relation.MEMBER_OF: "Who are the members of {name}?",
    Relation.PARTNER_OF: "Who are the partners of {name}?",
    Relation.FUNDED_BY: "What does {name} fund?",
    Relation.RUN_BY: "What does {name} run?",
    Relation.FOUNDED_BY: "What did {name} found?",
    Relation.PART_OF: "Who is based at {name}?",
    Relation.SUPPORTED_BY: "What does {name} support?",
}
_OF_KIND = {
    NodeKind.EVENT: "When does {name} take place?",
    NodeKind.COMPANY: "What does {name} do?",
    NodeKind.SUPPORT: "What does {name} offer?",
    NodeKind.PROGRAMME: "Who is {name} for?",
}


def main_question(node: Node) -> str:
    """Give the question what a node is."""
    return f"What is {node.name}?"


def further_questions(node: Node, ecosystem: EcosystemMap) -> tuple[str, ...]:
    """Give up to three questions that the documents can answer about a node."""
    ties = ecosystem.ties_of.get(node.node_id, ())
    patterns = [
        (_OF_SOURCE if tie.source == node.node_id else _OF_TARGET).get(tie.relation) for tie in ties
    ]
    fitting = [*patterns, _OF_KIND.get(node.kind)]
    asked = (pattern.format(name=node.name) for pattern in fitting if pattern)
    return tuple(dict.fromkeys(asked))[:_MOST]
