"""The draft of an answer to a question for yes or no."""

from dataclasses import replace

from assistant.citations import Draft, StoredDocuments
from assistant.composing.wording import worded
from assistant.evidence.lists import completed
from assistant.evidence.ranking import Candidate


def drafted(
    one: Candidate,
    documents: StoredDocuments | None,
    *,
    is_so: bool | None,
    more: Candidate | None = None,
) -> Draft:
    """Say yes or no with the statement that decides.

    Args:
        one: The statement.
        documents: Where the rest of a list is looked up; None to give it as it is.
        is_so: Which way; None to give the statement by itself.
        more: What is told besides.
    """
    whole = completed(one.statement, documents) if documents else one.statement
    part = worded(whole, probability=one.probability)
    if is_so is None:
        return Draft(parts=(part,))
    said = "Yes" if is_so else "No"
    said_first = replace(part, text=f"{said}. {part.text}")
    others = [worded(more.statement, probability=more.probability, is_named=True)] if more else []
    return Draft(parts=(said_first, *others), short_answer=said)
