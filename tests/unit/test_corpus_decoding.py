from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import decode_text
from corpus.errors import UnreadableDocument

SWEDISH = "Malmö stad och Lunds kommun är med i Skåne – “ja”, säger de."


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\ufffd")))
def test_utf_8_comes_back_as_written(text: str) -> None:
    assert decode_text(text.encode("utf-8"), "s") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8", "cp1252"])
def test_swedish_comes_back_from_any_usual_encoding(encoding: str) -> None:
    assert decode_text(SWEDISH.encode(encoding), "s") == SWEDISH


@pytest.mark.parametrize("word", ["Skåne", "Malmö", "Mälaren är stor"])
def test_even_one_word_in_a_western_encoding_is_told(word: str) -> None:
    assert decode_text(word.encode("cp1252"), "s") == word


def test_cyrillic_in_an_old_encoding_is_told() -> None:
    text = "Привет, как дела? Это русский текст о науке и инновациях."
    assert decode_text(text.encode("cp1251"), "s") == text


def test_utf_8_cut_in_the_middle_of_a_letter_stays_utf_8() -> None:
    assert decode_text(("å" * 50 + "ö").encode()[:-1], "s") == "å" * 50 + "\ufffd"


def test_a_declared_encoding_is_used() -> None:
    assert decode_text("Zażółć".encode("iso8859-2"), "s", declared="ISO-8859-2") == "Zażółć"


def test_latin_1_is_read_as_the_web_reads_it() -> None:
    assert decode_text(b"\x93ja\x94", "s", declared="ISO-8859-1") == "“ja”"


@pytest.mark.parametrize("declared", ["no-such", "punycode", "unicode_escape", "rot13", "idna"])
def test_a_declared_encoding_that_no_page_may_have_is_ignored(declared: str) -> None:
    assert decode_text("Skåne \\x41".encode(), "s", declared=declared) == "Skåne \\x41"


def test_bytes_that_are_no_text_are_refused_by_name() -> None:
    with pytest.raises(UnreadableDocument, match=r"'logo\.txt'.*save it as UTF-8"):
        decode_text(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xfd\xfc" * 20, "logo.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_clear_error(data: bytes) -> None:
    with suppress(UnreadableDocument):
        assert isinstance(decode_text(data, "s"), str)
