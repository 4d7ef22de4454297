"""Others by their kind: "and the accelerator?", "and the others?" behind a question of one."""

import re

from assistant.entities.kinds import accepted_kinds, is_known, is_of_kind, kind_words, plural
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.spoken import Spoken

_OTHERS = re.compile(
    r"^(?:all\s+)?(?:of\s+)?(?:the\s+(?:others?|rest|other\s+ones)|"
    r"(?:the\s+)?other\s+(?P<noun>[a-z-]+(?:\s[a-z-]+)?s))$",
    re.I,
)


def other_of_kind(what: str, anaphor: Anaphor, last: Spoken) -> str:
    """Ask the last question of "the accelerator", which no name is known of; "" for others.

    A question of several names is of none of them alone.
    """
    is_all = anaphor.start == 0 and anaphor.end >= len(what)
    noun = kind_words(anaphor.noun)
    if not is_all or anaphor.pointing is not Pointing.KIND or len(last.names) != 1:
        return ""
    name = last.names[0]
    is_same = is_of_kind(name.kinds, accepted_kinds(noun))
    if not is_known(noun) or is_same or not name.kinds or last.described:
        return ""
    return f"{last.query[: name.start]}{what}{last.query[name.end :]}"


def the_other_ones(what: str, last: Spoken) -> str:
    """Write "the other incubators" for "the others" behind a question of one; "" for no such."""
    found = _OTHERS.match(what)
    if found is None or len(last.names) != 1 or len(last.items) > 1:
        return ""
    if found["noun"]:
        return f"the other {found['noun']}" if is_known(kind_words(found["noun"])) else ""
    kinds = sorted(one for one in last.names[0].kinds if is_known(one[-1:]))
    return f"the other {plural(min(kinds, key=len)[-1])}" if kinds else ""
