"""The sentences that say a tie, as patterns over text with marks for names.

Each gives a subject side and an object side; which of them is the source depends on the relation.
Adjacent parts are bound closely: what is left unread costs a tie, what is misread shows
a false one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.ecosystem.masking import MARK
from assistant.ecosystem.model import Relation
from assistant.ecosystem.other_patterns import OTHERS
from assistant.ecosystem.phrases import (
    ADVERBS,
    AND,
    BE,
    BEFORE_MARK,
    BEGIN,
    COPULA,
    COUNT,
    COUNTED,
    LIST,
    LIST_WITH,
    NAME,
    NOUN,
    OBJECTS,
    TO_VERB,
)
from assistant.ecosystem.wording import (
    ACTIVE,
    INTRANSITIVE,
    PASSIVE,
    ROLE,
    SWEDISH_PASSIVE,
    role_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One reading of a masked sentence.

    Attributes:
        relation: What is said.
        source: Marks of the source side.
        target: Marks of the target side.
        start: Where in the masked text its clause begins.
        verb: Where its verb begins.
        end: Where it ends.
        is_passive: Whether what is done is done to the subject.
    """

    relation: Relation
    source: str
    target: str
    start: int
    verb: int
    end: int
    is_passive: bool = False


def _alternatives(table: Mapping[Relation, str]) -> str:
    return "|".join(f"(?P<{relation.value}>{words})" for relation, words in table.items())


def _again(table: Mapping[Relation, str]) -> str:
    """A second verb of the same clause: "organised and funded by"."""
    return "|".join(f"(?P<also_{relation.value}>{words})" for relation, words in table.items())


# "Operated out of ⟦0⟧, ⟦1⟧, by ⟦2⟧": where, and then by whom.
_PLACE = rf"(?:\s+(?:out\s+of|in|from|at|near)\s+{MARK}(?:,\s+{MARK})?,?)?"
_BY = (
    rf"{_PLACE}(?:\s+(?!(?:by|av|and|but|which|that|who|whose|och)\b)[^\s⟦⟧;:,]+){{0,9}}?"
    r"\s+(?:by|av)\s+"
)
_PASSIVE = (
    rf"(?P<verb>(?:{BE}\s+{ADVERBS}|(?={SWEDISH_PASSIVE}))"
    rf"(?:(?:{_alternatives(PASSIVE)})(?:\s+and\s+(?:\w+ly\s+)?(?:{_again(PASSIVE)}))?))"
)
_BARE_PASSIVE = (
    rf"(?P<verb>(?:{_alternatives(PASSIVE)})(?:\s+and\s+(?:\w+ly\s+)?(?:{_again(PASSIVE)}))?)"
)
# "A house in ⟦0⟧, set up by ⟦1⟧": it is the house that was.
_NO_PLACE = "".join(
    rf"(?<!\b{word} )(?<!\b{word} the )" for word in ("of", "in", "at", "near", "from", "to", "on")
)
_PASSIVES = (
    rf"{BEGIN}(?P<s>{LIST}){TO_VERB}{_PASSIVE}{_BY}{COUNTED}(?P<o>{LIST_WITH})",
    # "⟦0⟧ is a project (that is) funded by ⟦1⟧".
    rf"{BEGIN}(?P<s>{LIST}){TO_VERB}{COPULA}(?:(?:that|which)\s+{BE}\s+)?{ADVERBS}"
    rf"{_BARE_PASSIVE}{_BY}{COUNTED}(?P<o>{LIST_WITH})",
    # "⟦0⟧ is a fund for the young, run by ⟦1⟧ and paid for by others".
    rf"{BEGIN}(?P<s>{NAME}){TO_VERB}{BE}\s+{ADVERBS}(?:an?|the|one\s+of|{MARK}['’]s)\s[^⟦⟧;:,]{{2,120}},\s+"
    rf"(?:(?:and|which|that)\s+)?(?:{BE}\s+)?{ADVERBS}{_BARE_PASSIVE}{_BY}{COUNTED}(?P<o>{LIST_WITH})",
    # "⟦0⟧ is the event that ⟦1⟧ organises (together with ⟦2⟧)".
    rf"{BEGIN}(?P<s>{NAME}){TO_VERB}(?P<verb>{BE})\s+(?:an?|the)\s+[^⟦⟧;:,]{{2,60}}?\s(?:that|which)\s+"
    rf"(?P<o>{LIST})\s+{ADVERBS}(?:{_alternatives(ACTIVE)})\b"
    rf"(?:\s+(?:together\s+|jointly\s+)?with\s+(?P<po>{LIST}))?",
    # "⟦0⟧ is a ⟦1⟧ funded project".
    rf"{BEGIN}(?P<s>{NAME}){TO_VERB}(?P<verb>{BE})\s+{ADVERBS}an?\s+(?:[\w-]+\s+){{0,2}}?"
    rf"(?P<o>{MARK})[ -](?:{_alternatives(PASSIVE)})\s+(?:[\w-]+\s+){{0,3}}?{NOUN}\b",
    # Below a heading with its name: "A cluster organisation founded by ⟦1⟧ and ⟦2⟧".
    rf"^(?P<s>{MARK})\s+(?:An?|The|This\s+is\s+an?)\s[^⟦⟧;:,]{{2,140}}?\s{_BARE_PASSIVE}{_BY}{COUNTED}"
    rf"(?P<o>{LIST_WITH})",
    # "⟦0⟧, a small house with ten rooms, paid for by ⟦1⟧".
    rf"{_NO_PLACE}(?P<s>{MARK}),\s+(?:an?|the|{MARK}['’]s)\s[^⟦⟧;:,]{{2,80}},\s+{ADVERBS}{_BARE_PASSIVE}{_BY}"
    rf"(?P<o>{LIST_WITH})",
    # "⟦0⟧, (which is) funded by ⟦1⟧".
    rf"{_NO_PLACE}(?P<s>{MARK}),?\s+(?:(?:which|that)\s+(?:is|was|has\s+been)\s+)?{ADVERBS}"
    rf"{_BARE_PASSIVE}{_BY}(?P<o>{LIST_WITH})",
)
_ACTIVES = (
    rf"{BEGIN}(?P<s>{LIST}){TO_VERB}{ADVERBS}(?:(?:has|have|har)\s+{ADVERBS})?"
    rf"(?:(?:helps?|helped)\s+(?:to\s+)?)?"
    rf"(?P<verb>(?:{_alternatives(ACTIVE)})(?:\s+and\s+(?:{_again(ACTIVE)}))?)\s+"
    rf"{COUNTED}(?P<o>{OBJECTS})(?:(?:,[^⟦⟧,;]{{2,60}},)?\s+(?:(?:together|jointly|along)\s+)?"
    rf"(?:with|tillsammans\s+med)\s+(?P<co>{LIST}))?",
    rf"(?P<s>{MARK}),\s+(?:which|who)\s+(?:has\s+|have\s+)?(?:also\s+|now\s+)*"
    rf"(?P<verb>{_alternatives(ACTIVE)})\s+(?P<o>{OBJECTS})",
    # "Together with ⟦0⟧ ⟦1⟧ run ⟦2⟧".
    rf"(?:^|[;.]\s+)(?:[Tt]ogether|[Jj]ointly|[Tt]illsammans)\s+(?:with|med)\s+(?P<co>{BEFORE_MARK}),?\s+(?P<s>{NAME})\s+"
    rf"{ADVERBS}(?:(?:has|have)\s+)?(?P<verb>{_alternatives(ACTIVE)})\s+(?P<o>{OBJECTS})",
)
# "Took part in the spring batch of ⟦0⟧".
_ROUND_OF = r"(?:the\s+(?:[\w-]+\s+){0,3}(?:batch|round|edition|course|work|activities)\s+of\s+)?"
_INTRANSITIVES = (
    rf"{BEGIN}(?P<s>{LIST}){TO_VERB}{ADVERBS}(?:(?:has|have|har)\s+(?:been\s+)?{ADVERBS})?"
    rf"(?P<verb>{_alternatives(INTRANSITIVE)})\s+{_ROUND_OF}{COUNTED}(?P<o>{OBJECTS})",
    rf"{BEGIN}(?P<s>{LIST}){TO_VERB}{COPULA}(?:(?:that|which|who)\s+(?:also\s+)?)"
    rf"(?P<verb>{_alternatives(INTRANSITIVE)})\s+(?P<o>{OBJECTS})",
    rf"(?P<s>{MARK}),\s+(?:which|who)\s+(?:has\s+|have\s+)?(?:also\s+|now\s+)*"
    rf"(?P<verb>{_alternatives(INTRANSITIVE)})\s+(?P<o>{OBJECTS})",
    rf"{BEGIN}(?P<s>{LIST}){TO_VERB}(?P<verb>{COPULA})(?P<part_of>(?:based|located|housed)\s+(?:in|at))\s+"
    rf"(?P<o>{NAME})",
    # "Seven organisations take part in ⟦0⟧: ⟦1⟧, ⟦2⟧ and ⟦3⟧".
    rf"{BEGIN}{COUNT}\s+[^⟦⟧;:,]{{0,50}}?(?P<verb>{_alternatives(INTRANSITIVE)})\s+"
    rf"(?P<o>{NAME})[^⟦⟧]{{0,40}}:\s*(?P<s>{LIST})",
)
_SOME = r"(?:(?:[\w’'-]+\s+){0,5}?)"
_PLAIN = r"(?:(?:(?!(?:of|for|by|from)\b)[\w’'-]+\s+){0,5}?)"
_ROLES = (
    # "⟦0⟧ is a founding member of ⟦1⟧", "⟦0⟧ and ⟦1⟧ are among the funders of ⟦2⟧".
    rf"{BEGIN}(?P<s>{LIST}){TO_VERB}(?P<verb>{BE})\s+{ADVERBS}(?:among\s+|one\s+of\s+)?"
    rf"{_PLAIN}{ROLE}\s+(?:of|in|to|at|with|behind|i|till|av)\s*{COUNTED}(?P<o>{OBJECTS})",
    # "⟦0⟧ is among ⟦1⟧'s most important partners".
    rf"{BEGIN}(?P<s>{LIST}){TO_VERB}(?P<verb>{BE})\s+{ADVERBS}(?:among\s+|one\s+of\s+)?"
    rf"(?P<o>{MARK})['’]s?\s+{_SOME}{ROLE}\b",
)
_IS = r"(?:(?:also\s+)?includes?|(?:is|are|är)|:|such\s+as|are\s+spread\s+as\s+follows|omfattar)"
_ROLES_OF = (
    # "The report names ⟦0⟧ among the founders of ⟦1⟧".
    rf"\s(?P<s>{LIST})\s+(?P<verb>among)\s+the\s+{_PLAIN}{ROLE}\s+of\s+(?P<o>{NAME})",
    # "The members of ⟦0⟧ are/include: ⟦1⟧ and ⟦2⟧", "⟦0⟧'s members include ⟦1⟧".
    rf"{BEGIN}(?:(?:[Tt]he|[Tt]hese|{COUNT}|[Ss]ome|[Aa]mong\s+the|[Cc]urrent)\s+)?{_SOME}{ROLE}\s+(?:of|in)\s+"
    rf"(?P<o>{NAME})[^⟦⟧.;]{{0,40}}?(?P<verb>{_IS})\s*{COUNTED}(?P<s>{LIST})",
    rf"{BEGIN}(?:(?:Among|among)\s+)?(?:[Tt]he\s+)?(?P<o>{MARK})['’]s?\s+{_SOME}{ROLE}\s+"
    rf"(?:(?:for|in)\s+\d{{4}}\s+)?(?P<verb>{_IS})\s*{COUNTED}(?P<s>{LIST})",
    # "⟦0⟧ has six supporters: ⟦1⟧, ⟦2⟧ ...", "⟦0⟧ has members such as ⟦1⟧".
    rf"{BEGIN}(?P<o>{NAME}){TO_VERB}(?P<verb>(?:has|have|had|presents?|lists?|names?|counts?|gives?|"
    rf"shows?|har))\s+[^⟦⟧;:.]{{0,60}}?{ROLE}(?:[^⟦⟧;.]{{0,40}}?(?::|,?\s+(?:such\s+as|including|among\s+them)))\s+"
    rf"(?P<s>{LIST})",
    rf"(?:^|[.;]\s)[^⟦⟧.;:]{{0,60}}?(?:lists?|names?|gives?)\s+(?:these|the|\w+)\s+{_SOME}{ROLE}\s+of\s+"
    rf"(?P<o>{NAME})(?P<verb>:)\s+(?P<s>{LIST})",
)
_WHOSE = (
    # "From ⟦0⟧'s sponsor ⟦1⟧".
    rf"(?P<o>{MARK})['’]s\s+{_SOME}{ROLE}(?P<verb>\s+|,\s+(?:the\s+)?)(?P<s>{MARK})(?!['’])",
    # "With ⟦0⟧, ⟦1⟧ and ⟦2⟧ as founding members of ⟦3⟧".
    rf"{BEGIN}(?P<o>{NAME})[^⟦⟧;:]{{3,140}}?,?\s(?P<verb>with)\s+(?P<s>{LIST})\s+as\s+{_SOME}{ROLE}\b(?!\s+of)",
    # "Investors among ⟦0⟧'s members are ⟦1⟧ and ⟦2⟧".
    rf"{BEGIN}[^⟦⟧;:,.]{{3,40}}?\s+among\s+(?:the\s+)?(?P<o>{MARK})['’]s?\s+{_SOME}{ROLE}\s+"
    rf"(?P<verb>{_IS})\s*{COUNTED}(?P<s>{LIST})",
    # "⟦0⟧, whose main funder is ⟦1⟧".
    rf"(?P<o>{MARK})(?:,[^⟦⟧,;]{{0,60}})?,?\s+whose\s+{_SOME}{ROLE}\s+(?P<verb>is|are|was|were)\s+"
    rf"(?P<s>{LIST})",
    # "on the initiative of ⟦1⟧, which is also our main financier": ⟦2⟧ stands for "our".
    rf"(?P<s>{MARK}),\s+(?:which|who)\s+(?P<verb>is|are|was)\s+{ADVERBS}(?P<o>{MARK})['’]s\s+{_SOME}{ROLE}\b",
)
_MUTUAL = (
    rf"{BEGIN}(?P<all>{NAME}(?:{AND}{NAME})+)\s+{ADVERBS}(?:have\s+)?(?P<verb>collaborate[d]?|co-?operate[d]?|"
    rf"work(?:ed)?\s+together|are\s+partners|partner(?:ed)?|samarbetar)\b",
    rf"{BEGIN}(?P<s>{NAME}){TO_VERB}(?P<verb>{BE})\s+{ADVERBS}an?\s+(?:[\w-]+\s+){{0,2}}?(?:(?:joint|collaborative|common|shared)\s+\w+|"
    rf"collaboration|partnership|cooperation)\s+(?:of|between|by|among)\s+{COUNTED}(?P<o>{OBJECTS})",
    # "⟦0⟧, a joint service of ⟦1⟧ and ⟦2⟧".
    rf"(?P<s>{MARK}),\s+(?P<verb>an?)\s+(?:(?:joint|common|shared)\s+\w+|collaboration|partnership)\s+"
    rf"(?:of|between|by)\s+{COUNTED}(?P<o>{OBJECTS})",
)


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_OF_VERBS = tuple(
    (pattern, is_forward, group is _PASSIVES)
    for group, is_forward in ((_PASSIVES, True), (_ACTIVES, False), (_INTRANSITIVES, True))
    for pattern in _compiled(group)
)
_OF_ROLES = _compiled((*_ROLES, *_ROLES_OF, *_WHOSE))
_OF_PARTNERS = _compiled(_MUTUAL)
_OF_OTHERS = tuple((relation, re.compile(pattern)) for relation, pattern in OTHERS)
_VALUES = frozenset(relation.value for relation in Relation)


def told_in(text: str) -> Iterator[Told]:
    """Give every reading of a masked sentence, whatever it denies or leaves open."""
    yield from _by_verbs(text)
    for pattern in _OF_ROLES:
        for found in pattern.finditer(text):
            relation, is_forward = role_of(found["role"])
            yield _told(found, relation, found["s"], found["o"], is_forward=is_forward)
    for pattern in _OF_PARTNERS:
        for found in pattern.finditer(text):
            everyone = found.groupdict().get("all")
            source, target = (everyone, everyone) if everyone else (found["s"], found["o"])
            yield _told(found, Relation.PARTNER_OF, source, target, is_forward=True)
    for relation, pattern in _OF_OTHERS:
        for found in pattern.finditer(text):
            yield _told(found, relation, found["s"], found["o"], is_forward=True)


def _by_verbs(text: str) -> Iterator[Told]:
    for pattern, is_forward, is_passive in _OF_VERBS:
        for found in pattern.finditer(text):
            for told in _by_verb(found, is_forward=is_forward):
                yield replace(told, is_passive=is_passive)


def _by_verb(found: re.Match[str], *, is_forward: bool) -> Iterator[Told]:
    groups = found.groupdict()
    for name, said in groups.items():
        value = name.removeprefix("also_")
        if not said or value not in _VALUES:
            continue
        relation = Relation(value)
        subject = f"{found['s']} {groups.get('co') or ''}"
        other = f"{found['o']} {groups.get('po') or ''}"
        yield _told(found, relation, subject, other, is_forward=is_forward)


def _told(
    found: re.Match[str], relation: Relation, subject: str, other: str, *, is_forward: bool
) -> Told:
    return Told(
        relation=relation,
        source=subject if is_forward else other,
        target=other if is_forward else subject,
        start=found.start(),
        verb=found.start("verb"),
        end=found.end(),
    )
