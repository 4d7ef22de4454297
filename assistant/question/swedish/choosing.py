"""Which meaning a word has where it stands: "var" asks where, or tells what was."""

from collections.abc import Sequence

from assistant.question.swedish.lexicon import Sense, Tag, group
from assistant.question.swedish.place import Place, clause_start

_HOW_ALWAYS = frozenset({"tidigare", "senare", "långt"})
_COPULAS = frozenset({"vara", "bli"})
_MODALS = frozenset({"kunna", "skola", "vilja", "måste", "böra", "få", "behöva", "bruka"})
_POINTING = frozenset({"den", "det", "de"})
_ALONE = frozenset({"vad", "vem", "när", "var", "varför", "hur", "vart", "nar"})
_FINITE = frozenset({"present", "past", "supine"})
_SUBJECTS = frozenset({"jag", "du", "vi", "ni", "man", "de", "dom"})
_NOMINAL = frozenset({Tag.NOUN, Tag.ADJECTIVE})


def chosen(place: Place) -> Sense | None:
    """Choose what a word means where it stands; None for one that means nothing known."""
    if len(place.senses) < 2:
        return next(iter(place.senses), None)
    rules = (
        _infinitive,
        _asking,
        _number_word,
        _pointing,
        _small,
        _noun_or_verb,
        _adjective,
        _verb,
        _noun,
    )
    return next((sense for rule in rules for sense in [rule(place)] if sense), place.senses[0])


def _infinitive(place: Place) -> Sense | None:
    """Choose a plain verb behind "att" or a verb that wants one: "kan få"."""
    last = place.last()
    plain = next((each for each in place.senses if each.tag is Tag.VERB and each.form
                  and each.form.tense == "infinitive"), None)  # fmt: skip
    if plain is None or last is None:
        return None
    if last.lemma in {"att", "för att"}:
        return plain
    start = clause_start(place.before)
    verbs = [word for word in place.before[start:] if word.tag is Tag.VERB]
    wants = bool(verbs) and verbs[-1].lemma in _MODALS and verbs[-1].is_finite
    before = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.PREPOSITION, Tag.NUMBER}
    return plain if wants and last.tag not in before else None


def _asking(place: Place) -> Sense | None:
    """Choose what asks at the beginning: "var", "när"."""
    asks = place.of(Tag.WH)
    if asks and place.token.word == "var":
        is_verb = any(
            sense.tag is Tag.VERB and sense.form and sense.form.tense in {"present", "past"}
            for sense in place.next_senses()
        )
        # "Undrar var vi kan testa".
        is_verb = is_verb or (place.finite_before() and place.after[0].word in _SUBJECTS)
        return asks if is_verb or not place.after else place.of(Tag.VERB)
    imperative = place.of(Tag.IMPERATIVE)
    last = place.last()
    if asks and (place.begins() or (last is not None and last.tag is Tag.PREPOSITION)):
        return asks
    if imperative and place.begins() and not any(word.is_finite for word in place.before):
        return imperative
    if asks and place.of(Tag.VERB):
        return asks if place.token.word != "var" and place.finite_before() else place.of(Tag.VERB)
    return None


def _number_word(place: Place) -> Sense | None:
    """Choose an adjective before a noun, else what says how: "tidigare", "gratis"."""
    how, what = place.of(Tag.ADVERB), place.of(Tag.ADJECTIVE)
    if how is None or what is None:
        return None
    if place.next_tags() & _NOMINAL or (place.after and place.after[0].is_name and
                                        place.token.word.endswith("a")):  # fmt: skip
        return what
    last = place.last()
    is_asked = last is not None and last.token.word == "hur"
    copula = any(sense.lemma in _COPULAS for sense in place.next_senses())
    is_said_of = place.auxiliary(_COPULAS) or (is_asked and copula)
    return what if is_said_of and place.token.word not in _HOW_ALWAYS else how


def _pointing(place: Place) -> Sense | None:
    """Choose between "the" and "it", "some" and "someone"."""
    determiner, pronoun = place.of(Tag.DETERMINER, Tag.POSSESSIVE), place.of(Tag.PRONOUN)
    if determiner is None:
        return None
    last = place.last()
    noun = place.next_tags() & {Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER}
    if place.token.word in _POINTING:
        is_there = last is not None and last.lemma == "finnas"
        is_definite = _definite_follows(place)
        return determiner if is_definite and not is_there else pronoun
    if place.token.word == "andra" and last is not None and last.token.word in _POINTING:
        return place.of(Tag.ADJECTIVE)
    if place.token.word == "andra" and not noun and (not place.after or place.after[0].is_mark):
        return pronoun
    unknown = bool(place.after) and not place.next_senses() and not place.after[0].is_mark
    is_named = bool(place.after) and place.after[0].is_name
    is_all = place.token.word == "alla" and bool(place.after) and place.after[0].is_name
    if noun or is_all or (unknown and not is_named) or pronoun is None:
        return determiner
    adjective = place.of(Tag.ADJECTIVE)
    is_asked = last is not None and last.tag is Tag.WH
    return adjective if adjective and not is_asked else determiner if is_asked else pronoun


def _definite_follows(place: Place) -> bool:
    """Whether what follows is a noun that "the" may stand before; "de fyra stegen" is one."""
    at = 1 if Tag.NUMBER in place.next_tags() else 0
    senses = place.next_senses(at)
    if any(sense.tag is Tag.ADJECTIVE for sense in senses):
        if not place.after[at].word.endswith(("a", "e")):
            return False
        return not any(sense.tag is Tag.ADVERB for sense in senses) or bool(
            place.next_tags(at + 1) & _NOMINAL
        )
    nouns = [sense.form for sense in senses if sense.tag is Tag.NOUN and sense.form]
    is_told = any(sense.lemma == "som" for sense in place.next_senses(at + 1))
    return any(form.is_definite or is_told for form in nouns)


def _small(place: Place) -> Sense | None:
    """Choose between a preposition, what opens a clause, and what says how."""
    opens = place.of(Tag.SUBORDINATOR)
    other = place.of(Tag.PREPOSITION, Tag.ADVERB)
    if opens is None and other and other.tag is Tag.PREPOSITION:
        how = place.of(Tag.ADVERB)
        at_end = not place.after or place.after[0].is_mark
        is_stranded = place.token.word in {"om", "till", "för", "med", "från"}
        if place.token.word == "sedan" and not place.next_tags() & {Tag.WH, Tag.NOUN, Tag.NUMBER,
                                                                   Tag.MONTH}:  # fmt: skip
            numeric = bool(place.after) and place.after[0].text[0].isdigit()
            return other if numeric else how or other
        return how if at_end and how and how.english and not is_stranded else other
    if opens is None or other is None:
        return None
    if place.token.word == "där":
        return opens if place.after and not place.after[0].is_mark else other
    return opens if _clause_follows(place) else other


def _clause_follows(place: Place) -> bool:
    """Whether a verb follows that is none of the question itself."""
    last = place.last()
    if place.token.word == "om" and last is not None and last.lemma in {"handla", "berätta"}:
        return False
    for token in place.after:
        if token.is_mark:
            return False
        senses = () if token.is_name else place.lexicon.senses(token.word)
        # "Om man fått avslag" leaves out "har".
        if any(
            sense.tag is Tag.VERB and sense.form and sense.form.tense in _FINITE for sense in senses
        ) and not any(sense.tag in {Tag.NOUN, Tag.PREPOSITION} for sense in senses):
            return True
    return False


def _noun_or_verb(place: Place) -> Sense | None:
    """Choose between a noun and a verb: "hyra", "svar"."""
    noun, verb = place.of(Tag.NOUN), place.of(Tag.VERB)
    if noun is None or verb is None:
        return None
    last = place.last()
    if last is not None and (last.token.word == "att" or last.lemma in _MODALS):
        return None
    before = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.NUMBER, Tag.PREPOSITION, Tag.WH}
    is_owned = last is not None and (last.token.is_genitive or last.form.is_genitive)
    asks_alone = last is not None and last.token.word in _ALONE
    is_nominal = last is not None and (last.tag in before or is_owned) and not asks_alone
    finite = any(
        sense.form and sense.form.tense in {"present", "past"}
        for sense in place.senses
        if sense.tag is Tag.VERB
    )
    return _noun(place) if is_nominal or not finite or place.finite_before() else None


def _adjective(place: Place) -> Sense | None:
    """Choose an adjective before a noun alone: "utomstående"."""
    adjective, noun = place.of(Tag.ADJECTIVE), place.of(Tag.NOUN, Tag.NAME)
    if adjective is None or noun is None:
        return None
    if noun.tag is Tag.NAME:
        return adjective if Tag.NOUN in place.next_tags() else noun
    return adjective if place.next_tags() & _NOMINAL else _noun(place)


def _verb(place: Place) -> Sense | None:
    """Choose a verb's form by the verb before it."""
    verbs = [sense for sense in place.senses if sense.tag is Tag.VERB and sense.form]
    if not verbs:
        return None
    last = place.last()
    wanted: tuple[str, ...] = ("present", "past", "infinitive", "supine", "participle")
    if place.auxiliary({"ha"}) and not place.auxiliary(_COPULAS):
        wanted = ("supine", "participle", "infinitive", "past")
    elif place.auxiliary(_COPULAS):
        wanted = ("participle", "supine", "infinitive", "present", "past")
    elif (last is not None and last.token.word == "att") or place.auxiliary(_MODALS):
        wanted = ("infinitive", "supine", "participle", "past")
    elif place.finite_before() and not (last is not None and last.tag is Tag.CONJUNCTION):
        wanted = ("infinitive", "participle", "supine", "present", "past")
    if last is not None and last.tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        wanted = ("participle", *wanted)
    adjective = place.of(Tag.ADJECTIVE)
    if adjective and place.auxiliary(_COPULAS):
        return adjective
    return min(verbs, key=lambda sense: _rank(sense, wanted))


def _rank(sense: Sense, wanted: Sequence[str]) -> int:
    tense = sense.form.tense if sense.form else None
    return wanted.index(tense) if tense in wanted else len(wanted)


def _owns_several(place: Place, noun: Sense) -> bool:
    """Whether what is owned is several: "alfas bolag" are, "alfas labb" is one."""
    is_asked = any(each.token.word == "vilka" for each in place.before)
    return is_asked or noun.lemma in {"bolag", "företag"}


def _verb_follows(place: Place) -> bool:
    """Whether a verb stands anywhere behind; words to search for have none."""
    return any(
        sense.tag is Tag.VERB
        for token in place.after
        if not token.is_name
        for sense in place.lexicon.senses(token.word)
    )


def _noun(place: Place) -> Sense | None:
    """Choose a noun's number by what stands before it: "företag" is one company or several."""
    nouns = [sense for sense in place.senses if sense.tag is Tag.NOUN and sense.form]
    if not nouns:
        return None
    last = place.last()
    start = clause_start(place.before)
    is_of = last is not None and last.tag is Tag.PREPOSITION
    is_many = is_of or place.finite_before() or _verb_follows(place)
    for word in reversed([each for each in place.before[start:] if not each.is_unknown]):
        if word.token.word in group("one"):
            is_many = False
        if word.token.is_genitive or word.form.is_genitive:
            is_many = is_many and _owns_several(place, nouns[0])
        is_said_of = word.tag is Tag.ADJECTIVE or word.form.tense == "participle"
        if not is_said_of or word.token.word.endswith("t"):
            is_many = is_many and not (is_said_of and word.token.word not in group("many"))
            break
    if last is not None and last.token.word in group("many"):
        is_many = True
    if any(word.token.word == "vem" for word in place.before[start:]):
        is_many = False
    return next((each for each in nouns if each.form and each.form.is_plural == is_many), nouns[0])
