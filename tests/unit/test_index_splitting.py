import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from corpus.document import Block, BlockKind, Document
from corpus.reading import TextBuilder, Turn
from index.passage import Passage
from index.splitting import Splitter
from index.splitting_options import SplittingOptions

OPTIONS = SplittingOptions(min_tokens=10, target_tokens=20, max_tokens=40)


def count_words(text: str) -> int:
    return len(text.split())


def count_letters(text: str) -> int:
    """Count words that have a letter or digit, as tokenizers do that drop unknown signs."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def document(builder: TextBuilder, title: str = "Title") -> Document:
    text, blocks = builder.build()
    return Document(
        document_id="doc",
        title=title,
        source="s.md",
        language="en",
        text=text,
        content_hash="",
        blocks=blocks,
    )


def split(builder: TextBuilder, title: str = "Title") -> tuple[Passage, ...]:
    return Splitter(count_words, OPTIONS).split(document(builder, title))


def words(count: int, word: str = "word") -> str:
    return " ".join([word] * (count - 1) + ["end."])


def test_a_heading_stays_with_its_text_and_names_its_path() -> None:
    builder = TextBuilder()
    builder.heading("Title", 1)
    builder.paragraph(words(15))
    builder.heading("Money", 2)
    builder.paragraph(words(15, "money"))
    builder.heading("Grants", 3)
    builder.paragraph(words(15, "grant"))
    passages = split(builder)
    assert [passage.heading for passage in passages] == [None, "Money", "Money > Grants"]
    assert [passage.text.split("\n\n")[0] for passage in passages] == ["Title", "Money", "Grants"]


def test_the_path_keeps_a_first_heading_that_is_not_the_title() -> None:
    builder = TextBuilder()
    builder.heading("Part", 1)
    builder.heading("Money", 2)
    builder.paragraph("Text.")
    assert [p.heading for p in split(builder)] == ["Part > Money"]
    assert [p.heading for p in split(builder, title="part")] == ["Money"]


def test_a_heading_without_text_goes_with_its_first_subsection_only() -> None:
    builder = TextBuilder()
    builder.heading("Money", 1)
    builder.heading("Grants", 2)
    builder.paragraph("Text of grants.")
    builder.heading("Founded 1998", 2)
    builder.heading("Loans", 2)
    builder.paragraph("Text of loans.")
    builder.heading("Contact", 1)
    assert [(p.heading, p.text) for p in split(builder)] == [
        ("Money > Grants", "Money\n\nGrants\n\nText of grants."),
        ("Money > Founded 1998", "Founded 1998"),
        ("Money > Loans", "Loans\n\nText of loans."),
        ("Contact", "Contact"),
    ]


def test_a_break_ends_the_heading_path() -> None:
    builder = TextBuilder()
    builder.heading("Lab", 2)
    builder.paragraph("One.")
    builder.end_section()
    builder.paragraph("Two.")
    builder.paragraph("Three.")
    builder.heading("Hub", 2)
    builder.paragraph("Four.")
    assert [(p.heading, p.text) for p in split(builder)] == [
        ("Lab", "Lab\n\nOne."),
        (None, "Two.\n\nThree."),
        ("Hub", "Hub\n\nFour."),
    ]


def test_small_paragraphs_are_joined_up_to_the_target() -> None:
    builder = TextBuilder()
    for _ in range(6):
        builder.paragraph(words(9))
    assert [count_words(p.text) for p in split(builder)] == [18, 18, 18]


def test_a_short_rest_joins_the_passage_before_up_to_the_maximum() -> None:
    builder = TextBuilder()
    builder.paragraph(words(30))
    builder.paragraph(words(5))
    assert [count_words(p.text) for p in split(builder)] == [35]


def test_paragraphs_of_a_good_length_stay_apart() -> None:
    builder = TextBuilder()
    builder.paragraph(words(15))
    builder.paragraph(words(15))
    assert [count_words(p.text) for p in split(builder)] == [15, 15]


def test_a_lead_in_and_its_list_stay_together() -> None:
    builder = TextBuilder()
    builder.paragraph(words(18))
    builder.paragraph("The partners of the whole project at this time are these:")
    for number in range(6):
        builder.list_item(f"partner {number} of", level=1 + number % 2, marker="-")
    builder.paragraph(words(18))
    first, second, third = split(builder)
    assert first.text == words(18)
    assert second.text.startswith("The partners")
    assert second.text.endswith("- partner 5 of")
    assert third.text == words(18)


def test_a_list_that_is_too_long_is_cut_between_items_after_its_lead_in() -> None:
    builder = TextBuilder()
    builder.paragraph("Partners:")
    for number in range(20):
        builder.list_item(f"number {number} is a partner", level=1, marker="-")
    passages = split(builder)
    assert passages[0].text.startswith("Partners:\n- number 0")
    assert all(p.text.endswith("is a partner") for p in passages)
    assert all(count_words(p.text) <= 40 for p in passages)
    assert len(passages) == 4


def test_a_paragraph_that_is_too_long_is_cut_between_sentences() -> None:
    builder = TextBuilder()
    builder.heading("Long", 2)
    builder.paragraph(" ".join(f"Dr. Sentence number {n} has these nine words." for n in range(20)))
    passages = split(builder)
    assert passages[0].text.startswith("Long\n\nDr.")
    assert all(p.text.startswith("Dr. Sentence") for p in passages[1:])
    assert all(p.text.endswith("nine words.") for p in passages)
    assert all(p.heading == "Long" for p in passages)
    assert all(count_words(p.text) <= 40 for p in passages)


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    builder = TextBuilder()
    builder.paragraph("uncut " * 100)
    passages = split(builder)
    assert {word for p in passages for word in p.text.split()} == {"uncut"}
    assert all(10 <= count_words(p.text) <= 40 for p in passages)


def test_a_word_that_is_too_long_is_cut_anywhere() -> None:
    builder = TextBuilder()
    builder.paragraph("x" * 100_000)
    passages = Splitter(lambda text: -(-len(text) // 4)).split(document(builder))
    assert "".join(p.text for p in passages) == "x" * 100_000
    assert all(len(p.text) <= 800 for p in passages)


@pytest.mark.parametrize("sign", ["\uf0b7", "\ufffd", "\u0301"])
def test_lone_signs_that_are_no_token_between_sentences_are_kept_in_place(sign: str) -> None:
    builder = TextBuilder()
    builder.paragraph(((words(20) + " ") * 2 + f"\n{sign}\n") * 6)
    passages = Splitter(count_letters, OPTIONS).split(document(builder))
    assert "".join(p.text for p in passages).count(sign) == 6
    assert all(count_words(p.text) <= OPTIONS.max_tokens + 2 for p in passages)


def test_a_huge_heading_does_not_make_a_huge_passage() -> None:
    builder = TextBuilder()
    builder.heading("word " * 100, 1)
    builder.paragraph("Text.")
    assert all(count_words(p.text) <= 40 for p in split(builder))


def test_ids_depend_on_document_place_and_text_alone() -> None:
    builder = TextBuilder()
    builder.paragraph("Same.")
    builder.heading("H", 1)
    builder.paragraph(words(15))
    builder.heading("H", 1)
    builder.paragraph(words(15))
    passages = split(builder)
    assert passages == split(builder)
    assert len({p.passage_id for p in passages}) == len(passages) == 3
    assert all(p.passage_id.startswith("doc-") for p in passages)


def test_a_document_without_blocks_gives_no_passages() -> None:
    assert split(TextBuilder()) == ()


def test_pages_are_kept() -> None:
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, start=0, end=4, page=3),
        Block(kind=BlockKind.PARAGRAPH, start=6, end=10, page=4),
    )
    pages = Document(
        document_id="d",
        title="t",
        source="s",
        language="en",
        text="One.\n\nTwo.",
        content_hash="",
        blocks=blocks,
    )
    options = SplittingOptions(min_tokens=0, target_tokens=16, max_tokens=32)
    passages = Splitter(lambda text: len(text) * 3, options).split(pages)
    assert [p.page for p in passages] == [3, 4]


def test_a_page_that_begins_within_a_paragraph_parts_nothing() -> None:
    builder = TextBuilder()
    builder.page(1)
    builder.paragraph("The park has one laboratory.", turns=[Turn(at=13, page=2)])
    builder.page(3)
    builder.paragraph("It is old.")
    text, blocks = builder.build()
    paged = Document(
        document_id="d",
        title="t",
        source="s",
        language="en",
        text=text,
        content_hash="",
        blocks=blocks,
    )

    (whole,) = Splitter(len, SplittingOptions()).split(paged)
    assert (whole.text, whole.page) == (text, 1)
    starts = [text.index(words) for words in ("The park", "one laboratory", "It is")]
    assert [paged.page_at(start) for start in starts] == [1, 2, 3]
    assert paged.page_at(starts[1] - 1) == 1


def test_lengths_must_not_decrease() -> None:
    with pytest.raises(ValidationError, match="must not decrease"):
        SplittingOptions(min_tokens=100, target_tokens=50)


# The tokenizer of the default model has no token for them.
NO_TOKENS = ["\uf0b7", "\n\ufffd\n", " \u0301"]
text_pieces = st.lists(
    st.sampled_from(["word", "End.", "Dr.", "e.g.", "x" * 70, "å", "|", "\n", "?", *NO_TOKENS]),
    min_size=1,
    max_size=60,
).map(" ".join)
steps = st.lists(
    st.tuples(
        st.sampled_from(["h1", "h2", "h3", "p", "lead", "item", "row", "code", "break"]),
        text_pieces,
    ),
    max_size=15,
)


def build(plan: list[tuple[str, str]]) -> TextBuilder:
    builder = TextBuilder()
    for kind, text in plan:
        match kind:
            case "h1" | "h2" | "h3":
                builder.heading(text, int(kind[1]))
            case "lead":
                builder.paragraph(f"{text} are:")
            case "item":
                builder.list_item(text, level=1, marker="-")
            case "row":
                builder.table_row([text, text])
            case "code":
                builder.code(text)
            case "break":
                builder.end_section()
            case _:
                builder.paragraph(text)
    return builder


@settings(deadline=None)  # the first long paragraph imports llama-index
@given(steps, st.sampled_from([count_words, count_letters, len, lambda text: -(-len(text) // 4)]))
def test_passages_hold_all_text_once_and_in_order(
    plan: list[tuple[str, str]], count: object
) -> None:
    assert callable(count)
    whole = document(build(plan))
    end = 0
    for ordinal, passage in enumerate(Splitter(count, OPTIONS).split(whole)):
        assert passage.ordinal == ordinal
        assert end <= passage.start < passage.end
        assert passage.text == whole.text[passage.start : passage.end] == passage.text.strip()
        assert not whole.text[end : passage.start].strip()
        end = passage.end
    assert not whole.text[end:].strip()


@settings(deadline=None)  # see above
@given(steps)
def test_no_passage_is_longer_than_the_maximum(plan: list[tuple[str, str]]) -> None:
    for passage in Splitter(count_words, OPTIONS).split(document(build(plan))):
        assert count_words(passage.text) <= OPTIONS.max_tokens


@settings(deadline=None)  # see above
@given(steps)
def test_text_of_two_sections_is_never_in_one_passage(plan: list[tuple[str, str]]) -> None:
    whole = document(build(plan))
    for passage in Splitter(count_words, OPTIONS).split(whole):
        inside = [b for b in whole.blocks if passage.start <= b.start and b.end <= passage.end]
        kinds = [b.kind for b in inside if b.start > passage.start and b.end < passage.end]
        body = [kind not in (BlockKind.HEADING, BlockKind.BREAK) for kind in kinds]
        assert BlockKind.BREAK not in kinds
        assert body == sorted(body)  # headings first
