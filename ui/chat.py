"""The chat as Gradio components and events: what a visitor sees and what happens on a click.

All text is HTML from `ui.rendering`. A visitor's only state is a `Conversation` in the framework's
session; nothing of it is kept here.
"""

import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import assert_never

import gradio as gr

from assistant.errors import CallerError, OperatorError
from assistant.model import (
    AnswerEvent,
    Citation,
    Conversation,
    NearestPassage,
    PassagesFound,
    QueryUnderstood,
    TextDelta,
    TurnFinished,
)
from ui import rendering
from ui.document_view import render_document, render_document_failure
from ui.services import PageServices

_LOGGER = logging.getLogger(__name__)

MAX_EXAMPLES = 4
"""Example questions offered; the library gives three or four."""

SECONDS_BETWEEN_UPDATES = 0.08
"""A generated answer comes word by word; the page is redrawn no more often than an eye follows."""

_OWN_FAULT = "Something went wrong on our side; ask again, and tell the staff if it stays so."
_ADDRESS = re.compile(r"(?P<kind>cite|near)-(?P<turn>\d{1,6})-(?P<number>\d{1,6})(?:~\d+)?")

Updates = dict[gr.Component, object]
"""New values by component; a component that is not named stays as it is."""


@dataclass(slots=True, kw_only=True)
class _Progress:
    """What is known so far of the turn that is being answered."""

    question: str
    number: int
    query: str = ""
    text: str = ""
    step: str = "Reading the question…"

    def take(self, event: AnswerEvent) -> None:
        """Learn from an event of the stream."""
        match event:
            case QueryUnderstood():
                self.query, self.step = event.query, "Searching the documents…"
            case PassagesFound():
                self.step = f"Reading {event.count} passages…"
            case TextDelta():
                self.text += event.text
            case TurnFinished():
                self.text = event.turn.answer.text
            case _:
                assert_never(event)

    def render(self) -> str:
        """Render the turn as far as it is."""
        return rendering.render_progress(
            self.question, number=self.number, query=self.query, text=self.text, step=self.step
        )


class Chat:
    """The page's components, and the events between them."""

    def __init__(self, services: PageServices) -> None:
        """Lay out the components in the Blocks that is open."""
        self._services = services
        self._conversation = gr.State(None)
        with gr.Row(elem_id="workspace"):
            with gr.Column(elem_id="chat"):
                self._renew = gr.Button("New conversation", elem_id="renew", size="sm", scale=0)
                self._welcome = _html("welcome")
                self._examples = [
                    gr.Button(visible=False, elem_classes="example") for _ in range(MAX_EXAMPLES)
                ]
                self._earlier = _html("earlier")
                self._current = _html("current")
                self._status = _html("status")
                with gr.Row(elem_id="composer"):
                    self._question = gr.Textbox(
                        label="Your question",
                        placeholder="Ask a question",
                        lines=1,
                        max_lines=6,
                        container=False,
                        scale=1,
                        elem_id="question",
                    )
                    self._send = gr.Button("Send", variant="primary", scale=0, elem_id="send")
            with gr.Column(elem_id="side"):
                self._document = _html("document")
        self._opened = gr.Textbox(visible="hidden", elem_id="opened", label="Opened passage")

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
            self._document,
            self._conversation,
        ]

    def listen(self, blocks: gr.Blocks) -> None:
        """Connect the components to what they do."""
        when = partial(gr.on, show_progress="hidden", api_visibility="private")
        typed = [self._question.submit, self._send.click]
        asked = [
            when(typed, self.ask, [self._question, self._conversation], self._thread),
            *(
                when([example.click], self.ask, [example, self._conversation], self._thread)
                for example in self._examples
            ),
        ]
        at_once = partial(when, concurrency_limit=None)
        at_once([blocks.load], self.begin, None, self._thread)
        at_once([self._renew.click], self.begin, None, self._thread, cancels=asked)
        opened = [self._opened, self._conversation]
        at_once([self._opened.change], self.open, opened, self._document)

    def begin(self) -> Updates:
        """Show an empty conversation."""
        try:
            count = len(self._services.library.documents())
            examples = self._services.library.example_questions()[:MAX_EXAMPLES]
        except Exception as error:  # noqa: BLE001 - the page's last handler
            return {self._current: rendering.render_failure("", _message(error), number=1)}
        welcome = rendering.render_welcome(count, has_examples=bool(examples))
        updates: Updates = {
            self._welcome: gr.update(value=welcome, visible=True),
            self._earlier: "",
            self._current: "",
            self._status: "",
            self._question: "",
            self._document: "",
            self._conversation: None,
        }
        for at, button in enumerate(self._examples):
            text = examples[at] if at < len(examples) else ""
            updates[button] = gr.update(value=text, visible=bool(text))
        return updates

    def ask(self, question: str, conversation: Conversation | None) -> Iterator[Updates]:
        """Answer a question, step by step; an error ends the turn with one sentence."""
        if not question.strip():
            return
        turns = conversation.turns if conversation else ()
        progress = _Progress(question=question, number=len(turns) + 1)
        hidden = dict.fromkeys([self._welcome, *self._examples], gr.update(visible=False))
        yield {
            **hidden,
            self._earlier: rendering.render_conversation(turns),
            self._current: progress.render(),
            self._status: "Searching the documents.",
            self._question: "",
        }
        try:
            yield from self._answer(progress, conversation or self._services.conversations.start())
        except Exception as error:  # noqa: BLE001 - the page's last handler
            failure = rendering.render_failure(question, _message(error), number=progress.number)
            yield {self._current: failure, self._status: "", self._question: question}

    def _answer(self, progress: _Progress, conversation: Conversation) -> Iterator[Updates]:
        """Pass on what the assistant says, and write the turn down when it is finished."""
        shown_at = 0.0
        for event in self._services.assistant.stream(progress.question, conversation):
            progress.take(event)
            if isinstance(event, TurnFinished):
                self._services.conversations.append(conversation.conversation_id, event.turn)
                yield {
                    self._current: rendering.render_turn(event.turn, progress.number),
                    self._status: rendering.render_spoken(event.turn.answer),
                    self._conversation: conversation.append(event.turn),
                }
            elif time.monotonic() - shown_at >= SECONDS_BETWEEN_UPDATES:
                shown_at = time.monotonic()
                yield {self._current: progress.render()}

    def open(self, address: str, conversation: Conversation | None) -> str:
        """Show the document behind a citation or a nearest passage, its words marked.

        Args:
            address: `cite-2-1` is citation 1 of turn 2, `near-2-1` its first nearest passage; what
                follows a tilde only makes a second click differ. Anything else closes the document.
            conversation: The visitor's own; there is no way to another's.
        """
        try:
            place = _find(address, conversation)
            if place is None:
                return ""
            document = self._services.library.document(place.document_id)
        except Exception as error:  # noqa: BLE001 - the page's last handler
            return render_document_failure(_message(error))
        return render_document(
            document,
            quote=place.quote if isinstance(place, Citation) else place.text,
            start=place.start,
            end=place.end,
            heading=place.heading,
        )


def build_chat(services: PageServices) -> gr.Blocks:
    """Build the chat page; give it to the server with `mount_gradio_app`."""
    blocks = gr.Blocks(title="Ecosystem assistant", analytics_enabled=False, fill_width=True)
    with blocks:
        Chat(services).listen(blocks)
    return blocks


def _html(name: str) -> gr.Markdown:
    """Give a place for HTML of ours.

    The framework's HTML component needs `unsafe-eval`; its Markdown component passes one block of
    HTML through and cleans it once more.
    """
    return gr.Markdown("", elem_id=name, latex_delimiters=[], container=False)


def _find(address: str, conversation: Conversation | None) -> Citation | NearestPassage | None:
    """Find what an address of the page stands for, or None when nothing has it."""
    found = _ADDRESS.fullmatch(address)
    turns = conversation.turns if conversation else ()
    if found is None or not 1 <= int(found["turn"]) <= len(turns):
        return None
    answer, number = turns[int(found["turn"]) - 1].answer, int(found["number"])
    if found["kind"] == "cite":
        return next((known for known in answer.citations if known.number == number), None)
    return answer.nearest[number - 1] if 1 <= number <= len(answer.nearest) else None


def _message(error: Exception) -> str:
    """Give the sentence that a visitor sees; errors of ours are logged and not told."""
    if isinstance(error, (CallerError, OperatorError)):
        return str(error)
    _LOGGER.error("The page failed: %s", type(error).__name__, exc_info=error)
    return _OWN_FAULT
