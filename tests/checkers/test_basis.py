import pytest

from fullmarks.errors import UnusableKeyError

PLANE = [[1, 0, -1], [0, 1, 2]]
FLAT = "(1, 1, 0)/√2, (0, 0, 1)"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("(1, 0, -1), (0, 1, 2)", id="the key"),
        pytest.param("{(1, 1, 1), (0, 1, 2)}", id="another basis in braces"),
        pytest.param("[0, 1, 2], [1, 0, -1]", id="another order in square brackets"),
        pytest.param("<1, 0, -1>, <0, -2, -4>", id="other lengths in angles"),
        pytest.param("span{(1, 0, -1), (2, 3, 4)}", id="span"),
        pytest.param(
            r"\operatorname{span}\left\{\begin{bmatrix}1\\0\\-1\end{bmatrix}, \begin{bmatrix}0\\1\\2\end{bmatrix}\right\}",
            id="span of columns",
        ),
        pytest.param(
            r"\begin{pmatrix}1\\0\\-1\end{pmatrix} \text{ and } \begin{pmatrix}0\\1\\2\end{pmatrix}", id="columns"
        ),
        pytest.param(r"\begin{pmatrix}1 & 0\\0 & 1\\-1 & 2\end{pmatrix}", id="columns of a matrix"),
        pytest.param("[[1, 0, -1], [0, 1, 2]]", id="rows of a matrix"),
        pytest.param("v_1 = (1, 0, -1)^T, v_2 = (0, 1, 2)^T", id="named"),
        pytest.param("√2 (1, 0, -1), (√3, 1, 2 - √3)", id="roots"),
    ],
)
def test_a_basis(mark, answer: str):
    outcome = mark("basis", PLANE, answer)
    assert (outcome.verdict, outcome.evidence.kind) == ("correct", "exact")


@pytest.mark.parametrize(
    "answer, code, says",
    [
        pytest.param(
            "(1, 0, -1)",
            "too_few_vectors",
            "These vectors lie in the space and are independent, but they do not span all of it.",
            id="one",
        ),
        pytest.param(
            "(1, 0, -1), (2, 0, -2)",
            "linearly_dependent",
            "These vectors are linearly dependent. Look at vector number 2.",
            id="a multiple",
        ),
        pytest.param(
            "(1, 0, -1), (0, 1, 2), (1, 1, 1)",
            "linearly_dependent",
            "These vectors are linearly dependent. Look at vector number 3.",
            id="one too many",
        ),
        pytest.param("(1, 0, -1), (0, 0, 0)", "zero_vector", "The zero vector is no part of any basis.", id="zero"),
        pytest.param(
            "(1, 0, -1), (0, 1, 3)",
            "outside_the_space",
            "Not all of these vectors lie in the space. Look at vector number 2.",
            id="outside",
        ),
        pytest.param(
            "(1, 0), (0, 1)",
            "wrong_shape",
            "This is a vector with 2 entries; a vector with 3 entries is expected.",
            id="shorter",
        ),
        pytest.param("5", "wrong_kind", "This is one expression; a list of vectors is expected.", id="a number"),
        pytest.param("2", "wrong_kind", "This is one expression; a list of vectors is expected.", id="the dimension"),
        pytest.param(
            "(1, 0, -1) · (0, 1, 2)",
            "wrong_kind",
            "This is one expression; a list of vectors is expected.",
            id="a product",
        ),
    ],
)
def test_no_basis(mark, answer: str, code: str, says: str):
    outcome = mark("basis", PLANE, answer)
    assert (outcome.verdict, outcome.diagnosis.code, outcome.diagnosis.student) == ("incorrect", code, says)


def test_what_may_hide_a_zero_goes_to_a_person(mark):
    assert mark("basis", PLANE, "(1, sin(1), 2), (0, 1, 2)").verdict == "needs_review"


@pytest.mark.parametrize(
    "answer, verdict, code",
    [
        pytest.param("(1/√2, 1/√2, 0), (0, 0, -1)", "correct", None, id="another sign"),
        pytest.param("(0, 0, 1), (1, 1, 0)/√2", "correct", None, id="another order"),
        pytest.param(
            r"\left(\frac{1}{2}, \frac{1}{2}, \frac{1}{\sqrt2}\right), \left(\frac{1}{2}, \frac{1}{2}, -\frac{1}{\sqrt2}\right)",
            "correct",
            None,
            id="turned",
        ),
        pytest.param("(1, 1, 0), (0, 0, 1)", "incorrect", "not_normalised", id="too long"),
        pytest.param("(0.7071, 0.7071, 0), (0, 0, 1)", "incorrect", "not_normalised", id="rounded"),
        pytest.param("(1, 1, 0)/√2, (1, 1, √2)/2", "incorrect", "not_orthogonal", id="askew"),
        pytest.param("(1, 0, 0), (0, 1, 0)", "incorrect", "outside_the_space", id="elsewhere"),
    ],
)
def test_orthonormal(mark, answer: str, verdict: str, code: str | None):
    outcome = mark("basis", FLAT, answer, orthonormal=True)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("(1, i)/√2", "correct", id="the key"),
        pytest.param("(i, -1)/√2", "correct", id="turned by i"),
        pytest.param("(1, -i)/√2", "incorrect", id="conjugated"),
        pytest.param("(1, i)", "incorrect", id="length by the complex product"),
    ],
)
def test_complex(mark, answer: str, verdict: str):
    assert mark("basis", "(1, i)/√2", answer, orthonormal=True).verdict == verdict


def test_orthogonal_vectors_may_have_any_length(mark):
    assert mark("basis", "(1, 1), (1, -1)", "(3, 3), (-1, 1)", orthogonal=True).verdict == "correct"


@pytest.mark.parametrize(
    "key",
    [
        pytest.param([[1, 0, -1], [0, 1, 2]], id="vectors as lists"),
        pytest.param(["(1, 0, -1)", "(0, 1, 2)"], id="vectors as texts"),
        pytest.param("[[1, 0, -1], [0, 1, 2]]", id="lists in a list"),
        pytest.param("(1, 0, -1), (0, 1, 2)", id="one text"),
        pytest.param(r"\begin{pmatrix}1 & 0\\0 & 1\\-1 & 2\end{pmatrix}", id="columns"),
    ],
)
def test_keys(mark, key: object):
    assert mark("basis", key, "(1, 1, 1), (0, 1, 2)").verdict == "correct"


@pytest.mark.parametrize(
    "key, sentence",
    [
        pytest.param("5", "The key “5” lists no vectors. Write it as (1, 0), (0, 1).", id="a number"),
        pytest.param([[1, 0], [1]], "The vectors of the key do not all have the same number of entries.", id="ragged"),
    ],
)
def test_keys_that_cannot_be_used(mark, key: object, sentence: str):
    with pytest.raises(UnusableKeyError) as error:
        mark("basis", key, "(1, 0)")
    assert str(error.value) == sentence


def test_one_or_the_other_is_no_basis(mark):
    assert mark("basis", PLANE, "(1, 0, -1) or (0, 1, 2)").diagnosis.code == "wrong_kind"
