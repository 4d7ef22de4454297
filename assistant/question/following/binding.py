"""Whether what a word points at stands in the question itself, before the word."""

import re
from collections.abc import Iterator, Sequence

from assistant.entities.kinds import is_known, kind_words
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.names import SpokenName
from assistant.question.following.nouns import is_role
from assistant.question.following.phrases import Phrase, head_of, is_plural, phrases_in
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import words

_BOUNDARY = re.compile(
    r"[,;:.?!](?!\w)|\s[-–—]\s|\b(?:and|or|but|because|if|when|while|that|which|who|whose|whom|so|before|"
    r"after|since|until|unless|where|whether|how|why|what)\b",
    re.I,
)
# "What's so special": a degree, and no clause.
_DEGREE = re.compile(
    rf"\s+(?!(?:{AUXILIARY}|it|its|they|their|he|she|his|her|we|i|you|the|that|what|who|how|when|"
    r"where|which|why)\b)\w",
    re.I,
)
# "Which park was founded before it?"
_THAN_IT = re.compile(r"\s+(?:it|them|him|her|this|that|these|those)\s*(?:[?.!,]|$)", re.I)
# "A voucher and its price": two of a list, but the price is the voucher's.
_NO_MEMBER = re.compile(r"\s*(?:I|its|their|his|her)\b")
# "Which university, if any, owns it?"
_ASIDE = re.compile(r",\s*(?:if|for|such as|say|perhaps|maybe|except)\b[^,?.!]{0,30},", re.I)
# "The lab that it owns" and "the year when it opened": it is not the lab, nor the year.
_RELATIVE = frozenset({"that", "which", "who", "whose", "whom", "where"})
_HEADS = {"when": frozenset(words("year time day date month moment")), "why": {"reason"}}
_OF_ITS = re.compile(
    r"\b(?:one|some|any|many|part|all|member|partner|among|which|listed|included)\s+"
    r"(?:of|in|among)?\s*(?:the\s+)?$|\b(?:belong to|part of|among|one of|on|in)\s+$",
    re.I,
)
# "Is Alfa its owner?", "since when has Alfa been its partner?": nobody is one's own.
_OFTEN = r"(?:also|still|once|ever|never|now|not|already|long|really|always|currently|today)"
_BEING = r"(?:is|are|was|were|be|been|being|become|becomes|became|becoming|remains?|stay(?:s|ed)?)"
_BEFORE_NAME = re.compile(
    rf"(?:(?P<being>\b{_BEING})|(?:^|\b(?:has|have|had|did|does|do|will|would|may|might|can|could|"
    rf"when|since|if|that|which|whether|and|but)))\s+(?:the\s+)?$",
    re.I,
)
_BEHIND_NAME = re.compile(
    rf"\s+(?:(?:has|have|had|will|would|may|might|can|could|start(?:ed|s)?|stop(?:ped|s)?|{_OFTEN}|"
    rf"(?P<being>{_BEING}))\s+)*",
    re.I,
)
_INVERTED = re.compile(
    r"\b(?:do|does|did|can|could|will|would|should|may|might|is|are|was|were)\s+$", re.I
)
# "How many lost their jobs?"
_COUNTED = re.compile(
    r"^(?:how many|who|whoever|everyone|everybody|people)\s+(?!is\b|are\b)[a-z]+", re.I
)
# "There" stands for no other noun.
_PLACE = re.compile(
    r"\b(?:city|cities|town|towns|place|places|country|countries|region|regions|area|areas|site|"
    r"sites|building|buildings|park|parks|campus|office|offices|hub|hubs|lab|labs|centre|centres|"
    r"center|centers|house|houses|space|spaces)\b",
    re.I,
)
# "Which firm has its premises there?": whoever it is, the premises are its own.
_WHO_HAS = re.compile(
    r"^(?:(?:and|so|but)\s+)?(?:which|what)\s+[\w -]+?\s+(?:has|have|had|keeps?|kept|moved)\s+$",
    re.I,
)
_OWN_SOMEWHERE = re.compile(r"\w+\s+(?:[\w-]+\s+){1,2}?(?:there|here|in|at|on|near)\b", re.I)
_OWN_THINGS = re.compile(r"\b(?:its|their|his|her)(?:\s+own)?(?:\s+head)?\s+\w+", re.I)
_IS_THERE = re.compile(r"^(?:is|are|was|were)\s+there\b", re.I)
_BE = re.compile(r"\b(?:is|are|was|were|belong|belongs|take part|takes part)\b", re.I)


def is_bound(question: str, anaphor: Anaphor, names: Sequence[SpokenName]) -> bool:
    """Whether what an anaphor stands for is in the question itself, before it."""
    question = _ASIDE.sub(lambda found: " " * len(found.group()), question)
    before = question[: anaphor.start]
    named = [name for name in names if name.end <= anaphor.start]
    if anaphor.pointing is Pointing.YEAR:
        return re.search(r"\b\d{4}\b", before) is not None
    if anaphor.pointing is Pointing.KIND and not question[anaphor.start :].lower().startswith("th"):
        return bool(named)
    if named:
        borders = _borders(question, anaphor)
        is_clause = any(named[0].end <= border.start() for border in borders)
        if len(named) == 1 and anaphor.is_owner and is_said_to_be(question, anaphor, named[0]):
            return _is_bound_to_noun(question, anaphor, before)
        return is_clause or _is_bound_to_subject(question, anaphor)
    if anaphor.pointing is Pointing.PLACE:
        return _PLACE.search(_OWN_THINGS.sub(" ", before)) is not None
    return _is_bound_to_noun(question, anaphor, before)


def _is_bound_to_subject(question: str, anaphor: Anaphor) -> bool:
    """In one clause "its" means the subject, unless the subject is one of its parts."""
    before = question[: anaphor.start]
    if anaphor.pointing is Pointing.KIND:
        return False
    if anaphor.pointing is Pointing.PLACE:
        return False
    if not anaphor.is_owner:
        return False
    return not (_BE.search(before) and _OF_ITS.search(before))


def is_said_to_be(question: str, anaphor: Anaphor, name: SpokenName) -> bool:
    """Whether a question asks of a name if it is something of another: "Is Alfa its owner?"."""
    if anaphor.noun.lower() == "own":
        return False
    before = _BEFORE_NAME.search(question[: name.start])
    behind = _BEHIND_NAME.fullmatch(question[name.end : anaphor.start])
    is_begun = before is not None or not question[: name.start].strip()
    return is_begun and behind is not None and bool(behind["being"] or (before and before["being"]))


def _is_bound_to_noun(question: str, anaphor: Anaphor, before: str) -> bool:
    """Whether a plain noun before it is meant: "companies that they support"."""
    borders = list(_borders(question, anaphor))
    told = before[: borders[-1].start()] if borders else ""
    if told.strip(" ,.;:?!") and _has_noun(question, told, borders[-1], anaphor):
        return True
    if anaphor.is_owner and anaphor.pointing is Pointing.SEVERAL and _COUNTED.search(before):
        return True
    if anaphor.is_owner and _WHO_HAS.search(before):
        return _OWN_SOMEWHERE.match(question, anaphor.start) is not None
    if anaphor.is_owner and anaphor.pointing is Pointing.SEVERAL:
        every = [word for phrase in phrases_in(before) for word in phrase.text.split()]
        several = any(is_plural(word) for word in every)
        return several and not _INVERTED.search(before) and not _BE.search(before)
    if anaphor.is_owner:
        owner = re.search(r"\b(?:an?|any|every|each)\s+\w+", before, re.I)
        # "Is there a gym in his park?": no gym is "he".
        is_thing = anaphor.pointing is Pointing.PERSON and _IS_THERE.search(before) is not None
        return owner is not None and not is_thing
    return False


def _borders(question: str, anaphor: Anaphor) -> Iterator[re.Match[str]]:
    """Where clauses begin before an anaphor; what stands before the first has a noun."""
    phrases = phrases_in(question)
    for found in _BOUNDARY.finditer(question, 0, anaphor.start):
        if phrases_in(question[: found.start()]) and _parts(question, found, phrases):
            yield found


def _parts(question: str, found: re.Match[str], phrases: Sequence[Phrase]) -> bool:
    """Whether a word parts clauses, and not nouns that are listed: "fees or rules"."""
    word, rest = found.group().lower(), question[found.end() :]
    match word:
        case "so":
            return _DEGREE.match(rest) is None
        case "before" | "after" | "since" | "until":
            return _THAN_IT.match(rest) is None
        case "and" | "or" | ",":
            at, end = found.end() + len(rest) - len(rest.lstrip()), found.start()
            is_joined = any(question[one.end : end].strip() in {"", ","} for one in phrases)
            listed = any(one.start == at for one in phrases) and _NO_MEMBER.match(rest) is None
            return not (is_joined and listed)
        case _:
            return True


def _has_noun(question: str, told: str, border: re.Match[str], anaphor: Anaphor) -> bool:
    """Whether what was told before a clause holds a noun that an anaphor in it may stand for."""
    word = border.group().lower()
    for phrase in phrases_in(told):
        head = "".join(words(head_of(phrase.text)))
        is_next = not question[phrase.end : border.start()].strip()
        # In "the company that owns it" it is another.
        if is_next and (word in _RELATIVE or head in _HEADS.get(word, ())):
            continue
        if _may_stand_for(phrase, head, anaphor):
            return True
    return False


def _may_stand_for(phrase: Phrase, head: str, anaphor: Anaphor) -> bool:
    match anaphor.pointing:
        case Pointing.KIND:
            return anaphor.noun.lower() in phrase.text.lower()
        case Pointing.THING:
            # "Who was project manager when it was built?"
            return not phrase.is_plural and (anaphor.is_owner or not is_role(head))
        case Pointing.PERSON:
            return not is_known(kind_words(head))
        case _:
            return True
