"""Gives each word of a question its meaning where it stands."""

from collections.abc import Callable, Sequence

from assistant.question.swedish.choosing import chosen
from assistant.question.swedish.lexicon import Lexicon
from assistant.question.swedish.place import Place, Word
from assistant.question.swedish.tokens import Token

_LONGEST_PHRASE = 4


def tagged(
    tokens: Sequence[Token], lexicon: Lexicon, right: Callable[[Token], str]
) -> tuple[Word, ...]:
    """Give each token its meaning.

    Args:
        tokens: The question.
        lexicon: What words mean.
        right: Gives an unknown word as it may have been meant.
    """
    words: list[Word] = []
    at = 0
    while at < len(tokens):
        ahead = [each.word or each.text.lower() for each in tokens[at : at + _LONGEST_PHRASE]]
        # "Lunds kommun" stays where the documents call it so.
        phrase, size = (None, 0) if tokens[at].is_known else lexicon.phrase(ahead)
        if phrase:
            words.append(Word(token=tokens[at], sense=phrase))
            at += size
            continue
        token = tokens[at]
        plain = token.word.rstrip("-") if len(token.word) > 1 else token.word
        senses = () if token.is_name else lexicon.senses(plain)
        if not senses and not token.is_name and not token.is_mark:
            senses = lexicon.senses(right(token)) or lexicon.half_compound(plain)
        place = Place(
            token=token, senses=senses, before=words, after=tokens[at + 1 :], lexicon=lexicon
        )
        words.append(Word(token=token, sense=chosen(place)))
        at += 1
    return tuple(words)
