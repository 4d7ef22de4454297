"""Whose value a statement tells: that of whom the question names, or of another one beside it.

A value of another programme on the same page looks just as right as the one that is asked for.
"""

import re
from collections.abc import Sequence, Set

from assistant.citations import StoredDocuments
from assistant.composing.going_on import COMPANION, first_mention, goes_on, points_elsewhere
from assistant.composing.subject import is_common, speaks_for, subject_name
from assistant.conflicts.relations import office_in
from assistant.evidence.items import as_statement
from assistant.evidence.statements import Statement
from assistant.evidence.subjects import asked_subjects, is_about
from assistant.question.analysis import Analysis
from assistant.question.clause import asking_clause
from assistant.question.kind import AnswerType
from assistant.question.named import SURELY_NAMED, Named, mentions
from assistant.question.terms import terms, words
from assistant.question.tie import asks_companion
from index.sentences import split_sentences

# "Sales in Norway" need not say again where all of it is.
_WHERE = frozenset({"in", "across", "throughout", "i"})
_OF = frozenset({"of"})
_PASSIVE = frozenset({"is", "are", "was", "were"})
_ACTIVE = frozenset({"do", "does", "did", "has", "have", "had"})
_AGENT = re.compile(r"\b(?:by|with)\b(?! the name\b| its\b)[^.;:()]*$", re.I)
_BRACKETS = re.compile(r"(?P<head>[^.;,()\n]*)\((?P<inside>[^()]*)\)")
_ASKS_TOWN = re.compile(
    r"\b(?:in|near|to|from) (?:which|what) (?:town|city|municipality|country|village)\b"
    r"|\b(?:which|what) (?:town|city|municipality|country|village) (?:is|was|are|were) .*"
    r"\b(?:in|held|based|located|situated|found)$",
    re.I,
)
_PLACED = re.compile(
    r"\b(?:in|at|near|outside|from|to|on|of)\s+(?:[a-zåäö]+\s+){0,2}(?P<place>[A-ZÅÄÖ][\w’'-]+)|"
    r",\s+(?P<country>[A-ZÅÄÖ][\w’'-]+)"
)
# Sums that are nothing else, and all the names that they have.
_SUMS = tuple(
    (frozenset(words(asked)), frozenset(words(f"{asked} {others}")))
    for asked, others in (
        ("revenue revenues turnover", "sales income"),
        ("profit profits", "earnings surplus loss profitable"),
        ("salary salaries wage wages", "earn earns paid pays"),
    )
)
_IT = re.compile(r"(?:It|Its|He|She|His|Her)\b")
_OBJECT = re.compile(r"\s(?:it|its|them|their|it's)\b")


def tells_of_all(
    analysis: Analysis,
    statement: Statement,
    value: str | None,
    documents: StoredDocuments,
    *,
    is_sure: bool = False,
) -> bool:
    """Whether what a statement tells is told of everything that the question names.

    Args:
        analysis: The question, taken apart.
        statement: What is stated.
        value: The value or name in it that would be the answer; None when there is none.
        documents: Where the whole page is looked up.
        is_sure: Whether it surely answers otherwise. Then, beside one of whom it is told, a name
            that no document bears, or only in part, may be missing: "teams of Bergen".
    """
    wanted = _wanted(analysis)
    told = [
        _tells_of(analysis, entity, statement, value, documents)
        or (is_sure and _is_where(analysis, entity, statement, documents))
        for entity in wanted
    ]
    if all(told) or not (is_sure and any(told)):
        return all(told)
    return all(
        is_told or not entity.document_id or entity.strength < SURELY_NAMED
        for entity, is_told in zip(wanted, told, strict=True)
    )


def stands_near_any(analysis: Analysis, statement: Statement) -> bool:
    """Whether what the question names stands around a statement; also if it names nothing."""
    passage = statement.passage
    around = f"{passage.context}\n{passage.text}"
    # "Skarmark" may well be the region, and not Skarmark Seed.
    wanted = [one for one in _wanted(analysis) if one.strength >= SURELY_NAMED]
    every = asked_subjects(analysis)
    wanted += [one for one in every if _is_said_in_part_of(one, wanted, analysis)]
    if _is_said_of_another(wanted, statement):
        return False
    return not wanted or any(
        passage.document_id == one.document_id or mentions(one, around) for one in wanted
    )


def _is_said_of_another(wanted: Sequence[Named], statement: Statement) -> bool:
    """Whether "it" is what the sentence before names, on a page of none of those asked about."""
    before = split_sentences(statement.before) if _IT.match(statement.text) else ()
    last = statement.before[before[-1].start :] if before else ""
    if not wanted or subject_name(last) is None:
        return False
    passage = statement.passage
    around = f"{passage.heading or ''} {last} {statement.text}"
    return not any(
        passage.document_id == one.document_id or mentions(one, around) for one in wanted
    )


def _is_said_in_part_of(entity: Named, others: Sequence[Named], analysis: Analysis) -> bool:
    """Whether a name is whole within another page's that is said in part: "members of Alfa".

    Of "Members of Alfa by country" nothing but Alfa may be meant.
    """
    return (
        bool(entity.document_id)
        and mentions(entity, analysis.query)
        and any(
            entity.said < one.said and one.document_id and not mentions(one, analysis.query)
            for one in others
        )
    )


def is_placed(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement says where something is, if the question asks in which town it is."""
    if not _ASKS_TOWN.search(analysis.query):
        return True
    pieces = [_piece(entity, statement, None) for entity in _wanted(analysis)]
    asked = set(words(analysis.query))
    return any(
        not set(words(found["place"] or found["country"])) <= asked
        for piece in (pieces or [statement])
        for found in _PLACED.finditer(piece.text if piece else "")
    )


def says_sum(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement speaks of the sum that is asked for: a turnover is no investment."""
    context = {*words(statement.text), *words(statement.passage.heading or "")}
    # "Our turnover is small. What is the fee?" asks for a fee.
    asked = set(words(asking_clause(analysis.query)))
    return all(names & context for sums, names in _SUMS if sums & asked)


def _wanted(analysis: Analysis) -> list[Named]:
    asked = words(analysis.query)
    whole = [
        _in_full(one, analysis.query)
        for one in asked_subjects(analysis)
        if one.document_id or not _WHERE & {asked[at - 1] for at in one.said if at}
    ]
    # Of "the Port of Lund" no "Port" is asked besides.
    return [one for one in whole if not any(one.said < other.said for other in whole)]


def _in_full(entity: Named, query: str) -> Named:
    """Give the name that is asked for where only one word of it is the entity's.

    "Lund Hospital" is not "Lund Science Park", and "Region Skarmark" is not "Skarmark Seed".
    """
    originals, at = re.findall(r"[^\W_]+", query), max(entity.said, default=0)
    is_one_word = entity.strength < SURELY_NAMED and len(entity.said) == 1
    if not is_one_word or len(originals) != len(words(query)) or not originals[at][0].isupper():
        return entity
    # A question's first word is a capital anyway.
    first = at - 1 if at > 1 and originals[at - 1][0].isupper() else at
    before = originals[at - 2] if at > 2 and originals[at - 1] in _OF else ""
    # "The Port of Lund" is not "Lund University"; the CEO of Lund may be of that.
    if before[1:].islower() and before[0].isupper() and office_in(before) is None:
        first = at - 2
    last = at + 1 if at + 1 < len(originals) and originals[at + 1][0].isupper() else at
    if first == last:
        return entity
    form = tuple(words(" ".join(originals[first : last + 1])))
    return Named(
        document_id="",
        title=" ".join(form),
        strength=1.0,
        forms=(form,),
        said=frozenset(range(first, last + 1)),
    )


def _tells_of(
    analysis: Analysis,
    entity: Named,
    statement: Statement,
    value: str | None,
    documents: StoredDocuments,
) -> bool:
    piece = _piece(entity, statement, value, frozenset(_besides(entity, analysis)))
    if piece is None or _is_beside(analysis, entity, piece.text):
        return False
    if points_elsewhere(analysis, entity, statement):
        return False
    if is_about(entity, piece, analysis.attributes) or goes_on(analysis, entity, statement):
        return True
    is_own = statement.passage.document_id == entity.document_id or mentions(
        entity, statement.passage.context
    )
    # Who does something is the subject, and the entity is "it"; "workshops" are the park's.
    subject = subject_name(piece.lead_in or piece.text)
    is_free = (
        analysis.asked_for.answer_type is AnswerType.NAME
        or _OBJECT.search(piece.text) is not None
        or (subject is not None and is_common(subject, piece.text, analysis.query))
        or (subject is not None and _is_asked_too(subject, entity, analysis))
    )
    return (is_own and is_free) or speaks_for(entity, statement, documents)


def _is_where(
    analysis: Analysis, entity: Named, statement: Statement, documents: StoredDocuments
) -> bool:
    """Whether a word of a name is only the place that is asked of, "the incubator in Brännvik".

    The page that tells must name the place, too.
    """
    asked = words(analysis.query)
    if entity.strength >= SURELY_NAMED or not _WHERE & {asked[at - 1] for at in entity.said if at}:
        return False
    place = " ".join(asked[at] for at in sorted(entity.said))
    document = documents.document(statement.passage.document_id)
    return f" {place} " in f" {' '.join(words(document.text))} "


def _is_asked_too(subject: str, entity: Named, analysis: Analysis) -> bool:
    """Whether the question names a sentence's subject beside the entity: "does the region pay"."""
    return not _besides(entity, analysis).isdisjoint(terms(subject))


def _besides(entity: Named, analysis: Analysis) -> set[str]:
    """Give the terms of a question that do not name an entity."""
    asked = enumerate(words(analysis.query))
    return set(terms(" ".join(word for at, word in asked if at not in entity.said)))


def _piece(
    entity: Named, statement: Statement, value: str | None, asked: Set[str] = frozenset()
) -> Statement | None:
    """Give the part of a statement that tells the value; None when that is told of another.

    In a list that names the entity in one item, the others are not about it; nor is what stands in
    brackets behind another name, unless that holds one of the terms `asked`.
    """
    own = [item for item in statement.items if mentions(entity, item.text)]
    holding = [item for item in own if value is None or value in item.text]
    if own and (holding or not mentions(entity, statement.lead_in)):
        return as_statement(statement, holding[0]) if holding else None
    if not value or statement.text.count(value) != 1:
        return statement
    for found in _BRACKETS.finditer(statement.text):
        if value in found["inside"]:
            is_its = mentions(entity, found.group()) or not mentions(entity, statement.text)
            is_asked = bool(asked & set(terms(found["head"].rpartition(" and ")[2])))
            return statement if is_its or is_asked or found["head"].islower() else None
    return statement


def _is_beside(analysis: Analysis, entity: Named, text: str) -> bool:
    """Whether an entity that the question asks about only acts or goes along in a statement."""
    asked = words(analysis.query)
    first, last = min(entity.said, default=0), max(entity.said, default=0)
    # What is asked of is "the port's", or who did it "with X".
    if asked[last + 1 : last + 2] == ["s"] or asks_companion(analysis.query):
        return False
    before = [word for word in asked[max(0, first - 2) : first] if word != "the"][-1:]
    if not set(before) & (_PASSIVE | _ACTIVE):
        return False
    pattern = _AGENT if set(before) & _PASSIVE else COMPANION
    at = first_mention(entity, text)
    return at < len(text) and pattern.search(text[:at]) is not None
