"""Days, times and shares as the insights page writes them in each language. Pure."""

from datetime import date

from ui.language import Language
from ui.texts import Texts, load_texts

_SECOND_MS = 1000


def room() -> Texts:
    """Give the page's texts."""
    return load_texts("insights")


def say_day(day: date, language: Language, *, with_year: bool = False) -> str:
    """Write a day.

    >>> say_day(date(2026, 5, 9), "en"), say_day(date(2026, 5, 9), "sv", with_year=True)
    ('9 May', '9 maj 2026')
    """
    month = room().say(language, "months").split()[day.month - 1]
    return f"{day.day} {month} {day.year}" if with_year else f"{day.day} {month}"


def say_time(milliseconds: float, language: Language) -> str:
    """Write how long something took.

    >>> say_time(91.6, "en"), say_time(1449, "sv")
    ('92 ms', '1,4 s')
    """
    if round(milliseconds) < _SECOND_MS:
        return room().say(language, "milliseconds", amount=round(milliseconds))
    written = f"{milliseconds / _SECOND_MS:.1f}".replace(".", room().say(language, "decimal"))
    return room().say(language, "seconds", amount=written)


def say_share(part: int, whole: int, language: Language) -> str:
    r"""Write a part of a whole in percent; what is some is never 0, what lacks some never 100.

    >>> say_share(1, 1000, "en"), say_share(999, 1000, "en"), say_share(0, 0, "sv")
    ('1%', '99%', '0\xa0%')
    """
    if not part or not whole:
        return room().say(language, "percent", share=0)
    share = round(100 * part / whole)
    if part < whole:
        share = min(max(share, 1), 99)
    return room().say(language, "percent", share=share)


def say_count(count: int, language: Language) -> str:
    """Say how often."""
    return room().say(language, "once" if count == 1 else "times", count=count)
