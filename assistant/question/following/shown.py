"""What was shown that a follow-up may pick from: a list, or names that stood side by side."""

from dataclasses import dataclass

from assistant.question.following.discourse import Discourse
from assistant.question.following.names import is_where
from assistant.question.following.side_by_side import side_by_side
from assistant.question.following.spoken import Spoken

_SINCE = 4
_LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A list, and the turns that came after it, newest first."""

    turn: Spoken
    members: tuple[str, ...]
    since: tuple[Spoken, ...]


def last_shown(discourse: Discourse, *, at_least: int = 2) -> Shown | None:
    """Give the last list that was shown, or the last names that stood side by side."""
    since: list[Spoken] = []
    for _, turn in zip(range(_SINCE), discourse.turns(), strict=False):
        members = turn.items
        if len(members) < at_least:
            things = [name for name in turn.names if not is_where(turn.query, name)]
            named = side_by_side(turn) or (things if len(things) > 1 else turn.names)
            members = tuple(name.text for name in named)
        if len(members) >= at_least:
            return Shown(turn=turn, members=members, since=tuple(since))
        since.append(turn)
    return None


def asked_in_turn(discourse: Discourse) -> Shown | None:
    """Give what the same was asked of, one after the other: "How long is A?", "And B?".

    None where a list holds them all, which is what is picked from then.
    """
    near = discourse.near()
    asked: list[str] = []
    for turn in near:
        if len(turn.names) != 1 or _without_name(turn) != _without_name(near[0]):
            break
        asked.append(turn.names[0].text)
    members = tuple(dict.fromkeys(reversed(asked)))
    if len(members) < _LEAST or len(near[0].items) > 1:
        return None
    listed = last_shown(discourse)
    is_listed = listed is not None and set(members) <= set(listed.members)
    return None if is_listed else Shown(turn=near[0], members=members, since=())


def _without_name(turn: Spoken) -> str:
    name = turn.names[0]
    return f"{turn.query[: name.start]}_{turn.query[name.end :]}".casefold().rstrip(" ?!.")


def pair(discourse: Discourse) -> tuple[str, ...]:
    """Give the two that were shown last, or asked about; fewer where there are not two."""
    last = asked_in_turn(discourse) or last_shown(discourse)
    return last.members if last and len(last.members) == 2 else lately(discourse, 2)


def lately(discourse: Discourse, count: int) -> tuple[str, ...]:
    """Give the last few things that were asked about, in the order in which they were."""
    names = [name.text for turn in discourse.near() for name in reversed(turn.names)]
    return tuple(reversed(list(dict.fromkeys(names))[:count]))
