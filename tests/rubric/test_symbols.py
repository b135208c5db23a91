"""Names that a rubric declares: their one spelling, their domains, and which declaration holds."""

import pytest

from fullmarks.expr.domains import COMPLEX, INTEGER, POSITIVE, POSITIVE_INTEGER, REAL
from fullmarks.rubric.schema import SymbolShape
from fullmarks.rubric.symbols import BadSymbol, BadSymbolsError, Declared, canonical, declare


def shape(domain: str = "real", **more: str) -> SymbolShape:
    return SymbolShape.model_validate({"domain": domain, **more})


@pytest.mark.parametrize(
    "name, spelling",
    [
        pytest.param("n", "n", id="letter"),
        pytest.param("d_out", "d_out", id="subscript"),
        pytest.param("x'", "x'", id="prime"),
        pytest.param("alpha", "alpha", id="Greek in words"),
        pytest.param("α", "alpha", id="Greek letter"),
        pytest.param("\\alpha", "alpha", id="Greek in LaTeX"),
        pytest.param("σ_x", "sigma_x", id="Greek letter with a subscript"),
        pytest.param("dₒᵤₜ", "d_out", id="subscript letters"),
        pytest.param("d_{\\text{out}}", "d_out", id="LaTeX"),
        pytest.param("e", "e", id="a constant's letter"),
        pytest.param("cost", "cost", id="word"),
    ],
)
def test_one_spelling(name: str, spelling: str):
    assert canonical(name) == spelling


@pytest.mark.parametrize("name", ["2n", "x+y", "", "(", "x_{i,j}", "3", "x.y"])
def test_what_cannot_be_a_name(name: str):
    with pytest.raises(ValueError) as caught:
        canonical(name)
    sentence = f"“{name}” cannot be the name of a symbol. Write a letter or a word, such as x, d_out or sigma_x."
    assert str(caught.value) == sentence


def test_several_names_in_one_line():
    declared = declare({"d_in d_out": shape("positive integer"), "x, y": shape(), "z": shape("complex")})
    assert declared.symbols == {
        "d_in": POSITIVE_INTEGER,
        "d_out": POSITIVE_INTEGER,
        "x": REAL,
        "y": REAL,
        "z": COMPLEX,
    }


def test_functions_and_families():
    declared = declare({"h": shape(**{"function of": "n"}), "a": shape("integer", **{"indexed by": "i"})})
    assert declared == Declared({"a": INTEGER}, {"h": ("n",)}, frozenset({"a"}))


@pytest.mark.parametrize(
    "outer, inner, together",
    [
        pytest.param(
            Declared({"c": POSITIVE, "n": INTEGER}),
            Declared({"c": REAL}),
            Declared({"n": INTEGER, "c": REAL}),
            id="another domain",
        ),
        pytest.param(
            Declared(functions={"c": ("n",)}),
            Declared({"c": REAL}),
            Declared({"c": REAL}),
            id="no function any more",
        ),
        pytest.param(
            Declared({"c": REAL}, indexed=frozenset({"c"})),
            Declared(functions={"c": ("n",)}),
            Declared(functions={"c": ("n",)}),
            id="now a function",
        ),
    ],
)
def test_the_nearer_declaration_holds(outer: Declared, inner: Declared, together: Declared):
    assert outer.with_more(inner) == together


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(BadSymbolsError) as caught:
        declare({"n": shape(), "n m": shape("integer"), "k k": shape(), "2": shape()})
    assert caught.value.wrong == (
        BadSymbol("n m", is_domain=False, sentence="“n” is declared twice here. Keep one of them."),
        BadSymbol("k k", is_domain=False, sentence="A name stands twice in this line. Keep one of them."),
        BadSymbol(
            "2",
            is_domain=False,
            sentence="“2” cannot be the name of a symbol. Write a letter or a word, such as x, d_out or sigma_x.",
        ),
    )
