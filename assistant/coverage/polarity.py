"""Whether a statement denies what is asked: a negation near what it denies, in the same clause."""

import re
from collections.abc import Set as AbstractSet

from assistant.question.terms import stem, terms, words

NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|none|without|cannot|nobody|nothing|zero|non|free of|free from|"
    r"no longer|instead of|rather than|refrains? from|lacks?|declines? to|refuses? to|"
    r"dont|doesnt|didnt|isnt|arent|wont|cant|inte|ingen|inget|inga|aldrig|utan|saknar)\b|n['’´]t\b",
    re.I,
)
"""Words that deny."""

# "Not only", "no fewer than" and the like affirm.
_AFFIRMING = re.compile(
    r"\b(?:not only|not just|not merely|no (?:fewer|less|more|later) than|not (?:least|limited to)|"
    r"no doubt|without (?:exception|doubt)|whether or not|zero (?:interest|emission)\w*|"
    r"no matter|not to mention)\b",
    re.I,
)
_CLAUSES = re.compile(
    r"[,;:()\n]|\s[–—-]\s|\b(?:but|while|whereas|although|though|however|unless|except|because|"
    r"so that|which|men|medan)\b"
    # "It asks for no equity and charges a fee": a verb begins a clause of its own.
    r"|\b(?:and|och)\b(?=\s+(?:is|are|was|were|has|have|had|can|will|must|may|does|do|"
    r"(?:\w+s|\w+ed|pay|take|charge|offer|get|give|ask)\s+(?:an?|the|its|their|your|our|for|in|on|at|"
    r"with|to|up|from|no|\d\S*|SEK|EUR)\b))",
    re.I,
)
# To share a building is no share in a company.
_SHARING = re.compile(
    r"\b(?:we|they|to|who|that|members|companies|tenants)\s+shares?\b(?!\s+(?:in|of)\b)"
    r"|\b(?:is|are|was|were|be|been)\s+shared\b"
    r"|\bshar(?:e|es|ed|ing)\s+(?:an?|the|our|its|their|with|knowledge|experiences?|ideas|space|"
    r"offices?|facilities|equipment|information|common)\b",
    re.I,
)
_NON_PROFIT = re.compile(r"\b(?:non|not)[\s‐‑-]*(?:for[\s‐‑-]*)?profit(?:[\s‐‑-]*making)?\b", re.I)
# Who does not work for profit is non-profit; who works for the whole country works nationally.
_NOT_FOR_PROFIT = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were)(?:\s+not|n['’´]?t)|not|never)\s+"
    r"(?:(?:work|operate|run|exist|set up|there|aim|seek|want|try|meant|out)\w*\s+){0,2}"
    r"(?:for|to make|to earn)\s+(?:an?\s+|any\s+)?profits?\b",
    re.I,
)
# "Run on a non-profit basis": run how, not by whom.
_BASIS = re.compile(
    r"\b(?:(?:run|operate|work|exist|act|found|base)\w*\s+)?on\s+an?\s+(?=nonprofit\s+basis\b)"
    r"|(?<=\bnonprofit)\s+basis\b",
    re.I,
)
_NATIONWIDE = re.compile(
    r"\b(?:nation-?wide|country-?wide|(?:in |for |of |across |throughout )*(?:the )?"
    r"(?:whole|entire|all)(?: of)? (?:the )?(?:country|nation))\b",
    re.I,
)
# "Equity-free" and "free of charge": the word before or after is denied.
_FREE = re.compile(r"\b(?P<denied>\w+)[-‐‑]free\b", re.I)
# A foundation that does something was not therefore founded.
_FOUNDATION = re.compile(
    r"(?<!\bas a )(?<!\bas the )\bfoundations?\b(?!\s+(?:in|of|for|year|date))", re.I
)
# Who designs a thing and has it made sets it up.
_DEVISED = re.compile(
    r"\b(?:devised|designed and (?:implemented|realised|realized|carried out|launched))\b", re.I
)
_PAID = re.compile(r"\bpaid\b(?:\s+for\b)?", re.I)
_MONTHLY = re.compile(r"\b(?:an?|each|every|per) month\b", re.I)
_GRATIS = re.compile(
    r"\b(?:(?:free of (?:charge|cost)|(?:costs?|charg(?:ed?|es|ing)|pay) nothing|(?:at )?no cost|"
    r"for free|without (?:charge|cost))"
    r"|(?:price|fee|cost|costs): (?:free|none|nothing)|(?:is|are) free(?= to\b| except\b|[.,;]|$)|"
    r"free (?:entrance|entry|admission)|no (?:entrance|entry|admission) fee)"
    # "Cost nothing to join": what it is that is free the question need not find.
    r"(?:\s+to\s+(?:join|participate|take part|attend|enter|use|visit)\b)?",
    re.I,
)
# Who pays a sum every year pays a fee.
# To walk into a thing for free is to have it for free.
_USING = re.compile(
    r"\b(?:(?:can|may|could)\s+(?:i|we|you|one|anyone)\s+)?(?:walk\s+into|get\s+into|go\s+to|come\s+to|"
    r"enter|attend|visit|join|use|take\s+part\s+in)\s+(?=gratis\b)",
    re.I,
)
_FEE = re.compile(
    r"\b(?:members?|participants|tenants|companies|start-?ups)\s+pays?\b(?=[^.]*\d)", re.I
)
_SET_UP = re.compile(r"\bset(?:s|ting)?\s+up\b", re.I)
_ENDED = re.compile(
    r"\b(?:discontinu\w+|shut\s+down|clos(?:e|ed|ing)(?:\s+the\s+\w+)?\s+down|wound\s+up|"
    r"terminat(?:e|ed|ing)|phased\s+out)\b",
    re.I,
)
_YEARLY = re.compile(r"\b(?:every|each|once a|per) year\b", re.I)
# How near a negation stands to what it denies, in words.
_AFTER, _BEFORE = 7, 3


def one_worded(text: str) -> str:
    """Write as one word what looks like a negation and affirms; leave out "share" as a verb.

    >>> one_worded("a not-for-profit company"), one_worded("a non-profit")
    ('a nonprofit company', 'a nonprofit')
    """
    plain = _ENDED.sub("closed", _SET_UP.sub("founded", _FEE.sub("members pay fee", text)))
    plain = _PAID.sub("pay", _DEVISED.sub("created", _FOUNDATION.sub("stiftelse", plain)))
    plain = _NON_PROFIT.sub("nonprofit", _NOT_FOR_PROFIT.sub("nonprofit", plain))
    plain = _BASIS.sub("", plain)
    plain = _NATIONWIDE.sub("national", _YEARLY.sub("yearly", plain))
    plain = _USING.sub("", _GRATIS.sub("gratis", _MONTHLY.sub("monthly", plain)))
    return _SHARING.sub(" ", plain)


def denies(word: str) -> bool:
    """Whether a word is one that denies, also without its apostrophe: "dont"."""
    return NEGATION.fullmatch(word) is not None


def exact_term(word: str) -> str:
    """Give a folded word's stem, marked as no paraphrase: it stands for itself alone."""
    return f"={stem(word)}"


def near_terms(near: list[str]) -> set[str]:
    """Give the terms of some folded words, with and without paraphrases."""
    return {*terms(" ".join(near)), *map(exact_term, near)}


def is_denied(sentence: str, asked: AbstractSet[str]) -> bool:
    """Whether a sentence denies one of the terms asked for.

    >>> is_denied("It does not take equity.", {"~equit"}), is_denied("It takes 5%.", {"~equit"})
    (True, False)
    >>> is_denied("It charges no rent, but takes equity.", {"~equit"})
    False
    >>> is_denied("It asks for no equity and charges a fee.", {"fee"})
    False
    """
    plain = _AFFIRMING.sub(" ", one_worded(sentence))
    if any(near_terms(words(found["denied"])) & asked for found in _FREE.finditer(plain)):
        return True
    for clause in _CLAUSES.split(plain):
        for found in NEGATION.finditer(clause):
            after = words(clause[found.end() :])[:_AFTER]
            before = words(clause[: found.start()])[-_BEFORE:]
            if (near_terms(after) | near_terms(before)) & asked:
                return True
    return False
