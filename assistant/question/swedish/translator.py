"""Swedish questions in English: the words by a lexicon, their order by rules.

Names stay as they are typed, and so does what is not known. Where too much is not, there is no
translation.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.question.following.names import KnownNames
from assistant.question.grammar import with_capital
from assistant.question.swedish.chunks import chunks_of
from assistant.question.swedish.clauses import worded
from assistant.question.swedish.detection import is_swedish
from assistant.question.swedish.lexicon import lexicon, without_dots
from assistant.question.swedish.lower_names import with_lower_names
from assistant.question.swedish.particles import with_particles
from assistant.question.swedish.place import Word
from assistant.question.swedish.prepositions import with_prepositions
from assistant.question.swedish.tagging import tagged
from assistant.question.swedish.tokens import Token, tokens_of, words_of

_REWORDINGS = Path(__file__).parent / "lexicon" / "rewordings.tsv"
# A word so long may be misspelt; shorter ones are too near to each other.
_SHORTEST_MISSPELT = 6
# Where more of the words than this are not known, the question is not understood.
_MOST_UNKNOWN = 0.4
_LONGEST = 600


def _never(_word: str) -> bool:
    """Know no English word."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class SwedishTranslator:
    """Translates questions. Safe to use from several threads.

    Attributes:
        known: Finds the names that the documents know.
        is_english: Whether a word, lower case, is one of English; such a word may stay.
        is_stored: Whether the documents use a word.
        is_titled: Whether they write it with a capital mostly.
    """

    known: KnownNames
    is_english: Callable[[str], bool] = field(default=_never)
    is_stored: Callable[[str], bool] = field(default=_never)
    is_titled: Callable[[str], bool] = field(default=_never)

    def swedish_words(self, question: str) -> frozenset[str]:
        """Give the words of a question in Swedish, lower case; none of another question.

        >>> from assistant.question.following.names import NoNames
        >>> sorted(SwedishTranslator(known=NoNames()).swedish_words("Vem leder klustret?"))
        ['klustret', 'leder', 'vem']
        """
        tokens = self._swedish_tokens(question)
        return frozenset(each for each in words_of(tokens) if lexicon().senses(each))

    def untranslated(self, question: str) -> tuple[str, ...]:
        """Give the words of a Swedish question that mean nothing known, lower case, each once.

        They are in no lexicon, no English, no names, and stand in no document.

        >>> from assistant.question.following.names import NoNames
        >>> SwedishTranslator(known=NoNames()).untranslated("Vem leder glufsen?")
        ('glufsen',)
        """
        unknown = (each.token.word for each in self._meant(question) if self._is_unknown(each))
        return tuple(dict.fromkeys(unknown))

    def translate(self, question: str) -> str | None:
        """Give a Swedish question in English; None for any other, and where it is not understood.

        >>> from assistant.question.following.names import NoNames
        >>> translator = SwedishTranslator(known=NoNames())
        >>> translator.translate("Vilka inkubatorer tar ingen ägarandel?")
        'Which incubators take no equity?'
        >>> translator.translate("Which incubators take no equity?")
        """
        words = lexicon()
        meant = self._meant(question)
        if not self._is_understood(meant):
            return None
        chunks = with_particles(chunks_of(meant, words), words.particles)
        english = worded(with_prepositions(chunks))
        said = with_capital(english) if question[:1].isupper() else english
        return said if said != question else None

    def _meant(self, question: str) -> tuple[Word, ...]:
        """Give the words of a Swedish question with what they mean; none of any other."""
        if len(question) > _LONGEST:
            return ()
        tokens = self._swedish_tokens(question)
        if not tokens:
            return ()
        plain = reworded(question)
        if plain != question:
            tokens = self._named(self._tokens(plain))
        return tagged(tokens, lexicon(), self._put_right)

    def _swedish_tokens(self, question: str) -> tuple[Token, ...]:
        """Give the words and names of a Swedish question; none of any other."""
        tokens = self._tokens(question)
        is_ours = is_swedish(tokens, lexicon(), self.is_english)
        return self._named(tokens) if is_ours else ()

    def _tokens(self, question: str) -> tuple[Token, ...]:
        return tokens_of(question, self.known.current(), lexicon(), self.is_stored)

    def _named(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        return with_lower_names(
            tokens,
            lexicon(),
            is_english=self.is_english,
            is_stored=self.is_stored,
            is_titled=self.is_titled,
        )

    def _is_understood(self, words: Sequence[Word]) -> bool:
        """Whether enough words are known; names and numbers count neither way."""
        unknown = sum(map(self._is_unknown, words))
        known = sum(word.sense is not None for word in words)
        return known > 0 and unknown <= _MOST_UNKNOWN * (known + unknown)

    def _is_unknown(self, word: Word) -> bool:
        said = word.token.word
        return word.is_unknown and not self.is_english(said) and not self.is_stored(said)

    def _put_right(self, token: Token) -> str:
        """Give the Swedish word that a misspelt one is nearest to, "" for none."""
        word = token.word
        if len(word) < _SHORTEST_MISSPELT or not word.isalpha() or self.is_english(word):
            return ""
        if self.is_stored(word):
            return ""
        by_size = _forms_by_size()
        plain = without_dots(word)
        near = [
            form for size in (-1, 0, 1) for form in by_size.get((len(plain) + size, plain[0]), ())
        ]
        best = process.extractOne(plain, near, scorer=OSA.distance, score_cutoff=1)
        return best[0] if best else ""


@cache
def _rewordings() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [
        line.split("\t")
        for line in _REWORDINGS.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return tuple((re.compile(pattern, re.I), plain) for pattern, plain in rows)


def reworded(question: str) -> str:
    """Word more plainly what is said in an idiom.

    >>> reworded("Vad är CAMP för något?")
    'vad är CAMP?'
    """
    for pattern, plain in _rewordings():
        question = pattern.sub(plain, question)
    return question


@cache
def _forms_by_size() -> Mapping[tuple[int, str], list[str]]:
    """Give all forms, without their dots, by length and first letter."""
    made: dict[tuple[int, str], list[str]] = {}
    for form in lexicon().forms:
        plain = without_dots(form)
        if plain.isalpha():
            made.setdefault((len(plain), plain[0]), []).append(plain)
    return made
