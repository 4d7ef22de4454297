from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from assistant.conversations import ConversationStore, turn_from_json, turn_to_json
from assistant.errors import KnowledgeBaseUnavailable, UnknownConversation
from assistant.model import Answer, Citation, Conflict, Coverage, NearestPassage, Status, Turn
from index.schema import open_engine
from tests.fakes import memory_store

_WORDS = st.text(max_size=20)
_NUMBERS = st.integers(min_value=0, max_value=2**53)
_SCORES = st.floats(allow_nan=False, allow_infinity=False)
_PLACE = {
    "document_id": _WORDS,
    "title": _WORDS,
    "source": _WORDS,
    "heading": st.none() | _WORDS,
    "page": st.none() | _NUMBERS,
    "passage_id": _WORDS,
    "start": _NUMBERS,
    "end": _NUMBERS,
    "score": _SCORES,
}
_CITATIONS = st.builds(
    Citation,
    number=_NUMBERS,
    quote=_WORDS,
    verified=st.booleans(),
    as_of=st.none() | _WORDS,
    **_PLACE,
)
_NAMES = st.lists(_WORDS, max_size=3).map(tuple)
_ANSWERS = st.builds(
    Answer,
    status=st.sampled_from(get_args(Status)),
    text=_WORDS,
    short_answer=st.none() | _WORDS,
    citations=st.lists(_CITATIONS, max_size=2).map(tuple),
    nearest=st.lists(st.builds(NearestPassage, text=_WORDS, **_PLACE), max_size=2).map(tuple),
    conflicts=st.lists(
        st.builds(
            Conflict, about=_WORDS, citation_numbers=st.lists(_NUMBERS, max_size=3).map(tuple)
        ),
        max_size=2,
    ).map(tuple),
    coverage=st.none()
    | st.builds(Coverage, checked=_NUMBERS, stated=_NAMES, denied=_NAMES, silent=_NAMES),
    asks_back=_NAMES,
)
_TURNS = st.builds(
    Turn,
    turn_id=_WORDS,
    question=_WORDS,
    query=_WORDS,
    answer=_ANSWERS,
    timings_ms=st.dictionaries(_WORDS, _SCORES, max_size=3),
)

TURN = Turn(
    turn_id="t1",
    question="Vad är NOME?",
    query="Vad är NOME?",
    answer=Answer(status="declined", text="The documents do not say."),
)


@given(_TURNS)
def test_a_turn_survives_being_written_and_read(turn: Turn) -> None:
    assert turn_from_json(turn_to_json(turn)) == turn


def test_turns_come_back_in_order() -> None:
    store = memory_store()
    conversation_id = store.start().conversation_id
    turns = tuple(replace(TURN, turn_id=f"t{number}") for number in range(5))
    for turn in turns:
        store.append(conversation_id, turn)

    assert store.get(conversation_id).turns == turns
    assert store.get(conversation_id, latest=2).turns == turns[-2:]


def test_an_unknown_id_is_refused_on_reading_and_on_writing() -> None:
    store = memory_store()

    with pytest.raises(UnknownConversation, match="'nobody'"):
        store.get("nobody")
    with pytest.raises(UnknownConversation, match="'nobody'"):
        store.append("nobody", TURN)


def test_a_conversation_holds_its_own_turns_only() -> None:
    store = memory_store()
    mine, other = store.start(), store.start()
    store.append(other.conversation_id, TURN)

    assert store.get(mine.conversation_id).turns == ()


def test_ids_are_long_and_never_repeat() -> None:
    store = memory_store()
    ids = {store.start().conversation_id for _ in range(50)}

    assert len(ids) == 50
    assert {len(conversation_id) for conversation_id in ids} == {32}


def test_opening_twice_keeps_what_is_there() -> None:
    engine = create_engine("sqlite://")
    conversation = ConversationStore(engine).start()

    assert ConversationStore(engine).get(conversation.conversation_id) == conversation


def test_a_conversation_that_cannot_be_read_now_is_the_knowledge_base_unavailable(
    tmp_path: Path,
) -> None:
    path = tmp_path / "catalogue.sqlite3"
    engine = open_engine(path)
    store = ConversationStore(engine)
    engine.dispose()
    path.write_bytes(b"no database " * 1000)
    acts: tuple[Callable[[], object], ...] = (store.start, lambda: store.get("a"))
    for act in acts:
        with pytest.raises(KnowledgeBaseUnavailable, match="not a database"):
            act()
    assert not store.erase()
