import pytest

from fullmarks.errors import UnusableKeyError


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("y = 2 x + 1", "2 x + 1 = y", "correct", id="the other way round"),
        pytest.param("y = 2 x + 1", "2 x - y + 1 = 0", "correct", id="terms across"),
        pytest.param("y = 2 x + 1", "4 x - 2 y = -2", "correct", id="factor"),
        pytest.param("x^2 + y^2 = 1", "pi x^2 + pi y^2 = pi", "correct", id="factor that is not rational"),
        pytest.param("x^2 = 4", "x = 2 or x = -2", "correct", id="solved"),
        pytest.param("x^2 = 4", "x = 2", "incorrect", id="one solution of two"),
        pytest.param("y = 2 x + 1", "y = 2 x", "incorrect", id="another term"),
        pytest.param("y = 2 x + 1", "0 = 0", "incorrect", id="true of everything"),
        pytest.param("y = 2 x + 1", "2 x + 1", "incorrect", id="no equation"),
        pytest.param("y = x", "y < x", "incorrect", id="inequality"),
    ],
)
def test_by_solutions(mark, key: str, answer: str, verdict: str):
    assert mark("equation", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("2 x^2 = 8", "correct", id="factor"),
        pytest.param("x^2 - 4 = 0", "correct", id="terms across"),
        pytest.param("x = 2 or x = -2", "incorrect", id="solved"),
    ],
)
def test_up_to_a_factor(mark, answer: str, verdict: str):
    assert mark("equation", "x^2 = 4", answer, up_to="factor").verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("1 + 2 x = y", "correct", id="sides exchanged"),
        pytest.param("4 x - 2 y = -2", "incorrect", id="a factor"),
    ],
)
def test_the_same_two_sides(mark, answer: str, verdict: str):
    assert mark("equation", "y = 2 x + 1", answer, up_to="nothing").verdict == verdict


def test_no_equation_is_explained(mark):
    assert mark("equation", "y = x", "x").diagnosis.student == "This is one expression; an equation is expected."


def test_a_key_that_is_no_equation(mark):
    with pytest.raises(UnusableKeyError) as error:
        mark("equation", "x", "x")
    assert str(error.value) == "The key “x” is no equation. Write both of its sides."
