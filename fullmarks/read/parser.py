"""The grammar's core: a Pratt parser over tokens, its binding strengths, and the loops for operators.

What a token that begins an expression means (fractions, matrices, sums …) is in ``structures.py`` and its neighbours; they
register themselves in the table that ``reader.py`` hands over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from fullmarks.errors import ReadError, Span
from fullmarks.expr.nodes import (
    Add,
    Call,
    Divide,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Number,
    Operation,
    Percent,
    Piecewise,
    PlusMinus,
    Power,
    Relation,
    SetOperation,
    Symbol,
    Text,
)
from fullmarks.limits import Limits
from fullmarks.read.conditions import OTHERWISE, gathered, piece
from fullmarks.read.conventions import Conventions
from fullmarks.read.tokens import Token
from fullmarks.read.vocabulary import Vocabulary

LOGIC, RELATION, SETS, SUM, PRODUCT, POWER = range(1, 7)
"""Binding strengths, loosest first (those of ``expr.plain`` without its ends)."""

_SUM_SIGNS = frozenset("+-±∓")
_ARRAY_SIGNS = frozenset("*⋆⊙⊗@")
"""Signs that a rubric may give a meaning of their own; ``⊙`` and ``⊗`` have one anyway, the others are products else."""
_PRODUCT_SIGNS = frozenset(("·", "×", "/", "mod", "choose", ":", *_ARRAY_SIGNS))
_POSTFIX_SIGNS = frozenset("^!%'°")
_STARTS = frozenset(("number", "symbol", "constant", "function", "word", "open", "command", "begin"))

Prefix = Callable[["Parser", Token], Node]
"""Reads what a token begins; the token is already consumed."""


class Parser:
    """One reading of one list of tokens."""

    def __init__(
        self,
        tokens: list[Token],
        text: str,
        vocabulary: Vocabulary,
        conventions: Conventions,
        limits: Limits,
        prefixes: Mapping[str, Prefix],
        *,
        braces_group: bool,
    ) -> None:
        self.tokens = tokens
        self.text = text
        self.vocabulary = vocabulary
        self.conventions = conventions
        self.limits = limits
        self.prefixes = prefixes
        self.braces_group = braces_group
        self.place = 0
        self.depth = 0
        self.bars: list[str] = []
        self.stop = len(tokens) - 1
        """Index of the token at which expressions end: the end, or the differential of an integral."""

    # the stream

    @property
    def token(self) -> Token:
        """The next token; the end when the stop is reached."""
        return self.tokens[self.place] if self.place < self.stop else self.tokens[-1]

    def ahead(self, offset: int) -> Token:
        """A token further on."""
        place = self.place + offset
        return self.tokens[place] if place < self.stop else self.tokens[-1]

    def take(self) -> Token:
        """The next token, consumed."""
        token = self.token
        if self.place < self.stop:
            self.place += 1
        return token

    def at(self, kind: str, value: str | None = None) -> bool:
        """Whether the next token is of that kind, and value if given."""
        token = self.token
        return token.kind == kind and (value is None or token.value == value)

    def accept(self, kind: str, value: str | None = None) -> bool:
        """Consumes the next token if it is that one."""
        if self.at(kind, value):
            self.take()
            return True
        return False

    def error(self, code: str, sentence: str, token: Token | None = None) -> ReadError:
        """An error at a token (the next one unless given)."""
        token = token or self.token
        start, end = token.start, max(token.end, token.start + (token.kind != "end"))
        return ReadError(code, sentence, self.text, Span(start, end))

    def described(self, token: Token | None = None) -> str:
        """What stands at a token, for a sentence."""
        token = token or self.token
        if token.kind == "end":
            return (
                "the end"
                if self.stop == len(self.tokens) - 1
                else f"“{self.text[self.tokens[self.stop].start :][:10]}”"
            )
        return f"“{self.text[token.start : token.end]}”"

    # expressions

    def expression(self, strength: int = LOGIC) -> Node:
        """The longest expression that holds together at least as tightly as ``strength``."""
        self.depth += 1
        if self.depth > self.limits.depth:
            raise self.error("too_deep", f"Brackets and commands are nested more than {self.limits.depth} deep here.")
        token = self.take()
        prefix = self.prefixes.get(token.kind)
        if prefix is not None:
            left = prefix(self, token)
        elif token.kind == "operator" and token.value in _SUM_SIGNS:
            operand = self.expression(PRODUCT if strength <= SUM else POWER)
            left = signed(token.value, operand)
        else:
            raise self.error(
                "missing_operand",
                f"A number, a name or a bracket is expected here, not {self.described(token)}.",
                token,
            )
        while True:
            token = self.token
            kind = token.kind
            if kind == "operator":
                value = token.value
                if value in _POSTFIX_SIGNS:
                    left = self._postfix(left, token)
                elif value in _SUM_SIGNS and strength <= SUM:
                    left = self._sum(left)
                elif value in _PRODUCT_SIGNS and strength <= PRODUCT:
                    left = self._product(left)
                else:
                    break
            elif kind == "relation" and strength <= RELATION:
                left = self._relation(left)
            elif kind == "logic" and token.value != "not" and strength <= LOGIC:
                left = self._logic(left)
            elif kind == "sets" and strength <= SETS:
                left = self._sets(left)
            elif strength <= PRODUCT and self.starts_factor():
                left = self._product(left)
            else:
                break
        self.depth -= 1
        return left

    def starts_factor(self) -> bool:
        """Whether the next token can stand beside a factor as another one."""
        token = self.token
        kind = token.kind
        if kind == "bar":
            return token.value not in self.bars
        return kind in _STARTS and not (kind == "word" and token.spaced) and token.value not in ("under_end",)

    def _sum(self, left: Node) -> Node:
        terms = [ungrouped(left)]
        while self.token.kind == "operator" and self.token.value in _SUM_SIGNS:
            sign = self.take().value
            right = ungrouped(self.expression(PRODUCT))
            if sign in "±∓":
                terms = [PlusMinus(terms[0] if len(terms) == 1 else Add(tuple(terms)), right, sign == "±")]
            else:
                terms.append(right if sign == "+" else Negate(right))
        return terms[0] if len(terms) == 1 else Add(tuple(terms))

    def _product(self, left: Node) -> Node:
        factors = [ungrouped(left)]
        while True:
            token = self.token
            if token.kind == "operator" and token.value in _PRODUCT_SIGNS:
                self.take()
                if sign := self._operation(token.value):
                    factors = [Operation(sign, _product_of(factors), self._factors_beside())]
                elif token.value in _ARRAY_SIGNS or token.value in ("·", "×"):
                    factors.append(ungrouped(self.expression(POWER)))
                elif token.value in ("/", ":"):
                    factors = [Divide(_product_of(factors), self._divisor())]
                else:
                    name = "mod" if token.value == "mod" else "binomial"
                    factors = [Call(name, (_product_of(factors), self.expression(POWER)))]
            elif self.starts_factor():
                factors.append(self._side_by_side(factors[-1]))
            else:
                return _product_of(factors)

    def _side_by_side(self, left: Node) -> Node:
        token = self.token
        if token.kind == "number" and isinstance(left, Number):
            raise self.error(
                "two_numbers", "Two numbers stand side by side; write an operator or a comma between them."
            )
        return ungrouped(self.expression(POWER))

    def _operation(self, sign: str) -> str | None:
        """The operation that a sign stands for, by its own sign; None where it is an ordinary product."""
        operators = self.vocabulary.operators
        if sign == "⋆" and sign not in operators:
            sign = "*"
        return sign if sign in operators or sign in "⊙⊗" else None

    def _divisor(self) -> Node:
        return ungrouped(self.expression(POWER)) if self.conventions.slash_before_product else self._factors_beside()

    def _factors_beside(self) -> Node:
        """Factors side by side: they hold together more tightly than a sign between arrays does."""
        factors = [ungrouped(self.expression(POWER))]
        while self.starts_factor():
            factors.append(ungrouped(self.expression(POWER)))
        return _product_of(factors)

    def _relation(self, left: Node) -> Node:
        operands, operators = [left], []
        while self.token.kind == "relation":
            operator = self.take().value
            if operator == "!=" and self.at("relation", "="):
                self.take()
            if operator == "!=" and self.at("relation", "in"):
                self.take()
                operator = "not in"
            operators.append(operator)
            operands.append(self.expression(SETS))
        return Relation(tuple(operands), tuple(operators))

    def _logic(self, left: Node) -> Node:
        connective = self.token.value
        parts = [left]
        while self.accept("logic", connective):
            parts.append(self.expression(RELATION))
        return Logic(connective, tuple(parts))

    def _sets(self, left: Node) -> Node:
        operator = self.token.value
        parts = [left]
        while self.accept("sets", operator):
            parts.append(self.expression(SUM))
        return SetOperation(operator, tuple(parts))

    # what stands behind an operand

    def _postfix(self, left: Node, token: Token) -> Node:
        self.take()
        match token.value:
            case "^":
                return self._power(left)
            case "!":
                return Call("factorial", (left,))
            case "%":
                return Percent(left)
            case "°":
                return Call("degrees", (left,))
        if isinstance(left, Symbol):
            return Symbol(f"{left.name}'")
        raise self.error("missing_operand", "A prime stands behind something that is not a name.", token)

    def _power(self, base: Node) -> Node:
        token = self.token
        if token.kind == "operator" and token.value in ("°", "'"):
            return self._postfix(base, token)
        if token.kind == "operator" and token.value in ("*", "⋆", "+") and not self._operand_ahead():
            self.take()
            return (
                Symbol(f"{base.name}_{'plus' if token.value == '+' else 'star'}")
                if isinstance(base, Symbol)
                else Call("conjugate", (base,))
            )
        exponent = self.argument() if token.kind == "open" and token.value == "brace" else self.expression(POWER)
        return raised(base, exponent, self.vocabulary)

    def _operand_ahead(self) -> bool:
        following = self.ahead(1)
        return following.kind in _STARTS and not following.spaced

    # groups

    def argument(self) -> Node:
        """What a command takes: a group in braces, or one token (of a number, its first digit)."""
        if self.accept("open", "brace"):
            return self.bracketed("{")
        token = self.token
        if token.kind == "number" and len(token.value) > 1 and token.value.isdigit():
            rest = token.value[1:]
            self.tokens[self.place] = token._replace(
                value=rest, start=token.start + 1, node=Number(Fraction(int(rest)), rest)
            )
            return Number(Fraction(int(token.value[0])), token.value[0])
        prefix = self.prefixes.get(token.kind)
        if prefix is None:
            raise self.error("missing_argument", f"Something in braces is expected here, not {self.described()}.")
        self.take()
        return prefix(self, token)

    def bracketed(self, opening: str) -> Node:
        """The inside of a bracket that was just opened, its closing one consumed; several items make a bare listing."""
        bars, self.bars = self.bars, []
        node = self.listing()
        self.bars = bars
        if self.token.kind != "close":
            raise self.unclosed(opening)
        self.take()
        return node

    def unclosed(self, opening: str) -> ReadError:
        """The error of a bracket that is not closed here."""
        return self.error("unclosed_bracket", f"The bracket “{opening}” is not closed before {self.described()}.")

    def listing(self) -> Node:
        """Items between commas, semicolons or lines, bare; one item is itself, none is an empty listing."""
        items: list[Node] = []
        while self.token.kind not in ("close", "end"):
            items.extend(self.item())
            if self.token.kind != "separator" or self.token.value not in (",", ";", "row"):
                break
            self.take()
        return gathered(items[0] if len(items) == 1 else Listing("", "", tuple(items)))

    def item(self) -> list[Node]:
        """An expression, as a piece if a condition stands behind it (``0 for n < 0``) or ``else`` before it."""
        if self.accept("keyword", "otherwise"):
            while self.token.kind in ("separator", "operator") and self.token.value in (",", ":"):
                self.take()
            return [piece(self.expression(), OTHERWISE)]
        found: list[Node] = []
        value = self.expression()
        while self.token.kind == "keyword":
            if self.accept("keyword", "otherwise"):
                return [*found, piece(value, OTHERWISE)]
            if not self.accept("keyword", "if"):
                break
            if self.accept("keyword", "otherwise"):  # “for all other n” is not read; “if otherwise” is
                return [*found, piece(value, OTHERWISE)]
            condition = self.expression()
            if self.accept("keyword", "otherwise"):  # a if c else b
                return [*found, Piecewise(((value, condition),), self.expression())]
            if self.at("keyword", "if") and isinstance(condition, Logic):  # 0 for n < 0 and 1 for n > 0
                found.append(piece(value, condition.parts[0]))
                value = condition.parts[-1]
                continue
            return [*found, piece(value, condition)]
        return [*found, value]


def signed(sign: str, operand: Node) -> Node:
    """An operand behind a sign."""
    match sign:
        case "+":
            return operand
        case "-":
            return Negate(operand)
        case _:
            return PlusMinus(None, operand, sign == "±")


def _product_of(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))


def ungrouped(node: Node) -> Node:
    """An operand without the square bracket that only groups it: ``[x + 1] y``."""
    if isinstance(node, Listing) and node.opening == "[" and node.closing == "]" and len(node.items) == 1:
        return node.items[0]
    return node


def raised(base: Node, exponent: Node, vocabulary: Vocabulary) -> Node:
    """A power, or the transpose that ``^T`` and ``^\\top`` mean."""
    base = ungrouped(base) if not isinstance(base, Matrix) else base
    if isinstance(exponent, Symbol) and exponent.name in ("T", "top"):
        matrix_like = isinstance(base, (Matrix, Listing)) or (isinstance(base, Symbol) and base.name[:1].isupper())
        if exponent.name == "top" or (matrix_like and "T" not in vocabulary.symbols):
            return transposed(base)
    if isinstance(exponent, Text) and exponent.value in ("T", "th", "st", "nd", "rd"):
        return transposed(base) if exponent.value == "T" else base
    return Power(base, exponent)


def transposed(node: Node) -> Node:
    """The transpose: of a written matrix or row at once, of anything else as a call."""
    if isinstance(node, Matrix):
        return Matrix(tuple(zip(*node.rows, strict=True)))
    if isinstance(node, Listing) and node.items and node.opening in ("[", "("):
        return Matrix(tuple((item,) for item in node.items))
    return Call("transpose", (node,))
