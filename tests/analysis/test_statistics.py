"""Statistics of made classes whose numbers are known."""

import random
import statistics as python
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.analysis.answers import joined
from fullmarks.analysis.as_csv import answers_as_csv, items_as_csv
from fullmarks.analysis.as_html import as_html
from fullmarks.analysis.as_json import as_json
from fullmarks.analysis.as_text import as_text
from fullmarks.analysis.from_report import sitting
from fullmarks.analysis.meaning import by_meaning
from fullmarks.analysis.moments import Moments, Together
from fullmarks.analysis.records import Mark, Sitting
from fullmarks.analysis.scores import scores
from fullmarks.analysis.statistics import class_statistics
from fullmarks.analysis.suspicion import suspicions
from fullmarks.outcome import Verdict
from fullmarks.report.grade_submission import grade_submission
from fullmarks.rubric.load import load_rubric_text

RIGHT, WRONG, MISSING = Verdict.CORRECT, Verdict.INCORRECT, Verdict.MISSING
NUMBERS = st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=30)


def mark(item, verdict, answer="x", points=None, **more):
    earned = float(verdict is RIGHT) if points is None else points
    return Mark(
        item,
        verdict,
        earned,
        1,
        None if verdict is MISSING else answer,
        answer,
        attempts=int(verdict is not MISSING),
        **more,
    )


def sat(*marks, name="ann"):
    return Sitting(name, sum(one.points for one in marks), len(marks), marks)


# numbers


@given(NUMBERS)
def test_moments_are_those_of_python(values):
    moments = Moments()
    for value in values:
        moments.add(value)
    assert moments.mean == pytest.approx(python.fmean(values), abs=1e-6)
    assert moments.variance == pytest.approx(python.variance(values), rel=1e-6, abs=1e-6)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=30))
def test_a_correlation_is_that_of_python(pairs):
    together = Together()
    for x, y in pairs:
        together.add(x, y)
    xs, ys = zip(*pairs, strict=True)
    if len({*xs}) == 1 or len({*ys}) == 1:
        assert together.correlation is None
    else:
        assert together.correlation == pytest.approx(python.correlation(xs, ys), abs=1e-9)


@pytest.mark.parametrize(
    "earned, mean, quartiles, counts",
    [
        pytest.param([], 0, (0, 0, 0), [], id="nobody"),
        pytest.param([4], 4, (4, 4, 4), [0, 0, 0, 0, 1, 0, 0, 0, 0, 0], id="one"),
        pytest.param([0, 10, 5, 5], 5, (3.75, 5, 6.25), [1, 0, 0, 0, 0, 2, 0, 0, 0, 1], id="the border belongs above"),
        pytest.param([20], 20, (20, 20, 20), [0] * 9 + [1], id="more than all points"),
    ],
)
def test_scores(earned, mean, quartiles, counts):
    found = scores(earned, 10)
    assert (found.count, found.mean, found.quartiles) == (len(earned), mean, quartiles)
    assert [one.count for one in found.bins] == counts


# items


def test_an_item():
    found = class_statistics(
        [
            sat(mark("a", RIGHT), mark("b", RIGHT)),
            sat(mark("a", WRONG, "y", code="sign"), mark("b", WRONG)),
            sat(mark("a", MISSING), mark("b", RIGHT)),
            sat(mark("a", Verdict.PARTIAL, "z", points=0.5), mark("b", WRONG)),
        ]
    )
    item = found.items[0]
    assert (item.item, item.sittings, item.answered, item.right) == ("a", 4, 3, 1)
    assert item.verdicts == {RIGHT: 1, Verdict.PARTIAL: 1, WRONG: 1, MISSING: 1}
    assert item.difficulty == pytest.approx(0.375)
    assert item.discrimination == pytest.approx(python.correlation([1, 0, 0, 0.5], [1, 0, 1, 0]))
    assert (item.attempts, item.codes) == ({0: 1, 1: 3}, {"sign": 1})
    assert [(group.reading, group.count) for group in item.groups] == [("x", 1), ("y", 1), ("z", 1)]


def test_an_item_that_all_have_right_tells_nothing():
    found = class_statistics([sat(mark("a", RIGHT), mark("b", one)) for one in (RIGHT, WRONG)])
    assert found.items[0].discrimination is None


def test_the_order_of_the_sittings_does_not_count():
    drawn = random.Random(3)
    every = [
        sat(*(mark(item, drawn.choice([RIGHT, WRONG, MISSING]), drawn.choice("xy")) for item in "abc"))
        for _ in range(40)
    ]
    one, other = class_statistics(every), class_statistics(every[::-1])
    assert [(item.item, item.verdicts, item.difficulty) for item in one.items] == [
        (item.item, item.verdicts, pytest.approx(item.difficulty)) for item in other.items
    ]
    assert one.scores == other.scores


# groups

RUBRIC = load_rubric_text("""\
rubric: demo
symbols: {x: real}
parts:
  1: {items: {f: {symbolic: 2x + 2, target: y}, way: {choice: [up, down], key: up}}}
""")


def of_answers(*answers):
    reports = [grade_submission(RUBRIC, {"answers": {"1.f": answer}}) for answer in answers]
    return class_statistics(sitting("ann", report, RUBRIC.attempts) for report in reports)


@pytest.mark.parametrize(
    "answers, groups",
    [
        pytest.param(["2x+2", "2(x+1)", "y = 2 + 2x"], [("2*x + 2", 3)], id="right in three spellings"),
        pytest.param(["x + 1", "(x^2 + 2x + 1)/(x+1)", "1 + x", "x"], [("1 + x", 3), ("x", 1)], id="wrong"),
        pytest.param(["x^", "x^", "("], [("x^", 2), ("(", 1)], id="not read"),
    ],
)
def test_equal_answers_are_one_group(answers, groups):
    item = by_meaning(of_answers(*answers), RUBRIC).items[0]
    assert [(group.reading, group.count) for group in item.groups] == groups
    assert sum(group.count for group in item.groups) == len(answers)


def test_joined_groups_have_the_spread_of_all():
    every = class_statistics(
        [
            sat(mark("a", WRONG, answer), *(mark(f"b{place}", RIGHT if place < good else WRONG) for place in range(4)))
            for answer, good in (("p", 0), ("p", 1), ("q", 3), ("q", 4), ("q", 2))
        ]
    )
    group = joined(list(every.items[0].groups))
    rests = [0, 0.25, 0.75, 1, 0.5]
    assert (group.count, group.reading) == (5, "q")
    assert (group.rest, group.rest_variance) == (pytest.approx(0.5), pytest.approx(python.variance(rests)))


# keys that look wrong


def a_class(*, wrong_key, seed=5):
    """200 people, good or not; with a wrong key those who know are marked wrong on item ``k``."""
    drawn = random.Random(seed)
    for _ in range(200):
        skill = drawn.choice([0.3, 0.9])
        marks = [mark(f"i{place}", RIGHT if drawn.random() < skill else WRONG) for place in range(8)]
        knows = drawn.random() < skill
        said = "true" if knows else drawn.choice(["key", "odd", "other"])
        verdict = RIGHT if said == ("key" if wrong_key else "true") else WRONG
        yield sat(mark("k", verdict, said), *marks)


def test_a_wrong_key_is_found():
    (found,) = suspicions(class_statistics(a_class(wrong_key=True)))
    assert (found.item, found.group.reading) == ("k", "true")
    assert found.group.rest > found.rest_of_right


@pytest.mark.parametrize("seed", range(10))
def test_a_right_key_is_not_suspected(seed):
    assert [
        one.item for one in suspicions(class_statistics(a_class(wrong_key=False, seed=seed))) if one.item == "k"
    ] == []


def test_where_nobody_is_right_the_common_answer_is_suspicious():
    every = [sat(mark("k", WRONG, "same"), mark("b", RIGHT)) for _ in range(6)]
    (found,) = suspicions(class_statistics(every))
    assert (found.right, found.rest_of_right) == (0, None)


def test_few_say_nothing():
    assert suspicions(class_statistics([sat(mark("k", WRONG, "same"), mark("b", RIGHT)) for _ in range(4)])) == ()


# forms


HOSTILE = '=cmd|"/c calc"!A1 <script>alert(1)</script> \u202e'


def test_no_form_lets_an_answer_be_more_than_text():
    found = class_statistics([sat(mark("k", WRONG, HOSTILE), mark("b", RIGHT)) for _ in range(6)])
    page = as_html(found, suspicions(found), HOSTILE)
    assert "<script" not in page
    assert "\u202e" not in page + as_text(found, suspicions(found), answers=3) + answers_as_csv(found)
    assert "\"'=cmd|" in answers_as_csv(found)


@pytest.mark.parametrize("wrong_key", [True, False])
def test_a_page_is_well_formed_and_loads_nothing(wrong_key):
    found = class_statistics(a_class(wrong_key=wrong_key))
    page = as_html(found, suspicions(found), "A class")
    shown = [element.tag for element in ET.fromstring(page.partition("\n")[2]).iter()]
    assert {"svg", "rect", "circle", "details"} <= set(shown)
    assert {"script", "img", "link", "iframe"}.isdisjoint(shown)
    assert "http" not in page.replace("http-equiv", "")


def test_the_forms_of_an_empty_class():
    found = class_statistics([])
    assert as_text(found, ()) == "0 submissions, 0 items\n"
    assert items_as_csv(found).count("\n") == 1
    assert as_json(found, ()).startswith('{"statistics":{"scores":{"count":0,')
    assert "0 submissions." in as_html(found, (), "Nobody")


def test_as_text():
    found = class_statistics(a_class(wrong_key=True))
    text = as_text(found, suspicions(found), answers=2, width=100)
    assert text.startswith("200 submissions, 9 items\nMean ")
    assert "Look at these keys:\n  k  " in text
    assert "true" in text
