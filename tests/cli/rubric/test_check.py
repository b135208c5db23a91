"""``fullmarks rubric check``: what is found, where it is written, and the status."""

GOOD = """\
rubric: demo
symbols: {x: real}
parts:
  1a:
    items:
      it: {symbolic: 2 x, tests: [{answer: 2 x, verdict: correct}]}
"""


def test_a_good_rubric(fullmarks, tmp_path):
    (tmp_path / "good.yaml").write_text(GOOD)
    ended = fullmarks("rubric", "check", "good.yaml")
    assert (ended.status, ended.out, ended.err) == (0, "good.yaml: 1 part, 1 item: nothing looks wrong.\n", "")


def test_what_looks_wrong_is_a_result(fullmarks, tmp_path):
    (tmp_path / "odd.yaml").write_text(GOOD.replace("symbolic: 2 x", "symbolic: 2 z"))
    ended = fullmarks("rubric", "check", "odd.yaml")
    assert (ended.status, ended.err) == (1, "")
    assert ended.out.splitlines() == [
        "odd.yaml:6:22: “z” is not declared under “symbols:”.",
        "odd.yaml: 1 part, 1 item: 1 thing looks wrong.",
    ]


def test_a_rubric_that_cannot_be_used_is_an_error(fullmarks, tmp_path):
    (tmp_path / "bad.yaml").write_text(GOOD.replace("symbolic: 2 x", "symbolic: 2 (x, pionts: 2"))
    ended = fullmarks("rubric", "check", "bad.yaml")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err == "bad.yaml:6:28: “pionts” is not known here. Did you mean “points”?\n"


def test_one_bad_file_does_not_hide_the_others(fullmarks, tmp_path):
    (tmp_path / "good.yaml").write_text(GOOD)
    ended = fullmarks("rubric", "check", "none.yaml", "good.yaml")
    assert (ended.status, ended.out) == (3, "good.yaml: 1 part, 1 item: nothing looks wrong.\n")
    assert ended.err == "none.yaml:1:1: The file cannot be opened: No such file or directory.\n"


def test_a_file_must_be_named(fullmarks):
    assert fullmarks("rubric", "check").status == 2
