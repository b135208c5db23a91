"""The table of words: which word of plain text stands for which token, and which words are only English."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.expr.functions import ALIASES, FUNCTIONS, GREEK
from fullmarks.read.characters import meanings
from fullmarks.read.tokens import Meaning

CAPITALISED = {
    name.capitalize(): name
    for name in FUNCTIONS
    if name.isalpha() and name not in {"gamma", "re", "im", "rank", "mod", "root"}
} | {
    "Ln": "log",
    "ArcSin": "asin",
    "ArcCos": "acos",
    "ArcTan": "atan",
    "Factorial": "factorial",
    "Det": "det",
    "Tr": "trace",
    "Mod": "mod",
    "GCD": "gcd",
    "LCM": "lcm",
}
"""Functions as algebra systems write them, with a bracket behind: ``Sin[x]``."""

WORDS: dict[str, Meaning] = {
    **meanings("logic", {"and": "and", "or": "or", "not": "not"}),
    **meanings(
        "keyword", {"if for when where whenever": "if", "otherwise else elsewhere": "otherwise", "implies": "implies"}
    ),
    **meanings(
        "constant",
        {
            "pi Pi": "pi",
            "infinity inf oo Infinity infty Inf INF INFINITY": "infinity",
            "undefined DNE NaN": "undefined",
            "emptyset EmptySet": "emptyset",
            "True true TRUE": "true",
            "False false FALSE": "false",
            "reals Reals": "reals",
            "integers Integers": "integers",
            "naturals Naturals": "naturals",
            "rationals Rationals": "rationals",
            "complexes Complexes": "complexes",
        },
    ),
    **meanings("sets", {"union cup": "union", "intersect intersection cap": "intersection"}),
    **meanings("relation", {"in": "in"}),
    **meanings("sign", {"pm": "±"}),
    "to": ("colon", ":"),
    **meanings("times", {"mod": "mod", "times": "×", "choose": "choose"}),
    **meanings("postfix", {"percent": "%"}),
    **meanings("sqrt", {"sqrt Sqrt": "sqrt"}),
    **meanings("cbrt", {"cbrt": "cbrt"}),
    **meanings("nthroot", {"root nthroot": "nthroot"}),
    **meanings("big", {"sum Sum": "sum", "prod product Product Prod": "product"}),
    **meanings("integral", {"int integral integrate Integral Integrate": "int"}),
    **meanings("limit", {"lim limit Limit": "lim"}),
    **meanings("piecewise", {"piecewise Piecewise": "piecewise"}),
    **meanings("diff", {"diff": "diff"}),
    **meanings("matrix", {"Matrix array matrix ImmutableMatrix": "matrix"}),
    **meanings(
        "record",
        {
            "Fraction": "Fraction",
            "Rational": "Rational",
            "Eq": "Eq",
            "FiniteSet": "FiniteSet",
            "Interval": "Interval",
            "Union": "Union",
            "minf": "minf",
        },
    ),
    **{alias: ("function", name) for alias, name in CAPITALISED.items()},
    **{name: ("function", name) for name in FUNCTIONS if name not in {"sqrt", "root", "mod"}},
    **{alias: ("function", name) for alias, name in ALIASES.items() if alias not in {"cbrt", "nthroot", "Gamma"}},
    **meanings("postfix", {"degrees deg degree": "°"}),
    "lg": ("function", "log"),
    "cis": ("function", "cis"),
    "Cis": ("function", "cis"),
    **{name: ("symbol", name) for name in GREEK if name not in {"partial", "nabla", "Pi"}},
}
"""Words of plain text; what a rubric declares goes before them."""

FUNCTION_WORDS = tuple(sorted((word for word, (kind, _) in WORDS.items() if kind == "function"), key=len, reverse=True))
"""Names of functions, longest first, that may begin a run of letters: ``sinx``."""

NOT_IN_LATEX = frozenset(("in", "for", "if", "deg", "to"))
"""Words that are letters side by side among LaTeX's."""

SHORT_WORDS = frozenset(
    "am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we all and ans any are but can did for get had has her "
    "him his how its let may new not now off old one our out own per set she six ten the too two use was way who why yes you".split()
)
"""Short words of English, which are never products of letters."""

LEADS = frozenset(
    "is are be equals equal answer answers ans soln set "
    "get gives give obtain have find therefore thus so hence then result solution value namely "
    "becomes yields to as of order about approximately approx roughly around".split()
)
"""Words that an answer follows."""

WITHOUT_A_VALUE = frozenset(
    f"{lead}{words}"
    for lead in ("", "it ", "the limit ", "limit ", "this limit ", "the value ", "the derivative ")
    for words in ("does not exist", "doesn't exist", "is undefined", "is not defined", "not defined", "d.n.e", "dne")
) | {"no limit", "no limit exists", "there is no limit", "undefined"}
"""What says, as an answer of words alone or behind a formula, that there is no value."""

_TO_INFINITY = frozenset(
    f"{lead}{sign}infinity"
    for lead in (
        "",
        "it is ",
        "the limit is ",
        "limit is ",
        "it diverges to ",
        "diverges to ",
        "it tends to ",
        "tends to ",
    )
    for sign in ("", "positive ", "plus ", "negative ", "minus ")
)
INFINITE_WORDS = {words: -1 if "negative " in words or "minus " in words else 1 for words in _TO_INFINITY}
"""What says that a value grows, or falls, past all bounds, by the sign of infinity."""

REAL_NUMBERS = frozenset(
    f"{lead}{words}"
    for lead in ("", "the set of ", "x is ", "for ")
    for words in (
        "all real numbers", "all reals", "all real", "all real values", "all real x", "all real values of x",
        "any real number", "every real number", "the real numbers", "real numbers", "the reals",
    )
)  # fmt: skip
"""What says, as an answer of words alone, that every real number is meant."""

REFUSALS = frozenset("not wrong incorrect but unless except or maybe perhaps possibly false no".split())
"""Words that take back, or put in doubt, what stands before them."""

_CHANGING_BEFORE = frozenset(
    "half third quarter twice thrice double triple root minus negative than reciprocal inverse opposite".split()
)
_CHANGING_BEHIND = frozenset(
    "squared cubed factorial divided multiplied plus minus choose modulo raised halves thirds quarters fifths point".split()
)
_FACTORS = frozenset("two three four five six seven eight nine ten".split())
_CONNECTING = frozenset("of to as".split())
"""Words that an answer follows which another word may rule: *half of*."""


def change_what_follows(words: Sequence[str]) -> bool:
    """Whether words make another value of the one behind them: *half of* 18, *minus* 18; not *half of 36 is* 18."""
    for word in reversed([word.lower() for word in words]):
        if word in LEADS - _CONNECTING:
            return False
        if word in _CHANGING_BEFORE:
            return True
    return False


def change_what_precedes(words: Sequence[str]) -> bool:
    """Whether words make another value of the one before them: 18 *squared*, 18 *divided by two*, 18 *over 2*."""
    lower = [word.lower().strip(".,;:!?") for word in words]
    if not lower:
        return False
    first, rest = lower[0], lower[1:]
    by_number = first == "over" and any(word.isdecimal() for word in rest)
    by_word = first == "times" and rest[:1] != [] and rest[0] in _FACTORS
    return first in _CHANGING_BEHIND or by_number or by_word or (first == "to" and "power" in rest)
