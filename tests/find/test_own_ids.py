"""Parts whose names begin with a letter."""

import pytest

from fullmarks.find.own_ids import OwnIds
from fullmarks.find.part_name import Name

TWO = OwnIds.of(["A1", "A2", "B1"])
ONE = OwnIds.of(["P1", "P2"])


@pytest.mark.parametrize(
    "ids, series",
    [
        pytest.param(["A1", "B2", "A3"], "AB", id="two letters"),
        pytest.param(["P1", "P2"], "P", id="one letter"),
        pytest.param(["A.1", "B-2"], "AB", id="with a dot or a dash"),
        pytest.param(["A1", "2"], "", id="one begins with a number"),
        pytest.param(["1a", "1b"], "", id="numbers first"),
        pytest.param(["A1a"], "", id="three steps"),
        pytest.param([], "", id="none"),
    ],
)
def test_the_letters_that_names_begin_with(ids, series):
    assert OwnIds.of(ids).series == series


@pytest.mark.parametrize(
    "ids, spelled, name",
    [
        pytest.param(TWO, "A1", Name("1", "a"), id="the first of the first"),
        pytest.param(TWO, "B2", Name("2", "b"), id="the second of the second"),
        pytest.param(TWO, "C1", None, id="another letter"),
        pytest.param(ONE, "P2", Name("2"), id="numbers under one letter"),
        pytest.param(OwnIds(), "A1", None, id="no such names"),
    ],
)
def test_a_name(ids, spelled, name):
    assert ids.name(spelled) == name


@pytest.mark.parametrize(
    "ids, text, usual",
    [
        pytest.param(TWO, "Exercise A1: see B2.", "Exercise 1a: see 2b.", id="in a text"),
        pytest.param(TWO, "A.1 and A-2", "1.a and 1-b", id="with a dot or a dash"),
        pytest.param(TWO, "A12, CA1, A1x, x_A1, A1.5, C1", "A12, CA1, A1x, x_A1, A1.5, C1", id="other things"),
        pytest.param(TWO, "a1", "a1", id="small letters"),
        pytest.param(ONE, "Now P2", "Now #2", id="numbers under one letter"),
        pytest.param(OwnIds(), "A1", "A1", id="no such names"),
    ],
)
def test_the_usual_form_is_as_long(ids, text, usual):
    found = ids.in_usual_form(text)
    assert (found, len(found)) == (usual, len(text))


def test_whoever_asks_may_write_small_letters():
    assert TWO.in_usual_form("now b1", any_case=True) == "now 2a"
