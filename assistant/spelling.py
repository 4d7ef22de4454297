"""Misspelt words of a question, put right by the words of the stored documents.

Only what is no word at all is changed, and only into a word that the documents use; a name is
changed by one letter at most unless it is long, since an unknown name must stay unknown.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.lexicon import Word, fold

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
# So long a word bears two wrong letters, and so long a name.
_LONG = 6
_LONG_NAME = 9
# Misspelt words that questions begin with; most of them are words, or too short to be guessed.
_ASKING = {
    "wen": "when", "whn": "when", "wich": "which", "whch": "which", "witch": "which",
    "dose": "does", "doess": "does", "wat": "what", "waht": "what", "wht": "what", "whta": "what",
    "hwo": "who", "wher": "where", "were's": "where's", "hwat": "what", "hwen": "when",
}  # fmt: skip
# Lists of words lack many of a word's forms; these endings make them.
_ENDINGS = (
    "s", "es", "ed", "d", "ing", "er", "r", "ers", "rs", "ion", "ions", "ism", "ist", "ists", "ly",
    "al", "ies", "ied", "able", "ment", "ments", "ness", "ity",
)  # fmt: skip
_DOUBLING = frozenset({"ing", "ed", "er", "ers"})
_SHORTEST_STEM = 3


def corrected(query: str, known: Mapping[str, Word], is_word: Callable[[str], bool]) -> str:
    """Give the query with its misspelt words put right.

    Args:
        query: What was asked.
        known: The documents' words by their folded form, see `index.lexicon.Lexicon`.
        is_word: Whether a folded word is one of the language.

    >>> corrected("wen did it opne", {"open": Word("open", 3)}, lambda word: word in {"did", "it"})
    'when did it open'
    """
    first = _LETTERS.search(query)

    def is_known(word: str) -> bool:
        return word in known or is_word(word)

    def right(found: re.Match[str]) -> str:
        word = found.group()
        folded = fold(word)
        is_first = first is not None and found.start() == first.start()
        if is_first and folded in _ASKING:
            return _ASKING[folded]
        if len(folded) < _SHORTEST or is_known(folded) or _is_form(folded, is_known):
            return word
        long = _LONG_NAME if word[0].isupper() and not is_first else _LONG
        nearest = _nearest(folded, known, reach=1 if len(folded) < long else 2)
        return known[nearest].form if nearest else word

    return _LETTERS.sub(right, query)


def _is_form(word: str, is_known: Callable[[str], bool]) -> bool:
    """Whether a word is a form of a known one, or one whose forms are known.

    >>> _is_form("givers", {"give"}.__contains__), _is_form("bake", {"baking"}.__contains__)
    (True, True)
    """
    stem = word.removesuffix("e")
    return any(map(is_known, _stems(word))) or any(
        map(is_known, (f"{stem}ing", f"{stem}ed", f"{stem}er", f"{word}s"))
    )


def _stems(word: str) -> Iterable[str]:
    """What a word may be made from."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_STEM:
            continue
        yield from (stem, f"{stem}e", f"{stem}y")
        if ending in _DOUBLING and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
            yield stem[:-1]


def _nearest(word: str, known: Mapping[str, Word], *, reach: int) -> str:
    """The known word with the fewest slips, "" when all have more than `reach`.

    Of equally near ones: exchanged letters, then forgotten ones, then the most frequent word.
    Slips are insertions, deletions, substitutions and swaps of neighbours; a first letter is
    taken to be right unless it was swapped.

    Source: Damerau, "A technique for computer detection and correction of spelling errors", 1964.
    """
    near = [
        other
        for other in known
        if abs(len(other) - len(word)) <= reach
        and (other[0] == word[0] or other[1::-1] == word[:2])
    ]
    slips = process.extract(word, near, scorer=OSA.distance, score_cutoff=reach, limit=None)
    letters = sorted(word)

    def unlikeliness(other: str, distance: float) -> tuple[float, int, int, str]:
        forgotten = 1 if len(other) > len(word) else 2
        how = 0 if sorted(other) == letters else forgotten
        return distance, how, -known[other].count, other

    return min((unlikeliness(other, slip) for other, slip, _ in slips), default=(0, 0, 0, ""))[3]
