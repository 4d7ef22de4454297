"""Readiness follows what has been loaded."""

from assistant.warmth import Warmth


def test_questions_can_be_answered_once_all_is_loaded_and_something_is_stored() -> None:
    done: list[str] = []
    warmth = Warmth(
        loads=(lambda: done.append("encoder"), lambda: done.append("reader")),
        afterwards=lambda: done.append(f"map, ready {warmth.readiness().ready}"),
        count_documents=lambda: 3,
        vectors=lambda: "exact",
    )
    assert not warmth.readiness().ready

    warmth.warm()

    assert done == ["encoder", "reader", "map, ready True"]
    assert warmth.readiness().details == {"documents": "3", "models": "loaded", "vectors": "exact"}


def test_nothing_can_be_answered_where_nothing_is_stored() -> None:
    warmth = Warmth(
        loads=(), afterwards=lambda: None, count_documents=lambda: 0, vectors=lambda: "exact"
    )
    warmth.warm()
    assert not warmth.readiness().ready
