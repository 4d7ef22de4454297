"""Turns and notices to HTML strings: pure; with the modules beside it, all HTML of the chat.

Every word that comes from a document, a file name or a visitor passes through `escape`. The only
link targets are addresses within the page (`#cite-2-1`: turn 2, citation 1), which `static/page.js`
hands to the server, and the page where documents are added. Each string is a single line inside one
block element. What a turn is and what was asked stands in the value of a button that is never shown
(of all that holds a value, the framework's cleaning leaves only that); from it the page's scripts
make the controls.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.conflicts.disagreement import DISAGREE
from assistant.declining import NEAREST_SHOWN
from assistant.languages.answers import retold, retold_text
from assistant.model import Answer, Conversation, Feedback, Turn
from ui.coverage_table import render_coverage
from ui.evidence import Address, render_conflicts, render_nearest, render_sources
from ui.language import Language
from ui.markup import escape, render_markdown, unescape_markdown
from ui.texts import load_texts

MAX_EXAMPLES = 4
"""Example questions offered; the library gives three or four."""

# In characters; above it a short answer is no longer read at a glance, and a list says it better.
_LONGEST_LEAD = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How turns are shown.

    Attributes:
        language: The interface's language.
        conversation_id: Where the turns are kept; "" where they are not.
        feedback: What the visitor thought of them, by turn id.
    """

    language: Language = "en"
    conversation_id: str = ""
    feedback: Mapping[str, Feedback] = field(default_factory=dict)


PLAIN = Shown()
"""In English, with nothing known of where turns are kept."""


def render_welcome(document_count: int, *, has_examples: bool, language: Language = "en") -> str:
    """Render what stands where the conversation will be; for staff when there is nothing to ask."""
    texts = load_texts("chat")
    if document_count == 0:
        return (
            f'<div class="notice empty"><h2>{texts.html(language, "empty")}</h2>'
            f"<p>{texts.html(language, 'empty_hint')}</p>"
            f"<pre><code>{escape('assistant ingest FOLDER')}</code></pre>"
            f'<p><a href="/documents?add=1">{texts.html(language, "empty_add")}</a></p></div>'
        )
    key = "welcome_one" if document_count == 1 else "welcome_many"
    known = texts.say(language, key, **({} if document_count == 1 else {"count": document_count}))
    hint = f"<p>{texts.html(language, 'welcome_examples')}</p>" if has_examples else ""
    return (
        f'<div class="welcome"><h2>{texts.html(language, "welcome")}</h2>'
        f"<p>{escape(known)}</p>{hint}</div>"
    )


def render_conversation(
    conversation: Conversation, shown: Shown = PLAIN, *, first_number: int = 1
) -> str:
    """Render finished turns, oldest first; no turns give an empty string."""
    rendered = [
        render_turn(turn, number, shown)
        for number, turn in enumerate(conversation.turns, first_number)
    ]
    return f'<div class="turns">{"".join(rendered)}</div>' if rendered else ""


def render_turn(turn: Turn, number: int, shown: Shown = PLAIN) -> str:
    """Render one exchange; `number` counts turns from 1 and is part of its citations' addresses."""
    feedback = shown.feedback.get(turn.turn_id)
    facts = {
        "turn": turn.turn_id,
        "conversation": shown.conversation_id,
        "question": turn.question,
        "query": turn.query,
        "verdict": feedback.verdict if feedback else "",
        "reason": feedback.reason if feedback else "",
    }
    understood = "" if turn.answer.asks_back else render_understood(turn, shown.language)
    value = escape(json.dumps(facts, ensure_ascii=False))
    data = f'<button type="button" class="turn-facts" value="{value}" disabled></button>'
    reply = data + understood + _answer(turn, number, shown.language)
    return _exchange(turn.question, reply, number, shown.language)


def render_progress(
    question: str, *, number: int, query: str, text: str, step: str, language: Language = "en"
) -> str:
    """Render an exchange that is still being answered; `step` says what is being done.

    `text` is the answer so far, its markers not yet links.
    """
    said = render_markdown(text, lambda _: None)
    working = f'<p class="working"><span class="pulse"></span>{escape(step)}</p>'
    body = f'<div class="answer">{said}</div>' if said else working
    return _exchange(question, _understood(question, query, language) + body, number, language)


def render_failure(question: str, message: str, *, number: int, language: Language = "en") -> str:
    """Render an exchange that ended in an error, told in one sentence."""
    notice = (
        '<div class="notice failed" role="alert">'
        f"<h3>{load_texts('chat').html(language, 'failed')}</h3><p>{escape(message)}</p></div>"
    )
    return _exchange(question, notice, number, language)


def render_missing(language: Language) -> str:
    """Render what stands in place of a conversation that is not there for this visitor."""
    texts = load_texts("chat")
    return (
        f'<div class="notice missing"><h2>{texts.html(language, "missing")}</h2>'
        f"<p>{texts.html(language, 'missing_hint')}</p></div>"
    )


def render_spoken(answer: Answer, language: Language = "en") -> str:
    """Say in a few words how a turn ended, for those who hear the page."""
    texts = load_texts("chat")
    if answer.status == "declined":
        key = "spoken_asks_back" if answer.asks_back else "spoken_declined"
        return texts.say(language, key)
    count = len(answer.citations)
    if count > 1:
        return texts.say(language, "spoken_answered_many", count=count)
    return texts.say(language, "spoken_answered_one" if count else "spoken_answered")


def render_understood(turn: Turn, language: Language = "en") -> str:
    """Render what was searched, when that is not what was typed."""
    return _understood(turn.question, turn.query, language)


def _understood(question: str, query: str, language: Language) -> str:
    if not query or query.strip() == question.strip():
        return ""
    label = load_texts("chat").html(language, "understood")
    return f'<p class="understood"><span>{label}</span> <q>{escape(query)}</q></p>'


def _exchange(question: str, reply: str, number: int, language: Language) -> str:
    """Put a question and what was replied into one block."""
    asked = load_texts("chat").html(language, "asked")
    return (
        f'<div class="turn" id="turn-{number}">'
        f'<h2 class="question"><span class="sr-only">{asked} </span>{escape(question)}</h2>'
        f'<div class="reply">{reply}</div></div>'
    )


def _answer(turn: Turn, number: int, language: Language) -> str:
    """Render an answer with everything that proves it."""
    answer = retold(turn.answer, language)
    known = {citation.number for citation in answer.citations}

    def address(citation_number: int) -> str | None:
        return f"#cite-{number}-{citation_number}" if citation_number in known else None

    if answer.asks_back:
        return _asking_back(answer)
    # A table is read out of the text as it was written; it tells its own words itself.
    table = render_coverage(turn.answer, address, language) if answer.coverage else ""
    if answer.status == "declined":
        return (
            f'<div class="notice declined">{table or _declined(turn.answer, address, language)}'
            f"{render_nearest(answer.nearest, number, language)}</div>"
        )
    short = _lead(answer)
    lead = f'<p class="short">{escape(short)}</p>' if short else ""
    text = table or render_markdown(_without_lead(answer), address)
    if _is_shown_by_conflicts(turn.answer):
        text = ""
    parts = (
        f'<div class="answer">{lead}{text}</div>',
        render_conflicts(answer.conflicts, answer.citations, address, language),
        render_sources(answer.citations, number, language, text=turn.answer.text),
    )
    return "".join(parts)


def _asking_back(answer: Answer) -> str:
    """Render the questions that a follow-up may mean as buttons."""
    buttons = "".join(
        f'<li><button type="button" name="mean" value="{escape(question)}">{escape(question)}'
        "</button></li>"
        for question in answer.asks_back
    )
    said = render_markdown(answer.text, lambda _: None)
    return f'<div class="notice asks-back">{said}<ul>{buttons}</ul></div>'


def _declined(answer: Answer, address: Address, language: Language) -> str:
    """Say first that there is no answer, then in smaller words what was done to find one.

    The passages' own heading says that they are shown.
    """
    first, _, rest = answer.text.removesuffix(NEAREST_SHOWN).partition(". ")
    said = retold_text(f"{first}." if rest else first, (), language)
    more = render_markdown(retold_text(rest, (), language), address) if rest else ""
    return (
        f'<p class="verdict">{escape(unescape_markdown(said))}</p><div class="tried">{more}</div>'
    )


def _is_shown_by_conflicts(answer: Answer) -> bool:
    """Whether the text only lists what disagrees, which the table of conflicts shows better."""
    told = {number for conflict in answer.conflicts for number in conflict.citation_numbers}
    is_list = answer.text.startswith(DISAGREE)
    return is_list and told == {citation.number for citation in answer.citations}


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
