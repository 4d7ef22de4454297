"""Asks what was asked in our own conversations of the product, to learn behind its own answers.

    python -m training.answer_conversations [training/data]

The pages of each `pages-N.jsonl` become a knowledge base of their own; for each conversation of
`conversations-N.jsonl` a line of `answered-N.jsonl` holds its page, its follow-up, the history as
`history_of` writes it, and the words that the follow-up points at. Left out are those whose
history is word for word the written one, and those in which these words do not occur.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.progress import track

from assistant.model import Conversation, Turn
from assistant.question.following.reading_back import history_of
from assistant.services import Services
from eval.knowledge_base import open_knowledge_base
from training.follow_ups import FOLDER, occurrences, written_history


def main(arguments: list[str] | None = None) -> int:
    """Write `answered-N.jsonl` for each file of conversations; say how many."""
    parser = argparse.ArgumentParser(prog="python -m training.answer_conversations")
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    options = parser.parse_args(arguments)
    for file in sorted(options.folder.glob("conversations-*.jsonl")):
        number = file.stem.rpartition("-")[2]
        out = options.folder / f"answered-{number}.jsonl"
        lines = [*_answered(options.folder / f"pages-{number}.jsonl", file)]
        out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        sys.stdout.write(f"{out}: {len(lines)}\n")
    return 0


def _answered(pages: Path, conversations: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for at, line in enumerate(pages.read_text(encoding="utf-8").splitlines()):
            page = json.loads(line)
            text = f"# {page['title']}\n\n{page['text']}\n"
            (Path(folder) / f"{at:03}.md").write_text(text, encoding="utf-8")
        with open_knowledge_base(
            Path(folder), on_event=lambda _: None, on_failure=lambda _: None
        ) as services:
            contents = conversations.read_text(encoding="utf-8").splitlines()
            for line in track(contents, f"Asking {conversations.name}"):
                found = _line(json.loads(line), services)
                if found is not None:
                    yield json.dumps(found, ensure_ascii=False)


def _line(content: Mapping[str, object], services: Services) -> Mapping[str, object] | None:
    conversation = Conversation(conversation_id="learning")
    turns = content["turns"]
    if not isinstance(turns, list):
        raise TypeError("a conversation's 'turns' is a list; see training/follow_ups.py.")
    for question, *_ in turns:
        conversation = conversation.append(services.assistant.ask(question, conversation))
    history = history_of([turn for turn in conversation.turns if not _asks_back(turn)])
    means = content["means"]
    if not isinstance(means, list) or history == written_history(content):
        return None
    if means and not any(occurrences(one, history) for one in means):
        return None
    return {
        "page": content["page"],
        "question": content["follow_up"],
        "history": history,
        "means": means,
    }


def _asks_back(turn: Turn) -> bool:
    return bool(turn.answer.asks_back)
