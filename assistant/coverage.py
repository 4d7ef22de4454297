"""Answers to questions over all entities of a kind: every one is checked, and none is left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from assistant.citations import CitedText, Part, Quoted, StoredDocuments, cite
from assistant.coverage_judging import Finding, Material, Verdict, judge
from assistant.coverage_question import EntityQuestion, Form, understand
from assistant.entity_catalogue import EntityCatalogue
from assistant.entity_catalogue_names import form_of, holds, joined_words
from assistant.entity_kinds import plural
from assistant.model import Coverage
from assistant.wording import escape_markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """An answer over entities, cited but not yet verified.

    Attributes:
        asked: The question, taken apart.
        cited: Its text and citations; empty when none states or denies.
        short_answer: The names, the number, or "Yes" or "No".
        coverage: Who was checked, and what each one's documents say.
    """

    asked: EntityQuestion
    cited: CitedText
    short_answer: str | None
    coverage: Coverage

    @property
    def says_something(self) -> bool:
        """Whether any entity states or denies what is asked."""
        return bool(self.coverage.stated or self.coverage.denied)


def understood(query: str, catalogue: EntityCatalogue) -> EntityQuestion | None:
    """Take the question apart; None when it is not over entities that the documents speak of."""
    asked = understand(query, catalogue.kinds())
    if asked is None or not catalogue.of_kind(asked.accepted):
        return None
    rest = joined_words(asked.rest)
    # A name of one word must be written as one: "for women" is not "Women at the Helm".
    capital = {form_of(word) for word in asked.rest.split() if word[:1].isupper()}
    is_named = any(
        holds(rest, form) and (len(form) > 1 or form in capital)
        for each in catalogue.entities()
        for form in each.forms
    )
    return replace(asked, names_another=is_named)


def cover(
    asked: EntityQuestion,
    catalogue: EntityCatalogue,
    material: Material,
    documents: StoredDocuments,
) -> Covered:
    """Check every entity of the kind and write the answer.

    Raises:
        CitationMismatch: A document has changed since it was read.
        SearchIndexError: A document is gone.
    """
    findings = judge(asked, catalogue.of_kind(asked.accepted), material)
    groups = {verdict: [one for one in findings if one.verdict is verdict] for verdict in Verdict}
    stated, denied = groups[Verdict.STATES], groups[Verdict.DENIES]
    coverage = Coverage(
        checked=len(findings),
        stated=_names(stated),
        denied=_names(denied),
        silent=_names(groups[Verdict.SILENT]),
    )
    cited = cite([*map(_row, stated), *map(_mention, denied)], documents)
    pieces = cited.text.split("\n\n") if cited.citations else []
    rows, mentions = pieces[: len(stated)], pieces[len(stated) :]
    text = _text(asked, rows, mentions, coverage)
    return Covered(
        asked=asked,
        cited=replace(cited, text=text),
        short_answer=_short_answer(asked, coverage),
        coverage=coverage,
    )


def _names(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(finding.entity.name for finding in findings)


def _row(finding: Finding) -> Part:
    """Name an entity and give its statement, in one line."""
    name = f"**{escape_markdown(finding.entity.name)}**"
    region = f" ({escape_markdown(finding.region)})" if finding.region else ""
    statement = finding.statement
    said = statement.text if statement else ""
    if statement and statement.items:
        lead = statement.lead_in or f"{statement.passage.context}:"
        items = [finding.item] if finding.item else [item.text for item in statement.items]
        said = f"{lead} {'; '.join(items)}"
    return Part(text=f"{name}{region}: {escape_markdown(said)}", quoted=_quoted(finding))


def _mention(finding: Finding) -> Part:
    return Part(text=escape_markdown(finding.entity.name), quoted=_quoted(finding))


def _quoted(finding: Finding) -> Quoted:
    statement = finding.statement
    if statement is None:  # pragma: no cover - only silent findings have none
        raise ValueError(f"{finding.entity.name!r} has no statement; report this as a defect.")
    return Quoted(
        passage=statement.passage,
        start=statement.start,
        end=statement.end,
        score=round(finding.score, 4),
    )


def _text(
    asked: EntityQuestion, rows: Sequence[str], mentions: Sequence[str], coverage: Coverage
) -> str:
    """Write rows, then how many were checked and what the others' documents say."""
    if asked.asks_nothing:
        count = f"{len(rows)} {_noun(asked, len(rows))} in the documents."
        return "\n\n".join([f"There {'is' if len(rows) == 1 else 'are'} {count}", _bullets(rows)])
    checked = f"{coverage.checked} {_noun(asked, coverage.checked)} checked"
    stated, denied, silent = (
        len(each) for each in (coverage.stated, coverage.denied, coverage.silent)
    )
    told = [f"{stated} {_verb(stated, 'state')} it"]
    told.append(f"{denied} {_verb(denied, 'deny')} it" + _listed(mentions))
    names = [escape_markdown(name) for name in coverage.silent]
    told.append(f"{silent} {'does' if silent == 1 else 'do'} not say{_listed(names)}")
    summary = f"{checked}: {', '.join(told)}."
    noun = _noun(asked, coverage.checked)
    if rows:
        return f"{_opening(asked, coverage)}{_bullets(rows)}\n\n{summary}"
    return f"None of the {coverage.checked} {noun} in the documents states it. {summary}"


def _opening(asked: EntityQuestion, coverage: Coverage) -> str:
    """What stands before the rows: the number or the yes that was asked for."""
    if asked.form is Form.HOW_MANY:
        noun = _noun(asked, coverage.checked)
        return f"{len(coverage.stated)} of the {coverage.checked} {noun} in the documents:\n\n"
    return "Yes.\n\n" if asked.form is Form.EXISTS else ""


def _bullets(rows: Sequence[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _listed(names: Sequence[str]) -> str:
    return f" ({', '.join(names)})" if names else ""


def _verb(number: int, verb: str) -> str:
    if number != 1:
        return verb
    return "denies" if verb == "deny" else f"{verb}s"


def _noun(asked: EntityQuestion, number: int) -> str:
    """The noun that asked, in the number needed."""
    if asked.is_plural and number == 1:
        return asked.noun if asked.noun.endswith("ss") else _one(asked.noun)
    if asked.is_plural or number == 1:
        return asked.noun
    return plural(asked.noun)


def _one(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def _short_answer(asked: EntityQuestion, coverage: Coverage) -> str | None:
    number = len(coverage.stated)
    match asked.form:
        case Form.HOW_MANY:
            return str(number)
        case Form.EXISTS:
            return "Yes" if number else "No"
        case Form.WHICH:
            return ", ".join(coverage.stated) or "None"
        case _:
            assert_never(asked.form)
