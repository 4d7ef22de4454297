"""Answers for some of what a list names: the items that are asked for, and how many of how many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.citations import Draft, StoredDocuments
from assistant.composing.agreeing import is_item
from assistant.composing.choosing import Chosen, choose, is_wanted, items_of, name_in, persons_told
from assistant.composing.enumerating import read_item
from assistant.composing.polarity import met_terms
from assistant.composing.research import Research
from assistant.composing.wording import worded
from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.kinds import accepted_kinds, kind_words
from assistant.evidence.items import as_list
from assistant.evidence.lists import completed
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.ranking import Candidate
from assistant.evidence.short_answers import short_answer, trimmed
from assistant.evidence.statements import Statement, StatementKind
from assistant.question.alike import terms_alike
from assistant.question.analysis import Analysis
from assistant.question.choice import Restriction, choice_in, implied
from assistant.question.kind import AnswerType
from assistant.question.named import mentions
from assistant.question.terms import terms, words
from index.passage import ScoredPassage

_FEWEST = 2
_OF = re.compile(r"\s+(?:of|in|at|that|which|who|from|for|behind)\s+")
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_OPENING = re.compile(r"^(?:At (?:least|most) )?\d+ of \d+, as listed:")
_NUMBER = re.compile(
    rf"\b(?!one of\b)(?:\d[\d,.]*(?<![,.])|{'|'.join(NUMBERS)})\s+(?P<after>[^.;:,()]+)", re.I
)
_HOW_MANY = re.compile(r"^how many\b", re.I)
_OF_THEM = re.compile(r"^of\s+(?:them|these|those|the)\b", re.I)
# What is counted stands within so many words after its number.
_REACH = 3


def gives_some(text: str) -> bool:
    """Whether an answer's text gives some items of a list, and says of how many.

    >>> gives_some("2 of 6, as listed: Six"), gives_some("Six. [1]")
    (True, False)
    """
    return _OPENING.match(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Some:
    """The answer by some of a list, or else the statements that may answer otherwise."""

    draft: Draft | None = None
    left: Sequence[Candidate] = ()


def some_of_list(
    analysis: Analysis,
    sure: Sequence[Candidate],
    documents: StoredDocuments,
    research: Research | None,
    found: Sequence[ScoredPassage],
) -> Some:
    """Answer by those items of a list that are asked for, where only some of them are.

    Args:
        analysis: The question, taken apart.
        sure: Statements that answer surely enough, and are to the point; the surest first.
        documents: Where the rest of a list is looked up.
        research: Knows names, and finds the list of those that are to be counted; None for neither.
        found: The passages that were read.
    """
    choice = choice_in(analysis.query)
    wanted = choice.wanted if choice else _implied(analysis)
    catalogue = research.entities if research else None
    choosing = _Choosing(
        analysis=analysis,
        listed=choice.listed if choice else analysis.query,
        wanted=wanted,
        documents=documents,
        catalogue=catalogue,
    )
    if analysis.asked_for.answer_type is AnswerType.NUMBER:
        if not choice and not wanted.kind:
            return Some(left=sure)
        # The documents' own number goes first.
        told = [one for one in sure if choosing.tells(one.statement)]
        which = choice.which if choice else _HOW_MANY.sub("Which", analysis.query)
        lists = research.ask(which, found).sure if research and not told else ()
        if not choice and wanted.is_of_companies:
            # Of companies most lists are, and their names do not tell.
            own = choosing.own_lists(lists)
            return Some(draft=choosing.narrowed(own, counts=True).draft, left=sure)
        return Some(draft=choosing.of_first(lists, counts=True), left=told if choice else sure)
    if choice:
        draft = choosing.of_first(sure)
        return Some(draft=draft, left=[] if draft else choosing.told_otherwise(sure))
    return choosing.narrowed(sure)


def _implied(analysis: Analysis) -> Restriction:
    """Give what is asked for besides; what the documents name is no place: "in SciLifeLab"."""
    wanted = implied(analysis.query)
    forms = {form for one in analysis.named for form in one.forms}
    is_named = wanted.place is not None and not forms.isdisjoint(wanted.place.forms)
    return replace(wanted, place=None) if is_named else wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choosing:
    """Chooses for one question."""

    analysis: Analysis
    listed: str
    wanted: Restriction
    documents: StoredDocuments
    catalogue: EntityCatalogue | None

    def of_first(self, sure: Sequence[Candidate], *, counts: bool = False) -> Draft | None:
        """Answer by the first list that tells which of its items are asked for."""
        for one in sure:
            listed = self._whole(one.statement)
            if len(items_of(listed)) < _FEWEST or self._is_of_another(listed):
                continue
            wanted, around = self.wanted, f"{listed.passage.context} {listed.lead_in}"
            if wanted.kind and wanted.place:
                # Of a kind and there, too: no item tells both.
                if not wanted.place.is_held_by(around):
                    continue
                wanted = replace(wanted, place=None)
            chosen = choose(listed, wanted, self.catalogue)
            chosen = self._sure_of_persons(listed, chosen) if chosen else None
            if chosen:
                return _drafted(one, listed, chosen, wanted, counts=counts)
        return None

    def told_otherwise(self, sure: Sequence[Candidate]) -> list[Candidate]:
        """Give sentences that tell of those asked for, and the items that are read as an answer."""
        told = []
        for one in sure:
            if self.tells(one.statement):
                told.append(one)
            elif self.wanted.terms and one.statement.items:
                told += read_item(self.analysis, one)
        asked = set(self.wanted.terms)
        return [one for one in told if asked <= set(terms(one.statement.text))] or told

    def own_lists(self, sure: Sequence[Candidate]) -> list[Candidate]:
        """Leave out the lists that name who is asked about among others."""
        return [one for one in sure if not self._is_of_another(self._whole(one.statement))]

    def narrowed(self, sure: Sequence[Candidate], *, counts: bool = False) -> Some:
        """Leave out of the surest list what is not of the kind or place that is asked for."""
        if not (self.wanted.kind or self.wanted.place):
            return Some(left=sure)
        for at, one in enumerate(sure):
            listed = self._whole(one.statement)
            around = f"{listed.passage.context} {listed.lead_in}"
            if one.statement.kind is StatementKind.SENTENCE:
                if self._names_others(one):
                    continue
                return Some(left=sure[at:])
            draft = self._there(sure[at:], around, counts=counts)
            if draft or not self.wanted.kind:
                return Some(draft=draft, left=sure[at:])
            chosen = self._of_kind(listed, around)
            if chosen is None:
                return Some(left=sure[at:])
            if chosen.items:
                wanted = replace(self.wanted, place=None)
                return Some(draft=_drafted(one, listed, chosen, wanted, counts=counts))
        return Some()

    def _there(self, sure: Sequence[Candidate], around: str, *, counts: bool) -> Draft | None:
        """Answer by the items that are at the place asked for; None where all may well be."""
        if self.wanted.place is None or self.wanted.place.is_held_by(around):
            return None
        there = replace(self, wanted=replace(self.wanted, kind=()))
        return there.of_first(sure, counts=counts)

    def _of_kind(self, listed: Statement, around: str) -> Chosen | None:
        """Choose what is of the kind asked for; None where the list tells nothing, or all are."""
        wanted = replace(self.wanted, place=None)
        others = choose(listed, replace(wanted, is_negated=True), self.catalogue)
        chosen = choose(listed, wanted, self.catalogue)
        is_told = chosen is None and others is None
        is_all = is_told or (chosen is not None and len(chosen.items) == chosen.whole)
        is_all = is_all or not wanted.kind or _says_kind(wanted, around)
        if is_all or len(items_of(listed)) < _FEWEST:
            return None
        return chosen or Chosen(items=(), whole=len(items_of(listed)), bound="")

    def _names_others(self, one: Candidate) -> bool:
        """Whether a sentence would answer with what is something else, and with none asked for."""
        short = short_answer(self.analysis, one) if self.wanted.kind else None
        names = [each for each in _JOINED.split(short or "") if each.strip()]
        wanted = replace(self.wanted, place=None)
        told = [is_wanted(name, wanted, self.catalogue) for name in names]
        return False in told and True not in told

    def tells(self, statement: Statement) -> bool:
        """Whether a sentence may tell of those asked for, and does not only count or name all."""
        if statement.kind is not StatementKind.SENTENCE or self.wanted.is_negated:
            return False
        if self.analysis.asked_for.answer_type is AnswerType.NUMBER:
            return not counts_another(self.wanted, statement.text, self.analysis.query)
        if self.wanted.place:
            return self.wanted.place.is_held_by(statement.text)
        if self.wanted.kind:
            return _says_kind(self.wanted, statement.text)
        # "The managers are A (health) and B" tells of them in other words than the question's.
        if set(words(_OF.split(self.listed)[0])) <= set(words(statement.text)):
            return True
        return not met_terms(self.analysis, statement.text).isdisjoint(self.wanted.terms)

    def _sure_of_persons(self, listed: Statement, chosen: Chosen) -> Chosen | None:
        """Give persons where the page tells of as many: "Alfa House" is written as one is."""
        if not self.wanted.is_of_persons or self.wanted.is_negated:
            return chosen
        passages = self.documents.passages_of(listed.passage.document_id)
        told = (persons_told(passage.text) for passage in passages)
        return replace(chosen, bound="") if len(chosen.items) in told else None

    def _whole(self, statement: Statement) -> Statement:
        """Give all of a list, also one that stands in a sentence."""
        return as_list(completed(statement, self.documents))

    def _is_of_another(self, listed: Statement) -> bool:
        """Whether a list names who is asked about among others, and is so a list of others."""
        around = f"{listed.passage.context} {listed.lead_in}"
        place = self.wanted.place
        owners = (
            one
            for one in (*self.analysis.named, *self.analysis.mentioned)
            if mentions(one, self.listed) and not (place and set(one.forms) & set(place.forms))
        )
        return any(is_item(named, listed) and not mentions(named, around) for named in owners)


def _drafted(
    one: Candidate, listed: Statement, chosen: Chosen, wanted: Restriction, *, counts: bool = False
) -> Draft:
    """Write the chosen items below what leads to them, with how many of how many they are."""
    part = worded(chosen.of(listed), probability=one.probability)
    counted = chosen.counted
    opening = f"{counted[:1].upper()}{counted[1:]} of {chosen.whole}, as listed:\n\n"
    names = ", ".join(_named(item.text, wanted) for item in chosen.items)
    return Draft(parts=(part,), short_answer=counted if counts else names, layout=(opening, 0))


def _named(text: str, wanted: Restriction) -> str:
    """Give what an item names, without what only tells why it is given."""
    return trimmed(text.replace(" | ", " – ") if wanted.terms else name_in(text, wanted))


def counts_another(wanted: Restriction, text: str, query: str = "") -> bool:
    """Whether the numbers of a text count something else than is asked: "one of six founders".

    >>> counts_another(Restriction(kind=("university",)), "It is one of the six founders.")
    True
    >>> counts_another(Restriction(kind=("university",)), "Two universities are among its members.")
    False
    """
    behind = [found["after"] for found in _NUMBER.finditer(text)]
    if wanted.kind:
        # "Two of them are universities" tells it further on.
        near = (
            after if _OF_THEM.match(after) else " ".join(after.split()[:_REACH]) for after in behind
        )
        return not any(_says_kind(wanted, after) for after in near)
    asked = set(wanted.terms)
    return bool(asked) and asked.isdisjoint({*terms(text), *terms_alike(query, text)})


def _says_kind(wanted: Restriction, text: str) -> bool:
    """Whether a text has a noun for the kind that is asked for."""
    accepted = accepted_kinds(wanted.kind)
    said = text.split()
    return any(
        kind_words(" ".join(said[at : at + size])) in accepted
        for size in range(1, _REACH + 1)
        for at in range(len(said) - size + 1)
    )
