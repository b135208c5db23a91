r"""Numbers with units as the package siunitx sets them: ``\SI{80}{\milli\ampere}`` is ``80\,\text{mA}``."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

_USE = regex(
    r"\\(?:(?P<both>SI|qty)|(?P<unit>si|unit)|(?P<number>num))\s*(?:\[[^\[\]\n]{0,80}\])?\s*"
    r"\{(?P<first>[^{}\n]{1,80})\}(?:\s*\{(?P<second>(?:[^{}\n]|\{[^{}\n]{0,20}\}){1,120})\})?"
)
_PIECE = regex(r"\\(?P<name>[A-Za-z]+)|(?P<other>[^\\])")
_PREFIXES = {
    "pico": "p", "nano": "n", "micro": "μ", "milli": "m", "centi": "c", "deci": "d", "kilo": "k", "mega": "M", "giga": "G"
} | {"tera": "T", "hecto": "h"}  # fmt: skip
_UNITS = {
    "ampere": "A", "volt": "V", "ohm": "Ω", "watt": "W", "farad": "F", "henry": "H", "hertz": "Hz", "second": "s",
    "minute": "min", "hour": "h", "metre": "m", "meter": "m", "gram": "g", "newton": "N", "joule": "J", "pascal": "Pa",
    "kelvin": "K", "celsius": "°C", "degreeCelsius": "°C", "mole": "mol", "coulomb": "C", "tesla": "T", "litre": "L",
    "liter": "L", "bar": "bar", "candela": "cd", "radian": "rad", "electronvolt": "eV", "siemens": "S", "weber": "Wb",
}  # fmt: skip
_WHOLE = {
    "per": "/",
    "squared": "^2",
    "cubed": "^3",
    "percent": "%",
    "degree": "°",
    "of": "",
    "square": "",
    "cubic": "",
}
_EXPONENT = regex(r"(?<=\d)[eE]([-+]?\d+)$")


def units_written_out(text: str) -> Iterator[Replacement]:
    """Each such number, unit, or number with its unit."""
    for found in _USE.finditer(text):
        end = found.end()
        if found["both"] and found["second"] is None:
            continue
        if found["both"]:
            said = f"{_number(found['first'])}\\,\\text{{{_unit(found['second'])}}}"
        else:
            end = found.end("first") + 1
            said = _number(found["first"]) if found["number"] else f"\\text{{{_unit(found['first'])}}}"
        yield Replacement(found.start(), end, said)


def _number(said: str) -> str:
    return _EXPONENT.sub(r" \\times 10^{\1}", said.strip())


def _unit(said: str) -> str:
    r"""``\\milli\\ampere\\per\\second`` as ``mA/s``."""
    written, joined = "", True
    for piece in _PIECE.finditer(said):
        name = piece["name"]
        if name is None:
            written += "·" if piece.group() in ".~" else piece.group()
            joined = True
        elif name in _PREFIXES:
            written += ("" if joined else "·") + _PREFIXES[name]
            joined = True
        elif name in _WHOLE:
            written += _WHOLE[name]
            joined = name == "per"
        else:
            written += ("" if joined else "·") + _UNITS.get(name, name)
            joined = False
    return written.strip()
