"""Makes one reader of several stages of training: the mean of their weights.

    python -m training.average OUT STAGE:WEIGHT ... --data var/training

The head for verdicts is the last stage's; on the mean's output it is fitted again. Source: Wortsman
et al., "Model soups: averaging weights of multiple fine-tuned models improves accuracy without
increasing inference time", 2022.
"""

import argparse
import random
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tokenizers import Tokenizer

from training.batches import batch_of, rows_of
from training.examples import read_examples

if TYPE_CHECKING:
    import torch

    from training.network import ReadingNetwork

SEED = 1
_BATCH = 64
_RIDGE = 1e-4
_STEPS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A folder that `train_reader` wrote, and how much it counts."""

    folder: Path
    weight: float


def main(arguments: list[str] | None = None) -> int:
    """Average, fit the head, save."""
    parser = argparse.ArgumentParser(prog="python -m training.average")
    parser.add_argument("out", type=Path)
    parser.add_argument("stages", nargs="+", metavar="STAGE:WEIGHT")
    parser.add_argument("--data", type=Path, default=Path("var/training"))
    options = parser.parse_args(arguments)
    parted = (one.rsplit(":", maxsplit=1) for one in options.stages)
    stages = [Stage(folder=Path(folder), weight=float(weight)) for folder, weight in parted]
    write_mean(stages, options.out)
    verdicts = options.data / "verdicts.jsonl.gz"
    if verdicts.exists():
        right = fit_head(options.out, verdicts)
        sys.stdout.write(f"the head decides {right:.1%} of what it was fitted to\n")
    return 0


def write_mean(stages: list[Stage], out: Path) -> None:
    """Write the weighted mean in half precision; a weight that only some have is theirs."""
    from safetensors.torch import load_file, save_file

    sums: dict[str, torch.Tensor] = {}
    totals: dict[str, float] = {}
    for stage in stages:
        for name, tensor in load_file(stage.folder / "model.safetensors").items():
            sums[name] = sums.get(name, 0.0) + stage.weight * tensor.float()
            totals[name] = totals.get(name, 0.0) + stage.weight
    out.mkdir(parents=True, exist_ok=True)
    mean = {name: (total / totals[name]).half() for name, total in sums.items()}
    save_file(mean, out / "model.safetensors", metadata={"format": "pt"})
    for name in ("config.json", "tokenizer.json"):
        shutil.copy(stages[-1].folder / name, out / name)


def fit_head(folder: Path, verdicts: Path) -> float:
    """Fit the head for verdicts alone, and save it; give the share it then decides rightly."""
    import torch

    from training.network import ReadingNetwork

    network = ReadingNetwork.from_pretrained(folder, dtype=torch.float32)
    network.eval()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    hidden, wanted = _read(network, folder, verdicts)
    head = network.verdict
    steps = torch.optim.LBFGS(head.parameters(), max_iter=_STEPS, line_search_fn="strong_wolfe")

    def closure() -> float:
        steps.zero_grad()
        loss = torch.nn.functional.cross_entropy(head(hidden), wanted)
        loss = loss + _RIDGE * (head.weight**2).sum()
        loss.backward()  # type: ignore[no-untyped-call]  # untyped there
        return loss.item()

    steps.step(closure)  # type: ignore[no-untyped-call]  # untyped there
    half = network.half()  # type: ignore[no-untyped-call]  # torch leaves it so
    half.save_pretrained(folder)
    with torch.no_grad():
        return float((head.float()(hidden).argmax(1) == wanted).float().mean())


def _read(
    network: "ReadingNetwork", folder: Path, verdicts: Path
) -> "tuple[torch.Tensor, torch.Tensor]":
    """Give what stands on [CLS] for each example, shape (examples, width), and the verdicts."""
    import torch

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    rows = [*rows_of(read_examples(verdicts), tokenizer, random.Random(SEED))]
    rows.sort(key=lambda row: len(row.ids))
    hidden, wanted = [], []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for first in range(0, len(rows), _BATCH):
            batch = batch_of(rows[first : first + _BATCH])
            ids, mask, types = map(torch.from_numpy, (batch.ids, batch.mask, batch.types))
            states = network.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)[0]
            hidden.append(states[:, 0].float())
            wanted.append(torch.from_numpy(batch.verdicts))
    return torch.cat(hidden), torch.cat(wanted)


if __name__ == "__main__":
    raise SystemExit(main())
