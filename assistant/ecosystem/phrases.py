"""Parts of the sentences that say a tie: names in lists, how sentences begin, what joins them.

Strings for `patterns`, over text in which every name stands as a mark.
"""

import re

from assistant.ecosystem.masking import MARK
from assistant.ecosystem.node_kinds import kind_nouns

NOUN = rf"(?:{'|'.join(map(re.escape, kind_nouns()))})"
ARTICLE = r"(?:the|The|an?|An?|its|Its|our|Our|de[nt]|De[nt])"
WORD = (
    r"(?:(?!(?:of|in|at|by|for|from|with|to|and|or|that|which|who|is|are)\b)[a-zåäö][\w’'-]*|"
    # "the European alliance", "the Dutch foundation".
    r"[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö]+(?:ish|ese|ian|ean|can|utch|ench|man|zech|wiss|reek|ordic))"
)
# "the savings bank ⟦0⟧", "project ⟦1⟧"; a verb before a name is no noun of the list.
NAME = (
    rf"(?:{ARTICLE}\s+(?:{WORD}\s+){{0,4}}|{NOUN}\s+)?{MARK}"
    rf"(?!['’]|-|\s+(?:{NOUN}\s+)?⟦)(?:\s+{NOUN}\b)?"
)
AND = r"(?:,\s+(?:and|och|as well as|plus)\s+|,\s+|\s+(?:and|och|&|as well as|plus|samt)\s+)"
WITH = (
    r"\s+(?:(?:together|jointly|along|in\s+partnership|in\s+cooperation)\s+with|"
    r"tillsammans\s+med)\s+"
)
LIST = rf"(?:[Bb]oth\s+)?{NAME}(?:{AND}{NAME})*"
# "⟦0⟧ runs ⟦1⟧, and ⟦2⟧ pays for it": what a verb follows is no object of the verb before.
VERB = (
    r"\s+(?:also\s+)?(?:is|are|was|were|has|have|had|will|can|pay|fund|run|own|support|manage|"
    r"\w{2,}s|by)\b"
)
NEXT_SUBJECT = rf"(?!{AND}{NAME}(?:{AND}{NAME})*{VERB})"
OBJECTS = rf"{NAME}(?:{NEXT_SUBJECT}{AND}{NAME})*"
_IN_TOWN = r"(?:\s+(?:in|at|i|på)\s+[A-ZÅÄÖ][\w-]+)?"
LIST_WITH = rf"{NAME}(?:{NEXT_SUBJECT}(?:{AND}|{_IN_TOWN}{WITH}){NAME})*"
# Names right before another mark: "Together with ⟦0⟧ and ⟦1⟧ ⟦2⟧ run ...".
BEFORE_MARK = (
    rf"(?:{NAME}{AND})*(?:{ARTICLE}\s+(?:{WORD}\s+){{0,4}}|{NOUN}\s+)?{MARK}(?=,?\s+(?:the\s+)?⟦)"
)

COUNT = (
    r"(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|various|these|"
    r"the\s+following|\d+|två|tre|fyra|fem|sex|sju|åtta|följande|dessa|flera)"
)
# "... by two funders: ⟦0⟧ and ⟦1⟧".
COUNTED = rf"(?:(?:{COUNT}|(?:[\w-]+\s+){{0,3}}?[\w-]+s)\b[^⟦⟧;:.]{{0,80}}:\s*|:\s*)?"

BEGIN = (
    r"(?:^|[;:.]\s+|,\s+(?:and|but|while|whereas|och|men|medan)\s+|\s(?:that|att|while|whereas)\s+)"
    r"(?:(?:[A-ZÅÄÖ][^⟦⟧;:,]{0,70}|(?:In|At|As|Since|After|During|According|Together|Besides)[^;:,]{1,70})"
    r",\s+|(?:In|Since|During)\s+(?:[A-ZÅÄÖ]?[a-zåäö]+\s+)?\d{4}\s+|"
    r"[Ii]n\s+[A-ZÅÄÖ][\w-]+\s+(?=⟦)|(?i:since\s+then|nowadays|today|now|at\s+present|currently|then|here),?\s+)?"
)
ADVERBS = (
    r"(?:(?:also|now|today|still|currently|together|both|co|long|itself|idag|också|även|nu|"
    r"\w+ly)\s+)*"
)
BE = r"(?:is|are|was|were|has\s+been|have\s+been|is\s+being|became|är|var|har\s+varit|blev)"
WHERE = (
    rf"(?:\s+(?:in|at|near|from|on|i|på|vid)\s+"
    rf"(?:[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){{0,2}}|{MARK}(?!['’])))"
)
ASIDE = r"(?:,\s+[^;:,]{2,140},)"
# From the subject to its verb: at once, over an aside, over an earlier verb of the same subject.
TO_VERB = (
    rf"(?:{WHERE}?{ASIDE}?\s+"
    rf"|{WHERE}?\s+(?=[a-zåäö])[^⟦⟧;:]{{2,140}}?,?\s(?:and|och)\s+(?=(?:also\s+)?(?!are\b|were\b|have\b)))"
)
COPULA = rf"{BE}\s+{ADVERBS}(?:an?|the|one\s+of|en|ett)\s[^⟦⟧;:,]{{2,120}}?\s"
