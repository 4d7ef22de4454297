"""A question for yes or no in whatever frame it is put, and what is told before it asks.

"If we join, do we pay?", "Can you tell me whether we pay?" and "We pay, right?" all ask "do we
pay?". Nothing is looked up here.
"""

import re
from dataclasses import dataclass

from assistant.question.grammar import AUXILIARY, base_form


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedQuestion:
    """What is asked to be so.

    Attributes:
        question: It, in the plain form that begins with its verb: "Is NOME a company?".
        given: What the asker tells of themselves or supposes: "I live in Lund"; "" for nothing.
    """

    question: str
    given: str = ""


_NEGATED = r"(?:n['’]?t)?"
_ASKING = re.compile(rf"^(?:{AUXILIARY}{_NEGATED}|cannot|won['’]?t)\b(?!\s*$)", re.I)
_MOVED = re.compile(rf"\b(?P<verb>{AUXILIARY})(?P<negated>n['’]t)?\b", re.I)
_YOU_TELL = (
    r"(?:can|could|would|will|do|did) (?:you|u|anyone|someone|somebody) (?:please |kindly )?"
    r"(?:(?:happen to |by any chance )?know|tell (?:me|us)|let (?:me|us) know|say|confirm|check|"
    r"explain|verify|clarify|find out)"
)
_I_ASK = (
    r"(?:i|we)(?: am|['’]m| are|['’]re| was| were|['’]d| would)? ?(?:just |also |really )?"
    r"(?:wonder(?:ing)?|curious|not sure|unsure|(?:like|love|want|need) to (?:know|find out|check|"
    r"ask|hear)|want to know|ask(?:ing)? myself)"
)
_FRAMES = (
    re.compile(
        rf"^(?:{_YOU_TELL}|{_I_ASK}|(?:please )?(?:tell (?:me|us)|let (?:me|us) know|say|confirm|"
        r"check|verify)|is it (?:known|clear)|any idea)\s+(?:about )?(?:if|whether|that)\s+"
        r"(?P<claim>.+)$",
        re.I,
    ),
    re.compile(
        r"^(?:is|was) it (?:still |really |actually )?(?:true|correct|right|so|the case|a fact|"
        r"accurate)(?: to say)?,? (?:that )?(?P<claim>.+)$",
        re.I,
    ),
    re.compile(
        r"^(?:am i|are we) (?:right|correct)(?: in (?:thinking|assuming|believing|saying)| to "
        r"(?:think|assume|believe|say))?,? (?:that )?(?P<claim>.+)$",
        re.I,
    ),
    re.compile(r"^(?:so |and )?(?:if|whether)\s+(?P<claim>[^,;]+)$", re.I),
)
_HEARSAY = re.compile(
    r"^(?:(?:i|we)(?: have|['’]ve)? (?:heard|hear|read|was told|were told|am told|think|thought|"
    r"believe|assume|understand|understood|guess|suppose)|(?:they|people|somebody|someone) "
    r"(?:says?|said|told (?:me|us))|apparently|supposedly),? (?:that )?",
    re.I,
)
_TRUE = re.compile(
    r"^(?P<claim>.+?)[.,;!]\s*(?:is|was) (?:that|this|it) (?:really |still |actually )?"
    r"(?:true|right|correct|so|the case|accurate)$",
    re.I,
)
_TAG = re.compile(
    rf"^(?P<claim>.+?),\s*(?:right|correct|true|yes|no|or not|or|eh|am i right|"
    rf"{AUXILIARY}{_NEGATED} (?:it|they|he|she|you|we|there|one)(?: not)?|innit)$",
    re.I,
)
_CLEFT = re.compile(
    r"^(?P<be>is|was) it (?:really |actually |still )?(?P<who>[A-ZÅÄÖ].+?) (?:that|who|which) "
    r"(?P<does>\w+)(?P<rest>\s.+)?$",
)
_OPEN = re.compile(r"^(?:who|whom|whose|what|when|where|which|why|how)\b", re.I)
_SUPPOSING = r"(?:if|when|once|suppose|supposing|assuming|because|in case|provided)"
_BEFORE = re.compile(
    rf"^(?P<given>(?:{_SUPPOSING}\b|(?:i|we|my|our|i['’]m|we['’]re|i['’]ve|we['’]ve)\b).+?)\s*"
    rf"(?:[,;:.–—]|\s-)\s*(?:(?:so|then|and|but|now)\b,? )?(?P<asked>{AUXILIARY}{_NEGATED}\s.+)$",
    re.I,
)
_AFTER = re.compile(
    rf"^(?P<asked>{AUXILIARY}{_NEGATED}\s.+?),?\s+(?P<given>(?:if|once|provided|in case|assuming)"
    r"\s.+)$",
    re.I,
)
_ASIDE = re.compile(
    r"^(?:(?:please|so|and|but|ok(?:ay)?|well|also|by the way|btw|hi|hello|hey|one more thing|"
    r"quick question|just to be sure|to be clear)\b[\s,.!:;-]*)+",
    re.I,
)


def closed_question(text: str) -> ClosedQuestion | None:
    """Give what is asked to be so; None for a question that yes or no does not answer.

    >>> closed_question("Can you tell me whether NOME is a company?").question
    'is NOME a company?'
    >>> closed_question("NOME is free, right?").question
    'is NOME free?'
    >>> closed_question("I live in Lund; may I take part?").given
    'I live in Lund'
    >>> closed_question("Where is NOME?")
    """
    plain = _ASIDE.sub("", " ".join(text.replace("’", "'").split()).rstrip("?!. "))
    for frame in _FRAMES:
        framed = frame.match(plain)
        if framed:
            return _of_claim(framed["claim"])
    cleft = _CLEFT.match(f"{plain[:1].lower()}{plain[1:]}")
    if cleft:
        return ClosedQuestion(question=f"{_straight(cleft)}?")
    told = _TRUE.match(plain) or _TAG.match(plain)
    if told and not _OPEN.match(told["claim"]):
        return _of_claim(_HEARSAY.sub("", told["claim"]))
    return _of_question(plain)


def _of_question(plain: str) -> ClosedQuestion | None:
    for form in (_BEFORE, _AFTER):
        found = form.match(plain)
        if found:
            return ClosedQuestion(question=f"{found['asked']}?", given=found["given"].strip(" ,"))
    return ClosedQuestion(question=f"{plain}?") if _ASKING.match(plain) else None


def _of_claim(claim: str) -> ClosedQuestion | None:
    """Turn a statement into the question whether it holds."""
    if _OPEN.match(claim):
        return None
    asked = _of_question(claim)
    if asked:
        return asked
    conditional = re.match(
        rf"^(?P<given>{_SUPPOSING}\s[^,;]+)[,;]\s*(?P<claim>.+)$|"
        r"^(?P<late>.+?),?\s+(?P<condition>if\s.+)$",
        claim,
        re.I,
    )
    given = ""
    if conditional:
        given = conditional["given"] or conditional["condition"]
        claim = conditional["claim"] or conditional["late"]
    return ClosedQuestion(question=f"{_inverted(claim)}?", given=given)


def _straight(cleft: re.Match[str]) -> str:
    """Give "does Alfa run it" for "is it Alfa that runs it"."""
    verb, rest = cleft["does"], cleft["rest"] or ""
    if re.fullmatch(AUXILIARY, verb, re.I):
        return f"{verb} {cleft['who']}{rest}"
    if cleft["be"] == "was" or not verb.endswith("s"):
        return f"did {cleft['who']} {verb}{rest}"
    return f"does {cleft['who']} {base_form(verb)}{rest}"


def _inverted(claim: str) -> str:
    found = _MOVED.search(claim)
    if found is None:
        return f"does {claim}"
    subject, rest = claim[: found.start()].strip(), claim[found.end() :].strip()
    denied = "not " if found["negated"] else ""
    return " ".join(f"{found['verb'].lower()} {subject} {denied}{rest}".split())
