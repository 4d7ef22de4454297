"""The list of a visitor's conversations beside the chat, as an empty frame that scripts fill. Pure.

`static/history.js` puts the conversations in; here are the controls and their words.
"""

from ui.language import Language
from ui.texts import load_texts

_ICON_LIST = (
    '<svg aria-hidden="true" viewBox="0 0 20 20"><rect x="3" y="4" width="14" height="12" rx="2"/>'
    '<path d="M8 4v12"/></svg>'
)


def render_history_switch(language: Language) -> str:
    """Render the button in the masthead that shows and hides the list."""
    label = load_texts("chat").html(language, "history_show")
    return (
        '<button type="button" class="icon" id="history-switch" aria-controls="history" '
        f'aria-expanded="false">{_ICON_LIST}<span class="sr-only">{label}</span></button>'
    )


def render_sidebar(language: Language) -> str:
    """Render the list's frame, the menu of one conversation, and the question before deleting."""
    texts = load_texts("chat")

    def say(key: str) -> str:
        return texts.html(language, key)

    return (
        f'<aside id="history" aria-label="{say("history")}">'
        '<div class="history-head">'
        f'<button type="button" id="renew" class="quiet">{say("history_new")}</button>'
        '<button type="button" id="history-close" class="quiet icon">'
        '<span aria-hidden="true">×</span>'
        f'<span class="sr-only">{say("history_close")}</span></button></div>'
        '<input type="search" id="history-search" autocomplete="off" '
        f'placeholder="{say("history_search")}" aria-label="{say("history_search")}">'
        '<p id="history-note" role="status"></p>'
        f'<ul id="history-list" aria-label="{say("history")}"></ul>'
        f'<button type="button" id="history-more" class="quiet" hidden>{say("history_more")}'
        "</button>"
        f'<button type="button" id="delete-all" class="quiet" hidden>{say("history_delete_all")}'
        "</button>"
        '<div id="history-menu" popover>'
        f'<button type="button" data-do="rename">{say("menu_rename")}</button>'
        f'<a data-do="markdown" download href="#">{say("menu_markdown")}</a>'
        f'<a data-do="json" download href="#">{say("menu_json")}</a>'
        f'<button type="button" data-do="delete">{say("menu_delete")}</button></div></aside>'
        '<dialog id="confirm" aria-labelledby="confirm-text"><p id="confirm-text"></p>'
        '<form method="dialog">'
        f'<button value="keep" class="quiet">{say("confirm_keep")}</button>'
        f'<button value="delete" class="alarm">{say("confirm_delete")}</button>'
        "</form></dialog>"
    )


def render_connection(language: Language) -> str:
    """Render the notice that the server is gone, hidden until it is."""
    texts = load_texts("chat")
    return (
        f'<div id="connection" role="alert" hidden><p>{texts.html(language, "connection_lost")}'
        '</p><button type="button" id="connection-retry" class="quiet">'
        f"{texts.html(language, 'connection_retry')}</button></div>"
    )
