from eval.cases import Evidence
from eval.evidence import document_name, document_ranks, is_supported, passage_ranks
from index.passage import Passage, ScoredPassage

NOME = Evidence(document="nome.md", quote="It began in 2015.")
SMILE = Evidence(document="smile.md", quote="takes no equity")
SOURCES = {"n": "documents/nome.md", "s": "https://example.org/a/smile.md", "o": "other.md"}


def scored(document_id: str, text: str, rank: int) -> ScoredPassage:
    passage = Passage(
        passage_id=f"{document_id}-{rank}",
        document_id=document_id,
        ordinal=rank,
        start=0,
        end=len(text),
        text=text,
        title="Title",
    )
    return ScoredPassage(passage=passage, score=1 / rank)


PASSAGES = [
    scored("o", "It began in 2015.", 1),
    scored("n", "NOME is a network of mentors.", 2),
    scored("o", "Elsewhere entirely.", 3),
    scored("n", "It began in 2015. It grew fast after that.", 4),
    scored("s", "SmiLe takes no equity.", 5),
]


def test_a_document_is_named_by_the_last_part_of_its_source() -> None:
    assert [document_name(source) for source in SOURCES.values()] == [
        "nome.md",
        "smile.md",
        "other.md",
    ]


def test_documents_are_ranked_among_distinct_documents() -> None:
    assert document_ranks(PASSAGES, SOURCES, [NOME, SMILE]) == (2, 3)


def test_a_document_wanted_twice_counts_once() -> None:
    other = Evidence(document="nome.md", quote="NOME is a network")
    assert document_ranks(PASSAGES, SOURCES, [NOME, other]) == (2,)


def test_passages_are_ranked_by_document_and_quote() -> None:
    # The same words in another document are not the evidence.
    assert passage_ranks(PASSAGES, SOURCES, [NOME, SMILE]) == (4, 5)


def test_what_was_not_retrieved_has_no_rank() -> None:
    gone = Evidence(document="gone.md", quote="It began in 2015.")
    elsewhere = Evidence(document="nome.md", quote="Funded by nobody at all")
    assert document_ranks(PASSAGES, SOURCES, [gone]) == (None,)
    assert passage_ranks(PASSAGES, SOURCES, [gone, elsewhere]) == (None, None)
    assert passage_ranks([], SOURCES, [NOME]) == (None,)


def test_a_document_without_source_is_nobodys_evidence() -> None:
    passages = [scored("unknown", "It began in 2015.", 1), scored("n", NOME.quote, 2)]
    assert document_ranks(passages, SOURCES, [NOME]) == (2,)
    assert passage_ranks(passages, SOURCES, [NOME]) == (2,)


def test_a_quote_is_supported_by_its_own_document_only() -> None:
    assert is_supported("documents/nome.md", "NOME began small. It began in 2015.", [NOME])
    assert not is_supported("documents/smile.md", NOME.quote, [NOME])
    assert not is_supported("documents/nome.md", "Funded by nobody at all", [NOME])
    assert not is_supported("documents/nome.md", NOME.quote, [])
