"""An outcome as of a right answer, to change one thing of at a time."""

from eval.cases import Kind, Split
from eval.report import CitedQuote, Outcome

SUPPORTED = CitedQuote(
    document="nome.md", quote="in 2015", right_document=True, supported=True, verbatim=True
)
RIGHT = Outcome(
    case_id="fact-001",
    kind=Kind.FACT,
    split=Split.DEV,
    question="When did NOME begin?",
    query="When did NOME begin?",
    expected_status="answered",
    status="answered",
    text="In 2015 [1].",
    short_answer="2015",
    citations=(SUPPORTED,),
    correct=True,
    short_answer_correct=True,
    reasons=(),
    evidence_documents=("nome.md",),
    document_ranks=(1,),
    passage_ranks=(2,),
    milliseconds=100.0,
)
