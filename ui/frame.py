"""The frame that all pages share: document head, masthead with navigation, and the switches.

Pure. No inline script and no inline handler, as the content security policy wants it; what moves
is in `static/frame.js` and in the scripts that a page names.
"""

from collections.abc import Iterable
from typing import Literal

from ui.assets import address_of, imported_by
from ui.language import LANGUAGES, Language
from ui.markup import escape
from ui.texts import load_texts

Room = Literal["chat", "map", "documents", "insights"]

_ADDRESSES: dict[Room, str] = {
    "chat": "/",
    "map": "/map",
    "documents": "/documents",
    "insights": "/insights",
}
# A language is named in itself, so that whoever looks for it can read it.
_LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "sv": "Svenska"}

_STYLES = ("theme.css", "frame.css", "buttons.css", "direction.css", "forced-colours.css")
# Last, since on paper it outweighs all others.
_PRINT = "print.css"
_SCRIPTS = ("frame.js",)

_ICON_MENU = (
    '<svg aria-hidden="true" viewBox="0 0 20 20"><path d="M3 5.5h14M3 10h14M3 14.5h14"/></svg>'
)
_ICON_DARK = (
    '<svg aria-hidden="true" viewBox="0 0 20 20">'
    '<circle cx="10" cy="10" r="6.5"/><path class="half" d="M10 3.5a6.5 6.5 0 0 1 0 13z"/></svg>'
)


def render_frame(
    *,
    title: str,
    body: str,
    current: Room,
    language: Language,
    styles: Iterable[str] = (),
    scripts: Iterable[str] = (),
) -> str:
    """Render the whole HTML document of a server-rendered page.

    Args:
        title: Plain text; the window's title, before the name of the site.
        body: HTML of the page, escaped where it has to be; it stands inside `<main id="main">`,
            and its heading is an `<h1>`.
        current: The page's place in the navigation.
        language: The interface's language.
        styles: Names of style sheets under `ui/static`, after the shared ones.
        scripts: Names of ES modules under `ui/static`, after the shared one.
    """
    texts = load_texts("frame")
    name, about = texts.html(language, "name"), texts.html(language, f"about_{current}")
    head = render_head(styles=styles, scripts=scripts)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n'
        f"<title>{escape(title)} · {name}</title>\n"
        f'<meta name="description" content="{about}">\n{head}</head>\n<body>\n'
        f"{render_masthead(current=current, language=language)}\n"
        f'<main id="main" tabindex="-1">\n{body}\n</main>\n</body>\n</html>\n'
    )


def render_head(*, styles: Iterable[str] = (), scripts: Iterable[str] = (), tags: str = "") -> str:
    """Render what every page's `<head>` holds beside its title; `tags` come before our styles."""
    sheets = "".join(
        f'<link rel="stylesheet" href="{address_of(name)}">\n'
        for name in (*_STYLES, *styles, _PRINT)
    )
    modules = "".join(
        f'<script type="module" src="{address_of(name)}"></script>\n'
        for name in (*_SCRIPTS, *scripts)
    )
    needed = dict.fromkeys(each for name in (*_SCRIPTS, *scripts) for each in imported_by(name))
    preloads = "".join(f'<link rel="modulepreload" href="{address_of(name)}">\n' for name in needed)
    return (
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        # No modules: they run before anything is drawn, so that no page flashes in the dark.
        f'<script src="{address_of("address.js")}"></script>\n'
        f'<script src="{address_of("colours.js")}"></script>\n'
        '<link rel="icon" type="image/svg+xml" href="' + address_of("favicon.svg") + '">\n'
        f"{tags}{sheets}{preloads}{modules}"
    )


def render_masthead(*, current: Room, language: Language, tools: str = "") -> str:
    """Render the name of the site, the navigation and the switches for colours and language.

    `tools` is HTML of the page's own that stands before the name.
    """
    texts = load_texts("frame")
    links = "".join(
        f'<li><a href="{address}"{_current(room, current)}>'
        f"{texts.html(language, f'nav_{room}')}</a></li>"
        for room, address in _ADDRESSES.items()
    )
    return (
        f'<a class="skip" href="#main">{texts.html(language, "skip")}</a>'
        f'<header class="masthead">{tools}'
        f'<a class="brand" href="/">{texts.html(language, "name")}</a>'
        '<button type="button" class="icon menu-button" popovertarget="menu">'
        f'{_ICON_MENU}<span class="sr-only">{texts.html(language, "menu")}</span></button>'
        f'<div id="menu" popover><nav aria-label="{texts.html(language, "navigation")}">'
        f"<ul>{links}</ul></nav>"
        f'<div class="switches">{_language_switch(language)}'
        f'<button type="button" class="icon" id="colours" aria-pressed="false">{_ICON_DARK}'
        f'<span class="label">{texts.html(language, "dark")}</span></button></div></div></header>'
    )


def _current(room: Room, current: Room) -> str:
    return ' aria-current="page"' if room == current else ""


def _language_switch(language: Language) -> str:
    """Render a button for each language that the page is not in."""
    texts = load_texts("frame")
    return "".join(
        f'<button type="button" lang="{other}" data-language="{other}" '
        f'data-refused="{texts.html(other, "language_not_kept")}">'
        f"{_LANGUAGE_NAMES[other]}</button>"
        for other in LANGUAGES
        if other != language
    )
