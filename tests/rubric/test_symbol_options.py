"""Names of symbols in options, spelled as people spell them."""

import pytest

from fullmarks import check
from fullmarks.errors import RubricError, UnusableKeyError
from fullmarks.grade.judge import judge
from fullmarks.rubric.load import load_rubric_text

HEAD = "rubric: demo\nsymbols: {'σ_x n': positive, h l: positive integer}\nparts:\n  1:\n    items:\n      it: "


@pytest.mark.parametrize(
    "item, answer, verdict",
    [
        pytest.param("{symbolic: σ_x n, in terms of: [σ_x, n]}", "n sigma_x", "correct", id="a Greek letter"),
        pytest.param("{symbolic: σ_x n, in terms of: 'σ_x, n'}", "n σ_x", "correct", id="in one text"),
        pytest.param(
            "{symbolic: σ_x n, in terms of: ['\\sigma_x', n]}", r"\sigma_{x} n", "correct", id="a command of TeX"
        ),
        pytest.param("{symbolic: n, in terms of: σ_x}", "n", "incorrect", id="another one"),
        pytest.param("{growth: 2 σ_x, in: σ_x}", "σ_x + 1", "correct", id="what grows"),
        pytest.param("{antiderivative: σ_x^2 / 2, in: σ_x}", "σ_x^2 / 2 + 7", "correct", id="what is integrated by"),
    ],
)
def test_names_are_known(item, answer, verdict):
    (built,) = load_rubric_text(HEAD + item).items()
    assert judge(answer, built).outcome.verdict == verdict


def test_a_name_that_is_none_is_told_at_its_place():
    with pytest.raises(RubricError) as caught:
        load_rubric_text(HEAD + "{symbolic: n, in terms of: [n, 2n]}")
    assert str(caught.value) == (
        "<text>:6:38: “2n” cannot be the name of a symbol. Write a letter or a word, such as x, d_out or sigma_x."
    )


def test_the_same_in_python():
    assert check("sigma_x n", "n σ_x", in_terms_of=["σ_x", "n"]).verdict == "correct"
    with pytest.raises(UnusableKeyError) as caught:
        check("n", "n", in_terms_of=["2n"])
    assert str(caught.value).startswith("in terms of: “2n” cannot be the name of a symbol.")
