"""Hides what tells who someone is in typed text: e-mail addresses, phone and personal numbers.

Only what has a fixed form is found; names of people are not. Amounts and years stay.
"""

import re

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"']{1,64}@[^\s@<>()\[\],;:\"']{1,255}\.[^\W\d_]{2,24}")
# Swedish personal and coordination numbers: YYMMDD-XXXX, with or without the century.
_PERSONAL = re.compile(
    r"(?<![\w-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}(?![\w-])"
)
_GAP = r"[ \u00a0./()-]{0,3}"
# Written as dialled: with "+" or "00" and the country, or with the zero of a national number, or in
# the American grouping. A digit before or after would make it a part of something else.
_PHONE = re.compile(
    rf"(?<![\w+])(?:(?:\+|00){_GAP}[1-9](?:{_GAP}\d){{6,13}}"
    rf"|\(?0{_GAP}[1-9](?:{_GAP}\d){{5,10}}"
    r"|\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]\d{2}[ .-]\d{4})(?![\d])"
)


def masked(text: str) -> str:
    """Replace addresses and numbers that belong to a person by what they are.

    >>> masked("Mail ada@example.org or call +46 70-123 45 67")
    'Mail [e-mail] or call [phone number]'
    >>> masked("From 2010-2024 it raised 717 000 000 SEK")
    'From 2010-2024 it raised 717 000 000 SEK'
    """
    text = _EMAIL.sub("[e-mail]", text)
    text = _PERSONAL.sub("[personal number]", text)
    return _PHONE.sub("[phone number]", text)
