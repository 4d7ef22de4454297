"""Why an answer is what it is: what was found and read for it, and what became of each passage.

Worked out when asked, from the turn's query; nothing is stored with a turn for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering import TOP_K
from assistant.approved.model import is_approved_id
from assistant.citations import StoredDocuments
from assistant.comparing.question import comparison_of
from assistant.composing.research import Finding, Research
from assistant.evidence.calibration import Calibration
from assistant.evidence.ranking import Candidate
from assistant.evidence.reading import Reader, Reading
from assistant.evidence.said_words import WordLikeness
from assistant.explanation import Examined, Explanation
from assistant.model import Answer, Citation, Turn
from assistant.question.kind import classify, is_small_talk
from assistant.translation import translated
from index.errors import DocumentNotStored
from index.passage import ScoredPassage
from index.retriever import Retriever


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer:
    """Looks at a turn's query again, in the way in which it was answered.

    Attributes:
        retriever: Finds passages.
        reader: Reads them.
        documents: What is stored.
        calibration: Gives the weights.
        likeness: Compares words by meaning; None to do without.
    """

    retriever: Retriever
    reader: Reader
    documents: StoredDocuments
    calibration: Callable[[], Calibration]
    likeness: WordLikeness | None = None

    @translated()
    def explain(self, turn: Turn) -> Explanation:
        """Say what was looked at for a turn."""
        answer = turn.answer
        calibration = self.calibration()
        if any(is_approved_id(citation.document_id) for citation in answer.citations):
            # Nothing was searched: staff said what to answer.
            return Explanation(
                kind="approved",
                threshold=calibration.threshold,
                candidates=(),
                is_approved=True,
                changed=self._has_changed(answer),
            )
        searched = bool(answer.citations or answer.nearest)
        candidates = self._candidates(turn, calibration) if searched else ()
        return Explanation(
            kind=_kind(turn),
            threshold=calibration.threshold,
            candidates=candidates,
            changed=self._has_changed(turn.answer),
        )

    def _candidates(self, turn: Turn, calibration: Calibration) -> tuple[Examined, ...]:
        found = self.retriever.retrieve(turn.query, TOP_K)
        readings = self.reader.read(turn.query, [scored.passage for scored in found])
        finding = Research(
            retriever=self.retriever,
            reader=self.reader,
            calibration=calibration,
            likeness=self.likeness,
        ).weigh(turn.query, found, readings)
        surest = _surest(finding.candidates)
        examined = [
            _examined(scored, reading, surest.get(scored.passage.passage_id), finding, place=place)
            for place, (scored, reading) in enumerate(zip(found, readings, strict=True), 1)
        ]
        return _with_citations(examined, turn.answer.citations)

    def _has_changed(self, answer: Answer) -> bool:
        """Whether something that the answer shows no longer stands where it stood."""
        quoted = [
            (one.document_id, one.start, one.end, one.quote)
            for one in answer.citations
            if not is_approved_id(one.document_id)
        ]
        near = [(one.document_id, one.start, one.end, one.text) for one in answer.nearest]
        try:
            return any(
                self.documents.text_of(document_id, start, end) != text
                for document_id, start, end, text in (*quoted, *near)
            )
        except DocumentNotStored:
            return True


def _kind(turn: Turn) -> str:
    if is_small_talk(turn.query):
        return "small_talk"
    if comparison_of(turn.query):
        return "compare"
    return "which" if turn.answer.coverage else classify(turn.query).kind.value


def _surest(candidates: Sequence[Candidate]) -> Mapping[str, Candidate]:
    """The surest statement by passage, from statements of which the surest comes first."""
    surest: dict[str, Candidate] = {}
    for one in candidates:
        surest.setdefault(one.statement.passage.passage_id, one)
    return surest


def _examined(
    scored: ScoredPassage,
    reading: Reading,
    surest: Candidate | None,
    finding: Finding,
    *,
    place: int,
) -> Examined:
    """Put together what is known of a passage but whether it is quoted."""
    passage = scored.passage
    is_sure = surest is not None and surest.probability >= finding.threshold
    return Examined(
        passage_id=passage.passage_id,
        document_id=passage.document_id,
        title=passage.title,
        heading=passage.heading,
        page=passage.page,
        start=passage.start,
        end=passage.end,
        text=passage.text,
        place=place,
        meaning_place=scored.dense_rank,
        meaning_score=scored.dense_score,
        words_place=scored.bm25_rank,
        words_score=scored.bm25_score,
        fused_score=scored.score,
        reader_score=reading.answerability,
        span=reading.spans[0].text if reading.spans else None,
        statement=surest.statement.text if surest else None,
        probability=surest.probability if surest else None,
        outcome="set_aside" if is_sure else "unsure",
    )


def _with_citations(
    examined: Sequence[Examined], citations: Sequence[Citation]
) -> tuple[Examined, ...]:
    """Mark what is quoted, and add at the end what is quoted from passages that were not found.

    A quote counts for the first passage in which it begins.
    """
    quoted: dict[int, list[int]] = {}
    besides: dict[str, list[Citation]] = {}
    for citation in citations:
        holding = (at for at, one in enumerate(examined) if _holds(one, citation))
        at = next(holding, None)
        if at is None:
            besides.setdefault(citation.passage_id, []).append(citation)
        else:
            quoted.setdefault(at, []).append(citation.number)
    marked = [
        replace(one, outcome="cited", citation_numbers=tuple(quoted[at])) if at in quoted else one
        for at, one in enumerate(examined)
    ]
    return (*marked, *(_beside(cited) for cited in besides.values()))


def _holds(one: Examined, citation: Citation) -> bool:
    """Whether a quote begins in a passage; that of a long list may end after it."""
    is_there = one.document_id == citation.document_id
    return is_there and one.start <= citation.start < one.end


def _beside(citations: Sequence[Citation]) -> Examined:
    """What an answer quotes from one passage that was found in another way."""
    first = citations[0]
    return Examined(
        passage_id=first.passage_id,
        document_id=first.document_id,
        title=first.title,
        heading=first.heading,
        page=first.page,
        start=first.start,
        end=first.end,
        text=first.quote,
        statement=first.quote,
        probability=first.score,
        outcome="cited",
        citation_numbers=tuple(citation.number for citation in citations),
    )
