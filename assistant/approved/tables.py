"""The tables of approved answers, in the catalogue's database."""

from sqlalchemy import Column, Engine, ForeignKey, Integer, MetaData, String, Table, Text

METADATA = MetaData()

ANSWERS = Table(
    "approved_answers",
    METADATA,
    Column("approved_id", String(32), primary_key=True),
    Column("question", Text, nullable=False),
    Column("other_wordings", Text, nullable=False),  # JSON list of strings
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("approved_at", String(32), nullable=False),
    Column("expires_on", String(10)),
)

SOURCES = Table(
    "approved_sources",
    METADATA,
    Column(
        "approved_id",
        ForeignKey("approved_answers.approved_id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("position", Integer, primary_key=True),
    # No foreign key: an answer outlives its document, and is then shown as expired.
    Column("document_id", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("changed_on", String(10)),
)

# One row; its number grows with every change, so that another process can see that there was one.
VERSION = Table(
    "approved_version",
    METADATA,
    Column("only", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
)


def create_tables(engine: Engine) -> None:
    """Create what is missing."""
    METADATA.create_all(engine)
