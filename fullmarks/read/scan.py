"""The state of one pass over one text: where it stands, what is open, and the tokens so far."""

from __future__ import annotations

from fullmarks.errors import ReadError, Span
from fullmarks.expr.nodes import Node
from fullmarks.limits import Limits
from fullmarks.read.clean import clean
from fullmarks.read.conventions import Conventions
from fullmarks.read.emphasis import without_emphasis
from fullmarks.read.markup import without_markup
from fullmarks.read.spaced_rows import gaps_in_rows
from fullmarks.read.systems import in_usual_signs
from fullmarks.read.tokens import ENDS, Meaning, Token
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.regex import regex

_BEGIN_MARKS = ("*", "_", "#", " ", "\n")
"""What a text with marks of Markdown around it begins with; others stand inside."""
_LATEX_MARKS = regex(r"\\[A-Za-z]|\^\{")
_new = tuple.__new__  # a named tuple's own way goes through one more call, and every token comes by here
_AMOUNT = regex(r"\$\s?[\d.]|\d\s?\\?\$")
_NO_LISTS = frozenset(("⌊", "⌈", "|", "‖"))


class Scan:
    """What the rooms of the lexer share."""

    def __init__(self, text: str, vocabulary: Vocabulary, conventions: Conventions, limits: Limits) -> None:
        self.original = text
        cleaned = in_usual_signs(without_markup(clean(text, limits)))
        self.text = (
            without_emphasis(cleaned)
            if cleaned.startswith(_BEGIN_MARKS) or "**" in cleaned or "`" in cleaned
            else cleaned
        )
        self.names = vocabulary.names
        self.decimal_comma = vocabulary.decimal_comma
        self.conventions = conventions
        self.limits = limits
        self.tokens: list[Token] = []
        self.place = 0
        self.spaced = True
        self.open: list[bool] = []
        """For each open bracket, whether what stands in it may be a list."""
        self.lists = 0
        self.environments: list[str] = []
        self.cases_brace = False
        self.money = "$" in text and text.count("$") == 1 and _AMOUNT.search(text) is not None
        """Whether the only dollar sign stands at an amount, and not around a formula."""
        self.delimited = ("$" in text and not self.money) or "\\(" in text or "\\[" in text
        self.math = not self.delimited and _LATEX_MARKS.search(text) is not None
        """Whether letters are LaTeX's here: side by side they are a product."""
        self.sentences = self.math
        """Whether words of a sentence may stand among LaTeX's letters, as nothing marks where the formula begins."""
        self.braces_group = self.delimited or "\\" in text or "^{" in text or "}_" in text
        self.environments_ahead = "\\begin" in text
        self.has_layout = "\n" in text or "\\\\" in text or "&" in text
        self.gaps = gaps_in_rows(self.text)
        self.length = len(self.text)
        self.sentence_end = len(self.text.rstrip(" .$\n\t\\])"))
        """Where the text ends but for what may stand behind its last full stop."""

    def emit(self, kind: str, value: str, start: int, end: int, node: Node | None = None) -> None:
        """One more token; reading goes on behind it."""
        self.tokens.append(_new(Token, (kind, value, start, end, self.spaced, node)))
        self.spaced = False
        self.place = end

    def mean(self, meaning: Meaning, start: int, end: int) -> None:
        """A token that may be a bracket."""
        kind, value = meaning
        if kind == "open":
            self.opened(may_list=value not in _NO_LISTS)
        elif kind == "close":
            self.closed()
        self.emit(kind, value, start, end)

    def opened(self, *, may_list: bool) -> None:
        """Inside one more bracket."""
        self.open.append(may_list)
        self.lists += may_list

    def closed(self) -> None:
        """Outside the innermost bracket."""
        if self.open:
            self.lists -= self.open.pop()

    def behind_operand(self) -> bool:
        """Whether a value ends right before."""
        return bool(self.tokens) and self.tokens[-1].kind in ENDS

    def error(self, code: str, sentence: str, start: int, end: int) -> ReadError:
        """An error about a range of the text."""
        return ReadError(code, sentence, self.original, Span(start, end))
