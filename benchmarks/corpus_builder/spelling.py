"""Spells a prefix form in a style, as a person or a model would, and never ambiguously.

Every function returns the text with its binding strength, so that brackets stand where they must: sums 1, products 2,
powers 3, atoms 4. This writer knows nothing of the engine's own.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from benchmarks.corpus_builder.prefix import Form
from benchmarks.corpus_builder.styles import Style

SUM, PRODUCT, POWER, ATOM = 1, 2, 3, 4
Spelled: TypeAlias = tuple[str, int]

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_GREEK = {"pi": "π", "sigma": "σ", "eta": "η"}
_NAMES = {
    "asin": ("arcsin", "asin"),
    "acos": ("arccos", "acos"),
    "atan": ("arctan", "atan"),
    "asinh": ("arcsinh", "asinh"),
}
_FUNCTIONS = frozenset("sin cos tan sec csc cot sinh cosh tanh asin acos atan asinh ln".split())
_POWERED = frozenset("sin cos tan sinh cosh".split())


def spell(form: Form, style: Style) -> str:
    """The whole form as text, without delimiters around it."""
    return _spell(form, style)[0]


def _spell(form: Form, style: Style) -> Spelled:
    if isinstance(form, str):
        return _atom(form, style)
    head = str(form[0])
    if head in _SPECIAL:
        return _SPECIAL[head](form, style)
    if head in _FUNCTIONS:
        return _function(head, form[1], style), ATOM
    raise ValueError(f"no spelling is known for {head}")


def _at_least(form: Form, strength: int, style: Style) -> str:
    text, has = _spell(form, style)
    return text if has >= strength else _bracketed(text, style)


def _bracketed(text: str, style: Style) -> str:
    return style.pick(f"({text})", rf"\left({text}\right)") if style.latex else f"({text})"


def _atom(text: str, style: Style) -> Spelled:
    if text[0] == "-":
        return ("−" if style.unicode else "-") + text[1:], SUM
    if text in _GREEK:
        return (rf"\{text}" if style.latex else _GREEK[text] if style.unicode else text), ATOM
    if style.latex and "_" in text:
        letter, index = text.split("_", 1)
        return (
            text if len(index) == 1 else style.pick(rf"{letter}_{{{index}}}", rf"{letter}_{{\text{{{index}}}}}")
        ), ATOM
    return text, ATOM


def _add(form: Form, style: Style) -> Spelled:
    text, _ = _spell(form[1], style)
    if _is_greedy(form[1]):
        text = _bracketed(text, style)
    for term in form[2:]:
        spelled, _ = _spell(term, style)
        if spelled[0] in "-−":
            text += f" - {_at_least(_negated(term), PRODUCT, style)}"
        else:
            text += f" + {spelled}"
    return _minus_signs(text, style), SUM


def _negated(form: Form) -> Form:
    """The form without the sign that its spelling begins with."""
    if isinstance(form, str):
        return form[1:]
    if form[0] == "-" and len(form) == 2:
        return form[1]
    return (form[0], _negated(form[1]), *form[2:])


def _subtract(form: Form, style: Style) -> Spelled:
    if len(form) == 2:
        return _minus_signs(f"-{_at_least(form[1], PRODUCT, style)}", style), SUM
    left = _spell(form[1], style)[0]
    if _is_greedy(form[1]):
        left = _bracketed(left, style)
    return _minus_signs(f"{left} - {_at_least(form[2], PRODUCT, style)}", style), SUM


def _minus_signs(text: str, style: Style) -> str:
    return text.replace("-", "−") if style.unicode else text


def _is_greedy(form: Form) -> bool:
    """A sum or product sign takes all that follows it, and so must end what it stands in."""
    return not isinstance(form, str) and form[0] in ("sum", "prod")


def _multiply(form: Form, style: Style) -> Spelled:
    factors = _factors(form)
    texts = []
    for place, factor in enumerate(factors):
        text = _at_least(factor, PRODUCT, style)
        in_the_way = not style.latex and place > 0 and not isinstance(factor, str) and factor[0] in "/*"
        texts.append(_bracketed(text, style) if in_the_way else text)
    joined = texts[0]
    for text in texts[1:]:
        joined += _between(joined, text, style) + text
    return joined, PRODUCT


def _factors(form: Form) -> list[Form]:
    """Factors of a product and of the products it begins with."""
    if isinstance(form, str) or form[0] != "*":
        return [form]
    return [*_factors(form[1]), *form[2:]]


def _between(left: str, right: str, style: Style) -> str:
    """The sign between two factors: none only where nobody could misread it."""
    if not style.latex:
        after_number = re.search(r"(^|[ (*·×])\d+$", left) and not re.search(r"/ ?\d+$", left)
        short = style.name != "cas" and after_number and re.match(r"[a-df-hj-zA-DF-Z]", right)
        return "" if short and style.habit.random() < 0.4 else style.product
    mixed_number = left[-1].isdigit() and right.startswith((r"\frac", r"\dfrac", r"\tfrac"))
    if mixed_number or right[0].isdigit() or left[-1] == "!" or "sum" in left or "prod" in left:
        return r" \cdot "
    if not style.product.strip() and re.search(r"\\[a-zA-Z]+$", left) and right[0].isalpha():
        return " "
    return style.product


def _divide(form: Form, style: Style) -> Spelled:
    if style.latex:
        top, bottom = spell(form[1], style), spell(form[2], style)
        if len(top) == len(bottom) == 1 and top.isdigit() and bottom.isdigit():
            return style.pick(
                rf"\frac{top}{bottom}", rf"\tfrac{{{top}}}{{{bottom}}}", rf"\frac{{{top}}}{{{bottom}}}"
            ), PRODUCT
        return rf"{style.pick(chr(92) + 'frac', chr(92) + 'dfrac')}{{{top}}}{{{bottom}}}", PRODUCT
    bar = style.pick("/", "/", " / ")
    return f"{_at_least(form[1], PRODUCT, style)}{bar}{_at_least(form[2], POWER, style)}", PRODUCT


def _power(form: Form, style: Style) -> Spelled:
    base, exponent = form[1], form[2]
    whole = isinstance(exponent, str) and exponent.lstrip("-").isdigit()
    if not isinstance(base, str) and base[0] in _POWERED and whole and not str(exponent).startswith("-"):
        return _powered_function(str(base[0]), base[1], str(exponent), style)
    below = _at_least(base, ATOM, style)
    if style.latex:
        above = spell(exponent, style)
        brace = len(above) > 1 or style.habit.random() < 0.5
        return f"{below}^{{{above}}}" if brace else f"{below}^{above}", POWER
    if style.unicode and whole:
        return below + str(exponent).translate(_SUPERSCRIPTS), POWER
    return f"{below}{style.power}{_at_least(exponent, ATOM, style)}", POWER


def _powered_function(name: str, argument: Form, exponent: str, style: Style) -> Spelled:
    """sin² of something: between name and argument, or after brackets."""
    inside = spell(argument, style)
    if style.latex:
        between = (
            rf"\{name}^{{{exponent}}}({inside})" if style.habit.random() < 0.5 else rf"\{name}^{exponent}({inside})"
        )
        return style.pick(between, rf"(\{name}({inside}))^{exponent}"), POWER
    if style.unicode:
        return f"{name}{exponent.translate(_SUPERSCRIPTS)}({inside})", POWER
    return f"{name}({inside}){style.power}{exponent}", POWER


def _function(name: str, argument: Form, style: Style) -> str:
    inside = spell(argument, style)
    if style.latex:
        if name == "asinh":
            return rf"\operatorname{{arsinh}}({inside})"
        if name in _NAMES:
            return style.pick(rf"\{_NAMES[name][0]}", rf"\{name[1:]}^{{-1}}") + f"({inside})"
        opening, closing = style.pick("(|)", r"\left(|\right)").split("|")
        return rf"\{name}{opening}{inside}{closing}"
    long = {"ln": style.pick("ln", "log"), **{key: style.pick(*names) for key, names in _NAMES.items()}}
    return f"{'log' if name == 'ln' and style.name == 'cas' else long.get(name, name)}({inside})"


def _sqrt(form: Form, style: Style) -> Spelled:
    inside = spell(form[1], style)
    if style.latex:
        return rf"\sqrt{{{inside}}}", ATOM
    if style.unicode:
        return (f"√{inside}" if len(inside) == 1 else f"√({inside})"), ATOM
    return f"sqrt({inside})", ATOM


def _exp(form: Form, style: Style) -> Spelled:
    inside = spell(form[1], style)
    if style.latex:
        return (rf"e^{{{inside}}}", POWER) if style.habit.random() < 0.6 else (rf"\exp\left({inside}\right)", ATOM)
    return (f"exp({inside})", ATOM) if style.name == "cas" or style.habit.random() < 0.5 else (f"e^({inside})", POWER)


def _log(form: Form, style: Style) -> Spelled:
    base, inside = spell(form[1], style), spell(form[2], style)
    if style.latex:
        return rf"\log_{{{base}}}({inside})", ATOM
    return (f"(log({inside})/log({base}))" if style.name == "cas" else f"log_{base}({inside})"), ATOM


def _fenced(name: str, latex: tuple[str, str], unicode: tuple[str, str]) -> Callable[[Form, Style], Spelled]:
    def fence(form: Form, style: Style) -> Spelled:
        inside = spell(form[1], style)
        if style.latex:
            return rf"\left{latex[0]}{inside}\right{latex[1]}", ATOM
        return (f"{unicode[0]}{inside}{unicode[1]}" if style.unicode else f"{name}({inside})"), ATOM

    return fence


def _factorial(form: Form, style: Style) -> Spelled:
    return (
        f"factorial({spell(form[1], style)})" if style.name == "cas" else f"{_at_least(form[1], ATOM, style)}!"
    ), POWER


def _binomial(form: Form, style: Style) -> Spelled:
    top, bottom = spell(form[1], style), spell(form[2], style)
    return (rf"\binom{{{top}}}{{{bottom}}}" if style.latex else f"binomial({top}, {bottom})"), ATOM


def _indexed_sum(sign: str, letter: str) -> Callable[[Form, Style], Spelled]:
    def write(form: Form, style: Style) -> Spelled:
        name, low, high = (spell(part, style) for part in form[1:4])
        body = _at_least(form[4], PRODUCT, style)
        symbol = rf"\{sign}" if style.latex else letter if style.unicode else sign
        return f"{symbol}_{{{name}={low}}}^{{{high}}} {body}", SUM

    return write


def _indexed(form: Form, style: Style) -> Spelled:
    places = ",".join(spell(part, style).replace(" ", "") for part in form[2:])
    return (f"{form[1]}_{places}" if len(places) == 1 else f"{form[1]}_{{{places}}}"), ATOM


def _listed(opening: str, closing: str) -> Callable[[Form, Style], Spelled]:
    def write(form: Form, style: Style) -> Spelled:
        inside = ", ".join(spell(part, style) for part in form[1:])
        if style.latex and opening == "{":
            return rf"\{{{inside}\}}", ATOM
        if style.latex and opening and style.habit.random() < 0.4:
            return rf"\left{opening} {inside} \right{closing}", ATOM
        return f"{opening}{inside}{closing}", ATOM

    return write


def _matrix(form: Form, style: Style) -> Spelled:
    rows = [[spell(entry, style) for entry in row] for row in form[1:]]
    if style.latex:
        name = style.pick("bmatrix", "pmatrix")
        body = r" \\ ".join(" & ".join(row) for row in rows)
        return rf"\begin{{{name}}} {body} \end{{{name}}}", ATOM
    if style.name == "plain":
        return "[" + "; ".join(", ".join(row) for row in rows) + "]", ATOM
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]", ATOM


def _equation(form: Form, style: Style) -> Spelled:
    return f"{spell(form[1], style)} = {spell(form[2], style)}", SUM


_SPECIAL: dict[str, Callable[[Form, Style], Spelled]] = {
    "+": _add, "-": _subtract, "*": _multiply, "/": _divide, "^": _power, "sqrt": _sqrt, "exp": _exp, "log": _log,
    "abs": _fenced("abs", ("|", "|"), ("|", "|")),
    "floor": _fenced("floor", (r"\lfloor ", r"\rfloor"), ("⌊", "⌋")),
    "ceil": _fenced("ceil", (r"\lceil ", r"\rceil"), ("⌈", "⌉")),
    "fact": _factorial, "binom": _binomial, "sum": _indexed_sum("sum", "∑"), "prod": _indexed_sum("prod", "∏"), "at": _indexed,
    "tuple": _listed("(", ")"), "set": _listed("{", "}"), "list": _listed("", ""), "co": _listed("[", ")"),
    "oc": _listed("(", "]"), "cc": _listed("[", "]"), "matrix": _matrix, "equation": _equation,
}  # fmt: skip
