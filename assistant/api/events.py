"""An answer as server-sent events; the last one is the object that `ask` gives in one piece."""

import json
from collections.abc import Iterable, Iterator
from typing import assert_never

from assistant.api.problems import problem_from_defect, problem_from_error
from assistant.api.schemas import AskResponse
from assistant.errors import AssistantError
from assistant.model import PassagesFound, QueryUnderstood, TextDelta

MEDIA_TYPE = "text/event-stream"

StreamEvent = QueryUnderstood | PassagesFound | TextDelta | AskResponse


def server_sent(name: str, data: str) -> str:
    r"""Write one event; `data` is JSON on one line.

    >>> server_sent("text", '{"text": "Hi"}')
    'event: text\ndata: {"text": "Hi"}\n\n'
    """
    return f"event: {name}\ndata: {data}\n\n"


def event_stream(events: Iterable[StreamEvent], path: str) -> Iterator[str]:
    """Write events as they come; a failure becomes a last event `problem`.

    By then the status 200 is sent, so this is the only way left to tell.
    """
    try:
        for event in events:
            yield _written(event)
    except AssistantError as error:
        yield server_sent("problem", problem_from_error(error).body(path).decode())
    except Exception as error:  # noqa: BLE001  the API's last handler, for a stream that has begun
        yield server_sent("problem", problem_from_defect(error).body(path).decode())


def _written(event: StreamEvent) -> str:
    match event:
        case QueryUnderstood(question=question, query=query):
            return server_sent("query", json.dumps({"question": question, "query": query}))
        case PassagesFound(count=count):
            return server_sent("passages", json.dumps({"count": count}))
        case TextDelta(text=text):
            return server_sent("text", json.dumps({"text": text}))
        case AskResponse():
            return server_sent("answer", event.model_dump_json())
        case _:
            assert_never(event)
