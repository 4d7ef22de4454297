"""What came out of something: only what tells of an outcome says that there was one."""

import re

from assistant.evidence.statements import Statement

_ASKED = re.compile(
    r"^(?:did|has|have|do|does)\b.*\b(?:come|came|comes|grow|grown|spr(?:ung|ing)|emerged?) "
    r"(?:out of|from)\b",
    re.I,
)
_OUTCOME = re.compile(
    r"\b(?:led|leads) to\b|\bspun|\bspin[- ]?(?:offs?|outs?)\b|\bresult\w*|"
    r"\b(?:come|came|comes|coming|grew|grown|born|sprung|emerged?|arisen|arose) "
    r"(?:out |directly )?(?:of|from|in|at|here)\b|\b(?:founded|formed|started|set up|created|built|"
    r"begun|became|turned into|outcomes?|gave rise|given rise|developed)\b|"
    r"\b(?:roots?|origins?|began|begins?|start(?:s|ed)?) (?:in|at|as)\b",
    re.I,
)


def tells_outcome(question: str, statement: Statement) -> bool:
    """Whether a statement tells what came out of something; True where that is not asked."""
    text = f"{statement.passage.heading or ''} {statement.lead_in} {statement.text}"
    return _ASKED.search(question) is None or _OUTCOME.search(text) is not None
