"""The command `assistant`: its verbs, arguments and help; what they do is in the `cli_` modules.

Nothing heavy is imported until a verb runs, so that `--help` answers at once.
"""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.errors import AssistantError

if TYPE_CHECKING:
    from assistant.settings import Settings

app = typer.Typer(
    help="Answers questions from a folder of documents, with the passage behind every sentence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
documents = typer.Typer(help="List, show and remove documents.", no_args_is_help=True)
app.add_typer(documents, name="documents")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000

# How Ctrl+C is told to a shell.
_INTERRUPTED = 130


def main() -> None:
    """Run the command; errors of ours are one sentence on stderr and exit code 1."""
    # What is stored and asked is for this user alone; Chroma and SQLite would let all read it.
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows "?" instead of a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except AssistantError as error:
        from assistant.terminal import printable

        print(printable(str(error)), file=sys.stderr)  # noqa: T201  the one sentence
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


@app.command()
def ingest(
    locations: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders.")],
    *,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove documents that are gone from the folders.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take documents in; unchanged ones are skipped."""
    from assistant.commands.data import run_ingest

    if not run_ingest(_settings(), locations, prune=prune, as_json=as_json):
        raise typer.Exit(1)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = DEFAULT_HOST,
    port: Annotated[
        int, typer.Option(min=0, max=65_535, help="Port; 0 takes a free one.")
    ] = DEFAULT_PORT,
) -> None:
    """Serve the chat page and the API."""
    from assistant.commands.serve import run_serve

    run_serve(_settings(), host=host, port=port)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In quotes.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Answer one question."""
    from assistant.commands.ask import run_ask

    run_ask(_settings(), question, as_json=as_json)


@app.command()
def chat() -> None:
    """Answer questions in a conversation."""
    from assistant.commands.ask import run_chat

    run_chat(_settings())


@app.command()
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="In quotes.")],
    top_k: Annotated[
        int, typer.Option("--top-k", min=1, max=50, help="How many passages, at most.")
    ] = 10,
    *,
    as_json: AsJson = False,
) -> None:
    """Find the passages nearest to a query, without answering."""
    from assistant.commands.ask import run_search

    run_search(_settings(), query, top_k=top_k, as_json=as_json)


@documents.command("list")
def list_documents(*, as_json: AsJson = False) -> None:
    """List all documents by title."""
    from assistant.commands.ask import run_list

    run_list(_settings(), as_json=as_json)


@documents.command("show")
def show_document(
    document_id: Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Show one document with its text."""
    from assistant.commands.ask import run_show

    run_show(_settings(), document_id, as_json=as_json)


@documents.command("remove")
def remove_document(
    document_id: Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it.")],
) -> None:
    """Remove one document from the index; the file itself stays."""
    from assistant.commands.data import run_remove

    run_remove(_settings(), document_id)


@app.command("eval", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def evaluate(context: typer.Context) -> None:
    """Measure the answers; further arguments go to `python -m eval`."""
    from assistant.commands.evaluation import run_eval

    raise typer.Exit(run_eval(context.args))


@app.command()
def config() -> None:
    """Show the settings in force and where each comes from."""
    from assistant.commands.data import run_config

    run_config(_settings())


@app.command()
def doctor(
    *,
    repair: Annotated[bool, typer.Option("--repair", help="Mend what can be mended.")] = False,
) -> None:
    """Check what is stored."""
    from assistant.commands.data import run_doctor

    if not run_doctor(_settings(), repair=repair):
        raise typer.Exit(1)


def _settings() -> "Settings":
    from assistant.settings import load_settings

    return load_settings()


if __name__ == "__main__":
    main()
