"""Puts questions that mean the same together, by the encoder's vectors and the names in them.

Complete linkage (Defays 1977, as scipy has it): in a group every question is like every other, so
that no chain of small steps leads from one subject to another. Measured in decision 0018.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.insights.telling import Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

# From this mean of both cosines on, two questions are one; found on questions put into groups by
# hand, see decision 0018.
LEAST_LIKENESS = 0.575
# Comparing each with each takes the square of their number: 0.2 s for so many.
MOST_COMPARED = 2000

# "Which incubators take no equity?" names a group better than "wich incubater dont take equty".
_WHOLE_SENTENCE = 1.15


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vectors:
    """Rows of length 1, one per question: of the whole, and of it without its names."""

    whole: "NDArray[np.float32]"
    rest: "NDArray[np.float32]"

    def likeness(self, some: Sequence[int], others: Sequence[int]) -> "NDArray[np.float32]":
        """Give the mean of both cosines, shape (some, others)."""
        whole = self.whole[list(some)] @ self.whole[list(others)].T
        rest = self.rest[list(some)] @ self.rest[list(others)].T
        mean: NDArray[np.float32] = (whole + rest) * np.float32(0.5)
        return mean


def group_alike(
    vectors: Vectors,
    named: Sequence[frozenset[str]],
    weights: Sequence[int],
    kinds: Sequence[Kind] = (),
) -> tuple[tuple[int, ...], ...]:
    """Group questions by meaning; only those that name the same come together.

    Args:
        vectors: Of the questions.
        named: The names and numbers in each.
        weights: How often each was asked. Of more than `MOST_COMPARED` that name the same, the
            rarest only join groups of the others and make none among themselves.
        kinds: What each asks for: those that say different things do not come together. Without
            any, nothing is told apart by them.

    Returns:
        Positions of the questions, each in one group, in the order of the questions.
    """
    blocks: dict[frozenset[str], list[int]] = {}
    for at, names in enumerate(named):
        blocks.setdefault(names, []).append(at)
    codes = _codes(kinds or [Kind()] * len(named))
    groups = [
        group for block in blocks.values() for group in _in_block(block, vectors, weights, codes)
    ]
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def most_central(
    group: Sequence[int], shares: Sequence[int], vectors: Vectors, *, whole: Sequence[bool]
) -> int:
    """Give the question nearest to all askings of a group; the first of equals.

    Args:
        group: Positions of the questions, at least one.
        shares: How often each of them was asked.
        vectors: Of all questions.
        whole: Which of them are whole sentences: these go before others that are hardly nearer.
    """
    weights = np.array(shares, dtype=np.float32)
    full, rest = vectors.whole[list(group)], vectors.rest[list(group)]
    # The sum of a question's likenesses to all is its likeness to their sum.
    likeness = full @ (weights @ full) + rest @ (weights @ rest)
    likeness = likeness * np.where(whole, _WHOLE_SENTENCE, 1)
    # Rounded, so that what is equal but for the order of adding counts as equal.
    return group[int(np.round(likeness, 4).argmax())]


def _codes(kinds: Sequence[Kind]) -> "NDArray[np.int64]":
    """Give a row of numbers for each kind, the same for the same; 0 for what it does not say."""
    said = [(f"ask {kind.ask}", f"deed {kind.deed}") for kind in kinds]
    numbers = {
        text: at + 1 for at, text in enumerate(dict.fromkeys(t for row in said for t in row))
    }
    numbers |= {"ask ": 0, "deed ": 0}
    return np.array([[numbers[text] for text in row] for row in said], dtype=np.int64)


def _likeness(
    some: Sequence[int], others: Sequence[int], vectors: Vectors, codes: "NDArray[np.int64]"
) -> "NDArray[np.float32]":
    """Give how alike questions are; those of different kinds are not at all."""
    likeness = vectors.likeness(some, others)
    for column in codes.T:
        one, other = column[list(some), None], column[None, list(others)]
        likeness[(one != other) & (one > 0) & (other > 0)] = -1
    return likeness


def _in_block(
    block: list[int], vectors: Vectors, weights: Sequence[int], codes: "NDArray[np.int64]"
) -> list[list[int]]:
    by_weight = sorted(block, key=lambda at: -weights[at])
    compared, rare = by_weight[:MOST_COMPARED], by_weight[MOST_COMPARED:]
    groups = _linked(compared, vectors, codes)
    if not rare:
        return groups
    # The row of a group's first question stands for the group here.
    likeness = _likeness(rare, [group[0] for group in groups], vectors, codes)
    nearest = likeness.argmax(axis=1)
    for at, place, best in zip(rare, nearest, likeness.max(axis=1), strict=True):
        if best >= LEAST_LIKENESS:
            groups[int(place)].append(at)
        else:
            groups.append([at])
    return groups


def _linked(block: list[int], vectors: Vectors, codes: "NDArray[np.int64]") -> list[list[int]]:
    if len(block) == 1:
        return [block]
    # Here, since it takes a third of a second and only staff need it.
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distances = np.clip(1 - _likeness(block, block, vectors, codes), 0, 2)
    np.fill_diagonal(distances, 0)
    tree = linkage(squareform(distances, checks=False), method="complete")
    labels = fcluster(tree, t=1 - LEAST_LIKENESS, criterion="distance")
    groups: dict[int, list[int]] = {}
    for at, label in zip(block, labels, strict=True):
        groups.setdefault(int(label), []).append(at)
    return list(groups.values())
