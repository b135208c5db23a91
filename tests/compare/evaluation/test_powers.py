"""Powers and roots by the conventions of real and complex arithmetic."""

import pytest
from flint import acb, arb, fmpq

from fullmarks.compare.evaluation.powers import power, root
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError, UncertainError, UndefinedError
from fullmarks.limits import DEFAULT


def raised_to(base, exponent, in_complex=False):
    with precision(64):
        return power(base, exponent, DEFAULT.exact_bits, in_complex=in_complex)


def q(value):
    numerator, _, denominator = value.partition("/")
    return fmpq(int(numerator), int(denominator or 1))


@pytest.mark.parametrize(
    "base, exponent, expected",
    [
        ("2", "10", "1024"),
        ("2", "-2", "1/4"),
        ("-2", "3", "-8"),
        ("-2", "2", "4"),
        ("2/3", "-3", "27/8"),
        ("0", "5", "0"),
        ("5", "0", "1"),
        ("-5", "0", "1"),
        ("0", "0", "1"),
        ("4", "1/2", "2"),
        ("4", "-1/2", "1/2"),
        ("4", "3/2", "8"),
        ("8", "1/3", "2"),
        ("-8", "1/3", "-2"),
        ("-8", "2/3", "4"),
        ("-8", "-1/3", "-1/2"),
        ("-8", "-2/3", "1/4"),
        ("-32", "1/5", "-2"),
        ("-32", "3/5", "-8"),
        ("16/81", "3/4", "8/27"),
        ("0", "1/2", "0"),
        ("0", "1/3", "0"),
        ("1", "7/13", "1"),
        ("-1", "1/3", "-1"),
        ("-1", "2/3", "1"),
    ],
)
def test_exact_powers(base, exponent, expected):
    assert raised_to(q(base), q(exponent)) == q(expected)


@pytest.mark.parametrize(
    "base, exponent, expected",
    [
        pytest.param(fmpq(1), fmpq(10**500), 1, id="one to a giant"),
        pytest.param(fmpq(0), fmpq(10**500), 0, id="zero to a giant"),
        pytest.param(fmpq(-1), fmpq(10**500), 1, id="minus one to an even giant"),
        pytest.param(fmpq(-1), fmpq(10**500 + 1), -1, id="minus one to an odd giant"),
        pytest.param(fmpq(1), fmpq(-(10**500)), 1, id="one to a negative giant"),
    ],
)
def test_exact_powers_of_giants(base, exponent, expected):
    assert raised_to(base, exponent) == expected


@pytest.mark.parametrize(
    "base, exponent, kind",
    [
        pytest.param(fmpq(0), fmpq(-1), "pole", id="zero to the minus one"),
        pytest.param(fmpq(0), fmpq(-1, 2), "pole", id="zero to the minus a half"),
        pytest.param(fmpq(-4), fmpq(1, 2), "domain", id="a square root of a negative number"),
        pytest.param(fmpq(-4), fmpq(3, 2), "domain", id="its cube"),
        pytest.param(fmpq(-16), fmpq(1, 4), "domain", id="a fourth root of a negative number"),
        pytest.param(fmpq(-16), fmpq(3, 14), "domain", id="an even denominator in lowest terms"),
    ],
)
def test_no_value(base, exponent, kind):
    with pytest.raises(UndefinedError) as raised:
        raised_to(base, exponent)
    assert raised.value.kind == kind


def test_a_negative_number_to_an_irrational_power_has_no_real_value():
    with precision(64), pytest.raises(NoValueError):
        power(fmpq(-2), arb(2).sqrt(), DEFAULT.exact_bits, in_complex=False)


def test_zero_to_a_ball_across_zero_is_uncertain():
    with precision(64), pytest.raises(UncertainError):
        power(fmpq(0), arb(0, 1e-9), DEFAULT.exact_bits, in_complex=False)


def test_zero_to_a_positive_ball_is_zero():
    assert raised_to(fmpq(0), arb(2).sqrt()) == 0


@pytest.mark.parametrize(
    "base, exponent, expected",
    [
        pytest.param(fmpq(2), fmpq(1, 2), "1.41421356237", id="a root of a rational"),
        pytest.param(fmpq(-2), fmpq(1, 3), "-1.25992104989", id="an odd root of a negative rational"),
        pytest.param(arb(2), fmpq(1, 2), "1.41421356237", id="a root of a ball"),
        pytest.param(arb(-2), fmpq(1, 3), "-1.25992104989", id="an odd root of a negative ball"),
        pytest.param(arb(-2), fmpq(2, 3), "1.58740105197", id="an even power of an odd root of a negative ball"),
        pytest.param(fmpq(2), arb(0.5), "1.41421356237", id="a ball as exponent"),
    ],
)
def test_real_powers(base, exponent, expected):
    assert raised_to(base, exponent).str(12, radius=False) == expected


@pytest.mark.parametrize(
    "base, exponent, expected",
    [
        pytest.param(fmpq(-8), fmpq(1, 3), acb(1, arb(3).sqrt()), id="the principal cube root"),
        pytest.param(fmpq(-4), fmpq(1, 2), acb(0, 2), id="the root of a negative number"),
        pytest.param(fmpq(-1), fmpq(1, 4), acb(arb(2).sqrt() / 2, arb(2).sqrt() / 2), id="a fourth root"),
        pytest.param(acb(0, 1), fmpq(2), acb(-1), id="the square of i"),
        pytest.param(acb(0, 1), acb(0, 1), acb((-arb.pi() / 2).exp()), id="i to the i"),
        pytest.param(fmpq(4), fmpq(1, 2), acb(2), id="a positive number stays real"),
    ],
)
def test_complex_powers(base, exponent, expected):
    assert acb(raised_to(base, exponent, in_complex=True)).overlaps(expected)


@pytest.mark.parametrize(
    "radicand, degree, expected",
    [("8", "3", "2"), ("-8", "3", "-2"), ("16", "4", "2"), ("4", "-2", "1/2"), ("4", "1/2", "16"), ("0", "3", "0")],
)
def test_roots(radicand, degree, expected):
    assert root(q(radicand), q(degree), DEFAULT.exact_bits, in_complex=False) == q(expected)


def test_there_is_no_root_of_degree_zero():
    with pytest.raises(UndefinedError):
        root(fmpq(5), fmpq(0), DEFAULT.exact_bits, in_complex=False)


def test_a_power_with_more_bits_than_are_kept_is_a_ball():
    found = raised_to(fmpq(3), fmpq(100_000))
    assert isinstance(found, arb)
    assert found.log().str(12, radius=False) == (arb(3).log() * 100_000).str(12, radius=False)


@pytest.mark.parametrize(
    "base, exponent", [(fmpq(9), fmpq(9**9)), (fmpq(2), fmpq(-(10**12))), (fmpq(10), fmpq(10**10))]
)
def test_giants_are_balls_or_beyond(base, exponent):
    """Never written out: the exact power would have billions of digits."""
    try:
        found = raised_to(base, exponent)
    except BeyondError:
        return
    assert isinstance(found, arb)
