"""Word documents read end to end: a real parser in its own process, over files made for it."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from corpus import parsing
from corpus.document import BlockKind, Document
from corpus.errors import EmptyDocument, UnreadableDocument
from corpus.loader import read_document
from corpus.word_document import read_word_document
from tests import word_files


def document(data: bytes) -> Document:
    return read_document(data, reader=read_word_document, source="a.docx", name="a", key=b"a")


def shown(read: Document, kind: BlockKind) -> list[tuple[str, int]]:
    return [(read.text[one.start : one.end], one.level) for one in read.blocks if one.kind is kind]


def test_a_report_keeps_its_structure() -> None:
    read = document(word_files.report())

    assert read.title == "Årsrapport för Alfa"
    assert shown(read, BlockKind.HEADING) == [
        ("Årsrapport för Alfa", 1), ("Funding", 1), ("Terms by hand", 2), ("Tenants", 2),
    ]  # fmt: skip
    assert shown(read, BlockKind.LIST_ITEM) == [
        ("- laboratories", 1), ("- two of them cold", 2), ("- coaches", 1),
    ]  # fmt: skip
    assert shown(read, BlockKind.TABLE_ROW) == [("Year | Tenants", 0), ("2025 | 182", 0)]


def test_changes_count_as_made_and_fields_are_read_but_headers_are_not() -> None:
    text = document(word_files.report()).text

    assert "Alfa is funded by Region Skåne with SEK 4 million a year" in text
    assert "in all" not in text
    assert "Owner: Lund." in text
    assert "confidential" not in text


def test_there_are_no_pages_before_it_is_printed() -> None:
    read = document(word_files.report())

    assert (read.page_starts(), read.page_at(0)) == ((), None)


def test_without_a_title_in_the_text_the_stated_one_or_the_first_heading_is_taken() -> None:
    stated, headed = docx.Document(), docx.Document()
    stated.core_properties.title = headed.core_properties.title = "The plan for 2027"
    stated.add_paragraph("Alfa grows.")
    headed.add_heading("A plan", 1)
    headed.add_paragraph("Alfa grows.")

    assert document(word_files.saved(stated)).title == "The plan for 2027"
    assert document(word_files.saved(headed)).title == "A plan"


def test_a_frame_of_one_cell_is_text_and_not_a_table() -> None:
    made = docx.Document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "Alfa takes no equity."

    assert shown(document(word_files.saved(made)), BlockKind.PARAGRAPH) == [
        ("Alfa takes no equity.", 0)
    ]


def zipped(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(name, "x")
    return stream.getvalue()


BAD = [
    (b"hello", UnreadableDocument, "no Word document"),
    (zipped("xl/workbook.xml"), UnreadableDocument, "no Word document"),
    (zipped("word/document.xml"), UnreadableDocument, "damaged"),
    (word_files.report()[:9000], UnreadableDocument, "damaged|no Word"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, UnreadableDocument, "old kind|password"),
    (word_files.saved(docx.Document()), EmptyDocument, "no text"),
    (word_files.with_body(b"<a>", megabytes=120), UnreadableDocument, "million bytes"),
    (word_files.billion_laughs(), UnreadableDocument, "damaged"),
    (word_files.with_body(b"<w:p " * 50_000), UnreadableDocument, "damaged"),
]


@pytest.mark.parametrize("at", range(len(BAD)))
def test_a_bad_file_is_refused_in_one_sentence(at: int) -> None:
    data, error, said = BAD[at]

    with pytest.raises(error, match=said) as caught:
        document(data)
    assert str(caught.value).endswith(".")


def test_a_body_that_becomes_a_tree_larger_than_the_memory_is_one_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parsing, "MEMORY_MB", 200)

    with pytest.raises(UnreadableDocument, match="200 MB of memory"):
        document(word_files.heavy(80_000))


def test_no_file_of_the_machine_gets_into_the_text(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is alpaca.")

    try:
        text = document(word_files.with_a_file_of_the_machine(str(secret))).text
    except UnreadableDocument:
        text = ""
    assert "alpaca" not in text
