"""The table of LaTeX commands: which command stands for which token, which is only layout, and which changes its argument."""

from __future__ import annotations

from fullmarks.expr.functions import ALIASES, FUNCTIONS, GREEK
from fullmarks.read.characters import meanings
from fullmarks.read.tokens import Meaning

_NO_COMMANDS = frozenset(
    "root degrees re im transpose inverse rank round factorial erf conjugate mod norm abs floor".split()
)

COMMANDS: dict[str, Meaning] = {
    **{name: ("symbol", name) for name in GREEK},
    **{f"var{name}": ("symbol", name) for name in ("epsilon", "theta", "phi", "rho", "sigma", "kappa")},
    **{name: ("function", name) for name in FUNCTIONS if name not in _NO_COMMANDS},
    **{
        alias: ("function", name)
        for alias, name in ALIASES.items()
        if alias not in {"cbrt", "nthroot", "binom", "Gamma"}
    },
    "lg": ("function", "log"),
    **meanings("sign", {"pm": "±", "mp": "∓"}),
    **meanings(
        "times",
        {
            "cdot bullet": "·",
            "times": "×",
            "div": "/",
            "ast": "*",
            "star circledast": "⋆",
            "odot": "⊙",
            "otimes": "⊗",
            "bmod mod pmod": "mod",
        },
    ),
    **meanings("postfix", {"prime dagger": "'", "circ degree": "°", "%": "%"}),
    "_": ("subscript", "_"),
    "colon": ("colon", ":"),
    **meanings(
        "relation",
        {
            "leq le leqslant leqq": "<=",
            "geq ge geqslant geqq": ">=",
            "neq ne": "!=",
            "lt": "<",
            "gt": ">",
            "in": "in",
            "notin": "not in",
            "approx approxeq simeq sim cong doteq": "approx",
            "propto": "proportional",
            "equiv coloneqq triangleq leftarrow longleftarrow gets": "=",
            "subset subseteq": "subset",
            "to rightarrow mapsto longrightarrow longmapsto": "to",
            "not": "not",
        },
    ),
    **meanings(
        "sets", {"cup bigcup": "union", "cap bigcap": "intersection", "setminus backslash smallsetminus": "difference"}
    ),
    **meanings("logic", {"land wedge": "and", "lor vee": "or", "neg lnot": "not"}),
    **meanings(
        "keyword",
        {
            "implies Rightarrow Longrightarrow therefore iff Leftrightarrow Longleftrightarrow": "implies",
        },
    ),
    **meanings("dots", {"ldots dots cdots vdots ddots dotsc dotsb dotsm": "dots"}),
    **meanings(
        "constant",
        {
            "infty": "infinity",
            "pi": "pi",
            "emptyset varnothing": "emptyset",
            "R": "reals",
            "Z": "integers",
            "N": "naturals",
            "Q": "rationals",
            "C": "complexes",
            "imath": "i",
        },
    ),
    **meanings(
        "open", {"lfloor": "⌊", "lceil": "⌈", "lbrace {": "{", "lbrack": "[", "langle": "(", "lvert": "|", "lVert": "‖"}
    ),
    **meanings(
        "close",
        {"rfloor": "⌋", "rceil": "⌉", "rbrace }": "}", "rbrack": "]", "rangle": ")", "rvert": "|", "rVert": "‖"},
    ),
    **meanings("bar", {"vert mid": "|", "Vert |": "‖"}),
    **meanings("big", {"sum": "sum", "prod": "product"}),
    **meanings("integral", {"int": "int"}),
    **meanings("frac", {"frac dfrac tfrac cfrac nicefrac sfrac": "frac"}),
    **meanings("binom", {"binom dbinom tbinom": "binom"}),
    **meanings("group", {"boxed fbox": "boxed", "substack": "group"}),
    **meanings("under", {"underbrace overbrace": "under"}),
    **meanings("over", {"over": "over", "choose": "choose"}),
    "sqrt": ("sqrt", "sqrt"),
    "lim": ("limit", "lim"),
    "&": ("separator", "&"),
    **meanings("symbol", {"top intercal": "top", "imath": "i", "jmath": "j"}),
}
"""LaTeX commands by name."""

REFUSED_COMMANDS = frozenset("forall exists nexists".split())
"""Quantifiers: a statement about them is no answer that can be compared."""

SIZES = frozenset("left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm".split())
"""Commands that make the bracket behind them larger."""

SKIPPED_COMMANDS = frozenset(
    (
        "displaystyle textstyle scriptstyle limits nolimits quad qquad hline rm bf it , ; : ! > / ( ) [ ] thinspace "
        "medspace thickspace enspace space allowbreak break nonumber notag par normalsize large small centering "
        "noindent mathstrut strut"
    ).split()
) | {" ", "\n", "\t"}
"""Commands that are only layout."""

SKIPPED_WITH_GROUP = frozenset("tag label hspace vspace phantom hphantom vphantom color kern mspace".split())
"""Commands that are only layout, with their argument."""

FONTS = frozenset(
    "mathbf mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm pmb vec overrightarrow underline cancel textcolor bold "
    "ensuremath mathop mathbin mathrel mathord".split()
)
"""Commands whose argument means the same without them."""

ACCENTS = {
    **{name: name for name in ("hat", "bar", "tilde", "dot", "ddot", "check", "breve")},
    "widehat": "hat",
    "overline": "bar",
    "widetilde": "tilde",
}
"""Accents over a letter make another symbol."""

TEXT_COMMANDS = frozenset("text textrm textbf textit texttt textsf mbox hbox textup textnormal emph textsc".split())
"""Commands whose argument is words."""

NAME_COMMANDS = frozenset("mathrm operatorname operatorname* mathit".split())
"""Commands whose argument is a name, a unit or words."""

ALIGNED = frozenset(
    "aligned align align* gathered gather gather* equation equation* split eqnarray eqnarray* multline multline* displaymath "
    "math".split()
)
"""Environments that only lay out what stands in them."""

CASES = frozenset("cases dcases rcases cases* dcases*".split())
"""Environments of pieces with their conditions."""
