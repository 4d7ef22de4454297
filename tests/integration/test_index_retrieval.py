"""Retrieval over a real catalogue and exact vectors: scores, abbreviations, copies, the lexicon."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.lexicon import CorpusLexicon
from index.retrieval_options import RetrievalOptions
from index.retriever import HybridRetriever
from index.splitting_options import SplittingOptions
from index.vectors import VectorSearch
from tests.fakes_index import HashEncoder, KeywordEncoder, document_of

_OPTIONS = SplittingOptions(min_tokens=0, target_tokens=16, max_tokens=200)

# Enough for a paragraph to be a passage.
_FILLING = "words " * 20 + "number"


class Base:
    """A data folder with what retrieval needs."""

    def __init__(
        self, folder: Path, encoder: KeywordEncoder, options: RetrievalOptions | None = None
    ) -> None:
        """Open it; vectors are searched exactly."""
        self.catalogue = Catalogue.open(folder)
        vectors = VectorSearch(self.catalogue, folder)
        self.builder = IndexBuilder(self.catalogue, vectors, encoder, _OPTIONS)
        self.lexicon = CorpusLexicon(self.catalogue)
        self.retriever = HybridRetriever(
            self.catalogue, vectors, encoder, options, lexicon=self.lexicon
        )

    def put(self, name: str, *paragraphs: str) -> None:
        """Store a document."""
        self.builder.put(document_of(name, *paragraphs), f"/{name}")

    def found(self, query: str, top_k: int = 5) -> list[str]:
        """Documents of the passages found."""
        return [each.passage.document_id for each in self.retriever.retrieve(query, top_k)]


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return Base(tmp_path / "data", KeywordEncoder())


def test_a_candidate_of_one_ranking_has_its_true_score_in_the_other(tmp_path: Path) -> None:
    encoder = HashEncoder()
    options = RetrievalOptions(candidates=1, dense_weight=1, bm25_weight=10)
    base = Base(tmp_path / "data", encoder, options)
    base.put("plain", *[f"Plain {_FILLING} {number}." for number in range(20)])
    base.put("other", "Zyxwvut is here alone.")

    [scored] = base.retriever.retrieve("zyxwvut", 1)
    text = f"{scored.passage.context}\n{scored.passage.text}"
    [[expected]] = encoder.encode(["zyxwvut"]) @ encoder.encode([text]).T

    assert (scored.dense_rank, scored.bm25_rank) == (None, 1)
    assert scored.dense_score == pytest.approx(float(expected), abs=1e-6)


def test_scores_fall_and_never_exceed_one(tmp_path: Path) -> None:
    base = Base(tmp_path / "data", HashEncoder())
    base.put("plain", *[f"Plain {_FILLING} {number}." for number in range(30)])

    scores = [each.score for each in base.retriever.retrieve("plain number 7", 30)]

    assert len(scores) == 30
    assert scores == sorted(scores, reverse=True)
    assert 0.0 <= scores[-1] <= scores[0] <= 1.0 + np.finfo(np.float64).eps


def test_retrieving_twice_gives_the_same(tmp_path: Path) -> None:
    base = Base(tmp_path / "data", HashEncoder())
    base.put("plain", *[f"Plain {_FILLING} {number % 3}." for number in range(12)])

    first = base.retriever.retrieve("words number 2", 12)

    assert first == base.retriever.retrieve("words number 2", 12)


def test_an_abbreviation_finds_passages_with_the_long_form_only(base: Base) -> None:
    base.put("about", "The Medicon Valley Alliance (MVA) is an association.")
    base.put("news", "Medicon Valley Alliance opened an office in Malmö.")
    base.put("else", "Nothing of that kind stands here.")

    assert set(base.found("mva", 2)) == {"about", "news"}


def test_copies_of_a_document_are_given_once(base: Base) -> None:
    text = "SmiLe takes no equity in the companies. " + "It offers a laboratory as well. " * 6
    base.put("one", text)
    base.put("two", text)
    base.put("three", "Equity is taken by others.")

    found = base.found("Who takes equity?")

    assert len([each for each in found if each in ("one", "two")]) == 1
    assert "three" in found


def test_the_lexicon_follows_what_comes_and_goes(base: Base) -> None:
    base.put("smile", "Takes no equity.")
    assert "equity" in base.lexicon.current().words

    base.put("mva", "Medicon Valley Alliance (MVA).")
    assert base.lexicon.current().long_forms == {"mva": ("Medicon Valley Alliance",)}
    assert base.lexicon.current().words["equity"].count == 1

    base.builder.remove("mva")
    assert base.lexicon.current().long_forms == {}
    assert "valley" not in base.lexicon.current().words
    assert "equity" in base.lexicon.current().words


def test_replacing_a_document_with_as_many_passages_changes_the_lexicon(base: Base) -> None:
    base.put("smile", "Takes equity always.")
    base.lexicon.current()

    base.put("smile", "Takes nothing now.")

    assert "equity" not in base.lexicon.current().words
    assert "nothing" in base.lexicon.current().words


def test_without_passages_the_lexicon_is_empty(base: Base) -> None:
    assert not base.lexicon.current().words


def test_a_sentence_that_says_it_alone_lifts_its_passage(tmp_path: Path) -> None:
    base = Base(tmp_path / "data", KeywordEncoder(), RetrievalOptions(bm25_weight=0))
    base.put("apart", "A fund with a mentor. All of them take equity.")
    base.put("mixed", "A fund with equity. All of them have a mentor with equity and a fund.")

    found = base.retriever.retrieve("equity", 2)

    # Both passages hold the same keywords; only in one does a sentence hold just what is asked.
    assert [one.dense_score for one in found] == pytest.approx([found[0].dense_score] * 2)
    assert [one.passage.document_id for one in found] == ["apart", "mixed"]
    assert found[0].score > found[1].score


def test_vectors_of_sentences_go_with_their_passages(base: Base) -> None:
    base.put("smile", "Takes no equity. Has a lab.")
    [number] = base.catalogue.log.numbers().tolist()
    held = base.catalogue.log.sentences_of([number], KeywordEncoder.dimension)
    expected = KeywordEncoder().encode(["Takes no equity.", "Has a lab."])

    assert held.numbers.tolist() == [number, number]
    assert held.vectors == pytest.approx(expected, abs=1e-3)

    base.builder.remove("smile")

    assert not len(base.catalogue.log.sentences_of([number], KeywordEncoder.dimension).numbers)


def test_of_passages_alike_the_one_that_says_more_of_the_rare_words_leads(tmp_path: Path) -> None:
    # Meaning is the same for both; BM25 prefers the short passage that repeats one word.
    options = RetrievalOptions(dense_weight=0)
    base = Base(tmp_path / "data", HashEncoder(), options)
    both = "A biobank stores samples for a hospital. " + "More of that is told here. " * 3
    base.put("repeats", "Biobank, biobank, biobank.")
    base.put("both", both)
    for number in range(8):
        base.put(f"other-{number}", f"Nothing of that kind {number}.")
    words = dict(base.catalogue.search_text('"biobank" OR "samples"', 5))

    found = base.found("biobank samples", 2)

    assert len(words) == 2
    assert found == ["both", "repeats"]


def test_passages_beyond_the_leading_ones_come_after_them(tmp_path: Path) -> None:
    base = Base(tmp_path / "data", HashEncoder())
    for number in range(60):
        base.put(f"plain-{number}", f"Plain number {number}.")

    scored = base.retriever.retrieve("plain number", 60)

    assert len(scored) == 60
    assert [each.score for each in scored] == sorted((each.score for each in scored), reverse=True)
    assert scored[31].score > scored[32].score
    assert scored[0].score <= 1.0 + np.finfo(np.float64).eps


def test_words_that_no_passage_holds_are_counted_as_none(base: Base) -> None:
    base.put("smile", "Takes no equity.")

    assert base.catalogue.count_matches(['"equity"', '"zyxwvut"']) == [1, 0]
    assert base.catalogue.count_matches([]) == []


def test_the_documents_of_a_language_are_told(tmp_path: Path) -> None:
    base = Base(tmp_path, KeywordEncoder())
    swedish = replace(document_of("bat.md", "En båt."), language="sv")
    base.builder.put(swedish, "/bat.md")
    base.put("boat.md", "A boat.")
    assert base.catalogue.documents_in("sv") == {swedish.document_id}
    assert base.catalogue.documents_in("fi") == frozenset()
