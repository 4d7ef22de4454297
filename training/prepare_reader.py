"""Makes the reader's training and held-out examples from public question sets.

    python -m training.prepare_reader SQUAD.json.gz --policies POLICYQA.json.gz --out var/training

It also writes `verdicts-public.jsonl.gz`: questions for yes or no made from those of the set.
Whole articles are held out, so that what is measured on them was never read in training.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.progress import Progress

from training.closing import yes_or_no
from training.examples import Example, Paragraph, read_squad, write_examples
from training.hard_questions import hard_examples
from training.mining import Miner
from training.public_verdicts import answers_by_first_words, first_words, public_verdicts
from training.rephrasing import about_another, misspelt, telegraphic

SEED = 20
FOLDER = Path("training/data")
HELD_OUT_ARTICLES = 14
# How many of each kind; the sets are made to answer half of what they are asked.
KEPT_NEAR_NEGATIVES = 12_000
MINED = 16_000
ABOUT_ANOTHER = 6_000
YES_OR_NO = 9_000
YES_OR_NO_UNANSWERED = 4_000
# Real unanswerable questions are few and the only ones that people wrote to mislead.
REPEATED = {"real": 2, "hard": 2, "hard_unanswered": 2}
PUBLIC_VERDICTS = 16_000
# Of every hundred questions.
MISSPELT, TELEGRAPHIC, WITHOUT_CONTEXT = 9, 9, 22
_SAME_ANSWER = 0.55
# What people wrote counts so often beside what rules made of the public set.
_OWN_COUNT = 2


def main(arguments: list[str] | None = None) -> int:
    """Write `train.jsonl.gz` and `held-out.jsonl.gz`; say how many examples of each origin."""
    parser = argparse.ArgumentParser(prog="python -m training.prepare_reader")
    parser.add_argument("squad", type=Path, help="questions in the form of SQuAD 2.0, gzipped")
    parser.add_argument("--policies", type=Path, help="more, in the same form (PolicyQA)")
    parser.add_argument("--own", type=Path, default=FOLDER, help="hard questions of our own on it")
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the public examples; less for a later stage"
    )
    parser.add_argument("--out", type=Path, default=Path("var/training"))
    options = parser.parse_args(arguments)
    rng = random.Random(SEED)
    held_out, training = _split(list(read_squad(options.squad)), rng)
    hard = [*hard_examples(training, options.own)]
    examples = [*_originals(training, rng), *_made(training, rng)]
    examples = rng.sample(examples, round(options.share * len(examples)))
    for one in hard:
        examples += [] if one.verdict else [one] * REPEATED[one.origin]
    if options.policies:
        examples += [
            replace(one, origin="policies")
            for paragraph in read_squad(options.policies)
            for one in paragraph.examples
        ]
    examples = [_varied(one, rng) for one in examples]
    rng.shuffle(examples)
    kept = [one for paragraph in held_out for one in paragraph.examples]
    write_examples(kept, options.out / "held-out.jsonl.gz")
    write_examples(examples, options.out / "train.jsonl.gz")
    verdicts = [one for one in hard if one.verdict] * _OWN_COUNT
    verdicts += public_verdicts(training, PUBLIC_VERDICTS, rng)
    write_examples(verdicts, options.out / "verdicts-public.jsonl.gz")
    origins = sorted({one.origin for one in examples})
    counts = {origin: sum(one.origin == origin for one in examples) for origin in origins}
    answered = sum(one.is_answered for one in examples)
    sys.stdout.write(
        f"{len(examples):,} examples, {answered:,} answered: {counts}\n{len(kept):,} held out\n"
    )
    return 0


def _split(
    paragraphs: list[Paragraph], rng: random.Random
) -> tuple[list[Paragraph], list[Paragraph]]:
    titles = sorted({paragraph.title for paragraph in paragraphs})
    apart = set(rng.sample(titles, HELD_OUT_ARTICLES))
    return (
        [paragraph for paragraph in paragraphs if paragraph.title in apart],
        [paragraph for paragraph in paragraphs if paragraph.title not in apart],
    )


def _originals(paragraphs: Sequence[Paragraph], rng: random.Random) -> Iterator[Example]:
    examples = [one for paragraph in paragraphs for one in paragraph.examples]
    near = [one for one in examples if one.origin == "tfidf"]
    yield from rng.sample(near, min(KEPT_NEAR_NEGATIVES, len(near)))
    for one in examples:
        if one.origin != "tfidf":
            yield from [one] * REPEATED.get(one.origin, 1)


def _made(paragraphs: Sequence[Paragraph], rng: random.Random) -> Iterator[Example]:
    """What the public set lacks and the product meets."""
    asked = [one for paragraph in paragraphs for one in paragraph.examples]
    answered = [one for one in asked if one.is_answered]
    yield from _take(MINED, answered, rng, _mined(paragraphs, rng), "mined negatives")
    titles = sorted({paragraph.title for paragraph in paragraphs})

    def another(one: Example) -> Example | None:
        question = about_another(one.question, one.context, rng.choice(titles))
        made = replace(one, start=-1, end=-1, origin="another")
        return replace(made, question=question) if question else None

    yield from _take(ABOUT_ANOTHER, answered, rng, another, "about another")
    yield from _take(YES_OR_NO, answered, rng, _yes_or_no(answered, rng), "yes or no")
    near = [one for one in asked if one.origin == "tfidf"]
    yield from _take(
        YES_OR_NO_UNANSWERED, near, rng, _yes_or_no(answered, rng), "yes or no, unanswered"
    )


def _take(
    count: int,
    sources: Sequence[Example],
    rng: random.Random,
    make: Callable[[Example], Example | None],
    label: str,
) -> Iterator[Example]:
    """Make up to `count` examples out of sources in random order."""
    made = 0
    with Progress() as progress:
        task = progress.add_task(label, total=count)
        for source in rng.sample(list(sources), len(sources)):
            example = make(source)
            if example is None:
                continue
            yield example
            made += 1
            progress.update(task, advance=1)
            if made == count:
                return


def _mined(
    paragraphs: Sequence[Paragraph], rng: random.Random
) -> Callable[[Example], Example | None]:
    texts = [(paragraph.title, paragraph.text) for paragraph in paragraphs]
    miner = Miner(texts)

    def mine(one: Example) -> Example | None:
        found = miner.mine(one.question, one.text[one.start : one.end], one.text)[:4]
        if not found:
            return None
        title, text = texts[rng.choice(found)]
        return Example(question=one.question, context=title, text=text, origin="mined")

    return mine


def _yes_or_no(
    answered: Sequence[Example], rng: random.Random
) -> Callable[[Example], Example | None]:
    """Ask whether the answer, or another question's of its kind, is so; the span decides."""
    by_word = answers_by_first_words(answered)

    def ask(one: Example) -> Example | None:
        said = one.text[one.start : one.end] if one.is_answered else ""
        if not said or rng.random() > _SAME_ANSWER:
            others = by_word.get(first_words(one.question))
            if not others:
                return None
            said = rng.choice(others)
        question = yes_or_no(one.question, said)
        return replace(one, question=question, origin="yes_no") if question else None

    return ask


def _varied(example: Example, rng: random.Random) -> Example:
    """Misspell some questions, shorten others, leave some passages without their heading."""
    question, context = example.question, example.context
    die = rng.randrange(100)
    if die < MISSPELT:
        question = misspelt(question, rng)
    elif die < MISSPELT + TELEGRAPHIC and example.origin != "yes_no":
        question = telegraphic(question)
    if rng.randrange(100) < WITHOUT_CONTEXT and example.origin not in {"another", "swap"}:
        context = ""
    return replace(example, question=question, context=context)


if __name__ == "__main__":
    raise SystemExit(main())
