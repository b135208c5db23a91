"""Names with subscripts, in every spelling of one name; entries of indexed families."""

import pytest

D_OUT = [
    pytest.param(r"d_{\text{out}}", id="text in braces"),
    pytest.param(r"d_\text{out}", id="text without braces"),
    pytest.param(r"d_{\mathrm{out}}", id="roman in braces"),
    pytest.param(r"d_{\textrm{out}}", id="textrm"),
    pytest.param(r"d_{\operatorname{out}}", id="operatorname"),
    pytest.param(r"d_{\rm out}", id="old roman"),
    pytest.param(r"d_{out}", id="letters in braces"),
    pytest.param(r"d_{ out }", id="spaces in braces"),
    pytest.param(r"d_out", id="an underscore"),
    pytest.param(r"\mathrm{d}_{out}", id="a roman base"),
    pytest.param(r"\mathit{d}_{out}", id="an italic base"),
    pytest.param(r"{d}_{out}", id="the base in braces"),
    pytest.param("dₒᵤₜ", id="lowered letters"),
    pytest.param("𝑑_{out}", id="a mathematical italic letter"),
    pytest.param(r"d\_out", id="an escaped underscore"),
    pytest.param(r"$d_{\text{out}}$", id="between dollars"),
    pytest.param(r"\(d_{\text{out}}\)", id="between LaTeX's brackets"),
]


@pytest.mark.parametrize("text", D_OUT)
@pytest.mark.parametrize("symbols", [pytest.param("d_out d_in", id="declared"), pytest.param("", id="undeclared")])
def test_spellings_of_one_name(read_as, text, symbols):
    assert read_as(text, symbols=symbols) == "d_out"


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("x_1", "x_1", id="digit"),
        pytest.param("x_12", "x_12", id="digits"),
        pytest.param("x_{12}", "x_12", id="digits in braces"),
        pytest.param("x1", "x_1", id="a digit right behind a letter"),
        pytest.param("x₁", "x_1", id="a lowered digit"),
        pytest.param("x_1y_1", "x_1*y_1", id="two names side by side"),
        pytest.param("$a_nb_n$", "a_n*b_n", id="two names side by side in LaTeX"),
        pytest.param("x_1^2", "x_1^2", id="a power behind"),
        pytest.param("x^2_1", "x_1^2", id="a power before"),
        pytest.param("x_{1}^{2}", "x_1^2", id="both in braces"),
        pytest.param("x^{2}_{1}", "x_1^2", id="both in braces, the other way round"),
        pytest.param(r"\sigma_x^2", "sigma_x^2", id="a Greek base"),
        pytest.param(r"x_\alpha", "x_alpha", id="a Greek subscript"),
        pytest.param("σ_x", "sigma_x", id="a Greek character"),
        pytest.param("x_max", "x_max", id="a word that is a function elsewhere"),
        pytest.param(r"x_{\max}", "x_max", id="a command that is a function elsewhere"),
        pytest.param(r"W_{\text{max pool}}", "W_maxpool", id="spaces in a name are nothing"),
        pytest.param("e_1", "e_1", id="e with a subscript is a name"),
        pytest.param("i_0", "i_0", id="i with a subscript is a name"),
        pytest.param(r"\hat{y}", "y_hat", id="accent"),
        pytest.param(r"\hat y", "y_hat", id="accent without braces"),
        pytest.param(r"\hat{y}_i", "y_hat_i", id="accent and subscript"),
        pytest.param(r"\bar{x}", "x_bar", id="bar"),
        pytest.param(r"\tilde{\theta}", "theta_tilde", id="accent over a Greek letter"),
        pytest.param(r"\dot x", "x_dot", id="dot"),
        pytest.param(r"\hat{i}", "i_hat", id="a unit vector"),
        pytest.param(r"3\hat{i}+4\hat{j}", "3*i_hat + 4*j_hat", id="a vector of unit vectors"),
        pytest.param(r"\vec{v}", "v", id="an arrow changes nothing"),
        pytest.param(r"\mathbf{x}", "x", id="bold changes nothing"),
        pytest.param(r"\boldsymbol{\mu}", "mu", id="bold Greek"),
        pytest.param(r"\mathcal{L}", "L", id="script"),
        pytest.param("grad_w_max", "grad_w_max", id="a name with two underscores"),
        pytest.param("x_{i+1}", "x_{i + 1}", id="an index that is a sum"),
        pytest.param("a_{i,j}", "a_{i, j}", id="two indices"),
        pytest.param("a_{ij}", "a_ij", id="two letters are a name"),
        pytest.param("a_{1,2}", "a_{1, 2}", id="two numbers are indices"),
        pytest.param("x_{-1}", "x_{-1}", id="a negative index"),
        pytest.param("x_{2n}", "x_{2*n}", id="a number and a letter are a product"),
        pytest.param("x₂ₙ", "x_{2*n}", id="also lowered"),
        pytest.param("x_{n2}", "x_n2", id="a letter and a number are a name"),
        pytest.param("(A)_{ij}", "A_ij", id="a name in brackets"),
        pytest.param("x_{n-1} + x_{n-2}", "x_{n - 1} + x_{n - 2}", id="a recurrence"),
        pytest.param("x[i]", "x_i", id="square brackets"),
        pytest.param("x[i+1]", "x_{i + 1}", id="a sum in square brackets"),
        pytest.param("x[i, j]", "x_{i, j}", id="two in square brackets"),
        pytest.param("x[i][j]", "x_{i, j}", id="two square brackets"),
        pytest.param(r"x_{i}^{(2)}", "x_i^2", id="a bracket above"),
        pytest.param("Σ_1", "Sigma_1", id="Sigma with a subscript is a name"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("x_i", "x_{i}", id="letter"),
        pytest.param("x_{i}", "x_{i}", id="letter in braces"),
        pytest.param("x_1", "x_{1}", id="number"),
        pytest.param("x_{12}", "x_{12}", id="number of two digits"),
        pytest.param("x_{ij}", "x_{i, j}", id="letters side by side are indices"),
        pytest.param("x_{i,j}", "x_{i, j}", id="letters between commas"),
        pytest.param("x_{i+h-1,j+l-1}", "x_{i + h - 1, j + l - 1}", id="sums between commas"),
        pytest.param("x_{i+h-1, j+l-1} w_{h,l}", "x_{i + h - 1, j + l - 1}*w_{h, l}", id="two families"),
        pytest.param("x[i]", "x_{i}", id="square brackets"),
        pytest.param("x_{i}^2", "x_{i}^2", id="a power of an entry"),
        pytest.param("dw_{h,l}", "dw_{h, l}", id="a family with a longer name"),
        pytest.param("x", "x", id="the family itself"),
    ],
)
def test_indexed(read_as, text, expected):
    assert read_as(text, indexed="x w dw") == expected


@pytest.mark.parametrize(
    "text, symbols, expected",
    [
        pytest.param("x_12", "x_1", "x_1*2", id="the longest declared name, and what is left"),
        pytest.param("d_outn", "d_out n", "d_out*n", id="a letter behind a declared name"),
        pytest.param("2d_out", "d_out", "2*d_out", id="a number before"),
        pytest.param("cd_out", "c d_out", "c*d_out", id="a letter before"),
        pytest.param("c d_out^2 d_in", "c d_out d_in", "c*d_out^2*d_in", id="a cost"),
        pytest.param("d_model_in", "d_model_in", "d_model_in", id="a declared name of three words"),
        pytest.param(r"d^2_{\text{out}}", "d_out", "d_out^2", id="the power before the subscript"),
        pytest.param("x1", "x", "x*1", id="of a declared letter, the digit is a factor"),
        pytest.param("x1", "x1", "x1", id="a declared name with a digit"),
        pytest.param("conv2d", "conv2d", "conv2d", id="a declared name with a digit inside"),
    ],
)
def test_declared(read_as, text, symbols, expected):
    assert read_as(text, symbols=symbols) == expected
