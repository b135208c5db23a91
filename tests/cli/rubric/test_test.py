"""``fullmarks rubric test``: examples that hold, that fail, and rules that none reaches."""

import pytest

RUBRIC = """\
rubric: demo
symbols: {x: real}
parts:
  1a:
    items:
      it:
        symbolic: 2 x
        known: [{answer: x, points: 1/2}]
        tests:
          - {answer: x + x, verdict: correct}
"""
REACHED = RUBRIC + "          - {answer: x, verdict: partial, code: known_mistake}\n"
FAILING = RUBRIC + '          - {answer: "x +\\n x/1 - x", verdict: incorrect, points: 0}\n'


@pytest.fixture
def rubrics(tmp_path):
    for name, text in (("some", RUBRIC), ("all", REACHED), ("failing", FAILING)):
        (tmp_path / f"{name}.yaml").write_text(text)


@pytest.mark.parametrize(
    "arguments, status, lines",
    [
        pytest.param(
            ["all.yaml"],
            0,
            ["✓ 1a.it            2 examples   2/2 rules", "all.yaml: 2 examples, none failed; 2 of 2 rules reached."],
            id="all reached",
        ),
        pytest.param(
            ["some.yaml"],
            0,
            [
                "✓ 1a.it            1 example    1/2 rules",
                "    reached by no example: known mistake 1 (x)",
                "some.yaml: 1 example, none failed; 1 of 2 rules reached.",
            ],
            id="not all reached",
        ),
        pytest.param(
            ["--strict", "some.yaml"],
            1,
            [
                "✓ 1a.it            1 example    1/2 rules",
                "    reached by no example: known mistake 1 (x)",
                "some.yaml: 1 example, none failed; 1 of 2 rules reached.",
            ],
            id="strict",
        ),
        pytest.param(
            ["failing.yaml"],
            1,
            [
                "✗ 1a.it            2 examples   2/2 rules",
                "    failing.yaml:11: “x + x/1 - x” → partial (known_mistake)",
                "      but the verdict is partial, not incorrect",
                "      but it earns 0.5, not 0",
                "      read as x + x/1 - x",
                "failing.yaml: 2 examples, 1 failed; 2 of 2 rules reached.",
            ],
            id="failing",
        ),
        pytest.param(
            ["-v", "all.yaml"],
            0,
            [
                "✓ 1a.it            2 examples   2/2 rules",
                "    all.yaml:10: “x + x” → correct",
                "    all.yaml:11: “x” → partial (known_mistake)",
                "all.yaml: 2 examples, none failed; 2 of 2 rules reached.",
            ],
            id="every example",
        ),
    ],
)
def test_what_is_told(fullmarks, rubrics, arguments, status, lines):
    ended = fullmarks("rubric", "test", *arguments)
    assert ended.out.splitlines() == lines
    assert (ended.status, ended.err) == (status, "")


def test_a_bad_rubric_among_them(fullmarks, rubrics, tmp_path):
    (tmp_path / "bad.yaml").write_text("rubric: demo\n")
    ended = fullmarks("rubric", "test", "failing.yaml", "bad.yaml", "all.yaml")
    assert ended.status == 3
    assert ended.err == "bad.yaml:1:1: “parts:” is missing here.\n"
    assert ended.out.splitlines()[-1] == "all.yaml: 2 examples, none failed; 2 of 2 rules reached."
