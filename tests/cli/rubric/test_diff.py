"""``fullmarks rubric diff``: what two rubrics say differently."""

import json

import pytest

OLD = "rubric: demo\nparts:\n  1a:\n    items:\n      it: {numeric: 1}\n"


@pytest.fixture
def files(tmp_path):
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(OLD.replace("numeric: 1", "numeric: 2"))
    (tmp_path / "layout.yaml").write_text(f"# the same\n{OLD}")
    (tmp_path / "broken.yaml").write_text(OLD.replace("numeric", "numerc"))


def test_what_differs(fullmarks, files):
    ended = fullmarks("rubric", "diff", "old.yaml", "new.yaml")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[1:] == [
        "",
        "1a.it (verdicts may change)",
        "  key: 1 → 2",
        "",
        "1 item differs; answers to 1 of them may be judged otherwise.",
    ]


def test_json(fullmarks, files):
    ended = fullmarks("rubric", "diff", "old.yaml", "new.yaml", "--format", "json")
    (line,) = ended.out.splitlines()
    assert [one["place"] for one in json.loads(line)["changed"]] == ["1a.it"]


@pytest.mark.parametrize(
    "old, new, options, status",
    [
        pytest.param("old.yaml", "new.yaml", [], 0, id="a difference is no failure"),
        pytest.param("old.yaml", "new.yaml", ["--exit-code"], 1, id="a script asks"),
        pytest.param("old.yaml", "layout.yaml", ["--exit-code"], 0, id="the same in meaning"),
        pytest.param("old.yaml", "broken.yaml", [], 3, id="a rubric that cannot be used"),
        pytest.param("old.yaml", "nowhere.yaml", [], 3, id="a file that is not there"),
        pytest.param("old.yaml", "", [], 3, id="a folder"),
    ],
)
def test_the_status(fullmarks, files, old, new, options, status):
    assert fullmarks("rubric", "diff", old, new, *options).status == status


def test_both_are_looked_at_before_the_command_ends(fullmarks, files):
    ended = fullmarks("rubric", "diff", "broken.yaml", "nowhere.yaml")
    assert ended.out == ""
    assert [line.partition(":")[0] for line in ended.err.splitlines()] == ["broken.yaml", "nowhere.yaml"]
