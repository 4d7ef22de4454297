"""When an approved answer is served to another question than it was written for.

Measured on pairs by hand, and on the questions of a public set, where two about one paragraph
seldom ask the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.approved.matching import SentenceEncoder, serves_each
from assistant.approved.wording import Wording, is_same, wording_of
from eval.cases import DatasetError, Split, Text
from eval.squad import Question

SHIPPED_PAIRS = Path(__file__).parent / "data" / "approved" / "pairs.jsonl"
"""Questions about an ecosystem with other wordings and near misses; see decision 17."""


class Pairs(BaseModel):
    """A question, what asks the same, and what nearly does."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    split: Split
    question: Text
    same: tuple[Text, ...]
    different: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Another question held against one, and whether it was served."""

    question: str
    other: str
    is_same: bool
    served: bool


def load_pairs(path: Path = SHIPPED_PAIRS) -> tuple[Pairs, ...]:
    """Read pairs, a question with its others on each line.

    Raises:
        DatasetError: The file cannot be read, or a line is no such pair.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"cannot be read ({error}); check the path.", path=path) from error
    pairs = []
    for number, line in enumerate(lines, start=1):
        try:
            pairs.append(Pairs.model_validate_json(line))
        except ValidationError as error:
            problem = str(error.errors(include_url=False)[0]["msg"])
            raise DatasetError(f"{problem}; mend this line.", path=path, line=number) from error
    return tuple(pairs)


def measure_matching(
    pairs: Sequence[Pairs], encoder: SentenceEncoder | None = None, *, show: bool = False
) -> Iterator[Mapping[str, object]]:
    """Give the figures of each split, and of all its questions held against each other.

    With `show`, the wrong ones of the dev split are among the figures; those of the test split
    never are.
    """
    model = encoder or _open_encoder()
    for split in Split:
        chosen = [one for one in pairs if one.split is split]
        judged = list(_judge(chosen, model))
        same = [one for one in judged if one.is_same]
        different = [one for one in judged if not one.is_same]
        figures: dict[str, object] = {
            "split": split.value,
            "same": len(same),
            "same_served": sum(one.served for one in same),
            "different": len(different),
            "different_served": sum(one.served for one in different),
            **_across(chosen, model),
        }
        if show and split is Split.DEV:
            figures["wrong"] = [
                [one.question, one.other] for one in judged if one.served != one.is_same
            ]
        yield figures


def _judge(pairs: Iterable[Pairs], encoder: SentenceEncoder) -> Iterator[Judged]:
    for one in pairs:
        for others, is_the_same in ((one.same, True), (one.different, False)):
            served = serves_each([one.question], others, encoder)
            for other, is_served in zip(others, served, strict=True):
                yield Judged(
                    question=one.question, other=other, is_same=is_the_same, served=is_served
                )


def _across(pairs: Sequence[Pairs], encoder: SentenceEncoder) -> Mapping[str, int]:
    """Hold each line's wordings against those of all other lines."""
    tried = served = 0
    for one in pairs:
        mine = (one.question, *one.same)
        for other in pairs:
            if other is not one:
                asked = (other.question, *other.same)
                tried += len(asked)
                served += sum(serves_each(mine, asked, encoder))
    return {"across": tried, "across_served": served}


def count_taken_for_same(questions: Iterable[Question]) -> Mapping[str, object]:
    """Count the pairs of questions on one article that the rules alone take for the same.

    Pairs with an answer in common are told apart from those without; of these the ones that differ
    in having an answer at all say little, since a question may be asked again of a paragraph that
    does not answer it.
    """
    by_key: defaultdict[tuple[object, ...], list[tuple[Wording, Question]]] = defaultdict(list)
    number = 0
    taken = agreeing = 0
    disagreeing: list[list[str]] = []
    for question in questions:
        number += 1
        wording = wording_of(question.question)
        bucket = by_key[(question.title, *wording.key)]
        for other, before in bucket:
            if other.exact == wording.exact or not is_same(other, wording):
                continue
            taken += 1
            mine, others = _folded(question.answers), _folded(before.answers)
            if mine & others:
                agreeing += 1
            elif mine and others:
                disagreeing.append([before.question, question.question])
        bucket.append((wording, question))
    return {
        "questions": number,
        "taken_for_same": taken,
        "with_an_answer_in_common": agreeing,
        "with_other_answers": disagreeing,
    }


def _folded(answers: Iterable[str]) -> set[str]:
    return {answer.casefold() for answer in answers}


def _open_encoder() -> SentenceEncoder:
    from index.encoding import SentenceTransformerEncoder  # loads a model when it encodes

    return SentenceTransformerEncoder()
