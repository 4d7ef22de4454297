"""An answer told in another language: the assistant's own sentences, and nothing of a document.

Answers are written and kept in English, where follow-ups and figures read them; here they are told
anew for whoever looks at them. What a document says stands before its marker, in a list or within a
quote, and stays as it is; so does whatever is not known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.approved.model import is_approved_id
from assistant.languages.language import DEFAULT, Language
from assistant.languages.phrasebook import Phrasebook, phrasebook_of
from assistant.model import Answer, Citation

_MARKERS = re.compile(r"(?: ?\[\d{1,4}\])+$")
_ESCAPED = re.compile(r"\\([\\`*_\[\]|<>#+.)-])")
_DATED = re.compile(r"(?P<head>- \*\*(?:\\.|[^*\\])+\*\*) \(as of (?P<date>(?:\\.|[^()\\])+)\): ")
_LEAD = re.compile(r"(?P<word>[A-Z][^*|:]{1,60}): (?P<rest>\*\*.+|neither\.)$")
# A cell that a document fills ends in a marker.
_NOT_STATED = "not stated"
_BORDER = re.compile(r"(?<!\\)\|")


def retold(answer: Answer, language: Language) -> Answer:
    """Tell an answer's own words in a language; in English it stays as it is."""
    if language == DEFAULT:
        return answer
    book = phrasebook_of(language, "answers")
    return replace(
        answer,
        text=retold_text(answer.text, answer.citations, language),
        short_answer=_short(answer, book),
        citations=tuple(_citation(each, book) for each in answer.citations),
    )


def retold_text(text: str, citations: Sequence[Citation], language: Language) -> str:
    """Tell the own sentences of an answer's text, or of lines of it, in a language."""
    if language == DEFAULT:
        return text
    book = phrasebook_of(language, "answers")
    quotes = [" ".join(citation.quote.split()) for citation in citations]
    return "\n".join(_lines(text.split("\n"), quotes, book))


def retold_title(title: str, document_id: str, language: Language) -> str:
    """Tell the title of what a citation opens; documents keep theirs."""
    if language == DEFAULT or not is_approved_id(document_id):
        return title
    return phrasebook_of(language, "answers").word("titles", title)


def retold_source(source: str, document_id: str, language: Language) -> str:
    """Tell where an answer of the staff comes from; documents keep their source."""
    if language == DEFAULT or not is_approved_id(document_id):
        return source
    return phrasebook_of(language, "answers").sentence(source) or source


def _citation(citation: Citation, book: Phrasebook) -> Citation:
    if not is_approved_id(citation.document_id):
        return citation
    title = book.word("titles", citation.title)
    source = book.sentence(citation.source) or citation.source
    return replace(citation, title=title, source=source)


def _short(answer: Answer, book: Phrasebook) -> str | None:
    """Tell a short answer that is a word of ours, or a choice between what documents say."""
    if answer.short_answer is None:
        return None
    if answer.conflicts:
        return book.joined.join(answer.short_answer.split(" or "))
    parts = answer.short_answer.split("; ")
    return "; ".join(book.word("short", part) for part in parts)


def _lines(lines: Sequence[str], quotes: Sequence[str], book: Phrasebook) -> Iterator[str]:
    for line in lines:
        if line.startswith("|"):
            yield _row(line, book)
        elif line.startswith("- "):
            yield _dated(line, book)
        elif not line.strip() or _is_said(line, quotes):
            yield line
        else:
            yield _told(line, book)


def _is_said(line: str, quotes: Sequence[str]) -> bool:
    """Whether a document says all that stands in a line."""
    plain = _ESCAPED.sub(r"\1", _MARKERS.sub("", line))
    return any(" ".join(plain.split()) in quote for quote in quotes)


def _row(line: str, book: Phrasebook) -> str:
    """Tell the cells of a comparison that are ours: a row's name, and what is not stated."""
    before, label, *cells = _BORDER.split(line)
    told = [
        f" {book.word('cells', _NOT_STATED)} " if cell.strip() == _NOT_STATED else cell
        for cell in cells
    ]
    known = label.strip()
    name = label.replace(known, book.word("labels", known)) if known else label
    return "|".join([before, name, *told])


def _dated(line: str, book: Phrasebook) -> str:
    """Tell from when a document is that a line quotes."""
    found = _DATED.match(line)
    if found is None:
        return line
    told = book.word("dates", "as of")
    return f"{found['head']} ({told} {found['date']}): {line[found.end() :]}"


def _told(line: str, book: Phrasebook) -> str:
    """Tell a line: sentences of ours alone, or one of ours before what a document says."""
    whole = book.sentences(line)
    if whole is not None:
        return whole
    for opening, told in book.words["openings"].items():
        if line.startswith(opening):
            return told + line.removeprefix(opening)
    lead = _LEAD.match(line)
    if lead is None:
        return line
    word = book.word("measures", lead["word"])
    if lead["rest"] == "neither.":
        return f"{book.word('labels', lead['word'])}: {book.word('short', 'Neither').lower()}."
    return f"{word}: {lead['rest']}"
