"""Exports a trained reader to the file that ships: ONNX with int8 weights, beside its tokenizer.

    python -m training.export_reader MODEL_FOLDER [--out assistant/models/reader]

Trains nothing. The int8 model is compared with the float32 one on a sample before it is written.
"""

import argparse
import hashlib
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

# The page's promise: a clone stays small, and a reader is loaded in well under a second.
MAX_MODEL_BYTES = 25_000_000
_OPSET = 17
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OUTPUTS = ("start_logits", "end_logits", "verdict_logits")
_SAMPLE = (
    ("When did the programme start?", "A programme. It began in 2015 and was widened in 2021."),
    ("Who funds the project?", "A project. It is funded by the national innovation agency."),
    ("How many companies are members?", "A cluster. About 300 companies belong to the cluster."),
    ("Does it take equity?", "An incubator. The incubator does not take equity in its companies."),
    ("Where is the office?", "A science park. The park lies next to the university hospital."),
    ("What is the capital of France?", "A cluster. About 300 companies belong to the cluster."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How far int8 is from float32 on the sample: mean and greatest |logit difference|."""

    mean: float
    greatest: float
    same_spans: int
    questions: int


def main(arguments: list[str] | None = None) -> int:
    """Export, compare, report; exit code 1 when the file is larger than may ship."""
    parser = argparse.ArgumentParser(prog="python -m training.export_reader")
    parser.add_argument("folder", type=Path, help="a folder that train_reader wrote (safetensors)")
    parser.add_argument("--out", type=Path, default=Path("assistant/models/reader"))
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = write_tokenizer(options.folder, options.out / "tokenizer.json")
    target = options.out / "model.onnx"
    with tempfile.TemporaryDirectory() as scratch:
        exported = Path(scratch) / "float32.onnx"
        export_float32(options.folder, exported)
        quantize(exported, target)
        _say(f"int8 against float32: {compare(tokenizer, exported, target)}")
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    _say(f"{target}: {target.stat().st_size:,} bytes, sha256 {digest}")
    return 0 if target.stat().st_size <= MAX_MODEL_BYTES else 1


def write_tokenizer(folder: Path, target: Path) -> Tokenizer:
    """Copy the tokenizer without the truncation and padding that training left in it."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(target), pretty=False)
    return tokenizer


def export_float32(folder: Path, target: Path) -> None:
    """Write the network as float32 ONNX with free batch size and length."""
    # Heavy, and needed here alone.
    import torch

    from training.network import ReadingNetwork

    model = ReadingNetwork.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="eager", use_safetensors=True
    )
    model.eval()  # type: ignore[no-untyped-call]  # transformers leaves it untyped

    class _Logits(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = model

        def forward(
            self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor
        ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
            return self.network.read(ids, mask, types)

    example = torch.ones((2, 16), dtype=torch.int64)
    free = {0: "batch", 1: "length"}
    torch.onnx.export(
        _Logits(),
        (example, example, torch.zeros_like(example)),
        str(target),
        input_names=list(_INPUTS),
        output_names=list(_OUTPUTS),
        dynamic_axes={**dict.fromkeys((*_INPUTS, *_OUTPUTS), free), _OUTPUTS[2]: {0: "batch"}},
        opset_version=_OPSET,
        dynamo=False,
    )


def quantize(source: Path, target: Path) -> None:
    """Write the network with int8 weights; activations are quantized while it runs.

    One scale per channel: of 150 questions, 87% keep the same start and end as in float32, with one
    scale per matrix 73%. Seven bits of eight: processors without VNNI add in 16 bits, which
    overflow with eight, and the seven cost nothing.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )


def compare(tokenizer: Tokenizer, expected: Path, actual: Path) -> Difference:
    """Run both networks on the sample."""
    encodings = [tokenizer.encode(question, text) for question, text in _SAMPLE]
    differences, same = [], 0
    for encoding in encodings:
        one, other = _logits(expected, encoding), _logits(actual, encoding)
        differences.append(np.abs(one - other))
        same += int((one.argmax(axis=1) == other.argmax(axis=1)).all())
    joined = np.concatenate([difference.ravel() for difference in differences])
    return Difference(
        mean=float(joined.mean()),
        greatest=float(joined.max()),
        same_spans=same,
        questions=len(encodings),
    )


def _logits(model: Path, encoding: Encoding) -> NDArray[np.float32]:
    """Start and end logits of one text, shape (2, tokens)."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    values = (encoding.ids, encoding.attention_mask, encoding.type_ids)
    feed = {name: np.array([row], np.int64) for name, row in zip(_INPUTS, values, strict=True)}
    start, end = session.run(list(_OUTPUTS[:2]), feed)
    return np.concatenate([start, end]).astype(np.float32)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
