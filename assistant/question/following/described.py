"""What a question tells of without its name: "the care lab" of "National lab for care"."""

from itertools import takewhile

from assistant.question.following.names import SpokenName
from assistant.question.following.spoken import Spoken
from assistant.question.terms import words
from index.fulltext import STOP_WORDS

# Its kind, and what tells which one.
_LEAST = 2


def described(turn: Spoken) -> SpokenName | None:
    """Give the one thing, of those whose documents were cited, that a question told of."""
    given = {*turn.items, turn.answer.text if turn.answer else ""}
    told = {name.text: name for name in turn.titles if name.kinds and name.text not in given}
    found = [name for name in told.values() if _is_told(turn.query, name)]
    return found[0] if len(found) == 1 else None


def _is_told(query: str, name: SpokenName) -> bool:
    """Whether behind "the" stand words of a name, its kind among them."""
    own = set(words(name.text)) - STOP_WORDS
    kinds = {kind[-1] for kind in name.kinds}
    said = words(query)
    for at, word in enumerate(said):
        rest = said[at + 1 :] if word == "the" else ()
        kept = set(takewhile(lambda one: one in own or one in STOP_WORDS, rest)) & own
        if len(kept) >= _LEAST and kept & kinds:
            return True
    return False
