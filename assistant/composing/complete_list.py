"""Whether a list tells completely who is asked for, so that who is not on it is left out."""

import re

from assistant.composing.claimed import Claim, holds_qualifier
from assistant.composing.research import Finding
from assistant.evidence.statements import Statement
from assistant.question.named import mentions
from assistant.question.terms import stem, terms, words

_NAME = re.compile(r"[A-ZÅÄÖ][\w&.’'-]*")
OPEN_LIST = re.compile(r"\b(?:such as|including|include[sd]?|for example|e\.g|among)\b", re.I)
"""What says that a list names only some."""
_SET_UP = re.compile(r"\bset up\b", re.I)
# Who has farms of its own owns nothing that is asked about.
_OF_ITS_OWN = re.compile(r"(?P<whose>\b(?:its|our|their|his|her)|\w['’]s) own\b")
_THE_LISTED = re.compile(r"\bthe (?P<noun>\w+) of\b")
_LISTING = frozenset(
    words("""
    the its our their these current present following all co has have had and are with main founding
    two three four five six seven eight nine ten eleven twelve by
""")
)
# What a lead-in says that it counts, at its end: "of three fields:".
_COUNTED_NOUN = re.compile(
    r"\b(?:these|following|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+"
    r"(?:[a-z-]+\s+){0,2}?(?P<noun>[a-zåäö-]+)\s*:?\s*$"
)
# Whoever is asked for may be counted as one of these.
_ACTORS = frozenset(
    stem(word)
    for word in words("""
    organisations organizations companies firms businesses universities partners members bodies
    agencies authorities institutions institutes people persons actors parties founders funders
    owners supporters sponsors participants foundations municipalities regions cities clusters
    parks networks hubs sites associations societies hospitals schools banks groups
""")
)


def is_complete(claim: Claim, finding: Finding, statement: Statement) -> bool:
    """Whether a list names all who are asked for: its lead-in says of whom and leaves nothing open.

    A list of another thing about the same is none: "Members of X have experience of three fields".
    """
    if not statement.lead_in or OPEN_LIST.search(statement.lead_in):
        return False
    context = f"{statement.passage.context} {statement.lead_in}"
    if not all(mentions(one, context) for one in finding.analysis.named):
        return False
    if not set(finding.analysis.attributes) <= set(terms(founded(context))):
        return False
    if not holds_qualifier(claim, context) or counts_things(
        finding.analysis.query, statement.lead_in
    ):
        return False
    if not _is_same_list(f"{finding.analysis.query} {claim.qualifier}", context):
        return False
    names = [item for item in statement.items if _NAME.match(item.text.removeprefix("the "))]
    return 2 * len(names) > len(statement.items)


def _is_same_list(question: str, context: str) -> bool:
    """Whether a list is of those asked for by their own noun: partners are not all members."""
    asked = _THE_LISTED.search(question)
    if asked is None:
        return True
    noun = stem(asked["noun"])
    said = words(context)
    allowed = {*words(question), *_LISTING}
    return any(
        stem(word) == noun and (at == 0 or said[at - 1] in allowed or said[at - 1].isdecimal())
        for at, word in enumerate(said)
    )


def counts_things(question: str, lead_in: str) -> bool:
    """Whether a lead-in counts what is neither asked for nor anybody: fields, ways, activities."""
    found = _COUNTED_NOUN.search(founded(lead_in).strip())
    if found is None:
        return False
    noun = set(terms(found["noun"].rsplit("-", maxsplit=1)[-1]))
    return not noun & (set(terms(question)) | _ACTORS | set(terms(" ".join(_ACTORS))))


def founded(text: str) -> str:
    """Put what is said in two words in one: who set something up, founded it.

    >>> founded("It was set up on the company's own farms.")
    "It was founded on the company's farms."
    """
    return _OF_ITS_OWN.sub(r"\g<whose>", _SET_UP.sub("founded", text))
