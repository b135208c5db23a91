"""The near misses, in the order in which they are tried: the most particular first, so that the first that is true explains most."""

from __future__ import annotations

from fullmarks.diagnose import (
    constant_factor,
    degrees,
    entries_wrong,
    extra_factor,
    extra_term,
    letter_case,
    missing_factor,
    missing_floor,
    missing_term,
    off_by_one,
    percent,
    reciprocal,
    rooted,
    rounded,
    rows_reversed,
    sign,
    squared,
    swapped_symbols,
    transposed,
    unknown_symbol,
    wrong_power_of_ten,
)

OF_VALUES = (
    letter_case.NEAR_MISS,
    unknown_symbol.NEAR_MISS,
    missing_floor.NEAR_MISS,
    sign.WHOLE,
    reciprocal.NEAR_MISS,
    percent.NEAR_MISS,
    wrong_power_of_ten.NEAR_MISS,
    rounded.NEAR_MISS,
    degrees.NEAR_MISS,
    swapped_symbols.NEAR_MISS,
    sign.TERM,
    off_by_one.NEAR_MISS,
    constant_factor.NEAR_MISS,
    squared.NEAR_MISS,
    rooted.NEAR_MISS,
    missing_factor.NEAR_MISS,
    extra_factor.NEAR_MISS,
    missing_term.NEAR_MISS,
    extra_term.NEAR_MISS,
)
"""Of one value."""

OF_ARRAYS = (transposed.NEAR_MISS, rows_reversed.NEAR_MISS, constant_factor.OF_ARRAY)
"""Of matrices and lists in order, before their entries are looked at one by one."""

OF_ENTRIES = entries_wrong.NEAR_MISS
"""Of matrices and lists in order, when nothing else explains them."""

CODES = tuple(dict.fromkeys(miss.code for miss in (*OF_VALUES, *OF_ARRAYS, OF_ENTRIES)))
"""All codes of near misses, in order."""
