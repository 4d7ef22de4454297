"""Values that are plainly of something else than what is asked for.

An investment is no fee, a date no age, and the price of a room not that of a lunch.
"""

import re

from assistant.comparing.values import may_be_price, says_amount
from assistant.composing.subject import spoken_before
from assistant.evidence.measures import Measure, measured
from assistant.evidence.ranking import Candidate
from assistant.question.analysis import Analysis
from assistant.question.terms import asked_terms, terms

# What is paid to whom is asked: "their fee", "what it costs", "how much members pay".
_FEE = re.compile(
    r"\b(?:fees?|prices?|charged?|charges)\b|\b(?:do|does|will|would)\b.*\bcost\b|"
    r"\bhow much\b.*\b(?:members?|participants?|visitors?|people|start-?ups|companies|guests|"
    r"we|i|you|one) (?:\w+ ){0,4}?pay\b",
    re.I,
)
_PRICED = re.compile(
    r"^(?:what|how much) (?:does|do|did|would|will) (?!(?:it|they|that|this|one|we|i|you)\b)"
    r"(?:the |an? )?(?P<what>[^?]+?) cost\b|"
    r"\b(?:price|cost|fee) (?:of|for) (?:the |an? )?(?P<of>[^?]+)",
    re.I,
)
_WHERE = re.compile(r"\s+(?:at|in|of|from|for|by|with|to|on)\s+", re.I)
_AGE = re.compile(r"\b(?:age limit|(?:minimum|maximum|lowest|highest|right) age|what age)\b", re.I)
_TELLS_AGE = re.compile(
    r"\b(?:aged?|ages|olds?|older|oldest|younger|youngest|adults?|born|of age)\b", re.I
)


def is_of_another(analysis: Analysis, one: Candidate) -> bool:
    """Whether a statement tells a price or an age that is asked for only of something else."""
    text = one.statement.text
    if _AGE.search(analysis.query) and not _tells_age(text):
        return True
    return _is_given(analysis.query, text) or (
        not one.is_read and says_amount(text) and _leaves_out_priced(analysis, one)
    )


def _tells_age(text: str) -> bool:
    is_told = _TELLS_AGE.search(text) is not None
    return is_told or any(each.measure is Measure.AGE for each in measured(text))


def _is_given(query: str, text: str) -> bool:
    """Whether a fee is asked for, and every amount in a text is one that is given or invested."""
    return bool(_FEE.search(query)) and says_amount(text) and not may_be_price(text)


def _leaves_out_priced(analysis: Analysis, one: Candidate) -> bool:
    """Whether the price of a plain thing is asked for, of which a statement does not speak."""
    found = _PRICED.search(analysis.query)
    if found is None:
        return False
    thing = _WHERE.split(found["what"] or found["of"], maxsplit=1)[0]
    known = {
        term
        for named in (*analysis.named, *analysis.mentioned)
        for form in named.forms
        for word in form
        for term in terms(word)
    }
    wanted = set(asked_terms(thing)) & set(analysis.attributes) - known
    statement = one.statement
    around = f"{statement.passage.heading or ''} {spoken_before(statement)} {statement.lead_in}"
    return bool(wanted) and not wanted & set(terms(f"{around} {statement.text}"))
