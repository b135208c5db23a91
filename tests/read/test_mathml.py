"""Presentation MathML as text."""

import pytest

from fullmarks.errors import ReadError
from fullmarks.read.mathml import in_signs
from fullmarks.read.reader import read


def math(inside):
    return f"<math>{inside}</math>"


@pytest.mark.parametrize(
    "inside, expected",
    [
        pytest.param("<mn>5</mn>", "5", id="a number"),
        pytest.param("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2", id="a fraction"),
        pytest.param(
            "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "(a + b)/c", id="a sum above a line"
        ),
        pytest.param("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "sqrt(x + 1)", id="a root of a sum"),
        pytest.param("<mroot><mi>x</mi><mn>3</mn></mroot>", "root(x, 3)", id="a third root"),
        pytest.param("<msup><mi>x</mi><mn>2</mn></msup>", "x^2", id="a power"),
        pytest.param(
            "<msup><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></msup>", "(x + 1)^2", id="a power of a sum"
        ),
        pytest.param("<msup><mi>e</mi><mrow><mn>2</mn><mi>x</mi></mrow></msup>", "e^(2*x)", id="a product as exponent"),
        pytest.param("<msub><mi>x</mi><mn>2</mn></msub>", "x_2", id="a subscript"),
        pytest.param("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_1^2", id="a subscript below a power"),
        pytest.param("<mn>2</mn><mo>&#8290;</mo><mi>x</mi>", "2*x", id="an invisible product"),
        pytest.param(
            "<mi>sin</mi><mo>&#8289;</mo><mo>(</mo><mi>x</mi><mo>)</mo>", "sin(x)", id="an invisible application"
        ),
        pytest.param("<mi>x</mi><mo>&ge;</mo><mn>3</mn>", "x >= 3", id="a relation"),
        pytest.param(
            "<mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>"
            "<mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>]</mo>",
            "[[1, 2], [3, 4]]",
            id="a matrix",
        ),
        pytest.param(
            "<munderover><mo>&sum;</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
            "sum_{i=1}^(n) i",
            id="a sum",
        ),
        pytest.param(
            "<semantics><mi>x</mi><annotation encoding='application/x-tex'>y</annotation></semantics>",
            "x",
            id="what the formula is called elsewhere is set aside",
        ),
        pytest.param("<mfenced><mn>1</mn><mn>2</mn></mfenced>", "(1, 2)", id="a fence"),
        pytest.param("<mn>5</mn><mtext>&nbsp;cm</mtext>", "5 cm", id="a unit"),
    ],
)
def test_read_as(read_as, inside, expected):
    assert read_as(math(inside)) == expected


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<mover><mi>x</mi><mo>&#175;</mo></mover>", id="an accent"),
        pytest.param("<mfrac><mn>1</mn><mn>2</mn>", id="a tag that is not closed"),
        pytest.param("<mn>1</mi>", id="a tag that another closes"),
        pytest.param("<menclose><mn>1</mn></menclose>", id="an unknown tag"),
    ],
)
def test_what_is_not_known_is_not_guessed(inside):
    with pytest.raises(ReadError):
        read(math(inside))


def test_deep_nesting_is_left_alone():
    text = math("<mrow>" * 2_000 + "</mrow>" * 2_000)
    assert in_signs(text) == text
