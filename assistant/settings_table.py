"""The settings shown to people: the README's table, and what is in force now and why."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from pydantic import SecretStr

from assistant.settings import SettingField, Settings, setting_fields

_MASK = "********"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting in force; `value` is for reading, with secrets masked."""

    name: str
    value: str
    origin: Literal["default", "environment"]
    description: str


def describe_settings(
    settings: Settings, environment: Mapping[str, str] | None = None
) -> tuple[Setting, ...]:
    """Say for every setting what is in force and where it came from.

    Args:
        settings: What is in force.
        environment: Where it was read from; the process's own environment if None.
    """
    present = {name.upper() for name in (os.environ if environment is None else environment)}
    return tuple(
        Setting(
            name=field.name,
            value=_shown(reduce(getattr, field.path, settings)),
            origin="environment" if field.name in present else "default",
            description=field.info.description or "",
        )
        for field in setting_fields()
    )


def settings_table() -> str:
    """Write all settings as a Markdown table: name, default, meaning."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    rows += [_row(field) for field in setting_fields()]
    return "\n".join(rows)


def _row(field: SettingField) -> str:
    default = _shown(field.info.get_default(call_default_factory=False))
    return f"| `{field.name}` | {f'`{default}`' if default else ''} | {field.info.description} |"


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case SecretStr():
            return _MASK
        case tuple():
            return ",".join(_shown(part) for part in value)
        case _:
            return str(value)
