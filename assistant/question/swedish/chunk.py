"""A chunk of a question: a noun phrase in English, a verb, or a small word."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.question.grammar import article
from assistant.question.swedish.inflection import Form

_NO_FORM = Form(written="")


class Role(StrEnum):
    """What a chunk is."""

    WH = "wh"
    NOUN = "noun"
    VERB = "verb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    ADVERB = "adverb"
    IMPERATIVE = "imperative"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A noun phrase, a verb, or a small word.

    Attributes:
        role: What it is.
        text: In English; a verb in its plain form.
        lemma: The Swedish word that it is about.
        form: A verb's form.
        is_plural: Whether it is several.
        is_bare: Whether it is one of a kind with no article: "medlem".
        is_pronoun: Whether it is a pronoun.
        is_subject: Whether it is a pronoun that only a subject is.
        is_name: Whether it ends in a name.
        is_definite: Whether it begins with "the" that Swedish says by an ending.
        has_noun: Whether what asks stands with a noun: "vilka inkubatorer".
        pointing: The determiner or possessive that it begins with, as typed.
        is_adjective: Whether it is only an adjective, which says how something is.
    """

    role: Role
    text: str
    lemma: str = ""
    form: Form = _NO_FORM
    is_plural: bool = False
    is_bare: bool = False
    is_pronoun: bool = False
    is_subject: bool = False
    is_name: bool = False
    is_definite: bool = False
    has_noun: bool = False
    pointing: str = ""
    is_adjective: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb in the present or past."""
        return self.role is Role.VERB and self.form.tense in {"present", "past"}

    def without_the(self) -> str:
        """Give its text without "the" that Swedish says by an ending."""
        return self.text.removeprefix("the ") if self.is_definite else self.text

    def with_article(self) -> str:
        """Give its text with the article that English needs."""
        return f"{article(self.text)} {self.text}" if self.is_bare else self.text
