"""Handing in many submissions with one request, a line each: those that can be taken are, and the others say why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Annotated

from pydantic import Field

from fullmarks.errors import FullmarksError
from service.api.handed_in import SubmissionBody
from service.api.model import ApiModel
from service.caller import caller
from service.desk import Desk, desk
from service.operation import Answer, Operation, Reply
from service.problems import ProblemPlace, kind_of_problem, places_of
from service.reception import Incoming, receive_all
from service.upload import Row, read_rows
from store.state import State
from store.submissions import Receipt

ROWS_A_COMMIT = 500
"""Of a long body so many are stored, and told to the workers, before the next are read."""
BYTES_A_COMMIT = 8_000_000
"""Fewer, where they are this long together."""
IN_MEMORY_BYTES = 4_000_000
"""A longer answer waits in a file until the whole request is read, since many clients read nothing before."""
CHUNK_BYTES = 1 << 16


class RowProblem(ApiModel):
    """Why a row was not taken; ``type`` is stable, for programs, and ``detail`` is for people."""

    type: str
    detail: str
    errors: tuple[ProblemPlace, ...]


class RowReceipt(ApiModel):
    """What became of one row: an id, or a problem."""

    row: Annotated[int, Field(description="The line of the body, or the place in its list, from 1.")]
    id: str | None
    state: State | None
    problem: RowProblem | None


class BatchReceipt(ApiModel):
    """What became of all rows, in their order."""

    rows: tuple[RowReceipt, ...]
    accepted: int
    refused: int


class BatchHeaders(ApiModel):
    """What a sender may say beside the body."""

    key: Annotated[
        str | None,
        Field(
            alias="Idempotency-Key",
            min_length=1,
            max_length=180,
            description="Any text of the sender's. The same body again with it hands in nothing new, and goes on where "
            "an upload that broke off ended: each row has the key and its number.",
        ),
    ] = None


@dataclass(slots=True)
class _Tally:
    accepted: int = 0
    refused: int = 0


def hand_in_batch(headers: BatchHeaders) -> Reply:
    """Store many submissions and have them graded."""
    at = desk()
    at.intake.refuse_if_full()
    said = SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)  # noqa: SIM115 - it is closed when it has been sent
    try:
        tally = _Tally()
        said.write(b'{"rows":[')
        for number, receipt in enumerate(_receipts(at, headers.key, read_rows()), 1):
            said.write(b"," if number > 1 else b"")
            said.write(receipt.model_dump_json().encode())
            if receipt.problem is None:
                tally.accepted += 1
            else:
                tally.refused += 1
        said.write(f'],"accepted":{tally.accepted},"refused":{tally.refused}}}'.encode())
    except BaseException:
        said.close()
        raise
    return Reply(_sent(said))


def _sent(said: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    with said:
        said.seek(0)
        while chunk := said.read(CHUNK_BYTES):
            yield chunk


def _receipts(at: Desk, key: str | None, rows: Iterator[Row]) -> Iterator[RowReceipt]:
    for group in _groups(rows):
        incoming = [Incoming(row.content, None if key is None else f"{key}:{row.number}") for row in group]
        for row, became in zip(group, receive_all(at, caller(), incoming), strict=True):
            yield _row_receipt(row.number, became)


def _row_receipt(number: int, became: Receipt | FullmarksError) -> RowReceipt:
    if isinstance(became, Receipt):
        return RowReceipt(row=number, id=became.id, state=State.RECEIVED, problem=None)
    problem = RowProblem(type=kind_of_problem(became.code), detail=became.sentence, errors=places_of(became))
    return RowReceipt(row=number, id=None, state=None, problem=problem)


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    size = 0
    for row in rows:
        group.append(row)
        size += len(row.content) if isinstance(row.content, bytes) else 0
        if len(group) == ROWS_A_COMMIT or size > BYTES_A_COMMIT:
            yield group
            group, size = [], 0
    if group:
        yield group


OPERATIONS = (
    Operation(
        name="hand_in_batch",
        method="POST",
        path="/v1/submissions:batch",
        summary="Hand many submissions in: NDJSON of any length, one a line, or a JSON list of up to 1,000",
        handler=hand_in_batch,
        headers=BatchHeaders,
        body=SubmissionBody,
        answers={200: Answer("The body was read to its end; each row says what became of it.", BatchReceipt)},
        refusals={
            400: "The body is no list in JSON that can be read; `errors` says where.",
            413: "The list is too long. NDJSON may have any length.",
            415: "The body is declared as neither application/x-ndjson nor application/json.",
            422: "The body is no list.",
            503: "Too many submissions wait to be graded, or the database cannot be reached.",
        },
    ),
)
