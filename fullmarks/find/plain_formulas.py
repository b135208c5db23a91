"""Formulas that stand in plain text without any delimiter, as in ``so t = 2*c*n^2``.

A run of words that can only be mathematics: numbers, operators, single letters, declared symbols and known functions. Prose
ends a run; what punctuation belongs to the sentence is left out of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from fullmarks.errors import Span
from fullmarks.expr.units import is_unit_name
from fullmarks.regex import regex

_FUNCTIONS = frozenset(
    "sqrt root cbrt log ln lg exp sin cos tan cot sec csc asin acos atan arcsin arccos arctan sinh cosh tanh floor ceil max "
    "min abs det tr rank sum prod lim mod gcd lcm inf infinity oo pi theta alpha beta gamma delta epsilon eta lambda mu nu rho "
    "sigma tau phi chi psi omega sign sgn diag flip conv correlate choose".split()
)
# Words that hold the branches of a function together.
_CONNECTIVES = frozenset("if for otherwise else when and".split())
_ARTICLES = frozenset("a A I".split())

_ATOM = regex(
    r"(?P<command>\\[a-zA-Z]+|\\.)"
    r"|(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?(?:[eE][-+]?\d+)?%?|\.\d+)"
    r"|(?P<word>(?:[^\W\d_]|[⁰¹²³⁴-⁹₀-₉ₐ-ₜᵢⱼ])[\w⁰¹²³⁴-⁹ⁿˣ₀-₉ₐ-ₜᵢⱼ]*(?:_(?:\{[^{}\s]{0,40}\}|\w+))?'*)"
    r"|(?P<super>[⁰¹²³⁴-⁹⁺⁻ⁿˣ½⅓¼¾⅔∞√π°]+)"
    r"|(?P<implies>={1,6}>)"
    r"|(?P<operator>\*\*|->|<=|>=|!=|==|\.\.\.|[-−+*/^=<>≤≥≈≠±×·÷∈∪∩→_|‖&⌊⌋⌈⌉∑∏∫∂∇'′!])"
    r"|(?P<bracket>[()\[\]{}])"
    r"|(?P<comma>[,;])"
    r"|(?P<space>\s+)"
    r"|(?P<other>.)"
)
# Prose without any of these holds no formula; most prose is told so at once.
_MAYBE = regex(
    r"[\d=^*/+<>≤≥×·÷√∞½⅓¼¾⅔²³⁰-⁹ⁿˣ_∪∈]|\w\(|[−-]\s?\w|(?<![\w'’])[b-zB-HJ-Zα-ωΑ-Ω](?!\w)|\b(?:pi|oo|infinity|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|rho|sigma|tau|phi|omega)\b"
)
_STRONG = regex(r"[\d=^*/+<>≤≥×·÷√∞½⅓¼¾⅔²³⁰-⁹ⁿˣ_∪∈]|\w\(|[−-]\s?\w")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_PAIRS = {")": "(", "]": "[", "}": "{"}


def plain_formulas(
    covered: str, span: Span, symbols: frozenset[str] = frozenset(), *, connectives: bool = False
) -> Iterator[Span]:
    """The runs of mathematics within a span; with ``connectives``, ``0 if n < 0, 1 otherwise`` is one run."""
    if not _MAYBE.search(covered, span.start, span.end):
        return
    run: list[re.Match[str]] = []
    for atom in _ATOM.finditer(covered, span.start, span.end):
        if (
            "\n" in atom.group()
            and _NEXT_EQUATION.match(covered, atom.end())
            and any("=" in one.group() for one in run)
        ):
            yield from _trimmed(covered, run)
            run = []
            continue
        if _is_mathematics(atom, covered, symbols) or (connectives and atom.group().lower() in _CONNECTIVES and run):
            run.append(atom)
            continue
        yield from _trimmed(covered, run)
        run = []
    yield from _trimmed(covered, run)


_NAMES_A_VALUE = regex(r"\([^()\n=]{1,30}\)[ ]?=")
"""What follows the name of a value that is given at once: the (N) = of “Var(N) = 30”."""
_MEASURED = regex(r"\d[ ]?\Z")
_GOES_ON = regex(r"[ ]?(?:[=*/·×+^)]|[-−]\s)")


_SHORTENED = frozenset("s t m d re ll ve".split())
"""What stands behind an apostrophe: it's, don't."""
_LABEL = regex(r"[A-Z]\d[ ](?=\d)")
"""A name before a number, which it labels: the F1 of “F1 0.8”."""
_PROSE_FOLLOWS = regex(r"\s+[a-z]{2,}(?![\w(])")
_NEXT_EQUATION = regex(r"[^\W\d]\w{0,20}'?(?:\([^()\n]{0,20}\))?[ \t]*=(?![=>])")
"""A line that begins with a left side of its own."""


def _is_mathematics(atom: re.Match[str], covered: str, symbols: frozenset[str]) -> bool:
    if atom.lastgroup != "word":
        return atom.lastgroup not in ("other", "implies")
    word = atom.group()
    following = covered[atom.end() : atom.end() + 1]
    if covered[atom.start() - 1 : atom.start()] in ("'", "’") and word in _SHORTENED:
        return False
    if word in _ARTICLES:
        # “a 3 × 3 map” has an article, “a*n” a factor.
        before = covered[max(0, atom.start() - 2) : atom.start()]
        around = before.strip() + covered[atom.end() : atom.end() + 2].strip()
        if before.strip() in (",", "(", "") and _PROSE_FOLLOWS.match(covered, atom.end()):
            return False  # “5, I believe”
        factor = word in symbols and (following in ("_", "^", "²") or before.strip().isdigit())
        return factor or re.search(r"[-+*/^=<>(),×·]", around) is not None
    if following == "(" and _NAMES_A_VALUE.match(covered, atom.end()):
        return True
    if len(word) == 1 or word in symbols or word.lower() in _FUNCTIONS or _GREEK_LETTER.search(word):
        return True
    if _LABEL.match(covered, atom.start()) and word not in symbols:
        return False
    if "_" in word or (following in ("^", "(") and len(word) <= 2):
        return True
    if re.fullmatch(r"(?:[xX]\d+)+", word) and covered[atom.start() - 1 : atom.start()].isdigit():
        return True
    if re.fullmatch(r"[A-Za-zα-ωΑ-Ω]{1,2}[\d₀-₉⁰-⁹²³ⁿˣ]+'*", word) or re.search(r"[⁰¹²³⁴-⁹ⁿˣ₀-₉]", word):
        return True
    measured = _MEASURED.search(covered[max(0, atom.start() - 12) : atom.start()]) is not None
    if measured and _GOES_ON.match(covered, atom.end()) and len(word) > 1 and is_unit_name(word):
        # “2 kOhm * 1 uF”, “12 volts / 3”: a unit within a calculation.
        return True
    if len(word) > _MOST_FACTORS or not symbols or not all(letter in symbols for letter in word):
        return False
    # “(wx - y)”, “2gh”: small letters are a product where they stand in a formula.
    return (
        not word.islower()
        or covered[max(0, atom.start() - 1) : atom.start()] in tuple("0123456789(*/^√")
        or following in tuple("*/^)")
    )


_MOST_FACTORS = 5
"""Letters that may stand side by side as a product."""


_EMPHASIS = regex(r"(?<![^\s(=:])(?:\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__)(?![^\s.,;:)|=])")


def without_emphasis(said: str) -> str:
    """A formula without the stars of bold type, which have space on one side and none on the other: ``t = **5**``."""
    return _EMPHASIS.sub("", said)


def _trimmed(covered: str, run: Sequence[re.Match[str]]) -> Iterator[Span]:
    """The run without what belongs to the sentence: commas, open ends, a sentence's own brackets, single words."""
    run = _balanced(_without_loose_ends(run))
    if not run:
        return
    start, end = run[0].start(), run[-1].end()
    if covered[start : start + 2] == "( " and covered[end - 2 : end] == " )":
        # \\( … \\) that has lost its backslashes.
        start, end = start + 2, end - 2
    said = without_emphasis(covered[start:end]).strip()
    if (
        _STRONG.search(said)
        or _APPLIED.search(said)
        or _LETTERS_IN_ORDER.fullmatch(said)
        or (len(said) <= 2 and said.isalpha() and said not in _ARTICLES)
        or said in _GREEK
    ):
        yield Span(start, end)


def _without_loose_ends(run: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    first, last = 0, len(run)
    while first < last and (run[first].lastgroup in ("space", "comma") or run[first].group() in _LOOSE_START):
        first += 1
    while last > first and (run[last - 1].lastgroup in ("space", "comma") or run[last - 1].group() in _LOOSE_END):
        last -= 1
    return run[first:last]


_LETTERS_IN_ORDER = regex(r"\((?:[^\W\d_]|\d+)(?:,[ ]?(?:[^\W\d_]|\d+)){1,5}\)")
"""``(n, h)``, a shape or a point."""
_APPLIED = regex(r"(?<![^\W\d_])(?:log|ln|lg|exp|sin|cos|tan|sqrt) [A-Za-z](?!\w)")
"""A function before a letter: the log n of “n log n”."""
_GREEK_LETTER = regex(r"[α-ωΑ-Ω∇∂]")
_GREEK = frozenset(
    "pi infinity oo alpha beta gamma delta epsilon eta theta lambda mu nu rho sigma tau phi chi psi omega".split()
)
_LOOSE_START = frozenset("= * ** · × / ^ _ ) ] } → -> ≈ < > ≤ ≥ <= >= ! ' & : | choose".split()) - {"|"}
_LOOSE_END = frozenset("= * ** · × / ^ _ ( [ { + - − → -> ≈ < > ≤ ≥ <= >= & : and for if when choose".split())


def _balanced(run: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The longest stretch whose brackets are all opened and closed within it."""
    open_at: list[int] = []
    cuts = [-1]
    for place, atom in enumerate(run):
        if atom.group() in _OPENING:
            open_at.append(place)
        elif atom.group() in _CLOSING:
            if open_at and _matches(run[open_at[-1]].group(), atom.group()):
                open_at.pop()
            else:
                cuts.append(place)
    cuts = sorted((*cuts, *open_at, len(run)))
    if len(cuts) == 2:
        return run
    stretches = [run[start + 1 : end] for start, end in itertools.pairwise(cuts)]
    return _without_loose_ends(max(stretches, key=len))


def _matches(opening: str, closing: str) -> bool:
    # Half-open intervals close with the other bracket.
    return _PAIRS[closing] == opening or (opening in "([" and closing in ")]")
