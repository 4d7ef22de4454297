"""Takes documents in and out of a data folder and tells each step: a process made to be killed.

`python -m tests.index_ingesting FOLDER SEED STEPS FIRST` does the steps from FIRST on. Every line
it prints is JSON: `Opened`, one number for each step that is done, and a `Report`.
"""

import json
import logging
import random
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from corpus.document import Document
from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.dense import ChromaIndex
from index.errors import DocumentNotStored
from index.ownership import owning
from index.probe import find_disagreement
from index.splitting_options import SplittingOptions
from index.vectors import VectorSearch
from tests.fakes_index import HashEncoder, document_of

# One passage a paragraph.
_OPTIONS = SplittingOptions(min_tokens=0, target_tokens=16, max_tokens=200)
PARAGRAPHS = 10

# Chroma rewrites its files at every `finish`, and `finish` comes often: that is when it is fragile.
_SYNC_THRESHOLD = 50
_STEPS_PER_FINISH = 10

# Of so many steps one removes a document and one stores another version of one.
_REMOVE_ONE_IN = 40
_REPLACE_ONE_IN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Store a version of a document, or remove it."""

    action: Literal["put", "remove"]
    name: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """How a start went: why the index was rebuilt, "" if it was not; what the catalogue held."""

    seconds: float
    state: str
    rebuilt: str
    stored: dict[str, list[str | int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is stored in the end, and every way in which the stores are wrong."""

    stored: dict[str, list[str | int]]
    faults: list[str]


def make_steps(seed: int, count: int) -> list[Step]:
    """Give the same steps for the same seed; a removed document never comes back."""
    chance = random.Random(seed)
    versions: dict[str, int] = {}
    steps: list[Step] = []
    for number in range(count):
        if versions and chance.randrange(_REMOVE_ONE_IN) == 0:
            name = chance.choice(sorted(versions))
            del versions[name]
            steps.append(Step(action="remove", name=name))
            continue
        name, version = f"document-{number}", 0
        if versions and chance.randrange(_REPLACE_ONE_IN) == 0:
            name = chance.choice(sorted(versions))
            version = versions[name] + 1
        versions[name] = version
        steps.append(Step(action="put", name=name, version=version))
    return steps


def expected_after(steps: list[Step]) -> dict[str, list[str | int]]:
    """Give what must be stored after these steps: by name, the text's hash and its passages."""
    stored: dict[str, list[str | int]] = {}
    for step in steps:
        if step.action == "remove":
            del stored[step.name]
        else:
            stored[step.name] = [_document(step).content_hash, PARAGRAPHS]
    return stored


def _document(step: Step) -> Document:
    fact = f"Fact {step.name} {step.version}"
    texts = [f"{fact} {line} " + "word " * 15 for line in range(PARAGRAPHS)]
    return document_of(step.name, *texts)


def main(folder: Path, seed: int, count: int, first: int) -> None:
    """Do the steps from `first` on, then check everything."""
    reasons = _Reasons()
    logging.getLogger("index.vectors").addHandler(reasons)
    logging.getLogger("index.vectors").setLevel(logging.INFO)
    with owning(folder, "ingesting"):
        started = time.monotonic()
        catalogue = Catalogue.open(folder)
        vectors = VectorSearch(catalogue, folder, sync_threshold=_SYNC_THRESHOLD)
        vectors.open_index()
        opened = Opened(
            seconds=time.monotonic() - started,
            state=vectors.state,
            rebuilt=reasons.last,
            stored=_stored(catalogue),
        )
        _say(asdict(opened))
        builder = IndexBuilder(catalogue, vectors, HashEncoder(), _OPTIONS)
        for number, step in enumerate(make_steps(seed, count)[first:], start=first + 1):
            _do(builder, step)
            _say(number)
            if number % _STEPS_PER_FINISH == 0:
                builder.finish()
        builder.finish()
        vectors.close()
        _say(asdict(Report(stored=_stored(catalogue), faults=_faults(folder, catalogue))))


class _Reasons(logging.Handler):
    """Keeps why the index was built anew."""

    last = ""

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple) and record.args:
            self.last = str(record.args[0])


def _do(builder: IndexBuilder, step: Step) -> None:
    if step.action == "put":
        builder.put(_document(step), f"/{step.name}")
        return
    # It may have been removed by the process that was killed before it could tell.
    with suppress(DocumentNotStored):
        builder.remove(step.name)


def _stored(catalogue: Catalogue) -> dict[str, list[str | int]]:
    return {
        stored.document_id: [stored.content_hash, stored.passages]
        for stored in catalogue.documents()
    }


def _faults(folder: Path, catalogue: Catalogue) -> list[str]:
    """Give all that is wrong with the two stores, which nobody has open."""
    faults = _catalogue_faults(catalogue)
    folders = list(folder.glob("chroma-*"))
    if len(folders) != 1:
        return [*faults, f"there are {len(folders)} index folders"]
    index = ChromaIndex(folders[0])
    passages = catalogue.count_passages()
    if index.count() != passages:
        faults.append(f"{index.count()} vectors for {passages} passages")
    if reason := find_disagreement(catalogue.log, index):
        faults.append(reason)
    index.close()
    return faults


def _catalogue_faults(catalogue: Catalogue) -> list[str]:
    faults: list[str] = []
    with catalogue.engine.execution_options(writes=True).begin() as connection:

        def ask(statement: str) -> list[object]:
            return list(connection.exec_driver_sql(statement).scalars())

        if (said := ask("PRAGMA integrity_check")) != ["ok"]:
            faults.append(f"integrity_check: {said}")
        connection.exec_driver_sql(
            "INSERT INTO passages_text(passages_text) VALUES('integrity-check')"
        )
        numbers = ask("SELECT number FROM passages ORDER BY number")
        if numbers != ask("SELECT rowid FROM passages_text ORDER BY rowid"):
            faults.append("the full-text index holds other passages")
        if ask("SELECT count(*) FROM passages GROUP BY document_id, start HAVING count(*) > 1"):
            faults.append("passages are doubled")
        if ask("SELECT count(*) FROM changes") != [0]:
            faults.append("changes were not followed")
    return faults


def _say(value: object) -> None:
    print(json.dumps(value), flush=True)  # noqa: T201  read by the one who kills


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
