"""What a student may see of a report."""

from fullmarks.report.as_json import as_json
from fullmarks.report.model import Report
from fullmarks.report.student_view import student_view


def items(report):
    return [item for part in report.parts for attempt in part.attempts for item in attempt.items]


def test_nothing_for_staff_is_left(report):
    for item in items(student_view(report)):
        assert item.staff_note is None
        assert item.evidence.values is None
        assert item.evidence.note is None
        assert not (item.diagnosis and item.diagnosis.detail)


def test_no_word_for_staff_is_left_anywhere(report):
    shown = as_json(student_view(report))
    for word in ("Half of the key", "By its coefficients", "factor\\", '"1/2"', '"4"]'):
        assert word not in shown


def test_all_else_is_kept(report):
    for seen, whole in zip(items(student_view(report)), items(report), strict=True):
        kept = {"staff_note", "evidence", "diagnosis"}
        assert seen.model_dump(exclude=kept) == whole.model_dump(exclude=kept)
        assert seen.evidence.at == whole.evidence.at
        assert (seen.diagnosis and seen.diagnosis.code) == (whole.diagnosis and whole.diagnosis.code)


def test_the_view_is_a_report_like_any_other(report):
    assert Report.model_validate_json(as_json(student_view(report))) == student_view(report)
