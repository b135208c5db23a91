"""Trees as the reader makes them, for properties of the reader, the writers and what compares.

The reader makes no negative numbers (−3 is a negated 3), no second root but ``sqrt``, no list of lists of one length (that is a
matrix). All names below are declared in ``VOCABULARY``, but for letters that are called (``f``) and entries of ``a``.
"""

from fractions import Fraction

from hypothesis import strategies as st

from fullmarks.expr.domains import REAL
from fullmarks.expr.functions import FUNCTIONS
from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Call,
    Constant,
    Derivative,
    Divide,
    Indexed,
    Integral,
    Limit,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Number,
    Operation,
    Percent,
    Piecewise,
    PlusMinus,
    Power,
    Quantity,
    Relation,
    SetOperation,
    Symbol,
    Text,
)
from fullmarks.expr.walk import rebuild
from fullmarks.read.vocabulary import Vocabulary

SYMBOLS = ("x", "y", "z", "n", "alpha", "d_out", "x_1", "rate", "L")
FUNCTIONS_OF_THE_RUBRIC = ("loss", "u")
FAMILIES = ("w", "dw")
VOCABULARY = Vocabulary(
    symbols=dict.fromkeys(SYMBOLS, REAL),
    functions=frozenset(FUNCTIONS_OF_THE_RUBRIC),
    indexed=frozenset(FAMILIES),
)
BOUND = ("j", "k", "m")
"""Names of indices; nothing above has one of them in a subscript."""


def one_of(*strategies):
    """Each as likely as the others; Hypothesis would count the choices of one that is a choice itself."""
    return st.sampled_from(strategies).flatmap(lambda chosen: chosen)


integers = st.integers(0, 10**6).map(lambda value: Number(Fraction(value), str(value)))
decimals = st.decimals(0, 1000, places=3).map(lambda value: Number(Fraction(value), str(value)))
numbers = st.integers(0, 20).map(lambda value: Number(Fraction(value), str(value))) | integers | decimals
names = st.sampled_from(SYMBOLS).map(Symbol)
constants = st.sampled_from(("pi", "e", "i", "infinity")).map(Constant)
indices = (
    st.sampled_from(("h", "l", *BOUND)).map(Symbol)
    | st.integers(0, 9).map(lambda value: Number(Fraction(value), str(value)))
    | st.builds(
        lambda name, value: Add((Symbol(name), Number(Fraction(value), str(value)))),
        st.sampled_from(BOUND),
        st.integers(1, 9),
    )
)
entries = st.builds(
    Indexed, st.sampled_from(FAMILIES), st.lists(indices, min_size=1, max_size=3).map(tuple)
) | st.builds(Indexed, st.just("a"), st.lists(indices, min_size=2, max_size=3).map(tuple))
atoms = numbers | names | constants | entries

KNOWN_CALLS = tuple(sorted(name for name in FUNCTIONS if name != "root"))


def several(items, least=2, most=3):
    """A few, as a tuple."""
    return st.lists(items, min_size=least, max_size=most).map(tuple)


def known_calls(arguments):
    """Functions of mathematics with as many arguments as they take."""
    return st.sampled_from(KNOWN_CALLS).flatmap(
        lambda name: st.builds(
            Call, st.just(name), several(arguments, FUNCTIONS[name][0], min(FUNCTIONS[name][1], FUNCTIONS[name][0] + 1))
        )
    )


def arithmetic(inner):
    """Sums, products, quotients, powers, signs."""
    return one_of(
        several(inner).map(Add),
        several(inner).map(Multiply),
        st.builds(Divide, inner, inner),
        st.builds(Power, inner, inner),
        inner.map(Negate),
    )


def calls(inner):
    """Functions of mathematics, of the rubric, and called letters."""
    return one_of(
        known_calls(inner),
        st.builds(Call, st.sampled_from((*FUNCTIONS_OF_THE_RUBRIC, "f", "u'", "O")), several(inner, 1)),
        st.builds(
            lambda radicand, degree: Call("root", (radicand, degree)),
            inner,
            st.sampled_from((Symbol("n"), Number(Fraction(3), "3"))),
        ),
    )


def with_bounds(inner):
    """Sums, products, integrals, derivatives, limits."""
    both = st.tuples(inner, inner) | st.just((None, None))
    return one_of(
        st.builds(BigOperator, st.sampled_from(("sum", "product")), inner, st.sampled_from(BOUND), inner, inner),
        st.builds(
            lambda body, name, bounds: Integral(body, name, *bounds), inner, st.sampled_from(("x", "alpha", "t")), both
        ),
        st.builds(Derivative, inner, st.sampled_from(("x", "n")), st.integers(1, 3)),
        st.builds(Limit, inner, st.sampled_from(("x", "n")), inner, st.sampled_from(("", "+", "-"))),
    )


def rarer(inner):
    """Percent, plus and minus in one, operations on arrays, units, derivatives of names."""
    units = st.sampled_from(("cm", "km/h", "m/s", "kg*m/s^2", "inches^3", "apples"))
    unmeasured = inner.map(lambda node: node.value if isinstance(node, Quantity) else node)
    return one_of(
        inner.map(Percent),
        st.builds(PlusMinus, st.none() | inner, inner, st.booleans()),
        st.builds(Operation, st.sampled_from("⊙⊗"), inner, inner),
        st.builds(Quantity, unmeasured, units),
        st.builds(lambda name: Call("derivative", (name, Symbol("x"))), names),
    )


def _grown(kinds, depth):
    """Trees of at most so many levels. (Hypothesis' own recursion tries again and again where one grown strategy is drawn
    inside another.)"""
    found = atoms
    for _ in range(depth):
        found = one_of(found, *(kind(found) for kind in kinds))
    return found


small_scalars = _grown((arithmetic, calls), 1)
"""A term or two."""

plain_scalars = _grown((arithmetic, calls), 3)
"""Arithmetic and functions alone: what every comparison and LaTeX can do."""

scalars = _grown((arithmetic, calls, with_bounds, rarer), 3)
"""All expressions."""

matrices = st.tuples(st.integers(1, 3), st.integers(1, 3)).flatmap(
    lambda size: st.lists(several(small_scalars, size[1], size[1]), min_size=size[0], max_size=size[0]).map(
        lambda rows: Matrix(tuple(rows))
    )
)
words = st.sampled_from(("even", "no solution", "it depends", "Monday", "x + 1", "A or B", "42")).map(Text)
intervals = st.builds(
    lambda ends, items: Listing(*ends, items), st.sampled_from(("()", "[]", "(]", "[)")), several(small_scalars, 2, 2)
)
tuples = several(small_scalars | words, 0, 3).map(lambda items: Listing("(", ")", items))
lists = several(scalars, 0, 3).map(lambda items: Listing("[", "]", items))
sets = several(small_scalars | tuples | words, 0, 3).map(lambda items: Listing("{", "}", items))
sets_of_sets = several(sets, 1, 3).map(lambda items: Listing("{", "}", items))
unions = st.builds(SetOperation, st.sampled_from(("union", "intersection", "difference")), several(intervals | sets))

OPERATORS = ("=", "!=", "<", "<=", ">", ">=", "in", "not in", "approx", "proportional", "subset", "to")


def _chains(operands, operators=OPERATORS):
    return st.lists(st.sampled_from(operators), min_size=1, max_size=3).flatmap(
        lambda signs: st.builds(Relation, several(operands, len(signs) + 1, len(signs) + 1), st.just(tuple(signs)))
    )


plain_relations = _chains(small_scalars, ("=", "<", "<=", ">", ">=", "!="))
relations = _chains(one_of(small_scalars, scalars, words, sets, intervals, matrices, unions))
negations = relations.map(lambda part: Logic("not", (part,)))
joined = st.builds(Logic, st.sampled_from(("and", "or")), several(relations | negations | small_scalars))
nested = st.builds(Logic, st.sampled_from(("and", "or")), several(one_of(relations, joined)))
statements = one_of(relations, negations, joined, nested)
conditions = plain_relations | several(plain_relations).map(lambda parts: Logic("and", parts))
pieces = st.builds(
    Piecewise,
    st.lists(st.tuples(small_scalars | scalars, conditions), min_size=1, max_size=3).map(tuple),
    st.none() | scalars,
)
sets_by_condition = st.builds(
    lambda left, right: Listing("{", "}", (Call("such_that", (left, right)),)), names | _chains(names), conditions
)
ratios = several(plain_scalars, 3, 4).map(lambda parts: Call("ratio", parts))

trees = one_of(
    scalars,
    statements,
    matrices,
    tuples,
    lists,
    sets,
    sets_of_sets,
    intervals,
    unions,
    pieces,
    sets_by_condition,
    ratios,
    words,
    several(scalars | statements, 2, 3).map(lambda items: Listing("", "", items)),
)
"""Any answer."""


def flat(tree):
    """Products in products taken apart: in LaTeX and on a page they stand side by side."""
    tree = rebuild(tree, flat)
    if not isinstance(tree, Multiply):
        return tree
    factors = [
        one for factor in tree.factors for one in (factor.factors if isinstance(factor, Multiply) else (factor,))
    ]
    return Multiply(tuple(factors))
