"""The command that measures; the evaluation itself is a package that is not in the wheel."""

import subprocess
import sys
from collections.abc import Sequence
from importlib.machinery import PathFinder
from pathlib import Path

from assistant.errors import SettingsError


def run_eval(arguments: Sequence[str]) -> int:
    """Run `python -m eval` and give its exit code.

    Raises:
        SettingsError: The evaluation is not part of this installation.
    """
    # As `python -m` will look: the current folder first.
    if PathFinder.find_spec("eval", [str(Path.cwd()), *sys.path]) is None:
        raise SettingsError(
            "The evaluation is not part of this installation; run it in a checkout of the "
            "project, where the folder 'eval' is."
        )
    return subprocess.run([sys.executable, "-m", "eval", *arguments], check=False).returncode  # noqa: S603  our own module
