"""What one document says about which entities there are, and which of its passages are about each.

Facts of all documents are joined in `catalogue`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.entities.identity import same_names_in
from assistant.entities.introductions import acting_in, introduced_in
from assistant.entities.kinds import is_known, kind_words, kinds_of_phrase, known_kinds
from assistant.entities.names import Name, form_of, holds, joined_words, names_of_title
from assistant.entities.statements import ARTICLE, Fact, facts_in, kind_in_name, told
from assistant.entities.titles import names_in_title
from assistant.evidence.statements import Statement, statements_of
from assistant.question.terms import words
from index.passage import Passage

_WE_ARE = re.compile(
    rf"\b(?:We\sare|We['’]re|It\sis|It\swas|This\sis|They\sare|Vi\sär|Det\sär)\s+"
    rf"(?:also\s+|now\s+)?(?P<phrase>(?:{ARTICLE}).+)$",
    re.DOTALL,
)
_OURS = re.compile(rf"\b(?:We\sare|We['’]re|Vi\sär)\s+(?:also\s+|now\s+)?(?:{ARTICLE})")
# Parts of titles that name nobody: "About us | Harbour House".
_GENERIC = frozenset(
    words("""
    about us home start welcome contact news faq questions information page website om oss hem
    kontakt nyheter overview index
""")
)
# "The first forum was held in 2012", "Quay Days takes place in May": what is held is an event.
_HELD = re.compile(
    r"\b(?P<what>[\w-]+)\s+(?:(?:was|is|were|are|will\s+be)\s+held|"
    r"(?:takes?|took|will\s+take)\s+place)\b"
)
_THE_KIND = re.compile(r"\b(?:[Tt]he|[Oo]ur|[Tt]his)\s+(?P<noun>[a-zåäö]+(?:\s[a-zåäö]+)?)\b")


def facts_of(
    title: str, metadata_kind: str, region: str, passages: Sequence[Passage]
) -> tuple[Fact, ...]:
    """Give what one document says about entities, in the order of its text.

    Args:
        title: The document's.
        metadata_kind: The kind that its front matter gives, "" for none.
        region: The region that its front matter gives, "" for none.
        passages: Its passages in order.
    """
    if not passages:
        return ()
    stated = [(passage, statements_of(passage)) for passage in passages]
    facts: list[Fact] = []
    for passage, statements in stated:
        said = {each.start: tuple(facts_in(passage, each)) for each in statements}
        for at, statement in enumerate(statements):
            opens = at == 0 and passage.heading is not None
            facts += same_names_in(statement)
            facts += facts_in(passage, statement, is_first=True) if opens else said[statement.start]
        facts += introduced_in(passage, statements, said)
    facts += acting_in([each for _, statements in stated for each in statements])
    subject = _subject(title, metadata_kind, facts, passages)
    if subject is not None:
        facts = [replace(fact, is_voice=False) for fact in facts]
        kind = metadata_kind or _kind_in_title(title, subject)
        about = _subject_facts(subject, kind, region, stated)
        facts += _told_or_called(subject, tuple(about), facts, stated, is_given=bool(metadata_kind))
    return tuple(_with_own(facts, subject, stated))


def _told_or_called(
    subject: Name,
    about: Sequence[Fact],
    facts: Sequence[Fact],
    stated: Sequence[tuple[Passage, tuple[Statement, ...]]],
    *,
    is_given: bool,
) -> Iterator[Fact]:
    """Give what is said of a subject; where nothing says its kind, what it is called by."""
    telling = [fact for fact in facts if fact.is_defined and any(map(is_known, fact.kinds))]
    defined = {form for fact in telling for form in fact.name.forms}
    is_told = any(is_known(kind) for fact in about for kind in fact.kinds)
    called: Iterator[Fact] = iter(())
    # What front matter says it is, "news", is no accelerator that the news speak of.
    if not is_given and not is_told and defined.isdisjoint(subject.forms):
        called = _by_noun(subject, [each for _, statements in stated for each in statements])
    yield from (replace(fact, is_given=is_given) for fact in (*about, *called))


def _subject(
    title: str, metadata_kind: str, facts: Sequence[Fact], passages: Sequence[Passage]
) -> Name | None:
    """Whom a document is about: what its title names, if its text speaks of that."""
    if metadata_kind and (given := names_of_title(title)):
        return _with_aliases(given[0], facts)
    text = joined_words(" ".join(passage.text for passage in passages))
    names = names_in_title(title)
    # "Havnelab – maritime co-working" is about Havnelab.
    names = tuple(each for each in names if not each.name[0].islower()) or names
    counts = Counter({each: text.count(f" {' '.join(form_of(each.name))} ") for each in names})
    defined = {form for fact in facts if fact.is_defined for form in fact.name.forms}
    for each in names:
        is_told = bool(_kind_in_title(title, each))
        if is_told or form_of(each.name) in defined or kind_in_name(each.name):
            return _with_aliases(each, facts)
    telling = [each for each in names if not set(form_of(each.name)) & _GENERIC] or list(names)
    best = max(telling, key=lambda each: (counts[each], each is not names[0]), default=None)
    speaks = any(_OURS.search(passage.text) for passage in passages)
    is_name = best is not None and all(word[0].isupper() for word in best.name.split())
    return best if best and (counts[best] > 1 or (speaks and is_name)) else None


def _kind_in_title(title: str, subject: Name) -> str:
    """Give what a title says behind the name: "Grafit, incubator for hard technology"."""
    found = re.search(rf"{re.escape(subject.name)},\s+(?P<phrase>[a-zåäö][^|–—]+)", title)
    known = [kind for kind in kinds_of_phrase(found["phrase"]) if is_known(kind)] if found else []
    return " ".join(known[0]) if known else ""


def _with_aliases(name: Name, facts: Sequence[Fact]) -> Name:
    more = [
        alias for fact in facts if form_of(fact.name.name) in name.forms
        for alias in fact.name.aliases
    ]  # fmt: skip
    return replace(name, aliases=tuple(dict.fromkeys([*name.aliases, *more])))


def _subject_facts(
    subject: Name,
    metadata_kind: str,
    region: str,
    stated: Sequence[tuple[Passage, tuple[Statement, ...]]],
) -> Iterator[Fact]:
    """What a document says of its subject without the name: "We are an incubator"."""
    document_id = stated[0][0].document_id
    everything = [each for _, statements in stated for each in statements]
    given = kinds_of_phrase(metadata_kind.replace("/", ","))
    named = kind_in_name(subject.name)
    form = subject.forms[0]
    naming = (each for each in everything if holds(joined_words(each.text), form))
    first = next(naming, everything[0] if everything else None)
    kinds = (*given, *([named] if named else []))
    if kinds and first:
        yield Fact(
            name=subject,
            kinds=kinds,
            document_id=document_id,
            statement=first,
            is_told=False,
            region=region,
        )
    for statement in everything:
        found = _WE_ARE.search(statement.text)
        is_ours = found is not None and found.group().startswith(("We", "Vi"))
        if found and (is_ours or statement.passage.heading is None):
            yield from told(subject, kinds_of_phrase(found["phrase"]), statement)
        held = _HELD.search(statement.text)
        if held and form_of(held["what"])[-1:] == subject.forms[0][-1:]:
            yield replace(next(told(subject, [kind_words("event")], statement)), is_told=False)


def _by_noun(subject: Name, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Read what a document calls its subject: "the company", most often."""
    called: dict[str, list[Statement]] = {}
    for statement in statements:
        for found in _THE_KIND.finditer(statement.text):
            for noun in (found["noun"], found["noun"].split()[0]):
                if kind_words(noun) in known_kinds() and not noun.endswith("s"):
                    called.setdefault(noun, []).append(statement)
                    break
    if called:
        noun, said = max(called.items(), key=lambda each: len(each[1]))
        form = subject.forms[0]
        naming = (each for each in statements if holds(joined_words(each.text), form))
        for fact in told(subject, [kind_words(noun)], next(naming, said[0])):
            yield replace(fact, is_told=False)


def _with_own(
    facts: Sequence[Fact],
    subject: Name | None,
    stated: Sequence[tuple[Passage, tuple[Statement, ...]]],
) -> Iterator[Fact]:
    """Say which passages are about each: its section, what opens with it, else the subject's."""
    # Who says "we" is spoken of throughout; what a passage is about is for it to say.
    voices = {form for fact in facts if fact.is_voice for form in fact.name.forms}
    forms = {form for fact in facts for form in fact.name.forms} - voices
    owners = {
        passage.ordinal: _owner(passage, statements, forms, subject)
        for passage, statements in stated
    }
    _carry_on(owners, stated)
    for fact in facts:
        own = {at for at, owner in owners.items() if owner and owner in fact.name.forms}
        if subject and set(subject.forms) & set(fact.name.forms):
            own |= {at for at, owner in owners.items() if owner in subject.forms}
        yield replace(fact, own=frozenset(own))


def _carry_on(
    owners: dict[int, tuple[str, ...] | None],
    stated: Sequence[tuple[Passage, tuple[Statement, ...]]],
) -> None:
    """Let a section about nobody else go on about whom the one before was about, if it names it."""
    before: tuple[str, ...] | None = None
    for passage, _ in stated:
        is_open = owners[passage.ordinal] is None and passage.heading
        if before and is_open and holds(joined_words(passage.text), before):
            owners[passage.ordinal] = before
        before = owners[passage.ordinal]


def _owner(
    passage: Passage,
    statements: Sequence[Statement],
    forms: set[tuple[str, ...]],
    subject: Name | None,
) -> tuple[str, ...] | None:
    heading = joined_words(passage.heading.split(" > ")[-1]) if passage.heading else ""
    named = [form for form in forms if heading and holds(heading, form)]
    if not named and statements and (subject is None or not passage.heading):
        opening = joined_words(statements[0].text)
        named = [
            form for form in forms
            if opening.startswith((f" {' '.join(form)} ", f" the {' '.join(form)} "))
        ]  # fmt: skip
    if named:
        return max(named, key=len)
    return subject.forms[0] if subject else None
