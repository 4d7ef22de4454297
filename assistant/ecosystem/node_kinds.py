"""Which of the map's few kinds an entity is, from the many nouns by which texts call it."""

from collections.abc import Iterable

from assistant.ecosystem.model import NodeKind
from assistant.entities.entity import Entity
from assistant.entities.kinds import kind_words
from assistant.entities.statements import Kind

# The first line that holds a noun decides; a phrase counts by its end: "private foundation".
_NOUNS: dict[NodeKind, str] = {
    NodeKind.SUPPORT: """incubator, accelerator, science park, research park, technology park,
        tech park, innovation park, park, startup hub, startup house, startup studio, hub,
        innovation hub, coworking space, coworking, shared office, office hotel, inkubator,
        forskningspark, teknikpark, makerspace, business centre""",
    NodeKind.FUNDER: """funder, financier, foundation, fund, trust, investor, angel network,
        business angel, investor network, venture capital firm, venture capital company,
        venture fund, investment company, bank, stiftelse, fond, grant maker, donor, sponsor,
        innovation agency, research council, riskkapitalbolag, forskningsrad, finansiar, vc""",
    NodeKind.NETWORK: """network, cluster, alliance, association, think tank, consortium,
        community, federation, society, organisation, partnership, agreement, supercluster, forum,
        cooperative, union, chamber of commerce, chamber, nätverk, kluster, klusterorganisation,
        forening, branschorganisation, tankesmedja""",
    NodeKind.RESEARCH: """university, college, institute, laboratory, lab, research centre, school,
        academy, hospital, clinic, infrastructure, facility, centre, universitet, hogskola,
        sjukhus, forskningsinstitut, faculty, department, institute of technology, testbed,
        test bed, test facility, demonstrator""",
    NodeKind.PUBLIC: """public authority, authority, agency, public agency, government agency,
        region, county, county council, municipality, city, council, public body, ministry,
        government, kommun, myndighet, regional council, port, body, district, place, town""",
    NodeKind.EVENT: """event, conference, congress, fair, summit, symposium, seminar, festival,
        hackathon, trade show, meetup, workshop, competition, contest, award, prize, evenemang,
        konferens, tavling, yearly meeting, days, week""",
    NodeKind.PROGRAMME: """programme, scheme, project, initiative, platform, database, course,
        strategy, tool, map, program, projekt, service, campaign, mission, databas, register,
        plattform, export programme, academy programme, bid, candidacy""",
    NodeKind.COMPANY: """company, firm, business, enterprise, startup, scaleup, spinoff, spinout,
        manufacturer, consultancy, sme, foretag, bolag, corporation, ab, shipyard, brewery,
        producer, publisher, studio, employer, owner, chain, maker, insurer, brewer, utility,
        retailer, supermarket, airline, newspaper, magazine, operator, group, law firm""",
}
_BY_NOUN = {kind_words(noun): kind for kind, nouns in _NOUNS.items() for noun in nouns.split(",")}
# A network of investors is one who funds, whatever else it is called.
_TELLING = (NodeKind.FUNDER, NodeKind.SUPPORT, NodeKind.EVENT, NodeKind.RESEARCH)
_SELDOM_SHOWN = frozenset({"named", "small", "participant", "nonprofit"})
_PEOPLE = frozenset({"ceo", "director", "professor", "chair", "founder", "manager", "minister"})


def node_kind(entity: Entity) -> NodeKind:
    """Give the kind of an entity: what its own page says first, else what is said most."""
    facts = [fact for fact in entity.facts if not fact.is_guess] or list(entity.facts)
    first = [_of_kind(kind) for fact in facts[:1] if not fact.is_told for kind in fact.kinds]
    every = [_of_kinds(fact.kinds) for fact in facts if fact.is_defined]
    said = [kind for kind in (*first, *every) if kind is not NodeKind.OTHER]
    return said[0] if said else _of_kinds(entity.kinds)


def kind_of_nouns(nouns: str) -> NodeKind:
    """Give the kind that a noun phrase or a name ends with.

    >>> kind_of_nouns("ferry company"), kind_of_nouns("Danske Bank"), kind_of_nouns("Folksam")
    (<NodeKind.COMPANY: 'company'>, <NodeKind.FUNDER: 'funder'>, <NodeKind.OTHER: 'other'>)
    """
    kind = kind_words(nouns)
    found = _of_kind(kind)
    if found is NodeKind.OTHER and kind:
        # "Region Skåne", "University of Oslo", "Municipality of Lund": the noun comes first.
        return _BY_NOUN.get(kind[:1], NodeKind.OTHER)
    return found


def is_person(kinds: Iterable[Kind]) -> bool:
    """Whether what is said of an entity is what is said of people."""
    given = [kind for kind in kinds if kind != ("named",)]
    return bool(given) and all(kind[-1] in _PEOPLE for kind in given)


def said_kinds(entity: Entity) -> tuple[str, ...]:
    """Give what texts call an entity, the plainest first; at most three."""
    known = [kind for kind in entity.kinds if _of_kind(kind) is not NodeKind.OTHER]
    ordered = sorted(known, key=lambda kind: (len(kind), kind))
    return tuple(" ".join(kind) for kind in ordered if kind[0] not in _SELDOM_SHOWN)[:3]


def _of_kinds(kinds: Iterable[Kind]) -> NodeKind:
    found = [_of_kind(kind) for kind in sorted(kinds)]
    telling = [kind for wanted in _TELLING for kind in found if kind is wanted]
    known = [kind for kind in found if kind is not NodeKind.OTHER]
    return (telling or known or [NodeKind.OTHER])[0]


def _of_kind(kind: Kind) -> NodeKind:
    return next(
        (_BY_NOUN[kind[at:]] for at in range(len(kind)) if kind[at:] in _BY_NOUN), NodeKind.OTHER
    )


def kind_nouns() -> tuple[str, ...]:
    """Give the nouns that stand before or behind a name and say its kind, longest first."""
    nouns = {
        noun.split()[-1]
        for nouns in _NOUNS.values()
        for noun in nouns.replace("\n", " ").split(",")
    }
    return tuple(sorted(nouns - _NO_NOUNS, key=lambda noun: (-len(noun), noun)))


# They are too much else to say that a name follows.
_NO_NOUNS = frozenset(
    {
        "days",
        "week",
        "place",
        "body",
        "owner",
        "port",
        "map",
        "service",
        "investor",
        "angel",
        "producer",
        "publisher",
        "maker",
        "employer",
        "donor",
        "financier",
    }
)
