"""Asks the assistant every question of a Dataset and judges what comes back. Builds nothing."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from assistant.errors import AssistantError, UnknownDocument
from assistant.library import Library
from assistant.model import Answer, Citation, Conversation, Turn
from assistant.service import Answering
from eval.cases import Case, Dataset
from eval.evidence import document_name, document_ranks, is_supported, passage_ranks
from eval.matching import asserted_text, judge_words, missing_groups
from eval.metrics import RECALL_DEPTHS
from eval.progress import OnProgress, no_progress
from eval.report import CitedQuote, KnowledgeBaseSize, Outcome, Report, build_report

TOP_K = max(RECALL_DEPTHS)
"""How many passages are searched for, to know recall down to the deepest rank."""


class System(Protocol):
    """What is evaluated; `assistant.services.Services` is one."""

    @property
    def assistant(self) -> Answering:
        """Answers questions."""
        ...

    @property
    def library(self) -> Library:
        """Searches and shows the same documents."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Timed:
    turn: Turn
    milliseconds: float


def run(
    system: System,
    dataset: Dataset,
    on_progress: OnProgress = no_progress,
    *,
    searches: bool = True,
    clock: Callable[[], float] = time.perf_counter,
) -> Report:
    """Ask every question, in order, each in a conversation of its own after its history.

    A case whose question or search raises an `AssistantError` counts as failed; the run goes on.
    Nothing is warmed up here: a caller that wants warm latencies does it first.

    Args:
        system: What is evaluated.
        dataset: The cases.
        on_progress: Called after every case.
        searches: Whether it is also measured what a search finds, which takes as long as answering.
        clock: Gives seconds; only differences count.
    """
    judge = _Judge(system.library, searches=searches)
    outcomes = []
    for done, case in enumerate(dataset.cases, start=1):
        try:
            timed = _ask(system.assistant, case, clock)
            outcomes.append(judge.judge(case, timed))
        except AssistantError as error:
            outcomes.append(_failed(case, error))
        on_progress(done, len(dataset.cases))
    return build_report(outcomes, dataset=str(dataset.path), knowledge_base=judge.size)


def _ask(assistant: Answering, case: Case, clock: Callable[[], float]) -> _Timed:
    """Ask the history, then the question; only the question is timed."""
    conversation = Conversation(conversation_id=f"eval-{case.case_id}")
    for earlier in case.history:
        conversation = conversation.append(assistant.ask(earlier, conversation))
    started = clock()
    turn = assistant.ask(case.question, conversation)
    return _Timed(turn=turn, milliseconds=(clock() - started) * 1000)


class _Judge:
    """Compares turns with cases; keeps the documents' texts, which do not change in a run."""

    def __init__(self, library: Library, *, searches: bool) -> None:
        summaries = library.documents()
        self._library = library
        self._searches = searches
        self._sources = {summary.document_id: summary.source for summary in summaries}
        self._texts: dict[str, str] = {}
        self.size = KnowledgeBaseSize(
            documents=len(summaries), passages=sum(summary.passages for summary in summaries)
        )

    def judge(self, case: Case, timed: _Timed) -> Outcome:
        answer = timed.turn.answer
        reasons = _reasons(case, answer)
        evidence = case.evidence if self._searches else ()
        passages = self._library.search(case.standalone_question, TOP_K) if evidence else ()
        return Outcome(
            case_id=case.case_id,
            kind=case.kind,
            split=case.split,
            question=case.question,
            query=timed.turn.query,
            expected_status=case.expected_status,
            status=answer.status,
            text=answer.text,
            short_answer=answer.short_answer,
            citations=tuple(self._cited(citation, case) for citation in answer.citations),
            correct=not reasons,
            short_answer_correct=_short_answer_correct(case, answer),
            reasons=reasons,
            evidence_documents=_evidence_documents(case),
            document_ranks=document_ranks(passages, self._sources, evidence),
            passage_ranks=passage_ranks(passages, self._sources, evidence),
            milliseconds=timed.milliseconds,
            expected=_expected(case),
            stages_ms=dict(timed.turn.timings_ms),
            confidence=answer.confidence,
        )

    def _cited(self, citation: Citation, case: Case) -> CitedQuote:
        name = document_name(citation.source)
        return CitedQuote(
            document=name,
            quote=citation.quote,
            right_document=name in _evidence_documents(case),
            supported=is_supported(citation.source, citation.quote, case.evidence),
            verbatim=self._is_verbatim(citation),
        )

    def _is_verbatim(self, citation: Citation) -> bool:
        if citation.document_id not in self._texts:
            try:
                text = self._library.document(citation.document_id).text
            except UnknownDocument:
                return False
            self._texts[citation.document_id] = text
        text = self._texts[citation.document_id]
        # An empty quote would equal an empty slice, and proves nothing.
        return bool(citation.quote) and text[citation.start : citation.end] == citation.quote


def _reasons(case: Case, answer: Answer) -> tuple[str, ...]:
    """Say what is wrong with the answer; a wrong status makes the expected words moot."""
    # Whom an answer over entities only counts, it does not name as an answer.
    text = asserted_text(answer.text) if answer.coverage else answer.text
    texts = [text, answer.short_answer] if answer.short_answer else [text]
    as_expected = answer.status == case.expected_status
    verdict = judge_words(
        texts,
        expected_answers=case.expected_answers if as_expected else (),
        starts_with=case.starts_with if as_expected else None,
        forbidden=case.forbidden,
    )
    if as_expected:
        return verdict.reasons
    return (f"was {answer.status}, should be {case.expected_status}", *verdict.reasons)


def _short_answer_correct(case: Case, answer: Answer) -> bool | None:
    if not case.expected_answers:
        return None
    if answer.status == "declined" or answer.short_answer is None:
        return False
    return not missing_groups([answer.short_answer], case.expected_answers)


def _failed(case: Case, error: AssistantError) -> Outcome:
    documents = _evidence_documents(case)
    return Outcome(
        case_id=case.case_id,
        kind=case.kind,
        split=case.split,
        question=case.question,
        query="",
        expected_status=case.expected_status,
        status="failed",
        text="",
        short_answer=None,
        citations=(),
        correct=False,
        short_answer_correct=False if case.expected_answers else None,
        reasons=(f"{type(error).__name__}: {error}",),
        evidence_documents=documents,
        document_ranks=(None,) * len(documents),
        passage_ranks=(None,) * len(case.evidence),
        milliseconds=None,
        expected=_expected(case),
    )


def _expected(case: Case) -> tuple[tuple[str, ...], ...]:
    """Give the groups that are expected; how a yes/no answer has to begin is one more."""
    begin = ((case.starts_with,),) if case.starts_with else ()
    return begin + case.expected_answers


def _evidence_documents(case: Case) -> tuple[str, ...]:
    return tuple(dict.fromkeys(evidence.document for evidence in case.evidence))
