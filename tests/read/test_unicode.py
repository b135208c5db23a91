"""Characters beyond ASCII: signs, Greek letters, raised and lowered ones, styled letters, look-alikes."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("x²", "x^2", id="raised digit"),
        pytest.param("x¹⁰", "x^10", id="raised digits"),
        pytest.param("x⁻¹", "x^(-1)", id="raised minus"),
        pytest.param("xⁿ⁺¹", "x^(n + 1)", id="raised sum"),
        pytest.param("2ˣ", "2^x", id="raised letter"),
        pytest.param("e⁻ˣ", "e^(-x)", id="raised minus and letter"),
        pytest.param("x₁₂", "x_12", id="lowered digits"),
        pytest.param("xᵢ", "x_i", id="lowered letter"),
        pytest.param("xₙ₊₁", "x_{n + 1}", id="lowered sum"),
        pytest.param("x₁²", "x_1^2", id="lowered and raised"),
        pytest.param("α + β", "alpha + beta", id="Greek letters"),
        pytest.param("Δ", "Delta", id="Greek capital"),
        pytest.param("ϕ", "phi", id="the other phi"),
        pytest.param("ε", "epsilon", id="epsilon"),
        pytest.param("µ", "mu", id="the sign micro"),
        pytest.param("Ω", "Omega", id="the sign ohm"),
        pytest.param("∆x", "Delta*x", id="the sign of increment"),
        pytest.param("λ₁", "lambda_1", id="Greek with a lowered digit"),
        pytest.param("π", "pi", id="pi"),
        pytest.param("∂f", "partial*f", id="partial"),
        pytest.param("∇f", "nabla*f", id="nabla"),
        pytest.param("ℓ", "ell", id="ell"),
        pytest.param("x−1", "x - 1", id="minus sign"),
        pytest.param("x–1", "x - 1", id="dash"),
        pytest.param("x‐1", "x - 1", id="hyphen"),
        pytest.param("2·x", "2*x", id="middle dot"),
        pytest.param("2⋅x", "2*x", id="dot operator"),
        pytest.param("2•x", "2*x", id="bullet"),
        pytest.param("2✕3", "2*3", id="cross"),
        pytest.param("1⁄2", "1/2", id="fraction slash"),
        pytest.param("1∕2", "1/2", id="division slash"),
        pytest.param("（x＋１）", "x + 1", id="full-width signs and digits"),
        pytest.param("ｘ＝５", "x = 5", id="full-width letters"),
        pytest.param("𝑥 + 𝒚", "x + y", id="mathematical italic"),
        pytest.param("𝟓", "5", id="mathematical bold digit"),
        pytest.param("ℎ", "h", id="Planck's h"),
        pytest.param("x\u00a0+\u20091", "x + 1", id="spaces that do not break"),
        pytest.param("x ∈ ℝ", "x ∈ reals", id="member of the reals"),
        pytest.param("x → ∞", "x -> infinity", id="arrow and infinity"),
        pytest.param("√(x²+1)", "sqrt(x^2 + 1)", id="root"),
        pytest.param("x’", "x'", id="a curly apostrophe is a prime"),
        pytest.param("“even”", "even", id="curly quotes"),
        pytest.param("a⊙b", "a ⊙ b", id="entry by entry"),
        pytest.param("x、y", "x, y", id="an ideographic comma"),
        pytest.param("é", "é", id="a letter with an accent is a name"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


def test_a_look_alike_letter_is_another_name(tree):
    assert tree("а", symbols="a") != tree("a", symbols="a")
