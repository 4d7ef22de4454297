import json
import logging
from http import HTTPStatus

import pytest

from assistant import errors
from assistant.api.problems import (
    KINDS,
    problem_from_defect,
    problem_from_error,
    problem_from_status,
    problem_response,
)
from assistant.errors import AssistantError, ModelUnavailable, UnknownDocument


def _leaves(parent: type[AssistantError]) -> set[type[AssistantError]]:
    children = [child for child in parent.__subclasses__() if child.__module__ == errors.__name__]
    return set().union(*map(_leaves, children)) if children else {parent}


def test_every_leaf_of_our_errors_has_a_status_code() -> None:
    assert _leaves(AssistantError) - set(KINDS) == set()


def test_what_the_caller_can_mend_is_a_4xx_and_told_word_for_word() -> None:
    for leaf in _leaves(errors.CallerError):
        assert 400 <= KINDS[leaf].status < 500
        assert KINDS[leaf].detail == ""


def test_a_callers_error_carries_its_facts() -> None:
    problem = problem_from_error(UnknownDocument("x\ud800\x00"))

    members = json.loads(problem.body("/api"))

    assert members["status"] == 404
    assert members["document_id"] == "x\ud800\x00"
    assert members["type"] == "urn:ecosystem-assistant:problem:unknown-document"
    assert members["instance"] == "/api"
    assert "'x\\ud800\\x00'" in members["detail"]


def test_an_operators_error_is_logged_but_not_told(caplog: pytest.LogCaptureFixture) -> None:
    problem = problem_from_error(ModelUnavailable("/srv/secret/model is missing"))

    body = problem.body("/")

    assert problem.status == 503
    assert b"secret" not in body
    assert "/srv/secret/model is missing" in caplog.text
    assert json.loads(body)["error_id"] in caplog.text


def test_a_defect_shows_nothing_and_logs_one_line(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with pytest.raises(KeyError) as caught:
        dict[str, str]()["what the user asked"]
    problem = problem_from_defect(caught.value)

    assert problem.status == 500
    assert b"asked" not in problem.body("/")
    assert len(caplog.records) == 1
    assert "asked" not in caplog.text
    assert "KeyError" in caplog.text
    assert "test_assistant_api_problems.py" in caplog.text


@pytest.mark.parametrize("status", [status for status in HTTPStatus if status >= 400])
def test_every_http_error_has_a_problem(status: HTTPStatus) -> None:
    members = json.loads(problem_from_status(status).body("/"))

    assert members["status"] == status
    assert members["detail"]


@pytest.mark.parametrize(
    ("wished", "spoken", "told"),
    [
        ("", "en", "No document has the id 'x'"),
        ("en-GB", "en", "No document has the id 'x'"),
        ("sv-SE, en;q=0.5", "sv", "Dokumentet 'x' finns inte längre."),
    ],
)
def test_a_problem_is_told_in_the_language_that_is_wished(
    wished: str, spoken: str, told: str
) -> None:
    headers = [(b"accept-language", wished.encode())] if wished else []
    scope = {"type": "http", "path": "/api/x", "headers": headers}

    response = problem_response(problem_from_error(UnknownDocument("x")), scope)

    members = json.loads(bytes(response.body))
    assert members["detail"].startswith(told)
    assert members["type"].endswith(":unknown-document")
    assert members["document_id"] == "x"
    assert response.headers["content-language"] == spoken
    assert response.headers["vary"] == "Accept, Accept-Language"
