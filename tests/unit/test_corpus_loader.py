import os
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.errors import (
    DocumentTooLarge,
    EmptyDocument,
    SourceNotFound,
    UnreadableDocument,
    UnsupportedFormat,
)
from corpus.identity import content_hash, displayable, document_id, title_from_name
from corpus.loader import (
    MAX_DOCUMENT_BYTES,
    LoadFailure,
    discover,
    load_document,
    load_documents,
    read_document,
)
from corpus.markdown import read_markdown
from corpus.plain_text import read_plain_text
from corpus.readers import reader_for_extension, reader_for_media_type
from corpus.reading import Reading
from corpus.web_page import read_web_page

SHORT = "# Open Lab\n\nThree sites."


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def load(path: Path) -> Document:
    return load_document(discover([path]).files[0])


def test_folders_are_searched_below_and_in_order(tmp_path: Path) -> None:
    write(tmp_path, {"b.md": SHORT, "a/z.txt": SHORT, "a/b.html": SHORT, "A.MD": SHORT})
    names = [
        Path(file.source).relative_to(tmp_path).as_posix() for file in discover([tmp_path]).files
    ]
    assert names == sorted(names, key=lambda name: Path(name))
    assert set(names) == {"A.MD", "a/b.html", "a/z.txt", "b.md"}


def test_hidden_files_are_passed_over_and_other_formats_reported(tmp_path: Path) -> None:
    write(
        tmp_path, {"a.md": SHORT, ".b.md": SHORT, ".git/c.md": SHORT, "d.png": b"", "LICENSE": ""}
    )
    found = discover([tmp_path])
    assert [Path(file.source).name for file in found.files] == ["a.md"]
    assert [Path(file.source).name for file in found.skipped] == ["LICENSE", "d.png"]
    assert "'.png'" in found.skipped[1].reason


def test_links_that_lead_out_are_skipped_and_links_inside_give_one_file(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    write(folder, {"a.md": SHORT})
    write(outside, {"secret.md": SHORT, "deep/secret.md": SHORT})
    (folder / "b.md").symlink_to(folder / "a.md")
    (folder / "c.md").symlink_to(outside / "secret.md")
    (folder / "d").symlink_to(outside / "deep")
    (folder / "loop").symlink_to(folder)
    (folder / "gone.md").symlink_to(folder / "nothing.md")
    found = discover([folder])
    assert [Path(file.source).name for file in found.files] == ["a.md"]
    assert {Path(file.source).name for file in found.skipped} == {"c.md", "d", "gone.md"}


def test_a_named_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert discover([tmp_path]).files == ()
    (outcome,) = load_documents(discover([tmp_path / "pipe.md"]).files)
    assert isinstance(outcome, LoadFailure)


def test_a_missing_location_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match=r"nowhere'.*check the path"):
        discover([tmp_path, tmp_path / "nowhere"])


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": SHORT})
    assert len(discover([tmp_path / "a.md", tmp_path, str(tmp_path / "a.md")]).files) == 1


def test_a_file_given_by_name_is_a_failure_when_its_format_is_unknown(tmp_path: Path) -> None:
    write(tmp_path, {"a.xyz": SHORT})
    (outcome,) = load_documents(discover([tmp_path / "a.xyz"]).files)
    assert isinstance(outcome, LoadFailure)
    assert "'.xyz'" in outcome.reason
    assert ".md" in outcome.reason


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.md": SHORT,
            "b.md": "---\nas_of: 2023-02-30\n---\nText.",
            "c.md": "",
            "d.txt": " \n\u200b\n",
            "e.md": "---\ntitle: T\n---\n",
            "f.txt": b"\x89PNG\x00\xff\xfe\xfd" * 30,
            "g.html": "<html><body><script>x()</script></body></html>",
            "z.txt": "Fine.",
        },
    )
    outcomes = list(load_documents(discover([tmp_path]).files))
    assert [isinstance(outcome, Document) for outcome in outcomes] == [True, *[False] * 6, True]
    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, LoadFailure)]
    assert "'2023-02-30'" in reasons[0]
    assert all(reason.endswith(".") for reason in reasons)


def test_a_defect_of_a_reader_is_reported_and_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(data: bytes, source: str) -> Reading:
        raise ZeroDivisionError

    monkeypatch.setitem(reader_for_extension.__globals__["_BY_EXTENSION"], ".text", broken)
    write(tmp_path, {"a.text": SHORT, "b.md": SHORT})
    failure, document = load_documents(discover([tmp_path]).files)
    assert isinstance(failure, LoadFailure)
    assert "ZeroDivisionError" in failure.reason
    assert isinstance(document, Document)


def test_a_document_has_all_that_its_file_says(tmp_path: Path) -> None:
    write(tmp_path, {"lab.md": "---\nkind: lab\nas_of: 2023\nlanguage: en\n---\n" + SHORT})
    document = load(tmp_path / "lab.md")
    assert document.title == "Open Lab"
    assert document.text == "Open Lab\n\nThree sites."
    assert document.source == (tmp_path / "lab.md").as_posix()
    assert (document.language, document.as_of) == ("en", "2023")
    assert document.metadata == {"kind": "lab"}


def test_source_stays_relative_and_the_id_does_not_depend_on_how_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"texts/a.md": SHORT})
    monkeypatch.chdir(tmp_path)
    relative, absolute = load(Path("texts/a.md")), load(tmp_path / "texts/a.md")
    assert relative.source == "texts/a.md"
    assert relative.document_id == absolute.document_id


def test_files_of_the_same_name_have_different_ids(tmp_path: Path) -> None:
    write(tmp_path, {"a/x.md": SHORT, "b/x.md": SHORT})
    first, second = (load_document(file) for file in discover([tmp_path]).files)
    assert first.document_id != second.document_id
    assert first.content_hash == second.content_hash


def test_a_file_without_title_is_named_after_itself(tmp_path: Path) -> None:
    write(tmp_path, {"open_lab-notes.txt": "Three sites are open.\nAnd more."})
    assert load(tmp_path / "open_lab-notes.txt").title == "open lab notes"


@pytest.mark.parametrize(
    "name",
    [
        "a b'c\"<img src=x>.md",
        "å\u202eä\n\x1b[31m.md",
        "💡.md",
        "x" * 250 + ".md",
        "-rf.md",
        "$(id).md",
    ],
)
def test_odd_file_names_are_read_and_shown_harmlessly(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: SHORT})
    document = load_document(discover([tmp_path]).files[0])
    assert document.source.isprintable()
    assert set(document.document_id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_file_name_that_is_no_utf_8_is_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/sk\xe5ne.md"))
    try:
        write(tmp_path, {path.name: SHORT})
    except OSError:
        pytest.skip("this file system allows UTF-8 names only")
    document = load_document(discover([tmp_path]).files[0])
    assert document.text == "Open Lab\n\nThree sites."
    assert document.source.encode("utf-8").endswith(b"ne.md")


def test_a_file_above_the_limit_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_DOCUMENT_BYTES * 50)
    with pytest.raises(DocumentTooLarge, match="20,000,000 bytes"):
        load(path)


def test_nothing_to_say_is_an_error() -> None:
    for data in (b"", b" \n", b"<!-- x -->", b"![](x.png)"):
        with pytest.raises(EmptyDocument):
            read_document(data, reader=read_markdown, source="s", name="n", key=b"k")


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "TEXT/PLAIN", "text/markdown"])
def test_a_media_type_finds_its_reader_in_any_spelling(kind: str) -> None:
    readers = (read_web_page, read_plain_text, read_markdown)
    assert reader_for_media_type(kind, "s") in readers


def test_an_unknown_media_type_is_named() -> None:
    with pytest.raises(UnsupportedFormat, match="'application/zip'"):
        reader_for_media_type("application/zip", "s")


def test_the_content_hash_changes_with_everything_that_indexing_uses() -> None:
    reading = read_markdown(SHORT.encode(), "s")
    variants = [
        content_hash(reading, title="t", language="en"),
        content_hash(reading, title="u", language="en"),
        content_hash(reading, title="t", language="sv"),
        content_hash(replace(reading, text=reading.text + "!"), title="t", language="en"),
        content_hash(replace(reading, as_of="2023"), title="t", language="en"),
        content_hash(replace(reading, metadata={"a": "b"}), title="t", language="en"),
        content_hash(replace(reading, blocks=reading.blocks[:1]), title="t", language="en"),
    ]
    assert len(set(variants)) == len(variants)
    assert variants[0] == content_hash(reading, title="t", language="en")


def test_ids_and_titles_from_names_without_letters_are_usable() -> None:
    assert document_id("💡", b"k").startswith("document-")
    assert title_from_name("___") == "Untitled"
    assert displayable("a\x1b[31m\udce5") == "a[31m\ufffd"


def test_every_error_names_its_source_and_what_to_do() -> None:
    errors = (
        SourceNotFound("s.md"),
        UnsupportedFormat("s.md", ".zip", (".md",)),
        DocumentTooLarge("s.md", 5),
        EmptyDocument("s.md", "it is empty; add text."),
        UnreadableDocument("s.md", "it is damaged; save it again."),
    )
    for error in errors:
        assert str(error) == f"'s.md' was not read: {error.reason}"
        assert ";" in error.reason
        assert str(error).endswith(".")
