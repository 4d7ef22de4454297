"""What the doctor looks at really, and where it stops."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant import reader
from assistant.api.app import create_app
from assistant.bootstrap import open_services
from assistant.doctoring import examine
from assistant.errors import KnowledgeBaseUnavailable
from assistant.settings import Settings
from corpus import parsing
from index import encoding
from index.catalogue import CATALOGUE_FILE
from tests.fakes_index import damage, filled_catalogue


@pytest.fixture
def damaged(tmp_path: Path) -> Settings:
    filled_catalogue(tmp_path).close()
    damage(tmp_path / CATALOGUE_FILE)
    return Settings(data_dir=tmp_path)


def _found(settings: Settings, *, repair: bool = False) -> dict[str, bool]:
    return {finding.name: finding.ok for finding in examine(settings, repair=repair)}


def test_everything_in_order_is_said_of_each_part(tmp_path: Path) -> None:
    assert _found(Settings(data_dir=tmp_path), repair=True) == {
        "embedding model": True,
        "reader": True,
        "PDF and Word files": True,
        "catalogue": True,
        "passages": True,
        "vector index": True,
    }


def test_another_embedding_model_than_expected_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "PACKAGED_SHA256", "0" * 64)
    assert not _found(Settings(data_dir=tmp_path))["embedding model"]


def test_another_reader_than_expected_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(reader.CHECKSUMS, "model.onnx", "0" * 64)
    assert not _found(Settings(data_dir=tmp_path))["reader"]


def test_a_machine_that_cannot_read_pdf_files_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "_RUN", "raise SystemExit(9)")
    found = {one.name: one for one in examine(Settings(data_dir=tmp_path), repair=False)}

    told = found["PDF and Word files"]
    assert (told.ok, "gave up" in told.message) == (False, True)


def test_nothing_is_mended_from_a_damaged_catalogue(damaged: Settings) -> None:
    before = (damaged.data_dir / CATALOGUE_FILE).read_bytes()

    found = _found(damaged, repair=True)

    assert list(found) == ["embedding model", "reader", "PDF and Word files", "catalogue"]
    assert not found["catalogue"]
    assert (damaged.data_dir / CATALOGUE_FILE).read_bytes() == before
    assert not list(damaged.data_dir.glob("chroma-*"))


def test_without_a_sound_embedding_model_no_passage_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = filled_catalogue(tmp_path)
    made_by = catalogue.manifest()
    monkeypatch.setattr(encoding, "PACKAGED_SHA256", "0" * 64)

    assert not _found(Settings(data_dir=tmp_path), repair=True)["passages"]
    assert catalogue.manifest() == made_by
    catalogue.close()


def test_a_damaged_catalogue_is_a_503_problem_over_http(tmp_path: Path) -> None:
    services = open_services(Settings(data_dir=tmp_path), role="reader")
    filled_catalogue(tmp_path).close()
    services.close()
    damage(tmp_path / CATALOGUE_FILE)
    with TestClient(create_app(services, with_pages=False), base_url="http://localhost") as client:
        reply = client.get("/api/v1/documents")
    services.close()
    assert reply.status_code == 503
    assert reply.json()["type"].endswith("knowledge-base-unavailable")


def test_a_data_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    settings = Settings(data_dir=tmp_path / "file")
    with pytest.raises(KnowledgeBaseUnavailable, match="File exists"):
        open_services(settings, role="reader")
    with pytest.raises(KnowledgeBaseUnavailable, match="File exists"):
        examine(settings, repair=False)
