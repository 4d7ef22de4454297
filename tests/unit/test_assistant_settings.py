from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import MIN_KEY_CHARACTERS, Settings, load_settings, setting_fields
from assistant.settings_table import describe_settings, settings_table

README = Path(__file__).parents[2] / "README.md"
KEY = "k" * MIN_KEY_CHARACTERS


def test_defaults_need_no_environment() -> None:
    settings = load_settings()

    assert settings.data_dir == Path("var")
    assert settings.embedding_model == "all-MiniLM-L6-v2"
    assert settings.api_keys == ()


def test_values_come_from_the_environment_nested_ones_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", "/srv/data")
    monkeypatch.setenv("ASSISTANT_HTTP__BODY_BYTES", "2000")

    settings = load_settings()

    assert settings.data_dir == Path("/srv/data")
    assert settings.http.body_bytes == 2000
    assert settings.http.receive_seconds == 10.0


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ASSISTANT_DATADIR", "ASSISTANT_DATA_DIR"),
        ("ASSISTANT_API_KEY", "ASSISTANT_API_KEYS"),
        ("assistant_log_levle", "ASSISTANT_LOG_LEVEL"),
        ("ASSISTANT_HTTP__BODYBYTES", "ASSISTANT_HTTP__BODY_BYTES"),
    ],
)
def test_a_mistyped_name_is_refused_with_the_nearest_one(
    monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    monkeypatch.setenv(name, "x")

    with pytest.raises(SettingsError, match=f"'{name}'; did you mean '{meant}'"):
        load_settings()


def test_a_name_like_no_other_is_refused_without_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_ZZZ", "x")

    with pytest.raises(SettingsError, match="no setting 'ASSISTANT_ZZZ'; unset it"):
        load_settings()


def test_every_setting_can_be_set_under_the_name_that_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for field in setting_fields():
        if field.path in {("api_keys",), ("staff_keys",)}:
            monkeypatch.setenv(field.name, KEY)
        else:
            value = str(field.info.get_default(call_default_factory=False))
            monkeypatch.setenv(field.name, value)

    shown = describe_settings(load_settings())

    assert {setting.origin for setting in shown} == {"environment"}


@pytest.mark.parametrize("name", ["ASSISTANT_API_KEYS", "ASSISTANT_STAFF_KEYS"])
@pytest.mark.parametrize("value", ["short", "k" * 20 + " " + "k" * 20, "å" * 20])
def test_a_weak_key_is_refused_without_repeating_it(
    monkeypatch: pytest.MonkeyPatch, value: str, name: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match=f"'{name}' has a wrong value") as caught:
        load_settings()

    assert value not in str(caught.value)


def test_keys_are_split_at_commas_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_API_KEYS", f"{KEY}, {KEY}2,")

    settings = load_settings()

    assert [key.get_secret_value() for key in settings.api_keys] == [KEY, f"{KEY}2"]
    assert KEY not in repr(settings)
    assert KEY not in repr(describe_settings(settings))


def test_staff_keys_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_STAFF_KEYS", KEY)

    settings = load_settings()

    assert [key.get_secret_value() for key in settings.staff_keys] == [KEY]
    assert KEY not in repr(settings)
    assert KEY not in repr(describe_settings(settings))


@pytest.mark.parametrize("days", ["-1", "1.5", "many", "40000"])
def test_conversations_are_kept_for_whole_days(monkeypatch: pytest.MonkeyPatch, days: str) -> None:
    monkeypatch.setenv("ASSISTANT_RETENTION_DAYS", days)

    with pytest.raises(SettingsError, match="'ASSISTANT_RETENTION_DAYS' has a wrong value"):
        load_settings()


def test_a_wrong_value_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_HTTP__BODY_BYTES", "much")

    with pytest.raises(SettingsError, match="'ASSISTANT_HTTP__BODY_BYTES' has a wrong value"):
        load_settings()


def test_the_log_level_may_be_written_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_LOG_LEVEL", "debug")

    assert load_settings().log_level == "DEBUG"


def test_origin_tells_what_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_LOG_LEVEL", "ERROR")

    origins = {s.name: s.origin for s in describe_settings(load_settings())}

    assert origins["ASSISTANT_LOG_LEVEL"] == "environment"
    assert origins["ASSISTANT_DATA_DIR"] == "default"


def test_every_setting_has_a_description() -> None:
    assert [field.name for field in setting_fields(Settings) if not field.info.description] == []


def test_the_readme_has_the_table_of_settings() -> None:
    begin, end = "<!-- settings -->", "<!-- /settings -->"
    text = README.read_text(encoding="utf-8") if README.exists() else ""
    if begin not in text:
        pytest.skip(f"README.md has no table between {begin} and {end} yet")

    assert text.split(begin)[1].split(end)[0].strip() == settings_table()
