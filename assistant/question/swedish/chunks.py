"""What a question is made of: noun phrases in English, verbs, and the small words between."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.question.swedish.chunk import Chunk, Role
from assistant.question.swedish.english import participle
from assistant.question.swedish.lexicon import Lexicon, Tag
from assistant.question.swedish.place import Word
from assistant.question.swedish.prepositions import YEAR
from assistant.question.swedish.pronouns import pronoun

_DEFINITE = frozenset({"den", "det", "de"})
_ORDINALS = frozenset({"först", "andre", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde",
                       "nionde", "tionde", "sist", "störst", "minst", "äldst", "yngst", "bäst",
                       "senast", "ny", "annan"})  # fmt: skip
_ONLY = frozenset({"last", "first", "next", "second", "third", "fourth", "fifth", "latest"})
_TYPES = frozenset({"typ", "sort", "slag", "form"})


_ROLES = {
    Tag.PREPOSITION: Role.PREPOSITION,
    Tag.CONJUNCTION: Role.CONJUNCTION,
    Tag.SUBORDINATOR: Role.SUBORDINATOR,
    Tag.ADVERB: Role.ADVERB,
    Tag.WORD: Role.ADVERB,
    Tag.IMPERATIVE: Role.IMPERATIVE,
}


@dataclass(slots=True)
class _Reader:
    """Reads words into chunks, one after another."""

    words: Sequence[Word]
    lexicon: Lexicon
    at: int = 0

    def here(self, ahead: int = 0) -> Word | None:
        place = self.at + ahead
        return self.words[place] if place < len(self.words) else None

    def tag(self, ahead: int = 0) -> Tag | None:
        word = self.here(ahead)
        return word.tag if word else None

    def chunk(self) -> Chunk:
        """Read the next chunk."""
        word = self.words[self.at]
        if word.token.is_mark:
            self.at += 1
            return Chunk(role=Role.MARK, text=word.token.text)
        if word.tag is Tag.WH:
            return self._asking(word)
        if word.tag is Tag.VERB and not self._is_attribute(word):
            self.at += 1
            english = word.sense.english if word.sense else ""
            return Chunk(role=Role.VERB, text=english, lemma=word.lemma, form=word.form)
        if word.tag in _ROLES:
            self.at += 1
            english = word.sense.english if word.sense else ""
            return Chunk(role=_ROLES[word.tag], text=english, lemma=word.lemma)
        if word.tag is Tag.PRONOUN:
            self.at += 1
            behind = self.here()
            return pronoun(word, behind)
        return self._nominal()

    def _is_attribute(self, word: Word) -> bool:
        """Whether a participle stands before its noun: "finansierade projekt"."""
        return word.form.tense == "participle" and self.tag(1) is Tag.NOUN

    def _asking(self, word: Word) -> Chunk:
        """Read what asks, with its noun: "vilka inkubatorer", "hur många medlemmar"."""
        self.at += 1
        lemma = word.token.word
        english = word.sense.english if word.sense else ""
        asked = Chunk(role=Role.WH, text=english, lemma=lemma, is_plural=lemma == "vilka")
        if lemma == "hur":
            return self._how(asked)
        if lemma not in {"vilken", "vilket", "vilka", "vems", "vilkas"}:
            return asked
        if not self._nominal_follows():
            return asked
        noun = self._nominal()
        if noun.text in {"other", "others"}:
            return replace(asked, text="who else", lemma="vem", is_plural=False)
        if noun.lemma in _TYPES:
            english = "what"
            noun = replace(noun, text="kinds" if noun.is_plural else "kind")
        return replace(
            asked,
            text=f"{english} {noun.without_the()}",
            lemma=noun.lemma,
            is_plural=noun.is_plural,
            is_name=noun.is_name,
            has_noun=True,
        )

    def _how(self, asked: Chunk) -> Chunk:
        """Read "hur många medlemmar", "hur länge", "hur stor andel"."""
        word = self.here()
        if word is None or word.tag not in {Tag.DETERMINER, Tag.ADJECTIVE, Tag.ADVERB}:
            return asked
        if word.sense is None or not word.sense.english or word.token.word in {"inte", "nu"}:
            return asked
        self.at += 1
        measure, lemma = word.sense.english, f"hur {word.lemma}"
        asked = replace(asked, text=f"how {measure}", lemma=lemma, is_plural=measure == "many")
        if word.tag is Tag.ADVERB or not self._nominal_follows():
            return asked
        noun = self._nominal()
        said = noun.without_the()
        if noun.lemma in {"del", "andel"}:
            return replace(asked, text=f"what {said}", lemma=noun.lemma, has_noun=True)
        if measure in {"many", "much", "large"}:
            is_foreign = noun.is_name and measure == "many"
            how = "many" if noun.is_plural or is_foreign else "much"
            is_size = measure == "large" and noun.is_bare
            said = f"large {noun.with_article()}" if is_size else f"{how} {said}"
        else:
            said = f"{measure} {noun.with_article()}"
        return replace(
            asked, text=f"how {said}", lemma=noun.lemma, is_plural=noun.is_plural, has_noun=True
        )

    def _nominal_follows(self) -> bool:
        word = self.here()
        if word is None:
            return False
        if word.tag is Tag.VERB:
            return self._is_attribute(word) and not word.is_finite
        nominal = {Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.NAME, Tag.DETERMINER}
        return word.tag in nominal or word.is_unknown or word.is_number

    def _nominal(self) -> Chunk:
        """Read a noun phrase."""
        said: list[str] = []
        pointing = ""
        while True:
            word = self.here()
            if word is None or not self._goes_on(word, said):
                return self._without_noun(said, pointing)
            self.at += 1
            if self._is_owner(word):
                said = [f"{self._owner(said, word)}'s"]
                pointing = "'s"
                continue
            if word.tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
                pointing = word.token.word
            if word.token.is_name or word.tag is Tag.NAME:
                return self._named(said, word)
            if word.tag is Tag.NOUN or word.is_unknown:
                return self._headed(said, word, pointing)
            said.append(self._said(word))

    def _goes_on(self, word: Word, said: Sequence[str]) -> bool:
        """Whether a word belongs to the noun phrase that is read."""
        if word.token.is_name or word.is_unknown or word.is_number:
            return True
        if word.tag is Tag.VERB:
            return self._is_attribute(word) or (bool(said) and self.tag(1) is Tag.NOUN
                                                and word.form.tense == "past")  # fmt: skip
        return word.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.ADJECTIVE, Tag.NOUN,
                            Tag.NAME, Tag.MONTH}  # fmt: skip

    def _is_owner(self, word: Word) -> bool:
        """Whether a word is a genitive with something behind it that it owns."""
        follows = self._nominal_follows() or self.tag() is Tag.POSSESSIVE
        return follows and (word.token.is_genitive or word.form.is_genitive)

    def _owner(self, said: Sequence[str], word: Word) -> str:
        english = self._said(word)
        if word.form.is_definite and not said:
            english = f"the {english}"
        return " ".join([*said, english])

    def _said(self, word: Word) -> str:
        """Give a word in English; as typed where it is not known."""
        if word.token.is_name:
            senses = self.lexicon.forms.get(word.token.text.lower(), ())
            place = next((each.english for each in senses if each.tag is Tag.NAME), "")
            return place or word.token.text
        if word.sense is None:
            return word.token.text
        if word.tag is Tag.VERB:
            return participle(word.sense.english)
        if word.token.word in {"andra", "annan", "annat"} and word.sense.english != "second":
            return "other"
        return word.sense.english

    def _without_noun(self, said: Sequence[str], pointing: str) -> Chunk:
        """Make a phrase without a noun: "den andra" is the second one, "de andra" the others."""
        last = self.words[self.at - 1]
        text = " ".join(said)
        is_plural = pointing in {"de", "alla", "några", "båda", "många", "flera"}
        if last.tag is Tag.ADJECTIVE and pointing in _DEFINITE and last.lemma in _ORDINALS:
            is_rest = is_plural and last.token.word == "andra"
            text = "the others" if is_rest else f"{text} {'ones' if is_plural else 'one'}"
        if last.token.word == "annat" or text == "other":
            text = "others" if is_plural else text
        is_number = last.tag is Tag.NUMBER or last.is_number
        return Chunk(
            role=Role.NOUN,
            text=text,
            lemma=last.lemma,
            is_plural=is_plural or is_number,
            is_adjective=last.tag is Tag.ADJECTIVE and not pointing,
        )

    def _named(self, said: list[str], word: Word) -> Chunk:
        """Make a phrase that ends in a name, or in a noun that is joined to it."""
        text = [*_with_the(said), self._said(word)]
        behind = self.here()
        if behind is not None and behind.token.is_joined and behind.tag is Tag.NOUN:
            self.at += 1
            is_bare = not behind.form.is_definite and not behind.form.is_plural and not said
            the = ["the"] if behind.form.is_definite and not said else []
            return Chunk(
                role=Role.NOUN,
                text=" ".join([*the, *text, self._said(behind)]),
                lemma=behind.lemma,
                is_plural=behind.form.is_plural,
                is_bare=is_bare,
            )
        while behind is not None and (behind.is_unknown or self._is_numbered(behind)):
            if behind.token.is_joined:
                break
            text.append(behind.token.text)
            self.at += 1
            behind = self.here()
        return Chunk(role=Role.NOUN, text=" ".join(text), is_name=True, lemma=word.token.text)

    def _headed(self, said: list[str], word: Word, pointing: str) -> Chunk:
        """Make a phrase that ends in a noun, with a name that tells which: "inkubatorn Alfa"."""
        english = self._said(word)
        form = word.form
        text = " ".join([*(said if form.is_definite else _with_the(said)), english])
        is_definite = form.is_definite and not pointing
        if is_definite:
            text = f"the {text}"
        if word.is_unknown:
            return self._unknown(text, word)
        behind = self.here()
        if behind is not None and behind.token.is_name and form.is_definite:
            self.at += 1
            text = f"{text} {behind.token.text}"
        is_counted = word.sense is not None and word.sense.is_counted
        is_part = word.token.text.endswith("-")
        is_bare = (
            is_counted
            and not is_part
            and not form.is_plural
            and not form.is_definite
            and not pointing
        )
        is_bare = is_bare and not text.startswith("the ")
        return Chunk(
            role=Role.NOUN,
            text=text,
            lemma=word.lemma,
            is_plural=english.endswith("people") or (form.is_plural and is_counted),
            is_bare=is_bare,
            is_definite=form.is_definite,
            pointing=pointing,
        )

    def _unknown(self, text: str, word: Word) -> Chunk:
        said, last = [text], word
        behind = self.here()
        while behind is not None and (
            behind.is_unknown or self._is_numbered(behind) or behind.is_english_too
        ):
            said.append(behind.token.text)
            last = behind
            self.at += 1
            behind = self.here()
        text, many = " ".join(said), last.form.is_plural
        return Chunk(role=Role.NOUN, text=text, lemma=word.token.word, is_name=True, is_plural=many)

    def _is_numbered(self, word: Word) -> bool:
        """Whether a number at the end of a clause is a name's: "hangar 3"; years are not."""
        behind = self.here(1)
        is_last = behind is None or behind.token.is_mark
        return is_last and word.is_number and not YEAR.fullmatch(word.token.text)


def chunks_of(words: Sequence[Word], lexicon: Lexicon) -> tuple[Chunk, ...]:
    """Read the chunks of a question."""
    reader = _Reader(words, lexicon)
    chunks: list[Chunk] = []
    while reader.at < len(words):
        chunks.append(reader.chunk())
    return tuple(chunks)


def _with_the(said: list[str]) -> list[str]:
    """Put "the" before what there is only one of: "nästa möte"."""
    is_only = bool(said) and (said[0] in _ONLY or said[0].endswith("est"))
    return ["the", *said] if is_only else said
