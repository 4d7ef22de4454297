"""The answer that says that the documents have none, and what comes nearest."""

from collections.abc import Sequence

from assistant.citations import StoredDocuments
from assistant.composing.wording import escape_markdown
from assistant.model import Answer, NearestPassage
from assistant.question.analysis import Analysis
from assistant.question.condenser import AskBack
from assistant.question.superlative import asks_opinion
from index.passage import ScoredPassage

NEAREST_SHOWN = " The nearest ones are shown."
"""How the text of a declined answer ends that has passages to show."""

NO_JUDGEMENT = (
    "They state facts and do not judge: ask, for example, what something offers, what it costs, "
    "whom "
    "it is for or where it is."
)
"""What a question for an opinion is told, so that it can be asked otherwise."""

_NEAREST = 3
_MOST_WORDS = 5


NOT_SAID = "The documents do not answer this."

OTHER_LANGUAGE = (
    "I understand questions in English and Swedish, and this one seems to be in another language."
)


def unknown_words(words: Sequence[str]) -> str:
    """Say which words of a question are not understood; at least one.

    >>> unknown_words(["hund"])
    'I do not know the word “hund” in the question, so I do not answer it.'
    """
    shown = ", ".join(escape_markdown(word) for word in words[:_MOST_WORDS])
    which = f"word “{shown}”" if len(words) == 1 else f"words “{shown}”"
    return f"I do not know the {which} in the question, so I do not answer it."


def declined(
    analysis: Analysis,
    found: tuple[ScoredPassage, ...],
    documents: StoredDocuments,
    *,
    why: str = NOT_SAID,
) -> Answer:
    """Say that there is no answer and why, what was searched, and what comes nearest."""
    number = len(found)
    searched = f"“{escape_markdown(analysis.query)}”"
    passages = "1 passage" if number == 1 else f"{number} passages"
    text = f"{why} I searched for {searched} and read {passages}."
    if analysis.unknown:
        names = ", ".join(escape_markdown(name) for name in analysis.unknown)
        text += f" None of them mentions {names}."
    if asks_opinion(analysis.query):
        text += f" {NO_JUDGEMENT}"
    if found:
        text += NEAREST_SHOWN
    nearest = tuple(_nearest(scored, documents) for scored in found[:_NEAREST])
    return Answer(status="declined", text=text, nearest=nearest)


def asking_back(asked: AskBack) -> Answer:
    """Ask what a follow-up means instead of guessing; nothing was searched."""
    return Answer(
        status="declined", text=escape_markdown(asked.sentence), asks_back=asked.candidates
    )


def _nearest(scored: ScoredPassage, documents: StoredDocuments) -> NearestPassage:
    passage = scored.passage
    return NearestPassage(
        passage_id=passage.passage_id,
        document_id=passage.document_id,
        title=passage.title,
        source=documents.document(passage.document_id).source,
        heading=passage.heading,
        page=passage.page,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        score=scored.score,
    )
