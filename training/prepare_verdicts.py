"""Makes examples of yes and no from the questions about our own pages, in `training/data/`.

    python -m training.prepare_verdicts [training/data] --out var/training

A line of `yes-no*.jsonl` is a question that a page decides: `title` of the page, `q`, `yes` (true
or false) and the sentence `in` that decides it; a page may hold its own as `yesno`. Beside it the
question is put to another sentence of the page that shares most words with it, which decides
nothing.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assistant.question.terms import terms
from index.encoding import SentenceTransformerEncoder
from index.sentences import split_sentences
from index.splitting import Splitter
from training.examples import Example, Verdict, write_examples
from training.prepare_pages import FOLDER, SEED, passages_of, read_pages


def main(arguments: list[str] | None = None) -> int:
    """Write `verdicts.jsonl.gz` and `verdicts-held-out.jsonl.gz`; say how many examples."""
    parser = argparse.ArgumentParser(prog="python -m training.prepare_verdicts")
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--out", type=Path, default=Path("var/training"))
    options = parser.parse_args(arguments)
    asked = read_asked(options.folder)
    splitter = Splitter(SentenceTransformerEncoder().count_tokens)
    for name, pages in zip(
        ("verdicts", "verdicts-held-out"), read_pages(options.folder), strict=True
    ):
        examples = [*examples_of(pages, asked, splitter)]
        random.Random(SEED).shuffle(examples)
        write_examples(examples, options.out / f"{name}.jsonl.gz")
        counts = {each.value: sum(one.verdict == each for one in examples) for each in Verdict}
        sys.stdout.write(f"{name}: {len(pages)} pages, {counts}\n")
    return 0


def read_asked(folder: Path) -> dict[str, list[Mapping[str, object]]]:
    """Give the questions by the title of their page."""
    asked: dict[str, list[Mapping[str, object]]] = {}
    for path in sorted(folder.glob("yes-no*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            asked.setdefault(str(one["title"]), []).append(one)
    for page in (one for pages in read_pages(folder) for one in pages):
        written = page.get("yesno")
        asked.setdefault(str(page["title"]), []).extend(
            written if isinstance(written, list) else ()
        )
    return asked


def examples_of(
    pages: Sequence[Mapping[str, object]],
    asked: Mapping[str, Sequence[Mapping[str, object]]],
    splitter: Splitter,
) -> Iterator[Example]:
    """Give each question with the sentence that decides it and with one that does not."""
    for page in pages:
        passages = passages_of(page, splitter)
        sentences = [
            (passage.context, passage.text[span.start : span.end])
            for passage in passages
            for span in split_sentences(passage.text)
        ]
        for one in asked.get(str(page["title"]), ()):
            question, deciding = str(one["q"]), str(one["in"])
            decided = Verdict.YES if one["yes"] else Verdict.NO
            above = (passage.context for passage in passages if deciding in passage.text)
            yield _example(question, next(above, passages[0].context), deciding, decided)
            others = [each for each in sentences if each[1] not in deciding]
            others = [each for each in others if deciding not in each[1]]
            if others:
                said = set(terms(question))
                context, nearest = max(others, key=lambda each: len(said & set(terms(each[1]))))
                yield _example(question, context, nearest, Verdict.NEITHER)


def _example(question: str, context: str, text: str, verdict: Verdict) -> Example:
    text = " ".join(text.split())
    return Example(question=question, context=context, text=text, origin="verdict", verdict=verdict)


if __name__ == "__main__":
    raise SystemExit(main())
