"""When a question is answered over all entities of a kind, and when by the passages found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.citations import StoredDocuments, verified
from assistant.coverage import Covered, cover, understood
from assistant.coverage_judging import Material
from assistant.coverage_question import EntityQuestion, Form
from assistant.entity_catalogue import EntityCatalogue
from assistant.model import Answer
from assistant.reading import Reader
from index.passage import ScoredPassage

# So many entities that state it are more than one passage is likely to tell.
_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityAnswering:
    """Answers what is asked of all entities of a kind."""

    catalogue: EntityCatalogue
    reader: Reader
    documents: StoredDocuments

    def answer(
        self, query: str, found: Sequence[ScoredPassage], ordinary: Callable[[], Answer]
    ) -> Answer:
        """Answer over all entities where that is asked and they say something, else as usual.

        A question that names an entity ("Which partners founded X?") may be answered by one list
        or number of the documents; that is better than what each entity's documents say.

        Args:
            query: The standalone question.
            found: The passages found for it.
            ordinary: Answers from those passages.

        Raises:
            CitationMismatch: A document has changed since it was read.
            SearchIndexError: A document is gone.
        """
        asked = understood(query, self.catalogue)
        if asked is None:
            return ordinary()
        usual = ordinary() if asked.names_another else None
        if usual is not None and _is_settled(asked, usual):
            return usual
        material = Material(
            query=query, source=self.catalogue.source, reader=self.reader, found=found
        )
        covered = cover(asked, self.catalogue, material, self.documents)
        if covered.says_something and (usual is None or _is_better(covered, usual)):
            return self._answer(covered)
        answer = usual or ordinary()
        if answer.status == "declined":
            return replace(answer, coverage=covered.coverage)
        return answer

    def _answer(self, covered: Covered) -> Answer:
        return Answer(
            status="answered",
            text=covered.cited.text,
            short_answer=covered.short_answer,
            citations=verified(covered.cited.citations, self.documents),
            coverage=covered.coverage,
        )


def _is_settled(asked: EntityQuestion, usual: Answer) -> bool:
    """Whether one passage's answer is all that was asked for."""
    if usual.status != "answered":
        return False
    if asked.form is Form.HOW_MANY:
        return bool(usual.short_answer)
    is_list = "\n- " in usual.text
    return is_list or not asked.is_plural or asked.form is Form.EXISTS


def _is_better(covered: Covered, usual: Answer) -> bool:
    if usual.status == "declined":
        return bool(covered.coverage.stated)
    return len(covered.coverage.stated) >= _SEVERAL
