"""Who calls: a cookie that this server signed, a key that it knows, or nobody."""

import hashlib

import pytest
from starlette.datastructures import Headers

from assistant.api.keys import Keys
from assistant.api.visitors import COOKIE, Caller, Visitors

KEY, SECOND_KEY = "canary-canary-canary", "second-second-second"
HERE = Visitors(b"s" * 32, Keys([KEY, SECOND_KEY]))
ELSEWHERE = Visitors(b"t" * 32, Keys([KEY]))
NOBODY = Headers()


def with_cookie(value: str, **others: str) -> Headers:
    named = {name.replace("_", "-"): text for name, text in others.items()}
    return Headers({"cookie": f"a=b; {COOKIE}={value}; c=d", **named})


def test_whoever_brings_nothing_is_nobody_and_may_become_somebody() -> None:
    first, second = HERE.caller_of(NOBODY), HERE.caller_of(NOBODY)

    assert first.owner is None
    assert not first.is_told
    assert first.visitor != second.visitor
    assert HERE.caller_of(with_cookie(first.cookie)).owner == first.visitor
    assert HERE.caller_of(with_cookie(first.cookie)).visitor == first.visitor


def test_a_cookie_signed_here_is_known_and_stays_as_it_is() -> None:
    cookie = HERE.caller_of(NOBODY).cookie

    again = HERE.caller_of(with_cookie(cookie))

    assert again.cookie == cookie
    assert not again.is_told


def forged() -> dict[str, str]:
    good, other = HERE.caller_of(NOBODY).cookie, HERE.caller_of(NOBODY).cookie
    number, _, signature = good.partition(".")
    return {
        "empty": "",
        "no cookie at all": "nonsense",
        "unsigned": number,
        "signed with nothing": f"{number}.",
        "one's number with another's signature": f"{other.partition('.')[0]}.{signature}",
        "cut": good[:-1],
        "longer": f"{good}x",
        "in capitals": good.upper(),
        "a sign changed": ("0" if good[0] != "0" else "1") + good[1:],
        "of another server": ELSEWHERE.caller_of(NOBODY).cookie,
        "signed but no number": HERE._signer.sign("../../etc").decode(),
        "signed twice": HERE._signer.sign(good).decode(),
        "many": "~".join(["x"] * 1000),
        "quoted": f'"{good}x"',
        "not ASCII": "\u00e5\u00e4\u00f6.\u00e5",
    }


@pytest.mark.parametrize("name", forged())
def test_a_false_cookie_makes_a_new_visitor_who_is_told(name: str) -> None:
    value = forged()[name]

    caller = HERE.caller_of(with_cookie(value))

    assert caller.is_told
    assert caller.owner == caller.visitor
    assert caller.visitor not in {f"v:{part.partition('.')[0]}" for part in value.split("~")}
    assert HERE.caller_of(with_cookie(caller.cookie)).owner == caller.owner


def test_servers_of_one_host_do_not_take_each_others_visitors() -> None:
    here = HERE.caller_of(NOBODY)
    there = ELSEWHERE.caller_of(with_cookie(here.cookie))
    back = HERE.caller_of(with_cookie(there.cookie))

    assert there.owner not in {here.visitor, None}
    assert back.owner == here.visitor
    assert ELSEWHERE.caller_of(with_cookie(back.cookie)).owner == there.owner


def test_a_cookie_never_grows_without_end() -> None:
    cookie = HERE.caller_of(NOBODY).cookie
    for number in range(20):
        server = Visitors(bytes([number]) * 32, Keys([]))
        cookie = server.caller_of(with_cookie(cookie)).cookie

    assert len(cookie) < 500


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": f"Bearer {KEY}"},
        {"x-api-key": KEY},
        {"authorization": f"bearer {KEY}", "x-api-key": KEY},
    ],
)
def test_a_program_is_known_by_its_key(headers: dict[str, str]) -> None:
    caller = HERE.caller_of(Headers(headers))

    assert caller.owner == f"k:{hashlib.sha256(KEY.encode()).hexdigest()[:32]}"
    assert KEY not in repr(caller)


def test_two_keys_are_two_callers() -> None:
    owners = {HERE.caller_of(Headers({"x-api-key": key})).owner for key in (KEY, SECOND_KEY)}

    assert len(owners - {None}) == 2


@pytest.mark.parametrize("key", ["", "wrong-wrong-wrong-wrong", KEY.upper(), "\u00e5" * 20])
def test_a_wrong_key_is_no_name(key: str) -> None:
    assert HERE.caller_of(Headers({"x-api-key": key})).owner is None
    both = Headers(raw=[(b"x-api-key", KEY.encode()), (b"authorization", b"Bearer wrong")])
    assert HERE.caller_of(both).owner is None


def test_a_browser_with_a_key_is_known_by_its_cookie() -> None:
    cookie = HERE.caller_of(NOBODY).cookie

    by_cookie: Caller = HERE.caller_of(with_cookie(cookie, x_api_key=KEY))

    assert by_cookie.owner == by_cookie.visitor
    assert str(HERE.caller_of(with_cookie("false", x_api_key=KEY)).owner).startswith("k:")


def test_owners_have_one_length() -> None:
    by_key = HERE.caller_of(Headers({"x-api-key": KEY})).owner

    assert by_key is not None
    assert len(by_key) == len(HERE.caller_of(NOBODY).visitor)
