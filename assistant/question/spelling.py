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
# What questions are made of; documents may not use these words, and people misspell them, too.
_COMMON = frozenset(
    _LETTERS.findall("""
    about address after against allowed amount another anyone apply available away because become
    before begin behind belong between build business called charge choose close community companies
    company contact cost could country current date day days does during each email every everyone
    explain find first founded founder free from fund funding give government happen have help here
    hold host invest join kind know last later leader list long lead main make manage many mean
    member members money month months more most much must name need network never number offer
    office often old open opened opening organisation other over owner part partner pay people
    person phone place please price program programme project projects provide public receive
    rent research responsible same share should since some someone start started startup startups
    still stop support take tell than that their them there these they thing things this those
    through time together under until university used want week what when where whether which
    while who whole whom whose will with within without work would year years
""")
)
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
        if is_known(folded) or _is_form(folded, is_known):
            return word
        if len(folded) < _SHORTEST:
            return _completed(folded) if len(folded) == _SHORTEST - 1 and word.islower() else word
        long = _LONG_NAME if word[0].isupper() and not is_first else _LONG
        nearest = _nearest(folded, known, reach=1 if len(folded) < long else 2)
        if word.islower() and is_word(nearest):
            return nearest
        return known[nearest].form if nearest in known else nearest or word

    return _LETTERS.sub(right, query)


def _completed(word: str) -> str:
    """A word of three letters with the one that was forgotten, where that is plain: "opn".

    >>> _completed("opn"), _completed("xyz")
    ('open', 'xyz')
    """
    longer = [
        other
        for other in sorted(_COMMON)
        if len(other) == len(word) + 1
        and other[0] == word[0]
        and other[-1] == word[-1]
        and OSA.distance(word, other) == 1
    ]
    return longer[0] if len(longer) == 1 else word


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

    Of equally near ones: exchanged letters, then forgotten ones, then what questions are made of,
    then the documents' most frequent word.
    Slips are insertions, deletions, substitutions and swaps of neighbours; a first letter is
    taken to be right unless it was swapped.

    Source: Damerau, "A technique for computer detection and correction of spelling errors", 1964.
    """
    near = [
        other
        for other in {**dict.fromkeys(_COMMON), **known}
        if abs(len(other) - len(word)) <= reach
        and (other[0] == word[0] or other[1::-1] == word[:2])
    ]
    slips = process.extract(word, near, scorer=OSA.distance, score_cutoff=reach, limit=None)
    letters = sorted(word)

    def unlikeliness(other: str, distance: float) -> tuple[float, int, bool, int, str]:
        forgotten = 1 if len(other) > len(word) else 2
        how = 0 if sorted(other) == letters and other[0] == word[0] else forgotten
        count = known[other].count if other in known else 0
        return distance, how, other not in _COMMON, -count, other

    return min(
        (unlikeliness(other, slip) for other, slip, _ in slips), default=(0, 0, False, 0, "")
    )[-1]
