"""Whether something is so of one alone: "the only country with two members" denies any other one.

Asked the other way, "is it only for Skåne?", what is told of the whole country denies it.
"""

import re
from collections.abc import Sequence

from assistant.citations import StoredDocuments
from assistant.composing.come_of import leaves_success_open
from assistant.composing.exclusive import leaves_exclusive_open
from assistant.composing.of_all import leaves_some
from assistant.composing.polarity import ASKED_NEGATION, met_terms
from assistant.composing.proposition import Proposition
from assistant.composing.requirement import absent_names
from assistant.composing.subject import asked_entities, is_about_all, speaks_of, spoken_before
from assistant.composing.told import Told
from assistant.entities.countries import country_of, is_of_people
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.question.named import mentions
from assistant.question.terms import terms, words

_OTHERS = re.compile(
    r"\b(?:(?:any|an|some)?\s?other|another|others|(?:any(?:one|body|thing|where)|some(?:one|body|"
    r"thing|where)) else|(?:apart|aside) from|besides|except)\b",
    re.I,
)
_ANYBODY = re.compile(r"\b(?:any|some)(?:one|body|thing|where) else\b", re.I)
_THE_ONLY = re.compile(
    r"(?<!\bnot )\b(?:the|its|their|our|\w['’]s)\s+(?:only|sole|one and only)\s+(?!other\b)"
    r"(?P<what>[^,.;:]+)",
    re.I,
)
_THEN = re.compile(r"\b(?:was|were|until|then|at the time|used to)\b", re.I)
_ASKED_THEN = re.compile(r"^(?:was|were|did|had)\b", re.I)
# What the question only points at, no statement holds.
_POINTS = frozenset(terms("other another else many much that same such one so as just only sole"))
_AS_MANY = re.compile(r"\b(?:that|as|so) (?:many|much)\b", re.I)
_NUMBER = re.compile(rf"\b(?:\d+|{'|'.join(NUMBERS)})\b", re.I)
_ENOUGH = 0.6

# "Is any country represented twice?"
_ASKS_ANY = re.compile(
    r"^(?:is|are|was|were|does|do|did|has|have)\s+(?:there\s+)?(?:any|some|an?|one)\s+"
    r"(?:(?:one\s+)?of\s+(?:the|these|those)\s+)?(?P<what>[a-zåäö-]+)\s.*"
    r"\b(?:twice|two|more\s+than\s+(?:one|once))\b",
    re.I,
)
_TWO = re.compile(r"\b(?:twice|two|2|both)\b", re.I)
_OF_TWO = frozenset(terms("twice two more than one once represented listed counted there"))
_ASKS_ONLY = re.compile(
    r"\b(?:the|its|their|our|\w['’]s)\s+(?:only|sole)\s+(?P<what>\w+(?:\s+\w+)?)", re.I
)
_SAYS_ONLY = re.compile(r"\b(?:only|sole|solely|alone|single|exclusively)\b", re.I)
_MANY = rf"(?:\d+|{'|'.join(NUMBERS)}|several|many)"
_AMONG_MANY = re.compile(
    rf"\b(?:one|part) of (?:the |its |their |our )?{_MANY}\s+(?P<what>\w+(?:\s+\w+)?)|"
    rf"\bamong (?:the |its |their |our )?{_MANY}\s+(?P<whom>\w+(?:\s+\w+)?)",
    re.I,
)

_ONLY_FOR = re.compile(
    r"\b(?:only|just|solely|exclusively|merely)\s+(?:(?:open|available|meant|there|active|working|"
    r"something|a thing|one)\s+)?(?:for|to|in|within|from|around|across|cover(?:s|ing)?|"
    r"serv(?:es?|ing)|support(?:s|ing)?|about)\s+(?:[a-zåäö-]+\s+){0,3}?(?:the\s+)?"
    r"(?P<place>[A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*)*)"
    r"|\b(?:limited|restricted|confined)\s+to\s+(?:the\s+)?(?:[a-zåäö-]+\s+){0,3}?"
    r"(?P<within>[A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*)*)"
    r"|\b(?:only|just|merely|purely)\s+(?:an?\s+)?(?P<local>regional|local)\b",
)
_LAND = r"(?:country|nation|Sweden|Norway|Denmark|Finland|Iceland|Germany|kingdom)"
_NATIONAL = (
    rf"national|nationwide|nationally|country-?wide|(?:the )?(?:whole|entire)(?: of the)? {_LAND}|"
    rf"all (?:of |over |parts of )?(?:the )?{_LAND}|"
    rf"(?:across|throughout) (?:the )?(?:whole )?{_LAND}|"
    rf"every (?:part|corner|region|county)|anywhere in (?:the )?{_LAND}|the whole of {_LAND}"
)
_BEYOND = (
    r"international|internationally|global|globally|worldwide|pan-european|nordic|"
    r"(?:the )?(?:whole|entire)(?: of)?(?: the)? (?:world|europe|nordics?|region of the nordics)|"
    r"all (?:of|over) (?:the )?(?:world|europe|nordics?|nordic region)|"
    r"(?:across|throughout) (?:the )?(?:world|europe|nordics?|nordic (?:countries|region))|"
    r"(?:all|several|many|\d+|two|three|four|five|six|ten) (?:\w+ )?countries|any country"
)
_NOT_OF_IT = r"(?!(?:of|in|for|on|by|with|to|at|from)\b)"


def _told_of_it(scope: str) -> re.Pattern[str]:
    """Find where a sentence tells how wide its subject is: "the national association", "covers"."""
    return re.compile(
        rf"\b(?:is|are|runs as|works as|acts as)\s+(?:an?\s+|the\s+|our\s+)?"
        rf"(?:{_NOT_OF_IT}[\w-]+\s+){{0,3}}?(?:{scope})\b"
        r"|\b(?:covers?|covering|serves?|spans?|spanning|reach(?:es)?|works?|working|operates?|"
        r"operating|active|open|available|supports?|accepts?|welcomes?|takes?|members|companies|"
        r"start-?ups|founders|researchers|applicants|teams|people|students|everyone|anyone|for)\s+"
        rf"(?:(?:in|to|for|from|across|all|over|throughout|as)\s+)?(?:{scope})\b",
        re.I,
    )


_SCOPE = re.compile(rf"\b(?:{_NATIONAL}|{_BEYOND}|regional|local)\b", re.I)
_PLACED = re.compile(r"\b(?:in|from|across|within|outside)\s+(?:the\s+)?[A-ZÅÄÖ]")
_TOLD_NATIONAL, _TOLD_BEYOND = _told_of_it(f"{_NATIONAL}|{_BEYOND}"), _told_of_it(_BEYOND)


def alone(
    proposition: Proposition, candidates: Sequence[Candidate], documents: StoredDocuments
) -> Told | None:
    """Find what denies that there is another one, that it is the only one, or for one place alone.

    None where neither is asked, or where nothing tells.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
    """
    question = proposition.closed.question
    if ASKED_NEGATION.search(question):
        return None
    if _OTHERS.search(question):
        told = (one for one in candidates if _is_only_one(proposition, one.statement))
    elif asked := _ASKS_ONLY.search(question):
        of = asked["what"]
        told = (one for one in candidates if _is_among_many(proposition, one.statement, of))
    elif asked := _ASKS_ANY.match(question):
        some = next((one for one in candidates if _is_some(proposition, one, asked["what"])), None)
        return Told(one=some, is_so=True) if some else None
    elif asked := _ONLY_FOR.search(question):
        place = asked["place"] or asked["within"] or asked["local"]
        told = (
            one for one in candidates if _is_wider(proposition, one.statement, place, documents)
        )
    else:
        return None
    first = next(told, None)
    return Told(one=first, is_so=False) if first else None


def leaves_others(question: str, statement: Statement, *, is_so: bool | None) -> bool:
    """Whether it is asked of one alone, or of all, and a statement does not tell that."""
    if leaves_exclusive_open(question, statement, is_so=is_so):
        return True
    if leaves_some(question, statement, is_so=is_so):
        return True
    if leaves_success_open(question, statement, is_so=is_so):
        return True
    is_asked = is_so and _ASKS_ONLY.search(question) is not None
    return bool(is_asked) and not _SAYS_ONLY.search(statement.text)


def speaks_of_place(question: str, statement: Statement) -> bool:
    """Whether a statement tells how far something reaches, where it is asked if it is for a place.

    True where that is not asked.
    """
    asked = _ONLY_FOR.search(question)
    if asked is None:
        return True
    place = asked["place"] or asked["within"] or asked["local"]
    text = statement.text
    is_named = not set(words(place)).isdisjoint(words(text))
    return is_named or _SCOPE.search(text) is not None or bool(_PLACED.search(text))


def _is_only_one(proposition: Proposition, statement: Statement) -> bool:
    """Whether a statement tells of the only one of those of which another one is asked for."""
    found = _THE_ONLY.search(statement.text)
    if found is None or statement.kind is not StatementKind.SENTENCE:
        return False
    question = proposition.closed.question
    if _THEN.search(statement.text) and not _ASKED_THEN.match(question):
        return False
    passage = statement.passage
    asked = set(terms(f"{question} {passage.title} {passage.heading or ''}"))
    # "The only Swedish member" leaves other members.
    said = set(
        terms(_NUMBER.sub("", found["what"]) if _AS_MANY.search(question) else found["what"])
    )
    if not (said <= asked or _ANYBODY.search(question)) or absent_names(proposition, statement):
        return False
    return _tells_of_it(proposition, statement, f"{passage.context} {_spoken(statement)}")


def _is_some(proposition: Proposition, one: Candidate, what: str) -> bool:
    """Whether a statement tells of the only one that has as many as any is asked to have."""
    statement = one.statement
    found = _THE_ONLY.search(statement.text)
    if found is None or statement.kind is not StatementKind.SENTENCE:
        return False
    if not set(terms(what)) & set(terms(found["what"])) or not _TWO.search(found["what"]):
        return False
    analysis = proposition.analysis
    every = (*asked_entities(analysis), *analysis.mentioned)
    around = f"{statement.passage.context} {_spoken(statement)}"
    core = set(analysis.attributes) - _OF_TWO
    return core <= met_terms(analysis, around) and all(
        mentions(each, around) or speaks_of(each, statement) for each in every
    )


def _is_among_many(proposition: Proposition, statement: Statement, what: str) -> bool:
    """Whether a statement tells of who is asked about as one among others: "one of the two"."""
    found = _AMONG_MANY.search(statement.text)
    if statement.kind is not StatementKind.SENTENCE or found is None:
        return False
    wanted = set(terms(what)) - _POINTS
    if wanted and not wanted & set(terms(found["what"] or found["whom"])):
        return False
    return _tells_of_it(proposition, statement, _spoken(statement))


def _spoken(statement: Statement) -> str:
    return f"{spoken_before(statement)} {statement.text}"


def _tells_of_it(proposition: Proposition, statement: Statement, around: str) -> bool:
    """Whether a statement speaks of all that is named, and of what is asked of it."""
    analysis = proposition.analysis
    # Who is the only one is named in its place.
    every = (*asked_entities(analysis), *analysis.mentioned)
    if not all(mentions(one, around) or speaks_of(one, statement) for one in every):
        return False
    core = [term for term in analysis.attributes if term not in _POINTS]
    held = met_terms(analysis, around)
    return not core or analysis.weights.coverage(core, held) >= _ENOUGH


def _is_wider(
    proposition: Proposition, statement: Statement, place: str, documents: StoredDocuments
) -> bool:
    """Whether a statement tells that what is asked about is for more than a place."""
    is_country = bool(country_of(place)) or is_of_people(place.split()[0])
    told = (_TOLD_BEYOND if is_country else _TOLD_NATIONAL).search(statement.text)
    if told is None or set(words(place)) & set(words(told.group())):
        return False
    if statement.kind is not StatementKind.SENTENCE:
        return False
    return is_about_all(proposition.analysis, statement, documents, without=place)
