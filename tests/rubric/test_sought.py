"""What the finder is told of a rubric."""

from pathlib import Path

import pytest

from fullmarks.find.found import Sought
from fullmarks.rubric.load import load_rubric, load_rubric_text

PARTS = load_rubric(Path(__file__).parent / "whole.yaml").sought
ITEMS = {item.item: item for part in PARTS for item in part.items}


def test_parts_come_in_the_rubrics_order_with_their_names():
    assert [(part.part, part.title, part.aliases) for part in PARTS] == [
        ("1", "A part whose name is a number", ("first part", "one")),
        ("1e3", "", ()),
        ("2g", "", ()),
    ]


def test_a_formula_is_sought_by_target_labels_and_the_symbols_of_all_its_keys():
    assert ITEMS["1.cost"] == Sought(
        item="1.cost",
        part="1",
        wants="expression",
        title="Exact cost",
        labels=("cost",),
        target="T",
        words=(),
        symbols=frozenset({"c", "d_in", "d_out"}),
    )


def test_a_choice_is_sought_by_its_options_and_all_other_words_for_them():
    assert ITEMS["2g.direction"].words == ("explode", "blow up", "grow", "vanish")


def test_a_text_is_sought_by_no_words():
    assert (ITEMS["2g.reason"].wants, ITEMS["2g.reason"].words) == ("words", ())


def test_an_optional_item_says_so():
    assert [item.item for item in ITEMS.values() if item.optional] == ["1e3.later"]


@pytest.mark.parametrize(
    "item, wants",
    [
        pytest.param("symbolic: y(n - 5), follows: {y: 1.y}", "function", id="a formula from a function"),
        pytest.param("piecewise: y(n - 5), follows: {y: 1.y}", "function", id="a function from a function"),
        pytest.param(
            "matrix: [[y(1), y(2)], [y(3), y(4)]], follows: {y: 1.y}", "matrix", id="a matrix from a function"
        ),
        pytest.param("matrix: [[y(1), y(2)]], follows: {y: 1.y}", "vectors", id="a row from a function"),
        pytest.param("symbolic: m n, follows: {m: 1.m}", "expression", id="a formula from a number"),
        pytest.param("symbolic: y(n - 5)", "expression", id="nothing is followed"),
    ],
)
def test_what_follows_a_function_is_a_formula_or_one_in_pieces(item: str, wants: str):
    rubric = load_rubric_text(FUNCTION.replace("ITEM", item))
    assert rubric.sought[0].items[-1].wants == wants


FUNCTION = """\
rubric: demo
symbols: {n: integer, m: real, y: {function of: n}}
parts:
  1:
    items:
      y: {piecewise: {n < 0: 0, n >= 0: 2^n}}
      m: {numeric: 2}
      it: {ITEM}
"""
