import pytest

from fullmarks.checkers.kinds import describe, is_expression


@pytest.mark.parametrize(
    "text, words",
    [
        pytest.param("x + 1", "one expression", id="expression"),
        pytest.param("1, 2, 3", "a list of 3 things", id="bare list"),
        pytest.param("(1, 2)", "a list of 2 things in round brackets", id="round brackets"),
        pytest.param("[1, 2]", "a list of 2 things in square brackets", id="square brackets"),
        pytest.param("[0, 1)", "an interval", id="unlike brackets"),
        pytest.param("{1}", "a set of 1 thing", id="set"),
        pytest.param("\\mathbb{R}", "a set", id="the real numbers"),
        pytest.param("(0, 1) ∪ (2, 3)", "a combination of sets", id="union"),
        pytest.param("[[1,2,3],[4,5,6]]", "a 2×3 matrix", id="matrix"),
        pytest.param("x = 1", "an equation", id="equation"),
        pytest.param("0 <= x < 1", "a statement with ≤ and <", id="inequality"),
        pytest.param("x > 1 and x < 2", "several statements", id="and"),
        pytest.param("\\begin{cases}1 & x>0\\\\0 & x\\le 0\\end{cases}", "a function in pieces", id="pieces"),
        pytest.param("no solution", "a text in words", id="words"),
    ],
)
def test_things_in_a_teachers_words(tree, text: str, words: str):
    assert describe(tree(text)) == words


@pytest.mark.parametrize(
    "text, answer",
    [
        pytest.param("x + 1", True, id="expression"),
        pytest.param("\\begin{cases}1 & x>0\\\\0 & x\\le 0\\end{cases}", True, id="pieces"),
        pytest.param("±3", True, id="both signs"),
        pytest.param("1, 2", False, id="list"),
        pytest.param("x = 1", False, id="equation"),
    ],
)
def test_what_has_one_value(tree, text: str, answer: bool):
    assert is_expression(tree(text)) is answer
