"""Prepositions in English, which depend on what stands around them."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from assistant.question.swedish.chunk import Chunk, Role

# "Vd för Alfa" is CEO of it, "medlem i" a member of, "fakulteterna vid" faculties of.
OF: Mapping[str, AbstractSet[str]] = {
    "för": {"vd", "chef", "rektor", "ordförande", "föreståndare", "direktör", "generaldirektör",
            "koordinator", "ledare", "mål", "syfte", "målsättning", "villkor", "kriterium", "namn",
            "krav", "datum", "sista ansökningsdag", "kostnad", "förkortning", "upphovsperson",
            "verksamhetschef", "projektledare", "programledare", "klusterledare", "förening",
            "styrelse", "kontaktperson", "samordnare"},
    "i": {"medlem", "ledamot", "ordförande", "delägare", "huvudman", "partner", "huvudpartner",
          "samarbetspartner", "del", "befolkning", "styrelse", "ägare"},
    "till": {"partner", "samarbetspartner", "huvudpartner", "grundare", "finansiär", "ägare",
             "grund", "huvudfinansiär", "kontaktuppgift", "adress", "telefonnummer", "nummer",
             "e-postadress", "kontaktperson"},
    "på": {"pris", "vd", "chef", "exempel", "namn", "storlek", "kostnad", "slut", "början",
           "lista", "ränta", "avgift", "deltagaravgift", "månadsavgift", "medlemsavgift", "hyra"},
    "över": {"lista", "översikt", "karta", "förteckning", "beskrivning"},
    "vid": {"fakultet", "rektor", "professor", "institution", "chef", "föreståndare"},
    "hos": {"vd", "chef", "ordförande"},
    "bakom": set(),
}  # fmt: skip
# "Bidrag till ett projekt" is a grant for it.
_FOR_IT = frozenset({"bidrag", "finansiering", "medfinansiering", "stöd", "pengar", "lån",
                     "anslag", "stipendium", "initiativ", "idé", "biljett", "lösning", "anledning",
                     "skäl", "förslag", "lokal", "voucher", "check", "innovationscheck",
                     "kapital"})  # fmt: skip
_GIVING = frozenset({"ge", "donera", "skänka", "betala", "lämna", "testamentera"})
_FOR_THAT = frozenset({"krav", "behov", "förslag"})
_ON = frozenset({"marknad", "börs", "väg", "webbplats", "hemsida", "lista", "karta", "plattform",
                 "telefon", "vardag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag",
                 "söndag", "dag", "instagram", "nätverk", "lån", "campus", "sätt",
                 "styrelse"})  # fmt: skip
_LANGUAGES = frozenset({"Swedish", "English", "Danish", "Norwegian", "Finnish", "German",
                        "French", "Spanish", "Arabic", "Ukrainian", "Tigrinya", "Somali",
                        "Persian", "Polish", "Russian", "Chinese", "Japanese",
                        "Italian"})  # fmt: skip
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def with_prepositions(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Give each preposition what it is in English here; years get the one that Swedish has not."""
    has_verb = any(chunk.role in {Role.VERB, Role.IMPERATIVE} for chunk in chunks)
    made: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        before = chunks[at - 1] if at else None
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        if chunk.role is Role.PREPOSITION:
            made.append(replace(chunk, text=_english(chunk, chunks[:at], after)))
        elif has_verb and YEAR.fullmatch(chunk.text) and _needs_in(before):
            made.append(replace(chunk, text=f"in {chunk.text}", role=Role.ADVERB))
        else:
            made.append(chunk)
    return tuple(made)


def _needs_in(before: Chunk | None) -> bool:
    if before is None:
        return False
    return before.role in {Role.NOUN, Role.VERB, Role.WH, Role.ADVERB} and before.text != "since"


def _english(chunk: Chunk, before: Sequence[Chunk], after: Chunk | None) -> str:
    last = before[-1] if before else None
    # "Vilka krav finns på omsättning?"
    is_there = last is not None and last.lemma in {"finnas", "ställa"} and len(before) > 1
    last = before[-2] if is_there else last
    noun = last.lemma if last and last.role in {Role.NOUN, Role.WH} else ""
    # "Är medlem i Alfa", but "har medlemmar i Spanien".
    is_where = chunk.lemma == "i" and any(each.lemma in {"ha", "finnas"} for each in before)
    if noun and noun in OF.get(chunk.lemma, ()) and not is_where:
        return "of"
    match chunk.lemma:
        case "av":
            return _of_or_by(before)
        case "på":
            return "for" if noun in _FOR_THAT else _at_or_on(after)
        case "till":
            is_time = after is not None and YEAR.fullmatch(after.text) is not None
            if noun in _FOR_IT and not any(each.lemma in _GIVING for each in before):
                return "for"
            since = any(each.text in {"from", "since"} for each in before)
            return ("until" if since else "by") if is_time else chunk.text
        case _:
            return chunk.text


def _of_or_by(before: Sequence[Chunk]) -> str:
    verbs = [each for each in before if each.role is Role.VERB]
    if before and before[-1].role is Role.WH:
        return "of"
    if any(each.text == "charge" for each in verbs):
        return "from"
    is_done = any(each.form.is_passive or each.form.tense == "participle" for each in verbs)
    is_part = bool(before) and before[-1].lemma in {"del", "typ", "några", "antal", "många"}
    return "by" if (is_done and not is_part) or not before else "of"


def _at_or_on(after: Chunk | None) -> str:
    if after is None:
        return "on"
    if after.text in _LANGUAGES or after.lemma in {"sätt", "språk"}:
        return "in"
    is_on = after.lemma.lower() in _ON or after.text[:1].isdigit()
    return "on" if is_on else "at"
