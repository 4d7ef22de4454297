"""Taking folders in: real files, real readers, real stores; only the encoder is a fake."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import KnowledgeBaseUnavailable, UnknownDocument
from index.dense import ChromaIndex
from index.probe import find_disagreement
from tests.fakes_index import HashEncoder
from tests.ingest_desk import SMILE, Desk, outcomes, stocked_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stocked_desk(tmp_path) as made:
        yield made


def test_a_folder_taken_in_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    assert outcomes(desk.ingest()) == (2, 0, 0, 0, 0)
    sequence = desk.catalogue.log.last_sequence()

    assert outcomes(desk.ingest()) == (0, 0, 2, 0, 0)
    assert desk.catalogue.log.last_sequence() == sequence


def test_an_edited_file_replaces_its_passages(desk: Desk) -> None:
    desk.ingest()
    (desk.files / "nome.md").write_text("# NOME\n\nNOME is a fund now.\n")

    assert outcomes(desk.ingest()) == (0, 1, 1, 0, 0)
    found = [hit.passage.text for hit in desk.library.search("mentor fund", 10)]
    assert any("fund now" in text for text in found)
    assert not any("mentor programme" in text for text in found)


def test_a_file_that_is_gone_stays_without_prune_and_goes_with_it(desk: Desk) -> None:
    desk.ingest()
    (desk.files / "smile.md").unlink()

    assert outcomes(desk.ingest()) == (0, 0, 1, 0, 0)
    assert desk.titles() == ["NOME", "SmiLe"]

    assert outcomes(desk.ingest(prune=True)) == (0, 0, 1, 1, 0)
    assert desk.titles() == ["NOME"]
    desk.vectors.close()
    desk.catalogue.close()
    traces = [
        path.name
        for path in desk.data.rglob("*")
        if path.is_file() and b"no equity in its" in path.read_bytes()
    ]
    assert traces == []
    [folder] = desk.data.glob("chroma-*")
    index = ChromaIndex(folder)
    assert index.count() == desk.catalogue.count_passages() == 1
    assert find_disagreement(desk.catalogue.log, index) is None
    index.close()


def test_prune_leaves_documents_of_other_folders_alone(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "camp.md").write_text("# CAMP\n\nCAMP is a project.\n")
    desk.service.ingest([str(other)], prune=False, on_event=lambda _event: None)
    (other / "camp.md").unlink()

    assert outcomes(desk.ingest(prune=True)) == (2, 0, 0, 0, 0)
    assert desk.titles() == ["CAMP", "NOME", "SmiLe"]


def test_prune_finds_what_was_taken_in_from_another_working_folder(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.files)
    desk.service.ingest(["."], prune=False, on_event=lambda _event: None)
    monkeypatch.chdir(tmp_path)
    (desk.files / "smile.md").unlink()

    assert desk.ingest(prune=True).removed == 1


def test_a_bad_file_is_reported_and_the_others_go_on(desk: Desk) -> None:
    (desk.files / "broken.md").write_text("---\ntitle: [\n---\n\ntext\n")
    (desk.files / "empty.txt").write_text("")

    report = desk.ingest()

    assert outcomes(report) == (2, 0, 0, 0, 2)
    assert {Path(failure.source).name for failure in report.failures} == {"broken.md", "empty.txt"}
    assert all(failure.reason for failure in report.failures)
    assert [event.done for event in desk.events] == [1, 2, 3, 4]
    assert {event.total for event in desk.events} == {4}


def test_a_missing_location_is_reported_and_the_others_go_on(desk: Desk) -> None:
    report = desk.service.ingest(
        ["nowhere-at-all", str(desk.files)], prune=False, on_event=lambda _event: None
    )

    assert report.added == 2
    assert [failure.source for failure in report.failures] == ["nowhere-at-all"]


def test_a_removed_document_is_unknown_afterwards(desk: Desk) -> None:
    desk.ingest()
    [smile] = [d.document_id for d in desk.library.documents() if d.title == "SmiLe"]
    desk.service.remove(smile)

    with pytest.raises(UnknownDocument):
        desk.library.document(smile)
    with pytest.raises(UnknownDocument):
        desk.service.remove(smile)


def test_another_encoder_is_refused_before_anything_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.ingest()
    desk.vectors.close()
    other = Desk(tmp_path, HashEncoder())

    with pytest.raises(KnowledgeBaseUnavailable, match="doctor --repair"):
        other.ingest()
    other.vectors.close()
    assert other.titles() == ["NOME", "SmiLe"]


def test_a_document_is_shown_with_its_text_and_counts(desk: Desk) -> None:
    desk.ingest()
    [smile] = [d for d in desk.library.documents() if d.title == "SmiLe"]
    detail = desk.library.document(smile.document_id)

    assert detail.summary == smile
    assert detail.text == "SmiLe takes no equity in its companies."
    assert (smile.characters, smile.passages) == (len(detail.text), 1)
    assert smile.metadata["kind"] == "incubator"


def test_examples_are_made_from_what_is_stored(desk: Desk) -> None:
    assert desk.library.example_questions() == ()
    (desk.files / "smile.md").write_text(SMILE + "\n## Funding\n\nA fund pays for SmiLe.\n")
    desk.ingest()
    assert desk.library.example_questions() == ("Who funds SmiLe?", "What is NOME?")
