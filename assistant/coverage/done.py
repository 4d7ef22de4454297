"""Whether what may speak of an entity tells that a named one has done something to it."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.coverage.deeds import Deed, Form, Told, is_done_to
from assistant.coverage.evidence import Evidence, told_text
from assistant.entities.entity import Entity
from assistant.entities.names import form_of
from assistant.question.named import page_name


def is_done(deed: Deed, doers: Sequence[Form], entity: Entity, evidence: Evidence) -> bool:
    """Whether a statement says that one of some doers did it to an entity."""
    title = form_of(page_name(evidence.prepared.statement.passage.title))
    told = Told(
        text=told_text(evidence),
        is_own=evidence.is_own,
        is_doers=title in doers or evidence.voiced in doers,
        nouns={kind[-1] for kind in entity.kinds},
    )
    return is_done_to(deed, doers, _forms(entity, evidence), told)


def _forms(entity: Entity, evidence: Evidence) -> tuple[Form, ...]:
    """Give what names an entity; in its own section the first word alone does."""
    written = entity.name.split()[0]
    tokens = ["", *told_text(evidence).split()]
    # "Region Skarmark" and "the town of Brännvik" are others.
    is_short = evidence.is_own and any(
        word.strip(".,;:()'’s") == written and not before[:1].isupper() and before != "of"
        for before, word in pairwise(tokens)
    )
    return (*entity.forms, form_of(written)) if is_short else entity.forms
