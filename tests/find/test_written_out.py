"""What stands for something else is written out, and every place leads back to the text as handed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.errors import Span
from fullmarks.find.documents import LONGEST_TEXT
from fullmarks.find.written_out import LONGEST, written_out

ROWS = [
    pytest.param(r"\newcommand{\half}{\frac{1}{2}}$\half x$", r"$\frac{1}{2} x$", id="macro"),
    pytest.param(r"\newcommand{\RC}{R C}$2\pi\RC$", r"$2\pi R C$", id="macro behind a command"),
    pytest.param(r"\newcommand{\tp}[1]{#1^{T}}$\tp{X} \tp y$", r"$X^{T} y^{T}$", id="macro with an argument"),
    pytest.param(
        r"\newcommand{\n}[2][2]{\|#2\|_{#1}}$\n{x} \n[1]{y}$", r"$\|x\|_{2} \|y\|_{1}$", id="macro with a default"
    ),
    pytest.param(r"\def\R{\mathbb{R}}$\R$", r"$\mathbb{R}$", id="def"),
    pytest.param(r"\DeclareMathOperator{\Var}{Var}$\Var(x)$", r"$\operatorname{Var}(x)$", id="operator"),
    pytest.param(r"\newcommand{\a}{\b+\b}\newcommand{\b}{x}$\a$", r"$x+x$", id="macros within macros"),
    pytest.param(r"\newcommand{\a}{\a}$\a$", r"$\a$", id="macro within itself"),
    pytest.param(r"\SI{80}{\milli\ampere}", r"80\,\text{mA}", id="number with unit"),
    pytest.param(r"\qty{3.0e8}{\metre\per\second}", r"3.0 \times 10^{8}\,\text{m/s}", id="number with a power of ten"),
    pytest.param(r"\num{1e-3} \unit{\kilo\ohm}", r"1 \times 10^{-3} \text{kΩ}", id="number, unit"),
    pytest.param("R &gt; 500 &amp;&nbsp;x&#178;", "R > 500 & x²", id="entities"),
    pytest.param("x<sup>2</sup>&#x202e;", "x^{2}&#x202e;", id="raised, and no turned direction"),
    pytest.param(r"\underline{\underline{x = 5}}", r"\boxed{x = 5}", id="underlined twice"),
    pytest.param(r"\textcolor{red}{x = 5}", "x = 5", id="coloured"),
    pytest.param(r"\fbox{$x = 5$}", r"\boxed{x = 5}", id="framed"),
    pytest.param("# In[1]:\nx = 1\n# ## 1a\n# so 5", "\n```python\nx = 1\n```\n## 1a\nso 5", id="program with texts"),
    pytest.param("50% of 3 & 4, a \\item", "50% of 3 & 4, a \\item", id="nothing"),
]


@pytest.mark.parametrize("text, written", ROWS)
def test_what_is_meant_is_written_out(text: str, written: str):
    assert written_out(text).text == written


LATEX = [
    pytest.param(r"\begin{enumerate}\item x \item y\end{enumerate}", ["1. x", "2. y"], id="numbers"),
    pytest.param(
        r"\begin{enumerate}\item \begin{enumerate}\item x \item y\end{enumerate}\end{enumerate}",
        ["1.", "(a) x", "(b) y"],
        id="letters within numbers",
    ),
    pytest.param(r"\begin{enumerate}[label=(\alph*)]\item x\end{enumerate}", ["(a) x"], id="label"),
    pytest.param(
        r"\begin{enumerate}[label=\textbf{Problem \arabic*.}]\item x\end{enumerate}",
        ["Problem 1. x"],
        id="worded label",
    ),
    pytest.param(r"\begin{enumerate}[(i)]\item x\item y\end{enumerate}", ["(i) x", "(ii) y"], id="short label"),
    pytest.param(r"\begin{enumerate}[start=3]\item x\end{enumerate}", ["3. x"], id="start"),
    pytest.param(r"\begin{enumerate}\setcounter{enumi}{1}\item x\end{enumerate}", ["2. x"], id="counter that is set"),
    pytest.param(r"\begin{itemize}\item[2b)] x\end{itemize}", ["2b) x"], id="own label"),
    pytest.param(r"\section{Dice}\subsection{Sums}", ["# 1. Dice", "## 1.1 Sums"], id="numbered headings"),
    pytest.param(r"\section*{Dice}\section{Cards}", ["# Dice", "# 1. Cards"], id="heading without a number"),
    pytest.param(
        r"\section{Problem 3}\section{Problem 4}", ["# Problem 3", "# Problem 4"], id="headings with own names"
    ),
    pytest.param(
        r"\begin{questions}\question Dice \begin{parts}\part x\end{parts}\end{questions}",
        ["Question 1. Dice", "(a) x"],
        id="questions and parts",
    ),
    pytest.param(r"\begin{problem}{4}x\end{problem}", ["Question 4.", "x"], id="problem by its number"),
    pytest.param(
        r"\begin{problem}What is $x$?\end{problem}\begin{solution}$5$\end{solution}",
        ["Question 1.", "Question:", "What is $x$?", "Solution:", "$5$"],
        id="problem with its solution",
    ),
    pytest.param(
        "\\documentclass{a}\nx % y\n\\begin{verbatim}50% z\\end{verbatim}\n\\end{document} w",
        ["\\documentclass{a}", "x", "```", "50% z", "```", "\\end{document}"],
        id="comments",
    ),
    pytest.param(r"\begin{verbatim}x", ["x"], id="program without an end"),
]


@pytest.mark.parametrize("text, lines", LATEX)
def test_latex_is_laid_out_as_it_prints(text: str, lines: list[str]):
    written = written_out(text).text
    said = [" ".join(line.split()) for line in written.splitlines() if line.strip()]
    assert [line for line in said if line != "\\end{document}"] == [line for line in lines if line != "\\end{document}"]


PIECES = st.lists(
    st.sampled_from(
        [
            r"\newcommand{\h}{\frac{1}{2}}",
            r"\h", r"\newcommand{\k}[1]{(#1+\h)}", r"\k{x}", "&gt;", "<p>", "<sup>2</sup>", "x", " = ", "\n",
            r"\begin{enumerate}", r"\end{enumerate}",
            r"\item ", r"\section{Sum}", r"\SI{5}{\ohm}", r"\underline{y}", "% z", r"\usepackage{a}",
            "# In[1]:", "{", "}", "$", r"\begin{problem}", r"\begin{solution}", r"\begin{verbatim}", r"\end{verbatim}",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(PIECES, st.data())
def test_every_place_leads_back(text: str, data: st.DataObject):
    written = written_out(text)
    start = data.draw(st.integers(0, len(written.text)))
    end = data.draw(st.integers(start, len(written.text)))
    back = written.back(Span(start, end))
    assert 0 <= back.start <= back.end <= len(text)
    if not written.layers:
        assert back == Span(start, end)


@given(PIECES)
def test_what_stays_as_it_was_is_found_again(text: str):
    written = written_out(f"{text} UNCHANGED {text}")
    place = written.text.find("UNCHANGED")
    if place >= 0 and written.text.count("UNCHANGED") == 1:
        back = written.back(Span(place, place + 9))
        assert "UNCHANGED" in written.original[back.start : back.end]


BOMB = r"\newcommand{\a}{\b\b\b\b\b\b\b\b}\newcommand{\b}{\c\c\c\c\c\c\c\c}\newcommand{\c}{\d\d\d\d\d\d\d}\newcommand{\d}{\e\e\e\e\e\e\e}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BOMB + r"\newcommand{\e}{x}" + r"$\a$ " * 30_000, id="macros that grow"),
        pytest.param(
            r"\newcommand{\a}[1]{\a{#1#1}}" + "".join(f"\\a{{{one}}}" for one in range(20_000)), id="macro that doubles"
        ),
        pytest.param(r"\newcommand{\a}[1]{#1}" + r"\a{" * 40_000 + "}" * 40_000, id="macros in arguments"),
        pytest.param(r"\usepackage{a}" + r"\begin{verbatim}" * 12_000, id="programs without an end"),
        pytest.param(r"\begin{enumerate}" * 10_000, id="lists in lists"),
    ],
)
def test_what_is_written_out_stays_within_bounds(text: str):
    assert len(written_out(text[:LONGEST_TEXT]).text) <= LONGEST
