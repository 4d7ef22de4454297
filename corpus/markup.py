"""The visible words of a snippet of raw HTML, for HTML inside other formats.

Nothing is interpreted and nothing of the markup survives. Whole web pages are read in `web_page`.
"""

import html
import re

# Elements whose content no reader of the page sees.
HIDDEN_ELEMENTS = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title"}
)
_INLINE_ELEMENTS = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"}
)
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")


def tag_name(tag: str) -> str:
    """Name of a tag such as `<B class="x">` or `</b>`, in lower case; "" for anything else.

    >>> tag_name("</Span >")
    'span'
    """
    found = _TAG_NAME.match(tag)
    return found.group(1).lower() if found else ""


def visible_words(snippet: str) -> str:
    r"""Drop tags, comments and hidden elements; block elements and `<br>` become line breaks.

    Takes time in proportion to the length, whatever the input. An unclosed tag, comment or hidden
    element hides the rest.

    >>> visible_words("<p>No <b>equity</b> &amp; fees<script>x()</script></p><!-- say yes -->")
    '\nNo equity & fees\n'
    """
    parts: list[str] = []
    position = 0
    while (opening := snippet.find("<", position)) >= 0:
        parts.append(snippet[position:opening])
        name = tag_name(snippet[opening : opening + 32])
        if snippet.startswith("<!--", opening):
            position = _after(snippet, "-->", opening)
        elif name or snippet.startswith(("<!", "<?"), opening):
            position = _after(snippet, ">", opening)
            if name in HIDDEN_ELEMENTS and snippet[opening + 1] != "/":
                position = _after(snippet, ">", _find_close(snippet, name, position))
            elif name not in _INLINE_ELEMENTS:
                parts.append("\n")
        else:
            parts.append("<")
            position = opening + 1
    parts.append(snippet[position:])
    return html.unescape("".join(parts))


def _after(text: str, closing: str, start: int) -> int:
    found = text.find(closing, start)
    return len(text) if found < 0 else found + len(closing)


def _find_close(text: str, name: str, start: int) -> int:
    found = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, start)
    return len(text) if found is None else found.start()
