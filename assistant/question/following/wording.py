"""Words that a follow-up begins with, and how a query is written."""

import re

AND = re.compile(
    r"^(?:(?:and|but|so|or|ok(?:ay)?|okej|also|then|well|oh|ah|hm+|hmm|now|right|alright|all right|"
    r"sure|fine|good|great|nice|cool|perfect|interesting|i see|thanks|thank you|thx|tack|yes|yeah|"
    r"yep|no|please|sorry|wait|actually|super|cheers|"
    r"(?:one|a|just one) (?:more|last|other|quick|further) (?:thing|question)|"
    r"another (?:thing|question)|"
    r"furthermore|moreover|plus|anyway|anyhow|by the way|btw|och|"
    r"men)\b[\s,.!:;–-]*(?=\w))+",
    re.I,
)
"""What only ties a question to the one before it."""


YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
"""A year that documents may speak of."""


_NEW = r"(?:new|different|another|other|next|unrelated|separate|side|fresh|completely different)"
_SUBJECT = r"(?:topic|subject|matter|theme|thing|question|issue|note|one|point)"
# "New subject: who runs Alfa?" is of nothing that was spoken of.
_NEW_TOPIC = re.compile(
    r"(?:(?:now|and|but|for|on|to|with|just|quick|my|the|an?|some|let[’']?s)\s+){0,4}"
    # "The other one, who runs it?" is of the other of two.
    r"(?!(?<=the\s)(?:other|next)\s+one\b)"
    rf"(?!another\s+(?:thing|question))(?:(?:(?:completely|totally|entirely|very|quite|slightly)\s+)?{_NEW}\s+{_SUBJECT}|"
    r"something\s+(?:(?:completely|totally|entirely|quite|very)\s+)?(?:else|different|other|new)|"
    r"(?:chang(?:e|ing)|switch(?:ing)?)\s+(?:of\s+)?(?:the\s+)?(?:topics?|subjects?)|"
    r"(?:topic|subject)\s+change|moving\s+on|unrelated(?:ly)?|off[- ]topic|aside from that)"
    r"(?:\s+(?:now|then|though|please|altogether|entirely|from me|for you))*"
    r"(?:\s*(?:[:,;.!–—-]|\.\.\.|…)+\s*)(?:(?:but|and|so)\s+)?(?=\w)",
    re.I,
)
_OF_ALL = re.compile(r"^(?:(?:what|how)\s+about|about|regarding|as for)\s+(?=[^,?]+\??$)", re.I)


def without_new_topic(question: str) -> str:
    """Leave out what only tells that a question is of something else.

    >>> without_new_topic("ok thanks, something else: is Alfa free?")
    'Is Alfa free?'
    >>> without_new_topic("And the other one, who runs it?")
    'And the other one, who runs it?'
    >>> without_new_topic("New subject: what about Alfa?"), without_new_topic("One thing: why?")
    ('Tell me about Alfa?', 'One thing: why?')
    """
    tied = AND.match(question)
    start = tied.end() if tied else 0
    found = _NEW_TOPIC.match(question, start) or _NEW_TOPIC.match(question)
    if found is None:
        return question
    rest = question[found.end() :]
    rest = _OF_ALL.sub("tell me about ", rest)
    return f"{rest[:1].upper()}{rest[1:]}"


_I = re.compile(r"I\b")


def lowered(text: str) -> str:
    """Write a question's first letter small, unless it begins a name.

    >>> lowered("Does NOME pay?"), lowered("NOME pays?"), lowered("I live there")
    ('does NOME pay?', 'NOME pays?', 'I live there')
    """
    is_kept = text[1:2].isupper() or _I.match(text)
    return text if is_kept else text[:1].lower() + text[1:]


def bare(question: str) -> str:
    """Give a question without the mark at its end.

    >>> bare("Who funds NOME? ")
    'Who funds NOME'
    """
    return question.rstrip(" ?!.")
