"""What an answer lists, so that "the second one" can be asked about."""

import re
from collections.abc import Sequence

from assistant.model import Answer

# What an answer's text is looked through for: its first characters.
_READ = 2400
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+(?P<item>.+)$", re.M)
_BOLD = re.compile(r"^\*\*(?P<name>[^*]{2,80})\*\*\s*:")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+|och\s+)?|\s+(?:and|och)\s+")
_MARKUP = re.compile(r"\s*\[\d+\]|\\(?=\W)|\*\*")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_OWNER = re.compile(r"['’]s?$")
# Stands for a name while a list is taken apart; no text of an answer holds it.
_JOINT = "\N{WORD JOINER}"
_LONGEST_ITEM = 90
# A line of more words is a sentence.
_LONGEST_NAME = 8


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
    """
    if answer.conflicts:
        return ()
    # What answers cites; other texts list all sorts of things.
    lines = answer.text[:_READ] if answer.citations else ""
    if answer.coverage is not None and answer.coverage.stated:
        return answer.coverage.stated
    every = [_item(found["item"]) for found in _BULLET.finditer(lines)]
    bullets = [one for one in every if len(one.split()) <= _LONGEST_NAME]
    short = unmarked(answer.short_answer or "")
    for at, name in enumerate(whole):
        short = short.replace(name, f"X{at}{_JOINT}")
    parts = [
        re.sub(rf"X(\d+){_JOINT}", lambda found: whole[int(found[1])], part)
        for part in _BETWEEN.split(short)
        if part
    ]
    plain = [_ARTICLE.sub("", part).strip() for part in parts]
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


def _item(line: str) -> str:
    bold = _BOLD.match(line)
    if bold:
        return unmarked(bold["name"]).strip()
    plain = unmarked(line).strip().rstrip(".;,")
    return re.split(r"\s+[–—-]\s+|:\s", plain)[0][:_LONGEST_ITEM].strip()
