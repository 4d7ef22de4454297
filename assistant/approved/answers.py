"""The approved answers as staff keep them and as questions find them."""

import secrets
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from assistant.approved.checking import checked
from assistant.approved.matching import Matcher, SentenceEncoder, build_matcher, serves_each
from assistant.approved.model import (
    ID_PREFIX,
    ApprovedAnswer,
    ApprovedSource,
    Draft,
    choice_of,
    draft_of,
)
from assistant.approved.serving import as_answer, as_document
from assistant.approved.sources import Documents, chosen, content_hashes, proved, renewed
from assistant.approved.store import ApprovedStore
from assistant.approved.wording import exact_form
from assistant.errors import (
    ApprovedTwice,
    CitationMismatch,
    InvalidApprovedAnswer,
    UnknownApprovedAnswer,
    UnknownDocument,
)
from assistant.library import DocumentDetail
from assistant.model import Answer
from assistant.translation import translated
from index.errors import DocumentNotStored

MAX_ANSWERS = 10_000
"""Far above what staff can keep right, and few enough to be held in memory."""


def _today() -> date:
    return datetime.now(UTC).date()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What was stored when it was last looked at, prepared for questions."""

    version: int
    documents: int
    answers: tuple[ApprovedAnswer, ...]
    matcher: Matcher


@dataclass(kw_only=True)
class ApprovedAnswers:
    """Keeps approved answers and gives them to questions. Safe to use from several threads.

    Attributes:
        store: Where they are kept.
        documents: What they stand on.
        encoder: Says how alike wordings are.
        today: Gives the day.
    """

    store: ApprovedStore
    documents: Documents
    encoder: SentenceEncoder
    today: Callable[[], date] = _today
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _seen: _Seen | None = None

    # --- for questions --------------------------------------------------------------------------

    @translated()
    def answer(self, question: str) -> Answer | None:
        """Give the reply to a standalone question; None where none is approved or holds today."""
        today = self.today()
        found = self._current().matcher.find(question, lambda answer: not answer.expiry(today))
        if found is None:
            return None
        reply = as_answer(found)
        try:
            return replace(reply, citations=proved(found, reply.citations, self.documents))
        except (CitationMismatch, DocumentNotStored):
            # A document changed since it was looked at, so the answer has just expired.
            return None

    @translated()
    def document(self, document_id: str) -> DocumentDetail:
        """Give the document that a citation of an approved answer opens.

        Raises:
            UnknownDocument: There is no such answer.
        """
        try:
            return as_document(self.store.get(document_id.removeprefix(ID_PREFIX)))
        except UnknownApprovedAnswer:
            raise UnknownDocument(document_id) from None

    # --- for staff ------------------------------------------------------------------------------

    @translated()
    def answers(self) -> tuple[ApprovedAnswer, ...]:
        """Give all answers, the newest first."""
        return self._current().answers

    @translated()
    def get(self, approved_id: str) -> ApprovedAnswer:
        """Give one answer.

        Raises:
            UnknownApprovedAnswer: None has this id.
        """
        self._current()
        return self.store.get(approved_id)

    @translated()
    def add(self, draft: Draft) -> ApprovedAnswer:
        """Approve an answer; it is served from now on.

        Raises:
            InvalidApprovedAnswer: Something is missing or too long.
            ApprovedTwice: One of the wordings has an approved answer.
            UnknownDocument: A source is not stored.
        """
        with self._lock:
            known = self.store.answers()
            if len(known) >= MAX_ANSWERS:
                raise InvalidApprovedAnswer(
                    f"There are {MAX_ANSWERS} approved answers, which is the most; delete some."
                )
            return self._put(secrets.token_hex(8), draft, known)

    @translated()
    def change(self, approved_id: str, edit: Callable[[Draft], Draft]) -> ApprovedAnswer:
        """Approve an answer in another form; whoever edits it stands for all of it.

        Raises:
            UnknownApprovedAnswer: None has this id.
            InvalidApprovedAnswer: Something is missing or too long.
            ApprovedTwice: One of the wordings has another approved answer.
            UnknownDocument: A source is not stored.
        """
        with self._lock:
            before = self.store.get(approved_id)
            others = [one for one in self.store.answers() if one.approved_id != approved_id]
            return self._put(approved_id, edit(draft_of(before)), others, before.sources)

    @translated()
    def renew(self, approved_id: str) -> ApprovedAnswer:
        """Approve an answer again as it is, with its documents as they are now.

        Documents that are gone are no longer among its sources, and a date that has come is no
        longer its last.

        Raises:
            UnknownApprovedAnswer: None has this id.
        """
        with self._lock:
            answer = self.store.get(approved_id)
            again = [renewed(source, self.documents) for source in answer.sources]
            is_over = answer.expires_on is not None and self.today() >= answer.expires_on
            answer = replace(
                answer,
                sources=tuple(source for source in again if source),
                expires_on=None if is_over else answer.expires_on,
                approved_at=_now(),
            )
            self.store.put(answer)
            return answer

    @translated()
    def remove(self, approved_id: str) -> None:
        """Remove an answer for good.

        Raises:
            UnknownApprovedAnswer: None has this id.
        """
        self.store.remove(approved_id)

    @translated()
    def would_serve(self, wordings: Sequence[str], questions: Iterable[str]) -> tuple[bool, ...]:
        """Say of questions whether an answer with these wordings would be given to them."""
        return serves_each(wordings, questions, self.encoder)

    # --------------------------------------------------------------------------------------------

    def _put(
        self,
        approved_id: str,
        draft: Draft,
        others: Iterable[ApprovedAnswer],
        before: Iterable[ApprovedSource] = (),
    ) -> ApprovedAnswer:
        """Store a draft; of its sources, those that it had `before` are only renewed."""
        draft = checked(draft)
        known = {choice_of(source): source for source in before}
        sources = [
            renewed(known[choice], self.documents)
            if choice in known
            else chosen(choice, self.documents)
            for choice in draft.sources
        ]
        answer = ApprovedAnswer(
            approved_id=approved_id,
            question=draft.question,
            other_wordings=draft.other_wordings,
            text=draft.text,
            author=draft.author,
            approved_at=_now(),
            sources=tuple(source for source in sources if source),
            expires_on=draft.expires_on,
        )
        _refuse_twice(answer, others)
        self.store.put(answer)
        return answer

    def _current(self) -> _Seen:
        """Give what is stored now; what has changed in the documents is written down first."""
        version, documents = self.store.version(), self.documents.state()
        seen = self._seen
        if seen is not None and (seen.version, seen.documents) == (version, documents):
            return seen
        self.store.note_changes(content_hashes(self.documents), self.today())
        # Read before the answers, so that a change in between is seen the next time.
        version = self.store.version()
        answers = self.store.answers()
        seen = _Seen(
            version=version,
            documents=documents,
            answers=answers,
            matcher=build_matcher(answers, self.encoder),
        )
        self._seen = seen
        return seen


def _refuse_twice(answer: ApprovedAnswer, others: Iterable[ApprovedAnswer]) -> None:
    mine = {exact_form(wording) for wording in answer.wordings}
    for other in others:
        for wording in other.wordings:
            if exact_form(wording) in mine:
                raise ApprovedTwice(wording, other.approved_id)
