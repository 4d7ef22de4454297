"""Names in lower case, as most people type them, that the documents' names do not tell.

What the documents use and Swedish has not may be one: "grans labb", "the polar parks agreement".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.question.swedish.lexicon import Lexicon, Tag
from assistant.question.swedish.tokens import Token

_SHORTEST_OWNER = 4


def with_lower_names(
    tokens: Sequence[Token],
    lexicon: Lexicon,
    *,
    is_english: Callable[[str], bool],
    is_stored: Callable[[str], bool],
    is_titled: Callable[[str], bool],
) -> tuple[Token, ...]:
    """Make names of what can be no Swedish where it stands.

    Args:
        tokens: A question's words and names.
        lexicon: The Swedish words.
        is_english: Whether a word, lower case, is one of English.
        is_stored: Whether the documents use a word.
        is_titled: Whether they write it with a capital.
    """

    def is_foreign(token: Token) -> bool:
        word = token.word
        is_known = is_english(word) or is_stored(word)
        return word.isalpha() and is_known and not lexicon.senses(word)

    def is_doubtful(token: Token) -> bool:
        return bool(token.word) and is_stored(token.word) and _is_unlikely(token.word, lexicon)

    def is_called_so(token: Token) -> bool:
        word = token.word
        is_titled_only = word.isalpha() and is_titled(word) and not is_english(word)
        return is_titled_only and _is_one(word, lexicon)

    made: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and (is_foreign(tokens[end]) or is_doubtful(tokens[end])):
            end += 1
        run = tokens[at:end]
        if any(map(is_doubtful, run)) and any(map(is_foreign, run)):
            said = " ".join(each.text for each in run)
            made.append(replace(run[0], text=said, end=run[-1].end, is_name=True))
        else:
            end = max(end, at + 1)
            made += tokens[at:end]
        at = end
    owners = [*_owners(_linked(made, is_english), lexicon, is_stored)]
    return tuple(
        replace(each, is_name=True)
        if is_called_so(each) and not lexicon.phrase([word.word for word in owners[at:]])[0]
        else each
        for at, each in enumerate(owners)
    )


def _linked(tokens: Sequence[Token], is_english: Callable[[str], bool]) -> list[Token]:
    """Join names in English with "for" between: "Institute for Cold Studies"."""
    made: list[Token] = []
    for token in tokens:
        # "The bridge forum" is a name as it is.
        if token.is_name and made and made[-1].word == "the":
            made[-1] = replace(token, text=f"{made[-1].text} {token.text}", start=made[-1].start)
            continue
        is_link = len(made) > 1 and made[-1].text == "for" and made[-2].is_name and token.is_name
        around = (made[-2].text, token.text) if is_link else ()
        if is_link and all(is_english(word) for each in around for word in each.lower().split()):
            said = f"{made[-2].text} for {token.text}"
            made[-2:] = [replace(token, text=said, start=made[-2].start)]
        else:
            made.append(token)
    return made


def _is_unlikely(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is Swedish only as a genitive, or without its dots."""
    senses = lexicon.forms.get(word)
    if senses is None:
        return word in lexicon.folded
    return all(sense.form is not None and sense.form.is_genitive for sense in senses)


def _is_one(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be what is called "the" something: "kraftbänken", "djupet"."""
    forms = [sense.form for sense in lexicon.forms.get(word, ())]
    return all(form is not None and form.is_definite for form in forms)


def _owners(
    tokens: Sequence[Token], lexicon: Lexicon, is_stored: Callable[[str], bool]
) -> Iterator[Token]:
    """Take the ending off a word that owns what stands behind it."""
    for at, token in enumerate(tokens):
        word, stem = token.word, token.text[:-1]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        is_owner = (
            len(word) >= _SHORTEST_OWNER
            and word.endswith("s")
            and word.isalpha()
            and not lexicon.senses(word)
            and is_stored(stem)
            and not is_stored(word)
            and after is not None
            and _may_be_owned(after.word, lexicon)
        )
        yield replace(token, text=stem, is_name=True, is_genitive=True) if is_owner else token


def _may_be_owned(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a noun without the ending that tells which, or an adjective."""
    return any(
        sense.tag is Tag.ADJECTIVE
        or (sense.tag is Tag.NOUN and sense.form is not None and not sense.form.is_definite)
        for sense in lexicon.senses(word)
    )
