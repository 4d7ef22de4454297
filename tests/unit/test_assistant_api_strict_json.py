import pytest
from starlette.exceptions import HTTPException

from assistant.api.strict_json import parse_json


def test_plain_json_is_read() -> None:
    assert parse_json('{"a": [1, "å", null, {"b": 0.5}]}'.encode()) == {
        "a": [1, "å", None, {"b": 0.5}]
    }


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON at character 1"),
        (b"{'a': 1}", "not JSON"),
        (b'{"a": 1} x', "not JSON"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": {"b": 1, "b": 1}}', "twice"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"a": ' + b"1" * 5000 + b"}", "too long"),
        (b"[" * 30_000, "nested too deeply"),
        (b'{"a": "\xff"}', "not UTF-8 at byte 7"),
        ('{"a": "\ud800"}'.encode("utf-8", "surrogatepass"), "not UTF-8"),
    ],
)
def test_what_is_not_strict_json_is_a_400_with_the_reason(body: bytes, reason: str) -> None:
    with pytest.raises(HTTPException, match=reason) as caught:
        parse_json(body)

    assert caught.value.status_code == 400
