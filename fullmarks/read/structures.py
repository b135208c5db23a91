"""What a command begins: fractions, roots, sums, integrals, limits, matrices, cases."""

from __future__ import annotations

from fractions import Fraction

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
    Matrix,
    Multiply,
    Negate,
    Node,
    Number,
    Piecewise,
    Power,
    Relation,
    Symbol,
)
from fullmarks.expr.walk import rebuild
from fullmarks.read.conditions import OTHERWISE, Piece, gathered, piece
from fullmarks.read.parser import PRODUCT, SUM, Parser, Prefix
from fullmarks.read.spellings import CASES
from fullmarks.read.tokens import Token


def command(p: Parser, token: Token) -> Node:
    """The structure that the command names."""
    return _STRUCTURES[token.value](p, token)


def _fraction(p: Parser, token: Token) -> Node:
    numerator = p.argument()
    denominator = p.argument()
    if derivative := _derivative_of(p, numerator, denominator):
        return derivative
    return Divide(numerator, denominator)


def _derivative_of(p: Parser, numerator: Node, denominator: Node) -> Node | None:
    """``\\frac{d}{dx} f`` and ``\\frac{d^2}{dx^2} f``."""
    if "d" in p.vocabulary.symbols or not isinstance(denominator, Multiply) or len(denominator.factors) != 2:
        return None
    order, base = (
        (int(numerator.exponent.value), numerator.base)
        if isinstance(numerator, Power) and isinstance(numerator.exponent, Number)
        else (1, numerator)
    )
    head, variable = denominator.factors
    if isinstance(variable, Power):
        variable = variable.base
    if (
        base not in (Symbol("d"), Symbol("partial"))
        or head != base
        or not isinstance(variable, Symbol)
        or not p.starts_factor()
    ):
        return None
    return Derivative(p.expression(PRODUCT), variable.name, order)


def _square_root(p: Parser, token: Token) -> Node:
    """``\\sqrt[n]{x}``, ``\\sqrt x``, ``√2``, ``sqrt(x)``; a bare number is taken whole."""
    degree: Node | None = None
    if p.at("open", "[") and p.text[token.start] == "\\":
        p.take()
        degree = p.bracketed("[")
    radicand = _radicand(p)
    return (
        Call("sqrt", (radicand,))
        if degree is None or degree == Number(Fraction(2))
        else Call("root", (radicand, degree))
    )


def _radicand(p: Parser) -> Node:
    if p.token.kind == "open" and p.token.value in ("(", "["):
        return _call_arguments(p)[0]
    if p.at("open", "brace"):
        return p.argument()
    token = p.take()
    prefix = p.prefixes.get(token.kind)
    if prefix is None:
        raise p.error(
            "missing_argument", f"What stands under the root is expected here, not {p.described(token)}.", token
        )
    return prefix(p, token)


def _cube_root(p: Parser, token: Token) -> Node:
    return Call("root", (_radicand(p), Number(Fraction(3), "3")))


def _nth_root(p: Parser, token: Token) -> Node:
    arguments = _call_arguments(p)
    if len(arguments) != 2:
        raise p.error("missing_argument", "root takes 2 arguments, the radicand and the degree.", token)
    return Call("root", arguments)


def _binomial(p: Parser, token: Token) -> Node:
    upper = p.argument()
    return Call("binomial", (upper, p.argument()))


def _group(p: Parser, token: Token) -> Node:
    return p.argument()


def _under(p: Parser, token: Token) -> Node:
    """``\\underbrace{x}_{words}``: the words are only a remark."""
    node = p.argument()
    if p.at("operator", "_") or p.at("operator", "^"):
        p.take()
        depth = 0
        while p.token.kind != "end":
            taken = p.take()
            depth += (taken.kind == "open") - (taken.kind == "close")
            if depth <= 0:
                break
    return node


def _accent(p: Parser, token: Token) -> Node:
    """A bar over something that is not one letter: the conjugate."""
    return Call("conjugate", (p.argument(),))


def _call_arguments(p: Parser) -> tuple[Node, ...]:
    opening = p.take().value
    inside = p.bracketed("{" if opening == "brace" else opening)
    return inside.items if isinstance(inside, Listing) and not inside.opening else (inside,)


# sums and products


def _big(kind: str) -> Prefix:
    def read(p: Parser, token: Token) -> Node:
        if p.at("open", "(") and p.text[token.start].isalpha():
            return _big_call(p, kind, token)
        if not p.at("operator", "_"):
            raise p.error("missing_argument", f"The {kind} needs its index and bounds: {kind}_{{i=1}}^{{n}}.", token)
        p.take()
        below = _bound(p)
        above = _bound(p) if p.accept("operator", "^") else None
        body = p.expression(PRODUCT)
        for index, lower, upper in reversed(_ranges(p, token, below, above)):
            body = BigOperator(kind, with_index(body, index), index, lower, upper)
        return body

    return read


def _bound(p: Parser) -> Node:
    if p.at("open", "brace") or p.at("open", "("):
        opening = p.take().value
        return p.bracketed("{" if opening == "brace" else opening)
    token = p.take()
    if token.kind == "word" and not token.value.isdigit():
        return Symbol(token.value)
    if token.kind == "word":
        return Number(Fraction(int(token.value)), token.value)
    prefix = p.prefixes.get(token.kind)
    if prefix is None:
        raise p.error("missing_argument", f"A bound is expected here, not {p.described(token)}.", token)
    return prefix(p, token)


def _ranges(p: Parser, token: Token, below: Node, above: Node | None) -> list[tuple[str, Node, Node]]:
    """Index, lower and upper bound of each of the indices that stand below the sign."""
    parts = below.items if isinstance(below, Listing) and not below.opening else (below,)
    found: list[tuple[str, Node, Node]] = []
    waiting: list[str] = []
    for part in parts:
        match part:
            case Relation((index, lower), ("=",)) if above is not None and _index_name(index):
                found += [(name, lower, above) for name in (*waiting, _index_name(index) or "")]
                waiting = []
            case Relation((lower, index, upper), (("<" | "<=") as low, ("<" | "<=") as high)) if _index_name(index):
                one = Number(Fraction(1), "1")
                first = lower if low == "<=" else plus(lower, one)
                last = upper if high == "<=" else minus(upper, one)
                found += [(name, first, last) for name in (*waiting, _index_name(index) or "")]
                waiting = []
            case _ if _index_name(part):
                waiting.append(_index_name(part) or "")
            case _:
                raise p.error(
                    "missing_argument",
                    "The index and bounds of this sign cannot be read; write them as i=1 below and n above.",
                    token,
                )
    if waiting:
        raise p.error(
            "missing_argument",
            "This sign needs bounds: write the index with its first value below and the last above.",
            token,
        )
    return found


def _index_name(node: Node) -> str | None:
    return node.name if isinstance(node, (Symbol, Constant)) else None


def plus(left: Node, right: Node) -> Node:
    """The sum of two trees, as a tree."""
    return Add((left, right))


def minus(left: Node, right: Node) -> Node:
    """The difference of two trees, as a tree."""
    return Add((left, Negate(right)))


def _big_call(p: Parser, kind: str, token: Token) -> Node:
    """``sum(i^2, i, 1, n)`` and ``Sum(i^2, (i, 1, n))``."""
    arguments = _call_arguments(p)
    if len(arguments) == 2 and isinstance(arguments[1], Listing):
        arguments = (arguments[0], *arguments[1].items)
    if len(arguments) == 4 and (index := _index_name(arguments[1])):
        return BigOperator(kind, with_index(arguments[0], index), index, arguments[2], arguments[3])
    raise p.error("missing_argument", f"Write {kind}(term, index, first, last).", token)


def with_index(body: Node, index: str) -> Node:
    """The body with the index bound: ``x_i`` is an entry of x, and ``i`` the index and not the imaginary unit."""
    match body:
        case Constant(name) if name == index:
            return Symbol(name)
        case Symbol(name) if "_" in name and index in _subscript_letters(name):
            base, _, subscript = name.partition("_")
            return Indexed(base, tuple(Symbol(c) if c.isalpha() else Number(Fraction(int(c)), c) for c in subscript))
        case _:
            return rebuild(body, lambda child: with_index(child, index))


def _subscript_letters(name: str) -> str:
    subscript = name.partition("_")[2]
    return subscript if subscript.isalnum() and subscript.isascii() and len(subscript) <= 3 else ""


# integrals, limits, derivatives


def _integral(p: Parser, token: Token) -> Node:
    if p.at("open", "(") and p.text[token.start : token.end].isalpha() and (called := _integral_call(p)):
        return called
    lower = upper = None
    if p.accept("operator", "_"):
        lower = _bound(p)
    if p.accept("operator", "^"):
        upper = _bound(p)
    if (lower is None) != (upper is None):
        raise p.error("missing_argument", "An integral has both bounds or none.", token)
    place, length = _differential(p, token)
    stop, p.stop = p.stop, place
    body: Node = Number(Fraction(1), "1") if p.place == place else p.expression(SUM)
    if p.place < p.stop:
        raise p.error("missing_operand", f"The integrand cannot be read from {p.described()} on.")
    p.stop = stop
    p.place = place + length
    variable = p.tokens[place + length - 1].value
    if length == 1:
        variable = variable[1:]
    return Integral(body, variable, lower, upper)


def _differential(p: Parser, token: Token) -> tuple[int, int]:
    """Where ``dx`` stands, at the depth of the integral, and how many tokens it has."""
    depth = 0
    for place in range(p.place, p.stop):
        current, following = p.tokens[place], p.tokens[place + 1]
        depth += (current.kind in ("open", "begin")) - (current.kind in ("close", "finish"))
        if depth < 0:
            break
        if (
            depth == 0
            and current.kind == "symbol"
            and current.value == "d"
            and following.kind == "symbol"
            and place + 1 < p.stop
        ):
            return place, 2
        if depth == 0 and current.kind == "word" and len(current.value) > 1 and current.value[0] == "d":
            return place, 1
    raise p.error("missing_argument", "The integral needs its variable: write dx at the end.", token)


def _integral_call(p: Parser) -> Node | None:
    """``integrate(x^2, x)`` and ``Integral(x^2, (x, 0, 1))``; None when the bracket only groups the integrand."""
    place = p.place
    arguments = _call_arguments(p)
    match arguments:
        case (body, Symbol(name)):
            return Integral(body, name, None, None)
        case (body, Listing(_, _, (Symbol(name), lower, upper))) | (body, Symbol(name), lower, upper):
            return Integral(body, name, lower, upper)
    p.place = place
    return None


def _limit(p: Parser, token: Token) -> Node:
    if p.at("open", "(") and p.text[token.start].isalpha():
        arguments = _call_arguments(p)
        if len(arguments) == 3 and isinstance(arguments[1], Symbol):
            return Limit(arguments[0], arguments[1].name, arguments[2], "")
        raise p.error("missing_argument", "Write limit(expression, variable, point).", token)
    if not p.accept("operator", "_"):
        raise p.error("missing_argument", "A limit needs its variable and point: lim_{x -> 0}.", token)
    below = _bound(p)
    match below:
        case Relation((Symbol(name), point), ("to",)):
            side = ""
            match point:
                case Power(inner, Symbol(sign)) if sign in ("plus", "minus"):
                    point, side = inner, "+" if sign == "plus" else "-"
            return Limit(p.expression(PRODUCT), name, point, side)
    raise p.error("missing_argument", "A limit needs its variable and point: lim_{x -> 0}.", token)


def _difference(p: Parser, token: Token) -> Node:
    arguments = _call_arguments(p) if p.token.kind == "open" else ()
    match arguments:
        case (body, Symbol(name)):
            return Derivative(body, name, 1)
        case (body, Symbol(name), Number(order)) if order.denominator == 1 and 0 < order <= 20:
            return Derivative(body, name, int(order))
    raise p.error("missing_argument", "Write diff(expression, variable).", token)


# matrices and cases


def _matrix_call(p: Parser, token: Token) -> Node:
    """``Matrix([[1, 2], [3, 4]])``, ``np.array([1, 2])``."""
    if p.token.kind != "open":
        return Symbol(p.text[token.start : token.end])
    arguments = _call_arguments(p)
    match arguments:
        case (Matrix() as matrix,):
            return matrix
        case (Listing(_, _, items),) if items:
            return Matrix(tuple((item,) for item in items)) if p.text[token.start] in "MI" else Listing("[", "]", items)
    raise p.error("missing_argument", "A matrix is expected in this bracket.", token)


def begin(p: Parser, token: Token) -> Node:
    """An environment of rows: a matrix or cases."""
    rows = _environment_rows(p, token)
    if token.value in CASES:
        return _cases(rows)
    return _matrix(p, token, rows)


def _environment_rows(p: Parser, token: Token) -> list[list[list[Node]]]:
    """Rows of cells of items."""
    bars, p.bars = p.bars, []
    rows: list[list[list[Node]]] = [[[]]]
    while not p.at("finish", token.value):
        if p.token.kind == "separator":
            value = p.take().value
            if value == "row":
                rows.append([[]])
            elif value == "&":
                rows[-1].append([])
            continue
        if p.token.kind == "end":
            raise p.error("unclosed_bracket", f"\\begin{{{token.value}}} is not closed before {p.described()}.", token)
        if p.token.kind in ("finish", "close"):
            raise p.error("unmatched_bracket", f"\\begin{{{token.value}}} is closed by {p.described()}.")
        if p.at("keyword", "if"):
            p.take()
            if p.accept("keyword", "otherwise"):
                rows[-1][-1].append(OTHERWISE)
            continue
        if p.accept("keyword", "otherwise"):
            rows[-1][-1].append(OTHERWISE)
            continue
        rows[-1][-1].extend(p.item())
    p.take()
    p.bars = bars
    return [row for row in rows if any(row)]


def _cases(rows: list[list[list[Node]]]) -> Node:
    pieces: list[Node] = []
    for row in rows:
        items = [item for cell in row for item in cell]
        if len(items) == 2 and not isinstance(items[0], Piece):
            pieces.append(piece(items[0], items[1]))
        else:
            pieces.extend(items)
    if not any(isinstance(item, Piece) for item in pieces):
        return Listing("", "", tuple(pieces)) if len(pieces) > 1 else pieces[0]
    return gathered(Listing("", "", tuple(pieces)))


def _matrix(p: Parser, token: Token, rows: list[list[list[Node]]]) -> Node:
    limit = p.limits.matrix_side
    width = max((len(row) for row in rows), default=0)
    if not width:
        raise p.error("missing_operand", "This matrix has no entries.", token)
    if len(rows) > limit or width > limit:
        raise p.error("matrix_too_large", f"Matrices of at most {limit}×{limit} are read.", token)
    if any(len(row) != width or any(len(cell) != 1 for cell in row) for row in rows):
        raise p.error(
            "ragged_matrix",
            "The rows of this matrix do not have the same number of entries, or an entry is empty.",
            token,
        )
    matrix = Matrix(tuple(tuple(cell[0] for cell in row) for row in rows))
    return Call("det", (matrix,)) if token.value == "vmatrix" else matrix


def _piecewise(p: Parser, token: Token) -> Node:
    """``Piecewise((0, x < 0), (1, True))`` and the form that is written back."""
    arguments = _call_arguments(p)
    if len(arguments) == 1 and isinstance(arguments[0], Piecewise):
        return arguments[0]
    pieces: list[Node] = []
    for argument in arguments:
        match argument:
            case Listing("(", ")", (value, condition)):
                always = condition in (OTHERWISE, Symbol("True"))
                pieces.append(piece(value, OTHERWISE if always else condition))
            case _:
                raise p.error("missing_argument", "Write Piecewise((value, condition), …).", token)
    return gathered(Listing("", "", tuple(pieces)))


_STRUCTURES = {
    "frac": _fraction,
    "sqrt": _square_root,
    "cbrt": _cube_root,
    "nthroot": _nth_root,
    "binom": _binomial,
    "group": _group,
    "under": _under,
    "accent": _accent,
    "sum": _big("sum"),
    "prod": _big("product"),
    "int": _integral,
    "lim": _limit,
    "diff": _difference,
    "matrix": _matrix_call,
    "piecewise": _piecewise,
}
"""What each command token begins."""
