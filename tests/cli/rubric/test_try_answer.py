"""``fullmarks rubric try``: one answer, with all that student and staff would be told."""

import pytest

RUBRIC = """\
rubric: demo
symbols: {x: real}
parts:
  1a:
    items:
      it:
        symbolic: 2 x
        points: 3
        known: [{answer: x, points: 1, say: Twice that., note: Often seen.}]
"""


@pytest.fixture
def rubric(tmp_path):
    (tmp_path / "demo.yaml").write_text(RUBRIC)


@pytest.mark.parametrize(
    "answer, lines",
    [
        pytest.param(
            "x + x",
            [
                "verdict:       correct",
                "points:        3 of 3",
                "read as:       x + x",
                "evidence:      exact (equal by exact arithmetic)",
                "feedback:      Right.",
            ],
            id="right",
        ),
        pytest.param(
            "-3x + 4x",
            [
                "verdict:       partial",
                "points:        1 of 3",
                "read as:       -3*x + 4*x",
                "evidence:      exact (different by exact arithmetic)",
                "diagnosis:     known_mistake",
                "feedback:      Twice that.",
            ],
            id="known mistake",
        ),
        pytest.param(
            "",
            [
                "verdict:       missing",
                "points:        0 of 3",
                "evidence:      none",
                "feedback:      No answer was found.",
            ],
            id="missing",
        ),
    ],
)
def test_what_is_told(fullmarks, rubric, answer, lines):
    ended = fullmarks("rubric", "try", "demo.yaml", "1a.it", "--", answer)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[: len(lines)] == lines


def test_an_answer_from_standard_input(fullmarks, rubric):
    assert fullmarks("rubric", "try", "demo.yaml", "1a.it", "-", stdin="x + x\n").out.startswith(
        "verdict:       correct"
    )


def test_an_item_that_is_not_there(fullmarks, rubric):
    ended = fullmarks("rubric", "try", "demo.yaml", "1a.itt", "x")
    assert ended.status == 2
    assert ended.err.splitlines()[-1] == "Error: The rubric demo has no item “1a.itt”. Did you mean “1a.it”?"


FOLLOWING = """\
rubric: demo
symbols: {m: positive}
parts:
  1:
    items:
      mass: {numeric: 2}
      double: {numeric: 2 m, follows: {m: 1.mass}}
"""


@pytest.mark.parametrize(
    "given, verdict, feedback",
    [
        pytest.param([], "incorrect", "This is not the number that is expected.", id="nothing given"),
        pytest.param(
            ["--given", "1.mass=3"], "correct", "This goes on rightly from your answer to 1.mass.", id="given"
        ),
        pytest.param(
            ["--given", "1.mass=m = 3"], "correct", "This goes on rightly from your answer to 1.mass.", id="an equation"
        ),
    ],
)
def test_an_answer_that_follows_another(fullmarks, tmp_path, given, verdict, feedback):
    (tmp_path / "following.yaml").write_text(FOLLOWING)
    lines = fullmarks("rubric", "try", *given, "following.yaml", "1.double", "6").out.splitlines()
    assert lines[0] == f"verdict:       {verdict}"
    assert f"feedback:      {feedback}" in lines


@pytest.mark.parametrize(
    "given, sentence",
    [
        pytest.param("1.mass", "“1.mass” gives no answer. Write --given ITEM=ANSWER.", id="no answer"),
        pytest.param("1.mas=3", "The rubric demo has no item “1.mas”. Did you mean “1.mass”?", id="no such item"),
    ],
)
def test_a_given_answer_that_says_nothing(fullmarks, tmp_path, given, sentence):
    (tmp_path / "following.yaml").write_text(FOLLOWING)
    ended = fullmarks("rubric", "try", "--given", given, "following.yaml", "1.double", "6")
    assert ended.status == 2
    assert sentence in ended.err
