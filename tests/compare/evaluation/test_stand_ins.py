"""What stands for unknown values: the same for the same place, and different for different ones, however they are asked for."""

from fractions import Fraction

from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.stand_ins import Place, known_family, stand_in
from fullmarks.expr.nodes import Add, Call, Indexed, Multiply, Negate, Number, Symbol
from fullmarks.limits import DEFAULT

INDICES = st.one_of(st.integers(-50, 50), st.integers(-(2**80), 2**80))
PLACES = st.lists(INDICES, min_size=1, max_size=3).map(tuple)


@given(PLACES, PLACES)
def test_places_have_values_of_their_own(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    assert (stand_in("seed", "x", one) == stand_in("seed", "x", other)) is (one == other)


@given(PLACES)
def test_whole_rationals_are_integers(indices: tuple[int, ...]) -> None:
    as_rationals: Place = tuple(fmpq(index) for index in indices)
    assert stand_in("seed", "x", as_rationals) == stand_in("seed", "x", indices)


def test_what_a_mask_would_cut_off_counts() -> None:
    assert stand_in("seed", "x", (1,)) != stand_in("seed", "x", (1 + 2**64,))
    assert stand_in("seed", "x", (-1,)) != stand_in("seed", "x", (2**64 - 1,))


def test_names_and_seeds_count() -> None:
    values = {str(stand_in(seed, name, (1,))) for seed in ("a", "b") for name in ("x", "y")}
    assert len(values) == 4


def test_an_entry_asked_for_twice_is_the_same_whether_it_was_kept_or_not() -> None:
    at = Evaluator({"i": fmpq(3)}, DEFAULT, "a seed of this test")
    entry = Indexed("x", (Symbol("i"),))
    first = at.value(entry)
    known_family.cache_clear()
    assert Evaluator({"i": fmpq(3)}, DEFAULT, "a seed of this test").value(entry) == first == at.value(entry)


def test_a_family_stops_keeping() -> None:
    family = known_family("seed", "long")
    for index in range(3_000):
        family.keep((index,), fmpq(index))
    assert len(family) < 3_000


def test_a_symbol_of_the_point_is_an_entry_of_its_family_here_alone() -> None:
    entry = Indexed("x", (Number(Fraction(1)),))
    own = Evaluator({"x_1": fmpq(7)}, DEFAULT, "seed").value(entry)
    assert own == 7 != Evaluator({}, DEFAULT, "seed").value(entry)


def test_the_same_place_however_its_index_is_written() -> None:
    at = Evaluator({"i": fmpq(3), "h": fmpq(2)}, DEFAULT, "seed")
    i, h, one = Symbol("i"), Symbol("h"), Number(Fraction(1))
    straight = Indexed("x", (Add((i, h, Negate(one))),))
    doubled = Indexed("x", (Add((Multiply((h, h)),)),))
    assert at.value(straight) == at.value(doubled) == at.value(Indexed("x", (Number(Fraction(4)),)))
    assert at.value(Call("f", (straight.indices[0],))) == at.value(Call("f", (Number(Fraction(4)),)))
