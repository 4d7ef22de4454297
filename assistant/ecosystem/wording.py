"""The words by which texts say how two are tied: verbs, roles and prepositions, by relation.

Tables only; `patterns` makes sentences of them.
"""

from assistant.ecosystem.model import Relation

PASSIVE: dict[Relation, str] = {
    Relation.FUNDED_BY: r"(?:co-?|part-)?(?:funded|financed)|bankrolled|paid(?:\s+for)?|"
    r"finansiera[ts]|bekostas",
    Relation.SUPPORTED_BY: r"supported|backed|sponsored|made\s+possible|stöttas|stödjs|sponsras",
    Relation.FOUNDED_BY: r"(?:co-?)?(?:founded|established|created|initiated|launched|formed)|"
    r"started|set\s+up|devised|built|grundades|grundats|startades|bildades|initierades|grundat",
    Relation.RUN_BY: r"(?:co-?)?(?:run|operated|managed|organi[sz]ed|arranged|administered|hosted|"
    r"owned|led|headed|held|staged)|co-?ordinated|drivs|ägs|leds|arrangeras|förvaltas|samordnas|"
    r"organiseras",
}
"""Participles behind "is", with "by" behind them: the subject is the source of the tie.

The Swedish ones are verbs by themselves: "drivs av".
"""

SWEDISH_PASSIVE = (
    r"finansieras|bekostas|stöttas|stödjs|sponsras|grundades|startades|bildades|initierades|drivs|"
    r"ägs|leds|arrangeras|förvaltas|samordnas|organiseras"
)

ACTIVE: dict[Relation, str] = {
    Relation.FUNDED_BY: r"(?:co-?)?(?:funds?|finances?|funded|financed)|bankrolls?|"
    r"(?:pays?|paid)\s+for|covers?\s+the\s+costs?\s+of|shares?\s+the\s+costs?\s+of(?:\s+running)?|"
    r"(?:contributes?|contributed|gives?|gave|provides?|provided)\s+(?:money|funding|grants?|"
    r"(?:yearly\s+|annual\s+)?(?:SEK|EUR|NOK|DKK|USD)\s[\d.,]+(?:\s+(?:million|billion))?"
    r"(?:\s+a\s+year)?)\s+(?:to|for)|(?:invests?|invested)(?:\s+(?:SEK|EUR)\s[\d.,]+"
    r"(?:\s+million)?)?\s+in|finansierar|bekostar",
    Relation.SUPPORTED_BY: r"supports?|supported|backs|backed|sponsors?|sponsored|stödjer|stöttar",
    Relation.FOUNDED_BY: r"(?:co-?)?(?:found(?:ed)?|establish(?:ed)?|initiate[ds]?|"
    r"launch(?:ed|es)?|create[ds]?)|start(?:ed)?|sets?\s+up|formed|devised(?:\s+the\s+concept\s+of)?|grundade|"
    r"startade|bildade|initierade",
    Relation.RUN_BY: r"runs?|ran|operates?|operated|manages?|managed|organi[sz]e[sd]?|"
    r"arrange[sd]?|holds|(?:co-?)?hosts?|hosted|co-?ordinate[sd]?|administers?|(?:co-)?owns?|"
    r"own(?:s)?\s+half\s+of|stages?|leads|carries\s+out|(?:is|are)\s+responsible\s+for|(?:is|are)\s+in\s+charge\s+of|lead|led|carry\s+out|stage|hold|"
    r"driver|äger|arrangerar|leder|samordnar",
}
"""Verbs whose object is the source of the tie: "Y funds X"."""

INTRANSITIVE: dict[Relation, str] = {
    Relation.MEMBER_OF: r"(?:takes?|took|taken|taking)\s+part\s+in|participates?\s+in|"
    r"participated\s+in|(?:is|are)\s+active\s+in|joins?|joined|(?:is|are)\s+represented\s+in|"
    r"deltar\s+i|är\s+med\s+i|medverkar\s+i",
    Relation.PARTNER_OF: r"(?:collaborates?|co-?operates?|partners?|teams?\s+up|collaborated|"
    r"co-?operated|partnered|(?:works?|working|worked)(?:\s+(?:closely|together))?)\s+with|"
    r"(?:is|are)\s+in\s+partnership\s+with|"
    r"(?:(?:enters?|entered)(?:\s+into)?|signs?|signed|begins|began|begun)\s+an?\s+(?:[\w-]+\s+){0,2}?"
    r"(?:collaborations?|co-?operations?|partnerships?)(?:\s+agreement)?\s+with|samarbetar\s+med|"
    r"(?:has|have|had)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:collaborations?|co-?operations?|"
    r"partnerships?)\s+with",
    Relation.PART_OF: r"(?:is|are|forms?|became)\s+(?:an?\s+(?:active\s+|important\s+|integral\s+|"
    r"natural\s+|central\s+)?)?part\s+of|(?:is|are)\s+(?:based|"
    r"located|housed|situated|headquartered|hosted|found)\s+(?:in|at|within|inside)|(?:has|have)\s+"
    r"(?:its|their|her|his)\s+(?:main\s+|head\s+)?(?:office|offices|home|premises|seat|base|"
    r"headquarters)\s+(?:in|at|within|inside)|belongs?\s+to|lies\s+(?:in|within|inside)|ingår\s+i|"
    r"ligger\s+(?:i|på)|tillhör|är\s+en\s+del\s+av",
}
"""Verbs with their prepositions: the subject is the source, what follows the target."""

ROLES: dict[str, tuple[Relation, bool]] = {
    "member": (Relation.MEMBER_OF, True),
    "participant": (Relation.MEMBER_OF, True),
    "medlem": (Relation.MEMBER_OF, True),
    "partner": (Relation.PARTNER_OF, True),
    "collaborator": (Relation.PARTNER_OF, True),
    "tenant": (Relation.PART_OF, True),
    "portfolio company": (Relation.FUNDED_BY, True),
    "funder": (Relation.FUNDED_BY, False),
    "financier": (Relation.FUNDED_BY, False),
    "backer": (Relation.SUPPORTED_BY, False),
    "supporter": (Relation.SUPPORTED_BY, False),
    "sponsor": (Relation.SUPPORTED_BY, False),
    "founder": (Relation.FOUNDED_BY, False),
    "co-founder": (Relation.FOUNDED_BY, False),
    "initiator": (Relation.FOUNDED_BY, False),
    "owner": (Relation.RUN_BY, False),
    "organiser": (Relation.RUN_BY, False),
    "organizer": (Relation.RUN_BY, False),
    "operator": (Relation.RUN_BY, False),
    "coordinator": (Relation.RUN_BY, False),
}
"""Nouns for who stands to another in a relation, and whether who has the role is the source."""

ROLE = (
    rf"(?P<role>(?i:{'|'.join(sorted(ROLES, key=len, reverse=True))}|cofounder|"
    r"portfolio\scompanie))s?"
)

HEADINGS: dict[str, str] = {
    "members": "member", "our members": "member", "member organisations": "member",
    "participants": "participant", "partners": "partner", "our partners": "partner",
    "collaboration partners": "partner", "supporting partners": "partner",
    "partner organisations": "partner", "funders": "funder", "our funders": "funder",
    "financiers": "financier", "funded by": "funder", "financed by": "funder",
    "supporters": "supporter", "our supporters": "supporter", "sponsors": "sponsor",
    "our sponsors": "sponsor", "founders": "founder", "co-founders": "founder",
    "founded by": "founder", "initiators": "initiator", "owners": "owner", "owned by": "owner",
    "organisers": "organiser", "tenants": "tenant", "medlemmar": "member", "partner": "partner",
    "finansiärer": "funder", "grundare": "founder", "ägare": "owner",
}  # fmt: skip
"""Headings under which a bare list names who stands to the document's subject in a role."""


def role_of(word: str) -> tuple[Relation, bool]:
    """Give what a role says, and whether who has it is the source of the tie.

    >>> role_of("funder")
    (<Relation.FUNDED_BY: 'funded_by'>, False)
    """
    others = {"cofounder": "founder", "portfolio companie": "portfolio company"}
    return ROLES[others.get(word.lower(), word.lower())]
