"""How questions over all entities of a kind begin, and what each beginning asks for."""

import re
from enum import StrEnum


class Form(StrEnum):
    """What is to be given: the entities, their number, or whether there are any."""

    WHICH = "which"
    HOW_MANY = "how_many"
    EXISTS = "exists"


_THE = (
    r"(?:(?:all|every|each|any|some|other|different|various)\s+)?(?:of\s+)?(?:the|these|those)?\s*"
)
OPENINGS = (
    (
        Form.HOW_MANY,
        re.compile(rf"^(?:how many|(?:what is )?the number of|number of|count|hur många)\s+{_THE}",
                   re.I),
    ),
    (
        Form.WHICH,
        re.compile(
            rf"^(?:which|what|wich|vilka|vilken|vilket)(?:\s+(?:are|is|were|är))?\s+{_THE}", re.I
        ),
    ),
    (
        Form.WHICH,
        re.compile(
            r"^(?:list|name|enumerate|give|show|find|lista|nämn)\s+(?:me\s+|us\s+)?"
            rf"(?:(?:a|the)\s+(?:full\s+|complete\s+)?list\s+of\s+)?{_THE}(?:names of\s+{_THE})?",
            re.I,
        ),
    ),
    (Form.EXISTS, re.compile(r"^(?:are|is|were|was)\s+there\s+(?:any|an?|some|other)?\s*", re.I)),
    (Form.EXISTS, re.compile(rf"^(?:do|does|did|have|has)\s+(?=any|some){_THE}", re.I)),
    (Form.WHICH, re.compile(r"^(?:all\s+)?(?:the\s+)?", re.I)),
)  # fmt: skip
# A bare list of words asks over entities only where it goes on like this: "incubators without".
BARE = re.compile(
    r"^(?:$|(?:without|with|in|at|near|that|who|which|for|offering|providing|taking|based|located|"
    r"founded|started|established|from|outside|not|no|having|giving|funding|specialised|focused|"
    r"run|owned|funded|open|supporting|working|i|på|utan|med|som)\b)",
    re.I,
)
