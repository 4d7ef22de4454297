"""What may be asked: the limits of a question, and the form of it that is searched."""

import unicodedata

from assistant.errors import InvalidQuestion

# Far above any real question, and small enough that nothing downstream gets slow.
MAX_QUESTION_CHARACTERS = 2_000

# Unicode categories that carry no words: control, format (zero-width, bidi, tags), surrogate,
# private use, unassigned.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def check_question(question: str) -> None:
    """Refuse what cannot be asked.

    Raises:
        InvalidQuestion: It is longer than `MAX_QUESTION_CHARACTERS`, holds half a surrogate pair,
            or has no visible character.
    """
    if len(question) > MAX_QUESTION_CHARACTERS:
        raise InvalidQuestion(
            f"The question has {len(question)} characters and may have {MAX_QUESTION_CHARACTERS}; "
            "shorten it."
        )
    if any("\ud800" <= character <= "\udfff" for character in question):
        raise InvalidQuestion(
            "The question holds a half of a surrogate pair, which is not text; send it as UTF-8."
        )
    if not searchable(question):
        raise InvalidQuestion("The question is empty; type one.")


def searchable(text: str) -> str:
    r"""Give the form that is searched: NFC, invisible characters gone, white space single.

    >>> searchable("  What\u200b is\tNOME?\x07 ")
    'What is NOME?'
    """
    spaced = (" " if character.isspace() else character for character in text)
    visible = "".join(c for c in spaced if unicodedata.category(c) not in _INVISIBLE)
    return " ".join(unicodedata.normalize("NFC", visible).split())
