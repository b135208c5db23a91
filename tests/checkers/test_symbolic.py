import pytest

from fullmarks.compare.comparison import EvidenceKind


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("2 c d_out^2 d_in", "d_in*d_out**2*c*2", "correct", id="another order"),
        pytest.param("2 x", "x/2 + x/2 + x", "correct", id="worked out differently"),
        pytest.param("2 c d_out^2 d_in", "c d_out^2 d_in", "incorrect", id="another factor"),
        pytest.param("1/sqrt(d_in)", "sqrt(d_in)/d_in", "correct", id="root below"),
        pytest.param("x", "x + m - m", "correct", id="a symbol that cancels"),
        pytest.param("x", "x + m", "incorrect", id="an undeclared symbol"),
        pytest.param("±x", "±x", "correct", id="both signs"),
        pytest.param("x", "±x", "incorrect", id="one of both signs"),
    ],
)
def test_equality(mark, key: str, answer: str, verdict: str):
    assert mark("symbolic", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "answer, sentence",
    [
        pytest.param("1, 2, 3", "This is a list of 3 things; one expression is expected.", id="bare list"),
        pytest.param("(1, 2)", "This is a list of 2 things in round brackets; one expression is expected.", id="pair"),
        pytest.param("{1}", "This is a set of 1 thing; one expression is expected.", id="set"),
        pytest.param("[0, 1)", "This is an interval; one expression is expected.", id="interval"),
        pytest.param("[[1,2],[3,4]]", "This is a 2×2 matrix; one expression is expected.", id="matrix"),
        pytest.param("x = 3", "This is an equation; one expression is expected.", id="equation"),
        pytest.param("x <= 3", "This is a statement with ≤; one expression is expected.", id="inequality"),
        pytest.param("x = 1 or x = 2", "These are several statements; one expression is expected.", id="alternatives"),
        pytest.param("no solution", "This is a text in words; one expression is expected.", id="words"),
        pytest.param("\\emptyset", "This is a set; one expression is expected.", id="empty set"),
    ],
)
def test_another_kind_of_thing(mark, answer: str, sentence: str):
    outcome = mark("symbolic", "2 x", answer)
    assert (outcome.verdict, outcome.diagnosis.code, outcome.diagnosis.student) == ("incorrect", "wrong_kind", sentence)


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("x^2/2", "x^2/2 + C", "correct", id="a letter"),
        pytest.param("x^2/2", "x^2/2 - 5", "correct", id="a number"),
        pytest.param("x^2/2", "x^2/2 + x", "incorrect", id="a variable"),
        pytest.param("x^2/2", "x^2", "incorrect", id="a factor"),
        pytest.param("sin(x)^2", "-cos(x)^2", "correct", id="not seen at once"),
        pytest.param("ln(x)", "ln(3 x)", "correct", id="defined on half a line"),
        pytest.param("1/x", "1/x + 1", "correct", id="a pole"),
        pytest.param("x + y", "x", "incorrect", id="every symbol of the key varies"),
    ],
)
def test_up_to_a_constant(mark, key: str, answer: str, verdict: str):
    assert mark("symbolic", key, answer, up_to="constant").verdict == verdict


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("x y", "-3 x y", "correct", id="a number"),
        pytest.param("x y", "pi x y", "correct", id="not rational"),
        pytest.param("e^x", "C e^x", "correct", id="a letter"),
        pytest.param("x y", "x", "incorrect", id="a variable"),
        pytest.param("x y", "0", "incorrect", id="zero is no factor"),
        pytest.param("0", "x", "incorrect", id="a key of zero"),
        pytest.param("0", "0", "correct", id="zero for zero"),
        pytest.param("x - y", "y - x", "correct", id="the sign"),
    ],
)
def test_up_to_a_factor(mark, key: str, answer: str, verdict: str):
    assert mark("symbolic", key, answer, up_to="factor").verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict, code",
    [
        pytest.param("n^2", "correct", None, id="the symbol asked for"),
        pytest.param("n^2 + k - k", "incorrect", "other_symbols", id="another one, though it cancels"),
        pytest.param("n", "incorrect", None, id="not equal"),
    ],
)
def test_in_terms_of(mark, answer: str, verdict: str, code: str | None):
    outcome = mark("symbolic", "n^2", answer, in_terms_of="n")
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


def test_the_other_symbols_are_named(mark):
    diagnosis = mark("symbolic", "n^2", "n^2 + k - k", in_terms_of=["n", "x"]).diagnosis
    assert diagnosis.student == "The answer should be in terms of n, x alone; it uses k."


@pytest.mark.parametrize(
    "form, answer, verdict",
    [
        pytest.param("expanded", "x^2 - 1", "correct", id="expanded"),
        pytest.param("expanded", "(x - 1)(x + 1)", "incorrect", id="not expanded"),
        pytest.param(["expanded", "no decimals"], "x^2 - 1.0", "incorrect", id="one of two forms"),
        pytest.param("expanded", "x^2 + 1", "incorrect", id="the form alone is not enough"),
    ],
)
def test_a_form_is_asked_for_besides(mark, form: object, answer: str, verdict: str):
    assert mark("symbolic", "x^2 - 1", answer, form=form).verdict == verdict


def test_the_wrong_form_is_explained(mark):
    diagnosis = mark("symbolic", "x^2 - 1", "(x - 1)(x + 1)", form="expanded").diagnosis
    assert (diagnosis.code, diagnosis.student, diagnosis.staff) == (
        "wrong_form",
        "This is equal to what is expected, but it is not expanded: multiply out the brackets.",
        "Equal to the key, but not in the form “expanded”.",
    )


@pytest.mark.parametrize(
    "answer, kind",
    [
        pytest.param("3 x y", EvidenceKind.EXACT, id="a factor"),
        pytest.param("y x", EvidenceKind.IDENTICAL, id="the key itself"),
        pytest.param("x + y", EvidenceKind.COUNTEREXAMPLE, id="different"),
    ],
)
def test_the_evidence_is_about_what_was_asked(mark, answer: str, kind: EvidenceKind):
    assert mark("symbolic", "x y", answer, up_to="factor").evidence.kind is kind


@pytest.mark.parametrize(
    "key, answer, verdict, code",
    [
        pytest.param(r"5\text{ km}", r"5000\text{ m}", "correct", None, id="converted"),
        pytest.param(r"2x\text{ km}", r"2000x\text{ m}", "correct", None, id="a formula converted"),
        pytest.param(r"5\text{ km}", r"5\text{ cm}", "incorrect", "wrong_unit", id="the number in another unit"),
        pytest.param(
            r"2x\text{ km}", r"x \cdot 2\text{ cm}", "incorrect", "wrong_unit", id="the formula in another unit"
        ),
        pytest.param(r"5\text{ km}", r"5\text{ kg}", "incorrect", "wrong_dimension", id="another dimension"),
        pytest.param(r"5\text{ km}", "5", "incorrect", "missing_unit", id="no unit"),
        pytest.param(r"5\text{ km}", r"6\text{ km}", "incorrect", None, id="another number"),
        pytest.param(r"5\text{ km}", "6", "incorrect", None, id="no unit, and another number"),
        pytest.param("5", r"5\text{ km}", "correct", None, id="a unit that the key has not"),
        pytest.param("5", r"6\text{ km}", "incorrect", None, id="another number with a unit that the key has not"),
    ],
)
def test_units(mark, key: str, answer: str, verdict: str, code: str | None):
    outcome = mark("symbolic", key, answer)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)
