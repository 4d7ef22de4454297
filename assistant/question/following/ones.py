"""Puts the noun for "one" and "ones": "the supporting ones", "another one", "do you have one?"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.entities.kinds import plural, singular
from assistant.question.condenser import Condensed
from assistant.question.following.anaphora import expanded
from assistant.question.following.asked_noun import asked_noun
from assistant.question.following.discourse import Discourse
from assistant.question.following.narrowing import asked_alone
from assistant.question.following.phrases import is_plural, phrases_in
from assistant.question.following.pointing import pointed
from assistant.question.following.spoken import Spoken, article_before
from assistant.question.following.verbs import is_verb
from assistant.question.following.wording import AND
from assistant.question.grammar import AUXILIARY, article, with_capital

# "Day one" says itself which; "loved ones" are no things.
_SUCH = re.compile(
    r"(?:\b(?P<article>the|an?|any|some|no)\s+)?"
    r"\b(?P<how>(?:(?:most|least|more|less|very|much)\s+)?"
    r"(?!(?:the|an?|any|some|no|which|what|that|this|these|those|every|each|others?|only|last|"
    r"next|first|second|third|fourth|fifth|sixth|same|right|wrong|former|latter|loved|more|less|day|number|phase|step|stage|level|"
    r"part|year|week|room|round|zone|tier|category|group|track|chapter|version|how|of|in|for|with|"
    r"to|at|or|and|than|not|just|even|by|from|about|on|as)\b)"
    r"[a-zåäö][a-zåäö-]+)\s+(?P<one>ones?)\b",
    re.I,
)
_ONE = re.compile(
    r"\b(?P<verb>[a-zåäö]{2,})(?:\s+(?:up\s+)?(?:for|with|without|into))?\s+(?P<one>one)"
    r"(?=\s*(?:[?.!,]|$)|\s+(?:for|in|at|on|from|by|with|too|if|when|yet|already|myself|ourselves|"
    r"there|here|now|again|before|after|per)\b)",
    re.I,
)
# "Since when is Alfa one?"
_IS_ONE = re.compile(
    r"\b(?P<verb>is|was|are|were)\s+(?P<who>\S[^?,]{1,60}?)\s+(?P<one>one)(?=\W*$)", re.I
)
_BEING = frozenset({"been", "be", "become", "becomes", "became", "becoming", "is", "was"})
_HAVING = frozenset({"has", "have", "had", "get", "got", "there"})
_CONDITION = re.compile(r"^(?:what\s+)?(?:if|suppose)\b", re.I)
_ALONE = re.compile(r"^(?:(?:what|how) about\s+)?$", re.I)
_SUPERLATIVE = re.compile(r"^(?:most|least)\s|[a-z]{2,}est$|^(?:best|worst)$", re.I)
_SIZE = re.compile(r"(?:bigg|larg|small)er$", re.I)
_OF_SIZE = re.compile(
    r"^\s+(?:with|of)\s+[\w ]+?\s(?:employees|people|persons|staff|members)\b", re.I
)
_SORTS = re.compile(r"^(?:kinds?|types?|sorts?)\s+of\s+", re.I)
_REST = re.compile(r"\s+(?=(?:that|which|who|of|in|for|on|at|from|with|to|among)\s)")
_CLAUSE = re.compile(r"^\s*(?:that|which|who)\s")
_INDEFINITE = re.compile(r"^(?:an?|any|another)\s", re.I)
_ARTICLE = re.compile(r"\ban?\s+$", re.I)
_DOERS = ("things that ", "organisations that ")
# In so many turns the noun may stand.
_LATELY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    """What "one" may be: "new", "partners" and " of Beta"."""

    before: str
    head: str
    rest: str


def such_one(question: str, discourse: Discourse) -> Condensed | None:
    """Write the noun for "one"; None where nothing was spoken of that could be one."""
    typed = AND.sub("", expanded(question))
    if _CONDITION.match(typed) or _found(typed, discourse) is None or discourse.last is None:
        return None
    resolved = pointed(question, discourse)
    if resolved is not None and resolved.asks_back is not None:
        return None
    plain = resolved.query if resolved else typed
    found = _found(plain, discourse)
    noun = _meant(found, discourse, is_first=resolved is None) if found else None
    if found is None or noun is None or _says_itself(plain, found):
        return None
    is_such = found.re is _SUCH
    if is_such and _ALONE.match(plain[: found.start()]) and not plain[found.end() :].strip(" ?!."):
        return _instead(found, noun, discourse.last)
    # "Does Beta have one?" asks of a lab, not of one at Alfa.
    rest = noun.rest if _is_being(found) or not discourse.names(typed) else ""
    put = _such(found, noun, rest) if is_such else _one(noun, rest)
    start = found.start() if is_such else found.start("one")
    return Condensed(with_capital(f"{plain[:start]}{put}{plain[found.end() :]}"))


def _found(plain: str, discourse: Discourse) -> re.Match[str] | None:
    names = discourse.names(plain)
    for found in _SUCH.finditer(plain):
        is_name = any(
            one.start < found.end("how") and found.start("how") < one.end for one in names
        )
        if not is_name and (found["article"] or _tells_how(found["how"].lower().split()[-1])):
            return found
    is_one = _IS_ONE.search(plain)
    if is_one and names and names[-1].end == is_one.end("who"):
        return is_one
    return next(filter(_does, _ONE.finditer(plain)), None)


def _tells_how(word: str) -> bool:
    """Whether a word says what "ones" are like, and not what is done: "bigger", "supporting"."""
    is_doing = word in _BEING | _HAVING or re.fullmatch(AUXILIARY, word) is not None
    return not is_doing and (word.endswith(("ing", "ed")) or not is_verb(word))


def _does(found: re.Match[str]) -> bool:
    verb = found["verb"].lower()
    return verb in _BEING | _HAVING or is_verb(verb)


def _is_being(found: re.Match[str]) -> bool:
    return found.re is not _SUCH and found["verb"].lower() in _BEING


def _says_itself(plain: str, found: re.Match[str]) -> bool:
    """Whether a question has the noun itself: "Is there a gym, or do I have to find one?"."""
    before, is_several = plain[: found.start()], found["one"].lower() == "ones"
    return not _is_being(found) and any(
        one.is_plural if is_several else _INDEFINITE.match(before[one.start :])
        for one in phrases_in(before)
    )


def _meant(found: re.Match[str], discourse: Discourse, *, is_first: bool) -> _Noun | None:
    """Give what was spoken of lately that there may be several of.

    With `is_first` nothing else of a question stands for what was spoken of.
    """
    is_several = found["one"].lower() == "ones"
    return next(_nouns(discourse, is_several=is_several, is_first=is_first), None)


def _nouns(discourse: Discourse, *, is_several: bool, is_first: bool) -> Iterator[_Noun]:
    for turn in discourse.near()[:_LATELY]:
        query = turn.query
        several = [one.text for one in turn.phrases if one.is_plural and not _SORTS.match(one.text)]
        asked = _SORTS.sub("", asked_noun(asked_alone(turn)))
        if asked and not asked.startswith(_DOERS) and is_plural(_parted(asked).head):
            several.insert(0, asked)
        single = [one.text for one in turn.phrases if _INDEFINITE.match(query[one.start :])]
        the = [one.text for one in turn.phrases if article_before(query, query.find(one.text))]
        every = [*several, *single, *the] if is_several else [*single, *several, *the]
        yield from map(_parted, every if is_first or not is_several else several)


def _parted(phrase: str) -> _Noun:
    said = _REST.split(phrase, maxsplit=1)[0]
    head = said.split()[-1]
    return _Noun(before=said[: -len(head)].strip(), head=head, rest=phrase[len(said) :])


def _one(noun: _Noun, rest: str) -> str:
    said = f"{noun.before} {singular(noun.head)}".strip()
    return f"{article(said)} {said}{'' if _CLAUSE.match(rest) else rest}"


def _such(found: re.Match[str], noun: _Noun, rest: str) -> str:
    """Write "the supporting partners of Beta" for "the supporting ones"."""
    is_several = found["one"].lower() == "ones"
    head = noun.head if is_plural(noun.head) else plural(noun.head)
    head = head if is_several else singular(noun.head)
    before = f"{found['article']} " if found["article"] else ""
    return f"{before}{found['how']} {head}{'' if _CLAUSE.match(rest) else rest}"


def _instead(found: re.Match[str], noun: _Noun, last: Spoken) -> Condensed | None:
    """Ask the last question of others of the same noun: "and the supporting ones?"."""
    if _SUPERLATIVE.search(found["how"]):
        return Condensed(f"Which is {_such(found, noun, noun.rest)}?")
    for phrase in last.phrases:
        parted = _parted(phrase.text)
        if parted.head != noun.head:
            continue
        start = last.query.find(phrase.text, phrase.start)
        end = last.query.find(parted.head, start) + len(parted.head)
        before, how = last.query[:start], found["how"]
        if article_before(before, start).startswith("a"):
            before = _ARTICLE.sub(f"{article(how)} ", before)
        rest = last.query[end:]
        rest = _OF_SIZE.sub("", rest) if _SIZE.search(how) else rest
        return Condensed(with_capital(f"{before}{how} {parted.head}{rest}"))
    return None
