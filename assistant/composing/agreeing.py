"""Whether a statement agrees with a question in more than its words, and may be given for it.

Ties, superlatives and ends must be spoken of, a place must be told as one, and whoever is asked for
must be somebody: "four fields" are no members.
"""

import re
from dataclasses import replace

from assistant.composing.complete_list import counts_things
from assistant.composing.going_on import first_mention
from assistant.composing.polarity import met_terms
from assistant.composing.proposition import is_light
from assistant.composing.reasons import gives_reason
from assistant.composing.subject import OWN_VOICE, spoken_before, subject_name
from assistant.conflicts.relations import tells_beginning
from assistant.entities.kinds import is_known, kind_words
from assistant.evidence.agreement import demands_of
from assistant.evidence.ranking import Candidate
from assistant.evidence.responsible import names_responsible
from assistant.evidence.short_answers import short_answer
from assistant.evidence.statements import Statement, StatementKind, without_aside
from assistant.question.acting import acts_itself, holds_role, is_doer, tells_elsewhere
from assistant.question.analysis import Analysis
from assistant.question.answer_type import matches
from assistant.question.following.phrases import is_plural
from assistant.question.grammar import MONTHS
from assistant.question.kind import AnswerType
from assistant.question.named import Named, mentions
from assistant.question.terms import terms, words
from assistant.question.tie import Tie, asked_tie, asks_companion, asks_helpers, tie_done

_WHERE = re.compile(r"^where\b", re.I)
_WHERE_IS = re.compile(
    r"^where(?:['’]s|\s+(?:is|are|was|were))\s+.*?(?:located|based|situated|found|housed)?$", re.I
)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.I)
_LETTERS = re.compile(r"[^\W\d_]{3}")
# What stands before a place, or makes the whole sentence tell where something is.
_PLACING = re.compile(
    r"\b(?:in|at|near|on|outside|beside|behind|from|to|within|opposite|across|i|på|vid|hos)\s+"
    r"(?:the\s+|central\s+)?(?:(?!which\b|whom\b|what\b)[a-zåäö-]+\s+){0,3}$|[:,(|]\s*$",
    re.I,
)
_SAYS_WHERE = re.compile(
    r"\b(?:locat|bas(?:ed|es)\b|situated|lies?\b|hous|offices?\b|premises|address|place:|campus|"
    r"headquart|tenant|building|moved|stands?\b|sits?\b|held\b|takes? place|took place|visit)",
    re.I,
)
_BEGINS = re.compile(
    r"^when\s+(?:(?:was|were)\s+.+\s(?:founded|established|created|launched|started|set up|formed|"
    r"begun|initiated|opened)|did\s+.+\s(?:start|begin|open|launch))$",
    re.I,
)
_BEGUN = re.compile(
    r"\b(?:since|born|set (?:it|them) up|start\w*|open\w*|began|begin\w*|founded)\b", re.I
)
_THOSE_TIED = (
    r"(?:members?|partners?|founders?|funders?|owners?|supporters?|participants?|organi[sz]ers?|"
    r"initiators?|sponsors?|customers?|tenants?)"
)
_WHO_ARE = re.compile(
    rf"^(?:(?:who|list|name)\s+(?:are|were|is|was)?\s*(?:all\s+)?(?:the\s+)?(?:\w+\s+){{0,2}}?"
    rf"{_THOSE_TIED}\b|(?:which|what)\s+(?:\w+\s+)?{_THOSE_TIED}\s+(?:do|does|has|have)\s)",
    re.I,
)
_PEOPLE = re.compile(
    r"(?:ers|ors|ists|ants|ents|ees|ians|people|staff|citizens|[^\W\d_]ies)$", re.I
)
# Who does something, and since when somebody does.
_OF_DEED = re.compile(
    r"^(?:who\s+(?!is\b|was\b|are\b|were\b|['’]s\b)|since\s+when\s+(?:do|does|has|have)\b)",
    re.I,
)
_PAYERS = frozenset({"state", "government", "public", "sector", "family"})
_OF_RESULT = frozenset(terms("what result outcome success effect work worked try"))
_SINCE = frozenset(terms("since when long already"))
_CALLED = re.compile(
    r"\b(?:is|was|are|were|been|now|also|then|and)\s+(?:\w+\s+)?(?:called|named|renamed|"
    r"known as)\b",
    re.I,
)
_TOGETHER = re.compile(r"\b(?:together|jointly|along) with (?:the )?$", re.I)
_HEAD = re.compile(r"^(?P<head>.+?)(?=\s+(?:that|who|which|with|of|in|from|for|at)\b|$)", re.I)


def agrees(analysis: Analysis, one: Candidate) -> bool:
    """Whether a statement may be given for a question, as far as kinds of things go."""
    return (
        _agrees_in_words(analysis, one)
        and _agrees_in_tie(analysis, one.statement)
        and _is_place(analysis, one)
        and _is_beginning(analysis, one.statement)
        and _lists_somebody(analysis, one.statement)
        and _tells_deed(analysis, one.statement)
        and _may_fund(analysis, one)
        and _may_do(analysis, one)
        and _tells_companion(analysis, one)
        and gives_reason(analysis, one.statement)
    )


def _tells_companion(analysis: Analysis, one: Candidate) -> bool:
    """Whether with whom something is done is read, or told of all that is asked."""
    if not asks_companion(analysis.query) or one.is_read:
        return True
    return set(analysis.attributes) <= met_terms(analysis, one.statement.text)


def _may_fund(analysis: Analysis, one: Candidate) -> bool:
    """Whether what would be the answer to "who funds it?" may be somebody: no "venture capital"."""
    if asked_tie(analysis.query) is not Tie.FUNDS or one.statement.items:
        return True
    short = short_answer(analysis, one)
    said = (short or "").split()
    if not said or any(word[:1].isupper() for word in said):
        return True
    last = said[-1].lower()
    return last in _PAYERS or is_plural(last) or is_known(kind_words(last))


def _may_do(analysis: Analysis, one: Candidate) -> bool:
    """Whether what would be the answer to "who" may be somebody: no sum of money."""
    if analysis.asked_for.answer_type is not AnswerType.NAME or one.statement.items:
        return True
    short = short_answer(analysis, one) or ""
    return not matches(AnswerType.MONEY, short)


def _agrees_in_words(analysis: Analysis, one: Candidate) -> bool:
    statement = one.statement
    around = f"{statement.passage.heading or ''} {spoken_before(statement)}"
    told = f"{without_aside(statement.lead_in)} {without_aside(_item_told(analysis, one))}"
    demands = demands_of(analysis.query)
    is_helper = one.is_read and asks_helpers(analysis.query)
    if is_helper or names_responsible(analysis, statement):
        demands = replace(demands, tie=None)
    if demands.is_result and not _is_of_deed(analysis, f"{around} {told}"):
        return False
    return demands.are_met_by(f"{around} {told}")


def _is_of_deed(analysis: Analysis, text: str) -> bool:
    """Whether a text speaks of what was done, where it is asked with what result."""
    deed = {term for term in analysis.attributes if term not in _OF_RESULT and not is_light(term)}
    return not deed or bool(deed & met_terms(analysis, text))


def _item_told(analysis: Analysis, one: Candidate) -> str:
    """Give the item of a list that holds who is asked for; all of it for any other question."""
    whole, items = one.statement.text, one.statement.items
    if items and demands_of(analysis.query).is_since:
        # What another item has been since tells nothing.
        asked = [term for term in analysis.attributes if term not in _SINCE]
        held = [analysis.weights.coverage(asked, met_terms(analysis, item.text)) for item in items]
        return " ".join(
            item.text for item, count in zip(items, held, strict=True) if count == max(held)
        )
    asks_one = asked_tie(analysis.query) and one.statement.kind is StatementKind.LIST
    short = short_answer(analysis, one) if asks_one else None
    return next((item.text for item in items if short and short in item.text), whole)


def _agrees_in_tie(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement does not tell what the one asked about does, but what is done to it."""
    tie, done = asked_tie(analysis.query), tie_done(analysis.query)
    every = [
        one
        for one in (*analysis.named, *analysis.mentioned)
        # Who runs something "together with X" is asked, and X runs it, too.
        if not _TOGETHER.search(analysis.query[: first_mention(one, analysis.query)])
    ]
    if done and not any(_does_it(done, each, statement) for each in every):
        return not every
    text = statement.lead_in or statement.text
    return tie is None or not any(
        acts_itself(tie, entity.forms, text) or tells_elsewhere(tie, entity.forms, text)
        for entity in every
    )


def _does_it(done: Tie, entity: Named, statement: Statement) -> bool:
    """Whether a statement may tell what an entity does: its own document's, or one that says so."""
    passage = statement.passage
    if passage.document_id == entity.document_id or is_doer(done, entity.forms, statement.text):
        return True
    # "We give grants", on a page whose title names it.
    if OWN_VOICE.search(statement.text) and mentions(entity, passage.context):
        return True
    return any(
        holds_role(done, entity.forms, statement.lead_in, item.text) for item in statement.items
    )


def _tells_deed(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement is more than a name for what is asked who does it, or since when.

    "It has been called B since 2017" does not tell who runs it.
    """
    if not _OF_DEED.match(analysis.query) or not _CALLED.search(statement.text):
        return True
    return bool(met_terms(analysis, statement.text) - _SINCE)


def _is_place(analysis: Analysis, one: Candidate) -> bool:
    """Whether what would be the answer to "where" may be a place: no date, and told as one."""
    if not _WHERE.match(analysis.query):
        return True
    short = short_answer(analysis, one)
    text, is_plain = one.statement.text, _WHERE_IS.match(analysis.query.rstrip("?!. "))
    if short is None:
        return not is_plain or _SAYS_WHERE.search(text) is not None
    if not _LETTERS.search(_MONTH.sub("", short)):
        return False
    if is_plain and one.statement.items and not _SAYS_WHERE.search(text):
        return False
    at = text.find(short)
    if not is_plain or at < 0 or one.statement.items or _SAYS_WHERE.search(text):
        return True
    # "As of 2018, X works with Y" tells of X no place.
    before = text[:at].removeprefix("As of")
    return _PLACING.search(before) is not None and not before.strip(" ,")[-4:].isdecimal()


def _is_beginning(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement tells of a beginning, where one is asked for: 15 years are none."""
    if not _BEGINS.match(analysis.query.rstrip("?!. ")):
        return True
    if analysis.asked_for.answer_type is not AnswerType.DATE:
        return True
    text = f"{statement.passage.heading or ''} {statement.text}"
    return tells_beginning(text) or _BEGUN.search(text) is not None


def _lists_somebody(analysis: Analysis, statement: Statement) -> bool:
    """Whether a list gives somebody, where it is asked who the members or partners are."""
    if statement.kind is not StatementKind.LIST or not _WHO_ARE.match(analysis.query):
        return True
    around = f"{statement.passage.context} {statement.lead_in}"
    # Who is only on a list is not who it is a list of.
    if counts_things(analysis.query, statement.lead_in) or any(
        is_item(one, statement) and not mentions(one, around)
        for one in (*analysis.named, *analysis.mentioned)
    ):
        return False
    some = [item for item in statement.items if _is_somebody(item.text)]
    return 2 * len(some) >= len(statement.items)


def is_item(entity: Named, statement: Statement) -> bool:
    """Whether an item of a list is the entity; a word of another's name, "Swedish", names none."""
    return any(
        mentions(entity, item.text)
        and (max(map(len, entity.forms)) > 1 or tuple(words(item.text)) in entity.forms)
        for item in statement.items
    )


def _is_somebody(item: str) -> bool:
    """Whether an item of a list begins with a name, or with a noun for people or bodies."""
    text = item.strip()
    if text.removeprefix("the ")[:1].isupper():
        return True
    found = _HEAD.match(text)
    head = found["head"].split()[-1] if found else ""
    is_kind = head.endswith("s") and is_known(kind_words(head))
    return is_kind or _PEOPLE.search(head) is not None


def is_list_of_another(analysis: Analysis, statement: Statement) -> bool:
    """Whether a list tells what another one does, and names who is asked about in an item alone."""
    subject = subject_name(statement.lead_in) if statement.items else None
    own = statement.passage.document_id
    return subject is not None and not any(
        own == one.document_id or mentions(one, statement.lead_in)
        for one in (*analysis.named, *analysis.mentioned)
    )
