import pytest

from fullmarks.errors import UnusableKeyError

LINE = "(1 + 2t, t, 3)"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("(1 + 2t, t, 3)", id="the key"),
        pytest.param("(3 + 2s, 1 + s, 3)", id="another point and letter"),
        pytest.param("(1, 0, 3) + t(2, 1, 0)", id="a sum"),
        pytest.param(
            r"\begin{pmatrix}1\\0\\3\end{pmatrix} - r\begin{pmatrix}4\\2\\0\end{pmatrix}, r \in \mathbb{R}",
            id="columns",
        ),
        pytest.param(
            r"\left\{\begin{pmatrix}1 + 2t\\t\\3\end{pmatrix} \,\middle|\, t \in \mathbb{R}\right\}", id="a set"
        ),
        pytest.param("{(1 + 2t, t, 3) : t in R}", id="a set in plain text"),
        pytest.param("(1, 0, 3) + span{(2, 1, 0)}", id="a span"),
        pytest.param("x = 1 + 2t, y = t, z = 3", id="by unknowns"),
        pytest.param("x = 1 + 2y, z = 3", id="a free unknown"),
        pytest.param(r"x_1 = 1 + 2x_2, x_3 = 3, x_2 \text{ is free}", id="said to be free"),
        pytest.param("y = (x - 1)/2, z = 3", id="another free unknown"),
        pytest.param("y = t, x = 1 + 2y, z = 3", id="one by another"),
        pytest.param("(x, y, z) = (1 + 2t, t, 3)", id="named"),
        pytest.param("(1 + 2s + 2t, s + t, 3)", id="more letters than needed"),
    ],
)
def test_the_same_solutions(mark, answer: str):
    outcome = mark("solutions", LINE, answer)
    assert (outcome.verdict, outcome.evidence.kind) == ("correct", "exact")


@pytest.mark.parametrize(
    "answer, code",
    [
        pytest.param("(1, 0, 3)", "too_few_parameters", id="one solution"),
        pytest.param("(1 + 2t, t + 1, 3)", "not_a_solution", id="another point"),
        pytest.param("(1 + t, t, 3)", "wrong_direction", id="another direction"),
        pytest.param("(1 + 2t, t, s)", "not_a_solution", id="a plane"),
        pytest.param("(1 + 2t, t, 3 + s)", "wrong_direction", id="a plane with the line in it"),
        pytest.param("(1 + 2t^2, t^2, 3 + t)", "not_a_solution", id="a curve"),
        pytest.param("(1 + 2t, t)", "wrong_shape", id="one unknown too few"),
        pytest.param("no solution", "has_solutions", id="none"),
        pytest.param("(1 + 2t, t, 3), t > 0", "wrong_kind", id="a ray"),
        pytest.param("{(1 + 2t, t, 3) | t in integers}", "wrong_kind", id="points on the line"),
        pytest.param("x = 1 + 2y, y = (x - 1)/2, z = 3", "wrong_kind", id="one by the other"),
        pytest.param("x - 2y = 1, z = 3", "wrong_kind", id="not solved"),
        pytest.param("5", "wrong_kind", id="a number"),
    ],
)
def test_other_solutions(mark, answer: str, code: str):
    outcome = mark("solutions", LINE, answer)
    assert (outcome.verdict, outcome.diagnosis.code) == ("incorrect", code)


def test_a_parametrisation_that_is_not_linear_goes_to_a_person(mark):
    assert mark("solutions", LINE, "(1 + 2t^3, t^3, 3)").verdict == "needs_review"


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("no solution", "∅", "correct", id="none, as a set"),
        pytest.param("no solution", "no solution", "correct", id="none, in words"),
        pytest.param("no solution", "(0, 0)", "incorrect", id="one, where there is none"),
        pytest.param("(1, 2)", "x = 1, y = 2", "correct", id="one alone"),
        pytest.param("(1, 2)", "(1, 2)", "correct", id="one alone as a vector"),
        pytest.param("(1, 2)", "(1 + t, 2)", "incorrect", id="a line through it"),
        pytest.param("(s, t)", "(a, b)", "correct", id="everything"),
        pytest.param("(t, 2t)", "(0, 0) + span{(-1, -2)}", "correct", id="a line through zero"),
    ],
)
def test_points_and_planes(mark, key: str, answer: str, verdict: str):
    assert mark("solutions", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("(a + 2 + s, 2 + s)", "correct", id="the letter of the system kept"),
        pytest.param("(b + s, s)", "incorrect", id="another letter in its place"),
        pytest.param("(s, s)", "incorrect", id="without the letter"),
    ],
)
def test_a_letter_that_is_no_parameter(mark, answer: str, verdict: str):
    assert mark("solutions", "(a + t, t)", answer, parameters="t").verdict == verdict


def test_a_letter_that_is_declared_is_no_parameter(mark):
    assert mark("solutions", "(a + t, t)", "(a + 1 + s, 1 + s)").verdict == "correct"
    assert mark("solutions", "(a + t, t)", "(r + s, s)").verdict == "incorrect"


def test_equations_that_grow_past_all_bounds_are_not_put_together(mark):
    equations = ", ".join(f"x_{k} = ({' + '.join([f'x_{k + 1}'] * 20)})^2" for k in range(1, 12))
    key = f"({', '.join(['t'] * 12)})"
    assert mark("solutions", key, f"{equations}, x_12 = t").verdict == "incorrect"


@pytest.mark.parametrize(
    "key, options, sentence",
    [
        pytest.param("5", {}, "The key “5” is no vector. Write the solutions as (1 + 2t, t).", id="a number"),
        pytest.param("(1, 2)", {"parameters": "t"}, "The key does not use the parameter t.", id="no such parameter"),
    ],
)
def test_keys_that_cannot_be_used(mark, key: str, options: dict[str, str], sentence: str):
    with pytest.raises(UnusableKeyError) as error:
        mark("solutions", key, "(1, 2)", **options)
    assert str(error.value) == sentence
