"""Verbs that questions have: which words are forms of them, and the plain forms of past ones."""

from assistant.question.terms import words

# Verbs that questions have; "visit" and "cost" are nouns behind an article.
_VERBS = frozenset(
    words("""
    affect allow apply arrange ask attract become begin belong bring build buy call cause change
    charge choose close coach collaborate come compare compete connect consider consist contact
    contain contribute coordinate cost cover create cure decide deliver depend develop die differ
    discover do drink drive earn eat employ enable encourage end evolve exist expect explain fall
    fight finance find finish fix fly focus follow form found fund gain get give go govern grow
    happen head help hold host impact improve include increase influence invent invest invite join
    keep kill know last launch lead leave lend let like live locate look lose make manage matter
    mean measure meet merge move need offer open operate organise organize originate own pay perform
    play prepare prevent produce promote protect prove provide publish raise reach read receive
    recommend recycle reduce relate rely remain rent report represent require result run say see
    sell serve share show sign sleep speak spend spoil sponsor spread stand start state stay stop
    study suffer supply support survive take talk teach tell test think train travel treat try turn
    use visit wait walk want watch win work write
    shift weigh hurt integrate adapt absorb encounter experience taste prefer migrate hunt breed
    rule rise burn melt swim breathe transport transmit infect treat heal recover detect owe label
    escape remove replace store process handle define measure calculate estimate predict
    accept add advise agree aim answer appear appoint assist bake bid book boost care carry catch
    celebrate check claim collect combine commit complete conduct construct convert cook cooperate
    count cut deal dedicate delay demand describe design direct donate drop employ engage enter
    establish examine exceed expand explore export feature feed fill finish fund gather generate
    grant guide hand hire hope inform inspire install instruct introduce involve issue judge lack
    lay lift link list listen lodge maintain market match mentor mind mix name note observe occupy
    order oversee pick place plan point post practise press print prioritise process promise
    propose pursue push put qualify recruit refer refuse register reject release rely remember
    renovate replace reply request research reserve resign respond retire return reward ride
    save score search seek select separate settle shut skip solve sort source specialise split
    staff stem step strengthen struggle submit succeed suggest sum supervise surround switch tackle
    target tend trade transfer trial trust unite update upgrade value vary vote warn wash wear
    welcome wish wonder wrap
    attend graduate enrol borrow repay
    began begun born bought brought built came caught chose did drove ate fell felt found gave went
    gone grew held kept knew known led left lent lost made meant met paid ran said saw seen sold
    sent set sat slept spoke spent stood taught told took taken thought understood understand won
    wrote written done hear heard
""")
)
_IRREGULAR = {
    "began": "begin", "bought": "buy", "brought": "bring", "built": "build", "chose": "choose",
    "came": "come", "gave": "give", "got": "get", "grew": "grow", "had": "have", "held": "hold",
    "led": "lead", "left": "leave", "made": "make", "met": "meet", "paid": "pay", "put": "put",
    "ran": "run", "said": "say", "sold": "sell", "spoke": "speak", "took": "take", "won": "win",
    "wrote": "write", "founded": "found", "set": "set", "lost": "lose", "sent": "send",
}  # fmt: skip


def is_verb(word: str) -> bool:
    """Whether a folded word is a form of a verb that questions have.

    >>> is_verb("funds"), is_verb("organised"), is_verb("bakery")
    (True, True, False)
    """
    if word in _VERBS:
        return True
    stems = {
        word.removesuffix(end) + more
        for end in ("s", "es", "ed", "d", "ing", "ies", "ied")
        if word.endswith(end) and len(word) - len(end) > 1
        for more in ("", "e", "y")
    }
    return bool(stems & _VERBS)


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
