"""English verbs for Swedish ones: with "do" where a question needs it, and in the right form."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.swedish.chunk import Chunk, Role
from assistant.question.swedish.english import be, participle, past, third
from assistant.question.swedish.lexicon import group

_MODALS = {
    ("kunna", "present"): "can", ("kunna", "past"): "could", ("skola", "present"): "will",
    ("skola", "past"): "would", ("måste", "present"): "must", ("måste", "past"): "had to",
    ("böra", "present"): "should", ("böra", "past"): "should", ("få", "present"): "may",
    ("få", "past"): "could",
}  # fmt: skip
_ASKERS = frozenset({"jag", "vi", "man"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbal:
    """A verb in English, in two parts: what stands before its subject in a question, and the rest.

    Attributes:
        auxiliary: The first part.
        main: The second, "" for none.
        rest: What follows it; chunks that the verb took in are gone.
        is_do: Whether the first part is there for the question alone.
        finite: The verb as it is without "do".
    """

    auxiliary: str
    main: str
    rest: tuple[Chunk, ...]
    is_do: bool = False
    finite: str = ""

    def straight(self) -> str:
        """Give the verb as it is behind its subject; "not" comes with its "do"."""
        if self.is_do and self.rest[:1] and self.rest[0].text == "not":
            return f"{self.auxiliary} not {self.main}"
        return self.finite if self.is_do else f"{self.auxiliary} {self.main}".strip()

    def straight_rest(self) -> tuple[Chunk, ...]:
        """Give what follows the verb behind its subject."""
        is_denied = self.is_do and self.rest[:1] and self.rest[0].text == "not"
        return self.rest[1:] if is_denied else self.rest


def verbal(verb: Chunk, subject: Chunk | None, rest: Sequence[Chunk]) -> Verbal:
    """Put a finite verb into English for its subject.

    Args:
        verb: The verb, in the present or past.
        subject: Its subject; None for what is one and neither of us.
        rest: What follows verb and subject.
    """
    rest = tuple(rest)
    many = subject is not None and subject.is_plural
    is_past = verb.form.tense == "past"
    is_me = subject is not None and subject.text == "I"
    behind = _next_verb(rest)
    form_of_be = be(is_plural=many, is_past=is_past, is_me=is_me)
    if verb.form.is_passive:
        return Verbal(auxiliary=form_of_be, main=participle(verb.text), rest=rest)
    if verb.text == "be" or verb.text.startswith("be "):
        return Verbal(auxiliary=form_of_be, main=verb.text[3:], rest=rest)
    if verb.lemma == "bli" and behind and behind.form.tense in {"participle", "supine"}:
        return Verbal(auxiliary=form_of_be, main="", rest=rest)
    if verb.lemma == "ha" and behind and behind.form.tense in {"supine", "participle"}:
        have = "had" if is_past else "have" if many or is_me else "has"
        return _event(subject, behind, rest) or Verbal(auxiliary=have, main="", rest=rest)
    if behind and behind.form.tense == "infinitive":
        together = _with_infinitive(verb, behind, subject, rest)
        if together:
            return together
    if verb.text in {"can", "will", "must", "should"}:
        return Verbal(auxiliary=_MODALS[verb.lemma, verb.form.tense or ""], main="", rest=rest)
    return _done(verb.text, verb, subject, rest)


def _event(subject: Chunk | None, done: Chunk, rest: tuple[Chunk, ...]) -> Verbal | None:
    """Put into the past who once did something: "vem har grundat" is who founded."""
    is_asked = subject is not None and subject.role is Role.WH and rest[0] is done
    if not is_asked or done.lemma not in group("founding") or done.form.is_passive:
        return None
    said = past(done.text)
    return Verbal(auxiliary="did", main=done.text, rest=rest[1:], is_do=True, finite=said)


def _with_infinitive(
    verb: Chunk, behind: Chunk, subject: Chunk | None, rest: tuple[Chunk, ...]
) -> Verbal | None:
    """Put a verb into English that has an infinitive: "can take", "wants to join"."""
    modal = _MODALS.get((verb.lemma, verb.form.tense or ""))
    if modal:
        is_ours = subject is not None and subject.lemma in _ASKERS
        return Verbal(auxiliary="should" if modal == "will" and is_ours else modal, main="",
                      rest=rest)  # fmt: skip
    if verb.lemma == "komma" and rest[0].lemma == "att":
        return Verbal(auxiliary="will", main="", rest=rest[1:])
    at = rest.index(behind)
    if any(each.lemma == "att" for each in rest[:at]):
        return None
    done = _next_verb(rest[at + 1 :])
    if verb.lemma == "vilja" and behind.lemma == "ha" and done is None:
        return _done("want", verb, subject, (*rest[:at], *rest[at + 1 :]))
    if verb.lemma in {"vilja", "behöva", "bruka"}:
        return _done(f"{verb.text.removesuffix(' to')} to", verb, subject, rest)
    return None


def _done(english: str, verb: Chunk, subject: Chunk | None, rest: tuple[Chunk, ...]) -> Verbal:
    """Put a verb into English that asks with "do"."""
    base = subject is not None and (subject.is_plural or subject.text in {"I", "you"})
    if verb.form.tense == "past":
        return Verbal(auxiliary="did", main=english, rest=rest, is_do=True, finite=past(english))
    finite = english if base else third(english)
    do = "do" if base else "does"
    return Verbal(auxiliary=do, main=english, rest=rest, is_do=True, finite=finite)


def _next_verb(rest: Sequence[Chunk]) -> Chunk | None:
    """Give the verb that belongs to the one before: no other finite one and no clause between."""
    for chunk in rest:
        if chunk.role is Role.MARK or (chunk.role is Role.SUBORDINATOR and chunk.lemma != "att"):
            return None
        if chunk.role is Role.VERB:
            return None if chunk.is_finite else chunk
    return None


def not_finite(verb: Chunk, rest: Sequence[Chunk]) -> str:
    """Give a verb that is neither in the present nor in the past; `rest` follows it."""
    tense = verb.form.tense
    behind = _next_verb(rest)
    if verb.lemma == "bli" and behind and behind.form.tense == "participle":
        return "be" if tense == "infinitive" else "been"
    if tense == "infinitive" and behind and verb.lemma in {"vilja", "behöva"}:
        return "like to" if verb.lemma == "vilja" else "need to"
    if tense == "infinitive":
        return f"be {participle(verb.text)}" if verb.form.is_passive else verb.text
    done = participle(verb.text)
    return f"been {done}" if verb.form.is_passive else done
