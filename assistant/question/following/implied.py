"""Questions that leave out what they are about: "Who is the CEO?" becomes "... of NOME?"."""

import re
from collections.abc import Mapping

from assistant.entities.kinds import is_known, kind_words, singular
from assistant.question.clause import is_telegraphic
from assistant.question.condenser import Condensed
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.asking import ask_for_question
from assistant.question.following.attaching import PART_OF_IT, about, ends_of_part
from assistant.question.following.discourse import Discourse
from assistant.question.following.events import (
    goes_somewhere,
    leaves_out_event,
)
from assistant.question.following.leaving_out import OWN, PROPERTIES, features, load_leaving_out
from assistant.question.following.names import is_where
from assistant.question.following.phrases import Phrase, head_of, phrases_in
from assistant.question.following.spoken import Spoken
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, with_capital
from assistant.question.terms import asked_terms, words

# What the model of follow-ups reads to point at anything less surely stands alone.
_STANDS_ALONE = 0.05
# A question of so few words without a name of its own is about what was just spoken of.
_VERY_SHORT = 4
_SHORT = 7
# In so many questions before this one it is looked for whose something is.
_LATELY = 2
_DEFINING = re.compile(
    r"^(?:(?:what|who)(?:['’]s|\s+(?:is|are|was|were))\s+(?!the\b|their\b)|"
    r"(?:please )?(?:tell me (?:more )?about|describe|explain|define)\s+(?!the\b)).+$",
    re.I,
)
# "Which member is in Canada?" leaves out of what.
_COUNTED_PROPERTY = re.compile(
    rf"^(?P<asks>(?:which|what|how many)\s+(?P<noun>[\w-]+))\s+(?=(?:{AUXILIARY}|come|comes|came|"
    r"work|works|live|lives)\b)",
    re.I,
)
# Rules for English make no Swedish.
_SWEDISH = re.compile(
    r"\b(?:vad|vilka|vilken|vilket|vem|vilka|hur|när|varför|finns|är|och|för|har|tar|ni|det|den|på|"
    r"till|av|som|inte|med|några|många)\b",
    re.I,
)
_SWEDISH_WORDS = 2
_HOW_MANY = re.compile(r"how (?:many|much)\b", re.I)
# "How many can you get?" counts what was spoken of.
_HOW_MANY_OF = re.compile(rf"^(?P<asks>how many)\s+(?={AUXILIARY}\b)", re.I)
_THE = re.compile(r"\b(?:the|any|there)\b", re.I)
_OF = re.compile(
    r"\b(?:of|for|at|in|behind|from|with|by|about|between)\s+(?!what\b|which\b|whom?\b)\w", re.I
)
_ASKS_ALL = re.compile(r"\b(?:which|what|how many)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+)", re.I)
# "Which cities can one go to?" asks where something is.
_WHERE = frozenset({"cities", "city", "towns", "town", "countries", "country", "places", "place"})
# "Is Alfa in TIM?", and then "are there other members?".
_BELONGS = re.compile(
    r"(?:(?:is|are|was|does|since when (?:is|has))\s+)?_\s+(?:(?:been|also|still)\s+)*"
    r"(?:(?:(?:an?|one|some|part|the)\s+)?(?:of\s+the\s+)?(?:members?|participants?|part)\s+)?"
    r"(?:in|of|belong\s+to|take\s+part\s+in|participate\s+in|join|among)\s+(?:the\s+)?",
    re.I,
)
_IN_GROUP = frozenset({"member", "participant"})
_PAIR = 2
# What one joins, or pays more for, is what was spoken of.
_OF_ITS_TERMS = re.compile(
    r"\b(?:as|be|become|becoming|being)\s+(?:an?\s+|the\s+)?(?:members?|partners?|sponsors?|"
    r"supporters?|participants?)$|\bas\s+an?\s+\w+$|"
    r"\b(?:get|gets|getting|come|be let|are let)\s+in$|"
    r"\b(?:join|joining|participate|take\s+part|apply|qualify|pay|charged|cost)"
    r"(?:\s+(?:more|less|extra|again|twice|alone|together|late|now|still))*$",
    re.I,
)
# "How many companies can join?" asks of what was spoken of: whatever one joins.
_JOINS_NOTHING = re.compile(
    r"\b(?:can|could|may|will|must|did|do|have|has|allowed\s+to)\s+(?:join(?:ed)?|take\s+part|"
    r"taken\s+part|participated?|get\s+in)(?:\s+(?:per|an?|each|every|at)\s+\w+)?$|"
    r"^(?:which|what|how\s+many)\s+[\w-]+\s+(?:joined|took\s+part|participated|(?:get|gets|got)\s+in|"
    r"(?:are|were|get|got|is)\s+(?:accepted|admitted|let\s+in|taken\s+in|taken\s+on))"
    r"(?:\s+(?:per|an?|each|every|at)\s+\w+)?$",
    re.I,
)
# Nothing but what one does there: of nothing that was spoken of, it asks nothing.
_LEAVES_ALL_OUT = re.compile(
    r"(?:(?:can|could|may)\s+(?:just\s+)?(?:anybody|anyone|everybody|everyone|outsiders|one|people)"
    r"\s+(?:just\s+)?(?:go|come|attend|join|enter|take\s+part|participate|get\s+in)|"
    r"(?:is|are)\s+(?:anybody|anyone|everybody|everyone|outsiders|people)\s+"
    r"(?:welcome|allowed|invited|let\s+in|admitted)|"
    r"who(?:['’]s|\s+is|\s+was)\s+(?:ahead|in\s+the\s+lead|leading|winning)|who\s+(?:won|wins)|"
    rf"(?:is|are|was|were)\s+(?:there\s+)?(?:(?:the|any|an?|some|other)\s+)*[^,?]{{2,40}}?\s+{PART_OF_IT})",
    re.I,
)
_ANYBODY = re.compile(r"^(?P<can>\w+\s+(?:just\s+)?)(?:people|one)\b", re.I)
# "It" is nothing that was spoken of.
_WEATHER = re.compile(
    r"(?:will|does|did|is|was)\s+it\s+(?:be\s+|going\s+to\s+)?(?:rain|snow|sunny|windy|cold|warm|hot)",
    re.I,
)
_ANYTHING = re.compile(r"\b(?:i|we|my|our|me|us|one|an?|anybody|anyone|people)\b", re.I)


def implied(question: str, discourse: Discourse) -> Condensed | None:
    """Say at the end of what a question speaks that leaves it out; None when it leaves out none."""
    if leaves_all_out(question):
        return _all_left_out(AND.sub("", question), discourse)
    described = candidate(question, discourse)
    if described is None:
        return None
    topic = discourse.topic(question)
    is_of_event = topic is not None and not topic.is_name and leaves_out_event(question)
    points = discourse.read_back().points
    is_sure = is_of_event or load_leaving_out().leaves_out(described, points)
    if is_sure or (topic is not None and _is_of_name(question, topic, discourse)):
        return Condensed(completed_with_topic(question, discourse))
    return None


def leaves_all_out(question: str) -> bool:
    """Whether a question makes no sense of anything but what was spoken of.

    >>> leaves_all_out("And can anybody go?"), leaves_all_out("Can anybody rent a lab?")
    (True, False)
    """
    return _LEAVES_ALL_OUT.fullmatch(bare(AND.sub("", question))) is not None


def _all_left_out(plain: str, discourse: Discourse) -> Condensed:
    """Ask of what was spoken of what makes no sense of anything else: "Can anybody go?"."""
    if discourse.topic(plain) is None:
        return Condensed(plain, ask_for_question())
    # Whatever is told of people does not tell who may come.
    anybody = _ANYBODY.sub(r"\g<can>anybody", plain)
    return Condensed(completed_with_topic(anybody, discourse))


def completed_with_topic(question: str, discourse: Discourse) -> str:
    """Say of a question what it is about; the question itself where nothing was spoken of."""
    plain = AND.sub("", question)
    topic = discourse.topic(plain)
    if topic is None:
        return question
    phrases = phrases_in(plain)
    if phrases and (group := _owner(head_of(phrases[0].text), discourse)):
        topic = Antecedent(text=group, score=topic.score)
    counted = None if ends_of_part(plain) else _COUNTED_PROPERTY.match(plain)
    if counted and "".join(words(counted["noun"])) in PROPERTIES:
        whole = _owner(counted["noun"], discourse) or topic.text
        put = f"{counted['asks']} of {whole}"
        return with_capital(f"{put}{plain[counted.end('asks') :]}")
    bare_count = _HOW_MANY_OF.match(plain)
    if bare_count and not topic.is_name and not goes_somewhere(plain):
        return with_capital(
            f"{bare_count['asks']} {topic.several} {plain[bare_count.end('asks') :].lstrip()}"
        )
    return about(plain, topic)


def _owner(noun: str, discourse: Discourse) -> str:
    """Give of what a property was just spoken: of TIM after "Is Alfa a member of TIM?"."""
    said = singular("".join(words(noun)))
    for turn in discourse.near()[:_LATELY]:
        for name in turn.names:
            before = [word for word in words(turn.query[: name.start]) if word != "the"][-2:]
            if before[1:] == ["of"] and singular(before[0]) == said:
                return name.text
        if said in _IN_GROUP and _is_in(turn):
            return turn.names[1].text
    return ""


def _is_in(turn: Spoken) -> bool:
    """Whether a turn asked whether one is in another: "Is Alfa in TIM?"."""
    if len(turn.names) != _PAIR:
        return False
    one, other = turn.names
    return (
        _BELONGS.fullmatch(f"{turn.query[: one.start]}_{turn.query[one.end : other.start]}")
        is not None
    )


def candidate(question: str, discourse: Discourse) -> Mapping[str, float] | None:
    """Describe a question that might leave out what it is about; None where it surely does not.

    What names something, asks over all of a kind, or is words to search for, stands alone, and so
    does what the model of follow-ups reads to point at nothing.
    """
    if discourse.last is None:
        return None
    plain = AND.sub("", question)
    tied = len(question) - len(plain) > 1
    if any(not is_where(plain, name) for name in discourse.names(plain)) or is_of_all(plain):
        return None
    if (is_telegraphic(plain) and not tied) or _WEATHER.match(plain):
        return None
    if len(_SWEDISH.findall(plain)) >= _SWEDISH_WORDS:
        return None
    points = discourse.read_back().points
    if points is not None and points < _STANDS_ALONE:
        return None
    topic = discourse.topic(plain)
    earlier = [turn.query for turn in discourse.near()[:3]]
    return None if topic is None else features(plain, earlier, topic, tied=tied)


def may_leave_out(question: str, discourse: Discourse) -> bool:
    """Whether a question names nothing that it is about, so that it may be the topic."""
    plain = AND.sub("", question)
    topic = discourse.topic(plain)
    if topic is None or topic.is_place or stands_alone(plain):
        return False
    is_open = topic.is_name or _HOW_MANY_OF.match(plain) is not None
    return is_open and candidate(question, discourse) is not None


def may_be_general(plain: str) -> bool:
    """Whether a question without a name may ask about anything: "Where can I rent a lab?"."""
    if _OF_ITS_TERMS.search(bare(plain)):
        return False
    return len(plain.split()) > _SHORT or _ANYTHING.search(plain) is not None


def is_of_all(plain: str) -> bool:
    """Whether a question asks over all of a kind: "Which incubators are there?"."""
    if _JOINS_NOTHING.search(bare(plain)):
        return False
    found = _ASKS_ALL.search(plain)
    phrases = phrases_in(plain)
    asked = [one for one in phrases if one.after in {"which", "what", "many"}]
    nouns = [head_of(one.text) for one in asked] + ([found["noun"]] if found else [])
    if len(phrases) == 1 and nouns and {noun.lower() for noun in nouns} <= _WHERE:
        return False
    return any(is_known(kind_words(noun)) for noun in nouns) or any(
        one.is_plural and is_known(kind_words(head_of(one.text))) and _is_subject(plain, one)
        for one in phrases
    )


def _is_of_name(question: str, topic: Antecedent, discourse: Discourse) -> bool:
    """Whether a question is about what was just named, whatever it asks of that.

    Names are what the documents are about, so a question for properties alone is one for theirs.
    """
    plain = AND.sub("", question)
    if not topic.is_name or topic.is_place:
        return False
    tied = len(question) - len(plain) > 1
    is_open = tied or not (OWN.search(plain) and len(plain.split()) > _VERY_SHORT)
    if not is_open or stands_alone(plain):
        return False
    counted = _COUNTED_PROPERTY.match(plain)
    if counted and "".join(words(counted["noun"])) in PROPERTIES:
        return True
    # Of what the documents do not know, a few words may ask as well for something else.
    short = len(plain.split()) <= _VERY_SHORT and bool(topic.kinds)
    joins = _JOINS_NOTHING.search(bare(plain)) is not None
    return tied or short or joins or _asks_property(plain) or _is_told_of(plain, topic, discourse)


def stands_alone(plain: str) -> bool:
    """Whether a question is about plain nouns of its own: "What is open innovation?"."""
    if _DEFINING.match(bare(plain)) is None:
        return False
    heads = ["".join(words(head_of(phrase.text))) for phrase in phrases_in(plain)]
    return bool(heads) and not any(head in PROPERTIES for head in heads)


def _asks_property(plain: str) -> bool:
    """Whether all that a question names are properties, with nothing that they are of."""
    phrases = phrases_in(plain)
    if not phrases or _OF.search(plain):
        return False
    heads = ["".join(words(head_of(phrase.text))) for phrase in phrases]
    if not all(head in PROPERTIES for head in heads):
        return False
    return _THE.search(plain) is not None or _HOW_MANY.match(plain) is not None


def _is_told_of(plain: str, topic: Antecedent, discourse: Discourse) -> bool:
    """Whether all that a short question asks for is told of the topic: "What is a visit?"."""
    if len(plain.split()) > _SHORT or _OF.search(plain) or not topic.is_name:
        return False
    return discourse.known.support(topic.text, asked_terms(plain)) == 1.0


def _is_subject(plain: str, phrase: Phrase) -> bool:
    return re.search(r"^(?:are there|is there|list|name)\b", plain, re.I) is not None
