"""Whether a question is in Swedish: by its small words, which no English question has."""

from collections.abc import Callable, Sequence

from assistant.question.swedish.lexicon import Lexicon, Tag, group
from assistant.question.swedish.tokens import Token, words_of

# Small words that English has not; "i", "in", "men", "man", "till", "under", "den", "de" are left
# out, which may be English, a name's or a slip.
# How some of them are typed without dots and rings; alone they prove nothing.
_DOTLESS_FIRST = frozenset({"nar", "ar", "maste"})
_SHORTEST_TELLING = 4
# What English adds to a word that both have: "deadlines", but not "investerar".
_ENGLISH_ENDINGS = frozenset({"", "s", "es", "ed", "ing"})


def is_swedish(
    tokens: Sequence[Token], lexicon: Lexicon, is_english: Callable[[str], bool]
) -> bool:
    """Whether a question is surely in Swedish.

    Args:
        tokens: Its words and names.
        lexicon: The Swedish words.
        is_english: Whether a word, lower case, is one of English.
    """
    words = words_of(tokens)
    swedish = sum(word in group("swedish") for word in words)
    english = sum(word in group("english") for word in words)
    if swedish:
        return swedish > english
    dotless = sum(word in group("dotless") for word in words)
    if english:
        return False
    if words and words[0] in _DOTLESS_FIRST:
        return True
    telling = [word for word in words if len(word) >= _SHORTEST_TELLING or not word.isascii()]
    known = sum(_is_only_swedish(word, lexicon, is_english) for word in telling)
    return known > 0 and 2 * (known + min(dotless, 1)) >= len(telling)


def _is_only_swedish(word: str, lexicon: Lexicon, is_english: Callable[[str], bool]) -> bool:
    """Whether a word is Swedish and not also English; names of places and "deadlines" are both."""
    senses = [
        each
        for each in lexicon.senses(word)
        if each.tag is not Tag.NAME and not _is_english_form(word, each.english)
    ]
    return bool(senses) and not is_english(word)


def _is_english_form(word: str, english: str) -> bool:
    return word.startswith(english) and word.removeprefix(english) in _ENGLISH_ENDINGS
