"""What was meant instead, as people put themselves right: "no, I meant Alfa", "not A, B"."""

import re

from assistant.entities.kinds import is_known
from assistant.question.following.discourse import Discourse
from assistant.question.following.leaving_out import PROPERTIES
from assistant.question.following.names import is_where
from assistant.question.following.nouns import is_role
from assistant.question.following.phrases import head_of
from assistant.question.following.properties import OF_NAME, asked_for
from assistant.question.following.spoken import Spoken, article_before
from assistant.question.following.wording import bare
from assistant.question.terms import words

_OOPS = (
    r"(?:(?:oh|ah|sorry|no|nope|oops|wait|actually|hm+|ok(?:ay)?|rather|wrong(?:\s+\w+)?|my\s+"
    r"(?:bad|mistake|fault))[\s,.!–-]+)"
)
_MEANT = re.compile(
    rf"^{_OOPS}*(?:i|we)\s+(?:really\s+|actually\s+)?"
    r"(?:mean|meant|was thinking of|wanted|was asking about|was after|am after|had in mind|"
    r"(?:was|am) looking for)\s+(?:to (?:say|ask about)\s+)?"
    r"(?P<what>.+?)(?:,?\s+not\s+.+)?$"
    rf"|^{_OOPS}*not\s+[^,.;–]{{2,40}}?\s*[,.;–]+\s*(?:(?:but|rather|only|just|i\s+meant?)\s+)?(?P<but>.+)$"
    rf"|^{_OOPS}+(?P<was>[^?]{{2,60}}?)\s+it\s+was$"
    rf"|^{_OOPS}*(?:it(?:['’]s|\s+was|\s+is)\s+)?(?P<told>[^?]{{2,60}}?)\s+(?:is\s+what\s+)?i\s+meant?$"
    rf"|^(?:no|sorry|oops|wrong(?:\s+one)?)[\s,.!–-]+{_OOPS}*(?P<other>[^?]{{2,60}})$",
    re.I,
)
_BEHIND = re.compile(
    r"(?:,?\s+(?:then|instead|please|though|sorry|(?:i|we)\s+meant?|not\s+(?:this|that|it)))+$",
    re.I,
)
# "The energy one", "the energy cluster", "the one in Lund".
_ONE = re.compile(
    r"^(?:the|that)\s+(?:(?P<which>(?!other\b|one\b)[\w’'-]+(?:\s+[\w’'-]+)?)\s+(?P<kind>[a-zåäö]+)|"
    r"one\s+(?:in|at|from|near|for)\s+(?:the\s+)?(?P<where>[^,?]+))$",
    re.I,
)
_SOME_ONE = re.compile(r"^(?:the|that)\s+one\b", re.I)
_PART_OF = re.compile(
    r"^(?:the\s+|an?\s+)?(?P<noun>[a-zåäö][\w -]*?)\s+(?:of|at|in|for|behind)\s+(?:the\s+)?$"
)
_ASKED_PART = re.compile(
    r"^(?P<asks>how many|which|what)\s+(?P<noun>[a-zåäö-]+(?:\s[a-zåäö-]+)?)\s+"
    r"(?P<does>do|does|did|has|have|had)\s+(?:the\s+)?$",
    re.I,
)


def meant_instead(plain: str) -> str:
    """Give what is said to be meant; "" where nobody puts themselves right.

    >>> meant_instead("oops no, i meant Alfa"), meant_instead("not Alfa, Beta")
    ('Alfa', 'Beta')
    >>> meant_instead("wrong one, I wanted Alfa, sorry"), meant_instead("not far")
    ('Alfa', '')
    >>> meant_instead("wrong project, sorry. Alfa it was"), meant_instead("Sorry, Alfa I meant")
    ('Alfa', 'Alfa')
    >>> meant_instead("I wonder how big it was")
    ''
    """
    found = _MEANT.match(plain)
    return without_behind(next(one for one in found.groups() if one)) if found else ""


def without_behind(what: str) -> str:
    """Leave out what only ties a few words to what was said: "Alfa then", "Alfa, sorry"."""
    return _BEHIND.sub("", bare(what)).strip()


def one_of_kind(what: str, discourse: Discourse) -> str:
    """Give the name of "the energy one" or "the one in Lund"; "" where none is of the kind.

    It is of the kind of a name in the last question: "Alfa Energy Cluster" for "Ocean Cluster".
    """
    one, last = _ONE.match(what), discourse.last
    if one is None or last is None:
        return ""
    which = one["which"] or one["where"]
    for name in last.names:
        head = words(name.text)[-1]
        is_same = one["where"] or one["kind"].lower() in {"one", head}
        if not (is_same and is_known((head,))) or set(words(which)) & set(words(name.text)):
            continue
        found = discourse.known.nearest(f"{which} {head}")
        if set(words(which)) <= set(words(found)):
            return found
    return ""


def is_one(what: str) -> bool:
    """Whether words only tell of some "one": "the one for women"."""
    return _SOME_ONE.match(what) is not None


def part_of_other(what: str, discourse: Discourse) -> str:
    """Ask for "the partners of Beta" as for the members of Alfa; "" where no part was asked for."""
    last, names = discourse.last, discourse.names(what)
    if last is None or len(names) != 1 or len(last.names) != 1 or names[0].end < len(what):
        return ""
    if is_where(what, names[0]):
        return ""
    part = _PART_OF.match(what[: names[0].start])
    return _asked_of(part["noun"], what, names[0].text, last) if part else ""


def _asked_of(noun: str, what: str, name: str, last: Spoken) -> str:
    old, query = last.names[0], bare(last.query)
    asked = _ASKED_PART.match(query[: old.start])
    if asked:
        return f"{asked['asks']} {noun} {asked['does']} {name}{query[old.end :]}?"
    of_name = OF_NAME.match(query)
    if of_name and query.endswith(old.text):
        return f"{of_name['asks']} {what}?"
    for phrase in last.phrases:
        start = last.query.find(phrase.text)
        if start < old.start and query[start:].startswith(phrase.text) and old.text in phrase.text:
            begin = start - len(article_before(query, start)) - 1
            return f"{query[: max(begin, 0)].rstrip()} {what}{query[start + len(phrase.text) :]}?"
    head = "".join(words(head_of(noun)))
    return asked_for(noun, name) if is_role(head) or head in PROPERTIES else ""
