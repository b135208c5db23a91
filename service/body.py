"""The body of a request that is a model of ours; submissions are read by the engine instead."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from fullmarks.errors import SubmissionError
from fullmarks.find.json_text import read_json
from service.refused import BadBodyError
from service.upload import read_upload

Model = TypeVar("Model", bound=BaseModel)


def read_model(model: type[Model]) -> Model:
    """The body; raises ``SubmissionError`` for what is no JSON, ``BadBodyError`` for other JSON, both by place."""
    content = read_upload()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as mistake:
        raise SubmissionError(
            "not_text", f"The body is not text in UTF-8: byte {mistake.start} cannot be read."
        ) from None
    # Our own reader refuses what Pydantic's would let pass: names that stand twice, and brackets without end.
    read_json(text)
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        raise BadBodyError(error) from error
