"""The chat page's own HTML: the shared frame, the framework's scripts and styles, no inline script.

Without inline script the page works under `script-src 'self'`; without the framework's own frame it
names no address outside this server.
"""

import re
from pathlib import Path

from ui.frame import render_head, render_masthead
from ui.language import Language
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
    "answer.css",
    "evidence.css",
    "controls.css",
    "why.css",
    "states.css",
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


def render_index_page(framework_tags: str, language: Language) -> str:
    """Render the chat page around the tags that `read_framework_tags` gives."""
    texts, frame = load_texts("chat"), load_texts("frame")
    switch = render_history_switch(language)
    title = texts.html(language, "title")
    head = render_head(styles=_STYLES, scripts=_SCRIPTS, tags=framework_tags)
    return (
        f'<!doctype html>\n<html lang="{language}" data-language="{language}">\n<head>\n'
        f"<title>{frame.html(language, 'name')}</title>\n"
        f'<meta name="description" content="{texts.html(language, "description")}">\n'
        f"{head}</head>\n<body>\n"
        f"{render_masthead(current='chat', language=language, tools=switch)}\n"
        f'<div id="frame">\n{render_sidebar(language)}\n<div id="main" tabindex="-1">\n'
        f'<h1 class="sr-only">{title}</h1>\n{render_connection(language)}\n'
        '<gradio-app control_page_title="false" embed="false" eager="true"></gradio-app>\n'
        "</div>\n</div>\n"
        f'<p id="page-loading" role="status">{texts.html(language, "opening")}</p>\n'
        f'<noscript><p class="no-script">{frame.html(language, "needs_script")}</p></noscript>\n'
        f"{texts.render_for_scripts(language)}\n</body>\n</html>\n"
    )
