"""Cases asked of what a data folder holds, as it is: documents, uploads and approved answers.

For cases that staff exported (`GET /api/v1/approved/cases`). Nothing is indexed, and what is stored
is only read.
"""

from collections import defaultdict
from pathlib import Path

from rich.console import Console

from assistant.services import Services
from assistant.settings import load_settings
from eval.cases import load_dataset
from eval.evaluating import Selection, refuse_unproved
from eval.evaluation import Evaluation, build_evaluation
from eval.evidence import document_name
from eval.progress import add_bar, progress_on
from eval.runner import run


def evaluate_stored(
    cases: Path, selection: Selection, *, data_dir: Path, console: Console
) -> Evaluation:
    """Check cases against what a data folder holds, then ask them of it.

    Raises:
        DatasetError: Cases are wrong, none is left, or evidence is not among what is stored.
        AssistantError: What is stored cannot be opened.
    """
    # Models and databases load only once the cases are known to be good.
    from assistant.bootstrap import open_services

    dataset = load_dataset(cases).select(split=selection.split, kind=selection.kind)
    settings = load_settings().model_copy(update={"data_dir": data_dir})
    services = open_services(settings, role="reader")
    try:
        refuse_unproved(dataset, _texts(services), where=repr(str(data_dir)))
        services.warm()
        with progress_on(console) as progress:
            report = run(services, dataset, add_bar(progress, "Asking what is stored"))
    finally:
        services.close()
    return build_evaluation({"stored": report})


def _texts(services: Services) -> dict[str, str]:
    """Give what may be quoted by the name of its file; of several with one name all texts."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for summary in services.library.documents():
        text = services.library.document(summary.document_id).text
        texts[document_name(summary.source)].append(text)
    for answer in services.approved.answers():
        texts[document_name(answer.source)].append(answer.text)
    return {name: "\n\n".join(found) for name, found in texts.items()}
