"""Readings as formulas: drawn only where the rubric reads them as the same."""

import pytest

from fullmarks.report.formulas import LONGEST, formula
from fullmarks.rubric.load import load_rubric_text

ITEMS = {
    item.id: item
    for item in load_rubric_text("""\
rubric: demo
symbols: {rate: positive}
parts:
  1:
    items:
      value: {symbolic: rate}
      word: {choice: [up, down], key: up}
""").items()
}


@pytest.mark.parametrize(
    "reading, item, is_drawn",
    [
        pytest.param("2*rate", "1.value", True, id="a formula"),
        pytest.param("up", "1.word", False, id="a choice"),
        pytest.param("no solution", "1.value", False, id="words"),
        pytest.param('"no solution"', "1.value", False, id="words in quotes"),
        pytest.param("2 rate", "1.value", False, id="a text that no writer writes"),
        pytest.param("2*(", "1.value", False, id="a text that cannot be read"),
        pytest.param("2*rate", "9.gone", False, id="an item that is not in the rubric"),
        pytest.param("+".join("x" * LONGEST), "1.value", False, id="a formula that nobody would read"),
    ],
)
def test_a_reading(reading, item, is_drawn):
    found = formula(reading, item, ITEMS)
    assert (found is not None) is is_drawn
    assert found is None or found.startswith("<math ")
