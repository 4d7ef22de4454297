"""Whose conversations are whose, how they are found and named, and what is thought of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.conversations import ConversationStore
from assistant.conversations.words import MAX_REASON_CHARACTERS, MAX_TITLE_CHARACTERS
from assistant.errors import (
    InvalidFeedback,
    InvalidTitle,
    TurnNotLast,
    UnknownConversation,
    UnknownTurn,
)
from assistant.model import Answer, Feedback, Turn
from tests.fakes import memory_store

ME, OTHER = "v:me", "k:other"
UP = Feedback(verdict="up")


def make_turn(turn_id: str, question: str = "What is NOME?", text: str = "A network [1].") -> Turn:
    answer = Answer(status="answered", text=text)
    return Turn(turn_id=turn_id, question=question, query=question, answer=answer)


def keep(store: ConversationStore, *turns: Turn, owner: str | None = ME) -> str:
    conversation_id = store.start(owner=owner).conversation_id
    for turn in turns:
        store.append(conversation_id, turn, owner=owner)
    return conversation_id


def titles(store: ConversationStore, search: str = "", *, owner: str = ME) -> list[str]:
    return [line.title for line in store.summaries(owner, search=search)]


Act = Callable[[ConversationStore, str, str | None], object]
ACTS: dict[str, Act] = {
    "get": lambda store, found, owner: store.get(found, owner=owner),
    "record": lambda store, found, owner: store.record(found, owner=owner),
    "append": lambda store, found, owner: store.append(found, make_turn("new"), owner=owner),
    "replace": lambda store, found, owner: store.append(
        found, make_turn("new"), owner=owner, replaces="t"
    ),
    "rename": lambda store, found, owner: store.rename(found, "Mine", owner=owner),
    "feedback of": lambda store, found, owner: store.feedback_of(found, owner=owner),
    "delete": lambda store, found, owner: store.delete(found, owner=owner),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("stranger", [OTHER, None, ""])
def test_anothers_conversation_is_unknown(act: Act, stranger: str | None) -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t"))

    with pytest.raises(UnknownConversation) as refused:
        act(store, conversation_id, stranger)
    with pytest.raises(UnknownConversation) as unknown:
        act(store, "nobody", stranger)

    told = str(refused.value).replace(conversation_id, "nobody")
    assert told == str(unknown.value)
    assert store.get(conversation_id, owner=ME).turns == (make_turn("t"),)
    act(store, conversation_id, ME)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("somebody", [ME, None])
def test_nobodys_conversation_is_seen_by_its_id(act: Act, somebody: str | None) -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t"), owner=None)

    act(store, conversation_id, somebody)

    assert store.summaries(ME) == ()
    assert store.summaries(None) == ()


def test_a_newcomers_conversation_is_theirs_alone_once_they_come_back() -> None:
    store = memory_store()
    conversation_id = store.start(owner=ME, by_id=True).conversation_id
    store.append(conversation_id, make_turn("t1"), owner=None)
    assert titles(store) == ["What is NOME?"]
    assert len(store.get(conversation_id, owner=None).turns) == 1
    with pytest.raises(UnknownConversation):
        store.get(conversation_id, owner=OTHER)

    store.append(conversation_id, make_turn("t2"), owner=ME)

    assert len(store.get(conversation_id, owner=ME).turns) == 2
    with pytest.raises(UnknownConversation):
        store.get(conversation_id, owner=None)


def test_a_turn_is_rated_by_its_owner_alone() -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t"))

    for stranger in (OTHER, None):
        with pytest.raises(UnknownTurn, match="'t'"):
            store.give_feedback("t", UP, owner=stranger)
    with pytest.raises(UnknownTurn, match="'nothing'"):
        store.give_feedback("nothing", UP, owner=ME)

    assert store.feedback_of(conversation_id, owner=ME) == {}


def test_each_sees_their_own_list() -> None:
    store = memory_store()
    keep(store, make_turn("t1", "Mine"))
    keep(store, make_turn("t2", "Theirs"), owner=OTHER)
    keep(store, make_turn("t3", "Nobody's"), owner=None)

    assert titles(store) == ["Mine"]
    assert titles(store, owner=OTHER) == ["Theirs"]
    assert titles(store, "their") == []


def test_a_list_tells_what_is_in_each_and_leaves_out_the_empty() -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1", "  What\n is  NOME? "), make_turn("t2"))
    store.start(owner=ME)

    (line,) = store.summaries(ME)

    assert (line.conversation_id, line.title, line.turns) == (conversation_id, "What is NOME?", 2)
    assert datetime.fromisoformat(line.started_at) <= datetime.fromisoformat(line.updated_at)
    assert datetime.now(UTC) - datetime.fromisoformat(line.updated_at) < timedelta(minutes=1)


def test_a_list_comes_in_pieces_without_gaps() -> None:
    store = memory_store()
    for number in range(7):
        keep(store, make_turn(f"t{number}", f"Question {number}"))
    whole = store.summaries(ME)

    pieces = [store.summaries(ME, limit=3, offset=offset) for offset in (0, 3, 6, 9)]

    assert [line for piece in pieces for line in piece] == list(whole)
    assert [len(piece) for piece in pieces] == [3, 3, 1, 0]


@pytest.mark.parametrize(
    ("search", "finds"),
    [
        ("ångström", True),
        ("ÅNGSTRÖM", True),
        ("A\u030angstro\u0308m", True),
        ("angstrom", False),
        ("straße", True),
        ("STRASSE", True),
        ("ström LAB", True),  # two words, in any order and any part of the conversation
        ("lab ström", True),
        ("ström nothing", False),
        ("100%", True),
        ("1%0", False),
        ("a_b", True),
        ("a_c", False),
        ("_", True),
        ("%", True),
        (r"c:\d", True),
        ("\\", True),
        ("*", False),
        ("?", True),
        ("'; DROP TABLE turns; --", False),
        ("", True),
        ("  \u200b ", True),
        ("\ud800", True),  # nothing is left of it
        ("x" * 10_000, False),
        ("labs\x00", True),
    ],
)
def test_words_are_found_in_any_case_and_stand_for_themselves(search: str, *, finds: bool) -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1", "What is Ångström?"))
    answer = r"Straße a_b, 100%, c:\d. Labs [1]."
    store.append(conversation_id, make_turn("t2", "And where?", answer), owner=ME)

    assert bool(titles(store, search)) is finds


def test_a_conversation_is_found_by_its_own_title_and_no_longer_by_a_former_one() -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1"))
    store.rename(conversation_id, "Åre", owner=ME)
    store.rename(conversation_id, "Örebro", owner=ME)

    assert titles(store, "ÖREBRO") == ["Örebro"]
    assert titles(store, "åre") == []
    assert titles(store, "nome") == ["Örebro"]


def test_what_was_replaced_names_and_finds_nothing_more() -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1", "First"))

    store.append(conversation_id, make_turn("t2", "Second"), owner=ME, replaces="t1")

    assert titles(store) == ["Second"]
    assert titles(store, "first") == []
    assert [turn.turn_id for turn in store.get(conversation_id, owner=ME).turns] == ["t2"]


def test_only_the_last_turn_can_be_replaced() -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1"), make_turn("t2"))
    other = keep(store, make_turn("t3"))

    for replaced in ("t1", "t3", "nothing"):
        with pytest.raises(TurnNotLast, match=f"'{replaced}'"):
            store.append(conversation_id, make_turn("t4"), owner=ME, replaces=replaced)

    assert len(store.get(conversation_id, owner=ME).turns) == 2
    assert len(store.get(other, owner=ME).turns) == 1


def test_a_renamed_conversation_keeps_its_name() -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1"))
    store.rename(conversation_id, "  Mine\n and\u200b yours ", owner=ME)

    store.append(conversation_id, make_turn("t2"), owner=ME, replaces="t1")

    assert titles(store) == ["Mine and yours"]


@pytest.mark.parametrize("title", ["", "  ", "\u200b", "x" * (MAX_TITLE_CHARACTERS + 1), "\ud800"])
def test_a_title_that_cannot_be_is_refused(title: str) -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1"))

    with pytest.raises(InvalidTitle):
        store.rename(conversation_id, title, owner=ME)

    assert titles(store) == ["What is NOME?"]


def test_a_long_first_question_is_cut_for_the_title() -> None:
    store = memory_store()
    keep(store, make_turn("t1", "Why? " * 300))

    (title,) = titles(store)
    assert len(title) <= MAX_TITLE_CHARACTERS
    assert title.endswith("Why?…")


def test_feedback_is_kept_changed_and_taken_back() -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1"), make_turn("t2"))
    down = Feedback(verdict="down", reason="wrong")

    store.give_feedback("t1", replace(down, reason=" wrong\n"), owner=ME)
    store.give_feedback("t2", UP, owner=ME)
    assert store.feedback_of(conversation_id, owner=ME) == {"t1": down, "t2": UP}
    store.give_feedback("t1", UP, owner=ME)
    store.give_feedback("t2", None, owner=ME)
    store.give_feedback("t2", None, owner=ME)

    assert store.feedback_of(conversation_id, owner=ME) == {"t1": UP}


@pytest.mark.parametrize("reason", ["x" * (MAX_REASON_CHARACTERS + 1), "\udfff"])
def test_a_reason_that_cannot_be_kept_is_refused(reason: str) -> None:
    store = memory_store()
    conversation_id = keep(store, make_turn("t1"))

    with pytest.raises(InvalidFeedback):
        store.give_feedback("t1", Feedback(verdict="down", reason=reason), owner=ME)

    assert store.feedback_of(conversation_id, owner=ME) == {}


def test_what_was_asked_is_told_without_who_asked() -> None:
    store = memory_store()
    began = datetime.now(UTC) - timedelta(seconds=1)
    for owner in (ME, OTHER, None):
        keep(store, *(make_turn(f"{owner}{number}") for number in range(90)), owner=owner)
    store.give_feedback(f"{ME}0", UP, owner=ME)

    asked = list(store.turns_since(began))

    assert len(asked) == 270
    assert [each.turn.turn_id for each in asked if each.feedback == UP] == [f"{ME}0"]
    assert [each.finished_at for each in asked] == sorted(each.finished_at for each in asked)
    assert list(store.turns_since(datetime.now(UTC) + timedelta(minutes=1))) == []


def test_fifty_turns_come_back_whole_and_in_order() -> None:
    store = memory_store()
    turns = tuple(make_turn(f"t{number}", f"Question {number}?") for number in range(50))
    conversation_id = keep(store, *turns)

    assert store.get(conversation_id, owner=ME).turns == turns
    assert store.get(conversation_id, owner=ME, latest=20).turns == turns[-20:]
    assert store.summaries(ME)[0].turns == 50
    assert titles(store, "question 49?") == ["Question 0?"]
