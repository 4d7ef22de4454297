"""Search results are put in the order in which they answer; statements are left as found."""

import pytest

from assistant.rereading import RereadingRetriever
from tests.fakes_answering import MemoryRetriever, ScriptedReader, make_document

DOCUMENTS = tuple(
    make_document(f"Page {number}", f"Text {number} of a page.") for number in range(30)
)


def retriever(**scores: float) -> RereadingRetriever:
    texts = {f"{name.replace('_', ' ')} of": score for name, score in scores.items()}
    return RereadingRetriever(
        retriever=MemoryRetriever(documents=DOCUMENTS), reader=ScriptedReader(scores=texts)
    )


def titles(query: str, top_k: int, **scores: float) -> list[str]:
    return [one.passage.title for one in retriever(**scores).retrieve(query, top_k)]


@pytest.mark.parametrize("query", ["Who runs it?", "who runs it", "page owner"])
def test_what_answers_goes_before_what_lay_as_near(query: str) -> None:
    assert titles(query, 3) == ["Page 0", "Page 1", "Page 2"]
    assert titles(query, 3, Text_4=8.0) == ["Page 0", "Page 1", "Page 4"]


def test_a_statement_is_not_read() -> None:
    claim = "The owner of every page that was ever written is known to be somebody."
    assert titles(claim, 3, Text_4=8.0) == ["Page 0", "Page 1", "Page 2"]


def test_what_stands_too_far_behind_is_not_read() -> None:
    assert titles("Who runs it?", 30, Text_25=8.0) == titles("Who runs it?", 30)


def test_scores_fall_and_stay_at_most_one() -> None:
    found = retriever(Text_0=9.0, Text_3=9.0).retrieve("Who runs it?", 30)
    scores = [one.score for one in found]
    assert len(found) == len(DOCUMENTS)
    assert scores == sorted(scores, reverse=True)
    assert scores[0] <= 1


def test_no_more_than_asked_for_and_nothing_of_nothing() -> None:
    assert len(retriever().retrieve("Who runs it?", 2)) == 2
    empty = RereadingRetriever(
        retriever=MemoryRetriever(documents=()), reader=ScriptedReader(scores={})
    )
    assert empty.retrieve("Who runs it?", 5) == ()
