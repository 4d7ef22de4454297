import logging

from assistant.logs import OneLine


def test_a_record_is_one_line_that_a_terminal_does_not_obey() -> None:
    record = logging.LogRecord(
        "a", logging.INFO, "f.py", 1, "%s", ("x\r\nfake line\x1b[2J\u202e\x9b",), None
    )

    line = OneLine("%(message)s").format(record)

    assert line == "x\\r\\nfake line\\x1b[2J\\u202e\\x9b"


def test_letters_stay_readable() -> None:
    record = logging.LogRecord("a", logging.INFO, "f.py", 1, "Skåne 北京", (), None)

    assert OneLine("%(message)s").format(record) == "Skåne 北京"
