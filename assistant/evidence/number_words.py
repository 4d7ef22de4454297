"""Words for numbers, scales and currencies, and what they stand for."""

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {
    **{word: float(at) for at, word in enumerate(_UNITS.split())},
    **{word: 10.0 * at for at, word in enumerate(_TENS.split(), start=2)},
    "single": 1.0, "both": 2.0, "dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6,
}  # fmt: skip
SCALES = {
    "thousand": 1e3, "k": 1e3, "tkr": 1e3, "million": 1e6, "millions": 1e6, "m": 1e6, "msek": 1e6,
    "mkr": 1e6, "meur": 1e6, "miljoner": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
    "miljarder": 1e9,
}  # fmt: skip
CURRENCIES = {
    "sek": "sek", "kr": "sek", "kronor": "sek", "msek": "sek", "mkr": "sek", "tkr": "sek",
    "€": "eur", "eur": "eur", "euro": "eur", "euros": "eur", "meur": "eur", "$": "usd",
    "usd": "usd", "dollars": "usd", "dollar": "usd", "£": "gbp", "gbp": "gbp",
    "pounds": "gbp", "dkk": "dkk", "nok": "nok",
}  # fmt: skip
