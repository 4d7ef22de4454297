"""Whether what a text says agrees with what a question asks in more than its words.

Founders are no funders, and a large cluster is not the largest one: a text that has no word for the
tie or the superlative asked for does not answer, however much else it shares with the question.
"""

from dataclasses import dataclass

from assistant.question.superlative import asked_superlative
from assistant.question.terms import words
from assistant.question.tie import Tie, asked_tie, speaks_of_tie, tie_done


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a text must speak of to answer a question; nothing for most questions.

    Attributes:
        tie: The tie that is asked about.
        superlatives: Words of which it must hold one; none where this is empty.
    """

    tie: Tie | None
    superlatives: frozenset[str]

    def are_met_by(self, text: str) -> bool:
        """Whether a text, with its headings and lead-in, speaks of all of it."""
        if self.tie and not speaks_of_tie(self.tie, text):
            return False
        return not self.superlatives or not self.superlatives.isdisjoint(words(text))


def demands_of(query: str) -> Demands:
    """Give what an answer to a question must speak of.

    >>> demands_of("Who funds MTT?").are_met_by("It has four co-founders.")
    False
    """
    return Demands(
        tie=asked_tie(query) or tie_done(query), superlatives=asked_superlative(query)
    )
