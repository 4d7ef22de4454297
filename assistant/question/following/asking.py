"""What is said when it cannot be known what a follow-up means."""

from collections.abc import Sequence

from assistant.question.condenser import AskBack
from assistant.question.following.anaphor import Anaphor, Pointing

MOST_CHOICES = 3
AGAIN = "Please ask again with"
"""What an answer says that wants a name."""


def ask_which(names: Sequence[str], queries: Sequence[str]) -> AskBack:
    """Offer the questions that it may be.

    >>> ask_which(["Alfa", "Beta"], ["Who funds Alfa?", "Who funds Beta?"]).sentence
    'Do you mean Alfa or Beta?'
    """
    shown = list(names)[:MOST_CHOICES]
    either = f"{', '.join(shown[:-1])} or {shown[-1]}" if len(shown) > 1 else shown[0]
    return AskBack(
        sentence=f"Do you mean {either}?", candidates=tuple(dict.fromkeys(queries))[:MOST_CHOICES]
    )


def ask_whom(anaphor: Anaphor) -> str:
    """Ask for a name where nothing was spoken of that could be meant."""
    match anaphor.pointing:
        case Pointing.PERSON:
            what = f"Whom do you mean? {AGAIN} the person's name."
        case Pointing.PLACE:
            what = f"Which place do you mean? {AGAIN} its name."
        case Pointing.KIND if anaphor.noun:
            what = f"Which {anaphor.noun} do you mean? {AGAIN} its name."
        case _:
            what = f"What do you mean? {AGAIN} the name of what you ask about."
    return what


def ask_for_question() -> AskBack:
    """Ask for the whole question where a few words follow nothing."""
    return AskBack(sentence="What would you like to know? Please ask a whole question.")


def ask_for_list() -> AskBack:
    """Ask for a name where a list is pointed at that was never shown."""
    return AskBack(sentence=f"Which one do you mean? {AGAIN} its name.")
