"""Reads one document: what its sentences and lists say of who is tied to whom."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.ecosystem.doubt import holding
from assistant.ecosystem.listing import listed, standing_alone
from assistant.ecosystem.masking import Masked, Party, masked
from assistant.ecosystem.mentions import MentionFinder, short_names, shortened
from assistant.ecosystem.model import Quote, Relation
from assistant.ecosystem.outside_names import outside_names
from assistant.ecosystem.patterns import told_in
from assistant.ecosystem.quoting import (
    NamedTogether,
    is_anchored,
    lead_pairs,
    quote_of,
    said_from,
    sure_ends,
    together_in,
    with_money,
)
from assistant.ecosystem.role_tables import enumerated, role_rows
from assistant.ecosystem.speakers import Scene, subject_of
from assistant.entities.entity import Entity
from assistant.entities.introductions import paragraphs_of
from assistant.entities.names import names_of_title
from assistant.evidence.statements import Statement, StatementKind, statements_of
from index.passage import Passage

# Longer ones are no prose, and patterns would be slow on them.
_LONGEST = 1200
_SUBJECT = re.compile(r"^(?:[^⟦⟧,;]{0,60},\s+)?(?:[Tt]he\s+)?⟦(?P<number>\d+)⟧(?!['’])")
# Before a subject whose name comes late: "Every second year the ⟦0⟧ gathers".
_LATE_SUBJECT = re.compile(r"^[A-ZÅÄÖ][a-zåäö ]{2,30}\sthe\s⟦(?P<number>\d+)⟧\s[a-zåäö]")
_BELONGS = re.compile(r"\bbelongs?\b|\bpart of\b|\btillhör|\bingår\b|\bdel av\b")
_UNIT = re.compile(
    r"\b(?:arm|subsidiary|division|department|laboratory|incubator|accelerator|unit|faculty) of\b"
)
# Whoever they are, "it" in the next sentence is not them: "Companies can try out sensors."
_PLURAL = re.compile(
    r"^(?:[A-ZÅÄÖ][a-zåäö-]+s|[A-ZÅÄÖ][\w ]{2,40}\sand\s[\w ]{2,30})\s+(?:can|are|have|may)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTie:
    """What one place says: that `source` stands in `relation` to `target`.

    `is_belonging` says that one belongs to the other, rather than that it is found there.
    """

    source: Party
    target: Party
    relation: Relation
    quote: Quote
    is_belonging: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """What a document says of ties, and how often it names whom.

    Attributes:
        ties: In the order of the text.
        named: The names in each of its sentences and items, with where that stands.
    """

    ties: tuple[SaidTie, ...]
    named: tuple[NamedTogether, ...]


@dataclass(slots=True)
class DocumentReader:
    """Reads documents against the entities that there are."""

    entities: Sequence[Entity]
    places: frozenset[str]
    _finder: MentionFinder = field(init=False, repr=False)
    _by_name: dict[str, Entity] = field(init=False, repr=False)
    _by_form: dict[str, Entity] = field(init=False, repr=False)
    _short: Mapping[str, str] = field(init=False, repr=False)
    _voices: dict[str, list[Entity]] = field(init=False, repr=False)
    _own: dict[tuple[str, int], list[Entity]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the entities."""
        self._finder = MentionFinder(self.entities)
        self._by_name = {each.name: each for each in self.entities}
        self._by_form = {" ".join(form): each for each in self.entities for form in each.forms}
        self._short = short_names(self.entities, self.places)
        self._own, self._voices = {}, {}
        for entity in self.entities:
            for document_id in entity.voices:
                self._voices.setdefault(document_id, []).append(entity)
            for document_id, ordinals in entity.own.items():
                for ordinal in ordinals:
                    self._own.setdefault((document_id, ordinal), []).append(entity)

    def read(self, passages: Sequence[Passage]) -> DocumentReading:
        """Read one document's passages, given in order."""
        ties: list[SaidTie] = []
        named: list[NamedTogether] = []
        if passages:
            first = passages[0]
            about = subject_of(first, self._voices.get(first.document_id, []), self._by_form)
            about = about or self._owner_of_all(passages)
            for passage in passages:
                self._read_passage(passage, about, ties, named)
        return DocumentReading(ties=tuple(ties), named=tuple(named))

    def _read_passage(
        self,
        passage: Passage,
        about: Entity | None,
        ties: list[SaidTie],
        named: list[NamedTogether],
    ) -> None:
        statements = statements_of(passage)
        owner = self._owner(passage, about)
        scene = Scene(subject=about, owner=owner, is_headed=_heads(owner, passage))
        for paragraph in paragraphs_of(passage, statements):
            scene = replace(scene, before=None, is_first=True, named_before=(), told_before="")
            for statement in paragraph.statements:
                if len(statement.text) > _LONGEST and statement.kind is StatementKind.SENTENCE:
                    continue
                for unit in self._units(statement, scene):
                    ties += self._ties(unit, statement)
                    named += unit.named
                scene = replace(self._after(statement, scene), is_headed=False)

    def _owner_of_all(self, passages: Sequence[Passage]) -> Entity | None:
        """Whom every passage of a document is about; None for nobody, or for several."""
        owners = [self._own.get((each.document_id, each.ordinal), []) for each in passages]
        names = {each.name for each in owners[0]}.intersection(
            *({each.name for each in found} for found in owners[1:])
        )
        return self._by_name[names.pop()] if len(names) == 1 else None

    def _owner(self, passage: Passage, about: Entity | None) -> Entity | None:
        """Whom a passage is about: whom its heading names, else whom the document is about."""
        owners = self._own.get((passage.document_id, passage.ordinal), [])
        others = [each for each in owners if about is None or each.name != about.name]
        if len(others) == 1 and (about is None or about not in owners):
            return others[0]
        return about if not others or about in owners else None

    def _parties(self, text: str, offset: int, scene: Scene | None) -> list[Party]:
        """Give everybody whom a text names or points at."""
        found = [
            Party(name=each.name, start=each.start + offset, end=each.end + offset)
            for each in self._finder.within(text)
        ]
        short = self._short.get(scene.subject.name) if scene and scene.subject else None
        taken = [(each.start - offset, each.end - offset) for each in found]
        for start, end in shortened(text, short, taken):
            name = scene.subject.name if scene and scene.subject else ""
            found.append(Party(name=name, start=start + offset, end=end + offset))
            taken.append((start, end))
        found += [
            Party(
                name=each.name,
                start=each.start + offset,
                end=each.end + offset,
                is_known=False,
                strength=each.strength,
                noun=each.noun,
            )
            for each in outside_names(text, taken, self.places)
        ]
        if scene is not None:
            found += scene.pointed_at(text, offset, tuple(found))
        return found

    def _units(self, statement: Statement, scene: Scene) -> Iterator["_Unit"]:
        """Cut a statement into what is read at once: a sentence, or a list with its lead-in."""
        if statement.kind is StatementKind.SENTENCE:
            parties = self._parties(statement.text, statement.start, scene)
            quote = quote_of(statement.passage, statement.start, statement.end)
            listed_names = enumerated(statement, parties, scene.owner)
            yield _Unit(
                masked=listed_names or masked(statement.text, statement.start, parties),
                start=said_from(statement, parties),
                end=statement.end,
                named=together_in(parties, quote),
                is_list=listed_names is not None,
            )
            return
        lead = self._parties(statement.lead_in, statement.start, scene)
        items = [
            (item, self._parties(item.text, item.start, Scene(subject=scene.subject, owner=None)))
            for item in statement.items
        ]
        every = [party for _, parties in items for party in parties]
        whole = listed(statement, lead, items, scene) or enumerated(statement, every, scene.owner)
        if whole is not None:
            yield _Unit(
                masked=whole,
                start=said_from(statement, lead),
                end=statement.start + len(statement.lead_in),
                named=(),
                is_list=True,
            )
        for item, row in role_rows(statement, items, scene.owner):
            yield _Unit(masked=row, start=item.start, end=item.end, named=(), is_list=True)
        for item, parties in items:
            quote = quote_of(statement.passage, item.start, item.end)
            said = standing_alone(statement, item, parties, scene)
            both = quote_of(statement.passage, statement.start, item.end)
            leading = [party for party in lead if party.is_known and party.is_said]
            yield _Unit(
                masked=said,
                start=item.start,
                named=(*together_in(parties, quote), *lead_pairs(leading, parties, both)),
                end=item.end,
            )

    def _ties(self, unit: "_Unit", statement: Statement) -> Iterator[SaidTie]:
        text = unit.masked.text
        if len(unit.masked.parties) < 2:
            return
        for told in told_in(text):
            holds = holding(text, told)
            if holds == "not":
                continue
            belongs = _BELONGS.search(text[told.verb : told.end]) is not None
            sources, targets = sure_ends(
                told.relation,
                unit.masked.parties_in(told.source),
                unit.masked.parties_in(told.target),
                is_list=unit.is_list,
                is_belonging=belongs or _UNIT.search(text[told.verb : told.end]) is not None,
            )
            known = any(party.is_known for party in (*sources, *targets))
            for source in sources:
                for target in targets:
                    if source.name == target.name or not is_anchored(
                        source, target, is_near_known=known
                    ):
                        continue
                    last = max(source.end, target.end, unit.end) if unit.is_list else unit.end
                    quote = quote_of(statement.passage, unit.start, last, is_past=holds == "past")
                    yield SaidTie(
                        source=source,
                        target=target,
                        relation=with_money(told.relation, text, told),
                        is_belonging=belongs,
                        quote=quote,
                    )

    def _after(self, statement: Statement, scene: Scene) -> Scene:
        """Give whom the next sentence may mean."""
        parties = self._parties(statement.lead_in or statement.text, statement.start, scene)
        text = masked(statement.lead_in or statement.text, statement.start, parties)
        found = _SUBJECT.match(text.text) or _LATE_SUBJECT.match(text.text)
        subject = text.parties[int(found["number"])] if found else None
        known = self._by_name.get(subject.name) if subject and subject.is_known else None
        if known is None and _PLURAL.match(text.text):
            known = scene.owner if scene.is_first else scene.before
        every = (self._by_name.get(party.name) for party in parties)
        return replace(
            scene,
            before=known,
            is_first=False,
            named_before=(*scene.named_before, *(each for each in every if each is not None)),
            told_before=f"{scene.told_before} {statement.text}",
        )


def _heads(owner: Entity | None, passage: Passage) -> bool:
    """Whether a passage stands right below a heading that is its owner's name."""
    last = passage.heading.split(" > ")[-1] if passage.heading else ""
    return owner is not None and any(
        form in owner.forms for name in names_of_title(last) for form in name.forms
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """What is read at once; a quote of it spans `start` to `end`, and of a list to its items."""

    masked: Masked
    start: int
    end: int
    named: tuple[NamedTogether, ...]
    is_list: bool = False


def documents_by_id(entities: Sequence[Entity]) -> Mapping[str, str]:
    """Give by entity the document about it: the one that most of its own passages are in."""
    return {
        each.name: max(each.own, key=lambda document_id: len(each.own[document_id]))
        for each in entities
        if each.own
    }
