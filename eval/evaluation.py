"""The Evaluation: one Report a document set, and the figures over those in English together."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from eval.document_sets import SWEDISH_SET
from eval.report import KnowledgeBaseSize, Report, build_report

FORMAT = 2
"""Raised when a key of the JSON changes its meaning or goes."""

TOGETHER = "together"
"""Name of the figures over all sets in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The outcome of a run over one or several document sets.

    Attributes:
        sets: By name of the set, in the order in which they were asked.
        together: Over all cases of all sets but the Swedish one, which is reported apart unless it
            stands alone; its knowledge base is all documents together.
    """

    sets: Mapping[str, Report]
    together: Report

    def reports(self) -> Mapping[str, Report]:
        """Give the sets' reports, then that over all, which one set alone does not need."""
        return self.sets if len(self.sets) == 1 else {**self.sets, TOGETHER: self.together}

    def to_json(self) -> str:
        """Write the evaluation as JSON, the same keys in the same order every time.

        Outcomes stand with their sets only.
        """
        together = {key: value for key, value in asdict(self.together).items() if key != "outcomes"}
        sets = {name: asdict(report) for name, report in self.sets.items()}
        content = {"format": FORMAT, "sets": sets, TOGETHER: together}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def build_evaluation(reports: Mapping[str, Report]) -> Evaluation:
    """Put the reports of the sets together."""
    english = [report for name, report in reports.items() if name != SWEDISH_SET]
    return Evaluation(sets=dict(reports), together=join(english or list(reports.values())))


def join(reports: Sequence[Report]) -> Report:
    """Give the report over the cases of several; its documents are counted as all different."""
    sizes = [report.knowledge_base for report in reports]
    return build_report(
        [outcome for report in reports for outcome in report.outcomes],
        dataset=", ".join(report.dataset for report in reports),
        knowledge_base=KnowledgeBaseSize(
            documents=sum(size.documents for size in sizes),
            passages=sum(size.passages for size in sizes),
        ),
    )
