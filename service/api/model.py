"""The base of what comes in and goes out."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Line = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f]*$")]
"""A text of one line, without what steers a terminal."""


class ApiModel(BaseModel):
    """Frozen, and nothing unknown; a field that Python has another word for is renamed by its alias."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True, validate_by_alias=True
    )
