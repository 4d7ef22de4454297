"""A list of what is left out denies what is of that sort, and leaves the rest open."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.composing.excluded import leaves_open
from assistant.evidence.statements import statements_of
from tests.fakes_answering import make_document, make_passage

PASSAGE = make_passage(
    make_document(
        "Alfa",
        "Alfa does not invest in consultancy, retail or property. Alfa does not invest abroad.",
    )
)
LIST, PLAIN = statements_of(PASSAGE)


class Shops:
    """Finds shops like retail."""

    def word_likeness(self, words: Sequence[str], texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give 0.4 for "shop" where there is retail, else 0.1."""
        return np.array(
            [[0.4 if word == "shop" and "retail" in text else 0.1 for word in words]
             for text in texts],
            dtype=np.float32,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "is_open"),
    [
        ("Does Alfa invest in software?", True),
        ("Does Alfa invest in a company that makes sensors?", True),
        ("Does Alfa invest in retail?", False),
        ("Does Alfa invest in a small shop?", False),
        ("Does Alfa invest in new companies?", False),
        ("Does Alfa have a property?", False),
    ],
)
def test_only_what_is_like_something_listed_is_left_out(question: str, *, is_open: bool) -> None:
    assert leaves_open(question, LIST, Shops()) is is_open


def test_what_lists_nothing_leaves_nothing_open() -> None:
    assert not leaves_open("Does Alfa invest in software?", PLAIN, Shops())
    assert not leaves_open("Does Alfa invest in software?", LIST, None)
