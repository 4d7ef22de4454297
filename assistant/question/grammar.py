"""English forms that several readers of questions and texts need: auxiliaries, months, endings."""

import re

AUXILIARY = (
    r"(?:is|are|am|was|were|do|does|did|dose|can|could|has|have|had|will|would|should|may|might|"
    r"must|shall)"
)
"""A pattern for the verbs that begin a question; "dose" is a common slip."""

WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
"""A pattern of the days of the week, for any case."""

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "januari", "februari", "mars", "maj", "juni", "juli",
    "augusti", "oktober",
)  # fmt: skip
"""English names of months, then the Swedish ones that differ."""

_SHORTEST_BASE = 3
_HISSING = re.compile(r"(?:ss|sh|ch|x|z)es$")


def possessive(text: str) -> str:
    """Write whose something is.

    >>> possessive("NOME"), possessive("Alfa Labs")
    ('NOME’s', 'Alfa Labs’')
    """
    return f"{text}’" if text.endswith("s") else f"{text}’s"


def with_capital(text: str) -> str:
    """Write a text's first letter as a capital; the others as they are.

    >>> with_capital("who funds NOME")
    'Who funds NOME'
    """
    return f"{text[:1].upper()}{text[1:]}"


def article(noun: str) -> str:
    """Give the article of a noun.

    >>> article("incubator"), article("university"), article("CEO")
    ('an', 'a', 'a')
    """
    return "an" if re.match(r"[aeio]|u(?!ni|se)", noun) else "a"


def base_form(verb: str) -> str:
    """Give the plain form of a verb that agrees with one.

    >>> [base_form(verb) for verb in ("takes", "relies", "teaches", "has", "does", "discuss")]
    ['take', 'rely', 'teach', 'have', 'do', 'discuss']
    """
    irregular = {"has": "have", "does": "do", "goes": "go", "is": "be", "lies": "lie"}
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if _HISSING.search(verb):
        return verb[:-2]
    return verb if verb.endswith("ss") else verb.removesuffix("s")


def base_forms(word: str) -> tuple[str, ...]:
    """Give a word, and what it may compare: "nice" of "nicest", "friendly" of "friendliest".

    >>> base_forms("nicest"), base_forms("friendliest"), base_forms("park")
    (('nicest', 'nic', 'nice'), ('friendliest', 'friendli', 'friendly'), ('park',))
    """
    stem = word.removesuffix("est")
    if stem == word or len(stem) < _SHORTEST_BASE:
        return (word,)
    return (word, stem, f"{stem[:-1]}y" if stem.endswith("i") else f"{stem}e")
