"""What is said before a question is asked: "That's good to know. Who funds it?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.names import NoNames, names_in
from assistant.question.following.own_things import describes_asker, with_own_meant
from assistant.question.following.phrases import Phrase, phrases_in
from assistant.question.following.sentences import (
    asks_by_itself,
    goes_back,
    is_of_answer,
    sentences,
)
from assistant.question.following.wording import AND
from assistant.question.terms import terms

_CALLS = re.compile(
    r"^(?:(?:wow|really|huh|ha|aha|ah|whoa|gosh|nope|yup|yeah|hm+|sorry|what)\b[\s,.!?]*)+", re.I
)
# What people say of an answer, which is nothing to ask about.
_COMMENTS = frozenset(
    terms("""
    interesting surprising fascinating amazing great good nice cool helpful useful clear unclear sad
    scary strange weird funny true wrong right wow hmm hm ok okay thanks thank appreciate love like
    lot bit little bad better worse best much many more really very quite too enough fair else
    something anything nothing everything shame us me
    sense sounds sound seems seem looks look makes make means mean
    know knew known think thought guess believe understand understood misunderstood realise realize
    see heard hear read remember forgot expect expected idea clue sure curious wonder wondering
    interested worried surprised impressed confused glad happy sorry afraid
    lovely impressive pity perfect super brilliant excellent fantastic wonderful awesome cute neat
    sweet congrats congratulations bummer gosh noted agreed exactly absolutely definitely fun
    expensive pricey cheap generous reasonable promising exciting annoying disappointing tempting
    answer answers question questions asked ask explanation information info help example examples
    detail details part point case thing things way list now today again don didn doesn won isn wasn
    aren weren couldn wouldn ve re ll im ive yes no not never ever just only
    """)
)
# "I run a bakery": what "it" may be.
_OWN_THING = re.compile(r"\b(?:an?|my|our|this|another)\s+$", re.I)
# "I'm a student": who asks is no "it".
_IS_SOMEBODY = re.compile(r"^(?:i|we)(?:[’']m|[’']re|\s+am|\s+are)\s+(?:\w+\s+)?$", re.I)
_POINTS = re.compile(
    r"\b(?:(?P<it>it|its|it[’']s|this|that|there|he|she|him|his|her)|they|them|their)\b", re.I
)
# "How big is it, I mean how many groups are there?"
_MEANT = re.compile(r"^[^.?!]+?[,.?!–-]+\s*i\s+mean(?:t)?\b[\s,:]+(?P<asks>.+)$", re.I)
_TELLS_HOW = re.compile(
    r"\b(?:am|is|are|was|were|be|been|sounds?|seems?|looks?|more|very|so|too|quite|learning)\s+$",
    re.I,
)
_LONGEST_WITHOUT_VERB = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """A question, and what was said before it.

    Attributes:
        remark: Whole sentences with the white space behind them, or "".
        asked: From the first sentence on that asks, with what was told of oneself in place of what
            points at it; all where none asks, or the first.
        tells: Whether the remark speaks of something that the question may be about: "I have a
            dog. ...".
        names: Whether it names it.
        is_meant: Whether "it" in the question may be what the remark speaks of, or names.
        back: The sentence that goes back to something: "The angels again.", or "".
    """

    remark: str
    asked: str
    tells: bool = False
    names: bool = False
    is_meant: bool = False
    back: str = ""


def remarked(question: str) -> Remarked:
    """Part a question from what was said before it.

    >>> remarked("That's good to know. Who funds it?").asked
    'Who funds it?'
    >>> remarked("I lead a bakery. Can it join?").tells
    True
    >>> remarked("We bake bread. Can we join?").is_meant
    False
    """
    starts, parts = sentences(question)
    asking = (at for at, one in enumerate(parts) if asks_by_itself(one))
    first = next(asking, len(parts) - 1 if _asks_last(parts) else 0)
    if not first:
        return Remarked(remark="", asked=question)
    asked = question[starts[first] :]
    plain = [expanded(AND.sub("", _CALLS.sub("", one))) for one in parts[:first]]
    told = [one for one in plain if not _is_of_answer(one)]
    back = next((one for one in told if goes_back(one)), "")
    typed, asked = asked, with_own_meant(told, asked)
    # "I work at Alfa. Can we join?" is not about Alfa, "I heard of Alfa. ..." is.
    names = any(_names(one) for one in told if not describes_asker(one))
    return Remarked(
        remark=question[: starts[first]],
        asked=asked,
        back=back,
        tells=bool(back) or any(_names(one) or _tells(one) for one in told),
        names=names,
        is_meant=names
        or (asked == typed and _points_at_one(asked) and any(map(_is_of_thing, told))),
    )


def _asks_last(parts: Sequence[str]) -> bool:
    """Whether the last sentence alone asks, without a verb: "Fair enough. Flights included?"."""
    *before, last = parts or [""]
    is_short = len(last.split()) <= _LONGEST_WITHOUT_VERB
    return is_short and last.endswith("?") and not any(one.endswith("?") for one in before)


def _is_of_answer(sentence: str) -> bool:
    return is_of_answer(sentence) and not _names(sentence)


def _points_at_one(question: str) -> bool:
    found = _POINTS.search(question)
    return found is not None and found["it"] is not None


def _is_of_thing(sentence: str) -> bool:
    """Whether a sentence brings up one thing: "I run a bakery"."""
    return any(
        not one.is_plural
        and not _IS_SOMEBODY.search(sentence[: one.start])
        and _OWN_THING.search(sentence[: one.end].removesuffix(one.text)) is not None
        for one in _nouns(sentence, phrases_in(sentence))
    )


def without_remark(question: str) -> str:
    """Give a question without what was only remarked before it.

    >>> without_remark("Thanks, that helps. Who funds NOME?"), without_remark("I lead a bakery.")
    ('Who funds NOME?', 'I lead a bakery.')
    """
    said = remarked(question)
    return question if said.tells else said.asked


def without_afterthought(question: str) -> str:
    """Give a question without what is told behind it, and what it was put right to.

    >>> without_afterthought("Which town are they in? I may be travelling that way in June")
    'Which town are they in?'
    >>> without_afterthought("Who runs it? And where is it?")
    'Who runs it? And where is it?'
    >>> without_afterthought("How big is it, I mean how many groups are there?")
    'how many groups are there?'
    """
    meant = _MEANT.match(question)
    if meant and asks_by_itself(meant["asks"]):
        return meant["asks"]
    starts, parts = sentences(question)
    last = next((at for at, one in enumerate(parts) if asks_by_itself(one)), len(parts))
    behind = parts[last + 1 :]
    if not behind or any(one.endswith("?") or asks_by_itself(one) for one in behind):
        return question
    return question[: starts[last + 1]].rstrip(" ,;–-")


def asked_phrases(query: str) -> tuple[Phrase, ...]:
    """Give the noun phrases of what a question asks; where that has none, of what it tells before.

    >>> [one.text for one in asked_phrases("I am planning a trip. Where is the lake?")]
    ['lake']
    """
    phrases = tuple(phrases_in(query))
    said = remarked(query)
    start = 0 if said.names else len(said.remark)
    return tuple(one for one in phrases if one.start >= start) or phrases


def _names(sentence: str) -> bool:
    return any(not _is_comment(name.text) for name in names_in(sentence, NoNames()))


def _tells(sentence: str) -> bool:
    """Whether a sentence that names nothing speaks of something, and does not point back."""
    nouns = _nouns(sentence, phrases_in(sentence))
    return bool(nouns) and first_anaphor(sentence, ()) is None


def _nouns(sentence: str, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
    """Phrases that speak of something: not the "difficult" of "it sounds difficult"."""
    return [
        phrase
        for phrase in phrases
        if not _is_comment(phrase.text) and not _TELLS_HOW.search(sentence[: phrase.start])
    ]


def _is_comment(text: str) -> bool:
    return all(term in _COMMENTS for term in terms(text))
