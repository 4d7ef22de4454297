"""A query widened by the abbreviations of the documents, for the encoder and for full text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.fulltext import match_expression
from index.lexicon import Lexicon, fold

_PART = re.compile(r"[^\W_]+")
# Long names have few more words, and abbreviations with more meanings say nothing.
_LONGEST_NAME = 8
_MOST_FORMS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpandedQuery:
    """What is searched for a query.

    Attributes:
        text: For the encoder: the query, each abbreviation followed by what it stands for.
        expression: For full text, in FTS5's language; "" when there is no word.
    """

    text: str
    expression: str


def expand(query: str, lexicon: Lexicon) -> ExpandedQuery:
    """Widen a query: short forms also find their long forms, and long forms their short ones.

    >>> from index.lexicon import lexicon_of
    >>> expanded = expand("Who runs MVA?", lexicon_of(["Medicon Valley Alliance (MVA)"]))
    >>> expanded.text
    'Who runs MVA (Medicon Valley Alliance)?'
    >>> expanded.expression
    '"runs" OR "mva" OR "medicon valley alliance"'
    """
    phrases = [fold(short) for short in _short_forms(query, lexicon)]
    pieces: list[str] = []
    end = 0
    for found in _PART.finditer(query):
        long_forms = _long_forms(found.group(), lexicon)
        phrases += [fold(long) for long in long_forms]
        # The encoder takes one meaning; two would blur each other.
        if len(long_forms) == 1 and fold(long_forms[0]) not in fold(query):
            pieces += [query[end : found.end()], f" ({long_forms[0]})"]
            end = found.end()
    return ExpandedQuery(
        text="".join([*pieces, query[end:]]),
        expression=match_expression(query, also=tuple(dict.fromkeys(phrases))),
    )


def _long_forms(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    folded = fold(word)
    forms = lexicon.long_forms.get(folded, ())
    if len(forms) > _MOST_FORMS:
        return ()
    # "it" is no abbreviation for who means the pronoun, unless the documents never use that.
    usual = lexicon.words.get(folded)
    is_meant = not word.islower() or (usual is not None and not usual.form.islower())
    return forms if is_meant else ()


def _short_forms(query: str, lexicon: Lexicon) -> Iterator[str]:
    words = fold(query).split()
    for size in range(2, _LONGEST_NAME + 1):
        for start in range(len(words) - size + 1):
            forms = lexicon.short_forms.get(" ".join(words[start : start + size]), ())
            yield from forms[:_MOST_FORMS]
