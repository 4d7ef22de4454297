"""Whether an answer says what was expected: comparison of words, not of meaning.

No model judges here; a fixed rule that anyone can work out by hand decides every case.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

OVERLAP_SHARE = 0.5
"""Half of the words of one quote must stand in the other for the two to be the same evidence."""

_CITATION_MARKER = re.compile(r"\[\d+\]")
_THOUSANDS = re.compile(
    r"(?<![\d.,])\d{1,3}(?P<mark>[,' \u00a0\u202f\u2009’])\d{3}(?:(?P=mark)\d{3})*(?!\d)"
)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
_WORD = re.compile(r"\d+(?:\.\d+)+|[^\W_]+")
# How an answer over entities tells who was checked: names and totals that are no part of what it
# asserts. `assistant.coverage.listing` writes it.
_ACCOUNT = re.compile(r"\b\d+ [^\n:.]{1,120} checked: \d+ states? it, .*$", re.M)
_OF_TOTAL = re.compile(r"^(\d+|None) of the \d+ (?=[^\n]{1,120} in the documents\b)", re.M)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found wrong with an answer's words; no reason means that it is right."""

    reasons: tuple[str, ...]

    @property
    def correct(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.reasons


def words(text: str) -> tuple[str, ...]:
    """Split a text into comparable words, in order.

    Unicode NFC and case folding; invisible characters removed; thousands separators removed; a
    decimal comma becomes a point; all other punctuation separates words.

    >>> words("SEK 1,200 (2.5 %), it's")
    ('sek', '1200', '2.5', 'it', 's')
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    text = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match.group()), text)
    text = _DECIMAL_COMMA.sub(".", text)
    return tuple(_WORD.findall(text))


def normalise(text: str) -> str:
    """Give a text's `words`, joined by single spaces; "" when it has none.

    >>> normalise("**Medicon  Village**")
    'medicon village'
    """
    return " ".join(words(text))


def contains(text: str, phrase: str) -> bool:
    """Whether a phrase occurs in a text as whole words, both normalised.

    >>> contains("In all 15 sites", "5")
    False
    >>> contains("About 1 200 people", "1,200")
    True
    """
    return f" {normalise(phrase)} " in f" {normalise(text)} "


def strip_citation_markers(text: str) -> str:
    """Take the `[1]` markers out of an answer, so that their numbers answer no question."""
    return _CITATION_MARKER.sub(" ", text)


def asserted_text(text: str) -> str:
    r"""Take out of an answer over entities whom it only counts: those that deny and do not say.

    What is left is its rows with their quotes and what it says of itself. To name everybody among
    those that "do not say" is no answer.

    >>> asserted_text("- **A**: Free.\n\n2 hubs checked: 1 states it, 0 deny it, 1 is silent.")
    '- **A**: Free.'
    >>> asserted_text("3 of the 9 hubs in the documents:")
    '3 hubs in the documents:'
    """
    return _OF_TOTAL.sub(r"\1 ", _ACCOUNT.sub("", text)).strip()


def missing_groups(
    texts: Sequence[str], expected_answers: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Give the first alternative of every group that none of the texts contains."""
    return tuple(
        group[0]
        for group in expected_answers
        if not any(contains(text, alternative) for text in texts for alternative in group)
    )


def judge_words(
    texts: Sequence[str],
    *,
    expected_answers: Sequence[Sequence[str]],
    starts_with: str | None,
    forbidden: Sequence[str],
) -> Verdict:
    """Compare an answer's words with what was expected.

    Args:
        texts: The answer's text, then its short answer if it has one. A phrase has to stand in one
            of them; how the answer begins is read off the first.
        expected_answers: Every group must be found, any alternative of a group does.
        starts_with: The first word that the answer must have.
        forbidden: Phrases that no text may contain.
    """
    texts = [strip_citation_markers(text) for text in texts]
    reasons = [f"misses {missing!r}" for missing in missing_groups(texts, expected_answers)]
    if starts_with is not None and words(texts[0])[:1] != words(starts_with):
        reasons.append(f"does not start with {starts_with!r}")
    reasons += [
        f"says {phrase!r}, which is forbidden"
        for phrase in forbidden
        if any(contains(text, phrase) for text in texts)
    ]
    return Verdict(reasons=tuple(reasons))


def overlaps(quote: str, other: str) -> bool:
    """Whether two stretches of the same document are the same evidence.

    They are when their longest common run of words is at least `OVERLAP_SHARE` of either. A run,
    not a bag of words: two verbatim stretches of one document can share text only as a run, and
    two sentences that share little but "is an incubator in" are not the same evidence.
    """
    first, second = words(quote), words(other)
    shorter = min(len(first), len(second))
    if shorter == 0:
        return False
    run = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return run.size >= OVERLAP_SHARE * shorter
