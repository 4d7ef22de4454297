import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.ingest_report import IngestEvent, IngestFailure
from assistant.services import Services
from corpus.errors import SourceNotFound
from eval.cases import DatasetError, Kind, Split, find_unproved_evidence, load_dataset
from eval.document_sets import DocumentSet, find_document_sets
from eval.evaluating import Selection, evaluate_sets
from eval.knowledge_base import SHIPPED_DOCUMENTS, data_dir_for, open_knowledge_base, read_texts
from tests.fakes import NOME, SMILE, fake_services

FACT: dict[str, object] = {
    "case_id": "fact-001",
    "kind": "fact",
    "split": "dev",
    "question": "which mentor network began in 2015",
    "history": [],
    "rewrite": None,
    "expected_status": "answered",
    "expected_answers": [["2015"]],
    "starts_with": None,
    "forbidden": [],
    "evidence": [{"document": "nome.md", "quote": "It began in 2015."}],
}
DECLINED: dict[str, object] = {
    **FACT,
    "case_id": "unanswerable-001",
    "kind": "unanswerable",
    "split": "test",
    "question": "Who paints fences?",
    "expected_status": "declined",
    "expected_answers": [],
    "evidence": [],
}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "nome.md").write_text(f"# NOME\n\n{NOME.text}\n", encoding="utf-8")
    (folder / "smile.md").write_text(f"# SmiLe Incubator\n\n{SMILE.text}\n", encoding="utf-8")
    return folder


def write_cases(folder: Path, *records: dict[str, object]) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def one_set(data: Path, documents: Path, name: str = "own") -> DocumentSet:
    return DocumentSet(name=name, cases=data, documents=documents)


@contextmanager
def open_fakes(
    documents: Path,
    *,
    on_event: Callable[[IngestEvent], None],
    on_failure: Callable[[IngestFailure], None],
) -> Iterator[Services]:
    """Stand in for the real knowledge base: indexes two documents and fails at a third."""
    for done in (1, 2, 3):
        on_event(IngestEvent(source=str(documents), outcome="added", done=done, total=3))
    on_failure(IngestFailure(source="broken.pdf", reason="it is damaged."))
    yield fake_services()


def test_an_evaluation_asks_the_chosen_cases_and_shows_progress(
    tmp_path: Path, documents: Path
) -> None:
    screen = StringIO()
    data = write_cases(tmp_path, FACT, DECLINED)
    report = evaluate_sets(
        [one_set(data, documents)],
        Selection(),
        open_system=open_fakes,
        console=Console(file=screen, markup=False, width=200),
    ).sets["own"]
    assert [outcome.correct for outcome in report.outcomes] == [True, True]
    assert report.splits["all"].retrieval.passage["recall@1"] == 1.0
    assert report.splits["all"].citations.quote_verbatim_rate == 1.0
    assert "not read: broken.pdf: it is damaged." in screen.getvalue()
    assert "Asking own" in screen.getvalue()


def test_documents_of_two_sets_are_opened_once_and_searched_for_the_untranslated_one(
    tmp_path: Path, documents: Path
) -> None:
    opened: list[Path] = []

    @contextmanager
    def open_once(documents: Path, **told: Callable[..., None]) -> Iterator[Services]:
        opened.append(documents)
        with open_fakes(documents, **told) as services:
            yield services

    data = write_cases(tmp_path, FACT, DECLINED)
    english = one_set(data, documents, "harbour")
    swedish = replace(english, name="swedish", is_translated=True)
    reports = evaluate_sets(
        [english, swedish, swedish],
        Selection(),
        open_system=open_once,
        console=Console(file=StringIO()),
    ).sets
    assert opened == [documents]
    assert list(reports) == ["harbour", "swedish"]
    assert reports["swedish"].splits["all"].cases == 4
    assert reports["harbour"].splits["all"].retrieval.passage["recall@1"] == 1.0
    assert reports["swedish"].splits["all"].retrieval.passage["recall@1"] is None


def test_split_and_kind_narrow_what_is_asked(tmp_path: Path, documents: Path) -> None:
    data = write_cases(tmp_path, FACT, DECLINED)
    report = evaluate_sets(
        [one_set(data, documents)],
        Selection(split=Split.DEV, kind=Kind.FACT),
        open_system=open_fakes,
        console=Console(file=StringIO()),
    ).sets["own"]
    assert [outcome.case_id for outcome in report.outcomes] == ["fact-001"]


def test_sets_are_reported_each_and_together(tmp_path: Path, documents: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = one_set(write_cases(tmp_path / "one", FACT, DECLINED), documents, "one")
    wrong = {**FACT, "expected_answers": [["2016"]]}
    second = one_set(write_cases(tmp_path / "two", wrong, DECLINED), documents, "two")
    evaluation = evaluate_sets(
        [first, second], Selection(), open_system=open_fakes, console=Console(file=StringIO())
    )
    matches = {
        name: report.splits["dev"].answers.answer_match
        for name, report in evaluation.reports().items()
    }
    assert matches == {"one": 1.0, "two": 0.0, "together": 0.5}
    assert evaluation.together.splits["all"].cases == 4
    written = json.loads(evaluation.to_json())
    assert list(written["sets"]) == ["one", "two"]
    assert len(written["sets"]["two"]["outcomes"]) == 2
    assert "outcomes" not in written["together"]


def test_a_set_without_a_chosen_case_is_left_out(tmp_path: Path, documents: Path) -> None:
    (tmp_path / "two").mkdir()
    first = one_set(write_cases(tmp_path, FACT, DECLINED), documents, "one")
    other = [{**case, "kind": "keyword"} for case in (FACT, DECLINED)]
    second = one_set(write_cases(tmp_path / "two", *other), documents, "two")
    chosen = evaluate_sets(
        [first, second],
        Selection(kind=Kind.FACT),
        open_system=open_fakes,
        console=Console(file=StringIO()),
    )
    assert list(chosen.sets) == list(chosen.reports()) == ["one"]
    with pytest.raises(DatasetError, match="no case has kind 'which'"):
        evaluate_sets(
            [first, second],
            Selection(kind=Kind.WHICH),
            open_system=open_fakes,
            console=Console(file=StringIO()),
        )


def test_wrong_evidence_is_refused_before_anything_is_opened(
    tmp_path: Path, documents: Path
) -> None:
    def open_nothing(*_args: object, **_kwargs: object) -> None:
        pytest.fail("opened although the cases are wrong")

    evidence = [{"document": "nome.md", "quote": f"It began in {year}."} for year in range(12)]
    data = write_cases(tmp_path, {**FACT, "evidence": evidence}, DECLINED)
    with pytest.raises(DatasetError) as caught:
        evaluate_sets(
            [one_set(data, documents)],
            Selection(),
            open_system=open_nothing,  # type: ignore[arg-type]  # must never be called
            console=Console(file=StringIO()),
        )
    assert "fact-001: the quote is not in 'nome.md': 'It began in 9.'" in str(caught.value)
    assert "It began in 10." not in str(caught.value)
    assert "and 2 more" in str(caught.value)


def test_missing_documents_are_refused(tmp_path: Path) -> None:
    data = write_cases(tmp_path, FACT, DECLINED)
    with pytest.raises(SourceNotFound):
        evaluate_sets(
            [one_set(data, tmp_path / "nowhere")],
            Selection(),
            open_system=open_fakes,
            console=Console(file=StringIO()),
        )


def test_texts_are_read_as_the_corpus_reads_them(documents: Path) -> None:
    (documents / "empty.md").write_text("")
    texts = read_texts(documents)
    assert sorted(texts) == ["nome.md", "smile.md"]
    assert NOME.text in texts["nome.md"]
    assert "#" not in texts["nome.md"]


def test_each_folder_of_documents_has_its_own_data_folder(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = data_dir_for(SHIPPED_DOCUMENTS)
    assert shipped.as_posix() == "var/eval/data"
    other = data_dir_for(documents)
    assert other not in (shipped, data_dir_for(documents.parent))
    monkeypatch.chdir(documents.parent)
    assert data_dir_for(Path("documents")) == other


def run_module(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-m", "eval", *arguments],
        env={**os.environ, "PYTHONPATH": str(root)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_bad_data_ends_with_exit_code_1_and_one_sentence(tmp_path: Path) -> None:
    data = write_cases(tmp_path, {**FACT, "kind": "quiz"})
    ended = run_module("--data", str(data), folder=tmp_path)
    assert ended.returncode == 1
    assert "cases.jsonl, line 1, field 'kind'" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""
    assert not (tmp_path / "var").exists()


def test_a_wrong_option_ends_with_exit_code_2(tmp_path: Path) -> None:
    assert run_module("--split", "training", folder=tmp_path).returncode == 2


def test_a_set_of_ones_own_and_a_shipped_one_are_not_mixed(tmp_path: Path) -> None:
    data = write_cases(tmp_path, FACT, DECLINED)
    ended = run_module("--data", str(data), "--set", "corpus", folder=tmp_path)
    assert ended.returncode == 2
    assert "--set chooses a shipped set" in ended.stderr


def test_a_baseline_of_a_part_is_refused(tmp_path: Path) -> None:
    ended = run_module("--split", "dev", "--update-baseline", folder=tmp_path)
    assert ended.returncode == 2
    assert "--update-baseline takes a run over all cases" in ended.stderr


def test_an_unknown_set_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    ended = run_module("--set", "nowhere", folder=tmp_path)
    assert ended.returncode == 1
    assert "no set is named 'nowhere'; choose one of corpus, " in ended.stderr


@pytest.mark.parametrize("shipped", find_document_sets(), ids=lambda shipped: shipped.name)
def test_the_shipped_evidence_is_verbatim_in_the_shipped_documents(shipped: DocumentSet) -> None:
    dataset = load_dataset(shipped.cases)
    assert find_unproved_evidence(dataset, read_texts(shipped.documents)) == ()


def test_what_an_older_version_indexed_for_the_evaluation_is_indexed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "park.md").write_text("# Park\n\nThe park opened in 2015.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with _opened(documents):
        pass
    with closing(sqlite3.connect(data_dir_for(documents) / "catalogue.sqlite3")) as database:
        changed = database.execute("UPDATE manifest SET value = '0' WHERE name = 'format'")
        assert changed.rowcount == 1
        database.commit()

    with _opened(documents) as services:
        assert [one.title for one in services.library.documents()] == ["Park"]


def _opened(documents: Path) -> AbstractContextManager[Services]:
    return open_knowledge_base(
        documents, on_event=lambda _event: None, on_failure=lambda _failure: None
    )
