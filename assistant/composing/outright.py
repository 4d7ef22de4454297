"""What single statements decide outright, whatever the reader thinks of them."""

from collections.abc import Sequence

from assistant.citations import StoredDocuments
from assistant.composing.admitted import is_by_invitation
from assistant.composing.all_year import all_year
from assistant.composing.alone import alone
from assistant.composing.bounded import bounded
from assistant.composing.excluded import left_out
from assistant.composing.exclusive import exclusive
from assistant.composing.kept_closed import kept_closed
from assistant.composing.of_all import of_all
from assistant.composing.paying_more import pays_more
from assistant.composing.proposition import Proposition
from assistant.composing.repeatable import repeats
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from assistant.evidence.said_words import WordLikeness


def outright(
    proposition: Proposition,
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
    likeness: WordLikeness | None,
) -> Told | None:
    """Find a statement that decides by what it says in so many words; None without.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
        likeness: Compares words; None to go by the same words alone.
    """
    return (
        repeats(proposition, candidates)
        or pays_more(proposition, candidates)
        or bounded(proposition, candidates, documents)
        or of_all(proposition, candidates, documents)
        or alone(proposition, candidates, documents)
        or exclusive(proposition, candidates, documents)
        or all_year(proposition, candidates, documents)
        or is_by_invitation(proposition, candidates, documents)
        or kept_closed(proposition, candidates, documents)
        or left_out(proposition, candidates, documents, likeness)
    )
