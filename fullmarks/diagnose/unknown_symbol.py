"""Unknown symbol: the answer uses one that is neither in the key nor declared, perhaps a letter that only looks like a known one."""

from __future__ import annotations

from fullmarks.diagnose.names import known_symbols
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis

CODE = "unknown_symbol"

_CYRILLIC = dict(zip("аеорсухіјѕԁһАВЕКМНОРСТХІЈЅ", "aeopcyxijsdhABEKMHOPCTXIJS", strict=True))
_GREEK_NAMES = (
    "alpha:a gamma:y epsilon:e eta:n iota:i kappa:k nu:v omicron:o rho:p sigma:o tau:t upsilon:u chi:x omega:w mu:u"
)
_GREEK = {
    **dict(pair.split(":") for pair in _GREEK_NAMES.split()),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
}
LOOK_ALIKES = {**_CYRILLIC, **_GREEK}
"""A letter by what it is easily taken for."""


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """Names what is unknown, and what it looks like."""
    known = known_symbols(expected, trial.assumptions)
    unknown = sorted(symbols(answer) - known)
    if not unknown:
        return None
    listed = ", ".join(unknown)
    sentence = f"{listed} {'is' if len(unknown) == 1 else 'are'} not among the symbols of this question."
    for name in unknown:
        if (meant := _looks_like(name)) in known:
            sentence += f" {name} looks like {meant}, but is another letter."
    return Diagnosis(CODE, sentence, sentence, (("symbols", listed),))


def _looks_like(name: str) -> str:
    base, mark, subscript = name.partition("_")
    return _latin(base) + mark + _latin(subscript)


def _latin(word: str) -> str:
    return LOOK_ALIKES.get(word) or "".join(_CYRILLIC.get(letter, letter) for letter in word)


NEAR_MISS = NearMiss(CODE, explain)
