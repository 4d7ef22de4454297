"""Asks for a list once more, or for another: "are there more?", "name a few", "any in Lund?"."""

import re

from assistant.entities.kinds import is_known, kind_words, plural, singular
from assistant.question.condenser import Condensed
from assistant.question.following.asked_noun import asked_noun
from assistant.question.following.discourse import Discourse
from assistant.question.following.ellipsis import completed
from assistant.question.following.items import picked
from assistant.question.following.leaving_out import PROPERTIES
from assistant.question.following.membership import included
from assistant.question.following.narrowing import asked_alone
from assistant.question.following.phrases import head_of, is_plural, phrases_in
from assistant.question.following.spoken import Spoken
from assistant.question.following.swapping import asked_of_other, swapped
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, with_capital
from assistant.question.terms import words

_ALL = re.compile(
    r"^(?:(?:is|was)\s+(?:that|this|it)\s+(?:(?:really|already)\s+)?(?:all(?:\s+of\s+(?:them|it))?|everything|"
    r"everyone|everybody|the\s+(?:full|whole|complete|entire)\s+(?:list|picture|story))|"
    r"(?:are|were)\s+(?:those|these|they)\s+(?:really\s+)?all(?:\s+of\s+them)?|"
    r"(?:(?:are|is)\s+there\s+)?(?:(?:any|no|some)\s+)?(?:more|others?|more\s+(?:of\s+(?:them|those)|"
    r"ones))|what\s+others?(?:\s+ones?)?(?:\s+are\s+there)?|nobody\s+else|no\s+one\s+else|nothing\s+else|"
    r"only\s+(?:those|these|them|that))$",
    re.I,
)
_SOME = re.compile(
    r"^(?:(?:(?:can|could)\s+(?:you|i)\s+|please\s+)?(?:name|list|mention|show(?:\s+me)?|give(?:\s+me)?|"
    r"tell\s+me|get|have|see)\s+(?:(?:a\s+few|some|one|two|three|four|five|a\s+couple|them(?:\s+all)?|"
    r"all(?:\s+of\s+them)?|those|(?:an?|some|any)\s+examples?|the\s+(?:list|names))"
    r"(?:\s+(?:of\s+(?:them|those|these)|examples|names|(?:of\s+)?them))?|which)|"
    r"such\s+as|like\s+(?:what|which|who(?:m)?)|for\s+(?:example|instance)|e\.?\s?g|"
    r"(?:any\s+|some\s+)?examples?|which\s+for\s+(?:example|instance)|"
    r"(?:who|which|what)\s+(?:are|were)\s+(?:they|those|these)(?:\s+exactly)?|who\s+exactly)"
    r"(?:,?\s+please)?$",
    re.I,
)
_ANY_AT = re.compile(
    r"^(?:(?:is|are)\s+there\s+(?:one|any|some)|(?:any|some)(?:one|body)?|none|not)(?:\s+ones?)?"
    r"(?:\s+of\s+(?:them|those|these))?\s+"
    r"(?P<where>(?:in|at|near|around|outside|within|from|for|with|on)\s+(?!the\s+list\b|them\b|those\b).+)$",
    re.I,
)
_ANY_KIND = re.compile(r"^(?:(?:is|are)\s+there\s+)?any\s+(?P<kind>[a-z-]+(?:\s[a-z-]+)?)$", re.I)
_NOT_ONE = re.compile(r"^(?:but\s+)?(?:not|why\s+not)\s+(?P<name>(?-i:[A-ZÅÄÖ]).{1,50})$", re.I)
_TOO = re.compile(
    rf"^(?!{AUXILIARY}\b|who|what|which|when|where|how|why)"
    r"(?P<name>(?:the\s+[a-z -]{3,40}|(?-i:[A-ZÅÄÖ])[^,?]{1,50}?)),?\s+(?:too|as\s+well|also)$",
    re.I,
)
_THE_ONES = re.compile(
    r"^(?:what\s+about\s+|only\s+)?(?:the|those)\s+(?:ones?\s+)?(?:that|who|which)\s+(?P<rest>.+)$",
    re.I,
)
# "How many are in Alfa?", "Alfa, how many has it?"
_COUNTED_AT = re.compile(
    r"^(?:how\s+many\s+(?:are|is|were|was)(?:\s+there)?\s+(?:in|at|for|of|with)\s+|"
    r"(?=.*,\s+how\s+many\s+(?:has|have|does|do)\s+(?:it|they|that)(?:\s+have)?$))(?:the\s+)?"
    r"(?P<name>(?-i:[A-ZÅÄÖ])[^,?]*?)(?:,\s+how\s+many\s.*)?$",
    re.I,
)
_THE_MOST = re.compile(
    r"^(?:(?:which|who|what)(?:\s+one)?(?:[’']s|\s+is)\s+)?the\s+(?P<most>(?!rest\b|latest\b|last\b|interest)"
    r"[a-z]{2,}est|(?:most|least)\s+[a-z]+|best|worst)(?:\s+(?:one|of\s+(?:them|these|those|all)))?$",
    re.I,
)
_NO_START = (
    r"(?!(?:which|what|who|when|where|why|how|other|more|many|few|these|those|they|in|at|for|on|of|"
    r"with|and|or|not|no|just|only|even|also|really|is|are|do|does|did|has|have|can)\b)"
)
_HOW_MANY = re.compile(rf"^how\s+many\s+(?P<noun>{_NO_START}[a-z-]+(?:\s+[a-z-]+){{0,2}}?)$", re.I)
_NOUN = re.compile(rf"^(?:any\s+)?(?P<noun>{_NO_START}[a-z-]+(?:\s+[a-z-]+)?)$")
_COUNTED = re.compile(
    rf"^(?P<asks>how\s+many)\s+(?P<noun>[a-z-]+(?:\s+[a-z-]+){{0,3}}?)\s+(?P<rest>(?:{AUXILIARY})\b.*)$",
    re.I,
)
_ASKS_LIST = re.compile(r"^(?:which|what|who|list|name|(?:are|is)\s+there)\b", re.I)
# "What does it cost?" asks for no things.
_NO_LIST = re.compile(r"^what\s+(?:do|does|did)\s.*\b(?:cost|pay|mean|do|weigh)\b", re.I)
_NO_NOUN = frozenset(words("times others years months weeks days thanks"))
# "And fees?" asks for what they are, "and employees?" for their number.
_COUNTABLE = frozenset(
    words("""
    founders organisers owners members partners employees participants speakers mentors supporters
    sponsors funders investors tenants offices sites hosts winners prizes
    """)
)


def listed_again(question: str, discourse: Discourse) -> Condensed | None:
    """Ask for the list of the last question again, or for another; None where it asks no such."""
    last, plain = discourse.last, bare(AND.sub("", question))
    if last is None:
        return None
    if _ALL.match(plain) and _asked_for_list(last):
        return Condensed(last.query)
    if _SOME.match(plain) and not (plain.lower().startswith("who") and last.answer):
        return _which_ones(last, discourse)
    where = _ANY_AT.match(plain)
    if where and _asked_for_list(last):
        return swapped(f"and {where['where']}", discourse)
    if _asked_for_list(last) and (some := _of_some(plain, discourse)):
        return some
    counted_at = _COUNTED_AT.match(plain) if last.query.lower().startswith("how many") else None
    if counted_at and len(discourse.names(counted_at["name"])) == 1:
        return Condensed(asked_of_other(counted_at["name"], discourse))
    most = _THE_MOST.match(plain)
    if most and len(last.items) > 1:
        return picked(f"Which of them is the {most['most']}?", discourse)
    return _of_other_noun(plain, last, discourse)


def _asked_for_list(last: Spoken) -> bool:
    """Whether several were asked for, whatever was found."""
    asked = "" if _NO_LIST.match(last.query) else asked_noun(asked_alone(last))
    return len(last.items) > 1 or (bool(asked) and _ASKS_LIST.match(bare(last.query)) is not None)


def _of_some(plain: str, discourse: Discourse) -> Condensed | None:
    """Ask which of those asked for are of a kind, or whether one is: "any parks?", "not Alfa?"."""
    any_kind, not_one = _ANY_KIND.match(plain), _NOT_ONE.match(plain)
    if any_kind and is_known(kind_words(any_kind["kind"])):
        return picked(f"Which of them are {plural(singular(any_kind['kind'].lower()))}?", discourse)
    if too := _TOO.match(plain):
        return included(f"Is {too['name']} one of them?", discourse)
    if ones := _THE_ONES.match(plain):
        return picked(f"Which of them {ones['rest']}?", discourse)
    if not_one is None:
        return None
    names = discourse.names(not_one["name"])
    is_name = len(names) == 1 and names[0].end == len(not_one["name"])
    return included(f"Is {not_one['name']} one of them?", discourse) if is_name else None


def _which_ones(last: Spoken, discourse: Discourse) -> Condensed | None:
    """Ask which they are that were counted, or that a yes or no was about."""
    is_counted = last.query.lower().startswith("how many")
    if is_counted or re.match(AUXILIARY, last.query, re.I):
        return completed("Which ones?", discourse)
    return Condensed(last.query) if _asked_for_list(last) else None


def _of_other_noun(plain: str, last: Spoken, discourse: Discourse) -> Condensed | None:
    """Count something else: "and employees?" behind "How many companies are there in Alfa?"."""
    counted = _COUNTED.match(bare(last.query))
    asked = _HOW_MANY.match(plain)
    said = asked or (_NOUN.match(plain) if counted else None)
    noun = said["noun"] if said else ""
    is_named = bool(noun) and bool(discourse.names(noun))
    if not _is_counted(noun, is_asked=asked is not None) or is_named:
        return None
    if counted is not None:
        return Condensed(f"{with_capital(counted['asks'])} {noun} {counted['rest']}?")
    topic = discourse.topic(plain)
    if topic is None or not topic.is_name or topic.is_place:
        return None
    return Condensed(f"How many {noun} does {topic.text} have?")


def _is_counted(noun: str, *, is_asked: bool) -> bool:
    """Whether a noun tells what can be counted; none that is a property, unless it is asked so."""
    head = "".join(words(head_of(noun)))
    is_noun = [one.text for one in phrases_in(f"the {noun}")] == [noun]
    if not (is_noun and is_plural(head)) or head in _NO_NOUN:
        return False
    return is_asked or head in _COUNTABLE or head not in PROPERTIES
