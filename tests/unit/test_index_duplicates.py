"""Of passages with the same words one is enough, unless they may speak of different things."""

from index.duplicates import without_duplicates
from index.passage import Passage, ScoredPassage

LONG = " ".join(f"word{number}" for number in range(40))


def scored(text: str, *, title: str = "SmiLe", place: int = 1) -> ScoredPassage:
    """A passage that stands at a place of its own."""
    passage = Passage(
        passage_id=f"p{place}", document_id=f"d{place}", ordinal=0, start=0, end=len(text),
        text=text, title=title,
    )  # fmt: skip
    return ScoredPassage(passage=passage, score=1 / place)


def kept(*passages: ScoredPassage) -> list[str]:
    """The ids of what is left."""
    return [each.passage.passage_id for each in without_duplicates(passages)]


def test_the_better_of_two_copies_is_kept() -> None:
    assert kept(scored(LONG), scored(f"{LONG.title()}.", place=2), scored("Else", place=3)) == [
        "p1",
        "p3",
    ]


def test_a_short_copy_under_the_same_title_is_left_out() -> None:
    assert kept(scored("Takes no equity."), scored("Takes no equity", place=2)) == ["p1"]


def test_short_passages_about_different_things_are_both_kept() -> None:
    assert kept(scored("Takes no equity."), scored("Takes no equity.", title="NOME", place=2)) == [
        "p1",
        "p2",
    ]


def test_one_word_or_number_more_makes_another_passage() -> None:
    assert kept(scored(LONG), scored(f"{LONG} 2019", place=2), scored(f"not {LONG}", place=3)) == [
        "p1",
        "p2",
        "p3",
    ]
