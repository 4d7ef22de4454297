"""Evidence of a case against what was cited and retrieved: document by name, place by words."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from eval.cases import Evidence
from eval.matching import overlaps
from eval.metrics import Rank
from index.passage import ScoredPassage


def document_name(source: str) -> str:
    r"""Give the file name of a path or URL, which is how a case names a document.

    >>> document_name("corpus/documents/camp.md"), document_name("documents\\camp.md")
    ('camp.md', 'camp.md')
    """
    return PurePosixPath(source.replace("\\", "/")).name


def is_supported(source: str, quote: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a quote from a source is the same stretch as a quote of the evidence."""
    name = document_name(source)
    return any(item.document == name and overlaps(quote, item.quote) for item in evidence)


def document_ranks(
    passages: Sequence[ScoredPassage], sources: dict[str, str], evidence: Sequence[Evidence]
) -> tuple[Rank, ...]:
    """Give each evidence document's rank among the distinct documents of the passages.

    Args:
        passages: Best first.
        sources: Source of each document by its id; a passage of an unknown document counts as one
            of a document that nobody wanted.
        evidence: What was wanted; a document named twice is wanted once.
    """
    order: dict[str, int] = {}
    for scored in passages:
        document_id = scored.passage.document_id
        name = document_name(sources.get(document_id, document_id))
        order.setdefault(name, len(order) + 1)
    wanted = dict.fromkeys(item.document for item in evidence)
    return tuple(order.get(name) for name in wanted)


def passage_ranks(
    passages: Sequence[ScoredPassage], sources: dict[str, str], evidence: Sequence[Evidence]
) -> tuple[Rank, ...]:
    """Give for each quote of the evidence the rank of the first passage that holds it.

    A passage holds a quote when it is from the quote's document and the two overlap (`overlaps`).
    """
    names = [document_name(sources.get(scored.passage.document_id, "")) for scored in passages]
    return tuple(
        next(
            (
                rank
                for rank, (scored, name) in enumerate(zip(passages, names, strict=True), start=1)
                if name == item.document and overlaps(scored.passage.text, item.quote)
            ),
            None,
        )
        for item in evidence
    )
