"""Unpooled: a matrix of blocks, each of which holds its own value of a smaller matrix at one place, or in equal shares at all.

This is the gradient of a pooling by its input: that of a maximum goes to one place of each block, that of an average to all of
them. Border: the matrix may be written out, with any one place of each block; then the answer must say in words what it assumes about
the places, else a person must look. It may have indicators as entries, or be given by its general entry,
``dx_{i,j} = dy_{⌈i/2⌉,⌈j/2⌉} 1[x_{i,j} = max]``, counted from 1 or from 0, or with names of its own for a block's row and column.
"""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field

from fullmarks.checkers.blocks import Blocks, Place, general_entry, names_its_block
from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of, together
from fullmarks.checkers.kinds import WRONG_KIND, WRONG_SHAPE, wrong_kind, wrong_shape
from fullmarks.checkers.matrices import Array, Rows, array_of
from fullmarks.checkers.options import NamedOptions
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.arrays.spellings import as_declared
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.values import rational
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.maxima import AT_MAXIMUM, assumes_places
from fullmarks.expr.nodes import Indexed, Listing, Matrix, Multiply, Node, Number, Relation, Text
from fullmarks.expr.walk import substitute, symbols
from fullmarks.outcome import Diagnosis, Entry, Outcome, Verdict, correct, incorrect, undecided
from fullmarks.regex import regex

BLOCKS_WRONG, SPREAD_OUT, NOT_SHARED = "blocks_wrong", "spread_out", "not_shared"
_SIDES = regex(r"\s*(\d{1,2})\s*(?:by|×|x)\s*(\d{1,2})\s*")
_EXACT = Evidence(EvidenceKind.EXACT)
_ONE = Number(Fraction(1))


class Holds(StrEnum):
    """Where in its block a value stands."""

    ONE_PLACE = "one place"
    EQUAL_SHARES = "equal shares"


def _block(written: object) -> object:
    match = _SIDES.fullmatch(written) if isinstance(written, str) else None
    return (int(match[1]), int(match[2])) if match else written


class UnpooledOptions(NamedOptions):
    """Blocks that hold the values of a smaller matrix: ``unpooled: [[dy_{1,1}, dy_{1,2}], [dy_{2,1}, dy_{2,2}]]``."""

    key: Annotated[
        tuple[Annotated[tuple[WrittenKey, ...], Field(min_length=1, max_length=8)], ...],
        Field(min_length=1, max_length=8),
    ] = Field(alias="unpooled", description="The values by rows, one for each block.")
    block: Annotated[
        tuple[Annotated[int, Field(ge=1, le=8)], Annotated[int, Field(ge=1, le=8)]],
        BeforeValidator(_block, json_schema_input_type=str),
    ] = Field((2, 2), description="Rows and columns of a block: 2 by 2.")
    holds: Holds = Field(
        Holds.ONE_PLACE, description="Where a block holds its value: at one place, or in equal shares at all."
    )


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the matrix that is expected.",
    "needs_review": "A person will look at this answer.",
    WRONG_KIND: "A matrix, or a formula for its general entry, is expected here.",
    WRONG_SHAPE: "The matrix has another shape than the one that is expected.",
    BLOCKS_WRONG: "Some blocks do not hold what is expected.",
    SPREAD_OUT: "A maximum depends on one entry of its block alone. Look again at which entries of the block get a gradient.",
    NOT_SHARED: "An average depends on all entries of its block alike. Look again at what part of the gradient each of them gets.",
}


def check(answer: Node, expected: Node, options: UnpooledOptions, assumptions: Assumptions) -> Outcome:
    """A matrix block by block, or a general entry; the words around it may be needed for the first."""
    formula, words = _with_words(answer)
    formula = as_declared(formula, assumptions.arrays)
    lefts, value = _sides(formula)
    values = _values(expected, options)
    blocks = Blocks(len(values), len(values[0]), *options.block)
    array = array_of(value)
    if array is None:
        return _general(lefts, value, words, expected, blocks, options, assumptions)
    if array.shape != blocks.shape:
        rows, columns = blocks.shape
        return incorrect(_EXACT, wrong_shape(array.describe(), f"a {rows}×{columns} matrix"))
    return _written_out(array, words, values, blocks, options, assumptions)


def _with_words(answer: Node) -> tuple[Node, str]:
    match answer:
        case Listing("", "", (formula, Text(words))):
            return formula, words
    return answer, ""


def _sides(formula: Node) -> tuple[tuple[Node, ...], Node]:
    match formula:
        case Relation(operands, operators) if set(operators) <= {"="}:
            return operands[:-1], operands[-1]
    return (), formula


# a matrix written out


def _written_out(
    array: Array, words: str, values: Rows, blocks: Blocks, options: UnpooledOptions, assumptions: Assumptions
) -> Outcome:
    found: list[Comparison] = []
    places: list[Place | None] = []
    for block in blocks.all():
        value = values[block[0] - 1][block[1] - 1]
        entries = [array.rows[row - 1][column - 1] for row, column in blocks.places(block)]
        place, comparison = _in_block(entries, value, options, assumptions)
        found.append(comparison)
        places.append(None if place is None else ((place // blocks.width) + 1, (place % blocks.width) + 1))
    shown = tuple(
        Entry(block, Verdict.CORRECT if one.equal else Verdict.INCORRECT, "")
        for block, one in zip(blocks.all(), found, strict=True)
    )
    whole = together(found)
    if whole.equal is None:
        return undecided("It could not be told whether the entries are those expected.", shown)
    if not whole.equal:
        return incorrect(whole.evidence, _explained(array, blocks, found, options), shown)
    unclear = "" if None in places or options.holds is Holds.EQUAL_SHARES else _unclear(words, places, blocks)
    return undecided(unclear, shown) if unclear else correct(whole.evidence, shown)


def _in_block(
    entries: list[Node], value: Node, options: UnpooledOptions, assumptions: Assumptions
) -> tuple[int | None, Comparison]:
    """The place of the value in its block (None: an indicator says it, or all hold it), and whether all is as expected."""
    if options.holds is Holds.EQUAL_SHARES:
        share = Multiply((Number(Fraction(1, len(entries))), value))
        return None, together([equal(entry, share, assumptions) for entry in entries])
    if all(AT_MAXIMUM.name in symbols(entry) for entry in entries):
        bare = [substitute(entry, {AT_MAXIMUM.name: _ONE}) for entry in entries]
        zero = Number(Fraction(0))
        elsewhere = [equal(substitute(entry, {AT_MAXIMUM.name: zero}), zero, assumptions) for entry in entries]
        return None, together([*elsewhere, *(equal(entry, value, assumptions) for entry in bare)])
    held = [place for place, entry in enumerate(entries) if rational(entry) != 0]
    if len(held) != 1:
        return None, _DIFFERENT
    return held[0], equal(entries[held[0]], value, assumptions)


_DIFFERENT = Comparison(False, _EXACT)


def _explained(array: Array, blocks: Blocks, found: list[Comparison], options: UnpooledOptions) -> Diagnosis:
    everywhere = all(rational(entry) != 0 for row in array.rows for entry in row)
    if options.holds is Holds.ONE_PLACE and everywhere:
        return Diagnosis(SPREAD_OUT, SENTENCES[SPREAD_OUT], "Every entry of a block holds something.")
    if options.holds is Holds.EQUAL_SHARES and not any(one.equal for one in found):
        return Diagnosis(NOT_SHARED, SENTENCES[NOT_SHARED], "No block holds equal shares of its value.")
    wrong = [
        f"row {row}, column {column}" for (row, column), one in zip(blocks.all(), found, strict=True) if not one.equal
    ]
    student = f"{len(wrong)} of {len(found)} blocks are wrong: {'; '.join(wrong)}."
    return Diagnosis(BLOCKS_WRONG, student, student, (("wrong", str(len(wrong))), ("of", str(len(found)))))


_CORNERS = (
    (regex(r"\b(?:top|upper)[\s-]*(?:most)?[\s-]*left", re.IGNORECASE), (False, False)),
    (regex(r"\b(?:top|upper)[\s-]*(?:most)?[\s-]*right", re.IGNORECASE), (False, True)),
    (regex(r"\b(?:bottom|lower)[\s-]*(?:most)?[\s-]*left", re.IGNORECASE), (True, False)),
    (regex(r"\b(?:bottom|lower)[\s-]*(?:most)?[\s-]*right", re.IGNORECASE), (True, True)),
)  # fmt: skip


def _unclear(words: str, places: list[Place | None], blocks: Blocks) -> str:
    """Why a person must look at where the values stand; empty where the answer says what it assumes."""
    if not assumes_places(words):
        return "The answer does not say what it assumes about the places of the maxima."
    corners = [corner for pattern, corner in _CORNERS if pattern.search(words)]
    if len(corners) != 1:
        return ""
    last = corners[0]
    named = (blocks.height if last[0] else 1, blocks.width if last[1] else 1)
    return "" if all(place == named for place in places) else "The maxima stand at other places than the answer says."


# a general entry


_REGION = regex(
    r"\\in(?![a-z])|∈|block|window|region|pool|patch|field|belong|contain|correspond|cell|neighbou?rhood", re.IGNORECASE
)


def _general(
    lefts: tuple[Node, ...],
    value: Node,
    words: str,
    expected: Node,
    blocks: Blocks,
    options: UnpooledOptions,
    assumptions: Assumptions,
) -> Outcome:
    first = _values(expected, options)[0][0]
    base = first.base if isinstance(first, Indexed) else ""
    family = assumptions.arrays.of_entries(base) or base
    entry = general_entry(lefts, value, lambda part: (assumptions.arrays.of_entries(part.base) or part.base) == family)
    if entry is None:
        return _not_general(value, expected, options, assumptions)
    at_maximum = AT_MAXIMUM.name in symbols(entry.rest)
    share = rational(substitute(entry.rest, {AT_MAXIMUM.name: _ONE}))
    if options.holds is Holds.ONE_PLACE and (not at_maximum or share != 1):
        return incorrect(
            _EXACT, Diagnosis(SPREAD_OUT, SENTENCES[SPREAD_OUT], "No condition for the maximum was found.")
        )
    if options.holds is Holds.EQUAL_SHARES and (at_maximum or share != Fraction(1, blocks.height * blocks.width)):
        return incorrect(_EXACT, Diagnosis(NOT_SHARED, SENTENCES[NOT_SHARED], f"The share is {share}."))
    named = names_its_block(entry, blocks)
    if named is None and options.holds is Holds.EQUAL_SHARES and not _REGION.search(words):
        return undecided("The answer does not say which block its indices mean.")
    if named is False:
        sentence = SENTENCES[BLOCKS_WRONG]
        return incorrect(
            _EXACT, Diagnosis(BLOCKS_WRONG, sentence, "The indices do not lead to the block of the entry.")
        )
    return correct(_EXACT)


def _not_general(value: Node, expected: Node, options: UnpooledOptions, assumptions: Assumptions) -> Outcome:
    """Words go to a person; equal shares may be one expression in arrays, ``¼ dY ⊗ [[1, 1], [1, 1]]``."""
    if isinstance(value, Text):
        return undecided("The answer is in words.")
    if isinstance(value, Relation | Listing):
        return incorrect(_EXACT, wrong_kind(value, "a matrix"))
    if options.holds is Holds.ONE_PLACE:
        return incorrect(_EXACT)
    return outcome_of(equal(value, expected, assumptions))


def _expected(options: UnpooledOptions, read: ReadKey) -> Node:
    if len({len(row) for row in options.key}) != 1:
        raise UnusableKeyError("ragged_matrix", "The rows of the key have different lengths.")
    values = tuple(tuple(read(entry) for entry in row) for row in options.key)
    blocks = Blocks(len(values), len(values[0]), *options.block)
    held = AT_MAXIMUM if options.holds is Holds.ONE_PLACE else Number(Fraction(1, blocks.height * blocks.width))
    rows, columns = blocks.shape
    at = [[blocks.block_of((row, column)) for column in range(1, columns + 1)] for row in range(1, rows + 1)]
    return Matrix(tuple(tuple(Multiply((values[row - 1][column - 1], held)) for row, column in line) for line in at))


def _values(expected: Node, options: UnpooledOptions) -> Rows:
    """The values in a key: the first factor of an entry of each block."""
    rows = expected.rows if isinstance(expected, Matrix) else ()
    first = [row[:: options.block[1]] for row in rows[:: options.block[0]]]
    return tuple(tuple(entry.factors[0] if isinstance(entry, Multiply) else entry for entry in row) for row in first)


CHECKER = Checker("unpooled", UnpooledOptions, Wants.UNPOOLED, _expected, check, SENTENCES)
