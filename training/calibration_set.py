"""Turns held-out articles and pages into documents and cases: calibration needs many questions.

    python -m training.calibration_set var/training --out var/training/calibration

Reads `held-out.jsonl.gz` of `prepare_reader` and the held-out pages of `prepare_pages`, which no
training example comes from, and writes for each `documents/` (a text file an article or page) and
`cases.jsonl` in the form of `eval/cases.py`, into the folder and one beside it that ends in
"-pages".
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.sentences import split_sentences
from training.examples import Example, read_examples
from training.prepare_pages import read_pages

SEED = 20
ANSWERED, UNANSWERED = 320, 260
# A question that names nothing ("What did it measure?") cannot be asked of many documents.
_NAMES = re.compile(r"\s(?:[A-Z][\w'’.-]+|\d{4})")


def main(arguments: list[str] | None = None) -> int:
    """Write documents and cases; say how many."""
    parser = argparse.ArgumentParser(prog="python -m training.calibration_set")
    parser.add_argument("data", type=Path, help="the folder that prepare_reader wrote")
    parser.add_argument("--out", type=Path, default=Path("var/training/calibration"))
    options = parser.parse_args(arguments)
    rng = random.Random(SEED)
    examples = read_examples(options.data / "held-out.jsonl.gz")
    files = write_documents(examples, options.out / "documents")
    asked = [one for one in examples if _NAMES.search(one.question)]
    answered = [one for one in asked if one.is_answered]
    unanswered = [one for one in asked if one.origin == "real"]
    chosen = [
        *rng.sample(answered, min(ANSWERED, len(answered))),
        *rng.sample(unanswered, min(UNANSWERED, len(unanswered))),
    ]
    lines = [json.dumps(_case(at, one, files), ensure_ascii=False) for at, one in enumerate(chosen)]
    (options.out / "cases.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(files)} documents, {len(chosen)} cases in {options.out}\n")
    beside = options.out.with_name(f"{options.out.name}-pages")
    _, pages = read_pages()
    count = write_pages(pages, beside, rng)
    sys.stdout.write(f"{len(pages)} documents, {count} cases in {beside}\n")
    return 0


def write_pages(pages: Sequence[Mapping[str, Any]], folder: Path, rng: random.Random) -> int:
    """Write pages and their questions, each in one of its wordings; give how many questions."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    cases: list[str] = []
    for at, page in enumerate(pages):
        name = f"page-{at:02}.txt"
        text = f"{page['title']}\n\n{page['text']}\n"
        (folder / "documents" / name).write_text(text, encoding="utf-8")
        for asked in page["questions"]:
            case = _blank(len(cases), rng.choice(asked["q"]), is_answered=asked["a"] is not None)
            if asked["a"] is not None:
                case["expected_answers"] = [[asked["a"]]]
                case["evidence"] = [{"document": name, "quote": " ".join(asked["in"].split())}]
            cases.append(json.dumps(case, ensure_ascii=False))
    (folder / "cases.jsonl").write_text("\n".join(cases) + "\n", encoding="utf-8")
    return len(cases)


def write_documents(examples: Iterable[Example], folder: Path) -> dict[str, str]:
    """Write each article to a file of its own; give file names by title."""
    articles: dict[str, dict[str, None]] = {}
    for one in examples:
        articles.setdefault(one.context, {})[one.text] = None
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for title, texts in articles.items():
        name = re.sub(r"\W+", "-", title.lower()).strip("-") + ".txt"
        # Plain text, in which no character of an article means anything but itself.
        body = "\n\n".join(" ".join(text.split()) for text in texts)
        (folder / name).write_text(f"{title}\n\n{body}\n", encoding="utf-8")
        files[title] = name
    return files


def _case(at: int, one: Example, files: dict[str, str]) -> dict[str, object]:
    evidence = []
    if one.is_answered:
        quote = _sentence_around(one)
        evidence = [{"document": files[one.context], "quote": quote}]
    case = _blank(at, one.question, is_answered=one.is_answered)
    case["split"] = "dev" if at % 2 else "test"
    case["expected_answers"] = [[one.text[one.start : one.end]]] if one.is_answered else []
    case["evidence"] = evidence
    return case


def _blank(at: int, question: str, *, is_answered: bool) -> dict[str, object]:
    return {
        "case_id": f"held-out-{at:03}",
        "kind": "fact" if is_answered else "unanswerable",
        # The reader of cases wants some of each.
        "split": "dev" if at else "test",
        "question": question,
        "history": [],
        "rewrite": None,
        "expected_status": "answered" if is_answered else "declined",
        "expected_answers": [],
        "starts_with": None,
        "forbidden": [],
        "evidence": [],
    }


def _sentence_around(one: Example) -> str:
    """The sentence, or sentences, that hold the answer, with single spaces."""
    spans: Sequence[tuple[int, int]] = [
        (span.start, span.end)
        for span in split_sentences(one.text)
        if span.start < one.end and one.start < span.end
    ]
    return " ".join(one.text[spans[0][0] : spans[-1][1]].split())


if __name__ == "__main__":
    raise SystemExit(main())
