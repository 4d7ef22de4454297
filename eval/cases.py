"""The questions of the evaluation set: one Case a line of JSON, read and checked into a Dataset.

Nothing here asks or judges; `runner` asks, `matching` and `metrics` judge.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from assistant.model import Status
from eval.matching import normalise

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


class Kind(StrEnum):
    """What a question asks for, or what it puts to the test."""

    FACT = "fact"
    DESCRIPTION = "description"
    ENUMERATION = "enumeration"
    WHICH = "which"
    HOW_MANY = "how_many"
    YES_NO = "yes_no"
    COMPARE = "compare"
    CONFLICT = "conflict"
    UNANSWERABLE = "unanswerable"
    SMALL_TALK = "small_talk"
    MISSPELT = "misspelt"
    KEYWORD = "keyword"
    INJECTION = "injection"
    FOLLOW_UP = "follow_up"


class Split(StrEnum):
    """Which half of the set: `dev` is tuned on, `test` is looked at as a figure only."""

    DEV = "dev"
    TEST = "test"


class DatasetError(Exception):
    """An evaluation set that cannot be used; the message names file, line and field."""

    def __init__(
        self, problem: str, *, path: Path, line: int | None = None, field: str | None = None
    ) -> None:
        """Remember where; `line` counts from 1."""
        place = str(path)
        if line is not None:
            place += f", line {line}"
        if field:
            place += f", field {field!r}"
        super().__init__(f"{place}: {problem}")
        self.path = path
        self.line = line
        self.field = field


class Evidence(BaseModel):
    """Where the answer stands: `quote` is verbatim visible text of the file named `document`."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    document: Text
    quote: Text


class Case(BaseModel):
    """One question with what a right answer has to say, and where that stands.

    Attributes:
        case_id: Unique in the set.
        history: Earlier questions of the conversation, asked in this order first.
        rewrite: The standalone question a human would write for a follow-up.
        expected_answers: Every group must be found in the answer, any alternative of a group does.
        starts_with: How a yes/no answer has to begin.
        forbidden: What must not occur in the answer.
        evidence: Every place that the answer needs; empty when declining is right.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    case_id: Text
    kind: Kind
    split: Split
    question: Text
    history: tuple[Text, ...]
    rewrite: Text | None
    expected_status: Status
    expected_answers: tuple[tuple[Text, ...], ...]
    starts_with: Literal["Yes", "No"] | None
    forbidden: tuple[Text, ...]
    evidence: tuple[Evidence, ...]

    @model_validator(mode="after")
    def _check(self) -> "Case":
        for problem in (*self._evidence_problems(), *self._expectation_problems()):
            raise ValueError(problem)
        if self.kind is Kind.FOLLOW_UP and not (self.history and self.rewrite):
            raise ValueError("a follow_up needs 'history' and 'rewrite'")
        return self

    def _evidence_problems(self) -> Iterator[str]:
        if self.expected_status == "declined" and self.evidence:
            yield "a declined case has no evidence; empty 'evidence' or expect 'answered'"
        if self.expected_status == "answered" and bool(self.evidence) == (
            self.kind is Kind.SMALL_TALK
        ):
            yield "an answered case needs evidence, and small_talk has none; mend 'evidence'"

    def _expectation_problems(self) -> Iterator[str]:
        for group in (*self.expected_answers, self.forbidden):
            for text in group:
                if not normalise(text):
                    yield f"{text!r} has no letter or digit and would match everything"
        if not all(self.expected_answers):
            yield "a group of 'expected_answers' is empty; give at least one alternative"
        expectations = bool(self.expected_answers or self.starts_with)
        if self.expected_status == "declined" and expectations:
            yield "a declined case expects no answer; empty 'expected_answers' and 'starts_with'"
        if (
            self.expected_status == "answered"
            and self.kind is not Kind.SMALL_TALK
            and not (expectations or self.forbidden)
        ):
            yield "any answer would pass; fill 'expected_answers', 'starts_with' or 'forbidden'"

    @property
    def standalone_question(self) -> str:
        """What to search for: the rewrite of a follow-up, else the question."""
        return self.rewrite or self.question


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Cases in the order of their files, and the path they came from."""

    path: Path
    cases: tuple[Case, ...]

    def select(self, *, split: Split | None = None, kind: Kind | None = None) -> "Dataset":
        """Give the cases of one split and one kind; None takes all.

        Raises:
            DatasetError: No case is left.
        """
        cases = tuple(
            case
            for case in self.cases
            if (split is None or case.split is split) and (kind is None or case.kind is kind)
        )
        if not cases:
            wanted = " and ".join(
                f"{name} {value.value!r}"
                for name, value in (("split", split), ("kind", kind))
                if value is not None
            )
            raise DatasetError(f"no case has {wanted}; choose another.", path=self.path)
        return replace(self, cases=cases)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnprovedEvidence:
    """Evidence whose quote does not stand in the document it names."""

    case_id: str
    document: str
    quote: str
    problem: str


def load_dataset(path: Path) -> Dataset:
    """Read and check a `.jsonl` file, or every `.jsonl` file of a folder in order of name.

    Empty lines are skipped.

    Raises:
        DatasetError: A file cannot be read, a line is not a valid case, an id comes twice, a split
            is missing, or there is no case at all.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    cases: list[Case] = []
    first_seen: dict[str, str] = {}
    for file in files:
        for line, case in _read_file(file):
            place = f"{file}, line {line}"
            if case.case_id in first_seen:
                raise DatasetError(
                    f"{case.case_id!r} is already used in {first_seen[case.case_id]}; "
                    "give every case an id of its own.",
                    path=file,
                    line=line,
                    field="case_id",
                )
            first_seen[case.case_id] = place
            cases.append(case)
    _check_splits(path, cases)
    return Dataset(path=path, cases=tuple(cases))


def find_unproved_evidence(
    dataset: Dataset, texts: Mapping[str, str]
) -> tuple[UnprovedEvidence, ...]:
    """Give the evidence whose quote is not verbatim in its document, in the order of the cases.

    Args:
        dataset: The cases.
        texts: Plain text as read (`Document.text`) by file name, without folders.
    """
    unproved = []
    for case in dataset.cases:
        for evidence in case.evidence:
            if evidence.document not in texts:
                problem = f"no document is named {evidence.document!r}"
            elif evidence.quote not in texts[evidence.document]:
                problem = f"the quote is not in {evidence.document!r}"
            else:
                continue
            unproved.append(
                UnprovedEvidence(
                    case_id=case.case_id,
                    document=evidence.document,
                    quote=evidence.quote,
                    problem=problem,
                )
            )
    return tuple(unproved)


def _read_file(file: Path) -> Iterator[tuple[int, Case]]:
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"cannot be read ({error}); check the path.", path=file) from error
    # Not splitlines(), which would also cut at U+2028 and the like, legal inside a JSON string.
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, Case.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(str(part) for part in first["loc"])
            problem = first["msg"].removeprefix("Value error, ").rstrip(".")
            raise DatasetError(
                f"{problem}; mend this line.", path=file, line=number, field=field
            ) from error


def _check_splits(path: Path, cases: list[Case]) -> None:
    if not cases:
        raise DatasetError("holds no cases; write one case a line into a .jsonl file.", path=path)
    counts = Counter(case.split for case in cases)
    for split in Split:
        if not counts[split]:
            raise DatasetError(
                f"no case has the split {split.value!r}; give both splits cases.",
                path=path,
                field="split",
            )
