"""Approved answers from end to end with the real models: served, exported, asked as cases."""

from pathlib import Path

import pytest
from rich.console import Console

from assistant.approved.cases import cases_of
from assistant.approved.model import Draft
from assistant.bootstrap import open_builder, open_services
from assistant.model import Conversation
from assistant.settings import Settings
from eval.evaluating import Selection
from eval.stored import evaluate_stored


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    (folder := tmp_path / "documents").mkdir()
    text = "# NOME\n\nNOME is a Nordic mentor network. The Novo Nordisk Foundation funds NOME.\n"
    (folder / "nome.md").write_text(text, encoding="utf-8")
    with open_builder(Settings(data_dir=tmp_path / "var")) as builder:
        builder.ingest([str(folder)], prune=False, on_event=lambda _event: None)
    return tmp_path / "var"


def test_an_approved_answer_is_served_and_is_a_case_that_passes(
    data_dir: Path, tmp_path: Path
) -> None:
    services = open_services(Settings(data_dir=data_dir), role="reader")
    draft = Draft(question="Who founded NOME?", text="Three hospitals in **Lund**.", author="Ada")
    try:
        services.approved.add(draft)
        new = Conversation(conversation_id="new")
        served = services.assistant.ask("By whom was NOME established?", new)
        other = services.assistant.ask("Who funds NOME?", new)
        cases = cases_of(services.approved.answers(), {})
        opened = services.library.document(served.answer.citations[0].document_id)
    finally:
        services.close()

    assert served.answer.text == "Three hospitals in **Lund**. [1]"
    assert opened.text == "Three hospitals in **Lund**."
    assert "Novo" in other.answer.text

    (file := tmp_path / "approved.jsonl").write_text(cases, encoding="utf-8")
    outcome = evaluate_stored(file, Selection(), data_dir=data_dir, console=Console(quiet=True))
    told = outcome.to_json()
    assert '"correct": true' in told
    assert '"correct": false' not in told
