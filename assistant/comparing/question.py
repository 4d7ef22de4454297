"""What a comparison asks: of which things, in what, and whether one of them is to be named.

Forms differ in where the names stand: behind what is asked ("Which is older, X or Y?"), before it
("X or Y: which is older?"), around it ("Is X older than Y?"), or within ("When were X and Y set
up?"). What is left of the question without the names says what is compared.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.comparing.comparison import Comparison, measured
from assistant.comparing.equality import alike
from assistant.comparing.forms import (
    ASKING,
    BESIDE,
    BOTH,
    CHOICE_LAST,
    COMMON,
    COMPARED_WITH,
    DISTRIBUTED,
    EARLY,
    EITHER,
    FUNDS,
    JOINT,
    LATE,
    NO_FRAME,
    NO_NAME,
    NO_RANK,
    OF_EACH,
    OF_THEM,
    OF_TWO,
    OF_WHOM,
    OPINION,
    SHORT_REST,
    TABLES,
    THAN,
    WITHIN,
)
from assistant.comparing.frames import direct, property_in
from assistant.comparing.known_properties import SIZE, SIZES
from assistant.comparing.measure import measure_of
from assistant.comparing.names import NAME, Listed, listed
from assistant.comparing.property import claimed, label_of, property_of
from assistant.comparing.repeated import asked_again
from assistant.comparing.typed import plain_wording
from assistant.question.grammar import AUXILIARY

_TWO = 2
# A wider table than this nobody reads; each of its cells is asked for.
_MOST = 8


def comparison_of(question: str) -> Comparison | None:
    """Take a comparison apart; None when a question compares nothing.

    >>> comparison_of("Compare SISP and SwedenBIO on funding").things
    ('SISP', 'SwedenBIO')
    >>> comparison_of("Which is older, SciLifeLab or NOME?").measure.word
    'older'
    >>> comparison_of("Which incubators are in Lund or Malmö?")
    """
    plain = plain_wording(question)
    forms: tuple[Callable[[str], Comparison | None], ...] = (
        _common, alike, _claim, _of_them, _early, _late, asked_again, _compared_with, _table, _both,
        _either, _where, _within,
    )  # fmt: skip
    made = next((made for form in forms for made in [form(plain)] if made), None)
    if made is None or max(len(made.things), len(made.asked)) > _MOST:
        return None
    # "How many came in 2022 and in 2023?"
    return None if all(each.isdecimal() for each in made.things) else made


def _claim(plain: str) -> Comparison | None:
    """Take "Is X older than Y?" apart."""
    found = THAN.match(plain)
    if found is None:
        return None
    left = re.match(rf"^(?P<aux>{AUXILIARY})\s+(?P<rest>.+)$", found["left"], re.I)
    name = (
        re.search(rf"(?:\b(?:at|in|by|for|of|to)\s+)?(?P<name>{NAME})", left["rest"])
        if left
        else None
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
    return measured(tuple(names), measure, is_claim=True)


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
    whom = OF_WHOM.match(clause)
    if whom:
        return Comparison(things=names.names, asked=(property_in(f"{whom['what']} {{}}"),))
    if OF_TWO.match(clause) and not OF_EACH.match(clause):
        return _chosen(names, clause)
    measure = measure_of(clause)
    if measure and re.match(ASKING, clause, re.I):
        return measured(names.names, measure)
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
        return _chosen(names, f"{clause} {names.what}" if names.what else clause)
    return None


def _chosen(names: Listed, clause: str) -> Comparison | None:
    """Rank by what a clause ranks by, else find of which of the things it holds."""
    clause = clause.strip()
    measure = measure_of(clause)
    if measure:
        return measured(names.names, measure)
    said = OF_TWO.sub("", clause).strip()
    if (
        said == clause
        or OPINION.search(said)
        or re.match(r"(?:do|does|did|are|were)\b|\w+ (?:I|you|we|one)\b", said)
    ):
        return None
    return Comparison(things=names.names, asked=(claimed(_of_one(said)),), is_choice=True)


def _of_one(said: str) -> str:
    """Put "they" behind an auxiliary, where the thing's name is to stand: "is free"."""
    aux = re.match(rf"^{AUXILIARY}\s+", said, re.I)
    if aux is None or aux.group().strip().lower() in {"has", "have", "does", "do", "had"}:
        return said
    return f"{aux.group()}it {said[aux.end() :]}"


def _compared_with(plain: str) -> Comparison | None:
    """Take "What does a desk cost at X compared with Y?" apart."""
    found = COMPARED_WITH.match(plain)
    names = listed(f"{found['one']} or {found['other']}") if found else None
    if found is None or names is None or NO_FRAME.search(found["what"]):
        return None
    what = f"{found['what']} {found['by'] or ''}".strip()
    noun = re.match(r"^how (?:do|does|is|are) (?:the )?(?P<noun>.+) (?:at|in|of|for)$", what, re.I)
    if noun:
        asked = replace(property_of(noun["noun"]), label=label_of(noun["noun"]))
        return Comparison(things=names.names, asked=(asked,))
    asked = property_in(f"{what} {{}}{found['rest']}")
    return Comparison(things=names.names, asked=(asked,))


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
    found = EITHER.match(CHOICE_LAST.sub(r"\g<aux> \g<one> or \g<other> \g<rest>", plain))
    names = listed(found["names"]) if found else None
    if found is None or names is None:
        return None
    clause = found["rest"].strip(" ,")
    is_verb = found["aux"].lower() in {"do", "does", "did"}
    return _chosen(names, f"which {clause if is_verb else found['aux'].lower() + ' ' + clause}")


def _where(plain: str) -> Comparison | None:
    """Take "Is rent higher at X or Y?" and "Who has more members X or Y?" apart."""
    found = BESIDE.match(plain)
    names = listed(found["names"]) if found else None
    if found is None or names is None or NO_RANK.search(found["clause"]):
        return None
    is_open = re.match(rf"{AUXILIARY}\b|where\b", found["clause"], re.I) is not None
    if not is_open and not OF_TWO.match(found["clause"]):
        return None
    measure = measure_of(found["clause"])
    return measured(names.names, measure) if measure else None


def _within(plain: str) -> Comparison | None:
    """Take "When were X and Y set up?" apart, where each of them is asked about."""
    found = WITHIN.match(plain)
    names = listed(found["names"]) if found else None
    if found is None or names is None or re.search(r"\bor\b", found["names"]):
        return None
    before, after = found["before"], found["after"]
    clause = " ".join(f"{before} they {after}".split())
    spread = bool(DISTRIBUTED.search(clause))
    if FUNDS.match(before) and not after and not spread:
        whom = property_in(f"{before} {{}}")
        return Comparison(things=names.names, asked=(whom,), may_be_one=True)
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
    asked = property_of(_without_each(clause))
    if re.match(r"how many\b", before, re.I):
        asked = property_in(_without_each(" ".join(f"{before} {{}} {after}".split())))
    return Comparison(things=names.names, asked=(asked,))


def _without_each(clause: str) -> str:
    return re.sub(r"[,\s]+(?:respectively|individually|each)\b", "", clause)


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
    frame = f"{found['before']} {{}} {found['after']}"
    asked = property_in(DISTRIBUTED.sub("", direct(frame)))
    if direct(frame) == frame:
        asked = property_of(" ".join(frame.replace("{}", "they").split()))
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
        if groups.get("of") and names.what:
            # "The number of employees at X and at Y".
            what = f"{groups['of']}{names.what}"
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
    if asked == (SIZE,):
        asked = SIZES
    is_claim = len(asked) == 1 and asked[0].is_claim
    return Comparison(things=names.names, asked=asked, is_claim=is_claim)
