"""The report as JSON."""

import json

from fullmarks.report.as_json import as_json
from fullmarks.report.model import Report


def test_one_line_that_reads_back_to_the_same_report(report):
    written = as_json(report)
    assert "\n" not in written
    assert Report.model_validate_json(written) == report
    assert as_json(Report.model_validate_json(written)) == written


def test_the_schema_comes_first_and_whole_points_are_integers(report):
    assert as_json(report).startswith(
        '{"schema":"fullmarks/report@1","rubric":{"id":"demo","version":"0123456789abcdef"},'
    )
    said = json.loads(as_json(report))
    assert (said["score"], type(said["score"]).__name__) == (1, "int")
    assert said["parts"][0]["attempts"][0]["items"][0]["points"] == 0.5
