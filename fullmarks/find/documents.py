"""A text as a flat row of blocks: headings, paragraphs, list items, displays, code, tables, quotations.

Markdown is parsed by markdown-it-py; formulas are covered up first, so that nothing inside one is taken for markup. Every
block says where it stands in the original text, in code points. What the blocks say is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from fullmarks.errors import Span
from fullmarks.find.blocks import COVER, Block, BlockKind, Page, block_at
from fullmarks.find.formulas import Fence, Formula, FormulaKind, fences, formulas, stray_fence
from fullmarks.find.new_lines import in_lines
from fullmarks.regex import regex

LONGEST_TEXT = 200_000
"""Characters of one document or one chat turn that are looked at: some hundred pages."""
MOST_LINES = 6_000
"""Lines that are looked at."""

_BOLD_LINE = regex(r"(\*\*|__)(?=\S)([^\n]{1,160}?)(?<=\S)\1[ \t]*[:.]?|\\textbf\{[^\n{}]{1,160}\}[:.]?")
# LaTeX and HTML that frame text and say nothing: they are covered by spaces.
_FRAME = regex(
    r"\\(?:begin|end)\{(?:document|enumerate|itemize|solution|proof|center|problem|question|parts?|answer)\*?\}(?:\[[^\]\n]*\])?"
    r"|^[ \t]*\\(?:documentclass|usepackage|newcommand|renewcommand|title|author|date|maketitle|newpage|clearpage|"
    r"pagestyle|setlength|geometry)\b[^\n]*|\\(?:noindent|medskip|bigskip|smallskip)(?![A-Za-z])"
    r"|</?(?:h[1-6]|p|div|span|b|i|em|strong|br|hr|ul|ol|li|body|html|table|tr|td|th)(?:\s[^<>\n]{0,200})?/?>",
    re.MULTILINE,
)
_LATEX_HEADING = regex(r"\\(?P<sub>(?:sub)*)(?:section|paragraph)\*?\{[^\n]*\}")

_WIKI_HEADING = regex(r"(?P<signs>={2,6})[ \t]+(?P<title>[^\s=][^\n=]{0,160}?)(?:[ \t]+(?P=signs))?")


def page(text: str) -> Page:
    """The blocks of a text, linear in its length; what stands past the bounds is not in ``Page.text``."""
    text = _within_bounds(text)
    fenced = fences(text)
    found = formulas(text, fenced)
    covered = _covered(text, found)
    if stray := stray_fence(text, fenced):
        covered = covered[: stray.start] + " " * (stray.end - stray.start) + covered[stray.end :]
    blocks = in_lines(_parsed(covered, fenced, found), covered)
    blocks = _with_displays(blocks, found, covered)
    return Page(text, covered, found, tuple(_without_output((_named(block, covered) for block in blocks), covered)))


def _within_bounds(text: str) -> str:
    end = 0
    for _ in range(MOST_LINES):
        end = text.find("\n", end) + 1
        if end == 0:
            return text[:LONGEST_TEXT]
    return text[: min(end, LONGEST_TEXT)]


_FULL_WIDTH = str.maketrans("：（）。，；？！．", ":().,;?!.")
"""Signs of other scripts, one for one."""


def _covered(text: str, found: Sequence[Formula]) -> str:
    pieces, last = [], 0
    for formula in found:
        pieces.append(text[last : formula.outer.start])
        pieces.append(COVER * (formula.outer.end - formula.outer.start))
        last = formula.outer.end
    pieces.append(text[last:])
    covered = _FRAME.sub(lambda frame: " " * len(frame.group()), "".join(pieces))
    covered = _THOUGHT.sub(lambda thought: _blank(thought.group()), covered)
    # Line ends of other systems count as one, and every character keeps its place.
    return covered.replace("\r\n", " \n").replace("\r", "\n").translate(_FULL_WIDTH)


_THOUGHT = regex(r"<(think|thinking|scratchpad)>(?:(?!</\1>|<\1>)[\s\S])*</\1>", re.IGNORECASE)
"""What a model thinks before it answers is no answer."""


def _blank(text: str) -> str:
    """Spaces for a text, its line ends kept."""
    return re.sub(r"[^\n]", " ", text)


def _parser() -> MarkdownIt:
    """Blocks only. Indented text is text, since people indent answers; raw HTML and link definitions are text as well."""
    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
    return parser.disable(["code", "html_block", "reference", "inline", "text_join"])


_PARSER = _parser()
_BLOCK_TOKENS = {"fence": BlockKind.CODE, "hr": BlockKind.RULE, "table_open": BlockKind.TABLE}


def _parsed(covered: str, fenced: Sequence[Fence], found: Sequence[Formula]) -> list[Block]:
    """The blocks that Markdown sees, by lines."""
    starts = [0, *(line.end() for line in re.finditer("\n", covered)), len(covered)]
    blocks: list[Block] = []
    open_tokens: list[Token] = []
    for token in _PARSER.parse(covered):
        if token.nesting == 1:
            open_tokens.append(token)
        elif token.nesting == -1:
            open_tokens.pop()
        kind = _kind(token, open_tokens)
        if kind is not None and token.map is not None:
            start, end = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
            blocks.append(block_at(kind, covered, start, end, _level(kind, open_tokens)))
    return _filled(blocks, covered)


def _kind(token: Token, open_tokens: Sequence[Token]) -> BlockKind | None:
    """What kind of block a token gives, if it gives one of its own."""
    if token.type in _BLOCK_TOKENS:
        return _BLOCK_TOKENS[token.type]
    if token.type != "inline" or any(outer.type == "table_open" for outer in open_tokens):
        return None
    holder = open_tokens[-1] if open_tokens else None
    if holder is not None and holder.type == "heading_open":
        # A line of dashes under a sentence makes a heading of it by accident.
        underlined = holder.markup in ("-", "=") and (len(token.content) > 80 or token.content.rstrip().endswith("."))
        return BlockKind.PARAGRAPH if underlined else BlockKind.HEADING
    if any(outer.type == "blockquote_open" for outer in open_tokens):
        return BlockKind.QUOTE
    if len(open_tokens) >= 2 and open_tokens[-2].type == "list_item_open" and _opens_item(token, open_tokens[-2]):
        return BlockKind.ITEM
    return BlockKind.PARAGRAPH


def _opens_item(token: Token, item: Token) -> bool:
    return token.map is not None and item.map is not None and token.map[0] == item.map[0]


def _level(kind: BlockKind, open_tokens: Sequence[Token]) -> int:
    if kind is BlockKind.HEADING:
        return int(open_tokens[-1].tag[1:])
    return sum(token.type == "list_item_open" for token in open_tokens) if kind is BlockKind.ITEM else 0


def _filled(blocks: Sequence[Block], covered: str) -> list[Block]:
    """Text that the parser left out (lists nested too deep) comes back as paragraphs."""
    filled: list[Block] = []
    last = 0
    for block in blocks:
        if covered[last : block.span.start].strip(" \t\n>-*+`~"):
            filled.append(block_at(BlockKind.PARAGRAPH, covered, last, block.span.start))
        filled.append(block)
        last = max(last, block.span.end)
    if covered[last:].strip(" \t\n>-*+`~"):
        filled.append(block_at(BlockKind.PARAGRAPH, covered, last, len(covered)))
    return filled


def _with_displays(blocks: Iterable[Block], found: Sequence[Formula], covered: str) -> Iterator[Block]:
    """Displays taken out of the paragraphs and list items they stand in, as blocks of their own."""
    displays = [formula.outer for formula in found if formula.kind is FormulaKind.DISPLAY]
    index = 0
    for block in blocks:
        while index < len(displays) and displays[index].end <= block.span.start:
            index += 1
        inside = index
        while inside < len(displays) and displays[inside].end <= block.span.end:
            inside += 1
        if inside == index or block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            yield block
            continue
        yield from _around(block, displays[index:inside], covered)


def _around(block: Block, displays: Sequence[Span], covered: str) -> Iterator[Block]:
    start, joined = block.span.start, False
    for display in displays:
        if covered[start : display.start].strip():
            yield block_at(block.kind, covered, start, display.start, block.level, joined=joined)
            joined = True
        yield Block(BlockKind.FORMULA, display, display, block.level, joined)
        start, joined = display.end, True
    if covered[start : block.span.end].strip():
        yield block_at(BlockKind.PARAGRAPH, covered, start, block.span.end, 0, joined=True)


_CODE_LINE = regex(
    r"^[ \t]*(?:import \w|from [\w.]+ import\b|def \w+\(|print\(|(?:plt|np|torch|scipy|signal|sympy)\.\w|>>> |return\b|for \w+ in [^\n]*:$|"
    r"\w+(?:, *\w+)*[ \t]*=[ \t]*(?:np|torch|scipy|signal|plt|sympy)\.|(?:In|Out)[ ]?\[\d+\]:)",
    re.MULTILINE,
)
_PROSE_LINE = regex(r"^(?!import |from )[^\n#]*\b[a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}\b", re.MULTILINE)


def _named(block: Block, covered: str) -> Block:
    """A bold line as a title, a LaTeX heading as a heading, a program outside of any fence as code."""
    if block.kind is not BlockKind.PARAGRAPH or block.joined:
        return block
    said = covered[block.span.start : block.span.end]
    if _CODE_LINE.search(said) and not _PROSE_LINE.search(said):
        return Block(BlockKind.CODE, block.span, block.body)
    if latex := _LATEX_HEADING.fullmatch(said):
        level = 1 + len(latex["sub"]) // 3
        return block_at(BlockKind.HEADING, covered, block.span.start, block.span.end, level)
    if wiki := _WIKI_HEADING.fullmatch(said):
        start = block.span.start
        body = Span(start + wiki.start("title"), start + wiki.end("title"))
        return Block(BlockKind.HEADING, block.span, body, len(wiki["signs"]) - 1)
    if (bold := _BOLD_LINE.fullmatch(said)) and (bold[1] or "\\") not in (bold[2] or ""):
        return Block(BlockKind.TITLE, block.span, block.body)
    return block


def _without_output(blocks: Iterable[Block], covered: str) -> Iterator[Block]:
    """The indented lines after a fenced program are what it printed, and no text."""
    printed = False
    for block in blocks:
        near = covered[max(0, block.span.start - _LONGEST_INDENT) : block.span.start]
        indent = near[near.rfind("\n") + 1 :].expandtabs(4)
        if (
            printed
            and block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
            and not indent.strip()
            and len(indent) >= _CODE_INDENT
        ):
            yield Block(BlockKind.CODE, block.span, block.body)
            continue
        printed = block.kind is BlockKind.CODE and not indent
        yield block


_CODE_INDENT, _LONGEST_INDENT = 4, 200


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
