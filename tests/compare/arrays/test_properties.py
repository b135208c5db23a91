"""Random expressions in square arrays: rewritten by the laws of matrices they are equal, and else what plain lists of numbers say."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.arrays.worlds import SQUARES

Form = tuple
"""A letter, or an operation and its parts."""
SAMPLES = 4


def forms():
    leaves = st.sampled_from([("A",), ("B",)])
    return st.recursive(
        leaves,
        lambda parts: st.one_of(
            st.tuples(st.just("+"), parts, parts),
            st.tuples(st.just("-"), parts, parts),
            st.tuples(st.just("*"), parts, parts),
            st.tuples(st.just("T"), parts),
            st.tuples(st.just("2"), parts),
        ),
        max_leaves=6,
    )


def written(form: Form) -> str:
    match form:
        case (letter,):
            return letter
        case ("T", inner):
            return f"({written(inner)})^T"
        case ("2", inner):
            return f"2 ({written(inner)})"
        case ("*", left, right):
            return f"({written(left)}) ({written(right)})"
        case (sign, left, right):
            return f"({written(left)}) {sign} ({written(right)})"


def rewritten(form: Form, chance: Random) -> Form:
    """The form with laws applied here and there."""
    form = (form[0], *(rewritten(part, chance) for part in form[1:]))
    match form, chance.randrange(3):
        case ("+", left, right), 0:
            return ("+", right, left)
        case ("*", left, right), 0:
            return ("T", ("*", ("T", right), ("T", left)))
        case ("*", left, ("+" | "-" as sign, one, other)), 1:
            return (sign, ("*", left, one), ("*", left, other))
        case ("*", ("*", left, middle), right), 2:
            return ("*", left, ("*", middle, right))
        case ("2", inner), 0:
            return ("+", inner, inner)
        case _, 1:
            return ("T", ("T", form))
    return form


def value(form: Form, point: dict[str, list[list[int]]]) -> list[list[int]]:
    """What the form is worth, by sums and products of numbers alone."""
    match form:
        case (letter,):
            return point[letter]
        case ("T", inner):
            return [list(column) for column in zip(*value(inner, point), strict=True)]
        case ("2", inner):
            return [[2 * entry for entry in row] for row in value(inner, point)]
        case ("*", left, right):
            rows, columns = value(left, point), list(zip(*value(right, point), strict=True))
            return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in rows]
        case (sign, left, right):
            factor = 1 if sign == "+" else -1
            pairs = zip(value(left, point), value(right, point), strict=True)
            return [[a + factor * b for a, b in zip(row, other, strict=True)] for row, other in pairs]


def truly_equal(one: Form, other: Form) -> bool:
    chance = Random(1)
    points = [
        {name: [[chance.randint(-50, 50) for _ in range(3)] for _ in range(3)] for name in "AB"} for _ in range(SAMPLES)
    ]
    return all(value(one, point) == value(other, point) for point in points)


@settings(max_examples=150, deadline=None)
@given(forms(), st.integers(0, 1_000))
def test_what_the_laws_allow_is_equal(form: Form, seed: int):
    other = rewritten(form, Random(seed))
    assert truly_equal(form, other)
    assert SQUARES.equal(written(other), written(form))


@settings(max_examples=150, deadline=None)
@given(forms(), forms())
def test_two_forms_are_equal_when_their_values_are(one: Form, other: Form):
    assert SQUARES.equal(written(one), written(other)) is truly_equal(one, other)
