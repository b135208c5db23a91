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


POLICIES = """\
rubric: demo
attempts: {counts: last, cost: 10%, hints: 5%, cap: 1/2}
late: {cost: 10% a day, after: '2026-11-20T23:59:00-08:00', grace: 15 minutes, cap: 50%}
rounding: {item: 0.25, total: 1}
symbols: {m: positive}
parts:
  1:
    items:
      mass: {numeric: 2}
      double: {numeric: 2 m, follows: {m: {item: 1.mass, share: 50%}}}
"""


def test_policies(fullmarks, tmp_path):
    (tmp_path / "policies.yaml").write_text(POLICIES)
    lines = fullmarks("rubric", "show", "policies.yaml").out.splitlines()
    assert lines[3:6] == [
        "of several attempts the last counts; a further one costs 10%, a hint 5%, at most 50%",
        "handing in late after 2026-11-20T23:59:00-08:00 costs 10% a day, from 0:15:00 on, at most 50%",
        "points are rounded half up: each item to 0.25, the total to 1",
    ]
    assert lines[-3:] == [
        "  1.double  numeric, 1 point",
        "    key: 2*m",
        "    follows: m stands for the answer to 1.mass, at most 50%",
    ]
