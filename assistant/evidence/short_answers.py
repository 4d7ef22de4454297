"""The few words that answer: a whole number, name or list out of the statement that holds them."""

import re
from dataclasses import replace

from assistant.evidence.agreement import asks_end
from assistant.evidence.answer_check import answers_in, is_answer, is_of_type
from assistant.evidence.enumeration import enumerated
from assistant.evidence.items import as_statement
from assistant.evidence.kind_named import named_of_kind, of_kind_among
from assistant.evidence.number_rows import row_of_told
from assistant.evidence.ranking import Candidate
from assistant.evidence.reading import Span
from assistant.evidence.responsible import names_responsible
from assistant.evidence.statements import Item, Statement, StatementKind
from assistant.evidence.table_cells import cell_asked
from assistant.question.analysis import Analysis
from assistant.question.kind import AnswerType, QuestionKind
from assistant.question.named import mentions
from assistant.question.terms import terms
from assistant.question.tie import asks_companion

_STRAY = " \t\n.,;:!?\"'“”‘’»«–—-*_"
_CLOSING = {"(": ")", "[": "]"}
# "Ada Alm, ada.alm@alfa.example" is a name and no part of an address.
_ADDRESS = re.compile(r"[\s,;(]*[\w.+-]+@[\w.-]*$")
_NUMBER_OF = re.compile(r"\b(?:how many|number of)\b", re.I)
# A longer list is no short answer.
_MAX_LIST_CHARACTERS = 400
# What a number is limited by belongs to it, and so does what it measures.
_LIMIT = re.compile(
    r"\b(?:(?:not?\s+)?(?:more|less|fewer) than|at (?:least|most)|over|under|up to|about|around|"
    r"nearly|almost|"
    r"approximately|roughly)\s+$",
    re.I,
)
_UNIT = re.compile(
    r"[\s-](?:(?:minute|hour|day|week|month|year)s?|per\s?cent|square (?:metre|meter|kilometre)s?|"
    r"(?:kilo|centi|milli)?(?:metre|meter)s?|km|kilometres?|tonnes?|m²|m2|kWh?|MWh?|"
    r"(?:(?:million|billion|thousand)\s)?(?:kron(?:or|a)|kr|euros?|dollars?|pounds?|SEK|NOK|DKK|EUR|"
    r"USD|GBP)|million|billion)\b"
    r"(?:\s+(?:per|a|each)\s+(?:day|week|month|year|person|company))?",
    re.I,
)
_SPAN = re.compile(r"\w\s?(?:[-–]|\bto\b|\buntil\b)\s?\w|\bbetween\b|\d{4} and (?:\w+ )?\d{4}")
_CLOSES = re.compile(r"\b(?:clos(?:es?|ed|ing)|ends?|ended)\s+(?:on|at|in)\s+[^,;]*$", re.I)
_NAME_WORD = r"[A-ZÅÄÖ][\w&.:’'-]*"
_NAME_BEFORE = re.compile(rf"(?:{_NAME_WORD}[^\S\n]+|&\s+)+$")
_NAME_AFTER = re.compile(rf"^(?:[^\S\n]+(?:&|of|for)?[^\S\n]*{_NAME_WORD}(?<![.,:])(?![\w:]))+")
# A word may have a mark within it: "Ax:son", "R&D".
_WORD = re.compile(r"\w+(?:[:&][^\W\d_]+)*")
_ALSO_BEFORE = re.compile(
    rf"(?:(?:the\s+)?{_NAME_WORD}(?:\s+{_NAME_WORD})*(?:,\s*|,?\s+and\s+))+(?:the\s+)?$"
)
_ALSO_AFTER = re.compile(rf"^(?:(?:,\s*|,?\s+and\s+)(?:the\s+)?{_NAME_WORD}(?:\s+{_NAME_WORD})*)+")
# What introduces an answer is no part of it.
_INTRODUCING = re.compile(
    r"^(?:(?:in|on|at|by|from|since|during|until|with|through|as|to|for|of|about)\s+)+(?:the\s+)?"
    r"(?=[A-ZÅÄÖ\d])|^(?:the|by the|in the|from the)\s+(?=[A-ZÅÄÖ])"
)
# Who does something may be several.
_WHO_DOES = re.compile(r"^who\s+(?!is\b|was\b|['’]s\b)", re.I)
_CELLS = " | "
_PREFIX = re.compile(r"\s+(?:co|re|pre|non|sub)$")
# No name or list of names before or after a span is longer, in characters.
_LONGEST_NAMES = 160
# So sure the evidence must be for a number that counts another word than the question's.
_SURELY = 0.75
_STARTS = frozenset({"the", "in", "as", "at", "we", "our", "it", "its", "on", "by", "a", "an"})


def short_answer(analysis: Analysis, candidate: Candidate) -> str | None:
    """Give the short answer that a statement holds; None when it holds none that fits."""
    statement, wanted = candidate.statement, analysis.asked_for
    cell = cell_asked(analysis, statement)
    if cell is not None:
        return cell
    row = row_of_told(analysis.query, statement)
    if row is not None:
        return short_answer(analysis, _only(candidate, row)) or _value_of(row)
    if statement.kind is not StatementKind.SENTENCE:
        if wanted.answer_type is AnswerType.NUMBER and _NUMBER_OF.search(analysis.query):
            # "Employees: 35" is no list to be counted.
            counted = _count(analysis, candidate)
            one = None if counted else _asked_item(analysis, candidate)
            return counted or (short_answer(analysis, one) if one else None)
        if wanted.kind is QuestionKind.ENUMERATION or wanted.answer_type is AnswerType.ANY:
            return _joined(candidate)
        one = _asked_item(analysis, candidate)
        if one is not None:
            return short_answer(analysis, one) or _typed(analysis, candidate)
    return _typed(analysis, candidate)


def _value_of(row: Item) -> str | None:
    """Give the value of a row of two cells: "15,000" of "universities | 15,000"."""
    cells = row.text.split(_CELLS)
    return trimmed(cells[1]) or None if len(cells) == len(("key", "value")) else None


def _asked_item(analysis: Analysis, candidate: Candidate) -> Candidate | None:
    """Give the one item or row that says most of what is asked: "Office | SEK 3,200"."""
    statement, asked = candidate.statement, set(analysis.attributes)
    # A table's head says what is asked and holds no value.
    said = [
        len(asked & set(terms(item.text))) if answers_in(analysis, item.text) else 0
        for item in statement.items
    ]
    most = max(said, default=0)
    if not most or said.count(most) > 1:
        return None
    return _only(candidate, statement.items[said.index(most)])


def _only(candidate: Candidate, item: Item) -> Candidate:
    """Give one item of a candidate's list or table as a candidate of its own."""
    within = (span for span in candidate.spans if item.start <= span.start and span.end <= item.end)
    return replace(
        candidate, statement=as_statement(candidate.statement, item), spans=tuple(within)
    )


def _typed(analysis: Analysis, candidate: Candidate) -> str | None:
    """Give the name of the kind asked for, else the first span or value of the type asked for."""
    statement, wanted = candidate.statement, analysis.asked_for
    if names_responsible(analysis, statement):
        return trimmed(statement.text.partition(":")[2])
    if statement.kind is StatementKind.SENTENCE and (
        name := named_of_kind(analysis.query, statement.text)
    ):
        return name
    for span in candidate.spans:
        if _may_be(analysis, span) and is_answer(analysis, statement, span):
            return _whole(analysis, statement, span)
    found = answers_in(analysis, statement.text)
    if not found and analysis.counted:
        return _counted_otherwise(analysis, candidate)
    if not found or wanted.answer_type is AnswerType.NAME:
        return None
    return _measured(analysis, statement.text, found[0].start(), found[0].end())


def _may_be(analysis: Analysis, span: Span) -> bool:
    """Whether a span says something; with whom X did something, is not told by X."""
    if not trimmed(span.text) or not asks_companion(analysis.query):
        return bool(trimmed(span.text))
    return not any(mentions(one, span.text) for one in (*analysis.named, *analysis.mentioned))


def _counted_otherwise(analysis: Analysis, candidate: Candidate) -> str | None:
    """Give a number that is surely read though it counts in other words: 21 "companies" for firms.

    What it counts is told with it, unless the reader leaves it out.
    """
    if candidate.probability < _SURELY or not candidate.is_read:
        return None
    best = candidate.spans[0]
    return trimmed(best.text) if is_of_type(analysis, candidate.statement, best) else None


def trimmed(text: str) -> str:
    """Take stray punctuation off both ends, and a bracket without its partner.

    >>> trimmed("Stockholm (Sweden,"), trimmed("“2015”."), trimmed("EFL (Lund)")
    ('Stockholm', '2015', 'EFL (Lund)')
    """
    text = text.strip(_STRAY)
    for opening, closing in _CLOSING.items():
        if text.count(opening) > text.count(closing):
            text = text[: text.rindex(opening)].strip(_STRAY)
        elif text.count(closing) > text.count(opening):
            text = text[text.index(closing) + 1 :].strip(_STRAY) or text[: text.index(closing)]
    return text


def _whole(analysis: Analysis, statement: Statement, span: Span) -> str:
    """Give the whole value or name that a span points at, without what introduces it."""
    first, last = span.start - statement.start, span.end - statement.start
    text, wanted = statement.text, analysis.asked_for.answer_type
    if wanted in {AnswerType.DATE, AnswerType.NUMBER, AnswerType.MONEY}:
        found = [
            match
            for match in answers_in(analysis, text)
            if match.start() < last and first < match.end()
        ]
        # "From 2006 to 2019" lasts until 2019, as does what "opens on 1 June and closes on 31 May".
        said = text[first:last]
        is_span = asks_end(analysis.query) and (_SPAN.search(said) or _CLOSES.search(said))
        if len(found) == 1 or (found and is_span):
            return _measured(analysis, text, found[-1].start(), found[-1].end())
    elif wanted in {AnswerType.NAME, AnswerType.ANY}:
        first, last = _named(text, *_to_borders(text, first, last))
        last = _without_address(text, first, last)
        if analysis.asked_for.kind is QuestionKind.ENUMERATION or _WHO_DOES.match(analysis.query):
            first, last = _coordinated(text, first, last)
    named = _INTRODUCING.sub("", trimmed(text[first:last])) or trimmed(span.text)
    return of_kind_among(analysis.query, _without_label(analysis, named))


def _without_label(analysis: Analysis, said: str) -> str:
    """Give a value without the label that only repeats what is asked: "Language: English"."""
    label, _, value = said.partition(": ")
    asked = {*analysis.attributes, *terms(analysis.query)}
    return value if value and terms(label) and set(terms(label)) <= asked else said


def _measured(analysis: Analysis, text: str, start: int, end: int) -> str:
    """Give a number with its limit and its unit; what was counted need not be repeated."""
    if analysis.asked_for.answer_type is AnswerType.DATE:
        return trimmed(text[start:end])
    limit = _LIMIT.search(text[:start])
    unit = _UNIT.match(text, end)
    if unit and not set(terms(unit.group())) & set(analysis.counted):
        end = unit.end()
    return trimmed(text[limit.start() if limit else start : end])


def _to_borders(text: str, first: int, last: int) -> tuple[int, int]:
    """Widen a stretch that begins or ends within a word: "Ax" of "Ax:son"."""
    near = max(0, first - _LONGEST_NAMES)
    for word in _WORD.finditer(text, near, last + _LONGEST_NAMES):
        # The stretch looked at may itself begin within a word.
        if word.start() > near or near == 0:
            first = word.start() if word.start() < first < word.end() else first
            last = word.end() if word.start() < last < word.end() else last
    # "Alfa co" of "Alfa co-founded it".
    cut = _PREFIX.search(text[first:last]) if text[last : last + 1] == "-" else None
    return first, first + cut.start() if cut else last


def _without_address(text: str, first: int, last: int) -> int:
    """Give where a stretch ends before an e-mail address that it runs into; its end otherwise."""
    rest = re.match(r"\S*", text[last:])
    address = _ADDRESS.search(text[first : last + (rest.end() if rest else 0)])
    return first + address.start() if address and address.start() else last


def _named(text: str, first: int, last: int) -> tuple[int, int]:
    """Widen a stretch that begins or ends within a name to the whole of it."""
    inside = text[first:last].strip()
    if not inside[:1].isupper():
        return first, last
    before = _NAME_BEFORE.search(text, max(0, first - _LONGEST_NAMES), first)
    begins = before.start() if before else first
    # "In Lund" and "The Alfa" begin a sentence, not a name.
    own = (found for found in re.finditer(r"\S+", text[begins:first]) if _is_own(found.group()))
    first = next((begins + found.start() for found in own), first)
    tail = inside.split()[-1]
    if not (tail[:1].isupper() and tail[-1].isalnum()):
        return first, last
    after = _NAME_AFTER.match(text[last : last + _LONGEST_NAMES])
    return first, last + after.end() if after else last


def _is_own(word: str) -> bool:
    return word.lower() not in _STARTS


def _coordinated(text: str, first: int, last: int) -> tuple[int, int]:
    """Widen a name to the names joined to it by commas and "and"."""
    if not text[first:last].strip().removeprefix("the ")[:1].isupper():
        return first, last
    before = _ALSO_BEFORE.search(text, max(0, first - _LONGEST_NAMES), first)
    after = _ALSO_AFTER.match(text[last : last + _LONGEST_NAMES])
    return (before.start() if before else first), (last + after.end() if after else last)


def _count(analysis: Analysis, candidate: Candidate) -> str | None:
    """The number that the lead-in gives, else how many items there are of what is asked."""
    statement = candidate.statement
    one, *others = [item.text for item in statement.items]
    stated = answers_in(analysis, statement.lead_in if others else statement.text)
    if stated:
        return stated[0].group()
    number = len(statement.items) if others else len(one.split(_CELLS))
    heading = (statement.passage.heading or "").split(" > ")[-1]
    listed = terms(enumerated(statement.lead_in, heading, number))
    return str(number) if number > 1 and set(analysis.counted[-1:]) & set(listed) else None


def _joined(candidate: Candidate) -> str | None:
    joined = ", ".join(
        trimmed(item.text.replace(" | ", " – ")) for item in candidate.statement.items
    )
    return joined if len(joined) <= _MAX_LIST_CHARACTERS else None
