"""Whether something is still there: "Is X still running?" is denied by what tells of its end."""

import re
from collections.abc import Sequence

from assistant.composing.proposition import Proposition
from assistant.composing.research import Research
from assistant.composing.subject import speaks_of_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
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
    one = asked or gone
    if one is None:
        return None
    what = one.group(one.lastgroup or 0)
    finding = research.ask(f"When was {what} closed down?", found[:_READ])
    taken_over = re.compile(rf"\b{_ABSORBED}.*\b{re.escape(what)}\b", re.I)
    told = (
        one
        for one in (*finding.candidates, *candidates)
        if one.probability >= _LIKELY
        and (_ENDED.search(one.statement.text) or taken_over.search(one.statement.text))
        and speaks_of_all(proposition.analysis, one.statement)
    )
    first = next(told, None)
    return None if first is None else Told(one=first, is_so=asked is None)


def asks_if_there(proposition: Proposition) -> bool:
    """Whether it is asked if something is still there, which nothing but that tells.

    What it runs or is open to does not.
    """
    return _STILL.match(proposition.closed.question.rstrip(" ?!.")) is not None
