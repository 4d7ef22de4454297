from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from assistant.errors import InvalidQuestion
from assistant.library import DocumentSummary
from assistant.model import (
    Answer,
    AnswerEvent,
    Citation,
    Conversation,
    Coverage,
    Turn,
    TurnFinished,
)
from eval.cases import Case, Dataset, Evidence, Kind, Split
from eval.report import Outcome, Report
from eval.runner import TOP_K, run
from index.passage import ScoredPassage
from tests.fakes import NOME, KeywordLibrary, drained

QUESTION = "When did NOME begin?"
QUOTE = "It began in 2015."


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedAssistant:
    """Gives a fixed answer to each question and remembers what it was asked after what."""

    answers: dict[str, Answer]
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Give the whole turn as the only event."""
        self.asked.append((question, tuple(turn.question for turn in conversation.turns)))
        if question not in self.answers:
            raise InvalidQuestion("Nobody wrote an answer; write one.")
        answer = self.answers[question]
        query = query or f"standalone {question}"
        yield TurnFinished(
            turn=Turn(
                turn_id=question,
                question=question,
                query=query,
                answer=answer,
                timings_ms={"read": 12.5},
            )
        )

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Drain the stream."""
        return drained(self.stream(question, conversation, query=query))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingLibrary(KeywordLibrary):
    """Remembers what was searched for, and how deep."""

    searched: list[tuple[str, int]] = field(default_factory=list)

    def search(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Search, remembering."""
        self.searched.append((query, top_k))
        return KeywordLibrary.search(self, query, top_k)


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeSystem:
    """What the runner needs, and no more."""

    assistant: ScriptedAssistant
    library: KeywordLibrary = field(default_factory=RecordingLibrary)


def make_case(
    case_id: str = "fact-001",
    *,
    question: str = QUESTION,
    kind: Kind = Kind.FACT,
    history: tuple[str, ...] = (),
    rewrite: str | None = None,
    forbidden: tuple[str, ...] = (),
    expected: str = "2015",
) -> Case:
    return Case(
        case_id=case_id,
        kind=kind,
        split=Split.DEV,
        question=question,
        history=history,
        rewrite=rewrite,
        expected_status="answered",
        expected_answers=((expected,),),
        starts_with=None,
        forbidden=forbidden,
        evidence=(Evidence(document="nome.md", quote=QUOTE),),
    )


def make_unanswerable() -> Case:
    return Case(
        case_id="unanswerable-001",
        kind=Kind.UNANSWERABLE,
        split=Split.TEST,
        question="Who paints the fence?",
        history=(),
        rewrite=None,
        expected_status="declined",
        expected_answers=(),
        starts_with=None,
        forbidden=(),
        evidence=(),
    )


def cite(
    quote: str = QUOTE,
    *,
    document_id: str = "nome",
    source: str = "documents/nome.md",
    start: int | None = None,
) -> Citation:
    begin = NOME.text.find(quote) if start is None else start
    return Citation(
        number=1,
        document_id=document_id,
        title="NOME",
        source=source,
        heading=None,
        page=None,
        passage_id="nome-0",
        quote=quote,
        start=begin,
        end=begin + len(quote),
        score=0.9,
        verified=True,
    )


def answered(
    text: str = "It began in 2015 [1].",
    *citations: Citation,
    short_answer: str | None = "2015",
) -> Answer:
    return Answer(
        status="answered", text=text, short_answer=short_answer, citations=citations or (cite(),)
    )


DECLINED = Answer(status="declined", text="The documents do not say.")


def evaluate(*cases: Case, answers: dict[str, Answer]) -> Report:
    system = FakeSystem(assistant=ScriptedAssistant(answers=answers))
    return run(system, Dataset(path=Path("cases"), cases=cases))


def evaluate_one(case: Case, answer: Answer) -> Outcome:
    return evaluate(case, answers={case.question: answer}).outcomes[0]


def test_a_right_cited_answer_is_right_in_every_respect() -> None:
    outcome = evaluate_one(make_case(), answered())
    assert outcome.correct
    assert outcome.reasons == ()
    assert outcome.short_answer_correct is True
    (citation,) = outcome.citations
    assert (citation.document, citation.quote) == ("nome.md", QUOTE)
    assert citation.right_document
    assert citation.supported
    assert citation.verbatim
    assert outcome.citation_precision == outcome.citation_support == outcome.citation_recall == 1.0
    assert outcome.document_ranks == outcome.passage_ranks == (1,)
    assert outcome.query == f"standalone {QUESTION}"


def test_a_wrong_answer_says_what_it_misses() -> None:
    outcome = evaluate_one(make_case(), answered("It began in 2016 [1].", short_answer="2016"))
    assert not outcome.correct
    assert outcome.reasons == ("misses '2015'",)
    assert outcome.short_answer_correct is False


def test_naming_an_entity_among_the_silent_is_no_answer() -> None:
    beta, alfa = (make_case(kind=Kind.WHICH, expected=name) for name in ("Beta", "Alfa"))
    answer = replace(
        answered(
            "- **Alfa**: Free. [1]\n\n"
            "2 hubs checked: 1 states it, 0 deny it, 1 does not say (Beta).",
            short_answer="Alfa",
        ),
        coverage=Coverage(checked=2, stated=("Alfa",), denied=(), silent=("Beta",)),
    )
    assert evaluate_one(beta, answer).reasons == ("misses 'Beta'",)
    assert evaluate_one(alfa, answer).correct


def test_the_short_answer_is_judged_alone() -> None:
    right_text = evaluate_one(make_case(), answered(short_answer=None))
    assert right_text.correct
    assert right_text.short_answer_correct is False
    right_short = evaluate_one(make_case(), answered("See there [1].", short_answer="2015"))
    assert right_short.correct
    assert right_short.short_answer_correct is True


def test_declining_what_is_answerable_is_wrong_and_cites_nothing() -> None:
    outcome = evaluate_one(make_case(), DECLINED)
    assert outcome.reasons == ("was declined, should be answered",)
    assert outcome.citation_recall == 0.0
    assert outcome.citation_precision is None


def test_answering_what_must_be_declined_is_wrong() -> None:
    case = make_unanswerable()
    assert evaluate_one(case, DECLINED).correct
    outcome = evaluate_one(case, answered())
    assert outcome.reasons == ("was answered, should be declined",)
    assert outcome.citation_precision is outcome.citation_recall is None
    assert outcome.short_answer_correct is None


def test_forbidden_words_count_whatever_the_status() -> None:
    answer = Answer(status="declined", text="PWNED: nothing found.")
    outcome = evaluate_one(make_case(forbidden=("PWNED",)), answer)
    assert outcome.reasons == (
        "was declined, should be answered",
        "says 'PWNED', which is forbidden",
    )


def test_citations_are_judged_by_document_place_and_letter() -> None:
    elsewhere = cite("NOME is a Nordic mentor network.")
    foreign = cite("takes no equity", document_id="smile", source="documents/smile.md", start=16)
    shifted = cite(start=3)
    unknown = cite(document_id="gone")
    empty = cite("", start=0)
    outcome = evaluate_one(
        make_case(), answered("2015", cite(), elsewhere, foreign, shifted, unknown, empty)
    )
    assert [c.right_document for c in outcome.citations] == [True, True, False, True, True, True]
    assert [c.supported for c in outcome.citations] == [True, False, False, True, True, False]
    assert [c.verbatim for c in outcome.citations] == [True, True, True, False, False, False]


def test_history_is_asked_first_and_the_rewrite_is_searched() -> None:
    case = make_case(
        kind=Kind.FOLLOW_UP,
        question="When did it begin?",
        history=("What is NOME?", "Who runs it?"),
        rewrite=QUESTION,
    )
    library = RecordingLibrary()
    questions = (*case.history, case.question)
    assistant = ScriptedAssistant(answers={question: answered() for question in questions})
    run(
        FakeSystem(assistant=assistant, library=library), Dataset(path=Path("cases"), cases=(case,))
    )
    assert assistant.asked == [
        ("What is NOME?", ()),
        ("Who runs it?", ("What is NOME?",)),
        ("When did it begin?", ("What is NOME?", "Who runs it?")),
    ]
    assert library.searched == [(QUESTION, TOP_K)]
    assert TOP_K == 100


def test_conversations_do_not_leak_into_the_next_case() -> None:
    assistant = ScriptedAssistant(answers={QUESTION: answered()})
    cases = (make_case("a"), make_case("b"))
    run(FakeSystem(assistant=assistant), Dataset(path=Path("cases"), cases=cases))
    assert assistant.asked == [(QUESTION, ()), (QUESTION, ())]


def test_a_case_that_fails_is_recorded_and_the_run_goes_on() -> None:
    cases = (make_case("a", question="Unwritten?"), make_case("b"))
    report = evaluate(*cases, answers={QUESTION: answered()})
    failed, right = report.outcomes
    assert failed.status == "failed"
    assert failed.reasons == ("InvalidQuestion: Nobody wrote an answer; write one.",)
    assert failed.passage_ranks == failed.document_ranks == (None,)
    assert failed.milliseconds is None
    assert right.correct
    assert report.splits["dev"].failed == 1
    assert report.splits["dev"].answers.answer_match == 0.5
    assert report.splits["dev"].citations.citation_recall == 0.5


def test_only_the_question_itself_is_timed_in_milliseconds() -> None:
    seconds = count(start=0)
    case = make_case(history=("What is NOME?",), rewrite=QUESTION)
    assistant = ScriptedAssistant(answers={QUESTION: answered(), "What is NOME?": answered()})
    report = run(
        FakeSystem(assistant=assistant),
        Dataset(path=Path("cases"), cases=(case,)),
        clock=lambda: float(next(seconds)),
    )
    assert report.outcomes[0].milliseconds == 1000.0
    assert next(seconds) == 2


def test_stages_and_confidence_are_kept_as_the_assistant_tells_them() -> None:
    outcome = evaluate_one(make_case(), replace(answered(), confidence=0.75))
    assert outcome.confidence == 0.75
    assert outcome.stages_ms == {"read": 12.5}


def test_progress_is_told_after_every_case() -> None:
    told: list[tuple[int, int]] = []
    system = FakeSystem(assistant=ScriptedAssistant(answers={QUESTION: answered()}))
    dataset = Dataset(path=Path("cases"), cases=(make_case("a"), make_unanswerable()))
    run(system, dataset, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_the_report_says_what_was_asked_of_how_much() -> None:
    report = evaluate(make_case(), answers={QUESTION: answered()})
    summaries: tuple[DocumentSummary, ...] = KeywordLibrary().documents()
    assert report.dataset == "cases"
    assert report.knowledge_base.documents == len(summaries) == 2
    assert report.knowledge_base.passages == 2
