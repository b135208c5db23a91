"""Trees as LaTeX, for people to look at."""

from fractions import Fraction

import pytest

from fullmarks.expr.domains import REAL
from fullmarks.expr.latex import latex
from fullmarks.expr.nodes import Number, Operation, Symbol
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

NAMES = Vocabulary(
    symbols=dict.fromkeys(("rate", "d_out", "x"), REAL), functions=frozenset({"loss"}), indexed=frozenset({"w"})
)


@pytest.mark.parametrize(
    "text, written",
    [
        pytest.param("1/2", r"\frac{1}{2}", id="quotient"),
        pytest.param("-1/2", r"-\frac{1}{2}", id="a sign before a quotient"),
        pytest.param("0.50", "0.50", id="a decimal as written"),
        pytest.param("2x", "2 x", id="product"),
        pytest.param("2*3", r"2 \cdot 3", id="product of numbers"),
        pytest.param("x*2", r"x \cdot 2", id="a number behind"),
        pytest.param("2*(1/2)", r"2 \cdot \frac{1}{2}", id="no mixed number"),
        pytest.param("(x+1)(x-1)", r"\left(x + 1\right) \left(x - 1\right)", id="brackets"),
        pytest.param("x^10", "x^{10}", id="power"),
        pytest.param("(x+1)^2", r"\left(x + 1\right)^{2}", id="power of a bracket"),
        pytest.param("a - (b - c)", r"a - \left(b - c\right)", id="a bracket behind a sign"),
        pytest.param("alpha", r"\alpha", id="Greek"),
        pytest.param("d_out", r"d_{\text{out}}", id="a word below"),
        pytest.param("x_1", "x_{1}", id="a digit below"),
        pytest.param(r"x_\alpha", r"x_{\alpha}", id="Greek below"),
        pytest.param("y'", "y'", id="prime"),
        pytest.param(r"\hat{y}", r"\hat{y}", id="accent"),
        pytest.param(r"\hat{y}_i", r"\hat{y}_{i}", id="accent and subscript"),
        pytest.param("rate", r"\mathrm{rate}", id="a longer name"),
        pytest.param("grad_w_max", r"\mathrm{grad}_{\text{w\_max}}", id="a name with two underscores"),
        pytest.param("w_{i,j}", "w_{i, j}", id="an entry"),
        pytest.param("pi", r"\pi", id="constant"),
        pytest.param("infinity", r"\infty", id="infinity"),
        pytest.param("ℝ", r"\mathbb{R}", id="reals"),
        pytest.param("sqrt(x)", r"\sqrt{x}", id="root"),
        pytest.param("root(x, 3)", r"\sqrt[3]{x}", id="third root"),
        pytest.param("|x|", r"\left|x\right|", id="absolute value"),
        pytest.param("||x||", r"\left\|x\right\|", id="norm"),
        pytest.param("||x||_2", r"\left\|x\right\|_{2}", id="norm with its order"),
        pytest.param("floor(x)", r"\left\lfloor x\right\rfloor", id="floor"),
        pytest.param("sin(x)", r"\sin\left(x\right)", id="function"),
        pytest.param("asin(x)", r"\arcsin\left(x\right)", id="inverse function"),
        pytest.param("asinh(x)", r"\operatorname{asinh}\left(x\right)", id="a function without a command"),
        pytest.param("ln x", r"\ln\left(x\right)", id="logarithm"),
        pytest.param("log_2 x", r"\log_{2}\left(x\right)", id="logarithm with its base"),
        pytest.param("n!", "n!", id="factorial"),
        pytest.param("(n+1)!", r"\left(n + 1\right)!", id="factorial of a bracket"),
        pytest.param("binomial(n, k)", r"\binom{n}{k}", id="binomial"),
        pytest.param("A^T", r"A^{\top}", id="transpose"),
        pytest.param("90°", r"90^{\circ}", id="degrees"),
        pytest.param("50%", r"50\%", id="percent"),
        pytest.param("Gamma(x)", r"\Gamma\left(x\right)", id="Gamma"),
        pytest.param("loss(x)", r"\operatorname{loss}\left(x\right)", id="a declared function"),
        pytest.param("f(x)", r"f\left(x\right)", id="a called letter"),
        pytest.param("Theta(n)", r"\Theta\left(n\right)", id="a class of growth"),
        pytest.param("sum_{i=1}^n i", r"\sum_{i=1}^{n} i", id="sum"),
        pytest.param("(sum_{i=1}^n i) + 1", r"\sum_{i=1}^{n} i + 1", id="a sum and a term"),
        pytest.param("(sum_{i=1}^n i) x", r"\left(\sum_{i=1}^{n} i\right) x", id="a sum and a factor"),
        pytest.param("product_{i=1}^n i", r"\prod_{i=1}^{n} i", id="product with an index"),
        pytest.param("int x dx", r"\int x\,dx", id="integral"),
        pytest.param(r"\int_0^1 x\,dx", r"\int_{0}^{1} x\,dx", id="integral with bounds"),
        pytest.param("diff(x^2, x)", r"\frac{d}{dx} x^{2}", id="derivative"),
        pytest.param("diff(x^2, x, 2)", r"\frac{d^{2}}{dx^{2}} x^{2}", id="second derivative"),
        pytest.param("dy/dx", r"\frac{d y}{d x}", id="derivative of a name"),
        pytest.param("lim_{x->0^+} x", r"\lim_{x \to 0^{+}} x", id="limit"),
        pytest.param("x <= 5", r"x \le 5", id="relation"),
        pytest.param("x ∉ A", r"x \notin A", id="no member"),
        pytest.param("x = 1 or x = 2", r"x = 1 \text{ or } x = 2", id="or"),
        pytest.param("not (x > 0)", r"\lnot\left(x > 0\right)", id="not"),
        pytest.param("±3", r"\pm 3", id="plus minus"),
        pytest.param("2 ∓ 1", r"2 \mp 1", id="minus plus"),
        pytest.param("(1, 2)", r"\left(1, 2\right)", id="tuple"),
        pytest.param("(1,)", r"\left(1,\right)", id="tuple of one"),
        pytest.param("[0, 1)", r"\left[0, 1\right)", id="interval"),
        pytest.param("{1, 2}", r"\left\{1, 2\right\}", id="set"),
        pytest.param("{x | x > 0}", r"\left\{x \mid x > 0\right\}", id="set with a condition"),
        pytest.param("A ∪ B", r"A \cup B", id="union"),
        pytest.param("[[1, 2], [3, 4]]", r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", id="matrix"),
        pytest.param("x if x > 0, else 0", r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}", id="cases"),
        pytest.param("5 cm", r"5\,\text{cm}", id="unit"),
        pytest.param(r"\text{50\% off}", r"\text{50\% off}", id="words"),
        pytest.param("a ⊙ b", r"a \odot b", id="entry by entry"),
    ],
)  # fmt: skip
def test_written(text, written):
    assert latex(read(text, NAMES).tree) == written


@pytest.mark.parametrize(
    "tree, written",
    [
        pytest.param(Number(Fraction(-3)), "-3", id="a negative number"),
        pytest.param(Number(Fraction(-3, 4)), r"-\frac{3}{4}", id="a negative quotient"),
        pytest.param(Operation("⋆", Symbol("X"), Symbol("w")), r"X \star w", id="a declared star"),
        pytest.param(Operation("*", Symbol("X"), Symbol("w")), "X * w", id="a declared sign without a command"),
    ],
)
def test_trees_that_are_computed(tree, written):
    assert latex(tree) == written
