"""A "which" or "how many" answer as a table: each one that was checked, with what it is said. Pure.

The answer's text names those that state it in a list, a line each (`- **Name**: quote [1]`), and
ends with a line that counts (`14 incubators checked: ...`). What cannot be read so stays text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.languages.answers import retold_text
from assistant.model import Answer, Coverage
from ui.evidence import Address, render_marker
from ui.language import Language
from ui.markup import escape, render_markdown, unescape_markdown
from ui.texts import load_texts

SHOWN_ROWS = 12
"""Rows before those that do not say fold away."""

_LISTED = re.compile(r"- \*\*(?P<name>(?:\\.|[^*\\])+)\*\*(?P<said>.*)")
_COUNTED = re.compile(r"(?:None of the .* states it\. |No .* states it\. )?\d[\d,]* .+ checked: .*")
_MARKERS = re.compile(r" ?\[(\d{1,4})\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageText:
    """What an answer's text says beside its table.

    Attributes:
        opening: Markdown that stands before the list.
        said: What is said of each that is listed, as Markdown, by its name.
        counted: Whether the text ends by counting who states, denies and does not say.
    """

    opening: str
    said: Mapping[str, str]
    counted: bool


def read_coverage(text: str) -> CoverageText:
    r"""Take the text of an answer over many apart.

    >>> read_coverage("Yes.\n\n- **A**: It does. [1]\n\n2 hubs checked: 1 states it.")
    CoverageText(opening='Yes.', said={'A': 'It does. [1]'}, counted=True)
    """
    said: dict[str, str] = {}
    opening: list[str] = []
    counted = False
    for line in text.splitlines():
        listed = _LISTED.fullmatch(line)
        if listed:
            said[unescape_markdown(listed["name"])] = listed["said"].removeprefix(":").strip()
        elif _COUNTED.fullmatch(line):
            counted = True
        else:
            opening.append(line)
    return CoverageText(opening="\n".join(opening).strip(), said=said, counted=counted)


def render_coverage(answer: Answer, address: Address, language: Language) -> str:
    """Render an answer's text and its coverage as one table; needs an answer with coverage."""
    coverage = answer.coverage
    if coverage is None:
        raise ValueError("The answer has no coverage; render its text instead.")
    read = read_coverage(answer.text)
    if answer.status == "declined":
        read = replace(read, counted=True)
    opening = render_markdown(retold_text(read.opening, answer.citations, language), address)
    rows = _rows(answer, coverage, read, address, language)
    shown, folded = rows[:SHOWN_ROWS], rows[SHOWN_ROWS:]
    said = len(coverage.stated) + len(coverage.denied)
    if said > SHOWN_ROWS:  # whoever says something is always shown
        shown, folded = rows[:said], rows[said:]
    table = _table(shown, coverage if read.counted else None, language)
    return f"{opening}{table}{_folded(folded, language)}"


def _rows(
    answer: Answer, coverage: Coverage, read: CoverageText, address: Address, language: Language
) -> list[str]:
    """Render a row for each that was checked: those that state it, deny it, do not say."""
    groups = (
        ("stated", coverage.stated),
        ("denied", coverage.denied),
        ("silent", coverage.silent),
    )
    rows = []
    for verdict, names in groups:
        for name in names:
            said = _said(read.said.get(name, ""), address)
            said = said or _quoted(coverage.citation_numbers.get(name, ()), answer, address)
            rows.append(_row(name, verdict if read.counted else "", said, language))
    return rows


def _quoted(numbers: Sequence[int], answer: Answer, address: Address) -> str:
    """Give quotes by their numbers, with their markers."""
    quotes = {citation.number: citation.quote for citation in answer.citations}
    return " ".join(
        f"{escape(quotes[number])} {render_marker(number, address)}" for number in numbers
    )


def _row(name: str, verdict: str, said: str, language: Language) -> str:
    """Render one that was checked; `said` is HTML."""
    told = ""
    if verdict:
        word = load_texts("chat").html(language, f"coverage_{verdict}")
        told = f'<td class="verdict"><span class="{verdict}">{word}</span></td>'
    return f'<tr><th scope="row">{escape(name)}</th>{told}<td class="said">{said}</td></tr>'


def _said(said: str, address: Address) -> str:
    """Render what is said of one in a line, with its markers."""
    parts = _MARKERS.split(said)  # odd places hold the numbers
    return "".join(
        f" {render_marker(int(part), address)}" if at % 2 else escape(unescape_markdown(part))
        for at, part in enumerate(parts)
    )


def _table(rows: Sequence[str], coverage: Coverage | None, language: Language) -> str:
    """Put rows under their heads, with the counts above where the answer counts."""
    texts = load_texts("chat")
    keys = ["coverage_name", "coverage_verdict", "coverage_quote"]
    caption = ""
    if coverage is None:
        keys.remove("coverage_verdict")
    else:
        caption = f"<caption>{_counts(coverage, language)}</caption>"
    heads = "".join(f'<th scope="col">{texts.html(language, key)}</th>' for key in keys)
    return (
        f'<div class="coverage table"><table>{caption}<thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _counts(coverage: Coverage, language: Language) -> str:
    """Say how many were checked and what they say; who states it is always counted."""
    texts = load_texts("chat")
    counts = (
        ("stated", len(coverage.stated)),
        ("denied", len(coverage.denied)),
        ("silent", len(coverage.silent)),
    )
    said = []
    for kind, count in counts:
        if count or kind == "stated":
            number = "one" if count == 1 else "many"
            said.append(texts.html(language, f"coverage_count_{kind}_{number}", count=count))
    checked = texts.html(language, "coverage_checked", count=coverage.checked)
    return f"{checked}: {', '.join(said)}"


def _folded(rows: Sequence[str], language: Language) -> str:
    """Put the rows that are too many behind a line that unfolds them."""
    if not rows:
        return ""
    label = load_texts("chat").html(language, "coverage_more", count=len(rows))
    table = f'<div class="coverage table"><table><tbody>{"".join(rows)}</tbody></table></div>'
    return f"<details><summary>{label}</summary>{table}</details>"
