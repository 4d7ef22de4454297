"""What words of business say of one property, one way or the other: "fee" and "free", "closed".

General English of organisations and programmes. Joins what `terms` keeps apart, since a question
for yes or no is decided by one sentence whatever its words; ranking does without.
"""

import re
from functools import lru_cache

from assistant.question.terms import stem, words

# A property ends with a semicolon; after the bar stands the opposite.
_PROPERTIES = """
    equity share shares stake ownership shareholder shareholding;
    fee charge cost paid pay payment price costly expensive invoice bill billed payable | free
      gratis complimentary;
    salary salaried wage wages remunerated remuneration paid pay | unpaid voluntary volunteer;
    repaid repay refund refunded repayable reimburse;
    profit commercial profitable forprofit | charity charitable nonprofit;
    public publicly governmental government municipal | private privately;
    opento open welcome eligible eligibility qualify qualified allowed permitted entitled admit
      admitted join participate attend attending visit enter apply compete register |
      closedto excluded ineligible barred banned forbidden prohibited;
    permitted allowed | forbidden prohibited banned;
    open | closed shut;
    closed shut discontinue discontinued cease ceased dissolved defunct terminated ended;
    active running operating existing exist ongoing | inactive discontinue discontinued cease
      ceased dissolved defunct terminated closed shut;
    belong part subsidiary arm branch division tied ties bound affiliated linked attached controlled
      owned | independent independently autonomous autonomously separate separately standalone;
    dependent | independent autonomous neutral;
    part member belong include including included consist comprise participate among involved |
      excluded exclude;
    cooperate collaborate partnership partner team;
    political politics party partisan politically;
    financial economic monetary financially economically;
    mandatory compulsory obligatory required necessary needed need | voluntary optional;
    online digital virtual remote remotely zoom video | onsite inperson physical;
    permanent | temporary interim;
    extend extended extension prolong prolonged prolongation renew renewed renewal lengthen;
    national nationwide | regional local;
    region regional regionally;
    domestic | foreign;
    abroad foreign overseas international internationally;
    accept accepted | reject rejected refuse refused;
    large big | small;
    train educate teach trained;
    live living lives resident reside residing inhabitant inhabitants dwell;
    listed quoted stockexchange;
    premises office offices room rooms building;
    buy purchase acquire acquired bought;
    hire recruit employ vacancy jobs;
    language speak speaks spoken;
    newest youngest latest | oldest eldest;
    rent lease let rented;
    degree diploma graduate;
    confidential confidentiality secrecy secret nda;
    chair chairman chairperson chairwoman;
    drug drugs medicine medicines pharmaceutical;
    contribute fund funds finance pay pays money invest invests investment;
    meal lunch dinner food catering;
    test testing trial tested try;
    yearly annual annually | once;
    organise arrange run host organised arranged hosted;
"""
_NOT_FOR = r"(?:non|not[- ]for|not for)"
_PHRASES = (
    (
        r"(?:free of charge|(?:at no|without|with no) (?:extra |entry |membership |"
        r"participation )?(?:charg(?:e|ing)|cost|fee|payment)s?(?: anything)?|for free|costs? "
        r"(?:you |us |them )?nothing|(?:charged|pay|pays) nothing|for nothing)",
        "gratis",
    ),
    (rf"{_NOT_FOR}[- ]?profit", "nonprofit"),
    (r"for[- ]profit|profit[- ]making|profit[- ]driven", "forprofit"),
    (r"(?:pay|pays|paid|paying|give|gives|given|giving) (?:\w+ ){0,2}?back", "repaid"),
    (r"open (?:only )?(?:to|for)\b|open for\b", "opento"),
    (r"(?:closed) (?:to|for)\b", "closedto"),
    (r"(?:take|takes|taking|took|taken) part", "participate"),
    (r"work(?:s|ed|ing)? (?:\w+ )?(?:together )?with", "cooperate"),
    (r"(?:shut|shuts|close|closes|closed|wound|wind|winds) (?:down|up|its doors)", "closed"),
    (r"(?:stock (?:exchange|market)|bourse)s?", "stockexchange"),
    (r"set(?:s|ting)? up", "founded"),
    (
        r"(?:mak(?:e|es|ing)|made) (?:[\w’'-]+ ){1,6}?longer|(?:stay|stays|last|lasts) (?:for )?"
        r"(?:any )?longer",
        "extended",
    ),
    (r"(?:let|lets|take|takes|taken|get|gets|got) in\b", "admitted"),
    (r"(?:tak(?:e|es|en)|let|lets) (?:me|us|you|them) (?:in|on)\b", "admitted"),
    (r"(?:of )?(?:its|their|our|your|my|his|her) own(?= \w|[.,;]|$)", " "),
    (
        r"(?:slice|chunk) of (?:the|our|my|your|their|each|every) \w+|"
        r"(?:piece|cut|percentage|portion|part) of (?:the|our|my|your|their|each|every) "
        r"(?:compan(?:y|ies)|business(?:es)?|firms?|start-?ups?|shares)"
        r"(?! (?:models?|plans?|strateg|ideas?|development|communit|life|world))",
        "equity",
    ),
    (r"(?:co-?|part[- ])owners?", "shareholder"),
    (r"own(?:s|ed)? (nothing|part|some|any|anything|all|half|shares?) (?:of|in)", r"equity \1"),
    (r"sign(?:s|ed|ing)? up", "register"),
    (r"chip(?:s|ped|ping)? in", "contribute"),
    (r"(?:hand|turn|sign)(?:s|ed|ing)? over", "give"),
    (r"(?:requir|forc|oblig|ask|expect)\w* (?:me|us|you|them|\w+) to", " "),
    (
        r"(one of (?:the|its|our|their) (?:two|three|four|five|six|seven|eight|nine|ten|\d+))",
        r"\1 member",
    ),
    # Who shares a building has no share in it.
    (
        r"shar(?:e[sd]?|ing)(?= (?:an?|the|their|our|its|this|with|his|her|my|one|\w+ with)\b)",
        "jointly",
    ),
    # A shared vision is no share of anything, nor are those who share what they know.
    (r"shared(?= \w)|shar(?:es?|ing)(?= (?:what|how|knowledge|experiences?|ideas)\b)", "jointly"),
    (r"(run|managed|operated|owned|controlled|governed) by", r"\1 controlled by"),
    (r"in[- ]person|face[- ]to[- ]face|on[- ]site", "inperson"),
    (r"co-(?=own|found|organi|host|fund)", ""),
)
_COMPILED = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)" if said else rf"(?<!\w){pattern}", re.I), said)
    for pattern, said in _PHRASES
)


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, frozenset[tuple[int, bool]]]:
    sides: dict[str, set[tuple[int, bool]]] = {}
    for number, line in enumerate(_PROPERTIES.split(";")):
        for at, side in enumerate(line.split("|")):
            for word in side.split():
                sides.setdefault(stem(word), set()).add((number, at == 0))
    return {one: frozenset(each) for one, each in sides.items()}


def properties(word: str) -> frozenset[tuple[int, bool]]:
    """Give the properties that a word tells, each with its side; none for most words.

    >>> properties("fee") == properties("cost"), bool(properties("stone"))
    (True, False)
    """
    return _by_stem().get(stem(word), frozenset())


def plain(text: str) -> str:
    """Put phrases that say one word's worth in one word.

    >>> plain("Membership costs nothing."), plain("It does not have to be paid back.")
    ('Membership gratis.', 'It does not have to be repaid.')
    """
    for pattern, said in _COMPILED:
        text = pattern.sub(said, text)
    return text


def folded(text: str) -> list[str]:
    """Give a text's words, each hyphenated one also as one: "on-site" is "onsite", too."""
    joined = [word for each in text.split() if "-" in each for word in words(each.replace("-", ""))]
    return [*words(text), *joined]
