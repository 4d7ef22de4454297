"""What an answer lists, so that "the second one" can be asked about."""

import re
from collections.abc import Sequence

from assistant.model import Answer

# What an answer's text is looked through for: its first characters.
_READ = 2400
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+(?P<item>.+)$", re.M)
# "Length: eight weeks" is a fact of one thing and none of several.
_FACT = re.compile(
    r"^\s*(?:[-*•]|\d+[.)])\s+(?:length|duration|group|price|cost|fee|place|location|language|date|time|"
    r"start|end|deadline|size|founded|phone|telephone|e-?mail|address|contact|website)s?:\s",
    re.M | re.I,
)
_BOLD = re.compile(r"^\*\*(?P<name>[^*]{2,80})\*\*\s*:")
_BETWEEN = re.compile(
    r"\s*[,;]\s*(?:and\s+|och\s+)?|\s+(?:and|och|(?:together|along)\s+with|as\s+well\s+as)\s+"
)
# "The ferry company Sundlinjen" is Sundlinjen.
_KIND_BEFORE = re.compile(
    r"^(?:the|an?)\s+(?:(?!(?:in|at|of|for|from|by|with|to|on)\b)[a-zåäö][\w-]*\s+){1,4}(?=[A-ZÅÄÖ])"
)
_MARKUP = re.compile(r"\s*\[\d+\]|\\(?=\W)|\*\*")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_OWNER = re.compile(r"['’]s?$")
# Stands for a name while a list is taken apart; no text of an answer holds it.
_JOINT = "\N{WORD JOINER}"
# "The Bridge Summit, held every second year": the name tells which one it is.
_NAMED = re.compile(
    r"^(?P<name>(?:the\s+)?[A-ZÅÄÖ0-9][^,]*),\s+(?!(?:and|or|och|eller)\b)[a-zåäö].*$"
)
# Cells of a row of a table, and what a row of names or figures holds, and its heading does not.
_CELL = " – "
_TOLD_IN = re.compile(r"\d|(?<=[\s\w])[A-ZÅÄÖ]")
_LONGEST_ITEM = 90
# A line of more words is a sentence.
_LONGEST_NAME = 10


def unmarked(text: str) -> str:
    """Give an answer's text without numbers of citations, bold marks and escapes.

    >>> unmarked("**Alfa**: It is in Lund. [1]")
    'Alfa: It is in Lund.'
    """
    return _MARKUP.sub("", text)


def listed(answer: Answer, whole: Sequence[str] = ()) -> tuple[str, ...]:
    """Give what an answer lists, in the order it is shown; () when it lists nothing.

    Names of `whole` are one each, whatever stands within them: "Axel and Ada Alm Foundation".

    >>> listed(Answer(status="answered", text="x", short_answer="Alfa, Beta and Gamma"))
    ('Alfa', 'Beta', 'Gamma')
    >>> listed(Answer(status="answered", text="x", short_answer="Alfa and the ferry company Beta"))
    ('Alfa', 'Beta')
    >>> listed(Answer(status="answered", text="x", short_answer="labs in Lund and courses at KTH"))
    ()
    """
    if answer.conflicts:
        return ()
    # What answers cites; other texts list all sorts of things.
    lines = answer.text[:_READ] if answer.citations else ""
    if answer.coverage is not None and answer.coverage.stated:
        return answer.coverage.stated
    if len(_FACT.findall(lines)) > 1:
        return ()
    shown = _without_heading([found["item"] for found in _BULLET.finditer(lines)])
    every = [_item(line) for line in shown]
    bullets = [one for one in every if len(one.split()) <= _LONGEST_NAME]
    short = unmarked(answer.short_answer or "")
    if len(bullets) == len(every) > 1 and short.endswith(", ".join(map(_line, shown))):
        return tuple(dict.fromkeys(bullets))
    for at, name in enumerate(whole):
        short = short.replace(name, f"X{at}{_JOINT}")
    parts = [
        re.sub(rf"X(\d+){_JOINT}", lambda found: whole[int(found[1])], part)
        for part in _BETWEEN.split(short)
        if part
    ]
    plain = [_ARTICLE.sub("", _KIND_BEFORE.sub("", part)).strip() for part in parts]
    is_list = all(part[:1].isupper() and not _OWNER.search(part) for part in plain)
    names = plain if is_list else []
    short = answer.short_answer or ""
    is_short = not short or any(line.split("(")[0].strip() in short for line in bullets)
    if len(bullets) == len(every) >= max(2, len(names)) and is_short and not _tell(bullets):
        return tuple(dict.fromkeys(bullets))
    return tuple(dict.fromkeys(names)) if len(names) > 1 else ()


def _tell(bullets: Sequence[str]) -> bool:
    """Whether lines are sentences about one thing: all begin with its name."""
    return len({line.split()[0] for line in bullets if line}) == 1


def _without_heading(rows: list[str]) -> list[str]:
    """Leave out the first row of a table where it only says what stands in the others."""
    first, *others = rows or [""]
    is_table = _CELL in first and len({row.count(_CELL) for row in rows}) == 1
    cells = [cell.strip() for cell in unmarked(first).split(_CELL)]
    told = [any(map(_TOLD_IN.search, row.split(_CELL))) for row in others]
    is_heading = is_table and not any(map(_TOLD_IN.search, cells)) and 2 * sum(told) > len(told)
    return others if is_heading and len(others) > 1 else rows


def _item(line: str) -> str:
    bold = _BOLD.match(line)
    if bold:
        return unmarked(bold["name"]).strip()
    name = re.split(r"\s+[–—-]\s+|:\s", _line(line))[0]
    return _NAMED.sub(r"\g<name>", name)[:_LONGEST_ITEM].strip()


def _line(line: str) -> str:
    return unmarked(line).strip().rstrip(".;,")
