"""Words and phrases of questions that mean the same, told apart finely; no logic is here.

Finer than the words by which passages are found: there "found" and "start" may share a name with
"set", here a wrong pair would serve a wrong answer as approved.
"""

import re
from collections.abc import Mapping

from assistant.question.terms import words

# One meaning a line, its name first; forms of a word are not listed, see `base`.
_MEANINGS = """
    found founder founding establish
    fund funder finance financer financier financing funding bankroll
    organise organiser arrange arranger
    own owner ownership
    sponsor sponsorship
    invest investor
    lead leader head
    run manage operate
    chair chairman chairwoman chairperson
    begin start commence
    end finish
    close shut
    support help assist
    offer provide
    receive get
    buy purchase
    rent lease hire
    company firm business
    researcher scientist
    employee staff
    share percentage percent proportion
    equity stake
    aim goal objective purpose
    focus concentrate specialise
    area field
    collaborate cooperate collaboration cooperation
    phone telephone
    document paper
    yearly annual annually
    admission admit
    big large
    mistake error
    apartment flat
    car automobile
    kid child children
    laboratory lab
    minimum smallest least lowest
    maximum largest biggest highest most
    cofund cofinance cofinancer cofunder
    frequent frequently
    language languages
"""

# A phrase by which each of several others is replaced, before words are looked at.
_PHRASES: tuple[tuple[str, str], ...] = (
    (r"chief executive(?: officer)?|managing director", "ceo"),
    (r"intellectual property(?: rights?)?", "ip"),
    (r"(?:set|sets|setting) up", "found"),
    (r"free of charge|for free|at no cost", "free"),
    (r"(\w+) (?:from abroad|from other countries)", r"foreign \1"),
    (r"(?:take|takes|took|taking) part", "participate"),
    (r"(?:become|becoming) an? member", "join"),
    (r"tele ?phone number|phone number", "phone"),
    (r"e ?mail address", "email"),
    (r"web ?site", "website"),
    (r"outside of", "outside"),
    (r"(?:last day|closing date|latest date) (?:to apply to|for)", "deadline for"),
    (r"carry out|carries out|carried out", "perform"),
    (r"(?:am|is|are|be) (?:allowed|permitted|able) to", "may"),
    (r"(?:allowed|permitted|able) to", "may"),
    (r"is it possible (?:for|to)|possible to|possible for", "may"),
    (r"(?:have|has|need|needs|required|obliged) to(?! have\b)", "must"),
    (r"(?:have|has) to have", "must have"),
    (r"start up(s?)", r"startup\1"),
    (r"(open(?:s|ed)?) (?:its|their|the|his|her) doors?", r"\1"),
    (r"where (?:can|do|could|would|does) (?:i|we|you|one) (?:find|get)", "where is"),
    (r"how (?:do|does) (.+? and .+?) differ", r"what is the difference between \1"),
    (r"how (?:do|does) (.+?) differ from (.+)", r"what is the difference between \1 and \2"),
    (r"what distinguishes (.+?) from (.+)", r"what is the difference between \1 and \2"),
    (r"(?:has|have|having) access to", "may use"),
    (r"pay(?:s|ing)? for", "cover"),
    (r"paid for", "covered"),
    (r"(?:became|become|becomes) of", "happened to"),
    (r"happened with", "happened to"),
    (r"(?:get|gets) in touch with", "contact"),
    (r"whats", "what is"),
    (r"what is the meaning of (.+\w)", r"what does \1 mean"),
    (
        r"what is (.+?) (?:an? |the )?(?:(?:abbreviation|acronym) (?:of|for)|short for)(?=\W*$)",
        r"what does \1 mean",
    ),
    (r"what does (.+?) stand for(?=\W*$)", r"what does \1 mean"),
    (r"what does the (?:abbreviation|acronym) (\w+) mean", r"what does \1 mean"),
)

_IRREGULAR = """
    teach taught; hold held; give gave given; make made; keep kept; pay paid; build built; lead led;
    choose chose chosen; know knew known; take took taken; meet met; sell sold; buy bought;
    send sent; spend spent; win won; lose lost; leave left; begin began begun; show shown;
    write wrote written; become became; come came; go went gone; get got gotten; run ran;
    bring brought; find found; grow grew grown; rise rose risen; speak spoke spoken; draw drew drawn
"""

ASKING = frozenset(words("who what which when where why how list whom whose"))

AUXILIARIES = frozenset(
    words("""
    do does did is are was were has have had will would can could may might must shall should
    """)
)
BE = frozenset(words("is are was were be been being"))

DROPPED = frozenset(
    words("""
    a an the of to for in at on by with from and is are was were be been being do does did has
    have had will would shall i we you me us my our your it its their they them there this that
    these those who which whom whose what when where why how list please exactly actually
    currently really just any some got as s am pm than located location based situated so en ett
    den det de som i pa av for till och ar att har hade
    """)
)
"""Words that are no part of what is asked; those that matter for its form are read before."""

PREPOSITIONS = frozenset(
    words("""
    in at on to with from for outside inside into between against about after before pa till
    """)
)

NEGATIONS = frozenset(
    words("""
    not no never without neither nor none nobody nothing except inte ej aldrig
    """)
)

KIND_NOUNS = frozenset(words("programme incubator network project initiative organisation company"))
"""Nouns that may follow a name or not: "the Ignite programme" is "Ignite"."""

BY_ITSELF = frozenset(words("open close begin end finish stop move change grow"))
"""What a thing does and what is done to it are the same: it opened, it was opened."""

DOERS = frozenset(
    words("""
    founder funder financer financier owner organiser arranger sponsor investor supporter backer
    cofinancer cofunder creator provider
    """)
)
"""Nouns for who does something to what they are "of": the founder of NOME founded NOME."""

NUMBERS: Mapping[str, str] = dict(
    zip(
        words("one two three four five six seven eight nine ten eleven twelve"),
        map(str, range(1, 13)),
        strict=True,
    )
)

_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})iz(?=e|ing|ation)"), "is"),
    (re.compile(r"^program(?=s?$)"), "programme"),
    (re.compile(r"^center(?=s?$)"), "centre"),
)
_COMPILED = tuple((re.compile(rf"\b(?:{old})\b", re.I), new) for old, new in _PHRASES)
_NO_PLURAL = frozenset(words("ss us is"))
_SHORTEST = 3


def with_phrases_joined(text: str) -> str:
    """Replace phrases of a text by the word that says the same.

    >>> with_phrases_joined("who set up the chief executive")
    'who found the ceo'
    """
    for pattern, word in _COMPILED:
        text = pattern.sub(word, text)
    return text


def base(word: str) -> str:
    """Give what the forms of a folded word share; for comparing, not for showing.

    Endings of verbs and of the plural are cut, nothing else: "former" is no "form".

    >>> [base(word) for word in ("funds", "funded", "companies", "planned", "taught", "former")]
    ['fund', 'fund', 'company', 'plan', 'teach', 'former']
    """
    if word in _FORMS:
        return _FORMS[word]
    for pattern, new in _SPELLINGS:
        word = pattern.sub(new, word)
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        return f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        cut = word.removesuffix(ending)
        if cut != word and len(cut) >= _SHORTEST and set(cut) & set("aeiouyåäö"):
            return _single(cut)
    if word.endswith("s") and word[-2:] not in _NO_PLURAL and len(word) > _SHORTEST:
        word = word[:-2] if re.search(r"(?:ss|sh|ch|x|z)es$", word) else word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST + 1 else word


def _single(cut: str) -> str:
    if cut[-1] == cut[-2] and cut[-1] not in "lsaeiou":
        return cut[:-1]
    return cut.removesuffix("e")


def _read_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for line in _IRREGULAR.split(";"):
        first, *others = line.split()
        forms |= dict.fromkeys(others, first)
    # What was founded is meant, not what was found.
    forms["found"] = "found"
    return forms


_FORMS: Mapping[str, str] = _read_forms()


def _read_meanings() -> dict[str, str]:
    meanings: dict[str, str] = {}
    for line in _MEANINGS.strip().splitlines():
        first, *others = line.split()
        meanings |= {base(each): base(first) for each in (first, *others)}
    return meanings


_NAMES: Mapping[str, str] = _read_meanings()


def meaning(word: str) -> str:
    """Give the name of a folded word's meaning: one for words that say the same.

    >>> meaning("financed") == meaning("funders"), meaning("founders") == meaning("funders")
    (True, False)
    """
    word = NUMBERS.get(word, word)
    plain = base(word)
    return _NAMES.get(plain, plain)


_NOT_PAST = frozenset(words("need seed speed feed embed shed hundred indeed exceed proceed"))


def is_past(word: str) -> bool:
    """Whether a folded word has the form of a past tense or participle.

    >>> is_past("funded"), is_past("taught"), is_past("need")
    (True, True, False)
    """
    if word in _FORMS:
        return _FORMS[word] != word
    return word.endswith("ed") and word not in _NOT_PAST
