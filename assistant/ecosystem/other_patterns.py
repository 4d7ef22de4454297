"""Sentences that say one relation only, each in its own words; used by `patterns`."""

from assistant.ecosystem.masking import MARK
from assistant.ecosystem.model import Relation
from assistant.ecosystem.phrases import (
    ADVERBS,
    BE,
    BEGIN,
    COUNTED,
    LIST,
    NAME,
    NOUN,
    OBJECTS,
    TO_VERB,
)

# "12 million kronor", "EUR 2.8 million", "a grant": what is given.
_SUM = (
    r"(?:(?:SEK|EUR|NOK|DKK|USD|GBP|CHF|[£€$])\s?\d[\d., ]*(?:\s?(?:million|billion|m|bn))?|"
    r"\d[\d., ]*(?:\s?(?:million|billion))?\s?(?:kronor|crowns|kroner|euros?|pounds|dollars|"
    r"[MTk]?SEK|MEUR|[A-Z]{3})|(?:yearly\s+|annual\s+|large\s+|small\s+|first\s+)?"
    r"(?:grants?|funding|money|financing|capital|donations?|loans?))"
)
_PUTS = (
    r"(?:contributes?|contributed|pays|paid|gives|gave|provides?|provided|covers?|covered|adds|"
    r"added)"
)

_PART = r"(?:the\s+(?:remaining|rest|other)\s+)?(?:\d[\d.,]*\s+per\s+cent|\d[\d.,]*\s?%|half)"

OTHERS = (
    (
        Relation.RUN_BY,
        # "⟦1⟧ holds 51 per cent of ⟦0⟧'s shares, ⟦2⟧ 30 per cent, and ⟦3⟧, which ..., the rest".
        rf"(?:^|[;.:]\s+)(?P<o>{LIST}\s+(?P<verb>holds?|owns?)\s+{_PART}\s+of\s+(?P<s>{MARK})(?:['’]s\s+shares)?"
        rf"(?:,?\s+(?:and\s+)?{NAME}(?:,[^,⟦⟧]{{2,80}},)?\s+{_PART})*)",
    ),
    (
        Relation.FUNDED_BY,
        # "⟦0⟧ raised 12 million kronor from ⟦1⟧", "⟦0⟧ was started with money from ⟦1⟧".
        rf"{BEGIN}(?P<s>{NAME}){TO_VERB}(?P<verb>[^⟦⟧;:,]{{0,80}}?\b(?:with|has|have|had|raised|received|got|won|"
        rf"gets|receives))\s+(?:[\w-]+\s+){{0,3}}?{_SUM}\s+from\s+{COUNTED}(?P<o>{OBJECTS})",
    ),
    (
        Relation.FUNDED_BY,
        # "⟦0⟧ costs 14 million kronor, of which ⟦1⟧ contributes ten".
        rf"{BEGIN}(?P<s>{NAME}){TO_VERB}[^⟦⟧;:]{{2,200}}?,\s+of\s+which\s+(?P<o>{LIST})\s+"
        rf"(?P<verb>{_PUTS})\b",
    ),
    (
        Relation.FUNDED_BY,
        # "⟦1⟧ contributes 3 million kronor to ⟦0⟧", "⟦1⟧ put EUR 5 million into ⟦0⟧".
        rf"{BEGIN}(?P<o>{LIST}){TO_VERB}{ADVERBS}(?:(?:has|have)\s+)?(?P<verb>{_PUTS}|puts?|invest(?:s|ed))\s+"
        rf"(?:[\w-]+\s+){{0,3}}?{_SUM}(?:\s+(?:a|per|each|every)\s+year)?\s+(?:to|for|into|in|towards)\s+"
        rf"(?P<s>{OBJECTS})",
    ),
    (
        Relation.RUN_BY,
        # "⟦0⟧ is an initiative of ⟦1⟧".
        rf"{BEGIN}(?P<s>{NAME}){TO_VERB}(?P<verb>{BE})\s+{ADVERBS}(?:an?|the|one\s+of\s+the)\s+"
        rf"(?:(?!(?:joint|common|shared|collaborative)\b)[\w-]+\s+){{0,3}}?(?:initiative|programme|program|project|"
        rf"scheme|event|service|conference|prize|undertaking|activity)s?\s+(?:of|by|from|at)\s+"
        rf"(?P<o>{OBJECTS})",
    ),
    (
        Relation.RUN_BY,
        # "⟦0⟧, a programme of ⟦1⟧, ..."
        rf"(?P<s>{MARK}),\s+(?P<verb>an?|the)\s+(?:(?!(?:joint|common|shared|collaborative)\b)[\w-]+\s+){{0,3}}?"
        rf"(?:initiative|programme|program|project|scheme|event|service|conference|prize)\s+(?:of|by|from)\s+"
        rf"(?P<o>{NAME})(?=[,.;]|$)",
    ),
    (
        Relation.RUN_BY,
        # "⟦0⟧ was handed over to ⟦1⟧", "⟦1⟧ took over ⟦0⟧".
        rf"{BEGIN}(?P<s>{NAME}){TO_VERB}{BE}\s+{ADVERBS}(?P<verb>(?:handed\s+over|transferred|passed\s+on)\s+to|"
        rf"taken\s+over\s+by)\s+(?P<o>{OBJECTS})",
    ),
    (
        Relation.RUN_BY,
        rf"{BEGIN}(?P<o>{NAME}){TO_VERB}{ADVERBS}(?:has\s+)?(?P<verb>(?:took|taken)\s+over)\s+(?P<s>{OBJECTS})",
    ),
    (
        Relation.MEMBER_OF,
        # "⟦0⟧ was signed by ⟦1⟧ and ⟦2⟧": an agreement has parties.
        rf"{BEGIN}(?P<o>{NAME}){TO_VERB}(?P<verb>{BE}\s+{ADVERBS}signed)[^⟦⟧;:,]{{0,40}}?\s+by\s+{COUNTED}"
        rf"(?P<s>{LIST})",
    ),
    (
        Relation.MEMBER_OF,
        # "⟦0⟧ is one of the parties in ⟦1⟧", "the network ⟦1⟧, in which ⟦0⟧ represents ..."
        rf"{BEGIN}(?P<s>{LIST}){TO_VERB}(?P<verb>{BE})\s+{ADVERBS}(?:among|one\s+of)\s+the\s+(?:[\w-]+\s+){{0,3}}?"
        rf"(?:parties|signatories)\s+(?:in|behind|of|to)\s+"
        rf"(?P<o>{OBJECTS})",
    ),
    (
        Relation.MEMBER_OF,
        rf"(?P<o>{NAME}),\s+in\s+which\s+(?P<s>{LIST})\s+{ADVERBS}(?P<verb>represents?|participates?|"
        rf"takes?\s+part|(?:is|are)\s+(?:active|members?|represented))\b",
    ),
    (
        Relation.FOUNDED_BY,
        # "⟦1⟧ took the initiative to ⟦0⟧".
        rf"{BEGIN}(?P<o>{LIST}){TO_VERB}{ADVERBS}(?P<verb>took\s+the\s+initiative\s+to|(?:is|was|are|were)\s+"
        rf"(?:the\s+)?(?:driving\s+force|initiators?)\s+behind)\s+(?P<s>{OBJECTS})",
    ),
    (
        Relation.MEMBER_OF,
        # "⟦0⟧ consists of ⟦1⟧, ⟦2⟧ and ⟦3⟧".
        rf"{BEGIN}(?:At\s+present\s+|Today\s+|Currently\s+)?(?P<o>{NAME}){TO_VERB}{ADVERBS}(?P<verb>consists?\s+of|"
        rf"is\s+made\s+up\s+of|unites|brings\s+together|består\s+av|samlar)\s+{COUNTED}(?P<s>{LIST})",
    ),
    (
        Relation.PART_OF,
        # "⟦0⟧ – a new coworking space in ⟦1⟧".
        rf"(?P<s>{MARK})(?:,|(?:\s[a-zåäö]+)?\s[–—-])\s+(?P<verb>an?)\s+(?:[\w-]+\s+){{0,4}}?{NOUN}\s+(?:in|at|within)\s+"
        rf"(?:the\s+)?(?P<o>{MARK})(?!['’-])",
    ),
    (
        Relation.FOUNDED_BY,
        rf"{BEGIN}(?P<s>{NAME}){TO_VERB}(?P<verb>[^⟦⟧;:]{{3,80}}?,?\s+(?:on|at)\s+the\s+initiative\s+of)\s+"
        rf"(?P<o>{OBJECTS})",
    ),
    (
        Relation.FUNDED_BY,
        rf"{BEGIN}(?P<s>{LIST}){TO_VERB}{ADVERBS}(?:has\s+)?(?P<verb>receive[sd]?|gets?|got|obtain(?:s|ed)?|"
        rf"won)\s+[^⟦⟧;:,]{{0,40}}?(?:funding|money|grants?|financing|support|SEK|EUR|cheque|voucher|scholarship)"
        rf"[^⟦⟧;:,]{{0,40}}?\sfrom\s+{COUNTED}(?P<o>{OBJECTS})",
    ),
    (
        Relation.FUNDED_BY,
        rf"{BEGIN}(?:[Tt]he\s+)?(?:[Ff]unding|[Mm]oney|[Ff]inancing)\s+(?:for|of)\s+(?P<s>{NAME})\s+"
        rf"(?P<verb>comes\s+from|is\s+provided\s+by|is\s+given\s+by)\s+{COUNTED}(?P<o>{OBJECTS})",
    ),
    (
        Relation.PART_OF,
        # "⟦0⟧ is our incubator": ⟦1⟧ stands for "our".
        rf"{BEGIN}(?P<s>{NAME}){TO_VERB}(?P<verb>{BE})\s+(?P<o>{MARK})['’]s\s+(?:[\w-]+\s+){{0,2}}?"
        rf"(?:incubator|accelerator|holding\s+company|subsidiary|business\s+school|makerspace)\b(?!\s+of)",
    ),
    (
        Relation.PART_OF,
        # "⟦0⟧, our own incubator": ⟦1⟧ stands for "our".
        rf"(?P<s>{MARK}),\s+(?P<o>{MARK})['’]s\s+(?P<verb>own\s+)(?:[\w-]+\s+){{0,2}}?{NOUN}\b",
    ),
    (
        Relation.PART_OF,
        # "⟦0⟧ is the student incubator of ⟦1⟧", "⟦1⟧'s own incubator, ⟦0⟧".
        rf"{BEGIN}(?P<s>{NAME}){TO_VERB}(?P<verb>{BE})\s+{ADVERBS}(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?"
        rf"(?:incubator|accelerator|faculty|department|unit|office|institute|division|subsidiary|part|"
        rf"school|arm|centre|laboratory|holding\s+company)\s+of\s+(?P<o>{NAME})",
    ),
    (
        Relation.PART_OF,
        # "⟦0⟧ and ⟦1⟧ have their premises here": ⟦2⟧ is where the text is.
        rf"{BEGIN}(?P<s>{LIST}){TO_VERB}(?P<verb>(?:has|have)\s+(?:its|their)\s+(?:office|offices|premises)"
        rf"|(?:is|are)\s+(?:based|located|housed|found|a\s+tenant|tenants))\s+(?:here\s+)?(?:in|at)\s+(?P<o>{OBJECTS})",
    ),
)
