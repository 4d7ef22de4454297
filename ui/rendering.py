"""Turns and notices to HTML strings: pure; with `evidence` and `document_view`, all HTML there is.

Every word that comes from a document, a file name or a visitor passes through `escape`. The only
link targets are addresses within the page (`#cite-2-1`: turn 2, citation 1), which `static/page.js`
hands to the server. Each string is a single line inside one block element.
"""

from collections.abc import Iterable

from assistant.model import Answer, Turn
from ui.evidence import render_conflicts, render_coverage, render_nearest, render_sources
from ui.markup import escape, render_markdown

# In characters; above it a short answer is no longer read at a glance, and a list says it better.
_LONGEST_LEAD = 90


def render_welcome(document_count: int, *, has_examples: bool) -> str:
    """Render what stands where the conversation will be; for staff when there is nothing to ask."""
    if document_count == 0:
        return (
            '<div class="notice empty"><h2>There are no documents to answer from yet</h2>'
            "<p>Whoever runs this server can add a folder of documents with this command, "
            "and then reload the page:</p>"
            f"<pre><code>{escape('assistant ingest FOLDER')}</code></pre></div>"
        )
    noun = "document" if document_count == 1 else "documents"
    hint = "<p>Or start with one of these.</p>" if has_examples else ""
    return (
        '<div class="welcome"><h2>What would you like to know?</h2>'
        f"<p>Answers from {document_count:,} {noun}, each statement with its source. "
        "When the documents do not say, the answer says so.</p>"
        f"{hint}</div>"
    )


def render_conversation(turns: Iterable[Turn], *, first_number: int = 1) -> str:
    """Render finished turns, oldest first; no turns give an empty string."""
    rendered = [render_turn(turn, number) for number, turn in enumerate(turns, first_number)]
    return f'<div class="turns">{"".join(rendered)}</div>' if rendered else ""


def render_turn(turn: Turn, number: int) -> str:
    """Render one exchange; `number` counts turns from 1 and is part of its citations' addresses."""
    understood = render_understood(turn.question, turn.query)
    return _exchange(turn.question, understood + _answer(turn.answer, number), number)


def render_progress(question: str, *, number: int, query: str, text: str, step: str) -> str:
    """Render an exchange that is still being answered; `step` says what is being done.

    `text` is the answer so far, its markers not yet links.
    """
    said = render_markdown(text, lambda _: None)
    working = f'<p class="working"><span class="pulse"></span>{escape(step)}</p>'
    body = f'<div class="answer">{said}</div>' if said else working
    return _exchange(question, render_understood(question, query) + body, number)


def render_failure(question: str, message: str, *, number: int) -> str:
    """Render an exchange that ended in an error, told in one sentence."""
    notice = (
        '<div class="notice failed" role="alert"><h3>That did not work</h3>'
        f"<p>{escape(message)}</p></div>"
    )
    return _exchange(question, notice, number)


def render_spoken(answer: Answer) -> str:
    """Say in a few words how a turn ended, for those who hear the page."""
    if answer.status == "declined":
        return "The documents do not answer this."
    count = len(answer.citations)
    sources = "" if count == 0 else f", {count} source{'' if count == 1 else 's'}"
    return f"Answered{sources}."


def render_understood(question: str, query: str) -> str:
    """Render what was searched, when that is not what was typed."""
    if not query or query.strip() == question.strip():
        return ""
    return f'<p class="understood"><span>Understood as:</span> {escape(query)}</p>'


def _exchange(question: str, reply: str, number: int) -> str:
    """Put a question and what was replied into one block."""
    return (
        f'<div class="turn" id="turn-{number}">'
        '<div class="question"><span class="sr-only">You asked&#58; </span>'
        f"{escape(question)}</div>"
        f'<div class="reply">{reply}</div></div>'
    )


def _answer(answer: Answer, number: int) -> str:
    """Render an answer with everything that proves it."""
    known = {citation.number for citation in answer.citations}

    def address(citation_number: int) -> str | None:
        return f"#cite-{number}-{citation_number}" if citation_number in known else None

    text = render_markdown(_without_lead(answer), address)
    if answer.status == "declined":
        shown = render_coverage(answer.coverage) + render_nearest(answer.nearest, number)
        return f'<div class="notice declined">{text}{shown}</div>'
    short = _lead(answer)
    lead = f'<p class="short">{escape(short)}</p>' if short else ""
    parts = (
        f'<div class="answer">{lead}{text}</div>',
        render_coverage(answer.coverage),
        render_conflicts(answer.conflicts, address),
        render_sources(answer.citations, number),
    )
    return "".join(parts)


def _lead(answer: Answer) -> str:
    """Give what stands out above the text: a short answer that is short, else nothing."""
    short = answer.short_answer or ""
    return short if len(short) <= _LONGEST_LEAD else ""


def _without_lead(answer: Answer) -> str:
    """Give the answer's text without a first line that only repeats the short answer."""
    short = _lead(answer)
    if not short:
        return answer.text
    first, _, rest = answer.text.partition("\n")
    bare = first.replace("*", "").strip()
    return rest if rest and bare == short.replace("*", "").strip() else answer.text
