"""All that one turn spoke of, with how likely each is before anything is asked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assistant.question.following.antecedent import Antecedent, joined
from assistant.question.following.described import described
from assistant.question.following.events import is_event
from assistant.question.following.leaving_out import PROPERTIES
from assistant.question.following.names import SpokenName
from assistant.question.following.nouns import put_in, sought, topic_in, whole_of
from assistant.question.following.phrases import Phrase, head_of, is_plural
from assistant.question.following.said_for import asks_best
from assistant.question.following.side_by_side import is_beside, side_by_side
from assistant.question.following.spoken import Spoken, article_before, written_as_person
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import words

# Of "makos’ adaptations" the makos are spoken of, and what a pronoun stood for before still is.
_PROPERTY = 0.5
_CARRIED = 0.3
# Of so many things at most one may be meant by "it".
MOST_NAMED = 8

_WHICH = re.compile(r"\b(?:which|what)\s+[a-zåäö]", re.I)
# "Which is the largest company that came out of Alfa?": that is spoken of, and Alfa less.
_FOUND_BEST = 1.75
_DEFINING = re.compile(
    r"^(?:(?:and|so|but|ok)\s+)?(?:what|who)(?:['’]s|\s+(?:is|are|was|were))\b|\babout\b|^describe|"
    r"^explain|^is there|^are there|^do you know",
    re.I,
)
_OWNED = re.compile(r"^(?P<owner>.+?)(?:[’']s|(?<=s)[’'])\s+\S")
_OF = re.compile(r"^[^’']+?\s+(?:of|in|for)\s+(?:the\s+|an?\s+)?(?P<whole>.+)$")
_EXISTS = re.compile(r"^(?:is|was) there\b", re.I)
_HAS = re.compile(
    r"^(?:does|do|did|has|have|had)\s.+\b(?:have|has|got|own|run|offer|operate|rent\s+out)\s+an?\s",
    re.I,
)
# "Do the founders of Alfa own shares?" goes on about the founders.
_SUBJECT = re.compile(rf"(?:{AUXILIARY})\s+", re.I)
_COUNTED = re.compile(r"\bhow\s+(?:many\s+)?$|\b(?:which|what)\s+$", re.I)


def spoken_of(turn: Spoken) -> Iterator[Antecedent]:
    """Give all that a turn spoke of, with how likely each is before anything is asked."""
    yield from _asked(turn)
    yield from _answered(turn)
    yield from _phrases(turn)
    for place in turn.places:
        score = 0.9 if not turn.names else 0.6
        yield Antecedent(text=place.text, score=score, kinds=place.kinds, is_place=True)


def _asked(turn: Spoken) -> Iterator[Antecedent]:
    for at, name in enumerate(turn.names):
        even = is_beside(turn.query, turn.names, at)
        # What "it" stood for before, beside what was named now, is what is spoken of.
        is_carried = len(turn.names) > 1 and name.text.casefold() not in turn.typed.casefold()
        yield Antecedent(
            text=name.text,
            score=(1.0 if even else 1.0 - 0.15 * min(at, 4)) + _CARRIED * is_carried,
            kinds=name.kinds,
            is_even=even,
            article=article_before(turn.query, name.start),
        )
    together = side_by_side(turn)
    if together:
        yield _group([name.text for name in together], 1.1)


def _answered(turn: Spoken) -> Iterator[Antecedent]:
    has_names = bool(turn.names or described(turn))
    if turn.answer is not None:
        score = 0.55 if has_names else 1.1
        if (
            has_names
            and _WHICH.match(turn.query)
            and not (turn.answer.is_place or turn.is_definition)
        ):
            # "Which company came out of Alfa?" goes on about the company.
            score = _FOUND_BEST if asks_best(turn) else 1.1
        if _EXISTS.match(turn.query):
            # "Is there a strategy at Alfa?" goes on about that.
            score = 1.3
        answer = _of_name(turn.answer, score, is_person=turn.asks_who)
        yield replace(answer, is_agent=turn.asks_who, is_given=True)
    if len(turn.items) > 1:
        if len(turn.items) <= MOST_NAMED:
            group = _group(turn.items, 0.75 if has_names else 1.15)
            yield replace(group, is_agent=turn.asks_who)
        listed = zip(turn.items, turn.kinds, strict=True)
        for item, kinds in islice(listed, MOST_NAMED * 3):
            score = 0.2 if has_names else 0.4
            yield Antecedent(
                text=item, score=score, kinds=kinds, is_even=not has_names, is_answer=True
            )
    yield from _told(turn)


def _told(turn: Spoken) -> Iterator[Antecedent]:
    """What an answer speaks of besides: titles of what it cites, names in its text."""
    seen = {name.text.casefold() for name in turn.names}
    alone = not turn.names and turn.answer is None and len(turn.items) < 2
    asked = described(turn)
    for at, name in enumerate(turn.titles):
        if name.text.casefold() not in seen:
            seen.add(name.text.casefold())
            score = 1.0 if name == asked else (0.5 if alone else 0.3) - 0.1 * at
            yield _of_name(name, score, is_person=False)
    # What is named in passing may be meant by its kind or as a person, and hardly by "it".
    for name in turn.told:
        if name.text.casefold() not in seen:
            seen.add(name.text.casefold())
            told = _of_name(name, 0.25 if name.is_known else 0.1, is_person=True)
            yield replace(told, is_aside=True)


def _phrases(turn: Spoken) -> Iterator[Antecedent]:
    """Plain nouns: the topic of "What is open innovation?", the mentors that were counted."""
    is_first = True
    for at, phrase in enumerate(_unanswered(turn)):
        named = [
            name for name in turn.names if phrase.start <= name.start and name.end <= phrase.end
        ]
        score = _phrase_score(turn, phrase, at, has_name=bool(named))
        text = phrase.text
        if not named:
            put = put_in(turn.typed, turn.query)
            text = put if put and text.startswith(f"{put} ") else topic_in(text)
            if not text:
                continue
        owned = _OWNED.match(text)
        inner = _OF.match(text)
        whole = "" if named else whole_of(text)
        if owned and not named:
            yield _plain(turn, owned["owner"], phrase, score)
            score -= _PROPERTY
        elif whole:
            yield _plain(turn, whole, phrase, score)
            score -= _PROPERTY
        elif inner and not named and _DEFINING.search(turn.query):
            yield _plain(turn, inner["whole"], phrase, score - _PROPERTY / 2)
        owner = named[0].text if named else ""
        is_held = not phrase.is_plural and (is_event(text) or _is_had(turn, phrase))
        if turn.names and not named and (is_held or (phrase.is_plural and is_first)):
            owner = turn.names[0].text
            text = _titled(text, turn) or f"{text} of {owner}"
        is_first = is_first and bool(named)
        plain = replace(_plain(turn, text, phrase, score), about=owner)
        yield replace(plain, article="the") if is_held and owner else plain


def _is_had(turn: Spoken, phrase: Phrase) -> bool:
    """Whether a turn asked if somebody has one: the lab of "does Alfa have a lab?" is Alfa's."""
    return bool(turn.names) and _HAS.match(turn.query[: phrase.start + len("an ")]) is not None


def _titled(phrase: str, turn: Spoken) -> str:
    """Give what documents call it: "Contests and hackathons" for "hackathons"; "" for nothing."""
    said = set(words(phrase))
    cited = (one.text for one in turn.titles if one.is_known and is_plural(head_of(one.text)))
    return next((title for title in cited if said < set(words(title))), "")


def _unanswered(turn: Spoken) -> Sequence[Phrase]:
    """Leave out what the answer stands for: of "which contest was it?" it is the contest."""
    return [one for one in turn.phrases if not (one.asks_which and turn.answer)]


def _plain(turn: Spoken, text: str, phrase: Phrase, score: float) -> Antecedent:
    """Plain nouns as an antecedent; what was put into the query before stays what is meant."""
    is_carried = not turn.names and text.casefold() not in turn.typed.casefold()
    at = turn.query.find(text, phrase.start)
    # "That bank" which no answer named is the one that was asked for.
    is_sought = phrase.asks_which and text == phrase.text and not turn.items
    before = article_before(turn.query, at) if at >= 0 else ""
    return Antecedent(
        text=sought(text, turn.query) if is_sought else text,
        score=score + _CARRIED * is_carried,
        is_name=False,
        is_plural=is_plural(head_of(text)),
        article="the" if is_sought else before,
    )


def _phrase_score(turn: Spoken, phrase: Phrase, at: int, *, has_name: bool) -> float:
    counted = _COUNTED.search(turn.query[: phrase.start]) is not None
    if turn.names:
        typed = any(name.text.casefold() in turn.typed.casefold() for name in turn.names)
        if phrase.is_plural and not typed:
            return 1.05 if counted else 0.9
        if phrase.is_plural and _SUBJECT.fullmatch(turn.query[: phrase.start]):
            return 1.3
        if not typed and _is_typed(turn, phrase):
            return 1.35
        return 0.35 if has_name else 0.45
    base = 0.9 if _DEFINING.search(turn.query) else 0.75
    base *= 1.0 if turn.is_answered else 0.5
    # "Which incubators take equity?" is about those that were listed.
    base *= 0.4 if len(turn.items) > 1 else 1.0
    return base - 0.1 * min(at, 3)


def _is_typed(turn: Spoken, phrase: Phrase) -> bool:
    """Whether "the wave tank" was asked about, and whose it is only put: no property of it."""
    head = "".join(words(head_of(phrase.text)))
    asked = phrase.text.split(" of ")[0]
    return f"the {asked}".casefold() in turn.typed.casefold() and head not in PROPERTIES


def _group(members: Sequence[str], score: float) -> Antecedent:
    return Antecedent(text=joined(members), score=score, group=tuple(members), is_plural=True)


def _of_name(name: SpokenName, score: float, *, is_person: bool) -> Antecedent:
    """Something that an answer named; a person where that is asked for and how it is written."""
    return Antecedent(
        text=name.text,
        score=score,
        kinds=name.kinds,
        is_place=name.is_place,
        is_answer=True,
        is_person=is_person and written_as_person(name.text, name.kinds),
    )
