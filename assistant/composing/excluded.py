"""Whether a list of what is left out leaves out just what is asked: "not in retail or property"."""

import re

from assistant.evidence.said_words import WordLikeness
from assistant.evidence.statements import Statement
from assistant.question.terms import stem, terms, words

_LEAVES_OUT = re.compile(
    r"\b(?:not|never)\s+(?:invest|fund|support|finance|back|take on|accept|help)\w*\s+"
    r"(?:(?:in|for|to)\s+)?(?P<what>[^.;:]+)"
    r"|\b(?:exceptions?|except(?: for)?|but not|excluded)\b:?\s+(?P<but>[^.;]+)",
    re.I,
)
_SEVERAL = re.compile(r",|\b(?:and|or)\b", re.I)
_ASKED = re.compile(
    r"\b(?:invest|fund|support|finance|back|take on|accept|help|take|put money)\s+"
    r"(?:(?:in|into|for|to)\s+)?"
    r"(?P<what>[^?]+)",
    re.I,
)
# What may be of any sort.
_ANY_SORT = frozenset(
    stem(word)
    for word in words("""
    a an the in into for of to with by and or that which who such as like my our your their
    company companies firm start up startup business project small new young make makes making
    develop develops built build sell sells something anything one
""")
)
# A shop is retail, and software is no property: words less alike are of another sort.
_ALIKE = 0.25


def leaves_open(question: str, statement: Statement, likeness: WordLikeness | None) -> bool:
    """Whether a statement lists what is left out, and what is asked is nothing of that.

    False where it lists nothing, or words cannot be compared.
    """
    listed, asked = _LEAVES_OUT.search(statement.text), _ASKED.search(question)
    said = listed["what"] or listed["but"] if listed else ""
    if not said or asked is None or not _SEVERAL.search(said) or likeness is None:
        return False
    nouns = [word for word in words(asked["what"]) if stem(word) not in _ANY_SORT]
    if not nouns or set(terms(" ".join(nouns))) & set(terms(said)):
        return False
    return bool(likeness.word_likeness(nouns, [said]).max() < _ALIKE)
