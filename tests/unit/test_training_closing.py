"""A question with its answer turned into one for yes or no."""

import pytest

from training.closing import yes_or_no


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("When was the park founded?", "2005", "Was the park founded in 2005?"),
        ("When did the fund close?", "3 May 2019", "Did the fund close on 3 May 2019?"),
        ("When did the fund close?", "in May", "Did the fund close in May?"),
        ("Where does the network meet?", "Malmö", "Does the network meet in Malmö?"),
        ("How many companies did the fund support?", "12", "Did the fund support 12 companies?"),
        ("How many members were admitted last year?", "12", "Were 12 members admitted last year?"),
        ("In what city is the office located?", "Lund", "Is the office located in Lund?"),
        ("What year did the park open?", "1983", "Did the park open in 1983?"),
        ("Who founded the park?", "the king", "Was it the king who founded the park?"),
        ("Who was sued by the fund?", "Acme", "Was Acme sued by the fund?"),
        ("Which firm is the oldest tenant?", "Acme", "Is Acme the oldest tenant?"),
        ("What did the fund buy?", "a mill", "Did the fund buy a mill?"),
        ("Which company bought the old mill?", "Acme", None),
        ("Which company acquired the mill?", "Acme", "Was it Acme that acquired the mill?"),
        ("Which cities hosted the games?", "Paris", "Was it Paris that hosted the games?"),
        ("Who runs the park?", "Acme", "Was it Acme who runs the park?"),
        ("What events led to the war?", "riots", None),
        ("Who wrote songs for the band?", "Anna", None),
        ("What did Bell and his wife do in 1900?", "travel", None),
        ("What is it made of?", "wood", None),
        ("Why did the park open?", "because of the war", None),
        ("When was the park founded?", "a long time ago before the great war", None),
    ],
)
def test_a_question_for_a_value_becomes_one_for_yes_or_no(
    question: str, answer: str, expected: str | None
) -> None:
    assert yes_or_no(question, answer) == expected
