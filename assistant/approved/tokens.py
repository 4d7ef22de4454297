"""A question's words in order, each with what tells its part in the question."""

import re
from dataclasses import dataclass

from assistant.approved.vocabulary import meaning, with_phrases_joined
from assistant.question.terms import words

_NOT = re.compile(r"\b(?:(ca|wo|sha)n't|(\w+?)n't|cannot)\b", re.I)
_FULL = {"ca": "can", "wo": "will", "sha": "shall"}
_CONTRACTED = re.compile(r"\b(who|what|when|where|how|that|it|there|here)'(s|re|ll|d)\b", re.I)
_LONG = {"s": "is", "re": "are", "ll": "will", "d": "would"}
# "Co-finance" is one word; "state-owned" is two.
_PREFIX = re.compile(r"\b([^\W\d_]{1,3})-(?=\w)")
_MADE_BY = re.compile(
    r"\b([^\W\d_]+)-(owned|funded|financed|run|led|backed|managed|sponsored)\b", re.I
)
_WORD = re.compile(r"\d+(?:[.,]\d+)*(?=\b)|[^\W_]+[+#]*(?:'s?(?!\w))?")
_NO_NAMES = frozenset({"i", "ceo", "ip"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word of a question.

    Attributes:
        text: In small letters, without accents.
        meaning: The same for words that say the same; a name may share it with another.
        is_name: It is written as a name.
        owns: It has the ending of an owner: "NOME's".
    """

    text: str
    meaning: str
    is_name: bool = False
    owns: bool = False


def tokens_of(question: str) -> tuple[Token, ...]:
    """Give a question's words in order.

    >>> [token.text for token in tokens_of("Who can't co-finance NOME's start-ups?")]
    ['who', 'can', 'not', 'cofinance', 'nome', 'startups']
    """
    text = question.replace("’", "'")
    text = _NOT.sub(_spelt_out, text)
    text = _CONTRACTED.sub(lambda found: f"{found[1]} {_LONG[found[2].lower()]}", text)
    text = _MADE_BY.sub(r"\2 by the \1", text)
    text = with_phrases_joined(_PREFIX.sub(r"\1", text).replace("-", " "))
    found = list(_WORD.finditer(text))
    return tuple(
        token for at, each in enumerate(found) for token in _tokens(each.group(), is_first=at == 0)
    )


def _spelt_out(found: re.Match[str]) -> str:
    if found[1]:
        return f"{_FULL[found[1].lower()]} not"
    return f"{found[2]} not" if found[2] else "can not"


def _tokens(word: str, *, is_first: bool) -> list[Token]:
    plain = word.removesuffix("s") if word.endswith("'s") else word
    owns = plain.endswith("'")
    plain = plain.rstrip("'")
    is_name = plain[:1].isupper() if not is_first else plain[1:] != plain[1:].lower()
    signs = plain[len(plain.rstrip("+#")) :]
    return [
        Token(
            text=f"{each}{signs}",
            meaning=f"{meaning(each)}{signs}",
            is_name=is_name and each not in _NO_NAMES,
            owns=owns,
        )
        for each in words(plain) or [plain.lower()]
    ]
