import pytest

from fullmarks.diagnose.catalogue import CODES


@pytest.mark.parametrize(
    "key, answer, code",
    [
        pytest.param("2 c d_out^2 d_in", "c d_out^2 d_in", "constant_factor", id="half the cost"),
        pytest.param("2 c d_out^2 d_in", "2 c d_in^2 d_out", "swapped_symbols", id="the other Gram matrix"),
        pytest.param("2 c d_out^2 d_in", "2 c d_out d_in", "missing_factor", id="a power too low"),
        pytest.param("2 c d_out^2 d_in", "2 c D_out^2 d_in", "letter_case", id="a capital, not an unknown symbol"),
        pytest.param("1/sqrt(d_in)", "1/sqrt(d_out)", "swapped_symbols", id="the other width"),
        pytest.param("1/sqrt(d_in)", "sqrt(d_in)", "reciprocal", id="inverted, not a factor d_in"),
        pytest.param("a/b", "b/a", "reciprocal", id="inverted, not exchanged"),
        pytest.param("x - y", "y - x", "sign", id="the sign, not exchanged"),
        pytest.param("1 + L (K - 1)", "1 + (L - 1) (K - 1)", "off_by_one", id="one layer short"),
        pytest.param("floor((W-K)/S) + 1", "(W-K)/S + 1", "missing_floor", id="no floor"),
        pytest.param("floor((W-K)/S) + 1", "floor((W-K)/S)", "off_by_one", id="one short, not a missing term"),
        pytest.param("(n-k+1)^2 sigma_x^2", "(n-k+1) sigma_x", "rooted", id="deviation, not two missing factors"),
        pytest.param("n^2", "n", "rooted", id="a root, not a missing factor"),
        pytest.param("F (K^2 C + 1)", "F K^2 C", "missing_term", id="no biases"),
        pytest.param("1/3", "0.333", "rounded", id="rounded, not a factor"),
        pytest.param("2", "1", "off_by_one", id="one less, not half"),
        pytest.param("1/2", "-1/2", "sign", id="the sign, not a factor"),
        pytest.param("50", "50%", "percent", id="percent, not a power of ten"),
        pytest.param("0.5", "50", "power_of_ten", id="a power of ten, not a factor"),
        pytest.param("x", "5", None, id="nothing explains it"),
        pytest.param("42", "17", None, id="two numbers"),
        pytest.param("0", "5", None, id="a key of zero"),
    ],
)
def test_the_most_particular_explanation_wins(explain, key: str, answer: str, code: str | None):
    diagnosis = explain(key, answer)
    assert (diagnosis and diagnosis.code) == code


@pytest.mark.parametrize(
    "key, answer, code, staff",
    [
        pytest.param("[[1,2],[3,4]]", "[[-1,-2],[-3,-4]]", "sign", "The key with its sign turned.", id="all signs"),
        pytest.param("[[1,2],[3,4]]", "-[[1,2],[3,4]]", "sign", "The key with its sign turned.", id="a sign in front"),
        pytest.param("[[0,2],[3,0]]", "[[0,-2],[-3,0]]", "sign", "The key with its sign turned.", id="zeros aside"),
        pytest.param("[[1,2],[3,4]]", "[[3,6],[9,12]]", "constant_factor", "3 times the key.", id="three times"),
        pytest.param(
            "(floor((W-K)/S) + 1, floor((H-K)/S) + 1, C)",
            "((W-K)/S + 1) × ((H-K)/S + 1) × C",
            "missing_floor",
            "The key with its floors or ceilings left out.",
            id="a shape without floors",
        ),
        pytest.param(
            "(W, H, F)", "(H, W, F)", "swapped_symbols", "The key with H and W exchanged.", id="width, height"
        ),
        pytest.param(
            "[[1,2],[3,4]]",
            "[[1,2],[3,-4]]",
            "entries_wrong",
            "1 of 4 entries is wrong: row 2, column 2. Row 2, column 2 should be 4.",
            id="one sign among numbers is one wrong entry",
        ),
        pytest.param(
            "(x, y)",
            "(x + 1, 2 y)",
            None,
            None,
            id="two different mistakes",
        ),
    ],
)
def test_entries_that_share_a_mistake(explain, key: str, answer: str, code: str | None, staff: str | None):
    diagnosis = explain(key, answer)
    assert (diagnosis and diagnosis.code, diagnosis and diagnosis.staff) == (code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x", "1, 2", id="a list for a value"),
        pytest.param("{1, 2}", "{1, 3}", id="sets"),
        pytest.param("1, 2", "1, 3", id="bare lists"),
        pytest.param("y = 2 x", "y = 3 x", id="equations"),
        pytest.param("x < 2", "x > 2", id="inequalities"),
        pytest.param("x", "no solution", id="words"),
        pytest.param("(0, 1] ∪ [2, 3)", "(0, 1]", id="unions"),
        pytest.param("[[1, 2], [3, 4]]", "[[1, 2]]", id="another shape"),
    ],
)
def test_what_is_no_value_is_left_alone(explain, key: str, answer: str):
    assert explain(key, answer) is None


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("2 c d_out^2 d_in", "c d_out^2 d_in", id="factor"),
        pytest.param("1 + L (K - 1)", "1 + (L - 1) (K - 1)", id="off by one"),
        pytest.param("F (K^2 C + 1)", "F K^2 C", id="missing term"),
        pytest.param("[[1234,2],[3,4567]]", "[[1234,2],[3,5]]", id="entry"),
        pytest.param("2 pi", "2000 pi", id="power of ten"),
        pytest.param("floor((W-K)/S) + 1", "(W-K)/S + 1", id="floor"),
    ],
)
def test_the_student_is_not_told_the_key(explain, key: str, answer: str):
    student = explain(key, answer).student
    assert not any(part in student for part in (key, "d_out^2", "L - 1", "+ 1", "4567", "1/2"))


def test_many_entries_cost_a_bounded_number_of_comparisons(explain):
    row = "[" + ",".join(["x + 1"] * 12) + "]"
    other = "[" + ",".join(["x^2 + y"] * 12) + "]"
    assert explain(f"[{','.join([row] * 12)}]", f"[{','.join([other] * 12)}]") is None


def test_codes_are_words_with_underscores():
    assert [code for code in CODES if not code.replace("_", "").isalpha() or not code.islower()] == []
