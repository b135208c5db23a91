"""The reader's door: from the text of an answer to one tree, or one ReadError that says where and why.

The whole text is read or none of it. Reading costs time linear in the text, and knows nothing of any key.
"""

from __future__ import annotations

from fullmarks.errors import ReadError, Span
from fullmarks.expr.nodes import Listing, Node, Quantity, Relation, Text
from fullmarks.expr.walk import size_and_depth
from fullmarks.limits import DEFAULT as DEFAULT_LIMITS
from fullmarks.limits import Limits
from fullmarks.read import atoms, brackets, structures
from fullmarks.read.conventions import DEFAULT as DEFAULT_CONVENTIONS
from fullmarks.read.conventions import Conventions, flips
from fullmarks.read.lexer import Lexer
from fullmarks.read.parser import Parser, Prefix
from fullmarks.read.reading import Reading
from fullmarks.read.sentences import is_unit, only_words, remark_behind, without_lead
from fullmarks.read.tokens import Token
from fullmarks.read.vocabulary import Vocabulary

_PREFIXES: dict[str, Prefix] = {
    "number": atoms.number,
    "symbol": atoms.symbol,
    "constant": atoms.constant,
    "function": atoms.function,
    "word": atoms.word,
    "text": atoms.text,
    "open": brackets.bracket,
    "bar": brackets.bar,
    "command": structures.command,
    "begin": structures.begin,
}
_NOTHING = Vocabulary()
_CONTINUES = frozenset(("relation", "operator", "end", "separator", "sets", "logic", "keyword"))
_AWAITS = frozenset(("relation", "operator", "separator", "sets", "logic"))


def read(text: str, vocabulary: Vocabulary = _NOTHING, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """What the text says, by the documented conventions; raises ReadError and nothing else."""
    return _read(text, vocabulary, DEFAULT_CONVENTIONS, limits)


def other_readings(
    text: str, vocabulary: Vocabulary = _NOTHING, limits: Limits = DEFAULT_LIMITS
) -> tuple[Reading, ...]:
    """The other admissible readings of an ambiguous text, each with the sentence that says what was read instead."""
    seen: list[Node] = []
    found: list[Reading] = []
    for sentence, conventions in flips(text):
        if not seen:
            seen = [_tree_or_nothing(text, vocabulary, limits)]
        try:
            other = _read(text, vocabulary, conventions, limits)
        except ReadError:
            continue
        if other.tree not in seen:
            seen.append(other.tree)
            found.append(Reading(other.tree, text, (sentence,)))
    return tuple(found)


def _tree_or_nothing(text: str, vocabulary: Vocabulary, limits: Limits) -> Node:
    try:
        return read(text, vocabulary, limits).tree
    except ReadError:
        return Text("")


def _read(text: str, vocabulary: Vocabulary, conventions: Conventions, limits: Limits) -> Reading:
    try:
        reading = _parse(text, vocabulary, conventions, limits)
    except RecursionError:
        sentence = f"Brackets and commands are nested more than {limits.depth} deep."
        raise ReadError("too_deep", sentence, text, Span(0, len(text))) from None
    size, depth = size_and_depth(reading.tree)
    if depth > limits.depth:
        raise ReadError("too_deep", f"The formula is nested more than {limits.depth} deep.", text, Span(0, len(text)))
    if size > limits.nodes:
        raise ReadError("too_large", f"The formula has more than {limits.nodes} parts.", text, Span(0, len(text)))
    return reading


def _parse(text: str, vocabulary: Vocabulary, conventions: Conventions, limits: Limits) -> Reading:
    lexer = Lexer(text, vocabulary, conventions, limits)
    tokens = _joined(lexer.run())
    if len(tokens) == 1:
        raise ReadError("empty", "There is nothing to read.", text, Span(0, len(text)))
    if words := only_words(tokens, lexer.text):
        return Reading(words, text)
    notes: list[str] = []
    tokens, lead = without_lead(tokens, lexer.text)
    if lead:
        notes.append(f"The words “{lead.strip()}” before the answer were set aside.")
    tokens = _last_statement(tokens)
    braces_group = lexer.delimited or "\\" in text or "^{" in text
    parser = Parser(tokens, text, vocabulary, conventions, limits, _PREFIXES, braces_group=braces_group)
    tree = _statement(parser)
    if parser.token.kind != "end":
        tree = _with_remark(parser, tree, lexer.text, notes)
    return Reading(tree, text, tuple(notes))


def _statement(parser: Parser) -> Node:
    """The answer; a relation without its left side (``= 5``, ``≤ 3``) has an empty one."""
    if parser.token.kind == "relation":
        operator = parser.take().value
        right = parser.listing()
        return right if operator in ("=", "to") else Relation((Text(""), right), (operator,))
    tree = parser.listing()
    if isinstance(tree, Listing) and not tree.items and not tree.opening:
        raise parser.error(
            "missing_operand", f"A number, a name or a bracket is expected here, not {parser.described()}."
        )
    return tree


def _with_remark(parser: Parser, tree: Node, text: str, notes: list[str]) -> Node:
    """Words that are left behind a finished formula: its unit, or a remark that is set aside."""
    token = parser.token
    remark = remark_behind(parser.tokens[parser.place :], text)
    if remark is None:
        if token.kind == "close":
            raise parser.error("unmatched_bracket", f"This closing bracket {parser.described()} has no opening one.")
        raise parser.error("trailing", f"The answer ends before {parser.described()}; what follows cannot be read.")
    if is_unit(remark) or token.kind == "text":
        return _measured(tree, remark)
    notes.append(f"The words “{remark}” behind the answer were set aside.")
    return tree


def _measured(tree: Node, unit: str) -> Node:
    """The value with its unit; of a chain, its right-most side."""
    if isinstance(tree, Relation):
        return Relation((*tree.operands[:-1], Quantity(tree.operands[-1], unit)), tree.operators)
    return Quantity(tree, unit)


def _last_statement(tokens: list[Token]) -> list[Token]:
    """What stands behind the last “⇒”: the statement that a derivation ends in."""
    for place in range(len(tokens) - 2, -1, -1):
        if tokens[place].kind == "keyword" and tokens[place].value == "implies" and place + 1 < len(tokens) - 1:
            return tokens[place + 1 :]
    return tokens


def _joined(tokens: list[Token]) -> list[Token]:
    """Without line ends and alignment marks that only lay out one statement."""
    if not any(token.kind == "separator" and token.value in ("row", "&") for token in tokens):
        return tokens
    kept: list[Token] = []
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.kind == "begin") - (token.kind == "finish")
        if depth == 0 and token.kind == "separator" and token.value == "&":
            continue
        if depth == 0 and token.kind == "separator" and token.value == "row":
            following = next(
                (t for t in tokens[place + 1 :] if not (t.kind == "separator" and t.value in ("&", "row"))), tokens[-1]
            )
            if (
                not kept
                or kept[-1].kind in _AWAITS
                or (following.kind in _CONTINUES and following.value not in ("_", "not"))
            ):
                continue
        kept.append(token)
    while len(kept) > 1 and kept[-2].kind == "separator":
        del kept[-2]
    return kept
