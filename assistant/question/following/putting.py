"""Puts what is meant in the place of the words that point at it, as one would say it."""

import re

from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.verbs import is_verb
from assistant.question.following.wording import bare
from assistant.question.grammar import AUXILIARY, possessive, with_capital
from assistant.question.terms import words

_YES_NO = re.compile(
    rf"^(?P<verb>{AUXILIARY})(?P<negated>n[’']t)?\s+(?:all\s+(?:of\s+)?|both\s+(?:of\s+)?|any "
    rf"of\s+)?$",
    re.I,
)
_AT_BEFORE = re.compile(r"\b(?:in|at|from|to|of|on|around|near|over|up|out)\s+$", re.I)
# "What are its opening hours?": nothing but whose they are stands behind.
_WHAT_IS = re.compile(
    r"^(?:who|what|when|where|how (?:much|high|large|big|long)|(?:which|what)(?:\s+[\w-]+){1,2})"
    r"(?:[’']s|\s+(?:is|are|was|were))\s+$",
    re.I,
)
_NOUN_PHRASE = re.compile(
    r"(?!(?:in|at|on|of|for|from|own)\b)[a-zåäö][\w-]*(?:\s+(?!(?:in|at|on|of|for|from|to|and|or|now|"
    r"today|located|based|called)\b)[a-zåäö][\w-]*){0,3}",
    re.I,
)
_TOLD_AGAIN = re.compile(r"\s+(?:in|of|at|for|on|with|from|about)\s+[\w’'-]+\b")
# "Can I get two of those?" is of several.
_SOME_OF = re.compile(
    r"\b(?P<count>several|many|some|more|two|three|four|five|ten|\d+)\s+of\s+(?:all\s+)?$", re.I
)
_APPLY = re.compile(r"\bappl(?:y|ied|ies)\s+$", re.I)
_GO = re.compile(r"\b(?:go|goes|went|come|comes|came|get|move|moves|moved|travel|belong)\s+$", re.I)
_PLURAL_VERB = re.compile(r"\b(do|are|were|have)(\s+)$", re.I)
_SINGULAR_OF = {"do": "does", "are": "is", "were": "was", "have": "has"}


def replaced(question: str, anaphor: Anaphor, meant: Antecedent) -> str:
    """Put what is meant for the words that point at it."""
    before = question[: anaphor.start]
    if meant.group and not anaphor.is_owner:
        begins = _YES_NO.match(before)
        if begins:
            return _which_of(question, anaphor, meant, begins)
    if anaphor.pointing is Pointing.PLACE and not _AT_BEFORE.search(before):
        near = "in" if meant.is_place else "at"
        if _APPLY.search(before):
            near = "to" if meant.is_name else "for"
        preposition = "to" if _GO.search(before) else near
        return put(question, anaphor, f"{preposition} {meant.with_article}")
    counted = _SOME_OF.search(before)
    if counted and anaphor.pointing is Pointing.SEVERAL and not (meant.is_name or meant.is_plural):
        return with_capital(
            f"{before[: counted.end('count')]} {meant.several}{question[anaphor.end :]}"
        )
    if anaphor.is_owner:
        return _of_owner(question, anaphor, meant) or put(question, anaphor, owned(meant))
    is_several = bool(meant.group) or (meant.is_plural or not _is_one(meant))
    if anaphor.pointing is Pointing.KIND:
        question = _without_told(question, anaphor, meant)
    return put(question, anaphor, meant.with_article, is_several=is_several)


def _without_told(question: str, anaphor: Anaphor, meant: Antecedent) -> str:
    """Take off what is told again: "that chair in physics" of "the Alm chair in physics"."""
    told = _TOLD_AGAIN.match(question[anaphor.end :])
    if told is None or told.group().casefold().strip() not in meant.text.casefold():
        return question
    return f"{question[: anaphor.end]}{question[anaphor.end + told.end() :]}"


def _of_owner(question: str, anaphor: Anaphor, meant: Antecedent) -> str | None:
    """Ask "Who are the partners of NOME?" as documents say it; None within a longer question."""
    if not meant.kinds:
        return None
    begins, rest = _WHAT_IS.match(question[: anaphor.start]), bare(question[anaphor.end :]).strip()
    if begins is None or _NOUN_PHRASE.fullmatch(rest) is None:
        return None
    if any(is_verb("".join(words(word))) for word in rest.split()[1:]):
        return None
    return with_capital(f"{begins.group().rstrip()} the {rest} of {meant.with_article}?")


def _is_one(meant: Antecedent) -> bool:
    """Whether something is one, whatever its name ends with: "Coastal Angels" is a network."""
    return bool(meant.kinds) or not is_plural(head_of(meant.text))


def owned(meant: Antecedent) -> str:
    """Write whose something is.

    >>> owned(Antecedent(text="NOME", score=1.0)), owned(Antecedent(text="Alfa Labs", score=1.0))
    ('NOME’s', 'Alfa Labs’')
    """
    return possessive(meant.with_article)


def _which_of(question: str, anaphor: Anaphor, meant: Antecedent, begins: re.Match[str]) -> str:
    """Ask "Do they take equity?" of each: a yes or no would hide who does and who does not."""
    rest = question[anaphor.end :].strip()
    verb = begins["verb"].lower()
    plain = {"do": "", "does": "", "did": ""}.get(verb, f"{verb} ")
    return f"Which of {meant.text} {plain}{rest}"


def put(question: str, anaphor: Anaphor, text: str, *, is_several: bool = True) -> str:
    """Put a text in the place of what points at it; the verb follows its number."""
    rest = question[anaphor.end :]
    before = _agreeing(question[: anaphor.start], anaphor, is_several=is_several)
    return with_capital(f"{before}{text}{rest}")


def _agreeing(before: str, anaphor: Anaphor, *, is_several: bool) -> str:
    """Write "Does SmiLe" for "Do they" where one is meant."""
    single = anaphor.pointing is Pointing.SEVERAL and not anaphor.is_owner
    if not single or is_several:
        return before
    return _PLURAL_VERB.sub(
        lambda found: _as_written(_SINGULAR_OF[found[1].lower()], found[1]) + found[2], before
    )


def _as_written(word: str, other: str) -> str:
    return with_capital(word) if other[:1].isupper() else word
