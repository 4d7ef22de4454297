"""The chat page's own HTML: the shared frame, the framework's scripts and styles, no inline script.

Without inline script the page works under `script-src 'self'`; without the framework's own frame it
names no address outside this server.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import AssistantError
from assistant.library import Library
from assistant.question.typed import MAX_QUESTION_CHARACTERS
from ui.assets import address_of
from ui.frame import render_head, render_masthead
from ui.language import Language
from ui.markup import escape
from ui.rendering import MAX_EXAMPLES, render_welcome
from ui.sidebar import render_connection, render_history_switch, render_sidebar
from ui.texts import load_texts

_TAGS = re.compile(
    r'<script type="module"[^>]*\bsrc="\./[^"]+"[^>]*></script>'
    r'|<link rel="(?:stylesheet|modulepreload)"[^>]*\bhref="\./[^"]+"[^>]*>'
)

_STYLES = (
    "gradio.css",
    "layout.css",
    "history.css",
    "history_list.css",
    "answer.css",
    "evidence.css",
    "controls.css",
    "why.css",
    "states.css",
    "opening.css",
)
_SCRIPTS = ("page.js",)


def read_framework_tags(framework_frame: Path) -> str:
    """Read the script and style tags of the framework's own frame.

    Raises:
        ValueError: The frame holds no such tags, because the framework's build has changed.
    """
    tags = _TAGS.findall(framework_frame.read_text(encoding="utf-8"))
    if not any(tag.startswith("<script") for tag in tags):
        raise ValueError(
            f"The page's frame {str(framework_frame)!r} names no script of its own; "
            "install the version of gradio that pyproject.toml asks for."
        )
    return "\n".join(tags) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the page can say before the framework has drawn it; a page may do without."""

    documents: int
    examples: Sequence[str]


def known_of(library: Library) -> Known | None:
    """Look at what there is to ask about; None where that cannot be known now."""
    try:
        examples = library.example_questions()[:MAX_EXAMPLES]
        return Known(documents=len(library.documents()), examples=examples)
    except AssistantError:
        return None


def render_index_page(framework_tags: str, language: Language, known: Known | None = None) -> str:
    """Render the chat page around the tags that `read_framework_tags` gives.

    Until the framework has drawn the chat, what is `known` stands where it will be, with a field
    in which a question can be typed already.
    """
    texts, frame = load_texts("chat"), load_texts("frame")
    switch = render_history_switch(language)
    title = texts.html(language, "title")
    # Not a module: it runs before anything is drawn.
    first = f'<script src="{address_of("opening.js")}"></script>\n'
    head = render_head(styles=_STYLES, scripts=_SCRIPTS, tags=first + framework_tags)
    return (
        f'<!doctype html>\n<html lang="{language}" data-language="{language}">\n<head>\n'
        f"<title>{frame.html(language, 'name')}</title>\n"
        f'<meta name="description" content="{frame.html(language, "about_chat")}">\n'
        f"{head}</head>\n<body>\n"
        f"{render_masthead(current='chat', language=language, tools=switch)}\n"
        f'<div id="frame" data-most="{MAX_QUESTION_CHARACTERS}">\n{render_sidebar(language)}\n'
        '<div id="main" tabindex="-1">\n'
        f'<h1 class="sr-only">{title}</h1>\n{render_connection(language)}\n'
        f"{_opening(known, language)}"
        '<gradio-app control_page_title="false" embed="false" eager="true"></gradio-app>\n'
        "</div>\n</div>\n"
        f'<noscript><p class="no-script">{frame.html(language, "needs_script")}</p></noscript>\n'
        f"{texts.render_for_scripts(language)}\n</body>\n</html>\n"
    )


def _opening(known: Known | None, language: Language) -> str:
    """Render what stands there until the framework has drawn the chat."""
    texts = load_texts("chat")
    said = ""
    if known:
        examples = "".join(
            f'<p class="first-example">{escape(each)}</p>' for each in known.examples
        )
        welcome = render_welcome(
            known.documents, has_examples=bool(known.examples), language=language
        )
        said = f'<div class="prose">{welcome}</div>{examples}'
    label, hint = texts.html(language, "question"), texts.html(language, "question_hint")
    return (
        '<div id="page-loading" class="gradio-container"><div class="first">'
        f'<p class="sr-only" role="status">{texts.html(language, "opening")}</p>{said}'
        f'<div class="first-composer"><textarea id="first-question" rows="1" autocomplete="off" '
        f'aria-label="{label}" placeholder="{hint}"></textarea>'
        f'<span class="first-send" aria-hidden="true">{texts.html(language, "send")}</span>'
        "</div></div></div>\n"
    )
