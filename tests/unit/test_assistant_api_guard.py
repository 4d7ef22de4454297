import base64

import pytest
from starlette.datastructures import Headers

from assistant.api.guard import host_name, is_loopback
from assistant.api.keys import offered_keys


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1", "[::1]"]
)
def test_loopback_is_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    ["", "0.0.0.0", "::", "192.168.1.1", "localhost.evil.example", "127.0.0.1.nip.io"],  # noqa: S104
)
def test_what_others_can_reach_is_not_loopback(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("netloc", "name"),
    [
        ("a.example", "a.example"),
        ("A.example:8000", "a.example"),
        ("[::1]", "[::1]"),
        ("[::1]:80", "[::1]"),
        ("localhost:x", ""),
        ("localhost:", ""),
        ("evil.example@localhost:80", ""),
        ("localhost:80/evil", ""),
        ("", ""),
    ],
)
def test_the_port_is_cut_off_a_host(netloc: str, name: str) -> None:
    assert host_name(netloc) == name


def _basic(text: bytes) -> str:
    return "Basic " + base64.b64encode(text).decode()


@pytest.mark.parametrize(
    ("headers", "keys"),
    [
        ({}, []),
        ({"x-api-key": "k"}, ["k"]),
        ({"authorization": "Bearer k"}, ["k"]),
        ({"authorization": "bearer  k "}, ["k"]),
        ({"authorization": _basic(b"anyone:k:2")}, ["k:2"]),
        ({"authorization": _basic(b"\xff\xfe")}, [""]),
        ({"authorization": "Basic %%%"}, [""]),
        ({"authorization": "Digest k"}, [""]),
        ({"authorization": "k"}, [""]),
        ({"x-api-key": "a", "authorization": "Bearer b"}, ["a", "b"]),
    ],
)
def test_keys_are_read_from_every_header(headers: dict[str, str], keys: list[str]) -> None:
    assert offered_keys(Headers(headers)) == keys
