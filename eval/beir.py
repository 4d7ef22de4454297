"""Public retrieval sets in the layout of BEIR: documents, queries and judgements. Searches nothing.

Source of the layout: Thakur et al., "BEIR: A Heterogenous Benchmark for Zero-shot Evaluation of
Information Retrieval Models", 2021. mtRAG (Katsis et al., 2025) uses it too, with three forms of
each query.
"""

import csv
import gzip
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from eval.cases import DatasetError
from eval.metrics import mean

RECALL_DEPTHS = (5, 10, 100)
NDCG_DEPTH = 10

# mtRAG says who speaks.
_SPEAKER = "|user|:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document as it stands in the set."""

    entry_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A query with the gain of each relevant document by its id; every gain is above 0."""

    query: str
    gains: Mapping[str, int]


class _Line(BaseModel):
    entry_id: str = Field(alias="_id")
    title: str = ""
    text: str


def read_entries(folder: Path) -> tuple[Entry, ...]:
    """Read `corpus.jsonl` or `corpus.jsonl.gz`.

    Raises:
        DatasetError: There is none, or a line is wrong.
    """
    return tuple(
        Entry(entry_id=line.entry_id, title=line.title, text=line.text)
        for line in _lines(_existing(folder, "corpus.jsonl"))
    )


def read_judged(folder: Path, *, queries: str = "queries", split: str = "test") -> list[Judged]:
    """Read the queries that have a relevant document, in the order of the judgements.

    Args:
        folder: The set.
        queries: Name of the queries' file, without its ending.
        split: Name of the judgements' file in `qrels/`, without its ending.

    Raises:
        DatasetError: A file is missing or wrong, or no query is judged.
    """
    texts = {
        line.entry_id: line.text.removeprefix(_SPEAKER).strip()
        for line in _lines(_existing(folder, f"{queries}.jsonl"))
    }
    path = _existing(folder, f"qrels/{split}.tsv")
    gains: dict[str, dict[str, int]] = {}
    for number, row in enumerate(csv.reader(io.StringIO(_read(path)), delimiter="\t"), start=1):
        if number == 1:
            continue  # the head
        try:
            query_id, entry_id, gain = row[0], row[1], int(row[2])
        except (IndexError, ValueError) as error:
            raise DatasetError(
                "is not 'query, document, score'; mend it.", path=path, line=number
            ) from error
        if gain > 0 and query_id in texts:
            gains.setdefault(query_id, {})[entry_id] = gain
    if not gains:
        raise DatasetError("judges none of the queries; check both files.", path=path)
    return [Judged(query=texts[query_id], gains=found) for query_id, found in gains.items()]


def retrieval_figures(
    rankings: Sequence[Sequence[str]], judged: Sequence[Judged]
) -> dict[str, float | None]:
    """Give the means over queries of ndcg and recall by metric key, rounded to four places.

    Args:
        rankings: For each query the ids of documents, best first, each once.
        judged: The queries, in the same order.
    """
    pairs = list(zip(rankings, judged, strict=True))
    figures = {
        f"ndcg@{NDCG_DEPTH}": mean(ndcg_of(ids, one.gains, NDCG_DEPTH) for ids, one in pairs)
    }
    for depth in RECALL_DEPTHS:
        figures[f"recall@{depth}"] = mean(
            len(set(ids[:depth]) & one.gains.keys()) / len(one.gains) for ids, one in pairs
        )
    return {name: None if value is None else round(value, 4) for name, value in figures.items()}


def ndcg_of(ids: Sequence[str], gains: Mapping[str, int], depth: int) -> float:
    """Give the normalised discounted cumulative gain with graded gains, as trec_eval does.

    Source: Järvelin and Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", 2002.

    >>> ndcg_of(["a", "b"], {"a": 1}, 10), ndcg_of(["b", "c", "a"], {"a": 1}, 10)
    (1.0, 0.5)
    """
    ideal = sorted(gains.values(), reverse=True)[:depth]
    found = [gains.get(entry_id, 0) for entry_id in ids[:depth]]
    return _discounted(found) / _discounted(ideal)


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def _existing(folder: Path, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise DatasetError(f"holds no {name!r}; check the path.", path=folder)


def _read(path: Path) -> str:
    try:
        content = path.read_bytes()
        return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DatasetError(f"cannot be read ({error}); check the path.", path=path) from error


def _lines(path: Path) -> Iterator[_Line]:
    for number, line in enumerate(_read(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield _Line.model_validate_json(line)
        except ValidationError as error:
            raise DatasetError("has no '_id' and 'text'.", path=path, line=number) from error
