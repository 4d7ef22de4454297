"""Who is named for a task by a label alone: "Communication: Ada Ek" tells who handles it."""

import re

from assistant.evidence.statements import Statement, StatementKind
from assistant.question.analysis import Analysis
from assistant.question.named import mentions
from assistant.question.terms import terms

_ASKS = re.compile(
    r"^(?:so |and )?who(?:['’]s|\s+(?:is|are|was))?\s+"
    r"(?P<verb>(?:the\s+)?(?:(?:one\s+)?responsible\s+for|in\s+charge\s+of|at\s+the\s+head\s+of|"
    r"handles?|takes?\s+care\s+of|looks?\s+after|deals?\s+with|runs?|leads?|heads?|manages?|"
    r"(?:head|boss|leader|manager|director|coordinator|person)\s+(?:of|for)|"
    r"contact(?:\s+person)?\s+(?:for|in|on)))\s+(?P<what>\S.*)$",
    re.I,
)
_NAME = r"[A-ZÅÄÖ][\w’'-]+"
_PERSON = rf"(?:(?:Dr|Prof|Professor)\.?\s+)?{_NAME}(?:\s+(?:[a-z]{{2,3}}\s+)?{_NAME}){{1,2}}"
_LABELLED = re.compile(
    rf"^(?P<label>[A-ZÅÄÖ][^:.;?!\d]{{1,50}}):\s+{_PERSON}(?:(?:,|\s+and)\s+{_PERSON})*\.?$"
)
_JOINED = re.compile(r"\s*(?:,|&|\band\b)\s*")
_ROLES = frozenset(
    terms("head director manager leader coordinator contact person responsible chief executive ceo")
)


def names_responsible(analysis: Analysis, statement: Statement) -> bool:
    """Whether a label says for what somebody is there, and that is what a question asks who does.

    "Head of office: Ada Ek" on the office's page answers "Who is in charge of the Alfa office?",
    and "Events: Ada Ek" who handles the events there, but not who handles events for children.
    """
    asked = _ASKS.match(analysis.query.rstrip("?!. "))
    found = _LABELLED.match(statement.text)
    if asked is None or found is None or statement.kind is not StatementKind.SENTENCE:
        return False
    passage, every = statement.passage, (*analysis.named, *analysis.mentioned)
    if analysis.unknown or not all(
        passage.document_id == one.document_id or mentions(one, passage.context) for one in every
    ):
        return False
    names = {term for one in every for form in one.forms for term in terms(" ".join(form))}
    wanted = set(analysis.attributes) - set(terms(asked["verb"])) - names
    around = set(terms(passage.context))
    return any(
        _is_for(set(terms(part)), wanted, names, around)
        for part in _JOINED.split(found["label"])
        if part
    )


def _is_for(label: set[str], wanted: set[str], names: set[str], around: set[str]) -> bool:
    """Whether a label names what is wanted, or a head of what is named, and all is told around."""
    task = label - _ROLES
    is_head = task != label and task <= names
    return bool(task) and wanted - task <= around and (is_head or task <= wanted)
