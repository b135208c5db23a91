import pytest

from fullmarks.evaluation.gold import Gold, gold_of


@pytest.mark.parametrize(
    "value, keys, place",
    [
        pytest.param("1/2", ("1/2",), "as it stands", id="a key"),
        pytest.param("Natalia sold 48/2 = 24.\n#### 72", ("72",), "after ####", id="GSM8K"),
        pytest.param("#### 1,234", ("1,234",), "after ####", id="thousands"),
        pytest.param(r"So \boxed{\frac{1}{2}}.", (r"\frac{1}{2}",), "in the last box", id="MATH"),
        pytest.param(r"\boxed{1}, no: $\boxed{\frac{\pi}{2}}$", (r"\frac{\pi}{2}",), "in the last box", id="last box"),
        pytest.param(["1/2", "0.5"], ("1/2", "0.5"), "as it stands", id="any of them"),
        pytest.param([r"\boxed{3}"], ("3",), "in the last box", id="a list of one"),
        pytest.param([[1, 2], [3, 4]], ([[1, 2], [3, 4]],), "as it stands", id="a matrix"),
        pytest.param([1, "x"], ([1, "x"],), "as it stands", id="one list"),
        pytest.param(42, (42,), "as it stands", id="a number"),
        pytest.param("", (), "", id="empty"),
        pytest.param("  \n", (), "", id="blank"),
        pytest.param("text ####  ", (), "", id="nothing after the signs"),
        pytest.param(None, (), "", id="null"),
        pytest.param(True, ("true",), "as it stands", id="a truth value"),
        pytest.param({"answer": 1}, (), "", id="an object"),
        pytest.param([], (), "", id="an empty list"),
        pytest.param([1, None], (), "", id="a list with a hole"),
        pytest.param("1\ud800", ("1?",), "as it stands", id="half a character"),
    ],
)
def test_gold(value, keys, place):
    assert gold_of(value) == Gold(keys, place)
