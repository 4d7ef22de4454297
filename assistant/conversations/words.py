"""The words of a conversation: its title, and the form in which it is searched."""

import unicodedata
from collections.abc import Iterable

from assistant.errors import InvalidFeedback, InvalidTitle
from assistant.model import Feedback, Turn
from assistant.question.typed import searchable

MAX_TITLE_CHARACTERS = 200
"""A line of a list; more would not be read there."""

MAX_REASON_CHARACTERS = 2_000
"""As long as a question may be."""

# More words only narrow down what a few have found; each costs a look at every conversation.
_MAX_SEARCH_WORDS = 8


def folded(text: str) -> str:
    r"""Give the form in which texts are compared: any case and any way to write a letter is one.

    >>> folded("Ångström") == folded("A\u030angSTRÖM")
    True
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def search_words(search: str) -> tuple[str, ...]:
    """Give the folded words of what is typed into the search; () for nothing.

    >>> search_words("  Nome 50% nome")
    ('nome', '50%')
    """
    return tuple(dict.fromkeys(folded(searchable(search)).split()))[:_MAX_SEARCH_WORDS]


def words_of(turns: Iterable[Turn], known: str = "") -> str:
    """Give what turns are found by: the folded words of questions and answers, each once.

    Args:
        turns: Whose words are added.
        known: The words that earlier turns are found by.
    """
    words = dict.fromkeys(known.split())
    for turn in turns:
        text = " ".join((turn.question, turn.query, turn.answer.text))
        words |= dict.fromkeys(folded(searchable(text)).split())
    return " ".join(words)


def first_title(question: str) -> str:
    r"""Give the title of a conversation that begins with a question, cut to what it may have.

    >>> first_title("What is\n NOME?")
    'What is NOME?'
    """
    line = searchable(question)
    if len(line) <= MAX_TITLE_CHARACTERS:
        return line
    return line[: MAX_TITLE_CHARACTERS - 1].rstrip() + "…"


def checked_title(title: str) -> str:
    """Give a title as it is kept: on one line, without invisible characters.

    Raises:
        InvalidTitle: Nothing is left of it, it is too long, or it is not text.
    """
    if _is_broken(title):
        raise InvalidTitle(
            "The title holds a half of a surrogate pair, which is not text; send it as UTF-8."
        )
    if len(title) > MAX_TITLE_CHARACTERS:
        raise InvalidTitle(
            f"The title has {len(title)} characters and may have {MAX_TITLE_CHARACTERS}; "
            "shorten it."
        )
    line = searchable(title)
    if not line:
        raise InvalidTitle("The title is empty; type one.")
    return line


def checked_feedback(feedback: Feedback) -> Feedback:
    """Give feedback as it is kept.

    Raises:
        InvalidFeedback: The reason is too long or not text.
    """
    if _is_broken(feedback.reason):
        raise InvalidFeedback(
            "The reason holds a half of a surrogate pair, which is not text; send it as UTF-8."
        )
    if len(feedback.reason) > MAX_REASON_CHARACTERS:
        raise InvalidFeedback(
            f"The reason has {len(feedback.reason)} characters and may have "
            f"{MAX_REASON_CHARACTERS}; shorten it."
        )
    return Feedback(verdict=feedback.verdict, reason=feedback.reason.strip())


def _is_broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
