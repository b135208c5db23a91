"""Words of AsciiMath and Typst that stand for signs: ``x le 3``, ``2 xx 3``, ``(0, 1) uu (2, 3)``, ``x in RR``.

They are letters side by side as well, so they count only in plain text, apart from what is beside them, and where no declared names
spell them.
"""

from __future__ import annotations

from fullmarks.read.characters import meanings
from fullmarks.read.scan import Scan

_BETWEEN = {
    **meanings("relation", {"le": "<=", "ge": ">=", "lt": "<", "gt": ">", "ne": "!="}),
    **meanings("times", {"xx": "×", "cdot": "·", "dot": "·"}),
    **meanings("sets", {"uu": "union", "nn": "intersection", "setminus without": "difference"}),
}
_SETS = meanings("constant", {"RR": "reals", "ZZ": "integers", "NN": "naturals", "QQ": "rationals", "CC": "complexes"})
_BEFORE_SETS = frozenset(("in", "not in"))


def ascii_sign(scan: Scan, run: str, start: int) -> bool:
    """Emits the sign that a word stands for; False where it stands for none."""
    meaning = _BETWEEN.get(run) or _SETS.get(run)
    if meaning is None or scan.math or run in scan.names.meanings or scan.names.spells(run):
        return False
    end = start + len(run)
    if run in _SETS:
        stands_alone = not scan.tokens or scan.tokens[-1].value in _BEFORE_SETS
    else:
        apart = scan.text[start - 1 : start].isspace() and scan.text[end : end + 1].isspace()
        stands_alone = apart and scan.behind_operand() and bool(scan.text[end:].strip())
    if stands_alone:
        scan.mean(meaning, start, end)
    return stands_alone
