import pytest

from fullmarks.errors import UnusableKeyError


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("n", "Θ(n)", "correct", id="theta"),
        pytest.param("O(n)", "3 n + 5", "correct", id="bare expression"),
        pytest.param("n", "linear in n", "correct", id="in words"),
        pytest.param("n", "not linear", "incorrect", id="words denied"),
        pytest.param("n", "n σ", "correct", id="another symbol is a constant"),
        pytest.param("n", "O(n^2)", "incorrect", id="a bound that is not tight"),
        pytest.param("n^2", "quadratic", "correct", id="quadratic"),
        pytest.param("n", "1, 2", "incorrect", id="a list"),
        pytest.param("n", "o(n)", "needs_review", id="another bound"),
    ],
)
def test_growth(mark, key: str, answer: str, verdict: str):
    assert mark("growth", key, answer, **{"in": "n"}).verdict == verdict


def test_what_is_not_known_goes_to_a_person(mark):
    outcome = mark("growth", "n", "n sin(n)")
    assert (outcome.verdict, outcome.evidence.note) == ("needs_review", "How fast this grows could not be told.")


def test_a_key_of_several_symbols(mark):
    with pytest.raises(UnusableKeyError) as error:
        mark("growth", "n k", "n")
    assert str(error.value) == "The key has several symbols (k, n). Say with “in” which one grows."
