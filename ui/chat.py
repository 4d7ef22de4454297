"""The chat as Gradio components and events: what a visitor sees and what happens on a click.

All text is HTML from `ui.rendering`. Nothing of a visitor is kept here or in the framework's
session: the page sends the id of its conversation, and the store shows it to its owner only.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import gradio as gr

from assistant.errors import UnknownConversation
from assistant.model import AnswerEvent, Conversation, Turn
from ui import rendering
from ui.ahead import Ahead
from ui.early import EarlyAnswers
from ui.exchange import Exchange, Wish, message_of, read_wish
from ui.language import Language, language_of
from ui.opening import open_document
from ui.rendering import MAX_EXAMPLES, Shown
from ui.services import PageServices
from ui.texts import load_texts

SECONDS_BETWEEN_UPDATES = 0.08
"""A generated answer comes word by word; the page is redrawn no more often than an eye follows."""

Updates = dict[gr.Component, object]
"""New values by component; a component that is not named stays as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Visitor:
    """Who an event comes from, as far as the page has to know."""

    owner: str | None
    language: Language


class Chat:
    """The page's components, and the events between them."""

    def __init__(self, services: PageServices, early: EarlyAnswers) -> None:
        """Lay out the components in the Blocks that is open."""
        self._services = services
        self._early = early
        with gr.Row(elem_id="workspace"):
            with gr.Column(elem_id="chat"):
                self._welcome = _html("welcome")
                self._examples = [
                    gr.Button(visible=False, elem_classes="example") for _ in range(MAX_EXAMPLES)
                ]
                self._earlier = _html("earlier")
                self._current = _html("current")
                self._status = _html("status")
                with gr.Row(elem_id="composer"):
                    self._question = gr.Textbox(
                        lines=1, max_lines=6, container=False, scale=1, elem_id="question"
                    )
                    self._send = gr.Button("", variant="primary", scale=0, elem_id="send")
            with gr.Column(elem_id="side"):
                self._document = _html("document")
        # What the page's scripts say to the server, each in a field of its own.
        self._conversation = _hidden("conversation")
        self._wanted = _hidden("wanted")
        self._wish = _hidden("wish")
        self._opened = _hidden("opened")

    @property
    def _thread(self) -> list[gr.Component]:
        """Everything that asking changes."""
        return [
            self._welcome,
            *self._examples,
            self._earlier,
            self._current,
            self._status,
            self._question,
            self._send,
            self._document,
            self._conversation,
        ]

    def listen(self, blocks: gr.Blocks) -> None:
        """Connect the components to what they do."""
        when = partial(gr.on, show_progress="hidden", api_visibility="private")
        typed = [self._question.submit, self._send.click]
        asked = [
            when(typed, self.ask, [self._question, self._conversation], self._thread),
            when([self._wish.change], self.grant, [self._wish, self._conversation], self._thread),
        ]
        at_once = partial(when, concurrency_limit=None)
        at_once([blocks.load], self.begin, None, self._thread)
        at_once([self._wanted.change], self.turn_to, self._wanted, self._thread, cancels=asked)
        opened = [self._opened, self._conversation]
        at_once([self._opened.change], self.open, opened, self._document)

    def begin(self, request: gr.Request) -> Updates:
        """Show an empty conversation."""
        language = _visitor(request).language
        texts = load_texts("chat")
        updates: Updates = {
            self._earlier: "",
            self._current: "",
            self._status: "",
            # What is typed already stays.
            self._question: gr.update(
                label=texts.say(language, "question"),
                placeholder=texts.say(language, "question_hint"),
            ),
            self._send: gr.update(value=texts.say(language, "send")),
            self._document: "",
            self._conversation: "",
        }
        try:
            count = len(self._services.library.documents())
            examples = self._services.library.example_questions()[:MAX_EXAMPLES]
        except Exception as error:  # noqa: BLE001 - the page's last handler
            failure = message_of(error, language)
            updates[self._current] = rendering.render_failure(
                "", failure, number=1, language=language
            )
            return updates
        welcome = rendering.render_welcome(count, has_examples=bool(examples), language=language)
        updates[self._welcome] = gr.update(value=welcome, visible=True)
        for at, button in enumerate(self._examples):
            text = examples[at] if at < len(examples) else ""
            updates[button] = gr.update(value=text, visible=bool(text))
        return updates

    def turn_to(self, wanted: str, request: gr.Request) -> Updates:
        """Show a conversation from its beginning; an empty id shows a new one.

        What follows a tilde only makes a second wish for the same one differ.
        """
        visitor = _visitor(request)
        conversation_id = wanted.partition("~")[0]
        if not conversation_id:
            return self.begin(request)
        hidden = self._hide_welcome()
        hidden |= {self._earlier: "", self._status: "", self._document: "", self._conversation: ""}
        try:
            conversation = self._services.conversations.get(conversation_id, owner=visitor.owner)
            shown = self._shown(conversation_id, visitor)
        except UnknownConversation:
            return {**hidden, self._current: rendering.render_missing(visitor.language)}
        except Exception as error:  # noqa: BLE001 - the page's last handler
            failure = rendering.render_failure(
                "", message_of(error, visitor.language), number=1, language=visitor.language
            )
            return {**hidden, self._current: failure}
        if not conversation.turns:
            return {**self.begin(request), self._conversation: conversation_id}
        *earlier, last = conversation.turns
        before = Conversation(conversation_id=conversation_id, turns=tuple(earlier))
        return {
            **hidden,
            self._earlier: rendering.render_conversation(before, shown),
            self._current: rendering.render_turn(last, len(conversation.turns), shown),
            self._conversation: conversation_id,
        }

    def ask(self, question: str, conversation_id: str, request: gr.Request) -> Iterator[Updates]:
        """Answer a question as typed."""
        if question.strip():
            wish = Wish(question=question)
            yield from self._exchange(wish, conversation_id, _visitor(request))

    def grant(self, wish: str, conversation_id: str, request: gr.Request) -> Iterator[Updates]:
        """Answer what a script asks for: a question from elsewhere, or the last one once more."""
        asked = read_wish(wish)
        if asked and asked.question.strip():
            yield from self._exchange(asked, conversation_id, _visitor(request))

    def _exchange(self, wish: Wish, conversation_id: str, visitor: _Visitor) -> Iterator[Updates]:
        """Answer step by step; an error ends the turn with one sentence."""
        empty = Conversation(conversation_id="")
        exchange = Exchange(wish=wish, conversation=empty, language=visitor.language)
        try:
            if conversation_id:
                exchange.conversation = self._services.conversations.get(
                    conversation_id, owner=visitor.owner
                )
            coming = self._early.answer(exchange, owner=visitor.owner)
            yield {
                **self._hide_welcome(),
                self._current: exchange.render(),
                self._status: load_texts("chat").say(visitor.language, "spoken_searching"),
                **self._typed("", wish),
            }
            yield from self._answer(exchange, coming, visitor)
        except UnknownConversation:
            missing = rendering.render_missing(visitor.language)
            yield {
                self._earlier: "",
                self._current: missing,
                self._status: "",
                self._conversation: "",
                **self._typed(wish.question, wish),
            }
        except Exception as error:  # noqa: BLE001 - the page's last handler
            failure = exchange.render_failure(error)
            again = "" if wish.replaces else wish.question
            yield {self._current: failure, self._status: "", **self._typed(again, wish)}

    def _typed(self, text: str, wish: Wish) -> Updates:
        """Put a text where questions are typed, unless another one is just being typed there."""
        return {} if wish.keeps_typed else {self._question: text}

    def _answer(
        self, exchange: Exchange, coming: Ahead[AnswerEvent], visitor: _Visitor
    ) -> Iterator[Updates]:
        """Pass on what the assistant says, and write the turn down when it is finished."""
        shown_at = time.monotonic()
        for batch in coming.batches():
            turn = exchange.take_all(batch)
            if turn is not None:
                kept, number = self._write_down(exchange, turn, visitor)
                shown = Shown(language=visitor.language, conversation_id=kept)
                yield {
                    self._current: rendering.render_turn(turn, number, shown),
                    self._status: rendering.render_spoken(turn.answer, visitor.language),
                    self._conversation: kept,
                }
            elif time.monotonic() - shown_at >= SECONDS_BETWEEN_UPDATES:
                shown_at = time.monotonic()
                yield {self._current: exchange.render()}

    def _write_down(self, exchange: Exchange, turn: Turn, visitor: _Visitor) -> tuple[str, int]:
        """Keep a turn; give the id of its conversation, which begins with the first one kept.

        And its number there: another tab may have asked while it was being answered.
        """
        conversations, owner = self._services.conversations, visitor.owner
        kept = exchange.conversation.conversation_id
        kept = kept or conversations.start(owner=owner).conversation_id
        conversations.append(kept, turn, owner=owner, replaces=exchange.wish.replaces)
        ids = [each.turn_id for each in conversations.get(kept, owner=owner).turns]
        return kept, ids.index(turn.turn_id) + 1

    def open(self, address: str, conversation_id: str, request: gr.Request) -> str:
        """Show the document behind a citation or a nearest passage, or close it."""
        visitor = _visitor(request)
        return open_document(
            self._services,
            address,
            conversation_id,
            owner=visitor.owner,
            language=visitor.language,
        )

    def _hide_welcome(self) -> Updates:
        return dict.fromkeys([self._welcome, *self._examples], gr.update(visible=False))

    def _shown(self, conversation_id: str, visitor: _Visitor) -> Shown:
        feedback = self._services.conversations.feedback_of(conversation_id, owner=visitor.owner)
        return Shown(language=visitor.language, conversation_id=conversation_id, feedback=feedback)


def build_chat(services: PageServices, early: EarlyAnswers) -> gr.Blocks:
    """Build the chat page; give it to the server with `mount_gradio_app`."""
    blocks = gr.Blocks(title="Ecosystem assistant", analytics_enabled=False, fill_width=True)
    with blocks:
        Chat(services, early).listen(blocks)
    return blocks


def _html(name: str) -> gr.Markdown:
    """Give a place for HTML of ours.

    The framework's HTML component needs `unsafe-eval`; its Markdown component passes one block of
    HTML through and cleans it once more.
    """
    return gr.Markdown("", elem_id=name, latex_delimiters=[], container=False)


def _hidden(name: str) -> gr.Textbox:
    """Give a field that only scripts write into."""
    return gr.Textbox(visible="hidden", elem_id=name, label=name)


def _visitor(request: gr.Request) -> _Visitor:
    """Tell who an event comes from."""
    asked = request.request
    if asked is None:  # the framework's type allows it; an event always has one
        return _Visitor(owner=None, language=language_of({}, None))
    caller = getattr(asked.state, "caller", None)
    return _Visitor(
        owner=caller.owner if caller else None,
        language=language_of(asked.cookies, asked.headers.get("accept-language")),
    )
