"""The operations that change what is stored; the staff's alone where staff keys are set."""

import base64
import binascii
from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import Path, Response
from pydantic import Field

from assistant.api.attachments import file_attachment
from assistant.api.documented import problems
from assistant.api.routing import Given, api_router
from assistant.api.schemas import Schema
from assistant.errors import InvalidDocument, UnknownDocument
from assistant.originals import MAX_NAME_CHARACTERS
from assistant.uploads import Taken

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


class FileRequest(Schema):
    """A document as a file."""

    name: str = Field(
        description="Its file's name, whose ending says what it is: .pdf, .docx, .md, .html or "
        f".txt. At most {MAX_NAME_CHARACTERS} characters.",
        examples=["annual-report.pdf"],
    )
    data: str = Field(description="Its bytes, written as base64 (RFC 4648).", examples=["JVBERi0="])

    def content(self) -> bytes:
        """Give its bytes.

        Raises:
            InvalidDocument: They are not written as base64.
        """
        try:
            return base64.b64decode(self.data, validate=True)
        except (binascii.Error, ValueError):
            raise InvalidDocument(
                self.name, "its data is not written as base64; encode it again."
            ) from None


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
    pages: int | None = Field(description="How many pages it has, where its format has pages.")
    unread_pages: str | None = Field(
        description='Pages that are pictures without text, such as "2-4, 9".'
    )


class TakenOut(UnderstoodOut):
    """A document that is stored."""

    outcome: Literal["added", "replaced", "unchanged"]


_REFUSED = problems(403, 408, 413, 415)
_TAKEN = {200: {"description": "It was there before.", "model": TakenOut}, **_REFUSED}


@router.post(
    "/documents",
    tags=["Documents"],
    status_code=201,
    responses=_TAKEN,
)
def add_document(services: Given, body: DocumentRequest, response: Response) -> TakenOut:
    """Take a document in, in place of the one of the same name; questions find it at once."""
    return _taken(services.uploads.add(body.name, body.text), response)


@router.post("/documents/preview", tags=["Documents"], responses=_REFUSED)
def preview_document(services: Given, body: DocumentRequest) -> UnderstoodOut:
    """Say what would be read from a document; nothing is stored."""
    return UnderstoodOut.model_validate(services.uploads.preview(body.name, body.text))


@router.post(
    "/documents/file",
    tags=["Documents"],
    status_code=201,
    responses=_TAKEN,
)
def add_file(services: Given, body: FileRequest, response: Response) -> TakenOut:
    """Take a document in that comes as a file, such as a PDF; else as for one of text."""
    return _taken(services.uploads.add(body.name, body.content()), response)


@router.post("/documents/file/preview", tags=["Documents"], responses=_REFUSED)
def preview_file(services: Given, body: FileRequest) -> UnderstoodOut:
    """Say what would be read from a file; nothing is stored."""
    return UnderstoodOut.model_validate(services.uploads.preview(body.name, body.content()))


@router.get(
    "/documents/{document_id}/original",
    tags=["Documents"],
    response_class=Response,
    responses={
        200: {"description": "The file.", "content": {"application/octet-stream": {}}},
        **problems(404),
    },
)
def original_of_document(
    services: Given, document_id: Annotated[str, Path(max_length=200, examples=["3f2a"])]
) -> Response:
    """Give the file that was uploaded for a document, to keep; nothing of it is shown.

    A file may hold more than its text shows, such as comments, so it is the staff's where staff
    keys are set.
    """
    if not document_id.isprintable():
        raise UnknownDocument(document_id)
    original = services.uploads.original(document_id)
    return file_attachment(original.content, name=original.name)


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


def _taken(taken: Taken, response: Response) -> TakenOut:
    """Give what came of an upload; only a new document is 201."""
    if taken.outcome != "added":
        response.status_code = 200
    return TakenOut.model_validate({**asdict(taken.understood), "outcome": taken.outcome})
