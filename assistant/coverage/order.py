"""The order of a list: those that one statement names stand as it names them."""

from collections.abc import Sequence

from assistant.coverage.judging import Finding


def as_told(findings: Sequence[Finding]) -> list[Finding]:
    """Put findings that one statement states in the order of the names in it.

    So that "the second one" is the second of the sentence. All others keep their places.
    """
    ordered = list(findings)
    places: dict[tuple[str, int], list[int]] = {}
    for at, one in enumerate(findings):
        if one.statement is not None:
            key = one.statement.passage.document_id, one.statement.start
            places.setdefault(key, []).append(at)
    for those in places.values():
        told = sorted((_place(findings[each]), each) for each in those)
        if told[0][0] >= 0:
            for place, (_, each) in zip(those, told, strict=True):
                ordered[place] = findings[each]
    return ordered


def _place(finding: Finding) -> int:
    """Where a statement names whom it was found for; -1 where it does not."""
    if finding.statement is None:
        return -1
    said = finding.statement.text.casefold()
    found = said.find(finding.entity.name.casefold())
    every = (said.find(" ".join(form).casefold()) for form in finding.entity.forms)
    return found if found >= 0 else min((at for at in every if at >= 0), default=-1)
