"""Quantities: values in any unit that measures the same, how close, in which units, and what a missing one costs."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from fullmarks.checkers.quantity import QuantityOptions
from fullmarks.errors import UnusableKeyError


@pytest.mark.parametrize(
    "key, answer, verdict, code",
    [
        pytest.param("5 m/s", "5 m/s", "correct", None, id="letters"),
        pytest.param("5 m/s", r"18\text{ km/h}", "correct", None, id="converted"),
        pytest.param("5 m/s", "-5 m/s", "incorrect", None, id="another number"),
        pytest.param("5 m/s", r"5\text{ km/h}", "incorrect", "wrong_unit", id="the number in another unit"),
        pytest.param("5 m/s", "5 m", "incorrect", "wrong_dimension", id="another dimension"),
        pytest.param("5 m/s", "5 kg", "incorrect", "wrong_dimension", id="another thing"),
        pytest.param("5 m/s", "5", "incorrect", "missing_unit", id="no unit"),
        pytest.param("5 m/s", "6", "incorrect", None, id="no unit, and another number"),
        pytest.param("5 m/s", "5 x", "incorrect", None, id="a symbol"),
        pytest.param("5 m/s", "1, 2", "incorrect", "wrong_kind", id="a list"),
        pytest.param("5 m/s", "fast", "incorrect", "wrong_kind", id="a word"),
        pytest.param("25 °C", "298.15 K", "correct", None, id="temperature"),
        pytest.param("25 °C", "25 K", "incorrect", "wrong_unit", id="temperature in the wrong unit"),
        pytest.param("90°", r"\frac{\pi}{2}\text{ rad}", "correct", None, id="angle"),
        pytest.param("90°", r"\frac{\pi}{2}", "correct", None, id="angle without its unit"),
        pytest.param("90°", "90", "incorrect", "missing_unit", id="degrees without their unit"),
        pytest.param(r"3\text{ apples}", r"3\text{ apples}", "correct", None, id="words"),
        pytest.param(r"3\text{ apples}", r"3\text{ pears}", "incorrect", "wrong_dimension", id="other words"),
        pytest.param(r"2x\text{ m}", r"200x\text{ cm}", "correct", None, id="symbol"),
        pytest.param(r"2x\text{ m}", r"2y\text{ m}", "incorrect", None, id="another symbol"),
        pytest.param(r"2\text{ m} \cdot 3\text{ m}", r"6\text{ m}^2", "correct", None, id="a key that is worked out"),
    ],
)
def test_any_unit(mark, key: str, answer: str, verdict: str, code: str | None):
    outcome = mark("quantity", key, answer)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


@pytest.mark.parametrize(
    "answer, options, verdict, code",
    [
        pytest.param("9.8 m/s^2", {"relative": "1%"}, "correct", None, id="relative"),
        pytest.param(r"970\text{ cm/s}^2", {"relative": "1%"}, "incorrect", None, id="relative, converted"),
        pytest.param(r"980\text{ cm/s}^2", {"absolute": 0.02}, "correct", None, id="absolute, in the key's unit"),
        pytest.param(r"980\text{ cm/s}^2", {"absolute": "1e-9"}, "incorrect", None, id="absolute, too far"),
        pytest.param("9.80", {"relative": "1%"}, "incorrect", "missing_unit", id="near, without its unit"),
        pytest.param(r"9.8\text{ km/s}^2", {"relative": "1%"}, "incorrect", "wrong_unit", id="near, in another unit"),
        pytest.param(r"981\text{ cm/s}^2", {"significant_figures": 3}, "correct", None, id="figures as written"),
        pytest.param(r"98\text{ dm/s}^2", {"significant_figures": 3}, "incorrect", None, id="too few to agree"),
        pytest.param(r"9.81\text{ m/s}^2", {"decimal_places": 2}, "correct", None, id="places"),
        pytest.param(
            r"9.810\text{ m/s}^2",
            {"decimal_places": 2, "figures": "strict"},
            "incorrect",
            "wrong_figures",
            id="too many",
        ),
    ],
)
def test_how_close(mark, answer: str, options: dict[str, object], verdict: str, code: str | None):
    outcome = mark("quantity", "9.81 m/s^2", answer, **options)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


@pytest.mark.parametrize(
    "units, answer, verdict",
    [
        pytest.param("m/s", "5 m/s", "correct", id="the unit"),
        pytest.param("m/s", "5 metres per second", "correct", id="in other words"),
        pytest.param("m/s", r"18\text{ km/h}", "incorrect", id="another one"),
        pytest.param(["m/s", "km/h"], r"18\text{ km/h}", "correct", id="one of two"),
        pytest.param(["cm/s", "km/h"], "5 m/s", "incorrect", id="not even the key's"),
    ],
)
def test_listed_units(mark, units: object, answer: str, verdict: str):
    assert mark("quantity", "5 m/s", answer, units=units).verdict == verdict


def test_another_unit_than_listed_is_explained(mark):
    diagnosis = mark("quantity", "5 m/s", r"500\text{ cm/s}", units=["m/s", "km/h"]).diagnosis
    assert (diagnosis.code, diagnosis.student, diagnosis.staff) == (
        "other_unit",
        "The value is right; give it in m/s or km/h.",
        "The value is right; give it in m/s or km/h. The answer is in cm/s.",
    )


@pytest.mark.parametrize(
    "share, answer, verdict, points",
    [
        pytest.param("50%", "5", "partial", Fraction(1, 2), id="half"),
        pytest.param("100%", "5", "correct", 1, id="all"),
        pytest.param("0", "5", "incorrect", 0, id="nothing"),
        pytest.param("50%", "6", "incorrect", 0, id="another number"),
        pytest.param("50%", "5 kg", "incorrect", 0, id="another dimension"),
        pytest.param("50%", r"5\text{ km/h}", "incorrect", 0, id="another unit"),
    ],
)
def test_a_missing_unit_has_its_price(mark, share: str, answer: str, verdict: str, points: Fraction):
    outcome = mark("quantity", "5 m/s", answer, missing_unit=share)
    assert (outcome.verdict, outcome.share) == (verdict, points)


@pytest.mark.parametrize(
    "key, answer, student, staff",
    [
        pytest.param("5 m/s", "5", "The unit is missing.", "The key is in m/s; the answer has no unit.", id="missing"),
        pytest.param(
            "5 m/s",
            r"5\text{ km/h}",
            "The number is right, but its unit is not.",
            "The number is the key's; the key is in m/s, the answer in km/h.",
            id="wrong",
        ),
        pytest.param(
            "5 m/s",
            r"5\text{ kg}",
            "The unit is not one of what is asked for.",
            "The key is in m/s; kg measures something else.",
            id="of something else",
        ),
    ],
)
def test_mistakes_are_explained(mark, key: str, answer: str, student: str, staff: str):
    diagnosis = mark("quantity", key, answer).diagnosis
    assert (diagnosis.student, diagnosis.staff) == (student, staff)


@pytest.mark.parametrize(
    "key, options, sentence",
    [
        pytest.param(
            "5",
            {},
            r"The key “5” has no unit that is known. Write one behind its number, such as 5 m/s or 3 \text{apples}.",
            id="no unit",
        ),
        pytest.param(
            "5 x",
            {},
            r"The key “5 x” has no unit that is known. Write one behind its number, such as 5 m/s or 3 \text{apples}.",
            id="a symbol",
        ),
        pytest.param(
            "5 m/s",
            {"units": ["km/h", "s"]},
            "An answer in s cannot be compared with a key in m/s.",
            id="listed units of something else",
        ),
    ],
)
def test_keys_that_cannot_be_meant(mark, key: str, options: dict[str, object], sentence: str):
    with pytest.raises(UnusableKeyError) as error:
        mark("quantity", key, "5 m", **options)
    assert error.value.sentence == sentence


def test_one_rule_alone():
    with pytest.raises(ValidationError) as error:
        QuantityOptions.model_validate({"quantity": "5 m", "relative": "1%", "decimal places": 1})
    sentence = "decimal places and a tolerance cannot be asked for together. Keep one of them."
    assert [one["msg"] for one in error.value.errors()] == [f"Value error, {sentence}"]


@pytest.mark.parametrize("share", [pytest.param("-1%", id="negative"), pytest.param("101%", id="more than all")])
def test_a_share_is_a_share(share: str):
    with pytest.raises(ValidationError):
        QuantityOptions.model_validate({"quantity": "5 m", "missing unit": share})


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("240 kJ", "0.24 MJ", id="a prefix that is a unit by itself"),
        pytest.param("5 MJ", "5000 kJ", id="in the key"),
        pytest.param("5 T", "5000 mT", id="another"),
        pytest.param("1 MPa", "1000 k P a", id="three letters"),
        pytest.param("3 N m", "3 m N", id="a product, where the key is one"),
        pytest.param("160 m", "160. m", id="a point that closes the number"),
        pytest.param("7.4 m/s", "about 7.4 m/s", id="about"),
    ],
)
def test_letters_that_are_one_name(mark, key: str, answer: str):
    assert mark("quantity", key, answer).verdict == "correct"


def test_a_point_behind_a_number_says_how_many_digits_count(mark):
    strict = {"significant figures": 3, "figures": "strict"}
    assert mark("quantity", "160 m", "160. m", **strict).verdict == "correct"
    assert mark("quantity", "160 m", "160 m", **strict).verdict == "incorrect"


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param(r"10^{-10}\text{ m}", "correct", id="the key"),
        pytest.param("0.2 nm", "correct", id="twice"),
        pytest.param("0.31 nm", "correct", id="nearly half a power"),
        pytest.param("0.32 nm", "incorrect", id="more than half a power"),
        pytest.param("0.03 nm", "incorrect", id="less than half a power below"),
        pytest.param("of the order of 10^-10 m", "correct", id="in words"),
        pytest.param("-1 Å", "incorrect", id="another sign"),
        pytest.param("0 m", "incorrect", id="zero"),
        pytest.param("10^-10", "incorrect", id="no unit"),
    ],
)
def test_orders_of_magnitude(mark, answer: str, verdict: str):
    assert mark("quantity", "10^-10 m", answer, **{"order of magnitude": True}).verdict == verdict
