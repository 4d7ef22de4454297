"""A knowledge base in memory for questions over entities: documents go in and out at will."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answering import ExtractiveAssistant
from assistant.entities.catalogue import EntityCatalogue
from assistant.model import Answer, Conversation
from assistant.question.following.condenser import FollowUpCondenser
from assistant.question.terms import words
from corpus.document import Document
from corpus.loader import read_document
from corpus.readers import reader_for_extension
from index.errors import DocumentNotStored
from index.passage import Passage, ScoredPassage
from index.records import StoredDocument
from index.splitting import Splitter
from index.splitting_options import SplittingOptions
from tests.fakes_answering import SIMPLE, ScriptedReader

_PHRASE = re.compile(r'"([^"]+)"')


@dataclass(slots=True)
class MemoryBase:
    """Stores documents and finds passages that hold a word asked for; `EntitySource` and more."""

    texts: Mapping[str, str] = field(default_factory=dict)
    _shelf: dict[str, Document] = field(default_factory=dict, init=False)
    _passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict, init=False)
    _changes: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Store the texts, by file name."""
        for name, text in self.texts.items():
            self.put(name, text)

    def put(self, name: str, text: str) -> None:
        """Store a file's text, or its new version."""
        stem, _, extension = name.rpartition(".")
        document = read_document(
            text.encode(),
            reader=reader_for_extension(f".{extension}", name),
            source=name,
            name=stem,
            key=name.encode(),
        )
        splitter = Splitter(lambda piece: len(piece.split()), SplittingOptions())
        self._shelf[name] = document
        self._passages[document.document_id] = splitter.split(document)
        self._changes += 1

    def remove(self, name: str) -> None:
        """Remove a file's document."""
        del self._passages[self._shelf.pop(name).document_id]
        self._changes += 1

    def state(self) -> int:
        """How often it changed."""
        return self._changes

    def count_documents(self) -> int:
        """How many documents."""
        return len(self._shelf)

    def documents(self) -> tuple[StoredDocument, ...]:
        """All of them."""
        return tuple(
            StoredDocument(
                document_id=each.document_id,
                title=each.title,
                source=each.source,
                location=each.source,
                language=each.language,
                content_hash=each.content_hash,
                as_of=each.as_of,
                metadata=each.metadata,
                characters=len(each.text),
                passages=len(self._passages[each.document_id]),
            )
            for each in self._shelf.values()
        )

    def document(self, document_id: str) -> Document:
        """One of them."""
        for each in self._shelf.values():
            if each.document_id == document_id:
                return each
        raise DocumentNotStored(document_id)

    def text_of(self, document_id: str, start: int, end: int) -> str:
        """A slice of one."""
        return self.document(document_id).text[start:end]

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages."""
        return self._passages.get(document_id, ())

    def _all(self) -> list[Passage]:
        return [passage for each in self._passages.values() for passage in each]

    def search_text(self, expression: str, top_k: int) -> list[tuple[int, float]]:
        """Numbers of the passages that hold one of the quoted phrases."""
        phrases = [" ".join(words(found)) for found in _PHRASE.findall(expression)]
        held = [f" {' '.join(words(each.text))} " for each in self._all()]
        return [
            (number, 1.0)
            for number, text in enumerate(held)
            if any(f" {phrase} " in text for phrase in phrases)
        ][:top_k]

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by their place among all."""
        return {number: self._all()[number] for number in numbers}

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Passages by how many words they share with a query."""
        asked = set(words(query))
        ranked = sorted(self._all(), key=lambda each: -len(asked & set(words(each.text))))
        return tuple(
            ScoredPassage(passage=passage, score=1 / rank, dense_rank=rank, dense_score=0.5)
            for rank, passage in enumerate(ranked[:top_k], start=1)
        )


def ask(base: MemoryBase, question: str, scores: Mapping[str, float] | None = None) -> Answer:
    """Answer a question from a base, with a reader that finds what `scores` tells it to."""
    assistant = ExtractiveAssistant(
        retriever=base,
        reader=ScriptedReader(scores=scores or {}),
        condenser=FollowUpCondenser(),
        documents=base,
        example_questions=lambda: (),
        calibration=lambda: SIMPLE,
        entities=EntityCatalogue(base),
    )
    return assistant.ask(question, Conversation(conversation_id="new")).answer
