r"""A LaTeX document's lists, headings and environments, written as the lines of a plain text.

``\item`` becomes its label, ``\section{…}`` a heading, ``\begin{solution}`` a line that says so. What numbers LaTeX would print is
counted here; which of them name parts is decided where all marks are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fullmarks.find.formulas import closing_braces
from fullmarks.find.latex.counters import Counter, counter_of
from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

_OPTIONS = r"(?:\s*\[(?P<{0}>(?:[^\[\]]|\[[^\[\]]*\]){{0,200}})\])?"
_TOKEN = regex(
    rf"\\begin\s*\{{(?P<begin>[A-Za-z]+)\*?\}}{_OPTIONS.format('options')}"
    r"|\\end\s*\{(?P<end>[A-Za-z]+)\*?\}"
    r"|\\(?P<heading>section|subsection|subsubsection|paragraph|subparagraph)(?P<star>\*?)(?:\[[^\[\]\n]*\])?(?=\s*\{)"
    rf"|\\(?P<item>item|question|titledquestion|bonusquestion|part|subpart|bonuspart)(?![A-Za-z]){_OPTIONS.format('label')}"
    r"|\\setcounter\s*\{(?P<counter>section|subsection|enumi|enumii|question|problem|exercise)\}\s*\{(?P<value>\d{1,2})\}"
)
_LISTS = frozenset(("enumerate", "compactenum", "enumerate*", "inparaenum", "tasks"))
_BULLETS = frozenset(("itemize", "compactitem", "description"))
_COUNTED = {"questions": "question", "parts": "part", "subparts": "subpart"}
_STATEMENTS = frozenset("problem question exercise task prob exer homeworkproblem hwproblem problems aufgabe".split())
_SOLUTIONS = {
    **dict.fromkeys(
        "solution sol soln solutionorbox solutionorlines solutionbox hwsolution loesung".split(), "Solution:"
    ),
    **dict.fromkeys("answer ans answers".split(), "Answer:"),
    "proof": "Proof:",
}
_PROGRAMS = frozenset(("verbatim", "lstlisting", "minted", "Verbatim"))
_SILENT = frozenset(
    "document center flushleft flushright framed mdframed tcolorbox quote quotation multicols abstract".split()
)
_DEEPEST = 20
_FAR = 60
"""Commands that are looked at for the solution of a question."""
_NAMES_A_PART = regex(
    r"\d|\b(?:problem|question|exercise|task|part|aufgabe|teil|ejercicio|exercice)\b|^\s*\(?[a-z][).]", re.IGNORECASE
)
_TITLE_OPTION = regex(r"\btitle\s*=\s*(?:\{(?P<braced>[^{}]{1,120})\}|(?P<bare>[^{},\]]{1,120}))")
_TITLE_ARGUMENT = regex(r"[ \t]*\{(?P<braced>[^{}\n]{1,120})(?P<bare>)\}")
_NAMES_A_BOX = regex(
    r"(?:problem|question|exercise|task|part|aufgabe|ejercicio|exercice)\s+\(?(?:\d|[a-z]\b)", re.IGNORECASE
)
_LEVELS = {"section": 1, "subsection": 2, "subsubsection": 3}
_BRACED_NUMBER = regex(r"\s*\{\s*(?:problem|exercise|question)?\s*(?P<number>\d{1,2})\s*\}", re.IGNORECASE)


def layout(text: str) -> Iterator[Replacement]:
    """The replacements, in their order; formulas are left as they are."""
    tokens = [token for token in _TOKEN.finditer(text) if _is_layout(token)]
    yield from _Layout(text, tokens).replacements()


def _is_layout(token: re.Match[str]) -> bool:
    name = token["begin"] or token["end"]
    return name is None or _role_of(name) != "" or _title_of_box(token) != ""


def _title_of_box(token: re.Match[str]) -> str:
    r"""The part that the title of a box names: ``\begin{tcolorbox}[title={Exercise 1 (a)}]``, ``\begin{hwbox}{Exercise 1}``."""
    name = token["begin"]
    if not name or _role_of(name) not in ("", "silent"):
        return ""
    found = _TITLE_OPTION.search(token["options"] or "") or _TITLE_ARGUMENT.match(token.string, token.end())
    title = (found["braced"] or found["bare"] or "").strip() if found is not None else ""
    return title if _NAMES_A_BOX.match(title) else ""


def _role_of(name: str) -> str:
    for role, names in (
        ("list", _LISTS), ("bullets", _BULLETS), ("counted", _COUNTED), ("statement", _STATEMENTS), ("solution", _SOLUTIONS),
        ("program", _PROGRAMS), ("silent", _SILENT),
    ):  # fmt: skip
        if name in names:
            return role
    return ""


@dataclass(slots=True)
class _Open:
    """An environment that has begun."""

    name: str
    role: str
    counter: Counter | None = None


@dataclass(slots=True)
class _Layout:
    """Goes through the tokens once, with the environments that are open and the counters."""

    text: str
    tokens: Sequence[re.Match[str]]
    open: list[_Open] = field(default_factory=list)
    sections: list[int] = field(default_factory=lambda: [0, 0])
    counts: dict[str, int] = field(default_factory=dict)
    braces: Mapping[int, int] = field(default_factory=dict)
    numbered: bool = False
    program_until: int = 0
    unclosed: set[str] = field(default_factory=set)

    def replacements(self) -> Iterator[Replacement]:
        self.braces = closing_braces(self.text) if any(token["heading"] for token in self.tokens) else {}
        titles = [self._title(token)[0] for token in self.tokens if token["heading"]]
        self.numbered = bool(titles) and not any(_NAMES_A_PART.search(title) for title in titles)
        for place, token in enumerate(self.tokens):
            if token.start() < self.program_until:
                continue
            made = self._made(place, token)
            if made is not None:
                yield made

    def _made(self, place: int, token: re.Match[str]) -> Replacement | None:
        if token["begin"]:
            return self._begun(place, token)
        if token["end"]:
            return self._ended(token)
        if token["heading"]:
            return self._heading(token)
        if token["item"]:
            return self._item(place, token)
        self._set(token["counter"], int(token["value"]))
        return Replacement(token.start(), token.end(), "")

    # --- environments --------------------------------------------------------------------------

    def _begun(self, place: int, token: re.Match[str]) -> Replacement:
        name, role, options = token["begin"], _role_of(token["begin"]), token["options"] or ""
        if title := _title_of_box(token):
            argument = _TITLE_ARGUMENT.match(self.text, token.end())
            return Replacement(token.start(), argument.end() if argument else token.end(), f"\n\n## {title}\n\n")
        if role == "program":
            return self._program(token, name)
        counter = None
        if role == "list":
            depth = sum(one.role == "list" for one in self.open)
            counter = counter_of(options, depth)
        if len(self.open) < _DEEPEST:
            self.open.append(_Open(name, role, counter))
        if role == "statement":
            return self._statement(place, token, name, options)
        said = f"\n\n{_SOLUTIONS[name]}\n\n" if role == "solution" else "\n"
        return Replacement(token.start(), token.end(), said)

    def _ended(self, token: re.Match[str]) -> Replacement:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].name == token["end"]:
                del self.open[place:]
                break
        return Replacement(token.start(), token.end(), "\n\n")

    def _program(self, token: re.Match[str], name: str) -> Replacement:
        ending = (
            None if name in self.unclosed else re.compile(rf"\\end\s*\{{{name}\*?\}}").search(self.text, token.end())
        )
        if ending is None:
            self.unclosed.add(name)
            return Replacement(token.start(), token.end(), "")
        self.program_until = ending.end()
        inner = self.text[token.end() : ending.start()]
        return Replacement(token.start(), self.program_until, f"\n```\n{inner.replace('```', '')}\n```\n")

    def _statement(self, place: int, token: re.Match[str], name: str, options: str) -> Replacement:
        r"""``\\begin{problem}``, by the number that it gives or that it has by its place."""
        given = _BRACED_NUMBER.match(self.text, token.end()) or re.search(r"(?P<number>\d{1,2})", options)
        number = int(given["number"]) if given else self.counts.get(name, 0) + 1
        self.counts[name] = number
        braced = given is not None and given.string is self.text
        end = given.end() if given is not None and braced else token.end()
        told = "Question:\n\n" if self._solution_follows(place, within=name) else ""
        return Replacement(token.start(), end, f"\n\nQuestion {number}.\n\n{told}")

    # --- headings and items --------------------------------------------------------------------

    def _title(self, token: re.Match[str]) -> tuple[str, int]:
        """A heading's title and the place behind it."""
        brace = self.text.index("{", token.end())
        end = self.braces.get(brace)
        if end is None:
            return "", token.end()
        return " ".join(self.text[brace + 1 : end - 1].split()), end

    def _heading(self, token: re.Match[str]) -> Replacement | None:
        title, end = self._title(token)
        if not title or len(title) > 400:
            return None
        level = _LEVELS.get(token["heading"])
        if level is None:
            return Replacement(token.start(), end, f"\n\n**{title}** ")
        number = "" if token["star"] else self._section_number(level)
        return Replacement(token.start(), end, f"\n\n{'#' * level} {number}{title}\n\n")

    def _section_number(self, level: int) -> str:
        if level > len(self.sections):
            return ""
        self.sections[level - 1] += 1
        for below in range(level, len(self.sections)):
            self.sections[below] = 0
        if not self.numbered:
            return ""
        return f"{self.sections[0]}. " if level == 1 else f"{self.sections[0]}.{self.sections[1]} "

    def _item(self, place: int, token: re.Match[str]) -> Replacement | None:
        name, label = token["item"], token["label"]
        inner = self.open[-1] if self.open else None
        told = "Question:\n\n" if self._solution_follows(place) else ""
        if name != "item":
            said = self._counted(name)
            return None if said is None else Replacement(token.start(), token.end(), f"\n\n{said} {told}")
        if label is not None:
            return Replacement(token.start(), token.end(), f"\n\n{label} {told}")
        if inner is None or inner.counter is None:
            return Replacement(token.start(), token.end(), f"\n- {told}") if inner is not None else None
        return Replacement(token.start(), token.end(), f"\n\n{inner.counter.following()} {told}")

    def _counted(self, name: str) -> str | None:
        r"""The number of ``\question``, the letter of ``\part`` in it; None where these commands mean something else."""
        name = name.removeprefix("titled").removeprefix("bonus")
        inner = next((one.name for one in reversed(self.open) if one.role == "counted"), None)
        if inner is None or _COUNTED[inner] != name:
            return None
        number = self.counts[name] = self.counts.get(name, 0) + 1
        if name == "question":
            self.counts["part"] = 0
            return f"Question {number}."
        if name == "part":
            self.counts["subpart"] = 0
            return f"({chr(ord('a') + (number - 1) % 26)})"
        return "-"

    def _solution_follows(self, place: int, *, within: str = "") -> bool:
        """Whether a solution begins before the next item; for an environment: in it before any item, or right after it."""
        inside = bool(within)
        for ahead in range(place + 1, min(place + _FAR, len(self.tokens))):
            token = self.tokens[ahead]
            role = _role_of(token["begin"] or "")
            if role == "solution":
                return True
            if inside and token["end"] == within:
                inside = False
            elif token["heading"] or role in ("counted", "statement"):
                return False
            elif token["item"] and (not inside or self._solution_follows(ahead)):
                # An item of the question with a solution of its own: the question is no statement as a whole.
                return False
        return False

    def _set(self, name: str, value: int) -> None:
        if name in ("section", "subsection"):
            self.sections[0 if name == "section" else 1] = value
            return
        self.counts[name] = value
        counters = [one.counter for one in self.open if one.counter is not None]
        place = {"enumi": 0, "enumii": 1}.get(name)
        if place is not None and place < len(counters):
            counters[place].number = value
