"""Phrases that say the same in this field: who "went public" was "listed on a stock exchange".

A question in one phrase is met by a text in another. Single words that say nearly the same are
joined elsewhere: `terms`, `composing.vocabulary`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.swedish.english import participle, past, plural, third
from assistant.question.terms import terms

# Each meaning ends with a semicolon. "To" begins a verb, which stands in any form; "~" what is
# known but never written; all else are nouns, in either number.
_MEANINGS = r"""
    to go public / to be listed on a stock exchange / to be listed on the stock market
      / to carry out an IPO / ~to do an IPO / ~to IPO
      / ~to be (?:listed|quoted)(?!\s(?:above|below|here|as|in|under|for)\b)
      / ~to be (?:listed|quoted|floated|introduced|traded) (?:publicly|on (?:the|an?)
      (?:[\w-]+ )?(?:stock exchange|stock market|bourse|exchange)|on (?:Nasdaq|First North))
      / ~to float on (?:the|an?) (?:stock exchange|stock market|bourse)
      / ~to go on(?:to)? the (?:stock exchange|stock market|bourse)
      / ~to get on(?:to)? the (?:stock exchange|stock market|bourse)
      / ~to come on(?:to)? the (?:stock exchange|stock market|bourse)
      / ~to make it (?:on|to|onto) the (?:stock exchange|stock market|bourse)
      / ~to be on(?:to)? the (?:stock exchange|stock market|bourse);
    IPO / stock exchange listing / initial public offering / flotation;
    to go bankrupt / to become insolvent / to file for bankruptcy / to go bust
      / ~to go into (?:bankruptcy|liquidation) / ~to go under / ~to be declared bankrupt;
    to make a profit / to be profitable / ~to turn a profit / ~to be in the black;
    to be taken over by / to be bought by / to be acquired by / to be sold to;
    to raise capital / to raise money / to attract capital / to bring in capital;
    to pay back / to repay;
    to grant / to award / to hand out / to give out / to issue / to distribute / ~to dish out;
    to come up with / to design / to conceive / to devise / to create / to initiate
      / ~to think up / ~to dream up / ~to take the initiative (?:to|for);
    to spin off / to spin out;
    to shut down / to close / to close down / to discontinue / to wind up / to dissolve
      / ~to cease operations;
    to take place / to be held / to be arranged / ~to be staged;
    to sign up for / to register for / ~to book a (?:place|seat|spot) (?:at|in|on|for);
    to give a talk at / to speak at / to lecture at;
    to win / to come first in / ~to take (?:the )?first (?:prize|place) in;
    to call off / to cancel;
    to celebrate / to mark / ~to commemorate;
    to put off / to postpone / ~to push back;
    to hand in an application / to submit an application / to send in an application / to apply
      / ~application;
    to get in / to be admitted / to be accepted / to be selected / ~to get (?:admitted|accepted)
      / ~to get (?:selected|a place) / ~to be (?:let|taken) in;
    to turn down / to reject / to refuse / ~to say no to;
    to accept / to say yes / ~to take (?:up )?(?:the|their|its) (?:places?|offers?|seats?);
    to drop in / to come without an appointment / ~to come without booking;
    drop-in hours / drop-in / walk-in hours;
    to become a member of / to join;
    to leave / to withdraw from;
    to be made up of / to consist of / to comprise;
    to be headquartered in / to have its head office in / to be based in;
    to be called after / to be named after;
    to step down / to resign / to leave office / ~to stand down;
    to take over from / to succeed / to replace / to follow / ~to come after / ~to be next after;
    to lay off / to make redundant / to dismiss / ~to let go;
    to recruit / to hire / to employ;
    to work for / to be employed by / to be employed at / ~to be on the payroll of;
    to lease / to rent;
    deadline / closing date / last day for applications / application deadline
      / last day to apply / final day for applications / ~cut-off date / ~last application day;
    call / call for applications / call for proposals;
    managing director / CEO / chief executive / chief executive officer;
    vice-chancellor / rector / ~university president;
    chair / chairperson / chairman / chairwoman;
    board member / member of the board;
    contact person / person to contact / ~go-to person;
    principal investigator / research leader;
    project leader / project manager;
    PhD student / doctoral student / doctoral candidate / PhD candidate;
    selection committee / jury / selection panel / ~admissions board;
    annual fee / membership fee / yearly fee / ~(?:membership |yearly )?dues;
    ticket / entrance fee / admission fee / entry fee / ~admission (?:charge|price);
    participation fee / fee for taking part / course fee;
    scholarship / stipend / bursary;
    prize / award;
    turnover / revenue / net sales;
    seed money / seed capital / seed funding;
    venture capital / risk capital;
    venture capitalist / venture capital firm / venture fund;
    business angel / angel investor / private investor;
    stake / shareholding / ownership share;
    intellectual property / intellectual property rights;
    spin-off / spin-out / spin-off company / research-based company;
    head office / headquarters / main office;
    co-working space / shared office / office community;
    workplace / desk / ~hot desk;
    conference room / meeting room;
    floor space / floor area;
    clean room / cleanroom;
    testbed / test bed / test facility;
    parking space / parking place;
    opening hours / ~opening times / ~office hours / hours of opening;
    guided tour / tour;
    trade fair / exhibition / ~trade show;
    annual meeting / annual general meeting / AGM;
    summer school / summer course;
    notice period / period of notice;
    length of stay / incubation period;
    headcount / number of employees;
    batch / cohort / intake
"""
# Behind these a word is a verb, not the noun that is written alike.
_SURELY_VERB = "(?:{})".format(
    "|".join(
        rf"(?<=\b{each}\s)"
        for each in ("to", "can", "will", "may", "must", "who", "which", "that", "we", "they", "it")
    )
)
_ONLY_KNOWN, _TO, _BE = "~", "to ", "be "
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdgmnpt]$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: its forms, base, third, past, participle and -ing, or singular and plural."""

    forms: tuple[str, ...]
    is_verb: bool
    is_written: bool

    @property
    def tail(self) -> str:
        """What follows "be"; "" where the verb is another."""
        return self.forms[0].removeprefix(_BE) if self.forms[0].startswith(_BE) else ""

    def source(self, form: str) -> str:
        """What finds a form of it."""
        return re.escape(form).replace(r"\ ", r"\s+") if self.is_written else form

    def is_told_in(self, text: str) -> bool:
        """Whether a text has it in any form."""
        return _finding((self,), is_told=True).search(text) is not None


@dataclass(frozen=True, slots=True)
class Meaning:
    """Phrases that say the same.

    Attributes:
        phrases: All of them.
        pattern: Finds any in a question.
        told: Finds any in a text, where "grants" may be a noun.
    """

    phrases: tuple[Phrase, ...]
    pattern: re.Pattern[str]
    told: re.Pattern[str]


@lru_cache(maxsize=1)
def meanings() -> tuple[Meaning, ...]:
    """Give all meanings that are known, with their phrases."""
    made = []
    for entries in " ".join(_MEANINGS.split()).split("; "):
        phrases = tuple(_phrase(each.strip()) for each in entries.split(" / "))
        made.append(Meaning(phrases, _finding(phrases), _finding(phrases, is_told=True)))
    return tuple(made)


def _phrase(entry: str) -> Phrase:
    plain = entry.removeprefix(_ONLY_KNOWN)
    is_verb, is_written = plain.startswith(_TO), plain == entry
    if not is_verb:
        return Phrase((plain, plural(plain)), is_verb, is_written)
    verb = plain.removeprefix(_TO)
    forms = (verb, third(verb), past(verb), participle(verb), _ing(verb))
    return Phrase(forms, is_verb, is_written)


def _ing(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    if first != "be" and first.endswith("e"):
        first = first[:-1]
    elif _DOUBLES.match(first):
        first += first[-1]
    return f"{first}ing {rest}".strip()


@lru_cache(maxsize=512)
def _finding(phrases: tuple[Phrase, ...], *, is_told: bool = False) -> re.Pattern[str]:
    every = {pattern for each in phrases for pattern in _patterns(each, is_told=is_told)}
    said = "|".join(sorted(every, key=lambda one: -len(one)))
    return re.compile(rf"(?<![\w-])(?:{said})(?![\w-])", re.I)


def _patterns(phrase: Phrase, *, is_told: bool) -> Iterator[str]:
    """Give what finds a phrase; after "be" it also stands alone: "companies listed on ..."."""
    if phrase.tail:
        being = r"(?:be|is|are|was|were|been|being)\s+(?:\w+ly\s+|also\s+|already\s+)?"
        yield f"(?:{being}){'?' if ' ' in phrase.tail else ''}{phrase.source(phrase.tail)}"
        return
    is_noun_too = is_told and phrase.is_verb and " " not in phrase.forms[0]
    for at, form in enumerate(phrase.forms):
        sure = _SURELY_VERB if is_noun_too and at <= 1 else ""
        yield f"{sure}{phrase.source(form)}"


def meanings_in(text: str) -> frozenset[Meaning]:
    """Give the meanings that a text has a phrase for.

    >>> meanings_in("It went public.") == meanings_in("six were listed on a stock exchange")
    True
    >>> meanings_in("It is a public park.")
    frozenset()
    """
    return frozenset(one for one in meanings() if one.told.search(text))


@lru_cache(maxsize=256)
def _asked(query: str) -> Sequence[tuple[Meaning, frozenset[str]]]:
    return tuple(
        (one, frozenset(terms(found.group())))
        for one in meanings()
        for found in one.pattern.finditer(query)
    )


def terms_alike(query: str, text: str) -> frozenset[str]:
    """Give the terms of those phrases of a query for which a text has another of the meaning.

    >>> sorted(terms_alike("How many went public?", "21 carried out an IPO"))
    ['public', 'went']
    >>> sorted(terms_alike("How many went on the stock exchange?", "21 carried out an IPO"))
    ['exchang', 'stock', 'went']
    >>> terms_alike("Does it hand out prizes?", "The grant is not paid back.")
    frozenset()
    """
    return frozenset(term for one, said in _asked(query) if one.told.search(text) for term in said)
