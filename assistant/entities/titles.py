"""What a page's title names: an organisation or programme, or nothing but the page itself.

"Annual review 2023", "What's on in spring" and "Fees and prices" are pages; "About the Tide Fund"
names the fund.
"""

import re
from dataclasses import replace
from functools import lru_cache

from assistant.entities.names import NAME, Name, name_of, names_of_title
from assistant.entities.statements import kind_in_name
from assistant.question.terms import words

# With these a title begins that says what one reads, not whom.
_OPENERS = frozenset(
    words("""
    about our your my their we you what whats how why who whos whose where which when is are do does
    can faq faqs welcome from ask questions question frequently dear join apply before after meet
    read inside introducing news newsletter letter press release terms timeline minutes guide
    information info contact notes facts figures fees prices costs success stories partnership
    spring summer autumn winter annual yearly quarterly monthly some all more further frequently
    om oss hur vad vilka vem var nyheter fragor vanliga valkommen kontakt
    """)
)
# These are written or read; none of them acts.
_WRITINGS = frozenset(
    words("""
    report review statistics newsletter letter minutes agenda directory overview timeline handbook
    guide faq charter constitution rules terms release calendar fees prices questions answers
    story stories portrait portraits bulletin chronicle chapter booklet brochure summary website
    rapport nyhetsbrev arsredovisning protokoll
    """)
)
# So are headings of nothing else, "Board and staff", though a name may end so: "Tide Partners".
_HEADINGS = _WRITINGS | frozenset(
    words("""
    news page programme programmes event events member members partner partners staff board team
    people project projects service services company companies application applications tenant
    tenants premises offer agreement meeting council advice help helpers funding grants grant
    portfolio alumni network networks funders investors list lists home start office offices start
    startups and of the for in to on with och for
    """)
)
_PARTED = re.compile(r"\s[–—|·-]\s|:\s|[?!“”\"«»]")
# "Blue Ring opens an office": what somebody did.
_TELLS = re.compile(r"\s[a-zåäö]+s\s+(?:an?|the|its|his|her|up|to|from|into|with)\s")
_RUN = re.compile(rf"\b{NAME}")
_ABOUT = re.compile(
    rf"(?:About|Ask|Meet|Inside|Introducing|Welcome\s+to|Join|Om)\s+(?:[Tt]he\s+)?(?P<name>{NAME})$"
)


@lru_cache(maxsize=65536)
def names_a_page(name: str) -> bool:
    """Whether a title is one of a page rather than the name of somebody or something.

    >>> [names_a_page(title) for title in ("Annual Review 2023", "What's on", "Our programmes")]
    [True, True, True]
    >>> [names_a_page(title) for title in ("Kelp Yard", "Tide Week 2024", "House of Seas")]
    [False, False, False]
    """
    folded = [word for word in words(name) if not word.isdecimal()]
    if not folded or _PARTED.search(name) or _TELLS.search(name):
        return True
    is_of = " of " in name and not _WRITINGS.isdisjoint(words(name.split(" of ")[0]))
    return folded[0] in _OPENERS or folded[-1] in _WRITINGS or is_of or {*folded} <= _HEADINGS


@lru_cache(maxsize=65536)
def names_in_title(title: str) -> tuple[Name, ...]:
    """Give whom a title may name: its parts, and within a part the one name that says its kind.

    >>> [each.name for each in names_in_title("FAQ – Ullswick Climate Seed Fund")]
    ['Ullswick Climate Seed Fund']
    >>> [each.name for each in names_in_title("Questions people ask the Marapendi Fund")]
    ['Marapendi Fund']
    >>> [each.name for each in names_in_title("About Kilnsea Labs")]
    ['Kilnsea Labs']
    """
    found = [each for each in names_of_title(title) if not names_a_page(each.name)]
    for part in _PARTED.split(title):
        about = _ABOUT.match(part)
        runs = [name for run in _RUN.findall(part) if (name := name_of(run))]
        telling = [each for each in runs if kind_in_name(each.name)]
        if about and (name := name_of(about["name"])):
            found.append(name)
        elif len(telling) == 1:
            found += telling
    return tuple(dict.fromkeys(_without_article(each) for each in found))


def _without_article(name: Name) -> Name:
    return replace(name, name=name.name.removeprefix("the "))
