"""Trains the reader: a small BERT with a head for spans and one for yes or no.

    python -m training.train_reader var/training --out var/training/reader [--minutes 120]

It reads what `prepare_reader` wrote, and what `prepare_pages` and `prepare_verdicts` did if there.
On a CPU with bfloat16 arithmetic it reads about 55 examples a second on two cores; on a GPU an
epoch takes a minute or two. With `--minutes` the learning rate falls to zero by that time.
"""

import argparse
import itertools
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rich.progress import track
from tokenizers import Tokenizer

from training.batches import Batch, Row, batches_of, rows_of
from training.examples import Example, read_examples

if TYPE_CHECKING:
    import torch

    from training.network import ReadingNetwork

SEED = 20
_WARM_UP = 0.04
_LOGGED_EVERY = 100
_SAVED_EVERY = 2_000


@dataclass(slots=True)
class Schedule:
    """How far training has come, by steps or by the clock, whichever is further.

    Attributes:
        steps: Steps in all.
        minutes: Minutes in all; None for no limit.
    """

    steps: int
    minutes: float | None
    began: float = field(default_factory=time.monotonic)

    def progress(self, step: int) -> float:
        """From 0 to 1, the end."""
        by_clock = (time.monotonic() - self.began) / 60 / self.minutes if self.minutes else 0.0
        return min(1.0, max(step / self.steps, by_clock))

    def rate(self, step: int) -> float:
        """The share of the highest learning rate: up to 1, then down to 0 in a straight line."""
        done = self.progress(step)
        return done / _WARM_UP if done < _WARM_UP else (1 - done) / (1 - _WARM_UP)


def main(arguments: list[str] | None = None) -> int:
    """Train, save, say how fast."""
    parser = argparse.ArgumentParser(prog="python -m training.train_reader")
    parser.add_argument("data", type=Path, help="the folder that prepare_reader wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--base", type=Path, help="start from this folder, not all-MiniLM-L6-v2")
    parser.add_argument(
        "--pages", type=int, default=3, help="how often what prepare_pages wrote counts, if there"
    )
    parser.add_argument(
        "--verdicts-every", type=int, default=4, help="batches before one of what decides yes or no"
    )
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--minutes", type=float, help="end by then, whatever has been read")
    parser.add_argument("--learning-rate", type=float, default=1.5e-4)
    parser.add_argument("--tokens", type=int, default=5_000, help="tokens in a batch")
    parser.add_argument("--dropout", type=float, default=0.0, help="0.1 on a GPU, for 3 epochs")
    parser.add_argument("--train-embeddings", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    train(options)
    return 0


def train(options: argparse.Namespace) -> None:
    """Train as the options say and save weights and tokenizer in `options.out`."""
    import torch

    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    base = options.base or base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = [*read_examples(options.data / "train.jsonl.gz")]
    if (options.data / "pages.jsonl.gz").exists():
        examples += [*read_examples(options.data / "pages.jsonl.gz")] * options.pages
    rows = list(track(rows_of(examples, tokenizer, rng), "Tokenizing", total=len(examples)))
    judged = rows_of(_verdicts(options.data), tokenizer, rng)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = load_model(base, dropout=options.dropout, train_embeddings=options.train_embeddings)
    model.to(device)  # type: ignore[arg-type]  # transformers wraps it, untyped
    groups = _parameter_groups(model)
    optimizer = torch.optim.AdamW(groups, lr=options.learning_rate, fused=True)
    per_epoch = sum(1 for _ in batches_of(rows, options.tokens, random.Random(0)))
    schedule = Schedule(steps=int(per_epoch * options.epochs), minutes=options.minutes)
    batches = _mixed(rows, list(judged), options, rng)
    _loop(model, optimizer, schedule, batches, options)
    save(model, base, options.out)


def _verdicts(folder: Path) -> list[Example]:
    """Give what decides yes or no; that of our own pages twice beside what rules made."""
    counts = {"verdicts.jsonl.gz": 2, "verdicts-public.jsonl.gz": 1}
    return [
        one
        for name, count in counts.items()
        if (folder / name).exists()
        for one in [*read_examples(folder / name)] * count
    ]


def base_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 that the product embeds with."""
    from index.encoding import packaged_folder

    return packaged_folder()


def load_model(base: Path, *, dropout: float, train_embeddings: bool) -> "ReadingNetwork":
    """Load the base with its heads, fresh where the base has none."""
    import torch

    from training.network import ReadingNetwork

    model = ReadingNetwork.from_pretrained(
        base, dtype=torch.float32, attn_implementation="eager", use_safetensors=True
    )
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = dropout
    model.bert.embeddings.requires_grad_(train_embeddings)
    model.train()
    return model


def save(model: "ReadingNetwork", base: Path, folder: Path) -> None:
    """Write half-precision weights and the tokenizer."""
    import copy

    folder.mkdir(parents=True, exist_ok=True)
    half = copy.deepcopy(model).half()  # type: ignore[no-untyped-call]  # torch leaves it so
    half.save_pretrained(folder)
    (folder / "tokenizer.json").write_bytes((base / "tokenizer.json").read_bytes())


def _parameter_groups(model: "ReadingNetwork") -> list[dict[str, object]]:
    trained = [(name, one) for name, one in model.named_parameters() if one.requires_grad]
    plain = [one for name, one in trained if "bias" in name or "LayerNorm" in name]
    decayed = [one for name, one in trained if not ("bias" in name or "LayerNorm" in name)]
    return [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}]


def _endless(rows: list[Row], tokens: int, rng: random.Random) -> Iterator[Batch]:
    while True:
        yield from batches_of(rows, tokens, rng)


def _mixed(
    rows: list[Row], judged: list[Row], options: argparse.Namespace, rng: random.Random
) -> Iterator[Batch]:
    """Give batches to read, and every so often one to judge, of shorter rows."""
    judging = _endless(judged, options.tokens, rng) if judged else iter(())
    for number, batch in enumerate(_endless(rows, options.tokens, rng), start=1):
        yield batch
        if number % options.verdicts_every == 0:
            yield from itertools.islice(judging, 1)


def _loop(
    model: "ReadingNetwork",
    optimizer: "torch.optim.Optimizer",
    schedule: Schedule,
    batches: Iterator[Batch],
    options: argparse.Namespace,
) -> None:
    import torch

    began, read, losses = time.monotonic(), 0, []
    base = options.base or base_folder()
    for step, batch in enumerate(batches):
        if schedule.progress(step) >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = options.learning_rate * schedule.rate(step)
        loss = _loss(model, batch)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it so
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
        read += len(batch.starts)
        if step % _LOGGED_EVERY == _LOGGED_EVERY - 1:
            seconds = time.monotonic() - began
            state = {
                "step": step + 1,
                "examples": read,
                "progress": round(schedule.progress(step), 4),
                "loss": round(float(np.mean(losses[-_LOGGED_EVERY:])), 4),
                "examples_per_second": round(read / seconds, 1),
            }
            sys.stdout.write(json.dumps(state) + "\n")
            sys.stdout.flush()
        if step % _SAVED_EVERY == _SAVED_EVERY - 1:
            save(model, base, options.out)


def _loss(model: "ReadingNetwork", batch: Batch) -> "torch.Tensor":
    """Cross entropy of verdicts, or of start and end; [CLS] stands for "does not answer"."""
    import torch

    device = next(model.parameters()).device
    ids, mask, types, starts, ends = (
        torch.from_numpy(one).to(device)
        for one in (batch.ids, batch.mask, batch.types, batch.starts, batch.ends)
    )
    with torch.autocast(device.type, dtype=torch.bfloat16):
        *spans, verdicts = model.read(ids, mask, types)
    cross_entropy = torch.nn.functional.cross_entropy
    if (batch.verdicts >= 0).all():
        wanted = torch.from_numpy(batch.verdicts).to(device)
        judged: torch.Tensor = cross_entropy(verdicts.float(), wanted)
        return judged
    start, end = (logits.float().masked_fill(mask == 0, -1e4) for logits in spans)
    loss: torch.Tensor = (cross_entropy(start, starts) + cross_entropy(end, ends)) / 2
    return loss


if __name__ == "__main__":
    raise SystemExit(main())
