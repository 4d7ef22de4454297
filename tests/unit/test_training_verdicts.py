"""Examples of yes and no from questions about our own pages."""

import json
import random
from pathlib import Path

from index.splitting import Splitter
from training.batches import batch_of, rows_of
from training.examples import Example, Verdict, read_examples, write_examples
from training.prepare_verdicts import examples_of, read_asked
from training.train_reader import base_folder

PAGE = {
    "title": "The Golden Pipe",
    "text": "A prize for all.\n\nThe prize is awarded every second year. Entry costs nothing.",
    "questions": [],
    "yesno": [{"q": "Do I have to pay for entry?", "yes": False, "in": "Entry costs nothing."}],
}
MUSEUM = {
    "title": "The Museum",
    "text": "Three houses by the sea.\n\nEntry to the Red House is free. The Blue House takes an "
    "entry fee. The houses lie by the sea.",
    "questions": [],
}
WHICH = {
    "title": "The Museum",
    "q": "Which House of the museum costs nothing?",
    "yes": ["Entry to the Red House is free."],
    "no": ["The Blue House takes an entry fee."],
}
ASKED = [
    {"title": "The Golden Pipe", "q": "Is the prize annual?", "yes": False,
     "in": "The prize is awarded every second year."},
    {"title": "The Golden Pipe", "q": "Is entry free?", "yes": True, "in": "Entry costs nothing."},
    {"title": "Another page", "q": "Is it big?", "yes": True, "in": "It is big."},
]  # fmt: skip


def made(folder: Path) -> list[Example]:
    """Make the examples of the pages."""
    for name, some in (("yes-no-1", ASKED), ("which-1", [WHICH])):
        lines = "".join(json.dumps(one) + "\n" for one in some)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    for name, page in (("pages-1", MUSEUM), ("held-out-1", PAGE)):
        (folder / f"{name}.jsonl").write_text(json.dumps(page) + "\n", encoding="utf-8")
    splitter = Splitter(lambda text: len(text.split()))
    return [*examples_of([PAGE, MUSEUM], read_asked(folder), splitter)]


def test_a_question_is_put_to_what_decides_it_and_to_a_sentence_like_it(tmp_path: Path) -> None:
    found = [(one.question, one.text, one.verdict) for one in made(tmp_path)]

    assert found[0] == (ASKED[0]["q"], ASKED[0]["in"], Verdict.NO)
    assert found[1][0] == ASKED[0]["q"]
    assert "prize" in found[1][1]
    assert found[1][2] is Verdict.NEITHER
    assert found[2] == (ASKED[1]["q"], ASKED[1]["in"], Verdict.YES)
    assert ("Do I have to pay for entry?", "Entry costs nothing.", Verdict.NO) in found
    assert not any(question == ASKED[2]["q"] for question, _, _ in found)


def test_a_question_over_many_is_put_to_what_states_and_what_denies_it(tmp_path: Path) -> None:
    found = [(one.text, one.verdict) for one in made(tmp_path) if one.question == WHICH["q"]]

    assert found[:2] == [(WHICH["yes"][0], Verdict.YES), (WHICH["no"][0], Verdict.NO)]
    assert ("The houses lie by the sea.", Verdict.NEITHER) in found
    # It names the House, of which the other page says nothing.
    assert ("Entry costs nothing.", Verdict.NEITHER) in found


def test_verdicts_reach_the_network_as_they_were_written(tmp_path: Path) -> None:
    from tokenizers import Tokenizer

    examples = made(tmp_path)
    write_examples(examples, tmp_path / "verdicts.jsonl.gz")
    again = read_examples(tmp_path / "verdicts.jsonl.gz")
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    batch = batch_of([*rows_of(again, tokenizer, random.Random(1))])

    assert list(again) == examples
    expected = {Verdict.NEITHER: 0, Verdict.YES: 1, Verdict.NO: 2}
    assert batch.verdicts.tolist() == [expected[one.verdict] for one in examples if one.verdict]
