"""Whether a question without name or pronoun leaves out what it is about: a logistic model.

"What are the key findings?" does, "What is seafloor spreading?" does not. Fitted by
`training/fit_following.py`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp, log

from assistant.question.following.antecedent import Antecedent
from assistant.question.following.phrases import Phrase, head_of, phrases_in
from assistant.question.following.wording import bare
from assistant.question.terms import terms, words

_FILE = "leaving-out.json"
# Both log odds together; from 0 on as many follow-ups are completed, and more of what stands alone.
_SURELY = 2.0
# Nothing is surer than that.
_LEAST = 0.001

# What something has or is to others: a question for these alone is about what was spoken of.
PROPERTIES = frozenset(
    words("""
    ceo director founder founders organiser organisers organizer owner owners operator budget fee
    fees price prices cost costs rent member members partner partners goal goals aim aims purpose
    address phone email website deadline criteria requirement requirements board chair chairman
    chairperson staff employee employees headquarters location name focus size turnover revenue
    history vision mission participant participants speaker speakers mentor mentors supporter
    supporters sponsor sponsors funder funders financier financiers investor investors manager
    leader head president coordinator contact opening hours programme duration length result
    results application applications benefit benefits advantage advantages tenant tenants office
    offices site sites entrance ticket tickets membership capacity equity theme themes topic topics
    date venue host hosts winner winners prize prizes language languages origin
    title background role rules condition conditions catch minimum maximum stake share
    disadvantage disadvantages cause causes effect effects symptom symptoms type types example
    examples impact difference differences feature features factor factors reason reasons risk
    risks use uses component components layer layers characteristic characteristics criticism
    criticisms pros cons alternative alternatives finding findings step steps stage stages part
    parts importance significance objective objectives principle principles problem problems
    challenge challenges
""")
)
_OF = re.compile(
    r"\b(?:of|for|at|in|on|behind|from|with|by|about|between|to|during|after|before)\s+"
    r"(?!what\b|which\b|whom?\b)\w",
    re.I,
)
_DEFINING = re.compile(
    r"^(?:what|who)(?:['’]s|\s+(?:is|are|was|were))\s+(?!the\b|some\b|other\b)\w", re.I
)
_REQUEST = re.compile(r"^(?:please )?(?:tell|describe|explain|give|show|list|define)\b", re.I)
_THERE = re.compile(r"^(?:are|is|were|was) there\b", re.I)
OWN = re.compile(r"\b(?:i|we|my|our|me|us|you|your)\b", re.I)
_THE = re.compile(r"\bthe\s", re.I)
_OTHER = re.compile(
    r"\b(?:other|another|else|most|best|first|last|main|more|next|[a-z]{3,}est)\b", re.I
)
_HOW = re.compile(r"^how\b(?!\s+(?:many|much))", re.I)
_WHY = re.compile(r"^why\b", re.I)
_COUNTS = re.compile(r"^how (?:many|much)\b", re.I)
_PASSIVE = re.compile(r"^(?:how|when|where|why) (?:is|are|was|were)\b", re.I)


def features(
    plain: str, earlier: Sequence[str], topic: Antecedent, *, tied: bool
) -> Mapping[str, float]:
    """Describe a question by what tells whether it leaves out what it is about.

    Args:
        plain: Without "and" and the like before it.
        earlier: The last queries, newest first.
        topic: What it would be about.
        tied: Whether "and" or the like stood before it.
    """
    phrases = phrases_in(plain)
    heads = ["".join(words(head_of(phrase.text))) for phrase in phrases]
    asked = set(terms(plain))
    heard = {term for query in earlier for term in terms(query)}
    count = len(plain.split())
    found = {
        "tied": tied,
        "words_3": count <= 3,
        "words_5": count <= 5,
        "words_9": count >= 9,
        "no_phrase": not phrases,
        "one_phrase": len(phrases) == 1,
        "property": any(head in PROPERTIES for head in heads),
        "all_properties": bool(heads) and all(head in PROPERTIES for head in heads),
        "has_of": _OF.search(plain) is not None,
        "the": _THE.search(plain) is not None,
        "the_property": _the_property(plain, phrases),
        "defining": _DEFINING.match(bare(plain)) is not None,
        "defines_other": _DEFINING.match(bare(plain)) is not None
        and not any(head in PROPERTIES for head in heads),
        "request": _REQUEST.match(plain) is not None,
        "there": _THERE.match(plain) is not None,
        "own": OWN.search(plain) is not None,
        "other": _OTHER.search(plain) is not None,
        "how": _HOW.match(plain) is not None,
        "why": _WHY.match(plain) is not None,
        "counts": _COUNTS.match(plain) is not None,
        "passive": _PASSIVE.match(plain) is not None,
        "capital": any(word[:1].isupper() for word in plain.split()[1:]),
        "topic_is_name": topic.is_name,
        "topic_is_long": len(topic.text.split()) > 3,
        "topic_is_known": bool(topic.kinds),
        "topic_score": min(topic.score, 2.0),
        "heard": len(asked & heard) / len(asked) if asked else 1.0,
    }
    return {name: float(value) for name, value in found.items()}


def _the_property(plain: str, phrases: Sequence[Phrase]) -> bool:
    return any(
        plain[phrase.start : phrase.start + 4].lower() == "the "
        and not _OF.search(plain[phrase.start : phrase.end])
        for phrase in phrases
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingOut:
    """Weights of the features, and the probability from which on a question is changed."""

    weights: Mapping[str, float]
    bias: float
    threshold: float

    def probability(self, described: Mapping[str, float]) -> float:
        """Give how likely a question leaves out what it is about.

        >>> LeavingOut(weights={"tied": 2.0}, bias=-2.0, threshold=0.5).probability({"tied": 1.0})
        0.5
        """
        total = sum(weight * described.get(name, 0.0) for name, weight in self.weights.items())
        return 1 / (1 + exp(-total - self.bias))

    def leaves_out(self, described: Mapping[str, float], points: float | None = None) -> bool:
        """Whether a question surely enough leaves out what it is about.

        Args:
            described: Its features.
            points: How surely the model of follow-ups reads it to point at anything, 0 to 1, which
                counts as much as they do; None where it was not read.

        >>> model = LeavingOut(weights={}, bias=-1.0, threshold=0.6)
        >>> model.leaves_out({}), model.leaves_out({}, 0.8), model.leaves_out({}, 0.98)
        (False, False, True)
        """
        chance = self.probability(described)
        if points is None:
            return chance >= self.threshold
        return _log_odds(chance) + _log_odds(points) > _SURELY


def _log_odds(chance: float) -> float:
    held = min(max(chance, _LEAST), 1 - _LEAST)
    return log(held / (1 - held))


@lru_cache(maxsize=1)
def load_leaving_out() -> LeavingOut:
    """Read the fitted weights."""
    text = (files("assistant.models") / "following" / _FILE).read_text(encoding="utf-8")
    read = json.loads(text)
    return LeavingOut(weights=read["weights"], bias=read["bias"], threshold=read["threshold"])
