"""Whether what a text says agrees with what a question asks in more than its words.

Founders are no funders, and a large cluster is not the largest one: a text that has no word for the
tie or the superlative asked for does not answer, however much else it shares with the question.
"""

import re
from dataclasses import dataclass

from assistant.evidence.frequency import frequencies_in
from assistant.question.grammar import WEEKDAYS
from assistant.question.superlative import asked_superlative, holds_superlative
from assistant.question.tie import Tie, asked_tie, speaks_of_tie, tie_done, tie_shared

_BEST_KNOWN = re.compile(r"\bbest[- ](?:known|practices?|before)\b", re.I)
_ASKS_END = re.compile(
    r"^(?:until|till|up to|through) (?:when|what|which)\b"
    r"|^(?:when|what|which)(?:['’]s| is| was)? (?:the )?(?:[\w-]+ )?"
    r"(?:deadline|closing date|last (?:day|date))\b",
    re.I,
)
_ASKS_FATE = re.compile(r"^what (?:has |had )?(?:happened|became|become) (?:to|of|with)\b", re.I)
# "When was the hall closed?" is answered by no opening.
_ASKS_CLOSING = re.compile(
    r"^(?:when|in (?:which|what) year|what year)\s+(?:was|were|did|has|have)\s+[^,?]+\s"
    r"(?:closed?(?: down)?|shut(?: down)?|discontinued?|wound up|dissolved)\s*\?*$",
    re.I,
)
_FATE = re.compile(
    r"\b(?:clos(?:e|ed|ing)|ended|shut|became|become|moved|renamed|merged|replaced|stopp?ed|"
    r"taken over|took (?:it )?over|handed|independent|sold|bought|dissolved|discontinued|no longer|"
    r"cancelled|withdrawn|wound up|closure|ceased|bankrupt\w*|until|"
    r"now (?:called|run|part|known))\b",
    re.I,
)
# "What does the fee cover?" is answered by no price.
_ASKS_CONTENT = re.compile(
    r"^what (?:all )?(?:(?:do|does|did|will|would) [^,?]+ (?:cover|include|contain|comprise)|"
    r"(?:is|are) (?:included|covered|contained) in)\b",
    re.I,
)
_CONTENT = re.compile(
    r"\b(?:cover|compris|contain|consist|entail)\w*|\binclu[ds]\w*|\b(?:comes? with|gives? access|"
    r"free of charge|part of|in(?:to)? (?:it|the (?:price|fee)))\b",
    re.I,
)
# "What can one win?" is answered by no description of the contest.
_ASKS_PRIZE = re.compile(
    r"^what\b[^,?]*\b(?:win|be won)\b(?! over)|^what (?:is|are|was|were) the (?:[\w-]+ )?prizes?\b"
    r"|^what (?:do|does|did|will) (?:the |a )?winners?\b[^,?]*\s(?:get|receive)\b",
    re.I,
)
_PRIZE = re.compile(
    r"\b(?:win|wins|won|winners?|winning|prizes?|awards?|awarded|rewards?|rewarded|receives?|gets?|"
    r"given|gives?|granted|scholarships?|trophy|medals?|vouchers?)\b",
    re.I,
)
# "Who won it?" is answered by nobody who started it, nor by what a winner receives.
_ASKS_WINNER = re.compile(
    r"^(?:and )?(?:who(?!se)|(?:which|what)\s+(?!(?:do|does|did|has|have|had|will|can|is|was)\b)"
    r"(?:[\w-]+\s+){1,2}?)(?:['’]s|\s+(?:has|have|is|was|were))?\s*"
    r"(?:(?:won|wins|the\s+(?:[\w-]+\s+)?winners?)\b(?!\s+over)|came\s+(?:in\s+)?first\b|"
    r"(?:ahead|winning|in\s+the\s+lead)\b|(?:got|took|received|given|awarded)\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:prizes?|awards?|medals?|first\s+place)\b)"
    r"|^what(?:['’]s|\s+(?:is|was))\s+the\s+(?:\w+\s+)?score\b",
    re.I,
)
_WON = re.compile(
    r"\b(?:won|beat|score|ahead|in\s+the\s+lead|champions?|laureates?|victor(?:y|ious)|"
    r"awarded\s+to|came\s+(?:in\s+)?first|"
    r"(?:was|were|been)\s+(?:given|awarded)|(?:prizes?|awards?|medals?|place)\s+(?:\w+\s+)?went\s+to|"
    r"(?:got|took|received)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}?(?:prizes?|awards?|medals?|place)|"
    r"(?:was|were|became|named|is|are)\s+(?:the\s+)?winners?|winners?\s*(?:in|of)?\s*"
    r"(?:\d{4}|was\b|were\b|is\s+(?-i:[A-ZÅÄÖ])|:))",
    re.I,
)
# "Since when?" is answered by nothing that is so "as of 2019".
_ASKS_SINCE = re.compile(
    r"^(?:and )?(?:since when\b|"
    r"(?:for )?how (?:long|many years) (?:already )?(?:has|have)\b(?! to\b))",
    re.I,
)
_AS_OF = re.compile(r"\bas of (?:\w+ )?\d{4}\b", re.I)
_SINCE = re.compile(
    r"\b(?:since|first|dat(?:es?|ing) (?:from|back)|beg[aiu]n\w*|start\w*|found(?:ed|ing|ation)|"
    r"form(?:ed|ation)|creat\w+|establish\w*|launch\w*|open(?:ed|ing|s)|set up|born|joined|"
    r"took over|long-standing|always|(?:17|18|19|20)\d\d|"
    r"(?<!up to )(?<!at most )(?<!every )(?<!per )(?:\w+ )(?:years|months|decades)|"
    r"centur(?:y|ies))\b",
    re.I,
)
# "With what result?" is answered by no attempt.
_ASKS_RESULT = re.compile(r"^with (?:what|which) (?:results?|outcome|success|effects?)\b", re.I)
_RESULT = re.compile(
    r"\b(?:result\w*|outcomes?|(?:leads?|led|leading)\s+to|success\w*|achiev\w*|(?<!into )effects?|"
    r"thanks\s+to|made\s+(?:a|its)\s+name|contributed|formed|grew|grown|risen|rose|fell|increased|decreased|"
    r"reduced|cut|saved|raised|signed|sold|won|expanded|attracted|became|turned|failed|"
    r"in\s+vain|per\s+cent)\b",
    re.I,
)
# "What does it not fund?" is answered by no sentence on what it funds.
_ASKS_EXCLUDED = re.compile(
    r"^(?:what|whom|which(?:\s+[\w-]+){1,3}?)\s+(?:(?:wo|do|does|did|ca|could|would)n['’]t\s|"
    r"(?:will|do|does|did|can|is|are)\s+(?:(?!\b(?:if|when|who|that)\b)[^,?])+?\s(?:not|never)\s+\w|"
    r"(?:will|do|does|did)\s+[^,?]+\s(?:stay|keep)\s+away\s+from|"
    r"(?:will|do|does|did)\s+[^,?]+\s(?:exclude|avoid|refuse)\W*$)",
    re.I,
)
_EXCLUDED = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nothing|nobody|except\w*|exclud\w*|exceptions?|only|"
    r"cannot|without|outside|other than|apart from|avoid\w*|refus\w*|stay\w* away)\b|n['’]t\b",
    re.I,
)
_ASKS_HOW_OFTEN = re.compile(r"^how (?:often|frequently|regularly|many times)\b", re.I)
_OFTEN = re.compile(
    r"\b(?:often|seldom|rarely|regular\w*|frequent\w*|continu\w*|constant\w*|always|never|once|"
    r"twice|times?|every|each|per|annual\w*|occasion\w*|repeated\w*|again|now and then|"
    r"from time to time|on and off|an? (?:day|week|month|quarter|year))\b",
    re.I,
)
# "When is it open?" is answered by no year in which it was opened.
_ASKS_HOURS = re.compile(
    r"^(?:when|(?:on )?(?:which|what) days|until when|how late|from when)\s+(?:is|are)\s+.+\s"
    r"(?:open|closed)$|^(?:what|when)(?:[’']s|\s+(?:is|are))\s+(?:the\s+|your\s+)?"
    r"(?:opening|office|visiting)\s+(?:hours|times)\b",
    re.I,
)
_HOURS = re.compile(
    rf"\b(?:{WEEKDAYS}|weekdays?|weekends?|hours?|o[’']clock|daily|"
    r"mornings?|afternoons?|evenings?|nights?|summers?|winters?|springs?|autumns?|around the clock|"
    r"every (?:day|week|month)|(?:open|closed)\s+(?:from|on|between|every|until|till|to|all|in|"
    r"during|at|always|only|round))\b|\d\s?(?:am|pm|a\.m|p\.m)\b|\b\d{1,2}[:.]\d\d\b|\b24/7\b",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:open|opens|opening|closed|closes|hours|reception|weekdays|daily|around the clock)\b",
    re.I,
)
_ENDS = re.compile(
    r"\b(?:until|till|through|to|by|before|ends?|ended|ending|clos(?:es?|ed|ing)|expires?|expired|deadline|"
    r"last|latest|no later|discontinu\w+|ceas\w+|shut|wound|stop\w*|finish\w*|and)\b|"
    r"\d\s?[-–]\s?\d",
    re.I,
)


def asks_end(query: str) -> bool:
    """Whether a question asks for the end of something: "Until when does it run?"."""
    return _ASKS_END.match(query) is not None


def tells_result(text: str) -> bool:
    """Whether a text tells what came of something, or how it ended."""
    return _RESULT.search(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a text must speak of to answer a question; nothing for most questions.

    Attributes:
        tie: The tie that is asked about.
        superlatives: Words of which it must hold one; none where this is empty.
        is_end: Whether it must tell how long something lasts: "until when".
        is_fate: Whether it must tell of a change: "what happened to it".
        is_content: Whether it must tell what something holds: "what does the fee cover".
        is_excluded: Whether it must leave something out: "what do they not fund".
        is_prize: Whether it must speak of what is won: "what can we win".
        is_often: Whether it must tell how often.
        is_hours: Whether it must tell at what times: "when is it open".
        is_since: Whether it must tell a time: "since when".
        is_result: Whether it must tell what came of something: "with what result".
        is_won: Whether it must tell that somebody won: "who won last time".
    """

    tie: Tie | None
    superlatives: frozenset[str]
    is_end: bool = False
    is_fate: bool = False
    is_content: bool = False
    is_prize: bool = False
    is_excluded: bool = False
    is_often: bool = False
    is_won: bool = False
    is_result: bool = False
    is_since: bool = False
    is_hours: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether any text will do."""
        return self == Demands(tie=None, superlatives=frozenset())

    def are_met_by(self, text: str) -> bool:
        """Whether a text, with its headings and lead-in, speaks of all of it."""
        if self.tie and not speaks_of_tie(self.tie, text):
            return False
        told = (
            (self.is_end, _ENDS),
            (self.is_fate, _FATE),
            (self.is_content, _CONTENT),
            (self.is_prize, _PRIZE),
            (self.is_excluded, _EXCLUDED),
            (self.is_won, _WON),
            (self.is_result, _RESULT),
            (self.is_hours, _HOURS),
            (self.is_hours, _OPEN),
        )
        if any(is_asked and not pattern.search(text) for is_asked, pattern in told):
            return False
        if self.is_since and not _SINCE.search(_AS_OF.sub(" ", text)):
            return False
        if self.is_often and not (_OFTEN.search(text) or frequencies_in(text)):
            return False
        # The best known is not the best.
        plain = _BEST_KNOWN.sub(" ", text)
        return not self.superlatives or holds_superlative(self.superlatives, plain)


def demands_of(query: str) -> Demands:
    """Give what an answer to a question must speak of.

    >>> demands_of("Who funds MTT?").are_met_by("It has four co-founders.")
    False
    """
    return Demands(
        tie=asked_tie(query) or tie_done(query) or tie_shared(query),
        superlatives=asked_superlative(query),
        is_end=asks_end(query),
        is_fate=_ASKS_FATE.match(query) is not None or _ASKS_CLOSING.match(query) is not None,
        is_content=_ASKS_CONTENT.match(query) is not None,
        is_excluded=_ASKS_EXCLUDED.match(query) is not None,
        is_prize=_ASKS_PRIZE.match(query) is not None,
        is_often=_ASKS_HOW_OFTEN.match(query) is not None,
        is_since=_ASKS_SINCE.match(query) is not None,
        is_hours=_ASKS_HOURS.match(query.rstrip(" ?!.")) is not None,
        is_result=_ASKS_RESULT.match(query) is not None,
        is_won=_ASKS_WINNER.match(query) is not None,
    )
