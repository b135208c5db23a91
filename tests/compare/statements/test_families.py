"""Values in equal steps: which texts say so, where the next values lie, and when two unions are the same."""

import pytest

from fullmarks.compare.statements.families import asked_families, families, over_one_period, same_families
from fullmarks.expr.plain import plain


@pytest.mark.parametrize(
    "text, name, places",
    [
        pytest.param("x = 3 + 7k", "x", ["3"], id="a place and a step"),
        pytest.param("x = 7k - 4", "x", ["-4"], id="a negative place"),
        pytest.param("x = -7k", "x", ["0"], id="steps downwards"),
        pytest.param("x = pi/6 + 2 k pi", "x", ["pi/6"], id="turns"),
        pytest.param("x = ± pi/3 + 2 n pi", "x", ["pi/3", "-pi/3"], id="both signs"),
        pytest.param("x = (-1)^n pi/6 + n pi", "x", ["pi/6", "-pi/6 + pi"], id="by even and odd"),
        pytest.param("x = 2k or x = 2k + 1", "x", ["0", "1"], id="two families"),
        pytest.param("x = 1 + 3j, j in integers", "x", ["1"], id="a letter that is said to be an integer"),
        pytest.param("x in {2k + 1 | k in integers}", "x", ["1"], id="a set"),
        pytest.param("x = 10 mod 7", "x", ["3"], id="a class"),
        pytest.param("3x = 6 mod 9", "x", ["2", "5", "8"], id="a congruence with a factor"),
        pytest.param("x^2 = 1 mod 8", "x", ["1", "3", "5", "7"], id="a congruence with a square"),
    ],
)
def test_families(text: str, name: str, places: list[str], tree_of, assuming, compare):
    found = families(tree_of(text), assuming({}))
    assert found.name == name
    assert len(found.union) == len(places)
    for family, place in zip(found.union, places, strict=True):
        assert compare(plain(family.place), place).equal


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = 5", id="one value"),
        pytest.param("x = 3 + 7a", id="a letter that does not count"),
        pytest.param("x = k^2", id="steps that grow"),
        pytest.param("x = 3 + k - k", id="no step"),
        pytest.param("x = 2^k", id="a power"),
        pytest.param("x = a + 2k", id="two letters"),
        pytest.param("x = k + 2k mod 5", id="a class that depends on a letter"),
        pytest.param("k = 2k + 1", id="its own letter"),
        pytest.param("x > 2k", id="an inequality"),
        pytest.param("x = 2k or y = 2k", id="two names"),
    ],
)
def test_no_families(text: str, tree_of, assuming):
    assert families(tree_of(text), assuming({})) is None


@pytest.mark.parametrize(
    "text, is_asked",
    [
        pytest.param("x = n pi", True, id="an angle"),
        pytest.param("x = 3 mod 7", True, id="a class"),
        pytest.param("x = 3 + 7k, k in integers", True, id="an integer is named"),
        pytest.param("a_n = 2n + 1", False, id="the law of a sequence"),
        pytest.param("y = 2n + 1", False, id="a line"),
        pytest.param("y = n pi", False, id="no angle's name"),
    ],
)
def test_what_a_key_asks_for(text: str, *, is_asked: bool, tree_of, assuming):
    assert (asked_families(tree_of(text), assuming({})) is not None) is is_asked


SAME, OTHER, UNKNOWN, NO_FAMILY = True, False, None, "none"


@pytest.mark.parametrize(
    "answer, key, equal",
    [
        pytest.param("x = 10 + 7k", "x = 3 + 7k", SAME, id="another place of the same"),
        pytest.param("x = 3 - 7k", "x = 3 + 7k", SAME, id="steps the other way"),
        pytest.param("x = 14k + 3 or x = 14k + 10", "x = 3 + 7k", SAME, id="half as often, twice"),
        pytest.param("x = n pi", "x = 2 n pi or x = pi + 2 n pi", SAME, id="half turns"),
        pytest.param("x = 30° + 360° k", "x = pi/6 + 2 k pi", SAME, id="degrees"),
        pytest.param("x = 3 + 14k", "x = 3 + 7k", OTHER, id="every other value"),
        pytest.param("x = 4 + 7k", "x = 3 + 7k", OTHER, id="shifted"),
        pytest.param("x = 3 + 7k/2", "x = 3 + 7k", OTHER, id="values between"),
        pytest.param("x = 3", "x = 3 + 7k", OTHER, id="one value of many"),
        pytest.param("x = 3, 10, 17", "x = 3 + 7k", OTHER, id="some values of many"),
        pytest.param("x = 2 n pi", "x = n pi", OTHER, id="whole turns for half ones"),
        pytest.param("x = pi k", "x = 2k", UNKNOWN, id="steps without a common measure"),
        pytest.param("y = 3 + 7k", "x = 3 + 7k", NO_FAMILY, id="another name"),
        pytest.param("x > 3", "x = 3 + 7k", NO_FAMILY, id="something else"),
    ],
)
def test_same_families(answer: str, key: str, equal: object, tree_of, assuming):
    wanted = families(tree_of(key), assuming({}))
    found = same_families(tree_of(answer), wanted, assuming({}))
    assert (NO_FAMILY if found is None else found.equal) == equal


@pytest.mark.parametrize(
    "text, count, period",
    [
        pytest.param("x = 3 + 7k", 1, "7", id="one"),
        pytest.param("x = 4k or x = 6k", 5, "12", id="steps of 4 and 6"),
        pytest.param("x = n pi/2 or x = n pi/3", 5, "pi", id="parts of a turn"),
    ],
)
def test_over_one_period(text: str, count: int, period: str, tree_of, assuming, compare):
    places, whole = over_one_period(families(tree_of(text), assuming({})), assuming({}))
    assert len(places) == count
    assert compare(plain(whole), period).equal


def test_too_many_places_are_not_listed(tree_of, assuming):
    found = families(tree_of("x = k/97 or x = k/89"), assuming({}))
    assert over_one_period(found, assuming({})) is None
