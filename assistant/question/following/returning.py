"""Going back to what was spoken of earlier: "back to SmiLe: does it take equity?"."""

import re
from collections.abc import Sequence

from assistant.entities.kinds import NAMED, accepted_kinds, is_known, is_of_kind, kind_words
from assistant.question.condenser import Condensed
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.attaching import about
from assistant.question.following.discourse import Discourse
from assistant.question.following.fitting import is_no_event, may_act
from assistant.question.following.names import SpokenName
from assistant.question.following.putting import replaced
from assistant.question.following.swapping import asked_of_other
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import with_capital
from assistant.question.terms import asked_terms, words

_BACK = re.compile(
    r"^(?:let[’']?s (?:go|come|get) |(?:i(?: would|[’']d)? (?:want|like) to )?"
    r"(?:go(?:ing)?|com(?:e|ing)|get(?:ting)?|return(?:ing)?)\s+)?"
    r"(?:back\s+)?(?:to|about|on|regarding|concerning|as for|for)\s+"
    r"(?P<what>(?:[^,:;?!–-]|(?<=\w)-(?=\w)){2,60}?)"
    r"(?:\s+(?:again|please|then|now))*\s*(?:[,:;–.!]+|\s-)\s*(?P<rest>.+)$",
    re.I,
)
# "The angels again. Do they invest in boats?"
_AGAIN = re.compile(
    r"^(?P<what>(?:the|that)\s+[^,.:;?!]{2,40}?)\s+(?:again|then|once more)\s*(?:[.,:;!–]+|-\s)\s*"
    r"(?P<rest>\w.+)$",
    re.I,
)
# "Back to the first one please. How long is a stay there?"
_BACK_TO_ONE = re.compile(
    r"^(?:let[’']?s (?:go|come|get) |(?:go(?:ing)?|com(?:e|ing)|get(?:ting)?|return(?:ing)?)\s+)?"
    r"(?:back\s+)?to\s+the\s+(?P<which>first|one before|previous|earlier|other)"
    r"(?:\s+(?:one|place|thing))?(?:\s+(?:please|then|again|now))?[.,:;!–-]+\s+(?P<rest>.+)$",
    re.I,
)
_ONLY_BACK = re.compile(
    r"^(?:let[’']?s (?:go|come|get) |(?:go(?:ing)?|com(?:e|ing)|return(?:ing)?)\s+)?back\s+to\s+"
    r"(?P<what>[^,:;?!]{2,60})$",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:the\s+)?(?:(?P<which>first|previous|earlier|other|last)\s+)?(?P<noun>[a-zåäö-]+(?: "
    r"[a-zåäö-]+)?)\s+"
    r"(?:that\s+)?(?:we|you|i)\s+(?:(?:just|first|talked|spoke|had|were|have)\s+)*"
    r"(?:talked|spoke|asked|mentioned|discussed|named|talking|speaking|began|started|spoken|asking)"
    r"(?:\s+(?:about|of|with|before|first|earlier|at (?:first|the start)))*",
    re.I,
)
# "Not that one, I meant the map. Who made it?"
_CORRECTED = re.compile(
    r"^(?:not\s+[^,.]{2,40}[,.]\s+)?(?:i|we)\s+(?:mean|meant)\s+(?P<what>[^.;:?!]{2,60})"
    r"[.;:?!]\s+(?P<rest>\w.+)$",
    re.I,
)
# A longer answer is no name.
_LONGEST_ANSWER = 60
_FIRST = re.compile(r"\b(?:first|at the start)\b|\b(?:began|started) with\b", re.I)


def returned(question: str, discourse: Discourse) -> Condensed | None:
    """Make a question standalone that names an earlier topic to go back to."""
    plain = AND.sub("", question)
    found = _BACK.match(plain) or _AGAIN.match(plain)
    if found and (found["what"].lower() not in {"me", "us"}):
        topic = _topic(found["what"], discourse)
        if topic is not None:
            return Condensed(_asked_of(found["rest"], topic, discourse))
    corrected = _CORRECTED.match(plain)
    if corrected:
        named = _topic(corrected["what"], discourse)
        meant = named or Antecedent(text=corrected["what"], score=1.0, is_name=False)
        return Condensed(_asked_of(corrected["rest"], meant, discourse))
    only = _ONLY_BACK.match(bare(plain))
    if only:
        topic = _topic(only["what"], discourse)
        return Condensed(asked_of_other(topic.text, discourse)) if topic else None
    earlier = _EARLIER.search(plain)
    return _of_earlier(plain, earlier, discourse) if earlier else None


def back_to_one(question: str, discourse: Discourse) -> Condensed | None:
    """Ask of what was spoken of first: "Back to the first one please. How long is a stay?"."""
    found = _BACK_TO_ONE.match(AND.sub("", question))
    if found is None:
        return None
    asked = [turn.names[0] for turn in discourse.turns() if turn.names]
    topic = _among(asked, found["which"].lower())
    return Condensed(_asked_of(found["rest"], topic, discourse)) if topic else None


def _topic(what: str, discourse: Discourse) -> Antecedent | None:
    """Whom the words name: a name, or the last thing of a kind that was spoken of."""
    plain = re.sub(r"^(?:the|that|this|our)\s+", "", what.strip(), flags=re.I)
    earlier = _EARLIER.search(what)
    if earlier:
        return _earlier(earlier, discourse)
    names = discourse.names(what)
    if names:
        return Antecedent(text=names[0].text, score=1.0, kinds=names[0].kinds)
    if near := discourse.known.nearest(plain):
        return Antecedent(text=near, score=1.0)
    noun = plain.split()[-1] if plain.split() else ""
    if not noun:
        return None
    of_kind = _spoken_of_kind(noun, plain, discourse)
    if of_kind is not None:
        return of_kind
    pointing = Anaphor(start=0, end=0, pointing=Pointing.KIND, noun=noun)
    found = discourse.meant(pointing, "")
    return found[0] if found else None


def _spoken_of_kind(noun: str, plain: str, discourse: Discourse) -> Antecedent | None:
    """Give the last thing of a kind that was spoken of; "the forest incubator" tells of forests."""
    told = asked_terms(plain.removesuffix(noun))
    # "The co-working space" is of a kind that "the space" tells nothing of.
    for said in (plain, noun):
        kind = accepted_kinds(kind_words(said))
        named = (name for turn in discourse.turns() for name in turn.names)
        of_kind = [name for name in named if is_of_kind(name.kinds, kind)]
        if of_kind:
            break
    best = max(of_kind, key=lambda name: discourse.known.support(name.text, told), default=None)
    return None if best is None else Antecedent(text=best.text, score=1.0, kinds=best.kinds)


def _asked_of(rest: str, topic: Antecedent, discourse: Discourse) -> str:
    plain = AND.sub("", expanded(rest))
    names = discourse.names(plain)
    anaphor = first_anaphor(plain, names)
    if anaphor is not None and _is_part(anaphor, topic):
        end = anaphor.end
        return with_capital(f"{plain[:end]} of {topic.with_article}{plain[end:]}")
    if anaphor is not None:
        return replaced(plain, anaphor, _doer(anaphor, topic, discourse) or topic)
    if names:
        return with_capital(plain)
    return about(plain, topic)


def _is_part(anaphor: Anaphor, topic: Antecedent) -> bool:
    """Whether "the party" is something of the topic, which is of another kind."""
    is_told = any(kind != NAMED and is_known(kind) for kind in topic.kinds)
    if anaphor.pointing is not Pointing.KIND or not is_told:
        return False
    of_kind = is_of_kind(topic.kinds, accepted_kinds(kind_words(anaphor.noun)))
    return not of_kind or is_no_event(topic, anaphor.noun)


def _doer(anaphor: Anaphor, topic: Antecedent, discourse: Discourse) -> Antecedent | None:
    """Give "them" of a topic that does nothing itself, as a district: who was asked for there."""
    is_agent = anaphor.pointing is Pointing.SEVERAL and not anaphor.noun
    if not is_agent or not topic.kinds or may_act(topic.kinds):
        return None
    for turn in discourse.turns():
        spoken_of = {one.text for one in (*turn.names, *turn.places)}
        if topic.text in spoken_of and turn.asks_who and turn.answer and not turn.answer.is_place:
            return Antecedent(text=turn.answer.text, score=1.0, kinds=turn.answer.kinds)
    return None


def _of_earlier(plain: str, found: re.Match[str], discourse: Discourse) -> Condensed | None:
    """Put a name for "the first incubator we spoke about"."""
    topic = _earlier(found, discourse)
    if topic is None:
        return None
    before, rest = plain[: found.start()], plain[found.end() :]
    if not re.sub(r"\b(?:what|how) about\b|\bback to\b", "", before, flags=re.I).strip() and not (
        rest.strip(" ?!.,:")
    ):
        return Condensed(asked_of_other(topic.text, discourse))
    return Condensed(with_capital(f"{before}{topic.text}{rest}".strip(" ,:")))


def _earlier(found: re.Match[str], discourse: Discourse) -> Antecedent | None:
    noun = found["noun"].split()[-1]
    kind = kind_words(noun)
    turns = list(discourse.turns())
    answered = turns[0].answer if turns and re.search(r"\byou\b", found.group(), re.I) else None
    if answered and not found["which"] and len(answered.text) <= _LONGEST_ANSWER:
        return Antecedent(text=answered.text, score=1.0)
    is_first = found["which"] is not None and found["which"].lower() == "first"
    is_first = is_first or _FIRST.search(found.group()) is not None
    any_kind = not is_known(kind) or set(words(noun)) & {"one", "thing", "organisation", "topic"}
    names = [
        name
        for turn in turns
        for name in turn.names
        if any_kind or is_of_kind(name.kinds, accepted_kinds(kind))
    ]
    return _among(names, "first" if is_first else (found["which"] or "last").lower())


def _among(names: Sequence[SpokenName], which: str) -> Antecedent | None:
    """Give the first of names in a conversation, one before the last, or the last.

    Args:
        names: The newest first.
        which: "first", "last", or any other word for one before the last.
    """
    if not names:
        return None
    name = names[-1] if which == "first" else names[0]
    if which not in {"first", "last"}:
        name = next((one for one in names if one.text != names[0].text), name)
    return Antecedent(text=name.text, score=1.0, kinds=name.kinds)
