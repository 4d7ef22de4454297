"""Threads: one for a question, all for many texts."""

import threading

import torch

from index.encoding import SentenceTransformerEncoder
from index.threads import use_threads_for


def threads_after(texts: int) -> int:
    """Torch's threads in a thread of its own, after asking for so many texts."""
    found: list[int] = []

    def ask() -> None:
        use_threads_for(texts)
        found.append(torch.get_num_threads())

    one = threading.Thread(target=ask)
    one.start()
    one.join()
    return found[0]


def test_a_question_takes_one_thread_and_many_texts_take_all() -> None:
    every = threads_after(100)

    assert threads_after(1) == 1
    assert threads_after(100) == every


def test_a_question_is_encoded_on_one_thread() -> None:
    encoder = SentenceTransformerEncoder()

    encoder.encode(["Which incubators take no equity?"])
    alone = torch.get_num_threads()
    encoder.encode(["Which incubators take no equity?"] * 9)

    assert alone == 1
    assert torch.get_num_threads() == threads_after(9)
