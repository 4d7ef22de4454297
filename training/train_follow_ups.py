r"""Trains the reader of follow-ups: which words of what was said a question points at.

    python -m training.float_weights var/training/shipped
    python -m training.train_follow_ups CAST.jsonl --base var/training/shipped --out ONE \
        --made-up SQUAD.json.gz --epochs 1 --learning-rate 8e-5
    python -m training.train_follow_ups CAST.jsonl --base ONE --out TWO \
        --epochs 2 --learning-rate 7e-5
    python -m training.train_follow_ups CAST.jsonl --base TWO --out THREE --development
    python -m training.export_reader THREE --out assistant/models/following

It goes on from the shipped reader, which knows spans; embeddings stay as they are. Half an hour on
two cores. First come many made-up follow-ups, then those that people wrote, then those of
development. Of several stretches that name the same thing any is right.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rich.progress import track
from tokenizers import Tokenizer

from training.follow_ups import (
    FollowUp,
    of_answered,
    of_cast,
    of_development,
    of_our_pages,
    of_standing_alone,
)
from training.made_up_follow_ups import of_pages, of_squad
from training.train_reader import load_model, save

if TYPE_CHECKING:
    import torch

    from training.network import ReadingNetwork

SEED = 20
_MAX_QUESTION_TOKENS = 64
_MAX_TOKENS = 256
_MAX_SPAN_TOKENS = 14
_BATCH = 16
# So much longer may a row be that is put beside shorter ones.
_SPREAD_TOKENS = 40
_WARM_UP = 0.06
_DROPOUT = 0.1
_NEVER = -1e4
# Beside follow-ups of development one of so many others.
_OTHERS_EVERY = 3
# So many made up of SQuAD are learned first, and so many about our pages beside written ones.
_OF_SQUAD, _MADE_UP_BESIDE = 12_000, 1_500
# So much of both, found and right, is common where a prediction counts as right.
_AGREED = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A follow-up in tokens; `starts` and `ends` are all that are right, 0 for "nothing"."""

    ids: Sequence[int]
    asked: int
    starts: Sequence[int]
    ends: Sequence[int]


def main(arguments: list[str] | None = None) -> int:
    """Train, say on how many held-out ones it is right, save."""
    parser = argparse.ArgumentParser(prog="python -m training.train_follow_ups")
    parser.add_argument("cast", type=Path, help="follow-ups of TREC CAsT with rewrites, .jsonl")
    parser.add_argument("--base", type=Path, required=True, help="what float_weights wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--development", action="store_true", help="learn those of development, and few others"
    )
    parser.add_argument(
        "--made-up", type=Path, metavar="SQUAD", help="learn made-up ones, and no others"
    )
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--learning-rate", type=float, default=6e-5)
    options = parser.parse_args(arguments)
    import torch

    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    rng = random.Random(SEED)
    every = _made_up(options.made_up, rng) if options.made_up else _written(options.cast, rng)
    asked = [one for one in every if not one.held_out]
    if options.development:
        asked = [*of_development(), *rng.sample(asked, len(asked) // _OTHERS_EVERY)]
    learned = [*rows_of(asked, tokenizer)]
    held_out = [*rows_of([one for one in every if one.held_out], tokenizer)]
    model = load_model(options.base, dropout=_DROPOUT, train_embeddings=False)
    _train(model, learned, options)
    found = zip(held_out, _found(model, held_out), strict=True)
    right = sum(is_right(row, *one) for row, one in found)
    sys.stdout.write(f"learned from {len(learned)}; held out {len(held_out)}, right {right}\n")
    save(model, options.base, options.out)
    return 0


def _made_up(squad: Path, rng: random.Random) -> list[FollowUp]:
    about = [*of_squad(squad, rng)]
    return [*of_pages(rng), *rng.sample(about, min(len(about), _OF_SQUAD))]


def _written(cast: Path, rng: random.Random) -> list[FollowUp]:
    """What people wrote, and beside it some that stand alone and some made up."""
    some = rng.sample([one for one in of_pages(rng) if not one.held_out], _MADE_UP_BESIDE)
    return [*of_our_pages(), *of_answered(), *of_cast(cast), *of_standing_alone(rng), *some]


def rows_of(examples: Sequence[FollowUp], tokenizer: Tokenizer) -> Iterator[Row]:
    """Cut into tokens; what points at words that are too far back is left out."""
    cls, sep = (
        tokenizer.encode(name, add_special_tokens=False).ids[0] for name in ("[CLS]", "[SEP]")
    )
    for one in examples:
        asked = tokenizer.encode(one.question, add_special_tokens=False).ids
        head = [cls, *asked[:_MAX_QUESTION_TOKENS], sep]
        said = tokenizer.encode(one.history, add_special_tokens=False)
        room = _MAX_TOKENS - len(head) - 1
        offsets = said.offsets[:room]
        inside = [_tokens(offsets, *span) for span in one.spans]
        places = [place for place in inside if place]
        if one.spans and not places:
            continue
        yield Row(
            ids=[*head, *said.ids[:room], sep],
            asked=len(head),
            starts=[len(head) + place[0] for place in places] or [0],
            ends=[len(head) + place[-1] for place in places] or [0],
        )


def _tokens(offsets: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """Give the places of the tokens of a stretch; none where it is cut off."""
    inside = [at for at, (first, last) in enumerate(offsets) if first < end and start < last]
    return inside if inside and offsets[inside[-1]][1] >= end else []


def _train(model: "ReadingNetwork", rows: Sequence[Row], options: argparse.Namespace) -> None:
    import torch

    rng = random.Random(SEED)
    trained = [one for one in model.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=options.learning_rate, weight_decay=0.01)
    steps = int(len(rows) / _BATCH * options.epochs)
    batches = _batches(rows, rng)
    for step in track(range(steps), "Training"):
        done = step / steps
        rate = min(1.0, done / _WARM_UP) * (1 - done)
        for group in optimizer.param_groups:
            group["lr"] = options.learning_rate * rate
        loss = _loss(model, next(batches))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it so
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()


def _batches(rows: Sequence[Row], rng: random.Random) -> Iterator[Sequence[Row]]:
    """Give every row once an epoch, for ever, beside rows of like length."""
    while True:
        order = sorted(rows, key=lambda row: len(row.ids) + rng.random() * _SPREAD_TOKENS)
        groups = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
        yield from rng.sample(groups, len(groups))


def _loss(model: "ReadingNetwork", rows: Sequence[Row]) -> "torch.Tensor":
    """Give how little of the probability lies on what is right."""
    import torch

    starts, ends, mask = _logits(model, rows)
    right = [torch.zeros_like(mask), torch.zeros_like(mask)]
    for at, row in enumerate(rows):
        right[0][at, list(row.starts)] = True
        right[1][at, list(row.ends)] = True
    return _missed(starts, right[0], mask) + _missed(ends, right[1], mask)


def _missed(logits: "torch.Tensor", right: "torch.Tensor", mask: "torch.Tensor") -> "torch.Tensor":
    scores = logits.float().masked_fill(~mask, _NEVER)
    missed: torch.Tensor = scores.logsumexp(1) - scores.masked_fill(~right, _NEVER).logsumexp(1)
    return missed.mean()


def _logits(
    model: "ReadingNetwork", rows: Sequence[Row]
) -> tuple["torch.Tensor", "torch.Tensor", "torch.Tensor"]:
    """Give start and end logits, and which tokens there are, shape (rows, tokens)."""
    import torch

    shape = (len(rows), max(len(row.ids) for row in rows))
    ids, types = torch.zeros(shape, dtype=torch.int64), torch.zeros(shape, dtype=torch.int64)
    mask = torch.zeros(shape, dtype=torch.bool)
    for at, row in enumerate(rows):
        ids[at, : len(row.ids)] = torch.tensor(row.ids)
        types[at, row.asked : len(row.ids)] = 1
        mask[at, : len(row.ids)] = True
    with torch.autocast("cpu", dtype=torch.bfloat16):
        starts, ends, _ = model.read(ids, mask.long(), types)
    return starts, ends, mask


def _found(model: "ReadingNetwork", rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Give the likeliest first and last token of each, (0, 0) for nothing."""
    import torch

    model.eval()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    for row in rows:
        with torch.no_grad():
            starts, ends, _ = _logits(model, [row])
        scores = np.add.outer(starts[0].float().numpy(), ends[0].float().numpy())
        order = np.arange(len(scores))
        length = order[None, :] - order[:, None]
        allowed = (length >= 0) & (length < _MAX_SPAN_TOKENS) & (order[:, None] >= row.asked)
        allowed[0, 0] = True
        best = int(np.where(allowed, scores, _NEVER).argmax())
        yield divmod(best, len(scores))


def is_right(row: Row, start: int, end: int) -> bool:
    """Whether a stretch of tokens is about one of those that are right."""
    agreed = (
        (min(end, last) - max(start, first) + 1) / (max(end, last) - min(start, first) + 1)
        for first, last in zip(row.starts, row.ends, strict=True)
    )
    return max(agreed) >= _AGREED


if __name__ == "__main__":
    sys.exit(main())
