"""A question's words and marks; names are one token each and are never translated."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.question.swedish.lexicon import Lexicon, Tag

_TOKEN = re.compile(r"\d+(?:[.,   ]\d{3})*(?![\w])|[^\W_]+(?:[:'’\-&./@][^\W_]+)*-?|[^\w\s]")
_JOINED = re.compile(r"-(?=[^\W\d_])")
_CAPITAL = re.compile(r"[A-ZÅÄÖÉÜØÆ]|\d+[A-Z]|[a-z]+[A-Z]")
_LINKS = frozenset({"of", "for", "and", "the", "&", "de", "von", "der", "at", "to"})
_GENITIVE = re.compile(r"(?<=\w)(?::s|['’]s?|s)$")
_ENDS = frozenset(".?!:")
_QUOTES = '"“”„«»'
_QUOTED = re.compile(rf"[{_QUOTES}](?P<said>[^{_QUOTES}]{{2,150}})[{_QUOTES}]")
_SHORTEST_NAME = 3
_LONGEST_PHRASE = 4


class Found(Protocol):
    """Where a name stands."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        ...

    @property
    def end(self) -> int:
        """Offset after its last."""
        ...


class NameFinder(Protocol):
    """Finds the names that the documents know."""

    def find(self, text: str) -> Sequence[Found]:
        """Give the names of a text, in order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word, number, mark or name.

    Attributes:
        text: As typed; a name without the ending of its genitive.
        start: Offset of its first character.
        end: Offset after its last.
        is_name: Whether it is a name.
        is_genitive: Whether it is a name with the ending of a genitive.
        is_known: Whether it is a name that the documents know, or one in quotes.
        is_joined: Whether it is the second part of a word with a hyphen: "voucher" of "X-voucher".
    """

    text: str
    start: int
    end: int
    is_name: bool = False
    is_genitive: bool = False
    is_known: bool = False
    is_joined: bool = False

    @property
    def word(self) -> str:
        """It in lower case; "" for a name."""
        return "" if self.is_name else self.text.lower()

    @property
    def is_mark(self) -> bool:
        """Whether it is neither word nor number."""
        return not self.is_name and not any(letter.isalnum() for letter in self.text)


def tokens_of(
    text: str, known: NameFinder, lexicon: Lexicon, is_stored: Callable[[str], bool]
) -> tuple[Token, ...]:
    """Take a question apart; known names and runs of capitals are one token each.

    Args:
        text: The question.
        known: Finds the names that the documents know.
        lexicon: The Swedish words.
        is_stored: Whether the documents use a word; one in capitals is then a name as it is.
    """
    spans = list(_known(text, known, lexicon))
    tokens: list[Token] = []
    at = 0
    for span in spans:
        tokens += _words(text, at, span.start)
        tokens.append(span)
        at = span.end
    tokens += _words(text, at, len(text))
    runs = [*_with_runs(text, tokens, lexicon, is_stored)]
    return tuple(
        _surely(token, after, text, lexicon)
        for token, after in zip(runs, [*runs[1:], None], strict=False)
    )


def _surely(token: Token, after: Token | None, text: str, lexicon: Lexicon) -> Token:
    """Give an unknown name its last letter back, unless what it owns stands behind it."""
    whole = text[token.start : token.end]
    if not token.is_genitive or whole != f"{token.text}s":
        return token
    senses = lexicon.senses(after.word) if after else ()
    tags = {each.tag for each in senses}
    nominal = Tag.NOUN in tags or (Tag.ADJECTIVE in tags and Tag.ADVERB not in tags)
    is_new = after is not None and not (senses or after.is_name or after.is_mark)
    if not nominal and not (is_new and after is not None and after.text.islower()):
        return replace(token, text=whole, is_genitive=False)
    return token


def _known(text: str, known: NameFinder, lexicon: Lexicon) -> Iterator[Token]:
    """Find known names, also with the ending of a genitive, which nobody typed as a name."""
    found = [(name.start, name.end, False) for name in known.find(text)]
    for match in re.finditer(r"[^\W_]+(?::s|['’]s?|s)(?!\w)", text):
        short = _GENITIVE.sub("", match.group())
        if len(short) < _SHORTEST_NAME or lexicon.holds(match.group().lower()):
            continue
        # As it stands, with what stands before it and no more behind it.
        before = f"{text[: match.start()]}{short}"
        last = known.find(before)[-1:]
        found += [(name.start, match.end(), True) for name in last if name.end == len(before)]
    for quoted in _QUOTED.finditer(text):
        said = quoted["said"]
        if said[0].isupper() or not all(map(lexicon.senses, said.lower().split())):
            found.append((quoted.start(), quoted.end(), False))
    at = 0
    for start, end, is_genitive in sorted(found, key=lambda each: (each[0], -each[1])):
        said = text[start:end]
        # One word may be a word; several in a row that are known are a name.
        is_word = " " not in said and said == said.lower() and lexicon.holds(said)
        if start < at or is_word:
            continue
        if end < len(text) and text[end].isalnum():
            continue
        at = end
        plain = _GENITIVE.sub("", said) if is_genitive else said.strip(_QUOTES)
        yield Token(
            text=plain,
            start=start,
            end=end,
            is_name=True,
            is_genitive=is_genitive,
            is_known=True,
        )


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        written, at = found.group(), found.start()
        hyphen = _JOINED.match(text, at - 1) if at else None
        is_joined = bool(hyphen) and at == start + 1 and at > 1 and text[at - 2].isalnum()
        yield Token(text=written, start=at, end=found.end(), is_joined=is_joined)


def _with_runs(
    text: str, tokens: Sequence[Token], lexicon: Lexicon, is_stored: Callable[[str], bool]
) -> Iterator[Token]:
    """Make one name of capitals that stand beside each other."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text == "-" and at + 1 < len(tokens) and tokens[at + 1].is_joined:
            at += 1
            continue
        if not _is_capital(tokens, at, lexicon):
            yield from _parts(token, lexicon)
            at += 1
            continue
        end = _run_end(text, tokens, at, lexicon)
        if end == at + 1 and not token.is_name and is_stored(token.text):
            yield _as_stored(token, lexicon)
        else:
            yield from _name(text, tokens[at:end], lexicon)
        at = end


def _as_stored(token: Token, lexicon: Lexicon) -> Token:
    """Give a word in capitals that the documents use: a name, or a place that Swedish names."""
    senses = lexicon.forms.get(token.text.lower(), ())
    is_word = any(sense.tag in {Tag.NAME, Tag.MONTH} for sense in senses)
    return replace(token, is_name=not is_word)


def _run_end(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where a run of capitals ends that begins at a token."""
    end = at + 1
    while end < len(tokens) and text[tokens[end - 1].end : tokens[end].start] == " ":
        if tokens[end - 1].is_genitive:
            break
        if _is_capital(tokens, end, lexicon):
            end += 1
            continue
        links = end
        while links < len(tokens) and tokens[links].text in _LINKS:
            links += 1
        is_bound = links > end and links < len(tokens) and tokens[end].text not in {"de", "for"}
        if not is_bound or not _is_capital(tokens, links, lexicon):
            break
        end = links + 1
    return end


def _is_capital(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a token is written as a name; a first word is one where the lexicon has it not."""
    token = tokens[at]
    if token.is_name:
        return True
    ahead = [each.text.lower() for each in tokens[at : at + _LONGEST_PHRASE]]
    if lexicon.phrase(ahead)[0]:
        return False
    if not _CAPITAL.match(token.text) or token.is_joined:
        return False
    begins = at == 0 or tokens[at - 1].text[-1:] in _ENDS
    is_shouted = token.text.isupper() and len(token.text) > 1
    if is_shouted and not lexicon.holds(token.word):
        return True
    return not begins or not lexicon.senses(token.word)


def _name(text: str, run: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Give the one name of a run; words that are names of places in Swedish stay words."""
    first, last = run[0], run[-1]
    if len(run) == 1:
        senses = lexicon.forms.get(first.text.lower(), ())
        is_place = any(sense.tag in {Tag.NAME, Tag.MONTH} for sense in senses)
        if not first.is_name and (is_place or first.text.lower() in {"vd", "eu"}):
            yield first
            return
        if first.is_name:
            yield first
            return
        yield from _parts(first, lexicon, is_name=True)
        return
    if not last.is_name and (tail := [*_parts(last, lexicon, is_name=True)]) and len(tail) > 1:
        yield replace(tail[0], text=text[first.start : tail[0].end], start=first.start)
        yield from tail[1:]
        return
    said = text[first.start : last.start] + last.text
    is_genitive = last.is_genitive
    if not last.is_name and _GENITIVE.search(said) and not said.endswith("ss"):
        short = _GENITIVE.sub("", said)
        is_genitive, said = True, short
    yield Token(text=said, start=first.start, end=last.end, is_name=True, is_genitive=is_genitive)


def _parts(token: Token, lexicon: Lexicon, *, is_name: bool = False) -> Iterator[Token]:
    """Take a name off a word that it is part of: "Alfa-projektet", "Alfasymposiet", "SUT:s"."""
    head, hyphen, tail = token.text.rpartition("-")
    if hyphen and tail and head[:1].isupper() and lexicon.senses(tail.lower()):
        middle = token.start + len(head)
        yield Token(text=head, start=token.start, end=middle, is_name=True)
        yield Token(text=tail, start=middle + 1, end=token.end, is_joined=True)
        return
    if not is_name:
        yield token
        return
    short = _GENITIVE.sub("", token.text)
    is_owner = short != token.text and not token.text.endswith("ss")
    if is_owner and len(short) >= _SHORTEST_NAME:
        yield replace(token, text=short, is_name=True, is_genitive=True)
        return
    cut = _cut(token.text, lexicon)
    if cut:
        middle = token.start + cut
        head = token.text[:cut]
        # "Engelsbergsymposiet" and "Alfasprojektet": the s between belongs to neither.
        yield Token(text=head, start=token.start, end=middle, is_name=True)
        yield Token(text=token.text[cut:], start=middle, end=token.end, is_joined=True)
        return
    yield replace(token, is_name=True)


_SHORTEST_TAIL = 6
_SHORTEST_HEAD = 4


def _cut(text: str, lexicon: Lexicon) -> int:
    """Where a definite noun begins that stands behind a name in one word; 0 where none does."""
    for at in range(_SHORTEST_HEAD, len(text) - _SHORTEST_TAIL + 1):
        senses = lexicon.forms.get(text[at:].lower(), ())
        if any(sense.form is not None and sense.form.is_definite for sense in senses):
            return at
    return 0


def words_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Give the words in lower case, without names, numbers and marks."""
    return tuple(
        token.word
        for token in tokens
        if not token.is_name and not token.is_mark and not token.text[0].isdigit()
    )
