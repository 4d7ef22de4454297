"""Whom "its organiser" means: who has a role towards something that was spoken of.

Earlier answers often named them; where none did, it has to be asked first.
"""

import re
from dataclasses import dataclass

from assistant.question.condenser import Condensed
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.antecedent import joined
from assistant.question.following.discourse import Discourse
from assistant.question.following.nouns import is_role
from assistant.question.following.phrases import is_plural
from assistant.question.following.spoken import written_as_person
from assistant.question.following.spoken_of import MOST_NAMED
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import with_capital
from assistant.question.terms import terms, words

# "The head office" and "the founder team" are other things than the head and the founder.
_THE_ROLE = re.compile(
    r"\bthe\s+(?P<noun>[a-z]{4,})\b(?!\s+(?:of|for|at|in|behind|offices?|quarters|compan\w+|teams?|"
    r"groups?|committees?|organi[sz]ations?|institutions?|cit(?:y|ies)|generals?|agreements?)\b)",
    re.I,
)
_IS = re.compile(
    r"\b(?:who|what|which)(?:[’'](?:s|re)|\b.{0,12}\b(?:is|are|was|were|be))\s+(?:the\s+)?$", re.I
)
_THE_JOB = re.compile(
    r"^who\s+(?:(?:had|has|held|did|got|gets|took|will have)\s+"
    r"(?:it|(?:the|that|this|his|her|their)\s+(?:job|post|position|role|office|title|seat|chair))"
    r"|(?:was|is|came|comes|will be)(?:\s+(?:it|that|there))?)"
    r"\s+(?:(?P<when>before|after)(?:\s+(?:him|her|them|that|this))?|previously|earlier)$"
    # "And before her?", "his successor?"
    r"|^(?P<side>before|after)\s+(?:him|her)$"
    r"|^(?:who(?:[’']s|\s+(?:is|was))\s+)?(?:his|her|their)\s+(?P<next>predecessor|successor)s?$",
    re.I,
)
_THE = re.compile(r"^(?:the|an?)\s+", re.I)
_WHO_HAS = re.compile(r"^who(?:[’']s|\s+(?:is|was))\s+(?P<role>.+?)(?:\s+(?:now|today))?$", re.I)
# "Who takes over as its manager?" is not about who manages it now.
_BECOMES = re.compile(r"\b(?:as|becom(?:e|es|ing)|became|be|been|was|were)\s+(?:the\s+)?$", re.I)
_CALLED = re.compile(r"^\s*(?:called|named|again|now|today|then|exactly)?\W*$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleQuestion:
    """A question about whoever has a role.

    Attributes:
        role: The noun.
        question: Asks who has it.
        rest: The question about them, with "{}" in their place.
    """

    role: str
    question: str
    rest: str

    def asked_of(self, name: str) -> str:
        """Give the question about a name.

        >>> RoleQuestion(role="host", question="", rest="Where is {} based?").asked_of("Alfa")
        'Where is Alfa based?'
        """
        return with_capital(self.rest.replace("{}", name))


def role_question(question: str, anaphor: Anaphor, owner: str) -> RoleQuestion | None:
    """Take "Where is its organiser based?" apart; None where only the role itself is asked for."""
    noun = anaphor.noun
    folded = "".join(words(noun))
    if not is_role(noun):
        return None
    before = question[: anaphor.start]
    at = question.lower().find(noun.lower(), anaphor.end)
    rest = question[at + len(noun) :]
    if _BECOMES.search(before) or (_IS.search(before) and _CALLED.match(rest)):
        return None
    escaped = before.replace("{", "").replace("}", ""), rest.replace("{", "").replace("}", "")
    return RoleQuestion(
        role=folded,
        question=f"Who {'are' if is_plural(folded) else 'is'} the {noun.lower()} of {owner}?",
        rest=f"{escaped[0]}{{}}{escaped[1]}",
    )


def role_in(question: str) -> Anaphor | None:
    """Find "the organiser" that no word says of what: it is of what was spoken of."""
    found = _THE_ROLE.search(question)
    if found is None or not is_role(found["noun"]):
        return None
    return Anaphor(
        start=found.start(),
        end=found.start() + len("the"),
        pointing=Pointing.THING,
        noun=found["noun"],
        is_owner=True,
    )


def named_in_role(role: RoleQuestion, owner: str, discourse: Discourse) -> str:
    """Give whom an earlier answer named in a role, or ""."""
    wanted = set(terms(role.role))
    for turn in discourse.near():
        asked = set(terms(turn.query))
        is_same = owner.casefold() in turn.query.casefold()
        if is_same and wanted & asked and turn.asks_who:
            several = joined(turn.items) if 1 < len(turn.items) <= MOST_NAMED else ""
            return several or (turn.answer.text if turn.answer else "")
    return ""


def holder(discourse: Discourse) -> str:
    """Give "the head of NOME" after "Who is the head of NOME?" where no answer named one; or ""."""
    last = discourse.last
    asked = _WHO_HAS.match(bare(last.query)) if last and not last.is_answered else None
    if asked is None or not any(map(is_role, asked["role"].split())):
        return ""
    return f"the {_THE.sub('', asked['role'])}"


def in_that_role(question: str, discourse: Discourse) -> Condensed | None:
    """Ask who had the role of the one just named: "Who had the job before her?"."""
    found = _THE_JOB.match(bare(AND.sub("", question)))
    last = discourse.last
    if found is None or last is None:
        return None
    asked = _WHO_HAS.match(bare(last.query))
    if asked is None:
        return None
    persons = [one.text for one in last.told if written_as_person(one.text, one.kinds)]
    named = last.answer.text if last.answer else next(iter(persons), "")
    who = f" {named}" if named else ""
    side = "after" if (found["next"] or "").lower() == "successor" else ""
    side = (
        side
        or (found["when"] or found["side"] or "").lower()
        or ("before" if found["next"] else "")
    )
    when = f"{side}{who}" if side else "before"
    verb = "will be" if when.startswith("after") else "was"
    return Condensed(f"Who {verb} {asked['role']} {when}?")
