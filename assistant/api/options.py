"""Limits of the HTTP server that whoever runs it may change; nothing of FastAPI is here."""

from pydantic import BaseModel, ConfigDict, Field


class HttpOptions(BaseModel):
    """How much a client may send, and how long it may take."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    body_bytes: int = Field(
        default=64_000,
        ge=1_000,
        le=10_000_000,
        description="Largest request body of the API, in bytes.",
    )
    document_bytes: int = Field(
        default=4_000_000,
        ge=1_000,
        le=100_000_000,
        description="Largest request body of the API that brings a document, in bytes.",
    )
    file_bytes: int = Field(
        default=28_000_000,
        ge=1_000,
        le=140_000_000,
        description="Largest request body of the API that brings a PDF or Word file, in bytes; it "
        "is a third larger than the file.",
    )
    page_body_bytes: int = Field(
        default=1_000_000,
        ge=1_000,
        le=100_000_000,
        description="Largest request body of the chat page, in bytes.",
    )
    receive_seconds: float = Field(
        default=10.0,
        gt=0,
        le=300,
        description="Time a client has to send a request's header, and again its body.",
    )
    file_seconds: float = Field(
        default=60.0,
        gt=0,
        le=3600,
        description="Time a client has to send a request's body that brings a file.",
    )
    connections: int = Field(
        default=256,
        ge=1,
        le=10_000,
        description="Connections open at once; one more is answered 503.",
    )
