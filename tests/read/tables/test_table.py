"""One column of a table, whatever its layout."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.errors import ReadError
from fullmarks.expr.plain import plain
from fullmarks.read.tables.names import TableNames
from fullmarks.read.tables.table import read_table
from fullmarks.read.vocabulary import Vocabulary

ROWS = {"CONV": "CONV", "POOL": "POOL", "max pool": "POOL", "FC": "FC", "input": "input"}
VALUES = TableNames(ROWS, ("parameter", "params"))
SHAPES = TableNames(ROWS, ("output", "shape"))
BARS = """
| # | layer | output | formula | params |
|--:|:------|:------:|---------|-------:|
| 0 | input | $8 \\times 8 \\times 1$ | – | 0 |
| 1 | CONV (3×3) | $8 \\times 8 \\times 4$ | 9·4 + 4 | **40** |
| 2 | max pool | $4 \\times 4 \\times 4$ | – | 0 |
| 3 | FC | 2 | 64·2 + 2 | 1,130 |
|   | total |  |  | 1,170 |
"""
TABULAR = r"""
\begin{tabular}{|l|c|r|}
\hline
\textbf{Layer} & \textbf{Output} & \textbf{Parameters} \\ \hline
CONV & $8 \times 8 \times 4$ & $9 \cdot 4 + 4 = 40$ \\
POOL & $4 \times 4 \times 4$ & 0 \\[2pt]
FC & 2 & 130 \\ \hline
\multicolumn{2}{l}{sum} & 170 \\
\end{tabular}
"""
ARRAY = r"""
\begin{array}{lll}
\text{layer} & \text{shape} & \text{params} \\
\text{CONV} & 8\times8\times4 & 40 \\
\text{POOL} & 4\times4\times4 & 0
\end{array}
"""
COLUMNS = """
layer    output    params
CONV     8x8x4     40
POOL     4x4x4     0
FC       2         130
"""
DRAWN = """
+-------+--------+--------+
| layer | output | params |
+-------+--------+--------+
| CONV  | 8x8x4  | 40     |
| POOL  | 4x4x4  | 0      |
+-------+--------+--------+
"""
TURNED = "| | CONV | POOL | FC |\n|---|---|---|---|\n| output | 8x8x4 | 4x4x4 | 2 |\n| params | 40 | 0 | 130 |"
NESTED = """
- **CONV**
  - output: 8 × 8 × 4
  - weights: 36
  - biases: 4
  - parameters: 36 + 4 = 40
- **POOL**
  - output: 4 × 4 × 4
  - no parameters
- **FC**
  - output: 2
  - parameters:
    $$64 \\cdot 2 + 2 = 130$$
"""
LINES = """
CONV: output 8×8×4, 40 parameters
POOL: 4×4×4, none
FC: 2, 130 parameters (128 weights and 2 biases)
"""
PROSE = """
1. **CONV:** the padding keeps 8 × 8, so the output is 8×8×4. Parameters: (9 + 1)·4 = 40.
2. **POOL:** halves both sides: 4×4×4. No parameters.
3. **FC:** 2 outputs. Parameters: 64·2 + 2 = 130.
"""


@pytest.mark.parametrize(
    "text, values, shapes",
    [
        pytest.param(
            BARS,
            '[["input", 0], ["CONV", 40], ["POOL", 0], ["FC", 1130]]',
            '[["input", 8*8*1], ["CONV", 8*8*4], ["POOL", 4*4*4], ["FC", 2]]',
            id="bars, with columns that nobody asked for",
        ),
        pytest.param(
            TABULAR,
            '[["CONV", 9*4 + 4 = 40], ["POOL", 0], ["FC", 130]]',
            '[["CONV", 8*8*4], ["POOL", 4*4*4], ["FC", 2]]',
            id="tabular",
        ),
        pytest.param(ARRAY, '[["CONV", 40], ["POOL", 0]]', '[["CONV", 8*8*4], ["POOL", 4*4*4]]', id="array"),
        pytest.param(
            COLUMNS,
            '[["CONV", 40], ["POOL", 0], ["FC", 130]]',
            '[["CONV", 8*8*4], ["POOL", 4*4*4], ["FC", 2]]',
            id="columns of plain text",
        ),
        pytest.param(DRAWN, '[["CONV", 40], ["POOL", 0]]', '[["CONV", 8*8*4], ["POOL", 4*4*4]]', id="drawn lines"),
        pytest.param(
            TURNED,
            '[["CONV", 40], ["POOL", 0], ["FC", 130]]',
            '[["CONV", 8*8*4], ["POOL", 4*4*4], ["FC", 2]]',
            id="the layers in the first row",
        ),
        pytest.param(
            NESTED,
            '[["CONV", 36 + 4 = 40], ["POOL", 0], ["FC", 64*2 + 2 = 130]]',
            '[["CONV", 8*8*4], ["POOL", 4*4*4], ["FC", 2]]',
            id="nested bullets",
        ),
        pytest.param(
            LINES,
            '[["CONV", 40], ["POOL", 0], ["FC", 130]]',
            '[["CONV", 8*8*4], ["POOL", 4*4*4], ["FC", 2]]',
            id="lines",
        ),
        pytest.param(
            PROSE,
            '[["CONV", (9 + 1)*4 = 40], ["POOL", 0], ["FC", 64*2 + 2 = 130]]',
            '[["CONV", 8*8*4], ["POOL", 4*4*4], ["FC", 2]]',
            id="sentences in a numbered list",
        ),
    ],
)
def test_both_columns_of_one_table(text: str, values: str, shapes: str):
    assert plain(read_table(text, VALUES, Vocabulary(), shapes=False).tree) == values
    assert plain(read_table(text, SHAPES, Vocabulary(), shapes=True).tree) == shapes


@pytest.mark.parametrize(
    "text, tree",
    [
        pytest.param("CONV: 40, POOL: 0, FC: 1,130", '[["CONV", 40], ["POOL", 0], ["FC", 1130]]', id="in one sentence"),
        pytest.param("CONV: 40\nPOOL: –", '[["CONV", 40], ["POOL", ""]]', id="a row without an entry"),
        pytest.param("CONV: 1473 (1470 + 3)\nPOOL: 0", '[["CONV", 1473], ["POOL", 0]]', id="the working behind"),
        pytest.param("CONV: 3 (2 + 2)\nPOOL: 0", '[["CONV", 3*(2 + 2)], ["POOL", 0]]', id="a product with a bracket"),
        pytest.param("CONV: weights 36, biases 4, total 40\nPOOL: 0", '[["CONV", 40], ["POOL", 0]]', id="a total"),
        pytest.param("CONV has 40 parameters.\nPOOL has none.", '[["CONV", 40], ["POOL", 0]]', id="sentences"),
        pytest.param("CONV → 8×8×4, 40\nPOOL → 4×4×4, 0", '[["CONV", 40], ["POOL", 0]]', id="no headings"),
        pytest.param("[40, 0, 130]", '[["", 40], ["", 0], ["", 130]]', id="entries alone"),
        pytest.param("40, 0 and 1,130", '[["", 40], ["", 0], ["", 1130]]', id="entries alone, with words"),
        pytest.param("(8, 8), [4, 4]", '[["", (8, 8)], ["", [4, 4]]]', id="brackets within a list"),
    ],
)
def test_values(text: str, tree: str):
    assert plain(read_table(text, VALUES, Vocabulary(), shapes=False).tree) == tree


@pytest.mark.parametrize(
    "text, code",
    [
        pytest.param("", "no_rows", id="nothing"),
        pytest.param("There are many of them.", "no_rows", id="words"),
        pytest.param(
            "| layer | width | height |\n|---|---|---|\n| CONV | 8 | 8 |\n| POOL | 4 | 4 |",
            "no_column",
            id="other columns",
        ),
        pytest.param(", ".join(["1"] * 65), "too_large", id="too many rows"),
        pytest.param("CONV: 1\u200b\nPOOL: 2", "control_character", id="an invisible character"),
    ],
)
def test_what_is_no_table(text: str, code: str):
    with pytest.raises(ReadError) as refused:
        read_table(text, VALUES, Vocabulary(), shapes=False)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "text", ["$", "CONV: (", "| CONV ", "1,", "[", "a & b \\\\ ", "\\begin{tabular}{c} ", "CONV - "]
)
def test_twenty_thousand_characters_are_refused_or_read_at_once(text: str):
    with suppress(ReadError):
        read_table((text * 20_000)[:20_000], SHAPES, Vocabulary(), shapes=True)


@given(st.text(alphabet="CONVPOL:|&\\-$ \n0123456789×x,.()[]{}bhegintaruld", max_size=300), st.booleans())
def test_any_text_is_a_table_or_refused(text: str, shapes: bool):
    with suppress(ReadError):
        assert read_table(text, SHAPES if shapes else VALUES, Vocabulary(), shapes=shapes).text == text
