"""Our answers beside a plain pipeline's: `python -m tests.benchmarks.compare_plain [--split dev]`.

The plain one is llama-index with Chroma as its tutorials build it: chunks of 1,024 tokens, the same
encoder, the nearest five. Without a language model it answers with the chunks themselves, so it is
counted generously: right when every expected phrase stands in the first chunk, or anywhere in
the five; a human's standalone question is searched for a follow-up; how a yes/no answer
has to begin does not matter. It never declines. Ours is judged as `python -m eval` does.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from corpus.document import Document
from corpus.loader import discover, load_documents
from eval.cases import Case, Split, load_dataset
from eval.document_sets import SWEDISH_SET, DocumentSet, find_document_sets
from eval.knowledge_base import open_knowledge_base
from eval.matching import missing_groups
from eval.metrics import percentile, share
from eval.progress import add_bar, progress_on
from eval.report import Outcome
from eval.runner import run
from index.encoding import SentenceTransformerEncoder

if TYPE_CHECKING:
    from llama_index.core.base.base_retriever import BaseRetriever
    from llama_index.core.base.embeddings.base import BaseEmbedding

_CHUNK_TOKENS = 1024
_TOP_K = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One case asked of both."""

    case: Case
    ours: Outcome
    first: bool
    any_of_five: bool
    plain_milliseconds: float
    plain_words: int


def main(arguments: Sequence[str]) -> int:
    """Ask both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=[*map(str, Split), "all"], default="dev")
    parser.add_argument("--set", dest="chosen", help="only this set of documents")
    options = parser.parse_args(arguments)
    split = None if options.split == "all" else Split(options.split)
    compared = [
        one
        for document_set in find_document_sets()
        if options.chosen in (None, document_set.name) and document_set.name != SWEDISH_SET
        for one in compare(document_set, split)
    ]
    show(compared)
    return 0


def compare(document_set: DocumentSet, split: Split | None) -> list[Compared]:
    """Ask every case of a set of both, one pipeline after the other."""
    dataset = load_dataset(document_set.cases).select(split=split)
    with progress_on(Console(stderr=True)) as progress, tempfile.TemporaryDirectory() as name:
        plain = _open_plain(document_set.documents, Path(name))
        plain.retrieve("warm")
        with open_knowledge_base(
            document_set.documents,
            on_event=lambda _: None,
            on_failure=lambda failure: say(f"not read: {failure.source}"),
        ) as ours:
            report = run(ours, dataset, add_bar(progress, f"Ours, {document_set.name}"))
        advance = add_bar(progress, f"Plain, {document_set.name}")
        compared = []
        for done, (case, outcome) in enumerate(
            zip(dataset.cases, report.outcomes, strict=True), start=1
        ):
            compared.append(_ask_plain(plain, case, outcome))
            advance(done, len(dataset.cases))
        return compared


def _same_encoder() -> "BaseEmbedding":
    """Give the assistant's encoder in the plain pipeline's terms."""
    from llama_index.core.base.embeddings.base import BaseEmbedding

    encoder = SentenceTransformerEncoder()

    class SameEncoder(BaseEmbedding):
        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return [[float(value) for value in row] for row in encoder.encode(texts)]

        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embedding(query)

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return SameEncoder()


def _open_plain(documents: Path, folder: Path) -> "BaseRetriever":
    # Seconds to import, which collecting the tests must not take.
    import chromadb
    from llama_index.core import Document as PlainDocument
    from llama_index.core import StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.vector_stores.chroma import ChromaVectorStore

    found = [
        one for one in load_documents(discover([documents]).files) if isinstance(one, Document)
    ]
    collection = chromadb.PersistentClient(str(folder)).create_collection("plain")
    index = VectorStoreIndex.from_documents(
        [PlainDocument(text=f"{one.title}\n\n{one.text}") for one in found],
        storage_context=StorageContext.from_defaults(
            vector_store=ChromaVectorStore(chroma_collection=collection)
        ),
        embed_model=_same_encoder(),
        transformations=[SentenceSplitter(chunk_size=_CHUNK_TOKENS)],
    )
    return index.as_retriever(similarity_top_k=_TOP_K)


def _ask_plain(plain: "BaseRetriever", case: Case, ours: Outcome) -> Compared:
    started = time.perf_counter()
    chunks = [found.text for found in plain.retrieve(case.standalone_question)]
    milliseconds = (time.perf_counter() - started) * 1000
    return Compared(
        case=case,
        ours=ours,
        first=says_expected(case, chunks[:1]),
        any_of_five=says_expected(case, chunks),
        plain_milliseconds=milliseconds,
        plain_words=len(chunks[0].split()) if chunks else 0,
    )


def says_expected(case: Case, chunks: Sequence[str]) -> bool:
    """Whether all that is expected stands in the chunks; never when declining is right.

    A case that expects no more than a yes or no wants its evidence; small talk wants no chunk.
    """
    wanted = case.expected_answers or [[evidence.quote] for evidence in case.evidence]
    return bool(wanted) and not missing_groups(chunks, wanted)


def show(compared: Sequence[Compared]) -> None:
    """Print right answers by kind, then how long an answer takes and is."""
    table = Table(title="Right answers; then time and words of one answer")
    for column in ("", "cases", "ours", "plain, 1st chunk", "plain, any of 5"):
        table.add_column(column, justify="left" if not column else "right")
    for name, group in _groups(compared).items():
        ours, first, five = (
            _percent([figure(one) for one in group])
            for figure in (_ours_right, lambda one: one.first, lambda one: one.any_of_five)
        )
        table.add_row(name, str(len(group)), ours, first, five)
    table.add_section()
    for percent in (50, 95):
        own = percentile([one.ours.milliseconds or 0.0 for one in compared], percent)
        plain = percentile([one.plain_milliseconds for one in compared], percent)
        table.add_row(f"p{percent} ms", "", f"{own:,.0f}", f"{plain:,.0f}", f"{plain:,.0f}")
    own = percentile([len(one.ours.text.split()) for one in compared], 50)
    plain = percentile([one.plain_words for one in compared], 50)
    table.add_row("p50 words", "", f"{own:,.0f}", f"{plain:,.0f}", "")
    Console().print(table)


def _ours_right(one: Compared) -> bool:
    return one.ours.correct


def _groups(compared: Sequence[Compared]) -> Mapping[str, list[Compared]]:
    groups: dict[str, list[Compared]] = {}
    tests: Mapping[str, Callable[[Compared], bool]] = {
        "all": lambda _: True,
        "answerable": lambda one: one.case.expected_status == "answered",
        "to be declined": lambda one: one.case.expected_status == "declined",
    }
    for name, belongs in tests.items():
        groups[name] = [one for one in compared if belongs(one)]
    for one in compared:
        groups.setdefault(one.case.kind.value, []).append(one)
    return {name: group for name, group in groups.items() if group}


def _percent(flags: Sequence[bool]) -> str:
    return f"{share(flags) or 0.0:.1%}"


def say(line: str) -> None:
    """Print at once."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201  what could not be read


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
