import pytest

from fullmarks.errors import UnusableKeyError

DECAY = {"n < 0": 0, "0 <= n < 7": "2 (1 - 2^-(n+1))", "n >= 7": "2^(6-n) (2 - 1/64)"}


def cases(*rows: str) -> str:
    return "\\begin{cases}" + " \\\\ ".join(rows) + "\\end{cases}"


RISE, FALL = "2(1-(1/2)^{n+1})", "(1/2)^{n-6}(2-1/64)"


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param(cases("0 & n<0", f"{RISE} & 0\\le n<7", f"{FALL} & n\\ge 7"), "correct", id="as the key"),
        pytest.param(cases("0 & n<0", f"{RISE} & 0\\le n\\le 6", f"{FALL} & n>6"), "correct", id="whole numbers"),
        pytest.param(
            cases("0 & n<-1", f"{RISE} & -1\\le n<6", f"{FALL} & n\\ge 6"), "correct", id="borders that agree"
        ),
        pytest.param(
            cases("0 & n<0", f"{RISE} & 0\\le n\\le 7", f"{FALL} & n>7"), "incorrect", id="a border that does not"
        ),
        pytest.param(cases("0 & n<0", f"{RISE} & 0\\le n<7", f"2{FALL} & n\\ge 7"), "incorrect", id="a wrong piece"),
        pytest.param(RISE, "incorrect", id="one piece alone"),
        pytest.param("0, 1", "incorrect", id="a list"),
    ],
)
def test_a_function_of_a_whole_number(mark, answer: str, verdict: str):
    assert mark("piecewise", DECAY, answer).verdict == verdict


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param({"x >= 0": "x", "otherwise": "-x"}, "|x|", "correct", id="one formula"),
        pytest.param("|x|", cases("x & x>0", "-x & x\\le 0"), "correct", id="a key of one formula"),
        pytest.param({"x > 0": 1, "x <= 0": 0}, cases("1 & x\\ge 0", "0 & x<0"), "incorrect", id="one point"),
    ],
)
def test_a_function_of_a_real_number(mark, key: object, answer: str, verdict: str):
    assert mark("piecewise", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "key, sentence",
    [
        pytest.param({"x": 1}, "“x” is no condition. Write one such as 0 <= n < 7.", id="no condition"),
        pytest.param({"otherwise": 1}, "A function in pieces needs a condition beside “otherwise”.", id="no pieces"),
    ],
)
def test_keys_that_cannot_be_used(mark, key: dict[str, object], sentence: str):
    with pytest.raises(UnusableKeyError) as error:
        mark("piecewise", key, "1")
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    "answer, loose, strict",
    [
        pytest.param(cases("-1 & x<1", "1 & x>1"), "correct", "correct", id="the key"),
        pytest.param("(x - 1)/|x - 1|", "correct", "correct", id="one formula without a value there"),
        pytest.param(cases("-1 & x<1", "undefined & x=1", "1 & x>1"), "correct", "correct", id="said to have none"),
        pytest.param(cases("-1 & x<1", "1 & x\\ge 1"), "correct", "incorrect", id="a value there"),
        pytest.param(
            cases("-1 & x<1", "undefined & x<2", "1 & x\\ge 2"), "incorrect", "incorrect", id="none in a region"
        ),
    ],
)
def test_a_value_at_the_corner(mark, answer: str, loose: str, strict: str):
    key = {"x < 1": -1, "x > 1": 1}
    assert mark("piecewise", key, answer).verdict == loose
    assert mark("piecewise", key, answer, strict=True).verdict == strict
