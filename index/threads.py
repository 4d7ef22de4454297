"""How many threads a model computes with: one for a question, all for many texts.

Several threads that compute a short text wait for each other at every step; when other work has
the cores, each wait is a slice of the scheduler's. Measured on two busy cores: 490 ms for a
question with two threads, 9 ms with one; on idle ones 16 and 9 ms.
"""

from functools import cache

_FEW = 4


def use_threads_for(texts: int) -> None:
    """Set torch's threads, in the calling thread, for encoding so many texts at once."""
    import torch

    every = all_threads()
    torch.set_num_threads(1 if texts <= _FEW else every)


@cache
def all_threads() -> int:
    """Give what torch chose by itself, from the machine or OMP_NUM_THREADS; first asked at load."""
    import torch

    return torch.get_num_threads()
