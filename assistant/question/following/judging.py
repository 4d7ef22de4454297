"""Asks whether what people tell of themselves will do: "I only speak Finnish, is that ok?"."""

import re

from assistant.evidence.measures import Measure, measured
from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.asker import told_of_oneself, turnover_told
from assistant.question.following.discourse import Discourse
from assistant.question.following.phrases import is_plural, phrases_in
from assistant.question.following.sentences import is_of_oneself, sentences
from assistant.question.following.wording import AND, bare, lowered

_HOW = (
    r"(?:ok(?:ay)?|fine|all\s?right|enough|sufficient|(?:good|big|old|large|small|much)\s+enough|"
    r"allowed|possible|permitted|acceptable|a\s+problem|an\s+issue|(?:much\s+)?too\s+\w+)"
)
_JUDGES = re.compile(
    r"^(?P<told>.+?)\s*[,;.!…–-]++\s*(?:(?:so|and|but|then)\s+)?"
    rf"(?:(?:(?:is|would|will)\s+(?:that|this|it)\s+(?:be\s+|still\s+)*)?(?P<how>{_HOW})|"
    r"(?:does|will|would|can)\s+(?:that|this|it)\s+(?:still\s+)?(?P<does>work|do|matter|count)|"
    r"(?:(?:is|are)\s+there\s+)?(?P<any>any\s+(?!chance|idea|more|other|of\b)[a-zåäö-]+(?:\s(?!for\b)[a-zåäö-]+)?))"
    r"(?:\s+(?:for|with|at)\s+(?:them|you|it|us|me|that|this)|\s+there)?(?:\s+then)?\s*[?!.]+$",
    re.I,
)
_LANGUAGE = re.compile(
    r"(?<!not )(?<!n[’']t )\b(?:speaks?|understands?)\s+(?:only\s+|just\s+)?"
    r"(?P<language>[A-ZÅÄÖ]\w+(?:ish|an|ese|ch|ic))\b"
)
_I = re.compile(r"\bi\b", re.I)
# "Our company is led by two" tells not what it is.
_IS = re.compile(
    r"^\S+(?:\s+\S+)?(?:[’'](?:m|re|ve|s)|\s+(?:am|are|is|have|has|employ))\s+(?!\w+ed\b|led\b|run\b)",
    re.I,
)
_JOINED = frozenset({"incubator", "accelerator", "cluster", "association", "club", "hub"})
_MATTERS = re.compile(r"^(?:matter|count)$", re.I)


def judged(question: str, discourse: Discourse) -> str:
    """Ask whether what was told of oneself will do for what was spoken of.

    "" where nothing is told so, or it speaks of something else as well. What it is that has to do
    is told by the words: of languages whether they are spoken, else whether all of it is all right.
    """
    found = _JUDGES.match(question)
    if found is None or discourse.last is None:
        return ""
    told = bare(AND.sub("", sentences(found["told"])[1][-1])).strip(" ,;.!–-")
    plain = expanded(told)
    topic = discourse.topic(found["any"] or found["how"] or "")
    if not is_of_oneself(told) or topic is None or not topic.is_name:
        return ""
    if first_anaphor(plain, discourse.names(plain)) is not None:
        return ""
    if found["any"]:
        asker = told_of_oneself(told)
        there = "Are there" if is_plural(found["any"]) else "Is there"
        asks = f"{there} {found['any'].lower()}"
        return f"{asks} for {asker.named} at {topic.text}?" if asker else ""
    return _whether(told, found["how"] or "", found["does"] or "", topic)


def _whether(told: str, how: str, does: str, meant: Antecedent) -> str:
    topic, sizes = meant.text, measured(told)
    language = _LANGUAGE.search(told)
    if language:
        return f"Can one speak {language['language']} at {topic}?"
    amount = turnover_told(told)
    if amount and not how.lower().startswith("too"):
        return f"Is a turnover of {amount} enough to take part in {topic}?"
    asker = told_of_oneself(told) if _IS.match(told) else None
    if asker and how and any(one.measure is Measure.AGE for one in sizes):
        return f"Is {asker.named} {how.lower()} for {topic}?"
    if asker:
        joins = not sizes and any(kind[-1] in _JOINED for kind in meant.kinds)
        return f"Can {asker.named} {'join' if joins else 'take part in'} {topic}?"
    if not phrases_in(told):
        return ""  # "I see, is that possible?"
    # What is a problem and what is too much are asked so that yes is good news.
    asks = f"Does it {does.lower()}" if _MATTERS.match(does) else "Is it ok"
    return f"{asks} for {topic} if {_I.sub('I', lowered(told))}?"
