"""The base of what goes between the processes of a batch: models written as JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class JobModel(BaseModel):
    """Orders to the processes, and what they answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")
