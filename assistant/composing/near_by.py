"""Whether what decides yes or no is told of what is asked about, and not of others on its page."""

from assistant.composing.subject import asked_entities, asked_names, is_named_shortly
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.named import mentions
from assistant.question.terms import words
from index.sentences import split_sentences


def is_told_near(analysis: Analysis, statement: Statement) -> bool:
    """Whether anything that a question names is named where a statement stands.

    That is in its text, the sentence before it, the first of its paragraph, above a list, in its
    headings, or because its page is about it. "They pay for it" three sentences behind what is
    asked about is told of others. True for a question without a name.

    Args:
        analysis: The question, taken apart.
        statement: What decides it.
    """
    known = (*asked_entities(analysis), *analysis.mentioned)
    others = asked_names(analysis)
    if not known and not others:
        return True
    passage = statement.passage
    if any(passage.document_id == one.document_id for one in known if one.document_id):
        return True
    near = "\n".join((passage.title, passage.heading or "", *_around(statement)))
    if any(mentions(one, near) or is_named_shortly(one, near) for one in known):
        return True
    held = f" {' '.join(words(near))} "
    return any(f" {' '.join(name)} " in held for name in others)


def _around(statement: Statement) -> list[str]:
    """Give the statement, and what stands before it that it may go on from."""
    before = statement.paragraph_before
    sentences = [before[one.start : one.end] for one in split_sentences(before)]
    return [statement.text, statement.lead_in, *sentences[:1], *sentences[-1:]]
