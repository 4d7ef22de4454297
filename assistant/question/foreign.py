"""Questions in languages that are not understood, told by their small words. Translates nothing."""

import re

from assistant.question.swedish.lexicon import group

_WORD = re.compile(r"[^\W\d_]+")
# By ISO 639-1 code the group of small words that neither English nor Swedish has; Danish and
# Norwegian share most of theirs.
_TELLING = {"da": "not-da", "no": "not-da", "de": "not-de", "fr": "not-fr", "es": "not-es",
            "fi": "not-fi"}  # fmt: skip


def foreign_languages(question: str) -> frozenset[str]:
    """Give the languages that a question may be in; none for English, Swedish and bare words.

    >>> sorted(foreign_languages("Hvem driver klyngen?")), sorted(foreign_languages("Wer ist das?"))
    (['da', 'no'], ['de'])
    >>> foreign_languages("Who runs it?") | foreign_languages("Vem driver det?")
    frozenset()
    """
    words = [word.lower() for word in _WORD.findall(question)]
    # English words that other languages have, too, tell nothing here.
    ours = group("only-swedish") | (group("english") - group("elsewhere"))
    known = sum(word in ours for word in words)
    found = {code: sum(word in group(name) for word in words) for code, name in _TELLING.items()}
    most = max(found.values())
    return frozenset(code for code, count in found.items() if count == most > known)
