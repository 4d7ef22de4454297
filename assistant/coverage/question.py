"""Questions over all entities of a kind: "Which incubators take no equity?", taken apart.

Recognised by form and by whether the noun asked for names a kind of entity that the documents
speak of; what is asked of each entity is left as text, a place and a comparison.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from assistant.coverage.conditions import Comparison, find_comparison
from assistant.coverage.deeds import Deed, read_deed
from assistant.coverage.framing import plain_question
from assistant.coverage.noun import AskedNoun, read_noun
from assistant.coverage.opening import BARE, OPENINGS, Form
from assistant.coverage.polarity import NEGATION, exact_term, one_worded
from assistant.entities.kinds import accepted_kinds, kind_words, singular
from assistant.entities.mentions import Named
from assistant.entities.names import form_of
from assistant.entities.places import Place, find_place
from assistant.question.terms import terms, words

Kind = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityQuestion:
    """A question over entities.

    Attributes:
        form: What is to be given.
        noun: The noun that asks, in the plural, as it is shown: "incubators".
        accepted: The nouns by which an entity may be called.
        is_plural: Whether several are asked for.
        alternatives: What is asked of each, as sets of terms of which one must hold; () for
            nothing: all entities of the kind are asked for.
        is_negated: Whether it asks who does not.
        place: Where it must be.
        comparison: What a number or year must be.
        rest: What is asked, in the question's words.
        literal: Of each term that stands for paraphrases, the stem that was asked with.
        others: Forms of the entities that it names: "companies supported by SmiLe".
        further: What is asked besides, where a comparison and something else are joined by "and".
        deed: What somebody named is to have done to each: "What does X own?".
    """

    form: Form
    noun: str
    accepted: frozenset[Kind]
    is_plural: bool
    alternatives: tuple[tuple[str, ...], ...]
    is_negated: bool
    place: Place | None
    comparison: Comparison | None
    rest: str
    literal: Mapping[str, str]
    others: tuple[tuple[str, ...], ...] = ()
    further: "EntityQuestion | None" = None
    deed: Deed | None = None

    @property
    def asks_nothing(self) -> bool:
        """Whether every entity of the kind is meant."""
        return not self.alternatives and self.place is None and self.comparison is None

    def leaves_out(self, entity: Named) -> bool:
        """Whether an entity is named by the question, and so not asked for."""
        besides = self.deed.besides if self.deed else ()
        return form_of(entity.name) in self.others or any(form in entity.forms for form in besides)


# What says only that all are meant.
_NOTHING = frozenset(
    words("""
    exist exists existing know known mention mentions mentioned list listed describe described cover
    covered include includes included available document documents database knowledge base corpus
    page pages present presented collection text source file currently today together total
    altogether overall here information finns please tell told say said stated reported name names
    named every each all any other one ones
    """)
)
_SHOULD = re.compile(r"^(?:should|shall|must|would you recommend|do you recommend)\b|"
                     r"\b(?:best|better|recommend|suit(?:s|able)?|right for)\b", re.I)  # fmt: skip
_OF_THEM = re.compile(
    r",?\s+(?:and\s+)?(?:which|who|how many|what|any|some|all|one|none)\s+of\s+"
    r"(?:them|these|those)\b", re.I
)  # fmt: skip
_OF_THE = re.compile(r"\bof\s+(?:the|these|those)\s*$", re.I)
# "The things that X started are run by others": two conditions, one in a relative clause.
_RELATIVE = re.compile(
    r"^(?:that\s+|which\s+)?(?P<first>[A-ZÅÄÖ][\w&.’'-]*(?:\s+[\w&.’'-]+){0,5}?\s+(?:has\s+|have\s+)?"
    r"(?:[a-z]+ed|began|built|set\s+up|ran|made|took\s+part\s+in|brought)(?:\s+(?:up|off|out))?)\s+"
    r"(?P<then>(?:are|is|were|was|have|has|no\s+longer|now|still|today)\b.+)$"
)
# Ways to say that somebody else has it now.
_PASSED_ON = re.compile(
    r"\b(?:in\s+(?:other|different|new|others['’]?|someone\s+else['’]?s)\s+hands|taken\s+over|"
    r"handed\s+(?:over|on)|passed\s+on|(?:run|managed|operated)\s+by\s+(?:others|someone\s+else|"
    r"somebody\s+else|another\s+\w+))\b",
    re.I,
)
# Beside a place these say only that something is there.
_SITED = re.compile(
    r"\b(?:have|has|with)?\s*(?:their|its|an?|the)?\s*(?:premises|offices?|head\s?quarters?|seat|home)\b"
    r"|\b(?:located|based|situated|found|housed|headquartered|resident|active|sit|reside|"
    r"moved|settled)\b",
    re.I,
)
# Who asks is no part of what the documents say: "a stake in my company".
_MINE = re.compile(
    r"\b(?:(?:in|of|for|from|with|to|at)\s+)?(?:my|our|mitt?|min|vårt?)\s+[\w-]+(?:\s+company)?"
    r"|\b(?:for\s+\w+\s+)?like\s+(?:me|us|mine|ours)\b|\b(?:for|to)\s+(?:me|us)\b"
    # What is given for it is told by what is taken.
    r"|\bin\s+(?:return|exchange)\b(?:\s+for\s+(?:(?:the|their|its|your|any)\s+)?(?:help|support|"
    r"services?|place|coaching|advice|it))?"
    r"|\btheir\s+(?:own\s+)?(?:companies|members|start-?ups|tenants|participants|clients)\b",
    re.I,
)
# To charge rent is to take rent, not to be in charge.
_CHARGE = re.compile(r"\bcharg(?:e|es|ed|ing)\b(?=\s+\w)", re.I)
# Says nothing: "the different business incubators".
_VOID = frozenset(terms("different other such existing various own business innovation several"))
_JOINED = re.compile(r",?\s+(?:and|but|och|men)\s+(?:that\s+|which\s+|who\s+)?(?!\d)", re.I)
_PAIR = 2
_ARE = re.compile(r"^(?:are|is|were|was)\s+(?:called\s+)?(?:an?\s+|the\s+)?", re.I)
_OR = re.compile(r"\s+(?:or|eller)\s+|\s*/\s*")


_WHO = re.compile(
    r"^who(?:\s+(?:all|else))?\s+(?!is\b|are\b|was\b|were\b|can\b|could\b|should\b|do\b|does\b|"
    r"did\b|will\b|would\b|owns?\b|runs?\b)"
    # "Who decides which companies get in?" asks for one that decides.
    r"(?!\w+\s+(?:(?:on|about)\s+)?(?:which|what|who|whom|whose|how|whether|if|when|where)\b)"
    r"(?P<rest>\w+.*)$",
    re.I,
)


def understand_who(query: str) -> EntityQuestion | None:
    """Take "Who works on cell therapy?" for a question over all organisations and projects.

    >>> understand_who("Who works on cell therapy?").noun, understand_who("Who is the CEO?")
    ('organisations', None)
    """
    found = _WHO.match(plain_question(query))
    if found is None:
        return None
    accepted = accepted_kinds(("organisation",)) | accepted_kinds(("initiative",))
    asked = AskedNoun(
        modifiers="", noun="organisations", accepted=accepted, is_plural=True, rest=found["rest"]
    )
    return _question(Form.WHICH, asked)


def understand(query: str, kinds: AbstractSet[Kind]) -> EntityQuestion | None:
    """Take a question over entities apart; None for every other question.

    Args:
        query: The question.
        kinds: Nouns that name kinds of entities, one-word heads among them.

    >>> asked = understand("Which incubators in Lund take no equity?", {("incubator",)})
    >>> asked.noun, asked.alternatives, asked.is_negated, asked.place.forms
    ('incubators', (('tak', '~equit'),), True, (('lund',),))
    >>> understand("Which year did it open?", {("incubator",)}) is None
    True
    """
    plain = plain_question(query)
    deed = read_deed(plain)
    if deed and (not deed.noun or kind_words(deed.noun) in kinds):
        return _done(deed)
    for form, opening in OPENINGS:
        found = opening.match(plain)
        if found is None or (form is not Form.WHICH and not found.end()):
            continue
        is_bare = found.re is OPENINGS[-1][1]
        is_of_the = _OF_THE.search(found.group()) is not None
        asked = read_noun(plain[found.end() :], kinds, is_of_the=is_of_the)
        if asked is None:
            if is_bare or form is Form.EXISTS:
                return None
            continue
        asked = _narrowed(asked, kinds)
        is_open = not is_bare or (asked.is_plural and BARE.match(asked.rest) is not None)
        return _question(form, asked) if is_open and not _SHOULD.search(asked.rest) else None
    return None


def _done(deed: Deed) -> EntityQuestion:
    everything = AskedNoun(
        modifiers="",
        noun=deed.noun or "things",
        accepted=accepted_kinds(kind_words(deed.noun or "things")),
        is_plural=True,
        rest=deed.said,
    )
    asked = _condition(Form.WHICH, everything)
    return replace(asked, alternatives=(tuple(deed.terms),), place=None, deed=deed)


def _narrowed(asked: AskedNoun, kinds: AbstractSet[Kind]) -> AskedNoun:
    """Ask for the narrower kind where "which partners are associations" names two."""
    named = _ARE.match(asked.rest)
    narrower = read_noun(asked.rest[named.end() :], kinds) if named else None
    if narrower is None or not narrower.accepted < asked.accepted:
        return asked
    # "Which projects is Lund University in" names one.
    if f"{narrower.modifiers}{narrower.noun}"[:1].isupper():
        return asked
    return narrower


def _question(form: Form, asked: AskedNoun) -> EntityQuestion:
    """Take what is asked apart; a comparison and what is joined to it are two conditions."""
    relative = _RELATIVE.match(asked.rest)
    if relative and asked.is_plural:
        first, then = (replace(asked, rest=relative[each]) for each in ("first", "then"))
        further = _condition(form, replace(then, modifiers=""))
        if further.alternatives:
            return replace(_condition(form, first), further=further, rest=asked.rest)
    parts = _JOINED.split(asked.rest)
    compared = [part for part in parts if find_comparison(part).comparison]
    plain = [part for part in parts if part not in compared]
    if len(parts) != _PAIR or len(compared) != 1:
        return _condition(form, asked)
    further = _condition(form, replace(asked, modifiers="", rest=plain[0]))
    return replace(
        _condition(form, replace(asked, rest=compared[0])),
        further=further if further.alternatives else None,
        rest=asked.rest,
    )


def _condition(form: Form, asked: AskedNoun) -> EntityQuestion:
    rest = _PASSED_ON.sub("run operated", _MINE.sub(" ", _OF_THEM.sub(" ", asked.rest)))
    compared = find_comparison(rest)
    placed = find_place(compared.rest)
    modifiers = " ".join(w for w in asked.modifiers.split() if not set(terms(w)) & _VOID)
    rest = _SITED.sub(" ", placed.rest) if placed.place else placed.rest
    plain = one_worded(f"{modifiers} {rest}".strip())
    alternatives = tuple(told for part in _OR.split(plain) if (told := _content(part, asked.noun)))
    return EntityQuestion(
        form=form,
        noun=asked.noun.lower() if asked.noun.istitle() else asked.noun,
        accepted=asked.accepted,
        is_plural=asked.is_plural,
        alternatives=alternatives,
        is_negated=NEGATION.search(plain) is not None,
        place=placed.place,
        comparison=compared.comparison,
        rest=asked.rest,
        literal=_literal(plain),
    )


def _literal(text: str) -> dict[str, str]:
    """Give by term the stem that asks; what is asked in two words for one meaning has none."""
    said: dict[str, set[str]] = {}
    for word in words(text):
        for term in terms(word):
            said.setdefault(term, set()).add(exact_term(word))
    return {term: next(iter(stems)) for term, stems in said.items() if len(stems) == 1}


def _content(text: str, noun: str) -> tuple[str, ...]:
    kind = {singular(word) for word in words(noun)}
    plain = _CHARGE.sub(" ", NEGATION.sub(" ", text))
    kept = " ".join(
        word for word in words(plain) if singular(word) not in kind and word not in _NOTHING
    )
    asked = terms(kept)
    # "Funders that give grants": what means the same as the noun must stand there literally.
    same = set(terms(noun)) & set(asked)
    literal = [exact_term(word) for word in words(kept) if set(terms(word)) & same]
    return tuple(dict.fromkeys([*(term for term in asked if term not in same), *literal]))
