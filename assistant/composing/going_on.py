"""Whether a statement goes on about what its paragraph speaks of, or turns to something else.

"It cost SEK 3 million" and "Ada Ek runs it" are said of what was named before them.
"""

import re

from assistant.composing.subject import OWN_VOICE, is_common, subject_name
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.kind import AnswerType
from assistant.question.named import Named, mentions
from assistant.question.terms import terms, words
from index.sentences import split_sentences

# "Started in 2018 by the port together with X" tells nothing of X.
COMPANION = re.compile(r"\bwith\b(?! the name\b| its\b)[^.;:()]*$", re.I)
# "Green Loan. For investments ...": a paragraph's own heading.
_RUN_IN = re.compile(r"[A-ZÅÄÖ][\w&’'-]*(?:\s+[\w&’'-]+){0,3}[.:]")
_PRONOUN = re.compile(r"(?:It|They|Its|Their)\b")
_THING_AT = re.compile(
    r"(?:The|A|An|One)\s+[^,.;]*?\b(?P<head>[\w-]+)\s+(?:at|in|of|from|near|by|for)\s+(?:the\s+)?$"
)
# Who holds a role in what is spoken of is no other thing: "Founder Ada Ek had studied".
_IN_ROLE = re.compile(
    r"(?:(?:Co-?)?[Ff]ounders?|Owners?|Initiators?|Inventors?|CEO|Head|Chief|Chair\w*|Directors?|"
    r"Managers?|Managing [Dd]irector|President|Principal|Professor|Coordinators?|"
    r"Project [Ll]eader|Leaders?)\s"
)
# "Ada Ek runs it from her office" and "Beta took the company in 2015" go on about it.
_BACK = re.compile(
    r"^(?:\s+(?!and\b|but\b|or\b|when\b|until\b|that\b|as\b)[\w-]+){1,3}?\s+"
    r"(?:it\b(?!\s+(?:is|was|has|had|will|can|would|may)\b)|(?:the|this)\s+(?P<kind>[a-zåäö-]+))"
)
_WE_IT = re.compile(
    r"We\s+(?:(?:also|now|still|have|do|did)\s+)*\w+\s+(?:it|them)\b(?!.*\b(?:our|us)\b)"
)
# "X and Y are responsible" leaves out for what: for that of which the paragraph speaks.
_SHORTLY = re.compile(
    r"^\s+(?:(?:is|are|was|were)\s+(?:(?:now|jointly|together|also|still|both)\s+)?"
    r"(?:responsible|in charge|behind it)|(?:has|have|had|bears?|share)\s+the\s+responsibility)"
    r"\s*[.;]?$"
)
_ANY_KIND = frozenset({"company", "firm", "business", "association", "project", "start-up"})
# "Head of the ward is Ada Ek."
_OFFICE_OF = re.compile(r"^[A-ZÅÄÖ][\w-]+(?:\s[\w-]+)?\s+of\s+the\s+(?P<noun>[a-zåäö-]+)\b")
_LONG_NAME = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ\d][\w-]*)+")


def first_mention(entity: Named, text: str) -> int:
    """Where an entity's name begins in a text; its end where it is not found."""
    said = [(found.start(), words(found.group())) for found in re.finditer(r"[^\W_]+", text)]
    folded = [word[0] if word else "" for _, word in said]
    return min(
        (
            said[at][0]
            for form in entity.forms
            for at in range(len(folded) - len(form) + 1)
            if tuple(folded[at : at + len(form)]) == form
        ),
        default=len(text),
    )


def points_elsewhere(analysis: Analysis, entity: Named, statement: Statement) -> bool:
    """Whether "it" is what the sentence before begins with: "The tank at X is new. It cost ..."."""
    if not _PRONOUN.match(statement.text):
        return False
    before = statement.before
    spans = split_sentences(before)
    last = before[spans[-1].start : spans[-1].end] if spans else ""
    thing = _THING_AT.match(last[: first_mention(entity, last)])
    if thing is None or not mentions(entity, last):
        return False
    # Asked about the tank, "it" is what is meant.
    return not set(terms(thing["head"])) & set(analysis.attributes)


def goes_on(analysis: Analysis, entity: Named, statement: Statement) -> bool:
    """Whether a statement goes on about the entity: no other is named since, in its paragraph."""
    told = statement.lead_in or statement.text
    # "We" are those whose page it is; "we update it" is told of it.
    if (OWN_VOICE.search(told) and not _WE_IT.match(told)) or _names_another(
        analysis, entity, told
    ):
        return False
    before = statement.paragraph_before.lstrip()
    if _is_office_of_another(entity, told, before):
        return False
    for span in reversed(split_sentences(before)):
        sentence = before[span.start : span.end]
        if mentions(entity, sentence):
            # "Carried out with X" goes on about what is carried out.
            return COMPANION.search(sentence[: first_mention(entity, sentence)]) is None
        is_run_in = span.start == 0 and _RUN_IN.fullmatch(sentence)
        if is_run_in or _names_another(analysis, entity, sentence):
            return False
    return False


def _names_another(analysis: Analysis, entity: Named, sentence: str) -> bool:
    """Whether a sentence begins with the name of something else, and speaks of that."""
    subject = subject_name(sentence)
    if subject is None or is_common(subject, sentence, analysis.query):
        return False
    if _IN_ROLE.match(f"{subject} ") or _acts_on_it(analysis, entity, subject, sentence):
        return False
    # "H2" goes on about the "H2 Health Hub".
    said = tuple(words(subject))
    return not mentions(entity, subject) and not any(
        form[: len(said)] == said for form in entity.forms
    )


def _acts_on_it(analysis: Analysis, entity: Named, subject: str, sentence: str) -> bool:
    """Whether who is named at the beginning only does something to what is spoken of."""
    rest = sentence[sentence.index(subject) + len(subject) :]
    if analysis.asked_for.answer_type is AnswerType.NAME and _SHORTLY.match(rest):
        return True
    back = _BACK.match(rest)
    kind = words(back["kind"])[-1] if back and back["kind"] else ""
    return back is not None and (
        not kind or kind in _ANY_KIND or any(kind == form[-1] for form in entity.forms)
    )


def _is_office_of_another(entity: Named, told: str, before: str) -> bool:
    """Whether an office is told in "the ward" where "Ward Zero" is named before, not the entity."""
    found = _OFFICE_OF.match(told)
    noun = words(found["noun"])[0] if found else ""
    if not noun or any(noun in form for form in entity.forms):
        return False
    return any(noun in words(name.group()) for name in _LONG_NAME.finditer(before))
