"""From a stored turn to a question that can be counted: masked, and without a person in it."""

from collections.abc import Iterable
from datetime import UTC, datetime

from assistant.approved.model import is_approved_id
from assistant.insights.masking import masked
from assistant.insights.model import Asked, Outcome
from assistant.model import Answer, AskedTurn, Citation, NearestPassage
from assistant.question.kind import is_small_talk
from assistant.question.typed import searchable


def asked_from_turn(asked: AskedTurn) -> Asked:
    """Give what is counted of a turn; of several nearest passages each document is kept once."""
    turn, feedback = asked.turn, asked.feedback
    question = searchable(turn.question)
    # Mostly the same, and searched for the invisible character by character.
    query = question if turn.query == turn.question else searchable(turn.query)
    text = masked(query or question)
    return Asked(
        text=text,
        asked_at=_moment(asked.finished_at),
        outcome=_outcome(turn.answer),
        is_small_talk=is_small_talk(question),
        verdict=feedback.verdict if feedback else None,
        reason=masked(searchable(feedback.reason)) if feedback else "",
        cited=_titles(turn.answer.citations, text),
        nearest=_titles(turn.answer.nearest, text),
        milliseconds=turn.timings_ms.get("total"),
    )


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _outcome(answer: Answer) -> Outcome:
    # Who is asked what they mean is shown nothing near, as nothing was searched.
    if answer.status == "declined" and (answer.asks_back or not answer.nearest):
        return "asked_back"
    return answer.status


def _titles(places: Iterable[Citation | NearestPassage], text: str) -> dict[str, str]:
    return {
        # They all have one title, so the question tells them apart.
        place.document_id: f"{place.title}: {text}"
        if is_approved_id(place.document_id)
        else place.title
        for place in places
    }
