"""Going through trees."""

import pytest
from hypothesis import given

from fullmarks.expr.nodes import Add, Constant, Limit, Number, Symbol
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import (
    bound_name,
    children,
    functions,
    rebuild,
    size_and_depth,
    substitute,
    symbols,
    walk,
    with_children,
)
from fullmarks.read.reader import read
from tests.strategies.trees import trees


@given(trees)
def test_a_node_over_its_own_children_is_itself(tree):
    for node in walk(tree):
        assert with_children(node, children(node)) == node


@given(trees)
def test_nothing_changed_gives_the_very_tree(tree):
    assert rebuild(tree, lambda child: child) is tree
    assert substitute(tree, {}) == tree


@given(trees)
def test_size_is_the_number_of_nodes(tree):
    size, depth = size_and_depth(tree)
    assert size == len(list(walk(tree)))
    assert 1 <= depth <= size


@given(trees)
def test_a_new_name_is_nowhere(tree):
    renamed = substitute(tree, {name: Symbol(f"new_{name}") for name in symbols(tree)})
    assert not symbols(renamed) & {
        name for name in symbols(tree) if not name.startswith("new_") and name not in families(tree)
    }


def families(tree):
    """Bases of entries: they are no symbols, and stay."""
    return {node.base for node in walk(tree) if hasattr(node, "base") and hasattr(node, "indices")}


@pytest.mark.parametrize(
    "text, names",
    [
        pytest.param("x + y^2", {"x", "y"}, id="symbols"),
        pytest.param("2 pi e", set(), id="constants are none"),
        pytest.param("x_{i+1}", {"x", "i"}, id="a family and its index"),
        pytest.param("sum_{i=1}^n i", {"n"}, id="an index is bound"),
        pytest.param("(sum_{i=1}^i i) + i_1", {"i_1"}, id="i outside is the imaginary unit"),
        pytest.param("sum_{k=1}^k k", {"k"}, id="a bound outside the body is free"),
        pytest.param("int x^2 dx", {"x"}, id="an indefinite integral binds nothing"),
        pytest.param(r"\int_0^a x^2\,dx", {"a"}, id="a definite integral binds its variable"),
        pytest.param(r"\lim_{x\to a} x", {"a"}, id="a limit binds its variable"),
        pytest.param("diff(x^2, x)", {"x"}, id="a derivative binds nothing"),
        pytest.param("f(x)", {"x"}, id="a function's name is none"),
    ],
)
def test_symbols(text, names):
    assert symbols(read(text).tree) == names


@pytest.mark.parametrize(
    "text, values, result",
    [
        pytest.param("x + x^2", {"x": "2"}, "2 + 2^2", id="everywhere"),
        pytest.param("x y", {"x": "y", "y": "x"}, "y*x", id="at once"),
        pytest.param("sum_{k=1}^n k", {"k": "5", "n": "3"}, "sum_{k=1}^(3) k", id="a bound name stays"),
        pytest.param("sum_{k=1}^k k", {"k": "5"}, "sum_{k=1}^(5) k", id="in a bound it is free"),
        pytest.param(r"\int_0^x x\,dx", {"x": "a"}, "int_(0)^(a) (x) dx", id="a variable stays"),
    ],
)
def test_substitute(text, values, result):
    trees_by_name = {name: read(value).tree for name, value in values.items()}
    assert plain(substitute(read(text).tree, trees_by_name)) == result


def test_functions_by_name():
    assert functions(read("sin(x) + f(cos(x))").tree) == {"sin", "cos", "f"}


def test_walk_goes_from_left_to_right():
    assert [plain(node) for node in walk(read("a + b*c").tree)] == ["a + b*c", "a", "b*c", "b", "c"]


def test_bound_names():
    assert bound_name(Limit(Symbol("x"), "x", Number(0), "")) == "x"
    assert bound_name(Add((Symbol("x"), Constant("e")))) is None
