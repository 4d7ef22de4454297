"""What sentences and lists say of ties, and what they do not: direction, denials, times, lists."""

import pytest

from assistant.ecosystem.building import build_map
from assistant.ecosystem.model import EcosystemMap, Relation
from assistant.entities.catalogue import EntityCatalogue
from tests.fakes_entities import MemoryBase

# Everybody whom the sentences below name has a page that says what it is.
PAGES = {
    "Alba Incubator": "incubator",
    "Borea Fund": "fund",
    "Cirrus Cluster": "network",
    "Delta University": "university",
    "Ember Programme": "programme",
    "Fjord Foundation": "foundation",
    "Gale Park": "science park",
    "Halo Labs": "company",
}
A, B, C, D = "alba-incubator", "borea-fund", "cirrus-cluster", "delta-university"
E, F, G, H = "ember-programme", "fjord-foundation", "gale-park", "halo-labs"


def build(texts: dict[str, str]) -> EcosystemMap:
    base = MemoryBase(texts)
    catalogue = EntityCatalogue(base)
    documents = [base.passages_of(stored.document_id) for stored in base.documents()]
    return build_map(catalogue.entities(), catalogue.places(), documents)


def built(text: str, title: str = "Notes", kind: str = "") -> EcosystemMap:
    """Build the map of the pages above and one more that holds a text."""
    texts = {
        f"{at}.md": f"---\ntitle: {name}\nkind: {noun}\n---\n\n{name} is a {noun}.\n"
        for at, (name, noun) in enumerate(PAGES.items())
        if name != title
    }
    front = f"---\ntitle: {title}\nkind: {kind}\n---\n\n" if kind else f"# {title}\n\n"
    return build({**texts, "text.md": f"{front}{text}\n"})


def told(text: str, title: str = "Notes", kind: str = "") -> set[str]:
    """Give what a text says, as "source relation target", mentioned together left out."""
    return {
        f"{tie.source} {tie.relation} {tie.target}{' once' if tie.is_past else ''}"
        for tie in built(text, title, kind).ties
        if tie.relation is not Relation.TOGETHER
    }


def many(relation: str, source: str, *targets: str) -> set[str]:
    return {f"{source} {relation} {target}" for target in targets}


SAID = [
    ("Alba Incubator is funded by Borea Fund.", many("funded_by", A, B)),
    ("Borea Fund funds Alba Incubator.", many("funded_by", A, B)),
    ("Borea Fund finances the incubator Alba Incubator.", many("funded_by", A, B)),
    (
        "Alba Incubator is funded by Borea Fund, Fjord Foundation and Delta University.",
        many("funded_by", A, B, F, D),
    ),
    (
        "Alba Incubator is financed jointly by Borea Fund and the Fjord Foundation.",
        many("funded_by", A, B, F),
    ),
    ("Alba Incubator, funded by Borea Fund, has ten desks.", many("funded_by", A, B)),
    ("Alba Incubator, which is funded by Borea Fund, has ten desks.", many("funded_by", A, B)),
    ("Alba Incubator is a house that is funded by Borea Fund.", many("funded_by", A, B)),
    ("Alba Incubator opened in 2010 and is funded by Borea Fund.", many("funded_by", A, B)),
    ("As of 2020, Alba Incubator is funded by Borea Fund.", many("funded_by", A, B)),
    ("Borea Fund is one of the two funders of Alba Incubator.", many("funded_by", A, B)),
    (
        "Borea Fund and Fjord Foundation are the main funders of Alba Incubator.",
        many("funded_by", A, B, F),
    ),
    ("The funders of Alba Incubator are Borea Fund and Fjord Foundation.",
     many("funded_by", A, B, F)),
    ("Alba Incubator's funders include Borea Fund.", many("funded_by", A, B)),
    ("Borea Fund pays for Ember Programme.", many("funded_by", E, B)),
    ("Borea Fund contributes SEK 4 million to Ember Programme.", many("funded_by", E, B)),
    ("Funding for Ember Programme comes from Borea Fund.", many("funded_by", E, B)),
    ("Ember Programme receives a yearly grant from Borea Fund.", many("funded_by", E, B)),
    ("Ember Programme is supported by Borea Fund with EUR 2 million.", many("funded_by", E, B)),
    ("Ember Programme is supported by Delta University.", many("supported_by", E, D)),
    ("Delta University supports Ember Programme.", many("supported_by", E, D)),
    ("Delta University is a sponsor of Ember Programme.", many("supported_by", E, D)),
    ("Gale Park was founded by Delta University in 2001.", many("founded_by", G, D)),
    ("Gale Park was set up in 2001 by Delta University.", many("founded_by", G, D)),
    ("Delta University founded Gale Park.", many("founded_by", G, D)),
    ("Delta University co-founded Gale Park with Fjord Foundation.",
     many("founded_by", G, D, F)),
    ("Gale Park started in 2001 on the initiative of Delta University.",
     many("founded_by", G, D)),
    ("Gale Park has two founders: Delta University and Halo Labs.", many("founded_by", G, D, H)),
    ("Ember Programme is run by Alba Incubator and Gale Park.", many("run_by", E, A, G)),
    ("Alba Incubator runs Ember Programme together with Gale Park.", many("run_by", E, A, G)),
    ("Gale Park is owned in equal parts by Delta University and Halo Labs.",
     many("run_by", G, D, H)),
    ("Ember Programme is organised and funded by Borea Fund.",
     many("run_by", E, B) | many("funded_by", E, B)),
    ("Alba Incubator runs Ember Programme, and Borea Fund pays for it.",
     many("run_by", E, A)),
    ("Halo Labs is a member of Cirrus Cluster.", many("member_of", H, C)),
    ("Halo Labs and Delta University are members of Cirrus Cluster.",
     {f"{H} member_of {C}", f"{D} member_of {C}"}),
    ("Cirrus Cluster's members include Halo Labs and Delta University.",
     {f"{H} member_of {C}", f"{D} member_of {C}"}),
    ("The members of Cirrus Cluster are Halo Labs, Alba Incubator and Gale Park.",
     {f"{each} member_of {C}" for each in (H, A, G)}),
    ("Halo Labs joined Cirrus Cluster in 2019.", many("member_of", H, C)),
    ("Halo Labs belongs to Cirrus Cluster.", many("member_of", H, C)),
    ("Halo Labs takes part in Ember Programme.", many("member_of", H, E)),
    ("Delta University is active in the programme Ember Programme.", many("member_of", D, E)),
    ("Halo Labs is a partner of Alba Incubator.", many("partner_of", A, H)),
    ("Halo Labs collaborates with Delta University.", many("partner_of", D, H)),
    ("Halo Labs and Delta University work together on sensors.", many("partner_of", D, H)),
    ("Halo Labs has a research collaboration with Delta University.",
     many("partner_of", D, H)),
    ("Halo Labs is among Alba Incubator's most important partners.", many("partner_of", A, H)),
    ("Ember Programme is a joint project of Delta University and Gale Park.",
     {f"{D} partner_of {E}", f"{E} partner_of {G}"}),
    ("Halo Labs is located in Gale Park.", many("part_of", H, G)),
    ("Alba Incubator is part of Delta University.", many("part_of", A, D)),
    ("Halo Labs is a tenant of Gale Park.", many("part_of", H, G)),
    ("Alba Incubator has its office in Gale Park.", many("part_of", A, G)),
    ("Alba Incubator is the student incubator of Delta University.", many("part_of", A, D)),
    ("Ember Programme is the course that Alba Incubator runs every year.",
     many("run_by", E, A)),
    ("The report names Fjord Foundation among the founders of Gale Park.",
     many("founded_by", G, F)),
    ("Halo Labs takes part in the spring batch of Ember Programme.", many("member_of", H, E)),
    ("Ember Programme is a course for the young, run by Alba Incubator and loved by all.",
     many("run_by", E, A)),
    ("Together with Halo Labs, Alba Incubator runs Ember Programme.", many("run_by", E, A, H)),
    ("Ember Programme is a course that Alba Incubator runs together with Gale Park.",
     many("run_by", E, A, G)),
    ("Ember Programme is an initiative of Borea Fund.", many("run_by", E, B)),
    ("Ember Programme was handed over to Alba Incubator.", many("run_by", E, A)),
    ("Gale Park took over Ember Programme.", many("run_by", E, G)),
    ("Ember Programme has 2 million euro from Borea Fund.", many("funded_by", E, B)),
    ("Alba Incubator raised 12 million kronor from Borea Fund.", many("funded_by", A, B)),
    ("Ember Programme costs 14 million kronor, of which Borea Fund contributes ten.",
     many("funded_by", E, B)),
    ("Ember Programme is paid by Borea Fund.", many("funded_by", E, B)),
    ("Two bodies – Delta University and Halo Labs – founded Gale Park.",
     many("founded_by", G, D, H)),
    ("Delta University took the initiative to Gale Park.", many("founded_by", G, D)),
    ("Gale Park became a company in 2019, with Delta University and Halo Labs as founders.",
     many("founded_by", G, D, H)),
    ("The visitors were greeted by Alba Incubator's sponsor Halo Labs.",
     many("supported_by", A, H)),
    ("Companies among Cirrus Cluster's members are Halo Labs and Gale Park.",
     {f"{H} member_of {C}", f"{G} member_of {C}"}),
    ("Halo Labs also belongs to the European alliance Cirrus Cluster.",
     many("member_of", H, C)),
    ("Work goes on in Cirrus Cluster, in which Halo Labs represents Sweden.",
     many("member_of", H, C)),
    ("Halo Labs is a laboratory of Delta University.", many("part_of", H, D)),
    ("The partners of Gale Park are Halo Labs, which lends a boat; the incubator Alba Incubator; "
     "and Delta University.",
     {f"{A} partner_of {G}", f"{G} partner_of {H}", f"{D} partner_of {G}"}),
    ("Ember Programme is organised by Alba Incubator in Oslo together with Gale Park.",
     many("run_by", E, A, G)),
    ("Upstairs is Ember Programme, a small course with ten places, paid for by Borea Fund.",
     many("funded_by", E, B)),
    ("Ember Programme, a joint service of Delta University and Halo Labs, costs nothing.",
     {f"{D} partner_of {E}", f"{E} partner_of {H}"}),
    ("Delta University holds 51 per cent of Gale Park, Borea Fund 30 per cent, and Halo Labs, "
     "which sells pumps, the remaining 19 per cent.", many("run_by", G, D, B, H)),
    ("Ember Programme helps farmers; it was started by Borea Fund.", many("founded_by", E, B)),
    ("Ember Programme, a scheme of Borea Fund, pays for travel.", many("run_by", E, B)),
    ("The German foundation Fjord Foundation is a partner of Gale Park.",
     many("partner_of", F, G)),
    # Nobody says "the Maja Berg", and the insurer is no person either.
    ("Ember Programme is run by the Dunmore Yard.", many("run_by", E, "dunmore-yard")),
    ("Ember Programme is run by the insurer Umoja Re.", many("run_by", E, "umoja-re")),
    # An undertaking is no person, whatever its name.
    ("Alba Incubator runs Silver Spoon every year.", many("run_by", "silver-spoon", A)),
    # What once was is told, and marked.
    ("Alba Incubator was funded by Borea Fund until 2015.", {f"{A} funded_by {B} once"}),
    ("Ember Programme was run by Alba Incubator.", {f"{E} run_by {A} once"}),
    ("Alba Incubator has been funded by Borea Fund since 2015.", many("funded_by", A, B)),
    # Bodies of which no page tells.
    ("Alba Incubator is funded by Region North and the municipality of Orr.",
     many("funded_by", A, "region-north", "municipality-of-orr")),
    ("Alba Incubator was founded by the savings bank Havbanken.",
     many("founded_by", A, "havbanken")),
    # Swedish.
    ("Alba Incubator finansieras av Borea Fund och Fjord Foundation.",
     many("funded_by", A, B, F)),
    ("Gale Park grundades 2001 av Delta University.", many("founded_by", G, D)),
    ("Ember Programme drivs av Alba Incubator.", many("run_by", E, A)),
    ("Halo Labs är medlem i Cirrus Cluster.", many("member_of", H, C)),
    ("Halo Labs samarbetar med Delta University.", many("partner_of", D, H)),
    ("Borea Fund finansierar Alba Incubator.", many("funded_by", A, B)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text for text, _ in SAID])
def test_a_sentence_says_who_is_tied_to_whom(text: str, expected: set[str]) -> None:
    assert told(text) == expected


NOT_SAID = [
    "Alba Incubator is located in Brandon.",
    "Ember Programme is run by Maja Berg.",
    "Ember Programme helps farmers. The operator is the bank Havbanken.",
    "Alba Incubator is not funded by Borea Fund.",
    "Alba Incubator is no longer funded by Borea Fund.",
    "Alba Incubator was never funded by Borea Fund.",
    "Alba Incubator isn't funded by Borea Fund.",
    "Borea Fund does not fund Alba Incubator.",
    "Borea Fund has never funded Alba Incubator.",
    "Borea Fund refused to fund Alba Incubator.",
    "Neither Borea Fund nor Fjord Foundation funds Alba Incubator.",
    "It is not true that Alba Incubator is funded by Borea Fund.",
    "Halo Labs is no longer a member of Cirrus Cluster.",
    "Halo Labs is not a member of Cirrus Cluster.",
    "Halo Labs left Cirrus Cluster in 2019.",
    "Unlike Halo Labs, Delta University is a university.",
    "Alba Incubator is independent of Delta University.",
    "Alba Incubator has been independent of Delta University since 2017.",
    "Alba Incubator will be funded by Borea Fund.",
    "Alba Incubator may be funded by Borea Fund.",
    "Alba Incubator hopes to be funded by Borea Fund.",
    "Alba Incubator is to be funded by Borea Fund.",
    "Alba Incubator has applied for money from Borea Fund.",
    "Borea Fund plans to finance Alba Incubator.",
    "Borea Fund wants to found Gale Park.",
    "Halo Labs wants to join Cirrus Cluster.",
    "If Alba Incubator is funded by Borea Fund, it grows.",
    "Is Alba Incubator funded by Borea Fund?",
    "Who funds Alba Incubator, Borea Fund or Fjord Foundation?",
    "Companies in Alba Incubator can be funded by Borea Fund.",
    "Start-ups that are funded by Borea Fund often visit Alba Incubator.",
    "The winner of Ember Programme is funded by Borea Fund.",
    "The director of Alba Incubator is a member of the board of Cirrus Cluster.",
    "Researchers at Delta University founded a firm near Gale Park.",
    "Alba Incubator offers courses that are run by teachers, and Borea Fund gives advice.",
    "Halo Labs presented at Gale Park.",
    "Borea Fund's director likes Alba Incubator.",
    "Alba Incubator supports companies; Borea Fund watches.",
    "Alba Incubator was founded by Ada Berg and Per Ek.",
    "Alba Incubator is run by Ada Berg.",
    "The first course of Alba Incubator was held by Ada Berg of Delta University.",
    "Halo Labs is based in Lund.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_denied_open_or_of_others_says_no_tie(text: str) -> None:
    assert told(text) == set()


def test_a_name_within_a_longer_one_is_somebody_else() -> None:
    said = told("Lund Delta University Hospital funds Alba Incubator Nord.")
    assert said == {"alba-incubator-nord funded_by lund-delta-university-hospital"}


def test_whom_a_clause_goes_on_about_is_no_object_of_the_verb_before() -> None:
    text = "Ember Programme is a course. Alba Incubator runs it, and Borea Fund pays for it."
    assert told(text, "Ember Programme", "programme") == {
        f"{E} run_by {A}",
        f"{E} funded_by {B}",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is funded by Borea Fund.", {f"{C} funded_by {B}"}),
        ("The cluster is run by Delta University.", {f"{C} run_by {D}"}),
        ("We are funded by Borea Fund.", {f"{C} funded_by {B}"}),
        ("Our members include Halo Labs.", {f"{H} member_of {C}"}),
        ("Its members include Halo Labs.", {f"{H} member_of {C}"}),
        ("Cirrus has two members. It is funded by Borea Fund.", {f"{C} funded_by {B}"}),
        ("Alba Incubator is a house. It is funded by Borea Fund.", {f"{A} funded_by {B}"}),
        (
            "Both Halo Labs and Alba Incubator are found here.",
            {f"{H} part_of {C}", f"{A} part_of {C}"},
        ),
        ("Students go to Alba Incubator, our own incubator.", {f"{A} part_of {C}"}),
        ("Students meet here and in Gale Park.", set()),
        ("A cable brings power. It is paid for by Borea Fund.", set()),
        ("The cluster manager is a member of Gale Park.", set()),
        ("The network of Gale Park is funded by Borea Fund.", set()),
    ],
)
def test_it_and_the_cluster_mean_whom_the_text_is_about(text: str, expected: set[str]) -> None:
    assert told(text, "Cirrus Cluster", "network") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cirrus Cluster has two funders:\n\n- Borea Fund\n- the Fjord Foundation, since 2010\n",
            {f"{C} funded_by {B}", f"{C} funded_by {F}"},
        ),
        (
            "## Members\n\n- Halo Labs\n- Region North\n",
            {f"{H} member_of {C}", f"region-north member_of {C}"},
        ),
        (
            "## Partners\nOur partners are:\n\n1. Halo Labs (Sweden)\n2. Gale Park\n",
            {f"{C} partner_of {H}", f"{C} partner_of {G}"},
        ),
        (
            "Three organisations take part in Cirrus Cluster:\n\n- Halo Labs\n- Gale Park\n",
            {f"{H} member_of {C}", f"{G} member_of {C}"},
        ),
        (
            "The members of Cirrus Cluster are as follows:\n\n| Country | Member |\n|---|---|\n"
            "| Wales | Halo Labs |\n| Spain | Gale Park |\n",
            {f"{H} member_of {C}", f"{G} member_of {C}"},
        ),
        ("## What it does\n\n- runs the programme Ember Programme\n", {f"{E} run_by {C}"}),
        ("Cirrus Cluster has two members:\n\n- hospitals\n- firms near Gale Park\n", set()),
        ("Cirrus Cluster has no members:\n\n- Halo Labs\n", set()),
        ("## Visits\nWe have visited:\n\n- Halo Labs\n- Gale Park\n", set()),
    ],
)
def test_lists_are_read_with_what_leads_into_them(text: str, expected: set[str]) -> None:
    assert told(text, "Cirrus Cluster", "network") == expected


def test_every_quote_is_verbatim_and_holds_both_names() -> None:
    text = (
        "Cirrus Cluster gathers firms. It is funded by Borea Fund.\n\n"
        "Cirrus Cluster has two members:\n\n- Halo Labs\n- Gale Park\n"
    )
    found = built(text, "Cirrus Cluster", "network")
    quotes = {
        (tie.source, tie.target): tie.quotes[0].text
        for tie in found.ties
        if tie.relation is not Relation.TOGETHER
    }
    assert quotes[C, B] == "Cirrus Cluster gathers firms. It is funded by Borea Fund."
    assert quotes[G, C] == "Cirrus Cluster has two members:\n- Halo Labs\n- Gale Park"


def test_a_mention_in_one_sentence_ties_only_where_nothing_stronger_does() -> None:
    text = "Halo Labs won a prize at Gale Park. Halo Labs is a tenant of Gale Park."
    found = built(text)
    assert [(tie.relation, len(tie.quotes)) for tie in found.ties] == [(Relation.PART_OF, 1)]
    ties = built("Halo Labs won a prize at Gale Park.").ties
    assert [(tie.relation, tie.quotes[0].text) for tie in ties] == [
        (Relation.TOGETHER, "Halo Labs won a prize at Gale Park.")
    ]


def test_marks_in_a_document_are_text() -> None:
    text = "⟦0⟧ is funded by ⟦1⟧. Alba Incubator is funded by Borea Fund⟦2⟧."
    assert told(text) == {f"{A} funded_by {B}"}


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Alba Incubator, " * 70 + "is funded by Borea Fund.", {f"{A} funded_by {B}"}),
        ("Alba Incubator is a house and " * 40, set()),
        # Over 1,200 characters a sentence is not read.
        ("the big house of " * 70 + "Alba Incubator is funded by Borea Fund.", set()),
        ("A" * 1190 + " Alba Incubator", set()),
        (
            "Alba Incubator has these members:\n\n" + "- Region North\n" * 500,
            {f"region-north member_of {A}"},
        ),
    ],
)
def test_of_long_and_odd_texts_only_what_they_say_is_read(text: str, ties: set[str]) -> None:
    assert told(text) == ties


def test_the_same_tie_said_twice_is_one_with_two_quotes() -> None:
    found = built("Borea Fund funds Alba Incubator.\n\nAlba Incubator is funded by Borea Fund.")
    assert [len(tie.quotes) for tie in found.ties] == [2]


def test_people_and_pages_about_lists_are_no_nodes() -> None:
    found = build(
        {
            "a.md": "---\ntitle: Members of Cirrus Cluster\nkind: list\n---\n\nMembers of Cirrus "
            "Cluster are firms.\n",
            "b.md": "Ada Berg is the CEO of Halo Labs. Ada Berg runs Halo Labs.\n",
        }
    )
    assert [node.name for node in found.nodes] == []


def test_no_documents_give_an_empty_map() -> None:
    assert build({}) == EcosystemMap()


def test_our_fund_is_who_says_so_and_our_incubator_is_not() -> None:
    text = "We lend. Delta University and Halo Labs set up our fund in 2010."
    assert told(text, "Borea Fund", "fund") == many("founded_by", B, D, H)
    text = "We lend. Alba Incubator is our incubator."
    assert told(text, "Borea Fund", "fund") == many("part_of", A, B)


def test_the_programme_is_the_one_that_came_last_also_where_nothing_is_known_of_it() -> None:
    here, there = "In Ember Programme we help.", "Frostvik is ours: a small programme about ice."
    paid = "The programme has 2 million euro from Borea Fund."
    assert told(f"{here} {paid}", "Alba Incubator", "incubator") == many("funded_by", E, B)
    assert told(f"{here} {there} {paid}", "Alba Incubator", "incubator") == set()
