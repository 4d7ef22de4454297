"""Speaking of something again as people do: "it", "they", "his", "there", "the park", or nothing.

Turns a question that names something into one that is understood from what was said before.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.following.phrases import phrases_in
from assistant.question.terms import words
from training.follow_ups import occurrences

_WORD = r"[A-ZÅÄÖØÆÉ][\w&-]*"
_NAME = (
    r"(?:the )?(?:[A-ZÅÄÖØÆÉ][\w&.-]*(?:[’'][A-ZÅÄÖØÆÉ]\w+)?|\d+)"
    rf"(?: (?:of|and|&|for|the|de|i|og|och) {_WORD}| {_WORD}| \d+)*"
)
_NAMED = re.compile(rf"(?<!\w)(?P<name>{_NAME})(?P<own>[’']s?(?!\w))?")
_PLAIN = re.compile(
    r"(?<!\w)(?P<name>(?:the|this|its|a) (?:[a-zåäö][\w-]+ )?[a-zåäö][\w-]{2,})"
    r"(?P<own>[’']s)?(?= |[?.,]|$)"
)
_LETTERS = re.compile(r"[^\W\d]{2}")
# What a question begins with is no name.
_ASKS = frozenset(
    words("""
    what which who whom whose where when why how is are was were do does did has have had can could
    may will would should i in at on for to of from by name tell give list explain any our we my if
    somebody someone describe put please
""")
)
_ARTICLES = frozenset({"the", "a", "an", "this", "its"})
_AUXILIARY = re.compile(
    r"\b(?P<verb>does|do|did|is|are|was|were|has|have|had|can|could|will|would|may|must|should) $",
    re.I,
)
_SEVERAL = {"does": "do", "is": "are", "was": "were", "has": "have"}
_PREPOSITION = re.compile(
    r" (?P<word>of|at|in|for|with|by|from|to|into|about|on|behind|than|inside|under) $", re.I
)
_PLACE = frozenset({"at", "in", "on", "inside"})
_VERB_BEFORE = re.compile(
    r"\b(?:run|runs|own|owns|lead|leads|head|heads|found|founded|fund|funds|funded|finance|finances|"
    r"financed|join|use|uses|visit|start|started|host|hosts|organise|organises|arranges|buy|bought|"
    r"invented|wrote|designed|built|made|created|discovered|published|attend|manage|manages|support|"
    r"supports|contact|reach|apply to|called|replaced|joined|won|directs|operates|develops|"
    r"developed|chairs|coordinates|pays for|paid for) $",
    re.I,
)
_WHO = re.compile(r"^(?:and |so )?who\b|\bwhich person\b|\bwhose name\b", re.I)
_HE, _SHE = re.compile(r"\b(?:he|his|him)\b", re.I), re.compile(r"\b(?:she|her|hers)\b", re.I)
_NO_PERSON = re.compile(
    r"\b(?:Park|Foundation|Agency|Institute|University|Centre|Center|Fund|Group|AB|Lab|Labs|Hub|"
    r"Network|Cluster|Partners|Capital|Ventures|Council|Region|House|Municipality)\b"
)
# A person is told of in so many characters behind the name.
_TOLD = 200
# What a name may end in that is then said for it: "the park".
_KINDS = frozenset(
    words("""
    park foundation agency institute university centre center fund group lab hub network cluster
    council region incubator accelerator programme program project prize award school college
    company bank society academy museum church army party river city league conference fair festival
    forum week day workshop desk club alliance association
""")
)
# How often what may be said either way is said one way.
_BY_KIND, _LEFT_OUT, _LEFT_OUT_WITHIN, _THERE, _SINGLE = 0.18, 0.5, 0.3, 0.6, 0.6
_OF_SEVERAL, _OLD = 0.3, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thing:
    """What is spoken of again."""

    text: str
    is_person: bool
    is_she: bool


def names_of(question: str) -> Sequence[re.Match[str]]:
    """Find what a question names, without the word that it begins with."""
    found = []
    for one in _NAMED.finditer(question):
        first = one["name"].split()[0].lower()
        if one.start() > 0 or first not in _ASKS:
            found.append(one)
            continue
        rest = _NAMED.search(question, len(first))
        if rest is not None and rest.start() < one.end():
            found.append(rest)
    return [one for one in found if _LETTERS.search(one["name"])]


def spoken_back(
    question: str, history: str, page: str, rng: random.Random
) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """Give a question that speaks of what was said as known, and where that stands.

    Args:
        question: Names what it is about.
        history: What was said before it, as `history_of` writes it.
        page: The text that tells whether a name is a person's.
        rng: Says how it is spoken of.

    Returns:
        The question, and offsets (start, end) in the history; None where nothing was said before.
    """
    phrases = phrases_in(question)
    for one in _known(question, history, rng):
        # Not "the Halifax bank".
        if not one["own"] and any(at.start < one.end("name") < at.end for at in phrases):
            continue
        core = _core(one["name"])
        places = occurrences(core, history)
        newest = history.find(" Asked: ", 1)
        is_old = newest > 0 and all(start > newest for start, _ in places)
        if is_old and rng.random() > _OLD:
            continue
        said = _put(question, one, _thing(core, history, page), rng)
        if said:
            return said, places
    return None


def _known(question: str, history: str, rng: random.Random) -> list[re.Match[str]]:
    """Give what a question names that was said; where it names several, mostly none."""
    named = names_of(question)
    found = [one for one in named if occurrences(_core(one["name"]), history)]
    if len(named) > 1 and rng.random() > _OF_SEVERAL:
        return []
    if not named:
        plain = (one for one in _PLAIN.finditer(question) if one.start() > 0)
        found = [one for one in plain if occurrences(_core(one["name"]), history)]
    rng.shuffle(found)
    return found


def _core(name: str) -> str:
    said = name.split()
    return " ".join(said[1:] if said[0].lower() in _ARTICLES and len(said) > 1 else said)


def _thing(core: str, history: str, page: str) -> _Thing:
    """Tell whether a name is a person's: it answers who, or he or she stands near it."""
    at = history.find(core)
    asked = history[max(0, history.rfind("Asked:", 0, at)) + len("Asked: ") : at]
    told = (page[one.start() : one.start() + _TOLD] for one in re.finditer(re.escape(core), page))
    near = " ".join(told)
    he, she = len(_HE.findall(near)), len(_SHE.findall(near))
    count = len(core.split())
    is_person = (
        he + she > 0
        and core[:1].isupper()
        and _NO_PERSON.search(core) is None
        and (count == 2 or (count == 1 and _WHO.search(asked) is not None))
    )
    return _Thing(text=core, is_person=is_person, is_she=is_person and she > he)


def _put(question: str, one: re.Match[str], thing: _Thing, rng: random.Random) -> str | None:
    """Say a thing as what is known; None where it stands in no place of which one can tell how."""
    before, after = question[: one.start()], question[one.end() :]
    if one["own"]:
        return f"{before}{_owner(thing, rng)}{after}"
    at_end = re.fullmatch(r"\s*[?.!]*", after) is not None
    kind = thing.text.split()[-1].lower()
    is_of_kind = not thing.is_person and kind in _KINDS and " " in thing.text
    if is_of_kind and rng.random() < _BY_KIND:
        return f"{before}{rng.choice(['the', 'the', 'that', 'this'])} {kind}{after}"
    preposition = _PREPOSITION.search(before)
    if preposition is not None:
        head = before[: preposition.start()]
        left_out = _LEFT_OUT if at_end else _LEFT_OUT_WITHIN
        if rng.random() < left_out and len(head.split()) > 1:
            return f"{head}{after}"
        is_place = preposition["word"].lower() in _PLACE and not thing.is_person
        if is_place and rng.random() < _THERE:
            return f"{head} there{after}"
        return f"{before}{_object(thing, rng)}{after}"
    if at_end and _VERB_BEFORE.search(before):
        return f"{before}{_object(thing, rng)}{after}"
    auxiliary = _AUXILIARY.search(before)
    return f"{_subject(before, auxiliary, thing, rng)}{after}" if auxiliary else None


def _owner(thing: _Thing, rng: random.Random) -> str:
    if thing.is_person:
        return "her" if thing.is_she else "his"
    return rng.choice(["its", "its", "their"])


def _object(thing: _Thing, rng: random.Random) -> str:
    if thing.is_person:
        return "her" if thing.is_she else "him"
    return rng.choice(["it", "it", "them", "that"])


def _subject(before: str, auxiliary: re.Match[str], thing: _Thing, rng: random.Random) -> str:
    if thing.is_person:
        return f"{before}{'she' if thing.is_she else 'he'}"
    if rng.random() < _SINGLE:
        return f"{before}it"
    verb = auxiliary["verb"]
    several = _SEVERAL.get(verb.lower(), verb.lower())
    put = several.capitalize() if verb[0].isupper() else several
    return f"{before[: auxiliary.start('verb')]}{put} they"
