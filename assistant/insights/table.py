"""The groups of questions as a table for spreadsheets, in CSV (RFC 4180); nothing in it is run."""

import csv
import io
import re
from collections.abc import Sequence

from assistant.insights.model import DocumentUse, Insights, QuestionGroup

# A spreadsheet takes what begins so for a formula, in full width as well, and also after white
# space or a quote (OWASP, "CSV Injection").
_FORMULA = re.compile(r"""^[\s"']*[=+\-@|%＝＋－＠]|^[\t\r\n]""")

_COLUMNS = (
    "list", "question", "count", "last_asked", "asked", "answered", "declined", "asked_back",
    "disliked", "answered_since", "other_wordings", "reasons", "nearest_documents",
    "quoted_documents",
)  # fmt: skip
_BETWEEN = " | "


def groups_table(insights: Insights) -> str:
    """Write a row per group of each of the three lists, after a row of column names.

    Begins with a byte order mark, without which Excel takes UTF-8 for something else.
    """
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    lists = {
        "asked": insights.asked,
        "declined": insights.declined,
        "disliked": insights.disliked,
    }
    for name, groups in lists.items():
        writer.writerows([harmless(cell) for cell in _row(name, group)] for group in groups)
    return "\ufeff" + file.getvalue()


def _row(name: str, group: QuestionGroup) -> list[str]:
    totals = group.totals
    return [
        name,
        group.name,
        str(group.count),
        group.last_asked.isoformat(timespec="seconds"),
        str(totals.asked),
        str(totals.answered),
        str(totals.declined),
        str(totals.asked_back),
        str(totals.disliked),
        "yes" if group.is_answered_since else "no",
        _BETWEEN.join(group.wordings),
        _BETWEEN.join(group.reasons),
        _titles(group.nearest),
        _titles(group.cited),
    ]


def _titles(uses: Sequence[DocumentUse]) -> str:
    return _BETWEEN.join(use.title for use in uses)


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would compute.

    >>> harmless("=1+1"), harmless("What is 1+1?")
    ("'=1+1", 'What is 1+1?')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell
