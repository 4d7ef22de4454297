"""What a named one has done to others: who does it is never given for what it is done to."""

import pytest

from assistant.coverage.deeds import Told, is_done_to, read_deed
from tests.fakes_entities import MemoryBase, ask

REEF, QUAY = [("reef", "fund")], [("quay", "hub")]


@pytest.mark.parametrize(
    ("question", "text", "is_done"),
    [
        ("What does Reef Fund own", "Reef Fund owns Quay Hub.", True),
        ("What does Reef Fund own", "Quay Hub owns half of Reef Fund.", False),
        ("What does Reef Fund own", "Quay Hub is owned by a town and Reef Fund.", True),
        ("What does Reef Fund own", "The hub is owned by Reef Fund.", True),
        ("What does Reef Fund own", "Reef Fund owns the hub through a company.", True),
        ("What does Reef Fund own", "Reef Fund is one of its owners.", True),
        ("What does Reef Fund own", "Reef Fund does not own Quay Hub.", False),
        ("What does Reef Fund own", "Reef Fund and its own people like Quay Hub.", False),
        ("What does Reef Fund run", "Reef Fund runs a fair, and Quay Hub pays for it.", False),
        ("What does Reef Fund fund", "The fair in Quay Hub is funded by Reef Fund.", False),
        ("What has Reef Fund put its money into", "Quay Hub is owned by Reef Fund.", True),
        ("What has Reef Fund paid for", "Quay Hub was paid for by Reef Fund.", True),
        ("What did Reef Fund start", "The founders of Quay Hub are Reef Fund.", True),
        (
            "What did Reef Fund start",
            "Tide Town started a fair with Quay Hub and Reef Fund.",
            False,
        ),
        ("What did Reef Fund start", "Reef Fund's page names the founders of Quay Hub.", False),
        ("What did Reef Fund start", "A town founded Quay Hub, according to Reef Fund.", False),
        ("What else has Reef Fund founded besides Ember Park", "Reef Fund founded Quay Hub.", True),
        ("Which hubs has Reef Fund helped to start", "Reef Fund started Quay Hub.", True),
    ],
)
def test_who_does_it_and_what_it_is_done_to_are_told_apart(
    question: str, text: str, *, is_done: bool
) -> None:
    deed = read_deed(question)
    assert deed is not None
    told = Told(text=text, is_own=True, is_doers=False, nouns={"hub"})
    assert is_done_to(deed, REEF, QUAY, told) is is_done


@pytest.mark.parametrize(
    "question", ["What does Reef Fund offer", "What is Reef Fund", "What does it own", "Who owns X"]
)
def test_other_questions_ask_for_no_deed(question: str) -> None:
    assert read_deed(question) is None


def test_all_that_a_named_one_owns_are_found_on_every_page() -> None:
    base = MemoryBase(
        {
            "hub.md": "# Quay Hub\n\nQuay Hub is a hub. The hub is owned by Tide Town.\n",
            "park.md": "# Ember Park\n\nEmber Park is a park. Tide Town owns half of the park.\n",
            "raft.md": "# Raft\n\nRaft is a network in Tide Town, owned by its members.\n",
        }
    )
    answer = ask(base, "What does Tide Town own, wholly or partly?")
    assert answer.coverage is not None
    assert answer.coverage.stated == ("Ember Park", "Quay Hub")


def test_what_is_named_as_known_is_left_out_and_nothing_else_is_invented() -> None:
    base = MemoryBase(
        {
            "hub.md": "# Quay Hub\n\nQuay Hub is a hub. Quay Hub was founded by Tide Town.\n",
            "park.md": "# Ember Park\n\nEmber Park is a park. Tide Town founded Ember Park.\n",
        }
    )

    answer = ask(base, "What else has Tide Town founded besides Quay Hub?")
    assert answer.coverage is not None
    assert answer.coverage.stated == ("Ember Park",)
    assert ask(base, "What else has Tide Town founded besides Quay Hub and Ember Park?").status == (
        "declined"
    )


def test_only_things_of_the_kind_asked_for_are_given() -> None:
    base = MemoryBase(
        {
            "hub.md": "# Quay Hub\n\nQuay Hub is a hub. Quay Hub was founded by Tide Town.\n",
            "fair.md": "# Reef Fair\n\nReef Fair is a fair. Tide Town founded Reef Fair.\n",
        }
    )

    answer = ask(base, "Which events has Tide Town helped to found?")
    assert answer.coverage is not None
    assert answer.coverage.stated == ("Reef Fair",)


def test_a_superlative_belongs_to_the_name_beside_it() -> None:
    base = MemoryBase(
        {
            "atlas.md": "# Atlas\n\nAnvil Cluster is a cluster. Birch Cluster is a cluster.\n\n"
            "Anvil Cluster (metals, Lund) is the oldest, Birch Cluster (wood, Kista) the "
            "largest.\n\n"
            "Anvil Cluster won the largest European grant.\n",
        }
    )

    answer = ask(base, "Which cluster is the largest?")
    assert answer.coverage is not None
    assert answer.coverage.stated == ("Birch Cluster",)
