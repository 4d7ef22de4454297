"""Replies to greetings, thanks and questions about the assistant; nothing is searched."""

import re
from collections.abc import Sequence

from assistant.composing.wording import escape_markdown

_MAX_EXAMPLES = 3
_OPENINGS = (
    (re.compile(r"\b(?:thanks?|thx|thank (?:you|u)|tack(?:ar)?|cheers|appreciated)\b", re.I),
     "You are welcome."),
    (re.compile(r"\b(?:bye|goodbye|see (?:you|ya)|farewell|hejdå|hej då|vi sses|take care|"
                r"good night|god ?natt)\b", re.I), "Goodbye."),
    (re.compile(r"\b(?:hi+|hello+|hey+|hej|hejsan|hallå|tjena(?:re)?|hiya|howdy|greetings|goddag|"
                r"good (?:morning|afternoon|evening|day)|god ?(?:morgon|kväll|dag|middag))\b",
                re.I), "Hello!"),
)  # fmt: skip
_ASKED = re.compile(r"\b(?:who|what|how|help|are you|use|vem|vad|hur|hjälp|hjälpa|kan du)\b", re.I)
_SELF = (
    "I answer questions from the documents that I was given, and show the passage behind every "
    "sentence. What they do not say, I do not answer."
)


def small_talk_reply(question: str, examples: Sequence[str]) -> str:
    """Give a short helpful reply in Markdown, with up to three example questions.

    >>> small_talk_reply("Thanks!", [])
    'You are welcome. Ask me anything about the documents.'
    """
    opening = next((said for pattern, said in _OPENINGS if pattern.search(question)), "")
    # Who thanks "for your help" asks for none.
    asked = re.sub(r"\bfor (?:the|your|all your) \w+|\bför hjälpen\b", " ", question, flags=re.I)
    is_plain = bool(opening) and not _ASKED.search(asked)
    body = "Ask me anything about the documents" if is_plain else _SELF
    if not examples:
        return f"{opening} {body.removesuffix('.')}.".strip()
    lines = "".join(f"\n- {escape_markdown(each)}" for each in examples[:_MAX_EXAMPLES])
    lead = f"{body}, for example:" if is_plain else f"{body} You could ask, for example:"
    return f"{opening} {lead}\n{lines}".strip()
