"""Right steps from wrong earlier answers, and what is no such step."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.grade.one_answer import judge_given
from fullmarks.rubric.load import load_rubric_text

RUBRIC = """\
rubric: demo
symbols: {n: integer, m g v: positive, k: integer, y y_2: {function of: n}}
parts:
  1:
    items:
      mass: {numeric: 2}
      speed: {symbolic: 3 g}
      length: {quantity: 2 s, relative: 1%}
      rounded: {numeric: 1/3, relative: 2%}
      count: {numeric: 3}
      y: {piecewise: {n < 0: 0, 0 <= n < 7: 2 - 2^-n, n >= 7: 127/2^n}, target: y(n)}
      matrix: {matrix: [[1, 2], [3, 4]]}
      cost: {symbolic: 2 m n}
      sum: {symbolic: 'sum_{k=0}^{n} 2^k'}
      either: {symbolic: n, also: [n + 1]}
  2:
    items:
      weight: {symbolic: m g, follows: {m: 1.mass}}
      shifted: {symbolic: y(n - 5), target: y_2(n), follows: {y: 1.y}}
      energy: {symbolic: m v^2 / 2, follows: {m: 1.mass, v: 1.speed}}
      inverse: {numeric: 1/(m - 3), follows: {m: 1.mass}}
      square: {numeric: s^2, symbols: {s: real}, follows: {s: 1.mass}}
      again: {numeric: s, symbols: {s: real}, follows: {s: 1.mass}}
      power: {symbolic: g^s, symbols: {s: real}, follows: {s: 1.mass}}
      capped: {symbolic: m g, points: 2, follows: {m: {item: 1.mass, share: 50%}}}
      bounded: {symbolic: m g, follows: {m: {item: 1.mass, where: m < 10}}}
      whole: {numeric: k^2 + 1, follows: {k: 1.count}}
      area: {quantity: l^2, relative: 1%, symbols: {l: positive}, follows: {l: 1.length}}
      thirds: {numeric: 2 r, symbols: {r: real}, relative: 1e-6, follows: {r: 1.rounded}}
      twice: {matrix: 2 A, credit: each entry, symbols: {A: real}, follows: {A: 1.matrix}}
      entries: {matrix: [[s, s^2]], credit: each entry, symbols: {s: real}, follows: {s: 1.mass}}
      known:
        symbolic: m g
        known: [{answer: g / m, points: 1/2, say: Multiply.}]
        near: {sign: 25%}
        follows: {m: 1.mass}
      total: {symbolic: 'sum_{k=1}^{n} (y(k) + k)', symbols: {n: positive integer}, follows: {y: 1.sum}}
      rate: {symbolic: c / n, symbols: {c: real}, follows: {c: 1.cost}}
      plain: {symbolic: c / n, symbols: {c: real}, 'in terms of': [m, n], follows: {c: 1.cost}}
      after: {symbolic: e^2, symbols: {e: real}, follows: {e: 1.either}}
      chained: {symbolic: w + 1, symbols: {w: real}, follows: {w: 2.weight}}
"""
RIGHT_Y = "0 if n < 0, 2 - 2^(-n) if 0 <= n < 7, 127/2^n otherwise"
WRONG_Y = "0 if n < 0, 2 - 2^(-n) otherwise"
SHIFTED = "0 if n < 5, 2 - 2^(5 - n) if 5 <= n < 12, 127/2^(n - 5) otherwise"
SHIFTED_WRONG = "0 if n < 5, 2 - 2^(5 - n) otherwise"


@pytest.fixture(scope="module")
def judged():
    items = {item.id: item for item in load_rubric_text(RUBRIC).items()}

    def judge(item, answer, **given):
        outcome = judge_given(answer, items[f"2.{item}"], {_id(name): said for name, said in given.items()}).outcome
        code = outcome.diagnosis.code if outcome.diagnosis else None
        return outcome.verdict.value, outcome.share, code

    return judge


def _id(name):
    return f"2.{name}" if name == "weight" else f"1.{name}"


FOLLOWS = ("correct", 1, "follow_through")
RIGHT = ("correct", 1, None)


@pytest.mark.parametrize(
    "item, answer, given, outcome",
    [
        # The key itself, and its names.
        pytest.param("weight", "2 g", {}, RIGHT, id="the right answer, nothing given"),
        pytest.param("weight", "2 g", {"mass": "3"}, RIGHT, id="the right answer in spite of a wrong one"),
        pytest.param("weight", "m g", {"mass": "3"}, RIGHT, id="by its name"),
        pytest.param("weight", "m^2 g / 2", {"mass": "2"}, ("incorrect", 0, None), id="right only by chance"),
        pytest.param("shifted", "y(n - 5)", {"y": WRONG_Y}, RIGHT, id="a function by its name"),
        pytest.param("shifted", "y_2(n) = y(n-5)", {}, RIGHT, id="a function by its name, with the target"),
        pytest.param("shifted", SHIFTED, {}, RIGHT, id="a function written out"),
        pytest.param("shifted", f"y(n - 5) = {SHIFTED}", {}, RIGHT, id="the key said to be its value"),
        pytest.param("shifted", "0 if n < 5, y(n - 5) otherwise", {}, RIGHT, id="a function within another"),
        pytest.param(
            "shifted", "y(n - 4)", {"y": WRONG_Y}, ("incorrect", 0, "off_by_one"), id="the wrong step by its name"
        ),
        # Follow-through.
        pytest.param("weight", "3 g", {"mass": "3"}, FOLLOWS, id="a symbol"),
        pytest.param("weight", "g*9/3", {"mass": "6/2"}, FOLLOWS, id="written otherwise"),
        pytest.param(
            "weight", "4 g", {"mass": "3"}, ("incorrect", 0, "constant_factor"), id="neither right nor following"
        ),
        pytest.param("weight", "3 g", {"mass": "2"}, ("incorrect", 0, "constant_factor"), id="nothing to follow"),
        pytest.param("weight", "3 g", {}, ("incorrect", 0, "constant_factor"), id="nothing given"),
        pytest.param("weight", "3 g", {"mass": ""}, ("incorrect", 0, "constant_factor"), id="an empty earlier answer"),
        pytest.param("shifted", SHIFTED_WRONG, {"y": WRONG_Y}, FOLLOWS, id="a function"),
        pytest.param(
            "shifted", f"y(n - 5) = {SHIFTED_WRONG}", {"y": WRONG_Y}, FOLLOWS, id="a function, with the key in front"
        ),
        pytest.param(
            "shifted", SHIFTED_WRONG.replace("5", "4"), {"y": WRONG_Y}, ("incorrect", 0, None), id="a wrong step"
        ),
        pytest.param("energy", "27 g^2 / 2", {"mass": "3"}, FOLLOWS, id="one of two names"),
        pytest.param("energy", "6 g^2", {"mass": "3", "speed": "2 g"}, FOLLOWS, id="both names"),
        pytest.param("energy", "3 v^2 / 2", {"mass": "3", "speed": "2 g"}, FOLLOWS, id="one put in, one by its name"),
        pytest.param(
            "energy", "4 g^2", {"mass": "3", "speed": "2 g"}, ("incorrect", 0, "constant_factor"), id="only one of two"
        ),
        pytest.param("whole", "26", {"count": "5"}, FOLLOWS, id="a number"),
        pytest.param("area", "9 s^2", {"length": "3 s"}, FOLLOWS, id="a quantity"),
        pytest.param("area", "9 s^2", {"length": r"0.05 \text{min}"}, FOLLOWS, id="a quantity in another unit"),
        pytest.param(
            "area",
            "9 s^2",
            {"length": r"3 \text{kg}"},
            ("incorrect", 0, None),
            id="a quantity that measures something else",
        ),
        pytest.param("thirds", "0.66", {"rounded": "0.33"}, FOLLOWS, id="a rounded answer that was right"),
        pytest.param("twice", "[[2, 4], [6, 10]]", {"matrix": "[[1, 2], [3, 5]]"}, FOLLOWS, id="a matrix"),
        pytest.param(
            "twice",
            "[[2, 4], [0, 10]]",
            {"matrix": "[[0, 2], [3, 5]]"},
            ("partial", Fraction(1, 2), "entries_wrong"),
            id="a matrix that fits better as it is than put in",
        ),
        pytest.param(
            "entries", "[[3, 8]]", {"mass": "3"}, ("partial", Fraction(1, 2), "follow_through"), id="half of it follows"
        ),
        pytest.param("capped", "3 g", {"mass": "3"}, ("partial", Fraction(1, 2), "follow_through"), id="with a cap"),
        pytest.param("capped", "2 g", {"mass": "3"}, RIGHT, id="no cap on what is right"),
        pytest.param("known", "3 g", {"mass": "3"}, FOLLOWS, id="beside known mistakes"),
        pytest.param(
            "known", "g/3", {"mass": "3"}, ("partial", Fraction(1, 2), "follow_through"), id="a known mistake follows"
        ),
        pytest.param(
            "known", "-3 g", {"mass": "3"}, ("partial", Fraction(1, 4), "follow_through"), id="a near miss follows"
        ),
        pytest.param("rate", "3 m", {"cost": "3 m n"}, FOLLOWS, id="a formula"),
        pytest.param("plain", "3 m", {"cost": "3 m n"}, FOLLOWS, id="in terms of given symbols"),
        pytest.param(
            "plain", "c / n", {"cost": "3 m n"}, ("incorrect", 0, "other_symbols"), id="the name itself is not given"
        ),
        pytest.param("after", "n^2 + 2 n + 1", {"either": "n + 1"}, FOLLOWS, id="from a further key"),
        pytest.param("chained", "3 g + 1", {"mass": "3", "weight": "3 g"}, FOLLOWS, id="a step from a step"),
        pytest.param("chained", "7 g + 1", {"mass": "3", "weight": "7 g"}, FOLLOWS, id="a step from a wrong step"),
        pytest.param(
            "total",
            "sum_{k=1}^{n} (n + k)",
            {"sum": "sum_{k=1}^{n} 1"},
            ("incorrect", 0, None),
            id="no index is caught",
        ),
        pytest.param("total", "n (n + 1)", {"sum": "sum_{k=1}^{n} 1"}, FOLLOWS, id="an index of the same name"),
        # What is not put in.
        pytest.param("weight", "3 g", {"mass": "3 or 4"}, ("incorrect", 0, "constant_factor"), id="several answers"),
        pytest.param("weight", "W", {"mass": "W/g"}, ("incorrect", 0, "unknown_symbol"), id="a name from nowhere"),
        pytest.param("weight", "-g", {"mass": "-1"}, ("incorrect", 0, "constant_factor"), id="outside of its domain"),
        pytest.param("whole", "5/4", {"count": "1/2"}, ("incorrect", 0, None), id="no integer"),
        pytest.param("bounded", "9 g", {"mass": "9"}, FOLLOWS, id="within the condition"),
        pytest.param(
            "bounded", "10 g", {"mass": "10"}, ("incorrect", 0, "constant_factor"), id="outside of the condition"
        ),
        pytest.param("weight", "(3, 4)", {"mass": "(3, 4)"}, ("incorrect", 0, "wrong_kind"), id="another kind"),
        pytest.param("weight", "3 g", {"mass": "m = x = 3"}, FOLLOWS, id="an equation for a value"),
        pytest.param("square", "t^2", {"mass": "t"}, ("incorrect", 0, "unknown_symbol"), id="no number"),
        pytest.param("shifted", "y(n - 5) + 1", {"y": "y(n) + 1"}, ("incorrect", 0, "off_by_one"), id="by itself"),
        pytest.param("shifted", "h(n - 5)", {"y": "h(n)"}, ("incorrect", 0, None), id="another function"),
        pytest.param("twice", "[[2, 4]]", {"matrix": "[[1, 2]]"}, ("incorrect", 0, "wrong_shape"), id="another shape"),
        pytest.param("twice", "2", {"matrix": "1"}, ("incorrect", 0, "wrong_kind"), id="a number for a matrix"),
        # What would make a trivial answer right.
        pytest.param("inverse", "undefined", {"mass": "3"}, ("incorrect", 0, None), id="a key without a value"),
        pytest.param(
            "inverse", "1/0", {"mass": "3"}, ("incorrect", 0, None), id="a key without a value, written as such"
        ),
        pytest.param(
            "inverse", "infinity", {"mass": "3"}, ("incorrect", 0, None), id="a key without a value, as infinity"
        ),
        pytest.param("square", "0", {"mass": "0"}, ("incorrect", 0, None), id="zero squared is zero again"),
        pytest.param("square", "1", {"mass": "1"}, ("incorrect", 0, None), id="one squared is one again"),
        pytest.param("square", "9", {"mass": "3"}, FOLLOWS, id="three squared is a step"),
        pytest.param("again", "3", {"mass": "3"}, FOLLOWS, id="what is only carried over"),
        pytest.param("power", "1", {"mass": "0"}, ("incorrect", 0, "missing_factor"), id="no longer in g"),
        pytest.param("shifted", "7", {"y": "7"}, ("incorrect", 0, None), id="a constant has nothing to shift"),
        pytest.param("rate", "0", {"cost": "0"}, ("incorrect", 0, None), id="nothing costs nothing"),
        pytest.param("inverse", "undefined", {"mass": "undefined"}, ("incorrect", 0, None), id="an undefined answer"),
        pytest.param("square", "infinity", {"mass": "infinity"}, ("incorrect", 0, None), id="an infinite answer"),
        # What nobody can tell.
        pytest.param(
            "shifted",
            "7",
            {"y": "+".join(f"n^{k}" for k in range(300))},
            ("needs_review", 0, "follow_through"),
            id="an earlier answer that is too long",
        ),
        pytest.param(
            "weight", "3 g", {"mass": "(3"}, ("needs_review", 0, "follow_through"), id="an unreadable earlier answer"
        ),
        pytest.param("weight", "2 g", {"mass": "(3"}, RIGHT, id="right beside an unreadable one"),
        pytest.param("weight", "m g", {"mass": "(3"}, RIGHT, id="by its name beside an unreadable one"),
        pytest.param("weight", "(3", {"mass": "3"}, ("unreadable", 0, "unclosed_bracket"), id="unreadable itself"),
        pytest.param(
            "weight", "3 g or 4 g", {"mass": "3"}, ("several_answers", 0, "several_answers"), id="several itself"
        ),
    ],
)
def test_what_follows(judged, item, answer, given, outcome):
    assert judged(item, answer, **given) == outcome


ANSWERS = ["2 g", "3 g", "m g", "0", "g", "undefined", "(1, 2)", "3 g or 4 g", "2 g(", "-g", "W", "g^2"]
EARLIER = [
    "2",
    "3",
    "0",
    "-1",
    "1/0",
    "m",
    "g",
    "W/g",
    "3 or 4",
    "(3",
    "[1, 2]",
    "infinity",
    "x = 3",
    "5 kg",
    "\\pm 3",
    "",
]


@given(st.sampled_from(ANSWERS), st.sampled_from(EARLIER) | st.text(max_size=12), st.sampled_from(["weight", "capped"]))
def test_an_earlier_answer_never_lowers_and_leaves_right_answers_alone(judged, answer, earlier, item):
    alone, beside = judged(item, answer), judged(item, answer, mass=earlier)
    assert beside[1] >= alone[1]
    if alone[0] in ("correct", "unreadable", "several_answers", "missing"):
        assert beside == alone
    if beside != alone:
        assert beside[2] == "follow_through"


@given(st.fractions(-20, 20), st.fractions(-20, 20))
def test_a_step_is_right_where_it_goes_on_from_what_was_answered(judged, mass, used):
    verdict, share, _ = judged("weight", f"({used}) g", mass=str(mass))
    follows = used == mass and mass > 0
    assert (verdict, share) == (("correct", 1) if used == 2 or follows else ("incorrect", 0))
