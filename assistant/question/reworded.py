"""Questions in the words in which documents tell what they ask for."""

import re

from assistant.entities.kinds import is_known, kind_words
from assistant.question.following.phrases import is_plural
from assistant.question.following.verbs import is_verb
from assistant.question.grammar import with_capital
from assistant.question.swedish.english import participle

# "Who are members of Alfa?" asks for all of them, and for no description.
_ROLES_ASKED = re.compile(
    r"^(who are)\s+(?=(?:members|partners|funders|founders|owners|supporters|participants|sponsors|"
    r"customers|tenants|organi[sz]ers)\s+(?:of|in|for|at|behind)\b)",
    re.I,
)
# "Did X ever try ...?" asks the same without it.
_EVER = re.compile(
    r"^((?:did|has|have|had|was|were|does|do|is|are)\s[^,.?!]*?)\s+ever\b(?!\s+since)", re.I
)
# What documents tell of who comes next.
_TAKES_OVER = re.compile(
    r"^((?:(?:and|so|but)\s+)?)who\s+(?:(?:takes|took|has taken|will take|is taking)\s+over\s+"
    r"(?:from|after)|(?:comes|came|will come|is coming|follows|followed)\s+(?:next\s+)?"
    r"(?:after\s+)?(?=(?:him|her|them|(?-i:[A-ZÅÄÖ])\w+ (?-i:[A-ZÅÄÖ])\w+)\W*$))\s*",
    re.I,
)
# "That booth of theirs" is their booth.
_OF_THEIRS = re.compile(
    r"\b(?:that|this|the|those|these)\s+(?P<what>[a-zåäö-]+(?:\s[a-zåäö-]+)?)\s+of\s+"
    r"(?P<whose>theirs|his|hers|yours)\b",
    re.I,
)
_WHOSE = {"theirs": "their", "his": "his", "hers": "her", "yours": "your"}
# "How many get in?" counts those who take part.
_GET_IN = re.compile(r"\b(how many)(?=\s+(?:(?:can|may|could|do|will)\s+)?get in\b)", re.I)
# Until when one can do something, a deadline tells; what is not said is when it closes.
_TOO_LATE = re.compile(
    r"^(?P<joined>(?:(?:and|so|but)\s+)?)when\s+(?:is|was|will|would|does)\s+it\s+(?:be\s+|get\s+)?too\s+"
    r"late(?:\s+(?:for\s+(?:us|me|one)\s+)?to\s+(?P<do>[^?.!]+?))?\s*\?*$",
    re.I,
)
# "Whose decision is it who gets in?"
_DECISION = re.compile(
    r"^((?:(?:and|so|but)\s+)?)whose\s+(?:decision|call|choice)\s+is\s+(?:it|that)\s+"
    r"(?=(?:who|which|what|whether|how|if)\b)",
    re.I,
)
# "I want to call her, what's the number?"
_CALLS = re.compile(
    r"(\b(?:call|phone|ring|telephone)\b[^?]*\b(?:the|her|his|their|its|your)\s+)(?=number\b)",
    re.I,
)
# "What kind of problems do they work on?" asks which; of one thing it asks what that is.
_KIND_OF = re.compile(
    r"^((?:(?:and|so|but)\s+)?)what\s+(?:kinds?|sorts?|types?)\s+of\s+(?P<what>[a-zåäö][\w-]*(?:\s[a-zåäö][\w-]*)?)"
    r"(?=\s+(?:do|does|did|can|could|will|would)\s)",
    re.I,
)
_BEEN_DOING = re.compile(
    r"\b(who\s+(?:has|have))\s+been\s+(?P<doing>[a-z]{2,}ing)\b(?=\s+\w)", re.I
)
_TOGETHER = re.compile(r"\btogether\s+(?=with\s+(?:whom|who|which|what)\b)", re.I)
_PAYS = re.compile(
    r"\b(?P<who>who(?:\s+(?:else|also))?)(?:['’]s|\s+is)?\s+"
    r"(?:(?:foots|footing|picks\s+up|picking\s+up|(?P<paid>footed|picked\s+up))\s+the\s+(?:bill|tab)|"
    r"paying)(?P<for>(?:\s+(?:for|of)\b)?)",
    re.I,
)
_PUTS_MONEY = re.compile(
    r"\b(put|puts|putting)\s+(?:any\s+|some\s+)?money\s+in(?:to)?\b(?=\s+\w|\W*$)", re.I
)
# What somebody wants for doing something is what they charge for it.
_WANTS_FOR = re.compile(
    r"^((?:(?:and|so|but)\s+)?(?:what|how much)\s+(?:do|does|did|will|would)\s+[^,.?!]+?)\s+"
    r"(?:want|ask|take)(?:\s+in return)?(?=\s+for\s+\w+ing\b)",
    re.I,
)
# Nobody invests in a project.
_PROJECT = re.compile(r"\b(?:projects?|programmes?|initiatives?|activit(?:y|ies))\b", re.I)
# "Who dreamt X up?" is "who dreamt up X?".
_APART = re.compile(
    r"\b(?P<verb>(?:dream(?:t|ed|s)?|think|thinks|thought|cook(?:ed)?|set|sets)(?=.*\sup\b)|"
    r"(?:call|put)(?:s|ed)?(?=.*\soff\b)|(?:shut|shuts|close|closes|closed)(?=.*\sdown\b)|"
    r"(?:wind|winds|wound)(?=.*\sup\b)|(?:take|takes|took|taken)(?=.*\sover\b)|"
    r"(?:hand|hands|handed)(?=.*\sout\b)|(?:pay|pays|paid)(?=.*\sback\b))\s+"
    r"(?P<what>(?:(?:the|this|that|its|their)\s+)?(?:(?!(?:up|off|down|over|out|back|it|them|to|for|"
    r"from|with|and|or|an?|on|the)\b)[\w&’'-]+\s+){1,6}?)(?P<particle>up|off|down|over|out|back)"
    r"(?=(?:\s+(?:originally|first|initially|back\s+then|in\s+the\s+first\s+place))?\W*$)",
    re.I,
)
_DREAMT = re.compile(r"\bdreamt\b", re.I)
_INVESTS = {"put": "invest in", "puts": "invests in", "putting": "investing in"}


def reworded(question: str) -> str:
    """Give a question in words that documents use.

    >>> reworded("Who are members of NOME?"), reworded("and who took over from Eva Ek?")
    ('Who are the members of NOME?', 'and who succeeds Eva Ek?')
    >>> reworded("Did NOME ever pay?"), reworded("How often is that summit of theirs?")
    ('Did NOME pay?', 'How often is their summit?')
    >>> reworded("Do they put money into boats?")
    'Do they invest in boats?'
    >>> reworded("Which project does NOME put money into?")
    'Which project does NOME put money into?'
    >>> reworded("What won't they put money into?")
    "What won't they invest in?"
    >>> reworded("What do they want for lending boats?")
    'What do they charge for lending boats?'
    >>> reworded("Whose decision is it who gets in?")
    'Who decides who gets in?'
    >>> reworded("What kind of problems do they solve?"), reworded("What kind of park do they run?")
    ('Which problems do they solve?', 'What kind of park do they run?')
    >>> reworded("Who foots the bill?"), reworded("who's paying for it")
    ('Who pays?', 'who pays for it')
    >>> reworded("Who picked up the tab for it?")
    'Who paid for it?'
    >>> reworded("Who has been leading NOME?"), reworded("together with whom?")
    ('Who has led NOME?', 'with whom?')
    >>> reworded("I'd like to call her, what's the number?")
    "I'd like to call her, what's the phone number?"
    >>> reworded("When is it too late?"), reworded("and when is it too late to apply to NOME?")
    ('When does it close?', 'and when is the deadline to apply to NOME?')
    """
    plain = _OF_THEIRS.sub(
        lambda found: f"{_WHOSE[found['whose'].lower()]} {found['what']}", question
    )
    plain = _TAKES_OVER.sub(r"\1who succeeds ", _ROLES_ASKED.sub(r"\1 the ", plain))
    plain = _DECISION.sub(
        lambda found: f"{found[1]}who decides " if found[1] else "Who decides ", plain
    )
    if not _PROJECT.search(plain):
        plain = _PUTS_MONEY.sub(lambda found: _INVESTS[found[1].lower()], plain)
    plain = _BEEN_DOING.sub(_has_done, _KIND_OF.sub(_which, _TOGETHER.sub("", plain)))
    plain = _PAYS.sub(_pays, plain)
    plain = _CALLS.sub(r"\1phone ", plain)
    plain = _WANTS_FOR.sub(r"\1 charge", plain)
    plain = _TOO_LATE.sub(_until_when, _GET_IN.sub(r"\1 participants", plain))
    return _EVER.sub(r"\1", plain)


def _pays(found: re.Match[str]) -> str:
    pays = "paid" if found["paid"] else "pays"
    return f"{found['who']} {pays}{' for' if found['for'] else ''}"


def _which(found: re.Match[str]) -> str:
    """Ask which things where they are several, and are none that the documents name."""
    noun = found["what"].split()[-1]
    if not is_plural(noun) or is_known(kind_words(noun)):
        return found.group()
    return f"{found[1]}which {found['what']}" if found[1] else f"Which {found['what']}"


def _has_done(found: re.Match[str]) -> str:
    """Ask who has led something rather than who has been leading it."""
    stem = found["doing"].lower().removesuffix("ing")
    bases = (one for one in (stem, f"{stem}e", stem[:-1]) if is_verb(one))
    base = next(bases, "")
    return f"{found[1]} {participle(base)}" if base else found.group()


def _until_when(found: re.Match[str]) -> str:
    asks = f"the deadline to {found['do']}" if found["do"] else ""
    asked = f"when is {asks}?" if asks else "when does it close?"
    return f"{found['joined']}{asked}" if found["joined"] else with_capital(asked)


def in_one(question: str) -> str:
    """Put a verb and its particle together.

    >>> in_one("Who dreamt MYiHealth up originally?"), in_one("Who set it up?")
    ('Who dreamed up MYiHealth originally?', 'Who set it up?')
    """
    plain = _DREAMT.sub("dreamed", question)
    return _APART.sub(
        lambda found: f"{found['verb']} {found['particle']} {found['what'].rstrip()}", plain
    )
