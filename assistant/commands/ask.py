"""The commands that read: ask, chat, search, and looking at documents."""

from assistant.api.schemas import AskResponse
from assistant.client import Backend, open_backend
from assistant.errors import CallerError, ServerFailed
from assistant.settings import Settings
from assistant.terminal import (
    Screen,
    print_answer,
    print_document,
    print_passages,
    printable,
    stderr_console,
    stdout_screen,
    waiting,
)

_END_WORDS = frozenset({"/quit", "/exit", "/q"})


def run_ask(settings: Settings, question: str, *, as_json: bool) -> None:
    """Answer one question."""
    with waiting("Thinking…"), open_backend(settings) as backend:
        reply = backend.ask(question)
    if as_json:
        print(reply.model_dump_json(indent=2))  # noqa: T201  the result itself, unwrapped
    else:
        print_answer(stdout_screen(), reply)


def run_chat(settings: Settings) -> None:
    """Answer questions until the input ends or `/quit`; follow-ups are understood."""
    # Line editing and the arrow keys; its import alone changes how `input` reads.
    import contextlib

    with contextlib.suppress(ImportError):
        import readline  # noqa: F401

    screen = stdout_screen()
    with contextlib.ExitStack() as stack:
        with waiting("Loading…"):
            backend = stack.enter_context(open_backend(settings))
        screen.say("Ask about the documents; /quit or Ctrl+D ends.", style="italic")
        while (question := _next_question()) not in _END_WORDS:
            if question:
                _answer_turn(screen, backend, question)


def run_search(settings: Settings, query: str, *, top_k: int, as_json: bool) -> None:
    """Find passages."""
    with waiting("Searching…"), open_backend(settings) as backend:
        found = backend.search(query, top_k)
    if as_json:
        print(found.model_dump_json(indent=2))  # noqa: T201  the result itself, unwrapped
    else:
        print_passages(stdout_screen(), found)


def run_list(settings: Settings, *, as_json: bool) -> None:
    """List the documents."""
    with waiting("Reading…"), open_backend(settings) as backend:
        listed = backend.documents()
    if as_json:
        print(listed.model_dump_json(indent=2))  # noqa: T201  the result itself, unwrapped
        return
    if not listed.documents:
        stderr_console().print("There are no documents yet; run `assistant ingest PATH`.")
        return
    rows = [
        (line.document_id, line.title, line.source, line.as_of or "", str(line.passages))
        for line in listed.documents
    ]
    stdout_screen().rows(("id", "title", "source", "as of", "passages"), rows)


def run_show(settings: Settings, document_id: str, *, as_json: bool) -> None:
    """Show one document with its text."""
    with waiting("Reading…"), open_backend(settings) as backend:
        document = backend.document(document_id)
    if as_json:
        print(document.model_dump_json(indent=2))  # noqa: T201  the result itself, unwrapped
    else:
        print_document(stdout_screen(), document)


def _next_question() -> str:
    try:
        return input("\n> ").strip()
    except EOFError:
        return "/quit"


def _answer_turn(screen: Screen, backend: Backend, question: str) -> None:
    try:
        with waiting("Thinking…"):
            reply: AskResponse = backend.ask(question)
    except (CallerError, ServerFailed) as error:
        # A question that cannot be asked does not end the conversation.
        stderr_console().print(printable(str(error)))
        return
    print_answer(screen, reply)
