"""Names in sentences: how they are written, taken apart from short forms, and compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.entities.kinds import is_known, kind_words
from assistant.evidence.number_words import CURRENCIES
from assistant.question.grammar import MONTHS
from assistant.question.terms import words
from index.fulltext import STOP_WORDS

_WORD = r"(?:[A-ZÅÄÖÉÜØÆ][\w&.:'’/+-]*[\w+]|[A-ZÅÄÖ]|\d+[A-Z][\w-]*|[a-z][A-Z]\w*)"
_LINK = r"(?:of|and|for|in|on|&|de|i|och|för|av|von|der)"
NAME = rf"{_WORD}(?:\s+(?:{_LINK}\s+(?:the\s+)?)?(?:{_WORD}|\d+)){{0,7}}"
"""A run of capitalised words, with small words between them."""

# "Ember (part of Tide University)" gives Ember no other name.
_SHORT_LEAD = (
    r"(?:the|or|short|short\s+for|in\s+short|for\s+short|abbreviated(?:\s+as)?|called|also|known\s+as|"
    r"also\s+(?:known\s+as|called)|hereafter|förkortat|kallas|eller)\s+"
)
SHORT = rf"\s*\((?:{_SHORT_LEAD})?(?P<short>[^\W\d_][^()\n]{{1,40}})\)"
"""What stands in brackets behind a name."""

_BRACKETED = re.compile(r"\s*\(([^()]{2,60})\)\s*")
_PARTS = re.compile(r"\s+[|–—:-]\s+|:\s+|\s*[|·»]\s*")
_SAID_OF_IT = re.compile(r",\s+(?:(?:an?|the|en|ett)\s)?[a-zåäö]")
_BARS = re.compile(r"[|·»]")
# A short form has no small words but "in Swedish" and the like before it, and is not a place.
_SHORT_FORM = re.compile(r"[^\W\d_][\w&.-]{1,24}(?: [A-Z][\w-]*){0,2}")
_SENTENCE_WORDS = STOP_WORDS | frozenset(
    words("""
    because though if since until during after before although while both each every many some
    several other another
    today now here there together besides membership members through unlike like according when
    one two three four five six seven eight nine ten first second third last new its our your
    please contact read learn about home news welcome you we i it she he they this that these those
    vi du den det efter sedan mellan bland idag alla
    """)
)


# "In April 2024" and "22 MSEK for GreenMelt": no name begins with these.
_AMOUNT_OF = re.compile(rf"^(?:{'|'.join(map(re.escape, CURRENCIES))})\s+(?:for|to|in)\s+", re.I)
_LEGAL_FORM = re.compile(
    r"(?:\s+(?:AB|Aktiebolag|Ltd|Limited|Inc|GmbH|Oy|Oyj|ASA|AS|ApS|A/S|PLC|plc|LLC|BV|S\.?A))+\.?"
    r"(?:\s+\(publ\))?$"
)
# A shorter word is too often another one.
_SHORTEST_PLAIN = 5
_DATE = re.compile(rf"^(?:{'|'.join(MONTHS)})(?:\s+\d+)*$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as written, and the short forms that stand beside it."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """All of them as folded words, the name first."""
        return _forms_of(self.name, self.aliases)


# Documents name the same few again and again, so what a name is made of is kept.
_KEPT = 65536


@lru_cache(maxsize=_KEPT)
def _forms_of(name: str, aliases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(form for each in (name, *aliases) if (form := form_of(each))))


@lru_cache(maxsize=_KEPT)
def form_of(name: str) -> tuple[str, ...]:
    """Give a name's folded words, without a leading article.

    >>> form_of("The Bridge Forum")
    ('bridge', 'forum')
    """
    folded = words(name)
    return tuple(folded[1:] if len(folded) > 1 and folded[0] in {"the", "den", "det"} else folded)


@lru_cache(maxsize=_KEPT)
def name_of(text: str, short: str | None = None) -> Name | None:
    """Make a name of a run of capitalised words; None when it is only how a sentence begins.

    >>> name_of("It"), name_of("April 2024"), name_of("MSEK for Ember").name
    (None, None, 'Ember')
    >>> name_of("In Lund University"), name_of("It"), name_of("Medicon Valley Alliance", "MVA")
    (Name(name='Lund University', aliases=()), None, Name(name='Medicon Valley Alliance', \
aliases=('MVA',)))
    """
    kept = text.replace("’", "'").split()
    while kept and (kept[0].isdecimal() or kept[0].casefold().strip("'.,") in _SENTENCE_WORDS):
        kept = kept[1:]
    name = _AMOUNT_OF.sub("", " ".join(kept)).removesuffix("'s").strip(" .,'-:")
    if len(name) < 2 or not any(letter.isalpha() for letter in name) or _DATE.match(name):
        return None
    # "(Spain)" says where something is; "(SciLifeLab)" is a name.
    aliases = (short,) if short and is_abbreviation(short) and may_stand_for(short, name) else ()
    return Name(name=name, aliases=(*aliases, *_without_legal_form(name)))


def may_stand_for(short: str, name: str) -> bool:
    """Whether what stands in brackets behind a name may be the same one's other name.

    It is none where it says where somebody is or works.

    >>> may_stand_for("KTH", "Royal Institute of Technology"), may_stand_for("KTH", "Maja Berg")
    (True, False)
    >>> may_stand_for("Tide Fund Lab", "TFL"), may_stand_for("Tide University", "Ember Lab")
    (True, False)
    """
    if " " not in short:
        is_initial = any(word[:1].casefold() == short[:1].casefold() for word in name.split())
        return is_initial or is_known(kind_words(name))
    if "".join(word[:1] for word in short.split()).casefold() == name.casefold():
        return True
    return form_of(name)[:1] == form_of(short)[:1]


def _without_legal_form(name: str) -> tuple[str, ...]:
    """Give "Ember" for "Ember AB"; () for a name without, or where too little is left of it."""
    plain = _LEGAL_FORM.sub("", name)
    is_telling = " " in plain or len(plain) >= _SHORTEST_PLAIN
    return (plain,) if plain != name and is_telling and form_of(plain) else ()


def is_abbreviation(text: str) -> bool:
    """Whether what stands in brackets is a short form, which has capitals within.

    >>> is_abbreviation("MVA"), is_abbreviation("SciLifeLab"), is_abbreviation("Spain")
    (True, True, False)
    """
    return _SHORT_FORM.fullmatch(text) is not None and any(c.isupper() for c in text[1:])


@lru_cache(maxsize=_KEPT)
def names_of_title(title: str) -> tuple[Name, ...]:
    """Give what a title or heading may name: the whole, and its parts around dashes and bars.

    >>> [each.name for each in names_of_title("EFL - Executive Foundation Lund")]
    ['EFL - Executive Foundation Lund', 'EFL', 'Executive Foundation Lund']
    >>> [each.name for each in names_of_title("About us | Harbour House")]
    ['About us', 'Harbour House']
    """
    short = _BRACKETED.search(title)
    plain = _BRACKETED.sub(" ", title).strip(" !?.:")
    # "(MVA)" is a short form, "(project)" says what it is.
    is_short = short is not None and not short.group(1).islower()
    aliases = tuple(
        found.group(1)
        for found in (short,)
        if found
        and is_short
        and _SHORT_FORM.fullmatch(found.group(1))
        and may_stand_for(found.group(1), plain)
    )
    parts = [part.strip() for part in _PARTS.split(plain) if part and part.strip()]
    # What bars part are a page and its site, which together name nothing.
    names = ([] if len(parts) > 1 and _BARS.search(plain) else [plain]) + parts * (len(parts) > 1)
    # "Grafit, incubator for hard technology" names Grafit.
    names += [each[: found.start()] for each in parts if (found := _SAID_OF_IT.search(each))]
    return tuple(Name(name=each, aliases=aliases) for each in names if len(each) > 1)


def holds(text_words: str, form: tuple[str, ...]) -> bool:
    """Whether folded words, joined and bordered by spaces, hold a name.

    >>> holds(" the smile incubator in lund ", ("smile", "incubator"))
    True
    """
    return f" {' '.join(form)} " in text_words


def joined_words(text: str) -> str:
    """Give a text's folded words in the form that `holds` takes."""
    return f" {' '.join(words(text))} "
