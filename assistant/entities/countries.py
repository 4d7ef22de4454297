"""Countries and their peoples: "Belgian" is of Belgium, "Nordic" of one of several countries."""

import re

PEOPLES = {
    "sweden": "swedish", "denmark": "danish", "norway": "norwegian", "finland": "finnish",
    "iceland": "icelandic", "germany": "german", "france": "french", "spain": "spanish",
    "italy": "italian", "poland": "polish", "belgium": "belgian", "austria": "austrian",
    "estonia": "estonian", "latvia": "latvian", "lithuania": "lithuanian", "ireland": "irish",
    "scotland": "scottish", "wales": "welsh", "england": "english", "britain": "british",
    "switzerland": "swiss", "netherlands": "dutch", "portugal": "portuguese", "japan": "japanese",
    "china": "chinese", "india": "indian", "canada": "canadian", "usa": "american",
    "slovenia": "slovenian", "greece": "greek", "hungary": "hungarian", "romania": "romanian",
    "ukraine": "ukrainian", "turkey": "turkish", "brazil": "brazilian", "australia": "australian",
    "singapore": "singaporean", "israel": "israeli", "slovakia": "slovak", "croatia": "croatian",
}  # fmt: skip
"""Each country with the adjective of its people."""
OF_PEOPLE = {people: country for country, people in PEOPLES.items()}
"""The country of each people."""
_OTHERWISE = {
    "usa": ("united states",),
    "britain": ("uk", "united kingdom", "england", "scotland", "wales"),
    "netherlands": ("holland",),
    "slovenia": ("slovene",),
}
_SCANDINAVIA = ("sweden", "denmark", "norway")
_SEVERAL = {
    "scandinavian": _SCANDINAVIA,
    "nordic": (*_SCANDINAVIA, "finland", "iceland"),
    "baltic": ("estonia", "latvia", "lithuania"),
}
_WORD = re.compile(r"[^\W\d_]+")


def country_of(name: str) -> str | None:
    """Give the country that a name means; None for any other name.

    >>> country_of("the Netherlands"), country_of("Lund")
    ('netherlands', None)
    """
    plain = name.strip().lower().removeprefix("the ")
    return plain if plain in PEOPLES else None


def is_of_people(word: str) -> bool:
    """Whether a word is an adjective of where somebody is from.

    >>> is_of_people("Belgian"), is_of_people("Nordic"), is_of_people("big")
    (True, True, False)
    """
    return word.lower() in OF_PEOPLE or word.lower() in _SEVERAL


def forms_of_peoples(text: str) -> tuple[tuple[str, ...], ...]:
    """Give how documents may write the countries of the peoples that a text names, as words.

    >>> forms_of_peoples("which are Belgian")
    (('belgium',), ('belgian',))
    """
    said = [word.lower() for word in _WORD.findall(text)]
    countries = [
        country
        for word in said
        if is_of_people(word)
        for country in _SEVERAL.get(word) or (OF_PEOPLE[word],)
    ]
    written = [
        form
        for country in countries
        for form in (country, PEOPLES[country], *_OTHERWISE.get(country, ()))
    ]
    written += [word for word in said if word in _SEVERAL]
    return tuple(dict.fromkeys(tuple(form.split()) for form in written))
