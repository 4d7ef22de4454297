"""What keeps a reading from being a tie: it is denied, hoped for, asked, conditional, or over."""

import re
from typing import Literal

from assistant.ecosystem.model import Relation
from assistant.ecosystem.patterns import Told

Holding = Literal["now", "past", "not"]

_DENIED = re.compile(
    r"\b(?:not|never|neither|nor|nobody|nothing|hardly|cannot|denies|denied|refuse[sd]?|rejects?|"
    r"rejected|declined|declines|contrary to|unlike|instead of|rather than|except|without|"
    r"independent of|no (?:longer|one|organisation|company)|"
    r"no (?:\w+\s+){0,2}(?:funder|member|partner|owner|founder|supporter|sponsor)s?|falsely|inte|"
    r"aldrig|ingen|inget|varken|utan)\b|n['’]t\b",
    re.I,
)
_NO_DENIAL = re.compile(r"\bnot (?:only|just|least)\b|\bnot-for-profit\b|\bnothing but\b", re.I)
_OPEN = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|must|can|to be|plans?|planned|planning|"
    r"intends?|intended|hopes?|hoped|hoping|wants?|wanted|wish(?:es|ed)?|aims?|applied|appl(?:y|ies)|"
    r"applying|asked|seeks?|seeking|looking for|propose[sd]?|considers?|considering|if|whether|"
    r"unless|expect(?:s|ed)?|negotiat\w+|about to|alleg\w+|rumou?r\w*|"
    r"(?:claims?|believes?|thinks?|wrote|reported) that|misunderst\w+|mistak\w+|"
    r"imagine|suppose|ska|skall|skulle|vill|planerar|hoppas|kan|bör|om|kommer att)\b",
    re.I,
)
_OVER = re.compile(
    r"\b(?:formerly|former|previously|earlier|once|used to|at the time|in the past|then still|"
    r"until|till|tidigare|fram till|numera inte)\b",
    re.I,
)
_OVER_BEHIND = re.compile(
    r"^(?:(?:(?!\band\b)[^.;]){0,60}?\b(?:until|till|in the past|but (?:left|withdrew)|"
    r"before (?:it|leaving)|"
    r"tills|fram till)|[^.;,]{0,60}?\b(?:between \d{4} and|from \d{4} (?:to|until)))\b",
    re.I,
)
_ENDED_BEHIND = re.compile(r"^[^.;]{0,40}?\b(?:no longer|any ?more|unless|if)\b", re.I)
_WAS = re.compile(
    r"^(?:was|were|var|had|received|got|obtained|won|funded|financed|supported|backed|sponsored|ran|"
    r"operated|managed|organi[sz]ed|arranged|hosted|coordinated|collaborated|cooperated|co-operated|"
    r"partnered|worked|participated|took part|invested|gave|contributed|provided|paid)\b",
    re.I,
)
# "A project funded by" says nothing of when.
_WERE = re.compile(r"^(?:was|were|var)\b", re.I)
_STILL = re.compile(r"\b(?:since|still|sedan|ever since|to this day)\b", re.I)
_PERFECT = re.compile(r"\b(?:has|have|har)\s+(?:\w+\s+){0,2}$", re.I)
_LOOK_BEFORE = 80


def holding(text: str, told: Told) -> Holding:
    """Say whether a masked sentence says of a reading that it holds, held, or neither."""
    if text.rstrip().endswith("?"):
        return "not"
    before = text[max(0, told.start - _LOOK_BEFORE) : told.start]
    said = text[told.start : told.end]
    behind = text[told.end :]
    clause = re.split(r"[.;!?]\s", before)[-1]
    own = _own_part(text, told)
    if _ENDED_BEHIND.match(behind) or _denies(own) or _denies(clause):
        return "not"
    if _OPEN.search(own) or _OPEN.search(clause + said[:8]):
        return "not"
    if told.relation is Relation.FOUNDED_BY:
        return "now"
    if _OVER.search(own) or _OVER_BEHIND.match(behind):
        return "past"
    is_perfect = _PERFECT.search(text[: told.verb]) is not None
    was = _WERE if told.is_passive else _WAS
    if was.match(text[told.verb :]) and not is_perfect and not _STILL.search(said + behind):
        return "past"
    return "now"


def _denies(text: str) -> bool:
    return _DENIED.search(_NO_DENIAL.sub(" ", text)) is not None


def _own_part(text: str, told: Told) -> str:
    """Give what stands around the verb of a reading: not an earlier verb of the same subject."""
    lead = text[told.start : told.verb]
    cut = max(lead.rfind(" and "), lead.rfind(" och "))
    last_mark = lead.rfind("⟧")
    return (lead[cut:] if cut > last_mark else lead) + text[told.verb : told.end]
