"""The answer that says that the documents have none, and what comes nearest."""

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


def declined(
    analysis: Analysis, found: tuple[ScoredPassage, ...], documents: StoredDocuments
) -> Answer:
    """Say that the documents do not answer, what was searched, and what comes nearest."""
    number = len(found)
    searched = f"“{escape_markdown(analysis.query)}”"
    passages = "1 passage" if number == 1 else f"{number} passages"
    text = f"The documents do not answer this. I searched for {searched} and read {passages}."
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
