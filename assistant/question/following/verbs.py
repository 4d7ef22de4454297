"""Past forms of verbs that questions have, and their plain forms."""

from assistant.question.following.phrases import is_verb

_IRREGULAR = {
    "began": "begin", "bought": "buy", "brought": "bring", "built": "build", "chose": "choose",
    "came": "come", "gave": "give", "got": "get", "grew": "grow", "had": "have", "held": "hold",
    "led": "lead", "left": "leave", "made": "make", "met": "meet", "paid": "pay", "put": "put",
    "ran": "run", "said": "say", "sold": "sell", "spoke": "speak", "took": "take", "won": "win",
    "wrote": "write", "founded": "found", "set": "set", "lost": "lose", "sent": "send",
}  # fmt: skip


def past_base(verb: str) -> str:
    """Give the plain form of a past one; "" where it is none.

    >>> [past_base(verb) for verb in ("funded", "created", "got", "founded", "supplied", "fund")]
    ['fund', 'create', 'get', 'found', 'supply', '']
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if not verb.endswith("ed"):
        return ""
    plain = verb.removesuffix("ed")
    if verb.endswith("ied"):
        return f"{verb[:-3]}y"
    return plain if is_verb(plain) or _is_whole(plain) else f"{plain}e"


def _is_whole(plain: str) -> bool:
    """Whether a stem needs no "e": "support" and "visit", but not "creat" and "financ"."""
    return plain[-2:] in {"rt", "st", "ck", "nt", "ll", "wn", "lp", "sk", "ow", "in", "it", "al"}
