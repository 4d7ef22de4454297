"""The reader's network: where an answer begins and ends, and whether a statement says yes or no.

Import it where it is needed: transformers and torch are slow to load.
"""

import torch
from transformers import BertConfig, BertForQuestionAnswering

from training.examples import Verdict


class ReadingNetwork(BertForQuestionAnswering):  # type: ignore[no-untyped-call]  # untyped there
    """A BERT with a span head, and on [CLS] a head for yes, no or neither.

    Weights of a plain `BertForQuestionAnswering` load as they are; the head for verdicts is then
    fresh.
    """

    def __init__(self, config: BertConfig) -> None:
        """Make the heads."""
        super().__init__(config)
        self.verdict = torch.nn.Linear(config.hidden_size, len(Verdict))
        self.post_init()  # type: ignore[no-untyped-call]  # untyped there

    def read(
        self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Give start and end logits, shape (rows, tokens), and verdicts' logits, (rows, 3)."""
        hidden = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)[0]
        start, end = self.qa_outputs(hidden).unbind(-1)
        return start, end, self.verdict(hidden[:, 0])
