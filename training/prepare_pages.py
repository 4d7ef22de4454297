"""Makes examples from our own pages about innovation ecosystems, in `training/data/`.

    python -m training.prepare_pages [training/data] --out var/training

Public sets ask about Wikipedia's paragraphs. These pages are like what the assistant is given:
long, about many organisations at once, and asked in the words of people who have not read them.

A line of the JSON Lines files is a page: `title`, `text`, and `questions`, each with its wordings
`q`, the answer `a` (null where the page gives none) and the sentence `in` which it stands. The
product's own splitter cuts the pages, so that passages are those it would read.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import track

from corpus.loader import read_document
from corpus.readers import reader_for_extension
from index.encoding import SentenceTransformerEncoder
from index.passage import Passage
from index.splitting import Splitter
from training.examples import Example, write_examples
from training.mining import Miner

SEED = 20
FOLDER = Path("training/data")
# Every so many-th page is held out.
_HELD_OUT_EVERY = 10
# Of each wording asked on passages that do not answer it, beside the one that does.
_NEGATIVES = 2
_FIRST_FOUND = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of a page, in all its wordings.

    `place` is the number of the passage that answers or comes nearest; `start` and `end` are the
    answer's characters in that passage, -1 without an answer.
    """

    wordings: tuple[str, ...]
    answer: str
    place: int
    start: int
    end: int


def main(arguments: list[str] | None = None) -> int:
    """Write `pages.jsonl.gz` and `pages-held-out.jsonl.gz`; say how many examples."""
    parser = argparse.ArgumentParser(prog="python -m training.prepare_pages")
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--out", type=Path, default=Path("var/training"))
    options = parser.parse_args(arguments)
    training, held_out = read_pages(options.folder)
    encoder = SentenceTransformerEncoder()
    for name, some in (("pages", training), ("pages-held-out", held_out)):
        examples, lost = examples_of(some, encoder.count_tokens, random.Random(SEED))
        count = write_examples(examples, options.out / f"{name}.jsonl.gz")
        answered = sum(one.is_answered for one in examples)
        sys.stdout.write(
            f"{name}: {len(some)} pages, {count:,} examples, {answered:,} answered; "
            f"{lost} questions whose answer no passage holds\n"
        )
    return 0


def read_pages(folder: Path = FOLDER) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Give the pages to train on, and those held out, among them all of `held-out*.jsonl`."""
    pages, kept = (
        [
            json.loads(line)
            for path in sorted(folder.glob(pattern), key=_number)
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip()
        ]
        for pattern in ("pages*.jsonl", "held-out*.jsonl")
    )
    training = [one for at, one in enumerate(pages) if at % _HELD_OUT_EVERY]
    return training, [*pages[::_HELD_OUT_EVERY], *kept]


def _number(path: Path) -> tuple[int, str]:
    """Put "pages-10" behind "pages-9": a later file must not change which pages are held out."""
    return len(path.stem), path.stem


def examples_of(
    pages: Sequence[dict[str, object]], count_tokens: Callable[[str], int], rng: random.Random
) -> tuple[list[Example], int]:
    """Give each wording on its passage and on others that do not answer; and how many are lost."""
    splitter = Splitter(count_tokens)
    passages: list[Passage] = []
    asked: list[Asked] = []
    lost = 0
    for page in track(pages, "Cutting pages"):
        own = passages_of(page, splitter)
        questions = page["questions"]
        if not isinstance(questions, list):
            raise TypeError("a page's 'questions' is a list; see the top of this file.")
        for question in questions:
            found = _asked(question, own, len(passages))
            lost += found is None
            asked += [found] if found else []
        passages += own
    miner = Miner([(one.context, one.text) for one in passages])
    examples = [one for each in asked for one in _examples(each, passages, miner, rng)]
    rng.shuffle(examples)
    return examples, lost


def passages_of(page: Mapping[str, object], splitter: Splitter) -> list[Passage]:
    """Cut a page as the product does."""
    title = str(page["title"])
    document = read_document(
        f"{title}\n\n{page['text']}\n".encode(),
        reader=reader_for_extension(".txt", title),
        source=title,
        name=title,
        key=title.encode(),
    )
    return list(splitter.split(document))


def _asked(question: dict[str, object], own: Sequence[Passage], shift: int) -> Asked | None:
    """Find a question's place among the passages of its page; None where it has none."""
    sentence, answer = str(question["in"]), question["a"]
    wordings = question["q"]
    if not isinstance(wordings, list):
        raise TypeError("a question's 'q' is a list of wordings; see the top of this file.")
    for at, passage in enumerate(own):
        start = passage.text.find(sentence)
        if start < 0:
            continue
        if answer is None:
            return Asked(wordings=tuple(wordings), answer="", place=shift + at, start=-1, end=-1)
        first = start + sentence.find(str(answer))
        return Asked(
            wordings=tuple(wordings),
            answer=str(answer),
            place=shift + at,
            start=first,
            end=first + len(str(answer)),
        )
    return None


def _examples(
    asked: Asked, passages: Sequence[Passage], miner: Miner, rng: random.Random
) -> Iterator[Example]:
    own = passages[asked.place]
    for wording in asked.wordings:
        yield Example(
            question=wording,
            context=own.context,
            text=own.text,
            start=asked.start,
            end=asked.end,
            origin="pages" if asked.answer else "pages_unanswered",
        )
        # What search finds next answers nothing, unless it says the same.
        found = miner.mine(wording, asked.answer or "\0", own.text)[:_FIRST_FOUND]
        for at in rng.sample(found, min(_NEGATIVES, len(found))):
            other = passages[at]
            if asked.answer or other.document_id == own.document_id:
                yield Example(
                    question=wording,
                    context=other.context,
                    text=other.text,
                    origin="pages_mined",
                )


if __name__ == "__main__":
    raise SystemExit(main())
