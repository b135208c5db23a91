"""What cannot be read: the code, the whole sentence, and the caret below the place."""

import pytest

from fullmarks.errors import ReadError
from fullmarks.read.reader import read


def operand(found):
    return "missing_operand", f"A number, a name or a bracket is expected here, not {found}."


def braces(found):
    return "missing_argument", f"Something in braces is expected here, not {found}."


def unclosed(bracket, found="the end"):
    return "unclosed_bracket", f"The bracket “{bracket}” is not closed before {found}."


def argument(sentence):
    return "missing_argument", sentence


def command(name):
    return "unknown_command", f"“{name}” is not a command that can be read here."


def character(sign, name):
    return "unknown_character", f"“{sign}” ({name}) is not a sign that can be read here."


def trailing(found):
    return "trailing", f"The answer ends before {found}; what follows cannot be read."


def dots(found):
    return "dots", f"{found} leaves open what is meant; write the whole number, list or formula."


BAR = "unclosed_bracket", "The bar “|” has no partner."
NOTHING = "missing_operand", "There is nothing in this bracket."
EMPTY = "empty", "There is nothing to read."
TWO_NUMBERS = "two_numbers", "Two numbers stand side by side; write an operator or a comma between them."
INDEX = argument("The index and bounds of this sign cannot be read; write them as i=1 below and n above.")
LIMIT = argument("A limit needs its variable and point: lim_{x -> 0}.")
RAGGED = (
    "ragged_matrix",
    "The rows of this matrix do not have the same number of entries, or an entry is empty.",
)


@pytest.mark.parametrize(
    "text, error, marks",
    [
        # operands
        pytest.param("7 +", operand("the end"), "   ^", id="nothing behind a sign"),
        pytest.param("* 7", operand("“*”"), "^", id="nothing before a star"),
        pytest.param("7 * / 2", operand("“/”"), "    ^", id="nothing between two signs"),
        pytest.param("x = = 8", operand("“=”"), "    ^", id="nothing between two equals signs"),
        pytest.param("7 =", operand("the end"), "   ^", id="no right side"),
        pytest.param("x^", operand("the end"), "  ^", id="no exponent"),
        pytest.param("x^^2", operand("“^”"), "  ^", id="two carets"),
        pytest.param("^2", operand("“^”"), "^", id="no base"),
        pytest.param("!", operand("“!”"), "^", id="a factorial of nothing"),
        pytest.param("x and", operand("the end"), "     ^", id="nothing behind and"),
        pytest.param("∪ A", operand("“∪”"), "^", id="nothing before a union"),
        pytest.param("(1,,2)", operand("“,”"), "   ^", id="nothing between two commas"),
        pytest.param("5 choose", operand("the end"), "        ^", id="nothing to choose"),
        pytest.param("mod", operand("“mod”"), "^^^", id="mod of nothing"),
        pytest.param("2x(", operand("the end"), "   ^", id="nothing behind a bracket"),
        pytest.param("()+", operand("the end"), "   ^", id="nothing behind a bracket and a sign"),
        pytest.param("x if", operand("the end"), "    ^", id="no condition"),
        pytest.param(r"\not 5", operand(r"“\not”"), "^^^^", id="a stroke through nothing"),
        pytest.param("x_", argument("A subscript is expected here, not the end."), "  ^", id="no subscript"),
        pytest.param("x_+", argument("A subscript is expected here, not “+”."), "  ^", id="a sign as a subscript"),
        pytest.param(
            "not 5",
            ("missing_operand", "“not” stands before something that is no condition."),
            "^^^",
            id="not of a number",
        ),
        pytest.param(
            "3'", ("missing_operand", "A prime stands behind something that is not a name."), " ^", id="a primed number"
        ),
        pytest.param(
            "(a+b)_1",
            ("missing_operand", "A subscript stands behind something that is not a name."),
            "     ^",
            id="a subscript of a sum",
        ),
        pytest.param("19_2", argument("19 is no number in base 2."), "  ^", id="a digit that the base has not"),
        pytest.param("12_x", argument("A base from 2 to 36 is expected here."), "  ^", id="a letter as a base"),
        # brackets
        pytest.param("(x", unclosed("("), "  ^", id="round, not closed"),
        pytest.param("[1, 2", unclosed("["), "     ^", id="square, not closed"),
        pytest.param("{1, 2", unclosed("{"), "     ^", id="brace, not closed"),
        pytest.param("⌊x", unclosed("⌊"), "  ^", id="floor, not closed"),
        pytest.param("x_{i", unclosed("{"), "    ^", id="subscript, not closed"),
        pytest.param(r"\frac{x}{2", unclosed("{"), "          ^", id="denominator, not closed"),
        pytest.param(
            "x)", ("unmatched_bracket", "This closing bracket “)” has no opening one."), " ^", id="round, not opened"
        ),
        pytest.param(
            "2⌋", ("unmatched_bracket", "This closing bracket “⌋” has no opening one."), " ^", id="floor, not opened"
        ),
        pytest.param(
            "{1, 2)", ("unmatched_bracket", "“{” is closed by “)”."), "     ^", id="a brace closed by a bracket"
        ),
        pytest.param(
            "[x⌋", ("unmatched_bracket", "“[” is closed by “⌋”."), "  ^", id="a square bracket closed by a floor"
        ),
        pytest.param(
            "(1, 2, 3]",
            ("unmatched_bracket", "“(” is closed by “]”, which only an interval of two ends may do."),
            "^",
            id="an interval of three ends",
        ),
        pytest.param("|x", BAR, "^", id="one bar before"),
        pytest.param("x|", BAR, " ^", id="one bar behind"),
        pytest.param("|x| + |y", BAR, "      ^", id="three bars"),
        pytest.param(
            r"\left|x", ("unclosed_bracket", "The bar “|” is not closed before the end."), "       ^", id="a large bar"
        ),
        pytest.param("f(x", unclosed("("), "   ^", id="arguments, not closed"),
        # groups and commands
        pytest.param(r"\frac", braces("the end"), "     ^", id="frac of nothing"),
        pytest.param(r"\frac{1}", braces("the end"), "        ^", id="frac without a denominator"),
        pytest.param(r"\frac{1} + 2", braces("“+”"), "         ^", id="frac before a sign"),
        pytest.param(r"\frac{}{2}", NOTHING, "      ^", id="an empty numerator"),
        pytest.param("x^{}", NOTHING, "   ^", id="an empty exponent"),
        pytest.param("x_{}", NOTHING, "   ^", id="an empty subscript"),
        pytest.param(r"\boxed{}", NOTHING, "       ^", id="an empty box"),
        pytest.param(
            r"\sqrt",
            argument("What stands under the root is expected here, not the end."),
            "     ^",
            id="a root of nothing",
        ),
        pytest.param(
            r"\sqrt{}", argument("One expression is expected under a root."), "     ^", id="a root of an empty group"
        ),
        pytest.param(r"\sqrt[]{x}", argument("The degree of a root is one expression."), "^^^^^", id="an empty degree"),
        pytest.param(r"\foo x", command(r"\foo"), "^^^^", id="an unknown command"),
        pytest.param(
            "x + \\", ("unknown_command", "A backslash stands alone here; delete it."), "    ^", id="a lone backslash"
        ),
        pytest.param(
            r"\begin",
            ("unknown_command", r"“\begin” needs a name in braces."),
            "^^^^^^",
            id="an environment without a name",
        ),
        pytest.param(
            r"\forall x",
            ("quantifier", r"“\forall” is not read here; write the condition itself, without a quantifier."),
            "^^^^^^^",
            id="for all",
        ),
        pytest.param(
            r"x, \exists y",
            ("quantifier", r"“\exists” is not read here; write the condition itself, without a quantifier."),
            "   ^^^^^^^",
            id="there is",
        ),
        # functions
        pytest.param(
            "sin", argument("The argument of sin is expected here, not the end."), "   ^", id="sin of nothing"
        ),
        pytest.param(
            r"\log_2",
            argument("The argument of log is expected here, not the end."),
            "      ^",
            id="a base and nothing more",
        ),
        pytest.param("sin(1, 2)", argument("sin takes 1 argument, not 2."), "^^^", id="two arguments for one"),
        pytest.param("atan2(1)", argument("atan2 takes 2 arguments, not 1."), "^^^^^", id="one argument for two"),
        pytest.param(
            "log(1, 2, 3)", argument("log takes 1 to 2 arguments, not 3."), "^^^", id="three arguments for a logarithm"
        ),
        pytest.param("mod(7)", argument("mod takes 2 arguments, not 1."), "^^^", id="mod of one"),
        pytest.param(
            "root(2, 3, 4)",
            argument("root takes 2 arguments, the radicand and the degree."),
            "^^^^",
            id="root of three",
        ),
        # sums, integrals, limits
        pytest.param(
            r"\sum i", argument("The sum needs its index and bounds: sum_{i=1}^{n}."), "^^^^", id="a sum without bounds"
        ),
        pytest.param(
            r"\prod k",
            argument("The product needs its index and bounds: product_{i=1}^{n}."),
            "^^^^^",
            id="a product without bounds",
        ),
        pytest.param(r"\sum_{i=1} i", INDEX, "^^^^", id="a sum without an upper bound"),
        pytest.param(
            r"\sum_{i} i",
            argument("This sign needs bounds: write the index with its first value below and the last above."),
            "^^^^",
            id="a sum with nothing but its index",
        ),
        pytest.param(
            "sum(i, i)", argument("Write sum(term, index, first, last)."), "^^^", id="a sum as a function of two"
        ),
        pytest.param(
            r"\int x",
            argument("The integral needs its variable: write dx at the end."),
            "^^^^",
            id="an integral without dx",
        ),
        pytest.param(
            r"\int_0 x dx", argument("An integral has both bounds or none."), "^^^^", id="an integral with one bound"
        ),
        pytest.param(r"\lim x", LIMIT, "^^^^", id="a limit without a point"),
        pytest.param(r"\lim_{x} x", LIMIT, "^^^^", id="a limit with nothing but its variable"),
        pytest.param(
            "diff(x, 2)", argument("Write diff(expression, variable)."), "^^^^", id="a derivative by a number"
        ),
        # matrices and cases
        pytest.param(r"\begin{matrix}1&2\\3\end{matrix}", RAGGED, "^^^^^^^^^^^^^^", id="rows of two lengths"),
        pytest.param(r"\begin{matrix}1&&2\end{matrix}", RAGGED, "^^^^^^^^^^^^^^", id="an empty entry"),
        pytest.param(
            "[1, 2; 3]",
            ("ragged_matrix", "The rows of this matrix do not have the same length."),
            "^",
            id="rows of two lengths between semicolons",
        ),
        pytest.param(
            r"\begin{matrix}\end{matrix}",
            ("missing_operand", "This matrix has no entries."),
            "^^^^^^^^^^^^^^",
            id="no entries",
        ),
        pytest.param(
            r"\begin{matrix}1&2",
            ("unclosed_bracket", r"\begin{matrix} is not closed before the end."),
            "^^^^^^^^^^^^^^",
            id="an environment that is not closed",
        ),
        pytest.param(
            r"\begin{matrix}1\end{pmatrix}",
            ("unmatched_bracket", r"\begin{matrix} is closed by “\end{pmatrix}”."),
            "               ^^^^^^^^^^^^^",
            id="an environment closed by another",
        ),
        pytest.param(
            r"\begin{cases}\end{cases}",
            ("missing_operand", "These cases are empty."),
            "^^^^^^^^^^^^^",
            id="empty cases",
        ),
        pytest.param(
            "Piecewise(1)", argument("Write Piecewise((value, condition), …)."), "^^^^^^^^^", id="Piecewise of a number"
        ),
        pytest.param("Matrix(1)", argument("A matrix is expected in this bracket."), "^^^^^^", id="Matrix of a number"),
        # what stands behind
        pytest.param("3 4", TWO_NUMBERS, "  ^", id="two numbers"),
        pytest.param("2x 3 4", TWO_NUMBERS, "     ^", id="two numbers behind a letter"),
        pytest.param("2 + 3 but not 4", trailing("“but”"), "      ^^^", id="words that take back"),
        pytest.param("5 wrong", trailing("“wrong”"), "  ^^^^^", id="a word that takes back"),
        pytest.param("a.b", trailing("“.”"), " ^", id="a point between letters"),
        pytest.param("x =>", trailing("“=>”"), "  ^^", id="nothing that follows"),
        # dots
        pytest.param(
            "0.142...",
            (
                "dots",
                r"“0.142...” leaves open which digits follow; write a fraction, or the digits that repeat as 0.\overline{3}.",
            ),
            "^^^^^^^^",
            id="digits left open",
        ),
        pytest.param("1, 2, …", dots("“…”"), "      ^", id="entries left open"),
        pytest.param(r"3 + \cdots + n", dots(r"“\cdots”"), "    ^^^^^^", id="terms left open"),
        # characters
        pytest.param("x § y", character("§", "section sign"), "  ^", id="a section sign"),
        pytest.param("x ✓", character("✓", "check mark"), "  ^", id="a check mark"),
        pytest.param("🙂", character("🙂", "slightly smiling face"), "^", id="a face"),
        pytest.param("what? 5", character("?", "question mark"), "    ^", id="a question mark"),
        pytest.param('x"y', character('"', "quotation mark"), " ^", id="one quotation mark"),
        # nothing
        pytest.param("", EMPTY, "^", id="nothing"),
        pytest.param("   ", EMPTY, "^^^", id="spaces"),
        pytest.param("$$", EMPTY, "^^", id="dollars"),
        pytest.param(r"\text{}", EMPTY, "^^^^^^^", id="empty text"),
    ],
)
def test_what_cannot_be_read(text, error, marks):
    with pytest.raises(ReadError) as raised:
        read(text)
    assert (raised.value.code, raised.value.sentence) == error
    assert raised.value.caret() == f"{text}\n{marks}"
    assert raised.value.text == text


@pytest.mark.parametrize(
    "text, code, place",
    [
        pytest.param("x\u200b", "U+200B, zero width space", 1, id="zero width"),
        pytest.param("\u202e7", "U+202E, right-to-left override", 0, id="direction"),
        pytest.param("7\u20661\u2069", "U+2066, left-to-right isolate", 1, id="isolate"),
        pytest.param("x\u00ad", "U+00AD, soft hyphen", 1, id="soft hyphen"),
        pytest.param("\ufeffx", "U+FEFF, zero width no-break space", 0, id="byte order mark"),
        pytest.param("x\x07", "U+0007, control character", 1, id="bell"),
        pytest.param("\x00", "U+0000, control character", 0, id="nothing"),
        pytest.param("x\ud83d", "U+D83D, half of a character", 1, id="half of a pair"),
    ],
)
def test_refused_characters_are_named(text, code, place):
    with pytest.raises(ReadError) as raised:
        read(text)
    error = raised.value
    sentence = f"There is an invisible character ({code}); delete it and write the answer again."
    assert (error.code, error.sentence) == ("control_character", sentence)
    assert (error.span.start, error.span.end) == (place, place + 1)


def test_the_caret_stands_below_the_line_of_the_mistake():
    with pytest.raises(ReadError) as raised:
        read("x = 1\ny = § + 2\nz = 3")
    assert raised.value.caret() == "y = § + 2\n    ^"


def test_the_caret_of_a_long_line_is_in_sight():
    text = "x + " * 60 + "§"
    with pytest.raises(ReadError) as raised:
        read(text)
    shown, marks = raised.value.caret().splitlines()
    assert len(shown) == 72
    assert shown[marks.index("^")] == "§"
