"""Misspelt words of a question, put right by the words of the documents found for it.

Only what is no word at all is changed, and only into a word that the documents use; a name is
changed by one letter at most, since an unknown name must stay unknown.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
# So long a word bears two wrong letters.
_LONG = 6
# Misspelt words that questions begin with; most of them are words, or too short to be guessed.
_ASKING = {
    "wen": "when", "whn": "when", "wich": "which", "whch": "which", "witch": "which",
    "dose": "does", "doess": "does", "wat": "what", "waht": "what", "wht": "what", "whta": "what",
    "hwo": "who", "wher": "where", "were's": "where's", "hwat": "what", "hwen": "when",
}  # fmt: skip


def vocabulary(texts: Iterable[str]) -> Mapping[str, str]:
    """Give every word of some texts, folded, with the form in which it stands most often."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for found in _WORD.finditer(text):
            forms.setdefault(_folded(found.group()), Counter())[found.group()] += 1
    return {folded: counts.most_common(1)[0][0] for folded, counts in forms.items()}


def corrected(query: str, known: Mapping[str, str], is_word: Callable[[str], bool]) -> str:
    """Give the query with its misspelt words put right.

    Args:
        query: What was asked.
        known: The documents' words, see `vocabulary`.
        is_word: Whether a folded word is one of the language.

    >>> corrected("wen did it opne", {"open": "open"}, lambda word: word in {"did", "it"})
    'when did it open'
    """
    first = _WORD.search(query)

    def right(found: re.Match[str]) -> str:
        word = found.group()
        folded = _folded(word)
        is_first = first is not None and found.start() == first.start()
        if is_first and folded in _ASKING:
            return _ASKING[folded]
        if len(folded) < _SHORTEST or folded in known or is_word(folded):
            return word
        is_name = word[0].isupper() and not is_first
        return _nearest(folded, known, reach=1 if is_name or len(folded) < _LONG else 2) or word

    return _WORD.sub(right, query)


def _nearest(word: str, known: Mapping[str, str], *, reach: int) -> str:
    """The known word with the fewest differences, "" when all have more than `reach`."""
    best, least = "", reach + 1
    for other, form in known.items():
        if abs(len(other) - len(word)) > reach or other[:1] != word[:1]:
            continue
        distance = differences(word, other)
        if distance < least:
            best, least = form, distance
    return best


def differences(one: str, other: str) -> int:
    """Count insertions, deletions, substitutions and swaps of neighbours (optimal alignment).

    Source: Damerau, "A technique for computer detection and correction of spelling errors", 1964.

    >>> differences("opne", "open"), differences("incubater", "incubator"), differences("", "ab")
    (1, 1, 2)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        previous, before, row = before, row, [at]
        for place, facing in enumerate(other, start=1):
            cost = min(
                before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != facing)
            )
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == facing:
                cost = min(cost, previous[place - 2] + 1)
            row.append(cost)
    return row[-1]


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
