"""Makes examples of yes and no from the questions about our own pages, in `training/data/`.

    python -m training.prepare_verdicts [training/data] --out var/training

A line of `yes-no*.jsonl` is a question that a page decides: `title` of the page, `q`, `yes` (true
or false) and the sentence `in` that decides it; a page may hold its own as `yesno`. Beside it the
question is put to another sentence of the page that shares most words with it, which decides
nothing, and to one of another page. A line of `which*.jsonl` asks for some of many: "Which take no
equity?", with the sentences that state it of one, `yes`, and those that deny it, `no`.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeGuard

from assistant.question.terms import terms
from index.encoding import SentenceTransformerEncoder
from index.sentences import split_sentences
from index.splitting import Splitter
from training.examples import Example, Verdict, verdict_example, write_examples
from training.mining import Miner
from training.prepare_pages import FOLDER, SEED, passages_of, read_pages

# Of a question over many entities so many sentences of its page that decide nothing are taken.
_MOST_BESIDE = 3
# A name stands behind other words, with a capital.
_NAME = re.compile(r"(?<=[^.?!] )[A-ZÅÄÖ][\w-]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about the page of this title, with what its sentences say to it."""

    title: str
    question: str
    said: Mapping[str, Verdict]


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


def read_asked(folder: Path) -> list[Asked]:
    """Give the questions, in the order of their files and pages."""
    asked = []
    for path in (*sorted(folder.glob("yes-no*.jsonl")), *sorted(folder.glob("which*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            asked.append(_asked(one["title"], one))
    for page in chain(*read_pages(folder)):
        written = page.get("yesno")
        asked += [_asked(page["title"], one) for one in written] if _is_list(written) else []
    return asked


def _asked(title: object, one: Mapping[str, Any]) -> Asked:
    """Read one question: for yes or no, or for some of many, as its `yes` says."""
    said: dict[str, Verdict] = {}
    if _is_list(one["yes"]):
        said |= dict.fromkeys(one["yes"], Verdict.YES) | dict.fromkeys(one["no"], Verdict.NO)
    else:
        said[one["in"]] = Verdict.YES if one["yes"] else Verdict.NO
    return Asked(title=str(title), question=one["q"], said=said)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def examples_of(
    pages: Sequence[Mapping[str, object]], asked: Iterable[Asked], splitter: Splitter
) -> Iterator[Example]:
    """Give each question of the pages with what decides it and with sentences that do not."""
    sentences = {
        str(page["title"]): [
            (passage.context, " ".join(passage.text[span.start : span.end].split()))
            for passage in passages_of(page, splitter)
            for span in split_sentences(passage.text)
        ]
        for page in pages
    }
    every = [each for some in sentences.values() for each in some]
    miner = Miner(every)
    for one in asked:
        own = sentences.get(one.title)
        if not own:
            continue
        for deciding, decided in one.said.items():
            plain = " ".join(deciding.split())
            above = (context for context, text in own if text in plain or plain in text)
            yield verdict_example(one.question, next(above, own[0][0]), plain, decided)
        for context, text in (*_beside(one, own), *_elsewhere(one, every, miner)):
            yield verdict_example(one.question, context, text, Verdict.NEITHER)


def _beside(one: Asked, own: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the page's sentences that share most words with a question and do not decide it."""
    deciding = [" ".join(each.split()) for each in one.said]
    others = [each for each in own if not any(each[1] in d or d in each[1] for d in deciding)]
    asked = set(terms(one.question))
    others.sort(key=lambda each: -len(asked & set(terms(each[1]))))
    return others[: _MOST_BESIDE if len(one.said) > 1 else 1]


def _elsewhere(one: Asked, every: Sequence[tuple[str, str]], miner: Miner) -> list[tuple[str, str]]:
    """Give what search finds on other pages for a question that names something of its own page.

    Without a name in the question another page's sentence may decide it as well.
    """
    names = {found.casefold() for found in _NAME.findall(one.question)}
    if not names:
        return []
    found = (every[at] for at in miner.mine(one.question, one.title, ""))
    others = (
        each for each in found if not any(name in " ".join(each).casefold() for name in names)
    )
    return [*islice(others, 1)]


if __name__ == "__main__":
    raise SystemExit(main())
