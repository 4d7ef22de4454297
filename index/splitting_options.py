"""How long passages are: the settings of splitting; imports nothing heavy."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class SplittingOptions(BaseModel):
    """How long passages are, in tokens of the embedding model."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    min_tokens: int = Field(
        default=60, ge=0, le=1000, description="Shorter passages join a neighbour where they can."
    )
    target_tokens: int = Field(
        default=120, ge=16, le=1000, description="Paragraphs are joined up to this length."
    )
    max_tokens: int = Field(
        default=200, ge=32, le=1000, description="No passage is longer; what is, is cut."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.min_tokens <= self.target_tokens <= self.max_tokens:
            message = "min_tokens, target_tokens and max_tokens must not decrease in this order"
            raise ValueError(message)
        return self
