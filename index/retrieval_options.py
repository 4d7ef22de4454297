"""How passages are found: the settings of retrieval; imports nothing heavy."""

from pydantic import BaseModel, ConfigDict, Field


class RetrievalOptions(BaseModel):
    """How passages are found.

    The weights are measured (docs/decisions): meaning weighs 2.5 times as much as words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    candidates: int = Field(
        default=100, ge=1, le=1000, description="How deep each of the two rankings is read."
    )
    dense_weight: float = Field(
        default=2.5, ge=0, le=10, description="Weight of the score by meaning."
    )
    bm25_weight: float = Field(
        default=1.0, ge=0, le=10, description="Weight of the score by words."
    )
