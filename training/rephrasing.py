"""Other questions made from a question: misspelt, telegraphic, about something else.

People type worse than the questions of public sets.
"""

import random
import re

from assistant.question.terms import words

_QUESTION_WORDS = frozenset(
    words("""
    what which who whom whose when where why how many much is are was were do does did has have had
    the a an of in on at to for by with from and that this it its be been can could would will
    should there
""")
)
_FEWEST_WORDS = 2
_SHORTEST_TO_MISSPELL = 4


def misspelt(question: str, rng: random.Random) -> str:
    """Give the question with one or two slips of the finger, never in its first letters."""
    typed = question.split()
    long_ones = [at for at, word in enumerate(typed) if len(word) >= _SHORTEST_TO_MISSPELL]
    for at in rng.sample(long_ones, min(len(long_ones), rng.choice((1, 1, 2)))):
        typed[at] = _slip(typed[at], rng)
    asked = " ".join(typed)
    return asked.lower() if rng.random() < 0.5 else asked


def _slip(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    match rng.choice(("drop", "double", "exchange", "replace")):
        case "drop":
            return word[:at] + word[at + 1 :]
        case "double":
            return word[:at] + word[at] + word[at:]
        case "exchange":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[:at] + rng.choice("aeiourtnsl") + word[at + 1 :]


def telegraphic(question: str) -> str:
    """Give the words of a question that carry it: "scilifelab opening year".

    >>> telegraphic("When did the laboratory open in Lund?")
    'laboratory open lund when'
    """
    typed = re.findall(r"[^\W_][\w'’.-]*", question.lower())
    kept = [word.rstrip(".") for word in typed if word not in _QUESTION_WORDS]
    asked = next((word for word in typed if word in {"when", "where", "who", "why"}), None)
    if len(kept) < _FEWEST_WORDS:
        return question.lower().rstrip("?")
    return " ".join([*kept, asked] if asked else kept)


def about_another(question: str, title: str, other: str) -> str | None:
    """Ask the question of `other` instead of `title`; None where it does not name `title`.

    >>> about_another("When did Lund University open?", "Lund University", "Malmö Museum")
    'When did Malmö Museum open?'
    """
    if len(title) < _SHORTEST_TO_MISSPELL:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", re.I)
    changed, count = pattern.subn(lambda _: other, question)
    return changed if count else None
