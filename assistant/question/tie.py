"""Which tie a question asks about, who funds, founds, runs, leads or owns, and what speaks of it.

Founders are no funders: what tells one tie answers no question about another, however alike the
two sound. Ties of members and partners are told apart by their own words elsewhere.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum

from assistant.question.terms import words


class Tie(StrEnum):
    """How somebody may stand to something."""

    FUNDS = "funds"
    FOUNDED = "founded"
    RUNS = "runs"
    LEADS = "leads"
    OWNS = "owns"
    SUPPORTS = "supports"
    PARTNERS = "partners"
    TAKES_OVER = "takes over"


_ASKED_VERBS = {
    Tie.FUNDS: r"(?:co-?)?fund(?:s|ed|ing)?|(?:co-?)?financ(?:es?|ed|ing)|bankroll(?:s|ed|ing)?|"
    r"pa(?:ys?|id|ying) for|foot(?:s|ed|ing)? the bill|"
    r"(?:gives?|gave|put|puts|giving|putting)\s+(?:(?:the|any|some)\s+)?money\s+(?:to|in|into)|"
    r"finansierar|bekostar",
    Tie.FOUNDED: r"(?:co-?)?found(?:s|ed|ing)?|initiat(?:es?|ed|ing)|establish(?:es|ed|ing)?|"
    r"(?:set|sets|setting) up|(?:co-?)?creat(?:es?|ed|ing)|started|launched|devised|began|begun|"
    r"dreamt up|came up with|grundade|startade",
    Tie.RUNS: r"runs?|ran|running|operat(?:es?|ed|ing)|manag(?:es?|ed|ing)|"
    r"organi[sz](?:es?|ed|ing)|arrang(?:es?|ed|ing)|(?:co-?)?host(?:s|ed|ing)?|"
    r"put(?:s|ting)? on|stag(?:es?|ed|ing)|administ(?:ers?|ered|ering)|"
    r"co-?ordinat(?:es?|ed|ing)|driver|arrangerar",
    Tie.LEADS: r"leads?|led|leading|head(?:s|ed|ing)?(?: up)?|chair(?:s|ed|ing)?|direct(?:s|ed)|"
    r"leder",
    Tie.OWNS: r"(?:co-?)?own(?:s|ed|ing)?|äger",
    Tie.SUPPORTS: r"support(?:s|ed|ing)?|help(?:s|ed|ing)?|back(?:s|ed|ing)?|coach(?:es|ed|ing)?|"
    r"assist(?:s|ed|ing)?|stöttar|stödjer",
    Tie.PARTNERS: r"collaborat(?:es?|ed|ing) with|co-?operat(?:es?|ed|ing) with|partner(?:s|"
                  r"ed)? with",
    Tie.TAKES_OVER: r"t(?:akes?|ook|aken|aking) over|succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|"
    r"follow(?:s|ed|ing)? after",
}  # fmt: skip
_ASKED_ROLES = {
    Tie.FUNDS: r"(?:co-?)?funders?|financiers?|paying",
    Tie.FOUNDED: r"(?:co-?)?founders?|initiators?|creators?|originators?",
    Tie.RUNS: r"organi[sz]ers?|operators?|(?:co-?)?hosts?|co-?ordinators?|in charge|responsible",
    Tie.LEADS: r"leaders?|boss(?:es)?|ceo|director|head|chief(?: executive)?|chair\w*|president|"
    r"manager|rector|dean",
    Tie.OWNS: r"(?:co-?)?owners?|proprietors?",
    Tie.SUPPORTS: r"supporters?|backers?",
    Tie.PARTNERS: r"partners?",
    Tie.TAKES_OVER: r"successors?",
}  # fmt: skip
# By which words a text may speak of each tie; what runs something may be said to lead it.
_TAKES_CARE = (
    r"runs?\b|ran\b|running|run by|operat|manag|organi[sz](?:e|ing)|arrang|hosts?\b|hosted|"
    r"hosting|holds?\b|"
    r"held\b|stag(?:es?|ed|ing)\b|puts? on|administ|co-?ordinat|carr(?:y|ies|ied) out|in charge|"
    r"responsib|look(?:s|ed)? after|maintain|keeps?\b|in the hands|lead|led\b|head(?:s|ed)?\b|"
    r"head of|direct|chief|ceo\b|chair|president|boss|principal|rector|dean\b|helm|supervis|"
    r"oversee|oversaw|governed|board|owned|owns|owner|takes? care|took over|taken over|"
    r"behind|joint (?:project|venture)|project of|programme of|offered by|offers|"
    r"provided by|driv(?:er?|s|en|es)\b|leder|leds|arrangera|ansvar|vd\b|chef|sköt"
)
_SPOKEN = {
    Tie.FUNDS: r"fund(?!ament)|financ|bankroll|pa(?:y|ys|id|ying)\b|payment|money|grants?\b|"
               r"granted|sponsor|"
    r"invest(?:s|ed|ments?)?\b|budget|costs?\b|subsid|capital|donat|contribut|fees?\b|loan|bill\b|"
    r"\b(?:sek|eur|usd|nok|dkk|gbp)\b|[€$£]|kronor|million|economic|"
    r"free of charge|expense|revenue|income|finansier|bekosta|bidrag|pengar",
    Tie.FOUNDED: r"found(?:ed|ers?|ing|s)?\b|initiat|establish|set up|sets up|setting up|creat|"
                 r"start|launch|devis|"
    r"design|began|begin|begun|idea|conceiv|concept|born|origin|brainchild|form(?:ed|ing)\b|roots|"
    r"grew out|dates? (?:back|from)|built|build|made\b|behind|invent|came up|spun|spin|"
    r"put into effect|developed|opened|grunda|starta|bilda|initier",
    Tie.RUNS: _TAKES_CARE,
    Tie.LEADS: _TAKES_CARE,
    Tie.OWNS: r"\bown(?:s|ed|er|ers|ership|ing)?\b|co-?own|property of|belong|bought|acquir|"
    r"purchas|sharehold|shares?\b|stake|subsidiary|holding|sold to|parent|possess|äg(?:s|er|are|"
    r"de)",
    Tie.SUPPORTS: r"support|help|back(?:s|ed|ing|ers?)\b|coach|assist|advis|advice|mentor|"
                  r"sponsor|fund|"
    r"financ|grants?\b|pa(?:ys?|id)\b|money|invest|donat|contribut|incubat|admit|accept|alumni|"
    r"took (?:\w+ ){0,3}in\b|takes? (?:\w+ ){0,3}in\b|grew|grown|began at|started at|came out|"
    r"behind|"
    r"thanks to|possible|developed at|spent|gives?|gave|service|works? with|stött|stöd",
    Tie.PARTNERS: r"partner|collaborat|co-?operat|together|joint|work(?:s|ed|"
                  r"ing)? (?:closely )?with|"
    r"alongside|alliance|take part|takes part|participa|members?\b|behind|samarbet",
    Tie.TAKES_OVER: r"took over|took (?:it|them|this) over|takes? over|taken over|taking over|"
                    r"succe|replac|handed|hands over|"
    r"hand over|passed|transfer|now (?:run|operated|led|managed|owned|chaired|headed)|"
    r"since (?:\w+ )?(?:19|20)\d\d|from (?:\w+ )?(?:19|20)\d\d|new (?:ceo|director|head|manager|"
    r"chair|owner|operator|organi[sz]er|leader)|steps? (?:in|down|up)|merged|becomes?|became",
}  # fmt: skip
_ADVERB = r"(?:(?:\w+ly|still|also|now|today|else|all|first|originally|together|jointly)\s+)*"
_BE = r"(?:is|are|was|were|has|have|had|does|do|did|will|would|been|be|['’]s|['’]re)\s+"
_WHO = r"(?:who(?:m|ever)?|vem|vilka)(?:\s+all|\s+else|\s+exactly)?"
_WHICH = (
    r"(?:which|what)\s+(?:of\s+the\s+)?(?:other\s+)?(?-i:(?:[a-z][\w-]*\s+){0,2}?)(?-i:organi[sz]ations?|bod(?:y|ies)|"
    r"compan(?:y|ies)|firms?|people|persons?|person|foundations?|funds?|agenc(?:y|ies)|institutions?|"
    r"universit(?:y|ies)|authorit(?:y|ies)|banks?|regions?|partners?|actors?|groups?|bodies|towns?|"
    r"cit(?:y|ies)|municipalit(?:y|ies)|associations?|networks?|parties|businesses)"
)


def _forms(tie: Tie) -> tuple[re.Pattern[str], ...]:
    verbs, roles = _ASKED_VERBS[tie], _ASKED_ROLES[tie]
    return (
        # "Who funds it", "who else has co-founded it", "which companies own it".
        re.compile(rf"^(?:{_WHO}|{_WHICH})\s*(?:{_BE})*{_ADVERB}(?:{verbs})\b", re.I),
        # "Who is it funded by", "by whom was it founded".
        re.compile(rf"^(?:{_WHO}|{_WHICH})\s+(?:{_BE}).+\b(?:{verbs})\s+by$", re.I),
        re.compile(rf"^by\s+(?:whom|who|which\s+\w+)\s+(?:{_BE}).*\b(?:{verbs})$", re.I),
        # "Who are the funders of it", "who is its owner", "who is in charge of it".
        re.compile(
            rf"^(?:(?:{_WHO}|which|what|list|name|tell me)\s*(?:{_BE})*)?(?:{_ADVERB})"
            r"(?:(?:the|its|their|an?|one of(?: the| its)?|all(?: the| of the)?)\s+)?"
            rf"(?:[\w-]+\s+){{0,2}}?(?:{roles})(?:\s+(?:of|behind|for|at|in)\b.*)?$",
            re.I,
        ),
        re.compile(rf"^{_WHO}\s*(?:{_BE})*.+['’]s?\s+(?:{roles})$", re.I),
    )


_WHAT_DOES = (
    r"^(?:what|which)(?:\s+(?:all|else))?(?:\s+[\w-]+){0,3}?\s+(?:do|does|did|has|have|had)\s+.+\s"
    r"(?:(?:also|already|so\s+far)\s+)?"
)
_ASKED = {tie: _forms(tie) for tie in Tie}
_DONE = {
    tie: re.compile(rf"{_WHAT_DOES}(?:{verbs})(?:\s+(?:so far|already|together))?$", re.I)
    for tie, verbs in _ASKED_VERBS.items()
}
_BESIDES = re.compile(
    r",?\s+(?:besides|apart from|aside from|other than|except(?: for)?|in addition to)\s.+$", re.I
)
_SPEAKS = {
    tie: re.compile(rf"(?<!\w)(?:co-?|un|part-|self-|re)?(?:{said})", re.I)
    for tie, said in _SPOKEN.items()
}


def asked_tie(question: str) -> Tie | None:
    """Give the tie by which a question asks who; None for every other question.

    >>> asked_tie("Who funds MTT?").value, asked_tie("Who was it set up by?").value
    ('funds', 'founded')
    >>> asked_tie("Who can join what MTT founded?"), asked_tie("When was MTT founded?")
    (None, None)
    """
    plain = " ".join(question.split()).rstrip("?!. ")
    return next(
        (tie for tie, forms in _ASKED.items() if any(form.match(plain) for form in forms)), None
    )


def tie_done(question: str) -> Tie | None:
    """Give the tie by which a question asks to what: "What has X founded?".

    >>> tie_done("What else has Region Skåne co-founded besides MTT?").value
    'founded'
    """
    plain = _BESIDES.sub("", " ".join(question.split()).rstrip("?!. "))
    return next((tie for tie, form in _DONE.items() if form.match(plain)), None)


def speaks_of_tie(tie: Tie, text: str) -> bool:
    """Whether a text has a word for a tie.

    >>> speaks_of_tie(Tie.FUNDS, "It has four co-founders."), speaks_of_tie(Tie.OWNS, "Ada owns it")
    (False, True)
    """
    return _SPEAKS[tie].search(without_names(text)) is not None


def without_names(text: str) -> str:
    """Leave out capitalised words within a text, since a fund's name funds nothing.

    >>> without_names("It was founded by Delta Fund in SEK.")
    'It was founded by   in SEK.'
    """
    return _NAME_WITHIN.sub("", text)


_ACTIVE = {tie: re.compile(rf"(?:{verbs})", re.I) for tie, verbs in _ASKED_VERBS.items()}
# What may stand between who acts and the verb: "Vinnova (VN) has also funded".
_BETWEEN = frozenset(words("has have had also already now currently still jointly partly co and"))
_REACH = 4
# "X is one of the funders of Y" tells what X does, too.
_INTRANSITIVE = frozenset(
    words("by in until till from for since between to on at over during through every each as with")
)
_COPULAS = frozenset(words("is are was were"))
_HOLDS_ROLE = re.compile(
    "|".join(f"(?:{roles})" for tie, roles in _ASKED_ROLES.items() if tie != Tie.PARTNERS), re.I
)


def acts_itself(tie: Tie, forms: Sequence[tuple[str, ...]], text: str) -> bool:
    """Whether a text tells what the one with these forms does to others, not who does it to them.

    Args:
        tie: What is done.
        forms: The name and its short forms, as folded words.
        text: A sentence, or an item of a list.

    >>> acts_itself(Tie.FUNDS, [("vinnova",)], "Vinnova funds CAMP.")
    True
    >>> acts_itself(Tie.FUNDS, [("camp",)], "Vinnova funds CAMP.")
    False
    >>> acts_itself(Tie.FUNDS, [("alfa",)], "Alfa runs it, and Vinnova funds it.")
    True
    """
    if re.search(rf"\b(?:{_ASKED_VERBS[tie]})\s+(?:\w+\s+)?by\b", text, re.I):
        return False
    # Partners are so to each other.
    return tie is not Tie.PARTNERS and any(_acts(each, forms, text) for each in Tie)


def is_doer(tie: Tie, forms: Sequence[tuple[str, ...]], text: str) -> bool:
    """Whether a text says that the one with these forms does something to others.

    >>> is_doer(Tie.FUNDS, [("vinnova",)], "CAMP is funded by Vinnova.")
    True
    >>> is_doer(Tie.SUPPORTS, [("livra",)], "We help with introductions to Livra.")
    False
    """
    behind = re.search(r"\b(?:by|among|thanks to)\b(?P<who>.*)", text, re.I | re.S)
    return _acts(tie, forms, text) or (behind is not None and _names(forms, behind["who"]))


_NAME_WITHIN = re.compile(
    r"(?<=[^\W_][ ,)] )[A-ZÅÄÖ](?=[\w&:-]*[a-zåäö])[\w&.:’'-]*|"
    r"(?<=[^\W_] )[A-ZÅÄÖ](?=[\w&:-]*[a-zåäö])[\w&.:’'-]*(?<![.:])"
)
_CLAUSES = re.compile(r";\s+|,\s+(?:and|but|while|whereas|so)\s+|\s(?:but|while|whereas)\s")
_BACK = re.compile(r"\b(?:it|its|them|their|they|both|everything|all of it)\b", re.I)


def tells_elsewhere(tie: Tie, forms: Sequence[tuple[str, ...]], text: str) -> bool:
    """Whether the clause that names one says nothing of a tie, and another clause of others does.

    >>> tells_elsewhere(Tie.FUNDS, [("alfa",)], "Alfa meets often, and Beta can add public money.")
    True
    >>> tells_elsewhere(Tie.FUNDS, [("alfa",)], "Alfa meets often, and Beta pays for it.")
    False
    """
    clauses = _CLAUSES.split(text)
    naming = [each for each in clauses if _names(forms, each)]
    speaking = [each for each in clauses if each not in naming and speaks_of_tie(tie, each)]
    return (
        bool(naming)
        and not any(speaks_of_tie(tie, each) for each in naming)
        and bool(speaking)
        and not any(_BACK.search(each) for each in speaking)
    )


def _names(forms: Sequence[tuple[str, ...]], text: str) -> bool:
    joined = f" {' '.join(words(text))} "
    return any(f" {' '.join(form)} " in joined for form in forms)


def _acts(tie: Tie, forms: Sequence[tuple[str, ...]], text: str) -> bool:
    tokens = words(text)
    ends = [
        at + len(form)
        for form in forms
        for at in range(len(tokens) - len(form) + 1)
        if tuple(tokens[at : at + len(form)]) == form
    ]
    shorts = {word for form in forms for word in form}
    return bool(ends) and all(
        _acts_at(tie, tokens, end, shorts) for end in _whole(ends, shorts, tokens)
    )


def _whole(ends: Sequence[int], shorts: AbstractSet[str], tokens: Sequence[str]) -> list[int]:
    """Leave out where a name goes on: a short form in brackets behind it."""
    return [end for end in ends if not (end < len(tokens) and tokens[end] in shorts)] or list(ends)


def _acts_at(tie: Tie, tokens: Sequence[str], end: int, shorts: AbstractSet[str]) -> bool:
    # "X and Y run it": whoever is named beside it acts, too.
    reach = _REACH + _REACH * ("and" in tokens[end : end + 2])
    for at in range(end, min(end + reach, len(tokens))):
        if tokens[at] in _COPULAS:
            # "Is financed by two funders" tells what is done to it.
            near = tokens[at + 1 : at + 1 + _REACH]
            return "by" not in near and any(_HOLDS_ROLE.fullmatch(each) for each in near)
        after = tokens[at + 1 : at + 2]
        if _ACTIVE[tie].fullmatch(" ".join([tokens[at], *after])):
            return True
        if _ACTIVE[tie].fullmatch(tokens[at]):
            # "It runs until 2025" does nothing to anybody.
            return bool(after) and after[0] not in _INTRANSITIVE
        is_beside = "and" in tokens[end : at + 1]
        if not is_beside and tokens[at] not in _BETWEEN and tokens[at] not in shorts:
            return False
    return False
