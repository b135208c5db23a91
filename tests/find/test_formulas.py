r"""Where formulas stand: every delimiter, what is none, and texts made to confuse."""

import pytest

from fullmarks.find.formulas import closing_braces, fences, formulas


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind.value, text[one.inner.start : one.inner.end].strip()) for one in formulas(text, fences(text))]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("is $x$.", [("inline", "x")], id="dollars"),
        pytest.param("is $ x $ .", [("inline", "x")], id="dollars with spaces"),
        pytest.param("$a$$b$", [("inline", "a"), ("inline", "b")], id="one after the other"),
        pytest.param("$$x$$", [("display", "x")], id="double dollars"),
        pytest.param("$$\nx\n$$", [("display", "x")], id="double dollars on lines of their own"),
        pytest.param(r"\(x\) and \[y\]", [("inline", "x"), ("display", "y")], id="LaTeX brackets"),
        pytest.param(r"\[ a \\[2pt] b \]", [("display", r"a \\[2pt] b")], id="row distance is no bracket"),
        pytest.param("[\n x = 1\n]", [("display", "x = 1")], id="brackets that have lost their backslashes"),
        pytest.param(r"\begin{align}a&=b\end{align}", [("display", "a&=b")], id="environment, framed away"),
        pytest.param(
            r"\begin{bmatrix}1\end{bmatrix}",
            [("display", r"\begin{bmatrix}1\end{bmatrix}")],
            id="environment that means something",
        ),
        pytest.param(
            r"\begin{array}\begin{array}x\end{array}\end{array}",
            [("display", r"\begin{array}\begin{array}x\end{array}\end{array}")],
            id="environment in its like",
        ),
        pytest.param(r"so \boxed{\frac{1}{2}}.", [("inline", r"\boxed{\frac{1}{2}}")], id="box without dollars"),
        pytest.param("`2*x`, ``a`b``", [("code", "2*x"), ("code", "a`b")], id="inline code"),
        pytest.param("```math\nx^2\n```", [("display", "x^2")], id="fenced mathematics"),
        pytest.param("```\n$x$\n```\n$y$", [("inline", "y")], id="fenced code holds none"),
        pytest.param("~~~python\n$x$", [], id="fence that is never closed"),
        pytest.param("costs $5 and $6 more", [], id="prices"),
        pytest.param(r"costs \$5 or \$x\$", [], id="escaped dollars"),
        pytest.param("$x\n\ny$", [], id="a paragraph ends a formula"),
        pytest.param("$$x", [], id="never closed"),
        pytest.param("$$ $$", [], id="nothing inside"),
        pytest.param("$$x\n\nSome prose. $$", [], id="unclosed display does not swallow the next paragraph"),
    ],
)
def test_formulas_are_found_by_their_delimiters(text: str, expected: list[tuple[str, str]]):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(piece * 20_000, id=name)
        for name, piece in {
            "dollars": "$",
            "opening brackets": r"\[",
            "closed brackets": r"\[x\]",
            "ticks": "` ",
            "environments": r"\begin{align}",
            "boxes": r"\boxed{",
            "lone brackets": "[\n",
            "fences": "``` \n",
        }.items()
    ]
    + [pytest.param(r"\begin{align}" * 20_000 + r"\end{align}" * 7_000, id="environments, partly closed")],
)
def test_confusing_texts_are_read_in_one_pass(text: str):
    spans = [(one.outer.start, one.outer.end) for one in formulas(text, fences(text))]
    assert spans == sorted(spans)
    assert all(start < end for start, end in spans)


def test_braces_are_paired_and_escaped_ones_are_not_braces():
    assert closing_braces(r"{a{b}\{c}") == {2: 5, 0: 9}
