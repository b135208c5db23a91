"""Mistakes of meaning: keys that cannot be used, domains, points and names that say nothing, all at once."""

from collections.abc import Callable

import pytest

from fullmarks.errors import RubricError
from fullmarks.rubric.load import load_rubric_text

DOMAINS = (
    "Write real, complex, integer, positive, negative, nonnegative or nonzero, two of them (positive integer), or a range such as "
    "real in (0, 1)."
)
UNDER_ALSO = "What earns all of them belongs under “also:”."
OPERAND = "A number, a name or a bracket is expected here, not"


@pytest.mark.parametrize(
    "written, instead, lines",
    [
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "symbolic: 2 c (d_out^2 d_in",
            "13:36: The key “2 c (d_out^2 d_in” cannot be read: The bracket “(” is not closed before the end.",
            id="key that cannot be read",
        ),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "symbolic: '2 c ) d_out'",
            "13:24: The key “2 c ) d_out” cannot be read: This closing bracket “)” has no opening one.",
            id="quoted key that cannot be read",
        ),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "symbolic: 2 c d_out^^2",
            f"13:29: The key “2 c d_out^^2” cannot be read: {OPERAND} “^”.",
            id="key with two operators",
        ),
        pytest.param(
            "[[1, 2], [3, 4]]",
            "[[1, 2], [3, '(4']]",
            "22:40: The key “(4” cannot be read: The bracket “(” is not closed before the end.",
            id="entry that cannot be read",
        ),
        pytest.param(
            "[[1, 2], [3, 4]]",
            "[[1, 2], [3]]",
            "22:24: The rows of the key have different lengths.",
            id="ragged matrix",
        ),
        pytest.param(
            "{answer: c d_out^2 d_in, points: 1}",
            "{answer: c d_out^, points: 1}",
            f"16:30: The key “c d_out^” cannot be read: {OPERAND} the end.",
            id="known mistake that cannot be read",
        ),
        pytest.param(
            "points: 2\n",
            "points: 2\n        also: [2 c, {answer: 2 (c}]\n",
            "15:34: The key “2 (c” cannot be read: The bracket “(” is not closed before the end.",
            id="further key that cannot be read",
        ),
        pytest.param(
            "'-key'",
            "'-(key'",
            "22:89: The key “-(key” cannot be read: The bracket “(” is not closed before the end.",
            id="convention that cannot be read",
        ),
        pytest.param(
            "key: explode}",
            "key: explode, conventions: {turned: '-key'}}",
            "21:82: “-key” turns the signs of the key, and this key has none. Write the other key out.",
            id="convention of words",
        ),
        pytest.param(
            "key: explode}",
            "key: implode}",
            "21:51: The key “implode” is none of the options: explode, vanish.",
            id="key that is no option",
        ),
        pytest.param(
            "key: explode}",
            "key: explode, known: [{answer: stay}]}",
            "21:77: The key “stay” is none of the options: explode, vanish.",
            id="known mistake that is no option",
        ),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "piecewise: {n: 0, n >= 0: 1}",
            "13:21: “n” is no condition. Write one such as 0 <= n < 7.",
            id="piece without a condition",
        ),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "piecewise: {n <: 0, n >= 0: 1}",
            f"13:24: The key “n <” cannot be read: {OPERAND} the end.",
            id="condition that cannot be read",
        ),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "piecewise: {n < 0: 0, n >= 0: '2 ^'}",
            f"13:43: The key “2 ^” cannot be read: {OPERAND} the end.",
            id="piece that cannot be read",
        ),
        pytest.param("n: integer", "n: integre", f"3:6: “integre” is not a domain. {DOMAINS}", id="unknown domain"),
        pytest.param(
            "n: integer", "n: real in (1, 0)", f"3:6: “real in (1, 0)” is not a domain. {DOMAINS}", id="empty range"
        ),
        pytest.param(
            "n: integer",
            "2n: integer",
            "3:3: “2n” cannot be the name of a symbol. Write a letter or a word, such as x, d_out or sigma_x.",
            id="name of a symbol",
        ),
        pytest.param(
            "n: integer", "n n: integer", "3:3: A name stands twice in this line. Keep one of them.", id="symbol twice"
        ),
        pytest.param(
            "c: positive", "c n: positive", "4:3: “n” is declared twice here. Keep one of them.", id="symbol again"
        ),
        pytest.param(
            "x y: {function of: n}",
            "x y: {function of: n, indexed by: i}",
            "6:3: A name is a function or has indices, not both. Remove “function of” or “indexed by”.",
            id="function with indices",
        ),
        pytest.param(
            "x y: {function of: n}",
            "x y: {function of: n, domain: integer}",
            "6:3: The values of a function have no domain here. Remove “domain”.",
            id="domain of a function",
        ),
        pytest.param(
            "points: 2",
            "points: 2\n        symbols: {k: whole}",
            f"15:22: “whole” is not a domain. {DOMAINS}",
            id="bad symbol of an item",
        ),
        pytest.param(
            "points: 2\n",
            'points: 2\n        target: "dw_{h,l"\n',
            "15:17: The target “dw_{h,l” cannot be read: The bracket “{” is not closed before the end.",
            id="target that cannot be read",
        ),
        pytest.param(
            "{answer: c d_out^2 d_in, points: 1}",
            "{answer: c d_out^2 d_in, points: 2}",
            f"16:46: A known mistake cannot earn 2 of 2 points. {UNDER_ALSO}",
            id="known mistake that earns all",
        ),
        pytest.param(
            "{flipped: '-key'}",
            "{flipped: {key: '-key', points: 3/2}}",
            f"22:105: An answer under another convention cannot earn 1.5 of 1 points. {UNDER_ALSO}",
            id="convention that earns more",
        ),
        pytest.param(
            "points: 2\n",
            "points: 0\n",
            f"16:46: A known mistake cannot earn 1 of 0 points. {UNDER_ALSO}",
            id="known mistake of an item without points",
        ),
        pytest.param(
            "points: 2\n",
            "points: 2\n        near: {sing: 50%}\n",
            "15:16: “sing” is no diagnosis. Did you mean “sign”?",
            id="credit for no diagnosis",
        ),
        pytest.param(
            "points: 2\n",
            "points: 2\n        near: {forgotten_brackets: 50%}\n",
            "15:16: “forgotten_brackets” is no diagnosis. Known here: letter_case, unknown_symbol, missing_floor, sign, reciprocal, "
            "percent, power_of_ten, rounded, degrees, swapped_symbols, off_by_one, constant_factor ….",
            id="credit for what is known otherwise",
        ),
        pytest.param(
            "points: 2\n",
            "points: 2\n        follows: {y: 2g.outptu}\n",
            "15:22: There is no item “2g.outptu”. Did you mean “2g.output”?",
            id="follows what is not there",
        ),
        pytest.param(
            "points: 2\n",
            "points: 2\n        follows: {y: 2g.output}\n",
            "15:22: “2g.output” does not stand before this item. An item follows only what was asked before it.",
            id="follows what comes later",
        ),
        pytest.param(
            "points: 2\n",
            "points: 2\n        follows: {y: 1a.runtime}\n",
            "15:22: An item cannot follow itself.",
            id="follows itself",
        ),
        pytest.param(
            "n: integer\n",
            "n: whole\n  c_2 2c: real\n",
            "\n".join(
                [
                    f"3:6: “whole” is not a domain. {DOMAINS}",
                    "4:3: “2c” cannot be the name of a symbol. Write a letter or a word, such as x, d_out or sigma_x.",
                ]
            ),
            id="several at once",
        ),
    ],
)
def test_a_wrong_meaning_is_told_at_its_place(written: str, instead: str, lines: str, told: Callable[[str, str], str]):
    assert told(written, instead) == lines


def test_a_part_is_not_called_as_an_item_of_another_part_is():
    item = "{title: a number, numeric: 5}"
    text = f"rubric: demo\nparts:\n  1:\n    items: {{2: {item}}}\n  1.2:\n    items: {{x: {item}}}\n"
    with pytest.raises(RubricError, match=r"5:3.*“1.2” is also an item of another part"):
        load_rubric_text(text)
