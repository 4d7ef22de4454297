"""Statements are ranked by what the reader makes of each by itself, too."""

from assistant.evidence.calibration import Calibration
from assistant.evidence.features import FEATURES
from assistant.evidence.ranking import Candidate, rank
from assistant.evidence.reading import Leaning, Reader
from assistant.question.analysis import analyse
from tests.fakes_answering import MemoryRetriever, ScriptedReader, make_document

PAGE = make_document(
    "Alfa", "Alfa opened in May. Alfa closed in June. Alfa sleeps. Alfa sings in July."
)
QUERY = "When did Alfa stop?"
WEIGHTS = {**dict.fromkeys(FEATURES, 0.0), "reader": 5.0, "said_yes": 8.0, "said_no": 8.0}
CALIBRATION = Calibration(weights=WEIGHTS, bias=-5.0, threshold=0.5)


def ranked(reader: Reader, *, is_judged: bool) -> tuple[Candidate, ...]:
    found = MemoryRetriever(documents=(PAGE,)).retrieve(QUERY, 5)
    passages = [one.passage for one in found]
    judge = reader.judge if is_judged else None
    readings = reader.read(QUERY, passages)
    return rank(analyse(QUERY, passages), found, readings, CALIBRATION, judge=judge)


def test_what_decides_by_itself_goes_before_what_reads_a_little_better() -> None:
    reader = ScriptedReader(
        scores={"May": 4.0, "June": 3.0}, leanings={"June": Leaning(yes=0.1, no=0.8)}
    )
    assert "May" in ranked(reader, is_judged=False)[0].statement.text
    best = ranked(reader, is_judged=True)[0]
    assert "June" in best.statement.text
    assert best.features["said_no"] == 0.8


def test_only_what_the_reader_takes_most_for_answers_is_judged() -> None:
    scores = {"May": 4.0, "June": 3.0, "July": 2.0}
    leanings = {"Alfa": Leaning(yes=1.0, no=0.0)}
    reader = ScriptedReader(scores=scores, leanings=leanings)
    candidates = ranked(reader, is_judged=True)
    judged = {one.statement.text: one.features["said_yes"] for one in candidates}
    assert judged.pop("Alfa sleeps.") == 0.0
    assert set(judged.values()) == {1.0}
