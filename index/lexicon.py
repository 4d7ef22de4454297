"""The words of the stored passages with their counts, and the abbreviations that they introduce.

Made from what is stored when first asked for, and kept until that changes; new passages are read
alone, and all of them only after a removal.
"""

import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sql

from index import schema
from index.abbreviations import find_abbreviations
from index.catalogue import Catalogue

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[^\W_]+")
_ROWS_PER_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the form in which it stands most often, and how often it stands in any form."""

    form: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What the passages' words are.

    Attributes:
        words: Every word without digits, by its folded form (`fold`).
        long_forms: What a folded short form stands for, the most frequent first.
        short_forms: Short forms of a folded long form, the most frequent first.
    """

    words: Mapping[str, Word] = field(default_factory=dict)
    long_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class CorpusLexicon:
    """The lexicon of a catalogue, in step with it. Safe across threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read nothing yet."""
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._sequence = -1
        self._last = 0
        self._passages = 0
        self._forms: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._lexicon = Lexicon()

    def current(self) -> Lexicon:
        """Give the lexicon of what is stored now."""
        with self._lock:
            sequence = self._catalogue.log.last_sequence()
            if sequence != self._sequence:
                self._read()
                self._sequence = sequence
            return self._lexicon

    def _read(self) -> None:
        self._read_new()
        if self._passages != self._catalogue.count_passages():
            # Something was removed: its words must be gone, too.
            self._last = self._passages = 0
            self._forms, self._pairs = Counter(), Counter()
            self._read_new()
        self._lexicon = _lexicon(self._forms, self._pairs)

    def _read_new(self) -> None:
        for number, text in _texts(self._catalogue, self._last):
            self._last = number
            self._passages += 1
            self._forms.update(_WORD.findall(text))
            if "(" in text:
                self._pairs.update((a.short, a.long) for a in find_abbreviations(text))


def lexicon_of(texts: Iterable[str]) -> Lexicon:
    """Give the lexicon of some texts.

    >>> lexicon_of(["Medicon Valley Alliance (MVA)"]).long_forms
    {'mva': ('Medicon Valley Alliance',)}
    """
    forms: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        forms.update(_WORD.findall(text))
        pairs.update((a.short, a.long) for a in find_abbreviations(text))
    return _lexicon(forms, pairs)


def fold(text: str) -> str:
    """Give a text in lower case, without accents, its words alone with a space between.

    >>> fold("Skåne's Start-ups")
    'skane s start ups'
    """
    folded = text.casefold()
    if not folded.isascii():  # most texts are, and this takes most of the time
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(_PART.findall(folded))


def _lexicon(forms: Counter[str], pairs: Counter[tuple[str, str]]) -> Lexicon:
    words: dict[str, Word] = {}
    # By count, then by form, so that the same passages in any order give the same lexicon.
    for form, count in sorted(forms.items(), key=lambda item: (-item[1], item[0])):
        folded = fold(form)
        known = words.get(folded)
        words[folded] = Word(known.form, known.count + count) if known else Word(form, count)
    long_forms: dict[str, list[str]] = {}
    short_forms: dict[str, list[str]] = {}
    for (short, long), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        _add(long_forms, fold(short), long)
        _add(short_forms, fold(long), short)
    return Lexicon(
        words=words,
        long_forms={name: tuple(forms) for name, forms in long_forms.items()},
        short_forms={name: tuple(forms) for name, forms in short_forms.items()},
    )


def _add(table: dict[str, list[str]], name: str, form: str) -> None:
    forms = table.setdefault(name, [])
    if fold(form) not in map(fold, forms):
        forms.append(form)


def _texts(catalogue: Catalogue, after: int) -> Iterator[tuple[int, str]]:
    """Number and text, title and heading included, of passages with a higher number, in order."""
    table, owner = schema.passages, schema.documents
    query = (
        sql.select(table.c.number, table.c.text, table.c.heading, owner.c.title)
        .join_from(table, owner)
        .where(table.c.number > after)
        .order_by(table.c.number)
    )
    with catalogue.engine.connect() as connection:
        rows = connection.execution_options(yield_per=_ROWS_PER_BATCH).execute(query)
        for row in rows:
            yield row.number, "\n".join(filter(None, (row.title, row.heading, row.text)))
