import gzip
import json
import math
from pathlib import Path

import pytest

from eval.beir import Entry, Judged, ndcg_of, read_entries, read_judged, retrieval_figures
from eval.beir_searching import Stage, by_stage, document_from
from eval.cases import DatasetError
from index.passage import Passage, ScoredPassage


def write_lines(path: Path, *records: dict[str, str]) -> None:
    content = "\n".join(json.dumps(record) for record in records).encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_lines(
        tmp_path / "corpus.jsonl.gz",
        {"_id": "a", "title": "NOME", "text": "It began in 2015.", "url": "elsewhere"},
        {"_id": "b", "text": "It takes no equity."},
    )
    write_lines(
        tmp_path / "queries.jsonl",
        {"_id": "1", "text": "|user|: when did it begin"},
        {"_id": "2", "text": "no equity"},
        {"_id": "3", "text": "never judged"},
    )
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\n1\ta\t2\n1\tb\t0\n2\tb\t1\nunknown\tb\t1\n"
    )
    return tmp_path


def test_a_set_is_read(folder: Path) -> None:
    assert read_entries(folder) == (
        Entry(entry_id="a", title="NOME", text="It began in 2015."),
        Entry(entry_id="b", title="", text="It takes no equity."),
    )
    assert read_judged(folder) == [
        Judged(query="when did it begin", gains={"a": 2}),
        Judged(query="no equity", gains={"b": 1}),
    ]


def test_what_is_missing_or_wrong_is_named(folder: Path) -> None:
    with pytest.raises(DatasetError, match=r"holds no 'qrels/dev\.tsv'"):
        read_judged(folder, split="dev")
    (folder / "qrels" / "dev.tsv").write_text("query-id\tcorpus-id\tscore\n9\ta\t1\n")
    with pytest.raises(DatasetError, match="judges none"):
        read_judged(folder, split="dev")
    (folder / "qrels" / "dev.tsv").write_text("query-id\tcorpus-id\tscore\n1\ta\n")
    with pytest.raises(DatasetError, match=r"dev\.tsv, line 2"):
        read_judged(folder, split="dev")
    write_lines(folder / "queries.jsonl", {"id": "1", "text": "when"})
    with pytest.raises(DatasetError, match=r"queries\.jsonl, line 1"):
        read_judged(folder)


def test_gains_are_graded_and_discounted_by_rank() -> None:
    gains = {"a": 2, "b": 1}
    assert ndcg_of(["a", "b"], gains, 10) == 1.0
    # 1 at rank 1, 2 at rank 2, against 2 at rank 1, 1 at rank 2.
    swapped = (1 + 2 / math.log2(3)) / (2 + 1 / math.log2(3))
    assert ndcg_of(["b", "a"], gains, 10) == pytest.approx(swapped)
    assert ndcg_of(["x", "a"], gains, 1) == 0.0


def test_figures_are_means_over_queries() -> None:
    judged = [Judged(query="1", gains={"a": 1}), Judged(query="2", gains={"b": 1, "c": 1})]
    figures = retrieval_figures([["a"], ["x"] * 5 + ["b"]], judged)
    assert list(figures) == ["ndcg@10", "recall@5", "recall@10", "recall@100"]
    assert figures["recall@5"] == 0.5
    assert figures["recall@10"] == figures["recall@100"] == 0.75


def test_an_entry_becomes_a_document_under_its_own_id() -> None:
    document = document_from(Entry(entry_id="x-1", title="NOME", text="It began in 2015. \x00"))
    assert document is not None
    assert (document.document_id, document.source, document.title) == ("x-1", "x-1", "NOME")
    assert document.text == "It began in 2015."
    assert document_from(Entry(entry_id="x-2", title="", text=" \n")) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("NOME\nIt began in 2015.", "It began in 2015."),
        ("NOME is a programme.", "NOME is a programme."),
        ("NOME", "NOME"),
    ],
)
def test_a_title_that_is_the_first_line_again_is_left_out(text: str, kept: str) -> None:
    document = document_from(Entry(entry_id="x", title="NOME", text=text))
    assert document is not None
    assert (document.title, document.text) == ("NOME", kept)


def scored(name: str, dense_rank: int | None, bm25_rank: int | None) -> ScoredPassage:
    passage = Passage(
        passage_id=name, document_id=name, ordinal=0, start=0, end=1, text="x", title="x"
    )
    return ScoredPassage(passage=passage, score=1.0, dense_rank=dense_rank, bm25_rank=bm25_rank)


def test_a_stage_is_its_own_ranking() -> None:
    found = [scored("a", 2, 1), scored("b", None, 2), scored("c", 1, None)]
    names = {stage: [one.passage.document_id for one in by_stage(found, stage)] for stage in Stage}
    assert names == {Stage.DENSE: ["c", "a"], Stage.BM25: ["a", "b"], Stage.FUSED: ["a", "b", "c"]}
