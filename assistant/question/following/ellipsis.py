"""Questions of a few words that ask more of the last one: "Since when?", "Why?", "How much?"."""

import re

from assistant.entities.kinds import RELATIONS, singular
from assistant.question.clauses import BARE
from assistant.question.condenser import Condensed
from assistant.question.following.asking import ask_for_list, ask_for_question
from assistant.question.following.discourse import Discourse
from assistant.question.following.other_kind import the_other_ones
from assistant.question.following.others import (
    THE_OTHERS,
    else_asked,
    is_of_one,
    others_asked,
    who_does,
)
from assistant.question.following.phrases import head_of, is_plural, phrases_in
from assistant.question.following.spoken import Spoken
from assistant.question.following.verbs import is_verb, past_base
from assistant.question.following.wording import AND, bare, lowered
from assistant.question.grammar import AUXILIARY, base_form, with_capital
from assistant.question.terms import words

_AFTERWARDS = (
    r"then|exactly|approximately|roughly|precisely|is that|was that|are they|were they|that|though|"
    r"more exactly|already|now|so far|again|actually|in all|in total"
)
_BARE = re.compile(
    rf"^(?P<asks>{BARE}|"
    r"(?:since|until|till|by|from|for) (?:when|how long|what year)|(?:and )?when|where|"
    r"why(?: not)?|how(?: so| come| often| long| far| big| old| large| exactly)?|how (?:much|many)|"
    r"for how (?:long|much|many)|(?:together )?(?:by|with|for|from|to) (?:whom?|what)|whom?|who by|"
    r"who with|what for|(?:of|about|into|against|under|through|over) (?:what|whom)|"
    rf"(?:within|into|over|against) (?:what|which)(?: (?!{AUXILIARY}\b)[a-z]+){{1,2}}|"
    r"in (?:what|which) (?:year|city|town|country|place|way|language)|(?:what|which) "
    r"(?:year|city|town|country|place)|which(?: ones?)?|at (?:what|which) (?:cost|price|place)|"
    r"wen|wher|hwo|since wen)"
    rf"(?:\s+(?:{_AFTERWARDS}))?$",
    re.I,
)
# "How old are they?" and "where are they?" point at something.
_HOW_ARE_THEY = re.compile(
    r"^(?:how (?:far|big|old|large|long)|where|when)\s+(?:are|were)\s+they(?:\s+exactly)?$", re.I
)
# "And then?"
_NEXT = re.compile(
    r"^(?:what\s+)?then$|^(?:what\s+)?(?:happens?|comes?)\s+(?:next|then|afterwards?|after\s+"
    r"(?:that|this|it))$|^what(?:[’']s| is) next$",
    re.I,
)
# Behind "Who runs Alfa?" it asks who that is.
_WHO_ARE_THEY = re.compile(r"^who\s+(?:is\s+that|was\s+that|are\s+they|were\s+they)$", re.I)
_SURE = re.compile(
    r"^(?:really|(?:all|some|half|most|part)\s+of\s+(?:it|that|them|those)|"
    r"are you (?:really )?sure(?: about (?:that|it|this))?|is (?:that|this|it) "
    r"(?:really )?"
    r"(?:so|true|right|correct|certain)|sure|seriously|says who|how do you know(?: (?:that|this))?|"
    r"can you (?:prove|confirm|verify|check) (?:that|it|this))$",
    re.I,
)
# "So nothing at all?" asks once more.
_NOT_EVEN = re.compile(
    r"^(?:nothing|none|never|nobody|no one|not\s+(?:even|any|one|at)\b[^,?]{0,30})"
    r"(?:\s+(?:at\s+all|whatsoever|ever))?$",
    re.I,
)
_MORE = re.compile(
    r"^(?:(?:can|could) you |please )?(?:tell me |give me |say |show me |i want (?:to know )?|"
    r"know )?"
    r"(?:a (?:bit|little) )?(?:some )?"
    r"(?:more|more (?:details?|information|info|facts)|any more(?: details?)?|anything (?:else|"
    r"more)|"
    r"something else|what else|go on|continue|elaborate|explain(?: more| further| that| it)?|"
    r"details|further details)"
    r"(?: (?:about|on) (?:it|that|this|them))?(?:,? please)?$",
    re.I,
)
_ELSE = re.compile(
    r"^(?:who|what|where|which) else$|^(?:any|anyone|anybody) (?:else|others?|more)$", re.I
)
# "And before?": what is told of now must not answer it.
_AT_ANOTHER_TIME = re.compile(
    r"^(?:before|after|afterwards|earlier|later|previously)(?:\s+(?:that|this|then|it))?$", re.I
)
_YES_NO = re.compile(rf"^(?P<verb>{AUXILIARY})\s+(?P<rest>.+)$", re.I)
_WH_AUXILIARY = re.compile(
    rf"^(?:(?:since|until|by|in|at|for|from|with|to|of) )?(?:when|where|why|how(?: (?:much|many|"
    rf"often|"
    rf"long|big|old|large))?|what|who|which)(?P<noun>(?: "
    rf"[\w-]+){{0,3}}?)\s+(?P<verb>{AUXILIARY})\s+"
    r"(?P<rest>.+)$",
    re.I,
)
_WHO_DOES = re.compile(
    rf"^(?:who|which [\w -]+?|what)(?: all)?\s+(?!{AUXILIARY}\b)"
    r"(?P<verb>[a-z]+(?:s|ed)|ran|held|built|led|began|made|gave|got|won|wrote|took|bought|sold|paid|"
    r"run|own|fund|found|lead|take|"
    r"arrange|organise|finance|support|manage|operate|host)\s+(?P<rest>.+)$",
    re.I,
)
_WHAT_IS = re.compile(
    r"^(?:what|who)(?:['’]s|\s+(?:is|are|was|were))\s+(?P<what>.+)$|"
    r"^(?:please )?(?:tell me (?:more )?about|describe|explain)\s+(?P<about>.+)$",
    re.I,
)
# What a bare word asks of something that was only described.
_OF_A_THING = {
    "since when": "Since when does {} exist?", "when": "When was {} founded?",
    "where": "Where is {}?", "who": "Who runs {}?", "how": "How does {} work?",
    "how much": "How much does {} cost?", "why": "Why does {} exist?",
    "how long": "How long does {} last?", "for how long": "How long does {} last?",
    "how often": "How often does {} take place?", "how big": "How big is {}?",
    "how old": "How old is {}?", "with whom": "With whom does {} work?",
    "by whom": "By whom is {} run?", "for whom": "For whom is {}?", "what for": "What is {} for?",
    "until when": "Until when does {} run?",
}  # fmt: skip
_WHAT_DOES = re.compile(r"^what\s+(?:do|does)\s+(?:the\s+)?[A-ZÅÄÖ].*\sdo$", re.I)
_MANY = frozenset({"how many", "which", "which one", "which ones", "how much"})
_EXTRA = re.compile(rf"\s+(?:{_AFTERWARDS})$", re.I)
_MISSPELT = {"wen": "when", "wher": "where", "hwo": "who", "since wen": "since when"}


def completed(question: str, discourse: Discourse) -> Condensed | None:
    """Make a question of a few words standalone; None when it is none of these."""
    plain = AND.sub("", bare(question))
    last = discourse.last
    if last is not None and (_SURE.match(plain) or _NOT_EVEN.match(plain)):
        return Condensed(last.query)
    for told, asks in ((_MORE, "Tell me more about {}"), (_NEXT, "What happens afterwards at {}?")):
        if told.match(plain):
            named = last.names[0].text if last and last.names and told is _NEXT else ""
            topic = discourse.topic(plain)
            meant = named or (topic.text if topic else "")
            return Condensed(asks.format(meant)) if meant else None
    if last is not None and (others := _of_others(question, plain, last, discourse)):
        return others
    if _AT_ANOTHER_TIME.match(plain):
        return Condensed(question, ask_for_question())
    found = _BARE.match(plain)
    if found is None or _HOW_ARE_THEY.match(plain):
        return None
    return _more_of(found, last, discourse) if last else Condensed(question, ask_for_question())


def _of_others(question: str, plain: str, last: Spoken, discourse: Discourse) -> Condensed | None:
    """Ask for others than were asked about: "who else?", "the others?", "so who does?"."""
    if _ELSE.match(plain):
        return Condensed(else_asked(plain, last))
    if THE_OTHERS.match(plain) and is_of_one(last, discourse):
        if others := others_asked("who else", last):
            return Condensed(others)
        return None if the_other_ones(plain, last) else Condensed(question, ask_for_list())
    who = who_does(plain, last)
    return Condensed(who) if who else None


def _more_of(found: re.Match[str], last: Spoken, discourse: Discourse) -> Condensed:
    """Ask more of the last question: when, where, of what."""
    if _WHO_ARE_THEY.match(found.group()) and last.asks_who and last.answer:
        return Condensed(f"Who is {last.answer.text}?")
    asks = _EXTRA.sub("", found["asks"].lower()).strip()
    asks = _MISSPELT.get(asks, asks).removeprefix("and ")
    return Condensed(_asked_more(asks, last, discourse))


def _asked_more(asks: str, last: Spoken, discourse: Discourse) -> str:
    query = bare(last.query)
    yes_no = _YES_NO.match(query)
    if yes_no:
        return _of_claim(asks, query, last)
    thing = _WHAT_IS.match(query)
    who = _WHO_DOES.match(query)
    if who and not thing and (found := _of_deed(asks, who, last)):
        return found
    is_of_it = thing is not None and _is_one_name(thing["what"] or thing["about"], last)
    if last.names and (is_of_it or _WHAT_DOES.match(query)):
        pattern = _OF_A_THING.get(asks, f"{with_capital(asks)} of {{}}?")
        return pattern.format(last.names[0].text)
    wh = _WH_AUXILIARY.match(query)
    if wh:
        by = last.answer.text if last.answer and query.lower().startswith("who") else ""
        return _other_asked(asks, wh, by)
    topic = discourse.topic(asks)
    return f"{with_capital(asks)} of {topic.text}?" if topic else f"{query}, {asks}?"


def _is_one_name(what: str, last: Spoken) -> bool:
    name = last.names[0].text if last.names else ""
    return bool(name) and len(words(what)) <= len(words(name)) + 1


def _of_claim(asks: str, query: str, last: Spoken) -> str:
    """Ask more of a yes or no: "Does X have members?" and "How many?"."""
    if asks in _MANY:
        return _counted(asks, query, last)
    if asks in {"why", "why not", "how come", "how so"} and last.short.lower().startswith("no"):
        return f"Why {_negated(lowered(query), last)}?"
    asked = "why" if asks in {"how come", "how so", "why not", "what for"} else asks
    return f"{with_capital(asked)} {lowered(query)}?"


def _negated(query: str, last: Spoken) -> str:
    """Put "not" behind the subject, where a name is it."""
    if not last.names or not re.search(
        rf"^\w+\s+(?:the\s+)?{re.escape(last.names[0].text)}", query
    ):
        return query
    return re.sub(rf"({re.escape(last.names[0].text)})(?![’'])", r"\1 not", query, count=1)


def _is_named(said: str, last: Spoken) -> bool:
    return any(name.text in said and len(name.text) + 4 >= len(said) for name in last.names)


def _counted(asks: str, query: str, last: Spoken) -> str:
    """Bring what is counted to the front: "How much venture capital have they raised?"."""
    verb, _, rest = query.partition(" ")
    phrases = [one for one in phrases_in(query) if one.start > len(verb)]
    is_there = rest.lower().startswith("there ")
    counted = phrases[0] if is_there and phrases else phrases[-1] if len(phrases) > 1 else None
    if counted is None or _is_named(query[counted.start : counted.end], last):
        return f"{with_capital(asks)} {lowered(query)}?"
    said = query[counted.start : counted.end]
    begin = re.split(r"\s+(?:of|in|for|from|at|with)\s+", said)[0]
    noun = re.sub(r"^(?:an?|any|some|the|no)\s+", "", begin, flags=re.I)
    left = f"{query[: counted.start].rstrip()}{query[counted.start + len(begin) :]}"
    one = re.match(r"^an?\s", said, re.I) is not None
    how = asks.removesuffix(" ones").removesuffix(" one")
    if one and how == "how much":
        return f"How much of {begin} {lowered(left)}?"
    if one and how in {"how many", "which"} and not is_plural(head_of(noun)):
        noun = f"{noun}s" if how == "how many" else noun
    return f"{with_capital(how)} {noun} {lowered(left)}?"


def _of_deed(asks: str, who: re.Match[str], last: Spoken) -> str:
    """Ask more of what somebody does: "Who runs X?" and "Since when?"; "" where it is no deed."""
    verb, rest = who["verb"].lower(), who["rest"]
    by = last.answer.text if last.answer else ""
    if verb in {"is", "are", "was", "were", "has", "have"}:
        return f"{with_capital(asks)} {verb} {by or 'it'} {rest}?"
    if not (past_base(verb) or is_verb("".join(words(verb)))):
        return ""
    if asks in {"how many", "which", "which ones", "which one"}:
        return f"{with_capital(asks)} of those that {verb} {rest}?"
    past = past_base(verb)
    if past and not by:
        return f"{with_capital(asks)} was {rest} {verb}?"
    helper = "did" if past else "does" if by else "do"
    asked = "why" if by and asks == "what for" else asks
    return f"{with_capital(asked)} {helper} {by or 'they'} {past or base_form(verb)} {rest}?"


def _other_asked(asks: str, wh: re.Match[str], by: str = "") -> str:
    """Ask something else of the same, or of who was asked for: "When is it held?" and "Where?"."""
    verb, rest, noun = wh["verb"], wh["rest"], wh["noun"].strip()
    if by and verb.lower() in {"is", "are", "was", "were"}:
        return f"{with_capital(asks)} {verb} {by} {rest}?"
    # "Which two schools were merged?" asks for what that was done to.
    first = rest.split()[0]
    if noun and asks not in _MANY and first.islower() and is_verb("".join(words(first))):
        return f"{with_capital(asks)} {verb} the {noun} {rest}?"
    if asks in _MANY and noun:
        return f"{with_capital(asks.removesuffix(' ones'))} {noun} {verb} {rest}?"
    if noun and first.lower() == "there":
        return f"{with_capital(asks)} {verb} there {noun}{rest[len('there') :]}?"
    if (
        noun
        and asks not in _MANY
        and singular(first.lower()) in RELATIONS
        and verb.lower() in {"are", "were"}
    ):
        return f"{with_capital(asks)} {verb} the {noun} {rest}?"
    return f"{with_capital(asks)} {verb} {rest}?"
