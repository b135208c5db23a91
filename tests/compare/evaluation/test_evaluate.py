"""The value of a tree at a point: exact where it is rational, undefined for a reason, uncertain, or not computed at all."""

from fractions import Fraction

import pytest
from flint import acb, arb, fmpq

from fullmarks.compare.evaluation.evaluate import Budget, Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError, UncertainError, UndefinedError
from fullmarks.limits import DEFAULT, Limits


@pytest.fixture(scope="module")
def value(tree_of):
    def at(text, limits=DEFAULT, *, in_complex=False, seed="", bits=128, **point):
        exact = {name: fmpq(Fraction(q).numerator, Fraction(q).denominator) for name, q in point.items()}
        with precision(bits):
            return Evaluator(exact, limits, seed, in_complex=in_complex).value(tree_of(text))

    return at


@pytest.mark.parametrize(
    "text, point, expected",
    [
        ("x + 1/3", {"x": "1/6"}, "1/2"),
        ("x^2 - y", {"x": 3, "y": 2}, "7"),
        ("x^(-2)", {"x": "2/3"}, "9/4"),
        ("sqrt(x)", {"x": "9/4"}, "3/2"),
        ("x^(1/3)", {"x": -27}, "-3"),
        ("|x|", {"x": "-1/2"}, "1/2"),
        ("sign(x)", {"x": "-1/2"}, "-1"),
        ("sign(x)", {"x": 0}, "0"),
        ("floor(x)", {"x": "-1/2"}, "-1"),
        ("ceil(x)", {"x": "-1/2"}, "0"),
        ("round(x)", {"x": "1/2"}, "1"),
        ("round(x)", {"x": "-1/2"}, "0"),
        ("floor(sqrt(x))", {"x": 8}, "2"),
        ("floor(-sqrt(x))", {"x": 8}, "-3"),
        ("n!", {"n": 0}, "1"),
        ("n!", {"n": 5}, "120"),
        ("binomial(n, k)", {"n": 3, "k": 5}, "0"),
        ("binomial(n, 2)", {"n": 10}, "45"),
        ("n mod 3", {"n": -1}, "2"),
        ("n mod (-3)", {"n": 1}, "-2"),
        ("x mod 1", {"x": "7/4"}, "3/4"),
        ("gcd(n, 12)", {"n": -18}, "6"),
        ("gcd(n, 0)", {"n": 5}, "5"),
        ("lcm(n, 6)", {"n": 4}, "12"),
        ("max(x, y, 0)", {"x": -1, "y": "1/2"}, "1/2"),
        ("min(x, y)", {"x": -1, "y": "1/2"}, "-1"),
        ("sum_{k=1}^{n} k", {"n": 4}, "10"),
        ("sum_{k=1}^{n} k", {"n": 0}, "0"),
        ("product_{k=1}^{n} k", {"n": 4}, "24"),
        ("sum_{k=1}^{n} sum_{j=1}^{k} j", {"n": 3}, "10"),
        ("sum_{k=1}^{2} k x", {"x": 5, "k": 100}, "15"),
        ("k + sum_{k=1}^{2} k", {"k": 100}, "103"),
        ("x if x > 0, else -x", {"x": -3}, "3"),
        ("1 if x > 0; 2 if x >= 0", {"x": 0}, "2"),
        ("1 if x > 0; 2 if x > -5", {"x": 1}, "1"),
        ("1 if 0 < x <= 1, else 0", {"x": 1}, "1"),
        ("1 if x > 0 and x < 1, else 0", {"x": "1/2"}, "1"),
        ("1 if x < 0 or x > 1, else 0", {"x": "1/2"}, "0"),
        ("1 if x ≠ 0, else 0", {"x": 0}, "0"),
        ("1 if x ∈ {1, 2}, else 0", {"x": 2}, "1"),
        ("1 if x ∈ (0, 1), else 0", {"x": 1}, "0"),
        ("1 if x ∈ [0, 1], else 0", {"x": 1}, "1"),
        ("1 if x > pi, else 0", {"x": "22/7"}, "1"),
        ("50% x", {"x": 3}, "3/2"),
        ("det([[x, 1], [1, x]])", {"x": 3}, "8"),
        ("trace([[x, 1], [1, x]])", {"x": 3}, "6"),
    ],
)
def test_exact_values(value, text, point, expected):
    found = value(text, **point)
    assert (type(found), found) == (fmpq, fmpq(Fraction(expected).numerator, Fraction(expected).denominator))


@pytest.mark.parametrize(
    "text, point, kind",
    [
        pytest.param("1/x", {"x": 0}, "pole", id="one over zero"),
        pytest.param("0/x", {"x": 0}, "pole", id="zero over zero"),
        pytest.param("x^(-1)", {"x": 0}, "pole", id="a negative power of zero"),
        pytest.param("1/(x - x)", {"x": 5}, "pole", id="a hidden zero"),
        pytest.param("1/floor(x)", {"x": "1/2"}, "pole", id="a step that is zero"),
        pytest.param("x mod y", {"x": 1, "y": 0}, "pole", id="a remainder by zero"),
        pytest.param("n!", {"n": -1}, "pole", id="the factorial of a negative integer"),
        pytest.param("ln(x)", {"x": 0}, "pole", id="the logarithm of zero"),
        pytest.param("ln(x)", {"x": -1}, "domain", id="the logarithm of a negative number"),
        pytest.param("log_x(2)", {"x": 1}, "pole", id="a logarithm of base one"),
        pytest.param("sqrt(x)", {"x": -1}, "domain", id="the root of a negative number"),
        pytest.param("x^(1/4)", {"x": -1}, "domain", id="the fourth root of a negative number"),
        pytest.param("asin(x)", {"x": 2}, "domain", id="an arcsine outside"),
        pytest.param("acosh(x)", {"x": 0}, "domain", id="an inverse hyperbolic cosine outside"),
        pytest.param("atanh(x)", {"x": 2}, "domain", id="an inverse hyperbolic tangent outside"),
        pytest.param("sum_{k=1}^{n} k", {"n": "1/2"}, "domain", id="half a sum"),
        pytest.param("gcd(x, 2)", {"x": "1/2"}, "domain", id="the divisor of a fraction"),
        pytest.param("1 if x > 0", {"x": -1}, "nowhere", id="no piece"),
        pytest.param("det([[x, 1]])", {"x": 1}, "shape", id="the determinant of a row"),
    ],
)
def test_no_value(value, text, point, kind):
    with pytest.raises(UndefinedError) as raised:
        value(text, **point)
    assert raised.value.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1/(sin(1)^2 + cos(1)^2 - 1)", id="a divisor that may be zero"),
        pytest.param("sign(sin(1)^2 + cos(1)^2 - 1)", id="the sign of what may be zero"),
        pytest.param("floor(sin(1)^2 + cos(1)^2)", id="the floor of what may be an integer"),
        pytest.param("1 if sin(1)^2 + cos(1)^2 >= 1, else 0", id="a border that may be met"),
        pytest.param("ln(sin(1)^2 + cos(1)^2 - 1)", id="the logarithm of what may be zero"),
    ],
)
def test_uncertain(value, text):
    with pytest.raises(UncertainError):
        value(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x", id="a symbol without a value"),
        pytest.param("infinity", id="infinity"),
        pytest.param("{1, 2}", id="a set"),
        pytest.param("x = 1", id="a statement"),
        pytest.param("\\int_0^1 t dt", id="an integral"),
        pytest.param("diff(t^2, t)", id="a derivative"),
        pytest.param("sum_{k=1}^{10^9} k", id="too many terms"),
        pytest.param("floor(2^(10^10))", id="an integer with too many digits"),
        pytest.param("f(sqrt(2))", id="an unknown function of a ball"),
    ],
)
def test_beyond(value, text):
    with pytest.raises(BeyondError):
        value(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("i^2", acb(-1)),
        ("sqrt(-4)", acb(0, 2)),
        ("(-8)^(1/3)", acb(1, arb(3).sqrt())),
        ("ln(-1)", acb(0, arb.pi())),
        ("e^(i pi)", acb(-1)),
        ("|3 + 4 i|", acb(5)),
        ("conj(3 + 4 i)", acb(3, -4)),
        ("arg(-1)", acb(arb.pi())),
        ("asin(2)", acb(2).asin()),
    ],
)
def test_complex_values(value, text, expected):
    assert acb(value(text, in_complex=True)).overlaps(expected)


def test_an_unknown_value_is_the_same_for_the_same_name_and_indices(value):
    assert value("x_{k+1}", k=1) == value("x_{k}", k=2)
    assert value("f(2 k)", k=1) == value("f(k)", k=2)


@pytest.mark.parametrize("other", ["x_{2}", "y_{1}", "x_{1,1}", "f(1)"])
def test_another_unknown_value_is_another(value, other):
    assert value("x_{1}") != value(other)


def test_unknown_values_depend_on_the_seed(value):
    assert value("x_{1}", seed="a") != value("x_{1}", seed="b")


def test_the_budget_ends_what_is_long(tree_of):
    tree = tree_of("sum_{k=1}^{30} sum_{j=1}^{30} k j")
    with precision(64), pytest.raises(BeyondError):
        Evaluator({}, Limits(evaluations=1_000)).value(tree)
    with precision(64):
        assert Evaluator({}, DEFAULT).value(tree) == 216_225


def test_evaluators_may_share_a_budget(tree_of):
    budget, tree = Budget(250), tree_of("sum_{k=1}^{50} k")
    with precision(64):
        assert Evaluator({}, DEFAULT, budget=budget).value(tree) == 1275
        left = budget.left
        assert 0 < left < 200
        budget.left = 10
        with pytest.raises(BeyondError):
            Evaluator({}, DEFAULT, budget=budget).value(tree)


@pytest.mark.parametrize(
    "text, absorbed",
    [("1 + e^(-1000)", True), ("1 + e^(-10)", False), ("x + 1e-400 pi", True), ("2^70000 + pi", True)],
)
def test_small_terms_are_noticed(tree_of, text, absorbed):
    with precision(1_024):
        evaluator = Evaluator({"x": fmpq(1, 3)}, DEFAULT)
        evaluator.value(tree_of(text))
    assert evaluator.absorbed is absorbed


def test_a_value_never_leaves_a_bound_index_behind(value):
    """A sum that ends in an error puts its index back as well."""
    with pytest.raises(NoValueError):
        value("k + sum_{k=0}^{3} 1/k", k=7)
    assert value("k + sum_{k=1}^{3} k", k=7) == 13
