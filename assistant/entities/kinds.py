"""Kinds of entities: which nouns name the same kind, and which kinds a noun phrase names.

Two vocabularies meet here. Families join nouns that people use for one kind ("financiers" asks for
foundations too); every other noun is a kind of its own, so that "Which testbeds ..." works wherever
some text says that something is a testbed.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from assistant.question.terms import words

# Each line: the nouns that ask for a kind = the further nouns by which texts call such an entity.
# A phrase also stands for every longer one that ends with it: "incubator", "tech incubator".
_FAMILIES = """
    incubator, startup hub, startup house, inkubator, foretagsinkubator =
    accelerator, accelerator programme, acceleration programme, startup programme =
    science park, research park, technology park, tech park, innovation park, science and technology park, forskningspark, teknikpark, park = bioscience park, life science park
    network, natverk = cluster, alliance, think tank, networking community, kluster, klusterorganisation, consortium
    cluster, kluster, cluster organisation = supercluster, industry cluster, klusterorganisation
    association, member organisation, membership organisation, trade association, industry organisation, forening, branschorganisation = alliance, federation, society
    funder, financier, funding body, funding agency, funding organisation, grant maker, grantmaker, grant giver, source of funding, finansiar = foundation, fund, trust, investor, research council, venture capital firm, venture capital company, investment company, innovation agency, donor, angel network, business angel, investor network, stiftelse, forskningsrad
    foundation, stiftelse = trust
    fund, fond =
    investor, venture capitalist, venture capital firm, vc, investerare = fund, venture capital company, venture fund, investment company, angel network, business angel, investor network, seed fund, riskkapitalbolag
    programme, scheme, program = accelerator, mentoring initiative
    project, projekt = initiative, testbed
    company, firm, business, enterprise, foretag, bolag, corporation = startup, scaleup, spinoff, spinout, manufacturer, consultancy, sme, employer, startupbolag
    startup, scaleup, young company, startup company = spinoff, spinout
    university, universitet, hogskola, higher education institution = university college, institute of technology, business school, academy
    college =
    hospital, sjukhus, clinic = university hospital
    event, evenemang = conference, congress, fair, summit, symposium, seminar, festival, hackathon, trade show, meetup, workshop, competition, contest
    conference, konferens = congress, symposium, summit
    competition, contest, challenge, tavling = hackathon, award
    hackathon =
    region = county, county council, regional authority
    city, town, municipality, kommun, stad =
    research institute, institute, research organisation, forskningsinstitut = research centre
    research centre, centre, center = institute, laboratory
    lab, laboratory, labb =
    testbed, test bed, test facility = demonstrator
    infrastructure, facility, research infrastructure, core facility = testbed, laboratory
    coworking space, shared office, office hotel, office space, kontorshotell, coworking = coworking
    hub, innovation hub = startup house
    public authority, authority, agency, public agency, government agency, public body, myndighet = innovation agency, council
    think tank, tankesmedja =
    partnership, collaboration, samarbete = alliance, consortium, partnership agreement
    database, databas, register =
    platform, plattform =
    meeting place, meeting point, motesplats =
    sme = startup, scaleup
    symposium =
    bank, savings bank, sparbank =
"""  # noqa: E501

# What stands for kinds of every sort: each line, the nouns = the families it spans.
_SPANNING = {
    "organisation actor body institution player stakeholder party organisationer aktor": (
        "incubator", "accelerator", "science park", "network", "cluster", "association", "funder",
        "foundation", "fund", "investor", "company", "university", "college", "hospital",
        "research institute", "hub", "public authority", "think tank", "organisation",
        "research centre", "academy", "partnership", "platform", "initiative",
    ),
    "initiative activity effort venture": (
        "initiative", "programme", "project", "network", "competition", "event", "think tank",
        "testbed", "partnership", "platform", "hub", "database", "symposium", "infrastructure",
        "cluster", "coworking space", "incubator", "accelerator", "science park", "association",
    ),
    "place venue": (
        "incubator", "accelerator", "science park", "hub", "coworking space", "lab", "testbed",
        "infrastructure", "meeting place", "place",
    ),
}  # fmt: skip
NAMED: tuple[str, ...] = ("named",)
"""The kind of what a text gives a name to and does not say what it is; general nouns ask for it."""

# Nouns that ask for everything that has a name, of whatever kind.
_ANYTHING = ("thing", "entity", "item", "undertaking", "endeavour", "sak")

# What helps companies may be one in law.
_HELPERS = (
    "incubator", "accelerator", "science park", "cluster", "network", "foundation", "fund",
    "university", "programme",
)  # fmt: skip

# Nouns that say how something stands to another; such a question is about that other.
RELATIONS = frozenset(
    words("""
    partner member founder owner supporter participant employee staff sponsor tenant customer part
    client user speaker mentor board director leader manager winner person people name kind type
    sort form example result home year date month day time country language colour way reason
    area field topic theme subject goal aim number amount percent percentage share step
    task condition requirement document page source passage question answer site one
    """)
)
_SPELLINGS = {
    "center": "centre", "organization": "organisation", "program": "programme", "labs": "lab",
    "start": "start", "ups": "ups", "incubater": "incubator", "cooperation": "collaboration",
}  # fmt: skip
_JOINED = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_PARTED = re.compile(r"\b(start|spin|scale|co|non|meet)\s+(up|ups|off|offs|out|outs|working)\b")

# Where a noun phrase ends: what follows says more about its head.
_AFTER_HEAD = frozenset(
    words("""
    that which who whose where when for of in on at to with from by between within across under
    is are was were has have had does do will can located based offering providing supporting
    helping connecting working focusing bringing serving specialising focused dedicated specialised
    about aimed
    consisting comprising aiming since as som for i pa vid av med til till inom dar near around
    open set founded established owned managed run led gathering created started using while but
    """)
)
# These end a phrase only when they say by whom or where: "funded by", but "a Vinnova funded body".
_PARTICIPLES = frozenset({"founded", "established", "owned", "managed", "run", "led", "created"})
_BY = frozenset({"by", "in", "at", "as", "on", "from", "and"})
_ARTICLES = frozenset({"a", "an", "the", "one", "of", "en", "ett", "its", "our", "their", "also"})
_TOKEN = re.compile(r"[^\W_]+(?:['’´]s?)?|[,/;:.]")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# "A network of private investors" is an investors' network.
_GROUP_OF = re.compile(
    r"^(?:an?|the|one of [\w\s]{3,20}?)\s+(?:[\w-]+\s+){0,2}?(?P<group>network|group|"
    r"association|cluster|alliance|community)\s+of\s+(?P<what>[^,.;]+)",
    re.I,
)
_LONGEST = 4


def singular(word: str) -> str:
    """Give a folded noun in its one form.

    >>> [singular(word) for word in ("universities", "parks", "businesses", "campus", "centers")]
    ['university', 'park', 'business', 'campus', 'centre']
    """
    if word.endswith("ies") and len(word) > len("ties") and word not in {"series", "species"}:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "uses", "inkubatorer", "foretagen")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) and len(word) > 3:
        word = word[:-1]
    return _SPELLINGS.get(word, word)


@lru_cache(maxsize=4096)
def kind_words(phrase: str) -> tuple[str, ...]:
    """Give a phrase's words as kinds are compared: folded, joined up, the last one singular.

    >>> kind_words("Business incubators"), kind_words("co-working spaces")
    (('business', 'incubator'), ('coworking', 'space'))
    """
    folded = words(_JOINED.sub("", phrase))
    joined = _PARTED.sub(r"\1\2", " ".join(folded)).split()
    return tuple(singular(word) for word in joined)


@lru_cache(maxsize=1)
def _families() -> Mapping[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """From each noun that asks to all nouns by which texts call what it asks for."""
    accepted: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for line in _FAMILIES.strip().splitlines():
        asking, _, further = line.partition("=")
        asks = [kind_words(each) for each in asking.split(",") if each.strip()]
        more = [kind_words(each) for each in further.split(",") if each.strip()]
        for each in asks:
            accepted.setdefault(each, frozenset([*asks, *more]))
    for nouns, names in _SPANNING.items():
        spanned = [accepted.get(kind_words(name), frozenset([kind_words(name)])) for name in names]
        for noun in nouns.split():
            accepted[kind_words(noun)] = frozenset[tuple[str, ...]]().union(
                *spanned, [kind_words(noun), NAMED]
            )
    everything = frozenset[tuple[str, ...]]().union(*accepted.values())
    return accepted | {kind_words(noun): everything for noun in _ANYTHING}


def plural(noun: str) -> str:
    """Give the plural of a noun phrase.

    >>> plural("university"), plural("science park"), plural("business")
    ('universities', 'science parks', 'businesses')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@lru_cache(maxsize=1)
def known_kinds() -> frozenset[tuple[str, ...]]:
    """Give every noun of the families."""
    return frozenset(_families()).union(*_families().values())


@lru_cache(maxsize=1024)
def accepted_kinds(asked: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Give the nouns that name what is asked for: a family's, or the noun itself."""
    return _families().get(asked, frozenset([asked]))


def is_known(kind: tuple[str, ...]) -> bool:
    """Whether a phrase ends with a noun of the families."""
    return any(kind[at:] in known_kinds() for at in range(len(kind)))


def is_of_kind(have: Iterable[tuple[str, ...]], accepted: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of an entity's kinds ends with an accepted noun.

    >>> is_of_kind([("business", "incubator")], accepted_kinds(("incubator",)))
    True
    """
    return any(kind[at:] in accepted for kind in have for at in range(len(kind)))


def is_asked_kind(have: Iterable[tuple[str, ...]], accepted: frozenset[tuple[str, ...]]) -> bool:
    """Whether an entity is what a question for some kinds means.

    An incubator that is run as a company is none of "which companies".

    >>> is_asked_kind([("incubator",), ("company",)], accepted_kinds(("company",)))
    False
    """
    kinds = tuple(have)
    asks_companies = ("company",) in accepted and ("organisation",) not in accepted
    return is_of_kind(kinds, accepted) and not (asks_companies and is_of_kind(kinds, _helpers()))


@lru_cache(maxsize=1)
def _helpers() -> frozenset[tuple[str, ...]]:
    return frozenset[tuple[str, ...]]().union(
        *(accepted_kinds(kind_words(one)) for one in _HELPERS)
    )


def kinds_of_phrase(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Give the kinds that a noun phrase names, "a non-profit incubator and science park in Lund".

    What follows a head ("in Lund", "that ...") is left out; () when there is no head.

    >>> kinds_of_phrase("a non-profit incubator and accelerator in Lund")
    (('nonprofit', 'incubator'), ('accelerator',))
    >>> kinds_of_phrase("one of Sweden's leading science parks")
    (('leading', 'science', 'park'),)
    """
    plain = _JOINED.sub("", _BRACKETS.sub("", phrase))
    of_them = _GROUP_OF.match(plain)
    if of_them:
        kinds = kinds_of_phrase(f"a {of_them['what']}")
        group = kind_words(of_them["group"])
        return (group, *((*kind, *group) for kind in kinds))
    tokens = _TOKEN.findall(plain)
    found: list[tuple[str, ...]] = []
    head: list[str] = []
    for at, piece in enumerate(tokens):
        folded = " ".join(words(piece))
        following = " ".join(words(tokens[at + 1])) if at + 1 < len(tokens) else ""
        if piece in ";:." or _ends(folded, following, head):
            break
        if piece in ",/" or folded in {"and", "or", "och", "eller"}:
            found += _kind(head)
            head = []
        elif piece.endswith(("'s", "’s", "´s", "'", "’")):
            head = []
        elif folded not in _ARTICLES:
            head.append(piece)
    return tuple(dict.fromkeys([*found, *_kind(head)]))


def _ends(folded: str, following: str, head: list[str]) -> bool:
    """Whether a word ends the phrase; "of" in "one of" does not."""
    if folded in _PARTICIPLES:
        return bool(head) and following in _BY
    if folded in {"of", "open", "set"} and not head:
        return False
    return folded in _AFTER_HEAD


def _kind(head: list[str]) -> list[tuple[str, ...]]:
    kind = kind_words(" ".join(head))[-_LONGEST:]
    return [kind] if kind and kind[-1] not in RELATIONS else []
