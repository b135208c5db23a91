"""The tree that the whole engine speaks: what was written, as small immutable nodes.

A tree keeps the form in which it was written (a quotient is not a negative power, ``x - y`` is a sum with a negated
term), because forms and near misses ask about it; ``compare`` makes the forms equal. Two trees are ``==`` when they
have the same shape; how a number was spelled (``0.50``) is kept beside its value and does not count.
"""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction

from fullmarks.records import record


class Node:
    """Base of all nodes."""

    __slots__ = ()


@record
class Number(Node):
    """An exact rational; ``spelling`` is the decimal text as written (``0.50``, ``1e-3``), None when computed."""

    value: Fraction
    spelling: str | None = field(default=None, compare=False)


@record
class Symbol(Node):
    """A variable by its canonical name: ``x``, ``d_out``, ``alpha``, ``y'``."""

    name: str


@record
class Constant(Node):
    """A named constant: ``pi``, ``e``, ``i``, ``infinity``, ``undefined`` (see ``functions.CONSTANTS``)."""

    name: str


@record
class Indexed(Node):
    """An entry of an indexed family: ``x_{i+h-1, j+l-1}`` has base ``x`` and two indices."""

    base: str
    indices: tuple[Node, ...]


@record
class Add(Node):
    """A sum of two or more terms."""

    terms: tuple[Node, ...]


@record
class Multiply(Node):
    """A product of two or more factors, in the order written."""

    factors: tuple[Node, ...]


@record
class Divide(Node):
    """A quotient."""

    numerator: Node
    denominator: Node


@record
class Power(Node):
    """A power."""

    base: Node
    exponent: Node


@record
class Negate(Node):
    """A negated operand."""

    operand: Node


@record
class Call(Node):
    """A function applied to arguments: known (``functions.py``) or declared by the rubric.

    ``sqrt(x)`` has one argument, ``root(x, n)`` two, ``log(x)`` is natural, ``log(x, b)`` has base ``b``. Three names
    stand for what has no node: ``such_that(x, x > 0)`` for what is left and right of a bar (``{x | x > 0}``, ``P(A|B)``),
    ``derivative(y, x)`` for ``dy/dx`` of a name, ``ratio(1, 2, 3)`` for ``1 : 2 : 3``.
    """

    function: str
    arguments: tuple[Node, ...]


@record
class Operation(Node):
    """A binary operator that a rubric declares by name, such as ``*`` as a valid correlation."""

    operator: str
    left: Node
    right: Node


@record
class BigOperator(Node):
    """An indexed sum or product; ``kind`` is ``sum`` or ``product``, ``index`` the bound name.

    Where no bounds are said both are ``Text("")``: such a sum goes over all places of the array that the index counts.
    """

    kind: str
    body: Node
    index: str
    lower: Node
    upper: Node


@record
class Integral(Node):
    """An integral; both bounds or neither."""

    body: Node
    variable: str
    lower: Node | None
    upper: Node | None


@record
class Derivative(Node):
    """The derivative of ``body`` by ``variable``, ``order`` times."""

    body: Node
    variable: str
    order: int


@record
class Limit(Node):
    """A limit; ``side`` is ``+``, ``-`` or empty."""

    body: Node
    variable: str
    point: Node
    side: str


@record
class Relation(Node):
    """A relation or a chain of them: ``operators[k]`` stands between ``operands[k]`` and ``operands[k + 1]``.

    Operators: ``=`` ``!=`` ``<`` ``<=`` ``>`` ``>=`` ``in`` ``not in`` ``approx`` ``proportional``
    ``subset`` ``to``.
    """

    operands: tuple[Node, ...]
    operators: tuple[str, ...]


@record
class Logic(Node):
    """``and``, ``or``, ``not`` over conditions or solutions: ``x = 3 or x = -3``."""

    connective: str
    parts: tuple[Node, ...]


@record
class Listing(Node):
    """Items in a row with the brackets as written: ``(1, 2)``, ``[0, 1)``, ``{1, 2}``, or none (``1, 2``).

    Whether ``(1, 2)`` is a tuple or an interval is for the one who asks to say, not for the reader.
    """

    opening: str
    closing: str
    items: tuple[Node, ...]


@record
class SetOperation(Node):
    """``union``, ``intersection`` or ``difference`` of sets and intervals."""

    operator: str
    parts: tuple[Node, ...]


@record
class Matrix(Node):
    """A matrix by rows, all of one length; a column vector has rows of one entry."""

    rows: tuple[tuple[Node, ...], ...]


@record
class Piecewise(Node):
    """Pairs of value and condition, tried in order, and the value where none holds (None: nothing there)."""

    branches: tuple[tuple[Node, Node], ...]
    otherwise: Node | None


@record
class PlusMinus(Node):
    """``a ± b`` (``left`` is None for ``±b``); ``upper`` is False for ``∓``."""

    left: Node | None
    right: Node
    upper: bool = True


@record
class Percent(Node):
    """``50%``: worth a hundredth of its operand."""

    operand: Node


@record
class Quantity(Node):
    """A value with its unit: ``5 m/s``; a unit that ``units.unit_spelling`` knows is in its one spelling, another as written."""

    value: Node
    unit: str


@record
class Text(Node):
    r"""Words: ``\text{even}``, ``no solution``, an option letter, or a whole answer that is to be read as prose."""

    value: str
