"""The report's shape and values, pinned: others build on them.

``pytest tests/contract --rewrite-goldens`` writes the goldens anew; what changes must then be read line by line.
"""

import json
from pathlib import Path

import pytest

from fullmarks import grade, load_rubric
from fullmarks.report.as_json import as_json
from fullmarks.report.model import Report

HERE = Path(__file__).parent
SUBMISSIONS = ("answers.json", "document.md", "chat.json")

REPORT = ["schema", "rubric", "engine", "submission", "score", "max_score", "parts", "not_graded"]
PART = ["id", "title", "score", "max_score", "counted_attempt", "attempts"]
ATTEMPT = ["attempt", "turn", "items"]
ITEM = [
    *("id", "verdict", "points", "max_points", "answer", "read_as", "span", "evidence", "diagnosis"),
    *("pending_points", "feedback", "staff_note", "entries"),
]
EVIDENCE = ["kind", "at", "values", "points", "bits", "note"]
VERDICTS = {"correct", "partial", "incorrect", "missing", "unreadable", "several_answers", "needs_review"}
KINDS = {
    *("identical", "exact", "counterexample", "agreed", "proved", "undecided", "tolerance", "phrases", "choice"),
    *("person", "none"),
}


@pytest.fixture(scope="module")
def rubric():
    return load_rubric(HERE / "homework.yaml")


def handed_in(name):
    text = (HERE / name).read_text("utf-8")
    return json.loads(text) if name.endswith(".json") else text


def said(rubric, name):
    """The report as JSON, what changes with every version left out."""
    report = json.loads(as_json(grade(rubric, handed_in(name))))
    report["engine"] = report["rubric"]["version"] = "…"
    return report


def items(report):
    return [item for part in report["parts"] for attempt in part["attempts"] for item in attempt["items"]]


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_golden(rubric, name, request):
    golden = HERE / "goldens" / f"{Path(name).stem}.json"
    found = said(rubric, name)
    if request.config.getoption("--rewrite-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert found == json.loads(golden.read_text("utf-8"))


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_the_shape(rubric, name):
    report = said(rubric, name)
    assert list(report) == REPORT
    assert report["schema"] == "fullmarks/report@1"
    assert list(report["rubric"]) == ["id", "version"]
    for part in report["parts"]:
        assert list(part) == PART
        for number, attempt in enumerate(part["attempts"], 1):
            assert list(attempt) == ATTEMPT
            assert attempt["attempt"] == number
    for item in items(report):
        assert list(item) == ITEM
        assert list(item["evidence"]) == EVIDENCE
        assert item["verdict"] in VERDICTS
        assert item["evidence"]["kind"] in KINDS
        assert item["read_as"] is None or list(item["read_as"]) == ["latex", "text"]
        assert item["span"] is None or list(item["span"]) == ["start", "end"]
        assert item["diagnosis"] is None or list(item["diagnosis"]) == ["code", "detail"]
        assert item["feedback"]
    for piece in report["not_graded"]:
        assert list(piece) == ["turn", "span", "heading", "reason"]


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_every_part_in_the_rubrics_order(rubric, name):
    report = said(rubric, name)
    assert [part["id"] for part in report["parts"]] == ["1a", "1b", "2", "3", "4"]
    assert [item["id"] for item in report["parts"][4]["attempts"][0]["items"]] == ["4.left", "4.out"]


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_a_part_that_nothing_answers(rubric, name):
    part = said(rubric, name)["parts"][4]
    assert part["counted_attempt"] is None
    assert [(one["attempt"], one["turn"]) for one in part["attempts"]] == [(1, None)]
    assert {(item["verdict"], item["points"], item["answer"]) for item in part["attempts"][0]["items"]} == {
        ("missing", 0, None)
    }


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_points_agree_with_verdicts(rubric, name):
    for item in items(said(rubric, name)):
        if item["id"] == "3.free":
            continue
        assert (item["verdict"] == "correct") == (item["points"] == item["max_points"])
        assert (item["verdict"] == "partial") == (0 < item["points"] < item["max_points"])
        is_open = item["verdict"] in ("unreadable", "needs_review")
        assert item["pending_points"] == (item["max_points"] if is_open else 0)


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_spans_are_code_points_of_what_was_handed_in(rubric, name):
    given = handed_in(name)
    for part in said(rubric, name)["parts"]:
        for attempt in part["attempts"]:
            for item in attempt["items"]:
                if item["span"] is None:
                    continue
                if isinstance(given, str):
                    text = given
                elif "messages" in given:
                    text = given["messages"][attempt["turn"]]["content"]
                else:
                    text = item["answer"]
                assert text[item["span"]["start"] : item["span"]["end"]] == item["answer"]


def test_the_last_attempt_counts_unless_it_cannot_be_read(rubric):
    part = said(rubric, "chat.json")["parts"][2]
    assert [attempt["turn"] for attempt in part["attempts"]] == [1, 3, 5]
    assert [attempt["items"][0]["verdict"] for attempt in part["attempts"]] == ["incorrect", "correct", "unreadable"]
    assert (part["counted_attempt"], part["score"]) == (2, 1)


def test_a_known_mistake_is_named_by_its_place(rubric):
    item = said(rubric, "answers.json")["parts"][0]["attempts"][0]["items"][0]
    assert item["diagnosis"] == {"code": "known_mistake", "detail": {"known": 0}}
    assert (item["verdict"], item["points"], item["feedback"]) == ("partial", 1, "Count both products.")


def test_a_void_item_gives_everybody_its_points(rubric):
    for name in SUBMISSIONS:
        assert said(rubric, name)["parts"][3]["score"] == 1


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_the_same_submission_gives_the_same_bytes(rubric, name):
    first, second = (as_json(grade(rubric, handed_in(name))) for _ in range(2))
    assert first == second
    assert as_json(Report.model_validate_json(first)) == first


def test_the_engine_names_what_verdicts_hang_on(rubric):
    engine = grade(rubric, "## 1a\n").engine
    assert [part.split()[0] for part in engine.split(", ")] == ["fullmarks", "python-flint", "sympy"]


def test_a_rubric_may_be_a_path(rubric):
    by_path = grade(str(HERE / "homework.yaml"), handed_in("document.md"))
    assert by_path == grade(rubric, handed_in("document.md"))
