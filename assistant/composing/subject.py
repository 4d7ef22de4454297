"""Of whom a statement speaks: the entity asked about, or another one that its subject names."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.citations import StoredDocuments
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.named import Named, mentions, short_name
from assistant.question.terms import terms, words

_DATED = re.compile(
    r"^(?:(?:as of|since|in|during|by|from|until|according to|for|at|on|today|now|currently)\b"
    r"[^,]{0,40},\s*)+",
    re.I,
)
# Capitalised words up to a verb: "Region Skåne funds".
_SUBJECT = re.compile(
    r"^(?:(?:The|Den|Det)\s+)?(?P<name>[A-ZÅÄÖ][\w&.’'-]*(?:\s+(?:of|for|and|&|in|the|de|von|av|och|"
    r"[A-ZÅÄÖ\d(][\w&.()’'-]*))*)\s+(?P<next>[a-zåäö]\w*)"
)
_POINTING = re.compile(r"(?:It|Its|They|Their|This|These|He|She|Den|Det|De)\b")
_BY_FIRST_WORD = 0.7
# So far back a pronoun points, in characters: a sentence or two.
_BEFORE = 200
# What follows a name of one word; "Small companies pay" begins with no name.
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|can|will|may|does|did|\w+ed|began|ran|led)\b"
    r"|\w+s\s+(?:[A-ZÅÄÖ\d]|(?:the|a|an|its|their|in|on|at|for|to|with|by|from|no|not|all|each|"
    r"every|up|about|over|together)\b)"
)
_ROLE_OF_IT = re.compile(
    r"\b(?:is|are|was|were)\s+(?:among|one of|two of|some of)?\s*(?:the|its|"
    r"our)\s+(?:\w+\s+)?(?:owners?|"
    r"funders?|founders?|financiers?|sponsors?|customers?|partners?|members?|initiators?)\b(?!\s+of\b)"
)
OWN_VOICE = re.compile(r"\b(?:we|our|us)\b", re.I)
_POSSESSIVE = re.compile(
    r"^(?:The\s+)?(?P<name>[A-ZÅÄÖ][^.,;]{0,60}?)['’‘´`]s?\s+(?P<noun>[a-zåäö][\w-]+)"
)
_LONG_NAME = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)+")
_JOINING = re.compile(r"(?:\s+[a-zåäö&]+)+$")
# What may begin a sentence without being a name.
_NO_NAMES = frozenset(
    words("""
    participation attendance admission entry entrance
    a an the this that these those it its they their he she his her we our you your i my there here
    in on at for from by with to of as and but or if when while where who what which how why since
    after before during until both each every all any some many most more no not one two three
    four five six seven eight nine ten twelve today now currently also together besides through
    under over about among together members partners companies start-ups startups participants
    students anyone everyone people membership projects activities services funding support
    applicants applications founders tenants guests visitors roughly about approximately around
    nearly almost only just some up at more less fewer another usually normally typically mostly
""")
)


def asked_names(analysis: Analysis, without: str = "") -> tuple[tuple[str, ...], ...]:
    """Give the capitalised names of the question that no known entity explains, as folded words.

    Args:
        analysis: The question, taken apart.
        without: A stretch of the question that does not count.
    """
    said = {at for one in analysis.named for at in one.said}
    folded, originals = words(analysis.query), re.findall(r"[^\W_]+", analysis.query)
    if len(originals) != len(folded):
        return ()
    left = set(words(without))
    return tuple(
        (folded[at],)
        for at, word in enumerate(originals)
        if at and at not in said and word[0].isupper() and len(word) > 1 and folded[at] not in left
    )


def speaks_of(entity: Named, statement: Statement) -> bool:
    """Whether a statement is about an entity: it names it, or stands under it and names no other.

    "MTT was founded in 2016" is not about the park whose page says it.
    """
    if mentions(entity, statement.text) or is_named_shortly(entity, statement.text):
        return True
    passage = statement.passage
    if mentions(entity, spoken_before(statement)):
        return True
    heading = (passage.heading or "").split(" > ")[-1]
    if heading and mentions(entity, heading):
        return True
    if not (passage.document_id == entity.document_id or mentions(entity, passage.title)):
        return False
    # "X and Y are among the owners": of whom, the page says.
    if _ROLE_OF_IT.search(statement.text):
        return True
    subject = subject_name(statement.lead_in or statement.text)
    # "Gran" stands for "Gran Incubator".
    return subject is None or any(words(subject)[:1] == list(form[:1]) for form in entity.forms)


def is_named_shortly(entity: Named, text: str) -> bool:
    """Whether a text holds the first word of a longer name, capitalised: "Gran"."""
    short = short_name(entity.forms[0]) if entity.forms else None
    if short is None:
        return False
    nexts = {form[1] for form in entity.forms if len(form) > 1}
    said = re.findall(r"[^\W_]+", text)
    return any(
        word[0].isupper()
        and words(word) == [short]
        # "Medicon Valley" is another name, and no "Medicon Village".
        and not (after[:1].isupper() and not set(words(after)) <= nexts)
        for word, after in zip(said, [*said[1:], ""], strict=True)
    )


def spoken_before(statement: Statement) -> str:
    """Give what stands just before a sentence that points back to it; "" for any other."""
    if not _POINTING.match(statement.text):
        return ""
    return statement.before[-_BEFORE:]


def asked_entities(analysis: Analysis) -> tuple[Named, ...]:
    """Give the known entities that the question surely names.

    One taken from the first word of its name alone must be capitalised where other names are: "for
    the first time" does not name "First Mooring".
    """
    originals = re.findall(r"[^\W_]+", analysis.query)
    has_names = any(word[0].isupper() for word in originals[1:])
    if not has_names or len(originals) != len(words(analysis.query)):
        return analysis.named
    return tuple(
        one
        for one in analysis.named
        if one.strength > _BY_FIRST_WORD or any(originals[at][0].isupper() for at in one.said)
    )


def speaks_of_all(analysis: Analysis, statement: Statement, *, without: str = "") -> bool:
    """Whether a statement is about every entity of the question but those within `without`."""
    left = words(without)
    wanted = [one for one in asked_entities(analysis) if not _is_within(one, left)]
    if not all(speaks_of(one, statement) for one in wanted):
        return False
    context = f" {' '.join(words(f'{statement.passage.context} {statement.text}'))} "
    return all(f" {' '.join(name)} " in context for name in asked_names(analysis, without))


def is_about_all(
    analysis: Analysis, statement: Statement, documents: StoredDocuments, *, without: str = ""
) -> bool:
    """Whether a statement is about all that is asked, if need be by what stands before it.

    "The platform was closed" goes on about what the paragraph names, and "we" are those whose page
    it is.

    Args:
        analysis: The question, taken apart.
        statement: What may be about it.
        documents: Where the whole page is looked up.
        without: A stretch of the question that does not count.
    """
    left = words(without)
    wanted = (*asked_entities(analysis), *analysis.mentioned)
    return not any(_is_of_theirs(one, statement, analysis) for one in wanted) and all(
        speaks_of(one, statement)
        or _goes_on_about(one, statement, analysis)
        or speaks_for(one, statement, documents)
        for one in wanted
        if not _is_within(one, left)
    )


def _is_of_theirs(entity: Named, statement: Statement, analysis: Analysis) -> bool:
    """Whether a statement is about something of the entity's: "X's members operate"."""
    found = _POSSESSIVE.match(statement.text)
    return (
        found is not None
        and tuple(words(found["name"])) in entity.forms
        and found["noun"].lower() not in words(analysis.query)
        and not set(terms(found["noun"])) & set(analysis.attributes)
    )


def _goes_on_about(entity: Named, statement: Statement, analysis: Analysis) -> bool:
    """Whether a statement stands in a paragraph on the entity, and names it in part or nobody."""
    subject = subject_name(statement.lead_in or statement.text)
    passage = statement.passage
    text = statement.paragraph_before
    if subject is not None and not is_common(subject, statement.text, analysis.query):
        return mentions(entity, text) and words(subject)[:1] == list(entity.forms[0][:1])
    is_own = passage.document_id == entity.document_id or mentions(entity, passage.context)
    return is_own or mentions(entity, text)


def is_common(subject: str, sentence: str, query: str) -> bool:
    """Whether a capitalised first word is a common noun: "Parking is", "Interviews are"."""
    if " " in subject:
        return False
    is_asked = re.search(rf"\b{re.escape(subject.lower())}\b", query) is not None
    is_plural = re.match(rf"{re.escape(subject)}\s+(?:are|were|have|can|must|may)\b", sentence)
    return is_asked or subject.endswith("ing") or (subject.endswith("s") and bool(is_plural))


def speaks_for(entity: Named, statement: Statement, documents: StoredDocuments) -> bool:
    """Whether "we" say it on a page that speaks of the entity more than of any other."""
    if not OWN_VOICE.search(statement.text):
        return False
    text = documents.document(statement.passage.document_id).text
    named = Counter(found.group() for found in _LONG_NAME.finditer(text))
    own = sum(count for name, count in named.items() if tuple(words(name)) in entity.forms)
    return own > 1 and own >= max(named.values(), default=0)


def subject_name(sentence: str) -> str | None:
    """Give the name that a sentence begins with; None when it begins with none.

    >>> subject_name("As of 2018, Region Skåne funds it."), subject_name("It has 5 members.")
    ('Region Skåne', None)
    """
    plain = _DATED.sub("", sentence)
    found = _SUBJECT.match(plain)
    if found is None:
        return None
    # "Head of incubator" begins with no name: what joins names stands between them.
    name = _JOINING.sub("", found["name"])
    is_plain_word = name[1:].islower() and " " not in name
    if is_plain_word and not _VERB.match(plain[found.start("name") + len(name) :].lstrip()):
        return None
    first = words(name)[:1]
    return None if first and first[0] in _NO_NAMES else name


def _is_within(entity: Named, left: Sequence[str]) -> bool:
    joined = f" {' '.join(left)} "
    return any(f" {' '.join(form)} " in joined for form in entity.forms)
