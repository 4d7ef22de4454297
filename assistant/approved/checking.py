"""What staff wrote, checked and put into the form that is kept."""

from assistant.approved.model import Draft
from assistant.approved.wording import exact_form
from assistant.errors import InvalidApprovedAnswer, InvalidQuestion
from assistant.question.typed import check_question, searchable
from corpus.normalising import normalise

MAX_TEXT_CHARACTERS = 8_000
MAX_AUTHOR_CHARACTERS = 100
MAX_OTHER_WORDINGS = 10
MAX_SOURCES = 20
MAX_QUOTE_CHARACTERS = 2_000


def checked(draft: Draft) -> Draft:
    """Give the draft as it is kept: spaces single, invisible characters gone.

    Raises:
        InvalidApprovedAnswer: Something is empty, too long, too much or not text; the message names
            the first such thing.
    """
    question = _question(draft.question)
    wordings = [_question(wording) for wording in draft.other_wordings if wording.strip()]
    if len(wordings) > MAX_OTHER_WORDINGS:
        raise InvalidApprovedAnswer(
            f"There are {len(wordings)} other wordings and may be {MAX_OTHER_WORDINGS}; leave out "
            "those that say the least new."
        )
    if len(draft.sources) > MAX_SOURCES:
        raise InvalidApprovedAnswer(
            f"There are {len(draft.sources)} sources and may be {MAX_SOURCES}; choose fewer."
        )
    return Draft(
        question=question,
        other_wordings=_once(question, wordings),
        text=_text(draft.text),
        author=_author(draft.author),
        sources=draft.sources,
        expires_on=draft.expires_on,
    )


def _question(text: str) -> str:
    try:
        check_question(text)
    except InvalidQuestion as error:
        raise InvalidApprovedAnswer(str(error)) from None
    question = searchable(text)
    if not exact_form(question):
        raise InvalidApprovedAnswer("The question has no word; type one.")
    return question


def _once(question: str, wordings: list[str]) -> tuple[str, ...]:
    """Give each wording once, and none that says the question itself again."""
    first = {exact_form(wording): wording for wording in reversed(wordings)}
    first.pop(exact_form(question), None)
    return tuple(wording for wording in wordings if first.get(exact_form(wording)) is wording)


def _text(text: str) -> str:
    _refuse_half_pairs(text, "answer")
    plain = normalise(text).strip()
    if not any(character.isalnum() for character in plain):
        raise InvalidApprovedAnswer("The answer has no word; write it.")
    if len(plain) > MAX_TEXT_CHARACTERS:
        raise InvalidApprovedAnswer(
            f"The answer has {len(plain)} characters and may have {MAX_TEXT_CHARACTERS}; shorten "
            "it, or add a document instead."
        )
    return plain


def _author(author: str) -> str:
    _refuse_half_pairs(author, "author's name")
    name = searchable(author)
    if not any(character.isalnum() for character in name):
        raise InvalidApprovedAnswer("The author is missing; give the name of who approves this.")
    if len(name) > MAX_AUTHOR_CHARACTERS:
        raise InvalidApprovedAnswer(
            f"The author's name has {len(name)} characters and may have {MAX_AUTHOR_CHARACTERS}; "
            "shorten it."
        )
    return name


def _refuse_half_pairs(text: str, what: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise InvalidApprovedAnswer(
            f"The {what} holds a half of a surrogate pair, which is not text; send it as UTF-8."
        )
