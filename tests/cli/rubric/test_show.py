"""``fullmarks rubric show``: how a rubric was understood."""

import pytest

RUBRIC = """\
rubric: demo
title: A small one
symbols: {x: real}
attempts: {counts: best, cost: 10%}
parts:
  1a:
    title: Formulas
    items:
      it:
        symbolic: 2x
        also: [{answer: x x, share: 1/3}]
        known: [{answer: x, points: 0.5}]
        near: {sign: 25%}
        target: y
        form: [expanded, no decimals]
        bound: upper
        labels: [slope, gradient]
      them: {matrix: [[1, 2]], conventions: {flipped: '-key'}, points: 2, optional: yes, void: yes}
"""
IT = [
    "  1a.it  symbolic, 1 point",
    "    key: 2*x",
    "    also: x*x  (1/3)",
    '    form: ["expanded", "no decimals"]',
    "    known mistake: x  (0.5 points)",
    "    near: sign  (25%)",
    "    target: y",
    "    bound: upper",
    "    labels: slope, gradient",
]


@pytest.fixture
def rubric(tmp_path):
    (tmp_path / "demo.yaml").write_text(RUBRIC)


def test_the_whole(fullmarks, rubric):
    ended = fullmarks("rubric", "show", "demo.yaml")
    head, version, *rest = ended.out.splitlines()
    assert (ended.status, ended.err, head) == (0, "", "demo  A small one")
    assert version.startswith("version ")
    assert rest == [
        "1 part, 2 items, 1 point",
        "of several attempts the best counts; a further one costs 10%, a hint 0%",
        "",
        "1a  Formulas",
        *IT,
        "  1a.them  matrix, 2 points, optional, void",
        "    key: [[1, 2]]",
        "    convention flipped: [[-1, -2]]  (0 points)",
    ]


def test_one_item(fullmarks, rubric):
    assert fullmarks("rubric", "show", "demo.yaml", "1a.it").out.splitlines() == [*IT, "    knows: x (real)"]


def test_what_follows_an_earlier_answer(fullmarks, tmp_path):
    items = "a: {numeric: 1}, b: {symbolic: 2 y, follows: {y: 1.a}}"
    (tmp_path / "demo.yaml").write_text(f"rubric: demo\nsymbols: {{y: real}}\nparts: {{1: {{items: {{{items}}}}}}}\n")
    shown = fullmarks("rubric", "show", "demo.yaml", "1.b").out.splitlines()
    assert shown[1:] == ["    key: 2*y", "    follows: y stands for the answer to 1.a", "    knows: y (real)"]


def test_an_item_that_is_not_there(fullmarks, rubric):
    ended = fullmarks("rubric", "show", "demo.yaml", "1b")
    assert ended.status == 2
    assert ended.err.splitlines()[-1] == "Error: The rubric demo has no item “1b”. Known here: 1a.it, 1a.them."
