"""Approved answers as cases for the evaluation, one line of JSON each; see `eval/README.md`.

They are asked of what is stored (`python -m eval --stored DATA_DIR --data FILE`): a case is right
when the approved answer is served, cited to itself and to what it quotes.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from assistant.approved.model import ApprovedAnswer
from assistant.question.kind import QuestionKind, classify

_KINDS = {
    QuestionKind.YES_NO: "yes_no",
    QuestionKind.DESCRIPTION: "description",
    QuestionKind.ENUMERATION: "enumeration",
    QuestionKind.FACT: "fact",
    QuestionKind.SMALL_TALK: "fact",
}


def cases_of(answers: Iterable[ApprovedAnswer], file_names: dict[str, str]) -> str:
    """Write cases: for each answer its wordings, and its question as it is typed in a hurry.

    Args:
        answers: Those that are served.
        file_names: The names of the documents' files, by document id.
    """
    return "".join(
        f"{json.dumps(case, ensure_ascii=False)}\n"
        for answer in answers
        for case in _cases(answer, file_names)
    )


def _cases(answer: ApprovedAnswer, file_names: dict[str, str]) -> Iterator[dict[str, object]]:
    evidence = [{"document": PurePath(answer.source).name, "quote": answer.text}]
    evidence += [
        {"document": file_names[source.document_id], "quote": source.quote}
        for source in answer.sources
        if source.quote and source.document_id in file_names
    ]
    hurried = answer.question.rstrip(" ?.!").lower()
    asked = [("dev", wording) for wording in answer.wordings] + [("test", hurried)]
    for number, (split, question) in enumerate(asked, start=1):
        yield {
            "case_id": f"{answer.document_id}-{number}",
            "kind": _KINDS[classify(answer.question).kind],
            "split": split,
            "question": question,
            "history": [],
            "rewrite": None,
            "expected_status": "answered",
            "expected_answers": [[answer.text]],
            "starts_with": None,
            "forbidden": [],
            "evidence": evidence,
        }
