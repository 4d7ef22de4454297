"""Prints for people: answers, passages, documents, reports. Nothing that a document says is obeyed.

Every text passes `printable` on its way out. On a terminal there is colour and wrapping; in a pipe
each line comes as it is.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from rich.cells import cell_len
from rich.console import Console
from rich.markdown import Markdown
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from assistant.api.schemas import (
    AskResponse,
    CoverageOut,
    DocumentTextOut,
    NearestOut,
    SearchResponse,
)

# Escape sequences whole (CSI, then OSC and its kin), so that no harmless-looking rest remains.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)

_SNIPPET_CHARACTERS = 300

# A longer short answer, names mostly, hides what it stands above: there they are one by one.
_LONGEST_SHORT = 80

# Spaces that a table puts between columns.
_GAP = 2


class PassageLike(Protocol):
    """What citations and passages share."""

    @property
    def title(self) -> str:
        """The document's title."""
        ...

    @property
    def heading(self) -> str | None:
        """The heading path."""
        ...

    @property
    def page(self) -> int | None:
        """The page, from 1."""
        ...

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """One past the last."""
        ...


def printable(text: str) -> str:
    r"""Take out what a terminal would obey: escape sequences, control and invisible characters.

    >>> printable("\x1b[31mred\x1b[0m\x07 \u202eevil\nnext")
    'red evil\nnext'
    """
    text = _ESCAPES.sub("", text)
    return "".join(
        c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"}
    )


def one_line(text: str) -> str:
    """Give the printable text on one line."""
    return " ".join(printable(text).split())


class Screen:
    """A console that prints cleaned text only."""

    def __init__(self, console: Console) -> None:
        """Print on `console`."""
        self._console = console

    def say(self, text: str = "", *, style: str = "", indent: int = 0) -> None:
        """Print a paragraph."""
        cleaned = Text(printable(text), style=style)
        if self._console.is_terminal:
            self._console.print(Padding(cleaned, (0, 0, 0, indent)))
        else:
            # Past rich, which would wrap lines and turn tabs into spaces.
            for line in cleaned.plain.split("\n"):
                self._console.file.write(" " * indent + line + "\n")
            # Whoever reads the pipe, a log for example, shall not wait until it is full.
            self._console.file.flush()

    def item(self, mark: str, text: str, *, style: str = "") -> None:
        """Print a paragraph behind a number or a dash; its further lines stand beside that."""
        if not self._console.is_terminal:
            self.say(f"{mark} {text}", style=style)
            return
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text(mark, style=style), Text(printable(text), style=style))
        self._console.print(grid)

    def markdown(self, text: str) -> None:
        """Print Markdown: rendered on a terminal, as written in a pipe."""
        if self._console.is_terminal:
            # Links are written out, so that what is shown is where they lead.
            self._console.print(Markdown(printable(text), hyperlinks=False))
        else:
            self.say(text)

    def rows(self, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print a table on a terminal, lines of cells separated by tabs in a pipe.

        Where a table would not fit, each row is a line of its first cell, which other commands
        take and so is never cut, and below it the others.
        """
        cells = [[one_line(cell) for cell in row] for row in rows]
        if not self._console.is_terminal:
            for row in cells:
                self.say("\t".join(row))
            return
        widths = [max(map(cell_len, column)) for column in zip(names, *cells, strict=True)]
        if sum(widths) + _GAP * len(widths) > self._console.width:
            for first, *others in cells:
                self.say(first, style="bold")
                self.say(" · ".join(filter(None, others)), indent=2)
            return
        table = Table(*names, box=None, header_style="bold", pad_edge=False)
        for row in cells:
            table.add_row(*(Text(cell) for cell in row))
        self._console.print(table)


def stdout_screen() -> Screen:
    """Give the screen for results."""
    return Screen(Console(highlight=False, markup=False, emoji=False))


def stderr_console() -> Console:
    """Give the console for progress and errors."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show that something takes a while, on stderr, if a person is looking."""
    console = stderr_console()
    if not console.is_terminal:
        yield
        return
    with console.status(what):
        yield


def print_answer(screen: Screen, reply: AskResponse) -> None:
    """Print an answer with its evidence, or what came nearest when it is declined."""
    if one_line(reply.query) != one_line(reply.question):
        screen.say(f"Understood as: {one_line(reply.query)}", style="italic")
    short = reply.short_answer or ""
    if 0 < len(short) <= _LONGEST_SHORT and not reply.answer.startswith(short):
        screen.say(short, style="bold")
    # Where documents disagree, the text itself says so.
    screen.markdown(reply.answer)
    for citation in reply.citations:
        screen.say()
        screen.item(f"[{citation.number}]", _place(citation, citation.source), style="cyan")
        screen.say(f"“{citation.quote}”", indent=4)
    # Last, because those that do not say may be many.
    if reply.coverage is not None:
        _print_coverage(screen, reply.coverage, reply)
    if reply.status == "declined":
        _print_instead(screen, reply)


def _print_instead(screen: Screen, reply: AskResponse) -> None:
    """Print what there is in place of an answer: questions to choose from, near passages."""
    for question in reply.asks_back:
        screen.item("-", one_line(question), style="cyan")
    if reply.nearest:
        screen.say()
        screen.say("Nearest passages:")
        for nearest in reply.nearest:
            screen.item("-", _place(nearest, nearest.source), style="cyan")
            screen.say(_snippet(nearest), indent=4)


def _print_coverage(screen: Screen, coverage: CoverageOut, reply: AskResponse) -> None:
    """Print how many entities were checked and which of them say what, where the text does not.

    The text of an answer counts them, and names those that do not say unless they are many; that of
    a declined one does neither.
    """
    groups = {
        "State it": coverage.stated,
        "Deny it": coverage.denied,
        "Do not say": coverage.silent,
    }
    untold = {
        what: names
        for what, names in groups.items()
        if not all(name in reply.answer for name in names)
    }
    if not untold and reply.status == "answered":
        return
    screen.say()
    if reply.status == "declined":
        screen.say(_counts(coverage))
    for what, names in untold.items():
        screen.item(f"{what}:", ", ".join(map(one_line, names)))


def _counts(coverage: CoverageOut) -> str:
    stated, denied, silent = map(len, (coverage.stated, coverage.denied, coverage.silent))
    return (
        f"{coverage.checked} checked: {stated} {'states' if stated == 1 else 'state'} it, "
        f"{denied} {'denies' if denied == 1 else 'deny'} it, "
        f"{silent} {'does' if silent == 1 else 'do'} not say."
    )


def print_passages(screen: Screen, found: SearchResponse) -> None:
    """Print found passages, best first."""
    if not found.passages:
        screen.say("No passage was found.")
    for number, passage in enumerate(found.passages, start=1):
        place = _place(passage, f"document {passage.document_id}")
        screen.item(f"{number}.", f"{place}, score {passage.score:.3f}", style="cyan")
        screen.say(passage.text, indent=4)


def print_document(screen: Screen, document: DocumentTextOut) -> None:
    """Print a document's facts, then its text."""
    screen.say(document.title, style="bold")
    facts = {
        "id": document.document_id,
        "source": document.source,
        "language": document.language,
        "as of": document.as_of or "not stated",
        "size": f"{document.characters} characters, {document.passages} passages",
        **document.metadata,
    }
    for name, value in facts.items():
        screen.say(f"{name}: {one_line(value)}")
    screen.say()
    screen.say(document.text)


def _place(passage: PassageLike, source: str) -> str:
    path = " > ".join(part for part in (passage.title, passage.heading) if part)
    page = f", page {passage.page}" if passage.page is not None else ""
    return one_line(f"{path} ({source}{page}, characters {passage.start}-{passage.end})")


def _snippet(passage: NearestOut) -> str:
    """Give how a passage begins, without the heading that was just said."""
    said = (passage.title, (passage.heading or "").rpartition(" > ")[2])
    first, _, rest = passage.text.partition("\n")
    line = one_line(rest if rest and first.strip() in said else passage.text)
    return line if len(line) <= _SNIPPET_CHARACTERS else line[:_SNIPPET_CHARACTERS].rstrip() + "…"
