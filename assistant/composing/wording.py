"""How statements are worded in an answer: as they stand, made safe for Markdown."""

import re

from assistant.citations import Part, Quoted
from assistant.composing.subject import subject_name
from assistant.evidence.statements import Item, Statement, StatementKind
from assistant.question.named import page_name, short_name
from assistant.question.terms import words
from index.sentences import split_sentences

_SPECIAL = re.compile(r"([\\`*_\[\]|<>])")
# At the beginning of a line these would open a heading, a list or a quote.
_OPENING = re.compile(r"^([#+-]|\d{1,3}[.)])(?=\s)")
# A sentence that begins like this does not say of whom it speaks.
_DEPENDENT = re.compile(
    r"^(?:We|Our|Us|I|My|You|Your|It|Its|They|Their|He|She|His|Her|This|These|Those|That|There|Here|Among|"
    r"(?:As of [^,]{4,20}, )?(?:the|it|they|its|their)\b|The (?:project|organisation|programme|"
    r"network|company|association|centre|incubator|database|platform|cluster|foundation|members?|"
    r"activities|work|goal|aim|initiative|event|work|site|sites|source|participants|founders|other)"
    r"\b|(?:Together|Besides|Also|In addition|At the same time|Through|With|Both|Each|All)\b)"
)

_PRONOUN = re.compile(r"(?:It|Its|They|Their|He|She|His|Her)\b")
# A longer title is a headline, and one with many digits a file's name.
_LONGEST_NAME = 6
_FILE_NAME = re.compile(r"\d{3}.*\d{3}|\w{16}")


def escape_markdown(text: str) -> str:
    r"""Make a document's text plain in Markdown: it is shown as it stands.

    >>> print(escape_markdown("# A *b* [1] <i>"))
    \# A \*b\* \[1\] \<i\>
    """
    joined = " ".join(text.split())
    return _OPENING.sub(lambda found: _opened(found.group(1)), _SPECIAL.sub(r"\\\1", joined))


def _opened(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}"


def worded(statement: Statement, *, probability: float, is_named: bool = False) -> Part:
    """Word a statement with its evidence: a sentence, or a lead-in with bullets.

    Args:
        statement: What to say.
        probability: That it answers.
        is_named: Whether what it speaks of was named just before, so that it need not be again.
    """
    quoted = Quoted(
        passage=statement.passage,
        start=statement.start,
        end=statement.end,
        score=round(probability, 4),
    )
    if statement.kind is StatementKind.SENTENCE:
        return Part(text=_with_subject(statement.text, statement, is_named=is_named), quoted=quoted)
    lead = statement.lead_in or f"{statement.passage.context}:"
    text = _with_subject(lead, statement, is_named=is_named or not statement.lead_in)
    after = "".join(f"\n- {_bullet(item)}" for item in statement.items)
    # A blank line before a list is what every Markdown reader understands.
    return Part(text=text, quoted=quoted, after=f"\n{after}")


def _with_subject(sentence: str, statement: Statement, *, is_named: bool) -> str:
    """Put a name before a sentence that does not say of whom it speaks."""
    name = "" if is_named or not _is_dependent(sentence, statement) else _spoken_of(statement)
    prefix = f"**{escape_markdown(name)}**: " if name else ""
    return f"{prefix}{escape_markdown(sentence)}"


def _is_dependent(sentence: str, statement: Statement) -> bool:
    """Whether a sentence names neither its document's subject nor one of its own."""
    folded, name = f" {' '.join(words(sentence))} ", words(page_name(statement.passage.title))
    short = short_name(tuple(name)) if name else None
    if f" {' '.join(name)} " in folded or (short and f" {short} " in folded):
        return False
    return bool(_DEPENDENT.match(sentence)) or subject_name(sentence) is None


def _spoken_of(statement: Statement) -> str:
    """Give the name of what a dependent sentence speaks of.

    That is what the sentence before names, where a pronoun points back to it; else the subject of
    the document, or of the section where the document's title is rather a headline.
    """
    passage = statement.passage
    if _PRONOUN.match(statement.lead_in or statement.text):
        before = split_sentences(statement.before)
        named = subject_name(passage.text[before[-1].start : before[-1].end]) if before else None
        if named:
            return named
    title, heading = page_name(passage.title), (passage.heading or "").split(" > ")[-1]
    is_file_name = _FILE_NAME.search(title) is not None
    is_headline = len(title.split()) > _LONGEST_NAME or is_file_name
    if heading and is_headline and len(heading.split()) <= _LONGEST_NAME:
        return heading
    return "" if is_file_name else title


def _bullet(item: Item) -> str:
    """A table row's cells are joined by dashes; a list's item is as it stands."""
    return escape_markdown(item.text.replace(" | ", " – "))
