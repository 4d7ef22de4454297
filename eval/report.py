"""The Report: what happened to every case of one document set, and the figures over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.model import Status
from eval.cases import Kind, Split
from eval.metrics import (
    Decision,
    DecliningFigures,
    Rank,
    declining_figures,
    mean,
    percentile,
    ranking_figures,
    share,
)

ALL = "all"
"""Key of the figures over both splits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedQuote:
    """A citation of an answer, judged.

    Attributes:
        document: File name of the cited document.
        right_document: Whether the document is one of the evidence.
        supported: Whether the quote overlaps a quote of the evidence.
        verbatim: Whether the quote is exactly the stored text that its offsets point at.
    """

    document: str
    quote: str
    right_document: bool
    supported: bool
    verbatim: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happened to one case.

    Attributes:
        query: What the assistant searched for; "" when it failed.
        status: "failed" when asking or searching raised an error.
        correct: Whether status and words are as expected.
        short_answer_correct: Whether the short answer alone holds every expected group; None where
            no group is expected.
        reasons: Why it is not correct, in words; empty when it is.
        evidence_documents: File names of the evidence, each once.
        document_ranks: Rank of each evidence document among the documents retrieved.
        passage_ranks: For each quote of the evidence the rank of the first passage that holds it.
        milliseconds: How long the answer took; None when it failed.
        expected: What the answer has to say: one of each group.
        stages_ms: How long each stage took, as the assistant tells it.
        confidence: Probability that the documents answer, as the assistant weighed it, 0 to 1;
            None where it weighed nothing.
    """

    case_id: str
    kind: Kind
    split: Split
    question: str
    query: str
    expected_status: Status
    status: Literal["answered", "declined", "failed"]
    text: str
    short_answer: str | None
    citations: tuple[CitedQuote, ...]
    correct: bool
    short_answer_correct: bool | None
    reasons: tuple[str, ...]
    evidence_documents: tuple[str, ...]
    document_ranks: tuple[Rank, ...]
    passage_ranks: tuple[Rank, ...]
    milliseconds: float | None
    expected: tuple[tuple[str, ...], ...] = ()
    stages_ms: Mapping[str, float] = field(default_factory=dict)
    confidence: float | None = None

    @property
    def citation_precision(self) -> float | None:
        """Share of the citations whose document is of the evidence; None without either."""
        if not self.evidence_documents:
            return None
        return share(citation.right_document for citation in self.citations)

    @property
    def citation_support(self) -> float | None:
        """Share of the citations whose quote overlaps the evidence; None without either."""
        if not self.evidence_documents:
            return None
        return share(citation.supported for citation in self.citations)

    @property
    def citation_recall(self) -> float | None:
        """Share of the evidence documents that are cited; None without evidence."""
        cited = {citation.document for citation in self.citations}
        return share(document in cited for document in self.evidence_documents)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFigures:
    """Shares of the cases that are right, or answered wrongly; see `Outcome`.

    What is neither was declined without need, or failed.
    """

    answer_match: float | None
    wrong_answer_rate: float | None
    short_answer_match: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFigures:
    """Means over the cases, but `quote_verbatim_rate`, which is a share of all citations."""

    citation_precision: float | None
    citation_support: float | None
    citation_recall: float | None
    quote_verbatim_rate: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalFigures:
    """Figures by metric key (`recall@5`), over the cases that have evidence."""

    document: Mapping[str, float | None]
    passage: Mapping[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LatencyFigures:
    """How long an answer took, in milliseconds."""

    p50: float | None
    p95: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All figures over a set of cases. A failed case counts as wrong, uncited and not found."""

    cases: int
    failed: int
    answers: AnswerFigures
    citations: CitationFigures
    declining: DecliningFigures
    retrieval: RetrievalFigures
    latency_ms: LatencyFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBaseSize:
    """How much was searched."""

    documents: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a run.

    Attributes:
        dataset: Path of the cases.
        splits: Figures by split, and over all under `ALL`.
        kinds: Figures by split (and `ALL`), then by kind; only what has cases.
        outcomes: In the order of the cases.
    """

    dataset: str
    knowledge_base: KnowledgeBaseSize
    splits: Mapping[str, Summary]
    kinds: Mapping[str, Mapping[str, Summary]]
    outcomes: tuple[Outcome, ...]


def build_report(
    outcomes: Sequence[Outcome], *, dataset: str, knowledge_base: KnowledgeBaseSize
) -> Report:
    """Put the figures together; a split without outcomes gets no entry."""
    groups = {
        split.value: [outcome for outcome in outcomes if outcome.split is split] for split in Split
    }
    groups = {name: group for name, group in groups.items() if group} | {ALL: list(outcomes)}
    return Report(
        dataset=dataset,
        knowledge_base=knowledge_base,
        splits={name: summarise(group) for name, group in groups.items()},
        kinds={name: _summarise_kinds(group) for name, group in groups.items()},
        outcomes=tuple(outcomes),
    )


def summarise(outcomes: Sequence[Outcome]) -> Summary:
    """Work out all figures over some outcomes."""
    citations = [citation for outcome in outcomes for citation in outcome.citations]
    times = [outcome.milliseconds for outcome in outcomes if outcome.milliseconds is not None]
    with_evidence = [outcome for outcome in outcomes if outcome.evidence_documents]
    return Summary(
        cases=len(outcomes),
        failed=sum(outcome.status == "failed" for outcome in outcomes),
        answers=AnswerFigures(
            answer_match=share(outcome.correct for outcome in outcomes),
            wrong_answer_rate=share(
                outcome.status == "answered" and not outcome.correct for outcome in outcomes
            ),
            short_answer_match=share(
                outcome.short_answer_correct
                for outcome in outcomes
                if outcome.short_answer_correct is not None
            ),
        ),
        citations=CitationFigures(
            citation_precision=mean(outcome.citation_precision for outcome in outcomes),
            citation_support=mean(outcome.citation_support for outcome in outcomes),
            citation_recall=mean(outcome.citation_recall for outcome in outcomes),
            quote_verbatim_rate=share(citation.verbatim for citation in citations),
        ),
        declining=declining_figures([_decision(outcome) for outcome in outcomes]),
        retrieval=RetrievalFigures(
            document=ranking_figures([outcome.document_ranks for outcome in with_evidence]),
            passage=ranking_figures([outcome.passage_ranks for outcome in with_evidence]),
        ),
        latency_ms=LatencyFigures(p50=percentile(times, 50), p95=percentile(times, 95)),
    )


def _summarise_kinds(outcomes: Sequence[Outcome]) -> dict[str, Summary]:
    groups = {kind: [outcome for outcome in outcomes if outcome.kind is kind] for kind in Kind}
    return {kind.value: summarise(group) for kind, group in groups.items() if group}


def _decision(outcome: Outcome) -> Decision:
    return Decision(
        should_decline=outcome.expected_status == "declined",
        declined=outcome.status == "declined",
        answered=outcome.status == "answered",
    )
