"""Names as a question lists them: coordinated, compared, possessed."""

import re
from dataclasses import dataclass

_WORD = r"[A-ZÅÄÖÉ0-9][\w&.:’'/-]*"
NAME = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+(?:(?:of|for|the|in|&|de|av|för|i)\s+)*{_WORD})*"
"""One name: capitalised words, with small words only between them."""

LISTED = rf"{NAME}(?:\s*,\s*{NAME})*\s*,?\s+(?:and|or)\s+(?:(?:at|in|by|for|with|of)\s+)?{NAME}"
"""Two names or more, joined by commas and "and" or "or"."""

_TWO = 2
_STRONG = re.compile(
    r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:or|vs\.?|versus|with|next to|to|from|against|than|"
    r"as opposed to|alongside|beside)\s+",
    re.I,
)
_AND = re.compile(r"\s+(?:and|och)\s+", re.I)
_LEADING = re.compile(
    r"^(?:(?:both|between|either|the two|the two of|at|in|with|by|of|for|those of|that of|"
    r"(?:the )?ones?(?: (?:at|of|in|for|from))?|that (?:at|in|for)|those (?:at|in|for)|"
    r"what (?:it|they) (?:is|are) (?:at|in))\s+)+",
    re.I,
)
_POSSESSED = re.compile(
    rf"^(?:the\s+)?(?P<what>(?!the\b)[a-zåäö][a-zåäö\d\s-]*?)\s+(?:of|at|in|for|from|by)\s+(?P<name>{NAME})$"
)
_OWNING = re.compile(rf"^(?P<name>{NAME}?)['’]s?\s+(?P<what>[a-zåäö][\w\s-]*)$")
_ASKING = re.compile(
    r"^(?:who|what|which|where|when|how|why|is|are|was|were|does?|did|has|have|can|compare|show|put|"
    r"tell)\b(?=\s)",
    re.I,
)
_LONGEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Names as listed, and what of them, where they are said to possess it; "" where not."""

    names: tuple[str, ...]
    what: str = ""


def listed(text: str, *, is_free: bool = False) -> Listed | None:
    """Split a list of names; None when it is none.

    Args:
        text: The list.
        is_free: Whether names may be in lower case, since nothing but a list can stand here.

    >>> listed("the owners of Alfa with those of Beta Park")
    Listed(names=('Alfa', 'Beta Park'), what='owners')
    """
    what, names = "", []
    for piece in _pieces(text):
        bare = _LEADING.sub("", piece.strip(" ,?."))
        found = _POSSESSED.match(bare) or _OWNING.match(bare)
        if found:
            what, bare = what or found["what"], found["name"]
        bare = re.sub(r"^the\s+", "", bare.strip(), flags=re.I)
        if not bare or len(bare.split()) > _LONGEST:
            return None
        if _ASKING.match(bare):
            return None
        if not is_free and not any(letter.isupper() or letter.isdecimal() for letter in bare):
            return None
        names.append(bare)
    if what:
        # "Alfa's and Beta's fees", "Alfa's fees and Beta's".
        names = [re.sub(r"(?<=\w)['’]s$|(?<=s)['’]$", "", name) for name in names]
    unique = tuple(dict.fromkeys(names))
    return Listed(names=unique, what=what) if len(unique) >= _TWO else None


def _pieces(text: str) -> list[str]:
    """Split at what separates for sure, else at "and"; the last one where there are several.

    "Axel and Margaret's Foundation and Vinnova" are two.
    """
    strong = [each for each in _STRONG.split(text) if each.strip()]
    if len(strong) > 1:
        *some, last = strong
        ends = _AND.split(last) if "," in text else [last]
        return [*some, *ends]
    parts = _AND.split(text)
    return (
        [text[: text.rindex(parts[-1])].rsplit(" ", 2)[0], parts[-1]]
        if len(parts) > _TWO
        else parts
    )
