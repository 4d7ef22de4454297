"""In which countries a sentence puts its subject: "a Danish-Swedish cluster", "spans Denmark".

Read to compare a claimed country with; towns and regions are compared by their own names.
"""

import re

from assistant.entities.countries import OF_PEOPLE, PEOPLES, country_of

_ADJECTIVES = "|".join(OF_PEOPLE)
_COUNTRIES = "|".join(PEOPLES)
# "X is a Danish-Swedish cluster", "X, a Swedish park"; not "a book on Swedish parks".
_IS_OF = re.compile(
    rf"\b(?:(?:is|are|was|were|remains|became)\s+(?:an?|the|one of the)\s+|,\s+an?\s+)"
    rf"(?:(?!of\b|in\b|for\b|on\b|by\b|with\b)[\w-]+\s+){{0,3}}?"
    rf"(?P<adjectives>(?:{_ADJECTIVES})(?:(?:-|/|,\s|\sand\s)(?:{_ADJECTIVES}))*)\b",
    re.I,
)
_POSSESSED = re.compile(
    rf"\b(?:is|are|was|were)\s+(?:one of\s+)?(?P<country>{_COUNTRIES})['’]s?\s", re.I
)
_LIES_IN = re.compile(
    r"\b(?:located|based|situated|lies|lie|found|housed|spans?|spanning|covers?|across|stretch\w*|"
    r"reach\w*|within|both|is|are|was|were|park|campus|office|seat)\s+"
    rf"(?:\w+\s+){{0,2}}?(?:in\s+|into\s+|across\s+|over\s+)?"
    rf"(?:the\s+)?(?P<countries>(?:{_COUNTRIES})(?:(?:,\s|\sand\s|,\sand\s)(?:the\s+)?(?:{_COUNTRIES}))*)\b",
    re.I,
)


def countries_told(text: str) -> frozenset[str]:
    """Give the countries that a sentence puts its subject in, or says that it is of.

    >>> sorted(countries_told("MV is a Danish-Swedish cluster for the life sciences."))
    ['denmark', 'sweden']
    >>> countries_told("MV trains Swedish teachers.")
    frozenset()
    """
    told = {
        OF_PEOPLE[each.lower()]
        for found in _IS_OF.finditer(text)
        for each in re.findall(_ADJECTIVES, found["adjectives"], re.I)
    }
    told |= {found["country"].lower() for found in _POSSESSED.finditer(text)}
    return frozenset(told) | {
        each.lower()
        for found in _LIES_IN.finditer(text)
        for each in re.findall(_COUNTRIES, found["countries"], re.I)
    }


def names_place(place: str, text: str) -> bool:
    """Whether a text names a place; a country by its people, too."""
    forms = [place]
    country = country_of(place)
    if country:
        forms += [country, PEOPLES[country]]
    # "Lund University" is no Lund.
    return any(
        re.search(rf"(?<!\w)(?i:{re.escape(each)})(?!\w|\s+[A-ZÅÄÖ])", text) for each in forms
    )
