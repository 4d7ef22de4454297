"""The assistant that works without a language model: it finds, reads, quotes, and declines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial

from assistant.approved.correcting import surely_right
from assistant.approved.serving import without_own_titles
from assistant.citations import StoredDocuments, cite, conflicts_of, verified
from assistant.comparing.question import comparison_of
from assistant.composing.composer import compose
from assistant.composing.research import Research
from assistant.composing.vocabulary import properties
from assistant.coverage.answering import EntityAnswering
from assistant.coverage.polarity import denies
from assistant.declining import asking_back, declined
from assistant.either import either_of
from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.kinds import is_known, kind_words
from assistant.errors import CitationMismatch, EmptyKnowledgeBase
from assistant.evidence.calibration import Calibration, load_calibration
from assistant.evidence.reading import Reader
from assistant.evidence.said_words import WordLikeness
from assistant.finishing import finished, turn_of, whole
from assistant.model import Answer, AnswerEvent, Conversation, PassagesFound, QueryUnderstood, Turn
from assistant.question.analysis import analyse
from assistant.question.condenser import Condensed, ReadingCondenser
from assistant.question.following.remarks import without_afterthought, without_remark
from assistant.question.grammar import base_forms
from assistant.question.kind import QuestionKind, classify, core_question, is_small_talk
from assistant.question.plainer import lists_gain, plainer
from assistant.question.reworded import in_one
from assistant.question.said_otherwise import said_otherwise
from assistant.question.small_talk import small_talk_reply
from assistant.question.spelling import corrected
from assistant.question.typed import check_question, searchable
from assistant.several import Reply, asked_at_once, first_answered, for_asker, parts_asked
from assistant.stopwatch import Stopwatch
from assistant.translation import translated
from index.errors import DocumentNotStored
from index.lexicon import Word, fold
from index.passage import ScoredPassage
from index.retriever import Retriever

# Reading more finds hardly more and takes longer; see `eval/README.md` for recall by depth.
TOP_K = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractiveAssistant:
    """Answers from the documents' own sentences. Stateless; safe to use from several threads.

    Attributes:
        retriever: Finds passages.
        reader: Finds answers in them.
        condenser: Makes a follow-up standalone, and tells what else it may mean.
        documents: What is stored, to quote from and to verify against.
        example_questions: Questions to suggest.
        calibration: Gives the weights; read when first needed.
        words: Gives the documents' words; a misspelt question is put right by these.
        entities: What the documents speak of, to answer "which" and "how many" completely; None
            answers those as any other question.
        likeness: Compares the question's words with the statements'; None to do without.
        approved: Gives the answer that staff approved for a question; None to do without.
        foreign_words: Gives the words of a query, lower case, that are of another language.
    """

    retriever: Retriever
    reader: Reader
    condenser: ReadingCondenser
    documents: StoredDocuments
    example_questions: Callable[[], tuple[str, ...]]
    calibration: Callable[[], Calibration] = load_calibration
    words: Callable[[], Mapping[str, Word]] = dict
    entities: EntityCatalogue | None = None
    likeness: WordLikeness | None = None
    approved: Callable[[str], Answer | None] | None = None
    foreign_words: Callable[[str], AbstractSet[str]] = lambda _query: frozenset()

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer step by step; see `Answering.stream`."""
        check_question(question)
        if query is not None:
            check_question(query)
        clock = Stopwatch()
        with translated():
            yield from self._events(question, conversation, query, clock)

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Answer in one step.

        Raises:
            InvalidQuestion: The question or the query is empty, too long or not text.
            EmptyKnowledgeBase: There is nothing to search yet.
        """
        return turn_of(self.stream(question, conversation, query=query))

    def _events(
        self, question: str, conversation: Conversation, query: str | None, clock: Stopwatch
    ) -> Iterator[AnswerEvent]:
        given = query is not None
        if given:  # Its parts may point at one another, but at nothing that was said before.
            conversation = replace(conversation, turns=())
        conversation = without_own_titles(conversation)
        asked = searchable(question if query is None else query)
        if is_small_talk(asked):
            said = small_talk_reply(asked, self.example_questions())
            told = self._approved(asked, clock) or Answer(status="answered", text=said)
            yield from whole(question, asked, 0, told, clock)
            return
        with clock.stage("condense"):
            core = without_remark(core_question(asked))
            core = without_afterthought(core) if conversation.turns else core
            understood = Condensed(core) if given else self.condenser.condense(core, conversation)
            condensed = self._through(understood, clock)
        if approved := None if understood.asks_back else self._approved(condensed, clock):
            yield from whole(question, condensed, 0, approved, clock)
            return
        parts = parts_asked(self.condenser.asked(core, conversation), condensed, conversation)
        reply = asked_at_once(
            parts, conversation, partial(self._one_of_several, clock=clock)
        ) or self._for_asker(asked, core if len(parts) == 1 else "", conversation, clock)
        is_open = not (given or reply or understood.asks_back or understood.through)
        if is_open and conversation.turns:
            readings = self.condenser.readings(core, condensed, conversation)
            if readings.ways != (condensed,):
                reply = first_answered(readings, lambda way: self._asked(way, clock))
        if reply:
            yield from whole(question, reply.query, reply.read, reply.answer, clock)
            return
        if understood.asks_back:
            yield from whole(question, asked, 0, asking_back(understood.asks_back), clock)
            return
        query, found = self._found(condensed, clock)
        yield QueryUnderstood(question=question, query=query)
        yield PassagesFound(count=len(found))
        yield from finished(question, query, self._steady(query, found, clock), clock)

    def _found(self, query: str, clock: Stopwatch) -> tuple[str, tuple[ScoredPassage, ...]]:
        with clock.stage("retrieve"):
            better, found = self.search(query)
        if not found and not self.documents.count_documents():
            raise EmptyKnowledgeBase(
                "There are no documents yet; run `assistant ingest FOLDER` first."
            )
        return better, found

    def _approved(self, query: str, clock: Stopwatch) -> Answer | None:
        """Give what staff approved for a query, as typed or put right."""
        if self.approved is None:
            return None
        with clock.stage("approved"):
            better = surely_right(query, self.put_right(query))
            return self.approved(query) or self.approved(better)

    def _through(self, understood: Condensed, clock: Stopwatch) -> str:
        """Give what to search; what has to be known first, who "its organiser" is, is asked now."""
        through = understood.through
        if through is None:
            return understood.query
        query, found = self.search(through.question)
        answer = self._steady(query, found, clock)
        name = answer.short_answer if answer.status == "answered" else None
        return through.rest.replace("{}", name) if name else understood.query

    def _one_of_several(self, part: str, conversation: Conversation, clock: Stopwatch) -> Reply:
        """Give query, count of passages and answer of a question that was asked with others."""
        if reply := self._for_asker(part, part, conversation, clock):
            return reply
        with clock.stage("condense"):
            understood = self.condenser.condense(part, conversation)
            readings = self.condenser.readings(part, understood.query, conversation)
        if understood.asks_back:
            return Reply(query=part, read=0, answer=asking_back(understood.asks_back))
        if approved := self._approved(understood.query, clock):
            return Reply(query=understood.query, read=0, answer=approved)
        if conversation.turns and understood.through is None:
            return first_answered(readings, lambda way: self._asked(way, clock))
        return self._asked(understood.query, clock)

    def _asked(self, query: str, clock: Stopwatch) -> Reply:
        better, found = self._found(query, clock)
        return Reply(query=better, read=len(found), answer=self._steady(better, found, clock))

    def _for_asker(
        self, asked: str, core: str, conversation: Conversation, clock: Stopwatch
    ) -> Reply | None:
        """Answer `core` for whom it is asked, where that is told."""
        ask = partial(self._asked, clock=clock)
        return for_asker(asked, core, conversation, self.condenser, ask)

    def _steady(self, query: str, found: tuple[ScoredPassage, ...], clock: Stopwatch) -> Answer:
        """Answer, also when a document is replaced or removed after it was found."""

        def ask(one: str) -> Answer:
            return self._reply(one, self.retriever.retrieve(one, TOP_K), clock)

        try:
            return either_of(query, ask) or self._reply(query, found, clock)
        except (CitationMismatch, DocumentNotStored):
            return self._reply(query, self.retriever.retrieve(query, TOP_K), clock)

    def search(self, query: str) -> tuple[str, tuple[ScoredPassage, ...]]:
        """Put a misspelt query right, and find passages for it."""
        better = self.put_right(query)
        return better, self.retriever.retrieve(better, TOP_K)

    def put_right(self, query: str) -> str:
        """Put the misspelt words of a query right."""
        foreign = {fold(word) for word in self.foreign_words(query)}
        return corrected(query, self.words(), lambda word: word in foreign or self._is_word(word))

    def _is_word(self, word: str) -> bool:
        """Whether a word is the language's; nouns for kinds of entities are, in any number."""
        is_known_word = any(map(self.reader.knows_word, base_forms(word))) or bool(properties(word))
        return is_known_word or is_known(kind_words(word)) or denies(word)

    def _reply(self, query: str, found: tuple[ScoredPassage, ...], clock: Stopwatch) -> Answer:
        """Answer over all entities of a kind where that is asked, else from what was found."""
        if self.entities is None or comparison_of(query):
            return self._plainly(query, found, clock)
        if classify(query).kind is QuestionKind.DESCRIPTION:
            described = self._plainly(query, found, clock)
            if described.status == "answered":
                return described
        with clock.stage("entities"):
            return EntityAnswering(
                catalogue=self.entities,
                reader=self.reader,
                documents=self.documents,
                search=self.retriever.retrieve,
            ).answer(
                query,
                found,
                ordinary=lambda: self._plainly(query, found, clock),
                decline=lambda: declined(
                    analyse(query, [scored.passage for scored in found]), found, self.documents
                ),
            )

    def _plainly(self, query: str, found: Sequence[ScoredPassage], clock: Stopwatch) -> Answer:
        """Answer from what was found, if need be in plainer words than the question's."""
        query = in_one(query)
        others = plainer(query)
        for asked in (*others.first, *others.instead, *others.listed):
            answer = self._answer(asked, self.retriever.retrieve(asked, TOP_K), clock)
            if asked in others.instead and answer.status == "answered":
                return answer
            is_first = asked in others.first and answer.status == "answered"
            if is_first and answer.short_answer:
                return replace(answer, short_answer=f"since {answer.short_answer}")
            if asked in others.listed and lists_gain(asked, answer.text):
                return answer
        answer = self._answer(query, found, clock)
        if answer.status != "declined":
            return answer
        texts = (f"{each.passage.context}\n{each.passage.text}" for each in found)
        ways = (*others.then, *said_otherwise(query, texts))
        again = (self._answer(each, self.retriever.retrieve(each, TOP_K), clock) for each in ways)
        return next((each for each in again if each.status == "answered"), answer)

    def _answer(self, query: str, found: Sequence[ScoredPassage], clock: Stopwatch) -> Answer:
        passages = [scored.passage for scored in found]
        with clock.stage("read"):
            readings = self.reader.read(query, passages)
        with clock.stage("compose"):
            calibration = self.calibration()
            research = Research(
                retriever=self.retriever,
                reader=self.reader,
                calibration=calibration,
                likeness=self.likeness,
                entities=self.entities,
            )
            finding = research.weigh(query, found, readings)
            analysis, candidates = finding.analysis, finding.candidates
            shelf = self.documents
            draft = compose(
                analysis, candidates, shelf, calibration, research=research, found=found
            )
            confidence = candidates[0].probability if candidates else None
            if draft is None:
                return replace(
                    declined(analysis, tuple(found), self.documents), confidence=confidence
                )
            cited = cite(draft.parts, self.documents, draft.layout)
        with clock.stage("verify"):
            citations = verified(cited.citations, self.documents)
        return Answer(
            status="answered",
            text=cited.text,
            short_answer=draft.short_answer,
            citations=citations,
            conflicts=conflicts_of(draft, cited),
            confidence=confidence,
        )
