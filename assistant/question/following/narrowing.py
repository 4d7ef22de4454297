"""Asks the last question of some of its answers: "which of them are companies?"."""

import re

from assistant.entities.kinds import RELATIONS, is_known, kind_words, plural, singular
from assistant.evidence.number_words import NUMBERS
from assistant.question.choice import Restriction, restriction_of
from assistant.question.following.asked_noun import asked_noun
from assistant.question.following.discourse import Discourse
from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.spoken import Spoken, article_before
from assistant.question.following.verbs import is_verb, past_base
from assistant.question.following.wording import bare
from assistant.question.grammar import AUXILIARY, base_form, with_capital
from assistant.question.terms import terms, words
from index.sentences import split_sentences

_OF_THEM = re.compile(
    r"^(?P<how>which|what|who|how many|how much)(?:\s+ones?)?\s+(?:out\s+)?of\s+(?:all\s+)?"
    r"(?P<pointing>them|these|those|the|its|their)\s+(?P<rest>[^,?]+)$",
    re.I,
)
WHICH_ONE = re.compile(
    # "Which is the oldest cluster?" says of what it asks.
    rf"^which(?:\s+(?P<one>ones?))?\s+(?=(?:{AUXILIARY}\s+(?!there|the most\b|"
    r"the (?:[a-z]{3,}est|first|last|only) (?!(?:of|in|one)\b)[a-z])|(?:takes?|has|have|"
    r"offers?|costs?|came|come|started|opened|charges?|gives?|lies?|belongs?)\b))",
    re.I,
)
# "Is any of them a bank?" asks which one is.
_ANY_OF_THEM = re.compile(
    r"^(?P<verb>is|are|was|were|have|has|do|does|did)\s+(?:any|some|one)(?:\s+one)?\s+of\s+"
    r"(?:them|these|those)\s+(?P<rest>[^,?]+)$",
    re.I,
)
_AMONG = re.compile(
    r"^(?:(?P<verb>is|are|was|were)\s+there\s+)?(?:any|some|an?)\s+(?P<kind>[\w -]+?)\s+"
    r"(?:among(?:st)?|in|on)\s+(?:them|these|those|the\s+list|that\s+list)$",
    re.I,
)
_HOW_MANY_ARE = re.compile(
    r"^how\s+many\s+(?P<rest>(?:is|are|was|were)\s+(?!(?:there|they|those|these|we|you)\b).+)$",
    re.I,
)
_THE_ONES = re.compile(
    r"^(?:(?:only|just)\s+)?(?:those|the\s+ones?)\s+(?P<where>(?:in|at|from|near)\s+.+)$", re.I
)
_ASKS_SOME = re.compile(
    r"^(?P<asks>who|(?:which|what|how many)\s+(?P<noun>[\w-]+(?:\s+[\w-]+)??))\s+"
    rf"(?P<rest>(?:{AUXILIARY}\b|[a-z-]+(?:ed|s)\b|run\b|take\b|fund\b).+)$",
    re.I,
)
_CLAUSE = re.compile(r"\s+(?:that|which|who)\s")
_ANOTHER = re.compile(r"\b(?:and|or|but)\s+(?:which|who|what|how)\b", re.I)
_ARE = re.compile(r"^(?:is|are|was|were)\s+(?:there\s+)?", re.I)
# "Is not a company but a person" and "is the Danish one" say no more than "a person" and "Danish".
_NOT_BUT = re.compile(r"^(?P<is>(?:is|are|was|were)\s+)not\s+[^,]+?,?\s+but\s+", re.I)
_IS_ONE = re.compile(
    r"^(?P<is>(?:is|are|was|were)\s+)the\s+(?P<how>(?-i:[A-ZÅÄÖ])\w+(?:ish|ese|[ai]an|ch|ic)|"
    r"(?!most\b|least\b)\w+(?:ic|al|ble|ive|ous|ed)|free|small|big|large|new|old|young|private)"
    r"\s+ones?$",
    re.I,
)
_THESE = re.compile(r"\bof\s+(?:all\s+)?(?:these|those)\b", re.I)
_THEM = re.compile(r"of\s+(?:all\s+)?(?:them|these|those)$", re.I)
_HOW_MANY = re.compile(r"^how many\b", re.I)
_PRONOUN = re.compile(r"\b(?:they|it|he|she|we|them|its|their)\b", re.I)
# "Founded Mobile Heights" may be said of companies; "are the founders" may not be asked so.
_DEED = re.compile(rf"(?!{AUXILIARY}\b)[a-z]", re.I)
_OF = re.compile(r"\b(?:of|in|at|that|who|which|from|for|behind)\b", re.I)
# "Companies in Alfa when it closed": of one time, and who "it" is stands there.
_WHEN_IT = re.compile(r"\s+(?:when|while|before|after|since|until)\s+(?:it|they)\s+\S.*$", re.I)
_LONGEST_NOUN = 3


def counts_last(discourse: Discourse) -> bool:
    """Whether the last question was for a number, of which "how many of those" asks for some."""
    last = discourse.last
    return last is not None and _HOW_MANY.match(asked_alone(last)) is not None


def asked_alone(last: Spoken) -> str:
    """Give the question of a turn alone, without what was told before it."""
    spans = split_sentences(last.query)
    return bare(last.query[spans[-1].start :]) if spans else bare(last.query)


def narrowed_to(plain: str, discourse: Discourse) -> str:
    """Ask the last question of fewer: "Who founded X?" and "which of them are companies?".

    "" where the question points at nothing that was asked for, or no noun tells what that was.
    """
    last = discourse.last
    how, noun, told = _parted(bare(plain))
    if last is None or not told:
        return ""
    wanted = restriction_of(told)
    # "How many are let in?" counts others as well, "how many are banks?" those that were listed.
    if _HOW_MANY_ARE.match(bare(plain)) and not (len(last.items) > 1 and wanted.kind):
        return ""
    noun = "" if _only_points(noun, plain, last) else noun
    listed = "" if noun and not _is_asked_for(noun, last) else whole_asked(last)
    if not noun and not wanted.is_negated:
        asked = _of_kind(how, wanted, last) if wanted.kind else _there(how, told, wanted, last)
        if asked:
            return asked
    if not listed and noun and _THESE.search(plain) and (whole := whole_asked(last)):
        listed = f"{noun} among the {whole}"
    elif not listed and noun and re.search(rf"\b{re.escape(noun)}\b", last.said, re.I):
        listed = _of_topic(noun, plain, last, discourse)
    return with_capital(f"{how} of the {listed} {told}?") if listed else ""


def among_all(plain: str, of_them: re.Match[str], turn: Spoken, discourse: Discourse) -> str:
    """Say of what "most of them" are: of what a turn asked for, or was spoken of by a plain noun.

    "" where no noun tells what they are.
    """
    pointing, topic, noun = _THEM.search(of_them.group()), discourse.topic(plain), whole_asked(turn)
    if pointing is None or (not noun and (topic is None or topic.is_name)):
        return ""
    before, rest = plain[: of_them.start() + pointing.start()], plain[of_them.end() :]
    if not noun and topic is not None and topic.text[:1].isupper():
        return ""
    said = f"of the {noun}" if noun or topic is None else topic.several
    return with_capital(f"{before}{said}{rest}")


def asks_twice(plain: str) -> bool:
    """Whether two things are asked of some: "which are companies and which are parks?"."""
    return _ANOTHER.search(plain) is not None


def is_of_kind_or_noun(plain: str) -> bool:
    """Whether a question asks which of some are of a kind, or says itself what they are."""
    _, noun, told = _parted(bare(plain))
    return bool(noun or (told and restriction_of(told).kind))


def _parted_simply(plain: str) -> tuple[str, str] | None:
    """Part what asks for some without saying of what: "any banks among them?"."""
    if which := WHICH_ONE.match(plain):
        return "which", plain[which.end() :]
    if any_one := _ANY_OF_THEM.match(plain):
        helps = any_one["verb"].lower() in {"do", "does", "did"}
        return "which", f"{'' if helps else any_one['verb'].lower()} {any_one['rest']}".strip()
    if among := _AMONG.match(plain):
        return "which", f"{(among['verb'] or 'are').lower()} {among['kind']}"
    if many := _HOW_MANY_ARE.match(plain):
        return "how many", many["rest"]
    if ones := _THE_ONES.match(plain):
        return "which", f"are {ones['where']}"
    return None


def _parted(plain: str) -> tuple[str, str, str]:
    """Part "which of these teams have left" as `_parted_whole` does, and say plainly what it is."""
    how, noun, told = _parted_whole(plain)
    return how, noun, _IS_ONE.sub(r"\g<is>\g<how>", _NOT_BUT.sub(r"\g<is>", told))


def _parted_whole(plain: str) -> tuple[str, str, str]:
    """Part "which of these teams have left" into "which", the noun and what is asked.

    A bare pointing word has no noun; all are "" where it points at nothing.
    """
    simply = _parted_simply(plain)
    if simply:
        how, told = simply
        return how, "", told
    found = _OF_THEM.match(plain)
    if found is None:
        return "", "", ""
    pointing, rest = found["pointing"].lower(), found["rest"].split()
    if rest[0].lower() in NUMBERS and len(rest) > 1:
        pointing, rest = "those", rest[1:]
    how = found["how"].lower() if found["how"].lower().startswith("how") else "which"
    for at, word in enumerate(rest[: _LONGEST_NOUN + 1]):
        is_verb_here = at > 0 or pointing in {"them", "these", "those"}
        if _OF.fullmatch(word):
            break
        if re.fullmatch(AUXILIARY, word, re.I) or (is_verb_here and is_verb("".join(words(word)))):
            noun = " ".join(rest[:at])
            if not noun or is_plural(head_of(noun)):
                return how, noun, " ".join(rest[at:])
            break
    return "", "", ""


def _only_points(noun: str, plain: str, last: Spoken) -> bool:
    """Whether a noun says no more than "them": "these partners", "the founders" who founded it."""
    head = singular(head_of(noun).casefold()) if noun else ""
    is_said = set(terms(head)) <= set(terms(last.query))
    return head in RELATIONS and (is_said or _THESE.search(plain) is not None)


def _is_asked_for(noun: str, last: Spoken) -> bool:
    """Whether a noun, "these teams", is what was asked for."""
    head = head_of(_CLAUSE.split(asked_noun(asked_alone(last)))[0]).casefold()
    return bool(head) and set(terms(head)) == set(terms(noun.split()[-1]))


def whole_asked(last: Spoken) -> str:
    """Give what the last question asked for, with a name for the pronoun in it."""
    noun = _WHEN_IT.sub("", asked_noun(asked_alone(last)))
    if not noun or not _PRONOUN.search(noun):
        return noun
    return _PRONOUN.sub(last.names[0].text, noun) if len(last.names) == 1 else ""


def _of_kind(how: str, wanted: Restriction, last: Spoken) -> str:
    """Ask who of a kind did what was asked of all: "Which universities founded X?"."""
    asked = _ASKS_SOME.match(asked_alone(last))
    if asked is None or last.places or not is_known(wanted.kind):
        return ""
    if not _DEED.match(asked["rest"]) or not (asked["noun"] or asked["asks"].lower() == "who"):
        return ""
    verb, _, rest = asked["rest"].partition(" ")
    does = verb if past_base(verb) else base_form(verb)
    return with_capital(f"{how} {plural(' '.join(wanted.kind))} {does} {rest}?")


def _there(how: str, told: str, wanted: Restriction, last: Spoken) -> str:
    """Ask which of a kind that all are checked for are at a place, too."""
    asked = _ASKS_SOME.match(asked_alone(last))
    if wanted.place is None or asked is None or last.places or not asked["noun"]:
        return ""
    is_of_all = is_known(kind_words(asked["noun"])) and not last.names
    where = _ARE.sub("", told)
    return with_capital(f"{how} {asked['noun']} {asked['rest']} {where}?") if is_of_all else ""


def _of_topic(noun: str, plain: str, last: Spoken, discourse: Discourse) -> str:
    """Give "parks of the Arctic Pact" for "the parks", of which its description spoke."""
    if len(last.names) == 1:
        name = last.names[0]
        article = article_before(last.query, name.start)
        return f"{noun} of {article} {name.text}".replace("of  ", "of ")
    topic = discourse.topic(plain)
    return f"{noun} of {topic.text}" if topic and topic.is_name else ""
