"""The body of a request that is a model of ours; submissions are read by the engine instead."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from fullmarks.find.json_text import read_json
from service.refused import BadBodyError
from service.upload import read_upload
from workers.handed_in import text_of

Model = TypeVar("Model", bound=BaseModel)


def read_model(model: type[Model]) -> Model:
    """The body; raises ``SubmissionError`` for what is no JSON, ``BadBodyError`` for other JSON, both by place."""
    text = text_of(read_upload())
    # Our own reader refuses what Pydantic's would let pass: names that stand twice, and brackets without end.
    read_json(text)
    try:
        return model.model_validate_json(text, strict=True)
    except ValidationError as error:
        raise BadBodyError(error) from error
