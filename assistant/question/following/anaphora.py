"""Words that point back: "it", "their", "there", "that programme"; and whether they point outside.

"Does NOME publish its budget?" points to nothing before it; "Does Vinnova fund it?" does.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.entities.kinds import is_known, kind_words
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.binding import is_bound
from assistant.question.following.names import SpokenName
from assistant.question.following.phrases import is_plural, phrases_in
from assistant.question.following.verbs import is_verb, past_base
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import words

_FORMS = {
    "it": Pointing.THING, "its": Pointing.THING, "they": Pointing.SEVERAL,
    "them": Pointing.SEVERAL, "their": Pointing.SEVERAL,
    "he": Pointing.PERSON, "she": Pointing.PERSON, "him": Pointing.PERSON,
    "his": Pointing.PERSON, "her": Pointing.PERSON,
    "these": Pointing.SEVERAL, "those": Pointing.SEVERAL,
    "this": Pointing.THAT, "that": Pointing.THAT,
}  # fmt: skip
_OWNERS = frozenset({"its", "their", "his", "her"})
_PRONOUN = re.compile(r"\b(?P<word>it|its|they|them|their|he|she|him|his|her)\b(?![’'-]\w)", re.I)
# "Is that enough?" judges what is meant, and is no "that enough".
_JUDGED = (
    r"enough|ok|okay|fine|too|allowed|possible|sufficient|alright|free|true|right|correct|different|"
    r"similar|comparable"
)
# "Is that per person?", "was that before Alfa?"
_SAID = (
    r"per|more|less|fewer|before|after|with|without|including|excluding|only|just|than|normal|"
    r"usual|typical|much|because|since|until|why|how|when|where|[a-z]{3,}er\s+than"
)
# "This" and "that" only where no noun or clause follows.
_BARE = re.compile(
    rf"\b(?P<word>this|these|those|that)\b(?=\s*(?:[?.,!]|$|(?:{_JUDGED}|is|are|was|were|do|does|did|has|have|"
    r"been|costs?|means?|works?|all about|about|for|in|at|from|still|also|really|located|again|"
    r"based|happen|takes? place|exactly|then|now|go|goes|runs?|lasts?|starts?|ends?|begin|opens?|"
    r"closes?)\b)|(?:(?<=\bis (?:this|that))|(?<=\bwas (?:this|that)))\s+"
    r"(?:an?|one of the|part of|their|its)\s+"
    r"(?!lot\b|problem|issue|joke|must\b|good|bad|risk|mistake|typo))",
    re.I,
)
_KIND = re.compile(
    r"\b(?P<word>this|that|these|those|the same|the said|such an?)\s+"
    rf"(?P<noun>(?!(?:one|{_JUDGED}|{_SAID})\b)(?-i:[a-zåäö])[\w-]*(?:\s+(?-i:[a-zåäö])[\w-]*)?)",
    re.I,
)
_ONE = re.compile(r"\b(?P<word>this|that)\s+one\b|\bthe\s+(?P<same>same)(?=\s*(?:[?.!]|$))", re.I)
_THE_KIND = re.compile(
    r"\bthe\s+(?P<noun>(?:science |research |technology )?[a-zåäö]{3,})\b"
    r"(?!\s+(?:(?:of|that|which|who|in|for|with|at|to|from|on|by|behind|where|like|called|named|"
    r"between|near|most)\b|[A-ZÅÄÖ])|\s*[’'])"
)
# "There" as a place, not as in "are there any", "there is".
_THERE = re.compile(
    r"(?:\b(?:who|which|what)\b.*\s(?:is|are|was|were)\s+)(?P<too>there)(?=\s+(?:too|as\s+well|also)\b)|"
    r"(?:\bwho else (?:is|are|was|were)\s+)(?P<else>there)\b(?=\W*$)|"
    rf"(?<!\bare )(?<!\bis )(?<!\bwas )(?<!\bwere )(?<!\bbe )\b(?P<word>there)\b"
    rf"(?!\s+(?:{AUXILIARY}|be|been|exist|any)\b)|(?<=\bin )(?P<here>here)\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:in |that |the same )(?P<word>that|same)?\s*year\b", re.I)
_TIMES = frozenset(
    words("""
    again year years month months week weeks time times day days morning evening way ways case cases
    reason kind kinds sort sorts moment point much many far long side hand extent is are was were
    been i we you they he she it do does did has have had can could will would may should must not
    a the an all also in on of for if makes help helps about at to from with as by or and my our
    your go goes run runs last lasts
    takes take offers offer offered have give gives works work still really mean means cost
    costs happen happens live lived
""")
)
# "It" that stands for nothing.
_EXPLETIVE = re.compile(
    r"\b(?:(?:is|was) it|it[’']?s?(?: is| was)?) (?:(?:still|really|also|not|actually|at all) )?"
    r"(?:true|possible|correct|ok(?:ay)?|legal|worth|necessary|hard|easy|clear|known|allowed|"
    r"common|"
    r"important|required|better|best|difficult|normal|a problem|too late)\b"
    r"(?= (?:to|that|if|for|when|whether)\b)"
    r"|\b(?:will|does|did|is) it (?:rain|snow)(?:ing)?\b"
    r"|\bhow (?:long|much)(?: \w+)? (?:does|did|will|would) it (?:take|cost|mean)(?: \w+)?"
    r"(?= to\b)"
    r"|\bwhose (?:job|task|business|role|fault) is it(?= to\b)"
    r"|^how long (?:does|did|will|would) it take(?=\W*$)"
    r"|\bwhat (?:does|would|will|did) it (?:take|cost|mean)(?: \w+)?(?= to\b)"
    r"|\b(?:got|get|understood|understand|remember|read|heard) (?:it|that|this) "
    r"(?:right|correctly|well)\b"
    # "Which day is it soup at Alfa?"
    r"|\b(?:which|what) (?:(?:week)?days?|time|date) is it(?= [a-zåäö]+ (?:at|in)\b)"
    r"|\bis it (?-i:[A-ZÅÄÖ])[\w ]+? (?:that|who)\b|\bthat(?=[’']s (?:it|all|fine|right|ok))",
    re.I,
)
_CONTRACTED = re.compile(r"\b(it|they|he|she|that|there)[’'](s|re|ve|d|ll)\b", re.I)
_MISSPELT_ITS = re.compile(
    r"\b(describe|explain|about|of|in|for|with|from|to|by|at|(?:what|who|where)\s+(?:is|are|was|were))"
    r"\s+it[’']s(?=\s+[a-z])",
    re.I,
)
_CONTRACTIONS = {"s": "is", "re": "are", "ve": "have", "d": "would", "ll": "will"}
_BEFORE_SUBJECT = re.compile(
    rf"(?:\b{AUXILIARY}(?:n[’']t)?|\b(?:when|where|why|how|what|who|which|if|that|because))\s+$",
    re.I,
)
_ASKED = re.compile(r"\b(?:do|does|did|can|could|will|would)\s+$", re.I)
# "When was that decided?"
_WAS = re.compile(r"\b(?:is|was|has)\s+$", re.I)
_PARTICIPLES = frozenset(words("written given taken chosen begun shown"))
# What is decided or said is that something is so, and no thing.
_OF_CLAUSES = frozenset(
    words("decided agreed said told planned required needed allowed meant caused explained")
)
_AFTER_NOUN = re.compile(r"\w\s+$")
# "The region" and "the company" are as often any as one that was spoken of.
VAGUE = frozenset(
    words("""
    region city town country state sector industry society public government
    business market authority place area community group
""")
)
"""Nouns that "the" goes before, whatever was spoken of."""
_ADVERBS = frozenset(
    words("today now currently then again anyway nowadays already still also ever")
)


def expanded(question: str) -> str:
    """Write "it's" as "it is", so that the pronoun can be replaced.

    >>> expanded("When's it open and what's it called? It's free.")
    "When's it open and what's it called? It is free."
    """
    owning = _MISSPELT_ITS.sub(r"\1 its", question)
    return _CONTRACTED.sub(lambda found: f"{found[1]} {_CONTRACTIONS[found[2].lower()]}", owning)


def first_anaphor(question: str, names: Sequence[SpokenName]) -> Anaphor | None:
    """Give the first word that points out of the question, or None.

    Args:
        question: With contractions written out, see `expanded`.
        names: The names in it.
    """
    found = sorted(
        _anaphors(question), key=lambda one: (_may_be_any(question, one), one.start, -one.end)
    )
    kinds = [one.start for one in found if _may_be_any(question, one)]
    for anaphor in found:
        # "What does the cluster offer its members?": whichever that is, they are the cluster's.
        is_of_kind = anaphor.is_owner and any(at < anaphor.start for at in kinds)
        if not is_of_kind and not is_bound(question, anaphor, names):
            return anaphor
    return None


def kind_before(question: str, anaphor: Anaphor, names: Sequence[SpokenName]) -> Anaphor | None:
    """Give "the hospital" that stands before an anaphor and points out of the question, or None."""
    for one in _anaphors(question[: anaphor.end]):
        is_before = one.end <= anaphor.start and _may_be_any(question, one)
        if is_before and not is_bound(question, one, names):
            return one
    return None


def _may_be_any(question: str, anaphor: Anaphor) -> bool:
    """Whether it is "the company", which stands for something known less surely than "it"."""
    return question[anaphor.start :].lower().startswith("the ") and bool(anaphor.noun)


def _anaphors(question: str) -> Iterator[Anaphor]:
    blanked = _EXPLETIVE.sub(lambda found: "_" * len(found.group()), question)
    for pattern in (_PRONOUN, _BARE):
        yield from (_pronoun(blanked, found) for found in pattern.finditer(blanked))
    for found in _KIND.finditer(blanked):
        yield from _kind(blanked, found)
    yield from (_made(blanked, found, Pointing.THAT) for found in _ONE.finditer(blanked))
    yield from _years(blanked)
    yield from _places(blanked)
    for found in _THE_KIND.finditer(blanked):
        asked = _ASKED.search(blanked[: found.start()]) is not None
        if _is_whole_kind(found["noun"], blanked[found.end() :], is_asked=asked):
            yield _made(blanked, found, Pointing.KIND, noun=found["noun"])


def _years(text: str) -> Iterator[Anaphor]:
    for found in _YEAR.finditer(text):
        if found["word"] or found.group().lower().startswith(("that", "the same")):
            yield _made(text, found, Pointing.YEAR)


def _places(text: str) -> Iterator[Anaphor]:
    for found in _THERE.finditer(text):
        start, end = next(found.span(name) for name, said in found.groupdict().items() if said)
        yield Anaphor(start=start, end=end, pointing=Pointing.PLACE)


def _pronoun(text: str, found: re.Match[str]) -> Anaphor:
    word = found["word"].lower()
    rest = re.match(r"\s+([\w-]+)", text[found.end() :])
    # "Her" before a noun owns; at an end it is an object.
    owns = word in _OWNERS and rest is not None and words(rest[1]) != []
    noun = rest[1] if owns and rest else ""
    return Anaphor(
        start=found.start(),
        end=found.end(),
        pointing=_FORMS[word],
        noun=noun,
        is_owner=owns,
        is_subject=not owns and _BEFORE_SUBJECT.search(text[: found.start()]) is not None,
    )


def _made(text: str, found: re.Match[str], pointing: Pointing, noun: str = "") -> Anaphor:
    return Anaphor(
        start=found.start(),
        end=found.end(),
        pointing=pointing,
        noun=noun,
        is_subject=_BEFORE_SUBJECT.search(text[: found.start()]) is not None,
    )


def _kind(text: str, found: re.Match[str]) -> Iterator[Anaphor]:
    """Read "that programme", "these incubators", "that science park"; not "that is"."""
    if found["word"].lower() == "that" and _AFTER_NOUN.search(text[: found.start()]):
        before = phrases_in(text[: found.start()])
        is_kind = is_known(kind_words(found["noun"].split()[0])) and not is_plural(found["noun"])
        if not is_kind and before and before[-1].end == len(text[: found.start()].rstrip()):
            return  # "The project that pays" tells more of the project
    first, *more = found["noun"].split()
    folded = "".join(words(first))
    if (
        folded in _TIMES | _OF_CLAUSES
        or re.match(AUXILIARY + "$", first, re.I)
        or first.endswith("ly")
    ):
        return
    two = f"{first} {more[0]}" if more else first
    whole = bool(more) and is_known(kind_words(more[0])) and not is_verb("".join(words(more[0])))
    is_past = (past_base(folded) != "" or folded in _PARTICIPLES) and not (
        more and is_known(kind_words(more[0]))
    )
    if (is_past or is_verb(folded)) and not is_known(kind_words(first)):
        # "When did that open?"
        asked = _WAS if is_past else _ASKED
        if found["word"].lower() in {"this", "that"} and asked.search(text[: found.start()]):
            yield Anaphor(
                start=found.start(), end=found.end("word"), pointing=Pointing.THAT, is_subject=True
            )
        return
    noun = two if whole and not is_known(kind_words(first)) else first
    if whole and kind_words(two) != kind_words(first) and is_known(kind_words(two)):
        noun = two
    several = found["word"].lower() in {"these", "those"} or is_plural(noun)
    end = found.start("noun") + len(noun)
    yield Anaphor(
        start=found.start(),
        end=end,
        pointing=Pointing.SEVERAL if several else Pointing.KIND,
        noun=noun,
        is_subject=_BEFORE_SUBJECT.search(text[: found.start()]) is not None,
        is_that=found["word"].lower() == "that",
    )


def _is_whole_kind(noun: str, rest: str, *, is_asked: bool) -> bool:
    """Whether "the NOUN" is one thing of a kind, and no part of a longer phrase.

    With `is_asked` a verb must follow: "does the foundation own it", "does the park system work".
    """
    kind = kind_words(noun)
    if not is_known(kind) or is_plural(noun) or kind[-1] in VAGUE:
        return False
    following = re.match(r"\s+([\w-]+)", rest)
    if following is None:
        return True
    word = following[1]
    if word.lower() in _ADVERBS:
        return True
    if re.match(rf"{AUXILIARY}$", word, re.I) is not None or is_verb("".join(words(word))):
        return True
    goes_on = re.match(r"\s+[\w-]+\s+(?:an?|the|any\w*|no|its|their|more|some\w*|\d)\b", rest)
    return is_asked and goes_on is not None and not is_known(kind_words(word))
