"""The names of units, by Pint's registry: the one door to Pint, which is loaded when a unit is first asked for.

Pint gets single names and nothing else; what they may be is listed here, for its registry knows hundreds of names that are words or
letters of their own elsewhere (``cat`` is a hundredth of a technical atmosphere there, ``c`` the speed of light, ``unit`` a
micronit). Factors are exact fractions. What Pint can only approximate (angles, by π) is said here.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from fullmarks.compare.units.unit import CYCLE, RADIAN, Unit

if TYPE_CHECKING:
    from pint import UnitRegistry

_SCALABLE = frozenset(
    "meter gram second ampere kelvin mole candela newton joule pascal watt volt ohm coulomb farad henry siemens tesla weber hertz "
    "becquerel gray sievert lumen lux katal liter electron_volt calorie bar bit byte watt_hour ampere_hour volt_ampere radian "
    "metric_ton dalton molar poise dyne erg curie meter_Hg ton_TNT".split()
)
"""Units that take prefixes, as Pint calls them."""
_PLAIN = frozenset(
    "minute hour day week fortnight month year decade century inch foot yard mile nautical_mile furlong fathom angstrom micron "
    "astronomical_unit light_year hectare are barn ounce pound stone ton slug grain carat troy_ounce gallon quart pint cup fluid_ounce "
    "tablespoon teaspoon mile_per_hour kilometer_per_hour meter_per_second foot_per_second knot degree_Celsius degree_Fahrenheit "
    "degree_Rankine delta_degree_Celsius delta_degree_Fahrenheit standard_atmosphere torr pound_force_per_square_inch force_pound "
    "force_kilogram poundal kip foot_pound horsepower british_thermal_unit cubic_centimeter unified_atomic_mass_unit".split()
)
"""Units that take none."""
_PREFIXES = frozenset(
    ("", *"femto pico nano micro milli centi deci deca hecto kilo mega giga tera peta exa kibi mebi gibi tebi".split())
)
_LETTERS = frozenset("m g s A K N J W V C F H S T L l h d t u M B b Ω Å".split())
"""Single letters that are units; the others are constants of nature to Pint, or rare."""
_ZEROS = {"degree_Celsius": Fraction(27315, 100), "degree_Fahrenheit": Fraction(45967, 180)}
"""Where temperature scales begin, in kelvin."""

_FOOT = Fraction(3048, 10_000)
_DEGREE = Unit(((RADIAN, 1),), Fraction(1, 180), 1)
_TURN = Unit(((CYCLE, 1),))
_OWN = {
    **dict.fromkeys(("°", "deg", "degree", "degrees"), _DEGREE),
    **dict.fromkeys(("arcmin", "arcminute", "arcminutes"), Unit(((RADIAN, 1),), Fraction(1, 180 * 60), 1)),
    **dict.fromkeys(("arcsec", "arcsecond", "arcseconds"), Unit(((RADIAN, 1),), Fraction(1, 180 * 3600), 1)),
    **dict.fromkeys("gradian gradians gon gons grad grads".split(), Unit(((RADIAN, 1),), Fraction(1, 200), 1)),
    **dict.fromkeys("turn turns rev revs revolution revolutions cycle cycles rotation rotations".split(), _TURN),
    "rpm": Unit(((CYCLE, 1), ("second", -1)), Fraction(1, 60)),
    **dict.fromkeys(("acre", "acres"), Unit((("meter", 2),), 43_560 * _FOOT**2)),  # Pint's are by the survey foot
    **dict.fromkeys("$ dollar dollars USD".split(), Unit((("dollar", 1),))),
    **dict.fromkeys("¢ cent cents".split(), Unit((("dollar", 1),), Fraction(1, 100))),
    **dict.fromkeys("€ euro euros EUR".split(), Unit((("euro", 1),))),
}
"""Units that Pint does not have, or not exactly."""
_SHORTENED = {"kilohm": "kiloohm", "kilohms": "kiloohm", "megohm": "megaohm", "megohms": "megaohm"}
"""Names that lose a vowel before the unit's own."""
_LOWERED = frozenset("kg km cm mm hr ft lb oz in yd mi".split())
"""Short names that are sometimes written in capitals; longer ones always may be."""
_LONGEST = 32
_LOCK = Lock()


def named(name: str) -> Unit | None:
    """The unit of that one name; None for a name that is none, such as ``apples``."""
    lower = name.lower()
    may_be_lowered = lower != name and (len(name) > max(map(len, _LOWERED)) or lower in _LOWERED)
    return _named(name) or (_named(lower) if may_be_lowered else None)


@lru_cache(maxsize=2_048)
def _named(name: str) -> Unit | None:
    if name in _OWN:
        return _OWN[name]
    name = _SHORTENED.get(name, name)
    letters = name.replace("_", "").replace("°", "")
    if not letters.isalpha() or len(name) > _LONGEST or (len(name) == 1 and name not in _LETTERS):
        return None
    with _LOCK:
        return _of_registry(name, _registry())


def _of_registry(name: str, registry: UnitRegistry[Fraction]) -> Unit | None:
    """What Pint's first reading of the name is worth; one letter has no plural, so that ``Ns`` is no newtons."""
    readings = registry.parse_unit_name(name)
    if not readings or (len(name) == len("Ns") and name[0] in _LETTERS and name[1] == "s" and not readings[0][0]):
        return None
    prefix, unit, _ = readings[0]
    listed = unit in _SCALABLE if prefix else unit in _SCALABLE | _PLAIN
    return _worth(prefix, unit, registry) if listed and prefix in _PREFIXES else None


def _worth(prefix: str, unit: str, registry: UnitRegistry[Fraction]) -> Unit | None:
    from pint.util import to_units_container  # noqa: PLC0415 - as below

    factor, root = registry.get_root_units(registry.UnitsContainer({prefix + unit: 1}))
    if not isinstance(factor, int | Fraction):
        return None
    powers = (
        (name, int(power)) for name, power in to_units_container(root).items() if isinstance(power, int | Fraction)
    )
    cycles = ((CYCLE, 1),) if unit == "hertz" else ()
    return Unit(tuple(sorted((*powers, *cycles))), Fraction(factor), zero=_ZEROS.get(unit, Fraction(0)))


@cache
def _registry() -> UnitRegistry[Fraction]:
    import pint  # noqa: PLC0415 - it takes half a second, which only those pay who use units

    return pint.UnitRegistry(non_int_type=Fraction)
