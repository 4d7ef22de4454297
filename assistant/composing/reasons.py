"""Whether a statement gives a reason, where a question asks why.

The reader takes any sentence about the same for one: "Kim left in 2020 and now grows apples".
"""

import re

from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.named import SURELY_NAMED, mentions
from assistant.question.terms import terms

_WHY = re.compile(
    r"^(?:and |but |so )?(?:why\b|how come\b|for what reasons?\b|"
    r"what(?:['’]s| is| was| are| were) (?:the )?(?:reasons?|causes?)\b)",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|as a result|so that|in order (?:to|that)|so as to|due to|owing to|thanks to|"
    r"on account of|on the grounds?|therefore|thus|hence|thereby|consequently|accordingly|"
    r"(?:which|that) is (?:why|how)|reasons?|causes?|caused|purpose|aim(?:s|ed)?|meant|intend\w*|"
    r"motiv\w*|goals?|idea|for (?:the sake|lack|want|fear) of|given that|seeing that|in view of|"
    r"in response to|for the benefit of|enabl\w+|allow(?:s|ed|ing)?|lets?|"
    r"makes? it (?:possible|easier)|led to|leads? to|results? (?:of|in|from)|want(?:s|ed)?|"
    r"hop(?:e|es|ed|ing)|wish\w*|need(?:s|ed)?|lack(?:s|ed|ing)?|considered|"
    r"too (?:few|little|much|many|small|large|expensive|late|early|long|short)|not enough|without|"
    r"despite|(?:if|when) \w+(?: \w+){0,4} (?:is|are) to|after (?!\d)|since (?=(?:it|they|we|he|"
    r"she|there|this|that|these|those|no|not|nobody|many|most|few|so)\b))\b",
    re.I,
)
# "Is neutral, as it owns nothing"; "so young people stay".
_CLAUSE = re.compile(r",\s*(?:as|for|so)\s+(?!of\b|well\b|an?\b|far\b|long\b|\d)\w+", re.I)
# "To help those who ...", but not "decided to close", "moved to Lund".
_TO = re.compile(
    r"(?:^|(?<!\bbegan)(?<!\bbegin)(?<!\bbegins)(?<!\bstarted)(?<!\bstarts)(?<!\bdecided)"
    r"(?<!\bchose)(?<!\bchosen)(?<!\bcontinues)(?<!\bcontinued)(?<!\bplans)(?<!\bplanned)"
    r"(?<!\bhas)(?<!\bhave)(?<!\bhad)(?<!\bable)(?<!\bused)(?<!\bseems)(?<!\bfailed)"
    r"(?<!\brefused)(?<!\bagreed)(?<!\bmanaged))(?:\s|^)[Tt]o\s+(?P<deed>[a-z]{2,})\b",
    re.M,
)
# "It matters to us in several respects." What follows tells them.
_ANNOUNCED = re.compile(
    r"\b(?:in|for) (?:the following|(?:(?:a number|a couple) of|several|many|various|different|"
    r"some|two|three|four|five)(?: \w+)?) (?:respects|ways|reasons)[^.\n]*[.:]\s*$",
    re.I,
)
# After "to" stand places and persons, too.
_NO_DEED = re.compile(
    r"^(?:the|a|an|all|any|some|each|every|other|others|another|its|their|our|his|her|my|your|"
    r"this|that|these|those|be|which|whom|what|it|them|us|him|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|work|new|more|most|many|both|\w+(?:s|ed|al|ic|ous|ive|ity|ion))$"
)


def gives_reason(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement says why, of what the question names; True where that is not asked.

    "The idea came from a clinic" on Beta's page does not tell why Alfa was started.
    """
    if not _WHY.match(analysis.query):
        return True
    around = (
        f"{statement.passage.context}\n{statement.paragraph_before}\n"
        f"{statement.lead_in}\n{statement.text}"
    )
    sure = [one for one in analysis.named if one.strength >= SURELY_NAMED]
    is_of_it = not sure or any(
        statement.passage.document_id == one.document_id or mentions(one, around) for one in sure
    )
    return is_of_it and tells_reason(analysis.query, statement)


def tells_reason(question: str, statement: Statement) -> bool:
    """Whether a statement says why or what for; True where that is not asked.

    A heading or a lead-in may say it too, or the sentence before that there are several.
    """
    if not _WHY.match(question):
        return True
    if _ANNOUNCED.search(statement.before):
        return True
    asked = question.lower()
    deeds = set(terms(question))
    text = f"{statement.passage.heading or ''}\n{statement.lead_in}\n{statement.text}"
    if any(found.group().lower() not in asked for found in _REASON.finditer(text)):
        return True
    return _CLAUSE.search(text) is not None or any(
        not _NO_DEED.match(found["deed"]) and not deeds & set(terms(found["deed"]))
        for found in _TO.finditer(text)
    )
