"""The points that wait for a person."""

import pytest

from fullmarks.outcome import Verdict
from fullmarks.report.pending import pending_in, pending_points


def test_the_sum_of_a_report(report):
    assert pending_points(report) == 1
    assert [pending_in(part) for part in report.parts] == [0, 1, 0]


@pytest.mark.parametrize(
    "verdicts, points",
    [
        pytest.param(["unreadable"], 1, id="unreadable"),
        pytest.param(["needs_review"], 1, id="undecided"),
        pytest.param(["unreadable", "needs_review"], 1, id="twice open is open once"),
        pytest.param(["unreadable", "missing"], 1, id="not answered again"),
        pytest.param(["correct", "unreadable"], 0, id="decided before"),
        pytest.param(["unreadable", "incorrect"], 0, id="decided after"),
        pytest.param(["missing", "missing"], 0, id="never answered"),
    ],
)
def test_an_item_is_open_while_no_attempt_was_decided(report, verdicts, points):
    part = report.parts[1]
    attempt = part.attempts[0]
    attempts = tuple(
        attempt.model_copy(
            update={
                "items": (
                    attempt.items[0].model_copy(
                        update={
                            "verdict": Verdict(verdict),
                            "pending_points": int(verdict in ("unreadable", "needs_review")),
                        }
                    ),
                )
            }
        )
        for verdict in verdicts
    )
    assert pending_in(part.model_copy(update={"attempts": attempts})) == points
