r"""Names of arrays in the spellings that people use, as the names that are declared.

A gradient is ``dw``, be it written ``\frac{\partial L}{\partial w}``, ``\nabla_w L`` or ``d w``; an array at a moment is the array:
``w_{t+1}``, ``w_{new}``, ``w^{(t)}``.
"""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.compare.arrays.shapes import Arrays
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Indexed,
    Listing,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Quantity,
    Symbol,
    Text,
)
from fullmarks.expr.walk import rebuild, walk

_UNIT = Constant("i")
_INDEX = Symbol("i")
_NABLA = "nabla_"
_MOMENTS = frozenset({"new", "old", "next", "prev", "plus", "updated", "current"})
_TIMES = frozenset({"t", "tau", "s"})


def as_declared(tree: Node, arrays: Arrays) -> Node:
    """The tree in the names that are declared.

    ``i`` in the subscripts of arrays is an index, and not the imaginary unit; the derivative of something by w or by an entry of
    it is ``dw``, where that is an array; and ``w_{t+1}`` is w, where t is nothing else.
    """
    if not arrays or not any(_may_be_spelled(part, arrays) for part in walk(tree)):
        return tree
    return _as_declared(tree, arrays, inside=False)


def _may_be_spelled(node: Node, arrays: Arrays) -> bool:
    match node:
        case Symbol(name):
            return name == "d" or name.startswith(_NABLA) or _is_of_a_moment(name, arrays)
        case Indexed(base, (index,)):
            return base in arrays.shapes or isinstance(index, Multiply | Listing) or index == _UNIT
        case Power(Symbol() | Indexed(), _) | Quantity():
            return True
    return node == _UNIT or _derivative(node, arrays) is not None


def _as_declared(node: Node, arrays: Arrays, *, inside: bool) -> Node:
    if node == _UNIT:
        return _INDEX if inside else node
    node = _derivative(node, arrays) or _timeless(node, arrays) or node
    inside = inside or (isinstance(node, Indexed) and arrays.of_entries(node.base) is not None)
    rebuilt = rebuild(node, lambda child: _as_declared(child, arrays, inside=inside))
    return _joined(rebuilt, arrays) if isinstance(rebuilt, Multiply) else rebuilt


# gradients


def _derivative(node: Node, arrays: Arrays) -> Symbol | Indexed | None:
    """The gradient that a derivative is, where that is declared."""
    match node:
        case Call("derivative", (Symbol(), Symbol() | Indexed() as by)):
            return _gradient(by, arrays)
        case Divide(Multiply((Symbol("d"), Symbol() | Call())), Symbol(name) | Indexed(name, _) as below):
            return below if name.startswith("d") and arrays.of_entries(name) is not None else None
    return None


def _gradient(by: Symbol | Indexed, arrays: Arrays) -> Symbol | Indexed | None:
    """The name of a gradient: ``dw`` for w, an entry of ``dy`` for one of y; None where that is not declared."""
    name = f"d{by.base if isinstance(by, Indexed) else by.name}"
    if arrays.of_entries(name) is None:
        return None
    return Indexed(name, by.indices) if isinstance(by, Indexed) else Symbol(name)


def _joined(product: Multiply, arrays: Arrays) -> Node:
    r"""The product with ``d`` and a name beside it, and ``\nabla_w`` and ``L``, as one gradient each."""
    factors: list[Node] = []
    for factor in product.factors:
        gradient = _gradient_of_two(factors[-1], factor, arrays) if factors else None
        if gradient is None:
            factors.append(factor)
        else:
            factors[-1] = gradient
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))


def _gradient_of_two(first: Node, second: Node, arrays: Arrays) -> Node | None:
    match first, second:
        case Symbol("d"), Symbol() | Indexed():
            return _gradient(second, arrays)
        case Symbol(name), Symbol() | Call() if name.startswith(_NABLA):
            return _gradient(Symbol(name.removeprefix(_NABLA)), arrays)
    return None


# moments


def _timeless(node: Node, arrays: Arrays) -> Node | None:
    """An array, or an entry of one, without the moment that it is taken at."""
    match node:
        case Symbol(name) if _is_of_a_moment(name, arrays):
            return Symbol(name.rpartition("_")[0])
        case Indexed(base, (index,)) if base in arrays.shapes and _is_mark(base, index, arrays):
            return Symbol(base)
        case Quantity(value, remark) if remark.startswith("("):
            return value  # X * dY \text{ (valid)}
        case Indexed(base, ((Multiply((_, _) as two) | Listing(_, _, two)),)) if arrays.of_entries(base) is not None:
            return Indexed(base, two)  # x_{(i+h)(j+l)}, X_{[1:k, 1:k]}
        case Power(Symbol(base) | Indexed(base, _) as held, exponent) if arrays.of_entries(base) is not None:
            return held if _is_moment(exponent, arrays) else None
    return None


def _is_of_a_moment(name: str, arrays: Arrays) -> bool:
    base, _, moment = name.rpartition("_")
    return base in arrays.shapes and moment in _MOMENTS


def _is_mark(base: str, index: Node, arrays: Arrays) -> bool:
    """A moment; below a matrix, whose entries have two indices, any count of steps: ``w_{i+1}``."""
    if any(isinstance(side, Number) and side.value == 1 for side in arrays.shapes[base].sides):
        return _is_moment(index, arrays)
    match index:
        case Symbol() | Constant() | Add((Symbol() | Constant(), Number() | Negate(Number()))):
            return True
    return _is_moment(index, arrays)


def _is_moment(node: Node, arrays: Arrays) -> bool:
    """``t``, ``t + 1``, ``new``: a moment and nothing that is declared."""
    match node:
        case Text(word) | Symbol(word) if word in _MOMENTS:
            return True
        case Multiply(factors):
            letters = (factor.name if isinstance(factor, Symbol | Constant) else "?" for factor in factors)
            return "".join(letters) in _MOMENTS
        case Symbol(word) | Add((Symbol(word), Number() | Negate(Number()))):
            return word in _TIMES and word not in arrays.shapes and word not in _sizes(arrays)
    return False


def _sizes(arrays: Arrays) -> Mapping[str, int]:
    return arrays.sizes[0].numbers if arrays.sizes else {}
