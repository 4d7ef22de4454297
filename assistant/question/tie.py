"""Which tie a question asks about, who funds, founds, runs, leads or owns, and what speaks of it.

Founders are no funders: what tells one tie answers no question about another, however alike the
two sound. Ties of members and partners are told apart by their own words elsewhere.
"""

import re
from enum import StrEnum


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


ASKED_VERBS = {
    Tie.FUNDS: r"(?:co-?)?fund(?:s|ed|ing)?|(?:co-?)?financ(?:es?|ed|ing)|bankroll(?:s|ed|ing)?|"
    r"pa(?:ys?|id|ying) for|foot(?:s|ed|ing)? the bill|"
    r"(?:gives?|gave|put|puts|giving|putting)\s+(?:(?:the|any|some)\s+)?money\s+(?:to|in|into)|"
    r"finansierar|bekostar",
    Tie.FOUNDED: r"(?:co-?)?found(?:s|ed|ing)?|initiat(?:es?|ed|ing)|establish(?:es|ed|ing)?|"
    r"(?:set|sets|setting) up|(?:co-?)?creat(?:es?|ed|ing)|started|launched|devised|began|begun|"
    r"dream(?:t|ed) up|came up with|grundade|startade",
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
"""Verbs by which a question asks for each tie."""

ASKED_ROLES = {
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
"""Nouns and phrases for who stands in each tie."""

# By which words a text may speak of each tie; what runs something may be said to lead it.
_TAKES_CARE = (
    r"runs?\b|ran\b|running|run by|operat|manag|organi[sz](?:e|ing)|arrang|hosts?\b|hosted|"
    r"hosting|holds?\b|"
    r"held\b|stag(?:es?|ed|ing)\b|puts? on|administ|co-?ordinat|carr(?:y|ies|ied) out|in charge|"
    r"responsib|look(?:s|ed)? after|maintain|keeps?\b|in the hands|"
    r"\bleads?\b|leaders?\b|leadership|led\b|head(?:s|ed)?\b|"
    r"head of|direct|chief|ceo\b|chair|president|boss|principal|rector|dean\b|helm|supervis|"
    r"oversee|oversaw|governed|board|owned|owns|owner|takes? care|took over|taken over|"
    r"behind|\b(?:an?|the) joint (?:project|venture)\b|project of|programme of|offered by|"
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
# "Set it up" is set up.
_APART = re.compile(
    r"\b(sets?|setting|took|takes?|dream(?:t|ed)|thought|puts?)\s+(?:it|them|this)\s+(up|over|on)\b"
)
_ADVERB = r"(?:(?:\w+ly|still|also|now|today|else|all|first|originally|together|jointly)\s+)*"
_BE = r"(?:is|are|was|were|has|have|had|does|do|did|will|would|been|be|['’]s|['’]re)\s+"
_WHO = r"(?:who(?:m|ever)?|vem|vilka)(?:\s+all|\s+else|\s+exactly)?"
_WHICH = (
    r"(?:which|what)\s+(?:of\s+the\s+)?(?:other\s+)?"
    # "What does a company pay for it?" asks for no company.
    r"(?!(?:do|does|did|can|could|will|would|should|must|may|might|is|are|was|were|has|have|had)\b)"
    r"(?-i:(?:[a-z][\w-]*\s+){0,2}?)(?-i:organi[sz]ations?|bod(?:y|ies)|"
    r"compan(?:y|ies)|firms?|people|persons?|person|foundations?|funds?|agenc(?:y|ies)|institutions?|"
    r"universit(?:y|ies)|authorit(?:y|ies)|banks?|regions?|partners?|actors?|groups?|bodies|towns?|"
    r"cit(?:y|ies)|municipalit(?:y|ies)|associations?|networks?|parties|businesses)"
)


def _forms(tie: Tie) -> tuple[re.Pattern[str], ...]:
    verbs, roles = ASKED_VERBS[tie], ASKED_ROLES[tie]
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


_VERBS = {
    tie: re.compile(rf"\s(?:start|launch|begin|{verbs})\b", re.I)
    if tie is Tie.FOUNDED
    else re.compile(rf"\s(?:{verbs})\b", re.I)
    for tie, verbs in ASKED_VERBS.items()
}
_WHAT_DOES = (
    r"^(?:what|which)(?:\s+(?:all|else))?(?:\s+[\w-]+){0,3}?\s+(?:do|does|did|has|have|had)\s+.+\s"
    r"(?:(?:also|already|so\s+far)\s+)?"
)
_ASKED = {tie: _forms(tie) for tie in Tie}
_DONE = {
    tie: re.compile(rf"{_WHAT_DOES}(?:{verbs})(?:\s+(?:so far|already|together))?$", re.I)
    for tie, verbs in ASKED_VERBS.items()
}
_BESIDES = re.compile(
    r",?\s+(?:besides|apart from|aside from|other than|except(?: for)?|in addition to)\s.+$", re.I
)
_SPEAKS = {
    tie: re.compile(rf"(?<!\w)(?:co-?|un|part-|self-|re)?(?:{said})", re.I)
    for tie, said in _SPOKEN.items()
}


# "With whom does X run it?", "who did X start it with?"
_WITH_WHOM = re.compile(
    rf"^(?:(?:together|jointly|in co-?operation)\s+)?with\s+(?:whom|who|{_WHICH})\s+(?:{_BE})"
    rf"(?P<first>.+)$|^(?:{_WHO}|{_WHICH})\s+(?:{_BE})(?P<last>.+)\s+(?:together\s+)?with$",
    re.I,
)
# "Who helps to keep the map up to date?" asks who does it, too, and not who supports it.
_HELPS_DO = re.compile(
    r"^(?:who|which\s+\w+)\s+(?:(?:also|else|is|are|has|have|do|does|did|will)\s+)*help(?:s|ed|ing)?\s+"
    r"(?:(?-i:(?:[A-ZÅÄÖ][\w-]*\s+)+)|it\s+|them\s+)?(?:to|with|in)\s+(?!which\b|whom\b|what\b)\w",
    re.I,
)

_NAME_WITHIN = re.compile(
    r"(?<=[^\W_][ ,)] )[A-ZÅÄÖ](?=[\w&:-]*[a-zåäö])[\w&.:’'-]*|"
    r"(?<=[^\W_] )[A-ZÅÄÖ](?=[\w&:-]*[a-zåäö])[\w&.:’'-]*(?<![.:])"
)


def asked_tie(question: str) -> Tie | None:
    """Give the tie by which a question asks who; None for every other question.

    >>> asked_tie("Who funds MTT?").value, asked_tie("Who was it set up by?").value
    ('funds', 'founded')
    >>> asked_tie("Who can join what MTT founded?"), asked_tie("When was MTT founded?")
    (None, None)
    >>> asked_tie("What does a company pay for First Spade?")
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


def asks_helpers(question: str) -> bool:
    """Whether a question asks who has a part in doing something, not who supports somebody.

    >>> asks_helpers("Who helps to keep it tidy?"), asks_helpers("Who helps young companies?")
    (True, False)
    """
    return _HELPS_DO.match(" ".join(question.split())) is not None


def asks_companion(question: str) -> bool:
    """Whether a question asks with whom somebody does something.

    >>> asks_companion("Who did X start it with?"), asks_companion("Who starts with X?")
    (True, False)
    """
    return _WITH_WHOM.match(" ".join(question.split()).rstrip("?!. ")) is not None


def tie_shared(question: str) -> Tie | None:
    """Give the tie in which a question asks who stands besides: "with whom did X start it?".

    >>> tie_shared("With whom does X run the fair?").value, tie_shared("Who runs it?")
    ('runs', None)
    """
    found = _WITH_WHOM.match(" ".join(question.split()).rstrip("?!. "))
    asked = (found["first"] or found["last"]) if found else ""
    return next((tie for tie, verbs in _VERBS.items() if verbs.search(asked)), None)


def speaks_of_tie(tie: Tie, text: str) -> bool:
    """Whether a text has a word for a tie.

    >>> speaks_of_tie(Tie.FUNDS, "It has four co-founders."), speaks_of_tie(Tie.OWNS, "Ada owns it")
    (False, True)
    >>> speaks_of_tie(Tie.FOUNDED, "Ada set it up in 1987.")
    True
    """
    plain = _APART.sub(r"\1 \2", without_names(text))
    return _SPEAKS[tie].search(plain) is not None


def without_names(text: str) -> str:
    """Leave out capitalised words within a text, since a fund's name funds nothing.

    >>> without_names("It was founded by Delta Fund in SEK.")
    'It was founded by   in SEK.'
    """
    return _NAME_WITHIN.sub("", text)
