"""The form for adding a document; what it does is in `static/documents.js`. Pure."""

from assistant.originals import EXTENSIONS, PACKED_EXTENSIONS
from ui.language import Language
from ui.markup import escape
from ui.texts import load_texts


def render_form(question: str, language: Language) -> str:
    """Render the form; with a question, as the reason for a new document."""
    texts = load_texts("documents")

    def say(key: str) -> str:
        return texts.html(language, key)

    reason = ""
    if question:
        reason = (
            f'<div class="reason"><p>{say("add_reason")}</p>'
            f"<blockquote>{escape(question)}</blockquote></div>"
        )
    return (
        f'<section class="card add" aria-labelledby="add-title"><div class="top-line">'
        f'<h2 id="add-title" tabindex="-1">{say("add")}</h2>'
        f'<a class="button quiet" href="/documents">{say("close")}</a></div>'
        f'<p class="lead">{say("add_lead")}</p>{reason}'
        f"<noscript><p>{say('needs_script')}</p></noscript>"
        f'<form id="add-document" data-question="{escape(question)}" '
        f'data-packed="{",".join(PACKED_EXTENSIONS)}" hidden>'
        f'<div class="field"><label for="file">{say("file")}</label>'
        f'<input id="file" type="file" multiple accept="{",".join(EXTENSIONS)}"></div>'
        f'<div class="field"><label for="name">{say("name")}</label>'
        '<input id="name" name="name" required maxlength="100" autocomplete="off" '
        f'spellcheck="false" aria-describedby="name-hint"><p class="hint" id="name-hint">'
        f"{say('name_hint')}</p></div>"
        f'<div class="field"><label for="text">{say("text")}</label>'
        '<textarea id="text" name="text" required rows="12" aria-describedby="text-hint">'
        f'</textarea><p class="hint" id="text-hint">{say("text_hint")}</p></div>'
        f'<div class="actions"><button type="button" id="preview">{say("preview")}</button>'
        f'<button class="primary">{say("add_button")}</button></div></form>'
        '<div id="outcome" class="outcome" role="status" tabindex="-1"></div></section>'
    )
