"""Cutting one over-long paragraph, at sentence borders, with exact offsets.

llama-index packs the sentences; sentences that are too long themselves are cut here, between words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from index.sentences import split_sentences

# The parts of a cut text should be of about equal length rather than full but for a short rest;
# sentences do not fill a part exactly, so each may be this much longer than its even share.
_SLACK = 1.15

# Text of more characters than this for each token allowed is above the limit with any usual
# tokenizer, so it is cut before it is counted, which keeps the time in proportion to the length.
_MOST_CHARACTERS_PER_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]`."""

    start: int
    end: int


def cut_text(
    text: str, span: Span, *, count_tokens: Callable[[str], int], limit: int
) -> list[Span]:
    """Cut a stretch of text into parts of at most `limit` tokens, in order, without outer spaces.

    Parts end with sentences; a sentence above the limit is cut between words, a word above it
    between characters. Only white space lies between parts.
    """
    from llama_index.core.node_parser import SentenceSplitter  # slow to import, rarely needed

    stretch = text[span.start : span.end]

    def size(part: str) -> int:
        # llama-index would repeat a part of no tokens (a lone sign) at the start of the next one.
        return max(1, count_tokens(part))

    sizes = [size(piece) for piece in _pieces(stretch, count_tokens, limit)]
    even_share = sum(sizes) / max(ceil(sum(sizes) / limit), 1)
    splitter = SentenceSplitter(
        chunk_size=max(*sizes, min(limit, ceil(even_share * _SLACK))),
        chunk_overlap=0,
        tokenizer=lambda part: range(size(part)),
        chunking_tokenizer_fn=lambda part: _pieces(part, count_tokens, limit),
        secondary_chunking_regex=None,
    )
    return list(_locate(splitter.split_text(stretch), text, span.start))


def _locate(parts: list[str], text: str, start: int) -> Iterator[Span]:
    """Find stripped parts again, each after the one before; only white space lies between."""
    for part in parts:
        start = text.index(part, start)
        yield Span(start, start + len(part))
        start += len(part)


def _pieces(text: str, count_tokens: Callable[[str], int], limit: int) -> list[str]:
    """Sentences with the white space after them; joined they give `text` again."""
    starts = [sentence.start for sentence in split_sentences(text)][1:]
    borders = pairwise([0, *starts, len(text)])
    pieces: list[str] = []
    for start, end in borders:
        pieces += _cut_words(text[start:end], count_tokens, limit)
    return pieces


def _cut_words(sentence: str, count_tokens: Callable[[str], int], limit: int) -> Iterator[str]:
    """Cut a sentence between words until each part is within the limit; joined they give it."""
    longest = limit * _MOST_CHARACTERS_PER_TOKEN
    start = 0
    while len(sentence) - start > longest:
        border = _word_border(sentence, start + longest // 2, start + longest)
        yield from _halve(sentence[start:border], count_tokens, limit)
        start = border
    yield from _halve(sentence[start:], count_tokens, limit)


def _halve(part: str, count_tokens: Callable[[str], int], limit: int) -> Iterator[str]:
    if len(part) <= 1 or count_tokens(part) <= limit:
        yield part
        return
    border = _word_border(part, 0, len(part) // 2)
    yield from _halve(part[:border], count_tokens, limit)
    yield from _halve(part[border:], count_tokens, limit)


def _word_border(text: str, start: int, end: int) -> int:
    """Where the last word begins in `text[start:end]`; `end` when there is one word only."""
    return text.rfind(" ", start, end - 1) + 1 or end
