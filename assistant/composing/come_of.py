"""What came out of something: only what tells of an outcome says that there was one."""

import re

from assistant.evidence.agreement import tells_result
from assistant.evidence.statements import Statement

_ASKED = re.compile(
    r"^(?:did|has|have|do|does)\b.*\b(?:come|came|comes|grow|grown|spr(?:ung|ing)|emerged?) "
    r"(?:out of|from)\b",
    re.I,
)
# "Which companies came out of it?"
_ASKED_WHICH = re.compile(
    r"^(?:which|what|how\s+many)\s+(?:[a-z-]+\s+)?(?:compan(?:y|ies)|firms?|business(?:es)?|start-?ups?|"
    r"spin-?(?:offs?|outs?))\b.*\b(?:come|came|comes|grown?|grew|spr(?:ung|ang)|spun|spin|"
    r"emerged?)\s+(?:out\s+of|off\s+from|from\s+within)\b",
    re.I,
)
_CAME_OF_IT = re.compile(
    r"\b(?:come|came|comes|coming|grew|grown|born|sprung|emerged?|arisen|arose)\s+(?:out\s+)?"
    r"(?:of|from|in|at|here)\b|\b(?:led|leads)\s+to\b|\bspun\b|\bspin[- ]?(?:offs?|outs?)\b|"
    r"\b(?:founded|formed|started|set\s+up|created|begun|began|developed|built)\s+(?:at|in|within|"
    r"here|there|out\s+of|as\s+an?|by\s+(?:former|two|three|researchers|students|people))\b|\broots?\b|"
    r"\bgave\s+rise\b|\bgiven\s+rise\b",
    re.I,
)
_ASKED_SUCCESS = re.compile(
    r"^(?:did|has|have|was|were|is|are)\b.*\b(?:successful|succeed(?:ed)?|a\s+(?:success|failure)|"
    r"fail(?:ed)?|(?:work(?:ed)?|turn(?:ed)?)\s+out|pa(?:y|id)\s+off|gone?\s+well)\W*$",
    re.I,
)
_ENDED = re.compile(
    r"\b(?:fail\w*|in\s+vain|lost|stopped|closed|cancelled|rejected|abandoned|withdr[ae]w\w*|"
    r"unsuccessful\w*|did\s+not|could\s+not)\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:no|not|never|nobody|none|without|too\s+(?:few|little|late))\b", re.I)
_OUTCOME = re.compile(
    r"\b(?:led|leads) to\b|\bspun|\bspin[- ]?(?:offs?|outs?)\b|\bresult\w*|"
    r"\b(?:come|came|comes|coming|grew|grown|born|sprung|emerged?|arisen|arose) "
    r"(?:out |directly )?(?:of|from|in|at|here)\b|\b(?:founded|formed|started|set up|created|built|"
    r"begun|became|turned into|outcomes?|gave rise|given rise|developed)\b|"
    r"\b(?:roots?|origins?|began|begins?|start(?:s|ed)?) (?:in|at|as)\b",
    re.I,
)


def tells_outcome(question: str, statement: Statement) -> bool:
    """Whether a statement tells what came out of something, or whether it succeeded.

    True where neither is asked.
    """
    text = f"{statement.passage.heading or ''} {statement.lead_in} {statement.text}"
    if _ASKED_SUCCESS.match(question) and not (tells_result(text) or _ENDED.search(text)):
        return False
    if _ASKED_WHICH.match(question):
        return _CAME_OF_IT.search(text) is not None
    return _ASKED.search(question) is None or _OUTCOME.search(text) is not None


def leaves_success_open(question: str, statement: Statement, *, is_so: bool | None) -> bool:
    """Whether it is asked if something succeeded, and what would deny it tells of no failure."""
    if is_so is not False or not _ASKED_SUCCESS.match(question):
        return False
    text = f"{statement.lead_in} {statement.text}"
    return not (_ENDED.search(text) or _DENIED.search(text))
