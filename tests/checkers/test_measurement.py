import pytest

from fullmarks.errors import UnusableKeyError

GRAVITY = "9.78 ± 0.05 m/s^2"
LOOSE = {"absolute": "0.02", "uncertainty": "20%"}


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("9.78 ± 0.05 m/s^2", id="the unit behind the last"),
        pytest.param(r"(9.78 \pm 0.05)\text{ m/s}^2", id="behind both"),
        pytest.param("9.78 m/s² ± 0.05 m/s²", id="behind each"),
        pytest.param("978 ± 5 cm/s²", id="another unit"),
        pytest.param("978 cm/s² ± 0.05 m/s²", id="two units"),
        pytest.param("9.78 m/s^2 ± 0.5%", id="percent"),
        pytest.param("9.78 ± 0.5% m/s^2", id="percent before the unit"),
        pytest.param("9.79 ± 0.06 m/s^2", id="within the tolerances"),
    ],
)
def test_right(mark, answer: str):
    assert mark("measurement", GRAVITY, answer, **LOOSE).verdict == "correct"


@pytest.mark.parametrize(
    "answer, code",
    [
        pytest.param("9.78 m/s^2", "missing_uncertainty", id="no uncertainty"),
        pytest.param("9.78 ± 0.5 m/s^2", "wrong_uncertainty", id="another uncertainty"),
        pytest.param("9.78 ± 0.05", "missing_unit", id="no unit"),
        pytest.param("9.78 ± 0.05 m/s", "wrong_dimension", id="another kind of unit"),
        pytest.param("9.78 ± 0.05 cm/s^2", "wrong_unit", id="another step of it"),
        pytest.param("9.71 ± 0.05 m/s^2", None, id="another value"),
        pytest.param("9.71 m/s^2", None, id="another value alone"),
        pytest.param("±0.05 m/s^2", None, id="no value"),
        pytest.param("(9.73, 9.83)", "wrong_kind", id="an interval"),
    ],
)
def test_wrong(mark, answer: str, code: str | None):
    outcome = mark("measurement", GRAVITY, answer, **LOOSE)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == ("incorrect", code)


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("9.78 ± 0.05 m/s^2", "correct", id="the same"),
        pytest.param("9.8 ± 0.05 m/s^2", "incorrect", id="the value to fewer"),
        pytest.param("9.780 ± 0.05 m/s^2", "incorrect", id="the value to more"),
    ],
)
def test_places(mark, answer: str, verdict: str):
    assert mark("measurement", GRAVITY, answer, same_places=True, **LOOSE).verdict == verdict


def test_without_a_unit(mark):
    assert mark("measurement", "5.0 ± 0.1", "5 ± 1/10").verdict == "correct"


def test_a_key_without_an_uncertainty(mark):
    with pytest.raises(UnusableKeyError) as error:
        mark("measurement", "9.8 m/s^2", "9.8")
    assert str(error.value) == "The key “9.8 m/s^2” has no uncertainty. Write it as 9.78 ± 0.05 m/s^2."
