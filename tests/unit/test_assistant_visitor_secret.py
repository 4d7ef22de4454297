"""The secret of the visitors' cookies: made once, whole, and for its owner's eyes alone."""

import stat
from pathlib import Path

import pytest

from assistant.errors import KnowledgeBaseUnavailable
from assistant.visitor_secret import SECRET_FILE, random_secret, visitor_secret


def test_it_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    secret = visitor_secret(tmp_path)

    assert len(secret) == 32
    assert visitor_secret(tmp_path) == secret
    assert (tmp_path / SECRET_FILE).read_bytes() == secret
    assert stat.S_IMODE((tmp_path / SECRET_FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [SECRET_FILE]


def test_no_two_are_alike(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()

    assert len({visitor_secret(tmp_path), visitor_secret(tmp_path / "other"), random_secret()}) == 3


def test_what_others_could_read_is_closed(tmp_path: Path) -> None:
    secret = visitor_secret(tmp_path)
    (tmp_path / SECRET_FILE).chmod(0o644)

    assert visitor_secret(tmp_path) == secret
    assert stat.S_IMODE((tmp_path / SECRET_FILE).stat().st_mode) == 0o600


def test_what_a_crash_left_of_a_draft_is_no_secret(tmp_path: Path) -> None:
    (tmp_path / SECRET_FILE).with_suffix(".draft").write_bytes(b"half")

    assert len(visitor_secret(tmp_path)) == 32
    assert [path.name for path in tmp_path.iterdir()] == [SECRET_FILE]


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 33])
def test_a_damaged_one_is_neither_used_nor_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SECRET_FILE).write_bytes(content)

    with pytest.raises(KnowledgeBaseUnavailable, match=r"visitor\.secret' is damaged; restore it"):
        visitor_secret(tmp_path)

    assert (tmp_path / SECRET_FILE).read_bytes() == content


def test_one_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / SECRET_FILE).mkdir()

    with pytest.raises(KnowledgeBaseUnavailable, match="cannot be used"):
        visitor_secret(tmp_path)
