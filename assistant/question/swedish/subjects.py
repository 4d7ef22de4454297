"""Who does what in a Swedish question: whether what asks is the subject, or what follows."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.question.swedish.chunk import Chunk, Role
from assistant.question.swedish.lexicon import group

_WHO = frozenset({"vem", "vilka", "vilken", "vilket"})
_HOW = ("när", "var", "vart", "varför", "hur", "varifrån")
_TIMES = {"år": "in", "månad": "in", "vecka": "in", "termin": "in", "dag": "on", "datum": "on",
          "vardag": "on", "kväll": "on", "helg": "on", "tid": "at", "stad": "in", "ort": "in",
          "land": "in", "kommun": "in", "sätt": "in"}  # fmt: skip
_ATTACHED = frozenset({"kosta", "vara", "gälla", "heta", "skilja", "skilja sig", "skilja åt"})
_ATTACHING = frozenset({"av", "på", "vid", "hos", "i", "för", "till", "mellan", "från"})


def goes_with(last: Chunk | None) -> bool:
    """Whether a chunk binds the noun phrase behind it to what was said before."""
    return last is not None and last.role in {Role.PREPOSITION, Role.VERB, Role.CONJUNCTION}


def find_subject(
    verb: Chunk, rest: Sequence[Chunk]
) -> tuple[Chunk | None, tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Give the subject that follows a verb, the small words before it, and what follows it.

    None where no noun phrase follows.
    """
    at = 0
    while at < len(rest) and rest[at].role is Role.ADVERB:
        at += 1
    if at == len(rest) or rest[at].role is not Role.NOUN or rest[at].is_adjective:
        return None, (), tuple(rest)
    before, subject = tuple(rest[:at]), rest[at]
    end = at + 1
    if verb.lemma == "finnas":
        return _there(subject, before, rest[end:])
    while (
        end + 1 < len(rest)
        and rest[end].lemma in {"och", "samt", "eller", "respektive"}
        and rest[end + 1].role is Role.NOUN
    ):
        subject = _joined(subject, rest[end], rest[end + 1], is_plural=rest[end].lemma != "eller")
        end += 2
    if _is_placed(subject, rest[end : end + 2]):
        subject = _joined(subject, rest[end], rest[end + 1], is_plural=subject.is_plural)
        end += 2
    of = end + 1 < len(rest) and rest[end].text == "of" and rest[end].lemma != ""
    anything = verb.lemma in _ATTACHED and not subject.is_pronoun
    if of or anything:
        subject, end = _with_attached(subject, rest, end, anything=anything)
    return subject, before, tuple(rest[end:])


def _is_placed(subject: Chunk, behind: Sequence[Chunk]) -> bool:
    """Whether a place tells which are meant: "medlemmarna i Alfa"."""
    if not subject.is_definite or len(behind) != len(("i", "Alfa")):
        return False
    place = behind[0]
    is_place = place.lemma in {"i", "på", "hos", "vid"} and place.text not in {"on", "of"}
    return is_place and behind[1].is_name


def _there(
    subject: Chunk, before: tuple[Chunk, ...], after: Sequence[Chunk]
) -> tuple[Chunk, tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Give "there" for "det finns"; it is as many as what there is."""
    there = Chunk(role=Role.NOUN, text="there", lemma="det", is_pronoun=True)
    if subject.lemma == "det":
        what = next((each for each in after if each.role is Role.NOUN), None)
        at_once = bool(after) and after[0] is what
        many = at_once and what is not None and what.is_plural
        return replace(there, is_plural=many), before, tuple(after)
    is_owned = subject.pointing == "'s"
    if subject.is_name or subject.is_pronoun or subject.is_definite or is_owned:
        return subject, before, tuple(after)
    return replace(there, is_plural=subject.is_plural), before, (subject, *after)


def _with_attached(
    subject: Chunk, rest: Sequence[Chunk], end: int, *, anything: bool
) -> tuple[Chunk, int]:
    """Add to a subject what says which it is: "en bänk på Alfa"."""
    while (
        end + 1 < len(rest)
        and rest[end].role is Role.PREPOSITION
        and ((anything and rest[end].lemma in _ATTACHING) or rest[end].text == "of")
        and not (rest[end].lemma == "på" and rest[end].text == "in")
        and rest[end + 1].role is Role.NOUN
    ):
        preposition, noun = rest[end], rest[end + 1]
        subject = _joined(subject, preposition, noun, is_plural=subject.is_plural)
        end += 2
        while (
            end + 1 < len(rest)
            and rest[end].lemma in {"och", "samt"}
            and rest[end + 1].role is Role.NOUN
        ):
            subject = _joined(subject, rest[end], rest[end + 1], is_plural=subject.is_plural)
            end += 2
    return subject, end


def _joined(one: Chunk, link: Chunk, other: Chunk, *, is_plural: bool) -> Chunk:
    text = f"{one.with_article()} {link.text} {other.with_article()}"
    return replace(one, text=text, is_bare=False, is_plural=is_plural, lemma=one.lemma)


def asks_subject(
    wh: Chunk, verb: Chunk, subject: Chunk, rest: Sequence[Chunk], *, is_first: bool
) -> bool:
    """Whether what asks is the subject, though a noun phrase follows the verb.

    "Vem finansierar Alfa?" asks who does; "Vad finansierar Alfa?" asks what it does.
    """
    if not is_first or subject.text == "there":
        return False
    if wh.lemma.startswith(_HOW) and not wh.has_noun:
        return False
    is_it = subject.lemma in {"den", "det"}
    if (subject.is_subject and not is_it) or _is_stranded(rest):
        return False
    if verb.text == "be" or of_time(wh, verb):
        return False
    if _is_between(rest) or _is_arranged(wh, verb, subject):
        return False
    if not wh.has_noun:
        return wh.lemma in _WHO
    if wh.text.startswith("whose"):
        return True
    doing = group("doing") if is_it else group("doing") | group("happening")
    is_one_of_many = not (subject.is_name or subject.is_definite or subject.is_pronoun)
    return wh.lemma in doing and (verb.lemma not in group("objects") or is_one_of_many)


def _is_arranged(wh: Chunk, verb: Chunk, subject: Chunk) -> bool:
    """Whether somebody is named who does it: "Vilka evenemang ordnar Alfa?"."""
    is_event = wh.has_noun and wh.lemma in group("happening")
    return is_event and subject.is_name and verb.lemma in group("arranging")


def _is_stranded(rest: Sequence[Chunk]) -> bool:
    """Whether a preposition stands at the end: "Vem samarbetar Alfa med?"."""
    return bool(rest) and rest[-1].role is Role.PREPOSITION


def _is_between(rest: Sequence[Chunk]) -> bool:
    """Whether the subject stands between two verbs: "Vilka har Alfa hjälpt?"."""
    nouns = [at for at, each in enumerate(rest) if each.role is Role.NOUN]
    verbs = [at for at, each in enumerate(rest) if each.role is Role.VERB and not each.is_finite]
    told = [at for at, each in enumerate(rest) if each.role is Role.SUBORDINATOR]
    if not nouns or not verbs or (told and told[0] < verbs[0]):
        return False
    return nouns[0] < verbs[0]


def of_time(wh: Chunk, verb: Chunk) -> str:
    """Give "in which year" for what Swedish asks without a preposition, "" for anything else."""
    before = _TIMES.get(wh.lemma)
    if before is None or not wh.has_noun or wh.text.startswith("how"):
        return wh.text if before and wh.text.startswith("how many") and wh.lemma in {
            "år", "månad", "dag", "vecka"} and verb.lemma != "ha" else ""  # fmt: skip
    is_place = wh.lemma in {"stad", "ort", "land", "kommun", "sätt"}
    if verb.text == "be" or (is_place and verb.lemma not in group("placed")):
        return ""
    return f"{before} {wh.text}"


def wh_word(wh: Chunk, verb: Chunk, rest: Sequence[Chunk], behind: Sequence[Chunk]) -> Chunk:
    """Give what asks in English: "vilka" is who, which or what; `behind` is "av dem"."""
    of = next((each for each in behind if each.role is Role.NOUN), None)
    if of is not None and (wh.lemma in _WHO or wh.lemma == "hur många") and not wh.has_noun:
        text = wh.text if wh.lemma.startswith("hur") else "which"
        lemma = "organisation" if of.is_pronoun else of.lemma
        return replace(wh, text=text, lemma=lemma, has_noun=True)
    if wh.lemma not in _WHO or wh.has_noun or wh.lemma == "vem":
        is_many = wh.has_noun or wh.text == "how many"
        return replace(wh, is_plural=wh.is_plural and is_many)
    noun = rest[0] if rest and rest[0].role is Role.NOUN else None
    if verb.text == "be":
        if rest and rest[0].text == "behind":
            return replace(wh, text="who", is_plural=False)
        if noun is None or noun.is_adjective:
            return replace(wh, text="which")
        is_person = noun.is_pronoun or noun.lemma in group("persons")
        return replace(wh, text="who" if is_person else "what", is_plural=noun.is_plural)
    if wh.lemma == "vilka":
        return replace(wh, text="who", is_plural=False)
    return wh
