"""Pronouns, which tell by their form whether they are a subject."""

from assistant.question.swedish.chunk import Chunk, Role
from assistant.question.swedish.place import Word

_SUBJECTS = frozenset({"jag", "du", "han", "hon", "hen", "vi", "ni", "de", "dom", "man", "det",
                       "den"})  # fmt: skip
_PLURAL = frozenset({"vi", "ni", "de", "dom", "dem", "du", "några", "andra", "båda", "alla",
                     "dessa", "er", "oss", "man"})  # fmt: skip


def pronoun(word: Word, behind: Word | None) -> Chunk:
    """Make a chunk of a pronoun, knowing what stands behind it: "det vi gör" is what we do."""
    said = word.token.word
    text = word.sense.english if word.sense else said
    if said == "det" and behind is not None and behind.token.word in _SUBJECTS:
        text = "what"
    if said in {"de", "dem", "dom"} and behind is not None and behind.lemma == "som":
        text = "those"
    return Chunk(
        role=Role.NOUN,
        text=text,
        lemma=said,
        is_plural=said in _PLURAL,
        is_pronoun=True,
        is_subject=said in _SUBJECTS,
    )
