"""Left sides that are gradients, in one spelling."""

import pytest

from fullmarks.find.gradients import with_gradients


@pytest.mark.parametrize(
    "side, one_spelling",
    [
        pytest.param(r"\frac{\partial L}{\partial w_{h,l}}", "dw_{h,l}", id="a fraction"),
        pytest.param(r"\dfrac{\partial \mathcal{L}}{\partial \mathbf{w}}", r"d\mathbf{w}", id="fonts"),
        pytest.param(r"\frac{d L}{d w}", "dw", id="a straight d"),
        pytest.param("∂L/∂w_{h,l}", "dw_{h,l}", id="plain signs"),
        pytest.param("dL/dw", "dw", id="plain text"),
        pytest.param(r"\nabla_{w} L", "dw", id="nabla"),
        pytest.param(r"\nabla_w \mathcal{L}", "dw", id="nabla without braces"),
        pytest.param(
            r"\operatorname{Var}\left(\frac{\partial L}{\partial w}\right)",
            r"\operatorname{Var}\left(dw\right)",
            id="within",
        ),
        pytest.param(r"\frac{a}{b}", r"\frac{a}{b}", id="an ordinary fraction"),
        pytest.param("w/2", "w/2", id="an ordinary quotient"),
        pytest.param("dw", "dw", id="the name itself"),
    ],
)
def test_spellings(side: str, one_spelling: str):
    assert with_gradients(side) == one_spelling
