"""The table of signs: which character, or pair or three of them, stands for which token."""

from __future__ import annotations

from fullmarks.read.tokens import Meaning


def meanings(kind: str, table: dict[str, str]) -> dict[str, Meaning]:
    """One entry a spelling, where each row of the table names several spellings of one value."""
    return {spelling: (kind, value) for spellings, value in table.items() for spelling in spellings.split()}


CHARACTERS: dict[str, Meaning] = {
    **{c: ("sign", c) for c in "+-±∓"},
    **{c: ("times", c) for c in "*·×/⋆⊙⊗@"},
    **{c: ("postfix", c) for c in "!%'°"},
    "^": ("power", "^"),
    "÷": ("times", "/"),
    "_": ("subscript", "_"),
    ":": ("colon", ":"),
    **{c: ("open", c) for c in "([⌊⌈"},
    **{c: ("close", c) for c in ")]⌋⌉"},
    **{c: ("bar", c) for c in "|‖"},
    **{c: ("separator", c) for c in ",;&"},
    **meanings(
        "relation",
        {
            "=": "=",
            "<": "<",
            ">": ">",
            "≤ ⩽ ≦": "<=",
            "≥ ⩾ ≧": ">=",
            "≠": "!=",
            "≈ ≃ ≅ ∼ ≐": "approx",
            "∝": "proportional",
            "∈": "in",
            "∉": "not in",
            "⊂ ⊆": "subset",
            "→ ↦ ⟶ ⟼": "to",
            "≡ ≔ ← ⟵": "=",
        },
    ),
    **meanings("sets", {"∪ ⋃": "union", "∩ ⋂": "intersection", "∖": "difference"}),
    **meanings("logic", {"∧": "and", "∨": "or", "¬": "not"}),
    **meanings("keyword", {"⇒ ⟹ ∴ ⇔ ⟺": "implies"}),
    **meanings("dots", {"… ⋯ ⋮ ⋱": "dots"}),
    **meanings(
        "constant",
        {
            "∞": "infinity",
            "∅": "emptyset",
            "ℝ": "reals",
            "ℤ": "integers",
            "ℕ": "naturals",
            "ℚ": "rationals",
            "ℂ": "complexes",
        },
    ),
    **{sign: (kind, kind) for sign, kind in {"√": "sqrt", "∛": "cbrt"}.items()},
    "∑": ("big", "sum"),
    "∏": ("big", "product"),
    "∫": ("integral", "int"),
    "∂": ("symbol", "partial"),
    "∇": ("symbol", "nabla"),
    "ℓ": ("symbol", "ell"),
    "⊤": ("symbol", "top"),
}
"""Single characters."""

LONGER: dict[str, Meaning] = {
    "**": ("power", "^"),
    "//": ("times", "//"),
    "<=": ("relation", "<="),
    ">=": ("relation", ">="),
    "=<": ("relation", "<="),
    "=>": ("keyword", "implies"),
    "<>": ("relation", "!="),
    "!=": ("relation", "!="),
    "/=": ("relation", "!="),
    "==": ("relation", "="),
    ":=": ("relation", "="),
    "~=": ("relation", "approx"),
    "->": ("relation", "to"),
    "&&": ("logic", "and"),
    "+-": ("sign", "±"),
    "==>": ("keyword", "implies"),
    "<=>": ("keyword", "implies"),
    "...": ("dots", "dots"),
    "+/-": ("sign", "±"),
    "|->": ("relation", "to"),
}
"""Signs of two or three characters."""

BEGIN_LONGER = frozenset(sign[0] for sign in LONGER)
"""Characters that may begin a longer sign."""

GREEK_CHARACTERS = dict(
    zip(
        "αβγδεζηθικλμνξορστυφχψωϵϑϕϱΓΔΘΛΞΠΣΥΦΨΩς",
        (
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron rho sigma tau upsilon phi chi "
            "psi omega epsilon theta phi rho Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega sigma"
        ).split(),
        strict=True,
    )
)
"""Greek letters by character (π is a constant, not among them)."""

SUPERSCRIPTS = dict(
    zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴸᴺ", "0123456789+-=()niTabcdefghjklmoprstuvwxyzLN", strict=True)
)
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx", strict=True))
"""Raised and lowered characters, by the characters that they are."""
