"""Says at the end of a question, or behind "the mentors" in it, of what it asks."""

import re

from assistant.entities.kinds import RELATIONS, singular
from assistant.question.following.anaphora import VAGUE
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.events import is_held, towards
from assistant.question.following.phrases import head_of, phrases_in
from assistant.question.following.properties import asked_for, is_question, starts_with_noun
from assistant.question.following.verbs import is_verb
from assistant.question.following.wording import bare, lowered
from assistant.question.grammar import AUXILIARY, with_capital
from assistant.question.terms import words

PART_OF_IT = r"(?:involved|on\s+board|taking\s+part|participating)"
"""How somebody is said to be part of what is left out: "Are any universities on board?"."""

OF_DEEDS = (
    r"possible|impossible|allowed|permitted|forbidden|necessary|required|enough|ok(?:ay)?|easy|"
    r"hard|difficult"
)
"""What is said of doing something: "Is it possible to join later?"."""

_ENDS_OPEN = frozenset({"to", "from", "with", "for", "on"})
# "Put in", "lost their jobs", "are there": what it is of does not follow.
_WHOLE_CLAUSE = re.compile(
    r"\b(?:in|up|out|off|over|back|away|there|welcome|allowed|invited|admitted|free|open|closed|full|"
    r"available|possible|included|forbidden)$|\b(?:their|his|her|its)\s+[\w-]+$",
    re.I,
)
# "How do we get in?": into what.
_GET_IN = re.compile(r"\b(?:get|gets|got|getting|be let|are let|is let|come)\s+in$", re.I)
_JOIN = re.compile(r"\bjoin(?:ed|ing|s)?$", re.I)
# "Do large firms pay more?"
_PAY_MORE = re.compile(r"\b(?:pay|cost|charged?)\s+(?:more|less|extra|the same)$", re.I)
_TAKE_PART = re.compile(
    r"\b(?:takes?|took|taken|taking) part$|\bparticipated?$|"
    rf"\b(?:ahead|in the lead|leading|winning|{PART_OF_IT})$",
    re.I,
)
# "Is it possible to join later?" asks what is so there.
_IS_IT = re.compile(
    rf"^(?:is|was)\s+it\s+(?:(?:also|still)\s+)?(?:{OF_DEEDS})\s+(?:to|for|if)\b",
    re.I,
)
# "When is the next one?"
_NEXT = re.compile(r"\bthe\s+(?P<which>next|previous)(?:\s+(?:one|time|edition|round))?$", re.I)
# Members are those of what was spoken of, a discount is given there.
_OF_IT = frozenset({"member", "partner", "founder", "owner", "supporter"})
_IS_THERE = re.compile(r"^(?:is|are|was|were)\s+there\s+(?!one\b)[a-z]", re.I)
# "Deadlines?", "working groups?": nothing but what is asked for.
_NOUN_ALONE = re.compile(
    rf"(?!(?:{AUXILIARY}|who|what|when|where|why|how|which|whose|list|name|tell|until|since|from|to|"
    r"for|with|by|and|or|more|yes|no|any|anything|else)\b)[a-zåäö][\w-]*(?:\s+[a-zåäö][\w-]*){0,2}",
    re.I,
)
_ARTICLE = re.compile(r"^(?:the|an?|my|our|your)\s+", re.I)
_ASKED_OF = re.compile(rf"\b(?:{AUXILIARY})\s+the\s+$", re.I)
_PARTS = re.compile(r"\s(?:of|in|for|on|at|from|with|to|by|that|which|who|and|or)\s", re.I)
# What stands behind a whole question: "Can we apply as well?".
_LATE = re.compile(
    r"(?<!\bfor)(?<!\bin)(?:,?\s+(?:as well|too|also|again|already|by now|now|then|in total|"
    r"in all|altogether|before|earlier|previously|so far|today|"
    r"at all|exactly|first|yet|any ?more|nowadays|this year|"
    r"each time|per (?:day|week|month|year|person|head)|an? (?:day|week|month|year|person)|"
    r"roughly|approximately))+$",
    re.I,
)
# "What do we pay for a day?" asks what is done there.
_DOES = re.compile(
    r"^(?:(?:what|who|when|where|why|how|which)\b[^,]*?\s)?(?:do|does|did|can|could|will|would|may|"
    r"must|should|shall)\s+(?:i|we|you|one|they|people|somebody|anyone|my|our|an?)\b",
    re.I,
)
# "What do you get as a member?": of what, not where.
_AS_MEMBER = re.compile(
    r"\b(?:as|be|become|becomes|becoming|being)\s+(?:an?\s+|the\s+)?(?:[a-z]+\s+)?"
    r"(?:members?|partners?|sponsors?|supporters?|shareholders?|alumnus|alumn[ai])$",
    re.I,
)
_GOES_THERE = re.compile(
    r"\b(?:come|go|tag)\s+along$|\bwho\s+(?:won|wins)$|\b(?:i|we|you|one|people|anybody|anyone|"
    r"everybody|everyone|outsiders)\s+(?:just\s+)?(?:go|come|attend)$",
    re.I,
)
_ENDS_WITH_VERB = frozenset({"cost", "stay", "apply", "work", "rent", "join", "invest", "start"})


# What is paid for is what was spoken of.
_WHO_PAYS = re.compile(r"who(?:\s+(?:else|also))?\s+(?:pays|paid)", re.I)


def about(plain: str, topic: Antecedent) -> str:
    """Say at the end of whom or what a question speaks.

    >>> about("who is the CEO?", Antecedent(text="NOME", score=1.0))
    'Who is the CEO of NOME?'
    >>> about("what does a desk cost?", Antecedent(text="Kelp Yard", score=1.0))
    'What does a desk cost at Kelp Yard?'
    >>> about("can we apply as well?", Antecedent(text="Kelp Yard", score=1.0))
    'Can we apply at Kelp Yard as well?'
    >>> about("is parking free?", Antecedent(text="Kelp Yard", score=1.0))
    'Is parking free at Kelp Yard?'
    >>> about("who pays?", Antecedent(text="Kelp Yard", score=1.0))
    'Who pays for Kelp Yard?'
    """
    if _is_property(plain, topic):
        return asked_for(_ARTICLE.sub("", lowered(bare(plain))), topic.text)
    said = bare(plain)
    if topic.is_name and (coming := _NEXT.search(said)):
        return with_capital(f"{said[: coming.end('which')]} {topic.text}?")
    late = _LATE.search(said)
    asked, rest = (said[: late.start()], late.group()) if late else (said, "")
    whole = topic.text if topic.is_name else topic.with_article
    if (end := ends_of_part(said)) is not None:
        return with_capital(f"{said[:end]} of {whole}{said[end:]}?")
    last = "".join(words(asked.split()[-1])) if asked.split() else ""
    is_open = last in _ENDS_OPEN or last in _ENDS_WITH_VERB or is_verb(last)
    if _JOIN.search(asked) and topic.is_name:
        return with_capital(f"{asked} {whole}{rest}?")
    if _GET_IN.search(asked) and topic.is_name:
        return with_capital(f"{asked}to {whole}{rest}?")
    is_open = is_open or _PAY_MORE.search(asked) is not None
    is_there = _IS_THERE.match(asked) and singular(head_of(asked).lower()) not in _OF_IT
    is_done = _DOES.match(asked) or _IS_IT.match(asked) or is_there
    is_whole = is_open or is_done or _WHOLE_CLAUSE.search(asked)
    ends = is_whole and not _AS_MEMBER.search(asked)
    is_at = topic.is_name or (topic.article == "the" and not _DOES.match(asked))
    there = "at" if is_at else "for"
    how = there if ends else "of"
    preposition = "in" if topic.is_place or _TAKE_PART.search(asked) else how
    if is_held(topic) or (topic.is_name and _GOES_THERE.search(asked)):
        leads = towards(asked)
        preposition = preposition if leads is None else leads
    preposition = "for" if _WHO_PAYS.fullmatch(asked) else preposition
    said = " ".join(filter(None, (asked, preposition, whole)))
    return with_capital(f"{said}{rest}?")


def ends_of_part(said: str) -> int | None:
    """Give where "the mentors" ends in "When do the mentors meet"; None for no such phrase.

    They are those of what was spoken of.

    >>> ends_of_part("When do the mentors meet"), ends_of_part("Who are the mentors")
    (19, None)
    """
    for phrase in phrases_in(said):
        behind = said[phrase.end :].lstrip()
        is_part = _ASKED_OF.search(said[: phrase.start + len("the ")]) is not None
        is_part = is_part and re.match(PART_OF_IT, behind, re.I) is None
        if is_part and behind and not (_PARTS.search(phrase.text) or _PARTS.match(f" {behind} ")):
            return None if head_of(phrase.text).lower() in VAGUE else phrase.end
    return None


def _is_property(plain: str, topic: Antecedent) -> bool:
    """Whether a question is a noun and no more, and so asks what that is of a name."""
    said = bare(plain)
    if _NOUN_ALONE.fullmatch(said) is None or is_question(said):
        return False
    first = said.split()[0].lower()
    is_noun = first.endswith("ing") or singular(first) in RELATIONS or not is_verb(first)
    is_asked_for = starts_with_noun(_ARTICLE.sub("", said))
    return is_noun and is_asked_for and topic.is_name and not topic.is_place
