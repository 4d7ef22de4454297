"""Answers to questions over all entities of a kind: every one is checked, and none is left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import assert_never

from assistant.citations import CitedText, Part, Quoted, StoredDocuments, cite, numbers_of
from assistant.composing.wording import escape_markdown
from assistant.coverage.judging import Finding, Verdict, judge
from assistant.coverage.opening import Form
from assistant.coverage.order import as_told
from assistant.coverage.question import EntityQuestion, understand, understand_who
from assistant.coverage.witness import Material
from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.kinds import plural, singular
from assistant.entities.names import form_of, joined_words
from assistant.entities.places import Place, find_place, with_capitals
from assistant.evidence.statements import Statement
from assistant.model import Coverage
from assistant.question.terms import terms, words

_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]\w{2,}(?:\s[A-ZÅÄÖ][\w-]*)*")
_SITES = frozenset(
    words("""
    park campus city region town building centre hub space district hospital area municipality
    county country university institute house
    """)
)
# So many names of entities that do not say are read at a glance.
_MOST_NAMED = 12


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
    written = with_capitals(query, catalogue.places())
    return _known(understand(written, catalogue.kinds()), catalogue)


def understood_who(query: str, catalogue: EntityCatalogue) -> EntityQuestion | None:
    """Take "Who does that?" for a question over organisations; None when a name is in it."""
    asked = _known(understand_who(query), catalogue)
    return asked if asked and asked.alternatives and not asked.others else None


def _known(asked: EntityQuestion | None, catalogue: EntityCatalogue) -> EntityQuestion | None:
    """Give a question whose kind has entities, with whether it names one."""
    if asked is None or not catalogue.of_kind(asked.accepted):
        return None
    others = _doers(asked, catalogue) or names_in(asked.rest, catalogue)
    asked = replace(_naming(asked, others), further=asked.further)
    # Where nothing but the place is asked, that is what has to be said.
    is_whole = asked.place is None or not asked.alternatives or _is_site(asked.place, catalogue)
    return asked if is_whole else _unplaced(asked)


def _doers(asked: EntityQuestion, catalogue: EntityCatalogue) -> tuple[tuple[str, ...], ...]:
    """Forms of who is asked to have done something; () where a question asks no deed."""
    if asked.deed is None:
        return ()
    who = asked.deed.who
    known = [form for each in catalogue.entities() if who in each.forms for form in each.forms]
    return tuple(dict.fromkeys([who, *known]))


def _is_site(place: Place, catalogue: EntityCatalogue) -> bool:
    """Whether something can be at a place: not "in" a project, whose name is no place."""
    named = [each for each in catalogue.entities() if set(each.forms) & set(place.forms)]
    return not named or any(kind[-1] in _SITES for each in named for kind in each.kinds)


def _unplaced(asked: EntityQuestion) -> EntityQuestion:
    """Take what was read as a place for something that is named."""
    forms = asked.place.forms if asked.place else ()
    return replace(asked, place=None, others=tuple(dict.fromkeys([*asked.others, *forms])))


def _naming(asked: EntityQuestion, others: tuple[tuple[str, ...], ...]) -> EntityQuestion:
    """Ask of each how it stands to those named, whose names themselves say nothing of it."""
    names = {term for form in others for term in terms(" ".join(form))}
    kept = (tuple(term for term in told if term not in names) for told in asked.alternatives)
    told = tuple(each for each in kept if each)
    # Where nothing but the name is asked for, the name is what has to be said.
    return replace(asked, others=others, alternatives=told or asked.alternatives)


def names_in(rest: str, catalogue: EntityCatalogue) -> tuple[tuple[str, ...], ...]:
    """Give the forms of what a text names; also by the first word that only one name has."""
    named = {mention.name for mention in catalogue.names().within(rest, joined_words(rest))}
    forms = [form for each in catalogue.entities() if each.name in named for form in each.forms]
    held = {word for form in forms for word in form}
    # "In Lund" means the place, not Lund University.
    for written in _CAPITALS.findall(find_place(rest).rest):
        run = form_of(written.removesuffix("'s"))
        first = run[:1]
        if len(run) > 1 and not held.issuperset(run):
            forms.append(run)
            held |= set(run)
        begin = [form for each in catalogue.entities() for form in each.forms if form[:1] == first]
        if len(begin) == 1 and (len(run) > 1 or first[0] not in held):
            forms += [begin[0], first]
    return tuple(forms)


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
    findings = _judged(asked, catalogue, material)
    groups = {verdict: [one for one in findings if one.verdict is verdict] for verdict in Verdict}
    stated, denied = as_told(groups[Verdict.STATES]), groups[Verdict.DENIES]
    written = [_row(finding) for finding in stated]
    mentioned = [_mention(finding) for finding in denied]
    cited = cite([*chain.from_iterable(written), *chain.from_iterable(mentioned)], documents)
    rows_of = zip([*stated, *denied], [*written, *mentioned], strict=True)
    coverage = Coverage(
        checked=len(findings),
        stated=_names(stated),
        denied=_names(denied),
        silent=_names(groups[Verdict.SILENT]),
        citation_numbers={one.entity.name: numbers_of(row, cited) for one, row in rows_of if row},
    )
    pieces = iter(cited.text.split("\n\n") if cited.citations else [])
    rows = [" ".join(next(pieces) for _ in row) for row in written]
    mentions = list(pieces)
    text = _text(asked, rows, mentions, coverage)
    return Covered(
        asked=asked,
        cited=replace(cited, text=text),
        short_answer=_short_answer(asked, coverage),
        coverage=coverage,
    )


def _judged(
    asked: EntityQuestion, catalogue: EntityCatalogue, material: Material
) -> tuple[Finding, ...]:
    """Check every entity; where two things are asked, those that state the first for the other."""
    # Whom the question names it does not ask about.
    entities = [each for each in catalogue.of_kind(asked.accepted) if not asked.leaves_out(each)]
    findings = judge(asked, entities, catalogue, material)
    if asked.further is None:
        return findings
    stating = [one.entity for one in findings if one.verdict is Verdict.STATES]
    then = {one.entity.name: one for one in judge(asked.further, stating, catalogue, material)}
    return tuple(
        _both(one, then[one.entity.name]) if one.entity.name in then else one for one in findings
    )


def _both(first: Finding, then: Finding) -> Finding:
    """Give what two findings about one entity say together."""
    if then.verdict is Verdict.STATES:
        return replace(first, more=then.statement)
    return then


def _names(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(finding.entity.name for finding in findings)


def _row(finding: Finding) -> tuple[Part, ...]:
    """Name an entity and give what states it, in one line: a part for each statement."""
    name = f"**{escape_markdown(finding.entity.name)}**"
    region = f" ({escape_markdown(finding.region)})" if finding.region else ""
    said = ((finding.statement, finding.item, f"{name}{region}: "), (finding.more, "", ""))
    return tuple(
        Part(text=f"{before}{_said(one, item)}", quoted=_quoted(one, finding.score))
        for one, item, before in said
        if one is not None
    )


def _said(statement: Statement, item: str) -> str:
    if not statement.items:
        return escape_markdown(statement.text)
    lead = statement.lead_in or f"{statement.passage.context}:"
    items = [item] if item else [each.text for each in statement.items]
    return escape_markdown(f"{lead} {'; '.join(items)}".replace(" | ", " – "))


def _mention(finding: Finding) -> tuple[Part, ...]:
    if finding.statement is None:
        return ()
    quoted = _quoted(finding.statement, finding.score)
    return (Part(text=escape_markdown(finding.entity.name), quoted=quoted),)


def _quoted(statement: Statement, score: float) -> Quoted:
    return Quoted(
        passage=statement.passage,
        start=statement.start,
        end=statement.end,
        score=round(score, 4),
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
    # A longer list would bury the answer; the coverage beside it names them all.
    names = [escape_markdown(name) for name in coverage.silent] if silent <= _MOST_NAMED else []
    told.append(f"{silent} {'does' if silent == 1 else 'do'} not say{_listed(names)}")
    summary = f"{checked}: {', '.join(told)}."
    if rows:
        return f"{_opening(asked, coverage)}{_bullets(rows)}\n\n{summary}"
    if coverage.checked == 1:
        return f"No {_noun(asked, 1)} in the documents states it. {summary}"
    noun = _noun(asked, coverage.checked)
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
        *before, last = asked.noun.split()
        return " ".join([*before, singular(last)])
    if asked.is_plural or number == 1:
        return asked.noun
    return plural(asked.noun)


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
