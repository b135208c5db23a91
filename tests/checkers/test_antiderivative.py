import pytest


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("x^2/2", "x^2/2 + C", "correct", id="with a constant"),
        pytest.param("x^2/2 + C", "x^2/2", "correct", id="the key has a constant"),
        pytest.param("x^2/2 + C", "x^2/2 + K", "correct", id="another name for the constant"),
        pytest.param("x^2/2 + C", "x^2/2 + C x", "incorrect", id="not the key's constant"),
        pytest.param("x^2/2", "x^2/2", "correct", id="without"),
        pytest.param("ln|x|", "ln|x| + K_1", "correct", id="another letter"),
        pytest.param("sin(x)^2/2", "-cos(2 x)/4 + C", "correct", id="another constant hidden in it"),
        pytest.param("x^2/2", "x^2 + C", "incorrect", id="another function"),
        pytest.param("x^2/2", "x^2/2 + C x", "incorrect", id="not constant"),
        pytest.param("x^2/2", "x", "incorrect", id="the function itself"),
        pytest.param("x^2/2", "(x^2/2, C)", "incorrect", id="a pair"),
        pytest.param("x^2/2 + C", "x^2/2 + 2 K - pi", "correct", id="several constants"),
        pytest.param("x^2/2", "5 + C", "incorrect", id="nothing but constants"),
        pytest.param("x^2/2", "x^2/2 + ln(-1)", "incorrect", id="a constant without a value"),
        pytest.param("x^2/2", "x^2/2 + sqrt(-1 - C^2)", "needs_review", id="a constant that never has a value"),
    ],
)
def test_antiderivatives(mark, key: str, answer: str, verdict: str):
    assert mark("antiderivative", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict, code",
    [
        pytest.param("x^2/2 + C", "correct", None, id="there"),
        pytest.param("x^2/2", "incorrect", "missing_constant", id="missing"),
        pytest.param("x^2/2 + 1", "incorrect", "missing_constant", id="a number is not arbitrary"),
        pytest.param("x^2", "incorrect", None, id="wrong anyway"),
    ],
)
def test_a_constant_that_is_required(mark, answer: str, verdict: str, code: str | None):
    outcome = mark("antiderivative", "x^2/2", answer, constant="required")
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


def test_the_constant_of_the_key_is_one(mark):
    assert mark("antiderivative", "x^2/2 + C", "x^2/2 + C", constant="required").verdict.value == "correct"
    assert mark("antiderivative", "x^2/2 + C", "x^2/2", constant="required").verdict.value == "incorrect"


def test_a_symbol_that_is_no_variable_is_a_constant(mark):
    verdicts = [mark("antiderivative", "a x", "a x + a", **options).verdict for options in ({"in": "x"}, {})]
    assert verdicts == ["correct", "incorrect"]
