"""Trees as MathML, for pages: each element by a table, and what holds for every tree."""

from collections import Counter
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.expr.domains import REAL
from fullmarks.expr.mathml import mathml
from fullmarks.expr.mathml_signs import APPLIED, TIMES
from fullmarks.expr.nodes import Number, Operation, Symbol, Text
from fullmarks.expr.walk import walk
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from tests.strategies.trees import VOCABULARY, flat, matrices, plain_relations, plain_scalars, trees

NAMES = Vocabulary(
    symbols=dict.fromkeys(("rate", "d_out", "x"), REAL), functions=frozenset({"loss"}), indexed=frozenset({"w"})
)
OPENING, CLOSING = '<math displaystyle="true">', "</math>"

# Tag -> how many children MathML Core asks for; others may have any number.
CHILDREN = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
    **dict.fromkeys(("mi", "mn", "mo", "mtext"), 0),
}
CONTAINERS = {"math", "mrow", "msqrt", "mtable", "mtr", "mtd"}


def inside(tree):
    text = mathml(tree)
    assert text.startswith(OPENING)
    assert text.endswith(CLOSING)
    return text.removeprefix(OPENING).removesuffix(CLOSING).replace(TIMES, "~").replace(APPLIED, "@")


@pytest.mark.parametrize(
    "text, written",
    [
        pytest.param("1/2", "<mfrac><mn>1</mn><mn>2</mn></mfrac>", id="quotient"),
        pytest.param("0.50", "<mn>0.50</mn>", id="a decimal as written"),
        pytest.param("2x", "<mrow><mn>2</mn><mo>~</mo><mi>x</mi></mrow>", id="product"),
        pytest.param("2*3", "<mrow><mn>2</mn><mo>⋅</mo><mn>3</mn></mrow>", id="product of numbers"),
        pytest.param("2*3^2", "<mrow><mn>2</mn><mo>⋅</mo><msup><mn>3</mn><mn>2</mn></msup></mrow>", id="number times power"),
        pytest.param("2*(1/2)", "<mrow><mn>2</mn><mo>⋅</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow>", id="no mixed number"),
        pytest.param("x - 1", "<mrow><mi>x</mi><mo>−</mo><mn>1</mn></mrow>", id="difference"),
        pytest.param("-x", "<mrow><mo>−</mo><mi>x</mi></mrow>", id="sign"),
        pytest.param("±3", "<mrow><mo>±</mo><mn>3</mn></mrow>", id="plus minus"),
        pytest.param(
            "(x+1)^2",
            "<msup><mrow><mo>(</mo><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mo>)</mo></mrow><mn>2</mn></msup>",
            id="power of a bracket",
        ),
        pytest.param("x_1^2", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", id="power of a name with an index"),
        pytest.param("alpha", "<mi>α</mi>", id="Greek"),
        pytest.param("Omega", "<mi>Ω</mi>", id="capital Greek"),
        pytest.param("lambda", "<mi>λ</mi>", id="a letter that Unicode spells otherwise"),
        pytest.param("d_out", "<msub><mi>d</mi><mi>out</mi></msub>", id="a word below"),
        pytest.param("x_1", "<msub><mi>x</mi><mn>1</mn></msub>", id="a digit below"),
        pytest.param(r"x_\alpha", "<msub><mi>x</mi><mi>α</mi></msub>", id="Greek below"),
        pytest.param("y'", "<msup><mi>y</mi><mo>′</mo></msup>", id="prime"),
        pytest.param("y_1''", "<msubsup><mi>y</mi><mn>1</mn><mo>′′</mo></msubsup>", id="subscript and primes"),
        pytest.param(r"\hat{y}", '<mover accent="true"><mi>y</mi><mo>^</mo></mover>', id="accent"),
        pytest.param(r"\hat{y}_i", '<msub><mover accent="true"><mi>y</mi><mo>^</mo></mover><mi>i</mi></msub>', id="accent and subscript"),
        pytest.param("rate", "<mi>rate</mi>", id="a longer name"),
        pytest.param("w_{i,j}", "<msub><mi>w</mi><mrow><mi>i</mi><mo>,</mo><mi>j</mi></mrow></msub>", id="an entry"),
        pytest.param("pi", "<mi>π</mi>", id="constant"),
        pytest.param("undefined", "<mtext>undefined</mtext>", id="a constant in words"),
        pytest.param("sqrt(x)", "<msqrt><mi>x</mi></msqrt>", id="root"),
        pytest.param("root(x, 3)", "<mroot><mi>x</mi><mn>3</mn></mroot>", id="third root"),
        pytest.param("|x|", "<mrow><mo>|</mo><mi>x</mi><mo>|</mo></mrow>", id="absolute value"),
        pytest.param("||x||_2", "<msub><mrow><mo>‖</mo><mi>x</mi><mo>‖</mo></mrow><mn>2</mn></msub>", id="norm with its order"),
        pytest.param("floor(x)", "<mrow><mo>⌊</mo><mi>x</mi><mo>⌋</mo></mrow>", id="floor"),
        pytest.param("sin(x)", "<mrow><mi>sin</mi><mo>@</mo><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow></mrow>", id="function"),
        pytest.param(
            "log_2 x",
            "<mrow><msub><mi>log</mi><mn>2</mn></msub><mo>@</mo><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow></mrow>",
            id="logarithm with its base",
        ),
        pytest.param("n!", "<mrow><mi>n</mi><mo>!</mo></mrow>", id="factorial"),
        pytest.param(
            "binomial(n, k)",
            '<mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>',
            id="binomial",
        ),
        pytest.param("A^T", "<msup><mi>A</mi><mo>⊤</mo></msup>", id="transpose"),
        pytest.param("90°", "<msup><mn>90</mn><mo>∘</mo></msup>", id="degrees"),
        pytest.param("n!!", "<mrow><mi>n</mi><mo>!!</mo></mrow>", id="double factorial"),
        pytest.param("mod(7, 3)", "<mrow><mn>7</mn><mo>mod</mo><mn>3</mn></mrow>", id="remainder"),
        pytest.param("50%", "<mrow><mn>50</mn><mo>%</mo></mrow>", id="percent"),
        pytest.param(
            "sum_{i=1}^n i",
            "<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi></mrow>",
            id="sum",
        ),
        pytest.param("int x dx", "<mrow><mo>∫</mo><mi>x</mi><mrow><mi>d</mi><mi>x</mi></mrow></mrow>", id="integral"),
        pytest.param(
            r"\int_0^1 x\,dx",
            "<mrow><msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>x</mi><mrow><mi>d</mi><mi>x</mi></mrow></mrow>",
            id="integral with bounds",
        ),
        pytest.param("diff(x, x)", "<mrow><mfrac><mi>d</mi><mrow><mi>d</mi><mi>x</mi></mrow></mfrac><mi>x</mi></mrow>", id="derivative"),
        pytest.param(
            "diff(x, x, 2)",
            "<mrow><mfrac><msup><mi>d</mi><mn>2</mn></msup><mrow><mi>d</mi><msup><mi>x</mi><mn>2</mn></msup></mrow></mfrac><mi>x</mi></mrow>",
            id="second derivative",
        ),
        pytest.param(
            "dy/dx",
            "<mfrac><mrow><mi>d</mi><mi>y</mi></mrow><mrow><mi>d</mi><mi>x</mi></mrow></mfrac>",
            id="derivative of a name",
        ),
        pytest.param(
            "lim_{x->0^-} x",
            "<mrow><munder><mo>lim</mo><mrow><mi>x</mi><mo>→</mo><msup><mn>0</mn><mo>−</mo></msup></mrow></munder><mi>x</mi></mrow>",
            id="limit",
        ),
        pytest.param("x <= 5", "<mrow><mi>x</mi><mo>≤</mo><mn>5</mn></mrow>", id="relation"),
        pytest.param("x < 5", "<mrow><mi>x</mi><mo>&lt;</mo><mn>5</mn></mrow>", id="a sign that must be escaped"),
        pytest.param(
            "x = 1 or x = 2",
            "<mrow><mrow><mi>x</mi><mo>=</mo><mn>1</mn></mrow><mtext>\xa0or\xa0</mtext><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow></mrow>",
            id="or",
        ),
        pytest.param(
            "not (x > 0)",
            "<mrow><mo>¬</mo><mrow><mo>(</mo><mrow><mi>x</mi><mo>&gt;</mo><mn>0</mn></mrow><mo>)</mo></mrow></mrow>",
            id="not",
        ),
        pytest.param("(1,)", "<mrow><mo>(</mo><mrow><mn>1</mn><mo>,</mo></mrow><mo>)</mo></mrow>", id="tuple of one"),
        pytest.param("{}", "<mrow><mo>{</mo><mrow></mrow><mo>}</mo></mrow>", id="empty set"),
        pytest.param("[0, 1)", "<mrow><mo>[</mo><mrow><mn>0</mn><mo>,</mo><mn>1</mn></mrow><mo>)</mo></mrow>", id="interval"),
        pytest.param("A ∪ B", "<mrow><mi>A</mi><mo>∪</mo><mi>B</mi></mrow>", id="union"),
        pytest.param(
            "{x | x > 0}",
            "<mrow><mo>{</mo><mrow><mi>x</mi><mo>∣</mo><mrow><mi>x</mi><mo>&gt;</mo><mn>0</mn></mrow></mrow><mo>}</mo></mrow>",
            id="set with a condition",
        ),
        pytest.param(
            "[[1, 2]]",
            "<mrow><mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable><mo>]</mo></mrow>",
            id="matrix",
        ),
        pytest.param("5 cm", "<mrow><mn>5</mn><mtext>\xa0cm</mtext></mrow>", id="unit"),
        pytest.param("a ⊙ b", "<mrow><mi>a</mi><mo>⊙</mo><mi>b</mi></mrow>", id="entry by entry"),
    ],
)  # fmt: skip
def test_written(text, written):
    assert inside(read(text, NAMES).tree) == written


@pytest.mark.parametrize(
    "tree, written",
    [
        pytest.param(Number(Fraction(-3)), "<mrow><mo>−</mo><mn>3</mn></mrow>", id="a negative number"),
        pytest.param(Number(Fraction(-1, 2), "-0.5"), "<mrow><mo>−</mo><mn>0.5</mn></mrow>", id="a negative decimal"),
        pytest.param(
            Operation("*", Symbol("X"), Symbol("w")), "<mrow><mi>X</mi><mo>∗</mo><mi>w</mi></mrow>", id="a star"
        ),
        pytest.param(
            Text("<script>alert('&')</script>"),
            "<mtext>&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;</mtext>",
            id="words that look like a page",
        ),
        pytest.param(Text("a\x1b\u202eb\ud800"), "<mtext>a\ufffd\ufffdb\ufffd</mtext>", id="characters that do not show"),
    ],
)  # fmt: skip
def test_trees_that_no_formula_gives(tree, written):
    assert inside(tree) == written


@given(trees)
def test_every_tree_is_well_formed_and_has_the_children_that_each_element_needs(tree):
    for element in ET.fromstring(mathml(tree)).iter():
        assert element.tag in CONTAINERS or len(element) == CHILDREN[element.tag]


@given(st.text())
def test_any_words_are_well_formed(words):
    (only,) = ET.fromstring(mathml(Text(words)))
    assert only.tag == "mtext"


@given(trees)
def test_no_number_is_lost_or_added(tree):
    shown = Counter(leaf.text for leaf in ET.fromstring(mathml(tree)).iter("mn"))
    numbers = Counter(node.spelling for node in walk(tree) if isinstance(node, Number))
    assert numbers <= shown


def as_latex(element):
    """MathML read element by element, into LaTeX: another way to the same text than the writer's."""
    parts = [as_latex(child) for child in element]
    match element.tag:
        case "mrow" if len(element) == 3 and element[1].get("linethickness") == "0":
            return rf"\binom{{{as_latex(element[1][0])}}}{{{as_latex(element[1][1])}}}"
        case "mfrac":
            return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
        case "mrow" if APPLIED in (child.text for child in element):
            return f"{parts[0].rstrip()}{parts[2]}"
        case "msup":
            return f"{parts[0]}^{{{parts[1]}}}"
        case "msubsup":
            return f"{parts[0]}_{{{parts[1]}}}^{{{parts[2]}}}"
        case "msub":
            return f"{parts[0]}_{{{parts[1]}}}"
        case "msqrt":
            return rf"\sqrt{{{''.join(parts)}}}"
        case "mroot":
            return rf"\sqrt[{parts[1]}]{{{parts[0]}}}"
        case "mover":
            return rf"\overline{{{parts[0]}}}"
        case "mtable":
            return rf"\begin{{matrix}}{' '.join(parts)}\end{{matrix}}"
        case "mtr":
            return f"{'&'.join(parts)}\\\\"
        case "mi" if len(element.text) > 1:
            return rf"\operatorname{{{element.text}}} "
        case "mi" | "mn" | "mo":
            return SPELLED.get(element.text, f"{element.text} ")
    return "".join(parts)


SPELLED = {TIMES: " ", "⊤": r"\top ", "∘": r"\circ ", "mod": r"\bmod ", "Γ": r"\Gamma "}


@given(plain_scalars | matrices | plain_relations)
def test_what_a_page_shows_is_read_back(tree):
    shown = as_latex(ET.fromstring(mathml(tree)))
    assert flat(read(shown, VOCABULARY).tree) == flat(tree)
