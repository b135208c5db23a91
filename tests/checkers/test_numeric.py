import pytest
from pydantic import ValidationError

from fullmarks.checkers.numeric import NumericOptions
from fullmarks.compare.comparison import EvidenceKind


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("1/3", "2/6", "correct", id="equal"),
        pytest.param("1/3", "0.333", "incorrect", id="a decimal is what is written"),
        pytest.param("0.5", "1/2", "correct", id="a decimal key"),
        pytest.param(0.1, "1/10", "correct", id="a number in Python"),
        pytest.param("2 sqrt(2)", "sqrt(8)", "correct", id="formula"),
        pytest.param("0.5", "50%", "correct", id="percent is a hundredth"),
        pytest.param("50", "50%", "incorrect", id="percent of a plain key"),
        pytest.param("2", "x", "incorrect", id="a symbol"),
        pytest.param("2", "x - x + 2", "correct", id="a symbol that cancels"),
        pytest.param("infinity", "infinity", "correct", id="infinite"),
        pytest.param("3", "1/0", "incorrect", id="undefined"),
        pytest.param("1e-400", "2e-400", "incorrect", id="very small"),
    ],
)
def test_exact_numbers(mark, key: object, answer: str, verdict: str):
    assert mark("numeric", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "key, answer, options, verdict",
    [
        pytest.param("100", "99", {"relative": "1%"}, "correct", id="relative border"),
        pytest.param("100", "98.999", {"relative": "1%"}, "incorrect", id="relative past the border"),
        pytest.param("-100", "-101", {"relative": 0.01}, "correct", id="relative of a negative key"),
        pytest.param("0.3", "0.4", {"absolute": 0.1}, "correct", id="absolute border that floats miss"),
        pytest.param("0.3", "0.4000001", {"absolute": 0.1}, "incorrect", id="absolute past the border"),
        pytest.param("sqrt(2)", "1.41", {"absolute": 0.005}, "correct", id="of an irrational key"),
        pytest.param("sqrt(2)", "1.4", {"absolute": 0.005}, "incorrect", id="past it"),
        pytest.param("1000", "1009", {"absolute": 1, "relative": "1%"}, "correct", id="the wider of two"),
        pytest.param("0", "1e-9", {"relative": "1%"}, "incorrect", id="zero has no size"),
        pytest.param("0", "1e-9", {"absolute": 1e-6}, "correct", id="zero with an absolute tolerance"),
        pytest.param("2 + 3 i", "2 + 3.001 i", {"relative": "1%"}, "correct", id="complex"),
        pytest.param("1e-400", "1.001e-400", {"relative": "1%"}, "correct", id="very small"),
        pytest.param("1e400", "1.1e400", {"relative": "1%"}, "incorrect", id="very large"),
        pytest.param("2", "9^9^9", {"relative": "1%"}, "incorrect", id="a tower of powers"),
        pytest.param("infinity", "1e300", {"relative": "1%"}, "incorrect", id="infinite"),
    ],
)
def test_tolerances(mark, key: str, answer: str, options: dict[str, object], verdict: str):
    assert mark("numeric", key, answer, **options).verdict == verdict


@pytest.mark.parametrize(
    "options, kind",
    [
        pytest.param({"relative": "1%"}, EvidenceKind.TOLERANCE, id="a tolerance decides"),
        pytest.param({}, EvidenceKind.EXACT, id="no tolerance"),
    ],
)
def test_the_evidence(mark, options: dict[str, object], kind: EvidenceKind):
    assert mark("numeric", "1/3", "0.33", **options).evidence.kind is kind


def test_the_evidence_of_a_tolerance_says_how_far_off(mark):
    evidence = mark("numeric", "200", "199.5", absolute=0.1, relative="0.2%").evidence
    assert (evidence.values, evidence.note) == (
        ("199.5", "200"),
        "Off by 0.5; 0.1 or 0.2 % of the key is allowed.",
    )


FIGURES = [
    # key, figures, answer, liberal, strict
    pytest.param("3.14159", 3, "3.14", True, True, id="rounded"),
    pytest.param("3.14159", 3, "3.142", True, False, id="more figures"),
    pytest.param("3.14159", 3, "3.1", False, False, id="fewer figures"),
    pytest.param("3.14159", 3, "3.15", False, False, id="another last figure"),
    pytest.param("9.8", 3, "9.80", True, True, id="a zero that counts"),
    pytest.param("9.8", 3, "9.8", False, False, id="a zero that is missing"),
    pytest.param("1200", 3, "1200", True, False, id="zeros that may count"),
    pytest.param("1200", 3, "1.20e3", True, True, id="power of ten"),
    pytest.param("1200", 3, "1.20 * 10^3", True, True, id="power of ten as a product"),
    pytest.param("1200", 4, "1200.", True, True, id="a point at the end"),
    pytest.param("0.00123", 2, "0.0012", True, True, id="leading zeros"),
    pytest.param("9.996", 3, "10.0", True, True, id="a carry"),
    pytest.param("-9.996", 3, "-10.0", True, True, id="negative"),
    pytest.param("2.5", 1, "3", True, True, id="half up"),
    pytest.param("2.5", 1, "2", True, True, id="half to even"),
    pytest.param("1/3", 3, "1/3", True, False, id="no decimal"),
    pytest.param("0", 2, "0.00", True, True, id="zero"),
    pytest.param("sqrt(2)", 5, "1.4142", True, True, id="irrational"),
]


@pytest.mark.parametrize("key, asked, answer, liberal, strict", FIGURES)
def test_significant_figures(mark, key: str, asked: int, answer: str, liberal: bool, strict: bool):
    assert [
        mark("numeric", key, answer, significant_figures=asked, figures=rule).verdict == "correct"
        for rule in ("liberal", "strict")
    ] == [liberal, strict]


@pytest.mark.parametrize(
    "answer, liberal, strict",
    [
        pytest.param("3.14", True, True, id="as many"),
        pytest.param("3.142", True, False, id="more"),
        pytest.param("3.1", False, False, id="fewer"),
        pytest.param("3.15", False, False, id="another last place"),
        pytest.param("pi", True, False, id="no decimal"),
    ],
)
def test_decimal_places(mark, answer: str, liberal: bool, strict: bool):
    assert [
        mark("numeric", "pi", answer, decimal_places=2, figures=rule).verdict == "correct"
        for rule in ("liberal", "strict")
    ] == [liberal, strict]


@pytest.mark.parametrize(
    "options, answer, student, staff",
    [
        pytest.param(
            {"significant_figures": 3},
            "9.8",
            "The value is right; write it with at least 3 significant figures.",
            "The value is right; write it with at least 3 significant figures. The answer has 2.",
            id="liberal",
        ),
        pytest.param(
            {"significant_figures": 1, "figures": "strict"},
            "10",
            "The value is right; write it with 1 significant figure.",
            "The value is right; write it with 1 significant figure. The answer has 1 to 2.",
            id="in doubt",
        ),
        pytest.param(
            {"decimal_places": 1, "figures": "strict"},
            "9.80",
            "The value is right; write it with 1 decimal place.",
            "The value is right; write it with 1 decimal place. The answer has 2.",
            id="strict",
        ),
    ],
)
def test_too_few_figures_are_explained(mark, options: dict[str, object], answer: str, student: str, staff: str):
    diagnosis = mark("numeric", "9.8", answer, **options).diagnosis
    assert (diagnosis.student, diagnosis.staff) == (student, staff)


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("3.1", "correct", id="lower end"),
        pytest.param("sqrt(10)", "correct", id="inside"),
        pytest.param("3.2", "correct", id="upper end"),
        pytest.param("3.21", "incorrect", id="above"),
        pytest.param("x", "incorrect", id="no number"),
    ],
)
def test_a_range(mark, answer: str, verdict: str):
    assert mark("numeric", None, answer, range=["3.1", "3.2"]).verdict == verdict


@pytest.mark.parametrize(
    "key, answer, options, verdict, code",
    [
        pytest.param("50", "50%", {"percent": True}, "correct", None, id="percent of percent"),
        pytest.param("50", "50", {"percent": True}, "correct", None, id="percent without its sign"),
        pytest.param("50", "0.5", {"percent": True}, "incorrect", None, id="the share instead"),
        pytest.param("5", "5 cm", {}, "correct", None, id="a unit that the key has not"),
        pytest.param("5 cm", "5 cm", {}, "correct", None, id="the key's unit"),
        pytest.param("5 cm", "5", {}, "incorrect", "missing_unit", id="no unit"),
        pytest.param("5 cm", "50 mm", {}, "correct", None, id="another unit"),
        pytest.param("2", "doubles", {"words": "doubles"}, "correct", None, id="in words"),
        pytest.param("2", "it halves", {"words": "doubles"}, "incorrect", "wrong_kind", id="in other words"),
        pytest.param("2", "1, 2", {}, "incorrect", "wrong_kind", id="a list"),
    ],
)
def test_signs_units_and_words(mark, key: str, answer: str, options: dict[str, object], verdict: str, code: str | None):
    outcome = mark("numeric", key, answer, **options)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


@pytest.mark.parametrize(
    "options, sentence",
    [
        pytest.param({}, "A number needs a key, or a range.", id="nothing"),
        pytest.param(
            {"key": "2", "significant_figures": 2, "relative": "1%"},
            "significant figures and a tolerance cannot be asked for together. Keep one of them.",
            id="two rules",
        ),
        pytest.param(
            {"range": [2, 1]},
            "The range's first number is greater than its second. Write the smaller one first.",
            id="range from its end",
        ),
    ],
)
def test_options_that_cannot_be_meant(options: dict[str, object], sentence: str):
    with pytest.raises(ValidationError) as error:
        NumericOptions.model_validate(options)
    assert [one["msg"] for one in error.value.errors()] == [f"Value error, {sentence}"]
