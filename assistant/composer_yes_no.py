"""Answers to yes-or-no questions: the statement that decides, and which way."""

import re
from collections.abc import Sequence

from assistant.analysis import Analysis
from assistant.citations import Draft, Part, StoredDocuments
from assistant.lists import completed
from assistant.ranking import Candidate
from assistant.statements import Statement
from assistant.terms import terms, words
from assistant.wording import worded

_NEGATION = re.compile(
    r"\b(?:no|not|never|neither|nor|none|without|cannot|nobody|nothing|independent of|"
    r"no longer|formerly|instead of|rather than|except|outside)\b|n't\b",
    re.I,
)
# "Non-profit" denies profit and nothing else in its sentence.
_NON = re.compile(r"\bnon[-\s]?(?P<denied>\w+)", re.I)
_CLAUSE_END = re.compile(r"[,;:]")
_ASKED_NEGATION = re.compile(r"\b(?:not|no|never|without|cannot|non)\b|n't\b", re.I)
# How near a negation stands to what it denies, in words.
_REACH = 6
# Two entities in one statement say much already of how they stand to each other.
_PAIR = 2
# What share of what is asked a statement must hold before it decides, by how many known entities
# the question names: where none is known, the words alone must tell.
_ENOUGH = (0.8, 0.5, 0.1)


def answer_yes_or_no(
    analysis: Analysis, sure: Sequence[Candidate], documents: StoredDocuments
) -> Draft | None:
    """Give "Yes." or "No." with the statement that decides; None when none does.

    A statement decides when it holds what is asked: every name and most other terms.
    """
    deciding = [one for one in sure if _decides(analysis, one.statement)]
    if not deciding:
        return None
    best = deciding[0]
    verdict = "Yes" if says_so(analysis, best.statement) else "No"
    part = worded(completed(best.statement, documents), probability=best.probability)
    said = Part(text=f"{verdict}. {part.text}", quoted=part.quoted, after=part.after)
    return Draft(parts=(said,), short_answer=verdict)


def says_so(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement affirms what is asked, or denies it where the question does too."""
    return _is_denied(analysis, statement) == bool(_ASKED_NEGATION.search(analysis.query))


def _decides(analysis: Analysis, statement: Statement) -> bool:
    context = f"{statement.passage.context}\n{statement.text}"
    held, attributes = set(terms(context)), analysis.attributes
    enough = _ENOUGH[min(len(analysis.named), _PAIR)]
    covered = analysis.weights.coverage(attributes, held) if attributes else 1.0
    if covered < enough and not (len(analysis.named) >= _PAIR and _is_denied(analysis, statement)):
        return False
    folded = set(words(context))
    named = {" ".join(form) for one in analysis.named for form in one.forms}
    joined = f" {' '.join(words(context))} "
    entities = all(
        statement.passage.document_id == one.document_id
        or any(f" {' '.join(form)} " in joined for form in one.forms)
        for one in analysis.named
    )
    return entities and all(word in folded or word in named for word in _other_names(analysis))


def _other_names(analysis: Analysis) -> list[str]:
    """Capitalised words of the question that name no entity of the documents: "Sony"."""
    said = {at for one in analysis.named for at in one.said}
    folded = words(analysis.query)
    originals = re.findall(r"[^\W_]+", analysis.query)
    if len(originals) != len(folded):
        return []
    return [
        folded[at]
        for at, word in enumerate(originals)
        if at and at not in said and word[0].isupper() and len(word) > 1
    ]


def _is_denied(analysis: Analysis, statement: Statement) -> bool:
    """Whether a negation stands near what the question asks about."""
    sentence = statement.lead_in or statement.text
    asked = set(analysis.attributes)
    if any(set(terms(found["denied"])) & asked for found in _NON.finditer(sentence)):
        return True
    for found in _NEGATION.finditer(sentence):
        # A negation reaches to the ends of its own clause.
        after = words(_CLAUSE_END.split(sentence[found.end() :])[0])[:_REACH]
        before = words(_CLAUSE_END.split(sentence[: found.start()])[-1])[-_REACH // 2 :]
        near = set(terms(" ".join(after))) | set(terms(" ".join(before)))
        names_near = any(set(form) <= set(after) for one in analysis.named for form in one.forms)
        if not asked or near & asked or names_near:
            return True
    return False
