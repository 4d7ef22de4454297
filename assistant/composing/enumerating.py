"""Which list is asked for: the one whose lead-in or heading says what it lists."""

import re
from collections.abc import Sequence
from itertools import islice

from assistant.composing.counted import LABELLED
from assistant.composing.polarity import met_terms
from assistant.composing.proposition import is_light
from assistant.evidence.enumeration import enumerated
from assistant.evidence.items import alone
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.question.analysis import Analysis
from assistant.question.grammar import AUXILIARY
from assistant.question.kind import AnswerType, QuestionKind
from assistant.question.named import mentions
from assistant.question.terms import asked_terms, stem, terms, words

_ASKS_LIST = re.compile(
    r"\b(?:which|what|list|name|enumerate|give me|show me|tell me)\s+"
    rf"(?:(?:are|were|all|every|of|the|some|its|their|your|\w+['’]s|\w+s['’])\s+)*"
    rf"(?P<noun>(?:(?!(?:{AUXILIARY}|of|in|at|on|for|from|by|with|to|that|who|which|behind)\b)"
    r"[\w-]+\s*){1,3})",
    re.I,
)
_ASKS_WHAT = re.compile(r"^\W*(?:(?:so|and|please)\W+)*(?:what|which|list|name)\b", re.I)
_IS_SENTENCE = re.compile(r"\.$")
_WORD = re.compile(r"[^\W_]+")
_FEWEST = 2
# So much less sure may be what speaks of what is asked; so large a share of it a sentence holds.
_NEARLY, _MOST = 0.25, 0.5
_ASKS_ONE = re.compile(r"^(?:which|what)\s+(?:of\s+the\s|of\s+its\s|[\w-]+(?<!s)\s)", re.I)
_WH = frozenset({"what", "which"})
_LIGHT = frozenset(words("what which we you our your it they is are do does the a an of to"))


def with_list_first(
    analysis: Analysis, sure: Sequence[Candidate], under_asked: Sequence[Candidate] = ()
) -> list[Candidate]:
    """Put the list that lists what is asked first, if there is one; the rest stays in order.

    Args:
        analysis: The question, taken apart.
        sure: Statements that answer surely enough, and are to the point; the surest first.
        under_asked: Lists that stand under the question itself, however sure.
    """
    kept = [
        each
        for one in sure
        for each in (
            read_item(analysis, one) if _lists_something_else(analysis, one.statement) else (one,)
        )
    ]
    if analysis.asked_for.answer_type is not AnswerType.ANY:
        return kept
    kept = _speaking_first(analysis, kept)
    listed = [one for one in kept if _is_list(one.statement)]
    chosen = next((one for one in listed if _lists_asked(analysis, one.statement)), None)
    chosen = chosen or next(iter(under_asked), None)
    if chosen is None and kept and _ASKS_WHAT.search(analysis.query):
        chosen = _said_before(analysis, kept[0], listed)
    return [chosen, *(one for one in kept if one is not chosen)] if chosen else kept


def _speaking_first(analysis: Analysis, kept: list[Candidate]) -> list[Candidate]:
    """Put what speaks of what is asked before a list that is led to by nothing of it.

    Another list first; else a sentence that holds most of what is asked.
    """
    if analysis.asked_for.kind is not QuestionKind.ENUMERATION or not kept:
        return kept
    best = kept[0]
    asked = _asked_beside_names(analysis)
    if not (asked and _is_list(best.statement)) or _spoken(analysis, asked, best.statement):
        return kept
    near = [one for one in kept if one.probability >= best.probability - _NEARLY]
    speaking = [one for one in near if _spoken(analysis, asked, one.statement)]
    lists = (one for one in speaking if _is_list(one.statement))
    mostly = (
        one
        for one in speaking
        if _MOST * len(asked) <= len(_spoken(analysis, asked, one.statement))
    )
    chosen = next(lists, None) or next(mostly, None)
    return [chosen, *(one for one in kept if one is not chosen)] if chosen else kept


def _asked_beside_names(analysis: Analysis) -> frozenset[str]:
    """Give the terms asked; of a page's name, too, what is written small: "X's events"."""
    named = {at for one in analysis.named for at in one.said}
    said = _WORD.findall(analysis.query)
    told = {
        term
        for at, word in enumerate(said)
        if at in named and word.islower()
        for term in terms(word)
    }
    return frozenset(term for term in {*analysis.attributes, *told} if not is_light(term))


def _spoken(analysis: Analysis, asked: frozenset[str], statement: Statement) -> frozenset[str]:
    """Give those terms of which a sentence speaks, or what leads to a list."""
    text = _before(statement) if _is_list(statement) else statement.text
    return asked & frozenset({*met_terms(analysis, text), *terms(text)})


def read_item(analysis: Analysis, one: Candidate) -> tuple[Candidate, ...]:
    """Give of a list of sentences the one in which the reader reads an answer; () without.

    It must speak of something that is asked, too.
    """
    if not one.is_read:
        return ()
    best = one.spans[0]
    return tuple(
        each
        for each in islice(alone(one), 1, None)
        if each.statement.start <= best.start
        and best.end <= each.statement.end
        and met_terms(analysis, each.statement.text)
    )


def one_item(analysis: Analysis, one: Candidate) -> Candidate:
    """Give of a list the one item that alone says what its lead-in does not: "in Japan"."""
    statement = one.statement
    if fact := _labelled_fact(analysis, one):
        return fact
    if len(statement.items) <= _FEWEST or not _ASKS_ONE.match(analysis.query):
        return one
    around = f"{statement.passage.context} {statement.lead_in}"
    missing = set(analysis.attributes) - met_terms(analysis, around)
    names = [each for each in (*analysis.named, *analysis.mentioned) if not mentions(each, around)]
    saying = [
        each
        for each in islice(alone(one), 1, None)
        if (missing or names)
        and missing <= met_terms(analysis, each.statement.text)
        and all(mentions(name, each.statement.text) for name in names)
    ]
    return saying[0] if len(saying) == 1 else one


def _labelled_fact(analysis: Analysis, one: Candidate) -> Candidate | None:
    """Give of facts under labels the one whose label says all that is asked: "Fee: none"."""
    asked = {term for term in analysis.attributes if not is_light(term)}
    if not asked or analysis.asked_for.kind is not QuestionKind.FACT:
        return None
    facts = [
        (each, label["label"])
        for each in islice(alone(one), 1, None)
        for label in [LABELLED.match(each.statement.text)]
        if label
    ]
    if len(facts) < _MOST * len(one.statement.items):
        return None
    told = [each for each, label in facts if asked <= met_terms(analysis, label)]
    return told[0] if len(told) == 1 else None


def _is_list(statement: Statement) -> bool:
    return statement.kind is not StatementKind.SENTENCE and (
        len(statement.items) >= _FEWEST or " | " in statement.text
    )


def _lists_asked(analysis: Analysis, statement: Statement) -> bool:
    """Whether the noun of the question is what a list enumerates."""
    found = _ASKS_LIST.search(analysis.query)
    noun = set(asked_terms(found["noun"])) if found else set()
    heading = (statement.passage.heading or "").split(" > ")[-1]
    listed = enumerated(statement.lead_in, heading, len(statement.items))
    return (
        analysis.asked_for.kind is QuestionKind.ENUMERATION
        and bool(noun)
        and noun <= set(terms(listed))
    )


def is_under_asked(analysis: Analysis, statement: Statement) -> bool:
    """Whether a list stands under the question itself: "What members get"."""
    heading = words((statement.passage.heading or "").split(" > ")[-1])
    asked = words(analysis.query)
    if not _is_list(statement) or not {*heading[:1], *asked[:1]} <= _WH or not heading:
        return False
    said = {stem(word) for word in heading} - {stem(word) for word in _LIGHT}
    return bool(said) and said <= {stem(word) for word in asked}


def _said_before(
    analysis: Analysis, best: Candidate, listed: Sequence[Candidate]
) -> Candidate | None:
    """Give a list that is led to by all the words asked, where the best statement says none."""
    if not analysis.attributes or met_terms(analysis, best.statement.text):
        return None
    asked = set(analysis.attributes)
    return next(
        (one for one in listed if asked <= met_terms(analysis, _before(one.statement))), None
    )


def _lists_something_else(analysis: Analysis, statement: Statement) -> bool:
    """Whether a list of sentences, each of something else, stands where a list is asked for."""
    if analysis.asked_for.kind is not QuestionKind.ENUMERATION or not _is_list(statement):
        return False
    are_sentences = all(_IS_SENTENCE.search(item.text) for item in statement.items)
    return are_sentences and not met_terms(analysis, _before(statement))


def _before(statement: Statement) -> str:
    heading = (statement.passage.heading or "").split(" > ")[-1]
    return f"{heading} {statement.lead_in}"
