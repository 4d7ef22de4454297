"""Joins what is said of one name, or of its short forms, into entities.

In time that grows with what is said: each fact is put into its group once, and whether one name is
half of another is asked only of names that begin or end with it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.entities.entity import Entity
from assistant.entities.identity import same_form
from assistant.entities.kinds import NAMED, is_known, is_of_kind, known_kinds
from assistant.entities.names import form_of
from assistant.entities.statements import Fact
from index.fulltext import STOP_WORDS

_Form = tuple[str, ...]
# Before the form that all spellings of a name share, which is no form that texts write.
_SAME = "="
# Words that begin with so many same letters are one word in two forms, or in two languages.
_ALIKE = 4


def join_facts(facts: Iterable[Fact]) -> tuple[Entity, ...]:
    """Join what is said of the same name or short form into entities, by name.

    A short form that two spell out differently joins nobody but those who are named by it in one
    document.
    """
    joining = _Joining()
    for fact in facts:
        joining.take(fact)
    doubtful = frozenset(joining.doubtful)
    joined = [_entity(group, doubtful) for group in joining.groups if group]
    return tuple(sorted(_without_halves(joined, doubtful), key=lambda each: each.name.casefold()))


@dataclass(slots=True)
class _Joining:
    """Facts by who they are about."""

    groups: list[list[Fact]] = field(default_factory=list)
    doubtful: set[_Form] = field(default_factory=set)
    _by_form: dict[_Form, list[Fact]] = field(default_factory=dict)
    _spelled: dict[_Form, _Form] = field(default_factory=dict)
    _within: dict[tuple[_Form, str], list[Fact]] = field(default_factory=dict)

    def take(self, fact: Fact) -> None:
        """Put a fact to those about the same one."""
        forms = self._joining_forms(fact)
        known = [group for form in forms if (group := self._group_of(form, fact)) is not None]
        group = known[0] if known else []
        if not known:
            self.groups.append(group)
        for other in known[1:]:
            if other is not group:
                group += other
                self._point(other, group)
                other.clear()
        group.append(fact)
        self._by_form.update(dict.fromkeys(forms, group))
        self._within.update({(form, fact.document_id): group for form in fact.name.forms[1:]})

    def _group_of(self, form: _Form, fact: Fact) -> list[Fact] | None:
        if form in self.doubtful:
            return self._within.get((form, fact.document_id))
        return self._by_form.get(form)

    def _point(self, facts: Iterable[Fact], group: list[Fact]) -> None:
        for each in facts:
            self._by_form[_SAME, *same_form(each.name.name)] = group
            for form in each.name.forms:
                if form not in self.doubtful:
                    self._by_form[form] = group
                self._within[form, each.document_id] = group

    def _joining_forms(self, fact: Fact) -> tuple[_Form, ...]:
        """Give the forms of a name, without a short form that another name has, too."""
        every = fact.name.forms
        main, *others = every or ((),)
        for short in others:
            if is_spelled_by(short, main):
                first = self._spelled.setdefault(short, main)
                if first != main and not are_alike(first, main):
                    self.doubtful.add(short)
        kept = (form for form in every if form == main or form not in self.doubtful)
        if main in self.doubtful:
            return tuple(kept)
        return (*kept, (_SAME, *same_form(fact.name.name)))


def is_spelled_by(short: _Form, name: _Form) -> bool:
    """Whether a short form is made of a name's first letters.

    >>> is_spelled_by(("kth",), ("kungliga", "tekniska", "hogskolan"))
    True
    """
    initials = ("".join(word[0] for word in name if is_full or word not in STOP_WORDS)
                for is_full in (True, False))  # fmt: skip
    return len(short) == 1 and short[0] in initials


def are_alike(one: _Form, other: _Form) -> bool:
    """Whether two names are the same but for how their words end, or for words left out.

    >>> are_alike(("karolinska", "institutet"), ("karolinska", "institute"))
    True
    >>> are_alike(("swedish", "space", "corporation"), ("stockholm", "science", "city"))
    False
    """
    short, long = sorted((one, other), key=len)
    beginnings = {word[:_ALIKE] for word in long}
    return all(word[:_ALIKE] in beginnings for word in short)


def _entity(group: Sequence[Fact], doubtful: frozenset[_Form]) -> Entity:
    ordered = sorted(group, key=_sureness)
    every = [fact.name.name for fact in ordered]
    names = [name for name in every if form_of(name) not in doubtful] or every
    used = Counter(names)
    # The name that its own document uses, else the one used most; the longer of equals.
    name = max(used, key=lambda one: (one == every[0] and bool(ordered[0].own), used[one],
                                      len(one)))  # fmt: skip
    own: dict[str, set[int]] = {}
    for fact in group:
        own.setdefault(fact.document_id, set()).update(fact.own)
    forms = dict.fromkeys(form for fact in ordered for form in fact.name.forms)
    return Entity(
        name=_less_loud(name, names),
        forms=tuple(form for form in forms if form not in doubtful) or tuple(forms),
        kinds=frozenset(kind for fact in _told_kinds(group) for kind in fact.kinds),
        facts=tuple(ordered),
        own={document_id: frozenset(ordinals) for document_id, ordinals in own.items() if ordinals},
    )


def _told_kinds(group: Sequence[Fact]) -> Sequence[Fact]:
    """Leave out what is only guessed where something says what it is."""
    sure = [fact for fact in group if not fact.is_guess]
    is_told = any(fact.is_defined and any(map(is_known, fact.kinds)) for fact in sure)
    return sure if is_told else group


def _less_loud(name: str, names: Sequence[str]) -> str:
    """Give a name in capitals as other places write it: "Pixel Dock" for "PIXEL DOCK"."""
    same = (each for each in names if each.casefold() == name.casefold() and not each.isupper())
    return next(same, name) if name.isupper() else name


def _sureness(fact: Fact) -> tuple[bool, bool, bool, int]:
    statement = fact.statement
    is_own = statement is not None and statement.passage.ordinal in fact.own
    return (not fact.region, not is_own, not fact.is_defined, statement.start if statement else 0)


def _without_halves(entities: Sequence[Entity], doubtful: frozenset[_Form]) -> list[Entity]:
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
    return [_entity(facts, doubtful) for facts in kept.values()]


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
    is_undefined = all(not fact.is_defined or fact.document_id in whole.own for fact in half.facts)
    # "The company Eskeby Works" is not "Eskeby Works Foundation", unless one page calls both so.
    is_near = any(fact.document_id in whole.own for fact in half.facts)
    is_alike = is_of_kind(half.kinds, whole.kinds | {rest}) or not any(
        map(is_known, half.kinds - {NAMED})
    )
    if is_undefined and (is_near or is_alike):
        return True
    return is_of_kind(half.kinds, whole.kinds | {rest})
