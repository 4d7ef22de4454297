"""What tells two questions apart that an encoder holds for one: question word, deed, numbers.

Few and cheap rules over words. What a question does not say ("smile ceo") tells it from no other.
"""

from dataclasses import dataclass

from assistant.approved.asking import Ask
from assistant.approved.wording import wording_of
from assistant.question.terms import words

# "What", "which" and "how" may ask for any of the others: "what year", "how does one join".
_OPEN = frozenset({Ask.WHAT, Ask.WHICH, Ask.HOW})
_DEEDS = {each: each for each in words("found fund own sponsor chair host join leave lead")} | {
    "run": "lead",
    "ceo": "lead",
}
_NUMBERS = frozenset(words("second third fourth fifth half twice"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a question asks for ("who") and of which deed ("found"); "" where it does not say."""

    ask: str = ""
    deed: str = ""


def kind_of(text: str) -> Kind:
    """Read what a question asks for.

    >>> kind_of("Who funds it?"), kind_of("it funding")
    (Kind(ask='who', deed='fund'), Kind(ask='', deed='fund'))
    """
    wording = wording_of(text)
    ask = wording.asking.ask
    said = {token.meaning for token in wording.tokens}
    deeds = {deed for meaning, deed in _DEEDS.items() if meaning in said}
    return Kind(ask="" if ask in _OPEN else ask.value, deed=" ".join(sorted(deeds)))


def numbers_in(text: str) -> frozenset[str]:
    """Give a question's numbers, which two questions that mean the same have alike.

    >>> sorted(numbers_in("Is it held every second year since 2020?"))
    ['2020', 'second']
    """
    return frozenset(word for word in words(text) if word.isdecimal() or word in _NUMBERS)
