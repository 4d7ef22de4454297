"""Questions that documents answer under one name: "how old is X", "when is X open"."""

import re

_WHO = r"(?P<who>(?:the\s+)?\S.*?)"
_LATELY = r"(?:\s+(?:now|so far|already|today|these days|at the moment|currently))?"
FORMS = (
    (
        re.compile(rf"^how old (?:is|are) {_WHO}{_LATELY}$", re.I),
        True,
        "When was {who} founded?",
    ),
    (
        re.compile(
            rf"^(?:when|(?:on )?(?:which|what) days|until when|how late) (?:is|are) {_WHO} open"
            rf"{_LATELY}$",
            re.I,
        ),
        True,
        "What are the opening hours of {who}?",
    ),
    (
        re.compile(
            r"^(?:what(?:['’]s| is) the (?:total )?number of (?P<noun>[a-z]+s) (?:of|at|in)|"
            rf"how (?:big|large) is the membership of) {_WHO}{_LATELY}$",
            re.I,
        ),
        True,
        "How many {noun} does {who} have?",
    ),
    (
        re.compile(
            rf"^what (?:is|are|was) {_WHO} called in "
            r"(?P<language>(?-i:[A-ZÅÄÖ])\w+(?:ish|an|ese|ch|ic))$",
            re.I,
        ),
        False,
        "What is the {language} name of {who}?",
    ),
    (
        re.compile(
            r"^(?:what|how (?:much|big|large))(?: an?)? (?:share|stake|part|percentage|equity) "
            r"(?:of (?:the|my|our|your) (?:company|business|firm|start-?up|shares) )?"
            r"(?:do|does|must|should|will|would) (?:i|we|you|one|a company|companies|founders) "
            rf"(?:(?:have|need) to )?(?:give|hand|sign) (?:away|up|over) "
            rf"(?:at|to|for|in) {_WHO}$",
            re.I,
        ),
        False,
        "How much equity does {who} take?",
    ),
)
"""A form, whether it is asked only where the question itself is not answered, and how."""
