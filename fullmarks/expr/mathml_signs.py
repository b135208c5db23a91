"""Signs in MathML: relations, set operations, operations on arrays, constants."""

from __future__ import annotations

MINUS = "−"
DOT = "⋅"
TIMES = "\u2062"
"""The product of what stands side by side; nobody sees it, and a screen reader says “times”."""
APPLIED = "\u2061"
"""Between a function and its argument, as invisible."""

RELATIONS = {
    "=": "=",
    "!=": "≠",
    "<": "<",
    "<=": "≤",
    ">": ">",
    ">=": "≥",
    "in": "∈",
    "not in": "∉",
    "approx": "≈",
    "proportional": "∝",
    "subset": "⊂",
    "to": "→",
}
SET_SIGNS = {"union": "∪", "intersection": "∩", "difference": "∖"}
OPERATIONS = {"*": "∗"}
CONSTANTS = {
    "pi": "π",
    "infinity": "∞",
    "emptyset": "∅",
    "reals": "ℝ",
    "integers": "ℤ",
    "naturals": "ℕ",
    "rationals": "ℚ",
    "complexes": "ℂ",
}
WRAPPED = {"abs": "||", "floor": "⌊⌋", "ceil": "⌈⌉", "norm": "‖‖"}
"""Functions that are written as brackets."""
FUNCTION_NAMES = {"asin": "arcsin", "acos": "arccos", "atan": "arctan", "log": "ln", "gamma": "Γ"}
