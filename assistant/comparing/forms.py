"""The forms in which questions compare, as patterns; `question` reads what they find."""

import re

from assistant.comparing.names import LISTED, NAME
from assistant.question.grammar import AUXILIARY

ON = (
    r"(?:,?\s+(?:on|by|in terms of|regarding|with regards? to|in regard to|when it comes to|"
    r"with respect to|in respect of|as regards|as to|as far as|in|concerning|for|about|based on)\s+"
    r"(?P<what>.+?)(?:\s+(?:is|are) concerned)?)?"
)
TABLES = tuple(
    re.compile(form, re.I)
    for form in (
        r"^(?:compare|contrast)\s+(?P<names>.+?)\s*(?::|\s[-–—])\s+(?P<late>.+)$",
        r"^(?:compare|contrast)\s+(?P<late>(?-i:[a-zåäö][a-zåäö -]*?))\s*:\s*(?P<names>.+)$",
        rf"^(?:compare|contrast)(?: and contrast)?\s+"
        r"(?P<of>(?:the )?(?-i:(?:(?!and |or |on |in )[a-zåäö'-]+ )+?)of\s+)?"
        rf"(?P<names>.+?){ON}$",
        rf"^(?:put|set|place|show|line up)(?: me)?\s+(?P<names>.+?)\s+"
        rf"(?:side by side|next to each other|together){ON}(?:\s*[:,-]\s*(?P<late>.+))?$",
        rf"^how (?:(?:do|does|did|are|is|would) )?(?P<names>.+?) "
        r"(?:differ(?:ent)?|compare|stack up|measure up)"
        rf"(?: (?:from|to|with|against)(?: (?P<other>(?!each)[^,]+?)| each other))?{ON}$",
        r"^in (?:what|which) (?:ways?|respects?) (?:do|does|are|is) (?P<names>.+?) differ(?:ent)?"
        r"(?: from (?P<other>(?!each)[^,]+?))?$",
        rf"^(?:what(?:'s| is| are| was)?\s+)?(?:the\s+|a\s+)?(?:main |key |biggest |real )?"
        rf"(?:differences?|gap|comparison|contrast)\s+(?:between|of)\s+(?P<names>.+?){ON}$",
        r"^(?:what(?:'s| is| are)?\s+)?(?:the\s+|a\s+)?(?:differences?|gap) in\s+"
        r"(?P<late>[a-zåäö -]+?)\s+between\s+(?P<names>.+)$",
        r"^(?:put|set|place|show)(?: me)?\s+(?P<names>.+? (?:next to|alongside|beside) .+?)"
        r"(?:\s*[:,-]\s*(?P<late>.+))?$",
        rf"^what (?:sets|distinguishes|separates|differentiates) (?P<names>.+?)(?: apart)?"
        rf"(?: (?:from|and) (?P<other>[^,]+?))?(?: apart)?{ON}$",
        rf"^(?P<names>.+?){ON}\s+(?:compared|side by side)$",
        r"^(?P<names>.+?\s(?:vs\.?|versus|compared (?:to|with))\s.+?)"
        rf"(?:\s*[,:]\s*(?P<late>.+)|\s+[-–]\s+(?P<dash>.+)|{ON})$",
    )
)
COMMON = tuple(
    re.compile(form, re.I)
    for form in (
        rf"^what (?:do|does|did|have) (?P<names>.+?) (?:have |got )?in common"
        rf"(?: with (?P<other>.+?))?{ON}$",
        rf"^what (?:do|does|did) (?P<names>.+?) (?:both )?share(?: with (?P<other>.+?))?{ON}$",
        rf"^what (?:is|are) (?:common|shared) (?:to|between|by) (?P<names>.+?){ON}$",
        rf"^(?:what (?:is|are) )?(?:the )?(?:similarit(?:y|ies)|common ground|common features|"
        rf"commonalit(?:y|ies)) (?:between|of) (?P<names>.+?){ON}$",
        rf"^how (?:are|is) (?P<names>.+?) (?:alike|similar)(?: to (?P<other>.+?))?{ON}$",
    )
)
ASKING = r"(?:which|who|what|where|whose|when|at which|in which|with which|for which)\b"
NO_NAME = (
    rf"{ASKING}|(?:compare|contrast|put|set|place|show|how|is|are|do|does|did|has|have)\b|"
    r"(?-i:[Ii]f|[Oo]nce|[Ss]ince|[Bb]ecause|[Aa]s|[Aa]lthough|[Ww]hile|[Ss]uppose|[Aa]ssuming|"
    r"[Ss]ay|[Aa]fter|[Bb]efore)\b"
)
# The list stands before what is asked.
EARLY = re.compile(
    rf"^(?:(?:between|of|out of|among|comparing)\s+)?(?P<names>.+?)\s*(?:[,:;?]|\s[-–—])\s*"
    rf"(?P<clause>(?:{ASKING}|how |are |is |do |does |did |have |has ).+)$",
    re.I,
)
OF_THEM = re.compile(
    r"^(?P<wh>which|who|what)(?: one| [a-z]+)? (?:of|between|among|out of)\s+(?P<names>.+?)"
    r"(?=\s+(?:is|was|are|has|have|had|does|did|can|will|takes?|[a-z]+s|[a-z]+ed|beg[au]n)\b)"
    r"(?P<clause>\s+.+)$",
    re.I,
)
# The list stands behind it.
LATE = re.compile(rf"^(?P<clause>{ASKING}.+?)\s*(?:[,:;]|\s[-–—]|\s\()\s*(?P<names>.+?)\)?$", re.I)
THAN = re.compile(
    rf"^(?P<left>(?i:{AUXILIARY})\s+.+?)\s+(?:than|before|after)\s+(?:(?:at|in|by|for|with|of|to|"
    rf"that of|the one (?:at|of|in)|those of|those at)\s+)?(?P<other>{NAME})"
    r"(?:\s+(?:is|was|does|did|has))?$"
)
BOTH = re.compile(
    rf"^(?P<aux>(?i:are|do|have|were|did|can))\s+(?:both\s+)?(?P<names>{LISTED})\s+(?P<rest>.+)$"
)
EITHER = re.compile(
    rf"^(?P<aux>(?i:{AUXILIARY}))\s+(?:either\s+)?(?P<names>{NAME}(?:\s*,\s*{NAME})*,?\s+or\s+{NAME})"
    r"(?P<rest>\s+.+)$"
)
# "Is rent higher at X or Y?"
BESIDE = re.compile(
    rf"^(?P<clause>(?i:{AUXILIARY}|which|who|where)\s.*?)\s+(?P<names>{NAME}(?:\s*,\s*{NAME})*,?\s+or\s+"
    rf"(?:(?:at|in|by|for|with|of|to)\s+)?{NAME})$"
)
# What is ranked by no word: "more than one", "a newer version", "the first company".
NO_RANK = re.compile(
    r"\b(?:(?:more|less|fewer|later|older|younger) than|(?:an?|the) \w+er [a-z]+|"
    r"(?:fir|la|olde|be)st|latest|earliest|before|after)\b",
    re.I,
)
WITHIN = re.compile(rf"^(?P<before>.+?)\s+(?:both\s+)?(?P<names>{LISTED})(?P<after>(?:\s+.+)?)$")
COMPARED_WITH = re.compile(
    rf"^(?P<what>.+?)(?:\s+(?P<by>at|in|of|for|does|is|do|was|from))?\s+(?P<one>{NAME})"
    rf"(?P<rest>(?:\s+[a-z]+){{0,3}}?),?\s+(?:compared? (?:with|to|and)|versus|vs\.?|"
    rf"as opposed to|in comparison (?:with|to))\s+(?P<other>.+)$"
)
# "Alfa vs. Beta vs." and "Tavland" of "Tavland University vs. Alfa" ask for nothing.
NO_FRAME = re.compile(
    r"\b(?:vs\.?|versus)(?:\s|$)|^compare\b|^how (?:do|does)$|^[A-ZÅÄÖ]\S*$|\s[A-ZÅÄÖ]\S*$"
)
# The second name follows what is claimed.
CHOICE_LAST = re.compile(
    rf"^(?P<aux>(?i:{AUXILIARY}))\s+(?P<one>{NAME})\s+(?P<rest>(?:[a-zåäö-]+\s+)*?"
    rf"(?!(?:in|at|for|of|to|by|with|from|on)\b)[a-zåäö-]+),\s+or\s+"
    rf"(?:is\s+|does\s+)?(?P<other>{NAME})$"
)
# "Which is more important" is no matter of what is told.
OPINION = re.compile(
    r"^(?:is|are|was|seems?|sounds?) (?:the )?(?:more|most|less|least) [a-zåäö]+$", re.I
)
# Asked of each of them: who pays.
OF_WHOM = re.compile(
    r"^(?P<what>who (?:pays(?: for)?|funds|finances|sponsors|owns|runs|leads|manages|founded|"
    r"started|chairs|organi[sz]es))(?: (?:them|it|each(?: of them)?|the two))?$",
    re.I,
)
# Who pays is told of each by itself, in whatever words.
FUNDS = re.compile(r"^who (?:pays(?: for)?|funds|finances|sponsors|supports)$", re.I)
# What two do with each other is no property of each.
JOINT = re.compile(
    r"\b(?:together|jointly|joint|collaborat\w*|cooperat\w*|between|common|share[ds]?|both|"
    r"partner\w*|merge\w*|each other)\b",
    re.I,
)
DISTRIBUTED = re.compile(r"\b(?:respectively|each|individually)\b", re.I)
# So many words may follow names of which the same is asked: "When were X and Y set up?"
SHORT_REST = 3
OF_TWO = re.compile(
    r"^(?:which|who|what)(?: one| ones)?(?: (?:of|out of) (?:the (?:two|three|four)|them|these|"
    r"those))?(?: (?:incubator|accelerator|park|cluster|network|fund|funder|programme|company|"
    r"organi[sz]ation|project|university|event|place|foundation|association))?\s+",
    re.I,
)
# "Who runs each of them" asks of each; "which of them is free" chooses.
OF_EACH = re.compile(r"^(?!which\b)\w+\b.*\b(?:they|them|each)\b", re.I)
