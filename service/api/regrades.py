"""Grading again: what would change, before anything does, and then the change."""

from __future__ import annotations

import logging

from fullmarks.errors import StudentError
from fullmarks.report.engine_version import engine_version
from fullmarks.report.model import Points
from service.api.paging import next_after
from service.api.regrade_models import (
    ApplyBody,
    ChangedSubmission,
    Difference,
    DiffQuery,
    ItemDifference,
    PhaseProgress,
    RegradeBody,
    RegradeCounts,
    RegradeLinks,
    RegradeList,
    RegradeShown,
    RegradesQuery,
    UngradedSubmission,
)
from service.body import read_model
from service.caller import caller
from service.desk import Desk, desk
from service.operation import Answer, Operation, Reply
from service.rubric_named import rubric_version
from store.audit import record
from store.changes import changes_page, lowered
from store.clock import now
from store.ids import is_id
from store.pieces import Phase, piece_counts, progress
from store.regrades import Asked, Regrade, RegradeState, allow_lower, begin, regrade, regrades, unfinished
from workers.queue import QueueDownError, send_regrade
from workers.regrade.applying import begin_applying
from workers.regrade.counts import Counts
from workers.regrade.moves import MOVES

log = logging.getLogger(__name__)

PATH = "/v1/regrades"


def begin_regrade() -> Reply:
    """Have stored submissions graded again."""
    at, known = desk(), caller()
    body = read_model(RegradeBody)
    version = rubric_version(at, known.course, body.rubric, body.version)
    asked = Asked(
        course=known.course,
        rubric_id=body.rubric,
        rubric_version=version,
        engine_version=engine_version(),
        applies_by_itself=not body.dry_run,
        allow_lower=body.allow_lower,
        submissions=body.submissions,
        key_id=known.key_id,
    )
    moment = now()
    with at.database.transaction() as connection:
        regrade_id = begin(connection, asked, moment)
        detail: dict[str, str | bool] = {"rubric": body.rubric, "version": version, "dry_run": body.dry_run}
        record(connection, known.change("regrade.begin", regrade_id, **detail), moment)
    _send(at, regrade_id)
    return Reply(_shown(at, _found(at, regrade_id)), 202, {"Location": f"{PATH}/{regrade_id}"})


def list_regrades(query: RegradesQuery) -> Reply:
    """The course's regrades."""
    at = desk()
    with at.database.transaction() as connection:
        found = regrades(connection, caller().course, query.page)
    ids = [one.id for one in found]
    shown = tuple(_shown(at, one) for one in found[: query.limit])
    return Reply(RegradeList(regrades=shown, next=next_after(ids, query.limit)))


def show_regrade(regrade_id: str) -> Reply:
    """How far a regrade is."""
    at = desk()
    return Reply(_shown(at, _found(at, regrade_id)))


def show_difference(regrade_id: str, query: DiffQuery) -> Reply:
    """Who changes, from what to what, and why; complete once the regrade is computed."""
    at = desk()
    one = _found(at, regrade_id)
    counts = _counts(at, one)
    with at.database.transaction() as connection:
        found = changes_page(connection, one.id, query.page, only_lowered=query.lowered)
    submissions = tuple(
        ChangedSubmission(
            submission=change.submission_id,
            student=change.student,
            external_id=change.external_id,
            before=_points(change.before),
            after=_points(change.score),
            changes=MOVES.validate_json(change.changes),
        )
        for change in found[: query.limit]
    )
    return Reply(
        Difference(
            counts=_shown_counts(counts),
            items={place: ItemDifference(**item.model_dump()) for place, item in counts.items.items()},
            histogram=dict(sorted(counts.deltas.items(), key=lambda delta: float(delta[0]))),
            ungraded=tuple(UngradedSubmission(submission=one.submission, cause=one.cause) for one in counts.causes),
            submissions=submissions,
            next=next_after([change.submission_id for change in found], query.limit),
        )
    )


def apply_regrade(regrade_id: str) -> Reply:
    """Let what was computed count."""
    at, known = desk(), caller()
    body = read_model(ApplyBody)
    one = _found(at, regrade_id)
    if one.state in {RegradeState.APPLYING, RegradeState.APPLIED}:
        return Reply(_shown(at, one), 202)
    if one.state is not RegradeState.COMPUTED:
        raise StudentError("not_computed", f"This regrade cannot be applied: it is {one.state}.")
    moment = now()
    with at.database.transaction() as connection:
        losing = lowered(connection, one.id)
    if losing and not (one.allow_lower or body.allow_lower):
        raise StudentError(
            "would_lower",
            f"{losing} submissions would lose points in some part. Look at the difference (?lowered=true), "
            "and apply with allow_lower if that is right.",
        )
    with at.database.transaction() as connection:
        if begin_applying(connection, one, moment):
            record(connection, known.change("regrade.apply", one.id, lowered=losing), moment)
            if body.allow_lower:
                allow_lower(connection, one.id)
    _send(at, one.id, progress_of(at, one.id))
    return Reply(_shown(at, _found(at, regrade_id)), 202)


def progress_of(at: Desk, regrade_id: str) -> int:
    """How many pieces there are to apply."""
    with at.database.transaction() as connection:
        found = progress(connection, regrade_id).get(Phase.APPLY)
    return max(1, found.of - found.done) if found else 1


def _send(at: Desk, regrade_id: str, messages: int = 1) -> None:
    try:
        send_regrade(at.queue, regrade_id, messages)
    except QueueDownError as error:
        log.warning("The queue can't be reached, regrade %s waits for it: %s", regrade_id, error)


def _found(at: Desk, regrade_id: str) -> Regrade:
    with at.database.transaction() as connection:
        found = regrade(connection, regrade_id) if is_id(regrade_id) else None
    if found is None or found.course != caller().course:
        raise StudentError("no_such_regrade", f"There is no regrade “{regrade_id[:80]}”.")
    return found


def _counts(at: Desk, one: Regrade) -> Counts:
    with at.database.transaction() as connection:
        return Counts.of(piece_counts(connection, one.id, [Phase.COMPARE, Phase.GRADE, Phase.APPLY]))


def _shown_counts(counts: Counts) -> RegradeCounts:
    return RegradeCounts(
        compared=counts.compared,
        changed=counts.changed,
        reworded=counts.reworded,
        up=counts.up,
        down=counts.down,
        lowered=counts.lowered,
        ungraded=counts.ungraded,
        applied=counts.applied,
        before=round(counts.before, 4),
        after=round(counts.after, 4),
    )


def _shown(at: Desk, one: Regrade) -> RegradeShown:
    with at.database.transaction() as connection:
        phases = progress(connection, one.id)
        waiting = unfinished(connection, one)
    path = f"{PATH}/{one.id}"
    return RegradeShown(
        id=one.id,
        rubric=one.rubric_id,
        version=one.rubric_version,
        engine=one.engine_version,
        state=one.state,
        allow_lower=one.allow_lower,
        submissions=one.submissions,
        created_at=one.created_at,
        computed_at=one.computed_at,
        applied_at=one.applied_at,
        cause=one.cause,
        progress={phase.value: PhaseProgress(done=found.done, of=found.of) for phase, found in phases.items()},
        counts=_shown_counts(_counts(at, one)),
        not_graded_yet=waiting,
        links=RegradeLinks(self_=path, diff=f"{path}/diff", apply=f"{path}/apply"),
    )


def _points(stored: float) -> Points:
    return int(stored) if stored.is_integer() else stored


NO_SUCH = "There is no such regrade."

OPERATIONS = (
    Operation(
        name="begin_regrade",
        method="POST",
        path=PATH,
        summary="Have stored submissions graded again",
        handler=begin_regrade,
        body=RegradeBody,
        answers={202: Answer("It is stored and will be computed.", RegradeShown)},
        refusals={422: "There is no such rubric or version, or the body cannot be used; `errors` says where."},
    ),
    Operation(
        name="list_regrades",
        method="GET",
        path=PATH,
        summary="The regrades of a course",
        handler=list_regrades,
        query=RegradesQuery,
        answers={200: Answer("A page of them.", RegradeList)},
    ),
    Operation(
        name="show_regrade",
        method="GET",
        path=f"{PATH}/<regrade_id>",
        summary="How far a regrade is",
        handler=show_regrade,
        answers={200: Answer("Its state, its progress, and who changes in numbers.", RegradeShown)},
        refusals={404: NO_SUCH},
    ),
    Operation(
        name="show_difference",
        method="GET",
        path=f"{PATH}/<regrade_id>/diff",
        summary="Who changes, from what to what, and why",
        handler=show_difference,
        query=DiffQuery,
        answers={200: Answer("A page of submissions, and all of it in numbers.", Difference)},
        refusals={404: NO_SUCH},
    ),
    Operation(
        name="apply_regrade",
        method="POST",
        path=f"{PATH}/<regrade_id>/apply",
        summary="Let what a regrade has computed count",
        handler=apply_regrade,
        body=ApplyBody,
        answers={202: Answer("It is being applied, or was applied before.", RegradeShown)},
        refusals={404: NO_SUCH, 409: "It is not computed yet, or would take points away and is not allowed to."},
    ),
)
