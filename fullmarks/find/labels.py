"""What marks an item in a text: its labels (``biases``, ``stride 2``), its target (``dw_{h,l}``), the words of its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from fullmarks.find.found import Sought
from fullmarks.find.gradients import with_gradients
from fullmarks.regex import regex

_FONTS = regex(
    r"\\(?:mathbf|mathrm|mathit|mathsf|mathcal|mathbb|boldsymbol|bm|text|textbf|textit|operatorname|vec|hat|bar|tilde|"
    r"overline|left|right|displaystyle|big|Big|bigl|bigr|rm|bf|underline)(?![a-zA-Z])"
)
_NORM = regex(r"\\\||\|\||\\[lr]?Vert")
_SPACES = regex(r"\\[,;:! ]|~|\s+")
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta", "θ": "theta", "λ": "lambda"} | {
    "μ": "mu", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "ω": "omega", "Δ": "Delta", "Σ": "Sigma", "∇": "nabla"
}  # fmt: skip
_NO_CONTENT = frozenset(
    "the of a an and or in to for with is are as by on at from that this it its which what how do does each every one "
    "function value values answer result find give written".split()
)


def bare(formula: str) -> str:
    r"""A formula without fonts, spaces and braces: ``\mathbf{u}_{3}`` and ``u_3`` and ``u3`` are alike."""
    plain = _SPACES.sub("", _FONTS.sub("", formula))
    if not plain.isascii():
        for letter, name in _GREEK.items():
            plain = plain.replace(letter, name)
    plain = _NORM.sub("‖", plain)
    plain = plain.replace("[", "(").replace("]", ")").replace("^\\prime", "'").replace("′", "'")
    return re.sub(r"[\\{}_*$&`]", "", plain)


_NAME = regex(r"\\?[A-Za-zα-ωΑ-Ω]+\d*(?:_(?:\{(?:[^{}]|\{[^{}]*\})*\}|\w+))?'*")


_LONGEST = 4_000
"""Characters of a formula that symbols are looked for in."""


def names_in(formula: str) -> tuple[str, ...]:
    """The names of symbols in a formula, bare, each once; commands that are no Greek letter are no symbols."""
    found = dict.fromkeys(_NAME.findall(formula[:_LONGEST]))
    return tuple(dict.fromkeys(bare(name) for name in found if not name.startswith("\\") or _GREEK_COMMAND.match(name)))


_GREEK_COMMAND = regex(
    r"\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|eta|theta|lambda|mu|nu|xi|rho|sigma|tau|phi|chi|psi|omega|pi)(?![a-z])",
    re.IGNORECASE,
)


def speaks_of(formula: str, symbols: frozenset[str]) -> bool:
    """Whether a formula holds one of some symbols, in whatever spelling; true where there are none."""
    wanted = {bare(symbol) for symbol in symbols}
    return not wanted or any(symbol in name for name in names_in(formula) for symbol in wanted)


def words_of(text: str) -> str:
    """A text reduced to what labels are compared with: small letters, no markup, no braces."""
    plain = _FONTS.sub(" ", text.lower())
    return re.sub(r"\s+", " ", re.sub(r"[\\{}$*`]|_(?=[\d{])|(?<=\w)_", "", plain))


@dataclass(frozen=True)
class ItemMarks:
    """The marks of one item, ready to be looked for."""

    item: Sought

    @cached_property
    def target(self) -> str:
        """The target, bare; empty where there is none."""
        return bare(self.item.target) if self.item.target else ""

    @cached_property
    def _targets(self) -> frozenset[str]:
        """The target in all its spellings."""
        spelled = (*((self.item.target,) if self.item.target else ()), *self.item.further_targets)
        return frozenset(bare(with_gradients(target)) for target in spelled)

    @cached_property
    def _labels(self) -> tuple[re.Pattern[str], ...]:
        return tuple(_pattern(label) for label in self._label_texts() if label)

    def _label_texts(self) -> tuple[str, ...]:
        name = self.item.item.rsplit(".", 1)[-1].replace("_", " ")
        spaced = re.sub(r"(?<=[a-z]{2})(?=\d)", " ", name)
        return (*self.item.labels, *((spaced,) if len(spaced) > 1 else ()))

    @cached_property
    def _title(self) -> tuple[str, ...]:
        words = re.findall(r"[a-z]{3,}", self.item.title.lower())
        return tuple(_stem(word) for word in words if word not in _NO_CONTENT)

    @cached_property
    def _target_said(self) -> re.Pattern[str] | None:
        if not self.item.target:
            return None
        inner = r"[\W_]{0,4}?".join(re.escape(letter) for letter in self.target)
        verb = r"(?:should be|must be|has to be|can be|to be|is|are|equals?|becomes?|as|at|by|=|:|of|satisf\w+|with)"
        return re.compile(
            rf"(?<![\w\\]){inner}\W{{0,12}}?(?:\w+ly )?{verb}(?: given by| equal to| exactly| then| now)?\W*$"
        )

    def labelled(self, text: str) -> tuple[int, int] | None:
        """Start and end of the last of the item's labels in a text (as ``words_of`` gives it), or None."""
        found = [match for pattern in self._labels for match in pattern.finditer(text)]
        last = max(found, key=lambda match: (match.end(), match.end() - match.start()), default=None)
        return last.span() if last else None

    def labelled_first(self, text: str) -> tuple[int, int] | None:
        """Start and end of the first of the item's labels in a text, of several there the longest, or None."""
        found = [match.span() for pattern in self._labels if (match := pattern.search(text)) is not None]
        return min(found, key=lambda place: (place[0], -place[1]), default=None)

    def is_target(self, left: Sequence[str]) -> bool:
        """Whether one of the left sides of a chain is the target."""
        return bool(self.target) and any(bare(with_gradients(side)) in self._targets for side in left)

    def target_announced(self, lead: str) -> bool:
        """Whether words end in the target and a verb: “the rate $r$ should be”."""
        if self._target_said is None:
            return False
        plain = _FONTS.sub("", lead)
        for letter, name in _GREEK.items():
            plain = plain.replace(letter, name)
        return self._target_said.search(re.sub(r"[\\{}$*`]", "", plain)[-120:]) is not None

    def title_words_in(self, text: str) -> int:
        """How many of the title's words a text holds."""
        return sum(re.search(rf"\b{word}", text) is not None for word in self._title)


def _pattern(label: str) -> re.Pattern[str]:
    words = re.findall(r"[a-z0-9']+", words_of(label))
    between = r"[\s\-=:.]*(?:of |is )?[\s=]*"
    joined = between.join(_any_number(word) for word in words)
    return re.compile(rf"(?<![a-z0-9]){joined}(?![a-z0-9])") if words else re.compile(r"(?!)")


def _any_number(word: str) -> str:
    """A word in the singular or the plural, as a pattern."""
    if not word.isalpha():
        return re.escape(word)
    if word.endswith("ies") and len(word) > _SHORTEST:
        return rf"{word[:-3]}(?:y|ies)"
    return re.escape(_stem(word)) + (r"(?:e|es|s)?" if word.endswith("ses") else r"(?:s|es)?")


_SHORTEST = 5


def _stem(word: str) -> str:
    for ending in ("ses", "ies", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: len(word) - len(ending)] + ("s" if ending == "ses" else "")
    return word
