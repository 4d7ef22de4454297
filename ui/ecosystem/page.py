"""The page of the map put together: search, legend, picture or list, and what is chosen."""

from dataclasses import dataclass

from assistant.ecosystem.model import Node, Relation
from ui.ecosystem.drawing import draw
from ui.ecosystem.finding import find_nodes
from ui.ecosystem.legend import render_found, render_legend, render_search
from ui.ecosystem.listing import render_list
from ui.ecosystem.panel import render_node
from ui.ecosystem.picture import Picture, Shown
from ui.frame import render_frame
from ui.language import Language
from ui.markup import escape
from ui.texts import load_texts

_CURRENT = ' aria-current="true"'
STYLES = ("map.css", "map-picture.css", "map-list.css", "map-about.css")
SCRIPTS = ("map.js",)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRequest:
    """What a visitor asked to see, as the address says it; nothing of it is trusted.

    Attributes:
        view: "list" or anything else for the picture.
        sort: The order of the list.
        node: The id of the chosen node.
        find: A name to look for.
        kinds: Kinds to draw.
        relations: Relations to draw.
        strays: Whether to draw those without a tie.
    """

    view: str = "picture"
    sort: str = "name"
    node: str = ""
    find: str = ""
    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    strays: bool = False

    @property
    def is_list(self) -> bool:
        """Whether the list is asked for."""
        return self.view == "list"


def render_map_page(
    picture: Picture, request: MapRequest, language: Language, *, is_current: bool = True
) -> str:
    """Render the whole HTML document.

    Args:
        picture: What is drawn.
        request: What a visitor asked to see.
        language: Of the interface.
        is_current: Whether the picture shows what is stored now; a note says so if not.
    """
    return _framed(_body(picture, request, language, is_current=is_current), language)


def render_waiting_page(language: Language) -> str:
    """Render the document that is shown while the first picture is drawn; it goes on by itself."""
    texts = load_texts("map")
    body = (
        f'<div class="page map-page"><h1>{texts.html(language, "title")}</h1>'
        f'<div id="waiting" data-then="reload"><p role="status">{texts.html(language, "drawing")}'
        f'</p><progress aria-label="{texts.html(language, "drawing_label")}"></progress>'
        f'<p><a href="">{texts.html(language, "look_again")}</a></p></div></div>'
    )
    return _framed(body, language)


def _framed(body: str, language: Language) -> str:
    return render_frame(
        title=load_texts("map").say(language, "title"),
        body=body,
        current="map",
        language=language,
        styles=STYLES,
        scripts=SCRIPTS,
    )


def _body(picture: Picture, request: MapRequest, language: Language, *, is_current: bool) -> str:
    texts = load_texts("map")
    ecosystem = picture.ecosystem
    heading = f"<h1>{texts.html(language, 'title')}</h1>"
    if not ecosystem.nodes:
        return (
            f'<div class="page map-page">{heading}<p class="empty">{texts.html(language, "empty")} '
            f'<a href="/documents">{texts.html(language, "empty_link")}</a></p></div>'
        )
    said = sum(tie.relation is not Relation.TOGETHER for tie in ecosystem.ties)
    intro = texts.html(language, "intro", nodes=len(ecosystem.nodes), ties=said)
    untied = "" if ecosystem.ties else f"<p>{texts.html(language, 'untied')}</p>"
    view = "list" if request.is_list else "picture"
    found = find_nodes(ecosystem, request.find)
    chosen = ecosystem.by_id.get(request.node) or (found[0] if found else None)
    note = "" if is_current else _note(language)
    tools = (
        f'<div class="map-tools">{render_search(picture, language, view, request.find)}'
        f"{_views(language, request)}</div>{render_found(found, request.find, language, view)}"
    )
    about = _about(picture, chosen, request, language)
    legend = "" if request.is_list else render_legend(picture, _shown(picture, request), language)
    main = (
        f'<div id="listing">{render_list(ecosystem, language, request.sort)}</div>'
        if request.is_list
        else _picture(picture, request, chosen, language)
    )
    return (
        f'<div class="page map-page" data-view="{view}">{heading}'
        f'<p class="intro">{intro}</p>{note}{untied}{tools}<div class="map-columns">{main}'
        f'<div class="map-side">{about}{legend}</div></div>'
        f"{texts.render_for_scripts(language)}</div>"
    )


def _note(language: Language) -> str:
    texts = load_texts("map")
    return (
        f'<p id="waiting" class="note" role="status" data-then="tell"><span class="drawing">'
        f'{texts.html(language, "drawing_again")}</span> <a href="">'
        f"{texts.html(language, 'look_again')}</a></p>"
    )


def _picture(picture: Picture, request: MapRequest, chosen: Node | None, language: Language) -> str:
    texts = load_texts("map")
    buttons = "".join(
        f'<button type="button" id="zoom-{name}" aria-label="{texts.html(language, key)}" '
        f'title="{texts.html(language, key)}">{sign}</button>'
        for name, key, sign in (
            ("in", "zoom_in", "+"),
            ("out", "zoom_out", "−"),
            ("fit", "zoom_fit", "⤢"),
        )
    )
    save = texts.html(language, "save")
    shown = _shown(picture, request)
    drawn = draw(picture, shown, language, chosen.node_id if chosen else None)
    help_text = texts.html(language, "picture_help")
    return (
        f'<div class="picture-side"><p id="picture-help" class="sr-only">{help_text}</p>'
        f'<div id="frame"><div class="zoom">{buttons}</div>{drawn}</div>'
        f'<p class="save scripted-only"><button type="button" id="save">{save}</button></p></div>'
    )


def _shown(picture: Picture, request: MapRequest) -> Shown:
    return Shown.chosen(picture, request.kinds, request.relations, strays=request.strays)


def _about(picture: Picture, chosen: Node | None, request: MapRequest, language: Language) -> str:
    texts = load_texts("map")
    view = "list" if request.is_list else "picture"
    if chosen is not None:
        inner = render_node(chosen, picture.ecosystem, language, view)
    elif request.find:
        inner = f"<p>{texts.html(language, 'not_found', name=request.find)}</p>"
    else:
        key = "choose_in_list" if request.is_list else "choose"
        inner = f'<p class="soft">{texts.html(language, key)}</p>'
    name = texts.html(language, "about")
    return f'<section id="about" aria-label="{name}" tabindex="-1">{inner}</section>'


def _views(language: Language, request: MapRequest) -> str:
    texts = load_texts("map")
    node = f"&node={escape(request.node)}" if request.node else ""
    links = "".join(
        f'<li><a href="/map?view={view}{node}"'
        f"{_CURRENT if (view == 'list') == request.is_list else ''}>"
        f"{texts.html(language, f'view_{view}')}</a></li>"
        for view in ("picture", "list")
    )
    name = texts.html(language, "views")
    return f'<nav class="views" aria-label="{name}"><ul>{links}</ul></nav>'
