"""What an anaphor may stand for: all that was spoken of lately, with how likely each is.

What was asked about comes before what was answered, the last turn before earlier ones, and what
the documents about a thing say of the question's words counts for it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.fitting import event_worth, fitting, kind_worth, persons_in
from assistant.question.following.names import KnownNames, names_in
from assistant.question.following.read_alone import READ_AS_MEANT, read_alone
from assistant.question.following.reading_back import ReadBack
from assistant.question.following.said_for import said_for
from assistant.question.following.spoken import Spoken
from assistant.question.following.spoken_of import spoken_of
from assistant.question.terms import asked_terms, words

# How much a turn further back says, and what the documents hold.
DECAY = 0.55
_SUPPORT = 0.6
_SUPPORT_OF_ROW = 0.1
_AGAIN = 0.1
# Antecedents nearer than this to the likeliest are as likely.
_EVEN = 0.12
# What the model is sure of, against what the rules make likely: of 240 follow-ups that neither had
# seen the rewrites of 15 came nearer to a person's and those of 9 less near.
_READ_BACK = 1.5
# "Do I have to be a member of Alfa?" asks what is needed for something else.
_NEEDED = re.compile(
    r"^(?:do|must|should|does|would)\s+(?:i|we|you|one|the\s+\w+)\s+(?:(?:first|also|really|already)\s+)*"
    r"(?:(?:have|need)\s+to\s+)?(?:be|have\s+been|become|come|live|belong)\b[^,?]*?\b(?:of|at|in|to|from)\s+"
    r"(?:the\s+)?$",
    re.I,
)
_NEEDS = 0.2


def antecedents(
    turns: Iterable[Spoken],
    anaphor: Anaphor,
    question: str,
    known: KnownNames,
    read_back: ReadBack,
) -> tuple[Antecedent, ...]:
    """Give what an anaphor may stand for, the likeliest first.

    Args:
        turns: What was spoken of, the newest turn first.
        anaphor: Where it points.
        question: In which it stands.
        known: What the documents know.
        read_back: What the model reads the question to point at.
    """
    every = list(turns)
    persons = persons_in(every)
    best: dict[str, Antecedent] = {}
    for back, turn in enumerate(every):
        for one in spoken_of(turn):
            said = replace(one, is_person=one.is_person or one.text in persons)
            if _is_far(said, anaphor, read_back):
                continue
            fits = _fitting_in(turn, said, anaphor, question, known)
            if fits is None:
                continue
            key = " ".join(words(one.text))
            fits = replace(fits, score=fits.score * DECAY**back)
            best[key] = _again(best[key], fits) if key in best else fits
    if read_back.pointed:
        others = [one.text for one in best.values()]
        for new in read_alone(read_back, others, names_in(read_back.history, known)):
            fits = fitting(new, anaphor, "")
            if fits is not None:
                best[new.text] = fits
    listed = _listed(best.values(), anaphor)
    weighed = (
        replace(one, score=one.score + _READ_BACK * _share(one, listed, read_back))
        for one in best.values()
    )
    return tuple(sorted(weighed, key=lambda one: -one.score))


def _listed(every: Iterable[Antecedent], anaphor: Anaphor) -> frozenset[str]:
    """Give what an answer listed, where all of a list may be meant: by "they" none of it is."""
    if anaphor.pointing is not Pointing.SEVERAL:
        return frozenset()
    return frozenset(member for one in every for member in one.group)


def _share(one: Antecedent, listed: frozenset[str], read_back: ReadBack) -> float:
    """Give how surely the model reads something to be pointed at.

    It points at one stretch, and so at the first of a list where all of it is meant.
    """
    if one.group:
        return max(map(read_back.share, (one.text, *one.group)))
    return 0.0 if one.text in listed else read_back.share(one.text)


def _is_far(one: Antecedent, anaphor: Anaphor, read_back: ReadBack) -> bool:
    """Whether something was only named in passing, and nothing tells that it is meant."""
    return (
        one.is_aside
        and anaphor.pointing not in {Pointing.KIND, Pointing.PERSON}
        and read_back.share(one.text) < READ_AS_MEANT
    )


def _fitting_in(
    turn: Spoken, one: Antecedent, anaphor: Anaphor, question: str, known: KnownNames
) -> Antecedent | None:
    """Give what a turn spoke of with how likely it is meant within that; None where it cannot be.

    What the documents hold of it decides within a turn, not against the newest one.
    """
    # "That" after "What is Alfa?" is Alfa, whatever else the answer named.
    is_new = one.is_answer and not (turn.is_definition and anaphor.pointing is Pointing.THAT)
    fits = fitting(replace(one, is_answer=is_new), anaphor, turn.query)
    if fits is None:
        return None
    asked = asked_terms(f"{question[: anaphor.start]} {question[anaphor.end :]}")
    # Of a list one row is hardly meant, however much is told of it.
    support = _SUPPORT_OF_ROW if one.is_even and one.is_answer else _SUPPORT
    score = fits.score + said_for(turn, one, anaphor, question)
    score += event_worth(one, anaphor, question) + kind_worth(one, anaphor, question)
    score += support * known.support(one.about or one.text, asked)
    return replace(fits, score=score * (_NEEDS if _is_needed(turn, one) else 1.0))


def _again(before: Antecedent, now: Antecedent) -> Antecedent:
    """Give what was spoken of before and still is: it is likelier."""
    score = max(now.score, before.score) + _AGAIN
    return replace(before, score=score, is_plural=before.is_plural or now.is_plural)


def _is_needed(turn: Spoken, one: Antecedent) -> bool:
    """Whether a turn asked of something only whether one has to belong to it."""
    return any(
        name.text in one.text and _NEEDED.match(turn.query[: name.start]) for name in turn.names
    )


def is_doubtful(found: Sequence[Antecedent]) -> bool:
    """Whether the likeliest two stood beside each other, and nothing tells which is meant."""
    if len(found) < 2 or not (found[0].is_even and found[1].is_even):
        return False
    return found[0].score - found[1].score < _EVEN
