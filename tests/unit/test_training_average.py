"""One reader of several stages of training."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from training.average import Stage, write_mean


def stage(folder: Path, weight: float, **tensors: float) -> Stage:
    """Write a stage whose weights are single numbers."""
    folder.mkdir()
    held = {name: torch.tensor([value]).half() for name, value in tensors.items()}
    save_file(held, folder / "model.safetensors")
    for name in ("config.json", "tokenizer.json"):
        (folder / name).write_text(folder.name, encoding="utf-8")
    return Stage(folder=folder, weight=weight)


def test_weights_are_averaged_and_the_last_stage_gives_what_only_it_has(tmp_path: Path) -> None:
    stages = [
        stage(tmp_path / "a", 1.0, layer=1.0),
        stage(tmp_path / "b", 3.0, layer=5.0, verdict=7.0),
    ]

    write_mean(stages, tmp_path / "mean")

    mean = load_file(tmp_path / "mean" / "model.safetensors")
    assert {name: one.item() for name, one in mean.items()} == pytest.approx(
        {"layer": 4.0, "verdict": 7.0}
    )
    assert (tmp_path / "mean" / "config.json").read_text(encoding="utf-8") == "b"
