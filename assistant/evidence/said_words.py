"""How well statements say the words of a question: by the same words, or by others like them.

"What does parking cost?" is not answered by "The hall costs SEK 900": nothing there is like
"parking". Names are left out, they are compared elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.terms import asked_terms, terms, words


class WordLikeness(Protocol):
    """Compares words by meaning; an encoder does."""

    def word_likeness(self, words: Sequence[str], texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give the cosine of each word with what is most like it in each text.

        Returns:
            Shape (texts, words); at most 1, and 0 for a text without words.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How well the asked words are said, 0 to 1; 1 where none is asked.

    Attributes:
        mean: By the statement, rare words counting more.
        least: The word that the statement says least.
        mean_in_context: By the statement, or by the title and headings above it.
        least_in_context: The word that those say least.
    """

    mean: float = 1.0
    least: float = 1.0
    mean_in_context: float = 1.0
    least_in_context: float = 1.0


def said_words(
    analysis: Analysis, statements: Sequence[Statement], likeness: WordLikeness | None
) -> list[Said]:
    """Say how well each statement says the words asked, in order.

    Args:
        analysis: The query, taken apart.
        statements: What may answer.
        likeness: Compares words; None to go by the same words and known paraphrases alone.
    """
    asked = _asked_words(analysis)
    if not asked or not statements:
        return [Said() for _ in statements]
    contexts = list(dict.fromkeys(one.passage.context for one in statements))
    texts = [*contexts, *(one.text for one in statements)]
    like = np.zeros((len(texts), len(asked)), dtype=np.float32)
    if likeness is not None:
        like = np.maximum(likeness.word_likeness(asked, texts), 0)
    for row, text in zip(like, texts, strict=True):
        held = set(terms(text))
        row[[bool(held & set(terms(word))) for word in asked]] = 1.0
    weights = np.array([analysis.weights.weight(terms(word)[0]) for word in asked])
    places = {context: at for at, context in enumerate(contexts)}
    return [
        _said(own, np.maximum(own, like[places[one.passage.context]]), weights / weights.sum())
        for one, own in zip(statements, like[len(contexts) :], strict=True)
    ]


def _said(
    own: NDArray[np.float32], whole: NDArray[np.float32], shares: NDArray[np.float64]
) -> Said:
    return Said(
        mean=float(own @ shares),
        least=float(own.min()),
        mean_in_context=float(whole @ shares),
        least_in_context=float(whole.min()),
    )


def _asked_words(analysis: Analysis) -> list[str]:
    """Give the question's words that its answer is expected to say, without those of names."""
    named = {at for one in (*analysis.named, *analysis.mentioned) for at in one.said}
    left = [word for at, word in enumerate(words(analysis.query)) if at not in named]
    asked = set(asked_terms(" ".join(left))) if left else set()
    return list(dict.fromkeys(word for word in left if set(terms(word)) & asked))
