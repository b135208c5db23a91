"""Units of measurement by name, and one way to write a unit that is made of several.

What a unit is worth, and converting one into another, is for those who compare.
"""

from __future__ import annotations

from fullmarks.regex import regex

UNIT_WORDS = (
    frozenset(
        (
            "cm mm km nm dm kg mg ng lb lbs oz ft mi yd mph kph kmh hr hrs min mins sec secs ms ns Hz kHz MHz GHz Pa kPa "
            "MPa kJ kcal cal kW MW mW GW kWh nF pF uF uA uV mH uH nH kohm kOhm "
            "mol mmol eV keV MeV mL ml dL kN mN mA mV kV kA rad rads meter meters metre metres "
            "centimeter centimeters centimetre centimetres millimeter millimeters millimetre millimetres kilometer "
            "kilometers kilometre kilometres inch inches foot feet mile miles yard yards gram grams kilogram kilograms "
            "second seconds minute minutes hour hours day days week weeks month months year years liter liters litre litres "
            "joule joules newton newtons watt watts volt volts amp amps ampere amperes ohm ohms pascal pascals kelvin "
            "celsius fahrenheit dollar dollars cent cents euro euros radian radians unit units people students bits bytes "
            "gradian gradians gon gons grad grads arcmin arcsec arcminute arcminutes arcsecond arcseconds revolutions turns "
            "hertz calorie calories mole moles coulomb coulombs farad farads henry henries tesla "
            "kilohm kilohms megohm megohms degC degF"
        ).split()
    )
    | frozenset(
        f"{prefix}{name}{plural}"
        for prefix in ("kilo", "mega", "giga", "centi", "milli", "micro", "nano")
        for name in (
            "joule",
            "watt",
            "pascal",
            "newton",
            "volt",
            "ampere",
            "ohm",
            "liter",
            "litre",
            "second",
            "mole",
            "farad",
            "byte",
            "henry",
            "coulomb",
            "gram",
            "meter",
            "metre",
            "amp",
            "bit",
        )
        for plural in ("", "s")
    )
    | {"kilohertz", "megahertz", "gigahertz"}
)
"""Words that are units after a number, never symbols unless declared."""

UNIT_LETTERS = frozenset("m s g h l L N J W V A K C F T Ω".split())
"""Letters that are units where they are written as words (``\\text{m}``) or stand among units (``km/h``), never elsewhere."""

MONEY = frozenset("€£¥¢")
"""Signs of money, which may stand before their amount too."""

_PIECE = regex(
    r"\s*(?:(?P<sign>[/·*]|per\b)\s*)?(?P<name>°?[A-Za-zΩμ]+|[€£¥¢])\s*"
    r"(?:\^\s*(?:\{\s*(?P<braced>-?\d)\s*\}|(?P<power>-?\d))|(?P<raised>[²³]))?"
)
_RAISED = {"²": 2, "³": 3}
_POWER_BEFORE = {"square": 2, "sq": 2, "cubic": 3}
_POWER_BEHIND = {"squared": 2, "cubed": 3}


def is_unit_name(name: str) -> bool:
    """Whether a word or a letter names a unit."""
    return name in UNIT_WORDS or name in UNIT_LETTERS or name in MONEY or name.lower() in UNIT_WORDS


def unit_spelling(text: str) -> str | None:
    """A unit in its one spelling (``kg*m/s^2``) if that is all the text says; None for anything else.

    Products are written with ``*``; what is divided by, or has a negative power, stands behind a ``/`` of its own.
    """
    above: list[tuple[str, int]] = []
    below: list[tuple[str, int]] = []
    place, waiting, under = 0, 1, False
    text = text.strip()
    while place < len(text):
        match = _PIECE.match(text, place)
        if match is None:
            return None
        place = match.end()
        name, divided = match["name"], under or match["sign"] in ("/", "per")
        if name in _POWER_BEFORE:
            waiting, under = _POWER_BEFORE[name], divided
        elif name in _POWER_BEHIND and above:
            side = below or above
            side[-1] = (side[-1][0], _POWER_BEHIND[name])
        elif not is_unit_name(name) or (divided and not above):
            return None
        else:
            power = waiting * int(match["braced"] or match["power"] or _RAISED.get(match["raised"], 1))
            (below if divided != (power < 0) else above).append((name, abs(power)))
            waiting, under = 1, False
    if not above or waiting != 1:
        return None
    return "/".join(("*".join(_raised(*one) for one in above), *(_raised(*one) for one in below)))


def _raised(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"
