"""Whether something is still there: "Is X still running?" is denied by what tells of its end."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.composing.of_all import asks_of_all
from assistant.composing.proposition import Proposition
from assistant.composing.research import Research
from assistant.composing.subject import speaks_of_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from assistant.question.named import mentions
from assistant.question.terms import words
from index.passage import ScoredPassage

_STILL = re.compile(
    r"^(?:(?:is|are)\s+(?P<what>.+?)\s+still\s+(?:there|up|open|running|active|alive|around|going|"
    r"operating|operational|in operation|available|on|online|in existence|existing|in business|"
    r"with us)|(?:does|do)\s+(?P<whose>.+?)\s+still\s+(?:exist|run|operate))"
    r"(?:\s+(?:today|now|and running))?$",
    re.I,
)
_GONE = re.compile(
    r"^(?:is|are|was|were|has|have|did)\s+(?P<what>.+?)\s+(?:been\s+)?(?:closed?|shut|discontinued|"
    r"dissolved|wound up|ended|stopped)(?:\s+down)?(?:\s+(?:now|since|already))?$",
    re.I,
)
# "Can I still apply for X?" is denied by what tells that it takes nobody any more.
_APPLY = r"(?:appl(?:y|ications?|ying)|join|enter|enrol\w*|sign(?:ing)? up|register|registration)"
_OPEN = re.compile(
    rf"^(?:can|may|could)\s+(?:i|we|you|one|people|companies|\w+)\s+(?:still\s+)?{_APPLY}\s+"
    r"(?:(?:for|to|at|in|with)\s+)?(?P<what>\S.*?)"
    r"|^(?:is|are)\s+(?P<that>.+?)\s+(?:still\s+)?(?:open|accepting|taking)\s+(?:for\s+|to\s+)?"
    r"(?:new\s+)?(?:applications?|applicants|registrations?|entries)"
    r"|^(?:is|are)\s+applications?\s+(?:for|to)\s+(?P<whose>.+?)\s+(?:still\s+)?open",
    re.I,
)
_LATE = re.compile(
    rf"^(?:is|are)\s+(?:it|we|i)\s+(?:now\s+|already\s+)?too late (?:to|for)\s+{_APPLY}\s+"
    r"(?:(?:for|to|at|in|with)\s+)?(?P<what>\S.*)$",
    re.I,
)
_SHUT = re.compile(
    r"(?:(?<=[;(,–]\s)|(?<=\())closed\b(?=\s*(?:$|[),;.]|since|in \d))"
    r"|\bclosed (?:for|to) (?:new |further )?(?:applications?|applicants|entries|registrations?)"
    r"|\b(?:applications?|registration|entries|the call)[^.;,]{0,30}"
    r"(?:(?:is|are|were|was|has|have) (?:now |been )?closed|closed (?:in|on|since))"
    r"|\bno longer (?:takes?|accepts?|open|possible to apply)"
    r"|\b(?:takes?|accepts?) no (?:new|more|further) (?:applications?|applicants|companies)",
    re.I,
)
_ENDED = re.compile(
    r"\b(?:clos(?:e|ed|ing)\s+(?:(?:it|the\s+\w+)\s+)?down|closed in \d{4}|shut down|"
    r"(?:was|were|been|is|are)\s+(?:closed|shut|discontinued|dissolved|wound up|merged|ended)|"
    r"decided(?: in \d{4})? to close|ceased|defunct|no longer (?:exists?|runs?|operates?)|"
    r"(?:ended|stopped|closed) (?:in|after) )",
    re.I,
)
_ABSORBED = r"(?:absorbed|swallowed|merged with|replaced|took over|taken over)\b"
# What tells the end, the first passages hold.
_READ = 8
_LIKELY = 0.2


def still_there(
    proposition: Proposition,
    candidates: Sequence[Candidate],
    research: Research,
    found: Sequence[ScoredPassage],
) -> Told | None:
    """Find what tells that something has ended; None where that is not asked or not told.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        research: Asks when it ended.
        found: The passages in which that is asked.
    """
    question = proposition.closed.question.rstrip(" ?!.")
    asked, gone = _STILL.match(question), _GONE.match(question)
    entry, late = _OPEN.fullmatch(question), _LATE.match(question)
    one = asked or gone or entry or late
    # "Did all of its companies close?" is not told by its own end.
    if one is None or asks_of_all(question):
        return None
    what = one.group(one.lastgroup or 0)
    finding = research.ask(f"When was {what} closed down?", found[:_READ])
    taken_over = re.compile(rf"\b{_ABSORBED}.*\b{re.escape(what)}\b", re.I)
    ends = (_SHUT,) if entry or late else (_ENDED, taken_over)
    told = (
        named
        for one in (*finding.candidates, *candidates)
        for named in [_own_item(one, what, proposition)]
        if one.probability >= _LIKELY
        and any(end.search(_said(named)) for end in ends)
        and speaks_of_all(proposition.analysis, one.statement)
    )
    first = next(told, None)
    return None if first is None else Told(one=first, is_so=bool(gone or late))


def _own_item(one: Candidate, what: str, proposition: Proposition) -> Candidate:
    """Give a list with the items alone that name what is asked about; all where none does."""
    named = (*proposition.analysis.named, *proposition.analysis.mentioned)
    asked = set(words(what)) - {"the"}
    items = tuple(
        item
        for item in one.statement.items
        if asked <= set(words(item.text)) or any(mentions(each, item.text) for each in named)
    )
    return replace(one, statement=replace(one.statement, items=items)) if items else one


def _said(one: Candidate) -> str:
    """What a list says of what is asked about, or a sentence."""
    items = one.statement.items
    return "\n".join(item.text for item in items) if items else one.statement.text


def asks_if_there(proposition: Proposition) -> bool:
    """Whether it is asked if something is still there, which nothing but that tells.

    What it runs or is open to does not.
    """
    return _STILL.match(proposition.closed.question.rstrip(" ?!.")) is not None
