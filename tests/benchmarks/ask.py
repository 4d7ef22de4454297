"""Latency and memory of the real server: `python -m tests.benchmarks.ask --passages 1000`.

The shipped documents are stored with the real encoder. Up to the wanted size they are joined by
copies with other names and numbers, whose vectors are the originals' with noise, since encoding
them would take hours at the larger sizes and change no latency.
"""

import argparse
import itertools
import json
import os
import re
import socket
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import numpy as np
from numpy.typing import NDArray

from assistant.api.schemas import AskResponse
from corpus.document import Document
from corpus.loader import discover, load_documents
from index.builder import IndexBuilder, manifest_of
from index.catalogue import Catalogue
from index.encoding import SentenceTransformerEncoder
from index.passage_vectors import PassageVectors
from index.splitting import Splitter
from index.splitting_options import SplittingOptions
from index.vectors import VectorSearch
from tests.benchmarks.killing_the_command import started_assistant

_DOCUMENTS = "corpus/documents"
_CASES = Path("eval/data/cases.jsonl")

# The budget at 1,000 passages, in milliseconds.
_P50_MS, _P95_MS = 150.0, 400.0

_READY_SECONDS = 300.0
_WARMING_QUESTIONS = 5
_NOISE = 0.02
_NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]{4,}\b")
_TITLE_LINE = re.compile(r"^title:.*\n", re.MULTILINE)
_NUMBER = re.compile(r"\d+")
_ENDINGS = ("ov", "ia", "ton", "eda", "ur", "ins", "ach", "elo")


@dataclass(slots=True, kw_only=True)
class Measured:
    """Milliseconds of each request, in all and by stage, and megabytes of memory at the end."""

    total: list[float] = field(default_factory=list)
    stages: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    answered: int = 0
    memory: Mapping[str, float] = field(default_factory=dict)


def main(arguments: Sequence[str]) -> int:
    """Store, serve, ask and print; exit code 1 when the budget is exceeded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=1_000)
    parser.add_argument("--questions", type=int, default=100)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        begun = time.monotonic()
        stored = store(Path(name), options.passages)
        say(f"{stored} passages stored in {time.monotonic() - begun:.0f} s")
        measured = _ask_server(Path(name), _questions(options.questions))
    _print(measured)
    over = _percentile(measured.total, 50) > _P50_MS or _percentile(measured.total, 95) > _P95_MS
    return 1 if over else 0


def store(folder: Path, passages: int) -> int:
    """Store the shipped documents, and copies until there are `passages`; how many there are."""
    catalogue = Catalogue.open(folder)
    vectors = VectorSearch(catalogue, folder)
    encoder = SentenceTransformerEncoder()
    builder = IndexBuilder(catalogue, vectors, encoder, SplittingOptions())
    originals = list(_loaded([_DOCUMENTS]))
    for document in originals:
        builder.put(document, document.source)
    chance = np.random.default_rng(1)
    splitter = Splitter(encoder.count_tokens, SplittingOptions())
    made = manifest_of(encoder, SplittingOptions())
    known = {one.document_id: _vectors_of(catalogue, one.document_id) for one in originals}
    for copy in itertools.count(1):
        for original, document in zip(originals, _copies(copy), strict=True):
            if catalogue.count_passages() >= passages:
                vectors.open_index()
                vectors.close()
                catalogue.close()
                return passages
            split = splitter.split(document)
            rows = np.resize(known[original.document_id], (len(split), made.dimension))
            noisy = rows + _NOISE * chance.standard_normal(rows.shape)
            lengths = np.linalg.norm(noisy, axis=1, keepdims=True)
            unit = (noisy / lengths).astype(np.float32)
            catalogue.put_document(
                document, document.source, split, PassageVectors(whole=unit), made
            )
    raise AssertionError


def _vectors_of(catalogue: Catalogue, document_id: str) -> NDArray[np.float32]:
    ids = {passage.passage_id for passage in catalogue.passages_of(document_id)}
    numbers = catalogue.log.numbers().tolist()
    found = catalogue.passages(numbers)
    wanted = [number for number in numbers if found[number].passage_id in ids]
    return catalogue.log.vectors_of(wanted).vectors


def _copies(copy: int) -> Iterator[Document]:
    """Give the shipped documents with other names and numbers, in the same order."""
    ending = _ENDINGS[copy % len(_ENDINGS)] + ("" if copy < len(_ENDINGS) else f"{copy}")
    with tempfile.TemporaryDirectory() as name:
        for path in sorted(Path(_DOCUMENTS).glob("*.md")):
            head, body = path.read_text(encoding="utf-8").split("\n# ", 1)
            # The title stands below the front matter; the dates above must stay dates.
            body = _NAME.sub(lambda found: found.group() + ending, body)
            body = _NUMBER.sub(lambda found: str(int(found.group()) + copy), body)
            text = _TITLE_LINE.sub("", head) + f"\n# {body}"
            (Path(name) / f"{path.stem}-{copy}.md").write_text(text, encoding="utf-8")
        yield from _loaded([name])


def _loaded(locations: Sequence[str]) -> Iterator[Document]:
    for document in load_documents(discover(locations).files):
        if not isinstance(document, Document):
            raise TypeError(f"{document} could not be read")
        yield document


def _questions(count: int) -> list[str]:
    """Give questions that need no conversation, each kind in its share."""
    lines = _CASES.read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if not case["history"]]
    step = max(1, len(cases) // count)
    questions = [str(case["question"]) for case in cases[::step]]
    return list(itertools.islice(itertools.cycle(questions), count))


def _ask_server(folder: Path, questions: list[str]) -> Measured:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    measured = Measured()
    begun = time.monotonic()
    with (
        started_assistant(folder, "serve", "--port", str(port)) as process,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=60) as client,
    ):
        _wait_until_ready(client)
        say(f"ready {time.monotonic() - begun:.1f} s after the start")
        for question in questions[:_WARMING_QUESTIONS]:
            _ask(client, question)
        for question in questions:
            asked = time.perf_counter()
            turn = _ask(client, question)
            measured.total.append((time.perf_counter() - asked) * 1000)
            measured.answered += turn.status == "answered"
            for stage, milliseconds in turn.timings_ms.items():
                measured.stages[stage].append(milliseconds)
        measured.memory = _memory(process.pid)
    return measured


def _ask(client: httpx.Client, question: str) -> AskResponse:
    reply = client.post("/api/v1/ask", json={"question": question})
    reply.raise_for_status()
    return AskResponse.model_validate_json(reply.content)


def _wait_until_ready(client: httpx.Client) -> None:
    end = time.monotonic() + _READY_SECONDS
    while time.monotonic() < end:
        try:
            said = client.get("/readyz")
        except httpx.TransportError:
            said = None
        if said is not None and said.is_success and said.json()["details"]["vectors"] == "chroma":
            return
        time.sleep(0.1)
    raise TimeoutError(f"the server was not ready within {_READY_SECONDS:.0f} s")


def _memory(pid: int) -> dict[str, float]:
    """Give resident memory now and at its highest, where the system tells it."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return {}
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return {name: int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")}


def _print(measured: Measured) -> None:
    say(f"{len(measured.total)} questions, {measured.answered} answered, {os.cpu_count()} cores")
    say(f"load of the machine over the last minute: {os.getloadavg()[0]:.1f}")
    for name, values in [("request", measured.total), *measured.stages.items()]:
        middle, high = _percentile(values, 50), _percentile(values, 95)
        say(f"{name:>12}: p50 {middle:6.1f} ms, p95 {high:6.1f} ms, max {max(values):6.1f} ms")
    for name, megabytes in measured.memory.items():
        say(f"{name:>12}: {megabytes:.0f} MB")
    say(f"budget at 1,000 passages: p50 {_P50_MS:.0f} ms, p95 {_P95_MS:.0f} ms")


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def say(line: str) -> None:
    """Print at once."""
    print(line, flush=True)  # noqa: T201  the result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
