"""Front matter: the YAML lines between "---" at the top of a Markdown file, as strings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from corpus.errors import UnreadableDocument
from corpus.normalising import single_line

# A page of metadata is far below these. The YAML parser is slow, and its time grows with the square
# of the nesting, so more is refused unread.
_MAX_CHARACTERS = 64_000
_MAX_BRACKETS = 500

_FENCED = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TIME = re.compile(r"[T ]\d{2}:\d{2}.*")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter says; `body` is the text below it.

    The key `source` is kept in `metadata` as `origin`: where the facts come from, in words.
    """

    body: str
    title: str | None = None
    as_of: str | None = None
    language: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


def split_front_matter(text: str, source: str) -> FrontMatter:
    """Take the front matter off a text; one without gives the text as body and nothing else.

    Raises:
        UnreadableDocument: The front matter is not `key: value` lines, or a date or language in it
            is not one.
    """
    fenced = _FENCED.match(text)
    if fenced is None:
        return FrontMatter(body=text)
    values = _parse(fenced.group(1), source)
    title = values.pop("title", None)
    as_of = values.pop("as_of", None)
    language = values.pop("language", None)
    origin = values.pop("source", None)
    if origin is not None:
        values["origin"] = origin
    return FrontMatter(
        body=text[fenced.end() :],
        title=title,
        as_of=None if as_of is None else parse_as_of(as_of, source),
        language=None if language is None else _language(language, source),
        metadata=values,
    )


def parse_as_of(value: str, source: str) -> str:
    """Check a date given as YYYY, YYYY-MM or YYYY-MM-DD, with or without a time, and drop the time.

    Raises:
        UnreadableDocument: It is no such date, or one that no calendar has.
    """
    found = _DATE.fullmatch(_TIME.sub("", value.strip(), count=1))
    if found is not None:
        year, month, day = (int(part) if part else 1 for part in found.groups())
        try:
            date(year, month, day)
        except ValueError:
            pass  # reported below, like a date of another form
        else:
            return found.group()
    raise UnreadableDocument(
        source, f"as_of is {value!r}, which is no date; write YYYY, YYYY-MM or YYYY-MM-DD."
    )


def _language(value: str, source: str) -> str:
    found = _LANGUAGE.fullmatch(value.lower())
    if found is None:
        raise UnreadableDocument(
            source, f"language is {value!r}, which is no ISO 639-1 code; write one such as 'en'."
        )
    return found.group(1)


def _parse(text: str, source: str) -> dict[str, str]:
    import yaml  # only Markdown files with front matter need it

    if len(text) > _MAX_CHARACTERS:
        raise UnreadableDocument(
            source, f"its front matter is longer than {_MAX_CHARACTERS:,} characters; shorten it."
        )
    if text.count("[") + text.count("{") > _MAX_BRACKETS:
        raise UnreadableDocument(
            source, f"its front matter has more than {_MAX_BRACKETS} brackets; simplify it."
        )
    try:
        # Composing gives nodes: no objects are built, and dates stay as written.
        _refuse_aliases(text, source)
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableDocument(
            source, f"its front matter is not valid YAML ({_where(error)}); correct it."
        ) from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise UnreadableDocument(source, "its front matter is no `key: value` lines; correct it.")
    pairs = ((key.value, _value(key, node, source)) for key, node in root.value)
    return {single_line(str(key)).lower(): value for key, value in pairs if value}


def _refuse_aliases(text: str, source: str) -> None:
    import yaml  # see above

    if any(
        isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.BaseLoader)
    ):
        raise UnreadableDocument(
            source, "its front matter uses YAML aliases (`*name`); write the value out instead."
        )


def _value(key: object, node: object, source: str) -> str:
    import yaml  # see above

    if isinstance(node, yaml.ScalarNode) and isinstance(key, yaml.ScalarNode):
        text = single_line(node.value)
        return "" if node.style is None and text in {"~", "null"} else text
    if isinstance(node, yaml.SequenceNode) and isinstance(key, yaml.ScalarNode):
        return ", ".join(_value(key, item, source) for item in node.value)
    raise UnreadableDocument(
        source,
        "its front matter nests values; write each as one `key: value` line or a plain list.",
    )


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "nested too deeply"
    return problem if mark is None else f"line {mark.line + 2}: {problem}"
