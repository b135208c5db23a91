"""The reader's door: from the text of an answer to one tree, or one ReadError that says where and why.

The whole text is read or none of it. Reading costs time linear in the text, and knows nothing of any key.
"""

from __future__ import annotations

from fullmarks.errors import ReadError, Span
from fullmarks.expr.nodes import Constant, Listing, Node, Quantity, Relation, Symbol, Text
from fullmarks.expr.plain import is_prose
from fullmarks.expr.units import unit_spelling
from fullmarks.expr.walk import size_and_depth
from fullmarks.limits import DEFAULT as DEFAULT_LIMITS
from fullmarks.limits import Limits
from fullmarks.read.all_but import all_but, without_what_follows
from fullmarks.read.combinations import spells_combinations, with_combinations
from fullmarks.read.conventions import DEFAULT as DEFAULT_CONVENTIONS
from fullmarks.read.conventions import Conventions, flips
from fullmarks.read.differentials import with_differentials
from fullmarks.read.grammar import GRAMMAR
from fullmarks.read.groups import contents
from fullmarks.read.integer_letters import says_integer, with_integer_letter
from fullmarks.read.layout import joined, last_statement, solved_line, without_end_marks
from fullmarks.read.lexer import tokenize
from fullmarks.read.mixed_units import may_be_mixed, with_mixed_units
from fullmarks.read.number_words import scaled
from fullmarks.read.pairing import needs_pairing, paired
from fullmarks.read.parser import Parser
from fullmarks.read.reading import Reading
from fullmarks.read.scan import Scan
from fullmarks.read.sentences import (
    WORDY,
    boxed,
    has_no_value,
    is_unit,
    only_words,
    remark_behind,
    without_afterword,
    without_lead,
    without_number_in_words,
)
from fullmarks.read.tokens import Token
from fullmarks.read.vocabulary import Vocabulary

_NOTHING = Vocabulary()
_NODES_A_TOKEN = 4
"""No token makes a tree larger by more nodes than a mixed number does."""


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
        return _parse(tokenize(text, vocabulary, conventions, limits), vocabulary, conventions, limits)
    except RecursionError:
        sentence = f"Brackets and commands are nested more than {limits.depth} deep."
        raise ReadError("too_deep", sentence, text, Span(0, len(text))) from None


def _parse(scan: Scan, vocabulary: Vocabulary, conventions: Conventions, limits: Limits) -> Reading:
    text, tokens = scan.original, scan.tokens
    notes: list[str] = []
    if (first := all_but(scan.text)) is not None:
        tokens = without_what_follows(tokens, first)
    if says_integer(scan.text):
        tokens = with_integer_letter(tokens, scan.text)
    kinds = {token.kind for token in tokens}
    if "separator" in kinds:
        tokens = without_end_marks(joined(tokens) if scan.has_layout else tokens)
        if "\n" in text and len(last := solved_line(tokens)) < len(tokens):
            tokens = last
            notes.append("The lines before the last one were set aside.")
    if len(tokens) == 1:
        raise ReadError("empty", "There is nothing to read.", text, Span(0, len(text)))
    if not kinds.isdisjoint(WORDY) or "keyword" in kinds:
        if words := only_words(tokens, kinds, scan.text):
            return Reading(words, text)
        tokens = without_number_in_words(tokens, scan)
        tokens, notes = _without_words(tokens, scan.text)
    if may_be_mixed(scan.text, kinds):
        tokens = with_mixed_units(tokens, frozenset(vocabulary.names.meanings))
    if spells_combinations(scan.text):
        tokens = with_combinations(tokens, vocabulary.names.meanings)
    if needs_pairing(scan.text):
        tokens = paired(tokens, braces_group=scan.braces_group)
    if "integral" in kinds:
        tokens = with_differentials(tokens)
    parser = Parser(tokens, text, vocabulary, conventions, limits, GRAMMAR, braces_group=scan.braces_group)
    tree = _statement(parser)
    if parser.token.kind != "end":
        tree = _with_remark(parser, tree, scan.text, notes)
    if _NODES_A_TOKEN * len(tokens) > min(limits.depth, limits.nodes):
        _refuse_large(tree, text, limits)
    return Reading(_words_if_word(tree, vocabulary), text, tuple(notes))


def _words_if_word(tree: Node, vocabulary: Vocabulary) -> Node:
    """A single word that nothing declares is words, in a box as without one."""
    if (
        isinstance(tree, Symbol)
        and len(tree.name) > 2
        and tree.name not in vocabulary.names.meanings
        and is_prose(tree.name)
    ):
        return Text(tree.name)
    return tree


def _without_words(tokens: list[Token], text: str) -> tuple[list[Token], list[str]]:
    """The tokens without the words that stand before the answer or around it, with a note about them."""
    if inside := boxed(tokens, text):
        return inside, ["The words around the box were set aside."]
    tokens, lead = without_lead(tokens, text)
    notes = [f"The words “{lead.strip()}” before the answer were set aside."] if lead else []
    tokens, behind = without_afterword(tokens, text)
    if behind:
        notes.append(f"The words “{behind.strip()}” behind the answer were set aside.")
    return last_statement(tokens), notes


def _refuse_large(tree: Node, text: str, limits: Limits) -> None:
    size, depth = size_and_depth(tree)
    if depth > limits.depth:
        raise ReadError("too_deep", f"The formula is nested more than {limits.depth} deep.", text, Span(0, len(text)))
    if size > limits.nodes:
        raise ReadError("too_large", f"The formula has more than {limits.nodes} parts.", text, Span(0, len(text)))


def _statement(parser: Parser) -> Node:
    """The answer; a relation without its left side (``= 5``, ``≤ 3``) has an empty one."""
    first = parser.take() if parser.token.kind == "relation" else None
    items = contents(parser).items
    if not items or (first and first.value == "not"):
        raise parser.missing_operand(first or parser.token)
    if first and first.value not in ("=", "to"):
        items = (_without_left_side(first.value, items[0]), *items[1:])
    return items[0] if len(items) == 1 else Listing("", "", items)


def _without_left_side(operator: str, right: Node) -> Node:
    operands, operators = (right.operands, right.operators) if isinstance(right, Relation) else ((right,), ())
    return Relation((Text(""), *operands), (operator, *operators))


def _with_remark(parser: Parser, tree: Node, text: str, notes: list[str]) -> Node:
    """Words that are left behind a finished formula: its unit, or a remark that is set aside."""
    token = parser.token
    if has_no_value(parser.tokens[parser.place :], text) and not isinstance(tree, Relation):
        return Relation((tree, Constant("undefined")), ("=",))
    remark = remark_behind(parser.tokens[parser.place :], text)
    if remark is None:
        raise _refused(parser, token)
    scaled_tree, remark = scaled(tree, remark)
    if scaled_tree is not tree and not remark:
        return scaled_tree
    tree = scaled_tree
    if is_unit(remark) or token.kind == "text":
        return _measured(tree, unit_spelling(remark) or remark)
    notes.append(f"The words “{remark}” behind the answer were set aside.")
    return tree


def _refused(parser: Parser, token: Token) -> ReadError:
    """The error of a finished formula with something behind it."""
    if token.kind in ("close", "finish"):
        return parser.error("unmatched_bracket", f"This closing bracket {parser.described()} has no opening one.")
    if token.kind == "dots":
        return parser.missing_operand(token)
    return parser.error("trailing", f"The answer ends before {parser.described()}; what follows cannot be read.")


def _measured(tree: Node, unit: str) -> Node:
    """The value with its unit; of a chain, its right-most side."""
    if isinstance(tree, Relation):
        return Relation((*tree.operands[:-1], Quantity(tree.operands[-1], unit)), tree.operators)
    return Quantity(tree, unit)
