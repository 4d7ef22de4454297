import pytest

from corpus.languages import detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The incubator takes no equity in the companies that it supports, and asks no fee."),
        ("sv", "Inkubatorn tar inga ägarandelar i de företag som den stöder och tar ingen avgift."),
        (
            "da",
            "Inkubatoren tager ingen andel i de virksomheder, som den støtter, og intet gebyr.",
        ),
        (
            "de",
            "Er nimmt keine Anteile an den Unternehmen, die er unterstützt, und kein Geld.",
        ),
    ],
)
def test_a_sentence_is_enough_to_tell_the_language(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Lund", "2017 " * 100, "Öppet labb i Skåne"])
def test_too_few_letters_leave_the_language_open(text: str) -> None:
    assert detect_language(text) == "und"
