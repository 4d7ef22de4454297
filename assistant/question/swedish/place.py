"""A token with its meaning, and the place in a question where a meaning is chosen."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assistant.question.swedish.inflection import Form
from assistant.question.swedish.lexicon import Lexicon, Sense, Tag
from assistant.question.swedish.tokens import Token

_NO_FORM = Form(written="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A token with its meaning.

    Attributes:
        token: The token.
        sense: What it means here; None for names, numbers, marks and unknown words.
    """

    token: Token
    sense: Sense | None = None

    @property
    def tag(self) -> Tag | None:
        """What it is; None without a meaning."""
        return self.sense.tag if self.sense else None

    @property
    def form(self) -> Form:
        """Which form it is."""
        return (self.sense.form if self.sense else None) or _NO_FORM

    @property
    def lemma(self) -> str:
        """The word that it is a form of; as typed where it is not known."""
        return self.sense.lemma if self.sense else self.token.word

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb in the present or past."""
        return self.tag is Tag.VERB and self.form.tense in {"present", "past"}

    @property
    def is_number(self) -> bool:
        """Whether it is one in digits."""
        return not self.token.is_name and self.token.text[0].isdigit()

    @property
    def is_unknown(self) -> bool:
        """Whether it is a word without a meaning."""
        other = self.token.is_name or self.token.is_mark or self.is_number
        return self.sense is None and not other

    @property
    def is_english_too(self) -> bool:
        """Whether it is a noun that is the same in English: "voucher"."""
        is_noun = self.sense is not None and self.tag is Tag.NOUN
        return is_noun and self.sense is not None and self.sense.english == self.token.word


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a word stands that may mean several things."""

    token: Token
    senses: Sequence[Sense]
    before: Sequence[Word]
    after: Sequence[Token]
    lexicon: Lexicon

    def last(self) -> Word | None:
        """Give the word before, None at the beginning of a clause."""
        if not self.before or self.before[-1].token.is_mark:
            return None
        return self.before[-1]

    def begins(self) -> bool:
        """Whether a clause begins here, a conjunction or preposition aside."""
        last = self.last()
        return last is None or last.tag in {Tag.CONJUNCTION, Tag.WORD}

    def next_senses(self, at: int = 0) -> Sequence[Sense]:
        """Give what a word behind may mean."""
        token = self.after[at] if at < len(self.after) else None
        return () if token is None or token.is_name else self.lexicon.senses(token.word)

    def next_tags(self, at: int = 0) -> AbstractSet[Tag]:
        """Give what a word behind may be."""
        return {sense.tag for sense in self.next_senses(at)}

    def of(self, *tags: Tag) -> Sense | None:
        """Give the first meaning that is one of some."""
        return next((sense for sense in self.senses if sense.tag in tags), None)

    def finite_before(self) -> bool:
        """Whether the clause had its verb already."""
        for word in reversed(self.before):
            if word.token.is_mark or word.tag is Tag.SUBORDINATOR:
                return False
            if word.is_finite:
                return True
        return False

    def auxiliary(self, lemmas: AbstractSet[str]) -> bool:
        """Whether one of some verbs stands before, in the same clause."""
        return any(
            word.tag is Tag.VERB and word.lemma in lemmas
            for word in self.before[clause_start(self.before) :]
        )


def clause_start(before: Sequence[Word]) -> int:
    """Where the clause begins that goes on here."""
    for at in range(len(before) - 1, -1, -1):
        if before[at].token.is_mark or before[at].tag is Tag.SUBORDINATOR:
            return at + 1
    return 0
