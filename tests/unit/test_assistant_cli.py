import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from assistant.api.schemas import AskResponse
from assistant.cli import main
from assistant.errors import DataFolderInUse
from assistant.ingest_report import Finding, IngestFailure, IngestReport
from tests.fakes import NOME, FakeBootstrap, KeywordLibrary

Run = Callable[..., int]


@pytest.fixture
def bootstrap(monkeypatch: pytest.MonkeyPatch) -> FakeBootstrap:
    fake = FakeBootstrap()
    monkeypatch.setitem(sys.modules, "assistant.bootstrap", fake)
    return fake


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["assistant", *arguments])
        with pytest.raises(SystemExit) as caught:
            main()
        return int(caught.value.code or 0)

    return run


def test_help_imports_nothing_heavy() -> None:
    heavy = (
        "torch chromadb gradio sentence_transformers llama_index fastapi starlette uvicorn "
        "sqlalchemy numpy onnxruntime pydantic httpx"
    )
    code = (
        "import sys, assistant.cli\n"
        f"print([name for name in {heavy.split()} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_ask_prints_the_answer_with_its_evidence(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", "What is NOME?") == 0

    out = capsys.readouterr().out
    assert f"{NOME.text} [1]" in out
    assert "[1] NOME (documents/nome.md, characters 0-50)" in out
    assert bootstrap.calls == ["reader"]
    assert bootstrap.recorder.closed == 1


def test_ask_prints_the_object_of_the_api_as_json(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", "What is NOME?", "--json") == 0

    reply = AskResponse.model_validate_json(capsys.readouterr().out)
    assert reply.citations[0].quote == NOME.text


def test_a_declined_answer_is_no_error(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", "Who won yesterday?") == 0

    assert "Nearest passages:" in capsys.readouterr().out


@pytest.mark.parametrize("question", ["", "   ", "x" * 2_001, "\udcff"])
def test_a_question_that_cannot_be_asked_is_one_sentence_on_stderr(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str], question: str
) -> None:
    assert run("ask", question) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("The question ")
    assert captured.err.count("\n") == 1


def test_without_documents_the_next_step_is_named(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap.library = KeywordLibrary(details=())

    assert run("ask", "What is NOME?") == 1
    assert "run `assistant ingest PATH`" in capsys.readouterr().err
    assert run("documents", "list") == 0
    assert "run `assistant ingest PATH`" in capsys.readouterr().err


def test_our_errors_have_no_traceback(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap.failure = DataFolderInUse("The folder is in use by process 1; stop it.\x1b[2J")

    assert run("ingest", "folder") == 1
    assert capsys.readouterr().err == "The folder is in use by process 1; stop it.\n"


def test_wrong_settings_are_told_before_anything_is_opened(
    bootstrap: FakeBootstrap,
    run: Run,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ASSISTANT_DATADIR", "x")

    assert run("ask", "What is NOME?") == 1
    assert "did you mean 'ASSISTANT_DATA_DIR'" in capsys.readouterr().err
    assert bootstrap.calls == []


@pytest.mark.parametrize(
    "arguments",
    [["ask"], ["frobnicate"], ["search", "x", "--top-k", "0"], ["serve", "--port", "70000"]],
)
def test_wrong_usage_exits_with_2(bootstrap: FakeBootstrap, run: Run, arguments: list[str]) -> None:
    assert run(*arguments) == 2


def test_search_lists_passages(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("search", "equity", "--json", "--top-k", "1") == 0

    found = json.loads(capsys.readouterr().out)
    assert [passage["document_id"] for passage in found["passages"]] == ["smile"]


def test_documents_are_listed_and_shown(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("documents", "list") == 0
    assert capsys.readouterr().out.splitlines()[0] == "nome\tNOME\tdocuments/nome.md\t2024-05\t1"

    assert run("documents", "show", "nome", "--json") == 0
    assert json.loads(capsys.readouterr().out)["text"] == NOME.text

    assert run("documents", "show", "nothing") == 1
    assert "No document has the id 'nothing'" in capsys.readouterr().err


def test_a_document_is_removed(bootstrap: FakeBootstrap, run: Run) -> None:
    assert run("documents", "remove", "nome") == 0
    assert run("documents", "remove", "nothing") == 1
    assert bootstrap.calls == ["nome"]


def test_ingest_reports_what_came_of_it(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ingest", "a", "b", "--prune") == 0

    assert capsys.readouterr().out == (
        "1 added, 0 replaced, 2 unchanged, 0 removed, 0 failed; 7 passages in 0.5 seconds.\n"
    )
    assert bootstrap.calls == [(("a", "b"), True)]


def test_a_failed_source_is_named_and_makes_the_exit_code_1(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap.report = IngestReport(
        added=0,
        replaced=0,
        unchanged=0,
        removed=0,
        failures=(IngestFailure(source="a\x1b[2J.md", reason="It is empty; fill it."),),
        passages=0,
        seconds=0.1,
    )

    assert run("ingest", "a") == 1
    assert "failed: a.md: It is empty; fill it.\n" in capsys.readouterr().out

    assert run("ingest", "a", "--json") == 1
    assert json.loads(capsys.readouterr().out)["failures"][0]["reason"] == "It is empty; fill it."


def test_doctor_fails_when_something_is_wrong(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("doctor") == 0
    bootstrap.findings = (Finding(name="vectors", ok=False, message="Gone; run --repair."),)

    assert run("doctor", "--repair") == 1
    assert "FAIL vectors: Gone; run --repair." in capsys.readouterr().out
    assert bootstrap.calls == [False, True]


def test_config_masks_secrets_and_says_where_values_come_from(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_API_KEYS", "canary-canary-canary")

    assert run("config") == 0

    out = capsys.readouterr().out
    assert "canary" not in out
    assert "ASSISTANT_API_KEYS\t********\tenvironment" in out
    assert "ASSISTANT_DATA_DIR\tvar\tdefault" in out


def test_chat_understands_follow_ups_and_outlives_a_bad_question(
    bootstrap: FakeBootstrap,
    run: Run,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = iter(["What is NOME?", "", "x" * 3_000, "And when?", "/quit", "never read"])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(typed))

    assert run("chat") == 0

    captured = capsys.readouterr()
    assert "Understood as: What is NOME? And when?" in captured.out
    assert "3000 characters" in captured.err
    assert next(typed) == "never read"


def test_chat_ends_with_the_input(
    bootstrap: FakeBootstrap, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end)

    assert run("chat") == 0
    assert bootstrap.recorder.closed == 1


def test_serving_other_machines_needs_a_key(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("serve", "--host", "0.0.0.0") == 1  # noqa: S104  refused is what is tested

    assert "set ASSISTANT_API_KEYS" in capsys.readouterr().err
    assert bootstrap.calls == []


def test_a_server_that_does_not_answer_is_told_in_one_sentence(
    bootstrap: FakeBootstrap, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap.server = "http://127.0.0.1:9"

    assert run("ask", "What is NOME?") == 1
    assert "'http://127.0.0.1:9' does not answer" in capsys.readouterr().err
