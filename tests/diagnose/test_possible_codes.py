"""Which near misses a key may have at all: whatever is found must have been possible."""

import pytest
from hypothesis import given

from fullmarks.compare.comparison import Assumptions
from fullmarks.diagnose.catalogue import OF_ARRAYS, OF_ENTRIES, OF_VALUES
from fullmarks.diagnose.diagnose import diagnose, possible_codes
from fullmarks.read.reader import read
from tests.strategies.trees import VOCABULARY, matrices, small_scalars, trees

ASSUMPTIONS = Assumptions(VOCABULARY.symbols, seed="a row")
VALUES = {miss.code for miss in OF_VALUES}
ARRAYS = {miss.code for miss in (*OF_ARRAYS, OF_ENTRIES)}


@pytest.mark.parametrize(
    "key, possible, impossible",
    [
        pytest.param("2 x", {"sign", "swapped_symbols"}, {"missing_term", "missing_floor", "rounded", *ARRAYS - VALUES}, id="a product"),
        pytest.param("x + 1", {"missing_term"}, {"missing_floor"}, id="a sum"),
        pytest.param("2/3", {"rounded"}, {"swapped_symbols"}, id="a number"),
        pytest.param("floor(x/2)", {"missing_floor"}, {"missing_term"}, id="a floor"),
        pytest.param("[[1, x + 1]]", {"transposed", "missing_term", "entries_wrong"}, {"missing_floor"}, id="a matrix"),
        pytest.param("(1, 2)", {"rows_reversed", "entries_wrong"}, {"transposed"}, id="a list in order"),
        pytest.param("{1, 2}", set(), VALUES | ARRAYS, id="a set"),
        pytest.param("x = 1", set(), VALUES | ARRAYS, id="an equation"),
        pytest.param("no solution", set(), VALUES | ARRAYS, id="words"),
    ],
)  # fmt: skip
def test_a_key(key, possible, impossible):
    found = possible_codes(read(key, VOCABULARY).tree)
    assert possible <= found
    assert impossible & found == set()


@given(trees, small_scalars | matrices)
def test_nothing_is_found_that_was_not_possible(answer, expected):
    found = diagnose(answer, expected, ASSUMPTIONS)
    assert found is None or found.code in possible_codes(expected)
