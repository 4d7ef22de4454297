"""What a word that points back cannot stand for: what its own clause names besides.

In "Which part of the hospital runs it?" it is not the hospital, nor SmiLe in "Does SmiLe own it?".
"""

from collections.abc import Sequence

from assistant.entities.kinds import accepted_kinds, is_of_kind, kind_words
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.anaphora import kind_before
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.discourse import Discourse
from assistant.question.following.names import SpokenName
from assistant.question.following.spoken import Spoken, written_as_person
from assistant.question.terms import words

# "The company" is hardly one that was only named long before.
_LATELY = 0.7


def meant_besides(
    anaphor: Anaphor, question: str, names: Sequence[SpokenName], discourse: Discourse
) -> tuple[Antecedent, ...]:
    """Give what an anaphor may stand for that the question does not name, the likeliest first."""
    found = discourse.meant(anaphor, question)
    other = tuple(one for one in found if one.group or not _is_among(one.text, names))
    if other or anaphor.pointing not in {Pointing.THING, Pointing.THAT} or discourse.last is None:
        return other
    return _only_told(discourse.last, names)


def named_by_kind(
    anaphor: Anaphor, question: str, names: Sequence[SpokenName], discourse: Discourse
) -> tuple[Anaphor, Antecedent] | None:
    """Give what "the hospital" before an anaphor stands for, and where that stands."""
    kind = kind_before(question, anaphor, names)
    if kind is None:
        return None
    accepted = accepted_kinds(kind_words(kind.noun))
    lately = (one for one in discourse.meant(kind, question) if one.score > _LATELY)
    of_kind = (one for one in lately if is_of_kind(one.kinds, accepted))
    meant = next(of_kind, None)
    return (kind, meant) if meant else None


def _only_told(last: Spoken, names: Sequence[SpokenName]) -> tuple[Antecedent, ...]:
    """Give the one thing that the last answer told of besides."""
    told = {
        one.text: one
        for one in last.told
        if one.is_known and not (one.is_place or written_as_person(one.text, one.kinds))
    }
    other = [one for one in told.values() if not _is_among(one.text, names)]
    if len(other) != 1:
        return ()
    return (Antecedent(text=other[0].text, score=1.0, kinds=other[0].kinds, is_answer=True),)


def _is_among(text: str, names: Sequence[SpokenName]) -> bool:
    """Whether names hold one, in full or short: "SmiLe" for "SmiLe Incubator"."""
    said = words(text)
    others = (words(name.text) for name in names if not name.is_place)
    return any(said[: len(other)] == other or other[: len(said)] == said for other in others)
