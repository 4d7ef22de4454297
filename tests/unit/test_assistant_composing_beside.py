"""No verdict from what denies, ends or ties something beside what is asked."""

import pytest

from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

YARD = make_document(
    "Omega Yard",
    "Omega Yard is an incubator. Omega Yard takes no shares in the companies it supports. "
    "An appointment at Omega Yard is not needed on Mondays. "
    "The grant of Omega Yard does not have to be paid back. "
    "Omega Yard has seven employees and no investors from outside Lund. "
    "The participants of Omega Yard are charged nothing. "
    "Omega Yard does not fund basic research, travel or festivals.",
)
BAY = make_document(
    "Test Bay",
    "Test Bay is a testbed. It is operated by the Delta Ocean Cluster. "
    "Kappa Alliance is a collaboration partner of Test Bay. "
    "Applications to Test Bay close on 1 March.",
)
CLUSTER = make_document("Delta Ocean Cluster", "Delta Ocean Cluster (DOC) is a cluster in Lund.")
RING = make_document(
    "Sigma Ring",
    "Sigma Ring is a cluster.\n\n## Members of Sigma Ring\n\n- Bruvo\n- Tau Wood\n- Grafit\n\n"
    "Rho Bench is run by others, and Sigma Ring has no part in it.",
)
WOOD = make_document("Tau Wood", "Tau Wood is a cluster in Lund.")
NEW = Conversation(conversation_id="new")
NO = Leaning(yes=0.0, no=0.99)


def _asked(question: str, span: str, leaning: Leaning | None = None) -> Answer:
    leanings = {span: leaning} if leaning else {}
    documents = [YARD, BAY, CLUSTER, RING, WOOD]
    return make_assistant(documents, {span: 6.0}, leanings=leanings).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Does Omega Yard accept companies from other countries?", "no shares"),
        ("Does Omega Yard award grants?", "paid back"),
        ("Is there a pitch evening at Omega Yard on a Monday?", "appointment"),
        ("Does Omega Yard admit companies from outside Lund?", "no investors"),
        ("Does Omega Yard lend money to the participants?", "charged nothing"),
        ("Does Omega Yard fund research?", "basic research"),
        ("Is Test Bay closed in July?", "1 March"),
        ("Is Bruvo a member of Sigma Ring?", "no part in"),
    ],
)
def test_what_is_denied_beside_denies_nothing(question: str, span: str) -> None:
    assert _asked(question, span, NO).short_answer != "No"


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Does Omega Yard take shares in companies?", "no shares"),
        ("Does the grant of Omega Yard have to be paid back?", "paid back"),
        ("Do I need an appointment at Omega Yard on Mondays?", "appointment"),
        ("Does Omega Yard have investors from outside Lund?", "no investors"),
        ("Are the participants of Omega Yard charged?", "charged nothing"),
        ("Does Omega Yard fund basic research?", "basic research"),
        ("Is Test Bay operated by Sigma Ring?", "Delta Ocean Cluster"),
    ],
)
def test_what_is_denied_itself_denies(question: str, span: str) -> None:
    assert _asked(question, span, NO).short_answer == "No"


@pytest.mark.parametrize(
    "question",
    ["Is DOC the operator of Test Bay?", "Is the Delta Ocean Cluster the operator of Test Bay?"],
)
def test_another_name_of_the_one_claimed_denies_nothing(question: str) -> None:
    assert _asked(question, "Delta Ocean Cluster", NO).short_answer == "Yes"


@pytest.mark.parametrize(
    ("question", "span", "verdict"),
    [
        ("Is Test Bay a member of Kappa Alliance?", "collaboration partner", None),
        ("Is Test Bay a partner of Kappa Alliance?", "collaboration partner", "Yes"),
        ("Is Bruvo a member of Tau Wood?", "Bruvo", None),
        ("Is Bruvo a member of Sigma Ring?", "Bruvo", "Yes"),
    ],
)
def test_membership_is_affirmed_by_the_members_of_that_body_alone(
    question: str, span: str, verdict: str | None
) -> None:
    assert _asked(question, span, Leaning(yes=0.99, no=0.0)).short_answer == verdict


PARK = make_document(
    "Rho Park",
    "Rho Park is a science park. A correction: we wrote that Rho Park is operated by Zeta Group. "
    "Rho Park began in 2016 as a project within Zeta Group. "
    "The board of Rho Park, of which Ada Ek appoints one, is chaired by Elsa Dahl. "
    "Rho Park is financed by Region Lund and the Coast Foundation.",
)


@pytest.mark.parametrize(
    ("question", "span", "verdict"),
    [
        ("Is Rho Park operated by Zeta Group?", "Zeta Group", None),
        ("Is Rho Park part of Zeta Group?", "2016", None),
        ("Does Ada Ek chair the board of Rho Park?", "Ada Ek", None),
        ("Does Elsa Dahl chair the board of Rho Park?", "Elsa Dahl", "Yes"),
        ("Does Region Lund finance Rho Park?", "Region Lund", "Yes"),
        ("Does Region Lund finance Rho Park alone?", "Region Lund", "No"),
    ],
)
def test_what_was_once_or_wrongly_so_or_is_done_by_another_affirms_nothing(
    question: str, span: str, verdict: str | None
) -> None:
    leanings = {span: Leaning(yes=0.99, no=0.0)}
    park = make_assistant([PARK], {span: 6.0}, leanings=leanings)
    assert park.ask(question, NEW).answer.short_answer == verdict
