"""The document sets that ship with the evaluation: cases, and the documents they are asked of.

A folder `eval/data/<name>/` that holds `cases.jsonl` and `documents/` is a set; the cases that
stand in `eval/data` itself are asked of the project's own knowledge base. Cases in Swedish,
`eval/data/swedish/<name>.jsonl`, are asked of the documents of the set of that name, and reported
as one set of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.cases import DatasetError
from eval.knowledge_base import SHIPPED_DOCUMENTS

SHIPPED_CASES = Path(__file__).parent / "data"
"""The cases about the shipped documents, and the folder of the other sets."""

OWN_SET = "corpus"
"""Name of the set about the project's own knowledge base."""

SWEDISH_SET = "swedish"
"""Name of what is asked in Swedish of the documents of all sets, and its folder."""

_CASES = "cases.jsonl"
_DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSet:
    """Cases (a `.jsonl` file or a folder of them) and the folder of documents they are about.

    Sets of one name are parts of one: their outcomes are reported together.

    Attributes:
        name: What it is reported as.
        cases: A `.jsonl` file or a folder of them.
        documents: What is asked.
        is_translated: Whether the cases are in another language than the documents. What is found
            for them is measured by the cases in the documents' own.
    """

    name: str
    cases: Path
    documents: Path
    is_translated: bool = False


def find_document_sets(
    folder: Path = SHIPPED_CASES, *, own_documents: Path = SHIPPED_DOCUMENTS
) -> tuple[DocumentSet, ...]:
    """Give all sets of a folder: the own one, the others by name, and the parts in Swedish.

    Args:
        folder: Laid out as this module says.
        own_documents: What the cases in `folder` itself are asked of.

    Raises:
        DatasetError: There is no set, a folder with cases lacks its documents, or cases in Swedish
            are named after no set.
    """
    found = []
    if (folder / _CASES).is_file():
        found.append(DocumentSet(name=OWN_SET, cases=folder / _CASES, documents=own_documents))
    for cases in sorted(folder.glob(f"*/{_CASES}")):
        documents = cases.parent / _DOCUMENTS
        if not documents.is_dir():
            raise DatasetError(
                f"has no folder {_DOCUMENTS!r} beside it; put there what the cases are about.",
                path=cases,
            )
        found.append(DocumentSet(name=cases.parent.name, cases=cases, documents=documents))
    if not found:
        raise DatasetError(f"holds no {_CASES}; check the path.", path=folder)
    return (*found, *_swedish_parts(folder / SWEDISH_SET, found))


def _swedish_parts(folder: Path, sets: Sequence[DocumentSet]) -> list[DocumentSet]:
    documents = {one.name: one.documents for one in sets}
    parts = []
    for cases in sorted(folder.glob("*.jsonl")):
        if cases.stem not in documents:
            names = ", ".join(documents)
            raise DatasetError(f"is named after no set; name it after one of {names}.", path=cases)
        of = documents[cases.stem]
        parts.append(DocumentSet(name=SWEDISH_SET, cases=cases, documents=of, is_translated=True))
    return parts


def choose_document_sets(name: str, sets: Sequence[DocumentSet]) -> tuple[DocumentSet, ...]:
    """Give the set of a name, or all its parts.

    Raises:
        DatasetError: No set has it.
    """
    chosen = tuple(one for one in sets if one.name == name)
    if chosen:
        return chosen
    names = ", ".join(dict.fromkeys(one.name for one in sets))
    raise DatasetError(f"no set is named {name!r}; choose one of {names}.", path=SHIPPED_CASES)
