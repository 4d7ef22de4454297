"""Joins what is said of one name, or of its short forms, into entities.

In time that grows with what is said: each fact is put into its group once, and whether one name is
half of another is asked only of names that begin or end with it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.entities.entity import Entity
from assistant.entities.kinds import is_of_kind, known_kinds
from assistant.entities.names import form_of
from assistant.entities.statements import Fact

_Form = tuple[str, ...]


def join_facts(facts: Iterable[Fact]) -> tuple[Entity, ...]:
    """Join what is said of the same name or short form into entities, by name."""
    groups: list[list[Fact]] = []
    by_form: dict[_Form, list[Fact]] = {}
    for fact in facts:
        forms = fact.name.forms
        known = [by_form[form] for form in forms if form in by_form]
        group = known[0] if known else []
        if not known:
            groups.append(group)
        for other in known[1:]:
            if other is not group:
                group += other
                by_form.update((form, group) for each in other for form in each.name.forms)
                other.clear()
        group.append(fact)
        by_form.update(dict.fromkeys(forms, group))
    joined = [_entity(group) for group in groups if group]
    return tuple(sorted(_without_halves(joined), key=lambda each: each.name.casefold()))


def _entity(group: Sequence[Fact]) -> Entity:
    ordered = sorted(group, key=_sureness)
    names = [fact.name.name for fact in ordered]
    used = Counter(names)
    # The name that its own document uses, else the one used most; the longer of equals.
    name = max(used, key=lambda one: (one == names[0] and bool(ordered[0].own), used[one],
                                      len(one)))  # fmt: skip
    own: dict[str, set[int]] = {}
    for fact in group:
        own.setdefault(fact.document_id, set()).update(fact.own)
    return Entity(
        name=_less_loud(name, names),
        forms=tuple(dict.fromkeys(form for fact in ordered for form in fact.name.forms)),
        kinds=frozenset(kind for fact in group for kind in fact.kinds),
        facts=tuple(ordered),
        own={document_id: frozenset(ordinals) for document_id, ordinals in own.items() if ordinals},
    )


def _less_loud(name: str, names: Sequence[str]) -> str:
    """Give a name in capitals as other places write it: "Pixel Dock" for "PIXEL DOCK"."""
    same = (each for each in names if each.casefold() == name.casefold() and not each.isupper())
    return next(same, name) if name.isupper() else name


def _sureness(fact: Fact) -> tuple[bool, bool, bool, int]:
    statement = fact.statement
    is_own = statement is not None and statement.passage.ordinal in fact.own
    return (not fact.region, not is_own, not fact.is_defined, statement.start if statement else 0)


def _without_halves(entities: Sequence[Entity]) -> list[Entity]:
    """Join "SmiLe" with "SmiLe Incubator", where nothing says that they are two."""
    longer = _by_ends(entities)
    whole_of: dict[str, Entity] = {}
    for each in entities:
        wholes = {
            other.name: other
            for form, other in longer.get(form_of(each.name), {}).items()
            if other is not each and _is_half(each, other, form)
        }
        if len(wholes) == 1:
            whole_of[each.name] = next(iter(wholes.values()))
    kept: dict[str, list[Fact]] = {}
    for each in entities:
        target = whole_of.get(each.name)
        kept.setdefault(target.name if target else each.name, []).extend(each.facts)
    return [_entity(facts) for facts in kept.values()]


def _by_ends(entities: Sequence[Entity]) -> Mapping[_Form, Mapping[_Form, Entity]]:
    """Give by what forms begin or end with, short of the whole, those forms and whose they are."""
    found: dict[_Form, dict[_Form, Entity]] = {}
    for form, entity in {form: each for each in entities for form in each.forms}.items():
        for size in range(1, len(form)):
            for end in (form[:size], form[size:]):
                found.setdefault(end, {})[form] = entity
    return found


def _is_half(half: Entity, whole: Entity, form: tuple[str, ...]) -> bool:
    own = form_of(half.name)
    rest = form[len(own) :]
    is_alike = is_of_kind(half.kinds, whole.kinds) or is_of_kind(whole.kinds, half.kinds)
    is_part = own in {form[: len(own)], form[-len(own) :]} and bool(rest)
    if is_part and is_alike and not half.own and whole.own:
        return True
    is_end = form[-len(own) :] == own and bool(rest)
    if is_end and not any(fact.is_defined for fact in half.facts):
        return True
    if form[: len(own)] != own or not rest:
        return False
    if half.own and set(half.own) <= set(whole.own):
        return True
    if rest not in known_kinds():
        return not any(fact.is_defined for fact in half.facts) and is_alike
    if all(not fact.is_defined or fact.document_id in whole.own for fact in half.facts):
        return True
    return is_of_kind(half.kinds, whole.kinds | {rest})
