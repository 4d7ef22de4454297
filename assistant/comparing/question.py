"""What a comparison asks: of which things, in what, and whether one of them is to be named.

Forms differ in where the names stand: behind what is asked ("Which is older, X or Y?"), before it
("X or Y: which is older?"), around it ("Is X older than Y?"), or within ("When were X and Y set
up?"). What is left of the question without the names says what is compared.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from assistant.comparing.forms import (
    ASKING,
    BOTH,
    COMMON,
    COMPARED_WITH,
    DISTRIBUTED,
    EARLY,
    EITHER,
    JOINT,
    LATE,
    NO_NAME,
    OF_EACH,
    OF_THEM,
    OF_TWO,
    POLITE,
    SHORT_REST,
    TABLES,
    THAN,
    TWICE,
    WITHIN,
)
from assistant.comparing.measure import measure_of
from assistant.comparing.names import NAME, Listed, listed
from assistant.comparing.property import Measure, Property, claimed, label_of, property_of
from assistant.question.grammar import AUXILIARY


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A question that compares.

    Attributes:
        things: The names of what is compared, as asked.
        asked: The properties asked for; () for whatever they state.
        measure: What decides which of them bears "older"; None for a table alone.
        is_claim: Whether it is answered by yes or no: the first thing is claimed to bear it, or all
            are.
        is_choice: Whether those of which a claim holds are to be named.
        is_common: Whether what they have in common is asked for.
    """

    things: tuple[str, ...]
    asked: tuple[Property, ...] = ()
    measure: Measure | None = None
    is_claim: bool = False
    is_choice: bool = False
    is_common: bool = False


_TWO = 2


def comparison_of(question: str) -> Comparison | None:
    """Take a comparison apart; None when a question compares nothing.

    >>> comparison_of("Compare SISP and SwedenBIO on funding").things
    ('SISP', 'SwedenBIO')
    >>> comparison_of("Which is older, SciLifeLab or NOME?").measure.word
    'older'
    >>> comparison_of("Which incubators are in Lund or Malmö?")
    """
    plain = " ".join(question.replace("’", "'").split())
    # "Which is older, X or Y? Compare when they started."
    plain = re.sub(r"(?<=[?])\s+(?:please )?(?:compare|contrast)\b[^?]*$", "", plain, flags=re.I)
    plain = POLITE.sub("", plain.rstrip("?!. "))
    forms: tuple[Callable[[str], Comparison | None], ...] = (
        _common, _claim, _of_them, _early, _late, _twice, _compared_with, _table, _both, _either,
        _within,
    )  # fmt: skip
    return next((made for form in forms for made in [form(plain)] if made), None)


def _claim(plain: str) -> Comparison | None:
    """Take "Is X older than Y?" apart."""
    found = THAN.match(plain)
    if found is None:
        return None
    left = re.match(rf"^(?P<aux>{AUXILIARY})\s+(?P<rest>.+)$", found["left"], re.I)
    name = (
        re.search(rf"(?:\b(?:at|in|by|for|of)\s+)?(?P<name>{NAME})", left["rest"]) if left else None
    )
    if left is None or name is None:
        return None
    joining = re.search(r"\s(than|before|after)\s", plain[len(found["left"]) :])
    clause = f"{left['rest'][: name.start()]} {left['rest'][name.end() :]} "
    clause += joining.group(1) if joining and joining.group(1) != "than" else ""
    measure = measure_of(" ".join(clause.split()))
    names = [re.sub(r"^the\s+", "", each, flags=re.I) for each in (name["name"], found["other"])]
    if measure is None or len(set(names)) < _TWO:
        return None
    return _measured(tuple(names), measure, is_claim=True)


def _measured(things: tuple[str, ...], measure: Measure, *, is_claim: bool = False) -> Comparison:
    return Comparison(things=things, asked=measure.properties, measure=measure, is_claim=is_claim)


def _of_them(plain: str) -> Comparison | None:
    """Take "Which of X and Y is older?" apart."""
    found = OF_THEM.match(plain)
    names = listed(found["names"]) if found else None
    return _chosen(names, f"{found['wh']}{found['clause']}") if found and names else None


def _early(plain: str) -> Comparison | None:
    """Take "X or Y: which takes equity?" apart."""
    found = EARLY.match(plain)
    names = listed(found["names"]) if found else None
    if found is None or names is None or re.match(NO_NAME, plain, re.I):
        return None
    clause = found["clause"]
    if OF_TWO.match(clause) and not OF_EACH.match(clause):
        return _chosen(names, clause)
    measure = measure_of(clause)
    if measure and re.match(ASKING, clause, re.I):
        return _measured(names.names, measure)
    asked = property_of(clause)
    return Comparison(things=names.names, asked=(asked,), is_claim=asked.is_claim)


def _late(plain: str) -> Comparison | None:
    """Take "Which is older, X or Y?" apart."""
    for found in LATE.finditer(plain):
        names = listed(found["names"])
        clause = found["clause"].strip()
        # "Who founded Alfa, Sony or Nokia?": the list began before.
        begins_before = clause.split()[-1][:1].isupper()
        if names is None or begins_before or re.search(r"\band\s", found["names"]):
            continue
        return _chosen(names, clause)
    return None


def _chosen(names: Listed, clause: str) -> Comparison | None:
    """Rank by what a clause ranks by, else find of which of the things it holds."""
    clause = clause.strip()
    measure = measure_of(clause)
    if measure:
        return _measured(names.names, measure)
    said = OF_TWO.sub("", clause).strip()
    if said == clause or re.match(r"(?:do|does|did|are|were)\b", said):
        return None
    return Comparison(things=names.names, asked=(claimed(_of_one(said)),), is_choice=True)


def _of_one(said: str) -> str:
    """Put "they" behind an auxiliary, where the thing's name is to stand: "is free"."""
    aux = re.match(rf"^{AUXILIARY}\s+", said, re.I)
    if aux is None or aux.group().strip().lower() in {"has", "have", "does", "do", "had"}:
        return said
    return f"{aux.group()}it {said[aux.end() :]}"


def _twice(plain: str) -> Comparison | None:
    """Take one question asked of two things apart: "Who runs X, and who runs Y?"."""
    found = TWICE.match(plain)
    if found is None:
        return None
    name = re.compile(rf"(?<=\s){NAME}")
    pieces = [found["one"], found["other"]]
    names = [re.sub(r"^the\s+", "", hit.group(), flags=re.I) for each in pieces
             for hit in [name.search(each)] if hit]  # fmt: skip
    frames = {" ".join(name.sub("{}", each, count=1).lower().split()) for each in pieces}
    if len(set(names)) < _TWO or len(frames) != 1:
        return None
    frame = name.sub("{}", pieces[0], count=1)
    asked = Property(label=label_of(frame.replace("{}", "")), question=f"{frame}?")
    return Comparison(things=(names[0], names[1]), asked=(asked,))


def _compared_with(plain: str) -> Comparison | None:
    """Take "What does a desk cost at X compared with Y?" apart."""
    found = COMPARED_WITH.match(plain)
    names = listed(f"{found['one']} or {found['other']}") if found else None
    if found is None or names is None or re.match(r"compare\b", plain, re.I):
        return None
    what = f"{found['what']} {found['by'] or ''}".strip()
    noun = re.match(r"^how (?:do|does|is|are) (?:the )?(?P<noun>.+) (?:at|in|of|for)$", what, re.I)
    if noun:
        asked = replace(property_of(noun["noun"]), label=label_of(noun["noun"]))
        return Comparison(things=names.names, asked=(asked,))
    question = f"{what} {{}}{found['rest']}?"
    return Comparison(
        things=names.names, asked=(Property(label=label_of(found["what"]), question=question),)
    )


def _both(plain: str) -> Comparison | None:
    """Take "Are X and Y both free?" apart."""
    found = BOTH.match(plain)
    names = listed(found["names"]) if found and "both" in plain.lower() else None
    if found is None or names is None or re.search(r"\bor\b", found["names"]):
        return None
    rest = re.sub(r"^both\s+|\s+both$", "", found["rest"])
    asked = claimed(f"{found['aux']} they {rest}")
    return Comparison(things=names.names, asked=(asked,), is_claim=True)


def _either(plain: str) -> Comparison | None:
    """Take "Does X or Y have more members?" apart."""
    found = EITHER.match(plain)
    names = listed(found["names"]) if found else None
    if found is None or names is None:
        return None
    clause = found["rest"].strip(" ,")
    is_verb = found["aux"].lower() in {"do", "does", "did"}
    return _chosen(names, f"which {clause if is_verb else found['aux'].lower() + ' ' + clause}")


def _within(plain: str) -> Comparison | None:
    """Take "When were X and Y set up?" apart, where each of them is asked about."""
    found = WITHIN.match(plain)
    names = listed(found["names"]) if found else None
    if found is None or names is None or re.search(r"\bor\b", found["names"]):
        return None
    before, after = found["before"], found["after"]
    clause = " ".join(f"{before} they {after}".split())
    spread = bool(DISTRIBUTED.search(clause))
    asks_each = re.match(
        r"^(?:when|where|how (?:old|big|large|long|many|much))\b.*\b"
        r"(?:do|does|did|are|were|is|was|have)$", before, re.I
    )  # fmt: skip
    is_short = (
        bool(asks_each) and len(after.split()) <= SHORT_REST and not re.search(r"[A-ZÅÄÖ]", after)
    )
    if not re.match(rf"{ASKING}|how\b", before, re.I) or not (spread or is_short):
        return None
    if JOINT.search(DISTRIBUTED.sub("", f"{before} {after}")):
        return None
    asked = property_of(re.sub(r"[,\s]+(?:respectively|individually|each)\b", "", clause))
    return Comparison(things=names.names, asked=(asked,))


def _common(plain: str) -> Comparison | None:
    made = _formed(plain, COMMON)
    return replace(made, is_common=True) if made else None


def _table(plain: str) -> Comparison | None:
    clause = re.match(r"^(?:compare|contrast)\s+(?P<clause>(?:what|how|when|where|who|whom|which)"
                      r"\b.+)$", plain, re.I)  # fmt: skip
    if clause is None:
        return _formed(plain, TABLES)
    found = WITHIN.match(clause["clause"])
    names = listed(found["names"]) if found else None
    if found is None or names is None:
        return None
    asked = property_of(" ".join(f"{found['before']} they {found['after']}".split()))
    return Comparison(things=names.names, asked=(asked,))


def _formed(plain: str, forms: Iterable[re.Pattern[str]]) -> Comparison | None:
    for form in forms:
        found = form.match(plain)
        if found is None:
            continue
        groups = found.groupdict()
        other = groups.get("other")
        is_free = bool(re.match(r"(?:compare|contrast)\b|.+\s(?:vs\.?|versus)\s", plain, re.I))
        names = listed(
            f"{groups['names']} or {other}" if other else groups["names"], is_free=is_free
        )
        if names is None:
            continue
        said = (groups.get("what"), groups.get("late"), groups.get("dash"), groups.get("of"))
        what = next((each for each in said if each), names.what)
        return _asked(names, re.sub(r"^the\s+|\s+of\s*$", "", what.strip()))
    return None


def _asked(names: Listed, what: str) -> Comparison:
    if re.match(ASKING, what, re.I):
        chosen = _chosen(names, what) if measure_of(what) or OF_TWO.match(what) else None
        if chosen and (chosen.measure or re.match(r"which\b", what, re.I)):
            return chosen
    pieces = (
        [what] if re.match(r"(?:are|is|do|does)\b", what) else re.split(r",\s*|\s+and\s+", what)
    )
    asked = tuple(dict.fromkeys(property_of(each) for each in pieces if each.strip()))
    is_claim = len(asked) == 1 and asked[0].is_claim
    return Comparison(things=names.names, asked=asked, is_claim=is_claim)
