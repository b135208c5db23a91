from fractions import Fraction

import pytest


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("{1, 2}", "{2, 1}", "correct", id="order"),
        pytest.param("{1, 2}", "{1, 2, 2/2}", "correct", id="twice is once"),
        pytest.param("{1, 2}", "1, 2", "correct", id="bare list"),
        pytest.param("{1, 2}", "x = 1 or x = 2", "correct", id="alternatives"),
        pytest.param("{1, 2}", "{1} ∪ {2}", "correct", id="union"),
        pytest.param("{1, 2}", "x ∈ {1, 2}", "correct", id="membership"),
        pytest.param("{5}", "5", "correct", id="one value"),
        pytest.param("\\emptyset", "{}", "correct", id="empty braces"),
        pytest.param("\\emptyset", "no solution", "correct", id="no solution"),
        pytest.param("{(1, 2), (3, 4)}", "{(3, 4), (1, 2)}", "correct", id="pairs"),
        pytest.param("{(1, 2)}", "{(2, 1)}", "incorrect", id="pairs have an order"),
        pytest.param("{1, 2}", "(1, 2)", "incorrect", id="pair"),
        pytest.param("{1, 2}", "[1, 2]", "incorrect", id="closed interval"),
        pytest.param("{1, 2}", "{1, 3}", "incorrect", id="another member"),
        pytest.param("{1, 2}", "{1}", "incorrect", id="one missing"),
        pytest.param("{1, 2}", "\\mathbb{R}", "incorrect", id="the real numbers"),
        pytest.param("\\mathbb{R}", "\\mathbb{R}", "correct", id="not listed"),
    ],
)
def test_sets(mark, key: str, answer: str, verdict: str):
    assert mark("set", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "answer, share",
    [
        pytest.param("{1, 2}", "2/3", id="one missing"),
        pytest.param("{1, 2, 7}", "1/2", id="one wrong"),
        pytest.param("{3, 2, 1, 1}", "1", id="one twice"),
    ],
)
def test_each_member_earns_its_part(mark, answer: str, share: str):
    assert mark("set", ["1", "2", "3"], answer, credit="each entry").share == Fraction(share)


def test_another_kind_of_thing_is_explained(mark):
    assert mark("set", "{1, 2}", "(1, 2)").diagnosis.student == (
        "This is a list of 2 things in round brackets; a set is expected."
    )


def test_very_long_lists_go_to_a_person(mark):
    outcome = mark("set", "{1, 2}", ", ".join(map(str, range(70))))
    assert (outcome.verdict, outcome.evidence.note) == (
        "needs_review",
        "More than 64 items are not compared in any order.",
    )
