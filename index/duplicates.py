"""Passages that say the same in the same words, of which one is enough."""

from collections.abc import Iterable, Iterator

from index.lexicon import fold
from index.passage import ScoredPassage

# Short passages of equal words may speak of different things, each of what its title names.
_LONG = 30


def without_duplicates(passages: Iterable[ScoredPassage]) -> Iterator[ScoredPassage]:
    """Leave out passages whose text has the same words in the same order as an earlier one.

    Case, accents and punctuation do not count. A passage of fewer than 30 words is left out only
    for one of a document of the same title, such as a copy.
    """
    seen: set[tuple[str, str]] = set()
    for scored in passages:
        words = fold(scored.passage.text)
        is_long = len(words.split()) >= _LONG
        key = ("" if is_long else fold(scored.passage.title), words)
        if key not in seen:
            seen.add(key)
            yield scored
