"""PDF files read end to end: a real parser in its own process, over files drawn for the purpose."""

import os
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from corpus import parsing
from corpus.document import BlockKind, Document
from corpus.errors import CorpusError, EmptyDocument, UnreadableDocument
from corpus.loader import discover, load_documents, read_document
from corpus.pdf_file import read_pdf
from tests import pdf_files
from tests.pdf_files import LEFT, Text, drawn

FILLER = "This line of the report is there to fill the page with text of usual length and size."


def document(data: bytes) -> Document:
    return read_document(data, reader=read_pdf, source="a.pdf", name="a", key=b"a")


def shown(data: bytes, kind: BlockKind) -> list[str]:
    read = document(data)
    return [read.text[one.start : one.end] for one in read.blocks if one.kind is kind]


def paper(number: int, *texts: Text) -> list[Text]:
    """A page with a running header and a number at its foot."""
    return [
        Text(lines=["Alfa Science Park – Annual report 2025"], top=40, size=9),
        *texts,
        Text(lines=[f"Page {number} of 4"], top=800, left=280, size=9),
    ]


def report() -> bytes:
    return drawn(
        [
            paper(1, Text(lines=["Annual report 2025"], top=110, size=24, bold=True),
                  Text(lines=[FILLER] * 3, top=160)),
            paper(2, Text(lines=["Funding"], top=110, size=16, bold=True),
                  Text(lines=["Region Skåne funds the park with SEK 4 million a year, and the",
                               "town"],
                       top=140),
                  Text(lines=[FILLER] * 2, top=190)),
            paper(3, Text(lines=["Tenants"], top=110, size=16, bold=True),
                  Text(lines=["Årets hyresgäster är många. The park had 182 tenant compa-",
                              "nies at the end of 2025, of which 40 are start-",
                              "ups within forsknings- och utveckling."], top=140),
                  Text(lines=["The board met six times, and it decided on a new"], top=760)),
            paper(4, Text(lines=["laboratory of 900 square metres."], top=110)),
        ]
    )  # fmt: skip


def test_a_report_becomes_headings_and_paragraphs_without_headers_footers_and_hyphens() -> None:
    read = document(report())

    assert read.title == "Annual report 2025"
    assert shown(report(), BlockKind.HEADING) == ["Annual report 2025", "Funding", "Tenants"]
    assert "Science Park –" not in read.text
    assert "Page" not in read.text
    assert (
        "The park had 182 tenant companies at the end of 2025, of which 40 are start-ups within "
        "forsknings- och utveckling."
    ) in read.text


def test_each_place_knows_its_page_also_within_a_paragraph_that_goes_on() -> None:
    read = document(report())

    assert [begun.page for begun in read.page_starts()] == [1, 2, 3, 4]
    for words, page in (
        ("Annual report", 1), ("Region Skåne", 2), ("182 tenant", 3),
        ("The board met", 3), ("decided on a new", 3), ("laboratory of 900", 4),
    ):  # fmt: skip
        assert read.page_at(read.text.index(words)) == page, words
    assert "a new laboratory of 900 square metres." in read.text


def test_blocks_are_stretches_of_the_text_in_order() -> None:
    read = document(report())
    pieces = [one for one in read.blocks if one.kind is not BlockKind.PAGE]

    assert all(0 <= one.start < one.end <= len(read.text) for one in pieces)
    assert [one.start for one in read.blocks] == sorted(one.start for one in read.blocks)
    assert all(read.text[one.start : one.end].strip() for one in pieces)
    assert all(one.page == read.page_at(one.start) for one in read.blocks)


LEFT_COLUMN = [
    "The incubator opened in 2004 and has",
    "since then helped more than ninety",
    "companies. It is owned by the uni-",
    "versity and by the region, and takes",
    "no equity in its companies. Each of",
    "them gets a coach for two years and",
    "a place in the house at the harbour,",
    "where laboratories can be hired by",
]
RIGHT_COLUMN = [
    "the hour. Investors meet founders",
    "every spring at the demo day. The",
    "fund that belongs to it, Alfa Invest,",
    "puts up to one million into each of",
    "the companies it chooses. It has so",
    "far done so twenty times, and left",
    "six of them again with a profit. Its",
    "manager is Anna Åkesson.",
]


def test_columns_are_read_one_after_the_other_below_a_headline_over_both() -> None:
    data = drawn(
        [
            [
                Text(lines=["How the incubator helps"], top=100, size=20, bold=True),
                Text(lines=LEFT_COLUMN, top=150),
                Text(lines=RIGHT_COLUMN, top=150, left=330),
            ]
        ]
    )
    text = document(data).text

    assert text.startswith("How the incubator helps\n\nThe incubator opened in 2004")
    assert "owned by the university and by the region" in text
    assert "can be hired by the hour. Investors meet" in text
    assert text.endswith("Its manager is Anna Åkesson.")


def test_a_file_that_is_drawn_line_by_line_over_its_columns_is_read_by_columns_too() -> None:
    rows = [
        Text(lines=[line], top=150 + 14 * at, left=left)
        for at, both in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True))
        for line, left in zip(both, (LEFT, 330), strict=True)
    ]

    assert "hired by the hour. Investors meet founders every spring" in document(drawn([rows])).text


def test_the_rows_of_a_table_stay_rows_and_wrapped_cells_are_put_together() -> None:
    cells = {
        LEFT: ["Programme", "Start", "", "Scale", ""],
        200: [
            "For whom",
            "Founders in the first",
            "year of their company",
            "Companies with",
            "sales",
        ],
        400: ["Months", "6", "", "18", ""],
    }
    tops = [200.0, 226, 240, 266, 280]
    drawings = [
        Text(lines=[cell], top=top, left=left)
        for left, column in cells.items()
        for cell, top in zip(column, tops, strict=True)
        if cell
    ]
    data = drawn([[Text(lines=[FILLER] * 3, top=100), *drawings]])

    assert shown(data, BlockKind.TABLE_ROW) == [
        "Programme | For whom | Months",
        "Start | Founders in the first year of their company | 6",
        "Scale | Companies with sales | 18",
    ]


def test_lists_keep_their_items_marks_and_depth() -> None:
    data = drawn(
        [
            [
                Text(lines=["The park offers its tenants:"], top=100),
                Text(
                    lines=["• laboratories that are hired by the hour, with the help of"], top=116
                ),
                Text(lines=["the staff"], top=130, left=LEFT + 8),
                Text(lines=["• advice"], top=144),
                Text(lines=["1. on patents"], top=158, left=LEFT + 24),
                Text(lines=["2. on sales"], top=172, left=LEFT + 24),
                Text(lines=["• meals"], top=186),
            ]
        ]
    )
    read = document(data)
    items = [one for one in read.blocks if one.kind is BlockKind.LIST_ITEM]

    assert [(read.text[one.start : one.end], one.level) for one in items] == [
        ("- laboratories that are hired by the hour, with the help of the staff", 1),
        ("- advice", 1),
        ("1. on patents", 2),
        ("2. on sales", 2),
        ("- meals", 1),
    ]


def test_ligatures_and_letters_of_an_embedded_font_are_plain_letters() -> None:
    data = drawn(
        [[Text(lines=["The ﬁrst oﬃce is in Malmö, när Öresund."], top=100)]], font="Vera.ttf"
    )
    text = document(data).text

    assert text.startswith("The first o")
    assert text.endswith("is in Malmö, när Öresund.")


def test_a_table_of_contents_is_left_out_and_dots_elsewhere_are_not() -> None:
    contents = [f"{number} Chapter {'. ' * 40}{number + 3}" for number in range(1, 6)]
    data = drawn(
        [
            [
                Text(lines=contents, top=100),
                Text(lines=[FILLER] * 2, top=300),
                Text(lines=["Room for two . . . . . . . . 400 kronor"], top=400),
            ]
        ]
    )
    text = document(data).text

    assert "Chapter" not in text
    assert "Room for two" in text
    assert "400 kronor" in text


@pytest.mark.parametrize("turn", [90, 270])
def test_a_page_that_lies_on_its_side_is_read_as_it_is_seen(turn: int) -> None:
    page = [Text(lines=LEFT_COLUMN, top=150), Text(lines=RIGHT_COLUMN, top=150, left=330)]

    assert document(drawn([page], turn=turn)).text == document(drawn([page])).text


def test_what_stands_beside_the_page_is_left_out() -> None:
    page = [Text(lines=[FILLER] * 3, top=100), Text(lines=["Beyond the edge"], top=300, left=700)]

    assert "edge" not in document(drawn([page])).text


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Annual report 2025", "Annual report 2025"),
        ("Microsoft Word - final_v3.docx", "Annual report 2025"),
        ("", "Annual report 2025"),
    ],
)
def test_the_title_is_what_a_reader_sees(stated: str, title: str) -> None:
    page = [
        Text(lines=["Annual report 2025"], top=100, size=24),
        Text(lines=[FILLER] * 9, top=160),
    ]

    assert document(drawn([page], title=stated)).title == title


def test_a_sensible_stated_title_is_taken_where_no_heading_is_seen() -> None:
    page = [Text(lines=[FILLER] * 9, top=160)]

    assert document(drawn([page], title="The plan for 2027")).title == "The plan for 2027"
    assert document(drawn([page], title="untitled")).title == "a"


def test_a_page_without_text_is_counted() -> None:
    first, last = [Text(lines=["First."], top=100)], [Text(lines=["Last."], top=100)]
    read = document(drawn([first, [], last, []]))

    assert read.page_at(read.text.index("Last")) == 3
    assert [begun.page for begun in read.page_starts()] == [1, 2, 3, 4]


def test_pages_that_are_pictures_among_others_are_named() -> None:
    read = document(pdf_files.scanned(pages=2, words="Alfa takes no equity."))

    assert read.text == "Alfa takes no equity."
    assert read.metadata == {"unread_pages": "2-3"}


def test_figures_in_large_type_stand_with_what_they_count() -> None:
    figures = [
        Text(lines=[words], top=100, left=left, size=30)
        for words, left in (("182", LEFT), ("2 800", 230), ("9", 400))
    ]
    names = [
        Text(lines=lines, top=140, left=left)
        for lines, left in (
            (["tenant companies", "in the houses"], LEFT),
            (["people at work"], 230),
            (["laboratories"], 400),
        )
    ]
    data = drawn([[Text(lines=[FILLER] * 6, top=300), *figures, *names]])

    assert shown(data, BlockKind.TABLE_ROW) == [
        "182 tenant companies in the houses", "2 800 people at work", "9 laboratories",
    ]  # fmt: skip


def test_the_names_of_columns_belong_to_the_table_even_where_they_stand_apart() -> None:
    names = [
        Text(lines=[name], top=100, left=left, bold=True)
        for name, left in (("SEK million", LEFT), ("2024", 200), ("2025", 300))
    ]
    rows = [
        Text(lines=["Rent", "Grants"], top=114),
        Text(lines=["44.0", "4.0"], top=114, left=255),
        Text(lines=["47.9", "4.5"], top=114, left=355),
    ]
    data = drawn([[Text(lines=[FILLER] * 6, top=300), *names, *rows]])

    assert shown(data, BlockKind.TABLE_ROW) == [
        "SEK million | 2024 | 2025", "Rent | 44.0 | 47.9", "Grants | 4.0 | 4.5",
    ]  # fmt: skip
    assert shown(data, BlockKind.HEADING) == []


def test_marks_of_notes_go_and_squares_stay() -> None:
    width = pdf_files.width_of("It has no profit"), pdf_files.width_of("It has 90 m")
    raised = [
        Text(lines=["1"], top=96, left=LEFT + width[0], size=6),
        Text(lines=["2"], top=116, left=LEFT + width[1], size=6),
    ]
    page = [
        Text(lines=["It has no profit"], top=100),
        raised[0],
        Text(lines=["It has 90 m"], top=120),
        raised[1],
    ]

    assert document(drawn([page])).text == "It has no profit It has 90 m2"


def test_an_address_keeps_its_lines() -> None:
    lines = ["Kajen Science Park", "Kajgatan 4", "211 20 Malmö", "info@kajen.example"]
    data = drawn([[Text(lines=lines, top=100), Text(lines=[FILLER] * 6, top=300)]])

    assert document(data).text.startswith("\n".join(lines))


BAD = [
    (b"hello", UnreadableDocument, "no PDF file"),
    (b"%PDF-1.7\n", UnreadableDocument, "damaged or cut off"),
    (report()[: len(report()) // 2], UnreadableDocument, "damaged or cut off"),
    (drawn([[Text(lines=["Hidden."], top=90)]], locked_by="x"), UnreadableDocument, "password"),
    (pdf_files.scanned(), EmptyDocument, r"scanned \(1 page\).*OCR"),
    (pdf_files.page_tree_in_a_circle(), EmptyDocument, "no text"),
    (b"", EmptyDocument, "the file is empty"),
]  # fmt: skip


@pytest.mark.parametrize("at", range(len(BAD)))
def test_a_bad_file_is_refused_in_one_sentence(at: int) -> None:
    data, error, said = BAD[at]

    with pytest.raises(error, match=said) as caught:
        document(data)
    assert str(caught.value).endswith(".")
    assert str(caught.value).count(". ") == 0


def test_cross_references_in_a_circle_do_no_harm() -> None:
    assert document(pdf_files.cross_references_in_a_circle()).text == "Words"


def test_a_file_that_unpacks_to_more_than_the_memory_given_is_one_refusal() -> None:
    with pytest.raises(UnreadableDocument, match="memory"):
        document(pdf_files.flate_bomb())


def test_a_file_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_BASE_SECONDS", 1)
    monkeypatch.setattr(parsing, "_SECONDS_PER_MB", 0)

    with pytest.raises(UnreadableDocument, match="more than 1 seconds"):
        document(pdf_files.one_page_many_times())


def test_a_bad_file_among_good_ones_is_one_failure_and_leaves_no_files(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "good.pdf").write_bytes(report())
    (folder / "bomb.pdf").write_bytes(pdf_files.flate_bomb())
    (folder / "notes.md").write_text("# Notes\n\nAlfa opened in 2004.\n")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    before = set(folder.iterdir())

    found = list(load_documents(discover([folder]).files))

    assert [one.title for one in found if isinstance(one, Document)] == [
        "Annual report 2025",
        "Notes",
    ]
    assert len(found) == 3
    assert set(folder.iterdir()) == before


def test_the_child_gets_no_secret_and_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_LLM_API_KEY", "secret")
    seen: list[dict[str, str]] = []
    started = subprocess.Popen

    def watched(*args: object, **options: object) -> object:
        environment = options["env"]
        assert isinstance(environment, dict)
        seen.append(environment)
        return started(*args, **options)  # type: ignore[call-overload]  # as it was called

    monkeypatch.setattr(subprocess, "Popen", watched)
    document(report())

    assert "ASSISTANT_LLM_API_KEY" in os.environ
    assert [name for name in seen[0] if name.startswith("ASSISTANT")] == []


def test_whoever_stops_waiting_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[subprocess.Popen[bytes]] = []

    def interrupt(child: subprocess.Popen[bytes], _data: bytes) -> None:
        children.append(child)
        # To the thread that waits, as a terminal's Ctrl+C comes to it.
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    monkeypatch.setattr(parsing, "_feed", interrupt)
    # Several processes of tests leave Ctrl+C to the one that started them.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            document(report())
    finally:
        signal.signal(signal.SIGINT, before)

    assert [child.poll() is not None for child in children] == [True]


def test_a_child_that_says_nonsense_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_RUN", "print('{\"items\": [1]}')")

    with pytest.raises(CorpusError, match="gave up"):
        document(report())
