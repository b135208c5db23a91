"""The table of spellings: which command, character or word stands for which token."""

from __future__ import annotations

from fullmarks.expr.functions import ALIASES, FUNCTIONS, GREEK

Meaning = tuple[str, str]
"""A token's kind and value."""


def _kind(kind: str, table: dict[str, str]) -> dict[str, Meaning]:
    return {spelling: (kind, value) for spellings, value in table.items() for spelling in spellings.split()}


CHARACTERS: dict[str, Meaning] = {
    **{c: ("operator", c) for c in "+-*·×/^_!%±∓':°⋆⊙⊗@"},
    "÷": ("operator", "/"),
    "=": ("relation", "="),
    "<": ("relation", "<"),
    ">": ("relation", ">"),
    **{c: ("open", c) for c in "([⌊⌈"},
    **{c: ("close", c) for c in ")]⌋⌉"},
    **{c: ("bar", c) for c in "|‖"},
    **{c: ("separator", c) for c in ",;&"},
    **_kind("relation", {"≤ ⩽ ≦": "<=", "≥ ⩾ ≧": ">=", "≠": "!=", "≈ ≃ ≅ ∼ ≐": "approx", "∝": "proportional", "∈": "in", "⊂ ⊆": "subset",
                         "→ ↦ ⟶ ⟼": "to", "≡ ≔ ← ⟵": "="}),
    **_kind("sets", {"∪ ⋃": "union", "∩ ⋂": "intersection", "∖": "difference"}),
    **_kind("logic", {"∧": "and", "∨": "or", "¬": "not"}),
    **_kind("keyword", {"⇒ ⟹ ∴ ⇔ ⟺": "implies", "… ⋯ ⋮ ⋱": "dots"}),
    **_kind("constant", {"∞": "infinity", "∅": "emptyset", "ℝ": "reals", "ℤ": "integers", "ℕ": "naturals", "ℚ": "rationals", "ℂ": "complexes"}),
    **_kind("command", {"√": "sqrt", "∛": "cbrt", "∑": "sum", "∏": "prod", "∫": "int"}),
    "∂": ("symbol", "partial"),
    "∇": ("symbol", "nabla"),
    "ℓ": ("symbol", "ell"),
    "⊤": ("symbol", "top"),
}  # fmt: skip
"""Single characters."""

DIGRAPHS: dict[str, Meaning] = {
    "**": ("operator", "^"),
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
    "||": ("bar", "‖"),
    "+-": ("operator", "±"),
}
"""Signs of two characters."""

TRIGRAPHS: dict[str, Meaning] = {
    "==>": ("keyword", "implies"),
    "<=>": ("keyword", "implies"),
    "...": ("keyword", "dots"),
    "+/-": ("operator", "±"),
    "|->": ("relation", "to"),
}
"""Signs of three characters."""

GREEK_CHARACTERS = dict(
    zip(
        "αβγδεζηθικλμνξορστυφχψωϵϑϕϱΓΔΘΛΞΠΣΥΦΨΩς",
        (
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron rho sigma tau upsilon phi chi psi omega "
            "epsilon theta phi rho Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega sigma"
        ).split(),
        strict=True,
    )
)
"""Greek letters by character (π is a constant, not among them)."""

_NOT_COMMANDS = {
    "root",
    "degrees",
    "re",
    "im",
    "transpose",
    "inverse",
    "rank",
    "round",
    "factorial",
    "erf",
    "conjugate",
    "mod",
    "norm",
    "abs",
    "floor",
}
COMMANDS: dict[str, Meaning] = {
    **{name: ("symbol", name) for name in GREEK},
    **{f"var{name}": ("symbol", name) for name in ("epsilon", "theta", "phi", "rho", "sigma", "kappa")},
    **{name: ("function", name) for name in FUNCTIONS if name not in _NOT_COMMANDS},
    **{alias: ("function", name) for alias, name in ALIASES.items() if alias not in {"cbrt", "nthroot", "binom"}},
    **_kind("operator", {"cdot bullet": "·", "times": "×", "div": "/", "ast": "*", "star": "⋆", "odot": "⊙", "otimes": "⊗",
                         "pm": "±", "mp": "∓", "prime": "'", "circ degree": "°",
                         "bmod mod pmod": "mod", "colon": ":", "%": "%"}),
    **_kind("relation", {"leq le leqslant leqq": "<=", "geq ge geqslant geqq": ">=", "neq ne": "!=", "lt": "<", "gt": ">", "in": "in",
                         "approx approxeq simeq sim cong doteq": "approx", "propto": "proportional",
                         "equiv coloneqq triangleq leftarrow longleftarrow gets": "=",
                         "subset subseteq": "subset", "to rightarrow mapsto longrightarrow longmapsto": "to"}),
    **_kind("sets", {"cup bigcup": "union", "cap bigcap": "intersection", "setminus backslash": "difference"}),
    **_kind("logic", {"land wedge": "and", "lor vee": "or", "neg lnot": "not"}),
    **_kind("keyword", {"implies Rightarrow Longrightarrow therefore iff Leftrightarrow Longleftrightarrow": "implies",
                        "ldots dots cdots vdots ddots dotsc dotsb": "dots"}),
    **_kind("constant", {"infty": "infinity", "pi": "pi", "emptyset varnothing": "emptyset", "R": "reals", "Z": "integers", "N": "naturals",
                         "Q": "rationals", "C": "complexes"}),
    **_kind("open", {"lfloor": "⌊", "lceil": "⌈", "lbrace {": "{", "lbrack": "[", "langle": "("}),
    **_kind("close", {"rfloor": "⌋", "rceil": "⌉", "rbrace }": "}", "rbrack": "]", "rangle": ")"}),
    **_kind("bar", {"vert lvert rvert mid": "|", "Vert lVert rVert |": "‖"}),
    **_kind("command", {"frac dfrac tfrac cfrac": "frac", "sqrt": "sqrt", "binom dbinom tbinom": "binom", "sum": "sum", "prod": "prod",
                        "int": "int", "lim": "lim", "begin": "begin", "end": "end", "boxed fbox": "group", "underbrace overbrace": "under",
                        "substack": "group", "nicefrac sfrac": "frac"}),
    "&": ("separator", "&"),
    "_": ("operator", "_"),
    "dagger": ("operator", "'"),
    **_kind("symbol", {"top intercal": "top"}),
    "lg": ("function", "log"),
    "imath": ("constant", "i"),
    "#": ("word", "#"),
}  # fmt: skip
"""LaTeX commands by name."""

SKIPPED_COMMANDS = frozenset(
    "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle limits nolimits "
    "quad qquad hline rm bf it , ; : ! > / ( ) [ ] $ thinspace medspace thickspace enspace space allowbreak break nonumber notag par "
    "normalsize large small centering noindent mathstrut strut".split()
) | {" ", "\n", "\t"}
"""Commands that are only layout."""

SKIPPED_WITH_GROUP = frozenset("tag label hspace vspace phantom hphantom vphantom color kern mspace".split())
"""Commands that are only layout, with their argument."""

FONTS = frozenset(
    "mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm pmb vec overrightarrow underline cancel textcolor bold "
    "ensuremath mathop mathbin mathrel mathord".split()
)
"""Commands whose argument means the same without them."""

ACCENTS = {"hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde", "dot": "dot", "ddot": "ddot",
           "check": "check", "breve": "breve"}  # fmt: skip
"""Accents over a letter make another symbol."""

TEXT_COMMANDS = frozenset(
    "text textrm textbf textit texttt textsf mathrm operatorname mbox hbox textup textnormal emph textsc".split()
)
"""Commands whose argument is words."""

WORDS: dict[str, Meaning] = {
    **_kind("logic", {"and": "and", "or": "or", "not": "not"}),
    **_kind("keyword", {"if for when where whenever": "if", "otherwise else elsewhere": "otherwise", "implies": "implies"}),
    **_kind("constant", {"pi": "pi", "infinity inf oo Infinity infty": "infinity", "undefined DNE": "undefined", "emptyset": "emptyset", "True true": "true",
                       "False false": "false"}),
    **_kind("sets", {"union cup": "union", "intersect intersection cap": "intersection"}),
    **_kind("relation", {"in": "in"}),
    **_kind("operator", {"mod": "mod", "pm": "±", "degrees deg degree": "°", "percent": "%", "times": "×"}),
    **_kind("command", {"sqrt": "sqrt", "cbrt": "cbrt", "root": "nthroot", "nthroot": "nthroot", "sum Sum": "sum", "prod product Product Prod": "prod",
                        "int integral integrate Integral": "int", "lim limit Limit": "lim", "piecewise Piecewise": "piecewise", "diff": "diff",
                        "Matrix array matrix ImmutableMatrix": "matrix"}),
    **{name: ("function", name) for name in FUNCTIONS if name not in {"sqrt", "root", "mod"}},
    **{alias: ("function", name) for alias, name in ALIASES.items() if alias not in {"cbrt", "nthroot", "Gamma"}},
    "lg": ("function", "log"),
    **{name: ("symbol", name) for name in GREEK if name not in {"partial", "nabla"}},
    "choose": ("operator", "choose"),
}  # fmt: skip
"""Words of plain text; what a rubric declares goes before them."""

SUPERSCRIPTS = dict(
    zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴸᴺ", "0123456789+-=()niTabcdefghjklmoprstuvwxyzLN", strict=True)
)
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx", strict=True))

UNITS = frozenset(
    "cm mm km nm dm kg mg ng lb lbs oz ft mi yd mph kph km/h kmh hr hrs min mins sec secs ms ns Hz kHz MHz GHz Pa kPa MPa kJ kcal cal kW MW mol "
    "mmol eV keV MeV mL ml kN rad rads meter meters metre metres centimeter centimeters centimetre centimetres kilometer kilometers kilometre kilometres "
    "inch inches foot feet mile miles yard yards gram grams kilogram kilograms second seconds minute minutes hour hours day days week weeks month "
    "months year years liter liters litre litres joule joules newton newtons watt watts volt volts amp amps ampere amperes ohm ohms pascal pascals "
    "kelvin celsius fahrenheit dollar dollars cent cents euro euros radian radians unit units square cubic per people students bits bytes".split()
)
"""Words that are units after a number, never symbols unless declared."""

STYLES_OF_MATRIX = frozenset("matrix bmatrix pmatrix Bmatrix smallmatrix array vmatrix Vmatrix".split())
ALIGNED = frozenset(
    "aligned align align* gathered gather gather* equation equation* split eqnarray eqnarray* multline multline* displaymath math".split()
)
CASES = frozenset("cases dcases rcases cases* dcases*".split())

SHORT_WORDS = frozenset(
    "am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we all and any are but can did for get had has her "
    "him his how its let may new not now off old one our out own per set she six ten the too two use was way who why yes you".split()
)
"""Short words of English, which are never products of letters."""
