"""When a question is answered over all entities of a kind, and when by the passages found."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.citations import StoredDocuments, cite, verified
from assistant.composing.some_of_list import gives_some
from assistant.composing.subject import subject_name
from assistant.composing.wording import worded
from assistant.coverage.counts import (
    count_listed,
    holds_bare_number,
    is_count,
    states_number,
)
from assistant.coverage.listing import Covered, cover, names_in, understood, understood_who
from assistant.coverage.opening import Form
from assistant.coverage.question import EntityQuestion
from assistant.coverage.witness import Material
from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.names import holds, joined_words
from assistant.evidence.reading import Reader
from assistant.model import Answer
from assistant.question.choice import choice_in
from index.passage import ScoredPassage

_PARTS = re.compile(
    r"^(?:do|does|did)\s+.+\s(?:have|has|offer|run|include|consist of|contain|organi[sz]e|give)$",
    re.I,
)
_ASKS_NUMBER = re.compile(r"^\W*(?:\w+\W+){0,3}(?:how many|hur många)\b", re.I)
# So many entities that state it are more than one passage is likely to tell.
_SEVERAL = 2
# So sure an answer from the passages need not name one of the entities that were checked.
_SURELY = 0.8
# So many passages are searched for their sentences' similarities; none of them is read.
_WIDE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityAnswering:
    """Answers what is asked of all entities of a kind."""

    catalogue: EntityCatalogue
    reader: Reader
    documents: StoredDocuments
    search: Callable[[str, int], Sequence[ScoredPassage]] | None = None

    def answer(
        self,
        query: str,
        found: Sequence[ScoredPassage],
        ordinary: Callable[[], Answer],
        decline: Callable[[], Answer],
    ) -> Answer:
        """Answer over all entities where that is asked and they say something, else as usual.

        A question that names an entity ("Which partners founded X?") may be answered by one list
        or number of the documents; that is better than what each entity's documents say.

        Args:
            query: The standalone question.
            found: The passages found for it.
            ordinary: Answers from those passages.
            decline: Says that the documents do not answer, with the nearest passages.

        Raises:
            CitationMismatch: A document has changed since it was read.
            SearchIndexError: A document is gone.
        """
        chosen = ordinary() if choice_in(query) else None
        if chosen and gives_some(chosen.text):
            return chosen
        asked = understood(query, self.catalogue)
        if asked is None:
            answer = _numbered(query, ordinary(), decline)
            return self._counted(query, found, answer) or self._who(query, found, answer)
        usual = None
        if asked.others and not asked.further:
            usual = _numbered(query, ordinary(), decline)
        if usual is not None and _asks_parts(asked):
            return self._counted(query, found, usual) or usual
        counted = self._counted(query, found, usual) if usual else None
        if counted is not None:
            return counted
        covered = self._covered(asked, query, found)
        if usual is not None and _is_settled(asked, usual, covered):
            return usual
        if covered.says_something and (usual is None or _is_better(asked, covered, usual)):
            return self._answer(covered)
        return self._usually(
            asked, covered, decline, usual or _numbered(query, ordinary(), decline)
        )

    def _usually(
        self,
        asked: EntityQuestion,
        covered: Covered,
        decline: Callable[[], Answer],
        answer: Answer,
    ) -> Answer:
        """Answer from the passages found, where that speaks of what is asked for."""
        is_sure = (answer.confidence or 0.0) >= _SURELY
        # What is left is what a question for others leaves out: "besides Alfa".
        is_left_out = asked.deed is not None and bool(asked.deed.besides)
        if (
            answer.status == "answered"
            and not is_left_out
            and (is_sure or asked.others or self._is_about(asked, answer))
        ):
            return answer
        uncited = replace(covered.coverage, citation_numbers={})
        return replace(answer if answer.status == "declined" else decline(), coverage=uncited)

    def _is_about(self, asked: EntityQuestion, answer: Answer) -> bool:
        """Whether an answer from the passages speaks of an entity of the kind asked for."""
        of_kind = {entity.name: entity for entity in self.catalogue.of_kind(asked.accepted)}
        names = self.catalogue.names()
        return any(
            citation.document_id in {each for one in of_kind.values() for each in one.own}
            or any(
                mention.name in of_kind
                for mention in names.within(citation.quote, joined_words(citation.quote))
            )
            for citation in answer.citations
        )

    def _counted(self, query: str, found: Sequence[ScoredPassage], usual: Answer) -> Answer | None:
        """Count a list that names all where no number is stated; None where that is not asked."""
        if not is_count(query):
            return None
        if gives_some(usual.text):
            return usual
        named = names_in(query, self.catalogue)
        quotes = [citation.quote for citation in usual.citations]
        if usual.short_answer and states_number(query, named, quotes):
            return None
        counted = count_listed(query, named, found)
        if counted is None:
            return None
        one = worded(counted.statement, probability=1.0)
        cited = cite([one], self.documents)
        return Answer(
            status="answered",
            text=f"{counted.number}, as listed:\n\n{cited.text}",
            short_answer=str(counted.number),
            citations=verified(cited.citations, self.documents),
        )

    def _who(self, query: str, found: Sequence[ScoredPassage], usual: Answer) -> Answer:
        """Ask all organisations where "who" was asked and no passage answers."""
        if usual.status == "answered":
            return usual
        asked = understood_who(query, self.catalogue)
        covered = self._covered(asked, query, found) if asked else None
        return self._answer(covered) if covered and covered.coverage.stated else usual

    def _covered(
        self, asked: EntityQuestion, query: str, found: Sequence[ScoredPassage]
    ) -> Covered:
        wide = self.search(query, _WIDE) if self.search else ()
        material = Material(query=query, reader=self.reader, found=found, wide=wide)
        return cover(asked, self.catalogue, material, self.documents)

    def _answer(self, covered: Covered) -> Answer:
        return Answer(
            status="answered",
            text=covered.cited.text,
            short_answer=covered.short_answer,
            citations=verified(covered.cited.citations, self.documents),
            coverage=covered.coverage,
        )


def _numbered(query: str, usual: Answer, decline: Callable[[], Answer]) -> Answer:
    """Decline where "how many" is answered by what holds no number of what is counted."""
    if not _ASKS_NUMBER.match(query) or usual.status == "declined" or usual.short_answer:
        return usual
    is_told = any(holds_bare_number(citation.quote) for citation in usual.citations)
    return usual if is_told else decline()


def _asks_parts(asked: EntityQuestion) -> bool:
    """Whether what is asked for belongs to the entity named: "Which groups does SOC have?"."""
    return _PARTS.search(asked.rest) is not None


def _is_settled(asked: EntityQuestion, usual: Answer, covered: Covered) -> bool:
    """Whether one passage's answer is all that was asked for."""
    if usual.status != "answered":
        return False
    if asked.form is Form.HOW_MANY:
        return bool(usual.short_answer)
    # "140 organisations are based there" does not say which.
    if (usual.short_answer or "").isdecimal():
        return not covered.coverage.stated
    if not asked.is_plural or asked.form is Form.EXISTS:
        return True
    # A list of who did it beside the one asked about is no list of what that one did.
    if asked.deed and covered.coverage.stated:
        subject = joined_words(subject_name(usual.text) or "")
        if not any(holds(subject, form) for form in asked.others):
            return False
    # A list of the documents' own is complete by itself, unless more are found than it has.
    return usual.text.count("\n- ") >= max(1, len(covered.coverage.stated))


def _is_better(asked: EntityQuestion, covered: Covered, usual: Answer) -> bool:
    if usual.status == "declined" or asked.is_plural:
        return bool(covered.coverage.stated)
    return len(covered.coverage.stated) >= _SEVERAL
