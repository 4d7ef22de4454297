"""`python -m eval` on public sets, in small, with the real encoder and reader."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENTRIES = {
    "a": "The mentor network helps founders in the Nordic countries.",
    "b": "The wet laboratory has freezers and a sterile bench.",
    "c": "Trains leave the central station every ten minutes.",
}
QUERIES = {"1": "equipment for biologists", "2": "how often do trains go"}


def run_module(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "eval", *arguments],
        env={"PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def write_lines(path: Path, texts: dict[str, str], before: str = "") -> None:
    lines = [json.dumps({"_id": name, "text": before + text}) for name, text in texts.items()]
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def cloud(tmp_path: Path) -> Path:
    folder = tmp_path / "cloud"
    (folder / "qrels").mkdir(parents=True)
    write_lines(folder / "corpus.jsonl", ENTRIES)
    write_lines(folder / "queries.jsonl", QUERIES)
    write_lines(folder / "cloud_rewrite.jsonl", QUERIES, before="|user|: ")
    for split in ("test", "dev"):
        judged = "query-id\tcorpus-id\tscore\n1\tb\t1\n2\tc\t1\n"
        (folder / "qrels" / f"{split}.tsv").write_text(judged)
    return folder


def test_retrieval_is_measured_and_its_index_kept(tmp_path: Path, cloud: Path) -> None:
    first = run_module("beir", str(cloud), folder=tmp_path)
    assert first.returncode == 0, first.stderr
    (line,) = first.stdout.splitlines()
    figures = json.loads(line)
    assert figures["ndcg@10"] == figures["recall@5"] == figures["recall@100"] == 1.0
    assert (figures["documents"], figures["queries"], figures["stage"]) == (3, 2, "fused")
    (data_dir,) = (tmp_path / "var" / "eval").iterdir()
    kept = (data_dir / "catalogue.sqlite3").stat().st_ino
    second = run_module(
        "mtrag", str(cloud), "--query", "rewrite", "--stage", "bm25", folder=tmp_path
    )
    pooled = json.loads(second.stdout)
    assert (pooled["corpus"], pooled["query"], pooled["stage"]) == ("pooled", "rewrite", "bm25")
    # No word of the first query stands in its document, some of the second do.
    assert pooled["recall@10"] == 0.5
    assert (data_dir / "catalogue.sqlite3").stat().st_ino == kept


def test_the_reader_is_measured_on_squad(tmp_path: Path) -> None:
    paragraph = "NOME is a mentor network. It began in 2015. Its members live in Oslo."
    asked = [
        {"question": "When did NOME begin?", "answers": [{"text": "2015", "answer_start": 39}]},
        {"question": "Who painted the fence green?", "answers": []},
    ]
    content = {"data": [{"title": "NOME", "paragraphs": [{"context": paragraph, "qas": asked}]}]}
    (tmp_path / "dev.json").write_text(json.dumps(content))
    ended = run_module("squad2", "dev.json", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    (line,) = ended.stdout.splitlines()
    assert json.loads(line)["f1"] == 100.0
