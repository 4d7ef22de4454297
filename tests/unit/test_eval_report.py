import doctest
import json
from dataclasses import replace
from types import ModuleType

import pytest
from rich.console import Console

from eval import beir, evidence, matching, metrics, squad, terminal
from eval.baseline import Drop
from eval.cases import Kind, Split
from eval.evaluation import build_evaluation
from eval.report import CitedQuote, KnowledgeBaseSize, Outcome, Report, build_report, summarise
from eval.terminal import show_drops, show_report
from tests.fakes_eval import RIGHT, SUPPORTED

FOREIGN = CitedQuote(
    document="smile.md", quote="equity", right_document=False, supported=False, verbatim=False
)
WRONG = replace(
    RIGHT,
    case_id="which-001",
    kind=Kind.WHICH,
    query="Which began in 2015?",
    text="In 2016 [1] [2].",
    citations=(SUPPORTED, FOREIGN, FOREIGN),
    correct=False,
    short_answer_correct=None,
    reasons=("misses '2015'",),
    evidence_documents=("nome.md", "camp.md"),
    document_ranks=(1, None),
    passage_ranks=(None, None),
    milliseconds=300.0,
)
FALSE_ANSWER = replace(
    WRONG,
    case_id="unanswerable-001",
    kind=Kind.UNANSWERABLE,
    split=Split.TEST,
    expected_status="declined",
    reasons=("was answered, should be declined",),
    citations=(FOREIGN,),
    evidence_documents=(),
    document_ranks=(),
    passage_ranks=(),
)
SIZE = KnowledgeBaseSize(documents=2, passages=9)


def make_report(*outcomes: Outcome) -> Report:
    return build_report(outcomes, dataset="eval/data", knowledge_base=SIZE)


def test_figures_are_worked_out_by_hand() -> None:
    summary = summarise([RIGHT, WRONG])
    assert (summary.cases, summary.failed) == (2, 0)
    assert summary.answers.answer_match == 0.5
    assert summary.answers.wrong_answer_rate == 0.5
    assert summary.answers.short_answer_match == 1.0
    assert summary.citations.citation_precision == pytest.approx((1 + 1 / 3) / 2)
    assert summary.citations.citation_support == pytest.approx((1 + 1 / 3) / 2)
    assert summary.citations.citation_recall == pytest.approx((1 + 1 / 2) / 2)
    assert summary.citations.quote_verbatim_rate == 0.5
    assert summary.retrieval.document["recall@1"] == 0.75
    assert summary.retrieval.passage["recall@1"] == 0.0
    assert summary.retrieval.passage["mrr@10"] == 0.25
    assert summary.latency_ms.p50 == 200.0


def test_an_unanswerable_case_counts_for_declining_and_not_for_evidence() -> None:
    summary = summarise([RIGHT, FALSE_ANSWER])
    assert summary.citations.citation_precision == 1.0
    assert summary.citations.citation_recall == 1.0
    assert summary.citations.quote_verbatim_rate == 0.5
    assert summary.retrieval.passage["recall@5"] == 1.0
    assert summary.declining.false_answer_rate == 1.0
    assert summary.declining.false_decline_rate == 0.0


def test_a_needless_decline_is_no_wrong_answer() -> None:
    declined = replace(WRONG, status="declined", citations=())
    assert summarise([declined]).answers.wrong_answer_rate == 0.0


def test_a_report_has_figures_by_split_and_kind() -> None:
    report = make_report(RIGHT, WRONG, FALSE_ANSWER)
    assert {name: summary.cases for name, summary in report.splits.items()} == {
        "dev": 2,
        "test": 1,
        "all": 3,
    }
    assert list(report.kinds["dev"]) == ["fact", "which"]
    assert list(report.kinds["test"]) == ["unanswerable"]
    assert report.kinds["all"]["which"].answers.answer_match == 0.0


def test_a_split_that_was_not_asked_has_no_figures() -> None:
    assert list(make_report(RIGHT).splits) == ["dev", "all"]


def test_what_is_asked_in_swedish_is_reported_apart() -> None:
    reports = {"harbour": make_report(RIGHT), "swedish": make_report(RIGHT, WRONG)}
    both = build_evaluation(reports)
    assert both.together == make_report(RIGHT)
    assert list(both.reports()) == ["harbour", "swedish", "together"]
    alone = build_evaluation({"swedish": make_report(WRONG)})
    assert alone.together == make_report(WRONG)


def test_the_json_has_stable_keys() -> None:
    evaluation = build_evaluation({"harbour": make_report(RIGHT, FALSE_ANSWER)})
    written = json.loads(evaluation.to_json())
    assert list(written) == ["format", "sets", "together"]
    report = written["sets"]["harbour"]
    assert list(report) == ["dataset", "knowledge_base", "splits", "kinds", "outcomes"]
    assert list(written["together"]) == ["dataset", "knowledge_base", "splits", "kinds"]
    dev = report["splits"]["dev"]
    assert list(dev) == [
        "cases",
        "failed",
        "answers",
        "citations",
        "declining",
        "retrieval",
        "latency_ms",
    ]
    assert list(dev["retrieval"]) == ["document", "passage"]
    for level in dev["retrieval"].values():
        assert list(level) == [
            *("recall@1", "recall@5", "recall@10", "recall@20", "recall@100"),
            *("mrr@10", "ndcg@10"),
        ]
    assert dev["declining"]["decline_recall"] is None
    assert report["outcomes"][0]["case_id"] == "fact-001"
    assert report["outcomes"][0]["citations"][0]["quote"] == "in 2015"
    assert report["outcomes"][1]["reasons"] == ["was answered, should be declined"]


def shown(report: Report, *, verbose: bool = False) -> str:
    console = Console(width=160, markup=False, emoji=False)
    with console.capture() as capture:
        show_report(report, console, verbose=verbose)
    return capture.get()


def test_the_terminal_shows_splits_kinds_and_undefined_figures() -> None:
    text = shown(make_report(RIGHT, WRONG, FALSE_ANSWER))
    lines = {line.split("│")[1].strip(): line for line in text.splitlines() if "│" in line}
    assert "50.0 %" in lines["answer match"]
    assert lines["decline recall"].count("–") == 1
    assert "200 ms" in lines["p50 of an answer"]
    assert "0.750" in lines["document recall@1"]
    assert "which" in lines
    assert "which-001" not in text


def test_one_split_alone_has_one_column() -> None:
    text = shown(make_report(RIGHT))
    row = next(line for line in text.splitlines() if "answer match" in line)
    assert row.count("100.0 %") == 1


def test_verbose_lists_wrong_dev_cases_and_only_counts_those_of_test() -> None:
    text = shown(make_report(RIGHT, WRONG, FALSE_ANSWER), verbose=True)
    assert "which-001 (which, dev): When did NOME begin?" in text
    assert "query: Which began in 2015?" in text
    assert "wrong: misses '2015'" in text
    assert "cited: nome.md, smile.md; evidence: nome.md, camp.md" in text
    assert "fact-001" not in text
    assert "unanswerable-001" not in text
    assert "1 wrong cases of the test split are not listed" in text


def test_verbose_lists_test_cases_when_only_they_were_asked() -> None:
    assert "unanswerable-001" in shown(make_report(FALSE_ANSWER), verbose=True)


def test_what_dropped_is_listed_with_what_was_tolerated() -> None:
    console = Console(width=160, markup=False, emoji=False)
    drop = Drop(where="corpus, dev", figure="answer match", before="90%", now="80%", tolerated="2%")
    with console.capture() as captured:
        show_drops([drop], console)
    text = captured.get()
    for expected in ("Dropped below the baseline", "corpus, dev", "answer match", "90%", "80%"):
        assert expected in text
    with console.capture() as captured:
        show_drops([], console)
    assert captured.get() == "No figure dropped below the baseline.\n"


def test_nothing_in_an_answer_is_obeyed_by_the_terminal() -> None:
    hostile = replace(WRONG, text="\x1b[2J[bold]x[/bold]" + "y" * 1000, question="a\x07b")
    text = shown(make_report(hostile), verbose=True)
    assert "\x1b[2J" not in text
    assert "\x07" not in text
    assert "[bold]x[/bold]" in text
    assert "y" * 401 not in text.replace("\n", "")


@pytest.mark.parametrize("module", [beir, evidence, matching, metrics, squad, terminal])
def test_the_examples_of_the_docstrings_hold(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0
