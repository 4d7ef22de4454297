"""Whether something is of one place, or of one actor, and of no other: who is named beside denies.

"Is it only in Denmark?" is denied by "spans Denmark and Sweden", "is it owned by A alone?" by
"owned by A (60 per cent) and B". That it is the only one, only what says so affirms.
"""

import re
from collections.abc import Sequence

from assistant.citations import StoredDocuments
from assistant.composing.country import countries_told
from assistant.composing.polarity import ASKED_NEGATION, met_terms
from assistant.composing.proposition import Proposition, is_light
from assistant.composing.requirement import absent_names
from assistant.composing.subject import is_about_all, subject_name
from assistant.composing.told import Told
from assistant.entities.countries import OF_PEOPLE, country_of
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.question.named import Named
from assistant.question.terms import terms, words

_NAME = r"(?-i:[A-ZÅÄÖ])[\w-]*(?:\s(?:of\s)?(?-i:[A-ZÅÄÖ])[\w-]*)*"
_PREPOSITION = r"(?:in|at|on|by|to|from|for|with|within|of|around|across)"
_ONLY = r"(?:only|solely|exclusively|merely|purely|entirely|wholly|completely|fully)"
_DOING = (
    r"(?:\w+ed|\w+ing|run|held|led|built|found|active|work|operate|cover|invest|take place|lie)"
)
_ASKED = re.compile(
    # "Just opened in Lund" tells when.
    rf"\b(?:{_ONLY}\s+(?:{_DOING}\s+)?|just\s+)(?:(?:{_PREPOSITION}|an?)\s+)?(?:the\s+)?"
    rf"(?P<only>{_NAME})"
    rf"|\b{_PREPOSITION}\s+(?:the\s+)?(?P<alone>{_NAME})\s+(?:alone|only)\b(?!\s+{_PREPOSITION}\b)"
    rf"|^(?:does|did|do)\s+(?:the\s+)?(?P<acting>{_NAME})\s.*\s(?:alone|on (?:its|their) own)\W*$"
    rf"|\b(?:limited|restricted|confined)\s+to\s+(?:the\s+)?(?P<within>{_NAME})"
    rf"|^\w+\s+(?:all|the whole|everything|every part)\s+of\b.+?\b(?:in|within|at)\s+(?:the\s+)?"
    rf"(?P<whole>{_NAME})",
    re.I,
)
_SAYS_ONLY = re.compile(
    rf"\b(?:{_ONLY}|just|sole|alone|single|whole|nowhere else|nobody else|no other|one and)\b", re.I
)
_SHARE = r"(?:\s*\([^)]*\))?"
# What may stand between two told of together: "in Torsholm, and at the school in Norrhamra".
_BETWEEN = (
    rf"(?:(?:also|once|twice|partly|both|half)\s+)?(?:{_PREPOSITION}\s+)?"
    rf"(?:(?:the|an?|its)\s+(?:[a-zåäö’'-]+\s+){{0,3}}?(?:{_PREPOSITION}\s+)?)?"
)
_JOINED = rf"{_SHARE}(?:(?:,\s+|\s+)(?:and|or|as well as)\s+{_BETWEEN}|,\s+(?={_NAME}(?:,|\s+and)))"
_TOGETHER = re.compile(rf"\b(?:with\s+{_NAME}|together|jointly|both|each)\b")
# "In Lund, and Malmö has another" begins anew.
_NO_VERB = r"(?!\s+(?:is|are|was|were|has|have|had|will|can|\w+ed|\w+s)\s)"
_PLACED = re.compile(
    r"\b(?:located|based|situated|lies?|found|offices?|held|takes? place|sites?|premises|run|"
    r"(?:is|are|was|were)\s+(?:both\s+)?(?:in|at|on))\b",
    re.I,
)
_WHERE = frozenset(
    terms(
        "located based situated lie cover span found place stop all whole part "
        "entirely wholly purely exclusively merely completely fully limited restricted confined"
    )
)
_IN_PLACE = re.compile(r"(?:\b(?:in|at|on|and|or)|,)\s+(?:the\s+)?$")
_GOES_ON = re.compile(r",?\s+(?:that|which|where|who|the|an?)\b", re.I)
_ANY_NAME = re.compile(_NAME)
_ENOUGH = 0.3
# What a statement says is looked for among so many.
_READ = 8


def asks_exclusive(question: str) -> str | None:
    """Give the one of which something is asked to be alone; None where that is not asked.

    >>> asks_exclusive("Is it only in Denmark?"), asks_exclusive("Is it run by Region X alone?")
    ('Denmark', 'Region X')
    >>> asks_exclusive("Has it just opened in Lund?")
    """
    found = _ASKED.search(question)
    return str(found[found.lastgroup or 0]) if found else None


def leaves_exclusive_open(question: str, statement: Statement, *, is_so: bool | None) -> bool:
    """Whether it is asked if one is alone, and a statement that decides so does not tell that."""
    value = asks_exclusive(question)
    if value is None:
        return False
    if is_so:
        return _SAYS_ONLY.search(statement.text) is None
    if statement.kind is not StatementKind.SENTENCE:
        return True
    # What tells of the one and of no other denies nothing.
    is_told = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", statement.text) is not None
    is_joined = _beside(value, statement.text) is not None
    return is_told and not is_joined and _TOGETHER.search(statement.text) is None


def exclusive(
    proposition: Proposition, candidates: Sequence[Candidate], documents: StoredDocuments
) -> Told | None:
    """Find what names another one beside the one asked about; None where none is told.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
    """
    question = proposition.closed.question
    value = asks_exclusive(question)
    if value is None or ASKED_NEGATION.search(question):
        return None
    for one in candidates[:_READ]:
        statement = one.statement
        if statement.kind is not StatementKind.SENTENCE:
            continue
        if not is_about_all(proposition.analysis, statement, documents, without=value):
            continue
        if set(absent_names(proposition, statement)) - set(words(value)):
            continue
        if _names_another(proposition, statement, value):
            return Told(one=one, is_so=False)
    return None


def _names_another(proposition: Proposition, statement: Statement, value: str) -> bool:
    """Whether a statement tells what is asked of another one, too."""
    analysis, text = proposition.analysis, statement.text
    left = set(terms(value)) | _WHERE
    core = [term for term in analysis.attributes if term not in left and not is_light(term)]
    around = f"{statement.passage.heading or ''} {text}"
    if core and analysis.weights.coverage(core, met_terms(analysis, around)) < _ENOUGH:
        return False
    own = _said_of((*analysis.named, *analysis.mentioned), text)
    land = country_of(value) or OF_PEOPLE.get(value.lower())
    if land and countries_told(own) - {land}:
        return True
    if core:
        return _beside(value, text) is not None
    at = _beside(value, own)
    return at is not None and _PLACED.search(own[:at]) is not None


def _said_of(named: Sequence[Named], text: str) -> str:
    """Give what a text says right of those named, up to where it names another one.

    "It" stands for them; of a text that names nobody before, all from its beginning.
    """
    names = [found for found in _ANY_NAME.finditer(text) if not _is_place(found, text)]
    forms = {form for one in named for form in one.forms}
    own = [found for found in names if tuple(words(found.group())) in forms]
    if not own and subject_name(text):
        return ""
    begin = own[-1].end() if own else 0
    others = [found.start() for found in names if found.start() > begin]
    said = text[begin : min(others, default=len(text))]
    return f"It{said}" if own else said


def _is_place(name: re.Match[str], text: str) -> bool:
    """Whether a name is a country or its people, or stands where a place does."""
    parts = re.split(r"[\s-]", name.group())
    if all(country_of(each) or each.lower() in OF_PEOPLE for each in parts):
        return True
    # "In MV, the cluster that spans" goes on about MV.
    return bool(_IN_PLACE.search(text[: name.start()])) and not _GOES_ON.match(text[name.end() :])


def _beside(value: str, text: str) -> int | None:
    """Give where a value stands to which another name is joined; None where none is."""
    own = re.escape(value)
    behind = rf"(?<!\w)(?P<own>{own})(?!\s[A-ZÅÄÖ]){_JOINED}{_NAME}{_NO_VERB}"
    before = rf"{_NAME}{_JOINED}(?P<own>{own})(?!\w|\s[A-ZÅÄÖ]){_NO_VERB}"
    found = re.search(behind, text) or re.search(before, text)
    return found.start("own") if found else None
