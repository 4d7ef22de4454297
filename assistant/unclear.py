"""Declines what is not understood: words in no lexicon, and languages that are not translated."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.answering import TOP_K
from assistant.citations import StoredDocuments
from assistant.declining import declined
from assistant.model import Answer
from assistant.question.analysis import analyse
from index.retriever import Retriever


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestOnly:
    """Gives what comes nearest instead of an answer; see `assistant.multilingual.Unclear`.

    Attributes:
        retriever: Finds passages.
        documents: What is stored.
        put_right: Puts the misspelt words of a query right.
    """

    retriever: Retriever
    documents: StoredDocuments
    put_right: Callable[[str], str]

    def decline(self, query: str, why: str) -> tuple[int, Answer]:
        """Give how many passages were read, and the answer that says why there is none."""
        found = self.retriever.retrieve(query, TOP_K)
        analysis = analyse(query, [scored.passage for scored in found])
        return len(found), declined(analysis, found, self.documents, why=why)

    def is_misspelt(self, word: str) -> bool:
        """Whether a word is near one that the documents use."""
        return self.put_right(word) != word
