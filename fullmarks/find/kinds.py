"""What kind of thing a formula looks like, and whether that can answer an item. No reading: looks only."""

from __future__ import annotations

import re

from fullmarks.records import frozen
from fullmarks.regex import regex

_LONGEST = 20_000
"""Characters that looks are taken from; no answer is longer."""
_MATRIX = regex(
    r"\\begin\{(?:[bBpvV]?matrix|smallmatrix|array)\}|\[\s*\[|\(\s*\(\s*[-\d]|\[[^\[\],;&]*[,;&][^\[\]]*\]|\\langle|\\begin\{[bp]matrix\*\}"
    r"|\([^(),]*,[^()]*\)\s?(?:\^|ᵀ|')|\bdiag\b"
)
# Square brackets that hold the argument of an expectation or a variance, and list nothing.
_ARGUMENT = regex(
    r"(?:\\(?:mathbb|mathrm|operatorname|text)\s*\{\s*(?:E|V|P|Var|Cov|Std|SD|std)\s*\}|\b(?:E|V|P|Var|Cov|Std|SD|std))\s*"
    r"(?:\\left|\\[Bb]igg?l?)?\s*\["
)
# Nor do those behind a name: ``X[i:j, k]``.
_INDEXED = regex(r"(?!\\[Bb]ig)(?<![A-Za-z\\])\\?[A-Za-z]{1,3}\[")
_CASES = regex(
    r"\\begin\{(?:cases|dcases|rcases)\}|\\left\\?\{\s*\\begin\{(?:array|aligned|matrix)\}|\\lbrace\s*\\begin"
)
# Functions that put cases into one formula.
_STEP = regex(
    r"\bu\s?[(\[]|\\(?:max|min|mathbf\{1\}|mathbb\{1\}|lfloor|Theta|theta)(?![a-zA-Z])|\b(?:max|min|step|heaviside|floor)\s?\(|\bH\s?\(|⌊"
)
_CONDITION = regex(r"\b(?:if|when|for|otherwise|else|elsewhere)\b", re.IGNORECASE)
_TIMES = regex(r"\\times(?![a-zA-Z])|×|(?<=[\w)\]}])\s?[xX]\s?(?=[\w(\[{⌊])|(?<=[\w)\]}]\s)x(?=\s[\w(\[{⌊])|\bby\b")
_INEQUALITY = regex(r"\\(?:leq?|geq?|leqslant|geqslant|lt|gt|ll|gg|neq?)(?![a-zA-Z])|[<>≤≥≪≫≠]")
_ORDER = regex(r"\\(?:ll|gg|to|rightarrow|in|notin|sim)(?![a-zA-Z])|[≪≫→∈∼]")
_EQUALS = regex(r"(?<![<>!])=")
_LONE = regex(
    r"(?!\\(?:[dtc]?frac|sqrt|binom))\\?[A-Za-zα-ωΑ-Ω]+(?:_\{?[\w\\{},]*\}?|[\d₀-₉]+)?'*(?:\^\{?(?:T|\\top|\*|\\intercal)\}?)?"
)
_LONE_FONT = regex(r"\\(?:mathbf|mathrm|mathcal|boldsymbol|text|vec|bm|mathbb)\{[^{}]*\}(?:_\{?[\w\\{}]*\}?)?")
_SET = regex(r"\\?\{|\\emptyset|\\varnothing|∅")
_INTERVAL = regex(r"[(\[\]][^()\[\],]*,[^()\[\]]*[)\]\[]|\\cup|∪|\\mathbb\{?R|ℝ|\\emptyset")
_SIZE = regex(
    r"\s*(?:\d+|\\?[A-Za-z](?:_\{?[\w\\{}]+\}?)?)\s*(?:\\times|×|x)\s*(?:\d+|\\?[A-Za-z](?:_\{?[\w\\{}]+\}?)?)\s*"
)
# What gives a matrix by its general entry.
_INDICATOR = regex(r"\\(?:mathbb|mathbf|mathbbm|mathds)\s*\{?\s*[1I]|𝟙|\\arg\s*\\?max|arg\s*max|\b[1I]\s?[\[({]")
_ENTRY = regex(
    r"(?:\\partial|∂|\\nabla|∇|\\(?:mathrm|delta)\b|(?<![a-zA-Z])d\s?[a-zA-Z])[^=]{0,80}_[^=]{1,80}=.*_", re.DOTALL
)
_DIGIT = regex(r"\d|[⁰¹²³⁴-⁹]|[½⅓¼¾⅔]|\\infty|∞|\\pi|π|\bpi\b|\\frac|\bsqrt\b|√|\bzero\b|^e$|^\\?e\^")


@frozen
class Looks:
    """What a formula looks like."""

    matrix: bool
    cases: bool
    shape: bool
    """Several factors by ``×``, or a bracketed list."""
    equation: bool
    inequality: bool
    ordering: bool
    """``n ≫ m``, ``n → ∞``, ``x ∈ ℝ``: conditions rather than answers."""
    lone: bool
    """A symbol and nothing else."""
    size: bool
    """``n × m`` and nothing else: the size of something."""
    number: bool
    braces: bool
    interval: bool


def looks(text: str) -> Looks:
    """What a formula looks like; linear in its length."""
    said = text[:_LONGEST].strip()
    value = _last_side(said)
    return Looks(
        matrix=_MATRIX.search(_INDEXED.sub("(", _ARGUMENT.sub("(", said))) is not None or _is_rows(said),
        cases=_CASES.search(said) is not None,
        shape=_TIMES.search(value) is not None
        or re.match(r"\s*\\?(?:left)?\s*\(.*,.*\)\s*$", value, re.DOTALL) is not None,
        equation=_EQUALS.search(said) is not None,
        inequality=_INEQUALITY.search(said) is not None,
        ordering=_ORDER.search(said) is not None and not _EQUALS.search(said),
        lone=_LONE.fullmatch(said) is not None or _LONE_FONT.fullmatch(said) is not None,
        size=_SIZE.fullmatch(said) is not None,
        number=_DIGIT.search(value) is not None,
        braces=_SET.search(said) is not None,
        interval=_INTERVAL.search(said) is not None,
    )


def fits(wants: str, text: str, seen: Looks) -> bool:
    """Whether a formula of these looks can answer an item that wants such a thing."""
    match wants:
        case "matrix":
            return seen.matrix
        case "function":
            return not (seen.matrix or seen.ordering)
        case "unpooled":
            return seen.matrix or seen.cases or _INDICATOR.search(text) is not None or _ENTRY.search(text) is not None
        case "tuple":
            return (seen.shape and not seen.matrix) or _ROW_IN_BRACKETS.fullmatch(_last_side(text)) is not None
        case "vectors":
            return not seen.cases and (seen.matrix or seen.shape or seen.braces or seen.interval or seen.equation)
        case "number":
            return seen.number and not (seen.matrix or seen.size or seen.cases or seen.ordering)
        case "set":
            return not seen.cases and (seen.braces or not seen.ordering)
        case "interval":
            return seen.interval or seen.inequality or seen.ordering
        case "relation":
            return seen.equation or seen.inequality
        case "piecewise":
            return seen.cases or len(_CONDITION.findall(text)) >= 2 or _STEP.search(text) is not None
        case "function":
            return not (seen.matrix or seen.ordering)
        case _:
            return not (seen.matrix or seen.cases or seen.ordering or _POINT.fullmatch(text))


_POINT = regex(r"\s*\((?:\w+),\s*\w+(?:,\s*\w+)*\)\s*")


_ROW_IN_BRACKETS = regex(r"\s*(?:\\left)?\[[^\[\];&]*,[^\[\];&]*\]\s*")


def _last_side(text: str) -> str:
    """What stands after the last equals sign outside of braces; near enough for looks."""
    depth, last = 0, 0
    for place, letter in enumerate(text):
        if letter in "{([":
            depth += 1
        elif letter in "})]":
            depth -= 1
        elif letter == "=" and depth <= 0:
            last = place + 1
    return text[last:]


_ROW = regex(r"\s*(?:\|\s*)?[-−+]?\d[\d./]*(?:[ \t|,&]+[-−+]?\d[\d./]*)*\s*\|?\s*")


def _is_rows(text: str) -> bool:
    """Rows of numbers, one a line."""
    rows = [line for line in text.splitlines() if line.strip() and not re.fullmatch(r"[\s|:-]+", line)]
    return len(rows) >= 2 and all(_ROW.fullmatch(row) for row in rows)
