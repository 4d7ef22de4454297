"""The operations that change what is stored; the staff's alone where staff keys are set."""

from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import Path, Response
from pydantic import Field

from assistant.api.documented import problems
from assistant.api.routing import Given, api_router
from assistant.api.schemas import Schema
from assistant.errors import UnknownDocument
from assistant.originals import MAX_NAME_CHARACTERS

router = api_router()


class DocumentRequest(Schema):
    """A document as it was written."""

    name: str = Field(
        description="Its file's name, whose ending says what it is: .md, .html or .txt; without "
        f"one it is Markdown. At most {MAX_NAME_CHARACTERS} characters.",
        examples=["alfa-incubator.md"],
    )
    text: str = Field(
        description="Its whole text. Markdown may begin with front matter, which gives title and "
        "date.",
        examples=["---\ntitle: Alfa\nas_of: 2026-05\n---\n\nAlfa is an incubator in Lund.\n"],
    )


class UnderstoodOut(Schema):
    """What was read from a document."""

    name: str = Field(description="The name under which its file is kept.")
    document_id: str
    title: str
    as_of: str | None
    language: str
    characters: int
    passages: int = Field(description="How many passages it is cut into for searching.")
    replaces: str | None = Field(description="The title of the document that it replaces.")


class TakenOut(UnderstoodOut):
    """A document that is stored."""

    outcome: Literal["added", "replaced", "unchanged"]


@router.post(
    "/documents",
    tags=["Documents"],
    status_code=201,
    responses={
        200: {"description": "It was there before.", "model": TakenOut},
        **problems(403, 408, 413, 415),
    },
)
def add_document(services: Given, body: DocumentRequest, response: Response) -> TakenOut:
    """Take a document in, in place of the one of the same name; questions find it at once."""
    taken = services.uploads.add(body.name, body.text)
    if taken.outcome != "added":
        response.status_code = 200
    return TakenOut.model_validate({**asdict(taken.understood), "outcome": taken.outcome})


@router.post("/documents/preview", tags=["Documents"], responses=problems(403, 408, 413, 415))
def preview_document(services: Given, body: DocumentRequest) -> UnderstoodOut:
    """Say what would be read from a document; nothing is stored."""
    return UnderstoodOut.model_validate(services.uploads.preview(body.name, body.text))


@router.delete(
    "/documents/{document_id}",
    tags=["Documents"],
    status_code=204,
    response_class=Response,
    responses=problems(403, 404),
)
def remove_document(
    services: Given, document_id: Annotated[str, Path(max_length=200, examples=["3f2a"])]
) -> None:
    """Remove a document, and the file that was uploaded for it.

    One that was ingested from a folder comes back with the next `assistant ingest` of that folder,
    unless its file is removed there, too.
    """
    if not document_id.isprintable():
        raise UnknownDocument(document_id)
    services.uploads.remove(document_id)
