"""Turns as the JSON text that is stored."""

from pydantic import TypeAdapter

from assistant.model import Turn

_TURN_JSON: TypeAdapter[Turn] = TypeAdapter(Turn)


def turn_to_json(turn: Turn) -> str:
    """Write a turn as JSON text that `turn_from_json` reads back to an equal turn."""
    return _TURN_JSON.dump_json(turn).decode()


def turn_from_json(text: str) -> Turn:
    """Read a turn that `turn_to_json` wrote."""
    return _TURN_JSON.validate_json(text)
