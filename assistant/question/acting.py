"""Whether a text tells what a named one does to others, or what is done to it."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from assistant.question.terms import words
from assistant.question.tie import ASKED_ROLES, ASKED_VERBS, Tie, speaks_of_tie

_ACTIVE = {tie: re.compile(rf"(?:{verbs})", re.I) for tie, verbs in ASKED_VERBS.items()}
# What may stand between who acts and the verb: "Vinnova (VN) has also funded".
_BETWEEN = frozenset(words("has have had also already now currently still jointly partly co and"))
_REACH = 4
# "X is one of the funders of Y" tells what X does, too.
_INTRANSITIVE = frozenset(
    words("by in until till from for since between to on at over during through every each as with")
)
_COPULAS = frozenset(words("is are was were"))
_HOLDS_ROLE = re.compile(
    "|".join(f"(?:{roles})" for tie, roles in ASKED_ROLES.items() if tie != Tie.PARTNERS), re.I
)


def acts_itself(tie: Tie, forms: Sequence[tuple[str, ...]], text: str) -> bool:
    """Whether a text tells what the one with these forms does to others, not who does it to them.

    Args:
        tie: What is done.
        forms: The name and its short forms, as folded words.
        text: A sentence, or an item of a list.

    >>> acts_itself(Tie.FUNDS, [("vinnova",)], "Vinnova funds CAMP.")
    True
    >>> acts_itself(Tie.FUNDS, [("camp",)], "Vinnova funds CAMP.")
    False
    >>> acts_itself(Tie.FUNDS, [("alfa",)], "Alfa runs it, and Vinnova funds it.")
    True
    """
    if re.search(rf"\b(?:{ASKED_VERBS[tie]})\s+(?:\w+\s+)?by\b", text, re.I):
        return False
    # Partners are so to each other.
    return tie is not Tie.PARTNERS and any(_acts(each, forms, text) for each in Tie)


def is_doer(tie: Tie, forms: Sequence[tuple[str, ...]], text: str) -> bool:
    """Whether a text says that the one with these forms does something to others.

    >>> is_doer(Tie.FUNDS, [("vinnova",)], "CAMP is funded by Vinnova.")
    True
    >>> is_doer(Tie.SUPPORTS, [("livra",)], "We help with introductions to Livra.")
    False
    >>> is_doer(Tie.FOUNDED, [("lif",)], "Delta co-founded MTT with Alfa and LIF.")
    True
    """
    behind = re.search(r"\b(?:by|among|thanks to)\b(?P<who>.*)", text, re.I | re.S)
    if _acts(tie, forms, text) or (behind is not None and _names(forms, behind["who"])):
        return True
    # "Delta founded it with Alfa", but not "we help with introductions to Alfa".
    beside = re.search(
        rf"\b(?:{ASKED_VERBS[tie]})\s+(?!with\b)[^.;]*?\bwith\b"
        r"(?P<who>.*?)(?:\s(?:to|in|for|at|from|on)\s|[.;]|$)",
        text,
        re.I | re.S,
    )
    return beside is not None and _names(forms, beside["who"])


def holds_role(tie: Tie, forms: Sequence[tuple[str, ...]], lead_in: str, item: str) -> bool:
    """Whether an item of a list of those who stand in a tie is the one with these forms.

    >>> holds_role(Tie.FOUNDED, [("lif",)], "MTT has four co-founders:", "- LIF")
    True
    >>> holds_role(Tie.FOUNDED, [("lif",)], "MTT has four funders:", "- LIF")
    False
    """
    role = re.search(rf"\b(?:{ASKED_ROLES[tie]})\b", lead_in, re.I)
    return role is not None and _names(forms, item)


_CLAUSES = re.compile(
    r";\s+|,\s+(?:and|but|while|whereas|so)\s+|\s(?:but|while|whereas)\s"
    r"|,\s+(?:(?:in|at|with|through|for) (?:which|whom)|where)\s+"
)
_BACK = re.compile(
    r"\b(?:it|its|them|their|they|both|everything|all of it"
    r"|(?<!^)there(?!\s+(?:is|are|was|were|has|have|will)\b))\b",
    re.I,
)


def tells_elsewhere(tie: Tie, forms: Sequence[tuple[str, ...]], text: str) -> bool:
    """Whether the clause that names one says nothing of a tie, and another clause of others does.

    >>> tells_elsewhere(Tie.FUNDS, [("alfa",)], "Alfa meets often, and Beta can add public money.")
    True
    >>> tells_elsewhere(Tie.FUNDS, [("alfa",)], "Alfa meets often, and Beta pays for it.")
    False
    >>> tells_elsewhere(Tie.LEADS, [("alfa",)], "Alfa grew, and ten work there under its head.")
    False
    >>> tells_elsewhere(Tie.FUNDS, [("alfa",)], "Beta funds Gamma, in which Alfa takes part.")
    True
    """
    clauses = _CLAUSES.split(text)
    naming = [each for each in clauses if _names(forms, each)]
    speaking = [each for each in clauses if each not in naming and speaks_of_tie(tie, each)]
    return (
        bool(naming)
        and not any(speaks_of_tie(tie, each) for each in naming)
        and bool(speaking)
        and not any(_BACK.search(each) for each in speaking)
    )


def ties_others(query: str, every: Iterable[Sequence[tuple[str, ...]]], text: str) -> bool:
    """Whether a text ties others than one of those that a question for a tie names.

    Args:
        query: The question.
        every: The forms of each that it names, as folded words.
        text: A sentence.

    >>> told = "Beta funds Gamma, in which Alfa takes part."
    >>> ties_others("Does Beta fund Alfa?", [[("beta",)], [("alfa",)]], told)
    True
    >>> ties_others("Does Beta fund Gamma?", [[("beta",)], [("gamma",)]], told)
    False
    """
    asked = [tie for tie in Tie if speaks_of_tie(tie, query)]
    return any(tells_elsewhere(tie, forms, text) for forms in every for tie in asked)


def _names(forms: Sequence[tuple[str, ...]], text: str) -> bool:
    joined = f" {' '.join(words(text))} "
    return any(f" {' '.join(form)} " in joined for form in forms)


def _acts(tie: Tie, forms: Sequence[tuple[str, ...]], text: str) -> bool:
    tokens = words(text)
    ends = [
        at + len(form)
        for form in forms
        for at in range(len(tokens) - len(form) + 1)
        if tuple(tokens[at : at + len(form)]) == form
    ]
    shorts = {word for form in forms for word in form}
    return bool(ends) and all(
        _acts_at(tie, tokens, end, shorts) for end in _whole(ends, shorts, tokens)
    )


def _whole(ends: Sequence[int], shorts: AbstractSet[str], tokens: Sequence[str]) -> list[int]:
    """Leave out where a name goes on: a short form in brackets behind it."""
    return [end for end in ends if not (end < len(tokens) and tokens[end] in shorts)] or list(ends)


def _acts_at(tie: Tie, tokens: Sequence[str], end: int, shorts: AbstractSet[str]) -> bool:
    # "X and Y run it": whoever is named beside it acts, too.
    reach = _REACH + _REACH * ("and" in tokens[end : end + 2])
    for at in range(end, min(end + reach, len(tokens))):
        if tokens[at] in _COPULAS:
            # "Is financed by two funders" tells what is done to it.
            near = tokens[at + 1 : at + 1 + _REACH]
            return "by" not in near and any(_HOLDS_ROLE.fullmatch(each) for each in near)
        after = tokens[at + 1 : at + 2]
        if _ACTIVE[tie].fullmatch(" ".join([tokens[at], *after])):
            return True
        if _ACTIVE[tie].fullmatch(tokens[at]):
            # "It runs until 2025" does nothing to anybody.
            return bool(after) and after[0] not in _INTRANSITIVE
        is_beside = "and" in tokens[end : at + 1]
        if not is_beside and tokens[at] not in _BETWEEN and tokens[at] not in shorts:
            return False
    return False
