"""Why a turn of the fakes was answered as it was, for tests of the page."""

from assistant.explanation import Examined, Explanation, Outcome


def examined(place: int, outcome: Outcome, *, probability: float) -> Examined:
    """Make a passage that was looked at."""
    return Examined(
        passage_id=f"passage {place}",
        document_id="id of Munsjö Science Park",
        title="Munsjö Science Park",
        heading="Services > Equity",
        page=None,
        start=0,
        end=40,
        text="The park takes no equity in its tenants. Advice is free for the first year.",
        place=place,
        meaning_place=place,
        meaning_score=0.71,
        words_place=None if place == 2 else place,
        words_score=None if place == 2 else 4.25,
        fused_score=0.9 / place,
        reader_score=0.8 / place,
        span="takes no equity",
        statement="The park takes no equity in its tenants.",
        probability=probability,
        outcome=outcome,
        citation_numbers=(1,) if outcome == "cited" else (),
    )


EXPLANATION = Explanation(
    kind="fact",
    threshold=0.36,
    candidates=(
        examined(1, "cited", probability=0.93),
        examined(2, "set_aside", probability=0.51),
        examined(3, "unsure", probability=0.08),
    ),
    changed=False,
)
