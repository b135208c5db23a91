"""What a function begins: its base, its power, its arguments."""

from __future__ import annotations

from fullmarks.expr.functions import FUNCTIONS, INVERSES, POWERED_BEFORE_ARGUMENT
from fullmarks.expr.nodes import Call, Constant, Matrix, Multiply, Negate, Node, Power, Symbol
from fullmarks.read.groups import argument, arguments, digits, operand
from fullmarks.read.operators import ungrouped
from fullmarks.read.parser import POWER, Parser
from fullmarks.read.powers import transposed
from fullmarks.read.subscripts import subscripted
from fullmarks.read.tokens import Token

_MINUS_ONE = Negate(digits("1"))
_OF_SETS = frozenset(("min", "max", "gcd", "lcm"))
_TEN = digits("10")


def function(p: Parser, token: Token) -> Node:
    """A known or declared function applied to what follows."""
    name = token.value
    if name in p.vocabulary.functions:
        return _declared(p, name)
    if name == "cis":
        return _cis(p, token)
    if p.token.kind == "relation":
        return Symbol(name)  # “gcd = 6” says which value it gives
    base = _base(p) if p.accept("subscript") else None
    power: Node | None = None
    if name in POWERED_BEFORE_ARGUMENT and p.accept("power"):
        power = argument(p) if p.at("open", "brace") else p.expression(POWER)
    opens = ("(", "brace", "[", "{") if name in _OF_SETS else ("(", "brace", "[")
    bracketed = p.token.kind == "open" and p.token.value in opens
    base_first = p.at("open", "[") and p.text.startswith("Log", token.start)
    given = arguments(p) if bracketed else (_bare_argument(p, name),)
    if base_first and len(given) == 2:
        given = given[::-1]  # Mathematica's Log[2, 8]
    node = _call(p, token, given, base)
    if power is None:
        return node
    if power == _MINUS_ONE and name in INVERSES and isinstance(node, Call):
        return Call(INVERSES[name], node.arguments)
    return Power(node, power)


def _cis(p: Parser, token: Token) -> Node:
    """``cis x`` is e to the i x."""
    given = (
        arguments(p) if p.token.kind == "open" and p.token.value in ("(", "brace", "[") else (_bare_argument(p, "cis"),)
    )
    if len(given) != 1:
        raise p.error("missing_argument", f"cis takes 1 argument, not {len(given)}.", token)
    return Power(Constant("e"), Multiply((Constant("i"), given[0])))


def _base(p: Parser) -> Node:
    return operand(p) if p.at("below") else argument(p)


def _bare_argument(p: Parser, name: str) -> Node:
    """The argument without brackets: factors side by side up to an operator or the next function."""
    if p.token.kind == "sign" and p.token.value in "+-":
        return p.expression(POWER)
    if not p.starts_factor():
        raise p.error("missing_argument", f"The argument of {name} is expected here, not {p.described()}.")
    factors = [ungrouped(p.expression(POWER))]
    while p.conventions.long_arguments and p.starts_factor() and p.token.kind not in ("function", "open"):
        factors.append(ungrouped(p.expression(POWER)))
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))


def _call(p: Parser, token: Token, given: tuple[Node, ...], base: Node | None) -> Node:
    name = token.value
    if name == "log" and base is None and len(given) == 1 and _is_common(p, token):
        base = _TEN
    if base is not None and name == "log":
        given = (*given, base)
    elif isinstance(base, Symbol):
        return Call(f"{name}_{base.name}", given)  # max_x f(x)
    elif base is not None:
        raise p.error("missing_argument", f"{name} takes no such subscript.", token)
    if name == "transpose" and len(given) == 1 and isinstance(given[0], Matrix):
        return transposed(given[0])
    least, most = FUNCTIONS[name]
    if not least <= len(given) <= most:
        count = f"{least}" if least == most else f"{least} to {most}"
        sentence = f"{name} takes {count} argument{'s' * (most > 1)}, not {len(given)}."
        raise p.error("missing_argument", sentence, token)
    return Call(name, given)


def _is_common(p: Parser, token: Token) -> bool:
    r"""Whether a logarithm is to base 10: ``\lg`` always, ``log`` by convention not."""
    spelling = p.text[token.start : token.end].strip().lstrip("\\")
    return spelling == "lg" or (spelling == "log" and not p.conventions.natural_log)


def _declared(p: Parser, name: str) -> Node:
    """A function that the rubric declares: called, or named alone."""
    if p.token.kind == "open" and p.token.value in ("(", "["):
        return Call(name, arguments(p))
    while p.accept("postfix", "'"):
        name += "'"
    if not p.at("subscript"):
        return Call(name, arguments(p)) if p.at("open", "(") else Symbol(name)
    node = subscripted(p, name)
    if isinstance(node, Symbol) and p.at("open", "(") and node.name not in p.vocabulary.symbols:
        return Call(node.name, arguments(p))
    return node
