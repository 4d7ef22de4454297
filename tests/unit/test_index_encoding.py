"""Which model files are refused before anything is loaded, and what works without loading."""

import json
from pathlib import Path

import pytest

from index.encoding import SentenceTransformerEncoder
from index.errors import EncoderUnavailable


def test_the_default_model_is_named_with_its_checksum_and_counts_tokens_unloaded() -> None:
    encoder = SentenceTransformerEncoder()
    assert encoder.encoder_id == "all-MiniLM-L6-v2@53aa51172d14"
    assert encoder.dimension == 384
    assert encoder.count_tokens("A park in Lund.") == 5
    assert encoder.count_tokens("word " * 1000) == 1000


def test_no_texts_give_no_rows_without_loading() -> None:
    assert SentenceTransformerEncoder().encode([]).shape == (0, 384)


def test_a_folder_with_pickled_weights_alone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pytorch_model.bin").write_bytes(b"pickle")
    with pytest.raises(EncoderUnavailable, match=r"model\.safetensors"):
        SentenceTransformerEncoder(str(tmp_path))


def test_a_model_that_brings_code_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    (tmp_path / "config.json").write_text(json.dumps({"auto_map": {"AutoModel": "x.Y"}}))
    with pytest.raises(EncoderUnavailable, match="auto_map"):
        SentenceTransformerEncoder(str(tmp_path))


def test_a_local_model_is_named_with_the_checksum_of_its_weights(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    first = SentenceTransformerEncoder(str(tmp_path)).encoder_id
    (tmp_path / "model.safetensors").write_bytes(b"others")
    assert SentenceTransformerEncoder(str(tmp_path)).encoder_id != first


def test_a_broken_tokenizer_is_an_error_of_the_encoder(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    (tmp_path / "tokenizer.json").write_text("{")
    with pytest.raises(EncoderUnavailable, match="tokenizer"):
        SentenceTransformerEncoder(str(tmp_path)).count_tokens("a")


def test_the_packaged_models_files_are_checked_without_loading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    encoder = SentenceTransformerEncoder()
    encoder.check()
    monkeypatch.setattr("index.encoding.PACKAGED_SHA256", "0" * 64)
    with pytest.raises(EncoderUnavailable, match="checksum"):
        encoder.check()


def test_weights_that_are_gone_are_found_by_the_check(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    encoder = SentenceTransformerEncoder(str(tmp_path))
    (tmp_path / "model.safetensors").unlink()
    with pytest.raises(EncoderUnavailable, match=r"model\.safetensors"):
        encoder.check()
