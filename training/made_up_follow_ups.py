"""Follow-ups made from questions about the same page: what both name is what the second points at.

"Who owns Alfa?" - "Beta" - "How many shops does Beta have?" becomes "how many shops do they have?".
Nobody wrote these, so they are many and rough: to learn from before those that people wrote. Made
from our own pages and from paragraphs of SQuAD's training part.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.model import Answer, Turn
from assistant.question.following.phrases import phrases_in
from assistant.question.following.reading_back import history_of
from training.examples import Paragraph, read_squad
from training.follow_ups import FollowUp, occurrences

FOLDER = Path("training/data")
# As in `prepare_pages`: every so many-th page is held out.
_HELD_OUT_EVERY = 10
_PER_PAGE = 60
_PER_PARAGRAPH = 2
_LONGEST = 14
_SHARE_ALONE = 0.25
_SHARE_EARLIER = 0.35
_NAME = (
    r"(?:the )?(?:[A-ZÅÄÖØÆÉ][\w’'&.-]*|\d+)(?: (?:of|and|&|for|the|de|i|og|och) [A-ZÅÄÖØÆÉ][\w&-]*"
    r"| [A-ZÅÄÖØÆÉ][\w&-]*| \d+)*"
)
_NAMED = re.compile(rf"(?<!\w)(?P<name>{_NAME})(?P<own>[’']s?(?!\w))?")
_PLAIN = re.compile(
    r"(?<!\w)(?P<name>(?:the|this|its|a) (?:[a-zåäö][\w-]+ )?[a-zåäö][\w-]{2,})(?P<own>[’']s)?(?= |[?.,]|$)"
)
_ASKS = frozenset(
    "what which who whom whose where when why how is are was were do does did has have had can "
    "could may will would should i in at on for to of from by name tell give list explain any our "
    "we my if somebody someone describe put please".split()
)
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
    r"supports|contact|reach|apply to|called|replaced|joined|won|directs|operates|develops|developed|"
    r"chairs|coordinates|pays for|paid for) $",
    re.I,
)
_WHO = re.compile(r"^(?:and |so )?who\b|\bwhich person\b|\bwhose name\b", re.I)
_HE, _SHE = re.compile(r"\b(?:he|his|him)\b", re.I), re.compile(r"\b(?:she|her|hers)\b", re.I)
_REMARKS = (
    "ok, ", "okay ", "nice. ", "thanks! ", "hm, ", "interesting, ", "so ", "great. ", "aha. ",
    "good to know. ", "oh, ", "sounds good, ", "cool ", "I see. ", "not bad. ", "alright, ",
)  # fmt: skip
_TIED = ("and ", "And ", "but ", "also, ")
_STOP = frozenset("the a an this its".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question in one of its wordings, the sentence that answers it and the answer in it."""

    wordings: tuple[str, ...]
    sentence: str
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Put:
    """How a thing is spoken of: he, she, or what is none of them."""

    text: str
    is_person: bool
    is_she: bool


def of_pages(rng: random.Random, folder: Path = FOLDER) -> Iterator[FollowUp]:
    """Make follow-ups from the questions about our own pages, those held out told apart."""
    lines = [
        json.loads(line)
        for path in sorted(folder.glob("pages*.jsonl"), key=lambda one: (len(one.stem), one.stem))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    pages = [
        [
            Asked(wordings=tuple(one["q"]), sentence=str(one["in"]), answer=one["a"])
            for one in page["questions"]
        ]
        for page in lines
    ]
    for at, page in enumerate(pages):
        other = pages[rng.randrange(len(pages))]
        yield from _made(
            page,
            other,
            text=str(lines[at]["text"]),
            most=_PER_PAGE,
            held_out=at % _HELD_OUT_EVERY == 0,
            rng=rng,
        )


def of_squad(file: Path, rng: random.Random) -> Iterator[FollowUp]:
    """Make follow-ups from paragraphs of SQuAD's training part."""
    before: list[Asked] = []
    for paragraph in read_squad(file):
        asked = _asked_of(paragraph)
        if len(asked) > 1:
            yield from _made(
                asked,
                before or asked,
                text=paragraph.text,
                most=_PER_PARAGRAPH,
                held_out=False,
                rng=rng,
            )
            if rng.random() < _SHARE_ALONE:
                before = asked


def _asked_of(paragraph: Paragraph) -> list[Asked]:
    text = paragraph.text
    found = []
    for one in paragraph.examples:
        if one.end > one.start >= 0:
            first = max(text.rfind(mark, 0, one.start) for mark in (". ", "? ", "! "))
            last = min(
                (at for mark in (". ", "? ", "! ") if (at := text.find(mark, one.end)) >= 0),
                default=len(text) - 1,
            )
            found.append(
                Asked(
                    wordings=(one.question,),
                    sentence=text[first + 2 if first >= 0 else 0 : last + 1],
                    answer=text[one.start : one.end],
                )
            )
    return found


def _made(
    page: Sequence[Asked],
    other: Sequence[Asked],
    *,
    text: str,
    most: int,
    held_out: bool,
    rng: random.Random,
) -> Iterator[FollowUp]:
    """Make up to so many follow-ups about one page."""
    made = alone = 0
    pairs = [(one, two) for one in page for two in page if one is not two]
    rng.shuffle(pairs)
    for first, second in pairs:
        wording = rng.choice(second.wordings)
        if made >= most:
            return
        if len(wording.split()) > _LONGEST:
            continue
        turns = [_turn(first, rng)]
        if rng.random() < _SHARE_EARLIER:
            turns.insert(0, _turn(rng.choice(page if rng.random() < 0.6 else other), rng))
        history = history_of(turns)
        found = _followed(wording, history, text, rng)
        if found is not None:
            question, spans = found
            yield FollowUp(question=question, history=history, spans=spans, held_out=held_out)
            made += 1
        # What names something stands alone, behind the same page and, mostly, behind another.
        elif alone < made * _SHARE_ALONE and _names(wording):
            if rng.random() < 0.7:
                turns = [_turn(one, rng) for one in rng.sample(list(other), min(len(other), 2))]
                history = history_of(turns)
            question = _loose(_mistyped(wording, rng), rng, tied=False)
            yield FollowUp(question=question, history=history, spans=(), held_out=held_out)
            alone += 1


def _turn(one: Asked, rng: random.Random) -> Turn:
    question = rng.choice(one.wordings)
    is_declined = one.answer is None
    answer = Answer(
        status="declined" if is_declined else "answered",
        text="" if is_declined else one.sentence,
        short_answer=one.answer if rng.random() < 0.8 else None,
    )
    return Turn(turn_id="", question=question, query=question, answer=answer)


def _names(wording: str) -> list[re.Match[str]]:
    """Find what a question names; its first word is a name only where it asks nothing."""
    found = []
    for one in _NAMED.finditer(wording):
        first = one["name"].split()[0].lower()
        if one.start() == 0 and first in _ASKS:
            rest = _NAMED.search(wording, len(first))
            if rest is not None and rest.start() < one.end():
                found.append(rest)
            continue
        found.append(one)
    return [one for one in found if re.search(r"[^\W\d]{2}", one["name"])]


def _followed(
    wording: str, history: str, text: str, rng: random.Random
) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """Speak of what was named before as one does of what is known; None where nothing was."""
    named = _names(wording)
    known = [one for one in named if occurrences(_core(one["name"]), history)]
    if len(named) != 1 and known:
        known = known if rng.random() < 0.3 else []
    if not named:
        known = [
            one
            for one in _PLAIN.finditer(wording)
            if one.start() > 0 and occurrences(_core(one["name"]), history)
        ]
    rng.shuffle(known)
    phrases = phrases_in(wording)
    for one in known:
        # Not "the Halifax bank".
        if not one["own"] and any(at.start < one.end("name") < at.end for at in phrases):
            continue
        core = _core(one["name"])
        spans = occurrences(core, history)
        newest = history.find(" Asked: ", 1)
        if newest > 0 and all(start > newest for start, _ in spans) and rng.random() < 0.6:
            continue
        put = _Put(text=core, **_person(core, history, text))
        said = _without(wording, one, put, rng)
        if said:
            return _loose(said, rng, tied=True), spans
    return None


def _core(name: str) -> str:
    words = name.split()
    return " ".join(words[1:] if words[0].lower() in _STOP and len(words) > 1 else words)


def _person(core: str, history: str, text: str) -> dict[str, bool]:
    """Tell whether a name is a person's: it answers who, or he or she stands near it."""
    at = history.find(core)
    who = _WHO.search(history[max(0, history.rfind("Asked:", 0, at)) + 7 : at]) is not None
    is_name = len(core.split()) in {1, 2} and core[:1].isupper()
    near = " ".join(text[one.start() : one.start() + 200] for one in re.finditer(re.escape(core), text))
    he, she = len(_HE.findall(near)), len(_SHE.findall(near))
    company = re.search(
        r"\b(?:Park|Foundation|Agency|Institute|University|Centre|Center|Fund|Group|AB|Lab|Labs|"
        r"Hub|Network|Cluster|Partners|Capital|Ventures|Council|Region|House|Municipality)\b",
        core,
    )
    is_person = is_name and company is None and (he + she > 0) and (who or len(core.split()) == 2)
    return {"is_person": is_person, "is_she": is_person and she > he}


def _without(wording: str, one: re.Match[str], put: _Put, rng: random.Random) -> str | None:
    before, after = wording[: one.start()], wording[one.end() :]
    if one["own"]:
        own = ("her" if put.is_she else "his") if put.is_person else rng.choice(["its", "their", "its"])
        return f"{before}{own}{after}"
    preposition = _PREPOSITION.search(before)
    at_end = re.fullmatch(r"\s*[?.!]*", after) is not None
    if not put.is_person and rng.random() < 0.18 and (noun := _noun(put.text)):
        that = rng.choice(["the", "the", "that", "this"])
        return f"{before}{that} {noun}{after}"
    if preposition is not None:
        head = before[: preposition.start()]
        if rng.random() < (0.5 if at_end else 0.3) and len(head.split()) > 1:
            return f"{head}{after}"
        if preposition["word"].lower() in _PLACE and rng.random() < 0.6 and not put.is_person:
            return f"{head} there{after}"
        return f"{before}{_object(put, rng)}{after}"
    if at_end and _VERB_BEFORE.search(before):
        return f"{before}{_object(put, rng)}{after}"
    auxiliary = _AUXILIARY.search(before)
    if auxiliary is None:
        return None
    if put.is_person:
        return f"{before}{'she' if put.is_she else 'he'}{after}"
    if rng.random() < 0.6:
        return f"{before}it{after}"
    verb = auxiliary["verb"]
    several = _SEVERAL.get(verb.lower(), verb.lower())
    if verb[0].isupper():
        several = several.capitalize()
    return f"{before[: auxiliary.start('verb')]}{several} they{after}"


def _object(put: _Put, rng: random.Random) -> str:
    if put.is_person:
        return "her" if put.is_she else "him"
    return rng.choice(["it", "it", "them", "that"])


def _noun(core: str) -> str:
    """Give the kind that a name ends in: "park" of "Brånvik Science Park"."""
    last = core.split()[-1]
    kinds = (
        "park foundation agency institute university centre center fund group lab hub network "
        "cluster council region incubator accelerator programme program project prize award school "
        "college company bank society academy museum church army party river city museum league "
        "conference fair festival forum week day workshop desk club alliance association"
    ).split()
    return last.lower() if last.lower() in kinds and len(core.split()) > 1 else ""


def _loose(question: str, rng: random.Random, *, tied: bool) -> str:
    """Write as people type: some in lower case, without a mark, behind a remark."""
    said = " ".join(question.split())
    if rng.random() < 0.45:
        said = said.lower().rstrip("?. ") if rng.random() < 0.75 else said.lower()
    first = rng.random()
    if tied and first < 0.14:
        said = rng.choice(_TIED) + said[:1].lower() + said[1:]
    elif first < 0.24:
        said = rng.choice(_REMARKS) + said[:1].lower() + said[1:]
    return said


def _mistyped(question: str, rng: random.Random) -> str:
    """Leave a letter out or turn two round, in some."""
    if rng.random() < 0.6:
        return question
    at = rng.randrange(1, len(question) - 2)
    if not question[at : at + 2].isalpha():
        return question
    if rng.random() < 0.5:
        return question[:at] + question[at + 1 :]
    return question[:at] + question[at + 1] + question[at] + question[at + 2 :]
