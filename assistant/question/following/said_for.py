"""What the words of a follow-up say for one thing that was spoken of, more than for another."""

import re

from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.fitting import may_act
from assistant.question.following.spoken import Spoken

# A like place in the sentence.
_PARALLEL = 0.3
# Who is asked for besides another is none of what that other does.
_EXCLUDED = -0.6
# "Who else is there?" behind "Where is Alfa?" is asked of where it is.
_TOLD_WHERE = 2.0
_ASKS_WHERE = re.compile(r"^(?:(?:and|so|but)\s+)?(?:where\b|in which\b)", re.I)
_DOER = 0.6
_ASKS_IS = re.compile(r"(?:(?:and|so|but)\s+)?(?:is|was|does|did|has)\s+(?:the\s+)?", re.I)
_DOES = re.compile(r"\b(?:does|did|can|could|will|would)\s+$", re.I)
_OF_PROJECTS = re.compile(
    r"\s+(?:have|last|start|begin|end|cost|take\s+place|happen|include|consist|comprise|involve|"
    r"aim|stand|mean|close|finish|cover|build\s+on|focus)\b",
    re.I,
)
_TOO = re.compile(r"\b(?:else|too|also|as\s+well|besides|other|others|another|nearby)\b", re.I)
# "How many people work for them?" asks of whoever does something.
_EMPLOYS = 1.0
_WORKS_FOR = re.compile(r"\bwork(?:s|ing|ed)?\s+(?:for|at|with)\s+$", re.I)
# What they do to "us" is done by an organisation, hardly by its markets.
_NO_ACTOR = 0.8
_TO_ASKER = re.compile(r"\b(?:us|me)\b", re.I)
_PREPOSITION = re.compile(r"\b(in|at|on|with)\s+(?:the\s+)?$", re.I)
_ELSE = re.compile(r"\b(?:who|which|what)(?:\s+\w+)?\s+else\b", re.I)
_BEST = re.compile(
    r"\b(?:the\s+(?:very\s+)?(?:first|last|most|least|best|only)\b|(?!(?:for|inter|requ|t|gu|qu|cont|"
    r"prot|harv|w|n|ch|inv|r|arr|b)est\b)[a-z]{2,}est\b)(?P<what>[^?]*)",
    re.I,
)


def said_for(turn: Spoken, one: Antecedent, anaphor: Anaphor, question: str) -> float:
    """Give what a question's words say for something that a turn spoke of."""
    score = _place_in_sentence(turn, one, anaphor, question)
    score -= _NO_ACTOR * _acts_not(turn, one, anaphor, question)
    is_employer = one.is_agent and not one.is_person
    score += _EMPLOYS * (is_employer and _WORKS_FOR.search(question[: anaphor.start]) is not None)
    score += _DOER * _is_doer(turn, one, anaphor, question)
    return score + _TOLD_WHERE * _is_told_where(turn, one, anaphor, question)


def _is_doer(turn: Spoken, one: Antecedent, anaphor: Anaphor, question: str) -> bool:
    """Whether it is the subject of "Is Alfa in TIM?", and no project does what is asked for."""
    if len(turn.names) < 2 or anaphor.pointing is not Pointing.THING or anaphor.is_owner:
        return False
    first, second = turn.names[:2]
    is_first = one.text == first.text and _ASKS_IS.fullmatch(turn.query[: first.start]) is not None
    if not is_first or not may_act(first.kinds) or may_act(second.kinds):
        return False
    is_done = _DOES.search(question[: anaphor.start]) is not None
    return is_done and _OF_PROJECTS.match(question[anaphor.end :]) is None


def _is_told_where(turn: Spoken, one: Antecedent, anaphor: Anaphor, question: str) -> bool:
    """Whether "there" is rather where something is than that thing: "is the lab there, too?"."""
    if anaphor.pointing is not Pointing.PLACE or not one.is_given:
        return False
    return _ASKS_WHERE.match(turn.query) is not None and _TOO.search(question) is not None


def _acts_not(turn: Spoken, one: Antecedent, anaphor: Anaphor, question: str) -> bool:
    """Whether plain nouns or places would do something to who asks: "would they let us in?"."""
    is_agent = anaphor.pointing is Pointing.SEVERAL and anaphor.is_subject and not anaphor.noun
    if not is_agent or _TO_ASKER.search(question[anaphor.end :]) is None:
        return False
    if one.group:
        return bool(turn.items) and not any(map(may_act, turn.kinds))
    return one.is_plural and not one.is_name


def _place_in_sentence(turn: Spoken, one: Antecedent, anaphor: Anaphor, question: str) -> float:
    """Something for what stood behind the same preposition: "take part in X", "who is in it"."""
    first = turn.names[0].text if len(turn.names) > 1 else ""
    if first == one.text and _ELSE.search(question[: anaphor.start]):
        return _EXCLUDED
    mine = _PREPOSITION.search(question[: anaphor.start])
    if mine is None or not one.is_name:
        return 0.0
    at = turn.query.find(one.text)
    theirs = _PREPOSITION.search(turn.query[:at]) if at > 0 else None
    same = theirs is not None and theirs[1].lower() == mine[1].lower()
    return _PARALLEL if same and len(turn.names) > 1 else 0.0


def asks_best(turn: Spoken) -> bool:
    """Whether a question is for the first or largest of some, and no "largest owner of Alfa"."""
    found = _BEST.search(turn.query)
    names = [name.start for name in turn.names]
    if found is None or any(at < found.start() for at in names):
        return False
    return not any(turn.query[:at].rstrip().endswith((" of", " of the")) for at in names) or (
        re.search(r"\b(?:that|which|to)\b|\bout of\b", found["what"]) is not None
    )
