"""From characters to tokens. Linear in the text; knows spellings, not grammar."""

from __future__ import annotations

import re
import unicodedata

from fullmarks.errors import ReadError, Span
from fullmarks.limits import Limits
from fullmarks.read import words
from fullmarks.read.clean import clean
from fullmarks.read.conventions import Conventions
from fullmarks.read.numbers import VULGAR, number, vulgar
from fullmarks.read.spellings import (
    ACCENTS,
    ALIGNED,
    CASES,
    CHARACTERS,
    COMMANDS,
    DIGRAPHS,
    FONTS,
    GREEK_CHARACTERS,
    SKIPPED_COMMANDS,
    SKIPPED_WITH_GROUP,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    TEXT_COMMANDS,
    TRIGRAPHS,
    WORDS,
    Meaning,
)
from fullmarks.read.tokens import Token
from fullmarks.read.vocabulary import Vocabulary

_SPACE = re.compile(r"(?:\s|~|\$|\\[,;:!>() \[\]](?<!\\\\)|\\(?:left|right)\s*\.)+")
_LATIN = re.compile(r"[A-Za-z]+")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?|\\(?:\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm)\s*\])?|.)", re.DOTALL)
_GROUP = re.compile(r"\s*\{([^{}\\]*(?:\\[ ,;!%&$#_][^{}\\]*)*)\}")
_DIGITS = re.compile(r"\d+")
_NAME_RUN = re.compile(r"[A-Za-z0-9]+")
_QUOTED = re.compile(r'"([^"\n]{0,2000})"')
_ENVIRONMENT = re.compile(r"\s*\{([a-zA-Z]{1,20}\*?)\}")
_COLUMNS = re.compile(r"\s*(?:\[[a-z]\]\s*)?\{[lcr|@ !{}.;\d]*?\}(?=[^}])")
_LATEX_MARKS = re.compile(r"\\[A-Za-z]|\^\{")
_BRACE_BEFORE_CASES = re.compile(
    r"\\left\s*\\?\{\s*(?=\\begin\s*\{)|\\?\{\s*(?=\\begin\s*\{(?:array|aligned|matrix)\})"
)
_TIMES = re.compile(r"\s*[xX]\s*(?=\d)")
_SIZE_BEFORE_BAR = re.compile(r"\\(?:left|right|[bB]igg?[lr]?)\s*(?=\\?\|)")
_BOUNDS = re.compile(r"\s*[_₀-₉ₐ-ₜ]")


class Lexer:
    """One pass over one text."""

    def __init__(self, text: str, vocabulary: Vocabulary, conventions: Conventions, limits: Limits) -> None:
        self.original = text
        self.text = clean(text, limits)
        self.vocabulary = vocabulary
        self.conventions = conventions
        self.limits = limits
        self.tokens: list[Token] = []
        self.place = 0
        self.spaced = True
        self.brackets = 0
        self.cases_brace = False
        self.environments: list[str] = []
        self.split_bars = self.text.count("||") % 2 == 1
        self.delimited = "$" in text or "\\(" in text or "\\[" in text
        self.math = not self.delimited and _LATEX_MARKS.search(text) is not None

    def run(self) -> list[Token]:
        """All tokens, ending with one of kind ``end``."""
        text, length = self.text, len(self.text)
        while self.place < length:
            character = text[self.place]
            if character.isspace() or character in "~$":
                self._space()
            elif character == "\\":
                self._command()
            elif character.isdecimal() or (character == "." and text[self.place + 1 : self.place + 2].isdecimal()):
                self._number()
            elif "a" <= character <= "z" or "A" <= character <= "Z":
                self._latin()
            else:
                self._sign(character)
        self._emit("end", "", length, length)
        return self.tokens

    def _emit(self, kind: str, value: str, start: int, end: int) -> None:
        self.tokens.append(Token(kind, value, start, end, self.spaced))
        self.spaced = False
        self.place = end

    def _meaning(self, meaning: Meaning, start: int, end: int) -> None:
        kind, value = meaning
        if kind == "open":
            self.brackets += 1
        elif kind == "close":
            self.brackets = max(0, self.brackets - 1)
        self._emit(kind, value, start, end)

    def _space(self) -> None:
        match = _SPACE.match(self.text, self.place)
        assert match is not None  # the caller saw a space
        if self.delimited:
            opened = match.group().count("$") - match.group().count("$$")
            if opened % 2:
                self.math = not self.math
        if "\n" in match.group() and not self.math and not self.brackets:
            self._emit("separator", "row", match.start(), match.end())
        self.spaced = True
        self.place = match.end()

    def _error(self, code: str, sentence: str, start: int, end: int) -> ReadError:
        return ReadError(code, sentence, self.original, Span(start, end))

    # numbers

    def _number(self) -> None:
        start = self.place
        last = self.tokens[-1] if self.tokens else None
        if last is not None and last.end == start and last.kind == "operator" and last.value == "_":
            match = _DIGITS.match(self.text, start)
            if match:  # a subscript takes digits only
                self._emit("word", match.group(), start, match.end())
                return
        node, end = number(
            self.text,
            start,
            self.limits,
            thousands=self.conventions.thousands and self.brackets == 0,
            mixed=self.conventions.mixed_numbers,
            decimal_comma=self.vocabulary.decimal_comma,
        )
        self.tokens.append(Token("number", self.text[start:end], start, end, self.spaced, node))
        self.spaced = False
        self.place = end
        times = _TIMES.match(self.text, end)
        if times and not {"x", "X"} & self.vocabulary.symbols.keys():
            self._emit("operator", "×", end, times.end())

    # letters

    def _latin(self) -> None:
        match = _LATIN.match(self.text, self.place)
        assert match is not None  # the caller saw a letter
        start, end = match.span()
        last = self.tokens[-1] if self.tokens else None
        if last is not None and last.end == start and last.kind == "operator" and last.value == "_":
            self._subscript(start)
            return
        letters = match.group()
        digits = _DIGITS.match(self.text, end)
        if digits and self._declared_with_digits(start):
            return
        if digits and self._numbered(letters, digits.group(), start, digits.end()):
            return
        place = start
        if self.text[end : end + 1] == "_" and (base := self._base_of_subscript(letters)):
            letters = letters[: -len(base)]
        else:
            base = ""
        for spelling, meaning in words.run(
            letters, self.vocabulary, in_latex=self.math, whole=self.conventions.words_whole
        ):
            self._meaning(meaning, place, place + len(spelling))
            place += len(spelling)
        if base:
            self._emit("symbol", base, place, end)

    def _declared_with_digits(self, start: int) -> bool:
        """A declared name that has digits before its end: ``conv2d``."""
        match = _NAME_RUN.match(self.text, start)
        meaning = words.declared(match.group(), self.vocabulary) if match else None
        if match is None or meaning is None:
            return False
        self._meaning(meaning, start, match.end())
        return True

    def _base_of_subscript(self, letters: str) -> str:
        """The end of a run of letters that, with the subscript behind it, is a declared name; in LaTeX the last letter."""
        if letters in self.vocabulary.indexed or letters in WORDS:
            return ""
        names = [*self.vocabulary.symbols, *self.vocabulary.functions]
        for start in range(len(letters)):
            if letters[start:] in self.vocabulary.indexed or any(
                name.startswith(f"{letters[start:]}_") for name in names
            ):
                return letters[start:]
        return letters[-1] if self.math and len(letters) > 1 else ""

    def _numbered(self, letters: str, digits: str, start: int, end: int) -> bool:
        """A name with a number behind it: ``x1`` is x_1, ``log2`` the logarithm of base 2, ``atan2`` a function."""
        for name in (letters + digits, f"{letters}_{digits}"):
            if meaning := words.declared(name, self.vocabulary):
                self._meaning(meaning, start, end)
                return True
        if letters + digits in WORDS:
            self._meaning(WORDS[letters + digits], start, end)
            return True
        if letters in ("log", "lg"):
            self._emit("function", "log", start, start + len(letters))
            self._emit("operator", "_", start + len(letters), start + len(letters))
            self._emit("word", digits, start + len(letters), end)
            return True
        plain_name = (
            len(letters) == 1
            and not self.math
            and letters not in "eE"
            and self.text[end : end + 1] not in (".", "^", "_")
        )
        if plain_name and not words.declared(letters, self.vocabulary):
            self._emit("symbol", f"{letters}_{digits}", start, end)
            return True
        return False

    def _subscript(self, start: int) -> None:
        """The letters and digits right behind ``_``: the longest declared name, else all of them."""
        match = _NAME_RUN.match(self.text, start)
        assert match is not None  # the caller saw a letter
        run = match.group()
        base = self.tokens[-2].value if len(self.tokens) > 1 else ""
        declared = next(
            (run[:k] for k in range(len(run), 0, -1) if words.declared(f"{base}_{run[:k]}", self.vocabulary)), None
        )
        if declared is None:
            declared = run
            if self.math and len(run) > 1 and self.text[match.end() : match.end() + 1] == "_":
                declared = run[:-1]  # a_nb_n: the last letter has a subscript of its own
        self._emit("word", declared, start, start + len(declared))

    # commands

    def _command(self) -> None:
        start = self.place
        if match := _BRACE_BEFORE_CASES.match(self.text, start):
            self.cases_brace = True
            self.place = match.end()
            return
        if match := _SIZE_BEFORE_BAR.match(self.text, start):
            self.place = match.end()
            return
        match = _COMMAND.match(self.text, start)
        if match is None:
            raise self._error("unknown_command", "A backslash stands alone here; delete it.", start, start + 1)
        name, end = match.group()[1:], match.end()
        if name.startswith("\\"):
            self._emit("separator", "row", start, end)
        elif name in SKIPPED_COMMANDS:
            self._skip(name, end)
        elif name in SKIPPED_WITH_GROUP:
            group = _GROUP.match(self.text, end)
            self.place = group.end() if group else end
        elif name in FONTS:
            self._font(start, end)
        elif name in ACCENTS:
            self._accent(name, start, end)
        elif name in TEXT_COMMANDS:
            self._text(start, end)
        elif name == "mathbb":
            self._blackboard(start, end)
        elif name in ("begin", "end"):
            self._environment(name, start, end)
        elif meaning := COMMANDS.get(name):
            self._named(name, meaning, start, end)
        else:
            raise self._error("unknown_command", f"“\\{name}” is not a command that can be read here.", start, end)

    def _named(self, name: str, meaning: Meaning, start: int, end: int) -> None:
        if meaning[0] == "symbol" and (named := words.declared(meaning[1], self.vocabulary)):
            meaning = named
        if name == "not":
            meaning = ("relation", "!=")
        self._meaning(meaning, start, end)

    def _skip(self, name: str, end: int) -> None:
        if self.delimited and name in "()[]":
            self.math = name in "(["
        self.spaced = True
        self.place = end

    def _font(self, start: int, end: int) -> None:
        """The argument as if the font were not there; several letters in one font are one name if declared."""
        group = _GROUP.match(self.text, end)
        if group and group[1].strip().isalpha() and group[1].isascii():
            place = group.start(1) + len(group[1]) - len(group[1].lstrip())
            for spelling, meaning in words.run(group[1].strip(), self.vocabulary, in_latex=True, whole=True):
                self._meaning(meaning, place, place + len(spelling))
                place += len(spelling)
            last = self.tokens[-1]
            self.tokens[-1] = last._replace(end=group.end())
            self.place = group.end()
        else:
            self.place = end

    def _accent(self, name: str, start: int, end: int) -> None:
        group = _GROUP.match(self.text, end)
        inside = (group[1] if group else self.text[end : end + 2]).strip()
        letter = inside.lstrip("\\")
        base = GREEK_CHARACTERS.get(letter, letter)
        known = (len(base) == 1 and base.isalpha()) or COMMANDS.get(letter, ("", ""))[0] == "symbol"
        if known and (group or inside):
            stop = group.end() if group else self.text.index(inside[-1], end) + 1
            symbol = f"{base}_{ACCENTS[name]}"
            self._emit("symbol", symbol, start, stop)
            return
        match = re.compile(r"\s*\{\s*\\([A-Za-z]+)\s*\}|\s*\\([A-Za-z]+)").match(self.text, end)
        greek = (match[1] or match[2]) if match else None
        if match and greek and COMMANDS.get(greek, ("", ""))[0] == "symbol":
            self._emit("symbol", f"{COMMANDS[greek][1]}_{ACCENTS[name]}", start, match.end())
            return
        self._emit("command", "accent", start, end)

    def _text(self, start: int, end: int) -> None:
        """Words in a text command: a keyword, a known or declared name, or text as it stands."""
        group = _GROUP.match(self.text, end)
        if group is None:  # a formula inside, or a single token: read it as if the command were not there
            self.place = end
            return
        inside = re.sub(r"\\([ ,;!%&$#_])", lambda m: " " if m[1] in " ,;!" else m[1], group[1]).replace("~", " ")
        words_inside = inside.strip(" \t\n,.;:")
        if self._in_subscript():
            self._emit("word", words_inside, start, group.end())
            return
        if not words_inside:
            if "," in inside or ";" in inside:
                self._emit("separator", ",", start, group.end())
            self.spaced = True
            self.place = group.end()
            return
        name = words_inside.replace(" ", "_") if "_" in words_inside else words_inside
        meaning = words.declared(name, self.vocabulary) or WORDS.get(
            words_inside.lower() if len(words_inside) > 1 else words_inside
        )
        if meaning is None and len(words_inside) == 1 and words_inside.isalpha():
            meaning = words.letter(words_inside, self.vocabulary)
        if meaning is None or meaning[0] == "sets":
            meaning = ("text", words_inside)
        self._meaning(meaning, start, group.end())

    def _in_subscript(self) -> bool:
        """Whether ``_`` or ``_{`` stands right before."""
        before = [token.value for token in self.tokens[-2:]]
        return before[-1:] == ["_"] or before == ["_", "brace"]

    def _blackboard(self, start: int, end: int) -> None:
        group = _GROUP.match(self.text, end)
        letter = (group[1] if group else self.text[end : end + 1]).strip()
        stop = group.end() if group else end + 1
        names = {"R": "reals", "Z": "integers", "N": "naturals", "Q": "rationals", "C": "complexes"}
        if letter in names:
            self._emit("constant", names[letter], start, stop)
        elif len(letter) == 1 and letter.isalpha():
            self._emit("symbol", letter, start, stop)
        else:
            self.place = end

    def _environment(self, name: str, start: int, end: int) -> None:
        match = _ENVIRONMENT.match(self.text, end)
        if match is None:
            raise self._error("unknown_command", f"“\\{name}” needs a name in braces.", start, end)
        environment, stop = match[1], match.end()
        if name == "begin" and environment in ("array", "tabular") and (columns := _COLUMNS.match(self.text, stop)):
            stop = columns.end()
        if name == "begin" and self.cases_brace:
            environment, self.cases_brace = "cases", False
            self.environments.append("cases")
        elif name == "begin":
            self.environments.append(environment)
        elif self.environments:
            opened = self.environments.pop()
            environment = opened if opened in CASES else environment
        if name == "begin":
            self.brackets += 1
        else:
            self.brackets = max(0, self.brackets - 1)
        if environment in ALIGNED:
            self.place, self.spaced = stop, True
            return
        self._emit("begin" if name == "begin" else "finish", environment, start, stop)

    # signs

    def _sign(self, character: str) -> None:  # noqa: C901, PLR0912 - one branch a class of character
        text, start = self.text, self.place
        if (cases := _BRACE_BEFORE_CASES.match(text, start)) and character == "{":
            self.cases_brace = True
            self.place = cases.end()
        elif character in "{}":
            self._brace(character, start)
        elif meaning := TRIGRAPHS.get(text[start : start + 3]):
            self._meaning(meaning, start, start + 3)
        elif character == "|" and self.split_bars and text.startswith("||", start):
            self._meaning(CHARACTERS["|"], start, start + 1)
        elif meaning := DIGRAPHS.get(text[start : start + 2]):
            self._meaning(meaning, start, start + 2)
        elif meaning := CHARACTERS.get(character):
            self._meaning(meaning, start, start + 1)
        elif character == "π":
            self._meaning(words.declared("pi", self.vocabulary) or ("constant", "pi"), start, start + 1)
        elif character in "ΣΠ" and _BOUNDS.match(text, start + 1):
            self._emit("command", "sum" if character == "Σ" else "prod", start, start + 1)
        elif character in GREEK_CHARACTERS:
            name = GREEK_CHARACTERS[character]
            self._meaning(
                words.declared(name, self.vocabulary) or words.declared(character, self.vocabulary) or ("symbol", name),
                start,
                start + 1,
            )
        elif character in SUPERSCRIPTS:
            self._raised(SUPERSCRIPTS, "^")
        elif character in SUBSCRIPTS:
            self._raised(SUBSCRIPTS, "_")
        elif character in VULGAR:
            self.tokens.append(Token("number", character, start, start + 1, self.spaced, vulgar(character)))
            self.spaced, self.place = False, start + 1
        elif character == '"' and (quoted := _QUOTED.match(text, start)):
            self._emit("text", quoted[1], start, quoted.end())
        elif character.isalpha():
            self._emit("symbol", character, start, start + 1)
        elif character == "." and not text[start + 1 :].strip(" .$\n\t\\])"):
            self.place = len(text)  # the full stop at the end of a sentence
        elif character == ".":
            self._emit("separator", ";" if text[start + 1 : start + 2].isspace() else ".", start, start + 1)
        else:
            name = unicodedata.name(character, "a character without a name").lower()
            raise self._error(
                "unknown_character", f"“{character}” ({name}) is not a sign that can be read here.", start, start + 1
            )

    def _brace(self, character: str, start: int) -> None:
        """A brace groups in LaTeX and behind ``^``, ``_`` and commands; elsewhere it is the bracket of a set."""
        if character == "{":
            self.brackets += 1
            self._emit("open", "brace", start, start + 1)
        else:
            self.brackets = max(0, self.brackets - 1)
            self._emit("close", "brace", start, start + 1)

    def _raised(self, table: dict[str, str], operator: str) -> None:
        """A run of superscript or subscript characters, as ``^{…}`` or ``_{…}``."""
        start = end = self.place
        while end < len(self.text) and self.text[end] in table:
            end += 1
        inside = "".join(table[c] for c in self.text[start:end])
        self._emit("operator", operator, start, start)
        if operator == "_" and inside.isalnum():
            self._emit("word", inside, start, end)
            return
        self._emit("open", "brace", start, start)
        inner = Lexer(inside, self.vocabulary, self.conventions, self.limits)
        inner.math = True
        for token in inner.run()[:-1]:
            self.tokens.append(token._replace(start=token.start + start, end=token.end + start))
        self._emit("close", "brace", end, end)
