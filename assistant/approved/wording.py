"""A question taken apart, so that two can be held against each other: what is asked, and of whom.

By rules over words; of anything that the rules do not know, the words themselves must be the same.
"""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.approved.asking import Ask, Asking, Tense, asking_of, tense_of
from assistant.approved.naming import count_names, names_agree, persons_agree
from assistant.approved.order import in_order, may_agree, parts_of_names
from assistant.approved.tokens import Token, tokens_of
from assistant.approved.vocabulary import (
    AUXILIARIES,
    BE,
    BY_ITSELF,
    DROPPED,
    KIND_NOUNS,
    NEGATIONS,
    base,
    is_past,
)

_KINDS = frozenset(map(base, KIND_NOUNS))
_BY_ITSELF = frozenset(map(base, BY_ITSELF))
# What is asked by "who" may be asked by "which", and by "which" what is asked by "what".
_ALIKE = ({Ask.WHO, Ask.WHICH}, {Ask.WHICH, Ask.WHAT})
# How, where and why one can is how, where and why one does.
_CIRCUMSTANCES = frozenset({Ask.WHEN, Ask.WHERE, Ask.WHY, Ask.HOW})
_WITHOUT_MAY = frozenset({Ask.HOW, Ask.WHERE})
_MAY, _MUST, _SHOULD, _HAVE, _DO, _TO = "~may", "~must", "~should", "~have", "~do", "~to"
_MODAL = {
    **dict.fromkeys(("can", "could", "may", "might"), _MAY),
    **dict.fromkeys(("must", "need", "needs", "needed", "required", "require", "requires",
                     "necessary", "mandatory"), _MUST),
    "should": _SHOULD,
}  # fmt: skip

# What stands around a word without being part of it.
_AROUND_WORDS = "?!.,;:\"'“”()[]{}¿¡…«»*_`"
# Wordings of approved answers are taken apart again with every change of what is stored.
_KEPT = 20_000
_SMALL = DROPPED | NEGATIONS | _MODAL.keys()


def exact_form(question: str) -> str:
    """Give what two spellings of exactly the same question share.

    >>> exact_form(" Who funds  NOME ?") == exact_form("who funds nome")
    True
    """
    text = unicodedata.normalize("NFKC", question).casefold().replace("’", "'")
    return " ".join(word for each in text.split() if (word := each.strip(_AROUND_WORDS)))


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One way to ask something; see `wording_of`."""

    text: str
    tokens: tuple[Token, ...]
    asking: Asking
    tense: Tense

    @cached_property
    def exact(self) -> str:
        """The text in the form that spelling does not change."""
        return exact_form(self.text)

    @cached_property
    def denials(self) -> int:
        """How many words deny."""
        return sum(token.text in NEGATIONS for token in self.tokens)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words written as names."""
        return frozenset(token.meaning for token in self.tokens if token.is_name)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What it says, in no order; the same in all wordings of the same question."""
        said = [self._meaning(at) for at in range(len(self.tokens)) if self._says(at)]
        return tuple(sorted([*said, *self._forms()]))

    def order(self, names: Collection[str]) -> tuple[str, ...]:
        """Give what it says besides names in the order of a statement."""
        places = in_order(
            self.tokens,
            lambda at: self._orders(at) and self.tokens[at].meaning not in names,
            names,
            asks_for_a_thing=self.asking.ask in {Ask.WHICH, Ask.HOW_MANY, Ask.WHAT, Ask.HOW_MUCH},
        )
        return tuple(map(self._meaning, places))

    def is_about_a_thing(self) -> bool:
        """Whether nothing is done in it: "Who is the chair of the board?"."""
        texts = [token.text for token in self.tokens]
        helping = [text for text in texts if text in AUXILIARIES]
        return (
            all(text in BE for text in helping) and bool(helping) and not any(map(is_past, texts))
        )

    def heads(self, names: Collection[str]) -> tuple[str, ...]:
        """Give the nouns of a question about a thing, what is said of another before that one.

        "The chair of the board" is "the board chair": the last of nouns in a row is said of the
        others.
        """
        said: list[str] = []
        row: list[str] = []
        for at, token in enumerate(self.tokens):
            if self._orders(at) and token.meaning not in names:
                row.append(self._meaning(at))
                continue
            said += reversed(row)
            row = []
        return (*said, *reversed(row))

    def happens_by_itself(self) -> bool:
        """Whether it is asked when or how something of one name opened, closed or the like."""
        texts = [token.text for token in self.tokens]
        return (
            bool(_BY_ITSELF & set(self.key))
            and self.asking.ask in _CIRCUMSTANCES
            and "by" not in texts
            and count_names(self.tokens) <= 1
        )

    def kinds(self, names: Collection[str]) -> frozenset[str]:
        """Give the nouns for kinds of things that follow something; `key` leaves them out.

        With "?" where what they follow is no name, so that they matter.
        """
        after = (
            (token.meaning, self.tokens[at].meaning in names)
            for at, token in enumerate(self.tokens[1:])
            if self._is_kind(at + 1)
        )
        return frozenset(kind if is_named else f"{kind}?" for kind, is_named in after)

    def _meaning(self, at: int) -> str:
        """Give the meaning of a word; who or what started something founded it."""
        said = self.tokens[at].meaning
        is_of_old = self.tense is Tense.PAST and self.asking.ask in {Ask.WHO, Ask.WHEN}
        return "found" if said == "begin" and is_of_old else said

    def _orders(self, at: int) -> bool:
        return self._says(at) and not self.tokens[at].text.isdecimal()

    def _says(self, at: int) -> bool:
        """Whether the word at a place says something, rather than makes it a question."""
        token = self.tokens[at]
        if at in self.asking.spent or token.text in _SMALL or self._is_kind(at):
            return False
        # "How does one apply" counts nobody.
        return not (token.text == "one" and at and self.tokens[at - 1].text in AUXILIARIES)

    def _is_kind(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        is_after_a_thing = before is not None and before.text not in _SMALL and not before.owns
        return self.tokens[at].meaning in _KINDS and is_after_a_thing

    def _forms(self) -> list[str]:
        """Give what its small words say: that one may, must, should or has."""
        texts = [t.text for at, t in enumerate(self.tokens) if at not in self.asking.spent]
        modal = {_MODAL[text] for text in texts if text in _MODAL}
        if self.asking.ask in _WITHOUT_MAY:
            modal -= {_MAY, _SHOULD}
        if self.asking.ask is Ask.YES_NO and _MUST not in modal and self._has(texts):
            modal.add(_HAVE)
        if texts[-1:] and texts[-1] in {"do", "does", "did"}:
            modal.add(_DO)
        if self.asking.ask is Ask.WHO and {"to", "for", "about"} & {
            texts[-1:][0] if texts else "",
            self.tokens[0].text,
        }:
            modal.add(_TO)
        return sorted(modal)

    def _has(self, texts: Sequence[str]) -> bool:
        has = {"have", "has", "there"} & set(texts[1:])
        return bool(has)


@lru_cache(maxsize=_KEPT)
def wording_of(text: str) -> Wording:
    """Take a question apart."""
    tokens = tokens_of(text)
    asking = asking_of(tokens)
    return Wording(text=text, tokens=tokens, asking=asking, tense=tense_of(tokens, asking.ask))


def is_same(one: Wording, other: Wording) -> bool:
    """Whether two wordings surely ask the same, as far as words and their order tell.

    >>> is_same(wording_of("Who funds CAMP?"), wording_of("By whom is CAMP financed?"))
    True
    >>> is_same(wording_of("Who funds CAMP?"), wording_of("Whom does CAMP fund?"))
    False
    """
    if one.exact == other.exact:
        return True
    if one.key != other.key or not one.key or one.denials != other.denials:
        return False
    if not _asks_alike(one, other) or not _may_be_of_one_time(one.tense, other.tense):
        return False
    names = one.names | other.names
    return (
        names_agree(one.tokens, other.tokens)
        and persons_agree(one.tokens, other.tokens)
        and _kinds_agree(one.kinds(names), other.kinds(names))
        and _is_done_alike(one, other)
    )


def _kinds_agree(kinds: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two wordings say the same kinds, or one leaves out what kind of thing its name is."""
    return kinds == others or (
        not (kinds and others) and not any(kind.endswith("?") for kind in kinds | others)
    )


def _is_done_alike(one: Wording, other: Wording) -> bool:
    """Whether the same is done by the same to the same, as far as the order of words tells."""
    names = one.names | other.names
    parts, others = parts_of_names(one.tokens, names), parts_of_names(other.tokens, names)
    is_by_itself = one.happens_by_itself() and other.happens_by_itself()
    if not is_by_itself and not all(
        may_agree(parts[name], others[name]) for name in parts.keys() & others.keys()
    ):
        return False
    if names and one.is_about_a_thing() and other.is_about_a_thing():
        return one.heads(names) == other.heads(names)
    return one.order(names) == other.order(names)


def _asks_alike(one: Wording, other: Wording) -> bool:
    asks = {one.asking.ask, other.asking.ask}
    return len(asks) == 1 or asks in _ALIKE


def _may_be_of_one_time(one: Tense, other: Tense) -> bool:
    return one is other or Tense.ANY in {one, other}
