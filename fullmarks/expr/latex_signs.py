"""Signs in LaTeX: relations, set operations, operations on arrays, constants, brackets."""

from __future__ import annotations

RELATIONS = {
    "=": "=",
    "!=": r"\ne",
    "<": "<",
    "<=": r"\le",
    ">": ">",
    ">=": r"\ge",
    "in": r"\in",
    "not in": r"\notin",
    "approx": r"\approx",
    "proportional": r"\propto",
    "subset": r"\subset",
    "to": r"\to",
}
SET_SIGNS = {"union": r"\cup", "intersection": r"\cap", "difference": r"\setminus"}
OPERATIONS = {"⋆": r"\star", "⊙": r"\odot", "⊗": r"\otimes"}
CONSTANTS = {
    "pi": r"\pi",
    "infinity": r"\infty",
    "undefined": r"\text{undefined}",
    "emptyset": r"\varnothing",
    "reals": r"\mathbb{R}",
    "integers": r"\mathbb{Z}",
    "naturals": r"\mathbb{N}",
    "rationals": r"\mathbb{Q}",
    "complexes": r"\mathbb{C}",
    "true": r"\text{true}",
    "false": r"\text{false}",
}
BRACKETS = {
    "": "",
    **{sign: rf"\left{sign}" for sign in "(["},
    **{sign: rf"\right{sign}" for sign in ")]"},
    "{": r"\left\{",
    "}": r"\right\}",
}
