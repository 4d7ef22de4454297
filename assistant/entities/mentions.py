"""Which entities a text names, and where: the longest name at each place counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.entities.names import form_of
from assistant.entities.statements import Fact

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity's name, its forms as folded words, and what says what it is."""

    name: str
    forms: tuple[Form, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An entity by name, and how many words stand before it."""

    name: str
    at: int


class NameIndex:
    """Finds the entities that a text names."""

    def __init__(self, entities: Sequence[Named]) -> None:
        """Index the forms by their first word."""
        self._by_first: dict[str, list[tuple[Form, str]]] = {}
        self._written: dict[Form, set[str]] = {}
        for entity in entities:
            for form in entity.forms:
                self._by_first.setdefault(form[0], []).append((form, entity.name))
            for fact in entity.facts:
                for written in (fact.name.name, *fact.name.aliases):
                    self._written.setdefault(form_of(written), set()).add(written)
        for forms in self._by_first.values():
            forms.sort(key=lambda each: -len(each[0]))

    def within(self, text: str, joined: str) -> tuple[Mention, ...]:
        """Give the entities that a text names, each once, in order of first mention.

        Args:
            text: As it stands.
            joined: Its folded words, joined and bordered by spaces.
        """
        tokens = joined.split()
        found: dict[str, int] = {}
        at = 0
        while at < len(tokens):
            size = 1
            for form, name in self._by_first.get(tokens[at], ()):
                if tuple(tokens[at : at + len(form)]) == form and self._is_written(form, text):
                    found.setdefault(name, at)
                    size = len(form)
                    break
            at += size
        return tuple(Mention(name=name, at=place) for name, place in found.items())

    def _is_written(self, form: Form, text: str) -> bool:
        """A name of one word must stand as it is written: "Helm" is not "helm"."""
        if len(form) > 1:
            return True
        return any(
            re.search(rf"(?<!\w){re.escape(written)}(?!\w)", text)
            for written in self._written.get(form, ())
        )
