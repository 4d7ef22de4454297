"""Swedish inflection: the forms that a word of the lexicon has, each with what it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Tense = Literal["infinitive", "present", "past", "supine", "participle"]

_VOWELS = "aeiouyåäö"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a word, and what it says."""

    written: str
    is_plural: bool = False
    is_definite: bool = False
    is_genitive: bool = False
    tense: Tense | None = None
    is_passive: bool = False


def noun_forms(word: str, declension: str) -> Iterator[Form]:
    """Give a noun's forms with their genitives.

    Args:
        word: The noun.
        declension: "1" to "3" for plurals in -or, -ar and -er, "4" in -n, "5" for none (neuter),
            "6" for -er (neuter), "r" for none (-are), "0" for no plural, "0t" the same (neuter),
            with "m" where an m is doubled; or the four forms with commas between, "-" for none.

    >>> [form.written for form in noun_forms("avgift", "3") if not form.is_genitive]
    ['avgift', 'avgiften', 'avgifter', 'avgifterna']
    >>> [form.written for form in noun_forms("kluster", "5") if not form.is_genitive]
    ['kluster', 'klustret', 'kluster', 'klustren']
    """
    four = declension.split(",") if "," in declension else _declined(word, declension)
    for at, written in enumerate(four):
        if written in {"", "-"}:
            continue
        for is_genitive in (False, True):
            yield Form(
                written=_genitive(written) if is_genitive else written,
                is_plural=at > 1,
                is_definite=at in {1, 3},
                is_genitive=is_genitive,
            )


def verb_forms(infinitive: str, conjugation: str) -> Iterator[Form]:
    """Give a verb's forms, active and passive, and its participles.

    Args:
        infinitive: The verb.
        conjugation: "1" (-ar, -ade), "2" (-er, -de or -te), "3" (-r, -dde); or present, past,
            supine and participle with commas between.

    >>> sorted({form.written for form in verb_forms("driva", "driver,drev,drivit,driven")})[:4]
    ['drev', 'drevs', 'driva', 'drivas']
    """
    if "," in conjugation:
        present, past, supine, participle = conjugation.split(",")
    else:
        present, past, supine, participle = _conjugated(infinitive, conjugation)
    tenses: Sequence[tuple[str, Tense]] = (
        (infinitive, "infinitive"), (present, "present"), (past, "past"), (supine, "supine"),
    )  # fmt: skip
    for written, tense in tenses:
        yield Form(written=written, tense=tense)
        if not written.endswith("s"):
            passive = _passive_present(written) if tense == "present" else (f"{written}s",)
            for form in passive:
                yield Form(written=form, tense=tense, is_passive=True)
    for form in _participles(participle):
        yield Form(written=form, tense="participle")


def compared_forms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give a regular adjective's comparative, and the forms of its superlative.

    >>> compared_forms("stark")
    (('starkare',), ('starkast', 'starkaste'))
    """
    return (f"{word}are",), (f"{word}ast", f"{word}aste")


def adjective_forms(word: str, others: str) -> Iterator[str]:
    """Give an adjective's forms that compare nothing.

    Args:
        word: The adjective.
        others: "1" for a regular one, "-" for one without other forms, else these with commas.

    >>> list(adjective_forms("ny", "1"))
    ['ny', 'nytt', 'nya']
    """
    yield word
    if others == "1":
        ends_in_vowel = word[-1] in _VOWELS
        ends_in_t = re.search(r"[^aeiouyåäö]t$", word) is not None
        neuter = f"{word}tt" if ends_in_vowel else word if ends_in_t else f"{word}t"
        if word.endswith("d") and word[-2] in _VOWELS:
            neuter = f"{word[:-1]}tt"
        elif word.endswith(("nd", "rd")):
            neuter = f"{word[:-1]}t"
        yield from (neuter, f"{word}a")
    elif others != "-":
        yield from others.split(",")


def _genitive(written: str) -> str:
    return written if written[-1] in "sxz" else f"{written}s"


def _declined(word: str, declension: str) -> tuple[str, str, str, str]:
    """Give singular, definite, plural and definite plural of a regular noun."""
    stem = f"{word}{word[-1]}" if declension.endswith("m") else word
    without_e = re.sub(r"e(?=[lnr]$)", "", word)
    vowel = word[-1] in _VOWELS
    match declension[0]:
        case "1":
            return word, f"{word}n", f"{word[:-1]}or", f"{word[:-1]}orna"
        case "2":
            short = word[:-1] if word.endswith("e") else stem
            definite = f"{word}n" if vowel else f"{stem}en"
            return word, definite, f"{short}ar", f"{short}arna"
        case "3":
            short = word[:-1] if word.endswith("e") else word
            definite = f"{word}n" if vowel or word.endswith("or") else f"{word}en"
            return word, definite, f"{short}er", f"{short}erna"
        case "4":
            return word, f"{word}t", f"{word}n", f"{word}na"
        case "6":
            short = word.removesuffix("um")
            definite = f"{short}et"
            return word, definite, f"{short}er", f"{short}erna"
        case "r":
            return word, f"{word}n", word, f"{word[:-1]}na"
        case "0":
            end = "t" if declension == "0t" else "n"
            return word, f"{word}{'' if vowel else 'e'}{end}", "", ""
        case _:
            short = without_e if word.endswith("er") else stem
            return word, f"{short}et", word, f"{short}en"


def _conjugated(infinitive: str, conjugation: str) -> tuple[str, str, str, str]:
    """Give present, past, supine and participle of a regular verb."""
    stem = infinitive.removesuffix("a")
    if conjugation == "1":
        return f"{infinitive}r", f"{infinitive}de", f"{infinitive}t", f"{infinitive}d"
    if conjugation == "3":
        return f"{infinitive}r", f"{infinitive}dde", f"{infinitive}tt", f"{infinitive}dd"
    present = stem if stem.endswith("r") else f"{stem}er"
    # Before the ending a double consonant is written once, and "d" or "t" falls together with it.
    short = re.sub(r"(mm|nn)$", lambda found: found.group()[0], stem)
    if re.search(r"[nl]d$", stem):
        short = stem[:-1]
        return present, f"{short}de", f"{short}t", f"{short}d"
    if stem.endswith("d"):
        return present, f"{stem}de", f"{stem[:-1]}tt", f"{stem}d"
    if stem.endswith("t"):
        double = stem if stem.endswith("tt") else f"{stem}t"
        return present, f"{double}e", double, double
    end = "t" if stem[-1] in "kpsx" else "d"
    return present, f"{short}{end}e", f"{short}t", f"{short}{end}"


def _passive_present(present: str) -> tuple[str, ...]:
    """Give "grundas" for "grundar", "leds" and "ledes" for "leder"."""
    if present.endswith("ar"):
        return (f"{present[:-1]}s",)
    if present.endswith("er"):
        return (f"{present[:-2]}s", f"{present[:-1]}s")
    return (f"{present.removesuffix('r')}s", f"{present}s")


def _participles(participle: str) -> Iterator[str]:
    """Give a participle's forms: "grundad", "grundat", "grundade"."""
    yield participle
    if participle.endswith("en"):
        yield from (f"{participle[:-1]}t", f"{participle[:-2]}na")
    elif participle.endswith("ad"):
        yield from (f"{participle[:-1]}t", f"{participle}e")
    elif participle.endswith("dd"):
        yield from (f"{participle[:-2]}tt", f"{participle}a")
    elif participle.endswith("d"):
        yield from (f"{participle[:-1]}t", f"{participle}a")
    else:
        yield f"{participle}a"
