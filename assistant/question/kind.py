"""What is asked for: small talk, a description, a list, yes or no, or one fact of some type."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.question.clause import asking_clause, with_topic, without_audience
from assistant.question.closed import closed_question
from assistant.question.describing import asks_to_describe
from assistant.question.dislocated import undislocated
from assistant.question.following.sluicing import sluiced
from assistant.question.following.wording import without_new_topic
from assistant.question.reworded import reworded
from index.sentences import split_sentences


class QuestionKind(StrEnum):
    """How a question is answered."""

    SMALL_TALK = "small_talk"
    DESCRIPTION = "description"
    ENUMERATION = "enumeration"
    YES_NO = "yes_no"
    FACT = "fact"


class AnswerType(StrEnum):
    """What a short answer must look like; `ANY` is not checked."""

    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    NAME = "name"
    CONTACT = "contact"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """A question's kind, and the type of its short answer."""

    kind: QuestionKind
    answer_type: AnswerType = AnswerType.ANY


_SMALL_TALK = re.compile(
    r"""(?:(?:hi+|hello+|hey+|hej|hejsan|hallå|tjena|tjenare|tja|yo|hiya|howdy|greetings|
    good\s(?:morning|afternoon|evening|day|night)|god\s?(?:morgon|kväll|dag|natt|middag)|goddag|
    (?:no\s)?thanks?|thx|ty|tack|tusen|tackar|cheers|thank\s(?:you|u)|much\sappreciated|
    bye|goodbye|bye\sbye|see\s(?:you|ya)|farewell|hejdå|hej\sdå|vi\sses|ha\sdet\s(?:bra|gott)|
    take\scare|ok|okay|okej|great|nice|cool|perfect|awesome|wonderful|excellent|super|bra|toppen|
    got\sit|i\ssee|never\s?mind|sorry|welcome|
    (?:a\slot|so\smuch|very\smuch|so\svery\smuch|again|there|all|everyone|team|later|soon|now|bot|
    assistant|my\sfriend|så\smycket|för\shjälpen|for\s(?:the|your|all\syour)\s(?:help|answers?|time)|
    you)|
    (?:that|this|it)\s?(?:was|is|s|helps?|helped)(?:\s(?:very|really|so))?
    (?:\s(?:helpful|great|useful|good|all|nice))?|
    (?:who|what)\s(?:are|r)\s(?:you|u)|who\sis\sthis|vem\sär\sdu|vad\sär\sdu|
    are\syou\s(?:a\s(?:bot|robot|human|person|machine|real\sperson)|an\sai|human|real|there)|
    how\sare\s(?:you|things)(?:\s(?:doing|today))?|how\s(?:is\sit|s\sit|do\syou)\s(?:going|do)|
    hur\s(?:mår\sdu|är\släget|står\sdet\still|funkar\s(?:du|det|detta)|fungerar\s(?:du|det|detta))|
    whats\sup|what\ss\sup|sup|
    what\scan\s(?:you\s(?:do|help(?:\sme)?\swith|tell\sme|answer)|i\sask(?:\syou)?(?:\sabout)?)
    (?:\sfor\sme)?|
    what\s(?:do|does)\s(?:you|this)\s(?:do|know)(?:\sabout)?|
    what\s(?:kind|sort)\sof\squestions\scan\s(?:i\sask(?:\syou)?|you\sanswer)|
    vad\skan\s(?:du(?:\s(?:göra|hjälpa\s(?:mig|till)\smed|svara\spå))?|jag\sfråga(?:\sdig)?(?:\som)?)|
    how\s(?:do|can)\si\suse\s(?:you|this|it)|how\s(?:do|does)\s(?:you|this|it)\swork|
    (?:can|could|will)\syou\shelp(?:\s(?:me|us))?|help(?:\sme)?|hjälp(?:\smig)?|
    kan\sdu\shjälpa\s(?:mig|till)|i\sneed\shelp|
    what\s(?:is|s)\syour\sname|vad\sheter\sdu|who\s(?:made|built|created)\syou|
    nice\sto\smeet\syou|have\sa\s(?:nice|good|great)\s(?:day|evening|weekend)|please)\s*)+""",
    re.VERBOSE,
)
_POLITE = re.compile(
    r"^(?:(?:please|so|and|but|ok(?:ay)?|well|also|by the way|btw|hi|hello|hey|hej|hejsan|thanks?|"
    r"thank you|tack|good (?:morning|afternoon|evening|day))\b[\s,.!:;-]*)+",
    re.I,
)
_GREETING = re.compile(
    r"^(?:(?:hi|hello|hey|hej|hejsan|thanks?|thank you|tack|good (?:morning|afternoon|evening|day))"
    r"(?: (?:there|all|again|everyone))?\b[\s,.!:;-]+)+(?=\w)",
    re.I,
)
_POINTING = re.compile(
    r"\b(?:it|they|them|its|their|this|that|these|those|there|me|my|us|our)\b"
    r"|\bone\b(?=\s*[?.!]|\s+(?:out|up|for|at|in)\b)",
    re.I,
)
_NAME = re.compile(r"(?<=\s)[A-ZÅÄÖ]\w")
# "Could you tell me" points to nothing.
_TO_ME = re.compile(r"\b(?:tell|show|give|help|let|remind|explain to) (?:me|us)\b", re.I)
_OF_ONESELF = re.compile(r"^(?:I|We|My|Our|As an?)\b")
_ENUMERATION = (
    re.compile(r"^(?:please )?(?:list|enumerate)\b", re.I),
    # "Name a company" and "give me the rent" ask for one.
    re.compile(
        r"^(?:please )?(?:name|give me)\s+(?:(?!an?\b|one\b)[\w-]+\s+){0,4}?[a-z-]+[^s\W]s\b", re.I
    ),
    re.compile(r"\b(?:who|what) else\b|^(?:who|what) all\b|\b(?:everyone|everybody) who\b", re.I),
    # "It joined with which universities?"
    re.compile(r"\w\s+(?:which|what)\s+(?:\w+\s+)?[a-z-]+[^s\W]s$", re.I),
    re.compile(
        # Of "what vision do the members share" the members are not asked for.
        r"^(?:which|what)\s+(?:(?!is\b|was\b|has\b|does\b|can\b)\S+\s+)??"
        r"(?:(?!(?:is|was|has|does|can|do|did|have|had)\b)\S+\s+){0,2}?"
        r"(?!is\b|was\b|has\b|does\b)(?:[a-z-]+[^s\W]s|people|staff)\b",
        re.I,
    ),
    re.compile(r"^(?:what|who|which)\s+(?:are|were)\b", re.I),
    re.compile(
        r"^who\s+(?:all\s+)?(?:founded|funds?|finances?|supports?|backs?|takes? part)\b", re.I
    ),
    re.compile(r"\bwho\s+(?:are|were)\b|\bwhich of (?:them|these|those)\b", re.I),
    re.compile(r"^[^?]*\b(?:members|partners|founders|funders|supporters|participants)\W*$", re.I),
)
# "I need all its criteria", "All points, please."
_ALL = re.compile(
    r"\ball (?:(?:of|the|its|their|your) ){0,2}(?:[a-z-]{3,}[^s\W]s|criteria|people|staff)\b",
    re.I,
)
# "May I take part?" hangs on what is told of oneself before.
_OF_ASKER = re.compile(r"\b(?:I|we|I'm|we're)\b")
# "Can you stay longer?" asks for no service.
_REQUEST = re.compile(
    r"^(?:can|could|would|will) (?:you|u)\b[\s,]*(?:please\s+|kindly\s+|(?=(?:perhaps |maybe |"
    r"just |quickly |briefly |also )?(?:tell|list|enumerate|name|show|describe|explain|introduce|"
    r"summari[sz]e|define|compare|say|specify|find|look|check|clarify|elaborate|outline|remind|"
    r"recommend|suggest|point|walk|mention|help|wh\w+|how|\w+ (?:me|us))\b))",
    re.I,
)
# "What do they get for the fee?" asks for no amount.
_FOR_THE = "".join(rf"(?<!\bfor {each} )" for each in ("the", "its", "their", "my", "our", "that"))
# Nor does "what does the fee cover?".
_NOT_COVER = r"(?![^?]*\b(?:cover|include|contain|entitle|(?:go|goes|used|spent) (?:to|for|on))\b)"
# "What can we rent?" asks for no amount.
_NO_VERB = "".join(rf"(?<!\b{each} )" for each in ("to", "I", "you", "we", "one", "they", "also"))
_TYPES = (
    (
        re.compile(
            r"\b(?:street|postal|web) ?address\b|\baddress of\b|\b(?:tele)?phone\b|\be-?mail\b"
            r"|\bpost(?:al)? ?code\b|\b(?:which|what) street\b"
            r"|\bcontact (?:details?|information|info|data)\b|\b(?:mobile|contact|fax) number\b",
            re.I,
        ),
        AnswerType.CONTACT,
    ),
    (
        re.compile(
            r"\b(?:what|which) (?:percentage|share|proportion|fraction|portion|rate)\b|"
            r"\bpercentage of\b|\binterest rate\b",
            re.I,
        ),
        AnswerType.NUMBER,
    ),
    (re.compile(r"\bhow much (?:money|funding|capital|risk)|\bhow much\b.*\b(?:cost|pa(?:y|id)|"
                r"raised?|receive|invest|get|fund|grant)|"
                rf"{_FOR_THE}\b(?:amount|sum|cost|price|budget|salary|fee)\b{_NOT_COVER}|"
                rf"{_NO_VERB}\brent\b(?! out\b)|\b(?:fees|price tag|bill)\b|"
                r"^(?!when|who|why|in |since ).*\b(?:revenue|turnover)\b|"
                r"\bwhat (?:do|does|did|must|should|will) .+ pay\b(?! for(?:$| (?:in|at)\b))|"
                r"\bset (?:me|us|you|one) back\b|"
                r"\bwhat (?:does|do|did) .+ cost\b|\bworth\b|\bhow much (?:is|are|was|were)\b|"
                r"\bcosts?$", re.I), AnswerType.MONEY),
    (re.compile(r"\b(?:how many|how old|number of|how large|how big|how much|how long)\b", re.I),
     AnswerType.NUMBER),
    (re.compile(r"^(?:since |until |till |up to |by |from )?when\b|^wen\b|\b(?:what|"
                r"which) (?:year|date|month|day)\b|"
                r"\b(?:opening|start(?:ing)?|founding|foundation) (?:year|date)\b", re.I),
     AnswerType.DATE),
    (re.compile(r"\bwh(?:o|om|ose)\b|\bceo\b|^who\w*\b", re.I), AnswerType.NAME),
)  # fmt: skip


def core_question(text: str) -> str:
    """Give the question without a greeting before it, and without what is told around it.

    Other sentences are left out only where one asks and names what it asks about.

    >>> core_question("Hi, what is NOME?"), core_question("I am new here. Who runs NOME? Thanks!")
    ('What is NOME?', 'Who runs NOME?')
    """
    plain = with_topic(undislocated(without_new_topic(_GREETING.sub("", text))))
    plain = sluiced(reworded(without_audience(plain)))
    plain = f"{plain[:1].upper()}{plain[1:]}" if plain != text else text
    sentences = [plain[span.start : span.end] for span in split_sentences(plain)]
    asking = [each for each in sentences if each.endswith("?")]
    if len(sentences) == 1 or len(asking) != 1 or _points(asking[0]):
        return plain
    if _OF_ASKER.search(asking[0]) and closed_question(plain):
        return plain
    return asking[0] if _NAME.search(asking[0]) else plain


def part_that_names(question: str) -> str:
    """Give the part of a question whose names must be known, without what one tells of oneself.

    >>> part_that_names("I'm a PhD student, what does a bench at Nerva cost?")
    'what does a bench at Nerva cost?'
    >>> part_that_names("I read about Alfa, who runs it?")
    'I read about Alfa, who runs it?'
    """
    clause = asking_clause(question)
    is_told = _OF_ONESELF.match(_POLITE.sub("", question)) and not _OF_ONESELF.match(clause)
    return clause if is_told and _NAME.search(clause) and not _points(clause) else question


def _points(clause: str) -> bool:
    """Whether a clause points to what is told before it."""
    return _POINTING.search(_TO_ME.sub("", clause)) is not None


def classify(question: str) -> AskedFor:
    """Say what a question asks for; by rules, since a wrong guess costs little here.

    >>> classify("Who is CEO of NOME?").answer_type.value
    'name'

    >>> classify("What is NOME?").kind.value, classify("Who is the CEO of NOME?").kind.value
    ('description', 'fact')
    >>> classify("Does it take equity?").kind.value, classify("Thanks a lot!").kind.value
    ('yes_no', 'small_talk')
    """
    plain = " ".join(question.replace("’", "'").split())
    if is_small_talk(plain):
        return AskedFor(kind=QuestionKind.SMALL_TALK)
    plain = _REQUEST.sub("", _POLITE.sub("", asking_clause(plain))).rstrip("?!. ")
    if asks_to_describe(plain):
        return AskedFor(kind=QuestionKind.DESCRIPTION)
    if closed_question(plain):
        return AskedFor(kind=QuestionKind.YES_NO)
    answer_type = _type(plain)
    if answer_type in {AnswerType.ANY, AnswerType.NAME} and (
        any(pattern.search(plain) for pattern in _ENUMERATION) or _ALL.search(question)
    ):
        return AskedFor(kind=QuestionKind.ENUMERATION)
    return AskedFor(kind=QuestionKind.FACT, answer_type=answer_type)


def is_small_talk(question: str) -> bool:
    """Whether a question is a greeting, thanks, a farewell, or about the assistant itself.

    >>> is_small_talk("Good morning, who are you?"), is_small_talk("Who are you funded by?")
    (True, False)
    """
    plain = " ".join(re.sub(r"[^\w\s]", " ", question.lower()).split())
    return _SMALL_TALK.fullmatch(plain) is not None


def _type(question: str) -> AnswerType:
    for pattern, answer_type in _TYPES:
        if pattern.search(question):
            return answer_type
    return AnswerType.ANY
