"""How many a thing has, where a table of its own tells it: "Companies in the incubator | 28"."""

import re
from dataclasses import replace

from assistant.citations import Draft, StoredDocuments
from assistant.comparing.frames import property_in
from assistant.comparing.table_rows import told_in_row
from assistant.comparing.things import shown_name, thing_of
from assistant.composing.research import Research
from assistant.composing.wording import escape_markdown
from assistant.question.analysis import Analysis
from assistant.question.named import Named
from assistant.question.terms import words

_HOW_MANY = re.compile(r"^how many\b", re.I)


def counted_in_row(
    analysis: Analysis, research: Research, documents: StoredDocuments
) -> Draft | None:
    """Give the row that counts what is asked of one thing; None where no table has one.

    Of several rows that speak of companies it is the one whose label begins with them.
    """
    every = (*analysis.named, *analysis.mentioned)
    if not (analysis.counted and len(every) == 1 and _HOW_MANY.match(analysis.query)):
        return None
    said = _said(analysis.query, every[0])
    if said is None:
        return None
    rest = f"{analysis.query[: said.start()]}{{}}{analysis.query[said.end() :]}".rstrip(" ?!.")
    asked = property_in(rest)
    if not asked.question.startswith("How many"):
        return None
    thing = thing_of(said.group(), (asked,), research, documents)
    told = told_in_row(asked, thing, research) if thing.is_known else None
    if told is None:
        return None
    part = replace(told[0], text=f"**{escape_markdown(shown_name(thing))}**: {told[0].text}")
    return Draft(parts=(part,), short_answer=told[1].said)


def _said(query: str, entity: Named) -> re.Match[str] | None:
    """Find where a question names an entity, by the longest of its names or by a part of one."""
    asked = words(query)
    part = tuple(asked[at] for at in sorted(entity.said) if at < len(asked))
    for form in (*sorted(entity.forms, key=len, reverse=True), part):
        name = r"\W+".join(map(re.escape, form))
        if name and (found := re.search(rf"(?<!\w){name}(?!\w)", query, re.I)):
            return found
    return None
