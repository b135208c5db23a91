"""Values with units compared: which are the same, which are not and why, and what staff are told."""

import pytest

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.expr.nodes import Quantity


@pytest.fixture
def found(tree_of, assuming):
    """``found(answer, key, {"m": "positive"})``: the comparison."""

    def compared(answer, key, domains=None):
        return equal(tree_of(answer, domains), tree_of(key, domains), assuming(domains))

    return compared


@pytest.mark.parametrize(
    "answer, key",
    [
        pytest.param(r"500\text{ cm}", r"5\text{ m}", id="centimetres"),
        pytest.param("5000 mm", r"5\text{ m}", id="a word behind the number"),
        pytest.param("5 m", r"5\text{ m}", id="a letter, as the key has a unit"),
        pytest.param(r"5\text{ m}", "5 m", id="the key's letter, as the answer has a unit"),
        pytest.param(r"36\text{ km/h}", "10 m/s", id="the key's letters"),
        pytest.param(r"10\,\frac{\text{m}}{\text{s}}", r"10\text{ m/s}", id="fraction of units"),
        pytest.param(r"10 m s^{-1}", r"10\text{ m/s}", id="letters with an exponent"),
        pytest.param(r"6\text{ kg}\cdot\text{m}/\text{s}^2", r"6\text{ N}", id="a unit made of others"),
        pytest.param(r"0.002\text{ m}^2", r"20\text{ cm}^2", id="area"),
        pytest.param(r"2x\text{ km}", r"2000x\text{ m}", id="symbol"),
        pytest.param(r"100\sqrt{2}\text{ cm}", r"\sqrt{2}\text{ m}", id="irrational"),
        pytest.param(r"-500\text{ cm}", r"-5\text{ m}", id="negative"),
        pytest.param(r"2\text{ m} + 300\text{ cm}", r"5\text{ m}", id="sum"),
        pytest.param(r"\frac{10\text{ m}}{5\text{ s}}", r"2\text{ m/s}", id="quotient"),
        pytest.param(r"2\text{ m} \cdot 3\text{ m}", r"6\text{ m}^2", id="product"),
        pytest.param(r"298.15\text{ K}", "25 °C", id="temperature"),
        pytest.param("77 °F", "25 °C", id="two scales"),
        pytest.param("1000 μm", r"1\text{ mm}", id="micro as a Greek letter"),
        pytest.param(r"1000\,\mu\text{m}", r"1\text{ mm}", id="micro as a command"),
        pytest.param("1 kΩ", r"1000\text{ ohms}", id="ohm as a Greek letter"),
        pytest.param(r"5~{\rm cm}", r"5\text{ cm}", id="upright letters"),
        pytest.param(r"5\text{ J}/(\text{kg K})", r"5\text{ J/(kg K)}", id="words below the stroke"),
        pytest.param(r"5\text{ ft }4\text{ in}", r"64\text{ in}", id="feet and inches"),
        pytest.param("25 C", "25 °C", id="a scale by its letter alone"),
        pytest.param(r"\frac{\pi}{2}", r"90\text{ deg}", id="radians without their name"),
        pytest.param(r"90^\circ", r"\frac{\pi}{2}\text{ rad}", id="degrees for radians"),
        pytest.param(r"5\text{ s}^{-1}", "5 Hz", id="hertz"),
        pytest.param(r"3\text{ apple}", r"3\text{ apples}", id="words"),
        pytest.param(r"5\text{ cm}", "5", id="a unit that the key has not"),
        pytest.param(r"-5\text{ cm}", "-5", id="the same, negative"),
        pytest.param(r"(1\text{ cm}, 2\text{ kg})", "(1, 2)", id="units inside that the key has not"),
        pytest.param(r"(100\text{ cm}, 2\text{ kg})", r"(1\text{ m}, 2000\text{ g})", id="pair"),
        pytest.param(r"200\text{ cm}, 1\text{ m}", r"1\text{ m}, 2\text{ m}", id="list in any order"),
        pytest.param(r"v = 36\text{ km/h}", r"v = 10\text{ m/s}", id="equation"),
        pytest.param(r"x > 500\text{ cm}", r"x > 5\text{ m}", id="inequality"),
        pytest.param(r"x > 5\text{ cm}", "x > 5", id="inequality without a unit in the key"),
    ],
)
def test_the_same(found, answer, key):
    assert found(answer, key).equal is True


@pytest.mark.parametrize(
    "answer, key, note",
    [
        pytest.param(r"5\text{ cm}", r"5\text{ m}", "Converted from cm to m.", id="the key's number"),
        pytest.param(r"5\text{ s}", r"5\text{ m}", "The unit s measures something else than m.", id="time for length"),
        pytest.param(r"5\text{ m}^2", r"5\text{ m}", "The unit m^2 measures something else than m.", id="area"),
        pytest.param("5", r"5\text{ m}", "The unit is missing.", id="no unit"),
        pytest.param("x", r"5\text{ m}", "The unit is missing.", id="a symbol"),
        pytest.param(
            r"3\text{ pears}", r"3\text{ apples}", "The unit pears measures something else than apples.", id="words"
        ),
        pytest.param(r"5\text{ rad/s}", "5 Hz", "Converted from rad/s to Hz.", id="hertz are cycles"),
        pytest.param(r"6\text{ cm}", "5", "The unit cm was set aside, as the key has none.", id="another number"),
        pytest.param("5 s", r"5\text{ m}", "The unit s measures something else than m.", id="a letter of another unit"),
        pytest.param("25 K", "25 °C", "Converted from K to °C.", id="another zero"),
    ],
)
def test_different(found, answer, key, note):
    comparison = found(answer, key)
    assert (comparison.equal, comparison.evidence.note.partition(". ")[0].rstrip(".") + ".") == (False, note)


@pytest.mark.parametrize(
    "answer, key",
    [
        pytest.param(r"x = 5\text{ m}", r"x = 5\text{ km}", id="equation"),
        pytest.param(r"x = 5", r"x = 5\text{ km}", id="equation without the unit"),
        pytest.param(r"x > 5\text{ cm}", r"x > 5\text{ m}", id="inequality"),
        pytest.param(r"(1\text{ m}, 2\text{ m})", r"(1\text{ m}, 2\text{ s})", id="pair"),
        pytest.param(r"2\text{ m} + 3\text{ s}", r"5\text{ m}", id="sum of unlike things"),
        pytest.param(r"2 + 3\text{ m}^2 + 1\text{ m}", r"5\text{ m}", id="sum of a number and others"),
        pytest.param("5 M", r"5\text{ m}", id="a letter that is another unit"),
        pytest.param("5 x", r"5\text{ m}", id="a letter that is none"),
        pytest.param("5 x", "5", id="a letter where the key has no unit"),
        pytest.param("5 m", "5", id="a letter is a symbol where the key has no unit"),
    ],
)
def test_different_inside(found, answer, key):
    assert found(answer, key).equal is False


@pytest.mark.parametrize(
    "answer, key, name",
    [
        pytest.param("5 m", r"5\text{ cm}", "m", id="a letter"),
        pytest.param("5 k Omega", r"5\text{ ohm}", "k", id="a prefix"),
    ],
)
def test_a_declared_letter_is_no_unit(found, answer, key, name):
    assert found(answer, key, {name: "positive"}).evidence.note == "The unit is missing."


def test_a_declared_mu_is_no_prefix(found):
    assert found(r"2\,\mu\text{N}", r"\mu \cdot 2000\text{ mN}", {"mu": "positive"}).equal


def test_temperatures_with_a_zero_of_their_own_are_not_calculated_with(found):
    comparison = found("x = 2 * (25 °C + 3 K)", "x = 56 °C")
    note = "Temperatures that do not count from absolute zero are not calculated with."
    assert (comparison.equal, comparison.evidence.note) == (None, note)


@pytest.mark.parametrize(
    "answer, key, kind, note",
    [
        pytest.param(r"5\text{ m}", r"5\,\mathrm{m}", EvidenceKind.IDENTICAL, None, id="the same words"),
        pytest.param(r"5\text{ m}", r"5\text{ metres}", EvidenceKind.IDENTICAL, None, id="the same unit"),
        pytest.param("500 cm", r"5\text{ m}", EvidenceKind.EXACT, "Converted from cm to m.", id="converted"),
        pytest.param(
            "5 cm", "5", EvidenceKind.IDENTICAL, "The unit cm was set aside, as the key has none.", id="set aside"
        ),
        pytest.param(
            "5 m/s",
            r"5\text{ m/s}",
            EvidenceKind.IDENTICAL,
            "The letters m/s were read as a unit, as the key has one.",
            id="letters",
        ),
        pytest.param(
            r"18\text{ km/h}",
            "5 m/s",
            EvidenceKind.EXACT,
            "Converted from km/h to m/s. The key's letters m/s were read as a unit, as the answer has one.",
            id="the key's letters",
        ),
    ],
)
def test_what_staff_are_told(found, answer, key, kind, note):
    evidence = found(answer, key).evidence
    assert (evidence.kind, evidence.note) == (kind, note)


def test_a_unit_may_stand_behind_a_list(tree_of, assuming):
    behind, inside = Quantity(tree_of("(1, 2)"), "km"), tree_of(r"(1000\text{ m}, 2\text{ km})")
    assert equal(behind, inside, assuming(None)).equal
    assert equal(inside, behind, assuming(None)).equal
