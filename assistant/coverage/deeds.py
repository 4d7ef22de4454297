"""What a named one does to others: "What does X own?", and whether a statement tells it of one.

Who does it and whom it is done to are told apart by order and by "by", so that an owner is never
given for what it owns.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assistant.coverage.polarity import is_denied
from assistant.entities.names import NAME, form_of
from assistant.question.terms import terms, words

Form = tuple[str, ...]

_VERBS = (
    r"own(?:s|ed)?|run(?:s)?|ran|operate[sd]?|manage[sd]?|fund(?:s|ed)?|finance[sd]?|"
    r"support(?:s|ed)?|sponsor(?:s|ed)?|pa(?:y|ys|id)\s+for|invest(?:s|ed)?\s+in|"
    r"put(?:s)?\s+(?:(?:its|their|his|her|any|some)\s+)?money\s+in(?:to)?|"
    r"(?:co-?)?found(?:ed)?|start(?:ed)?|set(?:s)?\s+up|create[sd]?|launch(?:ed)?|initiate[sd]?|"
    r"organi[sz]e[sd]?|arrange[sd]?"
)
_DOES = re.compile(
    rf"^(?:what|which)(?:\s+all|\s+else|\s+other)?(?:\s+(?P<noun>[a-z][\w-]*(?:\s+[a-z][\w-]*){{0,2}}?))?"
    rf"\s+(?:do|does|did|has|have|had)\s+(?:the\s+)?(?P<who>\S+(?:\s+\S+){{0,5}}?)\s+"
    rf"(?:(?:also|already|help(?:ed)?(?:\s+to)?|helps(?:\s+to)?)\s+)?(?P<deed>{_VERBS})$",
    re.I,
)
# "What is owned by X", "what has been co-financed by X in Lund".
_DONE = re.compile(
    r"^what(?:\s+all|\s+else)?\s+(?:is|are|was|were|has\s+been|have\s+been|gets|is\s+being)\s+"
    r"(?:(?:co-?|part(?:ly|-)\s*)?(?P<deed>\w+ed|run|set\s+up|paid\s+for))\s+by\s+(?:the\s+)?"
    r"(?P<who>\S+(?:\s+(?!in\b)\S+){0,5})(?:\s+in\s+\S+)?$",
    re.I,
)
# "What else has X founded besides Y": what is named there is not asked for.
_BESIDES = re.compile(
    r",?\s+(?:besides|apart from|aside from|other than|except(?: for)?|in addition to)\s.+$", re.I
)
_BESIDES_WORDS = re.compile(
    r"^\W*(?:besides|apart from|aside from|other than|except(?: for)?|"
    r"in addition to)\s+(?:the\s+)?",
    re.I,
)
_AGENT = re.compile(
    r"(?:own|fund|financi|found|organi[sz]|operat|sponsor|support|manag)(?:er|or)s?"
)
# So many words after a verb stands its "by", or the noun of what it is done to.
_BY_REACH = 5
_OBJECT_REACH = 5
_COPULAS = frozenset({"is", "are", "was", "were", "include", "includes"})
_WHOSE = frozenset({"its", "our", "their", "his", "her", "my", "your", "s", "of"})
_IT = frozenset({"it", "them"})
# "The project is funded by X": a sentence that goes on about its section's subject.
_PREPOSITIONS = frozenset({"in", "at", "of", "for", "from", "with", "near", "on", "to", "beside"})
# "X runs it, and Y pays for it": a name with a verb behind it begins a clause of its own.
_CLAUSES = re.compile(
    rf";\s+|,?\s+(?:and|but|while|which)\s+(?=(?:the\s+)?{NAME}\s+(?:also\s+)?(?!of\b|and\b)[a-zåäö]+s\b)"
)
_ACCOUNTS = frozenset({"page", "pages", "website", "site", "report", "document", "newsletter"})
_ITSELF = re.compile(r"(?:It|They|This|Both|The\s+[a-zåäö-]+|Vi|We|Our\s+[a-zåäö-]+)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a named one is asked to have done.

    Attributes:
        who: The name, as folded words.
        terms: The terms of the verb.
        noun: What it was done to, as asked: "initiatives"; "" for anything.
        besides: Names that are not asked for: "besides Alfa", each as folded words.
        said: Name and verb in the question's words.
    """

    who: Form
    terms: frozenset[str]
    said: str
    noun: str = ""
    besides: tuple[Form, ...] = ()


def read_deed(question: str) -> Deed | None:
    """Read who does what; None for every other question.

    >>> read_deed("What does the town of Lund own").who
    ('town', 'of', 'lund')
    >>> read_deed("What does Alfa offer") is None
    True
    """
    plain = _BESIDES.sub("", question)
    left_out = re.split(r",\s+|\s+and\s+", question[len(plain) :])
    found = _DOES.match(plain) or _DONE.match(plain)
    if found is None or not any(letter.isupper() for letter in found["who"]):
        return None
    return Deed(
        who=form_of(found["who"]),
        terms=_implied(found["deed"].lower()),
        said=f"{found['who']} {found['deed']}",
        noun=(found.groupdict().get("noun") or ""),
        besides=tuple(form_of(_BESIDES_WORDS.sub("", each)) for each in left_out if each),
    )


_BRACKETS = re.compile(r"\s*\([^()]*\)")
# "Supports them with grants" funds them; but the noun alone is no deed.
_MONEY = frozenset({"grant", "grants", "money", "funding", "funds", "kronor", "sek", "eur"})


def _implied(deed: str) -> frozenset[str]:
    """Give the terms of a verb and of what says it too: who owns a share has put money in."""
    if "money" in deed or "invest" in deed:
        deed = "fund invest own"
    elif "support" in deed or "sponsor" in deed:
        deed = "support fund"
    return frozenset(each for word in deed.split() for each in _meant(word))


def _meant(word: str) -> tuple[str, ...]:
    return terms("pay" if word == "paid" else word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence, and what is known of whom it speaks.

    Attributes:
        text: The sentence; of a list, the lead-in and one item.
        is_own: Whether it stands in a passage about whom it may be done to.
        is_doers: Whether it stands in a passage about the doer, or the doer says "we" in it.
        nouns: Nouns that the thing is called by: "park".
    """

    text: str
    is_own: bool
    is_doers: bool
    nouns: AbstractSet[str]


def is_done_to(deed: Deed, doers: Iterable[Form], forms: Sequence[Form], told: Told) -> bool:
    """Whether a sentence says that a doer did it to what has one of some forms."""
    return any(
        _is_done_in(clause, deed, doers, forms, told)
        for clause in _CLAUSES.split(_BRACKETS.sub("", told.text))
    )


def _is_done_in(
    clause: str, deed: Deed, doers: Iterable[Form], forms: Sequence[Form], told: Told
) -> bool:
    tokens = words(clause)
    asked = deed.terms
    if asked & {*terms("fund")} and _MONEY & set(tokens):
        asked |= {*terms("support")}
    doing = [each for each in _spans(tokens, [deed.who, *doers]) if not _is_cited(tokens, each)]
    things = _spans(tokens, forms)
    named = {at for span in (*doing, *things) for at in span}
    verbs = [
        at
        for at, word in enumerate(tokens)
        if at not in named
        and asked & {*_meant(word)}
        and word not in _MONEY
        and not _is_own_one(tokens, at)
    ]
    if not verbs or is_denied(clause, deed.terms):
        return False
    first, last = [span[0] for span in doing], [span[0] for span in things]
    goes_on = _ITSELF.match(clause) is not None
    return any(_is_done_at(at, tokens, first, last, told, goes_on=goes_on) for at in verbs)


def _is_done_at(
    at: int,
    tokens: Sequence[str],
    doers: Sequence[int],
    things: Sequence[int],
    told: Told,
    *,
    goes_on: bool,
) -> bool:
    after = tokens[at + 1 : at + 1 + _OBJECT_REACH]
    # Only what its own passage says without naming it, and as its subject, is said of it.
    is_meant = told.is_own and not things and goes_on
    if "by" in tokens[at + 1 : at + 1 + _BY_REACH]:
        is_subject = any(one < at and not _is_placed(tokens, one) for one in things)
        return any(doer > at for doer in doers) and (is_subject or is_meant)
    if _AGENT.fullmatch(tokens[at]) and "of" not in after[:2]:
        is_owner = any(doer < at for doer in doers) or bool(_COPULAS & set(after[:2]) and doers)
        return is_owner and told.is_own and not any(one > at for one in things)
    # "The founders of X are A and B" tells the things before the doers.
    between = [one for one in things for doer in doers if at < one < doer]
    if _AGENT.fullmatch(tokens[at]) and between and not _COPULAS.isdisjoint(tokens[between[0] :]):
        return True
    if any(doer < at for doer in doers):
        is_object = told.is_own and not things and bool((told.nouns | _IT) & set(after))
        # Whom it was done with it was not done to.
        return any(one > at and "with" not in tokens[at:one] for one in things) or is_object
    is_theirs = told.is_doers and not doers and goes_on
    return is_theirs and any(one > at for one in things)


def _is_cited(tokens: Sequence[str], name: range) -> bool:
    """Whether a name only says whose account it is: "according to X", "X's page names"."""
    after = [word for word in tokens[name.stop : name.stop + 2] if word != "s"][:1]
    before = tokens[max(0, name.start - 2) : name.start]
    return (bool(after) and after[0] in _ACCOUNTS) or list(before) == ["according", "to"]


def _is_own_one(tokens: Sequence[str], at: int) -> bool:
    """Whether "own" is no verb: "our own incubator"."""
    return tokens[at] == "own" and at > 0 and tokens[at - 1] in _WHOSE


def _is_placed(tokens: Sequence[str], at: int) -> bool:
    """Whether what is named at a place stands behind "in" and the like: "located in X"."""
    before = [word for word in tokens[max(0, at - 2) : at] if word != "the"]
    return bool(before) and before[-1] in _PREPOSITIONS


def _spans(tokens: Sequence[str], forms: Iterable[Form]) -> list[range]:
    found = {
        range(at, at + len(form))
        for form in forms
        for at in range(len(tokens) - len(form) + 1)
        if tuple(tokens[at : at + len(form)]) == form
    }
    # A shorter form within a longer one is the same mention.
    return [
        one
        for one in sorted(found, key=lambda each: (each.start, -len(each)))
        if not any(other is not one and other.start <= one.start and one.stop <= other.stop
                   and len(other) > len(one) for other in found)
    ]  # fmt: skip
