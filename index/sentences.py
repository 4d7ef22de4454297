"""Where sentences begin and end, by rule, for English and Swedish prose. Offsets are exact.

Rules rather than a trained model: a quote must not end at "Dr.", whatever the language of the rest,
and a text of any length and shape must take time in proportion to its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# A run of stops with the quotes and brackets that close after it. The run is matched whatever
# follows, so that no position is tried twice.
_STOP = re.compile(r"""[.!?…。！？]+["'”’»)\]]*""")
_WIDE_STOPS = ("。", "！", "？")
_OPENERS = "\"'“‘”’«»([¿¡*_"
_SPACE = re.compile(r"\s*")

# The longest abbreviation below is far shorter, so looking back further tells nothing more.
_LOOK_AROUND = 24
_WORD_BEFORE = re.compile(r"[^\s\"'“‘«(\[/]+\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_LONGEST_ITEM_NUMBER = 3
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never the last word of a sentence: what they name or qualify must follow. One letter counts as
# written: "c. 1900", but "vitamin C".
_LEADING = _words("""
    adj approx assoc bl bl.a c ca capt cf cit d.v.s dr dvs e.g eg eq esp ev exkl f.n fig figs fr
    gov i.e ie inkl incl jfr kl kungl lt messrs mr mrs ms mt nr op p pp prof ref resp s s.k sgt
    St t.ex t.o.m tel tfn viz vol vs
""")
# Only before a number: "No. 5", but "No. They did not."
_BEFORE_NUMBER = _words("""
    apr art aug avd ch chap dec eds feb fri jan jul jun kap mar mon no nos nov oct okt par sat
    sec sect sep sept sid sun thu tue wed
""")
# May end a sentence, so the next word decides. Abbreviations such as "etc." are not here: after
# them a capital letter begins a sentence like after any word.
_TRAILING = _words("al bros co corp dept dir inc intl jr ltd ph.d phd plc pty sr univ")
# Words that begin sentences and hardly ever a name, in lower case.
_STARTERS = _words("""
    a after all also although an and another any are as at because before both but by can during
    each every for from given has have he her here his how however if in is it its many members
    more most no not now of on once one other our she since so some such that the their then
    there these they this those through thus to today together two under until we were what when
    where which while who why with without you your alla allt att av bland bolaget de deltagarna
    den denna dess dessa det detta där då efter en enligt ett från för genom han har hon hur här
    i idag inom jag med men när nu och också om på samtidigt som så under utan vad var varje vem
    vi vid är även
""")


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """`text[start:end]`, without white space around it."""

    start: int
    end: int


@lru_cache(maxsize=1024)
def split_sentences(text: str) -> tuple[SentenceSpan, ...]:
    r"""Find the sentences of a text, in order; together they hold all that is not white space.

    A line break ends a sentence. A line with " | " (a table row) is one sentence.

    >>> text = "Dr. Berg leads it, e.g. in Lund. It has 1.5 M SEK (approx.). Why?"
    >>> [text[span.start : span.end] for span in split_sentences(text)]
    ['Dr. Berg leads it, e.g. in Lund.', 'It has 1.5 M SEK (approx.).', 'Why?']
    """
    return tuple(
        span for line in _lines(text) for span in _trimmed(text, [line.start, *_ends(text, line)])
    )


def _lines(text: str) -> Iterator[SentenceSpan]:
    start = 0
    for line in text.split("\n"):
        yield SentenceSpan(start, start + len(line))
        start += len(line) + 1


def _trimmed(text: str, borders: list[int]) -> Iterator[SentenceSpan]:
    for start, end in pairwise(borders):
        sentence = text[start:end]
        words = sentence.strip()
        if words:
            first = start + len(sentence) - len(sentence.lstrip())
            yield SentenceSpan(first, first + len(words))


def _ends(text: str, line: SentenceSpan) -> Iterator[int]:
    """Positions in a line where a sentence ends; the last is the line's end."""
    if text.find(" | ", line.start, line.end) < 0:
        for stop in _STOP.finditer(text, line.start, line.end):
            if stop.end() < line.end and _is_end(text, line, stop):
                yield stop.end()
    yield line.end


def _is_end(text: str, line: SentenceSpan, stop: re.Match[str]) -> bool:
    """Whether a run of stops with text after it on its line ends a sentence."""
    run = stop.group()
    if run.startswith(_WIDE_STOPS):
        return True
    if not text[stop.end()].isspace():
        return False
    space = _SPACE.match(text, stop.end(), line.end)
    begin = space.end() if space else stop.end()
    following = text[begin : min(begin + _LOOK_AROUND, line.end)].lstrip(_OPENERS)
    if following[:1].islower():
        return False
    if run != ".":
        return True
    look_back = max(line.start, stop.start() - _LOOK_AROUND)
    word = _WORD_BEFORE.search(text[look_back : stop.start()])
    if word is None:
        return True
    if text[line.start : look_back + word.start()].strip("-* ") == "" and _is_number(word.group()):
        return False
    return _ends_after(word.group(), following)


def _is_number(word: str) -> bool:
    """Whether a word at the beginning of a line numbers an item: "1" in "1. First"."""
    return word.isdecimal() and len(word) <= _LONGEST_ITEM_NUMBER


def _ends_after(word: str, following: str) -> bool:
    """Whether a single full stop after `word` ends a sentence, given what follows."""
    known = word.lower() if len(word) > 1 and word != "St" else word
    if known in _LEADING:
        return False
    if known in _BEFORE_NUMBER:
        return not following[:1].isdigit()
    if known in _TRAILING or _INITIALS.fullmatch(word):
        next_word = _WORD_AFTER.match(following)
        return next_word is not None and next_word.group().lower() in _STARTERS
    return True
