"""Yes or no as the reader judges single statements, in whatever words they are.

It reads the question against each statement that may answer, and says how surely it decides it and
which way; a statement that only speaks of the same decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.composing.research import Research
from assistant.evidence.ranking import Candidate

# So many statements are judged, those that most surely answer, and this surely.
_JUDGED = 6
_LIKELY = 0.7
# So sure a verdict counts; chosen on held-out pages, see decision 11.
_SURE = 0.8
# A statement that decides so surely one way or the other, and is read and answers so surely, is
# worth giving even if it is unclear which way.
_DECIDES = 0.6
_READ = 3.0
_ANSWERS = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A statement that decides, and whether it says yes; None where that is not sure."""

    one: Candidate
    is_so: bool | None


def judge(question: str, candidates: Sequence[Candidate], research: Research) -> Judgement | None:
    """Give the statement that most surely answers of those that decide; None without one.

    One that surely says yes or no goes before one that is unclear.

    Args:
        question: For yes or no, as asked.
        candidates: Statements, the surest first.
        research: Has the reader.
    """
    near = [one for one in candidates[:_JUDGED] if one.probability >= _LIKELY]
    leanings = research.reader.judge(question, [one.statement for one in near])
    judged = list(zip(near, leanings, strict=True))
    sure = (
        Judgement(one=one, is_so=leaning.yes > leaning.no)
        for one, leaning in judged
        if max(leaning.yes, leaning.no) >= _SURE
    )
    unclear = (
        Judgement(one=one, is_so=None)
        for one, leaning in judged
        if leaning.yes + leaning.no >= _DECIDES and _surely_answers(one)
    )
    return next(chain(sure, unclear), None)


def _surely_answers(one: Candidate) -> bool:
    return one.probability >= _ANSWERS and bool(one.spans) and one.spans[0].score >= _READ
